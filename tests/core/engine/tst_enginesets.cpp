// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batchplace.h"

#include "core/engine/engine.h"

#include <QTest>

#include <condition_variable>
#include <set>
#include <thread>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Three jobs of one album, and what the engine asked of its parts. Job 3 waits until the test lets it go.
class Bench
{
public:
    Bench() : committer(std::move(*Journal::open(place.journalFile())))
    {
        auto settings = std::make_shared<ConversionSettings>(*place.settings);
        settings->options = OptionValues({{u"replaygain"_s, u"album"_s}, {u"album"_s, u"Kind of Blue"_s}});
        place.settings = settings;
        Engine::Parts parts{
            .executor = [this](std::function<void()> task) { threads.emplace_back(std::move(task)); },
            .runner = [this](const JobPlan &plan, JobControl &control, const auto &) { return run(plan, control); },
            .committer = &committer,
            .slots_ = 3,
        };
        parts.completer = [this](CompletedSet &set) { complete(set); };
        engine = std::make_unique<Engine>(std::move(parts));
    }
    ~Bench() { release(); }

    void release()
    {
        const std::lock_guard lock(mutex);
        isReleased = true;
        change.notify_all();
    }

    int callsOfCompleter() const
    {
        const std::lock_guard lock(mutex);
        return int(sets.size());
    }

    bool waitForEnd() const
    {
        return QTest::qWaitFor([this] { return engine->isIdle(); }, 20'000);
    }

    /// Until jobs 1 and 2 have written what they write.
    bool waitForFirstTwo() const
    {
        const auto wrote = [this](JobId id) { return engine->job(id) && engine->job(id)->status.fraction == 1; };
        return QTest::qWaitFor([&] { return wrote(1) && wrote(2); }, 10'000);
    }

    struct Seen {
        std::set<JobId> members;
        QVariantList facts;
        int missing = 0;
        QByteArrayList outputsThen;
    };

    BatchPlace place;
    std::vector<std::jthread> threads;
    Committer committer;
    std::unique_ptr<Engine> engine;
    std::set<int> failing; ///< before the engine starts
    ErrorKind failure = ErrorKind::DamagedInput;
    bool failsToComplete = false;
    mutable std::mutex mutex;
    std::condition_variable change;
    bool isReleased = false;
    std::vector<Seen> sets; // guarded by mutex

private:
    JobOutcome run(const JobPlan &plan, JobControl &control)
    {
        JobOutcome outcome;
        std::unique_lock lock(mutex);
        while (plan.number == 3 && !isReleased && !control.isCancelled())
            change.wait_for(lock, std::chrono::milliseconds(5));
        if (failing.contains(plan.number) && plan.settings->converter == "audio"_L1)
            outcome.error = Error{failure, u"as told"_s, {}};
        else
            outcome.staged.push_back(BatchPlace::stage(plan.outputFolder, "job"));
        outcome.setFacts = QVariantList{plan.number};
        return outcome;
    }

    void complete(CompletedSet &set)
    {
        const std::lock_guard lock(mutex);
        Seen seen{.facts = set.facts, .missing = set.missing, .outputsThen = place.outputs()};
        for (auto &[id, member] : set.members) {
            seen.members.insert(id);
            member.columns.insert(u"album_gain_db"_s, -3.5);
            if (failsToComplete)
                member.error = Error{ErrorKind::Internal, u"no room"_s, {}};
        }
        sets.push_back(seen);
    }
};

} // namespace

/// An album appears as a whole, with what only the whole knows.
class TestEngineSets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void set_waitsForItsLastFile()
    {
        Bench bench;
        bench.engine->submit(bench.place.plans(3), u"Test"_s);
        QVERIFY(bench.waitForFirstTwo());
        QCOMPARE(bench.engine->job(1)->status.state, JobState::Running);
        QCOMPARE(bench.place.outputs(), QByteArrayList());
        QCOMPARE(bench.callsOfCompleter(), 0);
        bench.release();
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.callsOfCompleter(), 1);
        QCOMPARE(bench.sets[0].members, (std::set<JobId>{1, 2, 3}));
        QCOMPARE(bench.sets[0].facts, (QVariantList{1, 2, 3}));
        QCOMPARE(bench.sets[0].missing, 0);
        QCOMPARE(bench.sets[0].outputsThen, QByteArrayList());
        QCOMPARE(bench.place.outputs().size(), 3);
        QCOMPARE(bench.engine->job(2)->status.columns.value(u"album_gain_db"_s).toDouble(), -3.5);
    }

    void set_isCompletedWithoutWhatFailed()
    {
        Bench bench;
        bench.failing = {2};
        bench.release();
        bench.engine->submit(bench.place.plans(3), u"Test"_s);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.callsOfCompleter(), 1);
        QCOMPARE(bench.sets[0].members, (std::set<JobId>{1, 3}));
        QCOMPARE(bench.sets[0].missing, 1);
        QCOMPARE(bench.place.outputs().size(), 2);
        QCOMPARE(bench.engine->job(2)->status.state, JobState::Failed);

        // The missing one comes later: the album's gain counts all three.
        bench.failing = {};
        bench.engine->retryFailed();
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.callsOfCompleter(), 2);
        QCOMPARE(bench.sets[1].members, (std::set<JobId>{2}));
        QCOMPARE(bench.sets[1].facts, (QVariantList{1, 2, 3}));
        QCOMPARE(bench.sets[1].missing, 0);
        QCOMPARE(bench.place.outputs().size(), 3);
    }

    // Retried or resumed in another session: what is done already counts.
    void set_isCompletedWithWhatWasDoneBefore()
    {
        Bench bench;
        bench.release();
        RecoveredBatch batch{.id = u"b"_s, .profile = u"Test"_s, .jobs = {}, .lock = FileDescriptor()};
        for (const JobPlan &plan : bench.place.plans(3))
            batch.jobs.push_back({plan, {}});
        batch.jobs[0].status = {.state = JobState::Done, .setFacts = {1}};
        bench.engine->resubmit(std::move(batch));
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.callsOfCompleter(), 1);
        QCOMPARE(bench.sets[0].members.size(), 2u);
        QCOMPARE(bench.sets[0].facts, (QVariantList{1, 2, 3}));
        QCOMPARE(bench.sets[0].missing, 0);
    }

    void set_doesNotWaitForTheCancelled()
    {
        Bench bench;
        bench.engine->submit(bench.place.plans(3), u"Test"_s);
        QVERIFY(bench.waitForFirstTwo());
        bench.engine->cancel(3);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.callsOfCompleter(), 1);
        QCOMPARE(bench.sets[0].missing, 1);
        QCOMPARE(bench.place.outputs().size(), 2);
        QCOMPARE(bench.engine->job(3)->status.state, JobState::Cancelled);
    }

    // Who goes on later gets one album, and not two halves that differ in their gain.
    void set_isNotCompletedWhereAllIsCancelled_data()
    {
        QTest::addColumn<bool>("isPaused"); // job 3 has not started then
        QTest::newRow("one is running") << false;
        QTest::newRow("one is waiting") << true;
    }

    void set_isNotCompletedWhereAllIsCancelled()
    {
        QFETCH(const bool, isPaused);
        Bench bench;
        bench.engine->submit(bench.place.plans(3), u"Test"_s);
        if (isPaused)
            bench.engine->pauseJob(3);
        QVERIFY(bench.waitForFirstTwo());
        bench.engine->interrupt();
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.callsOfCompleter(), 0);
        QCOMPARE(bench.place.outputs(), QByteArrayList());
        for (const JobId id : {1, 2, 3})
            QCOMPARE(bench.engine->job(id)->status.state, JobState::Cancelled);
    }

    void set_thatCannotBeCompletedFails()
    {
        Bench bench;
        bench.failsToComplete = true;
        bench.release();
        bench.engine->submit(bench.place.plans(2), u"Test"_s);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.place.outputs(), QByteArrayList());
        QCOMPARE(bench.engine->job(1)->status.state, JobState::Failed);
        // What is measured then is of those alone that there will be.
        bench.failsToComplete = false;
        bench.engine->retry({1});
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.sets[1].facts, QVariantList{1});
        QCOMPARE(bench.sets[1].missing, 1);
    }

    /// Another converter's output has nothing of the set in it.
    void fallbackOfAnotherKind_isNotHeld()
    {
        Bench bench;
        auto settings = std::make_shared<ConversionSettings>(*bench.place.settings);
        auto fallback = std::make_shared<ConversionSettings>(*bench.place.settings);
        fallback->converter = u"tool"_s;
        settings->fallback = fallback;
        bench.place.settings = settings;
        bench.failing = {2};
        bench.failure = ErrorKind::Internal;
        bench.release();
        bench.engine->submit(bench.place.plans(3), u"Test"_s);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.callsOfCompleter(), 1);
        QCOMPARE(bench.sets[0].members, (std::set<JobId>{1, 3}));
        QCOMPARE(bench.place.outputs().size(), 3);
    }

    void batches_doNotWaitForOneAnother()
    {
        Bench bench;
        bench.engine->submit(bench.place.plans(3), u"Test"_s);
        bench.engine->submit(bench.place.plans(1), u"Test"_s); // the same album into the same folder
        QVERIFY(QTest::qWaitFor([&] { return bench.engine->job(4)->status.state == JobState::Done; }, 10'000));
        QCOMPARE(bench.sets[0].members, std::set<JobId>{4});
        bench.release();
        QVERIFY(bench.waitForEnd());
    }

    void refusedFiles_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("missing");
        QTest::newRow("another kind of file") << ErrorKind::UnsupportedFormat << 0;
        QTest::newRow("a damaged one") << ErrorKind::DamagedInput << 1;
    }

    void refusedFiles()
    {
        QFETCH(const ErrorKind, kind);
        Bench bench;
        bench.release();
        std::vector<JobPlan> plans = bench.place.plans(3);
        plans[1].refusal = Error{kind, u"no track"_s, {}};
        bench.engine->submit(plans, u"Test"_s);
        QVERIFY(bench.waitForEnd());
        QCOMPARE(bench.callsOfCompleter(), 1);
        QTEST(bench.sets[0].missing, "missing");
        QCOMPARE(bench.place.outputs().size(), 2);
    }

    void albums_doNotWaitForOneAnother()
    {
        Bench bench;
        std::vector<JobPlan> plans = bench.place.plans(3);
        plans[2].outputFolder = bench.place.out() / "other";
        bench.engine->submit(plans, u"Test"_s);
        QVERIFY(QTest::qWaitFor(
            [&] {
                return bench.engine->job(1)->status.state == JobState::Done
                    && bench.engine->job(2)->status.state == JobState::Done;
            },
            10'000));
        QCOMPARE(bench.callsOfCompleter(), 1);
        bench.engine->cancelAll();
        QVERIFY(bench.waitForEnd());
    }

    void filesWithoutASet_areNotHeld()
    {
        Bench bench;
        auto settings = std::make_shared<ConversionSettings>(*bench.place.settings);
        settings->options = OptionValues({{u"replaygain"_s, u"track"_s}});
        bench.place.settings = settings;
        bench.engine->submit(bench.place.plans(3), u"Test"_s);
        QVERIFY(QTest::qWaitFor([&] { return bench.engine->job(1)->status.state == JobState::Done; }, 10'000));
        QCOMPARE(bench.callsOfCompleter(), 0);
        bench.release();
        QVERIFY(bench.waitForEnd());
    }
};

QTEST_GUILESS_MAIN(TestEngineSets)
#include "tst_enginesets.moc"
