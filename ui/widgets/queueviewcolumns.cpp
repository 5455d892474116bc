// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queueview.h"

#include <QGuiApplication>
#include <QHeaderView>

/// How wide the columns are, and which are shown.
namespace convoy {

namespace {

constexpr int fileRowPadding = 10;
constexpr int narrowCharacters = 105;
constexpr int roomyCharacters = 125;
constexpr int resultCharacters = 9; // of a column that a tool has filled

struct ColumnShare {
    QueueColumn column;
    int characters;
};

constexpr ColumnShare columnShares[] = {
    {QueueModel::NameColumn, 20},    {QueueModel::KindColumn, 10},   {QueueModel::DetailsColumn, 29},
    {QueueModel::ProfileColumn, 15}, {QueueModel::OutputColumn, 15}, {QueueModel::ResultColumn, 14},
    {QueueModel::StateColumn, 36},
};

} // namespace

void QueueView::setUpHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + fileRowPadding);
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
    connect(&header, &QHeaderView::sectionMoved, this, [this] { m_columnsChosen = m_columnsChosen || !m_fitting; });
}

/// What tools have found stands before the state, which is the last column.
void QueueView::placeResults()
{
    QHeaderView &header = *horizontalHeader();
    if (header.count() <= ColumnCount)
        return fitColumns();
    m_fitting = true;
    header.moveSection(header.visualIndex(QueueModel::StateColumn), header.count() - 1);
    m_fitting = false;
    fitColumns();
    spanHeadings();
    if (const QList<RowId> selected = selectedRows(); !selected.isEmpty()) {
        const QSignalBlocker quiet(this); // the same files, over the whole width
        selectRows(selected);
    }
}

/// What is left for the other columns, which want so many characters; with many results, the list is wider than its window.
int QueueView::fitResults(int results, int otherCharacters)
{
    const int width = viewport()->width();
    int left = width;
    for (int column = ColumnCount; column < ColumnCount + results; ++column) {
        const int share = width * resultCharacters / (otherCharacters + results * resultCharacters);
        // Its heading is all that says what a number is.
        const int wide = qMin(qMax(share, horizontalHeader()->sectionSizeHint(column)), width / 4);
        setColumnWidth(column, wide);
        left -= wide;
    }
    return qMax(left, width / 2);
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
    const int results = (model() ? model()->columnCount() : int(ColumnCount)) - ColumnCount;
    // What a tool has found is worth more than how its output is called.
    setColumnHidden(QueueModel::OutputColumn,
                    narrow || (results > 0 && characters < roomyCharacters + results * resultCharacters));
    setColumnHidden(QueueModel::ResultColumn, narrow); // then the state says it
    int total = 0;
    for (const ColumnShare &share : columnShares)
        total += isColumnHidden(share.column) ? 0 : share.characters;
    const int room = fitResults(results, total);
    int left = room;
    for (const ColumnShare &share : columnShares) {
        if (isColumnHidden(share.column) || share.column == QueueModel::StateColumn)
            continue;
        const int width = room * share.characters / total;
        setColumnWidth(share.column, width);
        left -= width;
    }
    setColumnWidth(QueueModel::StateColumn, left);
    m_fitting = false;
}

QByteArray QueueView::saveColumns() const
{
    // Columns of tools are of this list only.
    if (m_columnsChosen && horizontalHeader()->count() > ColumnCount)
        return m_restored;
    return m_columnsChosen ? horizontalHeader()->saveState() : QByteArray();
}

void QueueView::restoreColumns(const QByteArray &state)
{
    m_restored = state;
    m_columnsChosen = !state.isEmpty() && horizontalHeader()->restoreState(state);
    fitColumns();
    showEmptiness();
}

} // namespace convoy
