// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/worker/familymodule.h"
#include "core/worker/message.h"

#include <QElapsedTimer>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

namespace convoy {

/// Largest resident memory of this process since the last reset. Opens its file when made: later the sandbox forbids it.
class MemoryPeak
{
public:
    MemoryPeak();
    void reset() const;
    qint64 bytes() const;

private:
    FileDescriptor m_clear;
};

/// One request at work on the job thread of a worker's child, while the loop goes on listening for "cancel" and the like.
class ChildJob
{
public:
    ChildJob(int socket, const FamilyModule &family, const MemoryPeak &memory, Message request);

    /// To the answer. All else may be called from another thread meanwhile.
    void work();

    void cancel() { m_stop.request_stop(); }
    /// The engine is gone: nobody will answer any more.
    void abandon();
    void setThreads(int threads) { m_threads = std::max(1, threads); }
    /// The staged file that was asked for, or why there is none.
    void giveOutput(Result<int> fd);
    /// The loop took the descriptor out of a message: it stays open as long as the job.
    void keep(FileDescriptor fd);

private:
    void reportProgress(double fraction);
    Result<int> askForOutput(qint64 bytes);
    void send(const QCborMap &body);
    Result<QCborMap> attempt();
    Result<QCborMap> perform();

    int m_socket;
    const FamilyModule &m_family;
    const MemoryPeak &m_memory;
    Message m_request;
    ConvertContext m_context;
    std::stop_source m_stop;
    std::atomic<int> m_threads = 1;
    std::mutex m_progressMutex;
    QElapsedTimer m_lastProgress; // guarded by m_progressMutex
    double m_shown = 0;           // guarded by m_progressMutex
    std::mutex m_mutex;
    std::condition_variable m_outputCame;
    std::optional<Result<int>> m_output; // guarded by m_mutex
    std::vector<FileDescriptor> m_kept;  // guarded by m_mutex
    int m_staged = -1;                   // guarded by m_mutex; the first output, which came with the request
};

} // namespace convoy
