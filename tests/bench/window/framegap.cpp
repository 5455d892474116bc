// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <time.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fileCount = 100000;

double threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// The longest time between two rounds of the event loop.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const double cpu = threadCpuMs();
            longestCpuMs = qMax(longestCpuMs, cpu - m_cpu);
            longestWallMs = qMax(longestWallMs, double(m_wall.nsecsElapsed()) / 1e6);
            m_cpu = cpu;
            m_wall.restart();
        });
        start();
    }

    void start()
    {
        longestCpuMs = 0;
        longestWallMs = 0;
        m_cpu = threadCpuMs();
        m_wall.start();
        m_timer.start();
    }

    double longestCpuMs = 0;
    double longestWallMs = 0;

private:
    QTimer m_timer;
    QElapsedTimer m_wall;
    double m_cpu = 0;
};

} // namespace

class TestFrameGap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        for (const char *variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "HOME"})
            qputenv(variable, m_home.path().toUtf8());
        if (!QFile::exists(qEnvironmentVariable("CONVOY_BIN") + u"/convoy-worker"_s))
            QSKIP("convoy-worker is not built");
        QVERIFY(QDir(m_home.path()).mkpath(u"in/a"_s));
        for (int i = 0; i < fileCount; ++i) {
            QFile file(m_home.filePath(u"in/a/%1.txt"_s.arg(i, 6, 10, QChar(u'0'))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("x");
        }
    }

    void hundredThousandFiles_doNotHoldTheWindowUp()
    {
        const QString sound = qEnvironmentVariable("CONVOY_TEST_DATA") + u"/track01.cdda.wav"_s;
        const bool converting = QFile::exists(sound);
        for (int i = 0; converting && i < 8; ++i)
            QVERIFY(QFile::copy(sound, m_home.filePath(u"%1.wav"_s.arg(i))));
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        settings.setOutputFolder(m_home.filePath(u"out"_s));
        MainWindow window(settings);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *model = window.findChild<QueueModel *>();
        if (converting) {
            std::vector<Path> sounds;
            for (int i = 0; i < 8; ++i)
                sounds.push_back(toPath(m_home.filePath(u"%1.wav"_s.arg(i))));
            window.add(sounds);
            QTRY_COMPARE_WITH_TIMEOUT(model->counts().startable(), 8, 20000);
        }
        Heartbeat heart;
        const auto actions = window.actions();
        const auto convert = std::ranges::find(actions, u"Convert"_s, &QAction::text);
        QTRY_VERIFY(!converting || (*convert)->isEnabled()); // a moment after the rows
        (*convert)->trigger();
        window.add({toPath(m_home.filePath(u"in"_s))});
        const int converted = converting ? 8 : 0;
        if (!QTest::qWaitFor(
                [model, converted] {
                    return model->counts()[RowState::Ignored] == fileCount && model->counts().done() == converted;
                },
                60000)) {
            for (int state = 0; state < rowStateCount; ++state)
                qWarning() << rowStateWord(RowState(state)) << model->counts()[RowState(state)];
            for (const RowId id : model->rowsWhere([](RowState state) { return state == RowState::Failed; }))
                qWarning() << model->reason(id);
            QFAIL("not every file was read and converted");
        }
        qInfo() << "longest gap: processor" << heart.longestCpuMs << "ms, wall" << heart.longestWallMs << "ms";
        measureHands(window, heart);
    }

private:
    /// What a person does with the whole list, each until the list has settled.
    static void measureHands(MainWindow &window, Heartbeat &heart)
    {
        auto *view = window.findChild<QTableView *>();
        const auto measure = [&heart](const char *what, const std::function<void()> &act) {
            QTest::qWait(300);
            heart.start();
            act();
            QTest::qWait(1200);
            // The wall time of a busy machine says nothing about the window.
            qInfo("%s: processor %.1f ms, wall %.1f ms", what, heart.longestCpuMs, heart.longestWallMs);
        };
        const auto field = [&window](const QString &name) {
            const QList<QLineEdit *> lines = window.findChildren<QLineEdit *>();
            return *std::ranges::find(lines, name, &QWidget::accessibleName);
        };
        QList<QComboBox *> choices = window.findChildren<QComboBox *>();
        const auto choose = [&choices](const QString &text) {
            for (QComboBox *box : std::as_const(choices)) {
                if (const int place = box->findText(text); place >= 0) {
                    box->setCurrentIndex(place);
                    Q_EMIT box->activated(place);
                }
            }
        };
        measure("selecting everything", [view] { view->selectAll(); });
        measure("filtering by text", [&] { field(u"Search"_s)->setText(u"999"_s); });
        measure("showing all again", [&] { field(u"Search"_s)->clear(); });
        measure("filtering by state", [&] { choose(u"done"_s); });
        measure("showing all states again", [&] { choose(u"all files"_s); });
        view->clearSelection();
        for (int column = 0; column < view->model()->columnCount(); ++column)
            measure(qPrintable(u"sorting by column %1"_s.arg(column)),
                    [&] { view->sortByColumn(column, Qt::DescendingOrder); });
        measure("back to the list's order", [view] { view->sortByColumn(-1, Qt::AscendingOrder); });
        measure("grouping by folder", [&] { choose(u"by folder"_s); });
        measure("grouping by profile", [&] { choose(u"by profile"_s); });
        measure("not grouped", [&] { choose(u"not grouped"_s); });
        const auto trigger = [&window](const QString &text) {
            for (QAction *action : window.actions()) {
                if (action->text().startsWith(text))
                    return action->trigger();
            }
        };
        view->selectAll();
        QTest::qWait(1000); // until the window has looked at so many
        measure("removing everything", [&] { trigger(u"Remove"_s); });
        QCOMPARE(view->model()->rowCount(), 0);
        measure("undoing that", [&] { trigger(u"Undo"_s); });
        measure("redoing it", [&] { trigger(u"Redo"_s); });
        measure("undoing it again", [&] { trigger(u"Undo"_s); });
    }

    // In memory where that can be had: the window is measured, not the disk.
    QTemporaryDir m_home{QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/convoy-XXXXXX"_s
                                                               : QDir::tempPath() + u"/convoy-XXXXXX"_s};
};

QTEST_MAIN(TestFrameGap)
#include "framegap.moc"
