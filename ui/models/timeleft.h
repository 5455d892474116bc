// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace convoy {

/// How long one job still takes, from how fast it went lately. Time is handed in, so that tests need none.
class TimeLeft
{
public:
    /// `fraction` 0 … 1 is done at `nowMs` of any clock that only goes forward.
    void update(double fraction, qint64 nowMs);
    /// It is held: the time until the next update counts for nothing.
    void rest() { m_lastMs = -1; }

    /// Nothing as long as too little has been seen.
    std::optional<double> seconds() const;

private:
    double m_fraction = 0;
    qint64 m_lastMs = -1;
    qint64 m_seenMs = 0;
    double m_seen = 0;      ///< fraction that was done in m_seenMs
    double m_perSecond = 0; ///< as of late
};

} // namespace convoy
