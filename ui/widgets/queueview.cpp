// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queueview.h"

#include "ui/delegates/statedelegate.h"
#include "ui/widgets/emptystate.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace convoy {

namespace {

constexpr int rowPadding = 10;
constexpr int narrowCharacters = 105;

struct ColumnShare {
    QueueModel::Column column;
    int characters;
};

constexpr ColumnShare columnShares[] = {
    {QueueModel::NameColumn, 26},    {QueueModel::KindColumn, 9},    {QueueModel::DetailsColumn, 24},
    {QueueModel::ProfileColumn, 17}, {QueueModel::OutputColumn, 17}, {QueueModel::StateColumn, 42},
};

} // namespace

QueueView::QueueView(QueueModel &model, QWidget *parent)
    : QTableView(parent),
      m_model(model),
      m_proxy(new QueueProxy(model, this)),
      m_empty(new EmptyState(viewport()))
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
    connect(&header, &QHeaderView::sectionResized, this, [this](int column) {
        // The last column follows the window by itself.
        const bool byHand = !m_fitting && column != QueueModel::StateColumn
            && QGuiApplication::mouseButtons() != Qt::NoButton;
        m_columnsChosen = m_columnsChosen || byHand;
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &QueueView::showEmptiness);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &QueueView::showEmptiness);
    connect(&model, &QAbstractItemModel::modelReset, this, &QueueView::showEmptiness);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT openRequested(index.data(QueueModel::IdRole).toULongLong()); });
    showEmptiness();
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

/// The state says why something failed: it gets the most room, and in a narrow window what can be told from other
/// columns goes.
void QueueView::fitColumns()
{
    if (m_columnsChosen || viewport()->width() <= 0)
        return;
    m_fitting = true;
    const int characters = viewport()->width() / fontMetrics().averageCharWidth();
    const bool narrow = characters < narrowCharacters;
    setColumnHidden(QueueModel::KindColumn, narrow);
    setColumnHidden(QueueModel::OutputColumn, narrow);
    int total = 0;
    for (const ColumnShare &share : columnShares)
        total += isColumnHidden(share.column) ? 0 : share.characters;
    int left = viewport()->width();
    for (const ColumnShare &share : columnShares) {
        if (isColumnHidden(share.column) || share.column == QueueModel::StateColumn)
            continue;
        const int width = viewport()->width() * share.characters / total;
        setColumnWidth(share.column, width);
        left -= width;
    }
    setColumnWidth(QueueModel::StateColumn, left);
    m_fitting = false;
}

QByteArray QueueView::saveColumns() const
{
    return m_columnsChosen ? horizontalHeader()->saveState() : QByteArray();
}

void QueueView::restoreColumns(const QByteArray &state)
{
    m_columnsChosen = !state.isEmpty() && horizontalHeader()->restoreState(state);
    fitColumns();
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
    fitColumns();
}

} // namespace convoy
