// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include "core/engine/enginestate.h"
#include "core/engine/resources.h"

#include <QDateTime>

#include <numeric>
#include <sys/resource.h>
#include <unistd.h>

namespace convoy {

namespace {

constexpr int changeIntervalMs = 100;
constexpr qint64 memoryIntervalMs = 500; // between two looks at the memory

/// So many staged files may wait for their names: each is open, and a slow disk falls behind fast jobs.
int mostStaged()
{
    constexpr rlim_t most = 256;
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    return int(std::min(most, files.rlim_cur / 8));
}

} // namespace

Engine::Engine(Parts parts, QObject *parent)
    : QObject(parent),
      m_parts(std::move(parts)),
      m_mailbox(this, [this](std::vector<Event> events) { receive(std::move(events)); }),
      m_scheduler(m_parts.slots_, [this] { return availableMemoryNow(); })
{
    if (!m_parts.availableMemory)
        m_parts.availableMemory = [] { return qint64(availableMemory()); };
    m_rates.restore(m_parts.rates);
    for (const MeasuredRate &rate : m_parts.rates) {
        if (const RateEstimate::Rate known = m_rates.rate(rate.profile); known.known)
            m_scheduler.setRate(rate.profile, known.mean);
    }
    m_clock.start();
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(changeIntervalMs);
    connect(&m_changeTimer, &QTimer::timeout, this, &Engine::flushChanged);
    m_unblockTimer.setSingleShot(true);
    m_unblockTimer.setInterval(m_parts.unblockTime);
    connect(&m_unblockTimer, &QTimer::timeout, this, &Engine::unblock);
    m_startTimer.setSingleShot(true);
    connect(&m_startTimer, &QTimer::timeout, this, &Engine::dispatch);
}

Engine::~Engine()
{
    for (const auto &[id, running] : m_running)
        running->control->cancel();
    m_tasks.waitForNone();
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

qint64 Engine::availableMemoryNow()
{
    if (!m_sinceMemory.isValid() || m_sinceMemory.elapsed() > memoryIntervalMs) {
        m_memory = m_parts.availableMemory();
        m_sinceMemory.start();
    }
    return m_memory;
}

/// Nothing happens where the journal does not have the batch yet: recorded() queues its jobs.
void Engine::enqueue(Job &job)
{
    joinSet(job);
    if (m_batches.at(job.batch).recorded && m_scheduler.enqueue(job))
        m_meter.expect(servingSettings(job).profileId, expectedCost(job.plan), job.plan.info.divisible);
}

/// False where the job does not wait in the queue.
bool Engine::dequeue(const Job &job)
{
    if (!m_scheduler.dequeue(job))
        return false;
    m_meter.dismiss(servingSettings(job).profileId, expectedCost(job.plan), job.plan.info.divisible);
    return true;
}

void Engine::setState(Job &job, JobState state)
{
    --m_counts[size_t(job.status.state)];
    ++m_counts[size_t(state)];
    job.status.state = state;
}

void Engine::dispatch()
{
    const int staged = std::accumulate(m_running.begin(), m_running.end(), 0,
                                       [](int sum, const auto &running) { return sum + running.second->staged; });
    std::vector<JobId> starting;
    while (!m_paused && staged < mostStaged()) {
        const std::optional<Scheduler::Start> next = m_scheduler.startNext(m_clock.elapsed());
        if (!next)
            break;
        Job &job = m_jobs.at(next->job->id);
        m_meter.dismiss(servingSettings(job).profileId, expectedCost(job.plan), job.plan.info.divisible);
        setState(job, JobState::Running);
        job.status.slot = next->slot % m_parts.slots_;
        auto running = std::make_unique<Running>();
        running->sinceNs = m_clock.nsecsElapsed();
        running->control->setMemoryFactor(job.status.isAlone ? 2 : 1);
        m_running.emplace(job.id, std::move(running));
        starting.push_back(job.id);
    }
    shareThreads(); // what was lent is taken back first
    for (const JobId id : starting)
        launch(m_jobs.at(id));
    readAhead();
    if (const qint64 due = m_scheduler.nextStartMs(m_clock.elapsed()); due >= 0 && !m_paused)
        m_startTimer.start(int(due - m_clock.elapsed()) + 1);
    if (!m_scheduler.hasRunning())
        m_parts.committer->flush();
    checkStalled();
}

void Engine::readAhead()
{
    constexpr qint64 leastBytes = 128 * 1024; // the intake has had so much of each read
    if (!m_parts.readAhead)
        return;
    std::vector<Path> sources;
    for (const Job *job : m_scheduler.upcoming(m_clock.elapsed())) {
        if (job->plan.input.identity.size > leastBytes)
            sources.push_back(job->plan.input.path);
    }
    m_parts.readAhead(std::move(sources));
}

void Engine::launch(Job &job)
{
    job.status.fraction = 0;
    job.status.toolOutput.clear();
    ++job.status.attempts;
    job.status.startedMs = QDateTime::currentMSecsSinceEpoch();
    JobPlan plan = job.plan;
    if (job.status.usesFallback)
        plan.settings = plan.settings->fallback;
    changed(job.id);
    const JobId id = job.id;
    const std::shared_ptr<JobControl> control = m_running.at(id)->control;
    m_tasks.begin();
    m_parts.executor([this, control, id, plan = std::move(plan)] {
        const JobNews news{
            .progress = [this, id](double fraction) { m_mailbox.post({.job = id, .progress = fraction}); },
            .said = [this, id](const QByteArray &said) { m_mailbox.post({.job = id, .said = said}); },
        };
        m_mailbox.post({.job = id, .outcome = m_parts.runner(plan, *control, news)});
        m_tasks.end();
    });
    Q_EMIT jobStarted(id);
}

void Engine::shareThreads()
{
    m_scheduler.shareThreads();
    const qint64 now = m_clock.nsecsElapsed();
    int threads = 0;
    for (const auto &[id, running] : m_running) {
        if (running->committing)
            continue;
        running->account(now);
        running->threads = m_scheduler.threads(id);
        running->control->setThreads(running->threads);
        threads += running->paused ? 0 : running->threads;
    }
    // What all of them have had together is what the machine has given, or the time left would be told too long.
    const double share = threads > m_parts.slots_ ? double(m_parts.slots_) / threads : 1;
    for (const auto &[id, running] : m_running)
        running->share = share;
}

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
