// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryhome.h"
#include "ui/desktop/windowstyle.h"
#include "ui/mainwindow.h"
#include "ui/models/queueeditor.h"
#include "ui/preview/previewpane.h"
#include "ui/preview/trimcontrols.h"
#include "ui/queuefixture.h"
#include "ui/widgets/queueview.h"
#include "ui/widgets/timeline.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QWindow>

#include <algorithm>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

/// Room: what is remembered of it, and whether it is enough.
class TestWindowSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QApplication::setStyle(new WindowStyle); // with which buttons are as wide as they are for people
    }

    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void columns_areAsAPersonLeftThem_data()
    {
        QTest::addColumn<bool>("resized");
        QTest::addColumn<bool>("moved");
        QTest::newRow("wider") << true << false;
        QTest::newRow("elsewhere") << false << true;
        QTest::newRow("both") << true << true;
    }

    void columns_areAsAPersonLeftThem()
    {
        QFETCH(bool, resized);
        QFETCH(bool, moved);
        QueueModel model;
        QueueView view(model);
        model.setProfiles(testProfiles());
        model.append(testRows(3));
        show(view);
        QVERIFY(view.saveColumns().isEmpty()); // they follow the window
        const int before = view.columnWidth(QueueModel::NameColumn);
        const QHeaderView &header = *view.horizontalHeader();
        if (resized)
            drag(view, header.sectionViewportPosition(QueueModel::NameColumn) + before - 1, 60);
        if (moved)
            drag(view, header.sectionViewportPosition(QueueModel::ProfileColumn) + 30,
                 -header.sectionViewportPosition(QueueModel::ProfileColumn) - 20);
        QCOMPARE(view.columnWidth(QueueModel::NameColumn), before + (resized ? 60 : 0));
        QCOMPARE(header.visualIndex(QueueModel::ProfileColumn) == 0, moved);
        QueueView next(model);
        show(next);
        next.restoreColumns(view.saveColumns());
        QCOMPARE(next.columnWidth(QueueModel::NameColumn), before + (resized ? 60 : 0));
        QCOMPARE(next.horizontalHeader()->visualIndex(QueueModel::ProfileColumn) == 0, moved);
        next.resize(700, 300); // theirs, not the window's
        QCOMPARE(next.columnWidth(QueueModel::NameColumn), before + (resized ? 60 : 0));
    }

    /// They still follow the window, and are back at the next start.
    void columns_areThoseThatWereChosen()
    {
        QueueModel model;
        QueueView view(model);
        model.setProfiles(testProfiles());
        model.append(testRows(3));
        view.resize(700, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.isColumnHidden(QueueModel::KindColumn));
        QVERIFY(!view.isColumnHidden(QueueModel::ProfileColumn));
        QVERIFY(view.saveShownColumns().isEmpty());
        choose(view, u"Kind"_s);
        choose(view, u"Profile"_s);
        QueueView next(model);
        show(next);
        next.restoreShownColumns(view.saveShownColumns());
        for (QueueView *one : {&view, &next}) {
            QVERIFY(!one->isColumnHidden(QueueModel::KindColumn));
            QVERIFY(one->isColumnHidden(QueueModel::ProfileColumn));
            QVERIFY(one->isColumnHidden(QueueModel::ResultColumn));
        }
        QTRY_COMPARE(view.horizontalScrollBar()->maximum(), 0);
        const int wide = view.columnWidth(QueueModel::NameColumn);
        view.resize(450, 300);
        QTRY_VERIFY(view.columnWidth(QueueModel::NameColumn) < wide);
        QTRY_COMPARE(view.horizontalScrollBar()->maximum(), 0);
        QVERIFY(!view.isColumnHidden(QueueModel::KindColumn));
        QVERIFY(view.isColumnHidden(QueueModel::ProfileColumn));
        choose(next, u"As many as there is room for"_s);
        QVERIFY(next.saveShownColumns().isEmpty());
        QVERIFY(!next.isColumnHidden(QueueModel::ProfileColumn));
    }

    void columns_areBackAtTheNextStart()
    {
        Settings settings(m_home.filePath(u"columns.ini"_s));
        for (const bool again : {false, true}) {
            MainWindow window(settings);
            window.findChild<QueueModel *>()->append(testRows(3));
            window.resize(1600, 700);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            auto *view = window.findChild<QueueView *>();
            QCOMPARE(view->isColumnHidden(QueueModel::DetailsColumn), again);
            if (!again)
                choose(*view, u"Size"_s);
            window.close();
        }
    }

    /// Where a person has set the widths, they stay.
    void columns_comeBesideWidthsThatWereSet()
    {
        QueueModel model;
        QueueView view(model);
        model.setProfiles(testProfiles());
        model.append(testRows(3));
        show(view);
        const int name = view.columnWidth(QueueModel::NameColumn);
        drag(view, view.horizontalHeader()->sectionViewportPosition(QueueModel::NameColumn) + name - 1, 60);
        choose(view, u"Profile"_s);
        QVERIFY(view.isColumnHidden(QueueModel::ProfileColumn));
        QCOMPARE(view.columnWidth(QueueModel::NameColumn), name + 60);
        choose(view, u"As many as there is room for"_s);
        QVERIFY(!view.isColumnHidden(QueueModel::ProfileColumn));
        QVERIFY(view.saveColumns().isEmpty());
    }

    /// What has not come out yet needs no room where the name of an output would be cut for it.
    void columns_emptyOneGoesBeforeAnythingIsCut()
    {
        QueueModel model;
        QueueView view(model);
        model.setProfiles(testProfiles());
        std::vector<QueueRow> rows = testRows(4);
        for (QueueRow &row : rows) {
            row.piece = Piece{.stem = "01 The name of a track"};
            row.info.summary = u"0:46 of 44.1 kHz stereo 3:10"_s;
        }
        model.append(std::move(rows));
        view.resize(864, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.isColumnHidden(QueueModel::ResultColumn));
        for (const QueueColumn column : {QueueModel::NameColumn, QueueModel::DetailsColumn, QueueModel::OutputColumn}) {
            const QString text = model.index(0, column).data().toString();
            QVERIFY2(view.columnWidth(column) >= view.fontMetrics().horizontalAdvance(text) + 12, qPrintable(text));
        }
    }

    void columns_holdWhatIsInThem_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("hasKind");
        QTest::newRow("small") << 700 << false;
        QTest::newRow("beside the panel of a new window") << 864 << false;
        QTest::newRow("large") << 1500 << true;
    }

    /// No text but one that is far longer than the others is cut; the kind, which the picture tells, goes before that.
    void columns_holdWhatIsInThem()
    {
        QFETCH(int, width);
        QFETCH(bool, hasKind);
        QueueModel model;
        QueueView view(model);
        std::vector<Profile> profiles = testProfiles();
        profiles[0].name = width > 800 ? u"Video to Theora in Matroska"_s : u"Photos to JPEG"_s;
        model.setProfiles(profiles);
        std::vector<QueueRow> rows = testRows(20);
        rows[3].input.path = toPath("/in/" + QByteArray(200, 'x') + ".png");
        model.append(std::move(rows));
        view.resize(width, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.isColumnHidden(QueueModel::KindColumn), !hasKind);
        for (int column = 0; column < QueueModel::ColumnCount; ++column) {
            if (view.isColumnHidden(column))
                continue;
            const QModelIndex cell = view.model()->index(10, column);
            const int needed = view.fontMetrics().horizontalAdvance(cell.data().toString());
            QVERIFY2(view.columnWidth(column) >= needed + 6, qPrintable(cell.data().toString()));
        }
        if (width < 800)
            return;
        // Where there is more room than all need, one that is longer than most has it too.
        profiles[2].name = u"A tool with a name that is longer than most"_s;
        model.setProfiles(profiles);
        QueueEditor editor(model);
        editor.setProfile({3}, u"tool"_s);
        const QString tool = view.model()->index(2, QueueModel::ProfileColumn).data().toString();
        QCOMPARE(tool, profiles[2].name);
        if (width > 1000)
            QTRY_VERIFY(view.columnWidth(QueueModel::ProfileColumn) >= view.fontMetrics().horizontalAdvance(tool) + 6);
        // What is read of a file later has room as well.
        const QString summary = u"2000×2000 14 bit, 10 frames"_s;
        MediaInfo info = model.at(0).info;
        info.summary = summary;
        std::vector<ProbedFile> probed;
        for (RowId id = 1; id <= 20; ++id)
            probed.push_back({.id = id, .info = info});
        model.setProbed({probed.begin(), probed.end()});
        const QString details = view.model()->index(10, QueueModel::DetailsColumn).data().toString();
        QVERIFY(details.startsWith(summary));
        QTRY_VERIFY(view.columnWidth(QueueModel::DetailsColumn) >= view.fontMetrics().horizontalAdvance(details) + 6);
    }

    void smallWindow_cutsNoText_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<bool>("files");
        QTest::addColumn<QString>("language");
        QTest::newRow("empty") << Qt::LeftToRight << false << u"en"_s;
        QTest::newRow("files") << Qt::LeftToRight << true << u"en"_s;
        QTest::newRow("right to left") << Qt::RightToLeft << true << u"en"_s;
        QTest::newRow("German") << Qt::LeftToRight << true << u"de"_s;
    }

    /// 900 by 600 is enough for every word on a button or a label.
    void smallWindow_cutsNoText()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(bool, files);
        QFETCH(QString, language);
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/convoy_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&translator);
        QGuiApplication::setLayoutDirection(direction);
        Settings settings(m_home.filePath(u"small.ini"_s));
        MainWindow window(settings);
        QVERIFY2(window.minimumSizeHint().width() <= 900 && window.minimumSizeHint().height() <= 600,
                 qPrintable(u"%1 by %2"_s.arg(window.minimumSizeHint().width()).arg(window.minimumSizeHint().height())));
        if (files) {
            QFile file(m_home.filePath(u"a.txt"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            window.add({toPath(file.fileName().toUtf8())});
        }
        window.resize(900, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(window.size(), QSize(900, 600));
        const auto *preview = window.findChild<PreviewPane *>(); // its picture takes what room there is
        QCOMPARE(preview->height(), preview->parentWidget()->height());
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            const bool isButton = qobject_cast<const QPushButton *>(widget) || qobject_cast<const QToolButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (!widget->isVisible() || !(isButton || (label && !label->wordWrap()))
                || widget->objectName().startsWith("qt_"_L1))
                continue;
            const QString text = label ? label->text() : static_cast<const QAbstractButton *>(widget)->text();
            if (text.isEmpty())
                continue;
            QVERIFY2(
                widget->width() >= widget->minimumSizeHint().width(),
                qPrintable(u"“%1” has %2 of %3"_s.arg(text).arg(widget->width()).arg(widget->minimumSizeHint().width())));
            const QRect place(widget->mapTo(&window, QPoint()), widget->size());
            QVERIFY2(window.rect().contains(place), qPrintable(text));
        }
    }

    void largeTexts_leaveConvertInTheWindow_data()
    {
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<double>("fontScale");
        QTest::addColumn<QString>("language");
        // Less the bar of the title and one of the desktop.
        QTest::newRow("a netbook") << QSize(1024, 600 - 64) << 1.0 << u"en"_s;
        QTest::newRow("200 percent on 1366 by 768") << QSize(683, 384 - 32) << 1.0 << u"en"_s;
        QTest::newRow("large font on 1366 by 768") << QSize(1366, 768 - 64) << 2.0 << u"en"_s;
        QTest::newRow("large font, German") << QSize(1366, 768 - 64) << 2.0 << u"de"_s;
    }

    /// Whatever is shown besides, the window does not become larger than its screen.
    void largeTexts_leaveConvertInTheWindow()
    {
        QFETCH(QSize, screen);
        QFETCH(double, fontScale);
        QFETCH(QString, language);
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/convoy_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&translator);
        const QFont usual = QApplication::font();
        const auto back = qScopeGuard([usual] { QApplication::setFont(usual); });
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * fontScale);
        QApplication::setFont(font);
        Settings settings(m_home.filePath(u"large.ini"_s));
        MainWindow window(settings);
        window.resize(screen);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *model = window.findChild<QueueModel *>();
        QueueRow video = testRow(1, "a.mp4", MediaKind::Video);
        video.info.durationMs = 90000;
        video.profileId = u"video-theora-mkv"_s;
        std::vector<QueueRow> rows{video};
        model->append(std::move(rows));
        window.findChild<QueueView *>()->selectRows({1});
        window.findChild<Timeline *>()->setLanes(16);
        window.findChild<Timeline *>()->show();
        QTRY_VERIFY(window.findChild<TrimControls *>()->isVisible());
        const auto *preview = window.findChild<PreviewPane *>();
        QTRY_VERIFY(preview->parentWidget()->width() >= preview->minimumSizeHint().width()); // nothing is cut sideways
        const QSize least = window.minimumSizeHint();
        QVERIFY2(least.width() <= screen.width() && least.height() <= screen.height(),
                 qPrintable(u"%1 by %2"_s.arg(least.width()).arg(least.height())));
        QTRY_COMPARE(window.size(), screen);
        QPushButton *convert = nullptr;
        for (QPushButton *button : window.findChildren<QPushButton *>())
            convert = button->font().bold() ? button : convert;
        QVERIFY(convert && convert->width() >= convert->minimumSizeHint().width());
        QVERIFY(window.rect().contains(QRect(convert->mapTo(&window, QPoint()), convert->size())));
        if (const QString folder = qEnvironmentVariable("CONVOY_PICTURES"); !folder.isEmpty())
            window.grab().save(u"%1/%2.png"_s.arg(folder, QLatin1StringView(QTest::currentDataTag())));
    }

private:
    /// In the menu that comes by a right click on the header.
    static void choose(QueueView &view, const QString &text)
    {
        QWidget &header = *view.horizontalHeader()->viewport();
        QContextMenuEvent event(QContextMenuEvent::Mouse, header.rect().center(),
                                header.mapToGlobal(header.rect().center()));
        QApplication::sendEvent(&header, &event);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        const QList<QAction *> actions = menu->actions();
        const auto found = std::ranges::find(actions, text, &QAction::iconText); // no letter in it
        QVERIFY2(found != actions.end(), qPrintable(text));
        (*found)->trigger();
        menu->close();
    }

    static void show(QueueView &view)
    {
        view.resize(1200, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }

    /// On the heading, from `x` by so much, with the mouse of the window system.
    static void drag(QueueView &view, int x, int by)
    {
        const QPoint from = view.horizontalHeader()->viewport()->mapTo(&view,
                                                                       QPoint(x, view.horizontalHeader()->height() / 2));
        QWindow *window = view.windowHandle();
        QTest::mouseMove(window, from);
        QTest::mousePress(window, Qt::LeftButton, {}, from);
        for (int part = 1; part <= 4; ++part)
            QTest::mouseMove(window, from + QPoint(by * part / 4, 0));
        QTest::mouseRelease(window, Qt::LeftButton, {}, from + QPoint(by, 0));
    }

    TemporaryHome m_home;
};

QTEST_MAIN(TestWindowSizes)
#include "tst_windowsizes.moc"
