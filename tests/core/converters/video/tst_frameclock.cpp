// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/filters/frameclock.h"

#include <QTest>

using convoy::FrameClock;

class TestFrameClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void place_regular_everyTickOnce();
    void place_variable_gapStays();
    void place_variable_lateDuplicateDropped();
    void place_constant_gapFilledWithPrevious();
    void place_constantFromFirst_leadNotFilled();
    void place_constant_startsALittleLate_nothingTwice();
    void place_hugeJump_isNotFilled();
    void finish_constant_lastRepeatsAgain();
};

void TestFrameClock::place_regular_everyTickOnce()
{
    for (const auto rate : {FrameClock::Rate::Variable, FrameClock::Rate::Constant, FrameClock::Rate::ConstantFromFirst}) {
        FrameClock clock(rate);
        for (int i = 0; i < 10; ++i) {
            // Milliseconds of a container at 30 frames a second.
            const FrameClock::Plan plan = clock.place(qRound(i * 1000 / 30.0) * 30 / 1000.0, 1);
            QCOMPARE(plan.firstTick, i);
            QCOMPARE(plan.count, 1);
        }
        QCOMPARE(clock.frameCount(), 10);
    }
}

void TestFrameClock::place_variable_gapStays()
{
    FrameClock clock(FrameClock::Rate::Variable);
    clock.place(0, 1);
    const FrameClock::Plan plan = clock.place(5, 1);
    QCOMPARE(plan.firstTick, 5);
    QCOMPARE(plan.count, 1);
}

void TestFrameClock::place_variable_lateDuplicateDropped()
{
    FrameClock clock(FrameClock::Rate::Variable);
    clock.place(3, 1);
    QCOMPARE(clock.place(2, 1).count, 0);
    QCOMPARE(clock.frameCount(), 1);
}

void TestFrameClock::place_constant_gapFilledWithPrevious()
{
    FrameClock clock(FrameClock::Rate::Constant);
    clock.place(0, 1);
    const FrameClock::Plan plan = clock.place(5, 1);
    QCOMPARE(plan.firstTick, 1);
    QCOMPARE(plan.count, 5);
    QCOMPARE(plan.repeatPrevious, 3);
    QCOMPARE(clock.frameCount(), 6);
}

void TestFrameClock::place_constantFromFirst_leadNotFilled()
{
    FrameClock clock(FrameClock::Rate::ConstantFromFirst);
    const FrameClock::Plan plan = clock.place(40, 1);
    QCOMPARE(plan.firstTick, 40);
    QCOMPARE(plan.count, 1);
}

// AAC in Matroska: sound begins 23 ms before the pictures.
void TestFrameClock::place_constant_startsALittleLate_nothingTwice()
{
    FrameClock clock(FrameClock::Rate::Constant);
    for (int i = 0; i < 10; ++i) {
        const FrameClock::Plan plan = clock.place(0.575 + i, 1);
        QCOMPARE(plan.firstTick, 1 + i);
        QCOMPARE(plan.count, 1);
    }
}

void TestFrameClock::place_hugeJump_isNotFilled()
{
    FrameClock clock(FrameClock::Rate::Constant);
    clock.place(0, 1);
    QVERIFY(clock.place(1e15, 1).count <= 1);
}

void TestFrameClock::finish_constant_lastRepeatsAgain()
{
    FrameClock clock(FrameClock::Rate::Constant);
    for (int i = 0; i < 4; ++i)
        clock.place(i * 3, 1);
    QVERIFY(clock.finish().count > 0);
    FrameClock regular(FrameClock::Rate::Constant);
    for (int i = 0; i < 4; ++i)
        regular.place(i, 1);
    QCOMPARE(regular.finish().count, 0);
}

QTEST_APPLESS_MAIN(TestFrameClock)
#include "tst_frameclock.moc"
