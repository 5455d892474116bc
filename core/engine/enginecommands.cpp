// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/engine/enginestate.h"

#include <algorithm>

namespace convoy {

void Engine::pause()
{
    m_paused = true;
    for (const auto &[id, running] : m_running)
        setPausedState(m_jobs.at(id), true);
}

void Engine::resume()
{
    m_paused = false;
    for (const auto &[id, running] : m_running)
        setPausedState(m_jobs.at(id), false);
    unblock();
}

void Engine::pauseJob(JobId id)
{
    if (Job *job = find(id); job && m_running.contains(id)) {
        setPausedState(*job, true);
    } else if (job && job->status.state == JobState::Queued) {
        dequeue(*job);
        m_retries.erase(id);
        setPausedState(*job, true);
    }
}

void Engine::resumeJob(JobId id)
{
    Job *job = find(id);
    if (!job || job->status.state != JobState::Paused)
        return;
    if (m_running.contains(id)) {
        setPausedState(*job, false);
        return;
    }
    setState(*job, JobState::Queued);
    changed(id);
    enqueue(*job);
    dispatch();
}

void Engine::setPausedState(Job &job, bool paused)
{
    const auto running = m_running.find(job.id);
    if (running != m_running.end()) {
        if (running->second->committing)
            return;
        running->second->account(m_clock.nsecsElapsed());
        running->second->paused = paused;
        running->second->control->setPaused(paused);
    }
    const JobState state = paused ? JobState::Paused : JobState::Running;
    if (job.status.state == state)
        return;
    setState(job, state);
    changed(job.id);
}

void Engine::cancel(JobId id)
{
    Job *job = find(id);
    if (!job || isTerminal(job->status.state))
        return;
    if (const auto running = m_running.find(id); running != m_running.end() && !dropHeld(id)) {
        running->second->control->cancel();
        return; // ends when its runner says so
    }
    drop(*job);
    finish(*job, JobState::Cancelled, cancelledError());
    dispatch();
}

/// Out of every queue; what follows is the caller's.
void Engine::drop(Job &job)
{
    dequeue(job);
    m_retries.erase(job.id);
}

void Engine::cancelAll()
{
    QList<JobId> ids = jobs();
    // Those that wait for the rest of their set before that rest: a set that is not wanted any more is not completed.
    std::stable_partition(ids.begin(), ids.end(), [this](JobId id) {
        const auto running = m_running.find(id);
        return running != m_running.end() && running->second->committing;
    });
    for (const JobId id : ids) { // first of all: nothing starts in between
        if (Job *job = find(id); job && !isTerminal(job->status.state))
            drop(*job);
    }
    for (const JobId id : ids)
        cancel(id);
}

void Engine::interrupt()
{
    m_interrupted = true;
    cancelAll();
}

void Engine::retry(const QList<JobId> &ids)
{
    if (m_batches.empty())
        m_meter.restart(); // what was shown is of work that has ended
    std::map<QString, QList<JobId>> byBatch;
    for (const JobId id : ids) {
        const Job *job = find(id);
        if (job && isTerminal(job->status.state) && job->status.state != JobState::Done)
            byBatch[job->batch].append(id);
    }
    for (const auto &[name, batchIds] : byBatch) {
        const auto [batch, reopened] = m_batches.try_emplace(name);
        if (reopened)
            reopenBatch(name, batch->second);
        batch->second.isHalted = false;
        for (const JobId id : batchIds) {
            Job &job = m_jobs.at(id);
            batch->second.failed -= job.status.state == JobState::Failed ? 1 : 0;
            m_meter.reopen(m_scheduler.cost(job));
            setState(job, JobState::Queued);
            job.status = {};
            job.plan.refusal.reset(); // look again: the reason may be gone
            ++batch->second.open;
            m_parts.committer->record(name, job.plan.number, job.status);
            changed(id);
            enqueue(job);
        }
        noteSources(batch->second);
    }
    m_interrupted = false;
    dispatch();
}

void Engine::retryFailed()
{
    QList<JobId> ids;
    for (const auto &[id, job] : m_jobs) {
        if (job.status.state == JobState::Failed)
            ids.append(id);
    }
    retry(ids);
}

void Engine::moveToFront(const QList<JobId> &ids)
{
    // The last one given is moved first, so that the first one ends up in front.
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        const Job *job = find(*id);
        if (job && !isTerminal(job->status.state) && !m_running.contains(*id))
            m_scheduler.moveToFront(*job);
    }
}

void Engine::forget(const QList<JobId> &ids)
{
    for (const JobId id : ids) {
        const Job *job = find(id);
        if (!job || !isTerminal(job->status.state))
            continue;
        if (const auto batch = m_batches.find(job->batch); batch != m_batches.end())
            ++batch->second.forgotten[size_t(job->status.state)];
        --m_counts[size_t(job->status.state)];
        m_meter.remove(m_scheduler.cost(*job), true);
        m_changed.erase(id);
        m_scheduler.forget(id);
        m_jobs.erase(id);
        m_setKeys.erase(id);
    }
    if (m_jobs.empty())
        m_sharedText.clear();
}

} // namespace convoy
