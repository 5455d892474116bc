// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/tracks/copytrack.h"

#include "core/converters/libav/avlog.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CopyTrackText {
    Q_DECLARE_TR_FUNCTIONS(convoy::CopyTrack)
};

struct NoPictureText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoTrack)
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
    const auto refusal = [&parts](const QString &codecs, const QString &detail) {
        return Error{ErrorKind::UnsupportedFormat,
                     CopyTrackText::tr("“%1” cannot be copied into a file “.%2”.")
                         .arg(codecs, QString::fromLatin1(parts.options->format->extension)),
                     detail};
    };
    const AVCodecID codec = parts.stream->codecpar->codec_id;
    // A file inside the file has no codec that counts.
    const bool isFile = parts.stream->codecpar->codec_type == AVMEDIA_TYPE_ATTACHMENT;
    if (!isFile && !parts.writer->canHold(codec))
        return refusal(QString::fromUtf8(avcodec_get_name(codec)), takeAvLog());
    if (Result<void> described = parts.writer->describeCopy(parts.output, parts.stream); !described) {
        // The muxer has looked at all of them, and only its words in the detail say which it does not take.
        const Error &error = described.error();
        return error.kind == ErrorKind::Internal ? refusal(parts.writer->codecs(), error.detail) : error;
    }
    return track;
}

bool CopyTrack::isWanted(const AVPacket *packet, int64_t shownUs) const
{
    if (m_parts.options->range.startUs == 0)
        return true;
    // Times are in ticks, of a whole picture in AVI, and the start is between two of them.
    const int64_t rounding = av_rescale_q(1, m_parts.stream->time_base, AV_TIME_BASE_Q) / 2 + 1000;
    // A picture from before the key frame, but stored after it, refers to what is left out.
    return shownUs + rounding >= m_parts.origin->us && (!isPicture() || m_begun || (packet->flags & AV_PKT_FLAG_KEY));
}

// A DVD does not say beside its subtitles how long they stay, and libav says 2³² ms of one that stays until the next.
int64_t CopyTrack::durationOf(const AVPacket *packet) const
{
    constexpr int64_t endless = UINT32_MAX; // ms
    constexpr int64_t readingTime = 5;      // s
    const AVRational timeBase = m_parts.stream->time_base;
    const bool isKnown = packet->duration > 0 && av_compare_ts(packet->duration, timeBase, endless, {1, 1000}) < 0;
    if (isKnown || m_parts.stream->codecpar->codec_type != AVMEDIA_TYPE_SUBTITLE)
        return packet->duration;
    return m_parts.writer->wantsDurations() ? av_rescale_q(readingTime, {1, 1}, timeBase) : 0;
}

Result<void> CopyTrack::take(const AVPacket *packet, int64_t decodeTimeUs)
{
    if (!packet || m_complete)
        return {};
    const AVRational timeBase = m_parts.stream->time_base;
    const int64_t dts = packet->dts != AV_NOPTS_VALUE ? packet->dts : av_rescale_q(decodeTimeUs, AV_TIME_BASE_Q, timeBase);
    const int64_t pts = packet->pts != AV_NOPTS_VALUE ? packet->pts : dts;
    const TimeRange range = m_parts.options->range;
    const int64_t endUs = range.endUs != INT64_MAX ? range.endUs - range.startUs : INT64_MAX;
    if (av_rescale_q(dts, timeBase, AV_TIME_BASE_Q) >= endUs) {
        m_complete = true;
        return {};
    }
    const int64_t shownUs = av_rescale_q(pts, timeBase, AV_TIME_BASE_Q);
    if (!isWanted(packet, shownUs))
        return {};
    m_begun = true;
    PacketPtr own(av_packet_clone(packet));
    if (!own)
        return Error{ErrorKind::OutOfMemory, CopyTrackText::tr("There is not enough memory to copy this video."), {}};
    const int64_t shift = av_rescale_q(m_parts.origin->us, AV_TIME_BASE_Q, timeBase);
    own->pts = pts - shift;
    own->dts = dts - shift;
    own->duration = durationOf(packet);
    if (shownUs >= endUs) {
        m_beyond.push_back(std::move(own));
        return {};
    }
    for (PacketPtr &one : std::exchange(m_beyond, {})) {
        if (Result<void> written = write(std::move(one)); !written)
            return written;
    }
    m_positionUs = std::max<qint64>(m_positionUs, shownUs);
    return write(std::move(own));
}

Result<void> CopyTrack::write(PacketPtr packet)
{
    // Some cameras write pictures that are shown before they are decoded; as ffmpeg, the median of what is possible.
    if (packet->dts > packet->pts) {
        const int64_t next = m_lastDts == AV_NOPTS_VALUE ? packet->pts : m_lastDts + 1;
        packet->dts = packet->pts = std::max(std::min(packet->pts, packet->dts),
                                             std::min(std::max(packet->pts, packet->dts), next));
    }
    m_lastDts = packet->dts;
    const int64_t timeUs = av_rescale_q(packet->pts, m_parts.stream->time_base, AV_TIME_BASE_Q);
    if (isPicture() && (packet->flags & AV_PKT_FLAG_DISCARD))
        m_parts.origin->hiddenUs = std::max(m_parts.origin->hiddenUs, -timeUs);
    m_firstUs = std::min(m_firstUs, timeUs);
    m_lastUs = std::max(m_lastUs, timeUs);
    ++m_packets;
    m_digest.add(packet.get());
    return m_parts.writer->write(m_parts.output, std::move(packet));
}

Result<void> CopyTrack::finish()
{
    if (isPicture() && m_packets == 0)
        return avFailure(ErrorKind::DamagedInput, NoPictureText::tr("No picture of this video could be decoded."), 0);
    return {};
}

void CopyTrack::addFacts(QVariantMap &facts) const
{
    QVariantList copies = facts.value(u"copies"_s).toList();
    QVariantMap copy{{u"stream"_s, m_parts.output},
                     {u"kind"_s, kindWord(m_parts.stream->codecpar->codec_type)},
                     {u"packets"_s, m_packets}};
    if (m_packets > 0)
        copy.insert(u"span_us"_s, qint64(m_lastUs - m_firstUs));
    if (m_parts.exact)
        copy.insert(u"digest"_s, m_digest.result());
    copies.append(copy);
    facts.insert(u"copies"_s, copies);
}

} // namespace convoy
