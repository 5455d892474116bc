// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

namespace convoy {

/// Makes the folder where it is missing; `output-unwritable` where nothing could be written into it.
Result<void> prepareLogFolder(const Path &folder);

/// What the tool of a finished job said, and why it failed, as `0007-name.log` in `folder`. Jobs of which nothing was said
/// get no file. A log of the same number and name is replaced.
Result<void> writeJobLog(const Job &job, const Path &folder);

} // namespace convoy
