// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/helperloop.h"

#include "core/base/cborinteger.h"
#include "core/engine/resources.h"
#include "core/worker/childloop.h"
#include "core/worker/cputime.h"
#include "core/worker/message.h"
#include "core/worker/protocol.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <linux/close_range.h>
#include <malloc.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Descriptors from 3 on.
void closeAllBut(std::vector<int> kept)
{
    std::ranges::sort(kept);
    unsigned first = 3;
    for (const int fd : kept) {
        if (fd < int(first))
            continue;
        if (fd > int(first))
            ::close_range(first, unsigned(fd) - 1, 0);
        first = unsigned(fd) + 1;
    }
    ::close_range(first, ~0U, 0);
}

} // namespace

HelperLoop::HelperLoop(int controlSocket, const FamilyModule &family, const Sandbox *sandbox, Children children)
    : m_control(controlSocket),
      m_family(family),
      m_sandbox(sandbox),
      m_kind(children)
{
    if (m_kind == Children::ToolProcesses)
        m_subreaper.emplace();
}

HelperLoop::~HelperLoop()
{
    for (const auto &[id, child] : m_children)
        ::kill(-child.pid, SIGKILL);
    m_children.clear();
    endOrphans();
}

/// Whatever a tool has done to get away: it ends with its job.
void HelperLoop::endOrphans() const
{
    if (m_kind != Children::ToolProcesses)
        return;
    std::vector<pid_t> workers;
    for (const auto &[id, child] : m_children)
        workers.push_back(child.pid);
    killOrphans(workers);
}

void HelperLoop::run()
{
    // Nobody may be left to read how a child ended.
    ::signal(SIGPIPE, SIG_IGN);
    while (!m_ended) {
        std::vector<pollfd> waits{{m_control, POLLIN, 0}};
        std::vector<int> ids;
        for (const auto &[id, child] : m_children) {
            waits.push_back({child.pidFd.fd(), POLLIN, 0});
            ids.push_back(id);
        }
        if (::poll(waits.data(), waits.size(), -1) < 0)
            continue;
        for (size_t i = 0; i < ids.size(); ++i) {
            if (waits[i + 1].revents != 0)
                reap(ids[i]);
        }
        if (waits[0].revents != 0)
            handleRequest();
    }
}

void HelperLoop::refuse(int controlSocket, const Error &error)
{
    while (true) {
        const Result<std::optional<Message>> request = receiveMessage(controlSocket);
        if (!request || !*request || !sendMessage(controlSocket, {{u"error"_s, error.message}}))
            return;
    }
}

void HelperLoop::handleRequest()
{
    const Result<std::optional<Message>> request = receiveMessage(m_control);
    if (!request || !*request) {
        m_ended = true;
        return;
    }
    const QCborMap &body = (*request)->body;
    const QString op = body.value("op"_L1).toString();
    if (op == "spawn"_L1) {
        spawn();
    } else if (op == "signal"_L1) {
        const auto child = m_children.find(int(cborInteger(body.value("id"_L1))));
        // The child is not reaped yet, so the number of its process group cannot have been given away.
        if (child != m_children.end())
            ::kill(-child->second.pid, int(cborInteger(body.value("signal"_L1))));
    } else if (op == "describe"_L1) {
        m_ended = !sendMessage(m_control, {{u"landlock"_s, m_sandbox ? m_sandbox->landlockVersion() : 0}});
    }
}

void HelperLoop::spawn()
{
    const int id = ++m_lastId;
    int sockets[2];
    int pipes[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0) {
        m_ended = !sendMessage(m_control, {{u"error"_s, QString::fromLocal8Bit(std::strerror(errno))}});
        return;
    }
    FileDescriptor engineEnd(sockets[0]);
    FileDescriptor childEnd(sockets[1]);
    if (::pipe2(pipes, O_CLOEXEC) != 0) {
        m_ended = !sendMessage(m_control, {{u"error"_s, QString::fromLocal8Bit(std::strerror(errno))}});
        return;
    }
    FileDescriptor exitRead(pipes[0]);
    FileDescriptor exitWrite(pipes[1]);

    if (m_kind == Children::Threads) {
        m_threads.emplace_back([socket = std::move(childEnd), pipe = std::move(exitWrite), &family = m_family] {
            ChildLoop(socket.fd(), family, nullptr).run();
        });
    } else {
        const pid_t helper = ::getpid();
        const pid_t pid = ::fork();
        if (pid == 0)
            becomeChild(childEnd.fd(), helper);
        if (pid < 0) {
            m_ended = !sendMessage(m_control, {{u"error"_s, QString::fromLocal8Bit(std::strerror(errno))}});
            return;
        }
        ::setpgid(pid, pid); // in both processes: whoever comes first
        FileDescriptor pidFd(int(::syscall(SYS_pidfd_open, pid, 0)));
        m_children.emplace(id, Child{pid, std::move(pidFd), std::move(exitWrite)});
    }
    const int fds[] = {engineEnd.fd(), exitRead.fd()};
    m_ended = !sendMessage(m_control, {{u"id"_s, id}}, fds);
}

void HelperLoop::becomeChild(int socket, pid_t helper)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != helper) // it went before that could be asked for
        ::_exit(0);
    ::setpgid(0, 0);
    if (m_kind == Children::ToolProcesses)
        ::signal(SIGPIPE, SIG_DFL); // tools inherit it
    // Small jobs follow each other in one child: memory that one gave back serves the next, without page faults.
    constexpr int keptMemory = 64 << 20;
    ::mallopt(M_MMAP_THRESHOLD, keptMemory);
    ::mallopt(M_TRIM_THRESHOLD, keptMemory);
    // Nothing of the helper and of other children stays open: only the standard streams, the connection and the rules.
    closeAllBut({socket, m_sandbox ? m_sandbox->rulesFd() : -1});
    // Enough for any decoder, and never so much that the machine swaps.
    constexpr long long leastMemory = 2LL << 30;
    constexpr long long largestFile = 1LL << 40;
    const SandboxLimits limits{.memoryBytes = std::max(leastMemory, availableMemory() * 6 / 10), .fileBytes = largestFile};
    ChildLoop loop(socket, m_family, m_sandbox);
    if (m_sandbox && !m_sandbox->enter(limits))
        ::_exit(126);
    loop.run();
    ::_exit(0); // without destructors: a job whose engine is gone is not waited for
}

void HelperLoop::reap(int id)
{
    const auto child = m_children.find(id);
    rusage usage{};
    ExitReport report;
    if (::wait4(child->second.pid, &report.status, WNOHANG, &usage) != child->second.pid)
        return;
    // What a tool has left running belongs to the same process group.
    ::kill(-child->second.pid, SIGKILL);
    report.cpuSeconds = cpuSeconds(usage);
    report.peakBytes = usage.ru_maxrss * 1024LL;
    [[maybe_unused]] const ssize_t written = ::write(child->second.exitPipe.fd(), &report, sizeof report);
    m_children.erase(child);
    endOrphans();
}

} // namespace convoy
