// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/planrows.h"

#include <QDialog>

#include <memory>

namespace convoy {

/// What would be written where, what stands in the way and how to mend it, before anything is started. Accepted: start.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PlanDialog(const std::shared_ptr<const CheckedPlan> &plan, QWidget *parent = nullptr);
};

} // namespace convoy
