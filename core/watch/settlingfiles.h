// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/scan.h"

#include <chrono>
#include <map>
#include <vector>

namespace convoy {

/// Files that have been seen and may still be growing. A file is ready when it has stayed the same for its time and nobody
/// has it open for writing. Time is handed in, so that tests need none.
class SettlingFiles
{
public:
    using Clock = std::chrono::steady_clock;

    /// A file to keep an eye on, from now. One that is watched already stays as it is.
    void watch(const Path &path, std::chrono::milliseconds settle, Clock::time_point now);
    bool isEmpty() const { return m_files.empty(); }

    /// Looks at each file; hands out and forgets those that are ready, and forgets those that are gone
    /// or have become another user's link.
    std::vector<InputFile> takeReady(Clock::time_point now);

private:
    struct File {
        SourceIdentity identity;
        Clock::time_point since; ///< when it was first seen like that
        std::chrono::milliseconds settle;
    };
    std::map<Path, File> m_files;
};

/// Whether some process has the file open for writing, as far as this one may know: only the owner of a file can ask, and
/// only on file systems with leases (fcntl(2), F_SETLEASE). False where it cannot be told.
bool isOpenForWriting(const Path &path);

} // namespace convoy
