// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// Has the first of `context.encoder` encode a second of moving pictures and decodes that without it. Fails unless every
/// picture comes back, and nearly as it was.
Result<void> tryHardwareEncoder(const ConvertContext &context);

} // namespace convoy
