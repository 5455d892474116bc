// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryhome.h"
#include "ui/desktop/windowstyle.h"
#include "ui/dialogs/listdialog.h"
#include "ui/mainwindow.h"
#include "ui/preview/previewpane.h"
#include "ui/queuefixture.h"
#include "ui/widgets/mnemonics.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include <algorithm>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

/// What buttons say: the letter that presses them, and why they cannot be pressed.
class TestButtons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QApplication::setStyle(new WindowStyle);
    }

    void letters_areOfTheTextAndNoneIsTwice()
    {
        QWidget window;
        QHBoxLayout row(&window);
        auto *add = new QPushButton(u"Add"_s), *alter = new QPushButton(u"Alter"_s), *own = new QPushButton(u"A&lways"_s);
        auto *start = new QPushButton(u"Add now"_s), *numbers = new QPushButton(u"1 2 3"_s);
        auto *label = new QLabel(u"Name"_s), *words = new QLabel(u"Words"_s);
        auto *field = new QLineEdit;
        label->setBuddy(field);
        for (QWidget *widget : std::initializer_list<QWidget *>{add, alter, own, start, numbers, label, words, field})
            row.addWidget(widget);
        auto *area = new QScrollArea;
        area->setWidget(new QPushButton(u"Far down"_s));
        row.addWidget(area);
        start->setDefault(true);
        giveMnemonics(window);
        QCOMPARE(start->text(), u"&Add now"_s); // it comes first
        QCOMPARE(add->text(), u"A&dd"_s);
        QCOMPARE(alter->text(), u"Al&ter"_s);
        QCOMPARE(own->text(), u"A&lways"_s);
        QCOMPARE(label->text(), u"&Name"_s);
        QCOMPARE(numbers->text(), u"1 2 3"_s);
        QCOMPARE(words->text(), u"Words"_s); // names nothing
        QCOMPARE(static_cast<QPushButton *>(area->widget())->text(), u"Far down"_s);
    }

    void mainButtons_haveLetters_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("German") << u"de"_s;
    }

    /// And names without them, for screen readers and robots.
    void mainButtons_haveLetters()
    {
        QFETCH(QString, language);
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/convoy_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&translator);
        Settings settings(m_home.filePath(u"letters.ini"_s));
        MainWindow window(settings);
        window.resize(1400, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QSet<QString> letters;
        const auto take = [&letters](const QString &text) {
            const QString letter = QKeySequence::mnemonic(text).toString();
            const bool isNew = !letter.isEmpty() && !letters.contains(letter);
            letters.insert(letter);
            return isNew;
        };
        int buttons = 0;
        for (QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
            const auto *tool = qobject_cast<const QToolButton *>(button);
            const bool isMain = button->isVisible() && !button->text().isEmpty()
                && (tool ? tool->toolButtonStyle() == Qt::ToolButtonTextBesideIcon : button->inherits("QPushButton"));
            if (!isMain)
                continue;
            ++buttons;
            QVERIFY2(take(button->text()), qPrintable(button->text()));
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(button);
            QVERIFY(!interface->text(QAccessible::Name).contains(u'&'));
        }
        QCOMPARE(buttons, 6); // add files, add folder, retry failed, pause, cancel, convert
        const auto *tabs = window.findChild<QTabBar *>();
        for (int i = 0; i < tabs->count(); ++i)
            QVERIFY2(take(tabs->tabText(i)), qPrintable(tabs->tabText(i)));
    }

    /// Of the menu and of what opens from it, also where that is filled only then.
    void menus_haveLetters()
    {
        Settings settings(m_home.filePath(u"menus.ini"_s));
        MainWindow window(settings);
        window.findChild<QueueModel *>()->append(testRows(1));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        int menus = 0;
        for (QMenu *menu : window.findChildren<QMenu *>()) {
            menu->popup({0, 0});
            QSet<QString> letters;
            for (const QAction *action : menu->actions()) {
                const QString letter = QKeySequence::mnemonic(action->text()).toString();
                const bool hasKey = action->isSeparator() || !action->shortcut().isEmpty();
                QVERIFY2(hasKey || !letter.isEmpty(), qPrintable(action->text()));
                QVERIFY2(letter.isEmpty() || !letters.contains(letter), qPrintable(action->text()));
                letters.insert(letter);
            }
            menus += letters.size() > 2 ? 1 : 0;
            menu->close();
        }
        QCOMPARE(menus, 5); // the menu, profiles, groups, columns, the end
    }

    /// Also after the button's action has changed.
    void letters_press()
    {
        Settings settings(m_home.filePath(u"press.ini"_s));
        MainWindow window(settings);
        window.findChild<QueueModel *>()->append(testRows(1));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (QToolButton *button : window.findChildren<QToolButton *>()) {
            QAction *action = button->defaultAction();
            if (!action || !button->isVisible() || button->toolButtonStyle() != Qt::ToolButtonTextBesideIcon)
                continue;
            action->disconnect();
            action->setEnabled(false);
            action->setEnabled(true);
            QSignalSpy pressed(action, &QAction::triggered);
            QTest::keyClick(&window, Qt::Key(QKeySequence::mnemonic(button->text())[0].key()), Qt::AltModifier);
            QTRY_COMPARE(pressed.size(), 1);
        }
    }

    void whatCannotBeDone_saysWhy()
    {
        Settings settings(m_home.filePath(u"why.ini"_s));
        MainWindow window(settings);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !button->isEnabled() && !button->objectName().startsWith("qt_"_L1))
                QVERIFY2(button->toolTip().contains(u'\n'), qPrintable(button->text()));
        }
        const QPushButton *convert = defaultButton(window);
        QVERIFY(!convert->isEnabled());
        QVERIFY(convert->toolTip().endsWith(u"The list is empty: add files first."_s));
        QVERIFY(QAccessible::queryAccessibleInterface(const_cast<QPushButton *>(convert))
                    ->text(QAccessible::Description)
                    .endsWith(u"The list is empty: add files first."_s));
        window.findChild<QueueModel *>()->append(testRows(1));
        QTRY_VERIFY(convert->isEnabled());
        QVERIFY(!convert->toolTip().contains(u'\n'));
    }

    void preview_saysWhy()
    {
        PreviewPane pane;
        const std::vector<Profile> profiles = testProfiles();
        QueueRow row = testRow(1, "clip.mp4", MediaKind::Video);
        row.info.durationMs = 10000;
        const auto whyNot = [&pane](const QString &text) {
            for (const QToolButton *button : pane.findChildren<QToolButton *>()) {
                if (button->text() == text)
                    return button->isEnabled() ? QString() : button->toolTip().section(u'\n', 1);
            }
            return u"no button"_s;
        };
        pane.present(&row, &profiles[1], 1);
        QCOMPARE(whyNot(u"After"_s), QString());
        QCOMPARE(whyNot(u"Whole"_s), u"The whole file is taken already."_s);
        QCOMPARE(whyNot(u"End here"_s), u"Nothing would be left: go to a later time first."_s);
        pane.present(&row, &profiles[2], 1);
        QCOMPARE(whyNot(u"After"_s), u"What comes of this profile cannot be shown beforehand."_s);
        QCOMPARE(whyNot(u"Compare"_s), whyNot(u"After"_s));
        QCOMPARE(whyNot(u"Before"_s), QString());
        QCOMPARE(whyNot(u"Auto"_s), u"The file's own window is shown already."_s);
    }

    void list_saysWhatIsMissing()
    {
        const ProfileStore profiles(toPath(m_home.filePath(u"profiles"_s)));
        ListDialog dialog(profiles);
        const QPushButton *add = defaultButton(dialog);
        QVERIFY(!add->isEnabled());
        QCOMPARE(add->toolTip(), u"Choose a table or a range, and a profile."_s);
    }

private:
    static const QPushButton *defaultButton(const QWidget &window)
    {
        const QList<QPushButton *> buttons = window.findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(buttons, [](const QPushButton *button) { return button->isDefault(); });
        return found == buttons.end() ? nullptr : *found;
    }

    TemporaryHome m_home;
};

QTEST_MAIN(TestButtons)
#include "tst_buttons.moc"
