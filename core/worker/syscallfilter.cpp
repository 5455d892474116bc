// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/syscallfilter.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <cstddef>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <memory>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace convoy {

namespace {

struct SyscallFilterText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Sandbox)
};

// Denied to every child. Landlock does not cover file modes, owners, times and attributes, nor most sockets.
constexpr std::array deniedToAll{
    // modes, owners, times, extended attributes
    "chmod",
    "fchmod",
    "fchmodat",
    "chown",
    "fchown",
    "lchown",
    "fchownat",
    "utime",
    "utimes",
    "utimensat",
    "futimesat",
    "setxattr",
    "lsetxattr",
    "fsetxattr",
    "removexattr",
    "lremovexattr",
    "fremovexattr",
    // network
    "socket",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    // other processes
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "process_madvise",
    "kcmp",
    "pidfd_getfd",
    "pidfd_send_signal",
    "rt_sigqueueinfo",
    "rt_tgsigqueueinfo",
    // memory and queues that other programs of the person share: a window's picture, for one
    "shmget",
    "shmat",
    "shmctl",
    "msgget",
    "msgsnd",
    "msgrcv",
    "msgctl",
    "semget",
    "semop",
    "semtimedop",
    "semctl",
    // file systems and namespaces
    "mount",
    "umount2",
    "move_mount",
    "open_tree",
    "fsopen",
    "fsconfig",
    "fsmount",
    "fspick",
    "mount_setattr",
    "pivot_root",
    "chroot",
    "unshare",
    "setns",
    "mknod",
    "mknodat",
    "name_to_handle_at",
    "open_by_handle_at",
    "quotactl",
    "quotactl_fd",
    "swapon",
    "swapoff",
    // the kernel itself
    "bpf",
    "perf_event_open",
    "userfaultfd",
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    "init_module",
    "finit_module",
    "delete_module",
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "acct",
    "syslog",
    "iopl",
    "ioperm",
    "lookup_dcookie",
    // keys, clocks, names
    "add_key",
    "keyctl",
    "request_key",
    "settimeofday",
    "clock_settime",
    "adjtimex",
    "clock_adjtime",
    "sethostname",
    "setdomainname",
};

// A codec starts nothing and signals nobody (abort(3) uses tgkill).
constexpr std::array deniedToCodecs{"execve", "execveat",   "fork",   "vfork",  "kill",
                                    "tkill",  "pidfd_open", "setsid", "setpgid"};

// What came after Linux 6.1 is not there, as on that kernel: later calls change modes (fchmodat2) and attributes
// (setxattrat) too, and libseccomp may not know them by name. New calls are numbered alike on all architectures.
constexpr unsigned firstNewCall = SYS_landlock_restrict_self + 5;
constexpr std::array newCalls{
    sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
    sock_filter BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, firstNewCall, 0, 1),
    sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
};

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

bool deny(const Filter &filter, const char *name)
{
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR)
        return true; // too new for this libseccomp: see newCalls
    const int code = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), number, 0);
    return code == 0 || code == -EDOM || code == -EOPNOTSUPP;
}

bool denyProcesses(const Filter &filter)
{
    for (const char *name : deniedToCodecs) {
        if (!deny(filter, name))
            return false;
    }
    // Threads are allowed, processes are not. The flags of clone3 are out of a filter's reach; told that there is no such
    // call, the C library uses clone.
    return seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0
        && seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                            SCMP_CMP(0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0))
        == 0;
}

Error failure(int code)
{
    return systemError(code, ErrorKind::Internal, SyscallFilterText::tr("This system cannot confine workers (no seccomp)."));
}

} // namespace

Result<std::vector<sock_filter>> systemCallFilter(Confinement confinement, bool coversTruncate)
{
    const Filter filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
    if (!filter)
        return failure(ENOMEM);
    bool ok = true;
    for (const char *name : deniedToAll)
        ok = ok && deny(filter, name);
    if (confinement != Confinement::Tool)
        ok = ok && denyProcesses(filter);
    // By name, any file of this person's; a codec has no names, and for tools newer versions of Landlock look after it.
    if (confinement != Confinement::Tool || !coversTruncate)
        ok = ok && deny(filter, "truncate");
    // Its own limits, but not those of another process of the same person.
    ok = ok && seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_NE, 0)) == 0;
    const FileDescriptor file(::memfd_create("seccomp", MFD_CLOEXEC));
    if (!ok || !file.isValid())
        return failure(EINVAL);
    if (const int code = seccomp_export_bpf(filter.get(), file.fd()); code != 0)
        return failure(-code);
    struct stat status {
    };
    ::fstat(file.fd(), &status);
    std::vector<sock_filter> program(newCalls.begin(), newCalls.end());
    program.resize(newCalls.size() + size_t(status.st_size) / sizeof(sock_filter)); // jumps are relative
    if (status.st_size == 0
        || ::pread(file.fd(), program.data() + newCalls.size(), size_t(status.st_size), 0) != status.st_size)
        return failure(EIO);
    return program;
}

} // namespace convoy
