// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/batchoutput.h"

#include <map>
#include <memory>

namespace convoy {

/// `--keep-order`: tells another output of finished jobs in the order of the batch; those that end early are held back.
class OrderedOutput : public BatchOutput
{
public:
    explicit OrderedOutput(std::unique_ptr<BatchOutput> output) : m_output(std::move(output)) {}

    void batchStarted(const QString &batch, const QString &profile, int jobs) override;
    void jobStarted(const Job &job) override { m_output->jobStarted(job); }
    void jobProgress(const Job &job) override { m_output->jobProgress(job); }
    void jobFinished(const Job &job) override;
    void jobFinishedEarlier(const Job &job) override;
    void overallProgress(const EngineProgress &progress) override { m_output->overallProgress(progress); }
    void batchFinished(const BatchSummary &summary) override;
    void jobPlanned(const JobPlan &plan) override { m_output->jobPlanned(plan); }

private:
    struct Held {
        Job job;
        bool earlier = false;
    };

    void tell(const Held &held);
    void tellThoseInTurn();

    std::unique_ptr<BatchOutput> m_output;
    std::map<int, Held> m_held; // by number
    int m_next = 1;
};

} // namespace convoy
