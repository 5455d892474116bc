// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/estimate.h"

#include <algorithm>
#include <cmath>

namespace convoy {

namespace {

// Jobs start longest first, so those just seen are the most like those to come.
constexpr double memoryOfJobs = 0.985; // weight of all earlier jobs at each new one
constexpr double mostRestored = 8;     // jobs that history counts for
// Before anything was seen: jobs stray so far from their estimate, as a part of it, and so many jobs' worth of doubt.
constexpr double priorSpread = 0.5;
constexpr double priorJobs = 2;
constexpr double leastDoubt = 0.06; // of the whole: other programs, disks, the end of the batch
constexpr double deviations = 2.0;  // the range on both sides of the mean

void scale(MeasuredRate &rate, double factor)
{
    for (double *sum : {&rate.jobs, &rate.cost, &rate.coreSeconds, &rate.costSquares, &rate.costTimesCore,
                        &rate.coreSquares})
        *sum *= factor;
}

} // namespace

double expectedCost(const JobPlan &plan)
{
    constexpr double leastCost = 0.002;     // opening, staging, committing
    constexpr double bytesPerSecond = 50e6; // where the probe knows nothing better
    const double byProbe = plan.info.cpuSeconds;
    return leastCost + (byProbe > 0 ? byProbe : double(plan.input.identity.size) / bytesPerSecond);
}

void RateEstimate::restore(const std::vector<MeasuredRate> &rates)
{
    for (const MeasuredRate &rate : rates) {
        MeasuredRate &seen = m_seen[rate.profile] = rate;
        if (seen.jobs > mostRestored)
            scale(seen, mostRestored / seen.jobs);
    }
}

std::vector<MeasuredRate> RateEstimate::measured() const
{
    std::vector<MeasuredRate> rates;
    for (const auto &[profile, rate] : m_seen)
        rates.push_back(rate);
    return rates;
}

void RateEstimate::learn(const QString &profile, double cost, double coreSeconds)
{
    if (!(cost > 0) || !(coreSeconds > 0))
        return;
    MeasuredRate &seen = m_seen[profile];
    seen.profile = profile;
    scale(seen, memoryOfJobs);
    ++seen.jobs;
    seen.cost += cost;
    seen.coreSeconds += coreSeconds;
    seen.costSquares += cost * cost;
    seen.costTimesCore += cost * coreSeconds;
    seen.coreSquares += coreSeconds * coreSeconds;
}

void RateEstimate::learnSize(const QString &profile, double inputBytes, double outputBytes)
{
    MeasuredRate &seen = m_seen[profile];
    seen.profile = profile;
    seen.inputBytes = seen.inputBytes * memoryOfJobs + inputBytes;
    seen.outputBytes = seen.outputBytes * memoryOfJobs + outputBytes;
}

RateEstimate::Rate RateEstimate::rate(const QString &profile) const
{
    const auto it = m_seen.find(profile);
    if (it == m_seen.end() || it->second.cost <= 0)
        return {};
    const MeasuredRate &seen = it->second;
    const double mean = seen.coreSeconds / seen.cost;
    // Jobs stray in proportion to their cost: occupancy = cost × (mean + strays).
    const double residual = std::max(
        0.0, seen.coreSquares - 2 * mean * seen.costTimesCore + mean * mean * seen.costSquares);
    const double priorSquares = priorJobs * seen.costSquares / std::max(seen.jobs, 1e-9);
    const double spread = priorSpread * mean;
    const double jobVariance = (residual + spread * spread * priorSquares) / (seen.costSquares + priorSquares);
    return {mean, jobVariance, jobVariance * seen.costSquares / (seen.cost * seen.cost), true};
}

RemainingTime remainingTime(const std::vector<OpenWork> &work, int slots_, const RateEstimate &rates)
{
    double total = 0;
    double variance = 0;
    double bound = 0; // what no number of cores can shorten
    double boundSpread = 0;
    const auto limitBy = [&](double seconds, double spread) {
        if (seconds > bound) {
            bound = seconds;
            boundSpread = spread;
        }
    };
    for (const OpenWork &part : work) {
        const RateEstimate::Rate rate = rates.rate(part.profile);
        if (!rate.known && part.paceSeconds < 0 && part.cost > 1e-9)
            return {};
        // A running job's own pace says more the further it is; together they are as good as either alone.
        const double byRate = part.cost * rate.mean;
        const bool hasBoth = rate.known && part.paceSeconds >= 0;
        const double seconds = hasBoth ? (byRate + part.paceSeconds) / 2 : rate.known ? byRate : part.paceSeconds;
        const double own = rate.known
            ? part.costSquares * rate.jobVariance + part.cost * part.cost * rate.meanVariance
            : seconds * seconds * priorSpread * priorSpread;
        total += seconds;
        variance += own;
        if (part.cores < slots_)
            limitBy(seconds / part.cores, std::sqrt(own) / part.cores);
        if (part.longest > 0 && part.cost > 0) {
            const double share = part.longest / part.cost;
            limitBy(seconds * share, rate.known ? part.longest * std::sqrt(rate.jobVariance) : seconds * priorSpread);
        }
    }
    const double mean = total / slots_;
    const double spread = std::sqrt(variance) / slots_;
    const double doubt = leastDoubt * std::max(mean, bound);
    return {std::max({0.0, mean - deviations * spread - doubt, bound - deviations * boundSpread - doubt}),
            std::max(mean + deviations * spread, bound + deviations * boundSpread) + doubt};
}

} // namespace convoy
