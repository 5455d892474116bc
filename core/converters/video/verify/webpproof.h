// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// Decodes a whole animated WebP, which libav cannot read, through libwebp: number of pictures, size and length are
/// those of `facts`.
Result<void> verifyWebp(int fd, const QVariantMap &facts, const ConvertContext &context);

} // namespace convoy
