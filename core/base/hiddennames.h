// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/path.h"

#include <string>

namespace convoy {

// What is not finished yet has a name that says whose it is, ".convoy-PID-XXXXXX", so that a later process can tell what was
// left behind.

/// Such a name in that folder, for mkstemp(3) and mkdtemp(3).
std::string hiddenTemplate(const Path &folder);

/// A new file with such a name, to write and to read, with the permissions of new files; not valid where the system says no
/// (errno). `name` gets its six letters.
FileDescriptor makeHidden(std::string &name);

/// Removes hidden files and staging folders in `folder` that a process left behind which is no longer there.
void sweepStaging(const Path &folder);

} // namespace convoy
