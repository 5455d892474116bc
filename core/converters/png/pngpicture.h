// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace convoy {

/// What a PNG holds: grey or RGB, with alpha or without, 8 or 16 bits a sample. What is stored can be less
/// (`pngpacking.h`).
struct PngPicture {
    int width = 0;
    int height = 0;
    int channels = 1;     ///< 1 grey or palette, 2 grey and alpha, 3 RGB, 4 RGBA
    int bits = 8;         ///< 8 or 16; as stored also 1, 2 or 4 with one channel
    double ppi = 0;       ///< 0: none noted
    bool indexed = false; ///< as stored: samples are places in a palette

    /// ISO/IEC 15948, 11.2.2.
    std::uint8_t colourType() const
    {
        return std::uint8_t(indexed ? 3 : (channels >= 3 ? 2 : 0) + (channels % 2 == 0 ? 4 : 0));
    }
    /// Of a whole pixel; 1 also where several pixels share a byte.
    size_t pixelBytes() const { return std::max<size_t>(1, size_t(channels) * size_t(bits) / 8); }
    size_t rowBytes() const { return (size_t(channels) * size_t(bits) * size_t(width) + 7) / 8; }
    /// Stored in a way that keeps neighbouring levels from being near in number.
    bool isPacked() const { return indexed || bits < 8; }
    bool operator==(const PngPicture &) const = default;
};

/// Writes rows `first` … `first + count - 1` to `out` without padding, samples of 16 bits with the high byte first.
/// May be called from several threads at once, for any rows, more than once for the same ones.
using PngRows = std::function<Result<void>(int first, int count, std::uint8_t *out)>;

/// How long to look for a smaller file.
enum class PngEffort : std::uint8_t {
    Fast,
    Photo, ///< for pictures that were stored with losses: no closer look, and still no larger than libpng's defaults
    Balanced,
    Smallest,
};

} // namespace convoy
