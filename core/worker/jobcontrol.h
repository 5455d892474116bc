// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"

#include <atomic>

namespace convoy {

/// What the engine tells a running job. Set in the engine's thread, read by the runner's: `wakeFd` becomes readable
/// whenever something was set.
class JobControl
{
public:
    JobControl();

    void cancel();
    void setPaused(bool paused);
    void setThreads(int threads);
    /// How many times its usual budget of memory the job may use. Set before it starts.
    void setMemoryFactor(int factor) { m_memoryFactor = factor; }

    bool isCancelled() const { return m_cancelled; }
    bool isPaused() const { return m_paused; }
    int threads() const { return m_threads; }
    int memoryFactor() const { return m_memoryFactor; }

    /// For poll(); an eventfd(2).
    int wakeFd() const { return m_wake.fd(); }
    /// Makes `wakeFd` unreadable again. Call it before reading the values.
    void acknowledge() const;

private:
    void ring() const;

    FileDescriptor m_wake;
    std::atomic<bool> m_cancelled = false;
    std::atomic<bool> m_paused = false;
    std::atomic<int> m_threads = 1;
    std::atomic<int> m_memoryFactor = 1;
};

} // namespace convoy
