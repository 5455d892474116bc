// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"

#include <QJsonArray>
#include <QTest>

#include <array>
#include <functional>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace convoy::test;

/// What is said and which status is left where nothing is converted.
class TestCliUsage : public QObject
{
    Q_OBJECT

private:
    /// 24 jobs, 16 at once, in a process under a limit: all are done, or `tooFew` is said, as the row's `status` has it.
    static void convertUnder(const char *tooFew, const std::function<void()> &limit)
    {
        const CliPlace place;
        for (int i = 0; i < 24; ++i)
            place.add(QByteArray::number(i) + ".wav", noiseWave(0.05));
        QProcess process;
        place.prepare(process,
                      {u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--jobs"_s, u"16"_s, u"--output-dir"_s, u"out"_s,
                       place.path()});
        process.setChildProcessModifier(limit);
        process.start();
        QVERIFY(process.waitForFinished());
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit, said.constData());
        QTEST(process.exitCode(), "status");
        QVERIFY2(process.exitCode() == 0 ? said.contains("24 done, 0 failed") : said.contains(tooFew), said.constData());
    }

private Q_SLOTS:
    /// What a start takes is the libraries that are loaded: none of a codec, of the desktop or of the network is.
    void version_loadsLittle()
    {
        const CliPlace place;
        QProcess process;
        place.prepare(process, {u"--version"_s});
        QProcessEnvironment environment = place.environment();
        environment.insert(u"LD_DEBUG"_s, u"files"_s);
        process.setProcessEnvironment(environment);
        process.start();
        QVERIFY(process.waitForFinished());
        QVERIFY(process.readAllStandardOutput().startsWith("convoy-cli "));
        QByteArrayList loaded;
        for (const QByteArray &line : process.readAllStandardError().split('\n')) {
            if (line.contains("calling init: "))
                loaded.append(line.mid(line.lastIndexOf('/') + 1));
        }
        QVERIFY2(loaded.size() > 5 && loaded.size() <= 24, loaded.join(' ').constData());
        for (const QByteArray &library : std::as_const(loaded))
            QVERIFY2(!library.startsWith("convoy-") && (!library.startsWith("libQt6") || library.startsWith("libQt6Core.")),
                     library.constData());
    }

    void help_isData()
    {
        const CliPlace place;
        const Run overview = place.run({u"--help"_s});
        QCOMPARE(overview.status, 0);
        QCOMPARE(overview.err, QByteArray());
        for (const QByteArray command : {"convert", "profiles", "probe", "converters", "resume", "history"}) {
            QVERIFY(overview.out.contains(command));
            const Run help = place.run({QString::fromUtf8(command), u"--help"_s});
            QCOMPARE(help.status, 0);
            QVERIFY(help.out.contains("convoy-cli " + command));
        }
    }

    void usage_isWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        const QStringList convert{u"convert"_s, u"--profile"_s, u"album-flac"_s};
        QTest::newRow("no command") << QStringList{} << QByteArray("convoy-cli");
        QTest::newRow("unknown command") << QStringList{u"transform"_s} << QByteArray("transform");
        QTest::newRow("unknown option") << QStringList{u"convert"_s, u"--colour"_s, u"a.wav"_s} << QByteArray("--colour");
        QTest::newRow("no profile") << QStringList{u"convert"_s, u"a.wav"_s} << QByteArray("--profile");
        QTest::newRow("unknown profile") << QStringList{u"convert"_s, u"--profile"_s, u"nonsense"_s, u"a.wav"_s}
                                         << QByteArray("nonsense");
        QTest::newRow("no paths") << convert << QByteArray("nothing to do");
        QTest::newRow("dash") << convert + QStringList{u"-"_s} << QByteArray("-");
        QTest::newRow("unknown key") << convert + QStringList{u"--set"_s, u"no_such_key=1"_s, u"a.wav"_s}
                                     << QByteArray("no_such_key");
        QTest::newRow("set without value")
            << convert + QStringList{u"--set"_s, u"compression"_s, u"a.wav"_s} << QByteArray("compression");
        QTest::newRow("out of range") << QStringList{u"convert"_s, u"--profile"_s,      u"photo-jpeg"_s,
                                                     u"--set"_s,   u"quality=100000"_s, u"a.ppm"_s}
                                      << QByteArray("quality");
        QTest::newRow("bad name template")
            << convert + QStringList{u"--name"_s, u"{nonsense}"_s, u"a.wav"_s} << QByteArray("--name");
        QTest::newRow("bad rule") << convert + QStringList{u"--conflict"_s, u"ask"_s, u"a.wav"_s}
                                  << QByteArray("--conflict");
        QTest::newRow("no jobs") << convert + QStringList{u"--jobs"_s, u"0"_s, u"a.wav"_s} << QByteArray("--jobs");
        QTest::newRow("jobs in words") << convert + QStringList{u"--jobs"_s, u"two"_s, u"a.wav"_s} << QByteArray("--jobs");
        QTest::newRow("bad isolation") << convert + QStringList{u"--isolation"_s, u"none"_s, u"a.wav"_s}
                                       << QByteArray("--isolation");
        QTest::newRow("bad events") << convert + QStringList{u"--events"_s, u"xml"_s, u"a.wav"_s} << QByteArray("--events");
        QTest::newRow("bad report") << convert + QStringList{u"--report"_s, u"r.pdf"_s, u"a.wav"_s} << QByteArray("r.pdf");
        QTest::newRow("null alone") << convert + QStringList{u"--null"_s, u"a.wav"_s} << QByteArray("--null");
        QTest::newRow("list is not there")
            << convert + QStringList{u"--files-from"_s, u"none.txt"_s} << QByteArray("none.txt");
        QTest::newRow("slip in a command") << QStringList{u"convret"_s} << QByteArray("Did you mean “convert”?");
        QTest::newRow("slip in an option") << QStringList{u"convert"_s, u"--output-dri"_s, u"x"_s}
                                           << QByteArray("Did you mean “--output-dir”?\n“convoy-cli convert --help”");
        QTest::newRow("slip in a profile") << QStringList{u"convert"_s, u"--profile"_s, u"photo-jpg"_s, u"a.ppm"_s}
                                           << QByteArray("Did you mean “photo-jpeg”?");
        QTest::newRow("slip in a key") << convert + QStringList{u"--set"_s, u"exhaustve=true"_s, u"a.wav"_s}
                                       << QByteArray("Did you mean “exhaustive”?");
        QTest::newRow("no slip") << QStringList{u"convert"_s, u"--profile"_s, u"nothing-like-it"_s, u"a.ppm"_s}
                                 << QByteArray("There is no profile “nothing-like-it”.\n");
        QTest::newRow("unknown batch") << QStringList{u"resume"_s, u"19990101-000000-0000"_s}
                                       << QByteArray("19990101-000000-0000");
        QTest::newRow("unknown profile to show")
            << QStringList{u"profiles"_s, u"show"_s, u"nonsense"_s} << QByteArray("nonsense");
        QTest::newRow("unknown profiles action") << QStringList{u"profiles"_s, u"delete"_s} << QByteArray("delete");
    }

    void usage_isWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        const CliPlace place;
        place.add("a.wav", noiseWave(0.05));
        place.add("a.ppm", "P6 2 2 255\n............");
        const Run run = place.run(arguments);
        QCOMPARE(run.status, 2);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.err.contains(named), run.err.constData());
        QCOMPARE(QDir(place.path()).entryList(QDir::Files, QDir::Name), (QStringList{u"a.ppm"_s, u"a.wav"_s}));
    }

    void environment_isUnfit_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("output folder below a file") << QStringList{u"--output-dir"_s, u"a.wav/out"_s};
        QTest::newRow("output folder is a file") << QStringList{u"--output-dir"_s, u"a.wav"_s};
        QTest::newRow("output folder that cannot be made") << QStringList{u"--output-dir"_s, u"/proc/nowhere"_s};
        QTest::newRow("report in no folder") << QStringList{u"--report"_s, u"nowhere/r.json"_s};
    }

    void environment_isUnfit()
    {
        QFETCH(QStringList, arguments);
        const CliPlace place;
        place.add("a.wav", noiseWave(0.05));
        const Run run = place.run(QStringList{u"convert"_s, u"--profile"_s, u"album-flac"_s} + arguments
                                  + QStringList{u"a.wav"_s});
        QCOMPARE(run.status, 3);
        QCOMPARE(run.out, QByteArray());
        QVERIFY(!run.err.isEmpty());
        QCOMPARE(QDir(place.path()).entryList(QDir::Files), QStringList{u"a.wav"_s});
    }

    void environment_journalIsDamaged()
    {
        const CliPlace place;
        place.add("xdg/state/convoy/journal.sqlite", QByteArray(5000, 'x'));
        const Run run = place.run({u"history"_s});
        QCOMPARE(run.status, 3);
        QVERIFY2(run.err.contains("Move it away") && !run.err.contains("PRAGMA"), run.err.constData());
    }

    void environment_withoutWorker()
    {
        const CliPlace place;
        place.add("a.wav", noiseWave(0.05));
        const QString alone = place.path(u"bin/convoy-cli"_s);
        QDir().mkpath(place.path(u"bin"_s));
        QVERIFY(QFile::copy(CliPlace::program(), alone));
        QProcess process;
        place.prepare(process, {u"convert"_s, u"--profile"_s, u"album-flac"_s, u"a.wav"_s});
        process.setProgram(alone);
        process.start();
        QVERIFY(process.waitForFinished());
        if (process.exitCode() == 0)
            QSKIP("A worker is installed in the system.");
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardError().contains("worker"));
    }

    void environment_withoutModules_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("convert") << QStringList{u"convert"_s, u"--profile"_s, u"album-flac"_s, u"a.wav"_s};
        QTest::newRow("probe") << QStringList{u"probe"_s, u"a.wav"_s};
        QTest::newRow("probe, in JSON") << QStringList{u"probe"_s, u"--json"_s, u"a.wav"_s};
    }

    void environment_withoutModules()
    {
        QFETCH(QStringList, arguments);
        const CliPlace place;
        place.add("a.wav", noiseWave(0.05));
        QDir().mkpath(place.path(u"bin"_s));
        for (const QString &program : {u"convoy-cli"_s, u"convoy-worker"_s})
            QVERIFY(QFile::copy(QFileInfo(CliPlace::program()).dir().filePath(program), place.path(u"bin/"_s + program)));
        place.add("lib/convoy/convoy-audio.so", "no library");
        QProcess process;
        place.prepare(process, arguments);
        process.setProgram(place.path(u"bin/convoy-cli"_s));
        process.start();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 3);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains("install Convoy again") && said.contains("convoy-audio.so"), said.constData());
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
    }

    void openFiles_data()
    {
        QTest::addColumn<rlim_t>("most");
        QTest::addColumn<int>("status");
        QTest::newRow("too few for anything") << rlim_t(24) << 3;
        QTest::newRow("few") << rlim_t(48) << 0;
        QTest::newRow("for some of the jobs") << rlim_t(100) << 0;
    }

    /// Where few files may be open, fewer jobs run at once, and none fails for it.
    void openFiles()
    {
        QFETCH(rlim_t, most);
        convertUnder("too few files", [most] {
            const rlimit files{most, most};
            ::setrlimit(RLIMIT_NOFILE, &files);
        });
    }

    void threads_data()
    {
        QTest::addColumn<rlim_t>("most");
        QTest::addColumn<int>("status");
        QTest::newRow("too few for anything") << rlim_t(4) << 3;
        QTest::newRow("for some of the jobs") << rlim_t(24) << 0;
    }

    /// A thread that does not start would be waited for without end. (Each is given so large a stack that only so many have
    /// room; how many processes a user may have is not told to root.)
    void threads()
    {
        QFETCH(rlim_t, most);
        convertUnder("too few threads", [most] {
            constexpr rlim_t stack = 256 << 20;
            const rlimit stacks{stack, stack};
            const rlimit memory{most * stack, most * stack};
            ::setrlimit(RLIMIT_STACK, &stacks);
            ::setrlimit(RLIMIT_AS, &memory);
        });
    }

    void profiles_listShowAndValidate()
    {
        const CliPlace place;
        const Run list = place.run({u"profiles"_s});
        QCOMPARE(list.status, 0);
        for (const QByteArray id : {"dicom-png-crop", "dicom-png", "photo-jpeg", "photo-gamma", "video-theora-mkv",
                                    "video-theora-ogv", "album-flac", "tool-wc", "tool-ffmpeg", "tool-flac"})
            QVERIFY2(list.out.contains(id + ' '), id.constData());

        const Run show = place.run({u"profiles"_s, u"show"_s, u"album-flac"_s});
        QCOMPARE(show.status, 0);
        const QJsonObject profile = QJsonDocument::fromJson(show.out).object();
        QCOMPARE(profile.value("id"_L1).toString(), u"album-flac"_s);
        QCOMPARE(profile.value("convoy_profile"_L1).toInt(), 1);

        place.add("good.json", show.out);
        QCOMPARE(place.run({u"profiles"_s, u"validate"_s, u"good.json"_s}).status, 0);
        QByteArray broken = show.out;
        broken.replace("\"options\": {", "\"options\": {\"bogus\": 1,");
        broken.replace(",}", "}").replace("1,\n    }", "1\n    }");
        place.add("bad.json", broken);
        const Run validate = place.run({u"profiles"_s, u"validate"_s, u"bad.json"_s});
        QCOMPARE(validate.status, 2);
        QVERIFY2(validate.err.contains("options.bogus"), validate.err.constData());
        QByteArray newer = show.out;
        newer.replace("\"convoy_profile\": 1", "\"convoy_profile\": 2");
        place.add("newer.json", newer);
        QVERIFY(place.run({u"profiles"_s, u"validate"_s, u"newer.json"_s}).err.contains("version 1 is needed"));
        place.add("alone.json", QByteArray(show.out).replace("\"id\":", "\"fallback\": \"nowhere\", \"id\":"));
        QVERIFY(place.run({u"profiles"_s, u"validate"_s, u"alone.json"_s}).err.contains("nowhere"));
    }

    /// Built-in ones by id, then one's own; what is no file there holds nobody up.
    void profiles_ofThePersonComeLast()
    {
        const CliPlace place;
        const QJsonObject own{{u"convoy_profile"_s, 1},
                              {u"id"_s, u"%"_s},
                              {u"name"_s, u"Mine"_s},
                              {u"converter"_s, u"image"_s},
                              {u"output"_s, QJsonObject{{u"name"_s, u"{stem}"_s}, {u"extension"_s, u"png"_s}}}};
        for (const char *id : {"b-own", "a-own"})
            place.add("xdg/config/convoy/profiles/" + QByteArray(id) + ".json",
                      QJsonDocument(own).toJson().replace('%', id));
        QCOMPARE(::mkfifo(qPrintable(place.path(u"xdg/config/convoy/profiles/c.json"_s)), 0600), 0);
        const QByteArray list = place.run({u"profiles"_s}).out;
        const std::array ids{"album-flac ", "album-flac-gain ", "video-webp ", "a-own ", "b-own "};
        for (size_t i = 1; i < ids.size(); ++i)
            QVERIFY2(list.indexOf(ids[i - 1]) >= 0 && list.indexOf(ids[i - 1]) < list.indexOf(ids[i]), ids[i]);
    }

    void converters_areJson()
    {
        const CliPlace place;
        const Run run = place.run({u"converters"_s, u"--json"_s});
        QCOMPARE(run.status, 0);
        const QJsonArray converters = QJsonDocument::fromJson(run.out).array();
        QStringList ids;
        for (const QJsonValue &converter : converters) {
            ids.append(converter.toObject().value("id"_L1).toString());
            QVERIFY(!converter.toObject().value("options"_L1).toArray().isEmpty());
        }
        QCOMPARE(ids, (QStringList{u"dicom"_s, u"image"_s, u"video"_s, u"audio"_s, u"music"_s, u"tool"_s}));
        QVERIFY(place.run({u"converters"_s}).out.contains("audio"));
    }

    void converters_pageIsCurrent()
    {
        const QByteArray page = CliPlace::read(QStringLiteral(OPTIONS_PAGE));
        const CliPlace place;
        QVERIFY2(place.run({u"converters"_s, u"--markdown"_s}).out == page,
                 "write docs/options.md again: convoy-cli converters --markdown");
    }

    void probe_saysWhatFilesAre()
    {
        const CliPlace place;
        place.add("a.wav", noiseWave(2));
        place.add("b.bin", "not a picture, not a sound");
        const Run json = place.run({u"probe"_s, u"--json"_s, u"a.wav"_s, u"b.bin"_s});
        QCOMPARE(json.status, 1);
        const QJsonArray files = QJsonDocument::fromJson(json.out).array();
        QCOMPARE(files.size(), 2);
        const QJsonObject wave = files.at(0).toObject();
        QCOMPARE(wave.value("input"_L1).toString(), place.path(u"a.wav"_s));
        QCOMPARE(wave.value("kind"_L1).toString(), u"audio"_s);
        QCOMPARE(wave.value("sample_rate"_L1).toInt(), 44100);
        QCOMPARE(wave.value("channels"_L1).toInt(), 2);
        QCOMPARE(wave.value("duration_ms"_L1).toInt(), 2000);
        QCOMPARE(files.at(1).toObject().value("error"_L1).toObject().value("kind"_L1).toString(), u"unsupported-format"_s);
        const Run text = place.run({u"probe"_s, u"a.wav"_s});
        QCOMPARE(text.status, 0);
        QVERIFY(text.out.startsWith("a.wav: "));
    }

    void resume_withNothingToDo()
    {
        const CliPlace place;
        const Run run = place.run({u"resume"_s, u"--events"_s, u"json"_s});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.out, QByteArray());
        QVERIFY(!run.err.isEmpty());
    }

    void history_isEmptyAtFirst()
    {
        const CliPlace place;
        const Run run = place.run({u"history"_s, u"--json"_s});
        QCOMPARE(run.status, 0);
        QCOMPARE(QJsonDocument::fromJson(run.out).array().size(), 0);
        QVERIFY(QJsonDocument::fromJson(run.out).isArray());
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cli_usage.moc"
