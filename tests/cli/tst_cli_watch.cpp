// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/toolprofile.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <fstream>

using namespace convoy::test;

namespace {

/// One `convoy-cli watch`.
class Watcher
{
public:
    Watcher(const CliPlace &place, const QStringList &more = {})
    {
        place.prepare(
            m_process,
            QStringList{u"watch"_s, u"--profile"_s, u"p.json"_s, u"--settle"_s, u"0.5"_s, u"--output-dir"_s, u"out"_s} + more
                + QStringList{u"in"_s});
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start();
    }
    ~Watcher() { kill(); }
    Watcher(const Watcher &) = delete;
    Watcher &operator=(const Watcher &) = delete;

    bool isWatching() { return said().contains("Watching"); }
    /// To its helpers and their children, whom it has none of before it has loaded the codecs. How many they are.
    int signalWorkers(int number) const { return signalBelow(m_process.processId(), number); }
    QByteArray said()
    {
        m_said += m_process.readAll();
        return m_said;
    }
    /// The exit status after SIGTERM.
    int stop()
    {
        ::kill(pid_t(m_process.processId()), SIGTERM);
        return m_process.waitForFinished(20'000) && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode()
                                                                                                   : -1;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(20'000);
    }

private:
    static int signalBelow(qint64 process, int number)
    {
        int count = 0;
        const QString tasks = u"/proc/%1/task"_s.arg(process);
        for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QByteArray children = CliPlace::read(tasks + u'/' + task + u"/children"_s);
            for (const QByteArray &child : children.simplified().split(' ')) {
                if (child.isEmpty() || ::kill(child.toInt(), number) != 0)
                    continue;
                count += 1 + signalBelow(child.toInt(), number);
            }
        }
        return count;
    }

    QProcess m_process;
    QByteArray m_said;
};

} // namespace

/// Watched folders: what is done twice would have a second output of another name.
class TestCliWatch : public QObject
{
    Q_OBJECT

private:
    static QByteArray outputs(const CliPlace &place)
    {
        QByteArray all;
        for (const QString &name : place.files(u"out"_s))
            all += name.toUtf8() + '=' + CliPlace::read(place.path(u"out/"_s + name)) + '\n';
        return all;
    }

    static void addProfile(const CliPlace &place, const QString &script = u"cp \"$1\" \"$2\""_s)
    {
        addShellProfile(place, u"p"_s, script, {u"{input}"_s, u"{output}"_s});
        QDir().mkpath(place.path(u"in"_s));
    }

    /// Adds one more file and waits for its output: what was there before has had its time as well.
    static void passFile(const CliPlace &place, const QString &name, const QString &output)
    {
        place.add("in/" + name.toUtf8(), "good");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(place.path(output)), 20'000);
    }

    /// The arguments of the unit's ExecStart.
    static QStringList serviceArguments(const QHash<QString, QString> &variables)
    {
        const QString unit = QString::fromUtf8(CliPlace::read(QStringLiteral(SERVICE)));
        static const QRegularExpression command(u"^ExecStart=/usr/bin/convoy-cli (.*)$"_s,
                                                QRegularExpression::MultilineOption);
        QStringList arguments;
        const QStringList words = command.match(unit).captured(1).split(u' ');
        for (const QString &word : words) {
            if (word.startsWith("${"_L1))
                arguments << variables.value(word.mid(2).chopped(1));
            else if (word.startsWith(u'$'))
                arguments << variables.value(word.mid(1)).split(u' ', Qt::SkipEmptyParts);
            else
                arguments << word;
        }
        return arguments;
    }

    static int batches(const CliPlace &place)
    {
        return int(QJsonDocument::fromJson(place.run({u"history"_s, u"--json"_s}).out).array().size());
    }

private Q_SLOTS:
    void newFiles_areConverted_data()
    {
        QTest::addColumn<QStringList>("how");
        QTest::newRow("told by the kernel") << QStringList{};
        QTest::newRow("polling") << QStringList{u"--poll"_s, u"0.5"_s};
    }
    void newFiles_areConverted()
    {
        QFETCH(QStringList, how);
        const CliPlace place;
        addProfile(place);
        place.add("in/old.txt", "old");
        Watcher watcher(place, how);
        QTRY_COMPARE_WITH_TIMEOUT(outputs(place), QByteArray("old.txt=old\n"), 20'000);
        place.add("in/new.txt", "new");
        std::filesystem::rename(place.add("elsewhere.txt", "moved").toStdString(),
                                place.path(u"in/moved.txt"_s).toStdString());
        place.add("in/.hidden.txt", "no");
        QTRY_COMPARE_WITH_TIMEOUT(outputs(place), QByteArray("moved.txt=moved\nnew.txt=new\nold.txt=old\n"), 20'000);
        QCOMPARE(watcher.stop(), 0);
        QTRY_COMPARE(place.leftOver(), QStringList());
    }

    void growingFile_waitsUntilItIsWhole()
    {
        const CliPlace place;
        addProfile(place);
        Watcher watcher(place);
        QTRY_VERIFY(watcher.isWatching());
        std::ofstream file(place.path(u"in/big.txt"_s).toStdString());
        // Open and growing, then open and still: it is not whole in either case.
        place.add("in/beside.txt", "x");
        const auto isBesideDone = [&] {
            file << "line\n" << std::flush;
            return QFile::exists(place.path(u"out/beside.txt"_s));
        };
        QTRY_VERIFY_WITH_TIMEOUT(isBesideDone(), 20'000);
        passFile(place, u"later.txt"_s, u"out/later.txt"_s);
        passFile(place, u"latest.txt"_s, u"out/latest.txt"_s);
        QVERIFY(!QFile::exists(place.path(u"out/big.txt"_s)));
        file << "end\n";
        file.close();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(place.path(u"out/big.txt"_s)), 20'000);
        QVERIFY(CliPlace::read(place.path(u"out/big.txt"_s)).endsWith("line\nend\n"));
        QCOMPARE(watcher.stop(), 0);
    }

    void restart_convertsEachOnce()
    {
        const CliPlace place;
        addProfile(place);
        place.add("in/a.txt", "a");
        for (int round = 0; round < 3; ++round) {
            Watcher watcher(place);
            place.add("in/" + QByteArray::number(round) + ".txt", "x");
            QTRY_COMPARE_WITH_TIMEOUT(place.files(u"out"_s).size(), 2 * round + 2, 20'000);
            passFile(place, u"%1 later.txt"_s.arg(round), u"out/%1 later.txt"_s.arg(round));
            QCOMPARE(watcher.stop(), 0);
        }
        // Done twice, a file would have a second output of another name.
        QCOMPARE(place.files(u"out"_s),
                 (QStringList{u"0 later.txt"_s, u"0.txt"_s, u"1 later.txt"_s, u"1.txt"_s, u"2 later.txt"_s, u"2.txt"_s,
                              u"a.txt"_s}));
    }

    void kill_inTheMiddleLosesAndDoublesNothing()
    {
        const CliPlace place;
        addProfile(place, u"sleep 0.2; cp \"$1\" \"$2\""_s);
        QStringList expected;
        for (int i = 10; i < 30; ++i) {
            place.add("in/" + QByteArray::number(i) + ".txt", QByteArray::number(i));
            expected.append(QString::number(i) + u".txt"_s);
        }
        for (const qsizetype done : {0, 3, 9}) {
            Watcher watcher(place, {u"--jobs"_s, u"2"_s});
            QTRY_VERIFY_WITH_TIMEOUT(watcher.isWatching() && place.files(u"out"_s).size() >= done, 60'000);
            watcher.kill();
            QVERIFY(place.files(u"out"_s).size() < expected.size());
        }
        Watcher watcher(place);
        QTRY_COMPARE_WITH_TIMEOUT(place.files(u"out"_s), expected, 60'000);
        passFile(place, u"later.txt"_s, u"out/later.txt"_s);
        QCOMPARE(place.files(u"out"_s), expected + QStringList{u"later.txt"_s});
        for (const QString &name : expected)
            QCOMPARE(CliPlace::read(place.path(u"out/"_s + name)), name.section(u'.', 0, 0).toUtf8());
        QCOMPARE(watcher.stop(), 0);
    }

    void failure_isTriedAgainWhenTheFileChanges()
    {
        const CliPlace place;
        addProfile(place, u"grep -q good \"$1\" && cp \"$1\" \"$2\""_s);
        Watcher watcher(place);
        place.add("in/a.txt", "bad");
        QTRY_VERIFY_WITH_TIMEOUT(watcher.said().count("failed") >= 1, 20'000);
        passFile(place, u"b.txt"_s, u"out/b.txt"_s);
        passFile(place, u"c.txt"_s, u"out/c.txt"_s);
        QCOMPARE(watcher.said().count("0 done, 1 failed"), 1); // the same file is not tried for ever
        QElapsedTimer timer;
        timer.start();
        place.add("in/a.txt", "good now");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(place.path(u"out/a.txt"_s)), 20'000);
        QVERIFY2(timer.elapsed() >= 1000, "a file that has failed is given twice the time to settle");
        QCOMPARE(watcher.stop(), 0);
    }

    void failure_isRememberedOverRestarts()
    {
        const CliPlace place;
        addProfile(place, u"grep -q good \"$1\" && cp \"$1\" \"$2\""_s);
        place.add("in/a.txt", "bad");
        {
            Watcher watcher(place);
            QTRY_VERIFY_WITH_TIMEOUT(watcher.said().contains("1 failed"), 20'000);
            QCOMPARE(watcher.stop(), 0);
        }
        const int before = batches(place);
        Watcher again(place);
        QTRY_VERIFY(again.isWatching());
        passFile(place, u"b.txt"_s, u"out/b.txt"_s);
        passFile(place, u"c.txt"_s, u"out/c.txt"_s);
        QCOMPARE(batches(place), before + 2);
        place.add("in/a.txt", "good now");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(place.path(u"out/a.txt"_s)), 20'000);
        QCOMPARE(again.stop(), 0);
    }

    /// Outputs lie in the watched folder itself and have a name that is taken for an input.
    void outputs_neverReEnter_data()
    {
        QTest::addColumn<QStringList>("how");
        QTest::newRow("told by the kernel") << QStringList{};
        QTest::newRow("polling") << QStringList{u"--poll"_s, u"0.5"_s};
    }
    void outputs_neverReEnter()
    {
        QFETCH(QStringList, how);
        const CliPlace place;
        addProfile(place);
        place.add("in/a.txt", "a");
        QStringList expected{u"a (2).txt"_s, u"a.txt"_s};
        for (const QString &later : {u"b"_s, u"c"_s}) {
            Watcher watcher(place, how + QStringList{u"--output-dir"_s, u"in"_s});
            QTRY_COMPARE_WITH_TIMEOUT(place.files(u"in"_s), expected, 20'000);
            passFile(place, later + u".txt"_s, u"in/%1 (2).txt"_s.arg(later));
            expected << later + u" (2).txt"_s << later + u".txt"_s;
            QCOMPARE(watcher.stop(), 0);
            QCOMPARE(place.files(u"in"_s), expected);
        }
    }

    /// Looking at many files, or at slow ones, takes longer than it takes to see them again.
    void seenAgainWhileProbed_isConvertedOnce()
    {
        const CliPlace place;
        place.add("p.json", R"({"convoy_profile":1, "id":"p", "name":"P", "converter":"audio",
                                "output":{"name":"{stem}", "extension":"flac"}})");
        QDir().mkpath(place.path(u"in"_s));
        Watcher watcher(place, {u"--poll"_s, u"0.5"_s});
        QTRY_VERIFY(watcher.signalWorkers(SIGSTOP) > 0);
        place.add("in/a.wav", noiseWave(0.1));
        QTest::qWait(3000);
        QCOMPARE(place.files(u"out"_s), QStringList());
        watcher.signalWorkers(SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(place.files(u"out"_s), QStringList{u"a.flac"_s}, 20'000);
        place.add("in/b.wav", noiseWave(0.1)); // it comes after what would be done a second time
        QTRY_VERIFY_WITH_TIMEOUT(place.files(u"out"_s).contains(u"b.flac"_s), 20'000);
        QCOMPARE(place.files(u"out"_s), (QStringList{u"a.flac"_s, u"b.flac"_s}));
        QCOMPARE(watcher.stop(), 0);
    }

    /// By who may write into the folder, when the file has settled and others are being looked at.
    void othersLink_isNotFollowed()
    {
        if (::geteuid() != 0)
            QSKIP("Only root can make a link that belongs to somebody else.");
        const CliPlace place;
        place.add("p.json", R"({"convoy_profile":1, "id":"p", "name":"P", "converter":"audio",
                                "output":{"name":"{stem}", "extension":"flac"}})");
        const QByteArray secret = place.add("secret.wav", noiseWave(0.1));
        QDir().mkpath(place.path(u"in"_s));
        Watcher watcher(place);
        QTRY_VERIFY(watcher.signalWorkers(SIGSTOP) > 0);
        place.add("in/a.wav", noiseWave(0.1));
        QTest::qWait(1500);
        place.add("in/b.wav", noiseWave(0.1));
        QTest::qWait(1500);
        const std::string link = place.path(u"link"_s).toStdString();
        QCOMPARE(::symlink(secret.constData(), link.c_str()), 0);
        QCOMPARE(::lchown(link.c_str(), 65534, 65534), 0);
        std::filesystem::rename(link, place.path(u"in/b.wav"_s).toStdString());
        watcher.signalWorkers(SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(place.files(u"out"_s), QStringList{u"a.flac"_s}, 20'000);
        place.add("in/c.wav", noiseWave(0.1));
        QTRY_VERIFY_WITH_TIMEOUT(place.files(u"out"_s).contains(u"c.flac"_s), 20'000);
        QCOMPARE(place.files(u"out"_s), (QStringList{u"a.flac"_s, u"c.flac"_s}));
        QCOMPARE(watcher.stop(), 0);
    }

    /// Each file comes by itself: what a cue sheet names may still be on its way.
    void indexFile_isNotFollowed()
    {
        const CliPlace place;
        place.add("p.json", R"({"convoy_profile":1, "id":"p", "name":"P", "converter":"audio",
                                "output":{"name":"{stem}", "extension":"flac"}})");
        place.add("in/image.wav", noiseWave(3));
        place.add("in/image.cue",
                  "FILE image.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nINDEX 01 00:01:00\n");
        Watcher watcher(place);
        QTRY_VERIFY_WITH_TIMEOUT(watcher.said().contains("1 done, 0 failed, 0 skipped"), 20'000);
        QCOMPARE(place.files(u"out"_s), QStringList{u"image.flac"_s});
        QCOMPARE(watcher.stop(), 0);
    }

    void subFolders_keepTheirPlace()
    {
        const CliPlace place;
        addProfile(place);
        Watcher watcher(place, {u"--recursive"_s});
        QTRY_VERIFY(watcher.isWatching());
        place.add("in/one/two/a.txt", "a");
        QTRY_COMPARE_WITH_TIMEOUT(place.files(u"out"_s), QStringList{u"one/two/a.txt"_s}, 20'000);
        QCOMPARE(watcher.stop(), 0);
    }

    /// The user unit: what systemd says of it, with the program where it is now.
    void service_isValid()
    {
        const CliPlace place;
        const QByteArray unit = CliPlace::read(QStringLiteral(SERVICE));
        QVERIFY(unit.contains("ExecStart=/usr/bin/convoy-cli watch "));
        const QByteArray file = place.add("convoy-watch@scans.service",
                                          QByteArray(unit).replace("/usr/bin/convoy-cli", CliPlace::program().toUtf8()));
        QProcess systemd;
        QProcessEnvironment environment = place.environment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, place.path());
        systemd.setProcessEnvironment(environment);
        systemd.setProcessChannelMode(QProcess::MergedChannels);
        systemd.start(u"systemd-analyze"_s, {u"verify"_s, u"--user"_s, u"--man=no"_s, QString::fromUtf8(file)});
        if (!systemd.waitForStarted())
            QSKIP("systemd-analyze is not installed");
        QVERIFY(systemd.waitForFinished());
        const QByteArray said = systemd.readAll();
        QVERIFY2(systemd.exitCode() == 0 && said.isEmpty(), said.constData());
    }

    /// What the unit starts, with its variables filled in as systemd.service(5) says: ${A} is one argument, $A one a word.
    void service_commandWatches()
    {
        const CliPlace place;
        const QString folder = place.path(u"my scans"_s); // one argument in spite of the space
        QDir().mkpath(folder);
        addShellProfile(place, u"p"_s, u"cp \"$1\" \"$2\""_s, {u"{input}"_s, u"{output}"_s});
        QProcess process;
        place.prepare(process,
                      serviceArguments({{u"FOLDER"_s, folder},
                                        {u"PROFILE"_s, place.path(u"p.json"_s)},
                                        {u"OPTIONS"_s, u"--recursive --output-dir "_s + place.path(u"out"_s)}}));
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start();
        place.add("my scans/deep/a.txt", "a");
        QTRY_COMPARE_WITH_TIMEOUT(place.files(u"out"_s), QStringList{u"deep/a.txt"_s}, 20'000);
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY2(process.waitForFinished(20'000), process.readAll().constData());
        QCOMPARE(process.exitCode(), 0); // "on-failure" must not start it again
    }

    void second_isRefused()
    {
        const CliPlace place;
        addProfile(place);
        Watcher first(place);
        QTRY_VERIFY(first.isWatching());
        Watcher second(place);
        QTRY_VERIFY(second.said().contains("already"));
        QCOMPARE(first.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCliWatch)
#include "tst_cli_watch.moc"
