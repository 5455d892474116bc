// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace convoy {

/// Length of each symbol's code in bits; 0 for symbols that do not occur.
using CodeLengths = std::vector<std::uint8_t>;

/// Code lengths for symbols of these frequencies, none longer than `longest`. At least one frequency must not be 0;
/// a lonely symbol gets one bit.
CodeLengths huffmanLengths(std::span<const std::uint32_t> frequencies, int longest);

/// The canonical codes of RFC 1951 3.2.2, bits reversed as DEFLATE writes them: code in the low 16 bits, length above.
void huffmanCodes(std::span<const std::uint8_t> lengths, std::span<std::uint32_t> codes);

/// Takes up to 14 bits at a time, low bit first.
using PutBits = std::function<void(std::uint32_t value, int count)>;

/// What stands before the symbols of a block with dynamic codes.
struct DynamicHeader {
    std::span<const std::uint8_t> lengths;   ///< of the codes of literals and lengths
    std::span<const std::uint8_t> distances; ///< of those of distances; a lonely 0 where there are none
    bool last = false;                       ///< the stream ends with this block
};

/// RFC 1951 3.2.7.
void writeDynamicHeader(const DynamicHeader &header, const PutBits &put);

} // namespace convoy
