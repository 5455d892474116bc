// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/toolprofile.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>

using namespace convoy::test;

/// Jobs that are no files, and in what order and how far a batch goes.
class TestCliLists : public QObject
{
    Q_OBJECT

private:
    /// How many of a report's jobs ran at the same time, at most.
    static int mostAtOnce(const QJsonObject &report)
    {
        std::vector<std::pair<qint64, int>> moments;
        for (const QJsonValue &job : report.value("jobs"_L1).toArray()) {
            const qint64 start = QDateTime::fromString(job["started"_L1].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
            moments.emplace_back(start, 1);
            // The next may start while this one still gets its name: what counts is the first half.
            const auto half = std::max<qint64>(1, qint64(job["seconds"_L1].toDouble() * 500));
            moments.emplace_back(start + half, -1);
        }
        std::ranges::sort(moments);
        int now = 0;
        int most = 0;
        for (const auto &[at, change] : moments)
            most = std::max(most, now += change);
        return most;
    }

    static QStringList convert(const QString &profile, const QStringList &more)
    {
        return QStringList{u"convert"_s, u"--profile"_s, profile + u".json"_s, u"--output-dir"_s, u"out"_s} + more;
    }

    static QStringList states(const Run &run)
    {
        QStringList states;
        for (const QJsonObject &event : run.events(u"job-finished"_s))
            states.append(event.value("state"_L1).toString());
        states.sort();
        return states;
    }

private Q_SLOTS:
    void list_rowsAreJobs_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("csv") << QByteArray("jobs.csv")
                             << QByteArray("Name,Description,slice\nalpha,First one,3\nbeta,\"Second, with comma\",40\n");
        QTest::newRow("semicolons") << QByteArray(
            "jobs.csv") << QByteArray("name;description;slice\r\nalpha;First one;3\r\nbeta;Second, with comma;40\r\n");
        QTest::newRow("tsv") << QByteArray("jobs.tsv")
                             << QByteArray("name\tdescription\tslice\nalpha\tFirst one\t3\nbeta\tSecond, with comma\t40\n");
        QTest::newRow("json") << QByteArray("jobs.json")
                              << QByteArray("[{\"name\":\"alpha\",\"description\":\"First one\",\"slice\":3},"
                                            "{\"name\":\"beta\",\"description\":\"Second, with comma\",\"slice\":40}]");
    }
    void list_rowsAreJobs()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, content);
        const CliPlace place;
        place.add(file, content);
        addShellProfile(place, u"p"_s, u"printf '%s|%s' \"$1\" \"$2\" >\"$3\""_s,
                        {u"{slice:03}"_s, u"{description}"_s, u"{output}"_s});
        const QStringList arguments = convert(u"p"_s,
                                              {u"--list"_s, QString::fromUtf8(file), u"--name"_s, u"{name}-{slice}"_s});
        const Run planned = place.run(arguments + QStringList{u"--dry-run"_s});
        QVERIFY2(planned.status == 0 && planned.out.contains("Second, with comma"), planned.out + planned.err);
        const Run run = place.run(arguments);
        QVERIFY2(run.status == 0, run.err.constData());
        QVERIFY2(run.err.contains("First one"), run.err.constData()); // what people read
        QCOMPARE(place.files(u"out"_s), (QStringList{u"alpha-3.txt"_s, u"beta-40.txt"_s}));
        QCOMPARE(CliPlace::read(place.path(u"out/alpha-3.txt"_s)), QByteArray("003|First one"));
        QCOMPARE(CliPlace::read(place.path(u"out/beta-40.txt"_s)), QByteArray("040|Second, with comma"));
    }

    void list_commandsNoTerminal()
    {
        const CliPlace place;
        place.add("jobs.csv", "name,description\na,\x1b]0;mine\x07\x1b[2J\n");
        addShellProfile(place, u"p"_s, u"echo x >\"$1\""_s, {u"{output}"_s});
        const QStringList arguments = convert(u"p"_s, {u"--list"_s, u"jobs.csv"_s});
        for (const QStringList &more : {QStringList{u"--dry-run"_s}, QStringList()}) {
            const Run run = place.run(arguments + more);
            QVERIFY2(run.status == 0 && (run.out + run.err).contains("]0;mine"), run.out + run.err);
            QVERIFY2(!run.out.contains('\x1b') && !run.err.contains('\x1b'), run.out + run.err);
        }
    }

    void list_namesFilesBesideItself()
    {
        const CliPlace place;
        place.add("data/a.txt", "A");
        place.add("data/jobs.csv", "file,times\na.txt,2\nmissing.txt,1\n");
        addShellProfile(place, u"p"_s, u"cat \"$1\"; echo \"$2\""_s, {u"{input}"_s, u"{times}"_s}, {},
                        {{u"stdout"_s, u"output"_s}});
        const Run run = place.run(convert(u"p"_s, {u"--list"_s, u"data/jobs.csv"_s, u"--events"_s, u"json"_s}));
        QCOMPARE(run.status, 1);
        QCOMPARE(states(run), (QStringList{u"done"_s, u"failed"_s}));
        QCOMPARE(CliPlace::read(place.path(u"out/a.txt"_s)), QByteArray("A2\n"));
    }

    void range_isASliceARun()
    {
        const CliPlace place;
        addShellProfile(place, u"p"_s, u"echo slice \"$1\""_s, {u"{i:03}"_s}, {}, {{u"stdout"_s, u"output"_s}});
        const Run run = place.run(convert(u"p"_s, {u"--range"_s, u"0-99"_s, u"--name"_s, u"s{i:03}"_s}));
        QVERIFY2(run.status == 0, run.err.constData());
        const QStringList files = place.files(u"out"_s);
        QCOMPARE(files.size(), 100);
        QCOMPARE(files.first(), u"s000.txt"_s);
        QCOMPARE(CliPlace::read(place.path(u"out/s042.txt"_s)), QByteArray("slice 042\n"));
    }

    void range_goesWithPaths()
    {
        const CliPlace place;
        place.add("in/a.dat", "A");
        place.add("in/b.dat", "B");
        addShellProfile(place, u"p"_s, u"cat \"$1\"; echo \" $2\""_s, {u"{input}"_s, u"{i}"_s}, {},
                        {{u"stdout"_s, u"output"_s}});
        const Run run = place.run(convert(u"p"_s, {u"--range"_s, u"8-10"_s, u"in"_s}));
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(place.files(u"out"_s),
                 (QStringList{u"a-08.txt"_s, u"a-09.txt"_s, u"a-10.txt"_s, u"b-08.txt"_s, u"b-09.txt"_s, u"b-10.txt"_s}));
        QCOMPARE(CliPlace::read(place.path(u"out/b-09.txt"_s)), QByteArray("B 9\n"));
        QVERIFY2(run.err.contains("b.dat · 9"), run.err.constData()); // one can tell them apart
    }

    /// What its outputs are called stands in the profile, as all else does.
    void range_isNamedByTheProfile()
    {
        const CliPlace place;
        place.add("in/a.dat", "A");
        addShellProfile(place, u"p"_s, u"echo \"$1\""_s, {u"{i:03}"_s},
                        {{u"output"_s, QJsonObject{{u"name"_s, u"slice-{i:03}"_s}, {u"extension"_s, u"txt"_s}}}},
                        {{u"stdout"_s, u"output"_s}});
        QCOMPARE(place.run({u"profiles"_s, u"validate"_s, u"p.json"_s}).status, 0);
        const Run run = place.run(convert(u"p"_s, {u"--range"_s, u"8-10"_s}));
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(place.files(u"out"_s), (QStringList{u"slice-008.txt"_s, u"slice-009.txt"_s, u"slice-010.txt"_s}));
        QCOMPARE(CliPlace::read(place.path(u"out/slice-008.txt"_s)), QByteArray("008\n"));
        const Run without = place.run(convert(u"p"_s, {u"in/a.dat"_s}));
        QCOMPARE(without.status, 2);
        QVERIFY2(without.err.contains("{i:03}"), without.err.constData());
    }

    void range_withoutInputRefusesIt()
    {
        const CliPlace place;
        addShellProfile(place, u"p"_s, u"cat \"$1\""_s, {u"{input}"_s}, {}, {{u"stdout"_s, u"output"_s}});
        const Run run = place.run(convert(u"p"_s, {u"--range"_s, u"1-2"_s}));
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains("{input}"), run.err.constData());
    }

    /// A plotting program with its own idea of arguments, by a stand-in of the same manners.
    void grads_plotsAScriptForEachSlice()
    {
        const CliPlace place;
        const QByteArray grads = place.add(
            "bin/grads",
            "#!/bin/sh\n[ \"$1\" = -blcx ] && [ $# = 2 ] || exit 9\nset -- $2\n"
            "[ -r \"$1\" ] || exit 8\necho \"plotting $1 slice $2\"\n"
            "printf 'PNG%s' \"$2\" >plot-$2-a.png\nprintf x >plot-$2-b.png\necho >rubbish.log\n");
        ::chmod(grads.constData(), 0755);
        place.add("plot.gs", "'reinit'\n");
        QProcess process;
        place.prepare(process,
                      {u"convert"_s, u"--profile"_s, u"tool-grads-slice"_s, u"--range"_s, u"1-2"_s, u"--output-dir"_s,
                       u"out"_s, u"--keep-order"_s, u"--tool-output"_s, u"plot.gs"_s});
        QProcessEnvironment environment = place.environment();
        environment.insert(u"PATH"_s, place.path(u"bin"_s) + u':' + environment.value(u"PATH"_s));
        process.setProcessEnvironment(environment);
        process.start();
        QVERIFY(process.waitForFinished(30'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        const QByteArray said = process.readAllStandardOutput();
        QVERIFY2(said.contains("plot.gs slice 1\n") && said.contains("plot.gs slice 2\n"), said.constData());
        QCOMPARE(place.files(u"out"_s).size(), 4);
        QVERIFY(place.files(u"out"_s).filter(u"log"_s).isEmpty());
    }

    void keepOrder_tellsInOrder_data()
    {
        QTest::addColumn<bool>("keepsOrder");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("as they end") << false << QByteArray("3\n2\n1\n");
        QTest::newRow("in order") << true << QByteArray("1\n2\n3\n");
    }
    void keepOrder_tellsInOrder()
    {
        QFETCH(bool, keepsOrder);
        const CliPlace place;
        // Each waits until the one behind it is done: which is the first to end does not depend on the machine.
        addShellProfile(
            place, u"p"_s,
            u"while [ $1 -lt 3 ] && [ ! -e out/$(($1 + 1)).txt ]; do sleep 0.05; done; echo $1; echo x >\"$2\""_s,
            {u"{i}"_s, u"{output}"_s}, {}, {{u"working_folder"_s, place.path()}});
        QStringList more{u"--range"_s, u"1-3"_s, u"--jobs"_s, u"3"_s, u"--tool-output"_s};
        if (keepsOrder)
            more.append(u"--keep-order"_s);
        const Run run = place.run(convert(u"p"_s, more));
        QVERIFY2(run.status == 0, run.err.constData());
        QTEST(run.out, "said");
    }

    void jobs1_isSequential()
    {
        const CliPlace place;
        addShellProfile(place, u"p"_s, u"sleep 0.1; echo $1"_s, {u"{i}"_s});
        const Run run = place.run(
            convert(u"p"_s, {u"--range"_s, u"1-4"_s, u"--jobs"_s, u"1"_s, u"--tool-output"_s, u"--report"_s, u"r.json"_s}));
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(run.out, QByteArray("1\n2\n3\n4\n"));
        QCOMPARE(mostAtOnce(readJson(place.path(u"r.json"_s))), 1);
    }

    void maxParallel_holdsForItsTool_data()
    {
        QTest::addColumn<int>("most");
        QTest::newRow("1") << 1;
        QTest::newRow("2") << 2;
    }
    void maxParallel_holdsForItsTool()
    {
        QFETCH(int, most);
        const CliPlace place;
        addShellProfile(place, u"p"_s, u"sleep 0.3"_s, {}, {{u"max_parallel"_s, most}});
        const Run run = place.run(
            convert(u"p"_s, {u"--range"_s, u"1-6"_s, u"--jobs"_s, u"6"_s, u"--report"_s, u"r.json"_s}));
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(mostAtOnce(readJson(place.path(u"r.json"_s))), most);
    }

    void delay_isBetweenStarts()
    {
        const CliPlace place;
        addShellProfile(place, u"p"_s, u"true"_s, {});
        const Run run = place.run(convert(
            u"p"_s, {u"--range"_s, u"1-4"_s, u"--jobs"_s, u"4"_s, u"--delay"_s, u"0.4"_s, u"--report"_s, u"r.json"_s}));
        QVERIFY2(run.status == 0, run.err.constData());
        QList<QDateTime> starts;
        for (const QJsonValue &job : readJson(place.path(u"r.json"_s)).value("jobs"_L1).toArray())
            starts.append(QDateTime::fromString(job["started"_L1].toString(), Qt::ISODateWithMs));
        QCOMPARE(starts.size(), 4);
        std::ranges::sort(starts);
        for (qsizetype i = 1; i < starts.size(); ++i)
            QVERIFY2(starts[i - 1].msecsTo(starts[i]) >= 395, qPrintable(QString::number(starts[i - 1].msecsTo(starts[i]))));
    }

    void halt_givesUp_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("failed");
        QTest::newRow("one") << u"soon"_s << 1;
        QTest::newRow("two") << u"soon,fail=2"_s << 2;
        QTest::newRow("percent") << u"soon,fail=30%"_s << 3;
        QTest::newRow("now") << u"now,fail=2"_s << 2;
        QTest::newRow("never") << u"never"_s << 10;
    }
    void halt_givesUp()
    {
        QFETCH(QString, rule);
        QFETCH(int, failed);
        const CliPlace place;
        addShellProfile(place, u"p"_s, u"[ -e \"$1/well\" ]"_s, {place.path()});
        const Run run = place.run(
            convert(u"p"_s, {u"--range"_s, u"1-10"_s, u"--jobs"_s, u"1"_s, u"--halt"_s, rule, u"--events"_s, u"json"_s}));
        QCOMPARE(run.status, 1);
        QCOMPARE(states(run).count(u"failed"_s), failed);
        QCOMPARE(states(run).count(u"cancelled"_s), 10 - failed);
        place.add("well", {});
        const QString batch = run.events(u"batch-started"_s).first().value("batch"_L1).toString();
        // What was not done is done now; what had failed only when that is asked for.
        const Run resumed = place.run({u"resume"_s, u"--events"_s, u"json"_s, batch});
        QCOMPARE(states(resumed).count(u"done"_s), failed == 10 ? 0 : 10 - failed);
        const Run retried = place.run({u"resume"_s, u"--retry-failed"_s, u"--events"_s, u"json"_s, batch});
        QVERIFY2(retried.status == 0, retried.err.constData());
        QCOMPARE(retried.events(u"job-started"_s).size(), failed);
        QCOMPARE(states(retried).count(u"done"_s), 10);
    }

    void haltNow_cancelsWhatRuns()
    {
        const CliPlace place;
        addShellProfile(place, u"p"_s, u"[ $1 = 1 ] && exec sleep 600; sleep 0.5; exit 1"_s, {u"{i}"_s});
        QElapsedTimer timer;
        timer.start();
        const Run run = place.run(
            convert(u"p"_s, {u"--range"_s, u"1-2"_s, u"--jobs"_s, u"2"_s, u"--halt"_s, u"now"_s, u"--events"_s, u"json"_s}));
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(states(run), (QStringList{u"cancelled"_s, u"failed"_s}));
        QTRY_COMPARE(place.leftOver(), QStringList());
    }

    void haltSoon_letsRunningOnesEnd()
    {
        const CliPlace place;
        addShellProfile(place, u"p"_s, u"[ $1 = 1 ] && sleep 1 && exit 0; exit 1"_s, {u"{i}"_s});
        const Run run = place.run(convert(
            u"p"_s, {u"--range"_s, u"1-9"_s, u"--jobs"_s, u"2"_s, u"--halt"_s, u"soon"_s, u"--events"_s, u"json"_s}));
        QCOMPARE(states(run).count(u"done"_s), 1);
        QCOMPARE(states(run).count(u"failed"_s), 1);
        QCOMPARE(states(run).count(u"cancelled"_s), 7);
    }

    void retryFailed_takesTheNewestWithFailures()
    {
        const CliPlace place;
        addShellProfile(place, u"p"_s, u"[ \"$2\" != 2 ] || [ -e \"$1/well\" ]"_s, {place.path(), u"{i}"_s});
        QCOMPARE(place.run(convert(u"p"_s, {u"--range"_s, u"1-3"_s})).status, 1);
        QCOMPARE(place.run(convert(u"p"_s, {u"--range"_s, u"5-6"_s})).status, 0);
        place.add("well", {});
        const Run retried = place.run({u"resume"_s, u"--retry-failed"_s, u"--events"_s, u"json"_s});
        QCOMPARE(retried.status, 0);
        QCOMPARE(retried.events(u"job-started"_s).size(), 1);
        const Run none = place.run({u"resume"_s, u"--retry-failed"_s});
        QCOMPARE(none.status, 0);
        QVERIFY2(none.err.contains("nothing"), none.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliLists)
#include "tst_cli_lists.moc"
