// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/option.h"

namespace convoy {

/// What can be told of a tool's options by themselves: an environment, expressions, where its output comes from.
Result<void> checkToolOptions(const OptionValues &options);

/// What every process may ask of a tool's options without being able to run it.

/// Whether the templates of a tool can be filled in: known placeholders (`columns` of a job list too), balanced braces.
/// Without `hasInput` those of the input file are unknown. `invalid-option` names the key and the placeholder.
Result<void> checkToolTemplates(const OptionValues &options, const QStringList &columns, bool hasInput);

/// False where the tool declares no output: its result is what it says.
bool toolMakesFiles(const OptionValues &options);

/// Names that a column of a list cannot take over: where the result goes must not depend on a row.
bool isReservedPlaceholder(QStringView name);

} // namespace convoy
