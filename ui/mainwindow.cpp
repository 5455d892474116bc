// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/desktop/filemanager.h"
#include "ui/dialogs/helpdialog.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/profileactions.h"
#include "ui/queuemenu.h"
#include "ui/widgets/batchbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/previewpane.h"
#include "ui/widgets/profilecombo.h"
#include "ui/widgets/queueview.h"
#include "ui/widgets/sidepanel.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/topbar.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int refreshMs = 100;
constexpr int saveDelayMs = 500;
constexpr int sentenceMs = 10000;

/// What a person typed as a folder: absolute, with ~ for the home folder.
Path typedFolder(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (text == u'~' || text.startsWith("~/"_L1))
        return absolutePath(toPath(QDir::homePath() + text.mid(1)));
    return absolutePath(QDir::isAbsolutePath(text) ? toPath(text) : toPath(QDir::homePath() + u'/' + text));
}

} // namespace

std::vector<Path> droppedPaths(const QMimeData &data)
{
    // QUrl would rewrite names that are not valid UTF-8: the list (RFC 2483) is read as bytes.
    std::vector<Path> paths;
    for (QByteArray line : data.data(u"text/uri-list"_s).split('\n')) {
        line = line.trimmed();
        if (!line.startsWith("file:"))
            continue;
        line = line.mid(5);
        if (line.startsWith("//")) {
            const qsizetype slash = line.indexOf('/', 2);
            const QByteArray host = slash < 0 ? QByteArray() : line.mid(2, slash - 2);
            if (!host.isEmpty() && host != "localhost" && host != QSysInfo::machineHostName().toUtf8())
                continue;
            line = slash < 0 ? QByteArray() : line.mid(slash);
        }
        const QByteArray path = QByteArray::fromPercentEncoding(line);
        if (path.startsWith('/') && !path.contains('\0'))
            paths.push_back(toPath(path).lexically_normal());
    }
    return paths;
}

MainWindow::MainWindow(Settings &settings, QWidget *parent)
    : QMainWindow(parent),
      m_settings(settings),
      m_model(this),
      m_editor(m_model),
      m_controller(m_model, m_editor, settings)
{
    setWindowTitle(tr("Convoy"));
    setAcceptDrops(true);
    m_theme.setScheme(settings.colorScheme());
    makeActions();
    makeLayout();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveDelayMs);
    connect(&m_refresh, &QTimer::timeout, this, &MainWindow::updateState);
    connect(&m_saveSoon, &QTimer::timeout, this, [this] { m_settings.setOutputFolder(m_bottom->outputFolder()); });
    connectList();
    connectWork();
    connectNotifications();
    restoreLayout();
    updateExamples();
    updateState();
    m_view->setFocus();
    // The window is there first; then the engine.
    QTimer::singleShot(0, this, [this] {
        m_controller.start();
        if (!m_controller.host())
            return;
        m_side->preview().setWorkers(m_controller.host()->workers());
        m_timeline->setLanes(m_controller.host()->engine().slotCount());
        connect(&m_controller.host()->engine(), &Engine::jobsChanged, this, &MainWindow::jobsChanged);
    });
}

MainWindow::~MainWindow()
{
    // Previews use the controller's workers.
    m_side->preview().release();
}

QAction *MainWindow::makeAction(const char *icon, const QString &text, const QKeySequence &keys, const QString &tip)
{
    auto *action = new QAction(themedIcon(QLatin1StringView(icon)), text, this);
    action->setShortcut(keys);
    const QString keyText = keys.toString(QKeySequence::NativeText);
    action->setToolTip(keyText.isEmpty() ? tip : tr("%1 (%2)", "tooltip (keys)").arg(tip, keyText));
    addAction(action);
    return action;
}

void MainWindow::makeActions()
{
    Actions &a = m_actions;
    a.addFiles = makeAction("add-files", tr("Add files"), QKeySequence::Open, tr("Choose files to convert"));
    a.addFolder = makeAction("add-folder", tr("Add folder"), QKeySequence(u"Ctrl+Shift+O"_s),
                             tr("Choose a folder; everything in it is added"));
    a.remove = makeAction("remove", tr("Remove"), {}, tr("Take the selected files off the list; the files themselves stay"));
    a.clearFinished = makeAction("clear", tr("Clear finished"), QKeySequence(u"Ctrl+L"_s),
                                 tr("Take everything off the list that has ended well"));
    a.convert = makeAction("convert", tr("Convert"), QKeySequence(u"Ctrl+Return"_s), tr("Convert everything that waits"));
    a.pause = makeAction("pause", tr("Pause"), QKeySequence(u"Ctrl+P"_s), tr("Hold everything where it stands"));
    a.resume = makeAction("resume", tr("Resume"), QKeySequence(u"Ctrl+Shift+P"_s), tr("Go on from where it stood"));
    a.cancel = makeAction("cancel", tr("Cancel"), QKeySequence(u"Ctrl+."_s),
                          tr("Stop all work; nothing half done is left behind"));
    a.retryFailed = makeAction("retry", tr("Retry failed"), QKeySequence(u"Ctrl+R"_s),
                               tr("Try everything that failed once more"));
    a.undo = m_editor.stack().createUndoAction(this, tr("Undo"));
    a.undo->setShortcut(QKeySequence::Undo);
    a.redo = m_editor.stack().createRedoAction(this, tr("Redo"));
    a.redo->setShortcut(QKeySequence::Redo);
    addActions({a.undo, a.redo});
    a.find = makeAction("", tr("Search"), QKeySequence::Find, tr("Search the list"));
    a.timeline = makeAction("", tr("Show the timeline"), QKeySequence(u"Ctrl+T"_s), tr("Who works when"));
    a.panel = makeAction("", tr("Show the side panel"), QKeySequence(u"F9"_s), tr("Preview, options and details"));
    a.timeline->setCheckable(true);
    a.panel->setCheckable(true);
    a.preferences = makeAction("settings", tr("Preferences"), QKeySequence(u"Ctrl+,"_s), tr("What holds for every batch"));
    a.help = makeAction("", tr("Keys"), QKeySequence::HelpContents, tr("Every key"));
    a.about = makeAction("", tr("About Convoy"), {}, tr("Version and licence"));
    a.quit = makeAction("", tr("Quit"), QKeySequence(u"Ctrl+Q"_s), tr("Close the window; what runs can be resumed"));
}

void MainWindow::makeLayout()
{
    auto *menu = new QMenu(this);
    const Actions &a = m_actions;
    menu->addActions({a.undo, a.redo});
    menu->addSeparator();
    auto *profiles = new ProfileActions(
        m_controller.profiles(), m_model, m_editor, [this] { return m_side->targets(); }, this);
    connect(profiles, &ProfileActions::changed, this, &MainWindow::profilesChanged);
    connect(profiles, &ProfileActions::said, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, sentenceMs); });
    menu->addMenu(profiles);
    menu->addSeparator();
    menu->addActions({a.timeline, a.panel});
    menu->addSeparator();
    menu->addActions({a.preferences, a.help, a.about});
    menu->addSeparator();
    menu->addAction(a.quit);
    m_top = new TopBar({a.addFiles, a.addFolder, a.remove, a.clearFinished, menu});
    m_view = new QueueView(m_model);
    m_side = new SidePanel(m_model, m_editor, m_controller.profiles());
    m_timeline = new Timeline;
    m_bottom = new BatchBar({a.convert, a.pause, a.resume, a.cancel, a.retryFailed});
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_view->setMinimumWidth(380);
    m_side->setMinimumWidth(240);
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
    auto *counts = new QLabel;
    counts->setContentsMargins(0, 0, 8, 0);
    m_counts = counts;
    statusBar()->addPermanentWidget(counts);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectList()
{
    connect(m_actions.addFiles, &QAction::triggered, this, [this] { openFilesDialog(false); });
    connect(m_actions.addFolder, &QAction::triggered, this, [this] { openFilesDialog(true); });
    connect(m_actions.remove, &QAction::triggered, this, [this] { removeRows(m_view->selectedRows()); });
    connect(m_actions.clearFinished, &QAction::triggered, this, [this] {
        removeRows(m_model.rowsWhere([](RowState state) {
            return state == RowState::Done || state == RowState::Skipped || state == RowState::Cancelled
                || state == RowState::Ignored;
        }));
    });
    connect(m_actions.find, &QAction::triggered, this, [this] {
        m_top->filter().setFocus(Qt::ShortcutFocusReason);
        m_top->filter().selectAll();
    });
    connect(m_view, &QueueView::removeRequested, m_actions.remove, &QAction::trigger);
    connect(m_view, &QueueView::selectionMoved, this, [this] {
        m_side->setSelection(m_view->selectedRows());
        m_refresh.start();
    });
    connect(m_view, &QueueView::openRequested, this, [this](RowId id) {
        if (const QueueRow *row = m_model.find(id))
            openFile(row->status.outputs.empty() ? row->input.path : row->status.outputs.front());
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &MainWindow::showMenu);
    connect(&m_view->emptyState(), &EmptyState::folderChosen, this,
            [this](const QString &folder) { add({toPath(folder)}); });
    connect(m_top, &TopBar::filterChanged, &m_view->proxy(), &QueueProxy::setText);
    connect(m_top, &TopBar::stateFilterChanged, &m_view->proxy(), &QueueProxy::setStates);
    connect(&m_top->profiles(), &ProfileCombo::chosen, this, &MainWindow::chooseProfile);
    connect(m_side, &SidePanel::profileShown, &m_top->profiles(), &ProfileCombo::setCurrentProfile);
    connect(&m_model, &QueueModel::countsChanged, &m_refresh, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, m_side, &SidePanel::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { m_side->setSelection(m_view->selectedRows()); });
}

void MainWindow::connectWork()
{
    connect(m_actions.convert, &QAction::triggered, this, &MainWindow::startBatch);
    connect(m_actions.pause, &QAction::triggered, &m_controller, &BatchController::pause);
    connect(m_actions.resume, &QAction::triggered, &m_controller, &BatchController::resume);
    connect(m_actions.cancel, &QAction::triggered, &m_controller, qOverload<>(&BatchController::cancel));
    connect(m_actions.retryFailed, &QAction::triggered, &m_controller, &BatchController::retryFailed);
    connect(m_bottom, &BatchBar::outputFolderEdited, &m_saveSoon, qOverload<>(&QTimer::start));
    connect(m_actions.timeline, &QAction::toggled, m_timeline, &QWidget::setVisible);
    connect(m_actions.timeline, &QAction::toggled, this, [this](bool shown) { m_settings.setTimelineShown(shown); });
    connect(m_actions.panel, &QAction::toggled, m_side, &QWidget::setVisible);
    connect(m_actions.help, &QAction::triggered, this, [this] { (new HelpDialog(actions(), this))->show(); });
    connect(m_actions.about, &QAction::triggered, this, [this] { (new AboutDialog(this))->show(); });
    connect(m_actions.preferences, &QAction::triggered, this, [this] {
        auto *dialog = new PreferencesDialog(m_settings, this);
        connect(dialog, &PreferencesDialog::colorSchemeChanged, &m_theme, &Theme::setScheme);
        dialog->show();
    });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectNotifications()
{
    connect(&m_controller, &BatchController::said, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, sentenceMs); });
    connect(&m_controller, &BatchController::stateChanged, this, &MainWindow::updateState);
    connect(&m_controller, &BatchController::ended, this, &MainWindow::ended);
    connect(&m_controller, &BatchController::trouble, this, [this](const Error &error) {
        addMessage(new MessageBar(MessageBar::Tone::Trouble, error.message, error.detail, {}));
    });
    connect(&m_controller.interrupted(), &InterruptedBatches::found, this, &MainWindow::offer);
    connect(&m_notifier, &Notifier::actionInvoked, this, [this](const QString &key) {
        if (key == "folder"_L1)
            return openOutputFolder();
        comeToFront();
        if (key == "failed"_L1)
            showFailed();
    });
}

void MainWindow::restoreLayout()
{
    resize(1240, 780);
    restoreGeometry(m_settings.layout(u"geometry"_s));
    m_view->restoreColumns(m_settings.layout(u"columns"_s));
    if (!m_splitter->restoreState(m_settings.layout(u"splitter"_s)))
        m_splitter->setSizes({900, 330});
    m_bottom->setOutputFolder(m_settings.outputFolder());
    m_actions.timeline->setChecked(m_settings.isTimelineShown());
    m_timeline->setVisible(m_settings.isTimelineShown());
    m_actions.panel->setChecked(true);
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
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

void MainWindow::startBatch()
{
    // What is being typed in a form counts.
    if (QWidget *focus = focusWidget())
        focus->clearFocus();
    if (!m_controller.isBusy())
        m_timeline->clear();
    delete m_summary;
    m_controller.convert(typedFolder(m_bottom->outputFolder()));
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
        statusBar()->showMessage(converter->accepts.isEmpty()
                                     ? tr("Add files first: this profile takes any kind of file.")
                                     : tr("Files added from now on are converted with “%1”.").arg(profile->name),
                                 sentenceMs);
    m_editor.setProfile(rows, id);
    m_side->refresh();
    updateExamples();
}

void MainWindow::removeRows(const QList<RowId> &rows)
{
    m_editor.remove(rows);
    m_side->setSelection(m_view->selectedRows());
}

void MainWindow::updateState()
{
    const RowCounts &counts = m_model.counts();
    const bool busy = m_controller.isBusy();
    const bool paused = busy && m_controller.isPaused();
    m_actions.convert->setEnabled(m_controller.canConvert());
    m_actions.pause->setEnabled(busy && !paused);
    m_actions.resume->setEnabled(paused);
    m_actions.cancel->setEnabled(busy);
    m_actions.retryFailed->setEnabled(counts.failed() > 0);
    m_actions.remove->setEnabled(m_view->selectionModel()->hasSelection());
    m_actions.clearFinished->setEnabled(counts.ended() - counts.failed() + counts[RowState::Ignored] > 0);
    m_bottom->present(m_controller.progress(), counts, busy, paused);
    static_cast<QLabel *>(m_counts)->setText(countsText(counts));
    m_inhibitor.setActive(busy && !paused);
    m_launcher.setProgress(m_controller.progress().fraction, busy);
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

void MainWindow::jobsChanged(const QList<JobId> &ids)
{
    for (const JobId id : ids) {
        if (const Job *job = m_controller.host()->engine().job(id))
            m_timeline->update(*job);
    }
}

void MainWindow::ended(const BatchSummary &summary)
{
    updateState();
    const QString counts = tr("%1 done, %2 failed, %3 skipped").arg(summary.done).arg(summary.failed).arg(summary.skipped);
    summarize(summary, counts);
    if (!m_settings.isNotifying()
        || summary.cancelled == summary.done + summary.failed + summary.skipped + summary.cancelled)
        return;
    QList<Notifier::Action> buttons{{u"default"_s, tr("Show")}};
    if (summary.done > 0)
        buttons.append({u"folder"_s, tr("Open folder")});
    if (summary.failed > 0)
        buttons.append({u"failed"_s, tr("Show failed")});
    m_notifier.notify(summary.failed > 0 ? tr("Converted, with failures") : tr("Everything is converted"), counts, buttons);
}

/// Says what became of the batch, with the next steps beside it.
void MainWindow::summarize(const BatchSummary &summary, const QString &counts)
{
    qint64 before = 0, after = 0;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        if (m_model.stateAt(i) == RowState::Done) {
            before += m_model.at(i).input.identity.size;
            after += m_model.at(i).status.outputBytes;
        }
    }
    QString sentence = tr("Ended after %1: %2.", "duration, counts").arg(durationText(summary.seconds), counts);
    if (after > 0)
        sentence += u' ' + tr("The list went from %1 to %2.").arg(sizeText(before), sizeText(after));
    QList<MessageBar::Action> next;
    if (summary.failed > 0)
        next.append({tr("Show failed"), [this] { showFailed(); }});
    if (summary.done > 0 && !m_controller.lastOutputFolder().empty())
        next.append({tr("Open folder"), [this] { openOutputFolder(); }});
    delete m_summary;
    m_summary = new MessageBar(MessageBar::Tone::Offer, sentence, {}, next);
    addMessage(m_summary);
}

void MainWindow::openOutputFolder()
{
    if (!m_controller.lastOutputFolder().empty())
        openFile(m_controller.lastOutputFolder());
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
    InterruptedBatches *batches = &m_controller.interrupted();
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
