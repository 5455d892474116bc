// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeleft.h"

#include <QTest>

using namespace convoy;

class TestTimeLeft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownAtFirst()
    {
        TimeLeft left;
        QVERIFY(!left.seconds());
        left.update(0.1, 0);
        left.update(0.2, 1000);
        QVERIFY(!left.seconds()); // a second says too little
    }

    void steadyWork_isForetold()
    {
        TimeLeft left;
        for (int second = 0; second <= 20; ++second)
            left.update(second * 0.01, second * 1000);
        QVERIFY(left.seconds());
        QVERIFY(qAbs(*left.seconds() - 80) < 0.1);
    }

    void slowerWork_takesLonger()
    {
        TimeLeft left;
        for (int second = 0; second <= 10; ++second)
            left.update(second * 0.02, second * 1000);
        const double before = *left.seconds();
        for (int second = 11; second <= 30; ++second)
            left.update(0.2 + (second - 10) * 0.005, second * 1000);
        QVERIFY(*left.seconds() > before);
        QVERIFY(qAbs(*left.seconds() - 140) < 7); // 0.7 at 0.005 a second
    }

    void rest_countsForNothing()
    {
        TimeLeft left;
        for (int second = 0; second <= 10; ++second)
            left.update(second * 0.01, second * 1000);
        left.rest();
        for (int second = 3600; second <= 3610; ++second)
            left.update(0.1 + (second - 3600) * 0.01, qint64(second) * 1000);
        QVERIFY(qAbs(*left.seconds() - 80) < 0.1);
    }

    void anotherAttempt_beginsAnew()
    {
        TimeLeft left;
        for (int second = 0; second <= 10; ++second)
            left.update(second * 0.05, second * 1000);
        left.update(0, 11000);
        QVERIFY(!left.seconds());
    }
};

QTEST_GUILESS_MAIN(TestTimeLeft)
#include "tst_timeleft.moc"
