// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryhome.h"
#include "ui/mainwindow.h"

#include "ui/desktop/windowaccessible.h"
#include "ui/desktop/windowstyle.h"
#include "ui/droppedpaths.h"
#include "ui/queuefixture.h"
#include "ui/widgets/optionform.h"
#include "ui/widgets/queueview.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStatusBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_home.isValid()); }

    void accessibleNames_areTheContracts()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        MainWindow window(settings);
        QStringList buttons;
        for (const QAbstractButton *button : window.findChildren<QAbstractButton *>())
            buttons << button->text() << button->accessibleName();
        for (const QString &name : {u"Add files"_s, u"Add folder"_s, u"Convert"_s, u"Pause"_s, u"Resume"_s, u"Cancel"_s,
                                    u"Retry failed"_s, u"Remove"_s, u"Clear finished"_s})
            QVERIFY2(buttons.contains(name), qPrintable(name));
        QCOMPARE(window.findChild<QTableView *>()->accessibleName(), u"Files"_s);
        bool folder = false;
        for (const QLineEdit *line : window.findChildren<QLineEdit *>())
            folder = folder || line->accessibleName() == u"Output folder"_s;
        QVERIFY(folder);
        QCOMPARE(window.findChild<QProgressBar *>()->accessibleName(), u"Batch progress"_s);
        bool status = false;
        for (const QLabel *label : window.statusBar()->findChildren<QLabel *>())
            status = status
                || (label->text().endsWith(u"0 done, 0 failed, 0 skipped"_s) && label->accessibleName().isEmpty());
        QVERIFY(status);
    }

    /// Keys may come faster than the window is brought up to date.
    void delete_meansWhatWasSelectedJustNow()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        MainWindow window(settings);
        auto &model = *window.findChild<QueueModel *>();
        model.append(testRows(3));
        auto *view = window.findChild<QueueView *>();
        view->selectRows({2});
        QTest::keyClick(view, Qt::Key_Delete);
        QCOMPARE(model.rowCount(), 2);
    }

    /// In German the verb follows, or there is a colon: "Rückgängig: 1 Datei entfernen".
    void undo_isOneTextToTranslate()
    {
        class Colon : public QTranslator
        {
            bool isEmpty() const override { return false; }
            QString translate(const char *, const char *text, const char *, int) const override
            {
                return QByteArrayView(text) == "Undo %1" ? u"Back: %1"_s : QString();
            }
        } colon;
        QCoreApplication::installTranslator(&colon);
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        MainWindow window(settings);
        const QList<QAction *> actions = window.actions();
        const auto undo = std::ranges::find(actions, QKeySequence(QKeySequence::Undo), &QAction::shortcut);
        const auto redo = std::ranges::find(actions, QKeySequence(QKeySequence::Redo), &QAction::shortcut);
        QVERIFY(undo != actions.end() && redo != actions.end());
        QCOMPARE((*undo)->text(), u"Undo"_s);
        QVERIFY(!(*undo)->isEnabled());
        window.findChild<QueueModel *>()->append(testRows(3));
        auto *view = window.findChild<QueueView *>();
        view->selectRows({2});
        QTest::keyClick(view, Qt::Key_Delete);
        QVERIFY((*undo)->isEnabled());
        QCOMPARE((*undo)->text(), u"Back: removing 1 file(s)"_s);
        (*undo)->trigger();
        QCOMPARE((*undo)->text(), u"Undo"_s);
        QCOMPARE((*redo)->text(), u"Redo removing 1 file(s)"_s);
        (*redo)->trigger();
        QCOMPARE(window.findChild<QueueModel *>()->rowCount(), 2);
    }

    void everyFocusableWidget_hasAName()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        MainWindow window(settings);
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&window) || widget->inherits("QTabBar")
                || widget->objectName().startsWith("qt_"_L1))
                continue;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }

    /// A name on a label is read instead of what it says.
    void labels_sayTheirText()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        MainWindow window(settings);
        for (const QLabel *label : window.findChildren<QLabel *>())
            QVERIFY2(label->accessibleName().isEmpty(), qPrintable(label->accessibleName()));
    }

    void droppedPaths_keepsBytes()
    {
        QMimeData data;
        data.setData(u"text/uri-list"_s,
                     "# "
                     "comment\r\nfile:///in/caf%E9.png\r\nfile://localhost/in/a%20b.mkv\r\nhttp://example.org/"
                     "c.png\r\nfile://elsewhere.example/d.png\r\nfile:///in/sub/\r\n");
        const std::vector<Path> paths = droppedPaths(data);
        QCOMPARE(paths.size(), 3u);
        QCOMPARE(toBytes(paths[0]), QByteArray("/in/caf\xe9.png"));
        QCOMPARE(toBytes(paths[1]), QByteArray("/in/a b.mkv"));
    }

    /// Whatever a file system takes as a name comes through a drop.
    void droppedPaths_oddNames()
    {
        const QByteArrayList names{"new\nline.png", "-rf.png", "%41 [x] {stem}.png", "\xff\xfe.png",
                                   QByteArray(251, 'l') + ".png"};
        QByteArray list;
        for (const QByteArray &name : names)
            list += "file:///in/" + name.toPercentEncoding() + "\r\n";
        QMimeData data;
        data.setData(u"text/uri-list"_s, list);
        const std::vector<Path> paths = droppedPaths(data);
        QCOMPARE(paths.size(), size_t(names.size()));
        for (size_t i = 0; i < paths.size(); ++i)
            QCOMPARE(toBytes(paths[i]), "/in/" + names.at(qsizetype(i)));
    }

    /// Out to a file manager: what has come out, or else the source; in whatever order the list is shown.
    void draggedRows_areTheirFiles()
    {
        QueueModel model;
        QueueView view(model);
        model.setProfiles(testProfiles());
        std::vector<QueueRow> rows{testRow(1, "caf\xe9 [x].png"), testRow(2, "b.png")};
        rows[1].job = 7;
        rows[1].status.state = JobState::Done;
        rows[1].status.outputs = {Path("/out/b-0001.jpg"), Path("/out/b-0002.jpg")};
        model.append(std::move(rows));
        view.sortByColumn(QueueModel::NameColumn, Qt::DescendingOrder);
        view.selectAll();
        const std::unique_ptr<QMimeData> data = view.dragData();
        QVERIFY(QueueView::isOwnDrag(*data)); // and the window does not add them once more
        const std::vector<Path> files = droppedPaths(*data);
        QCOMPARE(files.size(), 3u);
        QCOMPARE(toBytes(files[0]), QByteArray("/in/caf\xe9 [x].png"));
        QCOMPARE(toBytes(files[1]), QByteArray("/out/b-0001.jpg"));
        QCOMPARE(toBytes(files[2]), QByteArray("/out/b-0002.jpg"));
        QVERIFY(data->text().endsWith("/out/b-0001.jpg\n/out/b-0002.jpg"_L1));
    }

    /// Where a drop would go is shown, also on a list that has files already.
    void dragOverTheWindow_isShown()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        MainWindow window(settings);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.findChild<QueueModel *>()->append(testRows(3));
        auto *view = window.findChild<QueueView *>();
        const auto edge = [view] {
            return view->viewport()->grab().toImage().pixelColor(1, view->viewport()->height() - 40);
        };
        const QColor quiet = edge();
        QMimeData files;
        files.setData(u"text/uri-list"_s, "file:///in/a.png\r\n");
        QDragEnterEvent enter(window.rect().center(), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QCOMPARE(edge(), view->palette().color(QPalette::Highlight));
        QDragLeaveEvent leave;
        QApplication::sendEvent(&window, &leave);
        QCOMPARE(edge(), quiet);
        // And so is the list when it is come to by keys.
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.findChild<QLineEdit *>()->setFocus();
        view->setFocus(Qt::TabFocusReason);
        QCOMPARE(edge(), focusColor(view->palette()));
        window.findChild<QLineEdit *>()->setFocus();
        QCOMPARE(edge(), quiet);
        view->setFocus(Qt::MouseFocusReason);
        QCOMPARE(edge(), quiet);
    }

    void paste_addsWhatTheClipboardNames()
    {
        QMimeData text;
        text.setText(u"no path\r\n/in/a b.png\r\n  ~/c.png\n\nhttp://example.org/d.png"_s);
        const std::vector<Path> named = pastedPaths(text);
        QCOMPARE(named.size(), 2u);
        QCOMPARE(toBytes(named[0]), QByteArray("/in/a b.png"));
        QCOMPARE(toBytes(named[1]), QDir::homePath().toUtf8() + "/c.png");
        QMimeData files; // as file managers put it there: the same files twice
        files.setText(u"/in/e.png"_s);
        files.setData(u"text/uri-list"_s, "file:///in/e.png");
        QCOMPARE(pastedPaths(files).size(), 1u);

        Settings settings(m_home.filePath(u"convoy.ini"_s));
        MainWindow window(settings);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QString file = m_home.filePath(u"pasted.txt"_s);
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        QGuiApplication::clipboard()->setText(u"words"_s);
        QTest::keySequence(&window, QKeySequence::Paste);
        QVERIFY(window.statusBar()->currentMessage().contains(u"names no files"_s));
        QGuiApplication::clipboard()->setText(file);
        QTest::keySequence(&window, QKeySequence::Paste);
        auto *view = window.findChild<QTableView *>();
        QTRY_COMPARE(view->model()->rowCount(), 1);
        // Out again, for a file manager.
        view->setFocus();
        QTest::keySequence(view, QKeySequence::SelectAll);
        const QList<QAction *> actions = view->actions();
        QTRY_VERIFY(actions.first()->isEnabled());
        QTest::keySequence(view, QKeySequence::Copy);
        QCOMPARE(droppedPaths(*QGuiApplication::clipboard()->mimeData()).size(), 1u);
    }

    void palettes_areReadable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("light, high contrast") << lightPalette(true);
        QTest::newRow("dark, high contrast") << darkPalette(true);
    }

    /// WCAG 2 AA: 4.5 to 1 for text (AAA: 7 to 1), 3 to 1 for what is not text but means something, and here for disabled
    /// text.
    void palettes_areReadable()
    {
        QFETCH(QPalette, palette);
        using Role = QPalette::ColorRole;
        const bool isHigh = palette == lightPalette(true) || palette == darkPalette(true);
        const double least = isHigh ? 7 : 4.5;
        const std::pair<Role, Role> pairs[] = {{QPalette::Text, QPalette::Base},
                                               {QPalette::Text, QPalette::AlternateBase},
                                               {QPalette::WindowText, QPalette::Window},
                                               {QPalette::ButtonText, QPalette::Button},
                                               {QPalette::PlaceholderText, QPalette::Window},
                                               {QPalette::PlaceholderText, QPalette::Base},
                                               {QPalette::HighlightedText, QPalette::Highlight},
                                               {QPalette::ToolTipText, QPalette::ToolTipBase},
                                               {QPalette::Link, QPalette::Base}};
        for (const auto &[text, ground] : pairs) // white on a blue that parts from black as well cannot reach 7
            QVERIFY2(contrast(palette.color(text), palette.color(ground)) >= (ground == Role::Highlight ? 4.5 : least),
                     qPrintable(u"%1 on %2: %3"_s.arg(int(text))
                                    .arg(int(ground))
                                    .arg(contrast(palette.color(text), palette.color(ground)))));
        QVERIFY(contrast(palette.color(QPalette::Highlight), palette.color(QPalette::Base)) >= 3);
        for (int state = 0; state < rowStateCount; ++state) {
            const QColor color = stateColor(RowState(state), palette);
            for (const Role ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window})
                QVERIFY2(contrast(color, palette.color(ground)) >= least, qPrintable(rowStateWord(RowState(state))));
            // A name on its bar in the timeline.
            QVERIFY2(contrast(readableOn(color), color) >= 4.5, qPrintable(rowStateWord(RowState(state))));
        }
        for (const Role ground : {QPalette::Base, QPalette::Window, QPalette::Button}) {
            QVERIFY(contrast(outlineColor(palette), palette.color(ground)) >= 3);
            QVERIFY(contrast(focusColor(palette), palette.color(ground)) >= 3);
        }
        for (const Role ground : {QPalette::Base, QPalette::Window, QPalette::Button}) {
            const QColor disabled = laidOver(palette.color(QPalette::Disabled, QPalette::Text), palette.color(ground));
            QVERIFY(contrast(disabled, palette.color(ground)) >= 3);
            QVERIFY(contrast(disabled, palette.color(ground))
                    < contrast(palette.color(QPalette::Text), palette.color(ground)));
        }
    }

    void controls_haveOutlines_data() { palettes_areReadable_data(); }

    /// What is drawn, not only what the palette says: the edge of each kind of control parts from what is around it.
    void controls_haveOutlines()
    {
        QFETCH(QPalette, palette);
        WindowStyle style;
        auto *check = new QCheckBox;
        auto *slider = new QSlider(Qt::Horizontal);
        auto *bar = new QProgressBar;
        QWidget window;
        QVBoxLayout column(&window);
        for (QWidget *control : std::initializer_list<QWidget *>{new QLineEdit, new QSpinBox, new QComboBox, new QPushButton,
                                                                 new QToolButton, check, slider, bar}) {
            control->setStyle(&style);
            column.addWidget(control);
        }
        window.setPalette(palette);
        window.resize(300, 400);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QImage shown = window.grab().toImage();
        for (const QWidget *control : window.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            const int middle = control->geometry().center().y();
            double best = 0;
            for (int x = control->x(); x < control->x() + 4; ++x)
                best = qMax(best, contrast(shown.pixelColor(x, middle), palette.color(QPalette::Window)));
            QVERIFY2(best >= 3,
                     qPrintable(u"%1: %2"_s.arg(QLatin1StringView(control->metaObject()->className())).arg(best)));
        }
        for (QWidget *control : window.findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            control->setStyle(nullptr);
    }

    /// From the top left, where a person begins, to the bottom right, where a batch is started: never back up.
    void tabOrder_goesAsPeopleRead()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        MainWindow window(settings);
        window.resize(1240, 780);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        // The empty list has buttons of its own: what counts here are the bars.
        QStringList names;
        QList<QWidget *> walked;
        window.findChild<QTableView *>()->setFocus();
        for (int i = 0; i < 100; ++i) {
            QTest::keyClick(&window, Qt::Key_Tab);
            QWidget *focus = QApplication::focusWidget();
            if (walked.contains(focus))
                break;
            walked << focus;
            names << nameOf(focus);
        }
        const QStringList expected{u"Output folder"_s, u"Choose: Output folder"_s,
                                   u"Add files"_s,     u"Add folder"_s,
                                   u"Search"_s,        u"Show"_s,
                                   u"Profile"_s,       u"Menu"_s,
                                   u"Files"_s};
        QList<qsizetype> places;
        for (const QString &name : expected)
            places << names.indexOf(name);
        QVERIFY2(!places.contains(-1), qPrintable(names.join(u", "_s)));
        QVERIFY2(std::ranges::is_sorted(places), qPrintable(names.join(u", "_s)));
        // And the whole way back.
        QList<QWidget *> back;
        while (back.size() < walked.size()) {
            QTest::keyClick(&window, Qt::Key_Backtab);
            back.prepend(QApplication::focusWidget());
        }
        QCOMPARE(back, walked);
    }

    /// Files of the history are known at once: nothing else is told of them after they came.
    void options_areThereWithTheFiles()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        MainWindow window(settings);
        const auto *form = window.findChild<OptionForm *>();
        QTRY_VERIFY(form->findChildren<QLabel *>().size() == 1); // what to do
        std::vector<QueueRow> rows = testRows(1);
        rows[0].profileId = u"photo-jpeg"_s;
        window.findChild<QueueModel *>()->append(std::move(rows));
        QTRY_VERIFY(form->findChildren<QSpinBox *>().size() > 1);
    }

    void dialogs_nameEveryControl()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        MainWindow window(settings);
        for (QAction *action : window.actions()) {
            const QStringList opening{u"Add from a list …"_s, u"Watched folders …"_s,  u"Preferences"_s,
                                      u"History"_s,           u"Keyboard shortcuts"_s, u"About Convoy"_s};
            if (opening.contains(action->text()))
                action->trigger();
        }
        const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
        QCOMPARE(dialogs.size(), 6);
        for (QDialog *dialog : dialogs) {
            for (QWidget *widget : dialog->findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(dialog) || widget->focusProxy()
                    || widget->objectName().startsWith("qt_"_L1))
                    continue;
                QVERIFY2(!nameOf(widget).isEmpty(),
                         qPrintable(dialog->windowTitle() + u": "_s + QLatin1StringView(widget->metaObject()->className())));
            }
        }
    }

    void openMenu_isFoundBelowTheWindow()
    {
        installWindowAccessible();
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        MainWindow window(settings);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&window);
        const int closed = accessible->childCount();
        QToolButton *button = nullptr;
        for (QToolButton *one : window.findChildren<QToolButton *>())
            button = one->accessibleName() == "Menu"_L1 ? one : button;
        QVERIFY(button);
        button->click();
        QCOMPARE(accessible->childCount(), closed + 1);
        QAccessibleInterface *menu = accessible->child(closed);
        QVERIFY(menu);
        QCOMPARE(menu->role(), QAccessible::PopupMenu);
        QCOMPARE(accessible->indexOfChild(menu), closed);
        QStringList items;
        for (int i = 0; i < menu->childCount(); ++i)
            items << menu->child(i)->text(QAccessible::Name);
        QVERIFY(items.contains(u"Preferences"_s));
        QVERIFY(items.contains(u"When everything has ended"_s));
        qobject_cast<QMenu *>(menu->object())->close();
        QCOMPARE(accessible->childCount(), closed);
    }

private:
    static double contrast(const QColor &a, const QColor &b)
    {
        const auto luminance = [](const QColor &color) {
            const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
            return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
        };
        const double first = luminance(a), second = luminance(b);
        return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
    }

    /// What is seen of a colour that lets some of the ground through.
    static QColor laidOver(const QColor &color, const QColor &ground)
    {
        const auto mix = [a = color.alphaF()](float over, float under) { return over * a + under * (1 - a); };
        return QColor::fromRgbF(mix(color.redF(), ground.redF()), mix(color.greenF(), ground.greenF()),
                                mix(color.blueF(), ground.blueF()));
    }

    /// As a screen reader says it: the widget's own, or that of its label.
    static QString nameOf(QWidget *widget)
    {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface)
            return {};
        for (const auto &[label, kind] : interface->relations(QAccessible::Label)) {
            if (kind == QAccessible::Label)
                return label->text(QAccessible::Name).remove(u'&');
        }
        return interface->text(QAccessible::Name);
    }

    TemporaryHome m_home;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
