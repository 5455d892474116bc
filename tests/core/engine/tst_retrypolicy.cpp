// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/retrypolicy.h"

#include <QTest>

using namespace convoy;

Q_DECLARE_METATYPE(convoy::NextStep)

/// What follows a failure.
class TestRetryPolicy : public QObject
{
    Q_OBJECT

private:
    static NextStep stepFor(ErrorKind kind, const Troubles &troubles, bool hasFallback, bool isAlone = false,
                            bool usesFallback = false)
    {
        auto settings = std::make_shared<ConversionSettings>();
        settings->retry = {.attempts = 3, .delayS = 1};
        if (hasFallback) {
            auto fallback = std::make_shared<ConversionSettings>();
            fallback->retry = {.attempts = 2, .delayS = 1};
            settings->fallback = fallback;
        }
        Job job;
        job.plan.settings = settings;
        job.status.isAlone = isAlone;
        job.status.usesFallback = usesFallback;
        return nextStep({kind, {}, {}}, job, troubles);
    }

private Q_SLOTS:
    void fallback_byKind_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("mayHelp");
        const auto row = [](ErrorKind kind, bool mayHelp) {
            QTest::newRow(errorKindName(kind).data()) << int(kind) << mayHelp;
        };
        row(ErrorKind::UnsupportedFormat, true);
        row(ErrorKind::UnreadableInput, false);
        row(ErrorKind::DamagedInput, false);
        row(ErrorKind::LimitExceeded, true);
        row(ErrorKind::OutputExists, false);
        row(ErrorKind::NoSpace, false);
        row(ErrorKind::OutputUnwritable, false);
        row(ErrorKind::InvalidOption, true);
        row(ErrorKind::MissingTool, true);
        row(ErrorKind::ToolFailed, true);
        row(ErrorKind::WorkerCrashed, true);
        row(ErrorKind::TimedOut, true);
        row(ErrorKind::VerificationFailed, true);
        row(ErrorKind::Cancelled, false);
        row(ErrorKind::Internal, true);
    }

    void fallback_byKind()
    {
        QFETCH(int, kind);
        QFETCH(bool, mayHelp);
        const Troubles exhausted{.attempts = 3, .crashes = 2};
        QCOMPARE(stepFor(ErrorKind(kind), exhausted, true), mayHelp ? NextStep::UseFallback : NextStep::Fail);
        QCOMPARE(stepFor(ErrorKind(kind), exhausted, false), NextStep::Fail);
        // The fallback has had its turn: there is no third way.
        QCOMPARE(stepFor(ErrorKind(kind), exhausted, true, false, true), NextStep::Fail);
    }

    void transient_beforeTheFallback()
    {
        QCOMPARE(stepFor(ErrorKind::TimedOut, {.attempts = 1}, true), NextStep::RetryLater);
        QCOMPARE(stepFor(ErrorKind::TimedOut, {.attempts = 2}, true), NextStep::RetryLater);
        QCOMPARE(stepFor(ErrorKind::TimedOut, {.attempts = 3}, true), NextStep::UseFallback);
        QCOMPARE(stepFor(ErrorKind::WorkerCrashed, {.attempts = 1, .crashes = 1}, true), NextStep::RetryLater);
        QCOMPARE(stepFor(ErrorKind::WorkerCrashed, {.attempts = 2, .crashes = 2}, true), NextStep::UseFallback);
        QCOMPARE(stepFor(ErrorKind::TimedOut, {.attempts = 2}, true, false, true), NextStep::Fail); // its own rule: 2
    }

    void outOfMemory_onceAlone()
    {
        QCOMPARE(stepFor(ErrorKind::OutOfMemory, {.attempts = 1}, false), NextStep::RetryAlone);
        QCOMPARE(stepFor(ErrorKind::OutOfMemory, {.attempts = 9}, true), NextStep::RetryAlone);
        QCOMPARE(stepFor(ErrorKind::OutOfMemory, {.attempts = 2}, false, true), NextStep::Fail);
        QCOMPARE(stepFor(ErrorKind::OutOfMemory, {.attempts = 2}, true, true), NextStep::UseFallback);
    }

    void delay_doubles()
    {
        const RetryRule rule{.attempts = 5, .delayS = 0.5};
        QCOMPARE(retryDelay(rule, 1), 0.5);
        QCOMPARE(retryDelay(rule, 2), 1.0);
        QCOMPARE(retryDelay(rule, 4), 4.0);
        QCOMPARE(retryDelay(rule, 1000), 512.0);
    }
};

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
