// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuemodel.h"
#include "ui/models/rowranges.h"

#include <algorithm>

/// Rows that come, go and change places.
namespace convoy {

void QueueModel::append(std::vector<QueueRow> rows)
{
    if (rows.empty())
        return;
    if (m_rows.empty())
        forgetResults();
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    for (QueueRow &row : rows) {
        applyWaitingProbe(row);
        const RowState state = rowState(row, profile(row.profileId));
        ++m_counts.byState[size_t(state)];
        m_states.push_back(state);
        m_paths.insert(pathHash(row.input.path), row.id);
        if (row.job != 0)
            m_jobs.insert(row.job, row.id);
        m_rows.push_back(std::make_unique<QueueRow>(std::move(row)));
    }
    remember(first);
    endInsertRows();
    Q_EMIT countsChanged();
}

void QueueModel::forgetRow(const QueueRow &row, RowState state)
{
    --m_counts.byState[size_t(state)];
    m_index.remove(row.id);
    m_timesLeft.remove(row.id);
    m_paths.remove(pathHash(row.input.path), row.id);
    if (row.job != 0)
        m_jobs.remove(row.job);
}

std::vector<PlacedRow> QueueModel::take(const QList<RowId> &ids)
{
    std::vector<int> places;
    for (const RowId id : ids) {
        if (const int place = indexOf(id); place >= 0)
            places.push_back(place);
    }
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    if (places.empty())
        return {};
    std::vector<PlacedRow> taken;
    taken.reserve(places.size());
    const bool reset = rangeCount(places) > maximumRanges;
    std::vector<std::pair<int, int>> ranges;
    forRanges(places, [&ranges](int first, int last) { ranges.emplace_back(first, last); });
    for (const int place : places) {
        forgetRow(at(place), stateAt(place));
        taken.push_back({place, {}});
    }
    if (reset)
        beginResetModel();
    size_t next = taken.size();
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        const auto [first, last] = *range;
        if (!reset)
            beginRemoveRows({}, first, last);
        for (int i = last; i >= first; --i)
            taken[--next].row = std::move(mutableAt(i));
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        m_states.erase(m_states.begin() + first, m_states.begin() + last + 1);
        if (!reset) {
            remember(first);
            endRemoveRows();
        }
    }
    if (reset) {
        remember(places.front());
        endResetModel();
    }
    Q_EMIT countsChanged();
    return taken;
}

void QueueModel::put(std::vector<PlacedRow> rows)
{
    if (rows.empty())
        return;
    beginResetModel();
    std::vector<std::unique_ptr<QueueRow>> merged;
    merged.reserve(m_rows.size() + rows.size());
    size_t old = 0;
    for (PlacedRow &placed : rows) {
        while (old < m_rows.size() && int(merged.size()) < placed.place)
            merged.push_back(std::move(m_rows[old++]));
        applyWaitingProbe(placed.row);
        m_paths.insert(pathHash(placed.row.input.path), placed.row.id);
        if (placed.row.job != 0)
            m_jobs.insert(placed.row.job, placed.row.id);
        merged.push_back(std::make_unique<QueueRow>(std::move(placed.row)));
    }
    std::move(m_rows.begin() + qsizetype(old), m_rows.end(), std::back_inserter(merged));
    m_rows = std::move(merged);
    m_counts = {};
    m_states.clear();
    for (const auto &row : m_rows) {
        m_states.push_back(rowState(*row, profile(row->profileId)));
        ++m_counts.byState[size_t(m_states.back())];
    }
    remember(0);
    endResetModel();
    Q_EMIT countsChanged();
}

void QueueModel::arrange(const std::vector<RowPlace> &places)
{
    if (places.empty())
        return;
    m_isArranged = true;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<RowId> ids;
    for (const QModelIndex &index : before)
        ids.append(at(index.row()).id);
    std::vector<std::unique_ptr<QueueRow>> moved;
    for (const RowPlace &wanted : places) {
        if (const int place = indexOf(wanted.id); place >= 0)
            moved.push_back(std::move(m_rows[size_t(place)]));
        else
            moved.push_back(nullptr);
    }
    std::erase(m_rows, nullptr);
    for (size_t i = 0; i < places.size(); ++i) {
        if (moved[i])
            m_rows.insert(m_rows.begin() + std::clamp(places[i].place, 0, int(m_rows.size())), std::move(moved[i]));
    }
    remember(0);
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_states[i] = rowState(*m_rows[i], profile(m_rows[i]->profileId));
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(indexOf(ids[i]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    Q_EMIT arranged();
}

} // namespace convoy
