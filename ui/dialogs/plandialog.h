// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/job.h"

#include <QDialog>

#include <memory>

namespace convoy {

/// What would be written where, before anything is started. Accepted: start.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PlanDialog(std::shared_ptr<const std::vector<JobPlan>> plans, QWidget *parent = nullptr);
};

} // namespace convoy
