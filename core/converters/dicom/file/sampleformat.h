// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace convoy {

/// How grey samples are stored (DICOM PS3.3 C.7.6.3.1).
struct SampleFormat {
    int bitsAllocated = 16;
    int bitsStored = 16;
    int highBit = 15;
    bool isSigned = false;

    /// The number that a stored word means: other bits masked away, sign extended.
    std::int64_t value(std::uint32_t word) const;
    std::int64_t lowest() const { return isSigned ? -(std::int64_t{1} << (bitsStored - 1)) : 0; }
    std::int64_t highest() const { return lowest() + (std::int64_t{1} << bitsStored) - 1; }
    bool operator==(const SampleFormat &) const = default;
};

/// Values from `low` to `high`. Shown, it is linear from black to white.
struct ValueRange {
    double low = 0;
    double high = 0;
    bool operator==(const ValueRange &) const = default;
};

} // namespace convoy
