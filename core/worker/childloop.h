// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/familymodule.h"

namespace convoy {

/// Serves the jobs that come over `socket`, one at a time, until the connection ends. Runs in a child of the helper, or
/// on a thread of it without isolation.
class ChildLoop
{
public:
    ChildLoop(int socket, const FamilyModule &family);
    ~ChildLoop();
    void run();

private:
    class Job;

    int m_socket;
    const FamilyModule &m_family;
    std::unique_ptr<Job> m_job;
};

} // namespace convoy
