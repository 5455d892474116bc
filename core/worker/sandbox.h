// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace convoy {

struct SandboxLimits {
    long long memoryBytes = 0;  ///< address space; 0: not limited
    long long fileBytes = 0;    ///< largest file that may be written; 0: not limited
};

/// Gives up, for this process and all that it starts, what no conversion needs: no new privileges, no core dumps, few
/// open files, bounded memory. Called in a child before the first byte of a file is read; when it fails the child must
/// not go on.
Result<void> enterSandbox(const SandboxLimits &limits);

} // namespace convoy
