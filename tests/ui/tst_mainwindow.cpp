// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/droppedpaths.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        for (const char *variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "HOME"})
            qputenv(variable, m_home.path().toUtf8());
    }

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

    void palettes_areReadable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
    }

    /// WCAG 2 AA: 4.5 to 1 for text.
    void palettes_areReadable()
    {
        QFETCH(QPalette, palette);
        const auto luminance = [](const QColor &color) {
            const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
            return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
        };
        const auto contrast = [&](const QColor &a, const QColor &b) {
            const double first = luminance(a), second = luminance(b);
            return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
        };
        const QColor base = palette.color(QPalette::Base), window = palette.color(QPalette::Window);
        QVERIFY(contrast(palette.color(QPalette::Text), base) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::WindowText), window) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), window) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        for (int state = 0; state < rowStateCount; ++state) {
            const QColor color = stateColor(RowState(state), palette);
            QVERIFY2(contrast(color, base) >= 4.5, qPrintable(rowStateWord(RowState(state))));
            QVERIFY2(contrast(color, palette.color(QPalette::AlternateBase)) >= 4.5,
                     qPrintable(rowStateWord(RowState(state))));
        }
        QVERIFY(palette.color(QPalette::Disabled, QPalette::Text) != palette.color(QPalette::Active, QPalette::Text));
    }

private:
    QTemporaryDir m_home;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
