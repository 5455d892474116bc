// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/worker/familymodule.h"
#include "core/worker/sandbox.h"

#include <map>
#include <sys/types.h>
#include <thread>
#include <vector>

namespace convoy {

/// The warm helper: forks a child for each job when asked, and tells how each child ended. Single-threaded (fork copies
/// only the calling thread), except without isolation, where the "children" are its threads.
class HelperLoop
{
public:
    /// `sandbox` is what children enter; nullptr without isolation.
    HelperLoop(int controlSocket, const FamilyModule &family, const Sandbox *sandbox);
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
    [[noreturn]] void becomeChild(int socket);

    int m_control;
    const FamilyModule &m_family;
    const Sandbox *m_sandbox;
    std::map<int, Child> m_children;
    std::vector<std::jthread> m_threads;
    int m_lastId = 0;
    bool m_ended = false;
};

} // namespace convoy
