// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/frames/storedframe.h"

#include <array>

namespace convoy {

/// Levels of red, green and blue for each stored word of a palette picture, already at the depth of the output.
using PaletteLevels = std::array<std::vector<std::uint16_t>, 3>;

/// Some rows of a colour frame: one pointer for each plane, or the first alone.
struct ColourRows {
    std::array<const std::uint8_t *, 3> planes{};
    int count = 0;
};

/// Turns stored samples of RGB or any YBR into red, green, blue of 8 or 16 bits. Each output sample takes one
/// `std::uint16_t`.
class ColourConverter
{
public:
    ColourConverter(const StoredFrame::Layout &layout, const SampleFormat &format, int outputBits);

    /// Columns `first` … `first + count - 1` of row `row` among `rows`; `out` takes 3 · count levels.
    void convert(const ColourRows &rows, int row, int first, int count, std::uint16_t *out) const;

    /// Whether the stored bytes of RGB are the output already.
    bool isCopy() const { return m_copy; }

private:
    using Pixel = std::array<std::uint32_t, 3>;

    Pixel stored(const ColourRows &rows, int row, int column) const;
    std::uint32_t sample(const std::uint8_t *bytes, size_t index) const;
    std::uint16_t level(double value) const;
    void toRgb(const Pixel &pixel, std::uint16_t *out) const;

    StoredFrame::Layout m_layout;
    SampleFormat m_format;
    double m_storedMost;
    double m_outputMost;
    bool m_copy;
    bool m_bytes;                        ///< YBR_FULL of bytes, pixel by pixel
    std::vector<std::uint16_t> m_levels; ///< of every stored value, where there are few
};

} // namespace convoy
