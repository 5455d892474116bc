// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/scan.h"

namespace convoy {

/// Moves a file to the desktop's trash (freedesktop.org Trash specification 1.0), from where a person can bring it back:
/// the home trash on the same file system, else the trash of the file system that it is on. Never copies, never deletes.
/// Fails with `output-unwritable` where there is no trash or `path` is no longer the file of `identity`.
Result<void> trashFile(const Path &path, const SourceIdentity &identity);

} // namespace convoy
