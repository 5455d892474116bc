// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/worker/message.h"
#include "core/worker/workerchild.h"
#include "core/worker/workerpool.h"

#include <QVariantMap>

#include <atomic>
#include <memory>
#include <mutex>
#include <sys/types.h>

namespace convoy {

/// The engine's end of one warm helper process: `convoy-worker --family NAME`. It ends when this object goes, and with
/// this process however that ends, because its socket closes. Thread-safe.
class WorkerHelper : public std::enable_shared_from_this<WorkerHelper>
{
public:
    static Result<std::shared_ptr<WorkerHelper>> start(const WorkerSettings &settings, QLatin1StringView family);
    ~WorkerHelper();
    WorkerHelper(const WorkerHelper &) = delete;
    WorkerHelper &operator=(const WorkerHelper &) = delete;

    /// Whether it still holds its end of the connection.
    bool isAlive() const;
    /// Whether it was asked and did not answer in time. It is asked no more.
    bool isSilent() const { return m_isSilent; }
    Result<std::unique_ptr<WorkerChild>> spawn();
    /// Sends a signal to a child and all that it has started. Nothing happens where it has ended.
    void signal(int child, int number);
    Result<QVariantMap> describe();

private:
    WorkerHelper(pid_t pid, FileDescriptor socket, int answerSeconds)
        : m_pid(pid),
          m_socket(std::move(socket)),
          m_answerSeconds(answerSeconds)
    {
    }

    Result<Message> ask(const QCborMap &request);
    Error silence() const;

    std::mutex m_mutex; // one request at a time
    pid_t m_pid;
    FileDescriptor m_socket;
    int m_answerSeconds;
    std::atomic<bool> m_isSilent = false;
};

} // namespace convoy
