// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/batchcheck.h"
#include "core/plan/planner.h"
#include "ui/models/queuemodel.h"

namespace convoy {

/// Everything that planning needs of some rows, copied, so that the list can change meanwhile.
struct PlanWish {
    std::vector<RowId> rows;
    std::vector<PlanItem> items;
    PlanOptions options;
    QString profileName;
};

struct PlanWishOptions {
    Path outputFolder;
    BatchOptions batch;
};

/// Nothing where a profile among them has not been used yet.
RemainingTime expectedTime(const std::vector<JobPlan> &plans, int slots_, const RateEstimate &rates);

PlanWish makePlanWish(const QueueModel &model, const ProfileStore &profiles, const QList<RowId> &rows,
                      const PlanWishOptions &options);

/// A plan as people look at it before anything is started.
struct CheckedPlan {
    std::vector<JobPlan> plans;
    BatchCheck check;
    RemainingTime time; ///< as far as it can be told from what was converted before
};

/// The other way round: a row, without an id yet, for a file that was planned earlier or elsewhere.
QueueRow rowOfPlan(const JobPlan &plan);
/// Where the options of a plan differ from what its profile says now.
QJsonObject overridesOf(const JobPlan &plan, const Profile &profile);

} // namespace convoy
