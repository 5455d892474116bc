// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filedescriptor.h"
#include "core/watch/settlingfiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <fstream>
#include <unistd.h>

using namespace convoy;
using namespace std::chrono_literals;

class TestSettlingFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takeReady_waitsUntilNothingChanges()
    {
        const QTemporaryDir folder;
        const Path file = toPath(folder.path()) / "a\xff";
        std::ofstream(file) << "1";
        SettlingFiles files;
        const SettlingFiles::Clock::time_point start{};
        files.watch(file, 2s, start);
        QVERIFY(files.takeReady(start + 1s).empty());
        std::ofstream(file, std::ios::app) << "2";
        QVERIFY(files.takeReady(start + 3s).empty()); // it has grown
        QVERIFY(files.takeReady(start + 4s).empty());
        const std::vector<InputFile> ready = files.takeReady(start + 5s);
        QCOMPARE(ready.size(), size_t(1));
        QCOMPARE(ready[0].path, file);
        QCOMPARE(ready[0].identity.size, 2);
        QVERIFY(files.isEmpty());
        std::filesystem::remove(file);
    }

    void takeReady_waitsForWriters()
    {
        const QTemporaryDir folder;
        const Path file = toPath(folder.path()) / "a";
        FileDescriptor writer(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
        QVERIFY(writer.isValid());
        const FileDescriptor other(::open((file.string() + "2").c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0600));
        if (::fcntl(other.fd(), F_SETLEASE, F_RDLCK) != 0)
            QSKIP("this file system has no leases");
        QVERIFY(isOpenForWriting(file));
        SettlingFiles files;
        const SettlingFiles::Clock::time_point start{};
        files.watch(file, 2s, start);
        QVERIFY(files.takeReady(start + 10s).empty());
        writer.reset();
        QCOMPARE(files.takeReady(start + 11s).size(), size_t(1));
    }

    void takeReady_forgetsOthersLinks()
    {
        if (::geteuid() != 0)
            QSKIP("Only root can make a link that belongs to somebody else.");
        const QTemporaryDir folder;
        const Path place = toPath(folder.path());
        SettlingFiles files;
        const SettlingFiles::Clock::time_point start{};
        for (const char *name : {"own", "others"}) {
            std::ofstream(place / name) << "1";
            files.watch(place / name, 2s, start);
            std::filesystem::remove(place / name);
            std::filesystem::create_symlink("/etc/hostname", place / name);
        }
        QCOMPARE(::lchown((place / "others").c_str(), 65534, 65534), 0);
        QVERIFY(files.takeReady(start + 1s).empty());
        const std::vector<InputFile> ready = files.takeReady(start + 5s);
        QCOMPARE(ready.size(), size_t(1));
        QCOMPARE(ready[0].path, place / "own");
        QVERIFY(files.isEmpty());
        files.watch(place / "others", 2s, start);
        QVERIFY(files.isEmpty());
    }

    void takeReady_forgetsWhatIsGone()
    {
        const QTemporaryDir folder;
        const Path file = toPath(folder.path()) / "a";
        std::ofstream(file) << "1";
        SettlingFiles files;
        files.watch(file, 1s, {});
        std::filesystem::remove(file);
        QVERIFY(files.takeReady(SettlingFiles::Clock::time_point{} + 5s).empty());
        QVERIFY(files.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSettlingFiles)
#include "tst_settlingfiles.moc"
