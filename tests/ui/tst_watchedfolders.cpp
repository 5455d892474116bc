// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryhome.h"
#include "ui/watchedfolders.h"

#include "ui/batchcontroller.h"
#include "ui/dialogs/watchdialog.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestWatchedFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        if (!QFile::exists(qEnvironmentVariable("CONVOY_BIN") + u"/convoy-worker"_s))
            QSKIP("convoy-worker is not built");
        QVERIFY(QDir(m_home.path()).mkpath(u"in"_s));
    }

    void wishes_keepBytes()
    {
        const std::vector<WatchWish> wishes{
            {.folder = toPath(QByteArray("/in/caf\xe9 %41")), .profileId = u"tool-wc"_s, .recursive = true},
            {.folder = toPath(QByteArray("/b")),
             .profileId = u"p"_s,
             .outputFolder = toPath(QByteArray("/out")),
             .isPaused = true}};
        QVERIFY(watchWishesFromJson(watchWishesToJson(wishes)) == wishes);
        QVERIFY(watchWishesFromJson("[{\"folder\":\"relative\",\"profile\":\"p\"}, 3]").empty());
        QVERIFY(watchWishesFromJson("nonsense").empty());
    }

    void newFile_isListedAndConvertedWithoutAWord()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        QueueModel model;
        QueueEditor editor(model);
        BatchController controller(model, editor, settings);
        QSignalSpy ended(&controller, &BatchController::ended);
        controller.start();
        QVERIFY(controller.host());
        WatchedFolders &folders = controller.watched();
        WatchDialog dialog(folders, controller.profiles());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const WatchWish wish{.folder = toPath(m_home.filePath(u"in"_s)),
                             .profileId = u"tool-wc"_s,
                             .outputFolder = toPath(m_home.filePath(u"out"_s))};
        QVERIFY(folders.add(wish));
        QVERIFY(!folders.add(wish)); // once is enough
        QVERIFY(!folders.add({.folder = toPath(m_home.filePath(u"none"_s)), .profileId = u"tool-wc"_s}));
        QCOMPARE(folders.watching(), 1);
        QCOMPARE(dialog.findChild<QTreeWidget *>()->topLevelItemCount(), 1);
        write(u"in/a.txt"_s);
        QTRY_COMPARE_WITH_TIMEOUT(model.counts().done(), 1, 15000);
        QVERIFY(QFile::exists(m_home.filePath(u"out/a.txt"_s)));
        QTRY_VERIFY(!controller.isBusy());
        QCOMPARE(ended.size(), 0); // nobody waits for it

        folders.setPaused(0, true);
        QCOMPARE(folders.watching(), 0);
        write(u"in/b.txt"_s);
        QTest::qWait(500);
        QCOMPARE(model.rowCount(), 1);
        folders.setPaused(0, false);
        QTRY_COMPARE_WITH_TIMEOUT(model.counts().done(), 2, 15000); // only what is new
        QCOMPARE(model.rowCount(), 2);
    }

    void folders_areRememberedAndGo()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        const ProfileStore profiles(defaultProfileFolder());
        {
            WatchedFolders folders(profiles, settings);
            QCOMPARE(folders.count(), 1);
            QCOMPARE(folders.wish(0).profileId, u"tool-wc"_s);
            folders.remove(0);
        }
        const WatchedFolders folders(profiles, settings);
        QCOMPARE(folders.count(), 0);
    }

private:
    void write(const QString &name)
    {
        QFile file(m_home.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("one two\n") > 0);
    }

    TemporaryHome m_home;
};

QTEST_MAIN(TestWatchedFolders)
#include "tst_watchedfolders.moc"
