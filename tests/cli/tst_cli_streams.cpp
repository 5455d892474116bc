// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"

#include <QTest>

#include <csignal>

using namespace convoy::test;

/// Standard streams, signals and environment as a shell, a service or nohup(1) hands them over.
class TestCliStreams : public QObject
{
    Q_OBJECT

private:
    /// convoy-cli as a shell's script starts it: "$0" is the program.
    static void start(QProcess &process, const CliPlace &place, const QString &script, const QStringList &arguments)
    {
        place.prepare(process, QStringList{u"-c"_s, script, CliPlace::program()} + arguments);
        process.setProgram(u"sh"_s);
        process.start();
    }

    static QStringList watch(const CliPlace &place)
    {
        place.add("in/p.ppm", "P6 2 2 255\nabcdefghijkl");
        return {u"watch"_s, u"--profile"_s, u"photo-jpeg"_s, u"--settle"_s, u"0.5"_s, u"--output-dir"_s, u"out"_s, u"in"_s};
    }

    static bool hasOutput(const CliPlace &place)
    {
        return QTest::qWaitFor([&] { return place.files(u"out"_s) == QStringList{u"p.jpg"_s}; }, 20'000);
    }

    /// Lets a watcher end, and says with which status.
    static int end(QProcess &process)
    {
        ::kill(pid_t(process.processId()), SIGTERM);
        return process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

private Q_SLOTS:
    /// Or a journal, a socket or an output has the number that messages are written to.
    void closed_areOpenedAsNothing()
    {
        const CliPlace place;
        QProcess process;
        start(process, place, u"exec \"$0\" \"$@\" <&- >&- 2>&-"_s, watch(place));
        QVERIFY(hasOutput(place));
        for (const QString &number : {u"0"_s, u"1"_s, u"2"_s})
            QCOMPARE(QFile::symLinkTarget(u"/proc/%1/fd/%2"_s.arg(process.processId()).arg(number)), u"/dev/null"_s);
        QCOMPARE(end(process), 0);
    }

    void full_isAFailure_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("profiles") << QStringList{u"profiles"_s};
        QTest::newRow("events") << QStringList{u"convert"_s,  u"--profile"_s, u"photo-jpeg"_s,
                                               u"--events"_s, u"json"_s,      u"p.ppm"_s};
    }
    void full_isAFailure()
    {
        QFETCH(QStringList, arguments);
        const CliPlace place;
        place.add("p.ppm", "P6 2 2 255\nabcdefghijkl");
        QProcess process;
        start(process, place, u"exec \"$0\" \"$@\" >/dev/full"_s, arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        const QByteArray said = process.readAllStandardError();
        QCOMPARE(said.count("standard output"), 1);
        QCOMPARE(place.files({}).contains(u"p.jpg"_s), arguments.size() > 1); // the work is done all the same
    }

    void nohup_goesOn()
    {
        const CliPlace place;
        QProcess process;
        start(process, place, u"trap '' HUP; exec \"$0\" \"$@\""_s, watch(place));
        QVERIFY(hasOutput(place));
        ::kill(pid_t(process.processId()), SIGHUP);
        place.add("in/q.ppm", "P6 2 2 255\nabcdefghijkl");
        QVERIFY(QTest::qWaitFor([&] { return place.files(u"out"_s).size() == 2; }, 20'000));
        QCOMPARE(end(process), 0);
    }

    /// What reads hostile files cannot put a token into an output that it does not have.
    void environment_isNotTheCodecs()
    {
        const CliPlace place;
        QProcess process;
        start(process, place, u"SECRET_TOKEN=abc exec \"$0\" \"$@\""_s, watch(place));
        QVERIFY(hasOutput(place));
        const QByteArray mark = "XDG_STATE_HOME=" + place.path(u"xdg/state"_s).toUtf8();
        int workers = 0;
        for (const QString &pid : QDir(u"/proc"_s).entryList({u"[1-9]*"_s}, QDir::Dirs)) {
            const QByteArray environment = CliPlace::read(u"/proc/%1/environ"_s.arg(pid));
            if (!environment.contains(mark))
                continue;
            const bool isWorker = CliPlace::read(u"/proc/%1/comm"_s.arg(pid)).startsWith("convoy-worker");
            QCOMPARE(environment.contains("SECRET_TOKEN"), !isWorker);
            workers += isWorker ? 1 : 0;
        }
        QVERIFY(workers > 0);
        QCOMPARE(end(process), 0);
    }

    /// A list that was written on Windows, and reports into the folder that is made for the outputs.
    void list_mayEndLinesInTwoCharacters()
    {
        const CliPlace place;
        place.add("a.ppm", "P6 2 2 255\nabcdefghijkl");
        place.add("b.ppm", "P6 2 2 255\nabcdefghijkl");
        const Run run = place.run({u"convert"_s, u"--profile"_s, u"photo-jpeg"_s, u"--files-from"_s, u"-"_s,
                                   u"--output-dir"_s, u"out"_s, u"--report"_s, u"out/report.json"_s},
                                  "a.ppm\r\nb.ppm\r\n");
        QCOMPARE(run.status, 0);
        QCOMPARE(place.files(u"out"_s), (QStringList{u"a.jpg"_s, u"b.jpg"_s, u"report.json"_s}));
    }

    void list_oneNameMayEndInACarriageReturn()
    {
        const CliPlace place;
        place.add("a.ppm", "P6 2 2 255\nabcdefghijkl");
        place.add("odd\r", "P6 2 2 255\nabcdefghijkl");
        const Run run = place.run({u"convert"_s, u"--profile"_s, u"photo-jpeg"_s, u"--files-from"_s, u"-"_s},
                                  "a.ppm\nodd\r\n");
        QCOMPARE(run.status, 0);
    }
};

QTEST_GUILESS_MAIN(TestCliStreams)
#include "tst_cli_streams.moc"
