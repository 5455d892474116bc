// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/enginefixture.h"

#include <QHash>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <semaphore>
#include <sys/resource.h>
#include <thread>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;
namespace fs = std::filesystem;

namespace {

enum class Action { Pause, Resume, PauseJob, ResumeJob, Cancel, CancelAll, Retry, Forget, MoveToFront, Interrupt };
constexpr const char *actionNames[] = {"pause",     "resume", "pauseJob", "resumeJob",   "cancel",
                                       "cancelAll", "retry",  "forget",   "moveToFront", "interrupt"};
enum class Situation { Unrecorded, Queued, Running, Paused, RetryWaiting, Done, Failed, Cancelled };
constexpr const char *situationNames[] = {"unrecorded",    "queued", "running", "paused",
                                          "retry waiting", "done",   "failed",  "cancelled"};

void perform(Engine &engine, Action action, JobId id)
{
    switch (action) {
    case Action::Pause: return engine.pause();
    case Action::Resume: return engine.resume();
    case Action::PauseJob: return engine.pauseJob(id);
    case Action::ResumeJob: return engine.resumeJob(id);
    case Action::Cancel: return engine.cancel(id);
    case Action::CancelAll: return engine.cancelAll();
    case Action::Retry: return engine.retry({id});
    case Action::Forget: return engine.forget({id});
    case Action::MoveToFront: return engine.moveToFront({id});
    case Action::Interrupt: return engine.interrupt();
    }
}

} // namespace

/// The queue: every job gets to one end, and only one.
class TestEngine : public QObject
{
    Q_OBJECT

private:
    /// Brings job 1 of three into that situation; one slot.
    static void bring(Bench &bench, Situation situation)
    {
        JobPlan first = bench.place.plan(1);
        JobPlan other = bench.place.plan(2);
        first.info.cpuSeconds = situation == Situation::Queued ? 1 : 100;
        other.info.cpuSeconds = 50;
        JobPlan last = bench.place.plan(3);
        last.info.cpuSeconds = 0.5;
        bench.submit({first, other, last});
        switch (situation) {
        case Situation::Unrecorded: return;
        case Situation::Queued: QVERIFY(bench.waitForStart(2)); return;
        case Situation::Running: QVERIFY(bench.waitForStart(1)); return;
        case Situation::Paused:
            QVERIFY(bench.waitForStart(1));
            bench.engine->pauseJob(1);
            QCOMPARE(bench.state(1), JobState::Paused);
            return;
        case Situation::RetryWaiting:
            bench.runner.end(1, ErrorKind::TimedOut);
            QVERIFY(waitFor([&] { return bench.engine->job(1)->status.attempts == 1 && bench.state(1) == JobState::Queued; },
                            10'000));
            return;
        case Situation::Done:
            bench.runner.end(1);
            QVERIFY(bench.waitForState(1, JobState::Done));
            return;
        case Situation::Failed:
            bench.runner.end(1, ErrorKind::DamagedInput);
            QVERIFY(bench.waitForState(1, JobState::Failed));
            return;
        case Situation::Cancelled:
            QVERIFY(bench.waitForStart(1));
            bench.engine->cancel(1);
            QVERIFY(bench.waitForState(1, JobState::Cancelled));
            return;
        }
    }

private Q_SLOTS:
    void order_longestFirst()
    {
        Bench bench(1);
        std::vector<JobPlan> plans = bench.place.plans(5);
        const double costs[] = {1, 5, 3, 5, 4};
        for (size_t i = 0; i < plans.size(); ++i)
            plans[i].info.cpuSeconds = costs[i];
        bench.runner.endAllAtOnce();
        bench.submit(plans);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.runner.order(), (std::vector<int>{2, 4, 5, 3, 1}));
    }

    void moveToFront_goesBeforeAll()
    {
        Bench bench(1);
        std::vector<JobPlan> plans = bench.place.plans(5);
        for (size_t i = 0; i < plans.size(); ++i)
            plans[i].info.cpuSeconds = 10 - double(i);
        bench.submit(plans);
        QVERIFY(bench.waitForStart(1));
        bench.engine->moveToFront({4, 5});
        bench.runner.endAllAtOnce();
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.runner.order(), (std::vector<int>{1, 4, 5, 2, 3}));
    }

    /// Of those that start next, as many as there are slots; small ones have been read by their probe.
    void upcoming_isReadAhead()
    {
        Bench bench(2);
        std::vector<JobPlan> plans = bench.place.plans(6);
        for (size_t i = 0; i < plans.size(); ++i) {
            plans[i].info.cpuSeconds = 10 - double(i);
            plans[i].input.identity.size = i == 3 ? 1000 : 1'000'000;
        }
        bench.submit(plans);
        QVERIFY(bench.waitForStart(2));
        QCOMPARE(bench.readAhead, (std::vector<Path>{plans[2].input.path}));
        bench.runner.end(1);
        QVERIFY(bench.waitForStart(3));
        QCOMPARE(bench.readAhead, (std::vector<Path>{plans[4].input.path}));
        bench.runner.endAllAtOnce();
        QVERIFY(bench.waitForEnd());
        QVERIFY(bench.readAhead.empty());
    }

    void slots_areNeverExceeded()
    {
        Bench bench(3);
        std::vector<JobPlan> plans = bench.place.plans(30);
        for (JobPlan &plan : plans)
            plan.info.cpuSeconds = 1;
        bench.runner.endAllAtOnce();
        bench.submit(plans);
        QVERIFY(bench.waitForEnd());
        QVERIFY(bench.runner.mostAtOnce() <= 3);
        QCOMPARE(bench.place.outputs().size(), 30);
        QCOMPARE(bench.summaries.size(), size_t(1));
        QCOMPARE(bench.summaries[0].done, 30);
    }

    /// Jobs that end wait for others, whose syncs they share, but not where nobody is left who could end.
    void lastJob_waitsForNoOther()
    {
        for (const auto &[jobs, failing] :
             {std::pair(1, 0), std::pair(2, 0), std::pair(5, 0), std::pair(2, 2), std::pair(1, 1)}) {
            Bench bench(2, std::chrono::hours(1));
            for (int number = 1; number <= jobs; ++number)
                bench.runner.end(number, number == failing ? std::optional(ErrorKind::DamagedInput) : std::nullopt);
            bench.submit(bench.place.plans(jobs));
            QVERIFY(bench.waitForEnd());
            QCOMPARE(bench.summaries.at(0).done, failing > 0 ? jobs - 1 : jobs);
        }
    }

    void outcome_decidesTheState_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("attempts");
        const auto row = [](ErrorKind kind, JobState state, int attempts) {
            QTest::newRow(errorKindName(kind).data()) << int(kind) << int(state) << attempts;
        };
        row(ErrorKind::UnsupportedFormat, JobState::Skipped, 1);
        row(ErrorKind::DamagedInput, JobState::Failed, 1);
        row(ErrorKind::OutputExists, JobState::Failed, 1);
        row(ErrorKind::VerificationFailed, JobState::Failed, 1);
        row(ErrorKind::Internal, JobState::Failed, 1);
        row(ErrorKind::TimedOut, JobState::Failed, 3);
        row(ErrorKind::OutOfMemory, JobState::Failed, 2);   // once more alone
        row(ErrorKind::WorkerCrashed, JobState::Failed, 2); // twice is enough, whatever the profile says
    }

    void outcome_decidesTheState()
    {
        QFETCH(int, kind);
        QFETCH(int, state);
        QFETCH(int, attempts);
        Bench bench;
        for (int i = 0; i < attempts; ++i)
            bench.runner.end(1, ErrorKind(kind));
        bench.runner.end(2);
        bench.submit(bench.place.plans(2));
        QVERIFY(bench.waitForEnd());
        QCOMPARE(int(bench.state(1)), state);
        QCOMPARE(bench.engine->job(1)->status.attempts, attempts);
        QCOMPARE(bench.engine->job(1)->status.error->kind, ErrorKind(kind));
        QCOMPARE(bench.state(2), JobState::Done);
        QCOMPARE(bench.finished, (QHash<JobId, int>{{1, 1}, {2, 1}}));
        QCOMPARE(bench.place.outputs(), QByteArrayList{"job2.txt"});
    }

    void transient_mayPass()
    {
        Bench bench;
        bench.runner.end(1, ErrorKind::WorkerCrashed);
        bench.runner.end(1, std::nullopt);
        bench.submit(bench.place.plans(1));
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.state(1), JobState::Done);
        QCOMPARE(bench.engine->job(1)->status.attempts, 2);
        QCOMPARE(bench.finished.value(1), 1);
    }

    void refusal_endsAtOnce()
    {
        Bench bench;
        bench.place.settings->conflict = ConflictRule::Skip;
        std::vector<JobPlan> plans = bench.place.plans(3);
        plans[0].refusal = Error{ErrorKind::OutputExists, u"there"_s, {}};
        plans[1].refusal = Error{ErrorKind::UnreadableInput, u"unreadable"_s, {}};
        plans[2].refusal = Error{ErrorKind::UnsupportedFormat, u"unknown"_s, {}};
        bench.submit(plans);
        QVERIFY(bench.finished.isEmpty()); // the caller has to know the batch first
        QVERIFY(bench.waitForEnd());
        QVERIFY(bench.runner.order().empty());
        QCOMPARE(bench.summaries[0].skipped, 2);
        QCOMPARE(bench.summaries[0].failed, 1);
        QCOMPARE(bench.finished.size(), 3);
    }

    void full_pausesTheBatch()
    {
        Bench bench(1);
        QSignalSpy blocked(bench.engine.get(), &Engine::blocked);
        bench.runner.end(1, ErrorKind::NoSpace);
        bench.submit(bench.place.plans(2));
        QVERIFY(QTest::qWaitFor([&] { return !blocked.isEmpty(); }, 10'000));
        QVERIFY(bench.engine->isPaused());
        QVERIFY(bench.finished.isEmpty());
        bench.runner.endAllAtOnce();
        bench.engine->resume();
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.summaries[0].done, 2);
        QCOMPARE(bench.engine->job(1)->status.attempts, 1);
    }

    /// Each staged file is open: jobs that are faster than the disk would end with "too many open files".
    void slowDisk_holdsJobsBack()
    {
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        rlimit few = before;
        few.rlim_cur = 200; // an eighth of them may be staged files
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
        Bench bench;
        std::vector<JobPlan> plans;
        for (int number = 1; number <= 120; ++number)
            plans.push_back(bench.place.plan(number));
        bench.submit(plans);
        QVERIFY(bench.waitForStart(1));
        std::binary_semaphore locked(0);
        std::binary_semaphore release(0);
        std::jthread disk([&] {
            const auto journal = std::move(*Journal::open(bench.place.journalFile()));
            [[maybe_unused]] const Result<void> held = journal->transaction([&]() -> Result<void> {
                locked.release();
                release.acquire();
                return {};
            });
        });
        locked.acquire();
        bench.runner.endAllAtOnce();
        QVERIFY(QTest::qWaitFor([&] { return bench.runner.order().size() >= 25; }, 10'000));
        QTest::qWait(300);
        const size_t started = bench.runner.order().size();
        release.release();
        QVERIFY(bench.waitForEnd());
        ::setrlimit(RLIMIT_NOFILE, &before);
        QVERIFY2(started <= 30, QByteArray::number(qulonglong(started)).constData());
        QCOMPARE(bench.summaries.front().done, 120);
    }

    void threads_areLent()
    {
        Bench bench(4);
        std::vector<JobPlan> plans = bench.place.plans(3);
        plans[0].info.divisible = true;
        for (JobPlan &plan : plans)
            plan.info.cpuSeconds = 1;
        bench.submit(plans);
        for (int number = 1; number <= 3; ++number)
            QVERIFY(bench.waitForStart(number));
        QTRY_COMPARE(bench.runner.threadsOf(1), 2);
        QCOMPARE(bench.runner.threadsOf(2), 1);
        bench.runner.end(2);
        QTRY_COMPARE(bench.runner.threadsOf(1), 3);
        bench.runner.end(3);
        QTRY_COMPARE(bench.runner.threadsOf(1), 4); // the last one gets all
        JobPlan late = bench.place.plan(4);
        late.info.cpuSeconds = 1;
        bench.submit({late});
        QVERIFY(bench.waitForStart(4));
        QTRY_COMPARE(bench.runner.threadsOf(1), 3); // and gives back
        QVERIFY(bench.runner.mostThreads() <= 4);
        bench.runner.endAllAtOnce();
        QVERIFY(bench.waitForEnd());
    }

    void progress_neverGoesBack()
    {
        Bench bench(1);
        bench.runner.reports = {0.3, 0.1, 0.8, 0.2, std::numeric_limits<double>::quiet_NaN()};
        bench.runner.end(1, ErrorKind::TimedOut);
        std::vector<double> seen;
        QElapsedTimer sinceChange;
        qint64 shortest = 1'000'000;
        connect(bench.engine.get(), &Engine::jobsChanged, &bench, [&] {
            seen.push_back(bench.engine->progress().fraction);
            if (sinceChange.isValid() && !bench.engine->isIdle())
                shortest = std::min(shortest, sinceChange.elapsed());
            sinceChange.start();
        });
        bench.submit(bench.place.plans(3));
        QVERIFY(bench.waitForStart(1));
        for (const int number : {1, 2, 3}) {
            QVERIFY(bench.waitForStart(number));
            QTest::qWait(150); // several intervals of the change signal
            bench.runner.end(number);
        }
        QVERIFY(bench.waitForEnd());
        QVERIFY(std::ranges::is_sorted(seen));
        QVERIFY(seen.size() >= 2);
        QVERIFY2(shortest >= 95, qPrintable(QString::number(shortest)));
        QCOMPARE(bench.engine->progress().fraction, 1.0);
        bench.engine->forget(bench.engine->jobs());
        bench.submit(bench.place.plans(1));
        QVERIFY(bench.engine->progress().fraction < 0.9); // a new batch begins anew
        bench.runner.endAllAtOnce();
        QVERIFY(bench.waitForEnd());
    }

    void action_inEverySituation_data()
    {
        QTest::addColumn<int>("situation");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        for (int situation = 0; situation <= int(Situation::Cancelled); ++situation) {
            for (int first = 0; first <= int(Action::Interrupt); ++first) {
                for (int second = 0; second <= int(Action::Interrupt); ++second)
                    QTest::addRow("%s: %s, %s", situationNames[situation], actionNames[first], actionNames[second])
                        << situation << first << second;
            }
        }
    }

    /// Whatever is asked of a job in whatever state, in the end it is finished once for each time that it was queued, the
    /// counts add up, its output is there if it is done, and nothing is staged any more.
    void action_inEverySituation()
    {
        QFETCH(int, situation);
        QFETCH(int, first);
        QFETCH(int, second);
        Bench bench(1, std::chrono::milliseconds(0));
        bring(bench, Situation(situation));
        int ends = 1;
        for (const int action : {first, second}) {
            const Job *job = bench.engine->job(1);
            const bool again = Action(action) == Action::Retry && job && isTerminal(job->status.state)
                && job->status.state != JobState::Done;
            ends += again ? 1 : 0;
            perform(*bench.engine, Action(action), 1);
        }
        bench.runner.endAllAtOnce();
        bench.engine->resume();
        for (const JobId id : bench.engine->jobs())
            bench.engine->resumeJob(id);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.finished.value(1), ends);
        QCOMPARE(bench.finished.value(2), 1);
        QCOMPARE(bench.finished.value(3), 1);
        const EngineProgress progress = bench.engine->progress();
        QCOMPARE(progress.queued + progress.running, 0);
        QCOMPARE(progress.done + progress.failed + progress.skipped + progress.cancelled, int(bench.engine->jobs().size()));
        const BatchSummary &summary = bench.summaries.back();
        QCOMPARE(summary.done + summary.failed + summary.skipped + summary.cancelled, 3);
        QCOMPARE(int(bench.place.outputs().size()), summary.done);
    }

    void pause_stopsWhatRunsAndStartsNothing()
    {
        Bench bench(1);
        bench.submit(bench.place.plans(2));
        QVERIFY(bench.waitForStart(1));
        bench.engine->pause();
        QVERIFY(bench.runner.isPaused(1));
        QCOMPARE(bench.state(1), JobState::Paused);
        bench.runner.end(1); // was about to end anyway
        QVERIFY(bench.waitForState(1, JobState::Done));
        QCOMPARE(bench.state(2), JobState::Queued);
        bench.engine->resume();
        QVERIFY(bench.waitForStart(2));
        bench.runner.endAllAtOnce();
        QVERIFY(bench.waitForEnd());
    }

    void pauseJob_beforeTheJournalHasIt()
    {
        Bench bench(1);
        bench.submit(bench.place.plans(2));
        bench.engine->pauseJob(1);
        bench.runner.endAllAtOnce();
        QVERIFY(bench.waitForState(2, JobState::Done));
        QCOMPARE(bench.state(1), JobState::Paused);
        bench.engine->resumeJob(1);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.runner.order(), (std::vector<int>{2, 1}));
    }

    void finished_jobMayBeForgottenAtOnce()
    {
        Bench bench;
        connect(bench.engine.get(), &Engine::jobFinished, &bench, [&](JobId id) { bench.engine->forget({id}); });
        bench.runner.endAllAtOnce();
        bench.submit(bench.place.plans(20));
        QVERIFY(bench.waitForEnd());
        QVERIFY(bench.engine->jobs().isEmpty());
        QCOMPARE(bench.summaries[0].done, 20); // they count all the same
    }

    void retryFailed_reopensTheBatch()
    {
        Bench bench;
        bench.runner.end(1, ErrorKind::DamagedInput);
        bench.runner.end(2);
        const QString batch = bench.submit(bench.place.plans(2)).batch;
        QVERIFY(bench.waitForEnd());
        bench.runner.endAllAtOnce();
        bench.engine->retryFailed();
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.finished, (QHash<JobId, int>{{1, 2}, {2, 1}}));
        QCOMPARE(bench.summaries[1].done, 2);
        QCOMPARE(bench.place.outputs(), (QByteArrayList{"job1.txt", "job2.txt"}));
        bench.engine.reset();
        QCOMPARE(bench.summaries[1].batch, batch);
    }

    void retry_neverReplacesTheSource()
    {
        Bench bench;
        bench.place.settings->conflict = ConflictRule::Overwrite;
        JobPlan plan = bench.place.plan(1);
        plan.input.path = bench.place.add("out/job1.txt", "source");
        plan.refusal = Error{ErrorKind::OutputExists, u"The output would replace its own source."_s, {}};
        bench.submit({plan});
        QVERIFY(bench.waitForEnd());
        bench.runner.endAllAtOnce();
        bench.engine->retryFailed();
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.state(1), JobState::Failed);
        QCOMPARE(BatchPlace::read(plan.input.path), std::string("source"));
    }

    void interrupt_canBeResumed()
    {
        BatchPlace place;
        QString batch;
        {
            ThreadExecutor threads;
            FakeRunner runner;
            Committer committer(std::move(*Journal::open(place.journalFile())));
            Engine engine({threads.executor(), runner.runner(), &committer, 1});
            runner.end(1);
            std::vector<JobPlan> plans = place.plans(4);
            for (JobPlan &plan : plans)
                plan.info.cpuSeconds = 1;
            batch = engine.submit(plans, u"Test"_s).batch;
            QVERIFY(QTest::qWaitFor(
                [&] {
                    return engine.job(1)->status.state == JobState::Done && engine.job(2)->status.state == JobState::Running;
                },
                10'000));
            engine.interrupt();
            QVERIFY(QTest::qWaitFor([&] { return engine.isIdle(); }, 10'000));
            QCOMPARE(engine.progress().cancelled, 3);
        }
        QCOMPARE(place.outputs(), QByteArrayList{"job1.txt"});
        const std::unique_ptr<Journal> journal = std::move(*Journal::open(place.journalFile()));
        QCOMPARE(*journal->unfinished(), QStringList{batch});
        ThreadExecutor threads;
        FakeRunner runner;
        runner.endAllAtOnce();
        Committer committer(std::move(*Journal::open(place.journalFile())));
        Engine engine({threads.executor(), runner.runner(), &committer, 1});
        QSignalSpy finished(&engine, &Engine::jobFinished);
        engine.resubmit(std::move(*journal->recover(batch)));
        QVERIFY(QTest::qWaitFor([&] { return engine.isIdle(); }, 10'000));
        QCOMPARE(runner.order(), (std::vector<int>{2, 3, 4}));
        QCOMPARE(finished.size(), 3);
        QCOMPARE(engine.progress().done, 4);
        QCOMPARE(place.outputs(), (QByteArrayList{"job1.txt", "job2.txt", "job3.txt", "job4.txt"}));
        QTRY_VERIFY(journal->unfinished()->isEmpty());
    }

    void destructor_leavesTheBatchResumable()
    {
        Bench bench;
        bench.submit(bench.place.plans(3));
        QVERIFY(bench.waitForStart(1));
        bench.engine.reset();
        QVERIFY(bench.finished.isEmpty());
        QVERIFY(bench.place.outputs().isEmpty());
        QCOMPARE((*Journal::open(bench.place.journalFile()))->unfinished()->size(), 1);
    }

    void toolOutput_isKnownWhileItIsSaid()
    {
        const BatchPlace place;
        CrewExecutor crew(1);
        Committer committer(std::move(*Journal::open(place.journalFile())));
        std::atomic<bool> isSeen = false;
        int attempts = 0;
        const JobRunner runner = [&](const JobPlan &, JobControl &, const JobNews &news) {
            if (++attempts == 1) {
                news.said("half of it");
                isSeen.wait(false);
            }
            JobOutcome outcome;
            outcome.toolOutput = "all of it";
            outcome.error = Error{ErrorKind::ToolFailed, u"no"_s, {}};
            return outcome;
        };
        Engine engine({crew.executor(), runner, &committer, 1});
        QByteArray before;
        QObject::connect(&engine, &Engine::jobsChanged, &engine, [&](const QList<JobId> &ids) {
            const JobStatus &status = engine.job(ids.first())->status;
            if (status.state != JobState::Running || status.toolOutput.isEmpty())
                return;
            before = status.toolOutput;
            isSeen = true;
            isSeen.notify_all();
        });
        QSignalSpy batchFinished(&engine, &Engine::batchFinished);
        const Engine::Submitted submitted = engine.submit({place.plan(1)}, u"Test"_s);
        QVERIFY(batchFinished.wait(20'000));
        QCOMPARE(before, QByteArray("half of it"));
        QCOMPARE(engine.job(submitted.firstJob)->status.toolOutput, QByteArray("all of it"));
    }

    void many_jobsTakeLinearTime()
    {
        const auto secondsFor = [](int count) {
            const BatchPlace place;
            CrewExecutor crew(2);
            Committer committer(std::move(*Journal::open(place.journalFile())));
            // Fails at once, so that no disk is measured.
            const JobRunner runner = [](const JobPlan &, JobControl &, const JobNews &) {
                JobOutcome outcome;
                outcome.error = Error{ErrorKind::DamagedInput, u"no"_s, {}};
                return outcome;
            };
            Engine engine({crew.executor(), runner, &committer, 2});
            JobPlan plan = place.plan(1);
            std::vector<JobPlan> plans(size_t(count), plan);
            for (int i = 0; i < count; ++i)
                plans[size_t(i)].number = i + 1;
            int ends = 0;
            QObject::connect(&engine, &Engine::jobFinished, &engine, [&] { ++ends; });
            QElapsedTimer timer;
            timer.start();
            engine.submit(std::move(plans), u"Test"_s);
            QSignalSpy batchFinished(&engine, &Engine::batchFinished);
            const bool ended = batchFinished.wait(50'000); // not qWaitFor: that sleeps between two looks
            return ended && ends == count ? double(timer.elapsed()) / 1000 : 1e9;
        };
        const double few = secondsFor(10'000);
        const double many = secondsFor(100'000);
        qInfo("10,000 jobs %.2f s, 100,000 jobs %.2f s", few, many);
        QVERIFY2(many < 10 * few * 2.5 + 2, "not linear");
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
