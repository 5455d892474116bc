// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/blockedplaces.h"

#include <optional>
#include <sys/stat.h>

namespace convoy {

namespace {

std::optional<unsigned long long> deviceOf(Path folder)
{
    struct stat status {
    };
    while (::stat(folder.c_str(), &status) != 0) {
        if (!folder.has_relative_path())
            return std::nullopt;
        folder = folder.parent_path();
    }
    return status.st_dev;
}

} // namespace

void BlockedPlaces::add(const Path &folder, Extent extent)
{
    const auto device = extent == Extent::FileSystem ? deviceOf(folder) : std::nullopt;
    if (device)
        m_devices.insert(*device);
    else
        m_folders.insert(folder);
}

void BlockedPlaces::clear()
{
    m_folders.clear();
    m_devices.clear();
}

bool BlockedPlaces::contains(const Path &folder) const
{
    if (m_folders.contains(folder))
        return true;
    const auto device = m_devices.empty() ? std::nullopt : deviceOf(folder);
    return device && m_devices.contains(*device);
}

} // namespace convoy
