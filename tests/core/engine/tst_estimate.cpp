// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/estimate.h"

#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Estimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cost_isNeverZero();
    void cost_byProbeOrSize();
    void rate_unknown();
    void rate_holdsTheTruth();
    void rate_growsSurer();
};

void tst_Estimate::cost_isNeverZero()
{
    QVERIFY(expectedCost({}) > 0);
}

void tst_Estimate::cost_byProbeOrSize()
{
    JobPlan small;
    small.input.identity.size = 1000;
    JobPlan large;
    large.input.identity.size = 1'000'000'000;
    QVERIFY(expectedCost(large) > expectedCost(small));
    small.info.cpuSeconds = 3600;
    QVERIFY(expectedCost(small) > expectedCost(large));
}

void tst_Estimate::rate_unknown()
{
    QVERIFY(!RateEstimate().rate(u"video"_s).known);
    RateEstimate estimate;
    estimate.learn(u"video"_s, 0, 5);
    QVERIFY(!estimate.rate(u"video"_s).known);
}

void tst_Estimate::rate_holdsTheTruth()
{
    RateEstimate estimate;
    for (const double seconds : {1.9, 2.1, 2.0, 1.8, 2.2})
        estimate.learn(u"video"_s, 1, seconds);
    const RateEstimate::Rate rate = estimate.rate(u"video"_s);
    QVERIFY(rate.known);
    QVERIFY(rate.low < 2.0 && rate.high > 2.0);
    QVERIFY(!estimate.rate(u"audio"_s).known);
}

void tst_Estimate::rate_growsSurer()
{
    RateEstimate few;
    RateEstimate many;
    for (int i = 0; i < 100; ++i) {
        const double seconds = i % 2 ? 1 : 3;
        if (i < 2)
            few.learn(u"c"_s, 1, seconds);
        many.learn(u"c"_s, 1, seconds);
    }
    QVERIFY(many.rate(u"c"_s).high - many.rate(u"c"_s).low < few.rate(u"c"_s).high - few.rate(u"c"_s).low);
}

QTEST_APPLESS_MAIN(tst_Estimate)
#include "tst_estimate.moc"
