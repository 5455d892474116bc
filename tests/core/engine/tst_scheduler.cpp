// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/schedulersimulation.h"

#include <QTest>

#include <random>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 gib = 1LL << 30;

/// Jobs that the scheduler can be asked about without a simulation.
class Jobs
{
public:
    Job &add(double cost, const std::string &folder = "/out")
    {
        const JobId id = m_jobs.size() + 1;
        Job &job = m_jobs[id];
        job.id = id;
        job.plan.settings = settings;
        job.plan.info.cpuSeconds = cost;
        job.plan.outputFolder = folder;
        return job;
    }
    std::shared_ptr<ConversionSettings> settings = std::make_shared<ConversionSettings>();

private:
    std::map<JobId, Job> m_jobs;
};

JobId startedId(Scheduler &scheduler, qint64 nowMs = 0)
{
    const auto start = scheduler.startNext(nowMs);
    return start ? start->job->id : 0;
}

} // namespace

/// Who starts when, and with how many cores.
class TestScheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makespan_isNearTheLowerBound_data()
    {
        QTest::addColumn<int>("cores");
        QTest::addColumn<QList<double>>("long_");
        QTest::addColumn<bool>("longIsDivisible");
        QTest::addColumn<int>("shortJobs");
        QTest::addColumn<double>("shortCost");
        for (const int cores : {2, 4, 16}) {
            QTest::addRow("one long, many short, %d cores", cores) << cores << QList<double>{60} << true << 100 << 1.0;
            QTest::addRow("one long that cannot be shared, many short, %d cores", cores)
                << cores << QList<double>{60} << false << 400 << 1.0;
            QTest::addRow("all equal, %d cores", cores) << cores << QList<double>{} << true << cores * 25 + 1 << 2.0;
            QTest::addRow("one file only, %d cores", cores) << cores << QList<double>{100} << true << 0 << 0.0;
            QTest::addRow("one that cannot be shared, %d cores", cores) << cores << QList<double>{100} << false << 0 << 0.0;
            QTest::addRow("six skewed, %d cores", cores) << cores << QList<double>{50, 30, 20, 10, 5, 2} << true << 0 << 0.0;
            QTest::addRow("many tiny, %d cores", cores) << cores << QList<double>{} << false << 1000 << 0.01;
        }
    }

    void makespan_isNearTheLowerBound()
    {
        QFETCH(int, cores);
        QFETCH(QList<double>, long_);
        QFETCH(bool, longIsDivisible);
        QFETCH(int, shortJobs);
        QFETCH(double, shortCost);
        SchedulerSimulation simulation(cores);
        for (int i = 0; i < shortJobs; ++i)
            simulation.add(shortCost, shortCost, long_.isEmpty()); // in the worst order: the long one comes last
        for (const double cost : long_)
            simulation.add(cost, cost, longIsDivisible);
        const double seconds = simulation.run();
        const double bound = simulation.lowerBound();
        QVERIFY2(seconds <= 1.05 * bound, qPrintable(u"%1 s, lower bound %2 s"_s.arg(seconds).arg(bound)));
        QVERIFY(simulation.mostThreads <= cores + 1);
        QVERIFY(simulation.mostJobs <= cores + (shortCost < 0.05 && cores > 1 ? 1 : 0));
    }

    /// Each with a slot of its own; of small jobs, not of programs, one more.
    void slots_areNoMore_data()
    {
        QTest::addColumn<int>("cores");
        QTest::addColumn<double>("cost");
        QTest::addColumn<QString>("converter");
        QTest::addColumn<int>("most");
        for (const int cores : {1, 2, 4, 16}) {
            QTest::addRow("long, %d cores", cores) << cores << 2.0 << u"audio"_s << cores;
            QTest::addRow("small, %d cores", cores) << cores << 0.01 << u"audio"_s << (cores == 1 ? 1 : cores + 1);
            QTest::addRow("small programs, %d cores", cores) << cores << 0.01 << u"tool"_s << cores;
        }
    }

    void slots_areNoMore()
    {
        QFETCH(int, cores);
        QFETCH(double, cost);
        QFETCH(QString, converter);
        QFETCH(int, most);
        Jobs jobs;
        jobs.settings->converter = converter;
        Scheduler scheduler(cores, [] { return gib; });
        for (int i = 0; i < 2 * cores + 5; ++i)
            scheduler.enqueue(jobs.add(cost));
        std::set<int> taken;
        JobId last = 0;
        for (int round = 0; round < 3; ++round) {
            while (const auto start = scheduler.startNext(0)) {
                QVERIFY(taken.insert(start->slot).second);
                last = start->job->id;
            }
            QCOMPARE(int(taken.size()), most);
            QCOMPARE(*taken.rbegin(), most - 1);
            scheduler.release(last);
            taken.erase(taken.find(most - 1));
        }
    }

    void threads_neverMoreThanCoresAndOne()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 50; ++round) {
            const int cores = 1 + int(random() % 8);
            SchedulerSimulation simulation(cores);
            for (int i = 0; i < 60; ++i) {
                const double cost = double(1 + random() % 1000) / 100;
                simulation.add(cost, cost, random() % 2 == 0);
            }
            simulation.run();
            QVERIFY(simulation.mostThreads <= cores + 1);
        }
    }

    void order_byMeasuredRates()
    {
        Jobs quick;
        Jobs slow;
        quick.settings->profileId = u"quick"_s;
        slow.settings->profileId = u"slow"_s;
        Scheduler scheduler(1, [] { return gib; });
        scheduler.setRate(u"quick"_s, 0.1); // as earlier batches have shown
        const Job &large = quick.add(10);
        const Job &small = slow.add(5);
        scheduler.enqueue(large);
        scheduler.enqueue(small);
        const auto first = scheduler.startNext(0);
        QVERIFY(first);
        QCOMPARE(first->job, &small);
    }

    void limit_holdsBackNobodyElse()
    {
        Jobs capped;
        Jobs free;
        capped.settings->profileId = u"capped"_s;
        capped.settings->maxParallel = 1;
        free.settings->profileId = u"free"_s;
        Scheduler scheduler(4, [] { return gib; });
        for (int i = 0; i < 3; ++i)
            scheduler.enqueue(capped.add(100 - i));
        Job &other = free.add(1);
        other.id = 10;
        scheduler.enqueue(other);
        QCOMPARE(startedId(scheduler), JobId(1));
        QCOMPARE(startedId(scheduler), JobId(10));
        QCOMPARE(startedId(scheduler), JobId(0));
        scheduler.release(1);
        QCOMPARE(startedId(scheduler), JobId(2));
        QCOMPARE(scheduler.coresFor(u"capped"_s), 1);
        QCOMPARE(scheduler.coresFor(u"free"_s), 4);
    }

    void startDelay_isBetweenStarts()
    {
        SchedulerSimulation simulation(4);
        simulation.settings->startDelayS = 2;
        for (int i = 0; i < 4; ++i)
            simulation.add(100, 100, false);
        // The simulation wakes at ends only: ask the scheduler itself.
        Jobs jobs;
        jobs.settings->startDelayS = 2;
        Scheduler scheduler(4, [] { return gib; });
        for (int i = 0; i < 3; ++i)
            scheduler.enqueue(jobs.add(1));
        QCOMPARE(startedId(scheduler, 1000), JobId(1));
        QCOMPARE(startedId(scheduler, 1001), JobId(0));
        QCOMPARE(scheduler.nextStartMs(1001), qint64(3000));
        QCOMPARE(startedId(scheduler, 2999), JobId(0));
        QCOMPARE(startedId(scheduler, 3000), JobId(2));
        // Of two profiles the one that may go first is waited for.
        Jobs others;
        others.settings->profileId = u"slower"_s;
        others.settings->startDelayS = 30;
        for (int i = 0; i < 2; ++i) {
            Job &job = others.add(1);
            job.id += 10;
            scheduler.enqueue(job);
        }
        QCOMPARE(startedId(scheduler, 3000), JobId(11));
        QCOMPARE(scheduler.nextStartMs(3000), qint64(5000));
    }

    void block_onlyThatFolder()
    {
        Jobs jobs;
        Scheduler scheduler(2, [] { return gib; });
        scheduler.enqueue(jobs.add(10, "/a"));
        scheduler.enqueue(jobs.add(5, "/b"));
        scheduler.block("/a", BlockedPlaces::Extent::Folder);
        QVERIFY(!scheduler.isStalled());
        QCOMPARE(startedId(scheduler), JobId(2));
        QCOMPARE(startedId(scheduler), JobId(0));
        scheduler.release(2);
        QVERIFY(scheduler.isStalled());
        scheduler.enqueue(jobs.add(1, "/a")); // comes when it is blocked already
        QVERIFY(scheduler.isStalled());
        scheduler.unblockAll();
        QVERIFY(!scheduler.isStalled());
        QCOMPARE(startedId(scheduler), JobId(1));
        QCOMPARE(startedId(scheduler), JobId(3));
    }

    void block_wholeFileSystem()
    {
        Jobs jobs;
        Scheduler scheduler(2, [] { return gib; });
        scheduler.enqueue(jobs.add(10, "/proc/not-there/x"));
        scheduler.enqueue(jobs.add(5, "/tmp"));
        scheduler.block("/proc/self", BlockedPlaces::Extent::FileSystem);
        scheduler.enqueue(jobs.add(20, "/proc/another")); // a folder that comes when its disk is full already
        QCOMPARE(startedId(scheduler), JobId(2));
        QCOMPARE(startedId(scheduler), JobId(0));
    }

    void memory_isShared()
    {
        Jobs jobs;
        qint64 available = 10 * gib;
        Scheduler scheduler(4, [&] { return available; });
        for (int i = 0; i < 4; ++i) {
            Job &job = jobs.add(1);
            job.plan.info.memoryBytes = 2 * gib;
            scheduler.enqueue(job);
        }
        QVERIFY(startedId(scheduler));
        QVERIFY(startedId(scheduler));
        QVERIFY(startedId(scheduler)); // 6 of 10 GiB
        QVERIFY(!startedId(scheduler));
        available = 20 * gib; // looked at again each time
        QVERIFY(startedId(scheduler));
    }

    void memory_oneAloneMayAlwaysStart()
    {
        Jobs jobs;
        Scheduler scheduler(4, [] { return gib; });
        Job &huge = jobs.add(1);
        huge.plan.info.memoryBytes = 100 * gib;
        scheduler.enqueue(huge);
        QCOMPARE(startedId(scheduler), huge.id);
    }

    void alone_startsLastAndWithNobody()
    {
        Jobs jobs;
        Scheduler scheduler(2, [] { return gib; });
        Job &alone = jobs.add(100);
        alone.status.isAlone = true;
        scheduler.enqueue(alone);
        scheduler.enqueue(jobs.add(1));
        scheduler.enqueue(jobs.add(1));
        QCOMPARE(startedId(scheduler), JobId(2));
        QCOMPARE(startedId(scheduler), JobId(3));
        scheduler.release(2);
        QCOMPARE(startedId(scheduler), JobId(0));
        scheduler.release(3);
        QCOMPARE(startedId(scheduler), alone.id);
        scheduler.enqueue(jobs.add(1));
        QCOMPARE(startedId(scheduler), JobId(0)); // one slot is free, but it wants to be alone
        scheduler.release(alone.id);
        QCOMPARE(startedId(scheduler), JobId(4));
    }

    /// A thousand batches of many kinds: the time that was left lies in the range that was shown, nine times out of ten.
    void remaining_isCalibrated_data()
    {
        QTest::addColumn<int>("jobs");
        QTest::addColumn<double>("sizes");  // spread of the jobs' costs (σ of the logarithm)
        QTest::addColumn<double>("spread"); // of the real cost around the expected one
        QTest::addColumn<double>("rate");   // real for expected
        QTest::addColumn<double>("bias");   // large jobs are dearer for their size than small ones by this exponent
        QTest::addColumn<bool>("divisible");
        QTest::newRow("radiographs: many alike") << 300 << 0.05 << 0.08 << 0.4 << 0.0 << false;
        QTest::newRow("holiday videos: few, skewed") << 12 << 1.0 << 0.25 << 2.0 << 0.0 << true;
        QTest::newRow("album: twelve tracks") << 12 << 0.3 << 0.1 << 0.7 << 0.0 << true;
        QTest::newRow("photos: sizes stray") << 500 << 0.6 << 0.4 << 1.5 << 0.0 << false;
        QTest::newRow("small ones are dearer for their size") << 300 << 0.8 << 0.2 << 1.0 << -0.1 << false;
        QTest::newRow("one long video among photos") << 200 << 1.6 << 0.3 << 1.0 << 0.0 << true;
    }

    void remaining_isCalibrated()
    {
        QFETCH(int, jobs);
        QFETCH(double, sizes);
        QFETCH(double, spread);
        QFETCH(double, rate);
        QFETCH(double, bias);
        QFETCH(bool, divisible);
        int shown = 0;
        int right = 0;
        double width = 0;
        for (unsigned seed = 1; seed <= 40; ++seed) {
            std::mt19937 random(seed);
            std::normal_distribution<double> normal;
            SchedulerSimulation simulation(1 << (seed % 4)); // 1, 2, 4, 8 cores
            simulation.settings->profileId = u"p"_s;
            for (int i = 0; i < jobs; ++i) {
                const double expected = 2 * std::exp(sizes * normal(random));
                simulation.add(expected, expected * rate * std::pow(expected, bias) * std::exp(spread * normal(random)),
                               divisible);
            }
            const double seconds = simulation.run(simulation.lowerBound() / 100);
            double fraction = 0;
            for (const SchedulerSimulation::Look &look : simulation.looks) {
                QVERIFY(look.fraction >= fraction); // never goes back
                fraction = look.fraction;
                if (look.now < 0.1 * seconds)
                    continue;
                const double left = seconds - look.now;
                ++shown;
                right += left >= look.remaining.lowSeconds && left <= look.remaining.highSeconds ? 1 : 0;
                width += (look.remaining.highSeconds - look.remaining.lowSeconds) / std::max(left, seconds / 20);
            }
        }
        const double share = double(right) / shown;
        qInfo("in the range %.1f %% of the time; the range is %.0f %% wide", share * 100, width / shown * 100);
        QVERIFY(share >= 0.9);
        QVERIFY(width / shown < 1.2); // "between no time and for ever" would be right as well
    }
};

QTEST_APPLESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
