// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/png/pngstrategy.h"

namespace convoy {

struct BandBuffers {
    std::vector<std::uint8_t> raw; ///< the row above the band and its rows
    std::vector<std::uint8_t> filtered;
    std::vector<std::uint8_t> coded;
};

/// Some rows of a picture, coded on their own, so that bands can be made on several threads and joined.
struct Band {
    int first = 0;
    int count = 0;
    PngStrategy strategy;
    bool opens = false;  ///< the stream starts with it
    bool closes = false; ///< it ends the stream, but for the checksum
    bool whole = false;  ///< it is the picture: `coded` is a complete zlib stream
    std::uint32_t adler = 1;
    BandBuffers buffers;
};

/// Renders, filters and compresses one band.
Result<void> encodeBand(const PngPicture &picture, const PngRows &rows, Band &band);

} // namespace convoy
