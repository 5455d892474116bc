// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuemodel.h"

#include "ui/models/rowranges.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace convoy {

namespace {

/// What a tool's profile looks for in what the tool says, in its order.
QStringList resultNames(const Profile &profile)
{
    QStringList names;
    const QJsonArray columns = profile.options.value(u"columns").toArray();
    for (const QJsonValue &column : columns)
        names.append(column.toString().section(u'=', 0, 0));
    return names;
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

QueueModel::QueueModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_clock.start();
}

size_t QueueModel::pathHash(const Path &path)
{
    return std::hash<std::string>()(path.native());
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount) + int(m_results.size());
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
    if (index.column() >= ColumnCount) {
        if (const QVariant result = resultData(row, index.column(), role); result.isValid() || role == SortRole)
            return result;
    }
    const ProfileBrief *brief = profile(row.profileId);
    const auto column = QueueColumn(index.column());
    switch (role) {
    case Qt::DisplayRole: return columnText(row, brief, column);
    case Qt::ToolTipRole:
        return plainTip(column == NameColumn && !row.input.path.empty() ? displayName(row.input.path)
                                                                        : columnText(row, brief, column));
    case Qt::AccessibleTextRole: return columnAccessibleText(row, brief, column);
    case Qt::AccessibleDescriptionRole: // what the picture before a name says
        return column == NameColumn ? columnText(row, brief, KindColumn) : QVariant();
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | Qt::AlignLeading);
    case SortRole: return columnSortKey(row, brief, column);
    case StateRole: return int(stateAt(index.row()));
    case FractionRole: return row.status.fraction;
    case SecondsLeftRole: return row.secondsLeft;
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
    if (role == Qt::TextAlignmentRole) // as the cells below
        return int(Qt::AlignVCenter | (section < ColumnCount ? Qt::AlignLeading : Qt::AlignTrailing));
    if (role != Qt::DisplayRole)
        return {};
    return section < ColumnCount ? columnTitle(QueueColumn(section)) : m_results.value(section - ColumnCount);
}

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

void QueueModel::setProfiles(const std::vector<Profile> &profiles)
{
    m_profiles.clear();
    for (const Profile &one : profiles) {
        const ConverterInfo *converter = findConverter(one.converter);
        m_profiles.insert(one.id,
                          {.name = one.name,
                           .extension = one.extension,
                           .nameTemplate = one.nameTemplate,
                           .accepts = converter ? converter->accepts : QList<MediaKind>(),
                           .results = resultNames(one),
                           .renames = one.conflict == ConflictRule::Rename,
                           .isBeside = m_isBesideSources});
    }
    announceAll();
}

void QueueModel::setBesideSources(bool beside)
{
    if (std::exchange(m_isBesideSources, beside) == beside)
        return;
    for (ProfileBrief &profile : m_profiles)
        profile.isBeside = beside;
    announceAll();
}

void QueueModel::announceAll()
{
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
    forRanges(rows, [this](int first, int last) { Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1)); });
    if (before != m_counts)
        Q_EMIT countsChanged();
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
        return row && row->input.path == path;
    });
}

QString QueueModel::reason(RowId id) const
{
    const QueueRow *row = find(id);
    return row ? rowReason(*row, profile(row->profileId)) : QString();
}

} // namespace convoy
