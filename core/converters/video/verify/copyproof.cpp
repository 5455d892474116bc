// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/verify/copyproof.h"

#include "core/converters/libav/avlog.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CopyProofText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoVerifier)
};

AVMediaType typeOf(const QString &kind)
{
    if (kind == "video"_L1)
        return AVMEDIA_TYPE_VIDEO;
    if (kind == "audio"_L1)
        return AVMEDIA_TYPE_AUDIO;
    return kind == "subtitle"_L1 ? AVMEDIA_TYPE_SUBTITLE : AVMEDIA_TYPE_ATTACHMENT;
}

} // namespace

CopyProof::CopyProof(const QVariantMap &facts, const AVFormatContext *written) : m_written(written)
{
    for (const QVariant &entry : facts.value(u"copies"_s).toList()) {
        const QVariantMap copy = entry.toMap();
        Stream stream{.index = copy.value(u"stream"_s).toInt(),
                      .wanted = copy.value(u"packets"_s).toLongLong(),
                      .mayHaveMore = copy.value(u"kind"_s) == "subtitle"_L1,
                      .digest = copy.value(u"digest"_s).toByteArray(),
                      .spanUs = copy.value(u"span_us"_s, -1).toLongLong()};
        if (unsigned(stream.index) >= written->nb_streams
            || written->streams[stream.index]->codecpar->codec_type != typeOf(copy.value(u"kind"_s).toString())) {
            m_complete = false;
            continue;
        }
        written->streams[stream.index]->discard = AVDISCARD_DEFAULT;
        m_streams.push_back(std::move(stream));
    }
}

void CopyProof::take(const AVPacket *packet)
{
    const auto stream = std::ranges::find(m_streams, packet->stream_index, &Stream::index);
    if (stream == m_streams.end())
        return;
    ++stream->found;
    if (packet->pts != AV_NOPTS_VALUE) {
        const AVRational timeBase = m_written->streams[packet->stream_index]->time_base;
        const int64_t timeUs = av_rescale_q(packet->pts, timeBase, AV_TIME_BASE_Q);
        stream->firstUs = std::min(stream->firstUs, timeUs);
        stream->lastUs = std::max(stream->lastUs, timeUs);
    }
    stream->foundDigest->add(packet);
}

Result<void> CopyProof::check() const
{
    if (!m_complete)
        return avFailure(ErrorKind::VerificationFailed, CopyProofText::tr("The written video lacks a track."), 0);
    for (const Stream &stream : m_streams) {
        const bool isWhole = stream.mayHaveMore ? stream.found >= stream.wanted : stream.found == stream.wanted;
        if (!isWhole)
            return avFailure(
                ErrorKind::VerificationFailed,
                CopyProofText::tr("A copied track has %1 pieces instead of %2.").arg(stream.found).arg(stream.wanted), 0);
        if (!stream.digest.isEmpty() && stream.digest != stream.foundDigest->result())
            return avFailure(ErrorKind::VerificationFailed, CopyProofText::tr("A copied track is not what it was."), 0);
        constexpr qint64 frame = AV_TIME_BASE / 20;
        if (!stream.mayHaveMore && stream.spanUs >= 0 && stream.lastUs >= stream.firstUs
            && std::llabs(stream.lastUs - stream.firstUs - stream.spanUs) > frame)
            return avFailure(ErrorKind::VerificationFailed,
                             CopyProofText::tr("The written video has another length than its source."), 0);
    }
    return {};
}

} // namespace convoy
