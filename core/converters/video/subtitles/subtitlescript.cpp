// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/subtitles/subtitlescript.h"

#include "core/base/fileio.h"
#include "core/converters/libav/avlog.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <sys/mman.h>
#include <unistd.h>

namespace convoy {

namespace {

struct SubtitleScriptText {
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
    explicit ScriptReader(SubtitleReader &reader) : m_reader(reader) {}

    Result<QByteArray> read(const ConvertContext &context, const std::function<void(double)> &progress);

private:
    void take(AVPacket *packet);

    SubtitleReader &m_reader;
    CodecContextPtr m_decoder;
    QByteArray m_events;
};

void ScriptReader::take(AVPacket *packet)
{
    AVSubtitle subtitle{};
    int got = 0;
    if (avcodec_decode_subtitle2(m_decoder.get(), &subtitle, &got, packet) < 0 || !got)
        return;
    const int64_t start = m_reader.timeMs(packet);
    const int64_t length = packet->duration > 0 ? av_rescale_q(packet->duration, m_reader.stream()->time_base, {1, 1000})
                                                : int64_t(subtitle.end_display_time);
    for (unsigned i = 0; i < subtitle.num_rects && start + length > 0 && m_events.size() < largestScript; ++i) {
        if (const char *text = subtitle.rects[i]->ass)
            m_events += dialogue(text, clockOf(start), clockOf(start + length));
    }
    avsubtitle_free(&subtitle);
}

Result<QByteArray> ScriptReader::read(const ConvertContext &context, const std::function<void(double)> &progress)
{
    Result<CodecContextPtr> decoder = openSubtitleDecoder(m_reader.stream());
    if (!decoder)
        return decoder.error();
    m_decoder = *std::move(decoder);
    const auto all = [this](AVPacket *packet) {
        take(packet);
        return true;
    };
    if (Result<void> done = m_reader.read(context, progress, all); !done)
        return done.error();
    const auto *header = reinterpret_cast<const char *>(m_decoder->subtitle_header);
    return QByteArray(header, header ? m_decoder->subtitle_header_size : 0).trimmed() + '\n' + m_events;
}

Result<FileDescriptor> inMemory(const QByteArray &text)
{
    FileDescriptor file(::memfd_create("subtitles", MFD_CLOEXEC));
    if (file.isValid() && writeAll(file.fd(), text))
        return file;
    return systemError(errno, ErrorKind::OutOfMemory,
                       SubtitleScriptText::tr("There is not enough memory for the subtitles of this video."));
}

} // namespace

Result<SubtitleScript> SubtitleScript::read(SubtitleReader &reader, const ConvertContext &context,
                                            const std::function<void(double)> &progress)
{
    Result<QByteArray> text = ScriptReader(reader).read(context, progress);
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
