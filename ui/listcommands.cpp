// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listcommands.h"

#include "ui/batchcontroller.h"
#include "ui/desktop/filemanager.h"
#include "ui/dialogs/listdialog.h"
#include "ui/dialogs/watchdialog.h"
#include "ui/droppedpaths.h"
#include "ui/queuemenu.h"
#include "ui/widgets/allowed.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/queueview.h"
#include "ui/widgets/sidepanel.h"
#include "ui/widgets/topbar.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ListCommands::ListCommands(const Parts &parts, QWidget *window) : QObject(window), m_parts(parts), m_window(window)
{
    connectActions();
    connectView();
}

void ListCommands::connectActions()
{
    const WindowActions &actions = m_parts.actions;
    connect(actions.addFiles, &QAction::triggered, this, [this] { openFilesDialog(false); });
    connect(actions.addFolder, &QAction::triggered, this, [this] { openFilesDialog(true); });
    connect(actions.copy, &QAction::triggered, this, &ListCommands::copy);
    connect(actions.paste, &QAction::triggered, this, &ListCommands::paste);
    connect(actions.addList, &QAction::triggered, this, &ListCommands::openListDialog);
    connect(actions.watch, &QAction::triggered, this, &ListCommands::openWatchDialog);
    connect(actions.fileMenu, &QAction::triggered, this,
            [this] { showMenu(m_parts.view.visualRect(m_parts.view.currentIndex()).center()); });
    connect(actions.remove, &QAction::triggered, this, [this] { remove(m_parts.view.selectedRows()); });
    connect(actions.clearFinished, &QAction::triggered, this, &ListCommands::clearFinished);
    connect(actions.moveUp, &QAction::triggered, this, [this] { moveBy(-1); });
    connect(actions.moveDown, &QAction::triggered, this, [this] { moveBy(1); });
    connect(actions.moveToTop, &QAction::triggered, this, [this] { moveTo(0); });
    connect(actions.groupings, &QActionGroup::triggered, this,
            [this](const QAction *action) { chooseGrouping(action->data().toInt()); });
    connect(actions.find, &QAction::triggered, this, [this] {
        m_parts.top.filter().setFocus(Qt::ShortcutFocusReason);
        m_parts.top.filter().selectAll();
    });
}

void ListCommands::connectView()
{
    QueueView &view = m_parts.view;
    connect(&view, &QueueView::moveRequested, this, &ListCommands::moveTo);
    connect(&view, &QueueView::removeRequested, m_parts.actions.remove, &QAction::trigger);
    view.addAction(m_parts.actions.copy);
    connect(&view.emptyState(), &QWidget::customContextMenuRequested, this, &ListCommands::showMenu);
    connect(&view.emptyState(), &EmptyState::folderChosen, this,
            [this](const QString &folder) { m_parts.controller.add({toPath(folder)}); });
    connect(&view, &QueueView::openRequested, this, [this](RowId id) {
        const QueueRow *row = m_parts.model.find(id);
        const Path file = !row ? Path() : row->status.outputs.empty() ? Path(row->input.path) : row->status.outputs.front();
        if (!file.empty())
            openFile(file);
    });
    connect(&view, &QWidget::customContextMenuRequested, this, &ListCommands::showMenu);
    connect(&m_parts.top, &TopBar::filterChanged, &view.proxy(), &QueueProxy::setText);
    connect(&m_parts.top, &TopBar::stateFilterChanged, &view.proxy(), &QueueProxy::setStates);
    connect(&m_parts.top, &TopBar::groupingChosen, this, &ListCommands::chooseGrouping);
}

void ListCommands::openFilesDialog(bool folders)
{
    auto *dialog = new QFileDialog(m_window, folders ? tr("Add a folder") : tr("Add files"),
                                   m_parts.settings.recentFolders().value(0, QDir::homePath()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folders ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        std::vector<Path> paths;
        for (const QString &file : files)
            paths.push_back(toPath(file));
        m_parts.controller.add(std::move(paths));
    });
    dialog->open();
}

void ListCommands::copy()
{
    QGuiApplication::clipboard()->setMimeData(m_parts.view.dragData().release());
}

void ListCommands::paste()
{
    const QMimeData *pasted = QGuiApplication::clipboard()->mimeData();
    std::vector<Path> paths = pasted ? pastedPaths(*pasted) : std::vector<Path>();
    if (paths.empty())
        return Q_EMIT said(tr("The clipboard names no files."));
    m_parts.controller.add(std::move(paths));
}

void ListCommands::openListDialog()
{
    auto *dialog = new ListDialog(m_parts.controller.profiles(), m_window);
    connect(dialog, &ListDialog::chosen, this, [this](const ListWish &wish) { m_parts.controller.addList(wish); });
    dialog->show();
}

void ListCommands::openWatchDialog()
{
    (new WatchDialog(m_parts.controller.watched(), m_parts.controller.profiles(), m_window))->show();
}

void ListCommands::showMenu(const QPoint &place)
{
    const QList<RowId> rows = m_parts.view.selectedRows();
    const WindowActions &actions = m_parts.actions;
    const QPoint at = m_parts.view.viewport()->mapToGlobal(place);
    if (rows.isEmpty()) {
        auto *add = new QMenu(m_window);
        add->setAttribute(Qt::WA_DeleteOnClose);
        add->addActions({actions.addFiles, actions.addFolder, actions.paste});
        return add->popup(at);
    }
    auto *menu = new QueueMenu(m_parts.model, m_parts.controller, rows, m_window);
    connect(menu, &QueueMenu::copyRequested, this, &ListCommands::copy);
    connect(menu, &QueueMenu::removeRequested, this, &ListCommands::remove);
    connect(menu, &QueueMenu::duplicateRequested, this,
            [this](const QList<RowId> &originals) { m_parts.view.selectRows(m_parts.editor.duplicate(originals)); });
    connect(menu, &QueueMenu::firstRequested, actions.moveToTop, &QAction::trigger);
    menu->popup(at);
}

void ListCommands::remove(const QList<RowId> &rows)
{
    m_parts.editor.remove(rows);
    m_parts.view.setFocus(); // the button is disabled now; Ctrl+Z means the list and not the next field
    m_parts.side.setSelection(m_parts.view.selectedRows());
}

void ListCommands::clearFinished()
{
    remove(m_parts.model.rowsWhere([](RowState state) {
        return state == RowState::Done || state == RowState::Skipped || state == RowState::Cancelled
            || state == RowState::Ignored;
    }));
}

void ListCommands::moveTo(int before)
{
    if (!m_parts.view.isInListOrder())
        return Q_EMIT said(tr("Files can be moved where the list is neither grouped nor sorted by a column."));
    const QList<RowId> rows = m_parts.view.selectedRows();
    m_parts.editor.move(rows, before);
    m_parts.view.selectRows(rows);
}

void ListCommands::moveBy(int step)
{
    const QList<RowId> rows = m_parts.view.selectedRows();
    if (rows.isEmpty())
        return;
    // Before the row above the first one, or after the one below the last one.
    const int before = step < 0 ? m_parts.model.indexOf(rows.first()) - 1 : m_parts.model.indexOf(rows.last()) + 2;
    moveTo(qBound(0, before, m_parts.model.rowCount()));
}

void ListCommands::chooseGrouping(int grouping)
{
    const QList<QAction *> choices = m_parts.actions.groupings->actions();
    const int chosen = grouping >= 0 && grouping < choices.size() ? grouping : 0;
    choices[chosen]->setChecked(true);
    m_parts.top.setGrouping(chosen);
    m_parts.view.setGrouping(Grouping(chosen));
    m_parts.settings.setLayout(u"grouping"_s, QByteArray::number(chosen));
}

void ListCommands::chooseProfile(const QString &id)
{
    const Profile *profile = m_parts.controller.profiles().find(id);
    const ConverterInfo *converter = profile ? findConverter(profile->converter) : nullptr;
    if (!converter)
        return;
    QList<RowId> rows = m_parts.side.targets();
    // With nothing selected, only files that the profile can convert are meant: a mixed list stays mixed.
    if (m_parts.view.selectedRows().isEmpty() && !converter->accepts.isEmpty()) {
        const auto isKind = [&](MediaKind kind) {
            return [this, kind](RowId row) { return m_parts.model.find(row)->kind == kind; };
        };
        const auto first = std::ranges::find_if(converter->accepts,
                                                [&](MediaKind kind) { return std::ranges::any_of(rows, isKind(kind)); });
        const MediaKind wanted = first == converter->accepts.end() ? converter->accepts.front() : *first;
        rows.removeIf(std::not_fn(isKind(wanted)));
    }
    if (!converter->accepts.isEmpty())
        m_parts.settings.setDefaultProfile(converter->accepts.front(), id);
    if (rows.isEmpty())
        Q_EMIT said(converter->accepts.isEmpty()
                        ? tr("Add files first: this profile takes any kind of file.")
                        : tr("Files added from now on are converted with “%1”.").arg(profile->name));
    m_parts.editor.setProfile(rows, id);
    m_parts.side.refresh();
    Q_EMIT defaultsChanged();
}

void ListCommands::enableActions()
{
    const RowCounts &counts = m_parts.model.counts();
    const bool selected = m_parts.view.selectionModel()->hasSelection();
    const WindowActions &actions = m_parts.actions;
    for (QAction *action :
         {actions.copy, actions.fileMenu, actions.remove, actions.moveUp, actions.moveDown, actions.moveToTop})
        setAllowed(*action, selected, tr("Select files in the list first."));
    setAllowed(*actions.clearFinished, counts.ended() - counts.failed() + counts[RowState::Ignored] > 0,
               tr("Nothing in the list has ended well yet."));
}

void ListCommands::showFailed()
{
    m_parts.top.showStates(StateFilter::Failed);
    m_parts.view.selectRows(m_parts.model.rowsWhere([](RowState state) { return state == RowState::Failed; }).mid(0, 1));
    m_parts.view.setFocus();
    m_parts.side.showDetails();
}

} // namespace convoy
