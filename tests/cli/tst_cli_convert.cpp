// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"

#include <QJsonArray>
#include <QTest>

#include <map>

using namespace convoy::test;

namespace {

const QStringList toFlac{u"convert"_s, u"--profile"_s, u"album-flac"_s};

QString errorKind(const QJsonObject &event)
{
    return event.value("error"_L1).toObject().value("kind"_L1).toString();
}

} // namespace

class TestCliConvert : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void convert_makesWholeFilesBesideTheSources()
    {
        const CliPlace place;
        const QByteArray wave = noiseWave(0.5);
        place.add("a.wav", wave);
        place.add("b.wav", noiseWave(0.3, 2));
        const Run run = place.run(toFlac + QStringList{u"a.wav"_s, u"b.wav"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.err.contains("a.wav \xe2\x86\x92 a.flac"), run.err.constData());
        QVERIFY2(run.err.endsWith("2 done, 0 failed, 0 skipped\n"), run.err.constData());
        QVERIFY(isWholeFlac(place.path(u"a.flac"_s)));
        QVERIFY(isWholeFlac(place.path(u"b.flac"_s)));
        QCOMPARE(CliPlace::read(place.path(u"a.wav"_s)), wave);
        QCOMPARE(QDir(place.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name),
                 (QStringList{u"a.flac"_s, u"a.wav"_s, u"b.flac"_s, u"b.wav"_s}));
    }

    void events_holdTheContract()
    {
        const CliPlace place;
        for (int i = 0; i < 6; ++i)
            place.add("in/" + QByteArray::number(i) + ".wav", noiseWave(0.2 + i, quint32(i)));
        place.add("in/notes.txt", "just words\n");
        place.add("in/zbroken.wav", noiseWave(1).left(30));
        const Run run = place.run(
            toFlac + QStringList{u"--events"_s, u"json"_s, u"--output-dir"_s, u"out/deep"_s, u"in"_s, u"missing.wav"_s});
        QCOMPARE(run.status, 1);
        QVERIFY(run.out.endsWith('\n'));
        const QList<QJsonObject> events = run.events();
        for (const QJsonObject &event : events)
            QVERIFY(event.contains("event"_L1));
        QCOMPARE(events.first().value("event"_L1).toString(), u"batch-started"_s);
        QCOMPARE(events.first().value("profile"_L1).toString(), u"album-flac"_s);
        QCOMPARE(events.first().value("jobs"_L1).toInt(), 9);
        QCOMPARE(events.last().value("event"_L1).toString(), u"batch-finished"_s);
        QCOMPARE(events.last().value("batch"_L1), events.first().value("batch"_L1));
        QCOMPARE(events.last().value("done"_L1).toInt(), 6);
        QCOMPARE(events.last().value("failed"_L1).toInt(), 2);
        QCOMPARE(events.last().value("skipped"_L1).toInt(), 1);
        QCOMPARE(events.last().value("cancelled"_L1).toInt(), 0);

        std::map<QString, QJsonObject> finished;
        std::map<int, int> times;
        for (const QJsonObject &event : run.events(u"job-finished"_s)) {
            ++times[event.value("job"_L1).toInt()];
            finished[QFileInfo(event.value("input"_L1).toString()).fileName()] = event;
        }
        QCOMPARE(times.size(), size_t(9));
        for (const auto &[job, count] : times)
            QVERIFY2(count == 1 && job >= 1 && job <= 9, qPrintable(QString::number(job)));
        const QJsonObject done = finished[u"3.wav"_s];
        QCOMPARE(done.value("state"_L1).toString(), u"done"_s);
        QCOMPARE(done.value("input"_L1).toString(), place.path(u"in/3.wav"_s));
        QCOMPARE(done.value("outputs"_L1).toArray(), QJsonArray{place.path(u"out/deep/3.flac"_s)});
        QCOMPARE(done.value("attempts"_L1).toInt(), 1);
        QVERIFY(done.value("cpu_seconds"_L1).toDouble() > 0);
        QVERIFY(done.value("peak_bytes"_L1).toInteger() > 0);
        QVERIFY(done.contains("seconds"_L1) && !done.contains("error"_L1));
        QCOMPARE(finished[u"notes.txt"_s].value("state"_L1).toString(), u"skipped"_s);
        QCOMPARE(errorKind(finished[u"notes.txt"_s]), u"unsupported-format"_s);
        QCOMPARE(finished[u"zbroken.wav"_s].value("state"_L1).toString(), u"failed"_s);
        QCOMPARE(errorKind(finished[u"zbroken.wav"_s]), u"damaged-input"_s);
        QCOMPARE(finished[u"missing.wav"_s].value("state"_L1).toString(), u"failed"_s);
        QCOMPARE(errorKind(finished[u"missing.wav"_s]), u"unreadable-input"_s);
        QCOMPARE(finished[u"missing.wav"_s].value("job"_L1).toInt(), 9); // jobs are numbered as paths were given

        std::map<int, double> fractions;
        for (const QJsonObject &event : run.events(u"job-progress"_s)) {
            double &last = fractions[event.value("job"_L1).toInt()];
            const double fraction = event.value("fraction"_L1).toDouble();
            QVERIFY(fraction > last && fraction <= 1);
            last = fraction;
        }
        double overall = 0;
        const QList<QJsonObject> told = run.events(u"batch-progress"_s);
        QVERIFY(!told.isEmpty());
        for (const QJsonObject &event : told) {
            QVERIFY(event.value("fraction"_L1).toDouble() >= overall);
            overall = event.value("fraction"_L1).toDouble();
            const QJsonArray left = event.value("seconds_left"_L1).toArray();
            QVERIFY(left.isEmpty() || (left.size() == 2 && left.at(0).toDouble() <= left.at(1).toDouble()));
        }
        QCOMPARE(place.files(u"out"_s).size(), 6);
    }

    void convert_onlyUnsupportedIsAFailure()
    {
        const CliPlace place;
        place.add("notes.txt", "just words\n");
        const Run run = place.run(toFlac + QStringList{u"notes.txt"_s});
        QCOMPARE(run.status, 1);
        QVERIFY(run.err.endsWith("0 done, 0 failed, 1 skipped\n"));
    }

    void convert_anEmptyFolderIsSaid()
    {
        const CliPlace place;
        QDir().mkpath(place.path(u"empty"_s));
        const Run run = place.run(toFlac + QStringList{u"empty"_s});
        QCOMPARE(run.status, 2);
        QVERIFY(run.err.contains("--recursive"));
    }

    void dryRun_writesNothing()
    {
        const CliPlace place;
        place.add("a.wav", noiseWave(0.2));
        const QStringList arguments = toFlac + QStringList{u"--dry-run"_s, u"--output-dir"_s, u"out"_s};
        const Run good = place.run(arguments + QStringList{u"a.wav"_s});
        QCOMPARE(good.status, 0);
        QCOMPARE(good.out, QByteArray("a.wav \xe2\x86\x92 out/a.flac\n"));
        QVERIFY(!QFile::exists(place.path(u"out"_s)));
        const Run bad = place.run(arguments + QStringList{u"a.wav"_s, u"missing.wav"_s});
        QCOMPARE(bad.status, 1);
        QVERIFY(bad.out.contains("missing.wav: "));
        QCOMPARE(place.run({u"history"_s}).out, QByteArray());
    }

    void conflict_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<bool>("replaced");
        QTest::newRow("rename") << u"rename"_s << 0 << u"done"_s << QStringList{u"a (2).flac"_s, u"a.flac"_s} << false;
        QTest::newRow("skip") << u"skip"_s << 0 << u"skipped"_s << QStringList{u"a.flac"_s} << false;
        QTest::newRow("overwrite") << u"overwrite"_s << 0 << u"done"_s << QStringList{u"a.flac"_s} << true;
        QTest::newRow("fail") << u"fail"_s << 1 << u"failed"_s << QStringList{u"a.flac"_s} << false;
    }

    void conflict()
    {
        QFETCH(QString, rule);
        QFETCH(QString, state);
        QFETCH(bool, replaced);
        const CliPlace place;
        place.add("a.wav", noiseWave(0.2));
        place.add("out/a.flac", "was here before");
        const Run run = place.run(
            toFlac + QStringList{u"--conflict"_s, rule, u"--events"_s, u"json"_s, u"--output-dir"_s, u"out"_s, u"a.wav"_s});
        QTEST(run.status, "status");
        const QList<QJsonObject> finished = run.events(u"job-finished"_s);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().value("state"_L1).toString(), state);
        if (state != "done"_L1)
            QCOMPARE(errorKind(finished.first()), u"output-exists"_s);
        QTEST(place.files(u"out"_s), "files");
        QCOMPARE(CliPlace::read(place.path(u"out/a.flac"_s)) != "was here before", replaced);
    }

    void names_areBytes()
    {
        const CliPlace place;
        place.add("in/caf\xe9.wav", noiseWave(0.1));
        place.add("in/two\nlines.wav", noiseWave(0.1, 2));
        place.add("in/-n %s [x].wav", noiseWave(0.1, 3));
        const Run run = place.run(toFlac + QStringList{u"--events"_s, u"json"_s, u"--output-dir"_s, u"out"_s, u"in"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        int urls = 0;
        for (const QJsonObject &event : run.events(u"job-finished"_s)) {
            QCOMPARE(event.value("state"_L1).toString(), u"done"_s);
            if (event.contains("input_url"_L1)) {
                ++urls;
                QVERIFY(event.value("input_url"_L1).toString().endsWith(u"/in/caf%E9.wav"_s));
                QVERIFY(event.value("output_urls"_L1).toArray().first().toString().endsWith(u"caf%E9.flac"_s));
            }
        }
        QCOMPARE(urls, 1);
        QCOMPARE(run.events().size(), run.out.count('\n'));
        const QByteArray written = place.path(u"out"_s).toUtf8() + "/caf\xe9.flac";
        QCOMPARE(::access(written.constData(), F_OK), 0);
    }

    void filesFrom_readsBytes_data()
    {
        QTest::addColumn<char>("separator");
        QTest::addColumn<bool>("fromStdin");
        QTest::newRow("lines") << '\n' << false;
        QTest::newRow("null") << '\0' << false;
        QTest::newRow("null, stdin") << '\0' << true;
    }

    void filesFrom_readsBytes()
    {
        QFETCH(char, separator);
        QFETCH(bool, fromStdin);
        const CliPlace place;
        QByteArrayList names{"caf\xe9.wav", "-x.wav"};
        if (separator == '\0')
            names.append("two\nlines.wav");
        QByteArray list;
        for (const QByteArray &name : names)
            list += place.add(name, noiseWave(0.1)) + separator;
        place.add("list", list);
        QStringList arguments = toFlac
            + QStringList{u"--files-from"_s, fromStdin ? u"-"_s : u"list"_s, u"--output-dir"_s, u"out"_s};
        if (separator == '\0')
            arguments.append(u"--null"_s);
        const Run run = place.run(arguments, fromStdin ? list : QByteArray());
        QVERIFY2(run.status == 0, run.err.constData());
        QVERIFY(run.err.endsWith(QByteArray::number(names.size()) + " done, 0 failed, 0 skipped\n"));
    }

    void twoDashes_endOptions()
    {
        const CliPlace place;
        place.add("--recursive", noiseWave(0.1));
        const Run run = place.run(toFlac + QStringList{u"--output-dir"_s, u"out"_s, u"--"_s, u"--recursive"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(place.files(u"out"_s).size(), 1);
    }

    void recursive_keepsFolders()
    {
        const CliPlace place;
        place.add("in/a.wav", noiseWave(0.1));
        place.add("in/sub/b.wav", noiseWave(0.1));
        const QStringList arguments = toFlac + QStringList{u"--output-dir"_s, u"out"_s};
        QCOMPARE(place.run(arguments + QStringList{u"in"_s, u"--recursive"_s}).status, 0);
        QCOMPARE(place.files(u"out"_s), (QStringList{u"a.flac"_s, u"sub/b.flac"_s}));
    }

    void nameAndSet_changeTheOutput()
    {
        const CliPlace place;
        place.add("a.wav", noiseWave(0.1));
        const Run run = place.run(toFlac
                                  + QStringList{u"--name"_s, u"{n:03}-{stem}"_s, u"--output-dir"_s, u"out"_s, u"a.wav"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(place.files(u"out"_s), QStringList{u"001-a.flac"_s});
    }

    void profile_fromAFile()
    {
        const CliPlace place;
        place.add("a.wav", noiseWave(0.1));
        QByteArray profile = place.run({u"profiles"_s, u"show"_s, u"album-flac"_s}).out;
        profile.replace("\"album-flac\"", "\"mine\"");
        place.add("mine.json", profile);
        const Run run = place.run({u"convert"_s, u"--profile"_s, u"mine.json"_s, u"--events"_s, u"json"_s, u"a.wav"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(run.events().first().value("profile"_L1).toString(), u"mine"_s);
    }

    void report_isWritten()
    {
        const CliPlace place;
        place.add("a.wav", noiseWave(0.1));
        place.add("b<i>.wav", noiseWave(1).left(30));
        const QStringList arguments = toFlac + QStringList{u"--output-dir"_s, u"out"_s, u"a.wav"_s, u"b<i>.wav"_s};
        const Run json = place.run(arguments + QStringList{u"--report"_s, u"r.json"_s, u"--events"_s, u"json"_s});
        QCOMPARE(json.status, 1);
        const QJsonObject report = QJsonDocument::fromJson(CliPlace::read(place.path(u"r.json"_s))).object();
        QCOMPARE(report.value("convoy_report"_L1).toInt(), 1);
        QCOMPARE(report.value("batch"_L1), json.events().first().value("batch"_L1));
        QCOMPARE(report.value("jobs"_L1).toArray().size(), 2);
        for (const QJsonObject &event : json.events(u"job-finished"_s)) {
            const QJsonObject job = report.value("jobs"_L1).toArray().at(event.value("job"_L1).toInt() - 1).toObject();
            for (const QString &key : event.keys()) {
                if (key != "event"_L1)
                    QCOMPARE(job.value(key), event.value(key));
            }
        }
        QCOMPARE(place.run(arguments + QStringList{u"--report"_s, u"r.html"_s}).status, 1);
        const QByteArray html = CliPlace::read(place.path(u"r.html"_s));
        QVERIFY(html.startsWith("<!DOCTYPE html>"));
        QVERIFY(html.contains("b&lt;i&gt;.wav") && !html.contains("b<i>.wav"));
        const QByteArray table = html.mid(html.indexOf("<table")); // after the picture, which goes by time
        QVERIFY(table.indexOf("b&lt;i&gt;.wav") < table.indexOf("a.wav"));
        const Run dry = place.run(arguments + QStringList{u"--report"_s, u"dry.html"_s, u"--dry-run"_s});
        QVERIFY2(dry.err.contains("writes no report"), dry.err.constData());
        QVERIFY(!QFile::exists(place.path(u"dry.html"_s)));
    }

    void history_tellsOfBatches()
    {
        const CliPlace place;
        place.add("a.wav", noiseWave(0.1));
        place.add("b.wav", noiseWave(1).left(30));
        const Run run = place.run(toFlac + QStringList{u"--events"_s, u"json"_s, u"a.wav"_s, u"b.wav"_s});
        QCOMPARE(run.status, 1);
        const Run history = place.run({u"history"_s, u"--json"_s});
        QCOMPARE(history.status, 0);
        const QJsonArray batches = QJsonDocument::fromJson(history.out).array();
        QCOMPARE(batches.size(), 1);
        const QJsonObject batch = batches.first().toObject();
        QCOMPARE(batch.value("batch"_L1), run.events().first().value("batch"_L1));
        QCOMPARE(batch.value("jobs"_L1).toInt(), 2);
        QCOMPARE(batch.value("done"_L1).toInt(), 1);
        QVERIFY(batch.value("ended"_L1).isString());
        QVERIFY(place.run({u"history"_s}).out.contains(batch.value("batch"_L1).toString().toUtf8()));
    }

    void isolation_threadSaysSo()
    {
        const CliPlace place;
        place.add("a.wav", noiseWave(0.1));
        const Run run = place.run(toFlac + QStringList{u"--isolation"_s, u"thread"_s, u"a.wav"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QVERIFY(run.err.contains("without a sandbox"));
        QVERIFY(isWholeFlac(place.path(u"a.flac"_s)));
    }
};

QTEST_GUILESS_MAIN(TestCliConvert)
#include "tst_cli_convert.moc"
