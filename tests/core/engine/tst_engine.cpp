// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <poll.h>
#include <semaphore>
#include <thread>
#include <unistd.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A runner that does what the test says: jobs wait at a gate, or end at once, well or badly.
class FakeRunner
{
public:
    JobOutcome run(const JobPlan &plan, JobControl &control, const std::function<void(double)> &progress)
    {
        {
            const std::lock_guard lock(m_mutex);
            started.push_back(plan.number);
            threads[plan.number] = &control;
        }
        const int now = ++running;
        int seen = mostRunning;
        while (now > seen && !mostRunning.compare_exchange_weak(seen, now)) {
        }
        progress(0.5);
        if (hasGate)
            waitAtGate(control);
        --running;
        JobOutcome outcome;
        outcome.seconds = 0.01;
        outcome.cpuSeconds = 0.01;
        if (const auto error = nextError(plan.number)) {
            outcome.error = *error;
            return outcome;
        }
        if (control.isCancelled()) {
            outcome.error = Error{ErrorKind::Cancelled, {}, {}};
            return outcome;
        }
        Result<StagedFile> file = StagedFile::create(plan.outputFolder, 0);
        if (!file || ::write(file->fd(), "x", 1) != 1)
            outcome.error = Error{ErrorKind::OutputUnwritable, {}, {}};
        else
            outcome.staged.push_back(std::move(*file));
        return outcome;
    }

    /// The next `times` attempts of that job fail so.
    void failWith(int number, ErrorKind kind, int times)
    {
        const std::lock_guard lock(m_mutex);
        m_errors[number] = {kind, times};
    }

    void open(int jobs) { m_gate.release(jobs); }
    std::vector<int> startedJobs()
    {
        const std::lock_guard lock(m_mutex);
        return started;
    }
    int threadsOf(int number)
    {
        const std::lock_guard lock(m_mutex);
        return threads.at(number)->threads();
    }

    std::atomic<bool> hasGate = false;
    std::atomic<int> running = 0;
    std::atomic<int> mostRunning = 0;

private:
    void waitAtGate(JobControl &control)
    {
        while (!m_gate.try_acquire_for(std::chrono::milliseconds(2))) {
            if (control.isCancelled())
                return;
        }
    }

    std::optional<Error> nextError(int number)
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_errors.find(number);
        if (it == m_errors.end() || it->second.second-- <= 0)
            return std::nullopt;
        return Error{it->second.first, QStringLiteral("on order"), {}};
    }

    std::mutex m_mutex;
    std::vector<int> started;
    std::map<int, JobControl *> threads;
    std::map<int, std::pair<ErrorKind, int>> m_errors;
    std::counting_semaphore<> m_gate{0};
};

} // namespace

class tst_Engine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void submit_allDone();
    void submit_longestFirst();
    void submit_neverMoreThanSlots();
    void submit_refusalsEndAtOnce();
    void submit_stateByKind_data();
    void submit_stateByKind();
    void retry_transientKindsByThemselves();
    void retry_failedOnes();
    void cancel_queuedAndRunning();
    void cancelAll_endsTheBatch();
    void pause_startsNothing();
    void pauseJob_queued();
    void threads_areLentAndTakenBack();
    void progress_neverGoesBack();
    void interrupt_leavesTheBatchUnfinished();
    void blocked_pausesInsteadOfFailing();
    void moveToFront_goesNext();
    void forget_onlyWhatIsOver();
    void manyJobs();

private:
    void makeEngine(int slots);
    std::vector<JobPlan> plans(int count, ConflictRule rule = ConflictRule::Rename) const;
    void waitForEnd() const { QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, 30'000); }
    JobState state(int number) const { return m_engine->job(JobId(number))->status.state; }
    QStringList outputs() const { return QDir(m_folder->filePath(u"out"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeRunner> m_runner;
    std::vector<std::thread> m_threads;
    std::mutex m_threadMutex;
    std::unique_ptr<Committer> m_committer;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<QSignalSpy> m_ended;
    std::unique_ptr<QSignalSpy> m_finished;
};

void tst_Engine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkdir(u"out"_s);
    m_runner = std::make_unique<FakeRunner>();
    makeEngine(2);
}

void tst_Engine::cleanup()
{
    m_runner->open(100'000);
    m_ended.reset();
    m_finished.reset();
    m_engine.reset();
    m_committer.reset();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void tst_Engine::makeEngine(int slots)
{
    m_engine.reset();
    m_committer.reset();
    m_committer = std::make_unique<Committer>(std::move(*Journal::open(toPath(m_folder->filePath(u"j"_s)))));
    // std::thread, not QThreadPool: ThreadSanitizer can follow it.
    const Executor executor = [this](std::function<void()> task) {
        const std::lock_guard lock(m_threadMutex);
        m_threads.emplace_back(std::move(task));
    };
    const JobRunner runner = [this](const JobPlan &plan, JobControl &control, const std::function<void(double)> &progress) {
        return m_runner->run(plan, control, progress);
    };
    m_engine = std::make_unique<Engine>(Engine::Parts{executor, runner, m_committer.get(), slots});
    m_ended = std::make_unique<QSignalSpy>(m_engine.get(), &Engine::batchFinished);
    m_finished = std::make_unique<QSignalSpy>(m_engine.get(), &Engine::jobFinished);
}

std::vector<JobPlan> tst_Engine::plans(int count, ConflictRule rule) const
{
    ConversionSettings settings;
    settings.converter = u"image"_s;
    settings.extension = u"txt"_s;
    settings.conflict = rule;
    settings.retry = {3, 0};
    const auto shared = std::make_shared<const ConversionSettings>(settings);
    std::vector<JobPlan> plans(size_t(count), JobPlan{});
    for (int i = 0; i < count; ++i) {
        plans[size_t(i)].number = i + 1;
        plans[size_t(i)].settings = shared;
        plans[size_t(i)].outputFolder = toPath(m_folder->filePath(u"out"_s));
        plans[size_t(i)].outputStem = QByteArray::number(i + 1);
        plans[size_t(i)].info.cpuSeconds = 1;
    }
    return plans;
}

void tst_Engine::submit_allDone()
{
    const auto submitted = m_engine->submit(plans(20), u"P"_s);
    QCOMPARE(submitted.firstJob, JobId(1));
    QVERIFY(!m_engine->isIdle());
    waitForEnd();
    QVERIFY(m_engine->isIdle());
    const auto summary = m_ended->front().front().value<BatchSummary>();
    QCOMPARE(summary.done, 20);
    QCOMPARE(summary.batch, submitted.batch);
    QCOMPARE(m_finished->size(), 20); // once each
    QSet<JobId> ids;
    for (const auto &arguments : *m_finished)
        ids.insert(arguments.front().value<JobId>());
    QCOMPARE(ids.size(), 20);
    QCOMPARE(outputs().size(), 20);
    QCOMPARE(m_engine->job(1)->status.outputs.front(), toPath(m_folder->filePath(u"out/1.txt"_s)));
    QCOMPARE(m_engine->progress().fraction, 1.0);
}

void tst_Engine::submit_longestFirst()
{
    makeEngine(1);
    auto jobs = plans(4);
    const double costs[] = {1, 4, 2, 3};
    for (size_t i = 0; i < 4; ++i)
        jobs[i].info.cpuSeconds = costs[i];
    m_engine->submit(jobs, u"P"_s);
    waitForEnd();
    QCOMPARE(m_runner->startedJobs(), (std::vector<int>{2, 4, 3, 1}));
}

void tst_Engine::submit_neverMoreThanSlots()
{
    makeEngine(3);
    m_engine->submit(plans(30), u"P"_s);
    waitForEnd();
    QVERIFY(m_runner->mostRunning <= 3);
}

void tst_Engine::submit_refusalsEndAtOnce()
{
    auto jobs = plans(3);
    jobs[0].refusal = Error{ErrorKind::UnreadableInput, u"no"_s, {}};
    jobs[1].refusal = Error{ErrorKind::UnsupportedFormat, u"no"_s, {}};
    m_engine->submit(jobs, u"P"_s);
    waitForEnd();
    QCOMPARE(state(1), JobState::Failed);
    QCOMPARE(state(2), JobState::Skipped);
    QCOMPARE(state(3), JobState::Done);
    QCOMPARE(m_runner->startedJobs(), std::vector<int>{3});
    QCOMPARE(m_finished->size(), 3);
}

void tst_Engine::submit_stateByKind_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ConflictRule>("rule");
    QTest::addColumn<JobState>("state");
    QTest::newRow("damaged") << ErrorKind::DamagedInput << ConflictRule::Rename << JobState::Failed;
    QTest::newRow("unsupported") << ErrorKind::UnsupportedFormat << ConflictRule::Rename << JobState::Skipped;
    QTest::newRow("exists, skip") << ErrorKind::OutputExists << ConflictRule::Skip << JobState::Skipped;
    QTest::newRow("exists, fail") << ErrorKind::OutputExists << ConflictRule::Fail << JobState::Failed;
}

void tst_Engine::submit_stateByKind()
{
    QFETCH(ErrorKind, kind);
    QFETCH(ConflictRule, rule);
    QFETCH(JobState, state);
    m_runner->failWith(1, kind, 1);
    m_engine->submit(plans(1, rule), u"P"_s);
    waitForEnd();
    QCOMPARE(this->state(1), state);
    QCOMPARE(m_engine->job(1)->status.error->kind, kind);
    QCOMPARE(m_engine->job(1)->status.attempts, 1);
}

void tst_Engine::retry_transientKindsByThemselves()
{
    m_runner->failWith(1, ErrorKind::TimedOut, 2);
    m_runner->failWith(2, ErrorKind::WorkerCrashed, 99);
    m_engine->submit(plans(2), u"P"_s);
    waitForEnd();
    QCOMPARE(state(1), JobState::Done);
    QCOMPARE(m_engine->job(1)->status.attempts, 3);
    QVERIFY(!m_engine->job(1)->status.error);
    QCOMPARE(state(2), JobState::Failed);
    QCOMPARE(m_engine->job(2)->status.attempts, 2); // a file that crashes twice is left alone, whatever the rule
    QCOMPARE(m_finished->size(), 2);
}

void tst_Engine::retry_failedOnes()
{
    m_runner->failWith(2, ErrorKind::DamagedInput, 1);
    m_engine->submit(plans(3), u"P"_s);
    waitForEnd();
    QCOMPARE(state(2), JobState::Failed);
    m_engine->retryFailed();
    QTRY_COMPARE(m_ended->size(), 2);
    QCOMPARE(state(2), JobState::Done);
    QCOMPARE(m_finished->size(), 4);
    QCOMPARE(outputs().size(), 3);
    m_engine->retry({1, 2, 3}); // nothing of it failed
    QVERIFY(m_engine->isIdle());
}

void tst_Engine::cancel_queuedAndRunning()
{
    m_runner->hasGate = true;
    m_engine->submit(plans(4), u"P"_s);
    QTRY_COMPARE(m_runner->running, 2);
    m_engine->cancel(1);
    m_engine->cancel(4);
    QTRY_COMPARE(state(1), JobState::Cancelled);
    QCOMPARE(state(4), JobState::Cancelled);
    m_engine->cancel(1); // once is enough
    m_runner->open(10);
    waitForEnd();
    QCOMPARE(m_ended->front().front().value<BatchSummary>().cancelled, 2);
    QCOMPARE(m_finished->size(), 4);
    QCOMPARE(outputs().size(), 2);
}

void tst_Engine::cancelAll_endsTheBatch()
{
    m_runner->hasGate = true;
    m_engine->submit(plans(50), u"P"_s);
    QTRY_COMPARE(m_runner->running, 2);
    m_engine->cancelAll();
    waitForEnd();
    QCOMPARE(m_ended->front().front().value<BatchSummary>().cancelled, 50);
    QVERIFY(outputs().isEmpty());
    QCOMPARE(m_runner->startedJobs().size(), 2u);
}

void tst_Engine::pause_startsNothing()
{
    m_runner->hasGate = true;
    m_engine->submit(plans(4), u"P"_s);
    QTRY_COMPARE(m_runner->running, 2);
    m_engine->pause();
    QCOMPARE(state(1), JobState::Paused);
    m_runner->open(2);
    QTRY_COMPARE(outputs().size(), 2);
    QCOMPARE(m_runner->startedJobs().size(), 2u);
    m_engine->resume();
    m_runner->open(2);
    waitForEnd();
    QCOMPARE(outputs().size(), 4);
}

void tst_Engine::pauseJob_queued()
{
    m_runner->hasGate = true;
    m_engine->submit(plans(3), u"P"_s);
    QTRY_COMPARE(m_runner->running, 2);
    m_engine->pauseJob(3);
    QCOMPARE(state(3), JobState::Paused);
    m_runner->open(2);
    QTRY_COMPARE(outputs().size(), 2);
    QVERIFY(m_ended->isEmpty());
    m_engine->resumeJob(3);
    m_runner->open(1);
    waitForEnd();
    QCOMPARE(state(3), JobState::Done);
}

void tst_Engine::threads_areLentAndTakenBack()
{
    makeEngine(4);
    m_runner->hasGate = true;
    auto jobs = plans(2);
    jobs[0].info.divisible = true;
    jobs[0].info.cpuSeconds = 9;
    m_engine->submit(jobs, u"P"_s);
    QTRY_COMPARE(m_runner->running, 2);
    QTRY_COMPARE(m_runner->threadsOf(1), 3);
    QCOMPARE(m_runner->threadsOf(2), 1);
    // Two more can start: what was lent comes back.
    auto others = plans(2);
    others[0].number = 3;
    others[1].number = 4;
    m_engine->submit(others, u"P"_s);
    QTRY_COMPARE(m_runner->running, 4);
    QCOMPARE(m_runner->threadsOf(1), 1);
    m_runner->open(4);
    QTRY_COMPARE(m_ended->size(), 2);
}

void tst_Engine::progress_neverGoesBack()
{
    double last = 0;
    bool wentBack = false;
    connect(m_engine.get(), &Engine::jobsChanged, this, [&] {
        const double fraction = m_engine->progress().fraction;
        wentBack = wentBack || fraction < last;
        last = fraction;
    });
    m_runner->failWith(3, ErrorKind::WorkerCrashed, 2);
    m_engine->submit(plans(40), u"P"_s);
    waitForEnd();
    QVERIFY(!wentBack);
    QCOMPARE(last, 1.0);
}

void tst_Engine::interrupt_leavesTheBatchUnfinished()
{
    m_runner->hasGate = true;
    const QString batch = m_engine->submit(plans(6), u"P"_s).batch;
    QTRY_COMPARE(m_runner->running, 2);
    m_runner->open(2);
    QTRY_VERIFY(outputs().size() >= 2);
    m_engine->interrupt();
    waitForEnd();
    m_runner->hasGate = false;
    makeEngine(2); // as a later start of the program would

    const auto journal = Journal::open(toPath(m_folder->filePath(u"j"_s)));
    QCOMPARE(*(*journal)->unfinished(), QStringList{batch});
    Result<RecoveredBatch> recovered = (*journal)->recover(batch);
    QVERIFY(recovered);
    QCOMPARE(recovered->jobs.size(), 6u);
    const auto again = m_engine->resubmit(std::move(*recovered));
    QCOMPARE(again.batch, batch);
    waitForEnd();
    QCOMPARE(m_ended->front().front().value<BatchSummary>().done, 6);
    QCOMPARE(outputs().size(), 6);
    m_engine.reset();
    m_committer.reset(); // everything is written
    QVERIFY((*journal)->unfinished()->isEmpty());
}

void tst_Engine::blocked_pausesInsteadOfFailing()
{
    QSignalSpy blocked(m_engine.get(), &Engine::blocked);
    m_runner->failWith(1, ErrorKind::NoSpace, 1);
    m_engine->submit(plans(5), u"P"_s);
    QTRY_COMPARE(blocked.size(), 1);
    QVERIFY(m_engine->isPaused());
    QVERIFY(!isTerminal(state(1)));
    m_engine->resume();
    waitForEnd();
    QCOMPARE(m_ended->front().front().value<BatchSummary>().done, 5);
    QCOMPARE(m_engine->job(1)->status.attempts, 1);
}

void tst_Engine::moveToFront_goesNext()
{
    makeEngine(1);
    m_runner->hasGate = true;
    m_engine->submit(plans(4), u"P"_s);
    QTRY_COMPARE(m_runner->running, 1);
    m_engine->moveToFront({4, 3});
    m_runner->open(4);
    waitForEnd();
    QCOMPARE(m_runner->startedJobs(), (std::vector<int>{1, 4, 3, 2}));
}

void tst_Engine::forget_onlyWhatIsOver()
{
    m_runner->hasGate = true;
    m_engine->submit(plans(3), u"P"_s);
    QTRY_COMPARE(m_runner->running, 2);
    m_engine->forget({1, 2, 3});
    QCOMPARE(m_engine->jobs().size(), 3);
    m_runner->open(3);
    waitForEnd();
    m_engine->forget({1, 3});
    QCOMPARE(m_engine->jobs(), QList<JobId>{2});
    QCOMPARE(m_engine->progress().done, 1);
}

void tst_Engine::manyJobs()
{
    auto jobs = plans(5000);
    for (JobPlan &plan : jobs)
        plan.refusal = Error{ErrorKind::UnsupportedFormat, u"no"_s, {}};
    m_engine->submit(std::move(jobs), u"P"_s);
    waitForEnd();
    QCOMPARE(m_finished->size(), 5000);
}

QTEST_GUILESS_MAIN(tst_Engine)
#include "tst_engine.moc"
