// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/workergate.h"

#include "core/worker/jobcontrol.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace convoy;

/// How much work there is at a time, whoever asks for a turn.
class TestWorkerGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enter_neverMoreThanCoresAndALook()
    {
        constexpr int cores = 3;
        WorkerGate gate(cores);
        std::atomic<int> conversions = 0;
        std::atomic<int> all = 0;
        std::atomic<int> mostConversions = 0;
        std::atomic<int> most = 0;
        const auto note = [](std::atomic<int> &highest, int value) {
            int known = highest;
            while (value > known && !highest.compare_exchange_weak(known, value)) {}
        };
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([&, kind = i % 2 ? WorkerGate::Kind::Look : WorkerGate::Kind::Conversion] {
                    const JobControl control;
                    const bool isConversion = kind == WorkerGate::Kind::Conversion;
                    for (int round = 0; round < 300; ++round) {
                        const auto turn = gate.enter(kind, control);
                        QVERIFY(turn);
                        note(most, ++all);
                        note(mostConversions, conversions += isConversion);
                        std::this_thread::yield();
                        --all;
                        conversions -= isConversion;
                    }
                });
            }
        }
        QVERIFY(mostConversions <= cores);
        QVERIFY(most <= cores + 1);
        QCOMPARE(all.load(), 0);
    }

    void enter_lookNeedNotWaitForConversions()
    {
        WorkerGate gate(1);
        const JobControl control;
        const auto conversion = gate.enter(WorkerGate::Kind::Conversion, control);
        QVERIFY(conversion);
        QVERIFY(gate.enter(WorkerGate::Kind::Look, control));
    }

    void enter_cancelledWhileItWaits()
    {
        WorkerGate gate(1);
        const JobControl control;
        const auto first = gate.enter(WorkerGate::Kind::Conversion, control);
        JobControl waiting;
        bool gotTurn = true;
        {
            const std::jthread thread([&] { gotTurn = gate.enter(WorkerGate::Kind::Conversion, waiting).has_value(); });
            waiting.cancel();
        }
        QVERIFY(!gotTurn);
    }

    /// Who waits is called when a turn ends; the look at the job's control now and then would be a core's idle time.
    void leave_isHeardAtOnce()
    {
        constexpr int rounds = 20;
        WorkerGate gate(1);
        const JobControl control;
        QElapsedTimer timer;
        timer.start();
        for (int round = 0; round < rounds; ++round) {
            auto first = gate.enter(WorkerGate::Kind::Conversion, control);
            const std::jthread thread([&] { QVERIFY(gate.enter(WorkerGate::Kind::Conversion, control)); });
            std::this_thread::sleep_for(std::chrono::milliseconds(5)); // the other waits by now
            first.reset();
        }
        QVERIFY2(timer.elapsed() < rounds * 50, qPrintable(QString::number(timer.elapsed())));
    }

    /// Beside a conversion there is room for a look only; a conversion that waits longer must not keep that from it.
    void leave_isHeardByWhoHasRoom()
    {
        constexpr int rounds = 10;
        QElapsedTimer timer;
        timer.start();
        for (int round = 0; round < rounds; ++round) {
            WorkerGate gate(1);
            const JobControl control;
            auto conversion = gate.enter(WorkerGate::Kind::Conversion, control);
            auto look = gate.enter(WorkerGate::Kind::Look, control);
            const std::jthread first([&] { QVERIFY(gate.enter(WorkerGate::Kind::Conversion, control)); });
            std::this_thread::sleep_for(std::chrono::milliseconds(5)); // it waits by now, and so does the other
            {
                const std::jthread second([&] { QVERIFY(gate.enter(WorkerGate::Kind::Look, control)); });
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
                look.reset();
            }
            conversion.reset();
        }
        QVERIFY2(timer.elapsed() < rounds * 50, qPrintable(QString::number(timer.elapsed())));
    }

    void enter_withoutLimit()
    {
        WorkerGate gate(0);
        const JobControl control;
        std::vector<WorkerGate::Turn> turns;
        turns.reserve(20);
        for (int i = 0; i < 20; ++i)
            turns.push_back(std::move(*gate.enter(WorkerGate::Kind::Conversion, control)));
        QCOMPARE(turns.size(), size_t(20));
    }
};

QTEST_GUILESS_MAIN(TestWorkerGate)
#include "tst_workergate.moc"
