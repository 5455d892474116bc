// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/photodeflate.h"

#include "core/converters/png/deflatebits.h"
#include "core/converters/png/huffmancode.h"
#include "core/converters/png/huffmandeflate.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace convoy {

namespace {

constexpr size_t shortestMatch = 6;
// What is looked up as a whole to get at the long matches, past all the short ones.
constexpr size_t longWord = 8;
constexpr size_t window = 32768;
constexpr int hashBits = 16;
// A match of this length is taken without a look at the next byte.
constexpr size_t niceLength = 128;
// Codes fit the part of the picture that they are made for.
constexpr size_t photoBlockBytes = 24576;
constexpr size_t distanceCount = 30;
// What a literal is taken to cost that occurs nowhere else.
constexpr unsigned unseenBits = longestCode;

struct Match {
    size_t length = 0;
    size_t distance = 0;
};

/// Latest first, the places where `bytes` bytes look like those at another one.
template <size_t bytes>
class Places
{
public:
    explicit Places(std::span<const std::uint8_t> data) : m_data(data) {}

    /// Calls `look` with at most `most` places until it returns false, then makes `at` known. Eight bytes must be there.
    template <typename Look>
    void add(size_t at, int most, const Look &look)
    {
        std::uint32_t &head = m_heads[slotOf(at)];
        std::uint32_t next = head;
        for (; most > 0 && next > 0 && at + 1 - next <= window && look(next - 1); --most)
            next = m_previous[(next - 1) % window];
        m_previous[at % window] = head;
        head = std::uint32_t(at + 1);
    }

private:
    size_t slotOf(size_t at) const
    {
        std::uint64_t word;
        std::memcpy(&word, m_data.data() + at, sizeof word);
        return (word << (64 - 8 * bytes)) * 0x9e3779b185ebca87U >> (64 - hashBits);
    }

    std::span<const std::uint8_t> m_data;
    // Places from 1 on; 0 is none.
    std::vector<std::uint32_t> m_heads = std::vector<std::uint32_t>(size_t{1} << hashBits);
    std::vector<std::uint32_t> m_previous = std::vector<std::uint32_t>(window);
};

/// How many places are looked at.
struct SearchSteps {
    int ofShort;
    int ofLong;
};

/// Finds earlier occurrences of the next bytes. Bytes are looked up in order, each once.
class MatchFinder
{
public:
    MatchFinder(std::span<const std::uint8_t> data, PhotoSearch search)
        : m_data(data),
          m_steps(search == PhotoSearch::Thorough ? SearchSteps{64, 256} : SearchSteps{4, 32}),
          m_short(data),
          m_long(data)
    {
    }

    /// Makes the bytes at `at` known.
    void add(size_t at) { search(at, 0, {0, 0}); }
    /// The same, and finds the longest match, the nearest of these, if it is longer than `than`.
    Match find(size_t at, size_t than) { return search(at, than, m_steps); }

private:
    Match search(size_t at, size_t than, const SearchSteps &steps);
    size_t sameBytes(size_t a, size_t b, size_t most) const;

    std::span<const std::uint8_t> m_data;
    SearchSteps m_steps;
    Places<shortestMatch> m_short;
    Places<longWord> m_long;
};

Match MatchFinder::search(size_t at, size_t than, const SearchSteps &steps)
{
    if (at + sizeof(std::uint64_t) > m_data.size())
        return {};
    const size_t most = std::min(longestMatch, m_data.size() - at);
    Match best{std::max(than, shortestMatch - 1), 0};
    const auto look = [&](size_t from) {
        if (best.length < most && m_data[from + best.length] == m_data[at + best.length]) {
            const size_t length = sameBytes(from, at, most);
            if (length > best.length)
                best = {length, at - from};
        }
        return best.length < niceLength;
    };
    m_long.add(at, steps.ofLong, look);
    m_short.add(at, best.length < longWord ? steps.ofShort : 0, look);
    return best.distance > 0 ? best : Match();
}

size_t MatchFinder::sameBytes(size_t a, size_t b, size_t most) const
{
    const std::uint8_t *const p = m_data.data() + a;
    const std::uint8_t *const q = m_data.data() + b;
    size_t same = 0;
    for (; same + sizeof(std::uint64_t) <= most; same += sizeof(std::uint64_t)) {
        std::uint64_t left;
        std::uint64_t right;
        std::memcpy(&left, p + same, sizeof left);
        std::memcpy(&right, q + same, sizeof right);
        if (left != right)
            return same + size_t(std::countr_zero(left ^ right)) / 8;
    }
    while (same < most && p[same] == q[same])
        ++same;
    return same;
}

struct DistanceCode {
    std::uint8_t symbol;
    std::uint8_t extraBits;
    std::uint16_t extra;
};

/// RFC 1951 3.2.5.
DistanceCode distanceCode(size_t distance)
{
    const auto rest = unsigned(distance - 1);
    if (rest < 4)
        return {std::uint8_t(rest), 0, 0};
    const int extraBits = std::bit_width(rest) - 2;
    const unsigned symbol = 2U * unsigned(extraBits) + (rest >> extraBits);
    return {std::uint8_t(symbol), std::uint8_t(extraBits), std::uint16_t(rest & ((1U << extraBits) - 1U))};
}

/// Literals, and a match behind them; at the end of a block none, of length 0.
struct Step {
    size_t literals;
    Match match;
};

/// A block before it is written.
class PhotoBlock
{
public:
    /// Takes what it holds off `data` at `begin`, which moves on.
    PhotoBlock(std::span<const std::uint8_t> data, size_t &begin, MatchFinder &finder);

    /// With its header.
    size_t bits() const;
    bool isStored() const { return bits() / 8 >= m_data.size(); }
    std::span<const std::uint8_t> data() const { return m_data; }
    void write(BitWriter &writer, bool last) const;

private:
    void parse(std::span<const std::uint8_t> data, size_t &begin, MatchFinder &finder);
    void makeCodes();
    void dropDearMatches();
    unsigned bitsOf(const Match &match) const;
    unsigned bitsOf(std::span<const std::uint8_t> literals) const;
    DynamicHeader header(bool last) const { return {m_lengths, m_distanceLengths, last}; }

    std::span<const std::uint8_t> m_data;
    std::vector<Step> m_steps;
    Frequencies m_frequencies{};
    std::array<std::uint32_t, distanceCount> m_distances{};
    CodeLengths m_lengths;
    CodeLengths m_distanceLengths;
};

PhotoBlock::PhotoBlock(std::span<const std::uint8_t> data, size_t &begin, MatchFinder &finder)
{
    const size_t first = begin;
    parse(data, begin, finder);
    m_data = data.subspan(first, begin - first);
    makeCodes();
    dropDearMatches();
    makeCodes();
}

void PhotoBlock::parse(std::span<const std::uint8_t> data, size_t &begin, MatchFinder &finder)
{
    const size_t left = data.size() - begin;
    // A short rest is not worth codes of its own.
    const size_t end = begin + (left <= photoBlockBytes / 2 * 3 ? left : photoBlockBytes);
    size_t at = begin;
    const auto take = [&](size_t from, const Match &match) {
        m_steps.push_back({from - begin, match});
        begin = from + match.length;
        while (at < begin)
            finder.add(at++);
    };
    Match before;
    while (at < end) {
        const Match match = finder.find(at++, before.length);
        if (before.length > 0 && match.length == 0) {
            take(at - 2, before);
            before = {};
        } else if (match.length >= niceLength) {
            take(at - 1, match);
            before = {};
        } else {
            before = match;
        }
    }
    if (before.length > 0)
        take(at - 1, before);
    m_steps.push_back({at - begin, {}});
    begin = at;
}

void PhotoBlock::makeCodes()
{
    LiteralCounter literals;
    m_frequencies = {};
    m_distances = {};
    size_t at = 0;
    for (const auto &[count, match] : m_steps) {
        literals.add(m_data.subspan(at, count));
        at += count + match.length;
        if (match.length == 0)
            continue;
        ++m_frequencies[lengthCode(match.length).symbol];
        ++m_distances[distanceCode(match.distance).symbol];
    }
    literals.store(m_frequencies);
    m_frequencies[endOfBlock] = 1;
    m_lengths = huffmanLengths(m_frequencies, longestCode);
    const bool any = m_steps.size() > 1;
    m_distanceLengths = any ? huffmanLengths(m_distances, longestCode) : CodeLengths(1);
    while (m_distanceLengths.size() > 1 && m_distanceLengths.back() == 0)
        m_distanceLengths.pop_back();
}

unsigned PhotoBlock::bitsOf(const Match &match) const
{
    const LengthCode length = lengthCode(match.length);
    const DistanceCode distance = distanceCode(match.distance);
    return unsigned{m_lengths[length.symbol]} + length.extraBits + m_distanceLengths[distance.symbol] + distance.extraBits;
}

unsigned PhotoBlock::bitsOf(std::span<const std::uint8_t> literals) const
{
    unsigned sum = 0;
    for (const std::uint8_t literal : literals)
        sum += m_lengths[literal] > 0 ? m_lengths[literal] : unseenBits;
    return sum;
}

/// Literals instead of a match where they take fewer bits.
void PhotoBlock::dropDearMatches()
{
    std::vector<Step> kept;
    kept.reserve(m_steps.size());
    size_t at = 0;
    size_t literals = 0;
    for (const auto &[count, match] : m_steps) {
        const auto matched = m_data.subspan(at + count, match.length);
        at += count + match.length;
        literals += count;
        if (match.length > 0 && bitsOf(matched) < bitsOf(match)) {
            literals += match.length;
            continue;
        }
        kept.push_back({literals, match});
        literals = 0;
    }
    m_steps = std::move(kept);
}

size_t PhotoBlock::bits() const
{
    size_t sum = 0;
    writeDynamicHeader(header(true), [&sum](std::uint32_t, int count) { sum += size_t(count); });
    for (size_t i = 0; i < symbolCount; ++i)
        sum += m_frequencies[i] * (m_lengths[i] + size_t(extraLengthBits(i)));
    for (size_t i = 0; i < m_distanceLengths.size(); ++i)
        sum += m_distances[i] * (m_distanceLengths[i] + (i < 4 ? 0 : i / 2 - 1));
    return sum;
}

void PhotoBlock::write(BitWriter &writer, bool last) const
{
    const auto put = [&writer](std::uint32_t code) { writer.put(code & 0xffffU, int(code >> 16)); };
    Codes codes{};
    huffmanCodes(m_lengths, codes);
    std::array<std::uint32_t, distanceCount> distanceCodes{};
    huffmanCodes(m_distanceLengths, distanceCodes);
    writeDynamicHeader(header(last), [&writer](std::uint32_t value, int count) {
        writer.put(value, count);
        writer.flush();
    });
    const std::uint8_t *at = m_data.data();
    for (const auto &[count, match] : m_steps) {
        putLiterals(writer, codes, at, at + count);
        at += count + match.length;
        if (match.length == 0)
            continue;
        const LengthCode length = lengthCode(match.length);
        const DistanceCode distance = distanceCode(match.distance);
        put(codes[length.symbol]);
        writer.put(length.extra, length.extraBits);
        put(distanceCodes[distance.symbol]);
        writer.put(distance.extra, distance.extraBits);
        writer.flush();
    }
    put(codes[endOfBlock]);
    writer.flush();
}

} // namespace

void deflatePhoto(std::span<const std::uint8_t> data, PhotoSearch search, std::vector<std::uint8_t> &out, bool last)
{
    MatchFinder finder(data, search);
    size_t used = out.size();
    BitWriter writer(nullptr);
    for (size_t begin = 0; begin < data.size();) {
        const PhotoBlock block(data, begin, finder);
        // Room for the end of the stream and for a word that is written as a whole.
        out.resize(used + std::min(block.bits() / 8, block.data().size()) + 32);
        writer.moveTo(out.data() + used);
        const bool closes = last && begin == data.size();
        if (block.isStored()) {
            endBlock(writer, false, out);
            storeBlocks(block.data(), closes, out);
            used = out.size();
            continue;
        }
        block.write(writer, closes);
        used = size_t(writer.position() - out.data());
        if (begin == data.size())
            endBlock(writer, last, out);
    }
    if (last && data.empty())
        endDeflate(out);
}

size_t deflatePhotoSize(std::span<const std::uint8_t> data, PhotoSearch search)
{
    MatchFinder finder(data, search);
    size_t bits = 0;
    for (size_t begin = 0; begin < data.size();) {
        const PhotoBlock block(data, begin, finder);
        bits += std::min(block.bits(), 8 * block.data().size() + 40);
    }
    return bits / 8 + 1;
}

} // namespace convoy
