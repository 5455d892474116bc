// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/blockedplaces.h"

#include "core/plan/planner.h"

#include <optional>
#include <sys/stat.h>

namespace convoy {

namespace {

std::optional<unsigned long long> deviceOf(const Path &folder)
{
    struct stat status = {};
    return ::stat(existingFolder(folder).c_str(), &status) == 0 ? std::optional(status.st_dev) : std::nullopt;
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
