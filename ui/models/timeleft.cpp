// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeleft.h"

namespace convoy {

namespace {

constexpr qint64 stepMs = 400;    // shorter times say more about the clock than about the work
constexpr qint64 enoughMs = 1500; // before that nobody can know
constexpr double enough = 0.01;
constexpr double newest = 0.25; // what the last step weighs

} // namespace

void TimeLeft::update(double fraction, qint64 nowMs)
{
    if (m_lastMs < 0 || fraction < m_fraction) { // begins, goes on after a rest, or begins once more
        if (fraction < m_fraction)
            *this = {};
        m_fraction = fraction;
        m_lastMs = nowMs;
        return;
    }
    const qint64 passed = nowMs - m_lastMs;
    if (passed < stepMs)
        return;
    const double done = fraction - m_fraction;
    const double perSecond = done * 1000 / double(passed);
    m_perSecond = m_seenMs == 0 ? perSecond : m_perSecond + newest * (perSecond - m_perSecond);
    m_seenMs += passed;
    m_seen += done;
    m_fraction = fraction;
    m_lastMs = nowMs;
}

std::optional<double> TimeLeft::seconds() const
{
    if (m_seenMs < enoughMs || m_seen < enough || m_perSecond <= 0)
        return std::nullopt;
    return (1 - m_fraction) / m_perSecond;
}

} // namespace convoy
