// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/option.h"

#include <QByteArrayList>

// What every process may ask of a tool's options without being able to run it.
namespace convoy {

/// What can be told of a tool's options by themselves: an environment, expressions, where its output comes from.
Result<void> checkToolOptions(const OptionValues &options);

/// Whether the templates of a tool can be filled in: known placeholders (`columns` of a job list too), balanced braces.
/// Without `hasInput` those of the input file are unknown. `invalid-option` names the key and the placeholder.
Result<void> checkToolTemplates(const OptionValues &options, const QStringList &columns, bool hasInput);

/// Where the program of a command is: itself where it has a “/”, else what is executable in PATH, which `environment`
/// (KEY=VALUE, added to this process's own) may set. Empty where there is none.
QByteArray findProgram(const QByteArray &program, const QByteArrayList &environment);

/// False where the tool declares no output: its result is what it says.
bool toolMakesFiles(const OptionValues &options);

/// Names that a column of a list cannot take over: where the result goes must not depend on a row.
bool isReservedPlaceholder(QStringView name);

} // namespace convoy
