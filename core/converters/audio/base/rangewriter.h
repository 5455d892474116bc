// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtGlobal>

namespace convoy {

/// Writes all of `bytes` at `offset` with pwrite. `no-space` or `output-unwritable` where the system says no.
Result<void> writeRange(int fd, qint64 offset, const void *bytes, qint64 size);

} // namespace convoy
