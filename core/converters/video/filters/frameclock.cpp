// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/filters/frameclock.h"

#include <algorithm>
#include <cmath>

namespace convoy {

namespace {

// An hour at 30 frames a second: a longer gap is a broken time stamp and not a picture that stands still.
constexpr int64_t maximumRepeats = 3600LL * 30;

} // namespace

FrameClock::Plan FrameClock::place(double tick, double duration)
{
    double lead = tick - double(m_nextTick);
    double end = lead + duration;
    int64_t count = 1;
    int64_t repeats = 0;

    if (lead < 0 && end > 0) {
        // It begins a little too early: show the part of it that is left.
        tick = double(m_nextTick);
        duration += lead;
        lead = 0;
    }
    switch (m_rate) {
    case Rate::ConstantFromFirst:
        if (m_count == 0 && lead >= 0.5) {
            end = duration;
            lead = 0;
            m_nextTick = std::llrint(tick);
        }
        [[fallthrough]];
    case Rate::Constant:
        // Sound that starts a little earlier (an encoder's priming) is no reason to show the first picture twice, as
        // ffmpeg does; libtheora then mostly leaves the second one out.
        if (m_count == 0 && lead >= 0.5 && lead <= 1.1) {
            end = duration;
            lead = 0;
            m_nextTick = std::llrint(tick);
        }
        if (end < -1.1) {
            count = 0;
        } else if (end > 1.1) {
            count = std::llrint(std::min(end, double(maximumRepeats) + 2));
            if (lead > 1.1)
                repeats = std::llrint(std::min(lead, double(maximumRepeats) + 2) - 0.6);
        }
        break;
    case Rate::Variable:
        if (end <= -0.6)
            count = 0;
        else if (end > 0.6)
            m_nextTick = std::llrint(tick);
        break;
    }
    return emit(count, std::min(repeats, count), false);
}

FrameClock::Plan FrameClock::finish()
{
    std::array<int64_t, 3> sorted = m_lastRepeats;
    std::ranges::sort(sorted);
    return emit(sorted[1], sorted[1], true);
}

FrameClock::Plan FrameClock::emit(int64_t count, int64_t repeatPrevious, bool atEnd)
{
    m_lastRepeats = {repeatPrevious, m_lastRepeats[0], m_lastRepeats[1]};
    if (count > maximumRepeats) {
        count = atEnd ? 0 : 1;
        repeatPrevious = 0;
    }
    const Plan plan{m_nextTick, repeatPrevious, count};
    m_nextTick += count;
    m_count += count;
    return plan;
}

} // namespace convoy
