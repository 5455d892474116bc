// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuegroups.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace convoy {

namespace {

constexpr int manyRows = 5000;
constexpr int manyRowsDelayMs = 300;

std::string_view folderPart(const KeptPath &path)
{
    const std::string_view name = path.c_str();
    const size_t slash = name.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : name.substr(0, std::max<size_t>(slash, 1));
}

} // namespace

QueueGroups::QueueGroups(QueueModel &model, QueueProxy &proxy, QObject *parent)
    : QAbstractTableModel(parent),
      m_model(model),
      m_proxy(proxy)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &QueueGroups::rebuild);
    using Model = QAbstractItemModel;
    connect(&proxy, &Model::rowsAboutToBeInserted, this, &QueueGroups::leave);
    connect(&proxy, &Model::rowsAboutToBeRemoved, this, &QueueGroups::leave);
    connect(&proxy, &Model::layoutAboutToBeChanged, this, &QueueGroups::leave);
    connect(&proxy, &Model::modelAboutToBeReset, this, &QueueGroups::leave);
    connect(&proxy, &Model::dataChanged, this, &QueueGroups::dataChangedBelow);
    connect(&model, &Model::columnsAboutToBeInserted, this,
            [this](const QModelIndex &, int first, int last) { beginInsertColumns({}, first, last); });
    connect(&model, &Model::columnsInserted, this, [this] { endInsertColumns(); });
    connect(&model, &Model::columnsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beginRemoveColumns({}, first, last); });
    connect(&model, &Model::columnsRemoved, this, [this] { endRemoveColumns(); });
}

void QueueGroups::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    m_folded.clear();
    m_soon.stop();
    rebuild();
}

/// Between a change below and the rebuilding there are no rows: their numbers would be wrong.
void QueueGroups::leave()
{
    if (m_grouping == Grouping::None)
        return;
    if (!m_entries.empty()) {
        Q_EMIT aboutToRebuild();
        beginResetModel();
        m_entries.clear();
        m_places.clear();
        endResetModel();
    }
    if (!m_soon.isActive())
        m_soon.start(m_model.rowCount() > manyRows ? manyRowsDelayMs : 0);
}

QString QueueGroups::keyOf(int proxyRow) const
{
    const QueueRow &row = m_model.at(m_proxy.sourceRow(proxyRow));
    return m_grouping == Grouping::Folder ? displayName(Path(folderPart(row.input.path))) : row.profileId;
}

void QueueGroups::rebuild()
{
    if (!m_entries.empty())
        Q_EMIT aboutToRebuild();
    beginResetModel();
    m_entries.clear();
    m_groups.clear();
    const int rows = m_grouping == Grouping::None ? 0 : m_proxy.rowCount();
    m_places.assign(size_t(rows), -1);
    m_groupOfRow.assign(size_t(rows), 0);
    std::unordered_map<std::string_view, int> folders; // most neighbours share theirs: no text is made for each row
    std::map<QString, int> known;
    for (int i = 0; i < rows; ++i) {
        const QueueRow &row = m_model.at(m_proxy.sourceRow(i));
        int *group = nullptr;
        if (m_grouping == Grouping::Folder)
            group = &folders.try_emplace(folderPart(row.input.path), -1).first->second;
        else
            group = &known.try_emplace(row.profileId, -1).first->second;
        if (*group < 0) {
            *group = int(m_groups.size());
            m_groups.push_back({keyOf(i), {}, -1});
        }
        m_groups[size_t(*group)].proxyRows.push_back(i);
        m_groupOfRow[size_t(i)] = *group;
    }
    for (size_t g = 0; g < m_groups.size(); ++g) {
        m_groups[g].heading = int(m_entries.size());
        m_entries.push_back({-1, int(g)});
        if (m_folded.contains(m_groups[g].key))
            continue;
        for (const int proxyRow : m_groups[g].proxyRows) {
            m_places[size_t(proxyRow)] = int(m_entries.size());
            m_entries.push_back({proxyRow, int(g)});
        }
    }
    endResetModel();
    Q_EMIT rebuilt();
}

void QueueGroups::dataChangedBelow(const QModelIndex &first, const QModelIndex &last)
{
    if (m_entries.empty() || size_t(last.row()) >= m_places.size())
        return;
    int top = rowCount(), bottom = -1;
    QSet<int> touched;
    for (int i = first.row(); i <= last.row(); ++i) {
        const Group &group = m_groups[size_t(m_groupOfRow[size_t(i)])];
        if (m_grouping == Grouping::Profile && keyOf(i) != group.key) {
            m_soon.start(0); // the file belongs to another group now
            return;
        }
        touched.insert(m_groupOfRow[size_t(i)]);
        if (const int place = m_places[size_t(i)]; place >= 0) {
            top = std::min(top, place);
            bottom = std::max(bottom, place);
        }
    }
    if (bottom >= 0)
        Q_EMIT dataChanged(index(top, 0), index(bottom, columnCount() - 1));
    for (const int group : std::as_const(touched)) { // what is done of the group
        const int heading = m_groups[size_t(group)].heading;
        Q_EMIT dataChanged(index(heading, 0), index(heading, columnCount() - 1));
    }
}

QList<int> QueueGroups::headings() const
{
    QList<int> rows;
    for (const Group &group : m_groups)
        rows.append(group.heading);
    return rows;
}

QList<RowId> QueueGroups::ids(int row) const
{
    const auto idOf = [this](int proxyRow) { return m_model.at(m_proxy.sourceRow(proxyRow)).id; };
    const Entry &entry = m_entries[size_t(row)];
    if (entry.proxyRow >= 0)
        return {idOf(entry.proxyRow)};
    QList<RowId> ids;
    for (const int proxyRow : m_groups[size_t(entry.group)].proxyRows)
        ids.append(idOf(proxyRow));
    return ids;
}

int QueueGroups::rowOf(int proxyRow) const
{
    return proxyRow >= 0 && size_t(proxyRow) < m_places.size() ? m_places[size_t(proxyRow)] : -1;
}

bool QueueGroups::isFolded(int headingRow) const
{
    return m_folded.contains(m_groups[size_t(m_entries[size_t(headingRow)].group)].key);
}

void QueueGroups::setFolded(int headingRow, bool folded)
{
    if (!isHeading(headingRow) || folded == isFolded(headingRow))
        return;
    const QString key = m_groups[size_t(m_entries[size_t(headingRow)].group)].key;
    if (folded)
        m_folded.insert(key);
    else
        m_folded.remove(key);
    rebuild();
}

int QueueGroups::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int QueueGroups::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_model.columnCount();
}

QString QueueGroups::title(const Group &group) const
{
    if (m_grouping == Grouping::Folder)
        return group.key.isEmpty() ? tr("No folder") : group.key;
    const ProfileBrief *profile = m_model.profile(group.key);
    return profile ? profile->name : tr("No profile");
}

QString QueueGroups::summary(const Group &group) const
{
    int done = 0, failed = 0;
    for (const int proxyRow : group.proxyRows) {
        const RowState state = m_model.stateAt(m_proxy.sourceRow(proxyRow));
        done += state == RowState::Done ? 1 : 0;
        failed += state == RowState::Failed ? 1 : 0;
    }
    QStringList parts{tr("%n file(s)", nullptr, int(group.proxyRows.size()))};
    if (done > 0)
        parts << tr("%n done", nullptr, done);
    if (failed > 0)
        parts << tr("%n failed", nullptr, failed);
    return parts.join(QStringLiteral(", "));
}

QVariant QueueGroups::headingData(const QModelIndex &index, int role) const
{
    const int row = index.row();
    const Group &group = m_groups[size_t(m_entries[size_t(row)].group)];
    switch (role) {
    case QueueModel::HeadingRole: return true;
    case Qt::DisplayRole: return tr("%1 (%2)", "group, how many files").arg(title(group), summary(group));
    case Qt::ToolTipRole: return plainTip(title(group));
    case Qt::AccessibleTextRole:
        if (index.column() > 0)
            return title(group); // the heading spans the row and speaks once
        return (isFolded(row) ? tr("Group %1, %2, folded") : tr("Group %1, %2, unfolded")).arg(title(group), summary(group));
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | Qt::AlignLeading);
    case QueueModel::IdRole: return RowId(0);
    default: break;
    }
    return {};
}

QVariant QueueGroups::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[size_t(index.row())];
    return entry.proxyRow < 0 ? headingData(index, role) : m_proxy.data(m_proxy.index(entry.proxyRow, index.column()), role);
}

QVariant QueueGroups::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? m_model.headerData(section, orientation, role) : QVariant();
}

Qt::ItemFlags QueueGroups::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

void QueueGroups::sort(int column, Qt::SortOrder order)
{
    m_proxy.sort(column, order);
}

} // namespace convoy
