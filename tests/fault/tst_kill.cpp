// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/batchcheck.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace convoy::test;

namespace {

constexpr int files = 16;

/// Processes that were started with this place as their working folder, as proc(5) describes them.
QByteArrayList processesIn(const CliPlace &place)
{
    QByteArrayList found;
    std::error_code ignored;
    for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
        if (std::filesystem::read_symlink(entry.path() / "cwd", ignored) != place.path().toStdString())
            continue;
        const QString folder = QString::fromStdString(entry.path().string());
        found.append(CliPlace::read(folder + u"/stat"_s).trimmed() + " waits in " + CliPlace::read(folder + u"/wchan"_s));
    }
    return found;
}

/// What is there still when that time is over.
QByteArrayList leftAfter(const CliPlace &place, int ms)
{
    QElapsedTimer timer;
    timer.start();
    QByteArrayList left = processesIn(place);
    while (!left.isEmpty() && timer.elapsed() < ms) {
        QTest::qWait(10);
        left = processesIn(place);
    }
    return left;
}

/// Until so many jobs have ended.
void waitForJobs(QProcess &process, int jobs)
{
    QByteArray out;
    while (out.count("job-finished") < jobs && process.waitForReadyRead(10'000))
        out += process.readAllStandardOutput();
}

} // namespace

/// The engine killed at any moment: nothing is lost, doubled or torn, nothing is left, no source is touched.
class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(CliPlace::program()))
            QSKIP("convoy-cli is not built.");
        if (QProcess::execute(u"flac"_s, {u"--version"_s}) != 0)
            QSKIP("The independent decoder (package flac) is not installed.");
    }

    /// The control: the check sees what it is there for.
    void check_seesEveryFault()
    {
        CheckedBatch batch(3);
        QCOMPARE(batch.problems().size(), 3);
        QCOMPARE(batch.place.run(batch.arguments()).status, 0);
        QCOMPARE(batch.problems(), QStringList());
        const QString output = batch.place.path(u"out/t1.flac"_s);
        const QByteArray content = CliPlace::read(output);
        CliPlace::write(output.toUtf8(), content.left(content.size() - 100));
        QCOMPARE(batch.problems(), QStringList{u"torn"_s});
        CliPlace::write(output.toUtf8(), content);
        batch.place.add("out/.convoy-1-abcdef", {});
        batch.place.add("out/t1 (2).flac", content);
        QCOMPARE(batch.problems().size(), 2);
        QFile::remove(batch.place.path(u"out/.convoy-1-abcdef"_s));
        QFile::remove(batch.place.path(u"out/t1 (2).flac"_s));
        QCOMPARE(batch.problems(), QStringList());
        if (batch.hasAttributes) {
            QVERIFY(setAttribute(batch.place.path(u"in/t1.wav"_s).toUtf8(), "other"));
            QCOMPARE(batch.problems(), QStringList{u"a source was touched"_s});
            QVERIFY(setAttribute(batch.place.path(u"in/t1.wav"_s).toUtf8(), "t1"));
            QCOMPARE(batch.problems(), QStringList());
        }
        QVERIFY(QFile::setPermissions(batch.place.path(u"in/t0.wav"_s), QFileDevice::ReadOwner));
        QCOMPARE(batch.problems(), QStringList{u"a source was touched"_s});
    }

    /// Each row is a run of its own, so that a long one can be had in pieces.
    void kill_atRandomMoments_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("rounds");
        const bool all = qEnvironmentVariableIsSet("CONVOY_FAULT_ALL");
        for (quint32 seed = 1; seed <= (all ? 8 : 1); ++seed)
            QTest::addRow("seed %u", seed) << seed << (all ? 25 : 15);
    }

    void kill_atRandomMoments()
    {
        QFETCH(quint32, seed);
        QFETCH(int, rounds);
        QRandomGenerator random(seed);
        QElapsedTimer timer;
        timer.start();
        {
            const CheckedBatch whole(files);
            QCOMPARE(whole.place.run(whole.arguments()).status, 0);
        }
        const qint64 usualMs = timer.elapsed();
        int resumed = 0;
        for (int round = 0; round < rounds; ++round) {
            const CheckedBatch batch(files);
            QProcess process;
            batch.place.prepare(process, batch.arguments());
            process.start();
            QVERIFY(process.waitForStarted());
            // Anywhere, from the start of the program on; and every other time surely in the middle.
            if (round % 2 == 0)
                process.waitForFinished(int(random.bounded(usualMs)));
            else
                waitForJobs(process, int(random.bounded(1, files / 2)));
            process.kill();
            process.waitForFinished();
            const QByteArrayList left = leftAfter(batch.place, 2000);
            QVERIFY2(left.isEmpty(), left.join('\n').constData());
            const Run history = batch.place.run({u"history"_s, u"--json"_s});
            const bool isFresh = QJsonDocument::fromJson(history.out).array().isEmpty();
            const Run rest = isFresh ? batch.place.run(batch.arguments()) // killed before anything was written
                                     : batch.place.run({u"resume"_s, u"--events"_s, u"json"_s});
            QVERIFY2(rest.status == 0, rest.err.constData());
            resumed += !isFresh && !rest.events(u"batch-started"_s).isEmpty();
            const QStringList problems = batch.problems();
            QVERIFY2(problems.isEmpty(), qPrintable(u"round %1: "_s.arg(round) + problems.join(u", ")));
        }
        qInfo("%d rounds, %d of them resumed in the middle", rounds, resumed);
        QVERIFY(resumed > rounds / 5); // else the moments were no good
    }

    void kill_ofTheResumeToo()
    {
        const CheckedBatch batch(files);
        QRandomGenerator random(7);
        QStringList arguments = batch.arguments();
        for (int i = 0; i < 4; ++i) {
            QProcess process;
            batch.place.prepare(process, arguments);
            process.start();
            QByteArray out;
            while (!out.contains("\"done\"") && process.waitForReadyRead(10'000))
                out += process.readAllStandardOutput();
            process.waitForFinished(int(random.bounded(50)));
            process.kill();
            process.waitForFinished();
            arguments = {u"resume"_s, u"--events"_s, u"json"_s};
        }
        QCOMPARE(batch.place.run(arguments).status, 0);
        QCOMPARE(batch.problems(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
