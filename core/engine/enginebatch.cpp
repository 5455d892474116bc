// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/engine/enginestate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct EngineBatchText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Engine)
};

/// Sorts by time and is unique enough for a person's journal.
QString newBatchName()
{
    const QString time = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    return time + u'-' + QString::number(QRandomGenerator::global()->bounded(0x10000), 16).rightJustified(4, u'0');
}

} // namespace

JobId Engine::adopt(const QString &batch, JobPlan plan, JobStatus status)
{
    const JobId id = ++m_lastId;
    m_sharedText.share(plan);
    ++m_counts[size_t(status.state)];
    const Job &job = m_jobs.emplace(id, Job{id, batch, std::move(plan), std::move(status)}).first->second;
    m_meter.add(m_scheduler.cost(job), isTerminal(job.status.state));
    if (!isTerminal(job.status.state) || job.status.state == JobState::Done)
        joinSet(job);
    return id;
}

void Engine::openBatch(const QString &name, JobId first, int jobs, FileDescriptor lock)
{
    if (m_batches.empty())
        m_meter.restart(); // what was shown is of work that has ended
    Batch &batch = m_batches[name];
    batch.first = first;
    batch.jobs = jobs;
    batch.lock = std::move(lock);
    batch.timer.start();
    for (JobId id = first; id < first + JobId(jobs); ++id) {
        const JobState state = m_jobs.at(id).status.state;
        batch.open += isTerminal(state) ? 0 : 1;
        batch.failed += state == JobState::Failed ? 1 : 0;
    }
    noteSources(batch);
}

Engine::Submitted Engine::submit(std::vector<JobPlan> plans, const QString &profileName)
{
    const QString name = newBatchName();
    const JobId first = m_lastId + 1;
    for (const JobPlan &plan : plans)
        adopt(name, plan, {});
    openBatch(name, first, int(plans.size()), FileDescriptor());
    m_interrupted = false;
    m_tasks.begin();
    m_parts.committer->addBatch(
        {name, profileName, std::move(plans)}, [this, name](Result<void> result, FileDescriptor lock) {
            m_mailbox.post(
                {.batch = name, .recorded = std::move(result), .lock = std::make_shared<FileDescriptor>(std::move(lock))});
            m_tasks.end();
        });
    return {name, first};
}

Engine::Submitted Engine::resubmit(RecoveredBatch batch)
{
    const JobId first = m_lastId + 1;
    for (RecoveredJob &job : batch.jobs) {
        job.status.fraction = job.status.state == JobState::Done ? 1 : 0;
        if (job.status.state == JobState::Done)
            m_parts.committer->record(batch.id, job.plan.number, job.status); // was found whole on disk
        adopt(batch.id, std::move(job.plan), std::move(job.status));
    }
    openBatch(batch.id, first, int(batch.jobs.size()), std::move(batch.lock));
    m_interrupted = false;
    m_mailbox.post({.batch = batch.id, .recorded = Result<void>()});
    return {batch.id, first};
}

void Engine::recorded(const QString &name, const Result<void> &result)
{
    Batch &batch = m_batches.at(name);
    batch.recorded = true;
    if (!result)
        Q_EMIT blocked(result.error());
    // Copied: finishing the last job closes the batch.
    const JobId end = batch.first + JobId(batch.jobs);
    for (JobId id = batch.first; id < end; ++id) {
        Job *job = find(id);
        if (!job || isTerminal(job->status.state))
            continue;
        if (result && job->status.state == JobState::Paused)
            continue; // until it is resumed
        if (!result)
            finish(*job, JobState::Failed, result.error());
        else if (job->plan.refusal)
            failed(*job, *job->plan.refusal);
        else
            enqueue(*job);
    }
    closeBatch(name);
    dispatch();
}

bool Engine::isIdle() const
{
    return m_batches.empty();
}

bool Engine::staysResumable(const QString &batch) const
{
    return m_interrupted || m_batches.at(batch).isHalted;
}

void Engine::closeBatch(const QString &name)
{
    const auto it = m_batches.find(name);
    if (it == m_batches.end() || it->second.open > 0 || !it->second.recorded)
        return;
    const Batch &batch = it->second;
    std::array<int, 7> counts = batch.forgotten;
    for (JobId id = batch.first; id < batch.first + JobId(batch.jobs); ++id) {
        if (const Job *job = find(id))
            ++counts[size_t(job->status.state)];
    }
    const BatchSummary summary{
        .batch = name,
        .done = counts[size_t(JobState::Done)],
        .failed = counts[size_t(JobState::Failed)],
        .skipped = counts[size_t(JobState::Skipped)],
        .cancelled = counts[size_t(JobState::Cancelled)],
        .seconds = double(batch.timer.elapsed()) / 1000,
        .isHalted = batch.isHalted,
    };
    m_parts.committer->recordRates(m_rates.measured());
    if (!staysResumable(name) || summary.cancelled == 0)
        m_parts.committer->endBatch(name);
    m_batches.erase(it);
    flushChanged();
    Q_EMIT batchFinished(summary);
}

/// The jobs of a batch have consecutive ids.
void Engine::reopenBatch(const QString &name, Batch &batch)
{
    const auto first = std::ranges::find_if(m_jobs, [&name](const auto &entry) { return entry.second.batch == name; });
    const auto last = std::find_if(m_jobs.rbegin(), m_jobs.rend(),
                                   [&name](const auto &entry) { return entry.second.batch == name; });
    batch.first = first->first;
    batch.jobs = int(last->first - first->first) + 1;
    batch.recorded = true;
    batch.timer.start();
    for (auto job = first; job != m_jobs.end() && job->second.batch == name; ++job)
        batch.failed += job->second.status.state == JobState::Failed ? 1 : 0;
    m_tasks.begin();
    m_parts.committer->reopenBatch(name, [this, name](const Result<void> &, FileDescriptor lock) {
        m_mailbox.post({.batch = name, .lock = std::make_shared<FileDescriptor>(std::move(lock))});
        m_tasks.end();
    });
}

void Engine::haltIfDue(const QString &name, const HaltRule &rule)
{
    const auto batch = m_batches.find(name);
    if (rule.when == HaltRule::When::Never || batch == m_batches.end() || batch->second.isHalted || batch->second.open == 0)
        return;
    const int failures = batch->second.failed;
    const bool isDue = (rule.failures > 0 && failures >= rule.failures)
        || (rule.percent > 0 && failures * 100.0 >= rule.percent * batch->second.jobs);
    if (isDue)
        halt(name, rule.when,
             {ErrorKind::Cancelled, EngineBatchText::tr("Stopped because %n file(s) failed.", nullptr, failures)});
}

void Engine::halt(const QString &name, HaltRule::When when, const Error &reason)
{
    const auto batch = m_batches.find(name);
    if (when == HaltRule::When::Never || batch == m_batches.end())
        return;
    batch->second.isHalted = true;
    // Copied: finishing the last job closes the batch.
    const JobId end = batch->second.first + JobId(batch->second.jobs);
    for (JobId id = batch->second.first; id < end; ++id) {
        Job *job = find(id);
        if (!job || job->batch != name || isTerminal(job->status.state))
            continue;
        if (const auto running = m_running.find(id); running == m_running.end()) {
            drop(*job);
            finish(*job, JobState::Cancelled, reason);
        } else if (when == HaltRule::When::Now) {
            running->second->control->cancel();
        }
    }
}

void Engine::noteSources(Batch &batch)
{
    batch.sources.clear();
    for (JobId id = batch.first; id < batch.first + JobId(batch.jobs); ++id) {
        const Job *job = find(id);
        if (!job || !job->plan.settings->batch.trashSource || job->plan.input.path.empty())
            continue;
        SourceUse &use = batch.sources[job->plan.input.path];
        const JobState state = job->status.state;
        use.open += isTerminal(state) ? 0 : 1;
        use.allDone = use.allDone && (!isTerminal(state) || state == JobState::Done);
    }
}

/// A job is about to be done that has read `source`. One that changed between two jobs of the batch stays where it is.
void Engine::sourceRead(const Job &job, const SourceIdentity &source)
{
    auto &sources = m_batches.at(job.batch).sources;
    const auto use = sources.find(job.plan.input.path);
    if (use == sources.end())
        return;
    use->second.allDone = use->second.allDone && use->second.identity.value_or(source) == source;
    use->second.identity = source;
}

/// Several jobs may read one source (the tracks of an album): it goes when the last of them is done, if all are.
void Engine::sourceFinished(const Job &job)
{
    auto &sources = m_batches.at(job.batch).sources;
    const auto use = sources.find(job.plan.input.path);
    if (use == sources.end())
        return;
    use->second.allDone = use->second.allDone && job.status.state == JobState::Done;
    if (--use->second.open > 0 || !use->second.allDone || !use->second.identity)
        return;
    m_tasks.begin();
    m_parts.committer->trash(job.id, job.plan.input.path, *use->second.identity, [this](JobId id, Result<void> result) {
        m_mailbox.post({.job = id, .trashed = std::move(result)});
        m_tasks.end();
    });
}

void Engine::sourceTrashed(JobId id, const Result<void> &result)
{
    Job *job = find(id);
    if (!job || result)
        return;
    job->status.warnings.append(result.error().message);
    m_parts.committer->record(job->batch, job->plan.number, job->status);
    changed(id);
}

} // namespace convoy
