// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

#include <QHash>

#include <deque>

namespace convoy {

/// How fast work goes: files and bytes of sources in a second, over the last few seconds.
class WorkRate
{
public:
    /// A job has changed.
    void update(const Job &job);
    void clear();
    /// Takes a sample; `nowMs` is of any clock that only goes forward.
    void sample(qint64 nowMs);

    double filesPerSecond() const;
    double bytesPerSecond() const;

private:
    struct Sample {
        qint64 ms = 0;
        double files = 0;
        double bytes = 0;
    };

    double perSecond(double Sample::*what) const;

    QHash<JobId, double> m_running; ///< bytes that were counted of jobs under way
    Sample m_total;
    std::deque<Sample> m_samples;
};

/// "3.2 files/s, 14.5 MB/s"; empty where nothing moves.
QString rateText(const WorkRate &rate);

} // namespace convoy
