// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/batchend.h"
#include "ui/desktop/filemanager.h"
#include "ui/dialogs/helpdialog.h"
#include "ui/dialogs/historydialog.h"
#include "ui/dialogs/plandialog.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/droppedpaths.h"
#include "ui/preview/previewpane.h"
#include "ui/profileactions.h"
#include "ui/queuemenu.h"
#include "ui/widgets/batchbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/logpane.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/profilecombo.h"
#include "ui/widgets/queueview.h"
#include "ui/widgets/sidepanel.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/topbar.h"
#include "ui/windowactions.h"
#include "ui/workstatus.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int refreshMs = 100;
constexpr int saveDelayMs = 500;
constexpr int sentenceMs = 10000;
constexpr int titleBarHeight = 32; // of the desktop, about

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
    connectAdding();
    connectView();
    connectProfiles();
    connectWork();
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

void MainWindow::makeWidgets()
{
    const WindowActions &a = *m_actions;
    m_profileActions = new ProfileActions(
        m_controller.profiles(), m_model, m_editor, [this] { return m_side->targets(); }, this);
    m_top = new TopBar({a.addFiles, a.addFolder, a.remove, a.clearFinished, m_actions->makeMenu(m_profileActions)});
    m_view = new QueueView(m_model);
    m_side = new SidePanel(m_model, m_editor, m_controller.profiles());
    m_timeline = new Timeline;
    m_bottom = new BatchBar({a.convert, a.pause, a.resume, a.cancel, a.retryFailed});
    auto *rates = new QLabel;
    rates->setForegroundRole(QPalette::PlaceholderText);
    rates->setContentsMargins(0, 0, 16, 0);
    statusBar()->addPermanentWidget(rates);
    m_counts = new QLabel;
    m_counts->setContentsMargins(0, 0, 8, 0);
    statusBar()->addPermanentWidget(m_counts);
    statusBar()->setSizeGripEnabled(false);
    m_work = new WorkStatus(*m_timeline, m_side->log(), *rates, this);
    m_end = new BatchEnd(m_model, m_controller, m_settings, *this);
}

void MainWindow::makeLayout()
{
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_view->setMinimumWidth(380);
    m_side->setMinimumWidth(260);
    m_top->profiles().setProfiles(m_controller.profiles().profiles());
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *messages = new QVBoxLayout;
    messages->setSpacing(1);
    m_messages = messages;
    column->addWidget(m_top);
    column->addLayout(messages);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_timeline);
    column->addWidget(m_bottom);
    setCentralWidget(central);
}

void MainWindow::connectAdding()
{
    connect(m_actions->addFiles, &QAction::triggered, this, [this] { openFilesDialog(false); });
    connect(m_actions->addFolder, &QAction::triggered, this, [this] { openFilesDialog(true); });
    connect(m_actions->remove, &QAction::triggered, this, [this] { removeRows(m_view->selectedRows()); });
    connect(m_actions->clearFinished, &QAction::triggered, this, [this] {
        removeRows(m_model.rowsWhere([](RowState state) {
            return state == RowState::Done || state == RowState::Skipped || state == RowState::Cancelled
                || state == RowState::Ignored;
        }));
    });
    connect(m_actions->moveUp, &QAction::triggered, this, [this] { moveBy(-1); });
    connect(m_actions->moveDown, &QAction::triggered, this, [this] { moveBy(1); });
    connect(m_actions->moveToTop, &QAction::triggered, this, [this] { moveRows(0); });
    connect(m_view, &QueueView::moveRequested, this, &MainWindow::moveRows);
    connect(m_view, &QueueView::removeRequested, m_actions->remove, &QAction::trigger);
    connect(&m_view->emptyState(), &EmptyState::folderChosen, this,
            [this](const QString &folder) { add({toPath(folder)}); });
}

void MainWindow::connectView()
{
    connect(m_actions->find, &QAction::triggered, this, [this] {
        m_top->filter().setFocus(Qt::ShortcutFocusReason);
        m_top->filter().selectAll();
    });
    connect(m_view, &QueueView::selectionMoved, this, [this] {
        m_side->setSelection(m_view->selectedRows());
        m_refresh.start();
    });
    connect(m_view, &QueueView::openRequested, this, [this](RowId id) {
        if (const QueueRow *row = m_model.find(id))
            openFile(row->status.outputs.empty() ? row->input.path : row->status.outputs.front());
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &MainWindow::showMenu);
    connect(m_top, &TopBar::filterChanged, &m_view->proxy(), &QueueProxy::setText);
    connect(m_top, &TopBar::stateFilterChanged, &m_view->proxy(), &QueueProxy::setStates);
    connect(m_top, &TopBar::groupingChosen, this, &MainWindow::chooseGrouping);
    connect(m_actions->groupings, &QActionGroup::triggered, this,
            [this](const QAction *action) { chooseGrouping(action->data().toInt()); });
    connect(&m_model, &QueueModel::countsChanged, &m_refresh, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, m_side, &SidePanel::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { m_side->setSelection(m_view->selectedRows()); });
}

void MainWindow::connectProfiles()
{
    connect(m_profileActions, &ProfileActions::changed, this, &MainWindow::profilesChanged);
    connect(m_profileActions, &ProfileActions::said, this, &MainWindow::say);
    connect(&m_top->profiles(), &ProfileCombo::chosen, this, &MainWindow::chooseProfile);
    connect(m_side, &SidePanel::profileShown, &m_top->profiles(), &ProfileCombo::setCurrentProfile);
}

void MainWindow::connectWork()
{
    connect(m_actions->convert, &QAction::triggered, this, &MainWindow::startBatch);
    connect(m_actions->pause, &QAction::triggered, &m_controller, &BatchController::pause);
    connect(m_actions->resume, &QAction::triggered, &m_controller, &BatchController::resume);
    connect(m_actions->cancel, &QAction::triggered, &m_controller, qOverload<>(&BatchController::cancel));
    connect(m_actions->retryFailed, &QAction::triggered, &m_controller, &BatchController::retryFailed);
    connect(m_actions->plan, &QAction::triggered, this,
            [this] { m_controller.showPlan(typedFolder(m_bottom->outputFolder())); });
    connect(&m_controller, &BatchController::planned, this, &MainWindow::showPlan);
    connect(m_actions->report, &QAction::triggered, m_end, &BatchEnd::openReport);
    connect(m_actions->whenDone, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_end->setWhenDone(WhenDone(action->data().toInt()));
        if (action->data().toInt() != int(WhenDone::Nothing))
            say(tr("When everything has ended: %1, after a minute in which it can be stopped.").arg(action->text()));
    });
    connect(m_bottom, &BatchBar::outputFolderEdited, &m_saveSoon, qOverload<>(&QTimer::start));
}

void MainWindow::connectMessages()
{
    connect(&m_controller, &BatchController::said, this, &MainWindow::say);
    connect(&m_controller, &BatchController::stateChanged, this, &MainWindow::updateState);
    connect(&m_controller, &BatchController::ended, this, &MainWindow::updateState);
    const auto trouble = [this](const Error &error) {
        addMessage(new MessageBar(MessageBar::Tone::Trouble, error.message, error.detail, {}));
    };
    connect(&m_controller, &BatchController::trouble, this, trouble);
    connect(m_end, &BatchEnd::trouble, this, trouble);
    connect(m_end, &BatchEnd::summaryReady, this, &MainWindow::addMessage);
    connect(m_end, &BatchEnd::failedWanted, this, &MainWindow::showFailed);
    connect(m_end, &BatchEnd::windowWanted, this, &MainWindow::comeToFront);
    connect(&m_controller.past(), &PastBatches::found, this, &MainWindow::offer);
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

void MainWindow::restoreLayout()
{
    resize(QSize(1240, 780).boundedTo(screen()->availableSize() - QSize(0, titleBarHeight)));
    restoreGeometry(m_settings.layout(u"geometry"_s));
    m_view->restoreColumns(m_settings.layout(u"columns"_s));
    if (!m_splitter->restoreState(m_settings.layout(u"splitter"_s)))
        m_splitter->setSizes({870, 360});
    m_bottom->setOutputFolder(m_settings.outputFolder());
    m_actions->timeline->setChecked(m_settings.isTimelineShown());
    m_timeline->setVisible(m_settings.isTimelineShown());
    m_actions->panel->setChecked(true);
    chooseGrouping(m_settings.layout(u"grouping"_s).toInt());
}

void MainWindow::saveLayout()
{
    m_settings.setLayout(u"geometry"_s, saveGeometry());
    m_settings.setLayout(u"columns"_s, m_view->saveColumns());
    m_settings.setLayout(u"splitter"_s, m_splitter->saveState());
    m_settings.setOutputFolder(m_bottom->outputFolder());
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

void MainWindow::openFilesDialog(bool folders)
{
    auto *dialog = new QFileDialog(this, folders ? tr("Add a folder") : tr("Add files"),
                                   m_settings.recentFolders().value(0, QDir::homePath()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folders ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        std::vector<Path> paths;
        for (const QString &file : files)
            paths.push_back(toPath(file));
        add(paths);
    });
    dialog->open();
}

void MainWindow::showMenu(const QPoint &place)
{
    const QList<RowId> rows = m_view->selectedRows();
    if (rows.isEmpty())
        return;
    auto *menu = new QueueMenu(m_model, m_controller, rows, this);
    connect(menu, &QueueMenu::removeRequested, this, &MainWindow::removeRows);
    connect(menu, &QueueMenu::duplicateRequested, this,
            [this](const QList<RowId> &originals) { m_view->selectRows(m_editor.duplicate(originals)); });
    connect(menu, &QueueMenu::firstRequested, m_actions->moveToTop, &QAction::trigger);
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

void MainWindow::startBatch()
{
    // What is being typed in a form counts.
    if (QWidget *focus = focusWidget())
        focus->clearFocus();
    if (m_settings.isShowingPlan() && m_model.counts().startable() > 0)
        m_actions->plan->trigger();
    else
        convert();
}

void MainWindow::convert()
{
    if (!m_controller.isBusy())
        m_work->begin();
    m_end->clear();
    m_controller.convert(typedFolder(m_bottom->outputFolder()));
}

void MainWindow::showPlan(const std::shared_ptr<std::vector<JobPlan>> &plans)
{
    auto *dialog = new PlanDialog(plans, this);
    connect(dialog, &QDialog::accepted, this, &MainWindow::convert);
    dialog->open();
}

void MainWindow::chooseProfile(const QString &id)
{
    const Profile *profile = m_controller.profiles().find(id);
    const ConverterInfo *converter = profile ? findConverter(profile->converter) : nullptr;
    if (!converter)
        return;
    QList<RowId> rows = m_side->targets();
    // With nothing selected, only files that the profile can convert are meant: a mixed list stays mixed.
    if (m_view->selectedRows().isEmpty() && !converter->accepts.isEmpty()) {
        rows.removeIf([this, converter](RowId row) { return !converter->accepts.contains(m_model.find(row)->kind); });
    }
    for (const MediaKind kind : converter->accepts)
        m_settings.setDefaultProfile(kind, id);
    if (rows.isEmpty())
        say(converter->accepts.isEmpty() ? tr("Add files first: this profile takes any kind of file.")
                                         : tr("Files added from now on are converted with “%1”.").arg(profile->name));
    m_editor.setProfile(rows, id);
    m_side->refresh();
    updateExamples();
}

void MainWindow::chooseGrouping(int grouping)
{
    const QList<QAction *> choices = m_actions->groupings->actions();
    const int chosen = grouping >= 0 && grouping < choices.size() ? grouping : 0;
    choices[chosen]->setChecked(true);
    m_top->setGrouping(chosen);
    m_view->setGrouping(Grouping(chosen));
    m_settings.setLayout(u"grouping"_s, QByteArray::number(chosen));
}

void MainWindow::removeRows(const QList<RowId> &rows)
{
    m_editor.remove(rows);
    m_side->setSelection(m_view->selectedRows());
}

void MainWindow::moveRows(int before)
{
    if (!m_view->isInListOrder())
        return say(tr("Files can be moved where the list is neither grouped nor sorted by a column."));
    const QList<RowId> rows = m_view->selectedRows();
    m_editor.move(rows, before);
    m_view->selectRows(rows);
}

void MainWindow::moveBy(int step)
{
    const QList<RowId> rows = m_view->selectedRows();
    if (rows.isEmpty())
        return;
    // Before the row above the first one, or after the one below the last one.
    const int before = step < 0 ? m_model.indexOf(rows.first()) - 1 : m_model.indexOf(rows.last()) + 2;
    moveRows(qBound(0, before, m_model.rowCount()));
}

void MainWindow::updateState()
{
    const RowCounts &counts = m_model.counts();
    const bool busy = m_controller.isBusy();
    const bool paused = busy && m_controller.isPaused();
    const bool selected = m_view->selectionModel()->hasSelection();
    m_actions->convert->setEnabled(m_controller.canConvert());
    m_actions->pause->setEnabled(busy && !paused);
    m_actions->resume->setEnabled(paused);
    m_actions->cancel->setEnabled(busy);
    m_actions->plan->setEnabled(counts.startable() > 0);
    m_actions->retryFailed->setEnabled(counts.failed() > 0);
    m_actions->report->setEnabled(m_end->hasReport());
    for (QAction *action : {m_actions->remove, m_actions->moveUp, m_actions->moveDown, m_actions->moveToTop})
        action->setEnabled(selected);
    m_actions->clearFinished->setEnabled(counts.ended() - counts.failed() + counts[RowState::Ignored] > 0);
    const EngineProgress progress = m_controller.progress();
    m_bottom->present(progress, counts, busy, paused);
    m_counts->setText(countsText(counts));
    m_work->present(busy, paused, progress.fraction);
    if (busy && !m_refresh.isActive())
        m_refresh.start(500); // the time left goes on even where nothing else changes
}

void MainWindow::updateExamples()
{
    QList<EmptyState::Example> examples;
    for (const MediaKind kind : {MediaKind::Video, MediaKind::Dicom, MediaKind::Audio}) {
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

void MainWindow::showFailed()
{
    m_view->selectRows(m_model.rowsWhere([](RowState state) { return state == RowState::Failed; }));
    m_side->showDetails();
}

void MainWindow::offer(const InterruptedBatch &batch)
{
    PastBatches *batches = &m_controller.past();
    addMessage(new MessageBar(
        MessageBar::Tone::Offer,
        tr("A batch was interrupted (%1): %2 of %3 done.").arg(batch.profile).arg(batch.done).arg(batch.jobs), batch.id,
        {{tr("Go on with it"), [batches, id = batch.id] { batches->recover(id); }},
         {tr("Forget it"), [batches, id = batch.id] { batches->forget(id); }}}));
}

void MainWindow::addMessage(MessageBar *bar)
{
    m_messages->addWidget(bar);
}

void MainWindow::say(const QString &sentence)
{
    statusBar()->showMessage(sentence, sentenceMs);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(u"text/uri-list"_s))
        return;
    m_view->emptyState().setHot(true);
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
    m_view->emptyState().setHot(false);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_view->emptyState().setHot(false);
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
