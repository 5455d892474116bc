// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queueview.h"

#include "ui/delegates/statedelegate.h"
#include "ui/widgets/emptystate.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace convoy {

namespace {

constexpr int rowPadding = 10;

} // namespace

QueueView::QueueView(QueueModel &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_proxy(new QueueProxy(model, this)), m_empty(new EmptyState(viewport()))
{
    setModel(m_proxy);
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
    setItemDelegateForColumn(QueueModel::NameColumn, new KindDelegate(this));
    setItemDelegateForColumn(QueueModel::StateColumn, new StateDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    QHeaderView &header = *horizontalHeader();
    header.setHighlightSections(false);
    header.setSectionsMovable(true);
    header.setStretchLastSection(true);
    header.setSortIndicatorClearable(true);
    header.setSortIndicator(-1, Qt::AscendingOrder);
    header.setTextElideMode(Qt::ElideRight);
    setSortingEnabled(true);
    m_proxy->sort(-1);
    const int unit = fontMetrics().averageCharWidth();
    for (const auto &[column, characters] : {std::pair(QueueModel::NameColumn, 26), {QueueModel::KindColumn, 9}, {QueueModel::DetailsColumn, 20},
                                             {QueueModel::ProfileColumn, 15}, {QueueModel::OutputColumn, 15}})
        setColumnWidth(column, characters * unit);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &QueueView::showEmptiness);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &QueueView::showEmptiness);
    connect(&model, &QAbstractItemModel::modelReset, this, &QueueView::showEmptiness);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT openRequested(index.data(QueueModel::IdRole).toULongLong()); });
    showEmptiness();
}

void QueueView::showEmptiness()
{
    const bool empty = m_model.rowCount() == 0;
    m_empty->setVisible(empty);
    horizontalHeader()->setVisible(!empty);
}

QList<RowId> QueueView::selectedRows() const
{
    QList<RowId> ids;
    const QItemSelection selection = m_proxy->mapSelectionToSource(selectionModel()->selection());
    QList<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selection)
        ranges.append({range.top(), range.bottom()});
    std::ranges::sort(ranges);
    int next = 0;
    for (const auto &[top, bottom] : ranges) {
        for (int row = qMax(top, next); row <= bottom; ++row)
            ids.append(m_model.at(row).id);
        next = qMax(next, bottom + 1);
    }
    return ids;
}

void QueueView::selectRows(const QList<RowId> &rows)
{
    QItemSelection selection;
    for (const RowId id : rows) {
        if (const int place = m_model.indexOf(id); place >= 0) {
            const QModelIndex index = m_proxy->mapFromSource(m_model.index(place, 0));
            if (index.isValid())
                selection.select(index, index);
        }
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!selection.isEmpty()) {
        selectionModel()->setCurrentIndex(selection.first().topLeft(), QItemSelectionModel::NoUpdate);
        scrollTo(selection.first().topLeft());
    }
}

QByteArray QueueView::saveColumns() const
{
    return horizontalHeader()->saveState();
}

void QueueView::restoreColumns(const QByteArray &state)
{
    horizontalHeader()->restoreState(state);
    showEmptiness();
}

void QueueView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void QueueView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        Q_EMIT removeRequested();
    else if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection())
        clearSelection();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT openRequested(currentIndex().data(QueueModel::IdRole).toULongLong());
    else
        QTableView::keyPressEvent(event);
}

void QueueView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
}

} // namespace convoy
