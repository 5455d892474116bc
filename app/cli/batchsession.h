// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/batchoutput.h"
#include "app/cli/interrupt.h"
#include "app/cli/sessionoptions.h"
#include "core/notify/notifier.h"
#include "core/report/joblogs.h"
#include "core/report/report.h"

#include <functional>
#include <memory>
#include <vector>

namespace convoy {

/// One engine, the batches that it is given one after the other, and everybody who wants to know of them.
class BatchSession : public QObject
{
    Q_OBJECT

public:
    /// Fails where the environment is unfit.
    static Result<std::unique_ptr<BatchSession>> open(const SessionOptions &options);
    ~BatchSession() override;

    EngineHost &host() { return *m_host; }
    BatchOutput &output() { return *m_output; }

    /// Each call is one batch. Where somebody reads along or wants a report, wait for ended() before the next.
    Engine::Submitted submit(std::vector<JobPlan> plans);
    Engine::Submitted resubmit(RecoveredBatch batch);

    /// Whether nothing more can be started: interrupted, or nothing can be written.
    bool isOver() const { return m_isInterrupted || m_isBlocked; }

    /// Whether the journal has something of it to resume.
    bool isUnfinished(const QString &batch) const;

    /// Writes the report and says what all batches came to (an ExitStatus).
    int conclude();

Q_SIGNALS:
    /// A batch has come to its end.
    void ended();
    /// A person wants to stop. Where a batch runs, ended() follows.
    void interrupted();

private:
    explicit BatchSession(const SessionOptions &options);

    void connectEngine();
    Engine::Submitted start(const QString &profile, int jobs, const std::function<Engine::Submitted()> &hand);
    void tell(std::function<void()> news);
    void stop();
    /// Whether anybody wants to have the jobs at the end.
    bool isReporting() const;
    void openLogs();
    void openNotifier();
    void jobFinished(JobId id);
    void batchFinished(const BatchSummary &summary);

    SessionOptions m_options;
    std::unique_ptr<EngineHost> m_host;
    std::unique_ptr<BatchOutput> m_output;
    Interrupt m_interrupt;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<JobLogs> m_logs;
    Report m_report;
    bool m_isSubmitting = false;               // the engine may report before submit() has returned
    std::vector<std::function<void()>> m_news; // held back until the batch is announced
    QList<int> m_earlier;                      // places in the batch, from 0, of jobs that ended before
    bool m_isInterrupted = false;
    bool m_isBlocked = false;
    BatchSummary m_totals;
    int m_unsupported = 0;
};

} // namespace convoy
