// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/childjob.h"
#include "core/worker/familymodule.h"
#include "core/worker/message.h"
#include "core/worker/sandbox.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace convoy {

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
    void start(Message request);
    void startJobThread();
    void waitUntilIdle();
    void runJobs();

    int m_socket;
    const FamilyModule &m_family;
    const Sandbox *m_sandbox;
    MemoryPeak m_memory;
    std::unique_ptr<ChildJob> m_job;
    std::mutex m_mutex;
    std::condition_variable m_change;
    bool m_isBusy = false;   // guarded by m_mutex
    bool m_isEnding = false; // guarded by m_mutex
    std::thread m_thread;    // does the jobs; the loop's own thread listens meanwhile
};

} // namespace convoy
