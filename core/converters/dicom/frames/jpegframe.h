// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>

namespace convoy {

/// Frames that may be cut short anywhere are decoded only with `salvage`.
struct JpegFrameLayout {
    int width = 0;
    int height = 0;
    int components = 1;
    bool salvage = false;
};

/// Decodes a sequential or progressive JPEG of 8 bits that must have the size of `layout`: components as they are stored,
/// one byte each, interleaved by pixel. True where nothing of it is damaged.
Result<bool> decodeJpegFrame(std::span<const std::uint8_t> data, const JpegFrameLayout &layout, std::uint8_t *out);

} // namespace convoy
