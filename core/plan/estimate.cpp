// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/estimate.h"

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
constexpr double leastDoubt = 0.1;        // of the whole: other programs, disks, the end of the batch
constexpr double leastDoubtSeconds = 0.1; // and what is told is as old as that
constexpr double deviations = 2.0;        // the range on both sides of the mean

void scale(MeasuredRate &rate, double factor)
{
    for (double *sum :
         {&rate.jobs, &rate.cost, &rate.coreSeconds, &rate.costSquares, &rate.costTimesCore, &rate.coreSquares})
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

    Trend &trend = m_trends[profile];
    const double x = std::log(cost);
    const double y = std::log(coreSeconds / cost);
    ++trend.jobs;
    trend.x += x;
    trend.y += y;
    trend.xx += x * x;
    trend.xy += x * y;
    trend.yy += y * y;
    trend.cost = trend.cost * memoryOfJobs + cost;
    trend.costTimesX = trend.costTimesX * memoryOfJobs + cost * x;
}

void RateEstimate::learnSize(const QString &profile, double inputBytes, double outputBytes)
{
    MeasuredRate &seen = m_seen[profile];
    seen.profile = profile;
    seen.inputBytes = seen.inputBytes * memoryOfJobs + inputBytes;
    seen.outputBytes = seen.outputBytes * memoryOfJobs + outputBytes;
}

RateEstimate::Rate RateEstimate::rate(const QString &profile, double typicalCost) const
{
    const auto it = m_seen.find(profile);
    if (it == m_seen.end() || it->second.cost <= 0)
        return {};
    const MeasuredRate &seen = it->second;
    const double mean = seen.coreSeconds / seen.cost;
    // Jobs stray in proportion to their cost: occupancy = cost × (mean + strays).
    const double residual = std::max(0.0, seen.coreSquares - 2 * mean * seen.costTimesCore + mean * mean * seen.costSquares);
    const double priorSquares = priorJobs * seen.costSquares / std::max(seen.jobs, 1e-9);
    const double spread = priorSpread * mean;
    const double jobVariance = (residual + spread * spread * priorSquares) / (seen.costSquares + priorSquares);
    Rate rate{mean, jobVariance, jobVariance * seen.costSquares / (seen.cost * seen.cost), true};
    if (const auto trend = m_trends.find(profile); trend != m_trends.end() && typicalCost > 0)
        addTrend(rate, trend->second, typicalCost);
    return rate;
}

/// Least squares over what was seen, and before that what is usual: a little of every job is the same for all sizes. Where
/// sizes are to come that are far from those seen, it is the less sure.
void RateEstimate::addTrend(Rate &rate, const Trend &trend, double typicalCost) const
{
    constexpr double leastJobs = 8;
    constexpr double steepest = 0.5;
    constexpr double leastVariance = 1e-3; // jobs that follow each other stray together
    double slope = -0.1;
    double variance = 0.01;
    const double n = trend.jobs;
    const double sxx = trend.xx - trend.x * trend.x / n;
    if (n >= leastJobs && sxx > 1e-6) {
        const double sxy = trend.xy - trend.x * trend.y / n;
        const double syy = trend.yy - trend.y * trend.y / n;
        const double seenVariance = std::max(leastVariance, std::max(0.0, syy - sxy * sxy / sxx) / (n - 2) / sxx);
        const double belief = variance / (variance + seenVariance);
        slope += belief * (std::clamp(sxy / sxx, -steepest, steepest) - slope);
        variance *= 1 - belief;
    }
    const double distance = std::log(typicalCost) - trend.costTimesX / trend.cost;
    const double factor = std::exp(slope * distance);
    rate.mean *= factor;
    rate.jobVariance *= factor * factor;
    rate.meanVariance = rate.meanVariance * factor * factor + rate.mean * rate.mean * distance * distance * variance;
}

OpenWork runningWork(const Job &job, double coreSeconds, int slots_)
{
    constexpr double leastFraction = 0.02; // before, a job's pace says nothing
    const double fraction = job.status.fraction;
    const double cost = expectedCost(job.plan);
    const double left = cost * (1 - fraction);
    const bool hasPace = fraction > leastFraction;
    return {
        .profile = servingSettings(job).profileId,
        .cost = left,
        .costSquares = left * left,
        .longest = job.plan.info.divisible ? 0 : left,
        .cores = slots_,
        .doneCost = hasPace ? cost * fraction : 0,
        .doneSeconds = hasPace ? coreSeconds : 0,
    };
}

namespace {

/// The sum of what is left, and the part of it that no number of cores can shorten.
class Forecast
{
public:
    Forecast(int slots_, const RateEstimate &rates) : m_slots(slots_), m_rates(rates) {}

    bool add(const OpenWork &part)
    {
        if (part.cost <= 1e-9)
            return true;
        const RateEstimate::Rate rate = m_rates.rate(part.profile, part.costSquares / part.cost);
        if (!rate.known)
            return false;
        double seconds = part.cost * rate.mean;
        double variance = part.costSquares * rate.jobVariance + part.cost * part.cost * rate.meanVariance;
        if (part.doneCost > 0) {
            // A running job's own pace says more the further it is.
            const double weight = part.doneCost / (part.doneCost + part.cost);
            seconds += weight * (part.doneSeconds / part.doneCost * part.cost - seconds);
            variance *= (1 - weight) * (1 - weight);
        }
        m_total += seconds;
        m_variance += variance;
        if (part.cores > 0 && part.cores < m_slots)
            limitBy(seconds / part.cores, std::sqrt(variance) / part.cores);
        if (part.longest > 0)
            limitBy(seconds * part.longest / part.cost,
                    part.doneCost > 0 ? std::sqrt(variance) : part.longest * std::sqrt(rate.jobVariance));
        return true;
    }

    RemainingTime range() const
    {
        const double mean = m_total / m_slots;
        const double spread = std::sqrt(m_variance) / m_slots;
        const double whole = std::max(mean, m_bound);
        const double doubt = whole > 0 ? leastDoubt * whole + leastDoubtSeconds : 0;
        return {std::max({0.0, mean - deviations * spread - doubt, m_bound - deviations * m_boundSpread - doubt}),
                std::max(mean + deviations * spread, m_bound + deviations * m_boundSpread) + doubt};
    }

private:
    void limitBy(double seconds, double spread)
    {
        if (seconds <= m_bound)
            return;
        m_bound = seconds;
        m_boundSpread = spread;
    }

    int m_slots;
    const RateEstimate &m_rates;
    double m_total = 0;
    double m_variance = 0;
    double m_bound = 0;
    double m_boundSpread = 0;
};

} // namespace

RemainingTime remainingTime(const std::vector<OpenWork> &work, int slots_, RateEstimate rates)
{
    for (const OpenWork &part : work)
        rates.learn(part.profile, part.doneCost, part.doneSeconds);
    Forecast forecast(slots_, rates);
    const bool isKnown = std::ranges::all_of(work, [&forecast](const OpenWork &part) { return forecast.add(part); });
    return isKnown ? forecast.range() : RemainingTime();
}

} // namespace convoy
