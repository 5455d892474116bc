// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/path.h"
#include "core/converters/converter.h"

#include <mutex>

namespace convoy {

/// A second file that a job reads.
struct Attachment {
    FileDescriptor fd;
    ConvertInput input; ///< of `fd`; without a descriptor where there is none
};

/// Looks for attachments. Thread-safe.
class AttachmentSearch
{
public:
    /// The first of `names` that can be opened; names without a folder are looked for in `folder`, also as “Name” and
    /// “NAME”, and where it is called “CD1” or “Disc 1” and has none, in the folder above.
    Attachment open(const QStringList &names, const Path &folder);

private:
    /// What was looked for in vain, and where: it is not there until the folder changes.
    struct Miss {
        QStringList names;
        quint64 device = 0;
        quint64 inode = 0;
        qint64 mtimeNs = 0; ///< since the epoch
        bool operator==(const Miss &) const = default;
    };

    Attachment openIn(const Path &folder, const QStringList &names);

    std::mutex m_mutex;
    Miss m_lastMiss; // guarded by m_mutex
};

} // namespace convoy
