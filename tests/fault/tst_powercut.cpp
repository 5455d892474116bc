// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/batchcheck.h"
#include "fault/mountplace.h"

#include <QJsonArray>
#include <QTest>

#include <sys/ioctl.h>

using namespace convoy::test;

namespace {

// EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN are one number; 2: nothing that is only in memory gets to the disk any more.
constexpr unsigned long shutdownRequest = _IOR('X', 125, quint32);
constexpr quint32 withoutFlush = 2;

bool execute(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

/// A disk in a file, whose power can be cut.
class Disk
{
public:
    Disk(const CliPlace &place, const QString &type) : m_image(place.path(u"disk"_s)), m_folder(place.path(u"mnt"_s))
    {
        QFile image(m_image);
        QDir().mkpath(m_folder);
        m_isMade = image.open(QIODevice::WriteOnly) && image.resize(type == u"xfs"_s ? 320 << 20 : 32 << 20)
            && execute(u"mkfs."_s + type, {type == u"xfs"_s ? u"-q"_s : u"-qF"_s, m_image}) && mount();
    }
    ~Disk() { unmount(); }
    Disk(const Disk &) = delete;
    Disk &operator=(const Disk &) = delete;

    bool isMade() const { return m_isMade; }
    bool mount() const { return execute(u"mount"_s, {u"-o"_s, u"loop"_s, m_image, m_folder}); }
    bool unmount() const { return execute(u"umount"_s, {m_folder}); }
    bool cutPower() const
    {
        const int fd = ::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        quint32 flags = withoutFlush;
        const bool ok = fd >= 0 && ::ioctl(fd, shutdownRequest, &flags) == 0;
        ::close(fd);
        return ok;
    }

private:
    QString m_image;
    QString m_folder;
    bool m_isMade = false;
};

struct Outcome {
    int announced = 0;    ///< jobs that were reported as done before the power went
    QStringList problems; ///< after it: files that were announced and are not there; at the end: what resume left wrong
};

constexpr int files = 8;

enum class Journal { OnTheDisk, Elsewhere };

/// Outputs, and the journal too or not, are on a disk whose power goes when so many jobs have been reported.
/// `tracer`: runs it under that command, with `-P` for `traced` where only that file is meant.
std::optional<Outcome> cutAfter(int jobs, const QString &type, Journal journal, QStringList tracer = {},
                                const QString &traced = {})
{
    const CheckedBatch batch(files, u"mnt/out"_s);
    const Disk disk(batch.place, type);
    const QDir folder(batch.place.path(u"mnt"_s));
    if (!disk.isMade())
        return std::nullopt;
    if (journal == Journal::OnTheDisk) {
        folder.mkdir(u"xdg"_s);
        QFile::link(folder.filePath(u"xdg"_s), batch.place.path(u"xdg"_s));
    }
    if (!traced.isEmpty())
        tracer << u"-P"_s << batch.place.path(traced);
    Outcome outcome;
    QByteArray out;
    {
        QProcess process;
        batch.place.prepare(process, {});
        const QStringList command = tracer + QStringList{CliPlace::program()} + batch.arguments();
        process.setProgram(command.first());
        process.setArguments(command.sliced(1));
        process.start();
        while (out.count("job-finished") < jobs && process.waitForReadyRead(20'000))
            out += process.readAllStandardOutput();
        if (!disk.cutPower())
            return std::nullopt;
        process.kill();
        process.waitForFinished();
    }
    // The kernel lets go of the dead processes' files by and by.
    if (!QTest::qWaitFor([&disk] { return disk.unmount(); }, 10'000) || !disk.mount())
        return std::nullopt;
    const QStringList there = batch.place.files(u"mnt/out"_s);
    for (const QJsonObject &event : Run{0, out, {}}.events(u"job-finished"_s)) {
        ++outcome.announced;
        const QString name = QFileInfo(event.value("outputs"_L1).toArray().first().toString()).fileName();
        if (event.value("state"_L1) == "done"_L1 && !there.contains(name))
            outcome.problems.append(u"announced and gone: "_s + name);
    }
    const Run rest = batch.place.run({u"resume"_s});
    // A journal that goes on living may have learnt that the disk is broken: those jobs have failed, and are started again.
    const Run last = journal == Journal::Elsewhere ? batch.place.run(batch.arguments() << u"--conflict"_s << u"skip"_s)
                                                   : rest;
    if (last.status != 0)
        outcome.problems.append(u"not resumed: "_s + QString::fromUtf8(last.err));
    outcome.problems += batch.problems();
    return outcome;
}

} // namespace

/// The power goes in the middle of a batch: what was reported as done is there, whole, once.
class TestPowerCut : public QObject
{
    Q_OBJECT

private:
    static void fileSystems()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("ext4") << u"ext4"_s;
        QTest::newRow("xfs") << u"xfs"_s;
    }

    static bool canTry(const QString &type)
    {
        const CliPlace place;
        const Disk disk(place, type);
        return disk.isMade() && disk.cutPower();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(CliPlace::program()))
            QSKIP("convoy-cli is not built.");
        if (!m_ownMounts || ::getuid() != 0)
            QSKIP("Disks in files can be mounted by root only.");
    }

    void cut_losesNothing_data() { fileSystems(); }

    void cut_losesNothing()
    {
        QFETCH(QString, type);
        if (!canTry(type))
            QSKIP("No such file system can be made, mounted and cut off here.");
        const int rounds = qEnvironmentVariableIsSet("CONVOY_FAULT_ALL") ? 100 : 6;
        QRandomGenerator random(1);
        for (int round = 0; round < rounds; ++round) {
            const auto outcome = cutAfter(int(random.bounded(1, files)), type,
                                          round % 2 ? Journal::Elsewhere : Journal::OnTheDisk);
            QVERIFY(outcome);
            QVERIFY2(outcome->problems.isEmpty(), qPrintable(u"round %1: "_s.arg(round) + outcome->problems.join(u", ")));
        }
    }

    /// The control: without its syncs, files or the journal's word of them are lost, and this test sees it.
    void control_withoutSyncs_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("calls");
        QTest::addColumn<QString>("file"); // the only one that they do nothing for; empty: all
        QTest::addColumn<int>("journal");
        const auto row = [](const char *name, const QString &type, const QString &calls, const QString &file,
                            Journal journal) {
            QTest::addRow("%s, %s", name, qPrintable(type)) << type << calls << file << int(journal);
        };
        for (const QString &type : {u"ext4"_s, u"xfs"_s}) {
            row("files and folders", type, u"fsync"_s, {}, Journal::Elsewhere);
            row("nothing at all", type, u"fsync,fdatasync"_s, {}, Journal::OnTheDisk);
        }
        // One at a time. (XFS writes the journal with the outputs' own syncs: there it is not missed.)
        row("no folder", u"xfs"_s, u"fsync"_s, u"mnt/out"_s, Journal::Elsewhere);
        row("no folder", u"ext4"_s, u"fsync"_s, u"mnt/out"_s, Journal::Elsewhere);
        row("journal as with synchronous=NORMAL", u"ext4"_s, u"fsync,fdatasync"_s,
            u"mnt/xdg/state/convoy/journal.sqlite-wal"_s, Journal::OnTheDisk);
    }

    void control_withoutSyncs()
    {
        QFETCH(QString, type);
        QFETCH(QString, calls);
        QFETCH(QString, file);
        QFETCH(int, journal);
        if (!canTry(type))
            QSKIP("No such file system can be made, mounted and cut off here.");
        if (!execute(u"strace"_s, {u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"true"_s}))
            QSKIP("System calls cannot be traced here (package strace, or ptrace is not allowed).");
        QStringList tracer{u"strace"_s,
                           u"-f"_s,
                           u"-qq"_s,
                           u"-o"_s,
                           u"/dev/null"_s,
                           u"-e"_s,
                           u"trace="_s + calls,
                           u"-e"_s,
                           u"inject=%1:retval=0"_s.arg(calls)};
        int seen = 0;
        // Soon after the first announcement: later syncs would write what those before them left out.
        for (int round = 0; round < 12 && seen == 0; ++round) {
            const auto outcome = cutAfter(1 + round % (files - 1), type, Journal(journal), tracer, file);
            QVERIFY(outcome);
            seen += outcome->problems.isEmpty() ? 0 : 1;
        }
        QVERIFY2(seen > 0, "nothing was missed");
    }

public:
    bool m_ownMounts = false;
};

int main(int argc, char **argv)
{
    TestPowerCut test;
    test.m_ownMounts = enterOwnMounts();
    const QCoreApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_powercut.moc"
