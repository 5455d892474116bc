// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"

#include <QJsonArray>
#include <QTest>

#include <fstream>
#include <set>
#include <sys/stat.h>

using namespace convoy::test;
namespace fs = std::filesystem;

/// Names are bytes, from the list or the folder through the tool to the output; and what else `convert` does for a batch.
class TestCliNames : public QObject
{
    Q_OBJECT

private:
    static const QByteArrayList &oddNames()
    {
        static const QByteArrayList names{"new\nline.txt",
                                          "invalid \xff\xfe.txt",
                                          "-rf.txt",
                                          "%41 [x] {stem}.txt",
                                          "quote\"'`$(id).txt",
                                          "back\\slash.txt",
                                          "ü.txt",
                                          " space .txt",
                                          QByteArray(251, 'l') + ".txt"};
        return names;
    }
    /// Names of outputs, as bytes.
    static std::set<std::string> outputs(const CliPlace &place)
    {
        std::set<std::string> names;
        for (const auto &entry : fs::directory_iterator(place.path(u"out"_s).toStdString()))
            names.insert(entry.path().filename().native());
        return names;
    }
    /// Each output holds what its own source held.
    static void checkOutputs(const CliPlace &place)
    {
        std::set<std::string> contents;
        for (const std::string &name : outputs(place)) {
            std::ifstream file(fs::path(place.path(u"out"_s).toStdString()) / name);
            contents.insert(std::string(std::istreambuf_iterator<char>(file), {}));
        }
        QCOMPARE(contents.size(), size_t(oddNames().size()));
        for (const QByteArray &name : oddNames())
            QVERIFY2(contents.contains("content of " + name.toStdString()), name);
        QVERIFY(outputs(place).contains("invalid \xff\xfe.txt"));
    }
    static QStringList copy(const QStringList &more)
    {
        return QStringList{u"convert"_s, u"--profile"_s, u"copy.json"_s, u"--output-dir"_s, u"out"_s} + more;
    }
    static void addAll(const CliPlace &place)
    {
        place.add("copy.json", R"({"convoy_profile": 1, "id": "copy", "name": "Copy", "converter": "tool",
            "options": {"command": ["cat", "{input}"], "stdout": "output"}, "output": {"extension": "txt"}})");
        for (const QByteArray &name : oddNames())
            place.add("in/" + name, "content of " + name);
    }

private Q_SLOTS:
    void names_throughAFolder()
    {
        const CliPlace place;
        addAll(place);
        const Run run = place.run(copy({u"in"_s}));
        QVERIFY2(run.status == 0, run.err);
        checkOutputs(place);
    }

    void names_throughAList()
    {
        const CliPlace place;
        addAll(place);
        QByteArray list;
        for (const QByteArray &name : oddNames())
            list += "in/" + name + '\0';
        const Run run = place.run(copy({u"--files-from"_s, u"-"_s, u"--null"_s}), list);
        QVERIFY2(run.status == 0, run.err);
        checkOutputs(place);
    }

    void names_inEvents()
    {
        const CliPlace place;
        addAll(place);
        const Run run = place.run(copy({u"--events"_s, u"json"_s, u"in"_s}));
        QSet<QString> urls;
        for (const QJsonObject &event : run.events(u"job-finished"_s))
            urls.insert(event["input_url"_L1].toString().section(u'/', -1));
        QVERIFY(urls.contains(u"invalid%20%FF%FE.txt"_s));
    }

    void whatIsNoFile_hasAReason()
    {
        const CliPlace place;
        addAll(place);
        QCOMPARE(::mkfifo(place.path(u"pipe"_s).toUtf8().constData(), 0600), 0);
        QVERIFY(QFile::link(u"loop"_s, place.path(u"loop"_s)));
        const Run run = place.run(copy({u"--events"_s, u"json"_s, u"pipe"_s, u"loop"_s, u"/dev/zero"_s}));
        QCOMPARE(run.status, 1);
        const QList<QJsonObject> ends = run.events(u"job-finished"_s);
        QCOMPARE(ends.size(), 3);
        for (const QJsonObject &end : ends)
            QCOMPARE(end["error"_L1]["kind"_L1].toString(), u"unreadable-input"_s);
    }

    void dryRun_listsProblemsWithFixes()
    {
        const CliPlace place;
        addAll(place);
        place.add("a/x.txt", "1");
        place.add("b/X.txt", "2");
        const QStringList arguments{u"--dry-run"_s, u"a/x.txt"_s, u"b/X.txt"_s, u"missing.txt"_s};
        const Run text = place.run(copy(arguments));
        QCOMPARE(text.status, 1);
        QVERIFY2(text.err.contains("{n} or {parent}"), text.err);
        QVERIFY2(text.err.contains("Check that the file is there"), text.err);
        QVERIFY(text.err.contains(" free."));
        const Run json = place.run(copy(QStringList{u"--events"_s, u"json"_s} + arguments));
        const QList<QJsonObject> checked = json.events(u"batch-checked"_s);
        QCOMPARE(checked.size(), 1);
        QCOMPARE(checked[0]["jobs"_L1].toInt(), 3);
        QCOMPARE(checked[0]["doable"_L1].toInt(), 2);
        QStringList kinds;
        for (const QJsonValue &problem : checked[0]["problems"_L1].toArray())
            kinds.append(problem["kind"_L1].toString());
        QCOMPARE(kinds, (QStringList{u"unreadable-input"_s, u"name-in-batch"_s}));
        QVERIFY(!fs::exists(place.path(u"out"_s).toStdString()));
    }

    void times_andTrash()
    {
        const CliPlace place;
        addAll(place);
        const QByteArray source = place.add("old.txt", "old");
        const timespec times[2] = {{1'000'000'000, 0}, {1'000'000'000, 500'000'000}};
        QCOMPARE(::utimensat(AT_FDCWD, source.constData(), times, 0), 0);
        const Run run = place.run(copy({u"--keep-times"_s, u"--trash-source"_s, u"old.txt"_s}));
        QVERIFY2(run.status == 0, run.err);
        struct stat status {
        };
        QCOMPARE(::stat(place.path(u"out/old.txt"_s).toUtf8().constData(), &status), 0);
        QCOMPARE(qint64(status.st_mtim.tv_sec), qint64(1'000'000'000));
        QCOMPARE(qint64(status.st_mtim.tv_nsec), qint64(500'000'000));
        QVERIFY(!fs::exists(source.toStdString()));
        QCOMPARE(CliPlace::read(place.path(u"xdg/data/Trash/files/old.txt"_s)), QByteArray("old"));
    }

    /// The gain of the whole is written when the output has its times already.
    void times_ofAnAlbum()
    {
        const CliPlace place;
        const QByteArray source = place.add("in/a.wav", noiseWave(0.5));
        const timespec times[2] = {{1'000'000'000, 0}, {1'000'000'000, 500'000'000}};
        QCOMPARE(::utimensat(AT_FDCWD, source.constData(), times, 0), 0);
        const Run run = place.run({u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--set"_s, u"replaygain=album"_s,
                                   u"--set"_s, u"album=X"_s, u"--keep-times"_s, u"--name"_s, u"{stem}"_s, u"--output-dir"_s,
                                   u"out"_s, u"in"_s});
        QVERIFY2(run.status == 0, run.err);
        QVERIFY(CliPlace::read(place.path(u"out/a.flac"_s)).contains("REPLAYGAIN_ALBUM_GAIN"));
        struct stat status {
        };
        QCOMPARE(::stat(place.path(u"out/a.flac"_s).toUtf8().constData(), &status), 0);
        QCOMPARE(qint64(status.st_mtim.tv_sec), qint64(1'000'000'000));
        QCOMPARE(qint64(status.st_mtim.tv_nsec), qint64(500'000'000));
    }

    void fallback_isNamedInTheEvent()
    {
        const CliPlace place;
        addAll(place);
        place.add("xdg/config/convoy/profiles/second.json",
                  R"({"convoy_profile": 1, "id": "second", "name": "Second", "converter": "tool",
            "options": {"command": ["cat", "{input}"], "stdout": "output"}, "output": {"extension": "txt"}})");
        place.add("first.json", R"({"convoy_profile": 1, "id": "first", "name": "First", "converter": "tool",
            "options": {"command": ["false"], "stdout": "output"}, "output": {"extension": "txt"}, "fallback": "second"})");
        place.add("x.txt", "x");
        const Run run = place.run({u"convert"_s, u"--profile"_s, u"first.json"_s, u"--output-dir"_s, u"out"_s, u"--events"_s,
                                   u"json"_s, u"x.txt"_s});
        QVERIFY2(run.status == 0, run.err);
        const QJsonObject end = run.events(u"job-finished"_s)[0];
        QCOMPARE(end["state"_L1].toString(), u"done"_s);
        QCOMPARE(end["served_by"_L1].toString(), u"second"_s);
        QCOMPARE(end["attempts"_L1].toInt(), 2);
        QCOMPARE(CliPlace::read(place.path(u"out/x.txt"_s)), QByteArray("x"));
    }

    void onErrorStop_leavesTheRestToResume()
    {
        const CliPlace place;
        place.add("stop.json", R"({"convoy_profile": 1, "id": "stop", "name": "Stop", "converter": "tool",
            "options": {"command": ["false"], "stdout": "output"}, "output": {"extension": "txt"}, "on_error": "stop"})");
        for (int i = 0; i < 20; ++i)
            place.add("in/" + QByteArray::number(i) + ".txt", "x");
        const Run run = place.run({u"convert"_s, u"--profile"_s, u"stop.json"_s, u"--output-dir"_s, u"out"_s, u"--jobs"_s,
                                   u"1"_s, u"--events"_s, u"json"_s, u"in"_s});
        QCOMPARE(run.status, 1);
        const QJsonObject end = run.events(u"batch-finished"_s)[0];
        QVERIFY(end["cancelled"_L1].toInt() >= 17); // what ran may end
        QVERIFY(end["failed"_L1].toInt() >= 1);
        QCOMPARE(run.events(u"job-finished"_s).size(), 20);
    }
};

QTEST_GUILESS_MAIN(TestCliNames)
#include "tst_cli_names.moc"
