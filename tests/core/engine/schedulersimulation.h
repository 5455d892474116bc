// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/progressmeter.h"
#include "core/engine/scheduler.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convoy::test {

/// A batch on so many cores without a clock, a thread or a file: the scheduler decides, jobs take the core-seconds that
/// they are said to take, and time jumps from one event to the next. The same every time.
class SchedulerSimulation
{
public:
    struct Look {
        double now = 0;
        RemainingTime remaining;
        double fraction = 0;
    };

    explicit SchedulerSimulation(int cores, qint64 memory = std::numeric_limits<qint64>::max())
        : scheduler(cores, [memory] { return memory; }),
          m_cores(cores)
    {
    }

    /// `expected` core-seconds are what the probe says, `real` what it takes.
    JobPlan &add(double expected, double real, bool divisible)
    {
        const JobId id = m_jobs.size() + 1;
        SimulatedJob &simulated = m_jobs[id];
        simulated.job.id = id;
        simulated.job.plan.settings = settings;
        simulated.job.plan.number = int(id);
        simulated.job.plan.info.cpuSeconds = expected;
        simulated.job.plan.info.divisible = divisible;
        simulated.left = simulated.real = real;
        return simulated.job.plan;
    }

    /// Seconds until the last job has ended. `lookEvery` seconds of it are noted in `looks`.
    double run(double lookEvery = 0)
    {
        for (auto &[id, simulated] : m_jobs) {
            scheduler.enqueue(simulated.job);
            meter.add(scheduler.cost(simulated.job), false);
            meter.expect(settings->profileId, expectedCost(simulated.job.plan), simulated.job.plan.info.divisible);
        }
        double nextLook = lookEvery;
        dispatch();
        while (!m_running.empty()) {
            const double step = nextEnd();
            if (lookEvery > 0 && m_now + step > nextLook) {
                advance(nextLook - m_now);
                look();
                nextLook += lookEvery;
                continue;
            }
            advance(step);
            endFinished();
            dispatch();
        }
        return m_now;
    }

    /// No order and no sharing can be quicker.
    double lowerBound() const
    {
        double total = 0;
        double longest = 0;
        for (const auto &[id, simulated] : m_jobs) {
            total += simulated.real;
            longest = std::max(longest, simulated.job.plan.info.divisible ? 0 : simulated.real);
        }
        return std::max(total / m_cores, longest);
    }

    Scheduler scheduler;
    ProgressMeter meter;
    RateEstimate rates;
    std::shared_ptr<ConversionSettings> settings = std::make_shared<ConversionSettings>();
    std::vector<Look> looks;
    std::vector<JobId> order;
    std::vector<double> starts;
    int mostThreads = 0;
    int mostJobs = 0;

private:
    struct SimulatedJob {
        Job job;
        double real = 0;
        double left = 0;
        double coreSeconds = 0;
    };

    void dispatch()
    {
        while (const auto next = scheduler.startNext(qint64(std::llround(m_now * 1000)))) {
            m_running.push_back(next->job->id);
            order.push_back(next->job->id);
            starts.push_back(m_now);
            meter.dismiss(settings->profileId, expectedCost(next->job->plan), next->job->plan.info.divisible);
        }
        scheduler.shareThreads();
        mostThreads = std::max(mostThreads, threads());
        mostJobs = std::max(mostJobs, int(m_running.size()));
    }

    int threads() const
    {
        int sum = 0;
        for (const JobId id : m_running)
            sum += scheduler.threads(id);
        return sum;
    }
    double speed(JobId id) const { return scheduler.threads(id) * std::min(1.0, double(m_cores) / std::max(1, threads())); }

    double nextEnd() const
    {
        double step = std::numeric_limits<double>::max();
        for (const JobId id : m_running)
            step = std::min(step, m_jobs.at(id).left / speed(id));
        return step;
    }

    void advance(double seconds)
    {
        std::vector<double> speeds;
        for (const JobId id : m_running)
            speeds.push_back(speed(id));
        for (size_t i = 0; i < m_running.size(); ++i) {
            SimulatedJob &simulated = m_jobs.at(m_running[i]);
            simulated.left -= seconds * speeds[i];
            simulated.coreSeconds += seconds * scheduler.threads(m_running[i]);
            simulated.job.status.fraction = std::clamp(1 - simulated.left / simulated.real, 0.0, 1.0);
        }
        m_now += seconds;
    }

    void endFinished()
    {
        std::erase_if(m_running, [this](JobId id) {
            const SimulatedJob &simulated = m_jobs.at(id);
            if (simulated.left > 1e-9)
                return false;
            scheduler.release(id);
            rates.learn(settings->profileId, expectedCost(simulated.job.plan), simulated.coreSeconds);
            meter.finish(scheduler.cost(simulated.job));
            return true;
        });
    }

    void look()
    {
        double reached = 0;
        std::vector<OpenWork> work = meter.waiting();
        for (OpenWork &waiting : work)
            waiting.cores = scheduler.coresFor(waiting.profile);
        for (const JobId id : m_running) {
            const SimulatedJob &simulated = m_jobs.at(id);
            reached += scheduler.cost(simulated.job) * simulated.job.status.fraction;
            work.push_back(runningWork(simulated.job, simulated.coreSeconds, m_cores));
        }
        looks.push_back({m_now, remainingTime(work, m_cores, rates), meter.fraction(reached)});
    }

    int m_cores;
    std::map<JobId, SimulatedJob> m_jobs;
    std::vector<JobId> m_running;
    double m_now = 0;
};

} // namespace convoy::test
