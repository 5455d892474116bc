// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngstrategy.h"

#include "core/converters/png/huffmandeflate.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace convoy {

namespace {

// Pictures up to this size are tried as a whole; of others some bands of some rows.
constexpr size_t wholeBytes = size_t{128} << 10;
constexpr int sampleBands = 4;
constexpr int sampleRows = 16;
// Measured on radiographs: level 1 is at most 8 % larger than the levels that would be used.
constexpr int quickLevel = 1;
constexpr double quickMargin = 0.9;

using Filtered = std::vector<std::uint8_t>;
using Choice = std::optional<PngFilter>;

constexpr std::array<Choice, 6> everyChoice{PngFilter::None,    PngFilter::Sub,   PngFilter::Up,
                                            PngFilter::Average, PngFilter::Paeth, std::nullopt};

struct Sample {
    std::vector<std::uint8_t> bytes;
    int rows;
};

using Samples = std::vector<Sample>;

int levelFor(PngEffort effort)
{
    switch (effort) {
    case PngEffort::Fast: return 2;
    case PngEffort::Balanced: return 8;
    case PngEffort::Smallest: break;
    }
    return 12;
}

Result<Samples> takeSamples(const PngPicture &picture, const PngRows &rows)
{
    std::vector<std::pair<int, int>> bands;
    if (picture.rowBytes() * static_cast<size_t>(picture.height) <= wholeBytes || picture.height < 2 * sampleBands * sampleRows) {
        bands.emplace_back(0, std::min(picture.height, 4 * sampleBands * sampleRows));
    } else {
        for (int i = 0; i < sampleBands; ++i)
            bands.emplace_back(picture.height / sampleBands * i + (picture.height / sampleBands - sampleRows) / 2, sampleRows);
    }
    Samples samples;
    for (const auto &[first, count] : bands) {
        Sample &sample = samples.emplace_back(Sample{{}, count});
        if (const auto result = renderRows(picture, rows, first, count, sample.bytes); !result)
            return result.error();
    }
    return samples;
}

Filtered filterSamples(const PngPicture &picture, const Samples &samples, Choice filter)
{
    Filtered out;
    for (const Sample &sample : samples)
        filterRows(picture, filter, {sample.bytes.data(), sample.rows}, out);
    return out;
}

size_t huffmanSize(const Filtered &data)
{
    std::vector<std::uint8_t> out;
    deflateHuffman(data, out);
    return out.size();
}

size_t matchesSize(const Filtered &data, int level)
{
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
    std::vector<std::uint8_t> out(libdeflate_deflate_compress_bound(compressor.get(), data.size()));
    return libdeflate_deflate_compress(compressor.get(), data.data(), data.size(), out.data(), out.size());
}

struct Best {
    Choice filter;
    size_t size = SIZE_MAX;
};

template <typename Size>
Best bestOf(const PngPicture &picture, const Samples &samples, std::span<const Choice> choices, Size size)
{
    Best best;
    for (const Choice &choice : choices) {
        const size_t now = size(filterSamples(picture, samples, choice));
        if (now < best.size)
            best = {choice, now};
    }
    return best;
}

/// Which of the filters leaves the smallest sum of residuals, taken as signed: what libpng does.
PngFilter smallestResiduals(const PngRow &row, std::vector<std::uint8_t> &scratch)
{
    PngFilter best = PngFilter::None;
    size_t bestSum = SIZE_MAX;
    scratch.resize(row.bytes);
    for (int f = 0; f < pngFilterCount; ++f) {
        filterRow(static_cast<PngFilter>(f), row, scratch.data());
        size_t sum = 0;
        for (const std::uint8_t value : scratch)
            sum += static_cast<unsigned>(std::abs(static_cast<std::int8_t>(value)));
        if (sum < bestSum) {
            bestSum = sum;
            best = static_cast<PngFilter>(f);
        }
    }
    return best;
}

} // namespace

void filterRows(const PngPicture &picture, std::optional<PngFilter> filter, const PngRowBlock &rows,
                std::vector<std::uint8_t> &out)
{
    const size_t rowBytes = picture.rowBytes();
    std::vector<std::uint8_t> scratch;
    size_t at = out.size();
    out.resize(at + static_cast<size_t>(rows.count) * (rowBytes + 1));
    const std::uint8_t *above = rows.above;
    for (int i = 0; i < rows.count; ++i, above += rowBytes, at += rowBytes + 1) {
        const PngRow row{above + rowBytes, above, rowBytes, picture.pixelBytes()};
        const PngFilter chosen = filter ? *filter : smallestResiduals(row, scratch);
        out[at] = static_cast<std::uint8_t>(chosen);
        filterRow(chosen, row, out.data() + at + 1);
    }
}

Result<void> renderRows(const PngPicture &picture, const PngRows &rows, int first, int count,
                        std::vector<std::uint8_t> &out)
{
    const size_t rowBytes = picture.rowBytes();
    out.resize(static_cast<size_t>(count + 1) * rowBytes);
    if (first > 0)
        return rows(first - 1, count + 1, out.data());
    std::fill_n(out.begin(), rowBytes, std::uint8_t{0});
    return rows(0, count, out.data() + rowBytes);
}

Result<PngStrategy> choosePngStrategy(const PngPicture &picture, const PngRows &rows, PngEffort effort)
{
    const auto samples = takeSamples(picture, rows);
    if (!samples)
        return samples.error();
    const int level = levelFor(effort);
    const std::span<const Choice> fixed(everyChoice.data(), pngFilterCount);
    const Best huffman = bestOf(picture, *samples, fixed, huffmanSize);
    const std::array<Choice, 2> likely{PngFilter::None, huffman.filter};
    const Best quick = bestOf(picture, *samples, likely, [](const Filtered &data) { return matchesSize(data, quickLevel); });
    const PngStrategy noise{PngCoder::Huffman, huffman.filter, 0};
    if (static_cast<double>(huffman.size) <= quickMargin * static_cast<double>(quick.size))
        return noise;
    if (effort == PngEffort::Fast && huffman.size <= quick.size)
        return noise;
    const Best matches = bestOf(picture, *samples, everyChoice, [level](const Filtered &data) { return matchesSize(data, level); });
    return huffman.size <= matches.size ? noise : PngStrategy{PngCoder::Matches, matches.filter, level};
}

} // namespace convoy
