// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/jobcontrol.h"

#include <sys/eventfd.h>

namespace convoy {

JobControl::JobControl() : m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

void JobControl::cancel()
{
    m_cancelled = true;
    ring();
}

void JobControl::setPaused(bool paused)
{
    m_paused = paused;
    ring();
}

void JobControl::setThreads(int threads)
{
    if (m_threads.exchange(threads) != threads)
        ring();
}

void JobControl::acknowledge() const
{
    eventfd_t count = 0;
    ::eventfd_read(m_wake.fd(), &count);
}

void JobControl::ring() const
{
    ::eventfd_write(m_wake.fd(), 1);
}

} // namespace convoy
