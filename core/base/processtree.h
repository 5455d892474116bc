// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <sys/types.h>
#include <vector>

namespace convoy {

/// What the kernel tells of a process (proc(5)).
struct ProcessStatus {
    char state = 0; ///< 'Z': ended, and nobody has asked how
    pid_t parent = 0;
    long long ticks = 0; ///< of CPU time, as sysconf(_SC_CLK_TCK) counts
};

/// Nothing where there is no such process, or /proc is out of reach.
std::optional<ProcessStatus> processStatus(pid_t pid);

/// Makes this process the parent of every orphan below it, for its lifetime, so that no process of a tool gets away.
/// In a worker that runs one tool at a time every child of the process counts as the tool's.
class Subreaper
{
public:
    Subreaper();
    ~Subreaper();
    Subreaper(const Subreaper &) = delete;
    Subreaper &operator=(const Subreaper &) = delete;

private:
    int m_before = 0;
};

/// Children of `parent`, theirs, and so on.
std::vector<pid_t> descendants(pid_t parent);

/// Sends `signal` to every descendant of this process; false where none was found.
bool signalDescendants(int signal);

/// Kills and reaps every child of this process but those, and all that they have started.
void killOrphans(const std::vector<pid_t> &spared);

/// Kills and reaps every descendant of this process; returns how many there were.
int killDescendants();

} // namespace convoy
