// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include "app/cli/exitstatus.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <sys/eventfd.h>
#include <unistd.h>

namespace convoy {

namespace {

// A handler can reach nothing else.
std::atomic<int> wakeFd = -1;
std::atomic<int> signalsSeen = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void onSignal(int number)
{
    if (number == SIGPIPE)
        return;
    if (signalsSeen.fetch_add(1) > 0)
        ::_exit(ExitStatus::interrupted);
    const int savedErrno = errno;
    ::eventfd_write(wakeFd, 1);
    errno = savedErrno;
}

int openWakeFd()
{
    wakeFd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM, SIGPIPE})
        ::sigaction(number, &action, nullptr);
    struct sigaction inherited = {};
    ::sigaction(SIGHUP, nullptr, &inherited);
    if (inherited.sa_handler != SIG_IGN) // nohup(1) wants it to go on
        ::sigaction(SIGHUP, &action, nullptr);
    return wakeFd;
}

} // namespace

Interrupt::Interrupt(QObject *parent) : QObject(parent), m_notifier(openWakeFd(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        eventfd_t count = 0;
        ::eventfd_read(wakeFd, &count);
        Q_EMIT requested();
    });
}

} // namespace convoy
