// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batchplace.h"

#include "core/engine/engine.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QHash>
#include <QTest>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <thread>

namespace convoy::test {

/// One thread a task, joined at the end. ThreadSanitizer follows it, which it cannot do with QThreadPool.
class ThreadExecutor
{
public:
    Executor executor()
    {
        return [this](std::function<void()> task) { m_threads.emplace_back(std::move(task)); };
    }

private:
    std::vector<std::jthread> m_threads;
};

/// A few threads for very many tasks.
class CrewExecutor
{
public:
    explicit CrewExecutor(int size)
    {
        for (int i = 0; i < size; ++i)
            m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
    }
    Executor executor()
    {
        return [this](std::function<void()> task) {
            {
                const std::lock_guard lock(m_mutex);
                m_tasks.push_back(std::move(task));
            }
            m_wake.notify_one();
        };
    }

private:
    void work(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_wake.wait(lock, stop, [this] { return !m_tasks.empty(); })) {
            const std::function<void()> task = std::move(m_tasks.front());
            m_tasks.pop_front();
            lock.unlock();
            task();
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::function<void()>> m_tasks;
    std::vector<std::jthread> m_threads;
};

/// A runner whose jobs end when the test says so, or at once.
class FakeRunner
{
public:
    JobRunner runner()
    {
        return [this](const JobPlan &plan, JobControl &control, const JobNews &news) {
            return run(plan, control, news.progress);
        };
    }

    /// Lets the job go on: with success, or with that error.
    void end(int number, std::optional<ErrorKind> kind = std::nullopt)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ends[number].push_back(kind);
        }
        m_change.notify_all();
    }
    void endAllAtOnce()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_instant = true;
        }
        m_change.notify_all();
    }

    std::vector<int> order() const
    {
        const std::lock_guard lock(m_mutex);
        return m_order;
    }
    int mostAtOnce() const
    {
        const std::lock_guard lock(m_mutex);
        return m_most;
    }
    int mostThreads() const
    {
        const std::lock_guard lock(m_mutex);
        return m_mostThreads;
    }
    int threadsOf(int number) const
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_running.find(number);
        return it == m_running.end() ? 0 : it->second->threads();
    }
    bool isPaused(int number) const
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_running.find(number);
        return it != m_running.end() && it->second->isPaused();
    }
    /// With what each attempt was made, in order.
    struct Attempt {
        int number = 0;
        QString profile;
        int memoryFactor = 1;
        int besideIt = 0; // jobs that ran at its start
    };
    std::vector<Attempt> attempts() const
    {
        const std::lock_guard lock(m_mutex);
        return m_attempts;
    }
    std::vector<double> reports{0.5};
    std::function<void(const JobPlan &)> afterStaging; ///< in the job's thread, before its outcome is told

private:
    JobOutcome run(const JobPlan &plan, JobControl &control, const std::function<void(double)> &progress)
    {
        enter(plan, control);
        for (const double fraction : reports)
            progress(fraction);
        JobOutcome outcome;
        outcome.cpuSeconds = 0.001;
        outcome.source = plan.input.identity;
        outcome.error = wait(plan, control);
        if (!outcome.error)
            outcome.staged.push_back(BatchPlace::stage(plan.outputFolder, "job " + QByteArray::number(plan.number)));
        if (afterStaging && !outcome.error)
            afterStaging(plan);
        const std::lock_guard lock(m_mutex);
        m_running.erase(plan.number);
        return outcome;
    }

    void enter(const JobPlan &plan, JobControl &control)
    {
        const std::lock_guard lock(m_mutex);
        m_order.push_back(plan.number);
        m_attempts.push_back({plan.number, plan.settings->profileId, control.memoryFactor(), int(m_running.size())});
        m_running.emplace(plan.number, &control);
        m_most = std::max(m_most, int(m_running.size()));
        int threads = 0;
        for (const auto &[other, its] : m_running)
            threads += its->threads();
        m_mostThreads = std::max(m_mostThreads, threads);
    }

    std::optional<Error> wait(const JobPlan &plan, JobControl &control)
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            auto &ends = m_ends[plan.number];
            if (control.isCancelled())
                return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}};
            if (!ends.empty()) {
                const std::optional<ErrorKind> kind = ends.front();
                ends.erase(ends.begin());
                return kind ? std::optional(Error{*kind, QStringLiteral("as told"), {}}) : std::nullopt;
            }
            if (m_instant)
                return std::nullopt;
            m_change.wait_for(lock, std::chrono::milliseconds(5)); // cancel rings no bell here
        }
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_change;
    std::map<int, std::vector<std::optional<ErrorKind>>> m_ends; // guarded by m_mutex, as all below
    std::map<int, JobControl *> m_running;
    std::vector<int> m_order;
    std::vector<Attempt> m_attempts;
    bool m_instant = false;
    int m_most = 0;
    int m_mostThreads = 0;
};

/// QTest::qWaitFor, which sleeps 10 ms between two looks, for tests of hundreds of rows.
template <typename Predicate>
bool waitFor(const Predicate &predicate, int mostMs)
{
    for (const QDeadlineTimer end(mostMs); !predicate(); QThread::usleep(500)) {
        if (end.hasExpired())
            return false;
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

/// An engine with everything that it needs, and what it said.
class Bench : public QObject
{
public:
    explicit Bench(int slots_ = 2, std::chrono::milliseconds gatherTime = std::chrono::milliseconds(10))
        : Bench(Engine::Parts{.slots_ = slots_}, gatherTime)
    {
    }
    /// What the parts do not have is the bench's own.
    explicit Bench(Engine::Parts parts, std::chrono::milliseconds gatherTime = std::chrono::milliseconds(10))
        : committer(std::move(*Journal::open(place.journalFile())), gatherTime)
    {
        parts.executor = threads.executor();
        parts.runner = runner.runner();
        parts.committer = &committer;
        parts.readAhead = [this](std::vector<Path> files) { readAhead = std::move(files); };
        engine = std::make_unique<Engine>(std::move(parts));
        QObject::connect(engine.get(), &Engine::jobFinished, this, [this](JobId id) { ++finished[id]; });
        QObject::connect(engine.get(), &Engine::batchFinished, this,
                         [this](const BatchSummary &summary) { summaries.push_back(summary); });
    }

    Engine::Submitted submit(std::vector<JobPlan> plans) { return engine->submit(std::move(plans), QStringLiteral("Test")); }
    JobState state(JobId id) const { return engine->job(id)->status.state; }
    bool waitForState(JobId id, JobState wanted)
    {
        return waitFor([&] { return state(id) == wanted; }, 10'000);
    }
    bool waitForStart(int number)
    {
        return waitFor([&] { return std::ranges::count(runner.order(), number) > 0; }, 10'000);
    }
    bool waitForEnd()
    {
        return waitFor([&] { return engine->isIdle(); }, 20'000);
    }

    BatchPlace place;
    ThreadExecutor threads;
    FakeRunner runner;
    Committer committer;
    std::unique_ptr<Engine> engine;
    QHash<JobId, int> finished;
    std::vector<BatchSummary> summaries;
    std::vector<Path> readAhead; ///< as the engine said last
};

} // namespace convoy::test
