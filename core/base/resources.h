// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convoy {

/// Cores that this process may use: its affinity mask, limited by the cgroup's CPU quota (cgroup v2 cpu.max, v1
/// cpu.cfs_quota_us), at least 1.
int availableCores();

/// Bytes of memory that could be used now: MemAvailable, limited by the cgroup.
long long availableMemory();

} // namespace convoy
