// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryhome.h"
#include "ui/mainwindow.h"
#include "ui/queuefixture.h"
#include "ui/widgets/queueview.h"

#include <QAbstractButton>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QWindow>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

/// Room: what is remembered of it, and whether it is enough.
class TestWindowSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_home.isValid()); }

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

    void columns_holdWhatIsInThem_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("hasKind");
        QTest::newRow("small") << 700 << false;
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
        profiles[0].name = u"Photos to JPEG"_s;
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
        if (!hasKind)
            return;
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

private:
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
