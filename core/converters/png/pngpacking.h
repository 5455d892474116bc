// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/png/pngpicture.h"

#include <QByteArray>

#include <stop_token>
#include <vector>

namespace convoy {

/// A way to store every pixel of a picture in fewer bits, with nothing lost: as grey of 1, 2, 4 or 8 bits or as places in
/// a palette.
struct PngPacking {
    PngPicture stored;
    std::vector<std::uint32_t> palette; ///< 0xRRGGBB; empty for grey
};

/// The colours of a picture of 8 bits, if there are at most 256.
struct PngColours {
    std::vector<std::uint32_t> colours; ///< 0xRRGGBB, dark ones first
    QByteArray hash;                    ///< of the pixels, as `writePng` returns it
    bool allGrey = true;
};

/// Looks at some rows first, so that pictures of many colours cost nothing; then at all. Empty `colours` where there are
/// too many.
Result<PngColours> findPngColours(const PngPicture &picture, const PngRows &rows, const std::stop_token &stop);

/// Every packing that could be smaller than the picture as it is. With `keepColour`, RGB does not become grey.
std::vector<PngPacking> pngPackings(const PngPicture &picture, const PngColours &found, bool keepColour);

/// The picture's rows as they are stored. `rows` and `packing` have to stay.
PngRows packedRows(const PngPicture &picture, const PngRows &rows, const PngPacking &packing);

/// Turns stored rows back into those of the picture.
class PngUnpacker
{
public:
    PngUnpacker(const PngPicture &picture, const PngPicture &stored, const std::vector<std::uint32_t> &palette);

    /// Whether `stored` can be a packing of `picture` at all.
    static bool isPossible(const PngPicture &picture, const PngPicture &stored);

    /// False where a pixel is outside the palette.
    bool unpack(const std::uint8_t *row, std::uint8_t *out) const;

private:
    PngPicture m_picture;
    int m_bits;
    std::vector<std::uint32_t> m_colours; ///< of each stored value
};

} // namespace convoy
