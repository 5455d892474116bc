// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queueview.h"

#include "ui/delegates/statedelegate.h"
#include "ui/widgets/emptystate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <vector>

namespace convoy {

namespace {

constexpr int arrowWidth = 28;
constexpr qsizetype manyHeadings = 2000; // spans are looked through one by one

} // namespace

QueueView::QueueView(QueueModel &model, QWidget *parent)
    : QTableView(parent),
      m_model(model),
      m_proxy(new QueueProxy(model, this)),
      m_groups(new QueueGroups(model, *m_proxy, this)),
      m_empty(new EmptyState(this))
{
    setModel(m_proxy);
    setUpRows();
    setUpHeader();
    connectModels();
    showEmptiness();
}

void QueueView::setUpRows()
{
    setAccessibleName(tr("Files"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setDragEnabled(true);
    viewport()->setAcceptDrops(true); // of its own rows; files are left to the window
    setItemDelegate(new CellDelegate(this));
    setItemDelegateForColumn(QueueModel::NameColumn, new KindDelegate(this));
    setItemDelegateForColumn(QueueModel::StateColumn, new StateDelegate(this));
}

void QueueView::connectModels()
{
    connect(horizontalHeader(), &QHeaderView::sectionCountChanged, this, &QueueView::placeResults);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first) {
        if (first == 0)
            measureColumns();
        measureSoon(first);
        showEmptiness();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &topLeft) { measureSoon(topLeft.row()); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &QueueView::showEmptiness);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &QueueView::showEmptiness);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (isHeading(index.row()))
            toggleFold(index.row());
        else
            Q_EMIT openRequested(index.data(QueueModel::IdRole).toULongLong());
    });
    connect(m_groups, &QueueGroups::aboutToRebuild, this, &QueueView::keepSelection);
    connect(m_groups, &QueueGroups::rebuilt, this, [this] {
        spanHeadings();
        restoreSelection();
    });
    connect(m_proxy, &QueueProxy::aboutToRebuild, this, [this] {
        if (model() == m_proxy)
            keepSelection();
    });
    connect(m_proxy, &QueueProxy::rebuilt, this, [this] {
        if (model() == m_proxy)
            restoreSelection();
    });
}

void QueueView::keepSelection()
{
    m_kept = selectedRows();
    m_keptScroll = verticalScrollBar()->value();
}

/// The same files are selected as before, as far as they are shown.
void QueueView::restoreSelection()
{
    {
        const QSignalBlocker quiet(this);
        selectRows(m_kept);
        verticalScrollBar()->setValue(m_keptScroll);
    }
    if (selectedRows() != m_kept)
        Q_EMIT selectionMoved();
}

void QueueView::setGrouping(Grouping grouping)
{
    const QList<RowId> selected = selectedRows();
    if (grouping == Grouping::None)
        showModel(m_proxy);
    m_kept.clear();
    m_groups->setGrouping(grouping);
    if (grouping != Grouping::None) {
        showModel(m_groups);
        spanHeadings();
    }
    selectRows(selected);
}

/// A table forgets its columns with its model.
void QueueView::showModel(QAbstractItemModel *shown)
{
    if (model() == shown)
        return;
    const QByteArray columns = horizontalHeader()->saveState();
    const QItemSelectionModel *old = selectionModel();
    clearSpans();
    setModel(shown);
    delete old;
    horizontalHeader()->restoreState(columns);
    fitColumns();
}

bool QueueView::isInListOrder() const
{
    return m_groups->grouping() == Grouping::None && m_proxy->sortColumn() < 0;
}

void QueueView::spanHeadings()
{
    if (model() != m_groups)
        return;
    clearSpans();
    const QList<int> headings = m_groups->headings();
    for (const int row : headings.mid(0, manyHeadings))
        setSpan(row, 0, 1, model()->columnCount());
}

void QueueView::toggleFold(int headingRow)
{
    m_groups->setFolded(headingRow, !m_groups->isFolded(headingRow));
    setCurrentIndex(m_groups->index(headingRow, 0));
}

/// The arrow of a heading folds its group; elsewhere a click selects it.
void QueueView::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint().y());
    const int x = event->position().toPoint().x();
    const int fromEdge = layoutDirection() == Qt::RightToLeft ? viewport()->width() - x : x;
    if (event->button() == Qt::LeftButton && isHeading(row) && fromEdge <= arrowWidth)
        return toggleFold(row);
    QTableView::mousePressEvent(event);
}

bool QueueView::isHeading(int row) const
{
    return model() == m_groups && row >= 0 && row < m_groups->rowCount() && m_groups->isHeading(row);
}

bool QueueView::foldByKey(int key)
{
    const int row = currentIndex().row();
    if (!isHeading(row))
        return false;
    const bool either = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool fold = key == Qt::Key_Left || key == Qt::Key_Minus;
    const bool unfold = key == Qt::Key_Right || key == Qt::Key_Plus;
    if (either || (m_groups->isFolded(row) ? unfold : fold))
        toggleFold(row);
    return either || fold || unfold;
}

void QueueView::showEmptiness()
{
    const bool empty = m_model.rowCount() == 0;
    m_empty->setVisible(empty);
    horizontalHeader()->setVisible(!empty);
    if (!empty)
        fitColumns();
}

QList<RowId> QueueView::selectedRows() const
{
    // Not mapSelectionToSource(), which makes a range of each cell: 600,000 for a whole list.
    std::vector<bool> taken(size_t(m_model.rowCount()), false);
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (model() == m_proxy) {
                taken[size_t(m_proxy->sourceRow(row))] = true;
                continue;
            }
            for (const RowId id : m_groups->ids(row)) {
                if (const int place = m_model.indexOf(id); place >= 0) // not just leaving the list
                    taken[size_t(place)] = true;
            }
        }
    }
    QList<RowId> ids;
    for (size_t i = 0; i < taken.size(); ++i) {
        if (taken[i])
            ids.append(m_model.at(int(i)).id);
    }
    return ids;
}

/// -1 where the row is not shown.
int QueueView::viewRow(RowId id) const
{
    const int place = m_model.indexOf(id);
    const int row = place < 0 ? -1 : m_proxy->mapFromSource(m_model.index(place, 0)).row();
    return model() == m_groups ? m_groups->rowOf(row) : row;
}

void QueueView::selectRows(const QList<RowId> &rows)
{
    std::vector<int> shown;
    for (const RowId id : rows) {
        if (const int row = viewRow(id); row >= 0)
            shown.push_back(row);
    }
    std::ranges::sort(shown);
    QItemSelection selection;
    for (size_t i = 0; i < shown.size();) {
        size_t end = i + 1;
        while (end < shown.size() && shown[end] <= shown[end - 1] + 1)
            ++end;
        selection.select(model()->index(shown[i], 0), model()->index(shown[end - 1], model()->columnCount() - 1));
        i = end;
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!selection.isEmpty()) {
        selectionModel()->setCurrentIndex(selection.first().topLeft(), QItemSelectionModel::NoUpdate);
        scrollTo(selection.first().topLeft());
    }
}

void QueueView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void QueueView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier && foldByKey(event->key()))
        return;
    if (event->key() == Qt::Key_Delete)
        Q_EMIT removeRequested();
    else if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection())
        clearSelection();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT openRequested(currentIndex().data(QueueModel::IdRole).toULongLong());
    else
        QTableView::keyPressEvent(event);
}

/// Who goes from control to control by keys has to see where; who clicks knows.
void QueueView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) // come back to
        m_focusShows = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

void QueueView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace convoy
