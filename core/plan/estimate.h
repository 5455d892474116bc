// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

#include <map>
#include <vector>

namespace convoy {

/// What a job is expected to cost, in CPU seconds on one core, from its probe. Never 0, so that progress counts every job.
double expectedCost(const JobPlan &plan);

/// Time that a batch still needs, as a range. Both 0 where nothing is known yet.
struct RemainingTime {
    double lowSeconds = 0;
    double highSeconds = 0;
};

/// What was measured of one profile's jobs: sums over jobs, in which those of long ago count less. The journal keeps it.
struct MeasuredRate {
    QString profile;
    double jobs = 0;
    double cost = 0;        ///< expected seconds
    double coreSeconds = 0; ///< seconds on a slot, times the cores that it had
    double costSquares = 0;
    double costTimesCore = 0;
    double coreSquares = 0;
    double inputBytes = 0;
    double outputBytes = 0;

    bool operator==(const MeasuredRate &) const = default;
};

/// Learns how long jobs of each profile really take for their expected cost, and says how long others will.
class RateEstimate
{
public:
    /// What earlier batches have shown. It counts for a few jobs only: this machine may be busier today.
    void restore(const std::vector<MeasuredRate> &rates);
    std::vector<MeasuredRate> measured() const;

    /// A job of that expected cost had `coreSeconds` on its slot.
    void learn(const QString &profile, double cost, double coreSeconds);
    /// For the space that outputs will need.
    void learnSize(const QString &profile, double inputBytes, double outputBytes);

    /// Real core-seconds for one expected second, for jobs of about `typicalCost` (0: of any): how far single jobs stray
    /// from that, and how unsure the mean is.
    struct Rate {
        double mean = 0;
        double jobVariance = 0;
        double meanVariance = 0;
        bool known = false;
    };
    Rate rate(const QString &profile, double typicalCost = 0) const;

private:
    /// Small jobs may be dearer for their size than large ones, and they come last: sums over the logarithms of cost (x)
    /// and of real by expected (y), for the slope of y by x.
    struct Trend {
        double jobs = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double cost = 0;
        double costTimesX = 0;
    };
    void addTrend(Rate &rate, const Trend &trend, double typicalCost) const;

    std::map<QString, MeasuredRate> m_seen;
    std::map<QString, Trend> m_trends;
};

/// Work that is still to be done: jobs of one profile that wait, or one that runs.
struct OpenWork {
    QString profile;
    double cost = 0;        ///< expected seconds that are left
    double costSquares = 0; ///< sum of the jobs' squares
    double longest = 0;     ///< expected seconds left of the longest job that has to stay on one core
    int cores = 0;          ///< that these jobs can have together; 0: all
    double doneCost = 0;    ///< of a running job: expected seconds that are behind it
    double doneSeconds = 0; ///< and the core-seconds that they took
};

/// What is left of a job that runs and has had so many core-seconds.
OpenWork runningWork(const Job &job, double coreSeconds, int slots_);

/// From all that is left and what was measured; running jobs count as far as they are. Nothing where a part cannot be
/// told.
RemainingTime remainingTime(const std::vector<OpenWork> &work, int slots_, RateEstimate rates);

} // namespace convoy
