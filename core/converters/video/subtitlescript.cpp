// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/subtitlescript.h"

#include "core/converters/video/avlog.h"
#include "core/converters/video/mediasource.h"
#include "core/converters/video/subtitletrack.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <sys/mman.h>
#include <unistd.h>

namespace convoy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::SubtitleScript)
};

constexpr qsizetype largestScript = 16 << 20; // bytes

// Advanced SubStation's times are h:mm:ss.cc.
QByteArray clockOf(int64_t milliseconds)
{
    const auto centiseconds = static_cast<long long>(std::max<int64_t>(0, milliseconds) / 10);
    return QString::asprintf("%lld:%02lld:%02lld.%02lld", centiseconds / 360'000, centiseconds / 6000 % 60,
                             centiseconds / 100 % 60, centiseconds % 100)
        .toLatin1();
}

// libav's form of an event is "ReadOrder,Layer,Style,…"; a script has times after the layer.
QByteArray dialogue(QByteArrayView event, const QByteArray &start, const QByteArray &end)
{
    const qsizetype layer = event.indexOf(',') + 1;
    const qsizetype rest = layer > 0 ? event.indexOf(',', layer) : -1;
    if (rest < 0)
        return {};
    QByteArray text = event.sliced(rest + 1).toByteArray();
    text.replace('\r', "").replace('\n', "\\N");
    return "Dialogue: " + event.sliced(layer, rest - layer).toByteArray() + ',' + start + ',' + end + ',' + text + '\n';
}

/// Collects the events of one stream.
class ScriptReader
{
public:
    ScriptReader(MediaSource &source, TimeRange range) : m_source(source), m_range(range) {}

    Result<QByteArray> read(AVStream *stream, const ConvertContext &context, const std::function<void(double)> &progress);

private:
    void take(AVPacket *packet);

    MediaSource &m_source;
    TimeRange m_range;
    AVStream *m_stream = nullptr;
    CodecContextPtr m_decoder;
    QByteArray m_events;
};

void ScriptReader::take(AVPacket *packet)
{
    AVSubtitle subtitle{};
    int got = 0;
    if (packet->pts == AV_NOPTS_VALUE || avcodec_decode_subtitle2(m_decoder.get(), &subtitle, &got, packet) < 0 || !got)
        return;
    const int64_t offset = (m_source.startUs() + m_range.startUs) / 1000;
    const int64_t start = av_rescale_q(packet->pts, m_stream->time_base, {1, 1000}) - offset;
    const int64_t length = packet->duration > 0 ? av_rescale_q(packet->duration, m_stream->time_base, {1, 1000})
                                                : int64_t(subtitle.end_display_time);
    for (unsigned i = 0; i < subtitle.num_rects && start + length > 0 && m_events.size() < largestScript; ++i) {
        if (const char *text = subtitle.rects[i]->ass)
            m_events += dialogue(text, clockOf(start), clockOf(start + length));
    }
    avsubtitle_free(&subtitle);
}

Result<QByteArray> ScriptReader::read(AVStream *stream, const ConvertContext &context,
                                      const std::function<void(double)> &progress)
{
    m_stream = stream;
    const AVCodecDescriptor *descriptor = avcodec_descriptor_get(stream->codecpar->codec_id);
    if (!descriptor || !(descriptor->props & AV_CODEC_PROP_TEXT_SUB))
        return Error{ErrorKind::UnsupportedFormat,
                     Text::tr("These subtitles are pictures and not text; they cannot be drawn in."),
                     {}};
    Result<CodecContextPtr> decoder = openSubtitleDecoder(stream);
    if (!decoder)
        return decoder.error();
    m_decoder = *std::move(decoder);
    AVFormatContext *input = m_source.context();
    for (unsigned i = 0; i < input->nb_streams; ++i)
        input->streams[i]->discard = AVDISCARD_ALL;
    stream->discard = AVDISCARD_DEFAULT;
    const double size = std::max<double>(1, double(avio_size(input->pb)));
    const PacketPtr packet(av_packet_alloc());
    while (packet && av_read_frame(input, packet.get()) >= 0) {
        if (packet->stream_index == stream->index)
            take(packet.get());
        av_packet_unref(packet.get());
        progress(std::clamp(double(avio_tell(input->pb)) / size, 0.0, 1.0));
        if (context.stop.stop_requested())
            return Error{ErrorKind::Cancelled, Text::tr("Cancelled."), {}};
    }
    const auto *header = reinterpret_cast<const char *>(m_decoder->subtitle_header);
    return QByteArray(header, header ? m_decoder->subtitle_header_size : 0).trimmed() + '\n' + m_events;
}

Result<FileDescriptor> inMemory(const QByteArray &text)
{
    FileDescriptor file(::memfd_create("subtitles", MFD_CLOEXEC));
    for (qsizetype done = 0; file.isValid() && done < text.size();) {
        const ssize_t count = ::write(file.fd(), text.constData() + done, size_t(text.size() - done));
        if (count < 0 && errno != EINTR)
            file.reset();
        done += std::max<ssize_t>(0, count);
    }
    if (!file.isValid())
        return systemError(errno, ErrorKind::OutOfMemory,
                           Text::tr("There is not enough memory for the subtitles of this video."));
    return file;
}

} // namespace

Result<SubtitleScript> SubtitleScript::read(const Request &request, const ConvertContext &context,
                                            const std::function<void(double)> &progress)
{
    Result<MediaSource> source = MediaSource::open({.fd = request.fd, .path = request.path, .stop = context.stop});
    if (!source)
        return source.error();
    const std::vector<AVStream *> &all = source->subtitles();
    if (request.track > int(all.size()))
        return Error{ErrorKind::UnsupportedFormat,
                     all.empty() ? Text::tr("This video has no subtitles.")
                                 : Text::tr("This video has only %n track(s) of subtitles.", nullptr, int(all.size())),
                     {}};
    Result<QByteArray> text = ScriptReader(*source, request.range).read(all[size_t(request.track) - 1], context, progress);
    if (!text)
        return text.error();
    Result<FileDescriptor> file = inMemory(*text);
    if (!file)
        return file.error();
    SubtitleScript script;
    script.m_file = *std::move(file);
    takeAvLog();
    return script;
}

} // namespace convoy
