// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/tags/covers.h"

namespace convoy {

/// The picture no wider and no higher than `side` pixels, as a JPEG. One that is small enough already stays what it is, but
/// for inks instead of colours. `unsupported-format` for what is no JPEG or PNG, `limit-exceeded` for what would need too
/// much memory.
Result<CoverPicture> scaleCover(const CoverPicture &cover, int side);

} // namespace convoy
