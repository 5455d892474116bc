// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profileactions.h"
#include "ui/queuefixture.h"
#include "ui/widgets/profilecombo.h"
#include "ui/widgets/profilelist.h"

#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void picker_isGroupedByConverter()
    {
        ProfileCombo combo;
        combo.setProfiles(ProfileStore(toPath(m_folder.path())).profiles());
        QVERIFY(combo.itemData(0).toString().isEmpty());
        QCOMPARE(combo.model()->flags(combo.model()->index(0, 0)), Qt::NoItemFlags);
        // By name below their heading: what a name says more comes after it.
        QVERIFY(combo.findData(u"dicom-png"_s) < combo.findData(u"dicom-png-crop"_s));
        combo.setCurrentProfile(u"album-flac"_s);
        QCOMPARE(combo.currentData().toString(), u"album-flac"_s);
        combo.setCurrentProfile({});
        QCOMPARE(combo.currentIndex(), -1);
    }

    void picker_searchesAndChooses()
    {
        ProfileCombo combo;
        combo.setProfiles(ProfileStore(toPath(m_folder.path())).profiles());
        combo.show();
        QVERIFY(QTest::qWaitForWindowExposed(&combo));
        QSignalSpy chosen(&combo, &ProfileCombo::chosen);
        combo.showPopup();
        auto *search = combo.view()->parentWidget()->findChild<QLineEdit *>();
        QVERIFY(search && search->isVisible());
        search->setText(u"theora matroska"_s);
        auto *list = qobject_cast<QListView *>(combo.view());
        QStringList shown;
        for (int row = 0; row < combo.count(); ++row) {
            if (!list->isRowHidden(row))
                shown << combo.itemData(row).toString();
        }
        QCOMPARE(shown.first(), QString()); // the heading of what was found
        QVERIFY(shown.contains(u"video-theora-mkv"_s));
        QVERIFY(!shown.contains(u"album-flac"_s));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"video-theora-mkv"_s);
        combo.showPopup(); // opens with everything in it
        QVERIFY(!list->isRowHidden(combo.findData(u"album-flac"_s)));
        combo.hidePopup();
    }

    void picker_hasEveryProfileInView_data()
    {
        QTest::addColumn<QPoint>("corner");
        QTest::addRow("high up") << QPoint(10, 10);
        QTest::addRow("low down at the right") << QPoint(100000, 100000);
    }

    /// What is scrolled away, a robot or a person with a screen reader does not find.
    void picker_hasEveryProfileInView()
    {
        QFETCH(QPoint, corner);
        ProfileCombo combo;
        combo.setProfiles(ProfileStore(toPath(m_folder.path())).profiles());
        combo.resize(180, 24);
        const QRect screen = combo.screen()->availableGeometry();
        combo.move(qMin(corner.x(), screen.right() - 180), qMin(corner.y(), screen.bottom() - 24));
        combo.show();
        QVERIFY(QTest::qWaitForWindowExposed(&combo));
        combo.showPopup();
        const QRect box(combo.mapToGlobal(QPoint(0, 0)), combo.size());
        const QRect popup = combo.view()->parentWidget()->geometry();
        QVERIFY2(!popup.intersects(box), "the list covers its box");
        QVERIFY(screen.contains(popup));
        const QRect viewport = combo.view()->viewport()->rect();
        for (int row = 0; row < combo.count(); ++row) {
            QVERIFY2(viewport.contains(combo.view()->visualRect(combo.model()->index(row, 0))),
                     qPrintable(combo.itemText(row)));
        }
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(combo.view());
        QVERIFY(list);
        QCOMPARE(list->childCount(), combo.count());
        QVERIFY(!list->child(combo.count() - 1)->state().invisible);
        combo.hidePopup();
    }

    void columns_beginWithHeadings()
    {
        const QList<bool> groups{true, false, false, true, false, true, false, false, false, false};
        QCOMPARE(ProfileList::rowsOfColumn(groups, 1), 10);
        QCOMPARE(ProfileList::rowsOfColumn(groups, 2), 5);
        QCOMPARE(ProfileList::rowsOfColumn({true, false, false, false, true, false, false}, 2), 4);
        QCOMPARE(ProfileList::rowsOfColumn({true, false, true, false, false, false, false}, 3), 4); // not below a heading
    }

    void ownProfile_isCopiedDeletedAndBroughtBack()
    {
        ProfileStore store(toPath(m_folder.path()));
        QueueModel model;
        model.setProfiles(store.profiles());
        QueueEditor editor(model);
        QueueRow row = testRow(1, "a.png");
        row.profileId = u"photo-jpeg"_s;
        model.append({row});
        QWidget window;
        ProfileActions actions(
            store, model, editor, [] { return QList<RowId>{1}; }, &window);
        connect(&actions, &ProfileActions::changed, &model, [&] { model.setProfiles(store.profiles()); });
        const auto trigger = [&actions](const QString &text) {
            Q_EMIT actions.aboutToShow();
            for (QAction *action : actions.actions()) {
                if (action->text() == text && action->isEnabled())
                    return action->trigger();
            }
            QFAIL(qPrintable(text));
        };
        trigger(u"Duplicate this profile"_s);
        const QString copy = model.at(0).profileId;
        QVERIFY(copy != u"photo-jpeg"_s);
        QVERIFY(store.find(copy));
        QCOMPARE(store.find(copy)->options, store.find(u"photo-jpeg"_s)->options);
        trigger(u"Delete this profile"_s);
        QVERIFY(!store.find(copy));
        QCOMPARE(model.stateAt(0), RowState::Problem);
        editor.stack().undo();
        QVERIFY(store.find(copy));
        QCOMPARE(model.stateAt(0), RowState::Ready);
        editor.stack().redo();
        QVERIFY(!store.find(copy));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestProfiles)
#include "tst_profiles.moc"
