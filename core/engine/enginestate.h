// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

namespace convoy {

/// A job between its start and its end. Shared with the runner's task: either may go first.
struct Engine::Running {
    std::shared_ptr<JobControl> control = std::make_shared<JobControl>();
    bool committing = false; // off its slot, waiting for the committer
    bool paused = false;
    int staged = 0; // open files that the committer has
    int threads = 1;
    double share = 1;       // of each of its threads: below 1 while one job more is under way than there are slots
    double coreSeconds = 0; // that it had so far, up to `sinceNs`
    qint64 sinceNs = 0;
    SourceIdentity source; // as it was read

    /// Before anything changes that time is counted by.
    void account(qint64 nowNs)
    {
        if (!paused && !committing)
            coreSeconds += share * double(threads) * double(nowNs - sinceNs) / 1e9;
        sinceNs = nowNs;
    }
};

/// One source that goes to the trash when every job of the batch that reads it is done.
struct SourceUse {
    int open = 0;
    bool allDone = true;
    std::optional<SourceIdentity> identity; // as all of them have read it
};

struct Engine::Batch {
    JobId first = 0;
    int jobs = 0;
    int open = 0; // not yet in a terminal state
    int failed = 0;
    bool recorded = false; // the journal has it; nothing starts before
    bool isHalted = false;
    std::array<int, 7> forgotten{}; // jobs by JobState that are not known any more
    QElapsedTimer timer;
    FileDescriptor lock;
    std::map<Path, SourceUse> sources; // only of jobs with BatchOptions::trashSource
};

/// Jobs whose outputs are completed together: none gets its name before all are written or have failed.
struct Engine::FileSet {
    std::set<JobId> open;                // not yet written
    std::set<JobId> missing;             // failed or cancelled
    std::map<JobId, QVariantList> facts; // of all that were written, also in earlier runs and sessions of the batch
    std::map<JobId, JobOutcome> held;
};

/// What other threads tell the engine.
struct Engine::Event {
    JobId job = 0;
    std::optional<double> progress;
    std::optional<QByteArray> said;
    std::optional<JobOutcome> outcome;
    std::optional<Result<CommittedOutputs>> committed;
    bool isPlaceLost = false; ///< nothing was committed, and the folder is not there or not writable any more
    std::optional<Result<void>> trashed;
    std::shared_ptr<CompletedSet> completed;
    QString batch;
    std::optional<Result<void>> recorded;
    std::shared_ptr<FileDescriptor> lock;
};

} // namespace convoy
