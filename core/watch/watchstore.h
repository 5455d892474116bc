// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/plan/scan.h"

#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace convoy {

/// What became of a file that was seen in a watched folder.
enum class WatchState : quint8 {
    Taken,  ///< given to a batch; what came of it is in the journal
    Done,   ///< converted, or skipped for a reason that lies in the file
    Failed, ///< not tried again until it changes
    Output, ///< written by Convoy: never an input
};

struct WatchEntry {
    SourceIdentity identity; ///< the content that this was said of
    WatchState state = WatchState::Taken;
    QString batch;    ///< of Taken; empty between the decision and the engine's answer
    int failures = 0; ///< in a row

    bool operator==(const WatchEntry &) const = default;
};

/// Remembers over restarts what was done with the files of one watched folder: a file that lines are appended to, each
/// synced before anything is built on it. A torn last line is what was not said. One process has it at a time.
class WatchStore
{
public:
    /// `output-unwritable` where that fails or another process watches with it.
    static Result<std::unique_ptr<WatchStore>> open(const Path &file);

    /// nullptr where nothing is known of that path.
    const WatchEntry *find(const Path &path) const;
    const std::map<Path, WatchEntry> &entries() const { return m_entries; }

    /// Durable when this returns.
    Result<void> put(const std::vector<std::pair<Path, WatchEntry>> &entries);
    /// As if it had never been seen.
    Result<void> forget(const std::vector<Path> &paths);

private:
    WatchStore(Path file, FileDescriptor lock) : m_file(std::move(file)), m_lock(std::move(lock)) {}
    Result<void> load();
    Result<void> rewrite();
    Result<void> append(const QByteArray &lines);
    Error failure() const;

    Path m_file;
    FileDescriptor m_lock;
    FileDescriptor m_fd;
    std::map<Path, WatchEntry> m_entries;
};

} // namespace convoy
