// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/base/path.h"

#include <vector>

namespace convoy {

/// The paths that were given, then those of the list behind --files-from, each as its bytes are. No path at all is
/// an `invalid-option`.
Result<std::vector<Path>> readPathList(const Arguments &arguments);

} // namespace convoy
