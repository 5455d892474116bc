// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/avlog.h"
#include "core/converters/libav/mediasource.h"
#include "core/converters/libav/sourceseek.h"
#include "core/converters/libav/streamdecoder.h"
#include "core/converters/video/filters/videofilter.h"
#include "core/converters/video/videoprobe.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace convoy {

namespace {

struct VideoPreviewText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoPreview)
};

// A person waits for this: after that long the nearest frame so far will do, for now.
constexpr std::chrono::milliseconds patience{200};

class Previewer
{
public:
    Previewer(const PreviewRequest &request, const ConvertContext &context, MediaSource &source)
        : m_request(request),
          m_context(context),
          m_source(source),
          m_filter({.stream = source.video()}, settings(request))
    {
        m_picture.sourceWidth = source.video()->codecpar->width;
        m_picture.sourceHeight = source.video()->codecpar->height;
    }

    Result<PreviewPicture> run();

private:
    static PictureSettings settings(const PreviewRequest &request);
    Result<void> decodeUntilTarget(StreamDecoder &decoder);
    Result<void> keep(AVFrame *frame);
    Result<void> copyPixels(const AVFrame *frame);

    const PreviewRequest &m_request;
    const ConvertContext &m_context;
    MediaSource &m_source;
    VideoFilter m_filter;
    FramePtr m_best{av_frame_alloc()};
    int64_t m_target = INT64_MIN;
    bool m_reached = false;
    PreviewPicture m_picture;
};

PictureSettings Previewer::settings(const PreviewRequest &request)
{
    const int size = std::clamp(request.maximumSize, 16, 8192);
    PictureSettings settings{.pixelFormats = "rgba", .fitInto = QSize(size, size), .squarePixels = true};
    settings.deinterlace = request.converted ? request.options.text(u"deinterlace").toLatin1() : QByteArray("off");
    return settings;
}

Result<PreviewPicture> Previewer::run()
{
    const AVStream *stream = m_source.video();
    const qint64 duration = m_source.trueDurationUs();
    const qint64 targetUs = m_source.startUs() + qint64(std::clamp(m_request.position, 0.0, 1.0) * double(duration));
    m_target = av_rescale_q(targetUs, AV_TIME_BASE_Q, stream->time_base);
    seekBefore(m_source, targetUs, m_context.stop, false);
    const int threads = m_context.threads ? std::clamp(m_context.threads->load(), 1, 4) : 1;
    Result<StreamDecoder> decoder = StreamDecoder::open({.stream = stream, .threads = threads});
    if (!decoder)
        return decoder.error();
    if (Result<void> decoded = decodeUntilTarget(*decoder); !decoded)
        return decoded.error();
    if (!m_best->buf[0])
        return avFailure(ErrorKind::DamagedInput, VideoPreviewText::tr("No picture of this video could be decoded."), 0);
    if (m_filter.isTurnedSideways())
        std::swap(m_picture.sourceWidth, m_picture.sourceHeight);
    const VideoFilter::Sink copy = [this](AVFrame *frame) { return copyPixels(frame); };
    if (Result<void> filtered = m_filter.filter(m_best.get(), copy); !filtered)
        return filtered.error();
    if (Result<void> finished = m_filter.finish(copy); !finished)
        return finished.error();
    return std::move(m_picture);
}

Result<void> Previewer::decodeUntilTarget(StreamDecoder &decoder)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    const StreamDecoder::Sink sink = [this](AVFrame *frame) { return keep(frame); };
    const PacketPtr packet(av_packet_alloc());
    while (packet && !m_reached && av_read_frame(m_source.context(), packet.get()) >= 0) {
        Result<void> decoded;
        if (packet->stream_index == m_source.video()->index) {
            decoder.hurry(packet->pts != AV_NOPTS_VALUE && packet->duration > 0
                          && packet->pts + packet->duration < m_target);
            decoded = decoder.decode(packet.get(), sink);
        }
        av_packet_unref(packet.get());
        if (!decoded)
            return decoded;
        if (m_context.stop.stop_requested())
            return cancelledError();
        if (!m_request.patient && m_best->buf[0] && std::chrono::steady_clock::now() > deadline) {
            m_picture.exact = false;
            return {};
        }
    }
    return m_reached ? Result<void>() : decoder.decode(nullptr, sink);
}

Result<void> Previewer::keep(AVFrame *frame)
{
    if (m_reached)
        return {};
    // The one that is on the screen at that time: of the next one only its time matters, unless it is the first.
    const int64_t time = frame->best_effort_timestamp;
    m_reached = time == AV_NOPTS_VALUE || time > m_target;
    if (m_reached && m_best->buf[0])
        return {};
    av_frame_unref(m_best.get());
    m_filter.noteOrientation(frame);
    av_frame_move_ref(m_best.get(), frame);
    return {};
}

Result<void> Previewer::copyPixels(const AVFrame *frame)
{
    m_picture.width = frame->width;
    m_picture.height = frame->height;
    m_picture.rgba.resize(qsizetype(frame->width) * frame->height * 4);
    for (int y = 0; y < frame->height; ++y) {
        const auto *row = frame->data[0] + ptrdiff_t(y) * frame->linesize[0];
        std::copy_n(row, size_t(frame->width) * 4, m_picture.rgba.data() + qsizetype(y) * frame->width * 4);
    }
    return {};
}

} // namespace

Result<PreviewPicture> previewVideo(const PreviewRequest &request, const ConvertContext &context)
{
    Result<MediaSource> source = MediaSource::open(
        {.fd = request.input.fd, .path = request.input.path, .stop = context.stop, .quick = true});
    if (!source)
        return source.error();
    if (source->videoError())
        return *source->videoError();
    if (!source->video())
        return Error{ErrorKind::UnsupportedFormat, VideoPreviewText::tr("This file has no picture to show."), {}};
    return Previewer(request, context, *source).run();
}

} // namespace convoy
