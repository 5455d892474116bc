// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/job.h"

#include <map>

namespace convoy {

/// What a job is expected to cost, in CPU seconds on one core, from its probe. Never 0, so that progress counts every job.
double expectedCost(const JobPlan &plan);

/// Learns how long jobs of each converter really take for their expected cost, and says how long others will.
class RateEstimate
{
public:
    /// `seconds` of wall time on `threads` cores for a job of that cost.
    void learn(const QString &converter, double cost, double coreSeconds);

    /// Real core-seconds for one unit of expected cost: the middle and the spread of what was seen.
    struct Rate {
        double low = 0;
        double high = 0;
        bool known = false;
    };
    Rate rate(const QString &converter) const;

private:
    struct Seen {
        double cost = 0;
        double coreSeconds = 0;
        double lowest = 0;
        double highest = 0;
        int jobs = 0;
    };
    std::map<QString, Seen> m_seen;
};

} // namespace convoy
