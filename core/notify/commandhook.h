// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

#include <QStringList>

#include <chrono>

namespace convoy {

/// Runs a program with the report as JSON on its standard input and CONVOY_BATCH, CONVOY_PROFILE, CONVOY_DONE,
/// CONVOY_FAILED and CONVOY_SKIPPED in its environment. No shell. Blocking; ended after `timeout`. `tool-failed` where it
/// does not end with 0.
Result<void> runCommandHook(const QStringList &command, const Report &report,
                            std::chrono::milliseconds timeout = std::chrono::seconds(30));

} // namespace convoy
