// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/folderevents.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <set>
#include <unistd.h>

using namespace convoy;

class TestFolderEvents : public QObject
{
    Q_OBJECT

private:
    std::set<Path> m_seen;

    void listen(FolderEvents &events)
    {
        m_seen.clear();
        connect(&events, &FolderEvents::seen, this,
                [this](const std::vector<Path> &files) { m_seen.insert(files.begin(), files.end()); });
    }

private Q_SLOTS:
    void seen_tellsOfWhatIsThereAndWhatComes_data()
    {
        QTest::addColumn<int>("pollMs");
        QTest::newRow("events") << 600'000;
        QTest::newRow("polling") << 50;
    }
    void seen_tellsOfWhatIsThereAndWhatComes()
    {
        QFETCH(int, pollMs);
        const QTemporaryDir folder;
        const Path place = toPath(folder.path());
        std::filesystem::create_directory(place / "sub");
        std::ofstream(place / "first") << "1";
        std::ofstream(place / ".hidden") << "1";
        std::filesystem::create_directory_symlink(place, place / "round"); // would never end
        std::filesystem::create_symlink("/etc/hostname", place / "link");
        FolderEvents events({.folder = place, .recursive = true, .pollMs = pollMs});
        listen(events);
        events.start();
        QCOMPARE(m_seen, (std::set<Path>{place / "first", place / "link"}));
        m_seen.clear();
        std::ofstream(place / "sub/second") << "2";
        QTRY_VERIFY(m_seen.contains(place / "sub/second"));
        std::ofstream(place / "picture.jpg.part") << "half";
        // A folder that comes with files in it, by a move: it was never watched before.
        const QTemporaryDir elsewhere;
        std::filesystem::create_directory(toPath(elsewhere.path()) / "new");
        std::ofstream(toPath(elsewhere.path()) / "new/third") << "3";
        std::filesystem::rename(toPath(elsewhere.path()) / "new", place / "new");
        QTRY_VERIFY(m_seen.contains(place / "new/third"));
        std::ofstream(place / "new/fourth") << "4";
        QTRY_VERIFY(m_seen.contains(place / "new/fourth"));
        QVERIFY(!m_seen.contains(place / ".hidden"));
        QVERIFY(!m_seen.contains(place / "picture.jpg.part"));
        std::filesystem::rename(place / "picture.jpg.part", place / "picture.jpg");
        QTRY_VERIFY(m_seen.contains(place / "picture.jpg"));
    }

    void seen_temporaryNamesAreLeftAlone_data()
    {
        QTest::addColumn<int>("pollMs");
        QTest::newRow("events") << 600'000;
        QTest::newRow("polling") << 50;
    }
    void seen_temporaryNamesAreLeftAlone()
    {
        QFETCH(int, pollMs);
        const QTemporaryDir folder;
        const Path place = toPath(folder.path());
        FolderEvents events({.folder = place, .recursive = false, .pollMs = pollMs});
        listen(events);
        events.start();
        for (const char *name : {"a.jpg~", "a.jpg.~1~", "#a.jpg#", ".#a.jpg", ".a.jpg.swp", "~$a.docx", "a.jpg.part",
                                 "A.JPG.PART", "a.jpg.crdownload", "a.iso.!qB", ".a.jpg.Xa3k9Z", ".syncthing.a.jpg.tmp",
                                 "~syncthing~a.jpg.tmp", "~WRL0001.tmp"})
            std::ofstream(place / name) << "1";
        const std::set<Path> wanted{place / "a~b.jpg", place / "#1.jpg", place / "part", place / "$a.jpg", place / "z.jpg"};
        for (const Path &path : wanted)
            std::ofstream(path) << "1";
        QTRY_COMPARE(m_seen, wanted);
    }

    void seen_othersLinksAreLeftAlone()
    {
        if (::geteuid() != 0)
            QSKIP("Only root can make a link that belongs to somebody else.");
        const QTemporaryDir folder;
        const Path place = toPath(folder.path());
        const auto addLink = [&](const char *name) {
            const Path made = toPath(folder.path()) / ".made";
            std::filesystem::create_symlink("/etc/hostname", made);
            QCOMPARE(::lchown(made.c_str(), 65534, 65534), 0);
            std::filesystem::rename(made, place / name);
        };
        addLink("before");
        FolderEvents events({.folder = place, .recursive = false, .pollMs = 600'000});
        listen(events);
        events.start();
        addLink("later");
        std::ofstream(place / "last") << "1";
        QTRY_VERIFY(m_seen.contains(place / "last"));
        QCOMPARE(m_seen, std::set<Path>{place / "last"});
    }

    void seen_staysInOneFolderUnlessAsked()
    {
        const QTemporaryDir folder;
        const Path place = toPath(folder.path());
        std::filesystem::create_directory(place / "sub");
        std::ofstream(place / "sub/inner") << "1";
        FolderEvents events({.folder = place, .recursive = false, .pollMs = 50});
        listen(events);
        events.start();
        std::ofstream(place / "outer") << "1";
        QTRY_VERIFY(m_seen.contains(place / "outer"));
        QVERIFY(!m_seen.contains(place / "sub/inner"));
    }

    void lost_isSaidOnceAndMended()
    {
        const QTemporaryDir folder;
        const Path place = toPath(folder.path()) / "watched";
        std::filesystem::create_directory(place);
        FolderEvents events({.folder = place, .recursive = false, .pollMs = 20});
        listen(events);
        QSignalSpy lost(&events, &FolderEvents::lost);
        events.start();
        std::filesystem::remove(place);
        QTRY_COMPARE(lost.size(), 1);
        QTest::qWait(100);
        QCOMPARE(lost.size(), 1);
        std::filesystem::create_directory(place);
        std::ofstream(place / "back") << "1";
        QTRY_VERIFY(m_seen.contains(place / "back"));
        std::filesystem::remove_all(place);
        QTRY_COMPARE(lost.size(), 2); // said once each time
    }
};

QTEST_GUILESS_MAIN(TestFolderEvents)
#include "tst_folderevents.moc"
