// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstdint>

namespace convoy {

/// Decides at which ticks of the output's frame rate a picture is shown: not at all (another one has its place), once,
/// or several times. The arithmetic is that of ffmpeg's `-vsync vfr` and `cfr`, including its roundings, so that both
/// encode the same frames; only a first picture that comes a little late is not shown twice. Plain numbers, no libav.
class FrameClock
{
public:
    enum class Rate : quint8 {
        Variable,          ///< gaps stay gaps (Matroska)
        Constant,          ///< gaps are filled with the picture before them (Ogg)
        ConstantFromFirst, ///< as Constant, but a gap before the first picture stays (a file with one stream only)
    };

    struct Plan {
        int64_t firstTick = 0;
        int64_t repeatPrevious = 0; ///< how many of `count` show the previous picture
        int64_t count = 0;
    };

    explicit FrameClock(Rate rate) : m_rate(rate) {}

    /// `tick`: time of the picture in frames, as a fraction; `duration` in frames.
    Plan place(double tick, double duration);
    /// After the last picture: how often it is shown once more.
    Plan finish();

    int64_t frameCount() const { return m_count; }

private:
    Plan emit(int64_t count, int64_t repeatPrevious, bool atEnd);

    Rate m_rate;
    int64_t m_nextTick = 0;
    int64_t m_count = 0;
    std::array<int64_t, 3> m_lastRepeats{};
};

} // namespace convoy
