// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/toollaunch.h"

#include "core/converters/tool/toolcheck.h"
#include "core/converters/tool/tooltext.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <vector>

namespace convoy {

namespace {

// Everything that the child needs between fork and exec, made before: there it may only make system calls.
struct Launch {
    QByteArray program;
    std::vector<char *> arguments;
    std::vector<char *> environment;
    const char *workingFolder = nullptr;
    int in = -1;
    int out = -1;
    int err = -1;
    int failure = -1; ///< gets errno where exec fails; closed by exec
    pid_t parent = 0;
    int nice = 0;
    int ioPriority = 0; ///< as ioprio_set(2) wants it; 0 leaves it
};

// ioprio_set(2): the class in the upper three bits, 16 bits in all; glibc has no header for it.
constexpr int ioprioWhoProcess = 1;

int ioprioValue(IoPriority priority)
{
    constexpr int classShift = 13;
    constexpr int bestEffort = 2;
    constexpr int idle = 3;
    constexpr int lowest = 7;
    switch (priority) {
    case IoPriority::Normal: return 0;
    case IoPriority::Low: return (bestEffort << classShift) | lowest;
    case IoPriority::Idle: return idle << classShift;
    }
    return 0;
}

/// The engine may have allowed itself more open files than select(2) can tell of; a tool that wants them asks for itself.
void keepSelectWorking()
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    files.rlim_cur = std::min<rlim_t>(files.rlim_cur, FD_SETSIZE);
    ::setrlimit(RLIMIT_NOFILE, &files);
}

[[noreturn]] void becomeTool(const Launch &launch)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != launch.parent)
        ::_exit(127);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    ::signal(SIGXFSZ, SIG_DFL);
    keepSelectWorking();
    // A wish: a tool that runs as usual is better than none.
    if (launch.nice > 0)
        ::setpriority(PRIO_PROCESS, 0, std::min(19, ::getpriority(PRIO_PROCESS, 0) + launch.nice));
    if (launch.ioPriority != 0)
        ::syscall(SYS_ioprio_set, ioprioWhoProcess, 0, launch.ioPriority);
    const bool ready = ::dup2(launch.in, STDIN_FILENO) >= 0 && ::dup2(launch.out, STDOUT_FILENO) >= 0
        && ::dup2(launch.err, STDERR_FILENO) >= 0 && (!launch.workingFolder || ::chdir(launch.workingFolder) == 0);
    if (ready) {
        ::syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC); // nothing of ours leaks into the tool
        ::execve(launch.program.constData(), launch.arguments.data(), launch.environment.data());
    }
    const int error = errno;
    static_cast<void>(::write(launch.failure, &error, sizeof error) == 0);
    ::_exit(127);
}

QByteArrayList mergedEnvironment(const QByteArrayList &additions)
{
    QByteArrayList merged = additions;
    for (char **variable = environ; *variable; ++variable) {
        const QByteArray entry(*variable);
        const QByteArray name = entry.left(entry.indexOf('=') + 1);
        if (std::ranges::none_of(additions, [&name](const QByteArray &addition) { return addition.startsWith(name); }))
            merged.append(entry);
    }
    return merged;
}

std::vector<char *> pointers(QByteArrayList &texts)
{
    std::vector<char *> list;
    for (QByteArray &text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

} // namespace

Result<Pipe> makePipe()
{
    int fds[2];
    if (::pipe2(fds, O_CLOEXEC) != 0)
        return systemError(errno, ErrorKind::Internal, ToolText::tr("The tool cannot be started."));
    return Pipe{FileDescriptor(fds[0]), FileDescriptor(fds[1])};
}

Result<pid_t> launchTool(const ToolCall &call, int out, int err)
{
    const QByteArray program = findProgram(call.arguments.constFirst(), call.environment);
    if (program.isEmpty())
        return Error{ErrorKind::MissingTool,
                     ToolText::tr("The program “%1” is not installed.").arg(QString::fromUtf8(call.arguments.constFirst()))};
    Result<Pipe> failure = makePipe();
    if (!failure)
        return failure.error();
    const FileDescriptor nothing(call.stdinFd < 0 ? ::open("/dev/null", O_RDONLY | O_CLOEXEC) : -1);
    QByteArrayList arguments = call.arguments;
    QByteArrayList environment = mergedEnvironment(call.environment);
    const Launch launch{.program = program,
                        .arguments = pointers(arguments),
                        .environment = pointers(environment),
                        .workingFolder = call.workingFolder.isEmpty() ? nullptr : call.workingFolder.constData(),
                        .in = call.stdinFd < 0 ? nothing.fd() : call.stdinFd,
                        .out = out,
                        .err = err,
                        .failure = failure->write.fd(),
                        .parent = ::getpid(),
                        .nice = call.nice,
                        .ioPriority = ioprioValue(call.ioPriority)};
    const pid_t pid = ::fork();
    if (pid == 0)
        becomeTool(launch);
    if (pid < 0)
        return systemError(errno, ErrorKind::Internal, ToolText::tr("The tool cannot be started."));
    failure->write.reset();
    int error = 0;
    ssize_t got = -1;
    do {
        got = ::read(failure->read.fd(), &error, sizeof error);
    } while (got < 0 && errno == EINTR);
    if (got != ssize_t(sizeof error))
        return pid;
    ::waitpid(pid, nullptr, 0);
    const bool isFolder = launch.workingFolder && ::access(launch.workingFolder, X_OK) != 0;
    return systemError(error, ErrorKind::ToolFailed,
                       isFolder ? ToolText::tr("The working folder of the tool cannot be used.")
                                : ToolText::tr("The program “%1” cannot be run.").arg(QString::fromUtf8(program)));
}

} // namespace convoy
