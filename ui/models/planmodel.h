// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace convoy {

/// What would be done, file by file, before anything is: those that would not be converted first.
class PlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SourceColumn, OutputColumn, RemarkColumn, ColumnCount };

    explicit PlanModel(std::shared_ptr<const std::vector<JobPlan>> plans, QObject *parent = nullptr);

    int refused() const { return m_refused; }
    qint64 sourceBytes() const { return m_bytes; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const JobPlan &plan, int column) const;

    std::shared_ptr<const std::vector<JobPlan>> m_plans;
    std::vector<size_t> m_order;
    int m_refused = 0;
    qint64 m_bytes = 0;
};

} // namespace convoy
