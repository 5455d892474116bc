// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/estimate.h"
#include "core/plan/planner.h"

#include <QJsonObject>

namespace convoy {

/// One thing that stands in the way of a batch, or that a person may not expect.
struct BatchProblem {
    enum class Kind : quint8 {
        NameInBatch, ///< several files want one name (case and Unicode form do not tell names apart)
        NameOnDisk,
        NoSpace,
        UnreadableInput,
        MissingTool,
        UnwritableFolder,
        Unsupported, ///< not for this profile
        Refused,     ///< for another reason, such as a damaged file
    };
    Kind kind = Kind::Refused;
    bool isBlocking = true; ///< these jobs will not be done; else it is only to be known
    QString message;        ///< one translated sentence
    QString fix;            ///< what a person can do, one translated sentence
    std::vector<int> jobs;  ///< numbers in the batch
};

/// What outputs are expected to need on one file system.
struct SpaceNeed {
    Path folder; ///< one of the output folders on it
    qint64 neededBytes = 0;
    qint64 freeBytes = 0;
};

struct BatchCheck {
    int jobs = 0;
    int doable = 0;
    std::vector<BatchProblem> problems;
    std::vector<SpaceNeed> space;

    /// Whether every job can be done as far as is known now.
    bool isDoable() const;
};

/// Looks over a whole batch before a byte is written. The space is that of the sources, times what outputs of the profile
/// were for each byte so far. Reads folders; blocking.
BatchCheck checkBatch(const std::vector<JobPlan> &plans, const std::vector<NameClash> &clashes, const RateEstimate &rates);

QLatin1StringView batchProblemName(BatchProblem::Kind kind);
QJsonObject batchCheckToJson(const BatchCheck &check);
/// For people to read: each problem with its fix, then the space.
QStringList batchCheckLines(const BatchCheck &check);

} // namespace convoy
