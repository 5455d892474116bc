// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/result.h"
#include "core/worker/jobcontrol.h"

#include <QCborMap>
#include <QElapsedTimer>

#include <functional>
#include <memory>
#include <span>

namespace convoy {

class WorkerHelper;

/// What a child may ask for while it works.
struct CallHandlers {
    std::function<void(double fraction)> progress;
    /// A new staged file; the descriptor stays the caller's.
    std::function<Result<int>(qint64 expectedBytes)> openOutput;
    std::function<void(const QByteArray &said)> said = {}; ///< the end of what a tool has said so far
    int stallSeconds = 0;   ///< no progress for so long ends the child with `timed-out`; 0 waits for ever
    int timeoutSeconds = 0; ///< the whole call; 0: no limit
};

/// The engine's end of one worker child: a SOCK_SEQPACKET connection, and a pipe on which the helper reports how the
/// child ended. Used by one thread at a time.
class WorkerChild
{
public:
    WorkerChild(std::shared_ptr<WorkerHelper> helper, int id, FileDescriptor socket, FileDescriptor exitPipe);
    /// Ends the child.
    ~WorkerChild();

    /// Sends `request` with `fds` and waits for the answer, serving `handlers` and obeying `control` meanwhile: a
    /// cancelled job gets 2 s to end by itself and is then killed. The error kinds are the converter's own, or
    /// worker-crashed, timed-out, cancelled.
    Result<QCborMap> call(const QCborMap &request, std::span<const int> fds, JobControl &control,
                          const CallHandlers &handlers);

    /// Sends `request` and waits for nothing: it works until its descriptors are closed or this object goes.
    Result<void> begin(const QCborMap &request, std::span<const int> fds);

    /// Ends the child; the CPU time of its whole life, where it ends in time.
    double end();

    /// Between two calls: whether the next one will find it.
    bool isAlive() const;
    int callsServed() const { return m_calls; }
    qint64 ageMs() const { return m_age.elapsed(); }

private:
    class Conversation;

    Error ended();

    std::shared_ptr<WorkerHelper> m_helper;
    int m_id;
    FileDescriptor m_socket;
    FileDescriptor m_exitPipe;
    QElapsedTimer m_age;
    int m_calls = 0;
};

} // namespace convoy
