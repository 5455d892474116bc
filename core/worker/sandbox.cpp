// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/sandbox.h"

#include "core/worker/syscallfilter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace convoy {

namespace {

struct SandboxText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Sandbox)
};

// landlock(7). Newer than the headers of Debian 12: version 3 and 6.
constexpr __u64 truncateRight = 1ULL << 14;
constexpr int truncateVersion = 3;
constexpr __u64 scopeAbstractSockets = 1ULL << 0;
constexpr __u64 scopeSignals = 1ULL << 1;

struct RulesetAttributes {
    __u64 files;
    __u64 network; // since version 4
    __u64 scoped;  // since version 6
};

constexpr __u64 readRights = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr __u64 fileRights = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE
    | truncateRight;

__u64 knownRights(int version)
{
    __u64 rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1; // version 1: bits 0 to 12
    if (version >= 2)
        rights |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= truncateVersion)
        rights |= truncateRight;
    return rights;
}

Error cannotConfine(int errnoValue)
{
    return systemError(errnoValue, ErrorKind::Internal, SandboxText::tr("The worker could not be confined."));
}

bool limit(__rlimit_resource resource, rlim_t value)
{
    rlimit current{};
    if (::getrlimit(resource, &current) != 0)
        return false;
    const rlim_t bounded = current.rlim_max == RLIM_INFINITY ? value : std::min(value, current.rlim_max);
    const rlimit wanted{bounded, bounded};
    return ::setrlimit(resource, &wanted) == 0;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool canLimitMemory = false; // the sanitizer's shadow memory alone is terabytes
#else
constexpr bool canLimitMemory = true;
#endif

Result<void> limitResources(const SandboxLimits &limits)
{
    constexpr rlim_t mostOpenFiles = 8192; // a file of thousands of frames has as many outputs
    bool ok = limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, mostOpenFiles);
    if (limits.memoryBytes > 0 && canLimitMemory)
        ok = ok && limit(RLIMIT_AS, rlim_t(limits.memoryBytes));
    if (limits.fileBytes > 0) {
        ::signal(SIGXFSZ, SIG_IGN); // write(2) says EFBIG instead
        ok = ok && limit(RLIMIT_FSIZE, rlim_t(limits.fileBytes));
    }
    if (!ok)
        return cannotConfine(errno);
    return {};
}

} // namespace

Result<Sandbox> Sandbox::prepare(Confinement confinement, const std::vector<Path> &devices)
{
    long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    // As on an older kernel, to try what that means; never more than there is.
    bool isSet = false;
    if (const int most = qEnvironmentVariableIntValue("CONVOY_LANDLOCK_VERSION", &isSet); isSet)
        version = std::min(version, long(most));
    if (version < 1)
        return systemError(errno, ErrorKind::Internal, SandboxText::tr("This system cannot confine workers (no Landlock)."));
    Sandbox sandbox(confinement, int(version));
    Result<std::vector<sock_filter>> filter = systemCallFilter(confinement, version >= truncateVersion);
    if (!filter)
        return filter.error();
    sandbox.m_filter = std::move(*filter);
    // Libraries and coder modules that are loaded late, their settings, fonts.
    sandbox.m_reach = {.readable = {"/usr", "/lib", "/lib64", "/etc"}, .devices = devices};
    // What drivers ask of the machine; nothing of another process.
    if (confinement == Confinement::Device)
        sandbox.m_reach.readable.insert(sandbox.m_reach.readable.end(),
                                        {"/sys", "/proc/cpuinfo", "/proc/devices", "/proc/driver", "/proc/meminfo",
                                         "/proc/modules", "/proc/self", "/proc/sys/vm"});
    if (confinement == Confinement::Codec) {
        Result<FileDescriptor> rules = sandbox.makeRules(sandbox.m_reach);
        if (!rules)
            return rules.error();
        sandbox.m_rules = std::move(*rules);
    }
    return sandbox;
}

Result<FileDescriptor> Sandbox::makeRules(const Reach &reach) const
{
    const __u64 rights = knownRights(m_version);
    const RulesetAttributes attributes{rights, 0, scopeAbstractSockets | scopeSignals};
    const size_t size = m_version >= 6 ? sizeof attributes : sizeof attributes.files;
    FileDescriptor rules(int(::syscall(SYS_landlock_create_ruleset, &attributes, size, 0)));
    if (!rules.isValid())
        return cannotConfine(errno);
    const auto allow = [&rules](const Path &path, __u64 access) {
        const FileDescriptor folder(::open(path.c_str(), O_PATH | O_CLOEXEC));
        if (!folder.isValid())
            return true; // not there: nothing to allow
        struct stat status = {};
        if (::fstat(folder.fd(), &status) == 0 && !S_ISDIR(status.st_mode))
            access &= fileRights;
        const landlock_path_beneath_attr rule{access, folder.fd()};
        return ::syscall(SYS_landlock_add_rule, rules.fd(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    };
    bool ok = allow("/dev/null", rights & fileRights) && allow("/dev/urandom", LANDLOCK_ACCESS_FS_READ_FILE);
    for (const Path &path : reach.readable)
        ok = ok && allow(path, readRights);
    for (const Path &path : reach.writable)
        ok = ok && allow(path, rights);
    if (!reach.devices.empty())
        ok = ok && allow("/dev/dri", LANDLOCK_ACCESS_FS_READ_DIR);
    for (const Path &path : reach.devices)
        ok = ok && allow(path, LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
    if (!ok)
        return cannotConfine(errno);
    return rules;
}

Result<void> Sandbox::enter(const SandboxLimits &limits) const
{
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return cannotConfine(errno);
    SandboxLimits bounds = limits;
    if (m_confinement == Confinement::Device)
        bounds.memoryBytes = 0; // drivers reserve as many addresses as all of the chip's memory has, and more
    if (const Result<void> limited = limitResources(bounds); !limited)
        return limited;
    if (m_confinement == Confinement::Tool)
        return {};
    FileDescriptor own; // each has its own /proc/self
    if (m_confinement == Confinement::Device) {
        Result<FileDescriptor> made = makeRules(m_reach);
        if (!made)
            return made.error();
        own = std::move(*made);
    }
    if (::syscall(SYS_landlock_restrict_self, own.isValid() ? own.fd() : m_rules.fd(), 0) != 0)
        return cannotConfine(errno);
    return confineCalls();
}

void Sandbox::limitJobMemory(long long bytes)
{
    rlimit current{};
    if (!canLimitMemory || ::getrlimit(RLIMIT_AS, &current) != 0)
        return;
    current.rlim_cur = bytes > 0 ? std::min(rlim_t(bytes), current.rlim_max) : current.rlim_max;
    ::setrlimit(RLIMIT_AS, &current);
}

Result<void> Sandbox::enterFolder(const Path &writable) const
{
    if (m_confinement != Confinement::Tool)
        return {};
    const Result<FileDescriptor> rules = makeRules({.readable = {"/"}, .writable = {writable}});
    if (!rules)
        return rules.error();
    if (::syscall(SYS_landlock_restrict_self, rules->fd(), 0) != 0)
        return cannotConfine(errno);
    return confineCalls();
}

Result<void> Sandbox::confineCalls() const
{
    const sock_fprog program{static_cast<unsigned short>(m_filter.size()), const_cast<sock_filter *>(m_filter.data())};
    if (::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) != 0)
        return cannotConfine(errno);
    return {};
}

} // namespace convoy
