// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/png/pngfilter.h"
#include "core/converters/png/pngpicture.h"

#include <optional>
#include <vector>

namespace convoy {

enum class PngCoder : std::uint8_t {
    Huffman, ///< `deflateHuffman`: for noise, where a search for matches finds nothing
    Matches, ///< libdeflate or zlib: for flat pictures
    Photo,   ///< `deflatePhoto`, which takes long matches only; of what is packed, zlib
};

/// How to write one picture.
struct PngStrategy {
    PngCoder coder = PngCoder::Huffman;
    std::optional<PngFilter> filter; ///< of every row; without it each row has the one with the smallest residuals
    int level = 0;                   ///< of libdeflate or zlib
};

/// Consecutive rows, with the row above the first in front of them (zeros above the picture).
struct PngRowBlock {
    const std::uint8_t *above;
    int count;
};

/// Writes the rows, each behind its filter's number.
void filterRows(const PngPicture &picture, std::optional<PngFilter> filter, const PngRowBlock &rows, std::uint8_t *out);

struct PngEstimate {
    PngStrategy strategy;
    double bytes = 0; ///< of all rows, compressed
};

/// Chooses by compressing a few bands of the picture in every way, small pictures as a whole.
Result<PngEstimate> estimatePng(const PngPicture &picture, const PngRows &rows, PngEffort effort);

/// Renders rows into `out` with the row above the first in front.
Result<void> renderRows(const PngPicture &picture, const PngRows &rows, int first, int count,
                        std::vector<std::uint8_t> &out);

} // namespace convoy
