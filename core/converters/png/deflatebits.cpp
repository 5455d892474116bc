// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/deflatebits.h"

#include <algorithm>

namespace convoy {

namespace {

struct Bits {
    std::uint64_t value;
    unsigned count;
};

/// Literals in pairs and pairs of pairs, because one after the other they would wait for each other's place.
Bits joined(const Bits &first, const Bits &second)
{
    return {first.value | second.value << first.count, first.count + second.count};
}

} // namespace

void LiteralCounter::add(std::span<const std::uint8_t> literals)
{
    const std::uint8_t *p = literals.data();
    const std::uint8_t *const end = p + literals.size();
    for (; end - p >= 4; p += 4) {
        ++m_counts[0][p[0]];
        ++m_counts[1][p[1]];
        ++m_counts[2][p[2]];
        ++m_counts[3][p[3]];
    }
    for (; p < end; ++p)
        ++m_counts[0][*p];
}

void LiteralCounter::store(Frequencies &frequencies) const
{
    for (size_t i = 0; i < 256; ++i)
        frequencies[i] = m_counts[0][i] + m_counts[1][i] + m_counts[2][i] + m_counts[3][i];
}

LengthCode lengthCode(size_t length)
{
    if (length == longestMatch)
        return {285, 0, 0};
    const auto rest = unsigned(length - 3);
    if (rest < 8)
        return {std::uint16_t(257 + rest), 0, 0};
    const int extraBits = std::bit_width(rest) - 3;
    const unsigned symbol = 257U + 4U * unsigned(extraBits) + (rest >> extraBits);
    return {std::uint16_t(symbol), std::uint8_t(extraBits), std::uint16_t(rest & ((1U << extraBits) - 1U))};
}

int extraLengthBits(size_t symbol)
{
    return symbol >= 265 && symbol < 285 ? int(symbol - 261) / 4 : 0;
}

void putLiterals(BitWriter &out, const Codes &codes, const std::uint8_t *p, const std::uint8_t *end)
{
    // A copy, because what is written through a pointer to bytes might otherwise be the writer itself.
    BitWriter bits = out;
    const auto bitsOf = [&codes](std::uint8_t byte) { return Bits{codes[byte] & 0xffffU, codes[byte] >> 16}; };
    const auto put = [&bits](const Bits &some) { bits.put(some.value, int(some.count)); };
    for (; end - p >= 4; p += 4) {
        put(joined(joined(bitsOf(p[0]), bitsOf(p[1])), joined(bitsOf(p[2]), bitsOf(p[3]))));
        bits.flush();
    }
    for (; p < end; ++p) {
        put(bitsOf(*p));
        bits.flush();
    }
    out = bits;
}

void endBlock(BitWriter &writer, bool last, std::vector<std::uint8_t> &out)
{
    if (!last)
        writer.put(0, 3);
    writer.align();
    out.resize(size_t(writer.position() - out.data()));
    if (!last)
        out.insert(out.end(), {0, 0, 0xff, 0xff});
}

void storeBlocks(std::span<const std::uint8_t> data, bool last, std::vector<std::uint8_t> &out)
{
    while (!data.empty()) {
        const auto part = data.first(std::min(blockLength, data.size()));
        data = data.subspan(part.size());
        const auto size = unsigned(part.size());
        const std::array<std::uint8_t, 5> header{std::uint8_t(last && data.empty()), std::uint8_t(size),
                                                 std::uint8_t(size >> 8), std::uint8_t(~size), std::uint8_t(~size >> 8)};
        out.insert(out.end(), header.begin(), header.end());
        out.insert(out.end(), part.begin(), part.end());
    }
}

} // namespace convoy
