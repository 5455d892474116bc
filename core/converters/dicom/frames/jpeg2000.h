// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>

namespace convoy {

struct Jpeg2000Layout {
    int width = 0;
    int height = 0;
    int samples = 1;
    int bytesPerSample = 1;
    bool isSigned = false; ///< samples are two's complement, also where the codestream says otherwise ///< of the result: 1,
                           ///< 2 or 4
    bool salvage = false;  ///< accept a stream that is cut short
    int threads = 1;
};

/// Decodes a JPEG 2000 or HTJ2K codestream, bare or in a JP2 file, that must have the size of `layout`. Samples are
/// interleaved by pixel, in this machine's byte order, as many as `layout` says.
Result<void> decodeJpeg2000(std::span<const std::uint8_t> data, const Jpeg2000Layout &layout, std::uint8_t *out);

} // namespace convoy
