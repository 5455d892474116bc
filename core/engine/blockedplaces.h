// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"

#include <set>

namespace convoy {

/// Where nothing can be written at present: single folders, and whole file systems that are full.
class BlockedPlaces
{
public:
    enum class Extent {
        Folder,
        FileSystem, ///< the one that the folder is on
    };
    void add(const Path &folder, Extent extent);
    void clear();
    bool isEmpty() const { return m_folders.empty() && m_devices.empty(); }
    /// Looks at the disk where a file system is blocked. A folder that is not there yet is where its parent is.
    bool contains(const Path &folder) const;

private:
    std::set<Path> m_folders;
    std::set<unsigned long long> m_devices;
};

} // namespace convoy
