// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/sandbox.h"

namespace convoy {

/// The seccomp program (seccomp(2)) for a child: what no conversion needs answers EPERM. `coversTruncate`: Landlock keeps
/// tools from cutting short files that are not theirs.
Result<std::vector<sock_filter>> systemCallFilter(Confinement confinement, bool coversTruncate);

} // namespace convoy
