// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/output/stagedfile.h"
#include "core/plan/job.h"
#include "core/worker/jobcontrol.h"

#include <functional>
#include <map>
#include <vector>

namespace convoy {

class WorkerPool;

/// What one attempt came to. The staged files vanish with this object unless they are committed.
struct JobOutcome {
    std::optional<Error> error;
    std::vector<StagedFile> staged;
    std::vector<Path> madeFolders; ///< folders that were made for the outputs, outermost first
    QStringList warnings;
    QByteArray toolOutput;
    QVariantMap columns;
    QVariantList setFacts; ///< one a staged file, for the set that it belongs to; invalid where there is nothing to say
    double seconds = 0;
    double cpuSeconds = 0;
    qint64 peakBytes = 0;
    SourceIdentity source; ///< of the input as it was read
};

/// What a job tells while it runs.
struct JobNews {
    std::function<void(double fraction)> progress;
    std::function<void(const QByteArray &said)> said = {}; ///< the end of what a tool has said so far
};

/// Does one job up to verified staged files. Runs on a thread of the executor, blocks until it ends, and obeys
/// `control`. `news` may be told from that thread only.
using JobRunner = std::function<JobOutcome(const JobPlan &plan, JobControl &control, const JobNews &news)>;

/// The outputs of a set (ConverterInfo::setOf) that are all written, before any of them gets its name.
struct CompletedSet {
    QString converter;
    QVariantList facts; ///< of every file of the set that was ever written
    int missing = 0;    ///< jobs of the set that failed
    std::map<JobId, JobOutcome> members;
};

/// Writes into the members' staged files what only the whole set knows. An error of a member is in its outcome. Runs on a
/// thread of the executor.
using SetCompleter = std::function<void(CompletedSet &set)>;

/// Completes sets in worker processes. `workers` must outlive it.
SetCompleter workerSetCompleter(WorkerPool &workers);

/// Runs jobs in worker processes. `workers` must outlive the runner.
JobRunner workerJobRunner(WorkerPool &workers);

} // namespace convoy
