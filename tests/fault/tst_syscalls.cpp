// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/batchcheck.h"

#include <QTest>

using namespace convoy::test;

/// What the programs ask of the system, and what becomes of a batch where the system fails.
class TestSyscalls : public QObject
{
    Q_OBJECT

private:
    static Run trace(const CliPlace &place, const QStringList &straceArguments, const QStringList &arguments)
    {
        QProcess process;
        place.prepare(process, {});
        process.setProgram(u"strace"_s);
        process.setArguments(QStringList{u"-f"_s, u"-qq"_s, u"-o"_s, place.path(u"trace"_s)} + straceArguments
                             + QStringList{CliPlace::program()} + arguments);
        process.start();
        if (!process.waitForFinished(60'000))
            process.kill();
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(CliPlace::program()))
            QSKIP("convoy-cli is not built.");
        if (QProcess::execute(u"strace"_s, {u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"true"_s}) != 0)
            QSKIP("System calls cannot be traced here (package strace, or ptrace is not allowed).");
    }

    void noShell_isEverRun()
    {
        const CliPlace place;
        const QByteArray name = "$(touch pwned); touch pwned #.wav";
        place.add("in/" + name, noiseWave(0.1));
        const Run run = trace(place, {u"-e"_s, u"trace=execve"_s},
                              {u"convert"_s, u"--profile"_s, u"tool-wc"_s, u"--output-dir"_s, u"out"_s, u"in"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        const QByteArray calls = CliPlace::read(place.path(u"trace"_s));
        QVERIFY(calls.contains("convoy-worker"));
        QVERIFY2(calls.contains("wc\""), calls.constData());
        for (const char *shell : {"/sh\"", "/bash\"", "/dash\"", "system("})
            QVERIFY2(!calls.contains(shell), calls.constData());
        QVERIFY(!QFile::exists(place.path(u"pwned"_s)));
        QCOMPARE(place.files(u"out"_s).size(), 1);
    }

    // As on exFAT by FUSE, and on shares that a desktop mounts.
    void neitherLinkNorRenameAside_isNeeded()
    {
        const CliPlace place;
        place.add("in/a.wav", noiseWave(0.1));
        const QStringList injection{u"-e"_s, u"trace=renameat2,link"_s,   u"-e"_s, u"inject=renameat2:error=EINVAL"_s,
                                    u"-e"_s, u"inject=link:error=EPERM"_s};
        const Run run = trace(place, injection,
                              {u"convert"_s, u"--profile"_s, u"tool-flac"_s, u"--output-dir"_s, u"out"_s, u"in"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        const QByteArray calls = CliPlace::read(place.path(u"trace"_s));
        QVERIFY2(calls.contains("link(") && calls.contains("INJECTED"), calls.constData());
        const QStringList files = place.files(u"out"_s);
        QCOMPARE(files.size(), 1);
        QVERIFY(isWholeFlac(place.path(u"out/"_s + files.first())));
    }

    void fsyncError_leavesNoOutput()
    {
        const CheckedBatch batch(2);
        const Run run = trace(batch.place, {u"-e"_s, u"trace=fsync"_s, u"-e"_s, u"inject=fsync:error=EIO"_s},
                              batch.arguments());
        QVERIFY2(run.status == 1 || run.status == 3, run.err.constData());
        QVERIFY(CliPlace::read(batch.place.path(u"trace"_s)).contains("INJECTED"));
        QCOMPARE(batch.place.files(u"out"_s), QStringList());
        for (const QJsonObject &event : run.events(u"job-finished"_s))
            QVERIFY(event.value("state"_L1) != "done"_L1);
    }

    /// One call of the commit's road fails, or is the last one that the program makes.
    void oneCall_data()
    {
        QTest::addColumn<QString>("injection");
        QRandomGenerator random(20260101);
        const bool all = qEnvironmentVariableIsSet("CONVOY_FAULT_ALL");
        for (const char *call : {"fsync", "fdatasync", "linkat", "pwrite64", "ftruncate", "fallocate", "sync_file_range",
                                 "sendmsg", "recvmsg", "unlink"}) {
            for (const char *fault : {"error=EIO", "error=ENOSPC", "error=EINTR", "signal=SIGKILL"}) {
                for (int when = 1; when <= 8; ++when) {
                    if (all || random.bounded(16) == 0)
                        QTest::addRow("%s %s %d", call, fault, when)
                            << u"%1:%2:when=%3"_s.arg(QLatin1StringView(call), QLatin1StringView(fault)).arg(when);
                }
            }
        }
    }

    void oneCall()
    {
        QFETCH(QString, injection);
        const CheckedBatch batch(4);
        const QString call = injection.section(u':', 0, 0);
        const Run run = trace(batch.place, {u"-e"_s, u"trace="_s + call, u"-e"_s, u"inject="_s + injection},
                              batch.arguments());
        int done = 0;
        for (const QJsonObject &event : run.events(u"job-finished"_s))
            done += event.value("state"_L1) == "done"_L1;
        const QStringList before = batch.problems();
        // The call may have been a worker's: then the batch comes to its end, and that job has failed.
        const bool wasKilled = injection.contains(u"SIGKILL") && run.events(u"batch-finished"_s).isEmpty();
        if (!wasKilled) {
            // Costs at most its own group; what has a name is whole and was reported.
            QCOMPARE(batch.place.files(u"out"_s).size(), done);
            for (const QString &problem : before)
                QVERIFY2(problem.startsWith(u"lost"), qPrintable(problem));
        }
        if (before.isEmpty())
            return;
        const Run rest = batch.place.run({u"resume"_s});
        // A batch that came to its end with failures is not resumed: the person starts it again.
        if (!batch.problems().isEmpty() && (rest.status != 0 || !wasKilled || done == 0)) {
            const Run again = batch.place.run(QStringList(batch.arguments()) << u"--conflict"_s << u"skip"_s);
            QVERIFY2(again.status == 0, again.err.constData());
        }
        QCOMPARE(batch.problems(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSyscalls)
#include "tst_syscalls.moc"
