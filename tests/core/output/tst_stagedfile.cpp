// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batchplace.h"

#include "core/base/hiddennames.h"
#include "core/output/stagedfile.h"

#include <QTest>

#include <cstddef>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

using namespace convoy;
using namespace convoy::test;
namespace fs = std::filesystem;

namespace {

/// From here on this process has no O_TMPFILE, and dies of umask(2).
bool refuseNamelessFilesAndMasks()
{
    const auto byte = [](size_t offset) { return __u32(offset); };
    sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, byte(offsetof(seccomp_data, nr))),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_umask, 4, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 2),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, byte(offsetof(seccomp_data, args[2]))), // little-endian
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_TMPFILE & ~O_DIRECTORY, 2, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EOPNOTSUPP),
    };
    const sock_fprog program{std::size(steps), steps};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

} // namespace

/// Files that nobody sees before they are complete.
class TestStagedFile : public QObject
{
    Q_OBJECT

private:
    /// As where the file system has no files without a name: in a tool's staging folder.
    StagedFile stageNamed(const QByteArray &content)
    {
        std::shared_ptr<StagingFolder> folder = std::move(*StagingFolder::create(m_place->out()));
        std::ofstream(folder->path() / "x") << content.constData();
        return std::move(*StagedFile::adopt(std::move(folder), "x"));
    }
    StagedFile stage(bool named, const QByteArray &content)
    {
        return named ? stageNamed(content) : BatchPlace::stage(m_place->out(), content);
    }

    static void bothWays()
    {
        QTest::addColumn<bool>("named");
        QTest::newRow("without a name") << false;
        QTest::newRow("with a hidden name") << true;
    }

    std::unique_ptr<BatchPlace> m_place;

private Q_SLOTS:
    void init() { m_place = std::make_unique<BatchPlace>(); }

    void create_isInvisible()
    {
        {
            const StagedFile file = BatchPlace::stage(m_place->out(), "abc");
            QVERIFY(file.hiddenPath().empty()); // the file system of temporary files has O_TMPFILE
            QVERIFY(m_place->outputs().isEmpty());
            QCOMPARE(*file.size(), qint64(3));
        }
        QVERIFY(m_place->outputs().isEmpty());
    }

    /// As on network shares. The mask belongs to the whole process, and others make files meanwhile.
    void create_whereEachFileHasAName()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            ::umask(0027);
            if (!refuseNamelessFilesAndMasks())
                ::_exit(77);
            Result<StagedFile> file = StagedFile::create(m_place->out(), 0);
            struct stat status = {};
            if (!file || file->hiddenPath().empty() || ::fstat(file->fd(), &status) != 0)
                ::_exit(1);
            ::_exit(status.st_mode == (S_IFREG | 0640) && file->publish("final.txt", false) ? 0 : 2);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
            QSKIP("System calls cannot be refused here.");
        QCOMPARE(status, 0);
        QCOMPARE(m_place->outputs(), QByteArrayList{"final.txt"});
    }

    void create_inAFolderThatIsNotThereAnyMore()
    {
        QVERIFY(StagedFile::create(m_place->out() / "a/b", 0));
        QCOMPARE(StagedFile::create("/proc/none", 0).error().kind, ErrorKind::OutputUnwritable);
    }

    void create_noSpace()
    {
        const Result<StagedFile> file = StagedFile::create(m_place->out(), qint64(1) << 43);
        QVERIFY(!file || file->fd() >= 0);
        if (!file && file.error().kind != ErrorKind::NoSpace)
            QFAIL(qPrintable(file.error().detail));
        QVERIFY(m_place->outputs().isEmpty());
    }

    void trim_givesBackWhatWasReserved()
    {
        constexpr qint64 reserved = 8 << 20;
        Result<StagedFile> file = StagedFile::create(m_place->out(), reserved);
        QCOMPARE(::pwrite(file->fd(), "abc", 3, 0), ssize_t(3));
        struct stat status {
        };
        QCOMPARE(::fstat(file->fd(), &status), 0);
        if (qint64(status.st_blocks) * 512 < reserved)
            QSKIP("The file system of temporary files reserves nothing.");
        file->trim();
        QCOMPARE(::fstat(file->fd(), &status), 0);
        QCOMPARE(qint64(status.st_size), qint64(3));
        QVERIFY(qint64(status.st_blocks) * 512 < reserved / 8);
    }

    void openForReading_isReadOnlyFromTheStart()
    {
        const StagedFile file = BatchPlace::stage(m_place->out(), "abc");
        const Result<FileDescriptor> fd = file.openForReading();
        char bytes[8];
        QCOMPARE(::read(fd->fd(), bytes, sizeof bytes), ssize_t(3));
        QCOMPARE(::write(fd->fd(), "x", 1), ssize_t(-1));
    }

    void publish_givesTheName_data() { bothWays(); }
    void publish_givesTheName()
    {
        QFETCH(bool, named);
        {
            StagedFile file = stage(named, "content");
            QVERIFY(file.publish("final.txt", false));
        }
        QCOMPARE(m_place->outputs(), QByteArrayList{"final.txt"});
        QCOMPARE(BatchPlace::read(m_place->out() / "final.txt"), std::string("content"));
        const mode_t mask = ::umask(0);
        ::umask(mask);
        QCOMPARE(int(fs::status(m_place->out() / "final.txt").permissions()), int(0666 & ~mask));
    }

    void publish_replacesNothing_data() { bothWays(); }
    void publish_replacesNothing()
    {
        QFETCH(bool, named);
        m_place->add("out/taken.txt", "old");
        fs::create_symlink("nowhere", m_place->out() / "link.txt");
        fs::create_directory(m_place->out() / "folder.txt");
        {
            StagedFile file = stage(named, "new");
            for (const char *name : {"taken.txt", "link.txt", "folder.txt"}) {
                const Result<void> published = file.publish(name, false);
                QVERIFY2(!published, name);
                QCOMPARE(published.error().kind, ErrorKind::OutputExists);
            }
            QVERIFY(file.publish("free.txt", false)); // it can still have another
        }
        QCOMPARE(m_place->outputs(), (QByteArrayList{"folder.txt", "free.txt", "link.txt", "taken.txt"}));
        QCOMPARE(BatchPlace::read(m_place->out() / "taken.txt"), std::string("old"));
    }

    void publish_overwritesThatNameOnly_data() { bothWays(); }
    void publish_overwritesThatNameOnly()
    {
        QFETCH(bool, named);
        m_place->add("out/taken.txt", "old");
        fs::create_hard_link(m_place->out() / "taken.txt", m_place->out() / "other.txt");
        m_place->add("precious", "precious");
        fs::create_symlink(m_place->folder() / "precious", m_place->out() / "link.txt");
        fs::create_directory(m_place->out() / "folder.txt");
        for (const char *name : {"taken.txt", "link.txt"})
            QVERIFY2(stage(named, "new").publish(name, true), name);
        QCOMPARE(stage(named, "new").publish("folder.txt", true).error().kind, ErrorKind::OutputExists);
        QCOMPARE(m_place->outputs(), (QByteArrayList{"folder.txt", "link.txt", "other.txt", "taken.txt"}));
        QCOMPARE(BatchPlace::read(m_place->out() / "taken.txt"), std::string("new"));
        QCOMPARE(BatchPlace::read(m_place->out() / "other.txt"), std::string("old"));
        QCOMPARE(BatchPlace::read(m_place->folder() / "precious"), std::string("precious"));
        QVERIFY(!fs::is_symlink(m_place->out() / "link.txt"));
    }

    void publish_afterTheFolderWasTakenAway()
    {
        StagedFile file = BatchPlace::stage(m_place->out(), "content");
        fs::remove(m_place->out());
        QVERIFY(file.publish("final.txt", false));
        QCOMPARE(BatchPlace::read(m_place->out() / "final.txt"), std::string("content"));
    }

    void publish_badName()
    {
        QCOMPARE(BatchPlace::stage(m_place->out(), "x").publish(QByteArray(300, 'x'), true).error().kind,
                 ErrorKind::OutputUnwritable);
    }

    void move_keepsTheFile()
    {
        StagedFile first = stageNamed("one");
        StagedFile second = std::move(first);
        second = stageNamed("two");
        QCOMPARE(m_place->outputs().size(), 1); // the first is gone with its folder
        QVERIFY(second.publish("two.txt", false));
        QCOMPARE(BatchPlace::read(m_place->out() / "two.txt"), std::string("two"));
    }

    void adopt_regularFilesOnly()
    {
        std::shared_ptr<StagingFolder> folder = std::move(*StagingFolder::create(m_place->out()));
        fs::create_symlink("/etc/passwd", folder->path() / "link");
        QCOMPARE(::mkfifo((folder->path() / "fifo").c_str(), 0600), 0);
        fs::create_directory(folder->path() / "folder");
        for (const char *name : {"link", "fifo", "folder", "missing"})
            QVERIFY2(!StagedFile::adopt(folder, name), name);
        folder.reset();
        QVERIFY(m_place->outputs().isEmpty());
    }

    void conceal_canBePublishedAgain_data() { bothWays(); }
    void conceal_canBePublishedAgain()
    {
        QFETCH(bool, named);
        {
            StagedFile file = stage(named, "content");
            QVERIFY(file.publish("first", false));
            file.conceal("first");
            QVERIFY(!m_place->outputs().contains("first"));
            QVERIFY(file.publish("second", false));
            QCOMPARE(BatchPlace::read(m_place->out() / "second"), std::string("content"));
        }
        QVERIFY(m_place->outputs().contains("second"));
        QVERIFY(!m_place->outputs().contains("first"));
    }

    void conceal_leavesOthersAlone()
    {
        StagedFile file = stage(false, "mine");
        QVERIFY(file.publish("name", false));
        fs::remove(m_place->out() / "name");
        m_place->add("out/name", "theirs");
        file.conceal("name");
        QCOMPARE(BatchPlace::read(m_place->out() / "name"), std::string("theirs"));
    }

    void sweep_removesOnlyWhatTheDeadLeft()
    {
        const pid_t dead = ::fork();
        if (dead == 0)
            ::_exit(0);
        ::waitpid(dead, nullptr, 0);
        const std::string number = std::to_string(dead);
        m_place->add("out/.convoy-" + number + "-abcdef");
        fs::create_directories(m_place->out() / (".convoy-" + number + "-folder") / "sub");
        QByteArrayList kept;
        for (const std::string &name : std::vector<std::string>{
                 ".convoy-" + std::to_string(::getpid()) + "-abcdef", ".convoy-" + number + "x-abcde", ".convoy-" + number,
                 ".convoy-notes", ".convoy-99999999999999999999-abcdef", "convoy-" + number + "-abcdef", "a.txt"}) {
            m_place->add("out/" + name);
            kept.append(QByteArray::fromStdString(name));
        }
        std::ranges::sort(kept);
        sweepStaging(m_place->out());
        QCOMPARE(m_place->outputs(), kept);
        sweepStaging("/nowhere");
    }

    /// Whoever should ask how a killed process ended may never do so.
    void sweep_takesWhatAZombieLeft()
    {
        const pid_t dead = ::fork();
        if (dead == 0)
            ::_exit(0);
        siginfo_t info = {};
        ::waitid(P_PID, id_t(dead), &info, WEXITED | WNOWAIT); // it has ended, and stays a zombie
        m_place->add("out/.convoy-" + std::to_string(dead) + "-abcdef");
        sweepStaging(m_place->out());
        ::waitpid(dead, nullptr, 0);
        QCOMPARE(m_place->outputs(), QByteArrayList());
    }
};

QTEST_GUILESS_MAIN(TestStagedFile)
#include "tst_stagedfile.moc"
