// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryhome.h"
#include "ui/batchend.h"
#include "ui/desktop/desktopnotifier.h"
#include "ui/desktop/inhibitor.h"
#include "ui/desktop/launcherprogress.h"
#include "ui/desktopmocks.h"
#include "ui/dialogs/countdowndialog.h"
#include "ui/models/failure.h"
#include "ui/queuefixture.h"
#include "ui/queuemenu.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

/// What the desktop is asked for, by what a desktop would hear on its buses.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        if (!m_bus.start())
            QSKIP("dbus-daemon is not installed");
        QVERIFY(m_bus.offer(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, &m_login));
        QVERIFY(m_bus.offer(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s, &m_notifications));
        QVERIFY(m_bus.offer(u"org.freedesktop.FileManager1"_s, u"/org/freedesktop/FileManager1"_s, &m_files));
        QDesktopServices::setUrlHandler(u"file"_s, this, "opened");
    }

    void init()
    {
        m_login.calls.clear();
        m_notifications.notes.clear();
        m_files.shown.clear();
        m_opened.clear();
    }

    void inhibitor_holdsAndLetsGo()
    {
        Inhibitor inhibitor;
        inhibitor.setActive(true);
        QTRY_COMPARE(m_login.calls, QStringList{u"Inhibit|sleep:idle|Convoy|Files are being converted|block"_s});
        QTRY_VERIFY(m_login.isHeld());
        inhibitor.setActive(true); // once is enough
        QTest::qWait(50);
        QCOMPARE(m_login.calls.size(), 1);
        inhibitor.setActive(false);
        QTRY_VERIFY(!m_login.isHeld());
    }

    void inhibitor_thatIsNotWantedAnyMoreLetsGo()
    {
        Inhibitor inhibitor;
        inhibitor.setActive(true);
        inhibitor.setActive(false); // before logind has answered
        QTRY_COMPARE(m_login.calls.size(), 1);
        QTRY_VERIFY(!m_login.isHeld());
    }

    void launcher_hearsOfEachPercentOnce()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.connect({}, u"/org/convoy/Convoy"_s, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, this,
                            SLOT(launcherUpdated(QString, QVariantMap))));
        LauncherProgress launcher;
        launcher.setProgress(0.42, true);
        // Of a new connection Qt keeps what comes until the event loop turns, and lets later ones pass by.
        QTRY_COMPARE(m_launcher.size(), 1);
        launcher.setProgress(0.421, true);
        launcher.setProgress(0.43, true);
        launcher.setProgress(1, false);
        QTRY_COMPARE(m_launcher.size(), 3);
        QCOMPARE(m_launcher.first().value(u"progress"_s).toDouble(), 0.42);
        QCOMPARE(m_launcher.first().value(u"progress-visible"_s).toBool(), true);
        QCOMPARE(m_launcher.at(1).value(u"progress"_s).toDouble(), 0.43);
        QCOMPARE(m_launcher.last().value(u"progress-visible"_s).toBool(), false);
    }

    void notifier_tellsWhichActionWasChosen()
    {
        DesktopNotifier notifier;
        QSignalSpy invoked(&notifier, &DesktopNotifier::actionInvoked);
        notifier.notify(u"Done"_s, u"<3 files>"_s, {{u"folder"_s, u"Open folder"_s}});
        QTRY_COMPARE(m_notifications.notes.size(), 1);
        QCOMPARE(m_notifications.notes.first().text, u"&lt;3 files&gt;"_s);
        QCOMPARE(m_notifications.notes.first().actions, (QStringList{u"folder"_s, u"Open folder"_s}));
        QTest::qWait(50);                                      // its number has to arrive
        Q_EMIT m_notifications.ActionInvoked(99, u"folder"_s); // of another program
        Q_EMIT m_notifications.ActionInvoked(7, u"folder"_s);
        QTRY_COMPARE(invoked.size(), 1);
        QCOMPARE(invoked.first().first().toString(), u"folder"_s);
        notifier.notify(u"Done"_s, u"more"_s, {});
        QTRY_COMPARE(m_notifications.notes.size(), 2);
        QCOMPARE(m_notifications.notes.last().replaces, 7u);
    }

    void whenDone_happensAfterTheCountdown_data()
    {
        QTest::addColumn<WhenDone>("what");
        QTest::addColumn<QString>("call");
        QTest::newRow("suspend") << WhenDone::Suspend << u"Suspend 1"_s;
        QTest::newRow("power off") << WhenDone::PowerOff << u"PowerOff 1"_s;
    }

    void whenDone_happensAfterTheCountdown()
    {
        QFETCH(WhenDone, what);
        QFETCH(QString, call);
        Ended batch(m_home.filePath(u"convoy.ini"_s));
        batch.end.setWhenDone(what);
        batch.finish();
        auto *dialog = batch.window.findChild<CountdownDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->isModal());
        QVERIFY(dialog->findChild<QLabel *>()->text().contains(u"60 second"_s));
        QVERIFY(m_login.calls.isEmpty());
        dialog->accept(); // what it does by itself when the time is up
        QTRY_COMPARE(m_login.calls, QStringList{call});
    }

    void whenDone_canBeStopped()
    {
        Ended batch(m_home.filePath(u"convoy.ini"_s));
        batch.end.setWhenDone(WhenDone::PowerOff);
        batch.finish();
        auto *dialog = batch.window.findChild<CountdownDialog *>();
        QVERIFY(dialog);
        auto *stay = dialog->findChild<QDialogButtonBox *>()->buttons().value(0);
        for (QAbstractButton *button : dialog->findChild<QDialogButtonBox *>()->buttons())
            stay = button->text() == "Leave it on"_L1 ? button : stay;
        QVERIFY(qobject_cast<QPushButton *>(stay)->isDefault());
        QTest::keyClick(dialog, Qt::Key_Return); // whoever types on meant to stay
        QTest::qWait(100);
        QVERIFY(m_login.calls.isEmpty());
    }

    void countdown_endsByItself()
    {
        CountdownDialog dialog(WhenDone::Suspend, 2, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        QCOMPARE(dialog.findChild<QLabel *>()->text(), u"The computer is suspended in 2 second(s)."_s);
        QVERIFY(accepted.wait(4000));
    }

    void ended_isToldOnceWithWaysOn()
    {
        Ended batch(m_home.filePath(u"convoy.ini"_s));
        QSignalSpy failed(&batch.end, &BatchEnd::failedWanted);
        batch.finish();
        QTRY_COMPARE(m_notifications.notes.size(), 1);
        const NotificationsMock::Note note = m_notifications.notes.first();
        QCOMPARE(note.text, u"2 done, 1 failed, 0 skipped"_s);
        QVERIFY(note.actions.contains(u"Open folder"_s));
        QVERIFY(note.actions.contains(u"Show failed"_s));
        QTest::qWait(50);
        Q_EMIT m_notifications.ActionInvoked(7, u"failed"_s);
        QTRY_COMPARE(failed.size(), 1);
    }

    /// A second run in the same list: its own sizes and failures.
    void ended_tellsOfThisRunOnly()
    {
        Ended batch(m_home.filePath(u"convoy.ini"_s));
        std::vector<QueueRow> rows = testRows(4);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        for (QueueRow &row : rows) {
            const bool isNow = row.id <= 2;
            row.job = row.id;
            row.status.startedMs = now - (isNow ? 1000 : 60'000);
            row.status.state = row.id % 2 == 0 ? JobState::Failed : JobState::Done;
            row.status.outputBytes = isNow ? 400 : 1;
            if (row.status.state == JobState::Failed)
                row.status.error = Error{isNow ? ErrorKind::NoSpace : ErrorKind::DamagedInput, u"No."_s, {}};
        }
        batch.model.append(std::move(rows));
        QSignalSpy told(&batch.end, &BatchEnd::summaryReady);
        batch.finish();
        QCOMPARE(told.size(), 1);
        const QString sentence = told.first().first().value<MessageBar *>()->accessibleName();
        QVERIFY2(sentence.contains(u"1.0 kB became 400 bytes, 600 bytes saved."_s), qPrintable(sentence));
        QVERIFY2(sentence.contains(failureLabel(ErrorKind::NoSpace, 1)), qPrintable(sentence));
        QVERIFY2(!sentence.contains(failureLabel(ErrorKind::DamagedInput, 1)), qPrintable(sentence));
    }

    /// Tracks of one file: it is counted once, and none of them is a share of all of it.
    void ended_countsAFileOnce()
    {
        Ended batch(m_home.filePath(u"convoy.ini"_s));
        std::vector<QueueRow> rows = testRows(2);
        for (QueueRow &row : rows) {
            row.job = row.id;
            row.input.path = toPath(QByteArray("/disc/image.wav"));
            row.input.identity.size = 1000;
            row.piece = Piece{.stem = "Track " + QByteArray::number(row.id)};
            row.status.startedMs = QDateTime::currentMSecsSinceEpoch();
            row.status.state = JobState::Done;
            row.status.outputBytes = 200;
            QCOMPARE(rowResult(row), sizeText(200));
        }
        batch.model.append(std::move(rows));
        QSignalSpy told(&batch.end, &BatchEnd::summaryReady);
        batch.finish();
        const QString sentence = told.first().first().value<MessageBar *>()->accessibleName();
        QVERIFY2(sentence.contains(u"1.0 kB became 400 bytes, 600 bytes saved."_s), qPrintable(sentence));
    }

    void menu_showsAndOpensFiles()
    {
        Ended batch(m_home.filePath(u"convoy.ini"_s));
        QueueRow row = testRow(1, "caf\xe9 1.png");
        row.job = 5;
        row.status.state = JobState::Done;
        row.status.outputs = {toPath(QByteArray("/out/caf\xe9 1.jpg"))};
        batch.model.append({row});
        QueueMenu menu(batch.model, batch.controller, {1}, &batch.window);
        trigger(menu, u"Show the output in its folder"_s);
        trigger(menu, u"Show the source in its folder"_s);
        QTRY_COMPARE(m_files.shown, (QStringList{u"file:///out/caf%E9%201.jpg"_s, u"file:///in/caf%E9%201.png"_s}));
        trigger(menu, u"Open the output"_s);
        QCOMPARE(m_opened, QStringList{u"file:///out/caf%E9%201.jpg"_s});
    }

    void menu_copiesErrorsAndCommands()
    {
        Ended batch(m_home.filePath(u"convoy.ini"_s));
        QueueRow row = testRow(1, "it's.png");
        row.overrides = {{u"quality"_s, 70}};
        row.job = 5;
        row.status.state = JobState::Failed;
        row.status.error = Error{ErrorKind::DamagedInput, u"It is damaged."_s, u"bad chunk"_s};
        batch.model.append({row});
        QueueMenu menu(batch.model, batch.controller, {1}, &batch.window);
        trigger(menu, u"Copy what went wrong"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"/in/it's.png: It is damaged.\nbad chunk"_s);
        trigger(menu, u"Copy as command line"_s);
        QCOMPARE(QApplication::clipboard()->text(),
                 u"convoy-cli convert --profile photo --set quality=70 -- '/in/it'\\''s.png'"_s);
    }

    void menu_offersWhatCanBeDone_data()
    {
        QTest::addColumn<JobState>("state");
        QTest::addColumn<QStringList>("work");
        QTest::newRow("waiting") << JobState::Queued << QStringList{u"Pause this"_s, u"Cancel this"_s, u"Convert next"_s};
        QTest::newRow("running") << JobState::Running << QStringList{u"Pause this"_s, u"Cancel this"_s};
        QTest::newRow("paused") << JobState::Paused << QStringList{u"Go on with this"_s, u"Cancel this"_s};
        QTest::newRow("failed") << JobState::Failed << QStringList{u"Try again"_s};
        QTest::newRow("done") << JobState::Done << QStringList{};
    }

    void menu_offersWhatCanBeDone()
    {
        QFETCH(JobState, state);
        QFETCH(QStringList, work);
        Ended batch(m_home.filePath(u"convoy.ini"_s));
        QueueRow row = testRow(1, "a.png");
        row.job = 5;
        row.status.state = state;
        batch.model.append({row});
        const QueueMenu menu(batch.model, batch.controller, {1}, &batch.window);
        QStringList offered;
        for (const QAction *action : menu.actions()) {
            QVERIFY(action->isEnabled()); // what cannot be done is not there
            if (!action->isSeparator())
                offered << action->text();
        }
        const QStringList always{u"Open the source"_s,     u"Show the source in its folder"_s,
                                 u"Copy files"_s,          u"Copy as command line"_s,
                                 u"Move to the top"_s,     u"Add once more, for another profile"_s,
                                 u"Remove from the list"_s};
        QCOMPARE(offered, work + always);
    }

public Q_SLOTS:
    void opened(const QUrl &url) { m_opened << QString::fromLatin1(url.toEncoded()); }
    void launcherUpdated(const QString &, const QVariantMap &values) { m_launcher << values; }

private:
    /// A batch that has come to its end, without an engine.
    struct Ended {
        explicit Ended(const QString &file) : settings(file), controller(model, editor, settings)
        {
            model.setProfiles(testProfiles());
        }
        void finish() { Q_EMIT controller.ended({.batch = u"b"_s, .done = 2, .failed = 1, .seconds = 3}); }

        Settings settings;
        QueueModel model;
        QueueEditor editor{model};
        BatchController controller;
        QWidget window;
        BatchEnd &end = *new BatchEnd(model, controller, settings, window);
    };

    static void trigger(const QMenu &menu, const QString &text)
    {
        for (QAction *action : menu.actions()) {
            if (action->text() == text)
                return action->trigger();
        }
        QFAIL(qPrintable(u"no such action: "_s + text));
    }

    TemporaryHome m_home;
    PrivateBus m_bus;
    LoginMock m_login;
    NotificationsMock m_notifications;
    FileManagerMock m_files;
    QStringList m_opened;
    QList<QVariantMap> m_launcher;
};

QTEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
