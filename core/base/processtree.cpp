// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/processtree.h"

#include "core/base/filedescriptor.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <string>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace convoy {

namespace {

struct Process {
    pid_t pid;
    pid_t parent;
};

std::vector<Process> allProcesses()
{
    std::vector<Process> processes;
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir("/proc"), &::closedir);
    while (const dirent *entry = folder ? ::readdir(folder.get()) : nullptr) {
        const pid_t pid = std::atoi(entry->d_name);
        if (pid <= 0)
            continue;
        if (const std::optional<ProcessStatus> status = processStatus(pid))
            processes.push_back({pid, status->parent});
    }
    return processes;
}

std::vector<pid_t> below(const std::vector<Process> &processes, std::vector<pid_t> found)
{
    for (size_t i = 0; i < found.size(); ++i) {
        for (const Process &process : processes) {
            if (process.parent == found[i])
                found.push_back(process.pid);
        }
    }
    return found;
}

/// Reaps those of `children` that end within a moment.
void reapSoon(const std::vector<pid_t> &children)
{
    constexpr int momentMs = 100;
    for (const pid_t child : children) {
        const FileDescriptor pidFd(int(::syscall(SYS_pidfd_open, child, 0)));
        pollfd ended{pidFd.fd(), POLLIN, 0};
        ::poll(&ended, 1, momentMs);
        ::waitpid(child, nullptr, WNOHANG);
    }
}

} // namespace

std::optional<ProcessStatus> processStatus(pid_t pid)
{
    const std::string path = "/proc/" + std::to_string(pid) + "/stat";
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    char text[1024];
    const ssize_t got = file.isValid() ? ::read(file.fd(), text, sizeof text - 1) : 0;
    text[std::max<ssize_t>(got, 0)] = 0;
    // The program's name is in parentheses and may contain anything, so what comes after it is counted from its end.
    const char *nameEnd = std::strrchr(text, ')');
    ProcessStatus status;
    long long userTicks = 0;
    long long systemTicks = 0;
    if (!nameEnd
        || std::sscanf(nameEnd, ") %c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lld %lld", &status.state, &status.parent,
                       &userTicks, &systemTicks)
            != 4)
        return std::nullopt;
    status.ticks = userTicks + systemTicks;
    return status;
}

Subreaper::Subreaper()
{
    ::prctl(PR_GET_CHILD_SUBREAPER, &m_before);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
}

Subreaper::~Subreaper()
{
    ::prctl(PR_SET_CHILD_SUBREAPER, m_before);
}

std::vector<pid_t> descendants(pid_t parent)
{
    std::vector<pid_t> found = below(allProcesses(), {parent});
    found.erase(found.begin());
    return found;
}

bool signalDescendants(int signal)
{
    const std::vector<pid_t> pids = descendants(::getpid());
    for (const pid_t pid : pids)
        ::kill(pid, signal);
    return !pids.empty();
}

void killOrphans(const std::vector<pid_t> &spared)
{
    // Their own orphans become our children: look again until there is none. One that hangs in the kernel is left.
    constexpr int mostRounds = 10;
    for (int round = 0; round < mostRounds; ++round) {
        const std::vector<Process> processes = allProcesses();
        std::vector<pid_t> orphans;
        for (const Process &process : processes) {
            if (process.parent == ::getpid() && std::ranges::find(spared, process.pid) == spared.end())
                orphans.push_back(process.pid);
        }
        if (orphans.empty())
            return;
        for (const pid_t pid : below(processes, orphans))
            ::kill(pid, SIGKILL);
        reapSoon(orphans);
    }
}

int killDescendants()
{
    // Orphans of what is killed become our children: go on until there is none.
    int killed = 0;
    while (true) {
        const pid_t dead = ::waitpid(-1, nullptr, WNOHANG);
        if (dead < 0 && errno == ECHILD)
            return killed;
        if (dead != 0)
            continue;
        if (!signalDescendants(SIGKILL))
            return killed; // /proc is out of reach: whoever started this process ends its group
        killed += ::waitpid(-1, nullptr, 0) > 0 ? 1 : 0;
    }
}

} // namespace convoy
