// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/batchend.h"
#include "ui/dialogs/helpdialog.h"
#include "ui/dialogs/historydialog.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/droppedpaths.h"
#include "ui/listcommands.h"
#include "ui/preview/previewpane.h"
#include "ui/profileactions.h"
#include "ui/widgets/batchbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/logpane.h"
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
#include <QCloseEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int refreshMs = 100;
constexpr int saveDelayMs = 500;
constexpr int sentenceMs = 10000;

} // namespace

MainWindow::MainWindow(Settings &settings, QWidget *parent)
    : QMainWindow(parent),
      m_settings(settings),
      m_model(this),
      m_editor(m_model),
      m_controller(m_model, m_editor, settings),
      m_actions(new WindowActions(*this, m_editor.stack()))
{
    setWindowTitle(tr("Convoy"));
    setAcceptDrops(true);
    m_theme.setScheme(settings.colorScheme());
    makeWidgets();
    makeLayout();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveDelayMs);
    connect(&m_refresh, &QTimer::timeout, this, &MainWindow::updateState);
    connect(&m_saveSoon, &QTimer::timeout, this, [this] { m_settings.setOutputFolder(m_bottom->outputFolder()); });
    connectView();
    connectProfiles();
    connectMessages();
    connectDialogs();
    restoreLayout();
    updateExamples();
    updateState();
    m_view->setFocus();
    // The window is there first; then the engine.
    QTimer::singleShot(0, this, &MainWindow::start);
}

MainWindow::~MainWindow()
{
    hide(); // views that are hidden later would ask the model, which is gone by then
    // Previews use the controller's workers.
    m_side->release();
}

void MainWindow::start()
{
    m_controller.start();
    if (!m_controller.host())
        return;
    m_side->setWorkers(m_controller.host()->workers());
    m_work->follow(m_controller.host()->engine());
}

void MainWindow::connectView()
{
    connect(m_view, &QueueView::selectionMoved, this, [this] {
        m_side->setSelection(m_view->selectedRows());
        m_list->enableActions(); // at once: the next key may mean what is selected now
    });
    connect(m_actions->columns, &QMenu::aboutToShow, m_view, [this] { m_view->fillColumnsMenu(*m_actions->columns); });
    connect(m_list, &ListCommands::said, this, &MainWindow::say);
    connect(&m_model, &QueueModel::countsChanged, &m_refresh, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, m_side, &SidePanel::refresh);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, m_side, &SidePanel::refresh);
    connect(&m_model, &QAbstractItemModel::dataChanged, m_side, &SidePanel::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { m_side->setSelection(m_view->selectedRows()); });
}

void MainWindow::connectProfiles()
{
    connect(m_profileActions, &ProfileActions::changed, this, &MainWindow::profilesChanged);
    connect(m_profileActions, &ProfileActions::said, this, &MainWindow::say);
    connect(&m_top->profiles(), &ProfileCombo::chosen, m_list, &ListCommands::chooseProfile);
    connect(m_list, &ListCommands::defaultsChanged, this, &MainWindow::updateExamples);
    connect(m_side, &SidePanel::profileShown, &m_top->profiles(), &ProfileCombo::setCurrentProfile);
}

void MainWindow::connectMessages()
{
    connect(&m_controller, &BatchController::said, this, &MainWindow::say);
    connect(&m_controller, &BatchController::stateChanged, this, &MainWindow::updateState);
    connect(&m_controller, &BatchController::runBegins, m_work, &WorkStatus::begin);
    connect(&m_controller, &BatchController::runBegins, m_end, &BatchEnd::clear);
    connect(&m_controller, &BatchController::ended, this, &MainWindow::updateState);
    connect(&m_controller, &BatchController::confinementNoted, &m_side->log(), &LogPane::say);
    connect(&m_controller.watched(), &WatchedFolders::changed, this, &MainWindow::showWatching);
    connect(m_commands, &WorkCommands::said, this, &MainWindow::say);
    connect(m_bottom, &BatchBar::outputFolderEdited, this, [this](const QString &folder) {
        m_model.setBesideSources(folder.isEmpty());
        m_controller.setOutputFolder(typedFolder(folder));
        m_saveSoon.start();
    });
    connect(m_messages, &WindowMessages::unknownWanted, this, [this] { m_top->showStates(StateFilter::Failed); });
    connect(m_end, &BatchEnd::trouble, m_messages, &WindowMessages::trouble);
    connect(m_end, &BatchEnd::summaryReady, m_messages, &WindowMessages::show);
    connect(m_end, &BatchEnd::failedWanted, m_list, &ListCommands::showFailed);
    connect(m_end, &BatchEnd::windowWanted, this, &MainWindow::comeToFront);
}

void MainWindow::connectDialogs()
{
    connect(m_actions->timeline, &QAction::toggled, m_timeline, &QWidget::setVisible);
    connect(m_actions->timeline, &QAction::toggled, this, [this](bool shown) { m_settings.setTimelineShown(shown); });
    connect(m_actions->panel, &QAction::toggled, m_side, &QWidget::setVisible);
    connect(m_actions->help, &QAction::triggered, this, [this] { (new HelpDialog(actions(), this))->show(); });
    connect(m_actions->about, &QAction::triggered, this, [this] { (new AboutDialog(this))->show(); });
    connect(m_actions->history, &QAction::triggered, this,
            [this] { (new HistoryDialog(m_controller.past(), this))->show(); });
    connect(m_actions->preferences, &QAction::triggered, this, [this] {
        auto *dialog = new PreferencesDialog(m_settings, this);
        connect(dialog, &PreferencesDialog::colorSchemeChanged, &m_theme, &Theme::setScheme);
        dialog->show();
    });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::add(const std::vector<Path> &paths)
{
    m_controller.add(paths);
}

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::updateState()
{
    const RowCounts &counts = m_model.counts();
    const bool busy = m_controller.isBusy();
    const bool paused = busy && m_controller.isPaused();
    m_commands->enableActions();
    m_list->enableActions();
    const EngineProgress progress = m_controller.progress();
    m_bottom->present(progress, counts, busy, paused);
    if (busy && m_actions->timeline->isChecked())
        m_timeline->show(); // from the first batch on: before, it says nothing
    m_counts->setText(countsText(counts));
    setWindowTitle(busy ? percentText(progress.fraction) : tr("Convoy")); // taskbars show it; Qt adds the program's name
    m_work->present(busy, paused, progress.fraction);
    if (busy && !m_refresh.isActive())
        m_refresh.start(500); // the time left goes on even where nothing else changes
}

void MainWindow::updateExamples()
{
    QList<EmptyState::Example> examples;
    for (const MediaKind kind : {MediaKind::Video, MediaKind::Image, MediaKind::Dicom, MediaKind::Audio}) {
        if (const Profile *profile = m_controller.profiles().find(m_settings.defaultProfile(kind)))
            examples.append({kindIcon(kind), profile->name, profile->description});
    }
    m_view->emptyState().setExamples(examples);
    m_view->emptyState().setRecentFolders(m_settings.recentFolders());
}

void MainWindow::profilesChanged()
{
    const std::vector<Profile> &profiles = m_controller.profiles().profiles();
    m_model.setProfiles(profiles);
    m_top->profiles().setProfiles(profiles);
    m_side->refresh();
}

void MainWindow::showWatching()
{
    const int watching = m_controller.watched().watching();
    m_watching->setVisible(watching > 0);
    m_watching->setText(tr("%n folder(s) watched", nullptr, watching));
}

void MainWindow::say(const QString &sentence)
{
    statusBar()->showMessage(isolated(sentence), sentenceMs);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(u"text/uri-list"_s) || QueueView::isOwnDrag(*event->mimeData()))
        return;
    m_view->setHot(true);
    event->setDropAction(Qt::CopyAction); // never move: sources are not touched
    event->accept();
}

void MainWindow::dragMoveEvent(QDragMoveEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_view->setHot(false);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_view->setHot(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    add(droppedPaths(*event->mimeData()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // What runs is stopped by the engine's end and stays unfinished in the journal: the next start offers to go on.
    saveLayout();
    event->accept();
}

} // namespace convoy
