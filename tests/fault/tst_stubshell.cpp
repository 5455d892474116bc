// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"
#include "fault/mountplace.h"

#include <QTest>

#include <sys/inotify.h>

using namespace convoy::test;

namespace {

constexpr int stubStatus = 97;

/// A file that is in the shells' place, and whether somebody has opened it: to run it, a kernel has to.
class StubShell
{
public:
    explicit StubShell(const CliPlace &place) : m_stub(place.path(u"stub"_s))
    {
        QFile::copy(QFile::symLinkTarget(u"/proc/self/exe"_s), m_stub);
        for (const char *shell : {"/bin/sh", "/bin/bash"}) {
            const QByteArray file = QByteArray::fromStdString(std::filesystem::canonical(shell).native());
            m_isThere = ::mount(m_stub.toUtf8().constData(), file.constData(), nullptr, MS_BIND, nullptr) == 0 && m_isThere;
        }
        m_events = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        m_isThere = ::inotify_add_watch(m_events, m_stub.toUtf8().constData(), IN_OPEN) >= 0 && m_isThere;
    }
    ~StubShell()
    {
        ::close(m_events);
        for (const char *shell : {"/bin/sh", "/bin/bash"})
            ::umount2(shell, MNT_DETACH);
    }
    StubShell(const StubShell &) = delete;
    StubShell &operator=(const StubShell &) = delete;

    bool isThere() const { return m_isThere; }
    bool wasRun() const
    {
        char buffer[4096];
        return ::read(m_events, buffer, sizeof buffer) > 0;
    }

private:
    QString m_stub;
    int m_events = -1;
    bool m_isThere = true;
};

} // namespace

/// With a stub in the place of every shell, files of all families are converted by codecs and tools, a batch is resumed and
/// looked up: nobody ever runs it, whatever the files are called.
class TestStubShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(CliPlace::program()))
            QSKIP("convoy-cli is not built.");
        if (!m_ownMounts || ::getuid() != 0)
            QSKIP("Nothing can be put into the shell's place here (mounts are root's).");
    }

    /// The control: a shell that is run is seen.
    void control_aShellIsSeen()
    {
        const CliPlace place;
        const StubShell shell(place);
        QVERIFY(shell.isThere());
        QVERIFY(!shell.wasRun());
        QCOMPARE(QProcess::execute(u"/bin/sh"_s, {u"-c"_s, u"true"_s}), stubStatus);
        QVERIFY(shell.wasRun());
    }

    void noShell_isEverRun()
    {
        const CliPlace place;
        const QDir data(qEnvironmentVariable("CONVOY_TEST_DATA"));
        QDir().mkpath(place.path(u"in"_s));
        for (const QString &name : data.entryList(QDir::Files)) {
            if (QFileInfo(data.filePath(name)).size() < 2'000'000)
                QFile::copy(data.filePath(name), place.path(u"in/$(touch pwned);`id` "_s + name));
        }
        place.add("in/; touch pwned #.txt", "text");
        const StubShell shell(place);
        QVERIFY(shell.isThere());
        int done = 0;
        for (const char *profile : {"dicom-png", "photo-jpeg", "video-theora-mkv", "album-flac", "tool-wc", "tool-flac"}) {
            const Run run = place.run({u"convert"_s, u"--profile"_s, QString::fromLatin1(profile), u"--events"_s, u"json"_s,
                                       u"--output-dir"_s, u"out"_s, u"in"_s});
            for (const QJsonObject &event : run.events(u"job-finished"_s))
                done += event.value("state"_L1) == "done"_L1;
        }
        place.run({u"resume"_s});
        QCOMPARE(place.run({u"history"_s}).status, 0);
        QVERIFY2(!shell.wasRun(), "somebody has run a shell");
        QVERIFY(!QFile::exists(place.path(u"pwned"_s)));
        QVERIFY2(done >= 6, qPrintable(u"only %1 done"_s.arg(done)));
    }

public:
    bool m_ownMounts = false;
};

int main(int argc, char **argv)
{
    const QString own = QFile::symLinkTarget(u"/proc/self/exe"_s);
    if (!own.contains("tst_"_L1)) // run in the shell's place
        return stubStatus;
    TestStubShell test;
    test.m_ownMounts = enterOwnMounts();
    const QCoreApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_stubshell.moc"
