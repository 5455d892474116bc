// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/batchoutput.h"

#include <QElapsedTimer>

#include <map>

namespace convoy {

/// What a person reads, on stderr. On a terminal one live line below the jobs that went wrong, elsewhere a line for
/// every finished job; a summary ends both.
class TextOutput : public BatchOutput
{
public:
    explicit TextOutput(bool isTerminal, bool printsTools = false) : m_isTerminal(isTerminal), m_printsTools(printsTools) {}
    ~TextOutput() override;

    /// For a terminal that can be drawn on.
    static bool canDraw();

    void batchStarted(const QString &batch, const QString &profile, int jobs) override;
    void jobStarted(const Job &job) override;
    void jobProgress(const Job &job) override;
    void jobFinished(const Job &job) override;
    void jobFinishedEarlier(const Job &job) override;
    void overallProgress(const EngineProgress &progress) override;
    void batchFinished(const BatchSummary &summary) override;
    void jobPlanned(const JobPlan &plan) override;

private:
    void say(const QString &line);
    void erase();

    bool m_isTerminal;
    bool m_printsTools; // to stdout
    bool m_isDrawn = false;
    std::map<JobId, QString> m_current; // file names of running jobs
    QElapsedTimer m_sinceDrawn;
};

} // namespace convoy
