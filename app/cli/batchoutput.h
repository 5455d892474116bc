// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

namespace convoy {

/// How a batch is told to whoever reads along. Called in the main thread; each job is started at most once for each
/// attempt, and finished or finished earlier exactly once.
class BatchOutput
{
public:
    virtual ~BatchOutput() = default;

    virtual void batchStarted(const QString &batch, const QString &profile, int jobs) = 0;
    virtual void jobStarted(const Job &job) = 0;
    /// At most ten times a second for each job.
    virtual void jobProgress(const Job &job) = 0;
    virtual void jobFinished(const Job &job) = 0;
    /// A job of a resumed batch that needs nothing more.
    virtual void jobFinishedEarlier(const Job &job) = 0;
    virtual void overallProgress(const EngineProgress &progress) = 0;
    virtual void batchFinished(const BatchSummary &summary) = 0;
    /// A job that --dry-run only planned.
    virtual void jobPlanned(const JobPlan &plan) = 0;
};

} // namespace convoy
