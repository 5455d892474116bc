// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/sandbox.h"

#include <QCoreApplication>

#include <cerrno>
#include <algorithm>
#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace convoy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::Sandbox)
};

bool limit(__rlimit_resource resource, rlim_t value)
{
    rlimit current{};
    if (::getrlimit(resource, &current) != 0)
        return false;
    const rlim_t bounded = current.rlim_max == RLIM_INFINITY ? value : std::min(value, current.rlim_max);
    const rlimit wanted{bounded, bounded};
    return ::setrlimit(resource, &wanted) == 0;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool canLimitMemory = false; // its shadow memory alone is terabytes
#else
constexpr bool canLimitMemory = true;
#endif

} // namespace

Result<void> enterSandbox(const SandboxLimits &limits)
{
    constexpr rlim_t mostOpenFiles = 1024;
    bool ok = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    ok = ok && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, mostOpenFiles);
    if (limits.memoryBytes > 0 && canLimitMemory)
        ok = ok && limit(RLIMIT_AS, rlim_t(limits.memoryBytes));
    if (limits.fileBytes > 0) {
        ::signal(SIGXFSZ, SIG_IGN); // write(2) says EFBIG instead
        ok = ok && limit(RLIMIT_FSIZE, rlim_t(limits.fileBytes));
    }
    if (!ok)
        return systemError(errno, ErrorKind::Internal, Text::tr("The worker could not be confined."));
    return {};
}

} // namespace convoy
