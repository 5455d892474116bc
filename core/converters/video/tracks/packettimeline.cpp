// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/tracks/packettimeline.h"

#include <algorithm>

namespace convoy {

namespace {

constexpr AVRational microseconds{1, AV_TIME_BASE};
constexpr int64_t restartThreshold = 10LL * AV_TIME_BASE; // in containers that may start again
constexpr int64_t joinTolerance = AV_TIME_BASE / 2;
constexpr int64_t gapThreshold = AV_TIME_BASE / 10;
constexpr int64_t nonsenseThreshold = 3600LL * 30 * AV_TIME_BASE; // in all others

bool isBeyond(int64_t delta, int64_t threshold)
{
    return delta < -threshold || delta > threshold;
}

int64_t toUs(int64_t time, const AVStream *stream)
{
    return av_rescale_q_rnd(time, stream->time_base, microseconds, AVRounding(AV_ROUND_NEAR_INF | AV_ROUND_PASS_MINMAX));
}

void shift(AVPacket *packet, int64_t ticks)
{
    // Both may be any 64-bit number in a hostile file.
    int64_t moved = 0;
    if (packet->pts != AV_NOPTS_VALUE)
        packet->pts = __builtin_add_overflow(packet->pts, ticks, &moved) ? AV_NOPTS_VALUE : moved;
    if (packet->dts != AV_NOPTS_VALUE)
        packet->dts = __builtin_add_overflow(packet->dts, ticks, &moved) ? AV_NOPTS_VALUE : moved;
}

int64_t difference(int64_t a, int64_t b)
{
    int64_t result = 0;
    return __builtin_sub_overflow(a, b, &result) ? (a < b ? INT64_MIN / 2 : INT64_MAX / 2) : result;
}

} // namespace

PacketTimeline::PacketTimeline(const AVFormatContext *context, int64_t startUs)
    : m_context(context),
      m_tracks(context->nb_streams),
      m_offset(-startUs),
      m_firstDts(context->start_time == AV_NOPTS_VALUE ? -startUs : 0)
{
}

PacketTimeline::Join PacketTimeline::place(AVPacket *packet)
{
    const AVStream *stream = m_context->streams[packet->stream_index];
    // Demuxers may find streams while reading.
    if (m_tracks.size() < m_context->nb_streams)
        m_tracks.resize(m_context->nb_streams);
    Track &track = m_tracks[size_t(packet->stream_index)];
    if (!track.begun)
        track.offset = m_offset;
    shift(packet, av_rescale_q(track.offset, microseconds, stream->time_base));

    Join join = Join::Follows;
    // Between two subtitles there may be any pause.
    const AVMediaType type = stream->codecpar->codec_type;
    const bool isSteady = type == AVMEDIA_TYPE_VIDEO || type == AVMEDIA_TYPE_AUDIO;
    if (packet->dts != AV_NOPTS_VALUE && isSteady) {
        const int64_t dts = toUs(packet->dts, stream);
        if (track.nextDts == AV_NOPTS_VALUE && (m_context->iformat->flags & AVFMT_TS_DISCONT)
            && m_lastTime != AV_NOPTS_VALUE) {
            const int64_t delta = difference(dts, m_lastTime);
            if (isBeyond(delta, restartThreshold)) {
                m_offset -= delta;
                track.offset = m_offset;
                shift(packet, -av_rescale_q(delta, microseconds, stream->time_base));
            }
        } else if (track.nextDts != AV_NOPTS_VALUE) {
            const bool isMended = mendJump(packet, track, dts);
            join = isMended ? Join::Restart : difference(dts, track.nextDts) > gapThreshold ? Join::Gap : Join::Follows;
        }
        if (packet->dts != AV_NOPTS_VALUE)
            m_lastTime = toUs(packet->dts, stream);
    }
    advance(packet, track);
    return join;
}

// Whether the times start again here.
bool PacketTimeline::mendJump(AVPacket *packet, Track &track, int64_t dts)
{
    const AVStream *stream = m_context->streams[packet->stream_index];
    const int64_t delta = difference(dts, track.nextDts);
    if (m_context->iformat->flags & AVFMT_TS_DISCONT) {
        const bool restarts = isBeyond(delta, restartThreshold) || dts + AV_TIME_BASE / 10 < track.dts;
        // Another stream may have come to this place before; until then the packets are of the recording before.
        const int64_t ahead = difference(m_offset, track.offset);
        const bool follows = ahead != 0 && !isBeyond(difference(delta, -ahead), restarts ? restartThreshold : joinTolerance);
        if (!restarts && !follows)
            return false;
        if (!follows)
            m_offset = track.offset - delta;
        shift(packet, av_rescale_q(difference(m_offset, track.offset), microseconds, stream->time_base));
        track.offset = m_offset;
        return true;
    }
    if (isBeyond(delta, nonsenseThreshold))
        packet->dts = AV_NOPTS_VALUE;
    if (packet->pts != AV_NOPTS_VALUE && isBeyond(difference(toUs(packet->pts, stream), track.nextDts), nonsenseThreshold))
        packet->pts = AV_NOPTS_VALUE;
    return false;
}

void PacketTimeline::advance(AVPacket *packet, Track &track)
{
    const AVStream *stream = m_context->streams[packet->stream_index];
    if (!track.begun) {
        track.begun = true;
        const bool reorders = stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO && stream->avg_frame_rate.num > 0;
        track.dts = reorders
            ? int64_t(-stream->codecpar->video_delay * double(AV_TIME_BASE) / av_q2d(stream->avg_frame_rate))
            : 0;
        track.dts += packet->pts != AV_NOPTS_VALUE ? toUs(packet->pts, stream) : m_firstDts;
        track.nextDts = track.dts;
    }
    if (packet->dts != AV_NOPTS_VALUE)
        track.nextDts = toUs(packet->dts, stream);
    track.dts = track.nextDts;

    int64_t duration = 0;
    if (packet->duration > 0)
        duration = av_rescale_q(packet->duration, stream->time_base, microseconds);
    else if (stream->avg_frame_rate.num > 0 && stream->avg_frame_rate.den > 0)
        duration = av_rescale(AV_TIME_BASE, stream->avg_frame_rate.den, stream->avg_frame_rate.num);
    if (duration > 0 && track.dts != AV_NOPTS_VALUE)
        track.nextDts = std::min(track.dts, INT64_MAX / 2) + duration;
}

} // namespace convoy
