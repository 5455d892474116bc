// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/huffmandeflate.h"

#include "core/converters/png/deflatebits.h"
#include "core/converters/png/huffmancode.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace convoy {

namespace {

// Measured: shorter runs gain nothing over literals of one or two bits.
constexpr size_t shortestRun = 12;

struct Span {
    size_t begin; ///< of the literals
    size_t literals;
    size_t run; ///< how often the last literal is repeated after them
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

Frequencies countSymbols(std::span<const std::uint8_t> data, const std::vector<Span> &spans)
{
    LiteralCounter literals;
    Frequencies result{};
    for (const Span &span : spans) {
        literals.add(data.subspan(span.begin, span.literals));
        splitRun(span.run, [&result](size_t length) { ++result[lengthCode(length).symbol]; });
    }
    literals.store(result);
    result[endOfBlock] = 1;
    return result;
}

void putRun(BitWriter &bits, const Codes &codes, size_t run)
{
    splitRun(run, [&bits, &codes](size_t length) {
        const LengthCode code = lengthCode(length);
        bits.put(codes[code.symbol] & 0xffffU, int(codes[code.symbol] >> 16));
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
        const size_t distance = i > endOfBlock ? 1 : 0;
        sum += frequencies[i] * (lengths[i] + size_t(extraLengthBits(i)) + distance);
    }
    return sum;
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
    endBlock(writer, last, out);
}

// The code lengths of distances: none, or distance 1 in one bit.
constexpr std::array<std::uint8_t, 2> oneDistance{0, 1};

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
    DynamicHeader header(bool last) const
    {
        return {lengths, std::span(oneDistance).subspan(spans.size() > 1 ? 1 : 0, 1), last};
    }

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
    writeDynamicHeader(block.header(true), [&bits](std::uint32_t, int count) { bits += size_t(count); });
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
    writer.put(codes[endOfBlock] & 0xffffU, int(codes[endOfBlock] >> 16));
    endBlock(writer, last, out);
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
