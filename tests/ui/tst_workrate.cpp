// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/workrate.h"

#include <QTest>

using namespace convoy;
class TestWorkRate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_isNoRate()
    {
        WorkRate rate;
        rate.sample(0);
        rate.sample(1000);
        QCOMPARE(rate.filesPerSecond(), 0);
        QVERIFY(rateText(rate).isEmpty());
    }

    void files_countWhenTheyEnd()
    {
        WorkRate rate;
        rate.sample(0);
        rate.update(job(1, JobState::Running, 0.5));
        rate.update(job(1, JobState::Done, 1));
        rate.update(job(2, JobState::Failed, 0.25));
        rate.sample(2000);
        QCOMPARE(rate.filesPerSecond(), 1.0);
    }

    void bytes_countWhileTheyAreRead()
    {
        WorkRate rate;
        rate.sample(0);
        rate.update(job(1, JobState::Running, 0.25));
        rate.update(job(1, JobState::Running, 0.5));
        rate.sample(1000);
        QCOMPARE(rate.bytesPerSecond(), 500.0);
        rate.update(job(1, JobState::Done, 1));
        rate.sample(2000);
        QCOMPARE(rate.bytesPerSecond(), 500.0);
    }

    void endedBefore_isNotCounted()
    {
        WorkRate rate;
        rate.sample(0);
        Job refused = job(1, JobState::Skipped, 0);
        refused.status.attempts = 0;
        rate.update(refused);
        rate.sample(1000);
        QCOMPARE(rate.filesPerSecond(), 0);
    }

    void old_samplesAreForgotten()
    {
        WorkRate rate;
        rate.sample(0);
        rate.update(job(1, JobState::Running, 1));
        rate.update(job(1, JobState::Done, 1));
        for (qint64 ms = 1000; ms <= 20000; ms += 1000)
            rate.sample(ms);
        QCOMPARE(rate.bytesPerSecond(), 0);
    }

private:
    static Job job(JobId id, JobState state, double fraction)
    {
        Job made{.id = id};
        made.plan.input.identity.size = 1000;
        made.status.state = state;
        made.status.fraction = fraction;
        made.status.attempts = 1;
        return made;
    }
};

QTEST_MAIN(TestWorkRate)
#include "tst_workrate.moc"
