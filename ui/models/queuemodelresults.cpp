// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuemodel.h"

namespace convoy {

namespace {

constexpr qsizetype mostResults = 32; // columns

} // namespace

/// A column for each result that the list has not had yet, in the order of the profile. What nobody asked for (checksums
/// of an album) is left to the details: it would crowd out what everybody needs.
void QueueModel::learnResults(const QueueRow &row)
{
    const ProfileBrief *brief = profile(row.profileId);
    if (row.status.columns.isEmpty() || !brief || brief->results.isEmpty())
        return;
    QStringList names = brief->results;
    names.append(QStringList(row.status.columns.keyBegin(), row.status.columns.keyEnd()));
    for (const QString &name : std::as_const(names)) {
        if (!row.status.columns.contains(name) || m_results.contains(name) || m_results.size() >= mostResults)
            continue;
        beginInsertColumns({}, columnCount(), columnCount());
        m_results.append(name);
        endInsertColumns();
    }
}

/// A new list begins.
void QueueModel::forgetResults()
{
    if (m_results.isEmpty())
        return;
    beginRemoveColumns({}, ColumnCount, columnCount() - 1);
    m_results.clear();
    endRemoveColumns();
}

/// Invalid where the role says nothing of a result, and in SortRole where there is none.
QVariant QueueModel::resultData(const QueueRow &row, int column, int role) const
{
    const QString name = m_results.value(column - ColumnCount);
    const QVariant value = row.job != 0 ? row.status.columns.value(name) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return value.toString();
    case Qt::ToolTipRole: return plainTip(value.toString());
    case Qt::AccessibleTextRole:
        return value.isValid() ? tr("%1: %2", "accessible text of a result").arg(name, value.toString())
                               : tr("no %1", "accessible text of a result that is not there").arg(name);
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | Qt::AlignTrailing);
    case SortRole: return value;
    default: return {};
    }
}

} // namespace convoy
