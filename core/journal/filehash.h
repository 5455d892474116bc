// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace convoy {

/// FastHash of a whole file.
Result<QByteArray> hashFile(int fd);

} // namespace convoy
