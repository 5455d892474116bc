// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/workergate.h"

#include "core/worker/jobcontrol.h"

#include <chrono>

namespace convoy {

bool WorkerGate::hasRoom(Kind kind) const
{
    if (m_cores == 0)
        return true;
    return m_conversions + m_looks <= m_cores && (kind == Kind::Look || m_conversions < m_cores);
}

std::optional<WorkerGate::Turn> WorkerGate::enter(Kind kind, const JobControl &control)
{
    // Nobody rings here when a job is cancelled.
    constexpr std::chrono::milliseconds lookAtControl(100);
    std::unique_lock lock(m_mutex);
    while (!m_left.wait_for(lock, lookAtControl, [this, kind] { return hasRoom(kind); })) {
        if (control.isCancelled())
            return std::nullopt;
    }
    ++(kind == Kind::Look ? m_looks : m_conversions);
    return Turn(*this, kind);
}

void WorkerGate::leave(Kind kind)
{
    {
        const std::lock_guard lock(m_mutex);
        --(kind == Kind::Look ? m_looks : m_conversions);
    }
    // All: the one that waits longest may be one that has no room yet.
    m_left.notify_all();
}

} // namespace convoy
