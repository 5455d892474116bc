// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/familymodule.h"
#include "core/worker/message.h"
#include "core/worker/sandbox.h"

namespace convoy {

/// Largest resident memory of this process since the last reset. Opens its files when made: later the sandbox forbids it.
class MemoryPeak
{
public:
    MemoryPeak();
    void reset() const;
    qint64 bytes() const;

private:
    FileDescriptor m_clear;
    FileDescriptor m_status;
};

/// Serves the jobs that come over `socket`, one at a time, until the connection ends. Runs in a child of the helper, or
/// on a thread of it without isolation. Make it before the sandbox is entered.
class ChildLoop
{
public:
    /// `sandbox`: what a tool's job enters further; nullptr without isolation.
    ChildLoop(int socket, const FamilyModule &family, const Sandbox *sandbox);
    ~ChildLoop();
    void run();

private:
    class Job;

    void start(Message request);

    int m_socket;
    const FamilyModule &m_family;
    const Sandbox *m_sandbox;
    MemoryPeak m_memory;
    std::unique_ptr<Job> m_job;
};

} // namespace convoy
