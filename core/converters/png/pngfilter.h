// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace convoy {

/// Filter types of PNG (ISO/IEC 15948, 9.2), by the number that is written in front of each row.
enum class PngFilter : std::uint8_t { None, Sub, Up, Average, Paeth };

inline constexpr int pngFilterCount = 5;

/// One row of `bytes` bytes, `step` bytes a pixel. `previous` is the row above, zeros for the first.
struct PngRow {
    const std::uint8_t *row;
    const std::uint8_t *previous;
    size_t bytes;
    size_t step;
};

/// Writes `bytes` filtered bytes to `out`, without the filter's number.
void filterRow(PngFilter filter, const PngRow &row, std::uint8_t *out);

} // namespace convoy
