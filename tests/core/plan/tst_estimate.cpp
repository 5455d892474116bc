// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/estimate.h"

#include <QTest>

#include <cmath>

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
    void rate_restoredCountsForAFew();
    void remaining_nothingKnown();
    void remaining_longestJobIsABound();
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
    QVERIFY(std::abs(rate.mean - 2) < 0.01);
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
    QVERIFY(many.rate(u"c"_s).meanVariance < few.rate(u"c"_s).meanVariance / 10);
}

void tst_Estimate::rate_restoredCountsForAFew()
{
    RateEstimate before;
    for (int i = 0; i < 1000; ++i)
        before.learn(u"c"_s, 1, 1);
    RateEstimate today;
    today.restore(before.measured());
    QVERIFY(std::abs(today.rate(u"c"_s).mean - 1) < 1e-9);
    for (int i = 0; i < 50; ++i)
        today.learn(u"c"_s, 1, 3); // this machine is busier today
    QVERIFY(today.rate(u"c"_s).mean > 2.6);
}

void tst_Estimate::remaining_nothingKnown()
{
    const RemainingTime time = remainingTime({{.profile = u"c"_s, .cost = 5, .costSquares = 25}}, 2, RateEstimate());
    QCOMPARE(time.highSeconds, 0.0);
}

void tst_Estimate::remaining_longestJobIsABound()
{
    RateEstimate rates;
    for (int i = 0; i < 100; ++i)
        rates.learn(u"c"_s, 1, 1);
    // Ten cores do not help one job that cannot be shared.
    const RemainingTime fixed = remainingTime({{.profile = u"c"_s, .cost = 10, .costSquares = 100, .longest = 10}}, 10,
                                              rates);
    QVERIFY(fixed.lowSeconds > 5 && fixed.highSeconds > 10);
    const RemainingTime shared = remainingTime({{.profile = u"c"_s, .cost = 10, .costSquares = 100}}, 10, rates);
    QVERIFY(shared.highSeconds < 2);
    const RemainingTime capped = remainingTime({{.profile = u"c"_s, .cost = 10, .costSquares = 10, .cores = 2}}, 10, rates);
    QVERIFY(capped.lowSeconds > 3.5 && capped.highSeconds > 5);
}

QTEST_APPLESS_MAIN(tst_Estimate)
#include "tst_estimate.moc"
