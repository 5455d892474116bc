// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <csignal>

using namespace convoy::test;

namespace {

constexpr int files = 12;

const QStringList convertFolder{u"convert"_s, u"--profile"_s, u"album-flac"_s,   u"--events"_s, u"json"_s,
                                u"--jobs"_s,  u"2"_s,         u"--output-dir"_s, u"out"_s,      u"in"_s};

} // namespace

/// Batches that do not come to their end the first time.
class TestCliResume : public QObject
{
    Q_OBJECT

private:
    /// Long enough that a signal always finds jobs running and jobs waiting.
    static void addInputs(const CliPlace &place)
    {
        for (int i = 0; i < files; ++i)
            place.add("in/" + QByteArray::number(i) + ".wav", noiseWave(i < 2 ? 5 : 20, quint32(i)));
    }

    /// Runs until the first job is done, sends `signalNumber`, and waits for the end.
    static Run stopAfterFirst(const CliPlace &place, int signalNumber)
    {
        QProcess process;
        place.prepare(process, convertFolder);
        process.start();
        Run run;
        while (!run.out.contains("\"done\"") && process.waitForReadyRead(30'000))
            run.out += process.readAllStandardOutput();
        ::kill(pid_t(process.processId()), signalNumber);
        process.waitForFinished(30'000);
        run.out += process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return run;
    }

    static void verifyAllConvertedOnce(const CliPlace &place)
    {
        QStringList expected;
        for (int i = 0; i < files; ++i)
            expected.append(QString::number(i) + u".flac"_s);
        expected.sort();
        QCOMPARE(place.files(u"out"_s), expected);
        for (const QString &name : expected)
            QVERIFY2(isWholeFlac(place.path(u"out/"_s + name)), qPrintable(name));
    }

private Q_SLOTS:
    void interrupt_leavesABatchThatGoesOn_data()
    {
        QTest::addColumn<int>("signalNumber");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }

    void interrupt_leavesABatchThatGoesOn()
    {
        QFETCH(int, signalNumber);
        const CliPlace place;
        addInputs(place);
        const Run stopped = stopAfterFirst(place, signalNumber);
        QCOMPARE(stopped.status, 130);
        const QString batch = stopped.events(u"batch-started"_s).first().value("batch"_L1).toString();
        QSet<int> jobs;
        int done = 0;
        for (const QJsonObject &event : stopped.events(u"job-finished"_s)) {
            jobs.insert(event.value("job"_L1).toInt());
            done += event.value("state"_L1) == "done"_L1;
        }
        QCOMPARE(stopped.events(u"job-finished"_s).size(), files);
        QCOMPARE(jobs.size(), files);
        QVERIFY(done >= 1 && done < files);
        QCOMPARE(stopped.events(u"batch-finished"_s).size(), 1);
        QCOMPARE(place.files(u"out"_s).size(), done); // nothing half done is left, visible or hidden
        QVERIFY2(stopped.err.contains(batch.toUtf8()), stopped.err.constData());

        const Run resumed = place.run({u"resume"_s, u"--events"_s, u"json"_s, batch});
        QVERIFY2(resumed.status == 0, resumed.err.constData());
        QCOMPARE(resumed.events(u"batch-started"_s).first().value("batch"_L1).toString(), batch);
        QCOMPARE(resumed.events(u"job-finished"_s).size(), files);
        QCOMPARE(resumed.events(u"job-started"_s).size(), files - done); // none is done twice
        QCOMPARE(resumed.events(u"batch-finished"_s).first().value("done"_L1).toInt(), files);
        verifyAllConvertedOnce(place);
        QCOMPARE(place.run({u"resume"_s}).status, 0);
    }

    void kill_isSurvived()
    {
        const CliPlace place;
        addInputs(place);
        const Run killed = stopAfterFirst(place, SIGKILL);
        QCOMPARE(killed.status, -1);
        QVERIFY(place.files(u"out"_s).size() < files);
        const QJsonArray history = QJsonDocument::fromJson(place.run({u"history"_s, u"--json"_s}).out).array();
        QCOMPARE(history.size(), 1);
        QVERIFY(history.first().toObject().value("ended"_L1).isNull());

        const Run resumed = place.run({u"resume"_s, u"--report"_s, u"r.json"_s});
        QVERIFY2(resumed.status == 0, resumed.err.constData());
        QVERIFY2(resumed.err.endsWith(QByteArray::number(files) + " done, 0 failed, 0 skipped\n"), resumed.err.constData());
        verifyAllConvertedOnce(place);
        const QJsonObject report = QJsonDocument::fromJson(CliPlace::read(place.path(u"r.json"_s))).object();
        QCOMPARE(report.value("jobs"_L1).toArray().size(), files);
        const Run again = place.run({u"resume"_s, u"--events"_s, u"json"_s});
        QCOMPARE(again.status, 0);
        QCOMPARE(again.out, QByteArray());
    }

    void resume_takesAllBatchesUp()
    {
        const CliPlace place;
        addInputs(place);
        QCOMPARE(stopAfterFirst(place, SIGKILL).status, -1);
        QCOMPARE(stopAfterFirst(place, SIGTERM).status, 130);
        const Run resumed = place.run({u"resume"_s, u"--events"_s, u"json"_s});
        QVERIFY2(resumed.status == 0, resumed.err.constData());
        QCOMPARE(resumed.events(u"batch-finished"_s).size(), 2);
        QCOMPARE(place.files(u"out"_s).size(), 2 * files);
    }

    void interrupt_whileFilesAreLookedAt()
    {
        const CliPlace place;
        QProcess process;
        // The list never ends by itself: nothing is planned yet.
        place.prepare(process, {u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--files-from"_s, u"-"_s});
        process.start();
        QVERIFY(process.waitForStarted());
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(10'000));
        QVERIFY(process.readAllStandardOutput().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCliResume)
#include "tst_cli_resume.moc"
