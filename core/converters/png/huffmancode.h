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

/// Writes the header of a block with dynamic codes that is not the last one (RFC 1951 3.2.7). `lengths` are those of
/// literals and lengths; the only distance code, of one bit, is distance 1, and only if `distance` is set.
void writeDynamicHeader(std::span<const std::uint8_t> lengths, bool distance, const PutBits &put);

} // namespace convoy
