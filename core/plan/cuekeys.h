// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace convoy {

/// Frames of an audio CD in one second (Red Book).
inline constexpr int framesPerSecond = 75;

/// Milliseconds as MediaInfo has them in frames. Exact for what was ripped from a CD.
constexpr qint64 framesOf(qint64 milliseconds)
{
    return (milliseconds * framesPerSecond + 500) / 1000;
}

} // namespace convoy

/// What ContainedFile::options says of a track of a cue sheet, in 1/75 s. Each may be absent. All other keys are option
/// values already.
namespace convoy::CueKey {

inline constexpr QLatin1StringView gap("cue_gap");            ///< where the pause before the track starts
inline constexpr QLatin1StringView start("cue_start");        ///< where the track starts
inline constexpr QLatin1StringView nextGap("cue_next_gap");   ///< where the pause behind it starts
inline constexpr QLatin1StringView nextStart("cue_next");     ///< where the next track starts; absent: end of the file
inline constexpr QLatin1StringView track("cue_track");        ///< where the disc says that it starts, if it is cut elsewhere
inline constexpr QLatin1StringView trackEnd("cue_track_end"); ///< and ends; -1: end of the file
inline constexpr QLatin1StringView silence("cue_silence");    ///< what the disc has in front of the track, and no file
inline constexpr QLatin1StringView isHidden("cue_hidden");    ///< true for what is before the first track of a disc
inline constexpr QLatin1StringView isImage("cue_image");      ///< true for the whole file

} // namespace convoy::CueKey
