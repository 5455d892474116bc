// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/copytrack.h"

#include "core/converters/video/avlog.h"

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CopyTrackText {
    Q_DECLARE_TR_FUNCTIONS(convoy::CopyTrack)
};

QString kindWord(AVMediaType type)
{
    switch (type) {
    case AVMEDIA_TYPE_VIDEO: return u"video"_s;
    case AVMEDIA_TYPE_AUDIO: return u"audio"_s;
    case AVMEDIA_TYPE_SUBTITLE: return u"subtitle"_s;
    case AVMEDIA_TYPE_UNKNOWN:
    case AVMEDIA_TYPE_DATA:
    case AVMEDIA_TYPE_ATTACHMENT:
    case AVMEDIA_TYPE_NB: break;
    }
    return u"other"_s;
}

} // namespace

Result<std::unique_ptr<CopyTrack>> CopyTrack::create(const Parts &parts)
{
    std::unique_ptr<CopyTrack> track(new CopyTrack(parts));
    if (!parts.writer->canHold(parts.stream->codecpar->codec_id)) {
        const QString codec = QString::fromUtf8(avcodec_get_name(parts.stream->codecpar->codec_id));
        return avFailure(ErrorKind::UnsupportedFormat,
                         CopyTrackText::tr("“%1” cannot be copied into a file “.%2”.")
                             .arg(codec, QString::fromLatin1(parts.job->format->extension)),
                         0);
    }
    if (Result<void> described = parts.writer->describeCopy(parts.output, parts.stream); !described)
        return described.error();
    if (track->isPicture())
        parts.origin->waitsForPicture = true;
    return track;
}

bool CopyTrack::isWanted(const AVPacket *packet, int64_t timeUs)
{
    const TimeRange range = m_parts.job->range;
    CopyOrigin &origin = *m_parts.origin;
    if (range.endUs != INT64_MAX && timeUs >= range.endUs - range.startUs) {
        m_complete = true;
        return false;
    }
    if (m_begun || range.startUs == 0)
        return true;
    if (isPicture() && !(packet->flags & AV_PKT_FLAG_KEY))
        return false;
    if (isPicture()) {
        origin = {.waitsForPicture = false, .us = timeUs};
        return true;
    }
    // Without pictures the sound begins where it was asked to.
    return !origin.waitsForPicture && timeUs >= origin.us;
}

Result<void> CopyTrack::take(const AVPacket *packet, int64_t decodeTimeUs)
{
    if (!packet)
        return {};
    const AVRational timeBase = m_parts.stream->time_base;
    const int64_t dts = packet->dts != AV_NOPTS_VALUE ? packet->dts : av_rescale_q(decodeTimeUs, AV_TIME_BASE_Q, timeBase);
    const int64_t pts = packet->pts != AV_NOPTS_VALUE ? packet->pts : dts;
    if (!isWanted(packet, av_rescale_q(isPicture() && !m_begun ? pts : dts, timeBase, AV_TIME_BASE_Q)))
        return {};
    m_begun = true;
    PacketPtr own(av_packet_clone(packet));
    if (!own)
        return Error{ErrorKind::OutOfMemory, CopyTrackText::tr("There is not enough memory to copy this video."), {}};
    const int64_t shift = av_rescale_q(m_parts.origin->us, AV_TIME_BASE_Q, timeBase);
    own->pts = pts - shift;
    own->dts = dts - shift;
    // Some cameras write pictures that are shown before they are decoded; as ffmpeg, the median of what is possible.
    if (own->dts > own->pts) {
        const int64_t next = m_lastDts == AV_NOPTS_VALUE ? own->pts : m_lastDts + 1;
        own->dts = own->pts = std::max(std::min(own->pts, own->dts), std::min(std::max(own->pts, own->dts), next));
    }
    m_lastDts = own->dts;
    m_positionUs = std::max<qint64>(m_positionUs, av_rescale_q(pts, timeBase, AV_TIME_BASE_Q));
    ++m_packets;
    m_digest.add(own.get());
    return m_parts.writer->write(m_parts.output, std::move(own));
}

void CopyTrack::addFacts(QVariantMap &facts) const
{
    QVariantList copies = facts.value(u"copies"_s).toList();
    QVariantMap copy{{u"stream"_s, m_parts.output},
                     {u"kind"_s, kindWord(m_parts.stream->codecpar->codec_type)},
                     {u"packets"_s, m_packets}};
    if (m_parts.exact)
        copy.insert(u"digest"_s, m_digest.result());
    copies.append(copy);
    facts.insert(u"copies"_s, copies);
}

} // namespace convoy
