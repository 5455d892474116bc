// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/avhandle.h"

#include <vector>

namespace convoy {

/// Puts every packet of a container on one line of time that starts at 0 at `startUs` of the file, and mends it where
/// it jumps: transport streams may start again anywhere, other containers must not, so there an impossible time is
/// dropped and guessed from its neighbours. The rules are those of ffmpeg's command line, so that frames come out
/// at the same times.
class PacketTimeline
{
public:
    PacketTimeline(const AVFormatContext *context, int64_t startUs);

    /// How a packet comes after the one before it in its stream.
    enum class Join {
        Follows,
        Gap,     ///< something is missing
        Restart, ///< where another recording was appended
    };

    /// Before decoding; changes `packet`'s pts and dts, in its stream's time base.
    Join place(AVPacket *packet);

    /// Where the next packet of a stream should begin, in AV_TIME_BASE units. After `place`, the time of that packet.
    int64_t decodeTimeUs(int streamIndex) const { return m_tracks[size_t(streamIndex)].dts; }

private:
    struct Track {
        int64_t dts = AV_NOPTS_VALUE;
        int64_t nextDts = AV_NOPTS_VALUE;
        int64_t offset = 0; ///< what was added to the last packet, µs
        bool begun = false;
    };
    bool mendJump(AVPacket *packet, Track &track, int64_t dts);
    void advance(AVPacket *packet, Track &track);

    const AVFormatContext *m_context;
    std::vector<Track> m_tracks;
    int64_t m_offset = 0;
    int64_t m_firstDts = 0; ///< of streams that have no times
    int64_t m_lastTime = AV_NOPTS_VALUE;
};

} // namespace convoy
