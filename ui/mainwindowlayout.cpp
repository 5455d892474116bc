// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/batchend.h"
#include "ui/listcommands.h"
#include "ui/profileactions.h"
#include "ui/widgets/batchbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/profilecombo.h"
#include "ui/widgets/queueview.h"
#include "ui/widgets/sidepanel.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/topbar.h"
#include "ui/windowactions.h"
#include "ui/windowmessages.h"
#include "ui/workcommands.h"
#include "ui/workstatus.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

/// What stands where in the window, and how it comes back at the next start.
namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int titleBarHeight = 32; // of the desktop, about

} // namespace

void MainWindow::makeWidgets()
{
    const WindowActions &a = *m_actions;
    m_profileActions = new ProfileActions(
        m_controller.profiles(), m_model, m_editor, [this] { return m_side->targets(); }, this);
    m_top = new TopBar({a.addFiles, a.addFolder, a.remove, a.clearFinished, m_actions->makeMenu(m_profileActions)});
    m_view = new QueueView(m_model);
    m_side = new SidePanel(m_model, m_editor, m_controller.profiles());
    m_timeline = new Timeline;
    m_bottom = new BatchBar({a.plan, a.convert, a.pause, a.resume, a.cancel, a.retryFailed}, *m_view);
    m_watching = new QLabel;
    m_watching->setForegroundRole(QPalette::PlaceholderText);
    m_watching->setContentsMargins(8, 0, 8, 0);
    m_watching->hide();
    statusBar()->addPermanentWidget(m_watching);
    auto *rates = new QLabel;
    rates->setForegroundRole(QPalette::PlaceholderText);
    rates->setContentsMargins(8, 0, 8, 0);
    rates->setMinimumWidth(1); // may be cut: no reason for a wider window
    statusBar()->addPermanentWidget(rates);
    m_counts = new QLabel;
    m_counts->setContentsMargins(8, 0, 8, 0);
    statusBar()->addPermanentWidget(m_counts);
    statusBar()->setSizeGripEnabled(false);
    m_list = new ListCommands({m_model, m_editor, m_controller, m_settings, *m_actions, *m_top, *m_view, *m_side}, this);
    m_work = new WorkStatus(*m_timeline, m_side->log(), *rates, this);
    m_end = new BatchEnd(m_model, m_controller, m_settings, *this);
    m_commands = new WorkCommands({m_model, m_controller, m_settings, *m_actions, *m_bottom, *m_view, *m_end}, this);
}

void MainWindow::makeLayout()
{
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    auto *list = new QWidget;
    auto *layers = new QGridLayout(list);
    layers->setContentsMargins(0, 0, 0, 0);
    layers->addWidget(m_view, 0, 0);
    layers->addWidget(&m_view->emptyState(), 0, 0);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_view->setMinimumWidth(300);
    m_top->profiles().setProfiles(m_controller.profiles().profiles());
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *messages = new QVBoxLayout;
    messages->setSpacing(1);
    m_messages = new WindowMessages(m_controller, m_settings, *messages, this);
    column->addWidget(m_top);
    column->addLayout(messages);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_timeline);
    column->addWidget(m_bottom);
    setCentralWidget(central);
}

void MainWindow::restoreLayout()
{
    resize(QSize(1240, 780).boundedTo(screen()->availableSize() - QSize(0, titleBarHeight)));
    restoreGeometry(m_settings.layout(u"geometry"_s));
    m_view->restoreColumns(m_settings.layout(u"columns"_s));
    m_view->restoreShownColumns(m_settings.layout(u"shownColumns"_s));
    if (!m_splitter->restoreState(m_settings.layout(u"splitter"_s)))
        m_splitter->setSizes({864, 372});
    m_bottom->setOutputFolder(m_settings.outputFolder());
    m_actions->timeline->setChecked(m_settings.isTimelineShown());
    m_timeline->hide();
    m_actions->panel->setChecked(true);
    m_list->chooseGrouping(m_settings.layout(u"grouping"_s).toInt());
}

void MainWindow::saveLayout()
{
    m_settings.setLayout(u"geometry"_s, saveGeometry());
    m_settings.setLayout(u"columns"_s, m_view->saveColumns());
    m_settings.setLayout(u"shownColumns"_s, m_view->saveShownColumns());
    m_settings.setLayout(u"splitter"_s, m_splitter->saveState());
    m_settings.setOutputFolder(m_bottom->outputFolder());
}

} // namespace convoy
