// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/estimate.h"

#include <algorithm>
#include <cmath>

namespace convoy {

double expectedCost(const JobPlan &plan)
{
    constexpr double leastCost = 0.002;     // opening, staging, committing
    constexpr double bytesPerSecond = 50e6; // where the probe knows nothing better
    const double byProbe = plan.info.cpuSeconds;
    return leastCost + (byProbe > 0 ? byProbe : double(plan.input.identity.size) / bytesPerSecond);
}

void RateEstimate::learn(const QString &converter, double cost, double coreSeconds)
{
    if (cost <= 0 || coreSeconds <= 0)
        return;
    Seen &seen = m_seen[converter];
    const double rate = coreSeconds / cost;
    seen.lowest = seen.jobs == 0 ? rate : std::min(seen.lowest, rate);
    seen.highest = seen.jobs == 0 ? rate : std::max(seen.highest, rate);
    seen.cost += cost;
    seen.coreSeconds += coreSeconds;
    ++seen.jobs;
}

RateEstimate::Rate RateEstimate::rate(const QString &converter) const
{
    const auto it = m_seen.find(converter);
    if (it == m_seen.end())
        return {};
    const Seen &seen = it->second;
    const double mean = seen.coreSeconds / seen.cost;
    // The mean of n jobs is about √n times as sure as one job; with one job the truth may be anywhere near.
    const double doubt = std::max(0.1, 0.6 / std::sqrt(double(seen.jobs)));
    const double low = std::max(seen.lowest, mean * (1 - doubt));
    const double high = std::min(std::max(seen.highest, mean * 1.1), mean * (1 + doubt));
    return {std::min(low, mean * 0.95), std::max(high, mean * 1.05), true};
}

} // namespace convoy
