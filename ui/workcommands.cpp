// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workcommands.h"

#include "ui/batchend.h"
#include "ui/dialogs/plandialog.h"
#include "ui/droppedpaths.h"
#include "ui/widgets/allowed.h"
#include "ui/widgets/batchbar.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QActionGroup>

namespace convoy {

WorkCommands::WorkCommands(const Parts &parts, QWidget *window) : QObject(window), m_parts(parts), m_window(window)
{
    const WindowActions &actions = parts.actions;
    BatchController &controller = parts.controller;
    connect(actions.convert, &QAction::triggered, this, &WorkCommands::startBatch);
    connect(actions.pause, &QAction::triggered, &controller, &BatchController::pause);
    connect(actions.resume, &QAction::triggered, &controller, &BatchController::resume);
    connect(actions.cancel, &QAction::triggered, &controller, qOverload<>(&BatchController::cancel));
    connect(actions.retryFailed, &QAction::triggered, &controller, &BatchController::retryFailed);
    connect(actions.plan, &QAction::triggered, this,
            [this] { m_parts.controller.showPlan(typedFolder(m_parts.bottom.outputFolder())); });
    connect(&controller, &BatchController::planned, this, &WorkCommands::showPlan);
    connect(actions.report, &QAction::triggered, &parts.end, &BatchEnd::openReport);
    connect(actions.whenDone, &QActionGroup::triggered, this,
            [this](const QAction *action) { chooseEnd(action->data().toInt()); });
}

void WorkCommands::enableActions()
{
    const RowCounts &counts = m_parts.model.counts();
    const bool busy = m_parts.controller.isBusy();
    const bool paused = busy && m_parts.controller.isPaused();
    WindowActions &actions = m_parts.actions;
    const QString nothingWaits = m_parts.model.rowCount() == 0 ? tr("The list is empty: add files first.")
                                                               : tr("No file in the list waits to be converted.");
    const QString nothingRuns = tr("Nothing is being converted.");
    setAllowed(*actions.convert, m_parts.controller.canConvert(), nothingWaits);
    setAllowed(*actions.plan, counts.startable() > 0, nothingWaits);
    setAllowed(*actions.pause, busy && !paused, nothingRuns);
    setAllowed(*actions.resume, paused, nothingRuns);
    setAllowed(*actions.cancel, busy, nothingRuns);
    setAllowed(*actions.retryFailed, counts.failed() > 0, tr("Nothing has failed."));
    setAllowed(*actions.report, m_parts.end.hasReport(), tr("Nothing has been converted yet."));
}

void WorkCommands::startBatch()
{
    m_parts.view.setFocus(); // what is being typed in a form counts
    if (m_parts.settings.isShowingPlan() && m_parts.model.counts().startable() > 0)
        m_parts.actions.plan->trigger();
    else
        convert();
}

void WorkCommands::convert()
{
    m_parts.controller.convert(typedFolder(m_parts.bottom.outputFolder()));
}

void WorkCommands::showPlan(const std::shared_ptr<CheckedPlan> &plan)
{
    auto *dialog = new PlanDialog(plan, m_window);
    connect(dialog, &QDialog::accepted, this, &WorkCommands::convert);
    dialog->open();
}

void WorkCommands::chooseEnd(int what)
{
    m_parts.end.setWhenDone(WhenDone(what));
    if (what != int(WhenDone::Nothing))
        Q_EMIT said(tr("When everything has ended: %1, after a minute in which it can be stopped.")
                        .arg(m_parts.actions.whenDone->actions().value(what)->iconText()));
}

} // namespace convoy
