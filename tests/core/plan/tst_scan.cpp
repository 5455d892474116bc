// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/scan.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace convoy;
namespace fs = std::filesystem;

/// What becomes of dropped paths.
class TestScan : public QObject
{
    Q_OBJECT

private:
    Path add(const Path &name, const std::string &content = "x")
    {
        const Path path = m_folder / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path) << content;
        return path;
    }

    std::vector<ScannedFile> scan(const std::vector<Path> &paths, bool recursive = true)
    {
        std::vector<ScannedFile> found;
        scanPaths(paths, recursive, m_stop.get_token(), [&](ScannedFile file) { found.push_back(std::move(file)); });
        return found;
    }

    static QList<QByteArray> names(const std::vector<ScannedFile> &files)
    {
        QList<QByteArray> names;
        for (const ScannedFile &file : files)
            names.append(toBytes(file.file.relativeFolder / file.file.path.filename()) + (file.refusal ? "!" : ""));
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    Path m_folder;
    std::stop_source m_stop;

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = toPath(m_temporary->path());
        m_stop = {};
    }
    void cleanup()
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }

    void folder_isExpandedInOrder()
    {
        for (const char *name : {"b.wav", "a.wav", "sub/z.wav", "sub/deep/y.wav", ".hidden", ".git/x.wav"})
            add(name);
        QCOMPARE(names(scan({m_folder})), (QList<QByteArray>{"a.wav", "b.wav", "sub/deep/y.wav", "sub/z.wav"}));
        QCOMPARE(names(scan({m_folder}, false)), (QList<QByteArray>{"a.wav", "b.wav"}));
    }

    void identity_isTheFiles()
    {
        const Path path = add("a.wav", "12345");
        const std::vector<ScannedFile> found = scan({path});
        QCOMPARE(found.size(), size_t(1));
        struct stat status {
        };
        ::stat(path.c_str(), &status);
        QCOMPARE(found[0].file.identity.size, qint64(5));
        QCOMPARE(found[0].file.identity.inode, quint64(status.st_ino));
        QCOMPARE(found[0].file.identity.mtimeNs, status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec);
        QCOMPARE(found[0].file.path, path);
        QVERIFY(found[0].file.relativeFolder.empty());
    }

    void duplicates_areDropped()
    {
        const Path path = add("a.wav");
        QCOMPARE(scan({path, m_folder, path, m_folder / "." / "a.wav", m_folder / "sub" / ".." / "a.wav"}).size(),
                 size_t(1));
    }

    void links_areFollowedToFilesOnly()
    {
        add("real/a.wav");
        fs::create_directory_symlink(m_folder / "real", m_folder / "loop");
        fs::create_directory_symlink(m_folder, m_folder / "real" / "up");
        fs::create_symlink(m_folder / "real" / "a.wav", m_folder / "link.wav");
        fs::create_symlink("nowhere", m_folder / "broken.wav");
        QCOMPARE(names(scan({m_folder})), (QList<QByteArray>{"broken.wav!", "link.wav", "real/a.wav"}));
        // A link that is given itself is meant.
        QCOMPARE(names(scan({m_folder / "loop"})), (QList<QByteArray>{"a.wav"}));
    }

    void whatIsNoFile_isRefused()
    {
        QCOMPARE(::mkfifo((m_folder / "fifo").c_str(), 0600), 0);
        const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{.sun_family = AF_UNIX};
        qstrncpy(address.sun_path, (m_folder / "socket").c_str(), sizeof address.sun_path);
        QCOMPARE(::bind(server, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        ::close(server);
        const std::vector<ScannedFile> found = scan({m_folder, "/dev/zero", m_folder / "missing"});
        QCOMPARE(found.size(), size_t(4));
        for (const ScannedFile &file : found) {
            QVERIFY2(file.refusal.has_value(), file.file.path.c_str());
            QCOMPARE(file.refusal->kind, ErrorKind::UnreadableInput);
        }
        QVERIFY(found[0].refusal->message.contains("pipe"_L1));
        QVERIFY(found[1].refusal->message.contains("socket"_L1));
        QVERIFY(found[2].refusal->message.contains("device"_L1));
    }

    void linksThatLeadNowhere_areRefused()
    {
        fs::create_symlink("b", m_folder / "a");
        fs::create_symlink("a", m_folder / "b");
        fs::create_symlink("gone", m_folder / "c");
        const std::vector<ScannedFile> found = scan({m_folder});
        QCOMPARE(found.size(), size_t(3));
        QVERIFY(found[0].refusal->message.contains("circle"_L1));
        QVERIFY(found[1].refusal->message.contains("circle"_L1));
        QVERIFY(found[2].refusal->message.contains("not there"_L1));
    }

    void unreadable_isRefused()
    {
        if (::geteuid() == 0)
            QSKIP("The superuser may read everything.");
        const Path path = add("a.wav");
        fs::permissions(path, fs::perms::none);
        fs::create_directory(m_folder / "closed");
        fs::permissions(m_folder / "closed", fs::perms::none);
        QCOMPARE(names(scan({m_folder})), (QList<QByteArray>{"a.wav!", "closed/closed!"}));
        fs::permissions(m_folder / "closed", fs::perms::owner_all);
    }

    void names_areBytes()
    {
        const QList<QByteArray> odd{"\n", " ", "%20[x]", "-rf", "\xc3\xbc.wav", "\xff\xfe.wav", QByteArray(255, 'l')};
        for (const QByteArray &name : odd)
            add(toPath(name));
        QList<QByteArray> expected = odd;
        std::ranges::sort(expected);
        QList<QByteArray> found = names(scan({m_folder}));
        std::ranges::sort(found);
        QCOMPARE(found, expected);
    }

    void stop_ends()
    {
        for (int i = 0; i < 10; ++i)
            add(std::to_string(i));
        int count = 0;
        scanPaths({m_folder}, true, m_stop.get_token(), [&](const ScannedFile &) {
            if (++count == 3)
                m_stop.request_stop();
        });
        QCOMPARE(count, 3);
    }
};

QTEST_GUILESS_MAIN(TestScan)
#include "tst_scan.moc"
