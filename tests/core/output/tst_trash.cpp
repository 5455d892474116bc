// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batchplace.h"

#include "core/output/trash.h"

#include <QTest>

#include <sys/stat.h>

using namespace convoy;
using namespace convoy::test;
namespace fs = std::filesystem;

/// The trash as the freedesktop.org specification 1.0 has it.
class TestTrash : public QObject
{
    Q_OBJECT

private:
    Path trash() const { return m_place->folder() / "data/Trash"; }
    std::string info(const std::string &name) const { return BatchPlace::read(trash() / "info" / (name + ".trashinfo")); }

    std::unique_ptr<BatchPlace> m_place;

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<BatchPlace>();
        qputenv("XDG_DATA_HOME", toBytes(m_place->folder() / "data"));
    }

    void file_canBeBroughtBack()
    {
        const Path path = m_place->add("a b\xff.wav", "content");
        QVERIFY(trashFile(path, *sourceIdentity(path)));
        QVERIFY(!fs::exists(path));
        QCOMPARE(BatchPlace::read(trash() / "files/a b\xff.wav"), std::string("content"));
        const std::string text = info("a b\xff.wav");
        QVERIFY(text.starts_with("[Trash Info]\nPath=" + m_place->folder().native() + "/a%20b%FF.wav\nDeletionDate=20"));
        struct stat status {
        };
        QCOMPARE(::stat(trash().c_str(), &status), 0);
        QCOMPARE(int(status.st_mode & 0777), 0700);
    }

    void sameName_replacesNothing()
    {
        for (const char *content : {"one", "two"}) {
            const Path path = m_place->add("a.wav", content);
            QVERIFY(trashFile(path, *sourceIdentity(path)));
        }
        QCOMPARE(BatchPlace::read(trash() / "files/a.wav"), std::string("one"));
        QCOMPARE(BatchPlace::read(trash() / "files/a.wav.2"), std::string("two"));
        QVERIFY(info("a.wav.2").find("/a.wav\n") != std::string::npos);
    }

    void orphanInTheTrash_isKept()
    {
        fs::create_directories(trash() / "files");
        std::ofstream(trash() / "files/a.wav") << "older"; // without its info file
        const Path path = m_place->add("a.wav", "new");
        QVERIFY(trashFile(path, *sourceIdentity(path)));
        QCOMPARE(BatchPlace::read(trash() / "files/a.wav"), std::string("older"));
        QCOMPARE(BatchPlace::read(trash() / "files/a.wav.2"), std::string("new"));
        QVERIFY(!fs::exists(trash() / "info/a.wav.trashinfo"));
    }

    void changedFile_stays()
    {
        const Path path = m_place->add("a.wav", "old");
        const SourceIdentity before = *sourceIdentity(path);
        m_place->add("a.wav", "changed");
        QVERIFY(!trashFile(path, before));
        QCOMPARE(BatchPlace::read(path), std::string("changed"));
    }

    void link_staysAndItsTargetToo()
    {
        const Path target = m_place->add("target", "x");
        const Path link = m_place->folder() / "link";
        fs::create_symlink(target, link);
        QVERIFY(!trashFile(link, *sourceIdentity(link)));
        QVERIFY(fs::exists(target) && fs::is_symlink(link));
    }

    void longestName()
    {
        const Path path = m_place->add(std::string(255, 'x'), "x");
        QVERIFY(trashFile(path, *sourceIdentity(path)));
        QVERIFY(!fs::exists(path));
    }

    void otherFileSystem_hasItsOwnTrash()
    {
        struct stat here {
        };
        struct stat there {
        };
        ::stat(m_place->folder().c_str(), &here);
        const Path folder = Path(QDir::tempPath().toStdString()) / ("convoy-trash-" + std::to_string(::getpid()));
        if (!fs::create_directory(folder) || ::stat(folder.c_str(), &there) != 0 || here.st_dev == there.st_dev)
            QSKIP("there is no second file system that can be written to");
        const Path path = folder / "a.wav";
        std::ofstream(path) << "x";
        const Result<void> done = trashFile(path, *sourceIdentity(path));
        // Only an administrator can make a trash at the top of most file systems: either way nothing is lost.
        QCOMPARE(fs::exists(path), !done);
        QVERIFY(!fs::exists(trash() / "files/a.wav"));
        fs::remove_all(folder);
    }
};

QTEST_APPLESS_MAIN(TestTrash)
#include "tst_trash.moc"
