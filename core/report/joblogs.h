// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <unordered_map>

namespace convoy {

/// Keeps a log file of every job that says something, while it runs and when it has ended.
class JobLogs : public QObject
{
    Q_OBJECT

public:
    struct Settings {
        Path folder;
        bool byBatch = false; ///< in a folder of its batch's name, tools only, and only the newest batches are kept
    };

    /// `engine` must outlive it.
    JobLogs(Engine &engine, Settings settings, QObject *parent = nullptr);

Q_SIGNALS:
    /// A log could not be written; said once for each reason.
    void problem(const convoy::Error &error);

private:
    void write(const Job &job);
    void forgetOldBatches() const;

    Engine &m_engine;
    const Settings m_settings;
    std::unordered_map<JobId, QByteArray> m_written; // of running jobs
    QString m_lastProblem;
};

} // namespace convoy
