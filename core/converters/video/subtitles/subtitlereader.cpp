// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/subtitles/subtitlereader.h"

#include "core/converters/libav/avlog.h"

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

namespace {

struct SubtitleReaderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::SubtitleScript)
};

struct SubtitleTrackText {
    Q_DECLARE_TR_FUNCTIONS(convoy::SubtitleTrack)
};

} // namespace

Result<SubtitleReader> SubtitleReader::open(const SubtitleRequest &request, const ConvertContext &context)
{
    Result<MediaSource> source = MediaSource::open({.fd = request.fd, .path = request.path, .stop = context.stop});
    if (!source)
        return source.error();
    const std::vector<AVStream *> &all = source->subtitles();
    if (request.track > int(all.size()))
        return Error{ErrorKind::UnsupportedFormat,
                     all.empty()
                         ? SubtitleReaderText::tr("This video has no subtitles.")
                         : SubtitleReaderText::tr("This video has only %n track(s) of subtitles.", nullptr, int(all.size())),
                     {}};
    AVStream *stream = all[size_t(request.track) - 1];
    for (unsigned i = 0; i < source->context()->nb_streams; ++i)
        source->context()->streams[i]->discard = AVDISCARD_ALL;
    stream->discard = AVDISCARD_DEFAULT;
    return SubtitleReader(*std::move(source), stream, request.range);
}

bool SubtitleReader::isBitmap() const
{
    const AVCodecDescriptor *descriptor = avcodec_descriptor_get(m_stream->codecpar->codec_id);
    return descriptor && (descriptor->props & AV_CODEC_PROP_BITMAP_SUB);
}

int64_t SubtitleReader::timeMs(const AVPacket *packet) const
{
    return av_rescale_q(packet->pts, m_stream->time_base, {1, 1000}) - (m_source.startUs() + m_range.startUs) / 1000;
}

QSize SubtitleReader::pictureSize() const
{
    const AVStream *video = m_source.video();
    return video ? QSize(video->codecpar->width, video->codecpar->height) : QSize(0, 0);
}

Result<void> SubtitleReader::read(const ConvertContext &context, const std::function<void(double)> &progress,
                                  const std::function<bool(AVPacket *packet)> &take)
{
    AVFormatContext *input = m_source.context();
    const double size = std::max<double>(1, double(avio_size(input->pb)));
    const PacketPtr packet(av_packet_alloc());
    for (bool goesOn = true; goesOn && packet && av_read_frame(input, packet.get()) >= 0;) {
        if (packet->stream_index == m_stream->index && packet->pts != AV_NOPTS_VALUE)
            goesOn = take(packet.get());
        av_packet_unref(packet.get());
        progress(std::clamp(double(avio_tell(input->pb)) / size, 0.0, 1.0));
        if (context.stop.stop_requested())
            return cancelledError();
    }
    return {};
}

Result<CodecContextPtr> openSubtitleDecoder(const AVStream *stream)
{
    const AVCodec *codec = avcodec_find_decoder(stream->codecpar->codec_id);
    CodecContextPtr context(codec ? avcodec_alloc_context3(codec) : nullptr);
    int code = context ? avcodec_parameters_to_context(context.get(), stream->codecpar) : AVERROR(ENOMEM);
    if (code >= 0) {
        context->pkt_timebase = stream->time_base;
        context->thread_count = 1;
        code = avcodec_open2(context.get(), codec, nullptr);
    }
    if (code < 0)
        return subtitleFailure(code);
    return context;
}

Error subtitleFailure(int code)
{
    return avFailure(ErrorKind::Internal, SubtitleTrackText::tr("The subtitles of this video cannot be prepared."), code);
}

} // namespace convoy
