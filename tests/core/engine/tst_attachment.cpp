// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fileio.h"
#include "core/engine/attachment.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestAttachment : public QObject
{
    Q_OBJECT

private:
    static void add(const Path &file)
    {
        const FileDescriptor fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
        QVERIFY(writeAll(fd.fd(), "picture"));
    }

    /// As if nothing had been put there for an hour.
    static void age(const Path &folder)
    {
        const timespec times[2] = {{0, UTIME_OMIT}, {::time(nullptr) - 3600, 0}};
        QCOMPARE(::utimensat(AT_FDCWD, folder.c_str(), times, 0), 0);
    }

private Q_SLOTS:
    void open_whatComesLaterIsFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("place");
        QTest::newRow("beside the source") << u"cover.jpg"_s << u"."_s;
        QTest::newRow("in a folder of its own") << u"scans/cover.jpg"_s << u"scans"_s;
    }

    /// That a folder has none is remembered only as long as nothing is put there.
    void open_whatComesLaterIsFound()
    {
        QFETCH(QString, name);
        QFETCH(QString, place);
        const QTemporaryDir folder;
        const Path path = toPath(folder.path());
        std::filesystem::create_directories(path / toPath(place));
        age(path);
        AttachmentSearch search;
        for (int i = 0; i < 3; ++i)
            QVERIFY(!search.open({name}, path).fd.isValid());
        add(path / toPath(name));
        const Attachment found = search.open({u"front.png"_s, name}, path);
        QVERIFY(found.fd.isValid());
        QCOMPARE(found.input.size, 7);
        QVERIFY(search.open({name}, path).fd.isValid());
    }

    void open_folderThatHasJustChangedIsLookedThroughEachTime()
    {
        const QTemporaryDir folder;
        const Path path = toPath(folder.path());
        AttachmentSearch search;
        struct stat before = {};
        QCOMPARE(::stat(path.c_str(), &before), 0);
        QVERIFY(!search.open({u"cover.jpg"_s}, path).fd.isValid());
        add(path / "cover.jpg");
        const timespec sameTick[2] = {{0, UTIME_OMIT}, before.st_mtim};
        QCOMPARE(::utimensat(AT_FDCWD, path.c_str(), sameTick, 0), 0);
        QVERIFY(search.open({u"cover.jpg"_s}, path).fd.isValid());
    }

    void open_otherNamesAndFolders()
    {
        const QTemporaryDir one;
        const QTemporaryDir two;
        add(toPath(one.path()) / "front.jpg");
        add(toPath(two.path()) / "cover.jpg");
        age(toPath(one.path()));
        AttachmentSearch search;
        QVERIFY(!search.open({u"cover.jpg"_s}, toPath(one.path())).fd.isValid());
        QVERIFY(search.open({u"front.jpg"_s}, toPath(one.path())).fd.isValid());
        QVERIFY(search.open({u"cover.jpg"_s}, toPath(two.path())).fd.isValid());
    }
};

QTEST_GUILESS_MAIN(TestAttachment)
#include "tst_attachment.moc"
