// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/keptpath.h"
#include "core/base/result.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace convoy {

/// What identifies the content of a source without reading it.
struct SourceIdentity {
    qint64 size = 0;    ///< bytes
    qint64 mtimeNs = 0; ///< since the epoch
    quint64 device = 0;
    quint64 inode = 0;

    bool operator==(const SourceIdentity &) const = default;
};

struct InputFile {
    KeptPath path;           ///< absolute
    KeptPath relativeFolder; ///< from the folder that was given to the file's own; empty for a file given itself
    SourceIdentity identity;
};

struct ScannedFile {
    InputFile file;
    std::optional<Error> refusal; ///< unreadable, not a regular file …
};

/// Identity of an open or named regular file; `unreadable-input` for anything else.
Result<SourceIdentity> sourceIdentity(const Path &path);
Result<SourceIdentity> sourceIdentity(int fd);

// Whoever may write into a folder could put a link there that leads to what only this user may read, and get it converted.
// So the kernel treats links in shared folders too (proc_sys_fs(5), protected_symlinks).

/// The identity of a named file that nobody has chosen by hand: another user's link is `unreadable-input`.
Result<SourceIdentity> unchosenIdentity(const Path &path);

/// Opens a file for reading that was scanned before. Another file that has its name by now will do, but not by a link that
/// another user has put in its place.
Result<FileDescriptor> openSource(const InputFile &file);

/// Expands folders (only their own files unless `recursive`; hidden files and links to folders are left out), drops
/// duplicates, and hands over each file in name order within its folder. Blocking; call it off the GUI thread.
void scanPaths(const std::vector<Path> &paths, bool recursive, const std::stop_token &stop,
               const std::function<void(ScannedFile)> &found);

} // namespace convoy
