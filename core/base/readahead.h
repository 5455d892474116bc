// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"

#include <sys/types.h>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace convoy {

/// Has the system read so much of a file's beginning; waits for opening it only.
void readBeginning(const Path &file, off_t bytes);

/// Has the system read files that are converted next while the cores are busy with others, so that none of them waits
/// for a slow disk. On a thread of its own: a folder on a network may not answer.
class ReadAhead
{
public:
    ReadAhead();
    /// Waits for the file that is being opened.
    ~ReadAhead();

    /// From now on these and no others, the most urgent first. Those that were named the last time are not read again.
    void want(std::vector<Path> files);

private:
    void run(const std::stop_token &stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<Path> m_wanted; // guarded by m_mutex
    std::jthread m_thread;
};

} // namespace convoy
