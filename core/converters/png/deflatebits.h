// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace convoy {

static_assert(std::endian::native == std::endian::little, "the bit writer stores little-endian words");

// RFC 1951: what a stored block holds at most (3.2.4), and the alphabet of literals and lengths (3.2.5).
inline constexpr size_t blockLength = 65535;
inline constexpr size_t endOfBlock = 256;
inline constexpr size_t symbolCount = 286;
inline constexpr size_t longestMatch = 258;
// Four codes of at most 12 bits and 7 left over fit into one 64-bit word.
inline constexpr int longestCode = 12;

using Frequencies = std::array<std::uint32_t, symbolCount>;
using Codes = std::array<std::uint32_t, symbolCount>; ///< code in the low 16 bits, its length above

/// Counts literals.
class LiteralCounter
{
public:
    void add(std::span<const std::uint8_t> literals);
    void store(Frequencies &frequencies) const;

private:
    // Four tables, because neighbouring equal bytes would wait for each other's store.
    std::array<std::array<std::uint32_t, 256>, 4> m_counts{};
};

struct LengthCode {
    std::uint16_t symbol;
    std::uint8_t extraBits;
    std::uint16_t extra;
};

/// RFC 1951 3.2.5.
LengthCode lengthCode(size_t length);

/// Bits behind the code of a symbol.
int extraLengthBits(size_t symbol);

class BitWriter
{
public:
    explicit BitWriter(std::uint8_t *out) : m_out(out) {}

    void put(std::uint64_t value, int count)
    {
        m_bits |= value << m_count;
        m_count += count;
    }
    void flush()
    {
        std::memcpy(m_out, &m_bits, sizeof m_bits);
        m_out += m_count >> 3;
        m_bits >>= m_count & ~7;
        m_count &= 7;
    }
    void align()
    {
        flush();
        if (m_count > 0)
            ++m_out;
        m_bits = 0;
        m_count = 0;
    }
    /// Where the next whole byte goes.
    std::uint8_t *position() const { return m_out; }
    void moveTo(std::uint8_t *out) { m_out = out; }

private:
    std::uint64_t m_bits = 0;
    int m_count = 0;
    std::uint8_t *m_out;
};

/// Writes literals by their codes.
void putLiterals(BitWriter &out, const Codes &codes, const std::uint8_t *p, const std::uint8_t *end);

/// Ends the last thing in `out`, which `writer` writes to, on a byte boundary; with `last` the stream ends there. An empty
/// stored block is what aligns it (RFC 1951 3.2.4).
void endBlock(BitWriter &writer, bool last, std::vector<std::uint8_t> &out);

/// Appends data as they are.
void storeBlocks(std::span<const std::uint8_t> data, bool last, std::vector<std::uint8_t> &out);

} // namespace convoy
