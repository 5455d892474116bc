// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queueproxy.h"
#include "ui/models/rowranges.h"

#include <algorithm>
#include <numeric>
#include <utility>

/// The list below has changed.
namespace convoy {

void QueueProxy::rowsInserted(int first, int last)
{
    const int count = last - first + 1;
    if (isBusy() && first < m_model.rowCount() - count)
        refresh(); // rows that have been looked at have other numbers now; those at the end are still to come
    std::vector<char> found;
    std::vector<int> shown;
    for (int row = first; row <= last; ++row)
        found.push_back(matches(row));
    for (int &row : m_rows)
        row += row >= first ? count : 0;
    m_matches.insert(m_matches.begin() + first, found.begin(), found.end());
    m_places.insert(m_places.begin() + first, size_t(count), -1);
    for (int row = first; row <= last; ++row) {
        if (accepts(row))
            shown.push_back(row);
    }
    if (shown.empty())
        return;
    insertRows(shown); // where a column orders them, to the end first
    sortAgain();
}

void QueueProxy::rowsAboutToBeRemoved(int first, int last)
{
    std::vector<int> shown;
    for (int row = first; row <= last; ++row) {
        if (m_places[size_t(row)] >= 0)
            shown.push_back(m_places[size_t(row)]);
    }
    hideRows(shown);
}

void QueueProxy::rowsRemoved(int first, int last)
{
    const int count = last - first + 1;
    m_matches.erase(m_matches.begin() + first, m_matches.begin() + last + 1);
    m_places.erase(m_places.begin() + first, m_places.begin() + last + 1);
    for (int &row : m_rows)
        row -= row > last ? count : 0;
    if (isBusy())
        refresh();
}

/// Takes rows out of sight; `shown` are their places here.
void QueueProxy::hideRows(const std::vector<int> &shown)
{
    std::vector<int> places = shown;
    std::ranges::sort(places);
    std::vector<std::pair<int, int>> ranges;
    forRanges(places, [&ranges](int from, int to) { ranges.emplace_back(from, to); });
    const bool whole = ranges.size() > maximumRanges;
    if (whole) {
        Q_EMIT aboutToRebuild();
        beginResetModel();
        for (const int place : places)
            m_places[size_t(std::exchange(m_rows[size_t(place)], -1))] = -1;
        std::erase(m_rows, -1);
        numberFrom(0);
        endResetModel();
        Q_EMIT rebuilt();
        return;
    }
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        const auto [from, to] = *range;
        beginRemoveRows({}, from, to);
        for (int i = from; i <= to; ++i)
            m_places[size_t(m_rows[size_t(i)])] = -1;
        m_rows.erase(m_rows.begin() + from, m_rows.begin() + to + 1);
        numberFrom(size_t(from));
        endRemoveRows();
    }
}

/// Brings rows of the list into sight: where they belong, or at the end where a column orders them.
void QueueProxy::showRows(const std::vector<int> &source)
{
    if (rangeCount(source) > maximumRanges) {
        std::vector<int> rows = m_rows;
        rows.insert(rows.end(), source.begin(), source.end());
        if (m_column < 0)
            std::ranges::sort(rows);
        return show(std::move(rows));
    }
    forRanges(source, [this](int first, int last) {
        std::vector<int> rows(size_t(last - first) + 1);
        std::iota(rows.begin(), rows.end(), first);
        insertRows(rows);
    });
}

/// `source` are neighbours in the list.
void QueueProxy::insertRows(const std::vector<int> &source)
{
    const auto place = m_column < 0 ? std::ranges::lower_bound(m_rows, source.front()) : m_rows.end();
    const auto at = size_t(place - m_rows.begin());
    beginInsertRows({}, int(at), int(at + source.size()) - 1);
    m_rows.insert(place, source.begin(), source.end());
    numberFrom(at);
    endInsertRows();
}

void QueueProxy::rowsChanged(int first, int last)
{
    std::vector<int> left, come;
    for (int row = first; row <= last; ++row) {
        const int place = m_places[size_t(row)];
        const bool wanted = accepts(row);
        if (place >= 0 && !wanted)
            left.push_back(place);
        else if (place < 0 && wanted)
            come.push_back(row);
    }
    if (!left.empty())
        hideRows(left);
    if (!come.empty())
        showRows(come);
    std::vector<int> changed;
    for (int row = first; row <= last; ++row) {
        if (m_places[size_t(row)] >= 0)
            changed.push_back(m_places[size_t(row)]);
    }
    std::ranges::sort(changed);
    if (rangeCount(changed) > maximumRanges)
        Q_EMIT dataChanged(index(changed.front(), 0), index(changed.back(), columnCount() - 1));
    else
        forRanges(changed, [this](int from, int to) { Q_EMIT dataChanged(index(from, 0), index(to, columnCount() - 1)); });
    sortAgain();
}

void QueueProxy::layoutAboutToChange()
{
    Q_EMIT layoutAboutToBeChanged();
    m_keptIndexes = persistentIndexList();
    m_keptSource.clear();
    for (const QModelIndex &one : std::as_const(m_keptIndexes))
        m_keptSource.append(mapToSource(one));
    m_keptIds.clear();
    m_keptIds.reserve(m_rows.size());
    for (const int row : m_rows)
        m_keptIds.push_back(m_model.at(row).id);
}

void QueueProxy::layoutHasChanged()
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        m_matches[size_t(row)] = matches(row);
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i] = m_model.indexOf(m_keptIds[i]);
    if (m_column < 0)
        std::ranges::sort(m_rows);
    numberFrom(0);
    QModelIndexList after;
    for (const QPersistentModelIndex &one : std::as_const(m_keptSource))
        after.append(mapFromSource(one));
    changePersistentIndexList(m_keptIndexes, after);
    m_keptSource.clear();
    Q_EMIT layoutChanged();
    if (isBusy())
        refresh();
    else
        sortAgain(); // equals stand as in the list
}

/// Everything may be different, and nothing is known of it yet.
void QueueProxy::reset()
{
    ++m_wish;
    m_sorting = false;
    m_slice.stop();
    m_matches.assign(size_t(m_model.rowCount()), 1);
    const bool isShort = m_model.rowCount() <= shortList;
    for (int row = 0; row < m_model.rowCount() && isShort; ++row)
        m_matches[size_t(row)] = matches(row);
    m_rows = acceptedRows();
    m_places.assign(size_t(m_model.rowCount()), -1);
    numberFrom(0);
    endResetModel();
    if (m_column >= 0 || (!m_text.isEmpty() && !isShort))
        refresh();
}

} // namespace convoy
