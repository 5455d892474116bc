// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace convoy {

/// What went wrong in two or three words, for a count: "3 damaged".
QString failureLabel(ErrorKind kind, int count);
/// Where a file was on its way when it failed: "while it was read".
QString failureStage(ErrorKind kind);
/// What usually helps; empty where nothing can be said.
QString likelyFix(ErrorKind kind);

} // namespace convoy
