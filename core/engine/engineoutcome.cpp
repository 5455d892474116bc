// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/engine/enginestate.h"

#include <unistd.h>

/// What comes back of a job: its progress, its outcome, its outputs' names, its end.
namespace convoy {

void Engine::receive(std::vector<Event> events)
{
    for (Event &event : events) {
        if (event.lock && m_batches.contains(event.batch))
            m_batches.at(event.batch).lock = std::move(*event.lock);
        if (event.recorded)
            recorded(event.batch, *event.recorded);
        else if (event.progress)
            progressed(event.job, *event.progress);
        else if (event.said)
            said(event.job, std::move(*event.said));
        else if (event.outcome)
            ran(event.job, std::move(*event.outcome));
        else if (event.committed)
            committed(event.job, *event.committed, event.isPlaceLost);
        else if (event.completed)
            setCompleted(*event.completed);
        else if (event.trashed)
            sourceTrashed(event.job, *event.trashed);
    }
}

void Engine::progressed(JobId id, double fraction)
{
    Job *job = find(id);
    if (!job || !m_running.contains(id) || !(fraction > job->status.fraction))
        return;
    job->status.fraction = fraction;
    changed(id);
}

void Engine::said(JobId id, QByteArray text)
{
    Job *job = find(id);
    if (!job || !m_running.contains(id))
        return;
    job->status.toolOutput = std::move(text);
    changed(id);
}

void Engine::leaveSlot(JobId id)
{
    m_running.at(id)->account(m_clock.nsecsElapsed());
    m_scheduler.release(id);
}

void Engine::ran(JobId id, JobOutcome outcome)
{
    Job &job = m_jobs.at(id);
    Running &running = *m_running.at(id);
    leaveSlot(id);
    job.status.seconds = outcome.seconds;
    job.status.cpuSeconds += outcome.cpuSeconds;
    job.status.peakBytes = std::max(job.status.peakBytes, outcome.peakBytes);
    job.status.warnings = outcome.warnings;
    job.status.toolOutput = outcome.toolOutput;
    job.status.columns = outcome.columns;
    const bool isCancelled = running.control->isCancelled();
    if (!outcome.error && !isCancelled) {
        m_rates.learn(servingSettings(job).profileId, expectedCost(job.plan), running.coreSeconds);
        running.source = outcome.source;
        if (!holdForSet(job, outcome))
            commit(job, std::move(outcome));
        return dispatch();
    }
    m_running.erase(id);
    // Whatever a job says that is being cancelled: it was not done because somebody wanted it so.
    const Error error = isCancelled ? cancelledError() : *outcome.error;
    if (error.kind == ErrorKind::NoSpace || error.kind == ErrorKind::OutputUnwritable)
        block(job, error);
    else
        failed(job, error);
    dispatch();
}

void Engine::commit(Job &job, JobOutcome outcome)
{
    job.status.fraction = 1;
    m_running.at(job.id)->committing = true;
    m_running.at(job.id)->staged = int(outcome.staged.size());
    const ConversionSettings &settings = servingSettings(job);
    m_tasks.begin();
    m_parts.committer->commit({job.batch, job.id, job.plan.number, std::move(outcome.staged), std::move(outcome.madeFolders),
                               job.plan.outputStem, settings.extension, settings.conflict, job.status, job.plan.input.path},
                              // Asked in the committer's thread: a folder on a network may take long to answer.
                              [this, folder = job.plan.outputFolder / "."](JobId done, Result<CommittedOutputs> outputs) {
                                  const bool isLost = !outputs && ::access(folder.c_str(), W_OK) != 0;
                                  m_mailbox.post({.job = done, .committed = std::move(outputs), .isPlaceLost = isLost});
                                  m_tasks.end();
                              });
    changed(job.id);
}

void Engine::committed(JobId id, const Result<CommittedOutputs> &outputs, bool isPlaceLost)
{
    Job &job = m_jobs.at(id);
    const SourceIdentity source = m_running.at(id)->source;
    m_running.erase(id);
    if (!outputs && (isPlaceLost || outputs.error().kind == ErrorKind::NoSpace)) {
        block(job, outputs.error());
    } else if (outputs) {
        job.status.outputs = outputs->outputs;
        job.status.outputBytes = outputs->bytes;
        m_rates.learnSize(servingSettings(job).profileId, double(source.size), double(outputs->bytes));
        sourceRead(job, source);
        finish(job, JobState::Done, std::nullopt);
    } else {
        failed(job, outputs.error());
    }
    dispatch();
}

void Engine::finish(Job &job, JobState state, std::optional<Error> error)
{
    Q_ASSERT(!isTerminal(job.status.state));
    const QString name = job.batch; // whoever hears of the end may forget the job at once
    const HaltRule halt = job.plan.settings->batch.halt;
    setState(job, state);
    job.status.error = std::move(error);
    if (state == JobState::Done)
        job.status.fraction = 1;
    m_meter.finish(m_scheduler.cost(job));
    // Done is in the journal already. An interrupted job stays queued there: `resume` does it.
    if (state != JobState::Done && !(staysResumable(name) && state == JobState::Cancelled))
        m_parts.committer->record(job.batch, job.plan.number, job.status);
    m_troubles.erase(job.id);
    sourceFinished(job);
    leaveSet(job, state);
    changed(job.id);
    Batch &batch = m_batches.at(name);
    batch.failed += state == JobState::Failed ? 1 : 0;
    Q_EMIT jobFinished(job.id);
    --m_batches.at(name).open;
    if (state == JobState::Failed)
        haltIfDue(name, halt);
    closeBatch(name);
}

} // namespace convoy
