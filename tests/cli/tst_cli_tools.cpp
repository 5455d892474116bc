// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace convoy::test;

/// External tools through the whole program, also those that do what they should not.
class TestCliTools : public QObject
{
    Q_OBJECT

private:
    /// A profile around a script of the test's own; `{place}` in the script is the place of the test.
    static void addTool(const CliPlace &place, QByteArray script, QJsonObject options = {},
                        const QStringList &arguments = {u"{input}"_s, u"{output}"_s})
    {
        script.replace("{place}", place.path().toUtf8());
        const QByteArray file = place.add("tool.sh", "#!/bin/sh\n" + script + '\n');
        ::chmod(file.constData(), 0755);
        if (!options.contains(u"command"_s))
            options.insert(u"command"_s, QJsonArray::fromStringList(QStringList{place.path(u"tool.sh"_s)} + arguments));
        const QJsonObject profile{
            {u"convoy_profile"_s, 1}, {u"id"_s, u"odd"_s},
            {u"name"_s, u"Odd"_s},    {u"converter"_s, u"tool"_s},
            {u"options"_s, options},  {u"output"_s, QJsonObject{{u"name"_s, u"{stem}"_s}, {u"extension"_s, u"out"_s}}},
        };
        place.add("odd.json", QJsonDocument(profile).toJson());
        place.add("in/a.txt", "one two\nthree\n");
    }

    static QStringList convert(const QStringList &more = {})
    {
        return QStringList{u"convert"_s, u"--profile"_s,    u"odd.json"_s, u"--events"_s,
                           u"json"_s,    u"--output-dir"_s, u"out"_s}
        + more + QStringList{u"in/a.txt"_s};
    }

    static QJsonObject finished(const Run &run)
    {
        const QList<QJsonObject> events = run.events(u"job-finished"_s);
        return events.size() == 1 ? events.first() : QJsonObject();
    }

private Q_SLOTS:
    void unknownPlaceholder_startsNothing_data()
    {
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("command") << QJsonObject{{u"command"_s, QJsonArray{u"cat"_s, u"{inptu}"_s}}} << QByteArray("{inptu}");
        QTest::newRow("environment") << QJsonObject{{u"environment"_s, QJsonArray{u"A={B}"_s}}} << QByteArray("{B}");
        QTest::newRow("folder") << QJsonObject{{u"working_folder"_s, u"{home}"_s}} << QByteArray("{home}");
        QTest::newRow("no value") << QJsonObject{{u"environment"_s, QJsonArray{u"A"_s}}}
                                  << QByteArray("options.environment");
        QTest::newRow("no expression") << QJsonObject{{u"columns"_s, QJsonArray{u"a=("_s}}} << QByteArray("options.columns");
        QTest::newRow("no pattern") << QJsonObject{{u"progress_pattern"_s, u"("_s}}
                                    << QByteArray("options.progress_pattern");
        QTest::newRow("two outputs") << QJsonObject{{u"stdout"_s, u"output"_s}} << QByteArray("options.stdout");
        QTest::newRow("lonely brace") << QJsonObject{{u"command"_s, QJsonArray{u"awk"_s, u"{print"_s}}}
                                      << QByteArray("{print");
    }
    void unknownPlaceholder_startsNothing()
    {
        QFETCH(QJsonObject, options);
        QFETCH(QByteArray, named);
        const CliPlace place;
        addTool(place, "echo started >{place}/started", options);
        const Run run = place.run(convert());
        QCOMPARE(run.status, 2);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.err.contains(named), run.err.constData());
        QVERIFY(!QFile::exists(place.path(u"out"_s)));
    }

    /// Only what it says is wanted: no output, no extension, nothing written.
    void withoutOutputs_whatItSaysIsTheResult()
    {
        const CliPlace place;
        place.add("in/a.txt", "one two\nthree\n");
        place.add("count.json",
                  "{\"convoy_profile\": 1, \"id\": \"count\", \"name\": \"Count\", \"converter\": \"tool\","
                  " \"options\": {\"command\": [\"wc\", \"-w\", \"{input}\"], \"columns\": [\"words=^(\\\\d+)\"]}}");
        const QStringList arguments{u"convert"_s,       u"--profile"_s, u"count.json"_s, u"--output-dir"_s, u"out"_s,
                                    u"--tool-output"_s, u"--report"_s,  u"r.csv"_s,      u"in/a.txt"_s};
        for (int i = 0; i < 2; ++i) { // nor is there a name that could be taken
            const Run run = place.run(arguments);
            QVERIFY2(run.status == 0, run.err.constData());
            QVERIFY2(run.out.startsWith("3 "), run.out.constData());
            QVERIFY2(CliPlace::read(place.path(u"r.csv"_s)).contains(",words"), "the column");
            QCOMPARE(place.files(u"out"_s), QStringList());
            QCOMPARE(place.files(u"in"_s), QStringList{u"a.txt"_s});
        }
    }

    /// Convoy lets itself open many; a tool that uses select(2) would break beyond 1024.
    void openFiles_areNoMoreThanUsual()
    {
        const CliPlace place;
        addTool(place, "ulimit -Sn >\"$2\"");
        QProcess process;
        place.prepare(process, convert());
        process.setChildProcessModifier([] {
            rlimit files{};
            ::getrlimit(RLIMIT_NOFILE, &files);
            files.rlim_cur = 1024;
            ::setrlimit(RLIMIT_NOFILE, &files);
        });
        process.start();
        QVERIFY(process.waitForFinished());
        QCOMPARE(CliPlace::read(place.path(u"out/a.out"_s)), QByteArray("1024\n"));
    }

    void missingTool_isNamedWithItsPackage()
    {
        const CliPlace place;
        addTool(place, {},
                {{u"command"_s, QJsonArray{u"no-such-program"_s, u"{input}"_s, u"{output}"_s}},
                 {u"required_package"_s, u"nice-package"_s}});
        const Run run = place.run(convert());
        QCOMPARE(run.status, 1);
        const QJsonObject error = finished(run).value("error"_L1).toObject();
        QCOMPARE(error.value("kind"_L1).toString(), u"missing-tool"_s);
        QVERIFY(error.value("message"_L1).toString().contains("no-such-program"_L1));
        QVERIFY(error.value("message"_L1).toString().contains("nice-package"_L1));
        QCOMPARE(place.files(u"out"_s), QStringList());
    }

    /// Beside the exit code, and without power over the terminal.
    void failure_isToldWithTheToolsLastWords()
    {
        const CliPlace place;
        addTool(place, "echo begun; printf 'no such \\033[2Jthing\\n' >&2; exit 4");
        QStringList arguments = convert();
        arguments.removeAll(u"--events"_s);
        arguments.removeAll(u"json"_s);
        const Run run = place.run(arguments);
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("exit code 4. (no such ") && run.err.contains("thing)"), run.err.constData());
        QVERIFY(!run.err.contains('\x1b'));
    }

    void oddTools_leaveNothingBehind_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("kind"); // of the error; empty: done
        QTest::addColumn<QByteArray>("says");
        const QJsonObject limit{{u"timeout_s"_s, 1}};
        QTest::newRow("hangs") << QByteArray("echo half >\"$2\"; echo begun; sleep 600") << limit << u"timed-out"_s
                               << QByteArray("begun");
        QTest::newRow("ignores SIGTERM") << QByteArray(
            "trap '' TERM; echo half >\"$2\"; echo begun; while :; do sleep 600; done")
                                         << limit << u"timed-out"_s << QByteArray("begun");
        QTest::newRow("many children that hang")
            << QByteArray("trap '' TERM; for i in 1 2 3 4 5; do (trap '' TERM; sleep 600) & done; wait") << limit
            << u"timed-out"_s << QByteArray();
        QTest::newRow("floods stderr with 1 GiB")
            << QByteArray("echo first >&2; head -c 1073741824 /dev/zero | tr '\\0' e >&2; echo last >&2; cp \"$1\" \"$2\"")
            << QJsonObject() << QString() << QByteArray("last");
        QTest::newRow("writes beside its input") << QByteArray("echo x >\"${1%/*}/beside\" || exit 3; cp \"$1\" \"$2\"")
                                                 << QJsonObject() << u"tool-failed"_s << QByteArray("beside");
        QTest::newRow("writes over its input") << QByteArray("cp \"$1\" \"$2\"; echo x >\"$1\" || exit 3") << QJsonObject()
                                               << u"tool-failed"_s << QByteArray("a.txt");
        QTest::newRow("removes its input")
            << QByteArray("rm -f \"$1\" || exit 3") << QJsonObject() << u"tool-failed"_s << QByteArray("a.txt");
        QTest::newRow("writes into a public folder")
            << QByteArray("echo x >/tmp/convoy-odd-$$ || exit 3; rm /tmp/convoy-odd-$$; cp \"$1\" \"$2\"") << QJsonObject()
            << u"tool-failed"_s << QByteArray("/tmp/convoy-odd");
        QTest::newRow("writes into the output folder itself")
            << QByteArray("echo x >{place}/out/stray || exit 3; cp \"$1\" \"$2\"") << QJsonObject() << u"tool-failed"_s
            << QByteArray("stray");
        QTest::newRow("closes stdout early") << QByteArray("echo begun; exec >&- 2>&-; sleep 0.2; cp \"$1\" \"$2\"")
                                             << QJsonObject() << QString() << QByteArray("begun");
        QTest::newRow("forks a daemon") << QByteArray(
            "setsid sh -c 'setsid sleep 600 & setsid sleep 600' & sleep 0.2; cp \"$1\" \"$2\"; echo begun")
                                        << QJsonObject() << QString() << QByteArray("begun");
        QTest::newRow("forks a daemon and fails") << QByteArray("setsid sleep 600 & sleep 0.2; echo begun; exit 3")
                                                  << QJsonObject() << u"tool-failed"_s << QByteArray("begun");
        QTest::newRow("leaves a folder of rubbish")
            << QByteArray("cd \"${2%/*}\"; mkdir -p a/b; echo x >a/b/c; cp \"$1\" \"$2\"") << QJsonObject() << QString()
            << QByteArray();
    }
    void oddTools_leaveNothingBehind()
    {
        QFETCH(QByteArray, script);
        QFETCH(QJsonObject, options);
        QFETCH(QString, kind);
        QFETCH(QByteArray, says);
        const CliPlace place;
        addTool(place, script, options);
        QElapsedTimer timer;
        timer.start();
        const Run run = place.run(convert({u"--report"_s, u"r.json"_s}));
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
        const QJsonObject event = finished(run);
        const QJsonObject error = event.value("error"_L1).toObject();
        QVERIFY2(error.value("kind"_L1).toString() == kind, run.out.constData());
        QCOMPARE(run.status, kind.isEmpty() ? 0 : 1);
        QVERIFY(kind.isEmpty() || !error.value("message"_L1).toString().isEmpty());
        const QString said = error.value("detail"_L1).toString() + event.value("tool_output"_L1).toString();
        QVERIFY2(said.contains(QString::fromUtf8(says)), qPrintable(said.right(500)));
        QVERIFY(said.size() < 300'000);
        QVERIFY2(event.value("peak_bytes"_L1).toDouble() < 64e6, "what a tool says is kept in memory");
        QCOMPARE(place.files(u"out"_s), kind.isEmpty() ? QStringList{u"a.out"_s} : QStringList());
        QCOMPARE(place.files(u"in"_s), QStringList{u"a.txt"_s});
        QCOMPARE(CliPlace::read(place.path(u"in/a.txt"_s)), QByteArray("one two\nthree\n"));
        QTRY_COMPARE(place.leftOver(), QStringList());
    }

    /// With a terminal a tool could wait there for an answer, or type there what a shell then runs.
    void tool_hasNoTerminal()
    {
        const CliPlace place;
        addTool(place, "cut -d' ' -f7 /proc/self/stat >\"$2\""); // 0: none, proc(5)
        const QString command = CliPlace::program() + u' ' + convert().join(u' ');
        QProcess process;
        place.prepare(process, {});
        process.start(u"script"_s, {u"-qec"_s, u"cut -d' ' -f7 /proc/self/stat; "_s + command, u"/dev/null"_s});
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray said = process.readAll();
        QVERIFY2(process.exitCode() == 0 && said.split('\r').first().toInt() > 0, said.constData()); // there was one
        QCOMPARE(CliPlace::read(place.path(u"out/a.out"_s)).trimmed(), "0");
    }

    void interrupt_endsTheTool()
    {
        const CliPlace place;
        addTool(place, "trap '' TERM INT; echo half >\"$2\"; sleep 600 & while :; do wait; done");
        QProcess process;
        place.prepare(process, convert());
        process.start();
        QTRY_VERIFY(place.leftOver().join(u'\n').contains("sleep 600"_L1));
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 130);
        QTRY_COMPARE(place.leftOver(), QStringList());
        QCOMPARE(place.files(u"out"_s), QStringList());
    }

    /// Nobody is asked to clean up: the engine is gone at once.
    void kill_endsTheTool()
    {
        const CliPlace place;
        addTool(place, "trap '' TERM INT HUP; sleep 600 & setsid sleep 600 & while :; do wait; done");
        QProcess process;
        place.prepare(process, convert());
        process.start();
        QTRY_VERIFY(place.leftOver().filter(u"sleep 600"_s).size() == 2);
        process.kill();
        QVERIFY(process.waitForFinished(20'000));
        QTRY_COMPARE(place.leftOver(), QStringList());
    }

    /// The end of one tool is no reason to end those beside it.
    void isolationThread_keepsToolsApart()
    {
        const CliPlace place;
        addTool(place, "sleep 0.$(basename \"$1\" .txt); cp \"$1\" \"$2\"");
        QStringList files;
        for (int i = 1; i <= 6; ++i) {
            files.append(u"in/%1.txt"_s.arg(i));
            place.add(files.last().toUtf8(), QByteArray::number(i));
        }
        const Run run = place.run(QStringList{u"convert"_s, u"--profile"_s, u"odd.json"_s, u"--jobs"_s, u"3"_s,
                                              u"--output-dir"_s, u"out"_s, u"--isolation"_s, u"thread"_s}
                                  + files);
        QVERIFY2(run.status == 0 && run.err.contains("6 done, 0 failed"), run.err.constData());
        QVERIFY2(!run.err.contains("were ended"), run.err.constData());
        QTRY_COMPARE(place.leftOver(), QStringList());
    }

    /// What a tool says can be read in its log long before it ends.
    void log_growsWhileTheToolRuns()
    {
        const CliPlace place;
        addTool(place,
                "echo to stdout; echo to stderr >&2; while [ ! -e {place}/go ]; do sleep 0.05; done; "
                "echo the end; cp \"$1\" \"$2\"");
        QProcess process;
        place.prepare(process, convert({u"--log-dir"_s, u"logs"_s}));
        process.start();
        const QString log = place.path(u"logs/0001-a.log"_s);
        QTRY_VERIFY(CliPlace::read(log).contains("to stdout\n") && CliPlace::read(log).contains("to stderr\n"));
        QVERIFY(!CliPlace::read(log).contains("the end"));
        QCOMPARE(place.files(u"out"_s).filter(u"a.out"_s), QStringList());
        place.add("go", {});
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(CliPlace::read(log), QByteArray("to stdout\nthe end\nto stderr\n"));
    }

    void log_ofAFailureSaysWhy()
    {
        const CliPlace place;
        addTool(place, "echo its words >&2; exit 7");
        QCOMPARE(place.run(convert({u"--log-dir"_s, u"logs"_s})).status, 1);
        const QByteArray log = CliPlace::read(place.path(u"logs/0001-a.log"_s));
        QVERIFY2(log.startsWith("its words\n") && log.contains("exit code 7"), log.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliTools)
#include "tst_cli_tools.moc"
