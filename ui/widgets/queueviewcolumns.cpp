// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queueview.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <limits>
#include <numeric>

/// How wide the columns are, and which are shown.
namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fileRowPadding = 10;
constexpr int sampledRows = 100; // a long list is measured by how it begins
constexpr int measureMs = 300;
constexpr int textMargin = 14;         // of a cell, both sides
constexpr int pictureWidth = 22;       // before a name or a state
constexpr int leastCharacters = 16;    // a column with less says too little
constexpr int mostCharacters = 48;     // one long name is not worth the others
constexpr int progressCharacters = 26; // a bar, its percent and the time left
constexpr int resultCharacters = 9;    // of a column that a tool has filled
constexpr int spareWidth = 24;         // for each column where there is room
constexpr int stateShare = 33;         // percent that the state may take where there is none

constexpr QueueColumn otherColumns[] = {NameColumn, KindColumn, DetailsColumn, ProfileColumn, OutputColumn, ResultColumn};
/// Can be told from others (the picture before the name, the state, the name and the profile), or from the panel.
constexpr QueueColumn dispensableColumns[] = {KindColumn, ResultColumn, OutputColumn, DetailsColumn, ProfileColumn};

/// As settings have them.
QByteArray columnKey(QueueColumn column)
{
    switch (column) {
    case NameColumn: return "name";
    case KindColumn: return "kind";
    case DetailsColumn: return "size";
    case ProfileColumn: return "profile";
    case OutputColumn: return "output";
    case ResultColumn: return "result";
    case StateColumn: return "state";
    case ColumnCount: break;
    }
    return {};
}

/// So wide that `wanted` has room: who wants less gets what it wants, the others the same of what is left.
int fairWidth(std::vector<int> wanted, int room)
{
    std::ranges::sort(wanted);
    for (size_t i = 0; i < wanted.size(); ++i) {
        const int share = room / int(wanted.size() - i);
        if (wanted[i] > share)
            return share;
        room -= wanted[i];
    }
    return std::numeric_limits<int>::max();
}

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
    m_measure.setSingleShot(true);
    m_measure.setInterval(measureMs);
    connect(&m_measure, &QTimer::timeout, this, &QueueView::measureColumns);
    connect(&header, &QHeaderView::sectionResized, this, [this](int column) {
        // The last column follows the window by itself.
        const bool byHand = !m_fitting && column != QueueModel::StateColumn
            && QGuiApplication::mouseButtons() != Qt::NoButton;
        m_columnsChosen = m_columnsChosen || byHand;
    });
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&header, &QWidget::customContextMenuRequested, this, [this](const QPoint &place) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnsMenu(*menu);
        menu->popup(horizontalHeader()->viewport()->mapToGlobal(place));
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

/// What is left for the other columns; with many results, the list is wider than its window.
int QueueView::fitResults()
{
    const int width = viewport()->width();
    int left = width;
    for (int column = ColumnCount; column < horizontalHeader()->count(); ++column) {
        // Its heading is all that says what a number is.
        const int wide = qMin(
            qMax(resultCharacters * fontMetrics().averageCharWidth(), horizontalHeader()->sectionSizeHint(column)),
            width / 4);
        setColumnWidth(column, wide);
        left -= wide;
    }
    return qMax(left, width / 2);
}

QueueView::Wanted QueueView::wantedWidth(QueueColumn column) const
{
    const QFontMetrics metrics = fontMetrics();
    std::vector<int> widths;
    const int rows = qMin(m_model.rowCount(), sampledRows);
    widths.reserve(size_t(rows));
    for (int row = 0; row < rows; ++row)
        widths.push_back(metrics.horizontalAdvance(m_model.index(row, column).data().toString()));
    std::ranges::sort(widths);
    int least = 0;
    if (column == ResultColumn) // is empty until work has ended
        least = metrics.horizontalAdvance(sizeText(888'000'000) + u", 100 %"_s);
    if (column == StateColumn)
        least = progressCharacters * metrics.averageCharWidth();
    const int beside = textMargin + (column == NameColumn || column == StateColumn ? pictureWidth : 0);
    const auto bounded = [&](int wide) {
        return qMax(horizontalHeader()->sectionSizeHint(column),
                    qMin(qMax(wide, least) + beside, mostCharacters * metrics.averageCharWidth()));
    };
    if (widths.empty())
        return {bounded(0), bounded(0)};
    return {bounded(widths[widths.size() * 9 / 10]), bounded(widths.back())};
}

/// What is read of files comes little by little.
void QueueView::measureSoon(int firstRow)
{
    if (firstRow < sampledRows && !m_columnsChosen && !m_measure.isActive())
        m_measure.start();
}

void QueueView::measureColumns()
{
    for (int column = 0; column < ColumnCount; ++column)
        m_wanted[size_t(column)] = wantedWidth(QueueColumn(column));
    fitColumns();
}

/// Where the result has no room, the output has to do with less: it is mostly called as its source is.
std::vector<int> QueueView::wantedBy(const std::vector<QueueColumn> &columns, int room) const
{
    std::vector<int> wanted;
    wanted.reserve(columns.size());
    for (const QueueColumn column : columns)
        wanted.push_back(m_wanted[size_t(column)].usual);
    const auto output = std::ranges::find(columns, OutputColumn);
    const bool isTight = std::ranges::find(columns, ResultColumn) == columns.end()
        && std::accumulate(wanted.begin(), wanted.end(), 0) > room;
    if (isTight && output != columns.end()) {
        int &wide = wanted[size_t(output - columns.begin())];
        wide = qMin(wide, leastCharacters * fontMetrics().averageCharWidth());
    }
    return wanted;
}

/// The kind and the result, which the state says then, go as soon as anything is cut, the others where too little would be
/// left of each.
std::vector<QueueColumn> QueueView::columnsFor(int room) const
{
    if (m_shown)
        return *m_shown;
    std::vector<QueueColumn> shown(std::begin(otherColumns), std::end(otherColumns));
    for (const QueueColumn column : dispensableColumns) {
        const int least = column == KindColumn || column == ResultColumn
            ? std::numeric_limits<int>::max()
            : leastCharacters * fontMetrics().averageCharWidth();
        if (fairWidth(wantedBy(shown, room), room) >= least)
            break;
        std::erase(shown, column);
    }
    return shown;
}

/// Columns get what they hold, where there is room also what is longer than most; where that is too much, what can be told
/// from others goes, and the widest are cut.
void QueueView::fitColumns()
{
    if (m_columnsChosen || viewport()->width() <= 0)
        return;
    m_fitting = true;
    const int all = fitResults();
    const int state = qMin(m_wanted[StateColumn].usual, all * stateShare / 100);
    const int room = all - state;
    const std::vector<QueueColumn> shown = columnsFor(room);
    const std::vector<int> wanted = wantedBy(shown, room);
    const int fair = fairWidth(wanted, room);
    int left = room - std::accumulate(wanted.begin(), wanted.end(), 0);
    const int spare = qBound(0, left / int(wanted.size()), spareWidth);
    left -= spare * int(wanted.size()) + m_wanted[StateColumn].widest - state; // why something failed goes first
    int stateWidth = all;
    for (const QueueColumn column : otherColumns)
        setColumnHidden(column, std::ranges::find(shown, column) == shown.end());
    for (size_t i = 0; i < shown.size(); ++i) {
        const int rest = qBound(0, m_wanted[size_t(shown[i])].widest - wanted[i] - spare, qMax(0, left));
        left -= rest;
        const int wide = qMin(wanted[i] + spare + rest, fair);
        setColumnWidth(shown[i], wide);
        stateWidth -= wide;
    }
    setColumnWidth(StateColumn, stateWidth);
    m_fitting = false;
}

/// The name and the state always are: without them no row could be told from another.
void QueueView::fillColumnsMenu(QMenu &menu)
{
    menu.clear();
    QAction *fitting = menu.addAction(tr("As many as there is room for"));
    fitting->setCheckable(true);
    fitting->setChecked(!m_shown && !m_columnsChosen);
    connect(fitting, &QAction::triggered, this, &QueueView::showFittingColumns);
    menu.addSeparator();
    for (const QueueColumn column : otherColumns) {
        if (column == NameColumn)
            continue;
        QAction *action = menu.addAction(columnTitle(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::triggered, this, [this, column](bool shown) { showColumn(column, shown); });
    }
}

void QueueView::showColumn(QueueColumn column, bool shown)
{
    std::vector<QueueColumn> columns;
    for (const QueueColumn one : otherColumns) {
        if (one == column ? shown : !isColumnHidden(one))
            columns.push_back(one);
    }
    m_shown = columns;
    setColumnHidden(column, !shown); // also where a person has set the widths
    fitColumns();
}

void QueueView::showFittingColumns()
{
    m_shown.reset();
    m_columnsChosen = false;
    m_fitting = true;
    for (int column = 0; column < ColumnCount; ++column)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
    m_fitting = false;
    placeResults();
}

QByteArray QueueView::saveShownColumns() const
{
    QByteArrayList keys;
    for (const QueueColumn column : m_shown.value_or(std::vector<QueueColumn>()))
        keys.append(columnKey(column));
    return keys.join(',');
}

void QueueView::restoreShownColumns(const QByteArray &keys)
{
    if (keys.isEmpty())
        return;
    const QByteArrayList known = keys.split(',');
    m_shown.emplace();
    for (const QueueColumn column : otherColumns) {
        if (column == NameColumn || known.contains(columnKey(column)))
            m_shown->push_back(column);
    }
    fitColumns();
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
