// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include "core/engine/resources.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <condition_variable>
#include <unordered_map>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::Engine)
};

constexpr int changeIntervalMs = 100;
// A file that has brought down so many workers is not tried again, whatever the profile says.
constexpr int mostCrashes = 2;
constexpr int unblockIntervalMs = 15'000; // from a full disk to the next try
constexpr qint64 memoryIntervalMs = 500;  // between two looks at the memory
constexpr double memoryShare = 0.6;       // of what is available, for all running jobs together

/// Sorts by time and is unique enough for a person's journal.
QString newBatchName()
{
    const QString time = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    return time + u'-' + QString::number(QRandomGenerator::global()->bounded(0x10000), 16).rightJustified(4, u'0');
}

bool isTransient(ErrorKind kind)
{
    return kind == ErrorKind::WorkerCrashed || kind == ErrorKind::TimedOut || kind == ErrorKind::OutOfMemory;
}

} // namespace

/// A job between start() and its end. Shared with the runner's task: either may go first.
struct Engine::Running {
    std::shared_ptr<JobControl> control = std::make_shared<JobControl>();
    int slot = 0;
    int threads = 1;
    bool committing = false; // off its slot, waiting for the committer
    bool paused = false;
};

struct Engine::Batch {
    JobId first = 0;
    int jobs = 0;
    int open = 0;                   // not yet in a terminal state
    bool recorded = false;          // the journal has it; nothing starts before
    std::array<int, 7> forgotten{}; // jobs by JobState that are not known any more
    QElapsedTimer timer;
    FileDescriptor lock;
};

/// What other threads tell the engine.
struct Engine::Event {
    JobId job = 0;
    std::optional<double> progress;
    std::optional<JobOutcome> outcome;
    std::optional<Result<CommittedOutputs>> committed;
    QString batch;
    std::optional<Result<void>> recorded;
    std::shared_ptr<FileDescriptor> lock;
};

Engine::Engine(Parts parts, QObject *parent)
    : QObject(parent),
      m_parts(std::move(parts)),
      m_mailbox(this, [this](std::vector<Event> events) { receive(std::move(events)); })
{
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(changeIntervalMs);
    connect(&m_changeTimer, &QTimer::timeout, this, &Engine::flushChanged);
    m_unblockTimer.setSingleShot(true);
    m_unblockTimer.setInterval(unblockIntervalMs);
    connect(&m_unblockTimer, &QTimer::timeout, this, &Engine::resume);
}

Engine::~Engine()
{
    for (const auto &[id, running] : m_running)
        running->control->cancel();
    m_tasks.waitForNone();
}

JobId Engine::adopt(const QString &batch, JobPlan plan, JobStatus status)
{
    const JobId id = ++m_lastId;
    ++m_counts[size_t(status.state)];
    m_totalCost += expectedCost(plan);
    if (isTerminal(status.state))
        m_finishedCost += expectedCost(plan);
    m_jobs.emplace(id, Job{id, batch, std::move(plan), std::move(status)});
    return id;
}

void Engine::openBatch(const QString &name, JobId first, int jobs, FileDescriptor lock)
{
    Batch batch;
    batch.first = first;
    batch.jobs = jobs;
    batch.lock = std::move(lock);
    batch.timer.start();
    if (m_batches.empty())
        m_shownFraction = 0; // that of work that has ended
    for (JobId id = first; id < first + JobId(jobs); ++id)
        batch.open += isTerminal(m_jobs.at(id).status.state) ? 0 : 1;
    m_batches.emplace(name, std::move(batch));
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

const Job *Engine::job(JobId id) const
{
    const auto it = m_jobs.find(id);
    return it == m_jobs.end() ? nullptr : &it->second;
}

Job *Engine::find(JobId id)
{
    const auto it = m_jobs.find(id);
    return it == m_jobs.end() ? nullptr : &it->second;
}

QList<JobId> Engine::jobs() const
{
    QList<JobId> ids;
    ids.reserve(qsizetype(m_jobs.size()));
    for (const auto &[id, job] : m_jobs)
        ids.append(id);
    return ids;
}

bool Engine::isIdle() const
{
    return m_batches.empty();
}

Engine::QueueOrder Engine::orderOf(const Job &job) const
{
    const auto front = m_fronts.find(job.id);
    return {front == m_fronts.end() ? 0 : front->second, expectedCost(job.plan), job.id};
}

void Engine::enqueue(const Job &job)
{
    if (m_batches.at(job.batch).recorded && m_queue.insert(orderOf(job)).second)
        m_queuedCost[job.plan.settings->converter] += expectedCost(job.plan);
}

bool Engine::dequeue(const Job &job)
{
    if (m_queue.erase(orderOf(job)) == 0)
        return false;
    m_queuedCost[job.plan.settings->converter] -= expectedCost(job.plan);
    return true;
}

void Engine::setState(Job &job, JobState state)
{
    --m_counts[size_t(job.status.state)];
    ++m_counts[size_t(state)];
    job.status.state = state;
}

int Engine::freeSlot(const Job &next) const
{
    // Between two small jobs a core would wait for messages to go round: one more is under way meanwhile.
    constexpr double smallCost = 0.05;
    const int lanes = m_parts.slots_ + (expectedCost(next.plan) < smallCost && m_queue.size() > 1 ? 1 : 0);
    std::vector<bool> taken(size_t(m_parts.slots_) + 1, false);
    for (const auto &[id, running] : m_running) {
        if (!running->committing)
            taken[size_t(running->slot)] = true;
    }
    const auto slot = std::ranges::find(taken, false) - taken.begin();
    return slot < lanes ? int(slot) : -1;
}

void Engine::dispatch()
{
    while (!m_paused && !m_queue.empty()) {
        const Job &next = m_jobs.at(m_queue.begin()->id);
        const int slot = freeSlot(next);
        if (slot < 0 || !fits(next))
            break; // until one that runs has ended
        dequeue(next);
        start(m_jobs.at(next.id), slot);
    }
    shareThreads();
}

/// Whether there is memory for the job beside those that run. Alone, every job may start: its sandbox limits it.
bool Engine::fits(const Job &job)
{
    qint64 needed = job.plan.info.memoryBytes;
    bool isAlone = true;
    for (const auto &[id, running] : m_running) {
        if (running->committing)
            continue;
        needed += m_jobs.at(id).plan.info.memoryBytes;
        isAlone = false;
    }
    if (isAlone)
        return true;
    if (!m_sinceMemory.isValid() || m_sinceMemory.elapsed() > memoryIntervalMs) {
        m_memory = availableMemory();
        m_sinceMemory.start();
    }
    return double(needed) <= double(m_memory) * memoryShare;
}

void Engine::start(Job &job, int slot)
{
    auto running = std::make_unique<Running>();
    running->slot = slot;
    setState(job, JobState::Running);
    job.status.slot = running->slot % m_parts.slots_;
    job.status.fraction = 0;
    ++job.status.attempts;
    job.status.startedMs = QDateTime::currentMSecsSinceEpoch();
    const std::shared_ptr<JobControl> control = running->control;
    m_running.emplace(job.id, std::move(running));
    shareThreads();
    changed(job.id);
    Q_EMIT jobStarted(job.id);
    m_tasks.begin();
    m_parts.executor([this, control, id = job.id, plan = job.plan] {
        const auto progress = [this, id](double fraction) { m_mailbox.post({.job = id, .progress = fraction}); };
        m_mailbox.post({.job = id, .outcome = m_parts.runner(plan, *control, progress)});
        m_tasks.end();
    });
}

/// Lends cores that would stand idle to running jobs that can use them, and takes them back as soon as others can start.
void Engine::shareThreads()
{
    std::vector<Running *> borrowers;
    int busy = 0;
    for (const auto &[id, running] : m_running) {
        if (running->committing)
            continue;
        ++busy;
        running->threads = 1;
        if (m_jobs.at(id).plan.info.divisible)
            borrowers.push_back(running.get());
    }
    const int idle = m_queue.empty() || m_paused ? m_parts.slots_ - busy : 0;
    for (int i = 0; i < idle && !borrowers.empty(); ++i)
        ++borrowers[size_t(i) % borrowers.size()]->threads;
    for (const auto &[id, running] : m_running)
        running->control->setThreads(running->threads);
}

void Engine::receive(std::vector<Event> events)
{
    for (Event &event : events) {
        if (event.lock && m_batches.contains(event.batch))
            m_batches.at(event.batch).lock = std::move(*event.lock);
        if (event.recorded) {
            recorded(event.batch, *event.recorded);
        } else if (event.progress) {
            Job *job = find(event.job);
            if (job && m_running.contains(event.job) && *event.progress > job->status.fraction) {
                job->status.fraction = *event.progress;
                changed(event.job);
            }
        } else if (event.outcome) {
            ran(event.job, std::move(*event.outcome));
        } else if (event.committed) {
            committed(event.job, *event.committed);
        }
    }
}

void Engine::ran(JobId id, JobOutcome outcome)
{
    Job &job = m_jobs.at(id);
    Running &running = *m_running.at(id);
    job.status.seconds = outcome.seconds;
    job.status.cpuSeconds += outcome.cpuSeconds;
    job.status.peakBytes = std::max(job.status.peakBytes, outcome.peakBytes);
    job.status.warnings = outcome.warnings;
    job.status.toolOutput = outcome.toolOutput;
    job.status.columns = outcome.columns;
    if (const bool isCancelled = running.control->isCancelled(); outcome.error || isCancelled) {
        m_running.erase(id);
        // Whatever a job says that is being cancelled: it was not done because somebody wanted it so.
        if (isCancelled)
            failed(job, Error{ErrorKind::Cancelled, Text::tr("Cancelled."), {}});
        else if (outcome.error->kind == ErrorKind::NoSpace || outcome.error->kind == ErrorKind::OutputUnwritable)
            block(job, *outcome.error);
        else
            failed(job, *outcome.error);
    } else {
        m_rates.learn(job.plan.settings->converter, expectedCost(job.plan), outcome.cpuSeconds);
        job.status.fraction = 1;
        running.committing = true;
        const ConversionSettings &settings = *job.plan.settings;
        m_tasks.begin();
        m_parts.committer->commit({job.batch, id, job.plan.number, std::move(outcome.staged), std::move(outcome.madeFolders),
                                   job.plan.outputStem, settings.extension, settings.conflict, job.status,
                                   job.plan.input.path},
                                  [this](JobId done, Result<CommittedOutputs> outputs) {
                                      m_mailbox.post({.job = done, .committed = std::move(outputs)});
                                      m_tasks.end();
                                  });
        changed(id);
    }
    dispatch();
}

void Engine::committed(JobId id, const Result<CommittedOutputs> &outputs)
{
    Job &job = m_jobs.at(id);
    m_running.erase(id);
    if (!outputs && outputs.error().kind == ErrorKind::NoSpace) {
        block(job, outputs.error());
    } else if (outputs) {
        job.status.outputs = outputs->outputs;
        job.status.outputBytes = outputs->bytes;
        finish(job, JobState::Done, std::nullopt);
    } else {
        failed(job, outputs.error());
    }
    dispatch();
}

void Engine::failed(Job &job, const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        finish(job, JobState::Cancelled, error);
    else if (error.kind == ErrorKind::UnsupportedFormat
             || (error.kind == ErrorKind::OutputExists && job.plan.settings->conflict == ConflictRule::Skip))
        finish(job, JobState::Skipped, error);
    else if (!retriesLater(job, error))
        finish(job, JobState::Failed, error);
}

/// The next file would meet the same: instead of failing them all, everything waits, this job too.
void Engine::block(Job &job, const Error &error)
{
    if (m_interrupted)
        return finish(job, JobState::Cancelled, Error{ErrorKind::Cancelled, Text::tr("Cancelled."), {}});
    setState(job, JobState::Queued);
    job.status.fraction = 0;
    --job.status.attempts;
    changed(job.id);
    enqueue(job);
    pause();
    m_unblockTimer.start();
    Q_EMIT blocked(error);
}

bool Engine::retriesLater(Job &job, const Error &error)
{
    const RetryRule &rule = job.plan.settings->retry;
    if (!isTransient(error.kind) || job.status.attempts >= rule.attempts || m_interrupted)
        return false;
    if (error.kind == ErrorKind::WorkerCrashed && ++m_crashes[job.id] >= mostCrashes)
        return false;
    setState(job, JobState::Queued);
    job.status.fraction = 0;
    changed(job.id);
    const double delayS = rule.delayS * double(1 << std::min(job.status.attempts - 1, 10));
    m_retries.insert(job.id);
    QTimer::singleShot(int(delayS * 1000), this, [this, id = job.id] {
        if (m_retries.erase(id) == 0)
            return; // cancelled in the meantime
        enqueue(m_jobs.at(id));
        dispatch();
    });
    return true;
}

void Engine::finish(Job &job, JobState state, std::optional<Error> error)
{
    Q_ASSERT(!isTerminal(job.status.state));
    setState(job, state);
    job.status.error = std::move(error);
    if (state == JobState::Done)
        job.status.fraction = 1;
    m_finishedCost += expectedCost(job.plan);
    // Done is in the journal already. An interrupted job stays queued there: `resume` does it.
    if (state != JobState::Done && !(m_interrupted && state == JobState::Cancelled))
        m_parts.committer->record(job.batch, job.plan.number, job.status);
    m_crashes.erase(job.id);
    changed(job.id);
    const QString batch = job.batch; // whoever hears of the end may forget the job at once
    Q_EMIT jobFinished(job.id);
    --m_batches.at(batch).open;
    closeBatch(batch);
}

void Engine::closeBatch(const QString &name)
{
    const auto it = m_batches.find(name);
    if (it == m_batches.end() || it->second.open > 0 || !it->second.recorded)
        return;
    std::array<int, 7> counts = it->second.forgotten;
    for (JobId id = it->second.first; id < it->second.first + JobId(it->second.jobs); ++id) {
        if (const Job *job = find(id))
            ++counts[size_t(job->status.state)];
    }
    const BatchSummary summary{
        .batch = name,
        .done = counts[size_t(JobState::Done)],
        .failed = counts[size_t(JobState::Failed)],
        .skipped = counts[size_t(JobState::Skipped)],
        .cancelled = counts[size_t(JobState::Cancelled)],
        .seconds = double(it->second.timer.elapsed()) / 1000,
    };
    if (!m_interrupted)
        m_parts.committer->endBatch(name);
    m_batches.erase(it);
    flushChanged();
    Q_EMIT batchFinished(summary);
}

void Engine::pause()
{
    m_unblockTimer.stop(); // a person who pauses wants it to stay so
    m_paused = true;
    for (const auto &[id, running] : m_running)
        setPausedState(m_jobs.at(id), true);
}

void Engine::resume()
{
    m_unblockTimer.stop();
    m_paused = false;
    for (const auto &[id, running] : m_running)
        setPausedState(m_jobs.at(id), false);
    dispatch();
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
    if (const auto running = m_running.find(id); running != m_running.end()) {
        running->second->control->cancel();
        return; // ends when its runner says so
    }
    dequeue(*job);
    m_retries.erase(id);
    finish(*job, JobState::Cancelled, Error{ErrorKind::Cancelled, Text::tr("Cancelled."), {}});
    dispatch();
}

void Engine::cancelAll()
{
    m_queue.clear(); // nothing starts in between
    m_queuedCost.clear();
    const QList<JobId> ids = jobs();
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
    std::map<QString, QList<JobId>> byBatch;
    for (const JobId id : ids) {
        const Job *job = find(id);
        if (job && isTerminal(job->status.state) && job->status.state != JobState::Done)
            byBatch[job->batch].append(id);
    }
    for (const auto &[name, batchIds] : byBatch) {
        const auto [batch, reopened] = m_batches.try_emplace(name);
        if (reopened) {
            reopenBatch(name, batch->second);
        }
        for (const JobId id : batchIds) {
            Job &job = m_jobs.at(id);
            setState(job, JobState::Queued);
            m_finishedCost -= expectedCost(job.plan);
            job.status = {};
            job.plan.refusal.reset(); // look again: the reason may be gone
            ++batch->second.open;
            m_parts.committer->record(name, job.plan.number, job.status);
            changed(id);
            enqueue(job);
        }
    }
    m_shownFraction = 0;
    m_interrupted = false;
    dispatch();
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
    m_tasks.begin();
    m_parts.committer->reopenBatch(name, [this, name](const Result<void> &, FileDescriptor lock) {
        m_mailbox.post({.batch = name, .lock = std::make_shared<FileDescriptor>(std::move(lock))});
        m_tasks.end();
    });
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
        Job *job = find(*id);
        if (!job || isTerminal(job->status.state) || m_running.contains(*id))
            continue;
        const bool waits = dequeue(*job);
        m_fronts[*id] = ++m_front;
        if (waits)
            enqueue(*job);
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
        m_totalCost -= expectedCost(job->plan);
        m_finishedCost -= expectedCost(job->plan);
        m_changed.erase(id);
        m_fronts.erase(id);
        m_jobs.erase(id);
    }
}

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
    EngineProgress progress;
    progress.queued = m_counts[size_t(JobState::Queued)];
    progress.running = m_counts[size_t(JobState::Running)] + m_counts[size_t(JobState::Paused)];
    progress.done = m_counts[size_t(JobState::Done)];
    progress.failed = m_counts[size_t(JobState::Failed)];
    progress.skipped = m_counts[size_t(JobState::Skipped)];
    progress.cancelled = m_counts[size_t(JobState::Cancelled)];

    double reached = m_finishedCost;
    for (const auto &[id, running] : m_running) {
        const Job &job = m_jobs.at(id);
        reached += expectedCost(job.plan) * job.status.fraction;
    }
    if (m_totalCost > 0)
        m_shownFraction = std::max(m_shownFraction, std::min(1.0, reached / m_totalCost));
    if (m_batches.empty())
        m_shownFraction = m_totalCost > 0 ? 1 : 0;
    progress.fraction = m_shownFraction;
    progress.remaining = remaining();
    return progress;
}

RemainingTime Engine::remaining() const
{
    double low = 0;
    double high = 0;
    for (const auto &[converter, cost] : m_queuedCost) {
        const RateEstimate::Rate rate = m_rates.rate(converter);
        if (!rate.known && cost > 1e-9)
            return {};
        low += cost * rate.low;
        high += cost * rate.high;
    }
    for (const auto &[id, running] : m_running) {
        const Job &job = m_jobs.at(id);
        if (running->committing)
            continue;
        const double sinceStart = double(QDateTime::currentMSecsSinceEpoch() - job.status.startedMs) / 1000;
        if (const RateEstimate::Rate rate = m_rates.rate(job.plan.settings->converter); rate.known) {
            const double rest = expectedCost(job.plan) * (1 - job.status.fraction);
            low += rest * rate.low;
            high += rest * rate.high;
        } else if (job.status.fraction > 0.02) {
            // Nothing has ended yet: this job's own pace is all there is.
            const double rest = sinceStart * running->threads * (1 - job.status.fraction) / job.status.fraction;
            low += rest * 0.7;
            high += rest * 1.5;
        } else {
            return {};
        }
    }
    return {low / m_parts.slots_, high / m_parts.slots_};
}

} // namespace convoy
