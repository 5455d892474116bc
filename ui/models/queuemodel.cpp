// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuemodel.h"

#include <algorithm>
#include <numeric>

namespace convoy {

namespace {

// More separate ranges than this are cheaper as one reset of the whole list.
constexpr size_t maximumRanges = 64;

size_t pathHash(const Path &path)
{
    return std::hash<std::string>()(path.native());
}

/// Calls `range(first, last)` for each run of neighbours. `rows` must be sorted.
template <typename F>
void forRanges(const std::vector<int> &rows, F range)
{
    for (size_t i = 0; i < rows.size();) {
        size_t end = i + 1;
        while (end < rows.size() && rows[end] <= rows[end - 1] + 1)
            ++end;
        range(rows[i], rows[end - 1]);
        i = end;
    }
}

size_t rangeCount(const std::vector<int> &rows)
{
    size_t count = 0;
    forRanges(rows, [&count](int, int) { ++count; });
    return count;
}

} // namespace

int RowCounts::active() const
{
    return std::accumulate(byState.begin() + int(RowState::Planning), byState.begin() + int(RowState::Done), 0);
}

int RowCounts::ended() const
{
    return std::accumulate(byState.begin() + int(RowState::Done), byState.end(), 0);
}

QueueModel::QueueModel(QObject *parent) : QAbstractTableModel(parent) {}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

const ProfileBrief *QueueModel::profile(const QString &id) const
{
    const auto it = m_profiles.constFind(id);
    return it == m_profiles.constEnd() ? nullptr : &*it;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QueueRow &row = at(index.row());
    const ProfileBrief *brief = profile(row.profileId);
    const auto column = QueueColumn(index.column());
    switch (role) {
    case Qt::DisplayRole: return columnText(row, brief, column);
    case Qt::ToolTipRole: return column == NameColumn ? displayName(row.input.path) : columnText(row, brief, column);
    case Qt::AccessibleTextRole: return columnAccessibleText(row, brief, column);
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | Qt::AlignLeading);
    case SortRole: return columnSortKey(row, brief, column);
    case StateRole: return int(stateAt(index.row()));
    case FractionRole: return row.status.fraction;
    case IdRole: return row.id;
    case ReasonRole: return rowReason(row, brief);
    case KindRole: return int(row.kind);
    default: break;
    }
    return {};
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeading);
    if (role != Qt::DisplayRole)
        return {};
    return columnTitle(QueueColumn(section));
}

void QueueModel::setProfiles(const std::vector<Profile> &profiles)
{
    m_profiles.clear();
    for (const Profile &one : profiles) {
        const ConverterInfo *converter = findConverter(one.converter);
        m_profiles.insert(one.id,
                          {one.name, one.extension, one.nameTemplate, converter ? converter->accepts : QList<MediaKind>()});
    }
    std::vector<int> all(m_rows.size());
    std::iota(all.begin(), all.end(), 0);
    announce(std::move(all));
}

/// Makes the index right from row `first` to the end.
void QueueModel::remember(int first)
{
    for (int i = first; i < int(m_rows.size()); ++i)
        m_index.insert(at(i).id, i);
}

void QueueModel::refresh(int row)
{
    const RowState state = rowState(at(row), profile(at(row).profileId));
    RowState &known = m_states[size_t(row)];
    if (state == known)
        return;
    --m_counts.byState[size_t(known)];
    ++m_counts.byState[size_t(state)];
    known = state;
}

/// `rows` have changed.
void QueueModel::announce(std::vector<int> rows)
{
    if (rows.empty())
        return;
    std::ranges::sort(rows);
    const RowCounts before = m_counts;
    for (const int row : rows)
        refresh(row);
    forRanges(rows, [this](int first, int last) { Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1)); });
    if (before != m_counts)
        Q_EMIT countsChanged();
}

void QueueModel::append(std::vector<QueueRow> rows)
{
    if (rows.empty())
        return;
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

void QueueModel::setProbed(const std::vector<ProbedFile> &files)
{
    std::vector<int> changed;
    for (const ProbedFile &file : files) {
        const int place = indexOf(file.id);
        if (place < 0) {
            m_waitingProbes.insert(file.id, file);
            continue;
        }
        applyProbe(mutableAt(place), file);
        changed.push_back(place);
    }
    announce(std::move(changed));
}

void QueueModel::applyProbe(QueueRow &row, const ProbedFile &file) const
{
    row.probed = true;
    if (file.refusal)
        row.refusal = file.refusal;
    row.info = file.info;
    if (file.piece) {
        row.piece = file.piece;
    } else if (row.piece && !file.refusal) { // looked at anew, now that the file is there
        if (const Result<void> settled = settlePiece(*row.piece, row.info); !settled)
            row.refusal = settled.error();
    }
    const MediaKind kind = file.info.kind;
    if (file.refusal || kind == MediaKind::Unknown || kind == row.kind)
        return;
    if (m_defaultProfile && row.profileId == m_defaultProfile(row.kind))
        row.profileId = m_defaultProfile(kind);
    row.kind = kind;
}

void QueueModel::applyWaitingProbe(QueueRow &row)
{
    if (const auto waiting = m_waitingProbes.constFind(row.id); waiting != m_waitingProbes.constEnd()) {
        applyProbe(row, *waiting);
        m_waitingProbes.erase(waiting);
    }
}

void QueueModel::forgetRow(const QueueRow &row, RowState state)
{
    --m_counts.byState[size_t(state)];
    m_index.remove(row.id);
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

void QueueModel::setChoices(const std::vector<RowChoice> &choices)
{
    std::vector<int> changed;
    QList<JobId> released;
    for (const RowChoice &choice : choices) {
        const int place = indexOf(choice.id);
        if (place < 0 || isActive(stateAt(place)))
            continue;
        QueueRow &row = mutableAt(place);
        if (row.profileId == choice.profileId && row.overrides == choice.overrides
            && row.nameTemplate == choice.nameTemplate)
            continue;
        row.profileId = choice.profileId;
        row.overrides = choice.overrides;
        row.nameTemplate = choice.nameTemplate;
        if (row.job != 0) {
            m_jobs.remove(row.job);
            released.append(row.job);
            row.job = 0;
            row.status = {};
        }
        changed.push_back(place);
    }
    announce(std::move(changed));
    if (!released.isEmpty())
        Q_EMIT jobsReleased(released);
}

void QueueModel::setPlanning(const QList<RowId> &ids, bool planning)
{
    std::vector<int> changed;
    for (const RowId id : ids) {
        if (const int place = indexOf(id); place >= 0) {
            mutableAt(place).planning = planning;
            changed.push_back(place);
        }
    }
    announce(std::move(changed));
}

void QueueModel::restart(RowId id)
{
    const int place = indexOf(id);
    if (place < 0)
        return;
    QueueRow &row = mutableAt(place);
    const JobId job = row.job;
    m_jobs.remove(job);
    row.job = 0;
    row.status = {};
    row.refusal.reset();
    row.probed = false;
    announce({place});
    if (job != 0)
        Q_EMIT jobsReleased({job});
}

void QueueModel::setFound(RowId id, const FoundFile &file)
{
    const int place = indexOf(id);
    if (place < 0)
        return;
    QueueRow &row = mutableAt(place);
    row.input.identity = file.scanned.file.identity;
    if (row.kind == MediaKind::Unknown && m_defaultProfile && row.profileId.isEmpty())
        row.profileId = m_defaultProfile(file.kind);
    row.kind = file.kind;
    row.formatId = file.formatId;
    row.refusal = file.scanned.refusal;
    row.probed = row.refusal.has_value();
    announce({place});
}

void QueueModel::setJobs(const std::vector<Submission> &submissions)
{
    std::vector<int> changed;
    for (const Submission &submission : submissions) {
        const int place = indexOf(submission.id);
        if (place < 0)
            continue;
        QueueRow &row = mutableAt(place);
        row.planning = false;
        row.job = submission.job;
        row.plannedStem = submission.stem;
        row.status = submission.status;
        m_jobs.insert(submission.job, submission.id);
        changed.push_back(place);
    }
    announce(std::move(changed));
}

void QueueModel::updateJobs(const std::vector<JobUpdate> &updates)
{
    std::vector<int> changed;
    for (const JobUpdate &update : updates) {
        const int place = indexOf(rowOfJob(update.job));
        if (place < 0)
            continue;
        mutableAt(place).status = update.status;
        changed.push_back(place);
    }
    announce(std::move(changed));
}

const QueueRow *QueueModel::find(RowId id) const
{
    const int place = indexOf(id);
    return place < 0 ? nullptr : &at(place);
}

QList<RowId> QueueModel::rowsWhere(const std::function<bool(RowState)> &wanted) const
{
    QList<RowId> ids;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (wanted(m_states[i]))
            ids.append(m_rows[i]->id);
    }
    return ids;
}

bool QueueModel::contains(const Path &path) const
{
    const auto [begin, end] = m_paths.equal_range(pathHash(path));
    return std::any_of(begin, end, [this, &path](RowId id) {
        const QueueRow *row = find(id);
        return row && row->input.path.native() == path.native();
    });
}

QString QueueModel::reason(RowId id) const
{
    const QueueRow *row = find(id);
    return row ? rowReason(*row, profile(row->profileId)) : QString();
}

} // namespace convoy
