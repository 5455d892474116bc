// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/huffmancode.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace convoy {

namespace {

constexpr int deepest = 15;

struct Leaf {
    std::uint32_t frequency;
    std::uint16_t symbol;
};

std::vector<Leaf> sortedLeaves(std::span<const std::uint32_t> frequencies)
{
    std::vector<Leaf> leaves;
    leaves.reserve(frequencies.size());
    for (size_t i = 0; i < frequencies.size(); ++i) {
        if (frequencies[i] > 0)
            leaves.push_back({frequencies[i], std::uint16_t(i)});
    }
    std::ranges::sort(leaves, [](const Leaf &a, const Leaf &b) {
        return a.frequency != b.frequency ? a.frequency < b.frequency : a.symbol < b.symbol;
    });
    return leaves;
}

/// Depth of every leaf of the Huffman tree, by the method of two queues: leaves, and inner nodes in order of creation.
std::vector<int> leafDepths(const std::vector<Leaf> &leaves)
{
    const size_t n = leaves.size();
    std::vector<std::uint64_t> weight(2 * n - 1);
    std::vector<size_t> parent(2 * n - 1);
    std::ranges::transform(leaves, weight.begin(), &Leaf::frequency);
    size_t leaf = 0;
    size_t inner = n;
    for (size_t next = n; next < 2 * n - 1; ++next) {
        const auto take = [&] {
            const bool fromLeaves = leaf < n && (inner >= next || weight[leaf] <= weight[inner]);
            const size_t node = fromLeaves ? leaf++ : inner++;
            parent[node] = next;
            return weight[node];
        };
        const std::uint64_t first = take();
        weight[next] = first + take();
    }
    std::vector<int> depth(2 * n - 1);
    for (size_t node = 2 * n - 2; node-- > 0;)
        depth[node] = depth[parent[node]] + 1;
    depth.resize(n);
    return depth;
}

/// How many codes there are of each length, once none is longer than `longest` and the code is still complete
/// (Kraft's sum is one).
std::array<int, deepest + 1> limitedCounts(const std::vector<int> &depths, int longest)
{
    std::array<int, deepest + 1> counts{};
    for (const int depth : depths)
        ++counts[size_t(std::min(depth, longest))];
    long sum = 0;
    for (int length = 1; length <= longest; ++length)
        sum += static_cast<long>(counts[size_t(length)]) << (longest - length);
    const auto last = size_t(longest);
    for (; sum > 1L << longest; --sum) {
        size_t length = last - 1;
        while (counts[length] == 0)
            --length;
        // A longest code becomes the sibling of a shorter one that moves down a step.
        --counts[last];
        --counts[length];
        counts[length + 1] += 2;
    }
    return counts;
}

struct CodeLengthSymbol {
    std::uint8_t symbol;
    std::uint8_t extra;
    std::uint8_t extraBits;
};

/// RFC 1951 3.2.7: repeats of a length, and of zero, in short.
std::vector<CodeLengthSymbol> packLengths(std::span<const std::uint8_t> lengths)
{
    std::vector<CodeLengthSymbol> symbols;
    for (size_t i = 0; i < lengths.size();) {
        size_t run = 1;
        while (i + run < lengths.size() && lengths[i + run] == lengths[i])
            ++run;
        if (lengths[i] == 0 && run >= 11) {
            run = std::min<size_t>(run, 138);
            symbols.push_back({18, std::uint8_t(run - 11), 7});
        } else if (lengths[i] == 0 && run >= 3) {
            symbols.push_back({17, std::uint8_t(run - 3), 3});
        } else if (run >= 4) {
            run = std::min<size_t>(run, 7);
            symbols.push_back({lengths[i], 0, 0});
            symbols.push_back({16, std::uint8_t(run - 4), 2});
        } else {
            run = 1;
            symbols.push_back({lengths[i], 0, 0});
        }
        i += run;
    }
    return symbols;
}

} // namespace

CodeLengths huffmanLengths(std::span<const std::uint32_t> frequencies, int longest)
{
    CodeLengths lengths(frequencies.size());
    const std::vector<Leaf> leaves = sortedLeaves(frequencies);
    if (leaves.size() == 1) {
        lengths[leaves.front().symbol] = 1;
        return lengths;
    }
    const auto counts = limitedCounts(leafDepths(leaves), longest);
    auto leaf = leaves.begin();
    for (int length = longest; length > 0; --length) {
        for (int i = 0; i < counts[size_t(length)]; ++i)
            lengths[(leaf++)->symbol] = std::uint8_t(length);
    }
    return lengths;
}

void huffmanCodes(std::span<const std::uint8_t> lengths, std::span<std::uint32_t> codes)
{
    std::array<std::uint32_t, deepest + 2> next{};
    for (const std::uint8_t length : lengths) {
        if (length > 0)
            ++next[length + 1U];
    }
    for (size_t length = 1; length < next.size(); ++length)
        next[length] = (next[length] + next[length - 1]) << 1;
    for (size_t symbol = 0; symbol < lengths.size(); ++symbol) {
        const std::uint8_t length = lengths[symbol];
        if (length == 0)
            continue;
        const std::uint32_t code = next[length]++;
        std::uint32_t reversed = 0;
        for (int bit = 0; bit < length; ++bit)
            reversed |= ((code >> bit) & 1U) << (length - 1 - bit);
        codes[symbol] = reversed | std::uint32_t{length} << 16;
    }
}

void writeDynamicHeader(const DynamicHeader &header, const PutBits &put)
{
    static constexpr std::array<std::uint8_t, 19> order{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    size_t used = header.lengths.size();
    while (used > 257 && header.lengths[used - 1] == 0)
        --used;
    std::vector<std::uint8_t> all(header.lengths.begin(), header.lengths.begin() + std::ptrdiff_t(used));
    all.insert(all.end(), header.distances.begin(), header.distances.end());
    const std::vector<CodeLengthSymbol> symbols = packLengths(all);

    std::array<std::uint32_t, 19> frequencies{};
    for (const CodeLengthSymbol &s : symbols)
        ++frequencies[s.symbol];
    const CodeLengths codeLengths = huffmanLengths(frequencies, 7);
    std::array<std::uint32_t, 19> codes{};
    huffmanCodes(codeLengths, codes);
    size_t orderUsed = order.size();
    while (orderUsed > 4 && codeLengths[order[orderUsed - 1]] == 0)
        --orderUsed;

    put(2U << 1 | (header.last ? 1U : 0U), 3); // dynamic codes
    put(std::uint32_t(used - 257), 5);
    put(std::uint32_t(header.distances.size() - 1), 5);
    put(std::uint32_t(orderUsed - 4), 4);
    for (size_t i = 0; i < orderUsed; ++i)
        put(codeLengths[order[i]], 3);
    for (const CodeLengthSymbol &s : symbols) {
        put(codes[s.symbol] & 0xffffU, int(codes[s.symbol] >> 16));
        put(s.extra, s.extraBits);
    }
}

} // namespace convoy
