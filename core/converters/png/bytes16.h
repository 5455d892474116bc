// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>

namespace convoy {

/// Sixteen bytes that are computed at once, by GCC and Clang on every processor.
using Bytes16 = std::uint8_t __attribute__((vector_size(16)));

inline Bytes16 loadBytes(const std::uint8_t *from)
{
    Bytes16 result;
    std::memcpy(&result, from, sizeof result);
    return result;
}

inline Bytes16 smallerOf(Bytes16 a, Bytes16 b)
{
    return a < b ? a : b;
}

inline Bytes16 distanceOf(Bytes16 a, Bytes16 b)
{
    return (a > b ? a : b) - smallerOf(a, b);
}

/// The Paeth predictor (ISO/IEC 15948, 9.4) without a ninth bit: where both differences have the same sign, their sum is
/// not the smallest.
inline Bytes16 nearestOf(Bytes16 left, Bytes16 up, Bytes16 corner)
{
    const Bytes16 toLeft = distanceOf(up, corner);
    const Bytes16 toUp = distanceOf(left, corner);
    const Bytes16 sameSign = Bytes16((up >= corner) == (left >= corner));
    const Bytes16 toCorner = distanceOf(toLeft, toUp) | sameSign;
    const Bytes16 rest = smallerOf(toUp, toCorner);
    return toLeft <= rest ? left : (toUp <= toCorner ? up : corner);
}

} // namespace convoy
