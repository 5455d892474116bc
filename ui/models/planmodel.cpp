// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/planmodel.h"

#include "core/report/jobjson.h"
#include "ui/models/queuerow.h"

#include <algorithm>
#include <numeric>

namespace convoy {

PlanModel::PlanModel(std::shared_ptr<const std::vector<JobPlan>> plans, QObject *parent)
    : QAbstractTableModel(parent),
      m_plans(std::move(plans)),
      m_order(m_plans->size())
{
    std::iota(m_order.begin(), m_order.end(), 0);
    std::stable_partition(m_order.begin(), m_order.end(), [this](size_t i) { return m_plans->at(i).refusal.has_value(); });
    for (const JobPlan &plan : *m_plans) {
        m_refused += plan.refusal ? 1 : 0;
        m_bytes += plan.refusal ? 0 : plan.input.identity.size;
    }
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString PlanModel::text(const JobPlan &plan, int column) const
{
    switch (Column(column)) {
    case SourceColumn: return displayName(plan.input.path);
    case OutputColumn: {
        const std::vector<Path> outputs = plan.refusal ? std::vector<Path>() : plannedOutputs(plan);
        return outputs.empty() ? tr("nothing", "no output") : displayName(outputs.front());
    }
    case RemarkColumn:
        if (plan.refusal)
            return plan.refusal->message;
        return tr("%1, %2", "profile, size").arg(plan.settings->profileName, sizeText(plan.input.identity.size));
    case ColumnCount: break;
    }
    return {};
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const QString whole = text(m_plans->at(m_order[size_t(index.row())]), index.column());
    return role == Qt::DisplayRole ? isolated(whole) : role == Qt::ToolTipRole ? plainTip(whole) : whole;
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case SourceColumn: return tr("File");
    case OutputColumn: return tr("Becomes");
    case RemarkColumn: return tr("Profile, or why not");
    case ColumnCount: break;
    }
    return {};
}

} // namespace convoy
