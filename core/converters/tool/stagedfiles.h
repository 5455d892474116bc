// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/tool/toolplan.h"

namespace convoy {

/// The facts of the files that a tool has left in its staging folder, sorted by name: `file` (bytes, within the folder)
/// and `size`. `tool-failed` where a declared output is missing, nothing fits the glob, or something is no plain file.
Result<std::vector<QVariantMap>> collectOutputs(const QByteArray &folder, const ToolPlan &plan);

} // namespace convoy
