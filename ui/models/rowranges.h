// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace convoy {

/// More separate ranges than this are cheaper as one reset of the whole list.
inline constexpr size_t maximumRanges = 64;

/// Calls `range(first, last)` for each run of neighbours. `rows` must be sorted.
template <typename F>
void forRanges(const std::vector<int> &rows, F range)
{
    for (size_t i = 0; i < rows.size();) {
        size_t end = i + 1;
        while (end < rows.size() && rows[end] <= rows[end - 1] + 1)
            ++end;
        range(rows[i], rows[end - 1]);
        i = end;
    }
}

inline size_t rangeCount(const std::vector<int> &rows)
{
    size_t count = 0;
    forRanges(rows, [&count](int, int) { ++count; });
    return count;
}

} // namespace convoy
