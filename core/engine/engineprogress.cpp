// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/engine/enginestate.h"

namespace convoy {

void Engine::changed(JobId id)
{
    m_changed.insert(id);
    if (!m_changeTimer.isActive())
        m_changeTimer.start();
}

void Engine::flushChanged()
{
    m_changeTimer.stop();
    if (m_changed.empty())
        return;
    const QList<JobId> ids(m_changed.begin(), m_changed.end());
    m_changed.clear();
    Q_EMIT jobsChanged(ids);
}

EngineProgress Engine::progress() const
{
    double reached = 0;
    for (const auto &[id, running] : m_running) {
        const Job &job = m_jobs.at(id);
        reached += m_scheduler.cost(job) * job.status.fraction;
    }
    EngineProgress progress{
        .fraction = m_meter.fraction(reached),
        .remaining = remaining(),
        .queued = m_counts[size_t(JobState::Queued)],
        .running = m_counts[size_t(JobState::Running)] + m_counts[size_t(JobState::Paused)],
        .done = m_counts[size_t(JobState::Done)],
        .failed = m_counts[size_t(JobState::Failed)],
        .skipped = m_counts[size_t(JobState::Skipped)],
        .cancelled = m_counts[size_t(JobState::Cancelled)],
    };
    if (m_batches.empty())
        progress.fraction = m_jobs.empty() ? 0 : 1;
    return progress;
}

RemainingTime Engine::remaining() const
{
    std::vector<OpenWork> work = m_meter.waiting();
    for (OpenWork &waiting : work)
        waiting.cores = m_scheduler.coresFor(waiting.profile);
    for (const auto &[id, running] : m_running) {
        if (running->committing)
            continue;
        running->account(m_clock.nsecsElapsed());
        work.push_back(runningWork(m_jobs.at(id), running->coreSeconds, m_parts.slots_));
    }
    return remainingTime(work, m_parts.slots_, m_rates);
}

} // namespace convoy
