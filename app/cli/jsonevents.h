// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/batchoutput.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <unordered_map>

namespace convoy {

/// `--events json`: one object a line on stdout, each written at once.
class JsonEvents : public BatchOutput
{
public:
    void batchStarted(const QString &batch, const QString &profile, int jobs) override;
    void jobStarted(const Job &job) override;
    void jobProgress(const Job &job) override;
    void jobFinished(const Job &job) override;
    void jobFinishedEarlier(const Job &job) override;
    void overallProgress(const EngineProgress &progress) override;
    void batchFinished(const BatchSummary &summary) override;
    void jobPlanned(const JobPlan &plan) override;

private:
    static void write(const QString &event, QJsonObject object);

    std::unordered_map<JobId, double> m_fractions; // of running jobs, as last written
    QElapsedTimer m_sinceOverall;
};

} // namespace convoy
