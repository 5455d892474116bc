// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/copyproof.h"

#include "core/converters/video/avlog.h"

#include <QCoreApplication>

#include <algorithm>

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

CopyProof::CopyProof(const QVariantMap &facts, const AVFormatContext *written)
{
    for (const QVariant &entry : facts.value(u"copies"_s).toList()) {
        const QVariantMap copy = entry.toMap();
        Stream stream{.index = copy.value(u"stream"_s).toInt(),
                      .wanted = copy.value(u"packets"_s).toLongLong(),
                      .mayHaveMore = copy.value(u"kind"_s) == "subtitle"_L1,
                      .digest = copy.value(u"digest"_s).toByteArray()};
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
    }
    return {};
}

} // namespace convoy
