// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include "core/base/resources.h"
#include "core/engine/enginestate.h"

#include <QDateTime>

#include <numeric>
#include <sys/resource.h>

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
    return const_cast<Job *>(job(id));
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

} // namespace convoy
