// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/huffmandeflate.h"

#include "core/converters/png/huffmancode.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace convoy {

namespace {

static_assert(std::endian::native == std::endian::little, "the bit writer stores little-endian words");

// What a stored block holds at most (RFC 1951 3.2.4).
constexpr size_t blockLength = 65535;
constexpr size_t endOfBlock = 256;
constexpr size_t symbolCount = 286;
// Four codes of at most 12 bits and 7 left over fit into one 64-bit word.
constexpr int longestCode = 12;
// Measured: shorter runs gain nothing over literals of one or two bits.
constexpr size_t shortestRun = 12;
constexpr size_t longestMatch = 258;

struct Span {
    size_t begin; ///< of the literals
    size_t literals;
    size_t run; ///< how often the last literal is repeated after them
};

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
    std::uint8_t *position() const { return m_out; }

private:
    std::uint64_t m_bits = 0;
    int m_count = 0;
    std::uint8_t *m_out;
};

/// Length of the run of data[at] that starts at `at`.
size_t runLength(std::span<const std::uint8_t> data, size_t at)
{
    size_t end = at + 1;
    while (end < data.size() && data[end] == data[at])
        ++end;
    return end - at;
}

/// Whether the eight bytes at `bytes` are all the same.
bool allSame(const std::uint8_t *bytes)
{
    std::uint64_t word;
    std::memcpy(&word, bytes, sizeof word);
    return word == std::rotl(word, 8);
}

std::vector<Span> findRuns(std::span<const std::uint8_t> data)
{
    std::vector<Span> spans;
    size_t begin = 0;
    size_t at = 0;
    // Every run of 15 bytes covers one whole step of eight; of shorter ones some are found.
    while (at + 8 <= data.size()) {
        if (!allSame(data.data() + at)) {
            at += 8;
            continue;
        }
        size_t first = at;
        while (first > begin && data[first - 1] == data[at])
            --first;
        const size_t length = runLength(data, first);
        if (length >= shortestRun) {
            spans.push_back({begin, first + 1 - begin, length - 1});
            begin = first + length;
            at = begin;
        } else {
            at = std::max(first + length, at + 8);
        }
    }
    spans.push_back({begin, data.size() - begin, 0});
    return spans;
}

struct LengthCode {
    std::uint16_t symbol;
    std::uint8_t extraBits;
    std::uint16_t extra;
};

/// RFC 1951 3.2.5.
LengthCode lengthCode(size_t length)
{
    if (length == longestMatch)
        return {285, 0, 0};
    const auto rest = static_cast<unsigned>(length - 3);
    if (rest < 8)
        return {static_cast<std::uint16_t>(257 + rest), 0, 0};
    const int extraBits = std::bit_width(rest) - 3;
    const unsigned symbol = 257U + 4U * static_cast<unsigned>(extraBits) + (rest >> extraBits);
    return {static_cast<std::uint16_t>(symbol), static_cast<std::uint8_t>(extraBits),
            static_cast<std::uint16_t>(rest & ((1U << extraBits) - 1U))};
}

/// Calls `match` with lengths of 3 to 258 that add up to `run`, which is 0 or at least three.
template <typename Match>
void splitRun(size_t run, Match match)
{
    while (run > 0) {
        size_t length = std::min(run, longestMatch);
        if (run > longestMatch && run - length < 3)
            length -= 3;
        match(length);
        run -= length;
    }
}

using Frequencies = std::array<std::uint32_t, symbolCount>;

Frequencies countSymbols(std::span<const std::uint8_t> data, const std::vector<Span> &spans)
{
    // Four tables, because neighbouring equal bytes would wait for each other's store.
    std::array<std::array<std::uint32_t, 256>, 4> counts{};
    Frequencies result{};
    for (const Span &span : spans) {
        const std::uint8_t *p = data.data() + span.begin;
        const std::uint8_t *const end = p + span.literals;
        for (; end - p >= 4; p += 4) {
            ++counts[0][p[0]];
            ++counts[1][p[1]];
            ++counts[2][p[2]];
            ++counts[3][p[3]];
        }
        for (; p < end; ++p)
            ++counts[0][*p];
        splitRun(span.run, [&result](size_t length) { ++result[lengthCode(length).symbol]; });
    }
    for (size_t i = 0; i < 256; ++i)
        result[i] = counts[0][i] + counts[1][i] + counts[2][i] + counts[3][i];
    result[endOfBlock] = 1;
    return result;
}

using Codes = std::array<std::uint32_t, symbolCount>; ///< code in the low 16 bits, its length above

struct Bits {
    std::uint64_t value;
    unsigned count;
};

/// Literals in pairs and pairs of pairs, because one after the other they would wait for each other's place.
Bits joined(const Bits &first, const Bits &second)
{
    return {first.value | second.value << first.count, first.count + second.count};
}

void putLiterals(BitWriter &out, const Codes &codes, const std::uint8_t *p, const std::uint8_t *end)
{
    // A copy, because what is written through a pointer to bytes might otherwise be the writer itself.
    BitWriter bits = out;
    const auto bitsOf = [&codes](std::uint8_t byte) { return Bits{codes[byte] & 0xffffU, codes[byte] >> 16}; };
    const auto put = [&bits](const Bits &some) { bits.put(some.value, static_cast<int>(some.count)); };
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

void putRun(BitWriter &bits, const Codes &codes, size_t run)
{
    splitRun(run, [&bits, &codes](size_t length) {
        const LengthCode code = lengthCode(length);
        bits.put(codes[code.symbol] & 0xffffU, static_cast<int>(codes[code.symbol] >> 16));
        bits.put(code.extra, code.extraBits);
        bits.put(0, 1); // distance 1, the only distance code there is
        bits.flush();
    });
}

/// Bits of the block without its header.
size_t bodyBits(const Frequencies &frequencies, const CodeLengths &lengths)
{
    size_t sum = 0;
    for (size_t i = 0; i < symbolCount; ++i) {
        size_t bits = lengths[i];
        if (i > endOfBlock)
            bits += 1U + (i >= 265 && i < 285 ? (i - 261) / 4 : 0U);
        sum += frequencies[i] * bits;
    }
    return sum;
}

void storeBlocks(std::span<const std::uint8_t> data, bool last, std::vector<std::uint8_t> &out)
{
    while (!data.empty()) {
        const auto part = data.first(std::min(blockLength, data.size()));
        data = data.subspan(part.size());
        const auto size = static_cast<unsigned>(part.size());
        const std::array<std::uint8_t, 5> header{static_cast<std::uint8_t>(last && data.empty()),
                                                 static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(size >> 8),
                                                 static_cast<std::uint8_t>(~size), static_cast<std::uint8_t>(~size >> 8)};
        out.insert(out.end(), header.begin(), header.end());
        out.insert(out.end(), part.begin(), part.end());
    }
}

// Up to here the fixed codes are tried: of longer data, codes of its own are always smaller.
constexpr size_t fixedLimit = 256;

/// The fixed codes (RFC 1951 3.2.6), literals only.
void putFixed(std::span<const std::uint8_t> data, bool last, std::vector<std::uint8_t> &out)
{
    CodeLengths lengths(288, 8);
    std::fill(lengths.begin() + 144, lengths.begin() + 256, std::uint8_t{9});
    std::fill(lengths.begin() + 256, lengths.begin() + 280, std::uint8_t{7});
    std::vector<std::uint32_t> codes(lengths.size());
    huffmanCodes(lengths, codes);
    const size_t before = out.size();
    out.resize(before + data.size() * 9 / 8 + 32);
    BitWriter writer(out.data() + before);
    writer.put(last ? 3 : 2, 3);
    const auto put = [&](size_t symbol) {
        writer.put(codes[symbol] & 0xffffU, lengths[symbol]);
        writer.flush();
    };
    std::ranges::for_each(data, put);
    put(endOfBlock);
    if (!last)
        writer.put(0, 3);
    writer.align();
    out.resize(static_cast<size_t>(writer.position() - out.data()));
    if (!last)
        out.insert(out.end(), {0, 0, 0xff, 0xff});
}

/// A block before it is written.
struct Block {
    explicit Block(std::span<const std::uint8_t> all)
        : data(all),
          spans(findRuns(all)),
          frequencies(countSymbols(all, spans)),
          lengths(huffmanLengths(frequencies, longestCode)),
          bits(bodyBits(frequencies, lengths))
    {
    }

    bool isStored() const { return bits / 8 >= data.size(); }
    DynamicHeader header(bool last) const { return {lengths, spans.size() > 1, last}; }

    std::span<const std::uint8_t> data;
    std::vector<Span> spans;
    Frequencies frequencies;
    CodeLengths lengths;
    size_t bits; ///< of the body
};

size_t bytesOf(const Block &block)
{
    if (block.isStored())
        return block.data.size() + 5;
    size_t bits = block.bits;
    writeDynamicHeader(block.header(true), [&bits](std::uint32_t, int count) { bits += static_cast<size_t>(count); });
    return bits / 8 + 1;
}

/// Writes one block and leaves the stream on a byte boundary. An empty stored block is what aligns it (RFC 1951 3.2.4).
void writeBlock(const Block &block, bool last, std::vector<std::uint8_t> &out)
{
    const std::span<const std::uint8_t> data = block.data;
    if (block.isStored()) {
        storeBlocks(data, last, out);
        return;
    }
    Codes codes{};
    huffmanCodes(block.lengths, codes);

    const size_t before = out.size();
    out.resize(before + block.bits / 8 + 400 + 16);
    BitWriter writer(out.data() + before);
    writeDynamicHeader(block.header(last), [&writer](std::uint32_t value, int count) {
        writer.put(value, count);
        writer.flush();
    });
    for (const Span &span : block.spans) {
        putLiterals(writer, codes, data.data() + span.begin, data.data() + span.begin + span.literals);
        putRun(writer, codes, span.run);
    }
    writer.put(codes[endOfBlock] & 0xffffU, static_cast<int>(codes[endOfBlock] >> 16));
    if (!last)
        writer.put(0, 3);
    writer.align();
    out.resize(static_cast<size_t>(writer.position() - out.data()));
    if (!last)
        out.insert(out.end(), {0, 0, 0xff, 0xff});
}

/// Takes a block off the data.
std::span<const std::uint8_t> nextBlock(std::span<const std::uint8_t> &data)
{
    const auto block = data.first(deflateBlockBytes(data.size()));
    data = data.subspan(block.size());
    return block;
}

} // namespace

size_t deflateBlockBytes(size_t left)
{
    // A short rest is not worth codes of its own.
    return left <= blockLength / 2 * 3 ? left : blockLength;
}

void endDeflate(std::vector<std::uint8_t> &out)
{
    out.insert(out.end(), {0x03, 0x00}); // final block with fixed codes that holds nothing
}

void deflateHuffman(std::span<const std::uint8_t> data, std::vector<std::uint8_t> &out, bool last)
{
    if (last && data.empty())
        endDeflate(out);
    while (!data.empty()) {
        const auto block = nextBlock(data);
        const size_t before = out.size();
        writeBlock(Block(block), last && data.empty(), out);
        if (block.size() > fixedLimit)
            continue;
        std::vector<std::uint8_t> fixed;
        putFixed(block, last && data.empty(), fixed);
        if (fixed.size() < out.size() - before) {
            out.resize(before);
            out.insert(out.end(), fixed.begin(), fixed.end());
        }
    }
}

size_t deflateHuffmanSize(std::span<const std::uint8_t> data)
{
    size_t sum = 0;
    while (!data.empty())
        sum += bytesOf(Block(nextBlock(data)));
    return sum;
}

} // namespace convoy
