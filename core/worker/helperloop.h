// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/processtree.h"
#include "core/worker/familymodule.h"
#include "core/worker/sandbox.h"

#include <map>
#include <optional>
#include <sys/types.h>
#include <thread>
#include <vector>

namespace convoy {

/// The warm helper: forks a child for each job when asked, and tells how each child ended. Single-threaded (fork copies
/// only the calling thread), except without isolation, where the "children" of codecs are its threads.
class HelperLoop
{
public:
    /// What works on a job. Tools are processes in any case, and of a child that runs one all children count as the tool's.
    enum class Children : quint8 { Threads, Processes, ToolProcesses };

    /// `sandbox` is what child processes enter; nullptr without isolation.
    HelperLoop(int controlSocket, const FamilyModule &family, const Sandbox *sandbox, Children children);
    ~HelperLoop();

    /// Until the engine closes the connection; then ends all children.
    void run();

    /// Answers every request with that error, until the engine closes the connection.
    static void refuse(int controlSocket, const Error &error);

private:
    struct Child {
        pid_t pid = 0;
        FileDescriptor pidFd;    // readable when it has ended
        FileDescriptor exitPipe; // its end is written here
    };

    void handleRequest();
    void spawn();
    void reap(int id);
    void endOrphans() const;
    [[noreturn]] void becomeChild(int socket, pid_t helper);

    int m_control;
    const FamilyModule &m_family;
    const Sandbox *m_sandbox;
    const Children m_kind;
    std::optional<Subreaper> m_subreaper; // what a tool has left becomes ours when its worker ends
    std::map<int, Child> m_children;
    std::vector<std::jthread> m_threads;
    int m_lastId = 0;
    bool m_ended = false;
};

} // namespace convoy
