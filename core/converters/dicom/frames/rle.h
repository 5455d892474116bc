// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace convoy {

struct RleLayout {
    size_t pixels = 0; ///< of one frame
    int samples = 1;   ///< a pixel
    int bytesPerSample = 1;
};

struct RleResult {
    bool readable = false; ///< the header fits the layout
    bool complete = false; ///< every segment had all its bytes
};

/// Decodes one frame of DICOM's RLE (PS3.5 Annex G) into samples in this machine's byte order, interleaved by pixel.
/// `out` has pixels · samples · bytesPerSample bytes; those that are missing are left as they are.
RleResult decodeRle(std::span<const std::uint8_t> data, const RleLayout &layout, std::uint8_t *out);

} // namespace convoy
