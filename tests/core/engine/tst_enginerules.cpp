// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/enginefixture.h"

#include <QSignalSpy>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;
namespace fs = std::filesystem;

/// What follows failures: fallback, halt rules, blocked places, limits, the trash.
class TestEngineRules : public QObject
{
    Q_OBJECT

private:
    static void giveFallback(Bench &bench)
    {
        auto fallback = std::make_shared<ConversionSettings>(*bench.place.settings);
        fallback->profileId = u"second"_s;
        fallback->extension = u"alt"_s;
        bench.place.settings->fallback = fallback;
    }
    /// One a slot: between small ones, one more is under way.
    static std::vector<JobPlan> large(std::vector<JobPlan> plans)
    {
        for (JobPlan &plan : plans)
            plan.info.cpuSeconds = 1;
        return plans;
    }
    static void setHalt(Bench &bench, const HaltRule &rule) { bench.place.settings->batch.halt = rule; }
    /// Sources that go to a trash of their own.
    static void giveTrash(Bench &bench)
    {
        bench.place.settings->batch.trashSource = true;
        qputenv("XDG_DATA_HOME", toBytes(bench.place.folder() / "data"));
    }
    static QByteArrayList trashed(const Bench &bench)
    {
        QByteArrayList names;
        std::error_code ignored;
        for (const auto &entry : fs::directory_iterator(bench.place.folder() / "data/Trash/files", ignored))
            names.append(toBytes(entry.path().filename()));
        std::ranges::sort(names);
        return names;
    }

private Q_SLOTS:
    void fallback_serves()
    {
        Bench bench;
        giveFallback(bench);
        bench.runner.end(1, ErrorKind::Internal);
        bench.runner.end(1);
        bench.runner.end(2);
        bench.submit(bench.place.plans(2));
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.state(1), JobState::Done);
        QVERIFY(bench.engine->job(1)->status.usesFallback);
        QCOMPARE(servingSettings(*bench.engine->job(1)).profileId, u"second"_s);
        QVERIFY(!bench.engine->job(2)->status.usesFallback);
        QCOMPARE(bench.place.outputs(), (QByteArrayList{"job1.alt", "job2.txt"}));
        QCOMPARE(bench.finished, (QHash<JobId, int>{{1, 1}, {2, 1}}));
        const auto recorded = *(*Journal::open(bench.place.journalFile()))->jobs(bench.summaries[0].batch);
        QVERIFY(recorded[0].status.usesFallback);
    }

    void fallback_failsToo()
    {
        Bench bench;
        giveFallback(bench);
        bench.runner.end(1, ErrorKind::ToolFailed);
        bench.runner.end(1, ErrorKind::VerificationFailed);
        bench.submit(bench.place.plans(1));
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.state(1), JobState::Failed);
        QCOMPARE(bench.engine->job(1)->status.error->kind, ErrorKind::VerificationFailed);
        QCOMPARE(bench.engine->job(1)->status.attempts, 2);
        QVERIFY(bench.place.outputs().isEmpty());
    }

    /// As many attempts as the first profile had, and a chance with others beside it.
    void fallback_beginsAnew()
    {
        Bench bench;
        giveFallback(bench);
        for (int i = 0; i < 2; ++i) {
            bench.runner.end(1, ErrorKind::OutOfMemory);
            bench.runner.end(1, ErrorKind::TimedOut);
            bench.runner.end(1, i == 0 ? std::optional(ErrorKind::TimedOut) : std::nullopt);
        }
        bench.submit(bench.place.plans(1));
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.state(1), JobState::Done);
        QStringList attempts;
        for (const FakeRunner::Attempt &attempt : bench.runner.attempts())
            attempts.append(attempt.profile + QString::number(attempt.memoryFactor));
        QCOMPARE(attempts, (QStringList{u"test1"_s, u"test2"_s, u"test2"_s, u"second1"_s, u"second2"_s, u"second2"_s}));
    }

    void fallback_afterARefusal()
    {
        Bench bench;
        giveFallback(bench);
        std::vector<JobPlan> plans = bench.place.plans(2);
        plans[0].refusal = Error{ErrorKind::LimitExceeded, u"too large for this codec"_s, {}};
        plans[1].refusal = Error{ErrorKind::DamagedInput, u"damaged"_s, {}};
        bench.runner.endAllAtOnce();
        bench.submit(plans);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.state(1), JobState::Done);
        QCOMPARE(bench.state(2), JobState::Failed);
        QCOMPARE(bench.runner.attempts().size(), size_t(1));
        QCOMPARE(bench.runner.attempts()[0].profile, u"second"_s);
    }

    void outOfMemory_onceAloneWithTwiceTheBudget()
    {
        Bench bench(2);
        bench.runner.end(1, ErrorKind::OutOfMemory);
        bench.submit(bench.place.plans(4));
        QTRY_VERIFY(bench.engine->job(1)->status.isAlone);
        for (const int number : {2, 3, 4, 1})
            bench.runner.end(number);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.state(1), JobState::Done);
        const FakeRunner::Attempt last = bench.runner.attempts().back();
        QCOMPARE(last.number, 1);
        QCOMPARE(last.memoryFactor, 2);
        QCOMPARE(last.besideIt, 0);
        QCOMPARE(bench.runner.attempts().front().memoryFactor, 1);
    }

    void onErrorStop_endsTheBatch()
    {
        Bench bench(1);
        setHalt(bench, {.when = HaltRule::When::Soon, .failures = 1});
        bench.runner.end(1, ErrorKind::DamagedInput);
        const QString batch = bench.submit(large(bench.place.plans(5))).batch;
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.summaries[0].failed, 1);
        QCOMPARE(bench.summaries[0].cancelled, 4);
        QVERIFY(bench.summaries[0].isHalted);
        QCOMPARE(bench.finished.size(), 5);
        // What was not done can be resumed.
        bench.engine.reset();
        QTRY_COMPARE(*(*Journal::open(bench.place.journalFile()))->unfinished(), QStringList{batch});
    }

    void haltSoon_letsRunningJobsEnd()
    {
        Bench bench(2);
        setHalt(bench, {.when = HaltRule::When::Soon, .failures = 2});
        bench.submit(large(bench.place.plans(6)));
        QVERIFY(bench.waitForStart(2));
        bench.runner.end(1, ErrorKind::DamagedInput);
        QVERIFY(bench.waitForStart(3));
        bench.runner.end(3, ErrorKind::DamagedInput);
        QVERIFY(bench.waitForState(6, JobState::Cancelled));
        QCOMPARE(bench.state(2), JobState::Running);
        bench.runner.end(2);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.state(2), JobState::Done);
        QCOMPARE(bench.summaries[0].cancelled, 3);
    }

    void haltNow_cancelsRunningJobs()
    {
        Bench bench(2);
        setHalt(bench, {.when = HaltRule::When::Now, .percent = 25});
        bench.submit(bench.place.plans(4));
        QVERIFY(bench.waitForStart(2));
        bench.runner.end(1, ErrorKind::DamagedInput);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.summaries[0].failed, 1);
        QCOMPARE(bench.summaries[0].cancelled, 3);
        QVERIFY(bench.place.outputs().isEmpty());
    }

    void halt_notBeforeItsShare()
    {
        Bench bench(1);
        setHalt(bench, {.when = HaltRule::When::Now, .percent = 50});
        bench.runner.end(1, ErrorKind::DamagedInput);
        for (const int number : {2, 3, 4})
            bench.runner.end(number);
        bench.submit(bench.place.plans(4));
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.summaries[0].done, 3);
        QVERIFY(!bench.summaries[0].isHalted);
    }

    void halt_retryGoesOn()
    {
        Bench bench(1);
        setHalt(bench, {.when = HaltRule::When::Soon, .failures = 1});
        bench.runner.end(1, ErrorKind::DamagedInput);
        bench.submit(large(bench.place.plans(3)));
        QVERIFY(bench.waitForEnd());
        bench.runner.endAllAtOnce();
        bench.engine->retry({1, 2, 3});
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.summaries[1].done, 3);
    }

    /// As before it was stopped, with another chance for what may pass.
    void halt_retryWhileOthersRun()
    {
        Bench bench(2);
        setHalt(bench, {.when = HaltRule::When::Soon, .failures = 1});
        bench.submit(large(bench.place.plans(3)));
        QVERIFY(bench.waitForStart(2));
        bench.runner.end(1, ErrorKind::DamagedInput);
        QVERIFY(bench.waitForState(3, JobState::Cancelled));
        bench.runner.end(1, ErrorKind::TimedOut);
        bench.engine->retry({1, 3});
        bench.runner.endAllAtOnce();
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.summaries.size(), size_t(1));
        QCOMPARE(bench.summaries[0].done, 3);
    }

    void folderThatVanishes_losesNoFinishedWork()
    {
        Bench bench(1);
        QSignalSpy placeBlocked(bench.engine.get(), &Engine::placeBlocked);
        const Path folder = bench.place.folder() / "share";
        const Path away = bench.place.folder() / "away";
        fs::create_directory(folder);
        std::vector<JobPlan> plans = bench.place.plans(1);
        plans.front().outputFolder = folder;
        bench.runner.afterStaging = [&, isFirst = true](const JobPlan &) mutable {
            if (!std::exchange(isFirst, false))
                return;
            fs::rename(folder, away); // between the last byte and its name
            std::ofstream(folder) << "in the way";
        };
        bench.runner.endAllAtOnce();
        bench.submit(plans);
        QTRY_COMPARE(placeBlocked.size(), 1);
        QTRY_VERIFY(bench.engine->isPaused());
        fs::remove(folder);
        fs::rename(away, folder);
        bench.engine->resume();
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.summaries[0].done, 1);
    }

    void unwritable_blocksThatFolderOnly()
    {
        Bench bench(1);
        QSignalSpy placeBlocked(bench.engine.get(), &Engine::placeBlocked);
        QSignalSpy blocked(bench.engine.get(), &Engine::blocked);
        std::vector<JobPlan> plans = bench.place.plans(4);
        const Path other = bench.place.folder() / "other";
        fs::create_directory(other);
        plans[0].outputFolder = plans[2].outputFolder = other;
        for (JobPlan &plan : plans)
            plan.info.cpuSeconds = 1;
        bench.runner.end(1, ErrorKind::OutputUnwritable);
        bench.runner.end(2);
        bench.runner.end(4);
        bench.submit(plans);
        QVERIFY(bench.waitForState(2, JobState::Done));
        QVERIFY(bench.waitForState(4, JobState::Done));
        QTRY_COMPARE(blocked.size(), 1); // now nothing is left that could go on
        QVERIFY(bench.engine->isPaused());
        QCOMPARE(placeBlocked.size(), 1);
        QCOMPARE(placeBlocked[0][0].value<Path>(), other);
        QCOMPARE(bench.state(1), JobState::Queued);
        QCOMPARE(bench.state(3), JobState::Queued);
        bench.runner.endAllAtOnce();
        bench.engine->resume();
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.summaries[0].done, 4);
        QVERIFY(!bench.engine->isPaused());
        QCOMPARE(bench.engine->job(1)->status.attempts, 1);
    }

    /// A blocked place is tried again by itself, but nothing that a person has paused goes on with it.
    void unblocking_leavesPausedWhatIsPaused()
    {
        Bench bench(Engine::Parts{.slots_ = 2, .unblockTime = std::chrono::milliseconds(20)});
        std::vector<JobPlan> plans = bench.place.plans(2);
        plans[1].outputFolder = bench.place.out() / "other";
        fs::create_directories(plans[1].outputFolder);
        bench.submit(plans);
        QVERIFY(bench.waitForStart(1) && bench.waitForStart(2));
        bench.engine->pauseJob(1);
        bench.runner.end(2, ErrorKind::OutputUnwritable);
        bench.runner.end(2);
        QVERIFY(bench.waitForState(2, JobState::Done));
        QCOMPARE(bench.state(1), JobState::Paused);
        QVERIFY(bench.runner.isPaused(1));
        bench.runner.endAllAtOnce();
        bench.engine->resume();
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.state(1), JobState::Done);
    }

    void limit_ofTheProfile()
    {
        Bench bench(4);
        bench.place.settings->maxParallel = 2;
        bench.runner.endAllAtOnce();
        std::vector<JobPlan> plans = bench.place.plans(20);
        bench.submit(plans);
        QVERIFY(bench.waitForEnd());
        QVERIFY(bench.runner.mostAtOnce() <= 2);
        QCOMPARE(bench.summaries[0].done, 20);
    }

    void startDelay_isKept()
    {
        Bench bench(4);
        bench.place.settings->startDelayS = 0.1;
        bench.runner.endAllAtOnce();
        QElapsedTimer timer;
        timer.start();
        bench.submit(bench.place.plans(4));
        QVERIFY(bench.waitForEnd());
        QVERIFY(timer.elapsed() >= 300); // three pauses
    }

    void memory_isLookedAtAgain()
    {
        Bench bench(Engine::Parts{.slots_ = 4, .availableMemory = [] { return qint64(10) << 30; }});
        std::vector<JobPlan> plans = bench.place.plans(4);
        for (JobPlan &plan : plans)
            plan.info.memoryBytes = 3LL << 30; // two of them are 60 %
        bench.runner.endAllAtOnce();
        bench.submit(plans);
        QVERIFY(bench.waitForEnd());
        QVERIFY(bench.runner.mostAtOnce() <= 2);
    }

    void trash_onlyWhatIsDone()
    {
        Bench bench;
        giveTrash(bench);
        bench.runner.end(1);
        bench.runner.end(2, ErrorKind::DamagedInput);
        bench.submit(bench.place.plans(2));
        QVERIFY(bench.waitForEnd());
        QTRY_COMPARE(trashed(bench), QByteArrayList{"in1"});
        QVERIFY(!fs::exists(bench.place.folder() / "in1"));
        QVERIFY(fs::exists(bench.place.folder() / "in2"));
        QCOMPARE(bench.place.outputs(), QByteArrayList{"job1.txt"});
    }

    void trash_notBeforeTheLastJobOfTheSource()
    {
        Bench bench(1);
        giveTrash(bench);
        std::vector<JobPlan> plans = bench.place.plans(3);
        plans[1].input = plans[2].input = plans[0].input; // tracks of one album
        bench.submit(plans);
        bench.runner.end(1);
        bench.runner.end(2);
        QVERIFY(bench.waitForState(2, JobState::Done));
        QVERIFY(bench.waitForStart(3));
        QVERIFY(fs::exists(plans[0].input.path));
        bench.runner.end(3);
        QVERIFY(bench.waitForEnd());
        QTRY_COMPARE(trashed(bench), QByteArrayList{"in1"});
    }

    void trash_notWhereOneJobFailed()
    {
        Bench bench(1);
        giveTrash(bench);
        std::vector<JobPlan> plans = bench.place.plans(2);
        plans[1].input = plans[0].input;
        bench.runner.end(1, ErrorKind::DamagedInput);
        bench.runner.end(2);
        bench.submit(plans);
        QVERIFY(bench.waitForEnd());
        bench.engine.reset(); // waits for what it has asked for
        QVERIFY(fs::exists(plans[0].input.path));
        QVERIFY(trashed(bench).isEmpty());
    }

    void trash_notWhatChangedSince()
    {
        Bench bench(1);
        giveTrash(bench);
        std::vector<JobPlan> plans = bench.place.plans(1);
        bench.submit(plans);
        QVERIFY(bench.waitForStart(1));
        bench.place.add("in1", "something else");
        bench.runner.end(1);
        QVERIFY(bench.waitForEnd());
        QTRY_VERIFY(!bench.engine->job(1)->status.warnings.isEmpty());
        QVERIFY(fs::exists(plans[0].input.path));
        QCOMPARE(bench.state(1), JobState::Done);
    }

    void trash_neverUnasked()
    {
        Bench bench;
        qputenv("XDG_DATA_HOME", toBytes(bench.place.folder() / "data"));
        bench.runner.endAllAtOnce();
        bench.submit(bench.place.plans(2));
        QVERIFY(bench.waitForEnd());
        bench.engine.reset();
        QVERIFY(fs::exists(bench.place.folder() / "in1"));
        QVERIFY(trashed(bench).isEmpty());
    }

    void rates_areKept()
    {
        Bench bench;
        bench.runner.endAllAtOnce();
        bench.submit(bench.place.plans(5));
        QVERIFY(bench.waitForEnd());
        bench.engine.reset();
        QTRY_COMPARE((*Journal::open(bench.place.journalFile()))->rates()->size(), size_t(1));
        const MeasuredRate rate = (*Journal::open(bench.place.journalFile()))->rates()->front();
        QCOMPARE(rate.profile, u"test"_s);
        QVERIFY(rate.jobs > 4 && rate.coreSeconds > 0 && rate.outputBytes > 0);
    }
};

QTEST_GUILESS_MAIN(TestEngineRules)
#include "tst_enginerules.moc"
