// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace convoy {

/// Turns filtered rows back into pixels (ISO/IEC 15948, 9.2).
class PngUnfilter
{
public:
    /// Rows of `bytes` bytes without the filter's number, `step` bytes a pixel: 1, 2, 3, 4, 6 or 8.
    PngUnfilter(size_t bytes, size_t step);

    /// In place; each row stands behind its filter's number, and another row is in front of the first: the one above,
    /// zeros above the picture. False where a filter is unknown.
    bool rows(std::uint8_t *first, size_t count);

private:
    void row(std::uint8_t *row) const;
    void paethGroup(std::uint8_t *first, size_t count);

    size_t m_bytes;
    size_t m_step;
    std::vector<std::uint8_t> m_scratch; ///< a group of rows and the one above it, with room on both sides
};

} // namespace convoy
