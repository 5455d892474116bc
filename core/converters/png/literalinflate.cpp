// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/literalinflate.h"

#include "core/converters/png/huffmancode.h"
#include "core/converters/png/huffmandeflate.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace convoy {

namespace {

static_assert(std::endian::native == std::endian::little, "bits are taken from little-endian words");

constexpr size_t together = 4;
constexpr int tableBits = 12;
constexpr size_t blockEnd = 256;
constexpr size_t literalSymbols = 286;
// What a step of the fast loop writes at most, with what its last store overwrites.
constexpr int lookupsPerStep = 4;
constexpr std::ptrdiff_t stepBytes = 3 * lookupsPerStep + 4;

// An entry of the table has the bits that it takes in its lowest six bits, where a processor's shift finds them, then how
// many literals it is, and the literals. Or it is special and takes none: a symbol that is no literal, and its code's
// length.
constexpr std::uint32_t lengthMask = 63;
constexpr int countShift = 6;
constexpr int literalShift = 8;
constexpr int specialLengthShift = 20;

constexpr std::uint32_t countOf(std::uint32_t entry)
{
    return entry >> countShift & 3;
}

constexpr std::uint32_t lengthOf(std::uint32_t entry)
{
    return entry & lengthMask;
}

constexpr bool isSpecial(std::uint32_t entry)
{
    return lengthOf(entry) == 0;
}

using Table = std::array<std::uint32_t, size_t{1} << tableBits>;

/// Whether every sequence of bits is a code, and none is two (Kraft's sum is one).
bool isComplete(std::span<const std::uint8_t> lengths, int longest)
{
    std::uint32_t sum = 0;
    for (const std::uint8_t length : lengths) {
        if (length > longest)
            return false;
        sum += length > 0 ? 1U << (longest - length) : 0;
    }
    return sum == 1U << longest;
}

void fillSingle(std::span<const std::uint8_t> lengths, Table &table)
{
    std::array<std::uint32_t, literalSymbols> codes{};
    huffmanCodes(lengths, codes);
    for (std::uint32_t symbol = 0; symbol < lengths.size(); ++symbol) {
        const std::uint32_t length = lengths[symbol];
        if (length == 0)
            continue;
        const std::uint32_t entry = symbol < blockEnd ? symbol << literalShift | 1U << countShift | length
                                                      : symbol << literalShift | length << specialLengthShift;
        for (std::uint32_t at = codes[symbol] & 0xffffU; at < table.size(); at += 1U << length)
            table[at] = entry;
    }
}

/// Puts more literals into the entries that have bits left for them.
void fillTable(std::span<const std::uint8_t> lengths, Table &table)
{
    Table single;
    fillSingle(lengths, single);
    for (std::uint32_t at = 0; at < table.size(); ++at) {
        const std::uint32_t first = single[at];
        const std::uint32_t used = lengthOf(first);
        const std::uint32_t second = single[at >> used];
        const std::uint32_t both = used + lengthOf(second);
        if (isSpecial(first) || isSpecial(second) || both > tableBits) {
            table[at] = first;
            continue;
        }
        const std::uint32_t third = single[at >> both];
        const std::uint32_t all = both + lengthOf(third);
        const bool three = !isSpecial(third) && all <= tableBits;
        const std::uint32_t two = first >> literalShift | second >> literalShift << 8;
        table[at] = (two | (three ? third >> literalShift << 16 : 0)) << literalShift | (three ? 3U : 2U) << countShift
            | (three ? all : both);
    }
}

/// Where a block is read and written. The fast loop has copies: what is written through a pointer to bytes might otherwise
/// be the cursor itself.
struct Cursor {
    const std::uint8_t *in = nullptr;
    std::uint8_t *out = nullptr;
    std::uint64_t bits = 0;
    std::uint32_t count = 0; ///< of the bits that are surely there, modulo 64

    void refill()
    {
        std::uint64_t word;
        std::memcpy(&word, in, sizeof word);
        count &= lengthMask;
        bits |= word << count;
        in += (63 - count) >> 3;
        count |= 56;
    }
    std::uint32_t take(unsigned some)
    {
        const auto value = std::uint32_t(bits & ((std::uint64_t{1} << some) - 1));
        bits >>= some;
        count -= some;
        return value;
    }
    std::uint32_t entry(const std::uint32_t *table) const { return table[bits & ((1U << tableBits) - 1)]; }
    /// A few lookups. Stays where it is at a symbol that is no literal, and returns an entry that is special then.
    std::uint32_t step(const std::uint32_t *table)
    {
        refill();
        std::uint32_t now = 0;
        for (int i = 0; i < lookupsPerStep; ++i) {
            now = entry(table);
            const std::uint32_t literals = now >> literalShift;
            std::memcpy(out, &literals, sizeof literals);
            out += countOf(now);
            bits >>= lengthOf(now);
            count -= now;
        }
        return now;
    }
};

} // namespace

/// One block.
class LiteralInflater::Stream
{
public:
    /// Reads the header. `coded` is the block, with `slack` readable bytes behind it.
    bool begin(std::span<const std::uint8_t> coded, std::span<std::uint8_t> out, bool last);
    bool isFinished() const { return m_finished; }
    /// One lookup of any kind; false where that is not possible.
    bool stepCarefully();
    bool finishAlone();
    /// As long as all of them see nothing but literals.
    static void stepTogether(std::span<Stream, together> streams);

private:
    bool canStep(const Cursor &at) const { return m_outEnd - at.out >= stepBytes && at.in <= m_end; }
    /// False where the data has ended.
    bool refillWithin()
    {
        m_at.refill();
        return m_at.in <= m_end + sizeof m_at.bits;
    }
    bool readLengths(size_t literals, size_t codeLengths);
    bool putRun(size_t symbol);
    bool finish();

    Cursor m_at;
    const std::uint8_t *m_end = nullptr;
    std::uint8_t *m_outBegin = nullptr;
    std::uint8_t *m_outEnd = nullptr;
    bool m_last = false;
    bool m_hasDistance = false;
    bool m_finished = false;
    Table m_table;
};

bool LiteralInflater::Stream::begin(std::span<const std::uint8_t> coded, std::span<std::uint8_t> out, bool last)
{
    m_at = {.in = coded.data(), .out = out.data()};
    m_end = coded.data() + coded.size();
    m_outBegin = out.data();
    m_outEnd = out.data() + out.size();
    m_last = last;
    m_finished = false;
    m_at.refill();
    // A block with codes of its own (RFC 1951 3.2.7), and at most one distance.
    if (m_at.take(1) != (last ? 1U : 0U) || m_at.take(2) != 2)
        return false;
    const size_t literals = 257 + m_at.take(5);
    const bool oneDistance = m_at.take(5) == 0;
    const size_t codeLengths = 4 + m_at.take(4);
    return oneDistance && literals <= literalSymbols && readLengths(literals, codeLengths);
}

bool LiteralInflater::Stream::readLengths(size_t literals, size_t codeLengths)
{
    static constexpr std::array<std::uint8_t, 19> order{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    std::array<std::uint8_t, 19> ofLengths{};
    for (size_t i = 0; i < codeLengths; ++i) {
        if (!refillWithin())
            return false;
        ofLengths[order[i]] = std::uint8_t(m_at.take(3));
    }
    if (!isComplete(ofLengths, 7))
        return false;
    std::array<std::uint32_t, 19> codes{};
    huffmanCodes(ofLengths, codes);
    std::array<std::uint8_t, 128> symbols{};
    for (size_t symbol = 0; symbol < codes.size(); ++symbol) {
        for (size_t at = codes[symbol] & 0xffffU; ofLengths[symbol] > 0 && at < symbols.size();
             at += 1U << ofLengths[symbol])
            symbols[at] = std::uint8_t(symbol);
    }
    std::array<std::uint8_t, literalSymbols + 1> lengths{};
    for (size_t i = 0; i < literals + 1;) {
        if (!refillWithin())
            return false;
        const std::uint8_t symbol = symbols[m_at.bits & 127];
        m_at.take(ofLengths[symbol]);
        if (symbol < 16) {
            lengths[i++] = symbol;
            continue;
        }
        const size_t repeats = symbol == 16 ? 3 + m_at.take(2) : symbol == 17 ? 3 + m_at.take(3) : 11 + m_at.take(7);
        if (repeats > literals + 1 - i || (symbol == 16 && i == 0))
            return false;
        std::fill_n(lengths.begin() + std::ptrdiff_t(i), repeats, symbol == 16 ? lengths[i - 1] : std::uint8_t{0});
        i += repeats;
    }
    const std::span<const std::uint8_t> ofLiterals(lengths.data(), literals);
    if (lengths[literals] > 1 || !isComplete(ofLiterals, tableBits))
        return false;
    m_hasDistance = lengths[literals] == 1;
    fillTable(ofLiterals, m_table);
    return true;
}

bool LiteralInflater::Stream::stepCarefully()
{
    if (!refillWithin())
        return false;
    const std::uint32_t entry = m_at.entry(m_table.data());
    if (isSpecial(entry)) {
        const size_t symbol = entry >> literalShift & 0x1ff;
        m_at.take(entry >> specialLengthShift & 15);
        return symbol == blockEnd ? finish() : putRun(symbol);
    }
    if (m_outEnd - m_at.out < std::ptrdiff_t(countOf(entry)))
        return false;
    for (std::uint32_t i = 0; i < countOf(entry); ++i)
        *m_at.out++ = std::uint8_t(entry >> 8 * (i + 1));
    m_at.take(lengthOf(entry));
    return true;
}

bool LiteralInflater::Stream::finishAlone()
{
    while (!m_finished) {
        Cursor at = m_at;
        while (canStep(at) && !isSpecial(at.step(m_table.data())))
            continue;
        m_at = at;
        if (!stepCarefully())
            return false;
    }
    return true;
}

void LiteralInflater::Stream::stepTogether(std::span<Stream, together> streams)
{
    const auto [first, second, third, fourth] = std::array{&streams[0], &streams[1], &streams[2], &streams[3]};
    Cursor a = first->m_at;
    Cursor b = second->m_at;
    Cursor c = third->m_at;
    Cursor d = fourth->m_at;
    bool more = true;
    while (more && first->canStep(a) && second->canStep(b) && third->canStep(c) && fourth->canStep(d)) {
        const bool one = !isSpecial(a.step(first->m_table.data()));
        const bool two = !isSpecial(b.step(second->m_table.data()));
        const bool three = !isSpecial(c.step(third->m_table.data()));
        more = !isSpecial(d.step(fourth->m_table.data())) & one & two & three;
    }
    first->m_at = a;
    second->m_at = b;
    third->m_at = c;
    fourth->m_at = d;
}

/// RFC 1951 3.2.5, at distance one.
bool LiteralInflater::Stream::putRun(size_t symbol)
{
    const auto place = unsigned(symbol - 257);
    const unsigned extraBits = symbol == 285 || place < 8 ? 0 : place / 4 - 1;
    const size_t length = symbol == 285 ? 258
        : place < 8                     ? 3 + place
                                        : 3 + ((4 + place % 4) << extraBits) + m_at.take(extraBits);
    if (!m_hasDistance || m_at.take(1) != 0 || m_at.out == m_outBegin || m_outEnd - m_at.out < std::ptrdiff_t(length))
        return false;
    std::memset(m_at.out, m_at.out[-1], length);
    m_at.out += length;
    return true;
}

/// Behind the block there is nothing, or the empty stored block that ends on a byte.
bool LiteralInflater::Stream::finish()
{
    m_finished = true;
    if (m_at.out != m_outEnd || (!m_last && m_at.take(3) != 0))
        return false;
    const std::uint8_t *const next = m_at.in - (m_at.count & lengthMask) / 8;
    static constexpr std::array<std::uint8_t, 4> empty{0, 0, 0xff, 0xff};
    if (m_last)
        return next == m_end;
    return m_end - next == std::ptrdiff_t(empty.size()) && std::equal(empty.begin(), empty.end(), next);
}

LiteralInflater::LiteralInflater() : m_streams(std::make_unique_for_overwrite<Stream[]>(together)) {}

LiteralInflater::~LiteralInflater() = default;

bool LiteralInflater::finishTogether(std::span<Stream> streams)
{
    const auto none = [&] { return std::ranges::none_of(streams, &Stream::isFinished); };
    while (streams.size() == together && none()) {
        Stream::stepTogether(streams.first<together>());
        if (!std::ranges::all_of(streams, &Stream::stepCarefully))
            return false;
    }
    // The others are nearly there.
    return std::ranges::all_of(streams, &Stream::finishAlone);
}

namespace {

/// The end of the block that begins with `coded`: where the next one begins.
std::span<const std::uint8_t> blockOf(std::span<const std::uint8_t> coded)
{
    const std::uint8_t *const end = coded.data() + coded.size();
    for (const std::uint8_t *at = coded.data() + 2; at < end; ++at) {
        at = static_cast<const std::uint8_t *>(std::memchr(at, 0xff, size_t(end - at)));
        if (!at)
            break;
        if (end - at >= 2 && at[1] == 0xff && at[-1] == 0 && at[-2] == 0)
            return {coded.data(), at + 2};
    }
    return coded;
}

} // namespace

bool LiteralInflater::inflate(std::span<const std::uint8_t> coded, std::span<std::uint8_t> out, bool last)
{
    while (!out.empty()) {
        size_t count = 0;
        for (; count < together && !out.empty(); ++count) {
            const auto target = out.first(deflateBlockBytes(out.size()));
            out = out.subspan(target.size());
            const auto block = out.empty() ? coded : blockOf(coded);
            coded = coded.subspan(block.size());
            if (!m_streams[count].begin(block, target, last && out.empty()))
                return false;
        }
        if (!finishTogether({m_streams.get(), count}))
            return false;
    }
    return coded.empty();
}

} // namespace convoy
