// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the two halves of WorkerPool share.
#pragma once

#include "core/worker/workerhelper.h"
#include "core/worker/workerpool.h"

#include <QDeadlineTimer>

namespace convoy {

struct WorkerPool::Family {
    std::shared_ptr<WorkerHelper> helper;
    std::vector<std::unique_ptr<WorkerChild>> idle;
    QDeadlineTimer silence; ///< until then no helper is started: the last one hung
    Error silent;
};

/// One process that has the graphics chip, for one job. Killed when this goes.
struct WorkerPool::Encoder {
    QStringList names;
    FileDescriptor toEncoder;
    FileDescriptor fromEncoder;
    std::unique_ptr<WorkerChild> process;
};

struct WorkerPool::Call {
    QCborMap body;
    int fd = -1;
    JobControl &control;
    const CallHandlers &handlers;
    int attachmentFd = -1;
    const Encoder *encoder = nullptr;
    int outputFd = -1; ///< the first output; -1: the child asks for it
};

} // namespace convoy
