// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/processmeter.h"
#include "ui/desktop/theme.h"
#include "ui/dialogs/plandialog.h"
#include "ui/models/failure.h"
#include "ui/models/planrows.h"
#include "ui/queuefixture.h"
#include "ui/widgets/batchbar.h"
#include "ui/widgets/detailspane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/logpane.h"
#include "ui/widgets/pathfield.h"
#include "ui/widgets/timeline.h"

#include <QAction>
#include <QDateTime>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

/// What stands around the list.
class TestPanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeline_showsWhoWorkedWhen()
    {
        Timeline timeline;
        timeline.setPalette(lightPalette());
        timeline.setLanes(2);
        timeline.resize(28 + 400 + 10, 8 + 2 * 16); // ten milliseconds a pixel
        timeline.update(job(1, 0, 0, 1, JobState::Done));
        timeline.update(job(2, 1, 0, 4, JobState::Done));
        timeline.update(job(3, 0, 3000, 1, JobState::Failed));
        const auto shown = [&timeline](int ms, int lane) {
            return timeline.grab().toImage().pixelColor(28 + ms / 10, 12 + lane * 16);
        };
        const QColor done = stateColor(RowState::Done, lightPalette());
        const QColor failed = stateColor(RowState::Failed, lightPalette());
        QCOMPARE(shown(900, 0), done);
        QCOMPARE(shown(2000, 1), done);
        QCOMPARE(shown(3900, 0), failed);
        for (const QColor &state : {done, failed})
            QVERIFY(shown(2000, 0) != state);                  // nobody worked there
        timeline.update(job(3, 0, 3000, 1, JobState::Failed)); // told once more: no other bar
        QCOMPARE(timeline.accessibleDescription(), u"3 job(s) so far"_s);
        timeline.clear();
        QVERIFY(shown(900, 0) != done);
        timeline.update(job(1, 0, 0, 1, JobState::Done)); // of the picture before
        QVERIFY(shown(900, 0) != done);
    }

    /// Changes are told by the job's number: the one that began first may come second, and have ended meanwhile.
    void timeline_showsWhatBeganBeforeTheFirstThatWasTold()
    {
        Timeline timeline;
        timeline.setPalette(lightPalette());
        timeline.setLanes(2);
        timeline.resize(438, 8 + 2 * 16);
        timeline.update(job(1, 0, 2000, 2, JobState::Done));
        timeline.update(job(2, 1, 0, 1, JobState::Done));
        QCOMPARE(timeline.grab().toImage().pixelColor(28 + 50, 12 + 16), stateColor(RowState::Done, lightPalette()));
    }

    /// However many wait for their outputs to be brought to their names, or are held: a lane is a slot.
    void timeline_hasALaneForEachSlot()
    {
        Timeline timeline;
        timeline.setPalette(lightPalette());
        timeline.setLanes(2);
        timeline.resize(438, 8 + 2 * 16); // ten milliseconds a pixel
        timeline.update(job(1, 0, 0, 0, JobState::Running));
        timeline.update(job(2, 1, 0, 0, JobState::Running));
        timeline.update(job(3, 0, 2000, 0, JobState::Running)); // while the first is not done yet
        timeline.update(job(4, 2, 3000, 0, JobState::Running)); // the one more
        timeline.update(job(1, 0, 0, 4, JobState::Done));
        timeline.update(job(2, 1, 0, 4, JobState::Done));
        timeline.update(job(3, 0, 2000, 2, JobState::Failed));
        timeline.update(job(4, 2, 3000, 1, JobState::Failed));
        QCOMPARE(timeline.sizeHint().height(), 8 + 2 * 16);
        const QImage shown = timeline.grab().toImage();
        const QColor done = stateColor(RowState::Done, lightPalette()),
                     failed = stateColor(RowState::Failed, lightPalette());
        QCOMPARE(shown.pixelColor(28 + 100, 12), done);
        QCOMPARE(shown.pixelColor(28 + 300, 12), failed);
        QCOMPARE(shown.pixelColor(28 + 200, 12 + 16), done);
        QCOMPARE(shown.pixelColor(28 + 380, 12 + 16), failed);
    }

    void timeline_grows()
    {
        Timeline timeline;
        timeline.setPalette(lightPalette());
        timeline.resize(438, 24);
        Job running = job(1, 0, 0, 0, JobState::Running);
        timeline.update(running);
        const QColor blue = stateColor(RowState::Running, lightPalette());
        QCOMPARE(timeline.grab().toImage().pixelColor(400, 12), blue); // up to now
        running.status.state = JobState::Paused;
        timeline.update(running);
        QCOMPARE(timeline.grab().toImage().pixelColor(400, 12), stateColor(RowState::Paused, lightPalette()));
    }

    void emptyList_invites()
    {
        QWidget room; // a window of its own would not become smaller than what it shows
        EmptyState state(&room);
        state.setExamples({{"video"_L1, u"Videos"_s, u"For any player."_s},
                           {"image"_L1, u"Photos"_s, u"For the web."_s},
                           {"audio"_L1, u"Music"_s, u"Without loss."_s}});
        state.setRecentFolders({u"/home/me/one"_s, u"/home/me/two"_s, u"/home/me/three"_s, u"/home/me/four"_s});
        QStringList texts;
        for (const QLabel *label : state.findChildren<QLabel *>())
            texts << label->text();
        for (const QString &text :
             {u"Drop videos, photos, DICOM or music here"_s, u"Videos"_s, u"Photos"_s, u"Music"_s, u"For the web."_s})
            QVERIFY2(texts.contains(text), qPrintable(text));
        const QList<QToolButton *> folders = state.findChildren<QToolButton *>();
        QCOMPARE(folders.size(), 3);
        QCOMPARE(folders.first()->text(), u"one"_s);
        state.resize(380, 240); // nothing lies on anything else
        room.resize(900, 800);
        room.show();
        QVERIFY(QTest::qWaitForWindowExposed(&room));
        QRect above;
        for (const QWidget *part : state.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (part->isHidden())
                continue;
            QVERIFY(!part->geometry().intersects(above) && state.rect().contains(part->geometry()));
            QVERIFY(part->height() >= part->heightForWidth(part->width()));
            above = part->geometry();
        }
        // What has no room goes, and only that.
        QLabel *title = nullptr, *hint = nullptr, *example = nullptr;
        for (QLabel *label : state.findChildren<QLabel *>()) {
            title = label->text().startsWith("Drop "_L1) ? label : title;
            hint = label->text().startsWith("Files and whole folders"_L1) ? label : hint;
            example = label->text() == "Videos"_L1 ? label : example;
        }
        QVERIFY(title && hint && example);
        state.resize(800, 700);
        QVERIFY(example->isVisible());
        for (int height = 700; height > 0 && example->isVisible(); height -= 10)
            state.resize(800, height);
        QVERIFY(!example->isVisible() && title->isVisible());
        QVERIFY2(hint->isVisible(), qPrintable(QString::number(state.height())));
        state.resize(600, 700);
        QVERIFY(folders.first()->isVisible());
        QSignalSpy chosen(&state, &EmptyState::folderChosen);
        folders.last()->click();
        QCOMPARE(chosen.last().first().toString(), u"/home/me/three"_s);
    }

    void details_sayWhatFailedWhereAndWhatToDo()
    {
        QueueRow row = testRow(1, "a.png");
        row.job = 5;
        row.status.state = JobState::Failed;
        row.status.attempts = 1;
        row.status.error = Error{ErrorKind::ToolFailed, u"It ended with status 3."_s, u"exit <3>"_s};
        row.status.toolOutput = "no such <codec>";
        DetailsPane pane;
        pane.present(&row, nullptr, 1);
        const QString text = pane.toPlainText();
        for (const QString &part : {u"a.png"_s, u"It ended with status 3."_s, u"exit <3>"_s, u"no such <codec>"_s,
                                    failureStage(ErrorKind::ToolFailed), likelyFix(ErrorKind::ToolFailed)})
            QVERIFY2(text.contains(part), qPrintable(part + u" is not in: "_s + text));
        pane.present(nullptr, nullptr, 2);
        QVERIFY(pane.toPlainText().contains(u"2 file(s) are selected"_s));
    }

    void everyFailure_hasAFixAndAStage()
    {
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
            QVERIFY2(!likelyFix(ErrorKind(kind)).isEmpty(), qPrintable(QString::number(kind)));
            QVERIFY(!failureStage(ErrorKind(kind)).isEmpty());
            QVERIFY(!failureLabel(ErrorKind(kind), 2).isEmpty());
        }
    }

    /// As soon as a profile has been used, a plan says how long it will take.
    void plan_saysHowLong()
    {
        auto settings = std::make_shared<ConversionSettings>();
        settings->profileId = u"photo"_s;
        auto plan = std::make_shared<CheckedPlan>();
        for (int i = 0; i < 6; ++i) {
            JobPlan one{.input = testRow(RowId(i + 1), "a.png").input, .settings = settings};
            one.info.cpuSeconds = 60;
            plan->plans.push_back(one);
        }
        RateEstimate rates;
        QCOMPARE(expectedTime(plan->plans, 2, rates).highSeconds, 0);
        for (int i = 0; i < 20; ++i)
            rates.learn(u"photo"_s, 60, 60);
        plan->time = expectedTime(plan->plans, 2, rates);
        QVERIFY(plan->time.lowSeconds > 120 && plan->time.lowSeconds <= 181);
        QVERIFY(plan->time.highSeconds >= 179 && plan->time.highSeconds < 300);
        plan->plans.back().refusal = Error{ErrorKind::DamagedInput, u"Damaged."_s, {}};
        QVERIFY(expectedTime(plan->plans, 2, rates).highSeconds < plan->time.highSeconds);
        const auto says = [&plan](const QString &text) {
            PlanDialog *dialog = new PlanDialog(plan);
            const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
            const bool isSaid = std::ranges::any_of(labels,
                                                    [&](const QLabel *label) { return label->text().contains(text); });
            delete dialog;
            return isSaid;
        };
        plan->time = {.lowSeconds = 70, .highSeconds = 130};
        QVERIFY(says(u"That takes 1 to 3 minutes."_s));
        plan->time = {};
        QVERIFY(!says(u"That takes"_s));
    }

    void bar_saysHowFarItIs()
    {
        QAction plan, convert, pause, resume, cancel, retry;
        QWidget list;
        BatchBar bar({&plan, &convert, &pause, &resume, &cancel, &retry}, list);
        const auto *shown = bar.findChild<QProgressBar *>();
        const auto says = [&bar](const QString &text) {
            const QList<QLabel *> labels = bar.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == text; });
        };
        bar.present({.fraction = 0.42, .remaining = {245, 290}}, {}, true, false);
        QCOMPARE(shown->value() * 100 / shown->maximum(), 42);
        QVERIFY(says(u"42 %, 4 to 5 min left"_s));
        bar.present({.fraction = 0.42, .remaining = {245, 290}}, {}, true, true);
        QVERIFY(says(u"42 %, paused"_s));
        RowCounts counts;
        counts.byState[size_t(RowState::Running)] = 1;
        bar.present({.fraction = 0.01}, counts, true, false);
        QVERIFY(says(u"1 %, time left not known yet"_s));
        counts.byState = {};
        bar.present({.fraction = 1}, counts, true, false); // what is left waits for its name only
        QVERIFY(says(u"100 %"_s));
        counts.byState[size_t(RowState::Done)] = 1;
        counts.byState[size_t(RowState::Cancelled)] = 3;
        bar.present({.fraction = 1}, counts, false, false);
        QCOMPARE(shown->value() * 100 / shown->maximum(), 25);
        bar.present({}, {}, false, false);
        QCOMPARE(shown->value(), 0);
    }

    /// Whoever holds the work with the space bar and presses it once more goes on, and does not cancel.
    void bar_keepsTheFocusFromCancel()
    {
        QAction plan, convert, pause(u"Pause"_s), resume(u"Resume"_s), cancel(u"Cancel"_s), retry;
        QWidget window;
        QLineEdit list(&window);
        BatchBar bar({&plan, &convert, &pause, &resume, &cancel, &retry}, list, &window);
        const auto is = [&](bool busy, bool paused) {
            pause.setEnabled(busy && !paused);
            resume.setEnabled(paused);
            cancel.setEnabled(busy);
            bar.present({}, {}, busy, paused);
        };
        is(true, false);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QList<QPushButton *> buttons = bar.findChildren<QPushButton *>();
        const auto button = [&](const QAction &action) {
            return *std::ranges::find(buttons, action.text(), &QPushButton::text);
        };
        button(pause)->setFocus();
        is(true, true);
        QCOMPARE(window.focusWidget(), button(resume));
        is(true, false);
        QCOMPARE(window.focusWidget(), button(pause));
        is(false, false);
        QCOMPARE(window.focusWidget(), &list);
    }

    /// A folder that is dropped on a field for one is the value of it; anything else is for the window.
    void folder_isDroppedOnItsField()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"a.txt"_s);
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        QWidget window, list;
        QAction action;
        BatchBar bar({&action, &action, &action, &action, &action, &action}, list, &window);
        QSignalSpy edited(&bar, &BatchBar::outputFolderEdited);
        auto *field = bar.findChild<PathField *>();
        const auto drop = [field](const QString &path) {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(path)});
            QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
            enter.ignore();
            QCoreApplication::sendEvent(field, &enter);
            QDropEvent dropped({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
            if (enter.isAccepted())
                QCoreApplication::sendEvent(field, &dropped);
            return enter.isAccepted();
        };
        QVERIFY(!drop(file));
        QVERIFY(edited.isEmpty());
        QVERIFY(drop(folder.path()));
        QCOMPARE(edited.size(), 1);
        QCOMPARE(bar.outputFolder(), folder.path());
    }

    /// What is written in it turns no line about.
    void log_isWrittenInOneDirection()
    {
        LogPane log;
        log.say(u"תמונה.jpg: started"_s);
        QCOMPARE(log.document()->firstBlock().textDirection(), Qt::LeftToRight);
    }

    /// Also where there is no file, or the same file many times.
    void log_namesWhatWasDone()
    {
        Job done = job(1, 0, 0, 2.5, JobState::Done);
        Job fromList = job(2, 0, 0, 90, JobState::Done);
        fromList.plan.input.path = {};
        fromList.plan.info = withRow({}, {{u"name"_s, u"Sunday"_s}});
        Job numbered = job(3, 0, 0, 1, JobState::Running);
        numbered.plan.input.path = {};
        numbered.plan.outputStem = "plots/plot 007";
        Job track = job(4, 0, 0, 1, JobState::Running);
        track.plan.outputStem = "01 Prelude";
        track.plan.settings = std::make_shared<const ConversionSettings>(
            ConversionSettings{.options = OptionValues({{u"cut_end"_s, 44100}})});
        LogPane log;
        log.update({&done, &fromList, &numbered, &track});
        QStringList lines = log.toPlainText().split(u'\n');
        for (QString &line : lines)
            line = line.mid(10); // without the time
        QCOMPARE(lines,
                 (QStringList{u"a: done in 2.50 s, 0 bytes → 0 bytes"_s, u"Sunday: done in 1:30, 0 bytes"_s,
                              u"plot 007: started"_s, u"01 Prelude: started"_s}));
    }

    /// What it measures of this program, which burns one core.
    void meter_measures()
    {
        ProcessMeter meter;
        QSignalSpy measured(&meter, &ProcessMeter::measured);
        ProcessUsage last;
        connect(&meter, &ProcessMeter::measured, this, [&last](const ProcessUsage &usage) { last = usage; });
        meter.setActive(true);
        QElapsedTimer clock;
        clock.start();
        while (measured.size() < 3 && clock.elapsed() < 10000)
            QCoreApplication::processEvents();
        QVERIFY2(last.cores > 0.2 && last.cores < 8, qPrintable(QString::number(last.cores)));
        QVERIFY(last.bytes > 100'000 && last.bytes < 4'000'000'000);
    }

private:
    /// Begun so long after the first one, and worked on so long.
    Job job(JobId id, int slot, qint64 startMs, double seconds, JobState state) const
    {
        Job made;
        made.id = id;
        made.plan.input.path = toPath(QByteArray("/in/a"));
        made.status.state = state;
        made.status.slot = slot;
        made.status.startedMs = m_begin + startMs;
        made.status.seconds = seconds;
        return made;
    }

    const qint64 m_begin = QDateTime::currentMSecsSinceEpoch() - 60000;
};

QTEST_MAIN(TestPanes)
#include "tst_panes.moc"
