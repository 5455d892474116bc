// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngtrials.h"

#include "core/converters/png/huffmandeflate.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace convoy {

namespace {

constexpr int trialRows = 16;
// Of little data every byte counts.
constexpr size_t exactBytes = size_t{16} << 10;
// From here on zlib's levels do not hurry.
constexpr int thoroughFrom = 8;
constexpr size_t zlibBytes = size_t{64} << 10;

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
            sum += unsigned(std::abs(std::int8_t(value)));
        if (sum < bestSum) {
            bestSum = sum;
            best = static_cast<PngFilter>(f);
        }
    }
    return best;
}

} // namespace

void filterRows(const PngPicture &picture, std::optional<PngFilter> filter, const PngRowBlock &rows, std::uint8_t *out)
{
    const size_t rowBytes = picture.rowBytes();
    std::vector<std::uint8_t> scratch;
    const std::uint8_t *above = rows.above;
    for (int i = 0; i < rows.count; ++i, above += rowBytes, out += rowBytes + 1) {
        const PngRow row{above + rowBytes, above, rowBytes, picture.pixelBytes()};
        const PngFilter chosen = filter ? *filter : smallestResiduals(row, scratch);
        *out = std::uint8_t(chosen);
        filterRow(chosen, row, out + 1);
    }
}

Result<void> renderRows(const PngPicture &picture, const PngRows &rows, int first, int count, std::vector<std::uint8_t> &out)
{
    const size_t rowBytes = picture.rowBytes();
    out.resize(size_t(count + 1) * rowBytes);
    if (first > 0)
        return rows(first - 1, count + 1, out.data());
    std::fill_n(out.begin(), rowBytes, std::uint8_t{0});
    return rows(0, count, out.data() + rowBytes);
}

Result<Samples> takeSamples(const PngPicture &picture, const PngRows &rows, const SampleSize &size)
{
    std::vector<std::pair<int, int>> bands;
    if (picture.rowBytes() * size_t(picture.height) <= size.wholeBytes || picture.height < 2 * size.bands * trialRows) {
        bands.emplace_back(0, std::min(picture.height, 4 * size.bands * trialRows));
    } else {
        for (int i = 0; i < size.bands; ++i)
            bands.emplace_back(picture.height / size.bands * i + (picture.height / size.bands - trialRows) / 2, trialRows);
    }
    Samples samples;
    for (const auto &[first, count] : bands) {
        Sample &sample = samples.emplace_back(Sample{{}, count});
        if (const auto result = renderRows(picture, rows, first, count, sample.bytes); !result)
            return result.error();
    }
    return samples;
}

int sampledRows(const Samples &samples)
{
    int sum = 0;
    for (const Sample &sample : samples)
        sum += sample.rows;
    return sum;
}

Filtered filterSamples(const PngPicture &picture, const Samples &samples, Choice filter)
{
    const size_t stride = picture.rowBytes() + 1;
    Filtered out(size_t(sampledRows(samples)) * stride);
    std::uint8_t *next = out.data();
    for (const Sample &sample : samples) {
        filterRows(picture, filter, {sample.bytes.data(), sample.rows}, next);
        next += size_t(sample.rows) * stride;
    }
    return out;
}

size_t huffmanSize(const Filtered &data)
{
    if (data.size() > exactBytes)
        return deflateHuffmanSize(data);
    std::vector<std::uint8_t> out;
    deflateHuffman(data, out, true);
    return out.size();
}

MatchSearch::MatchSearch(int level) : m_compressor(libdeflate_alloc_compressor(level), &libdeflate_free_compressor) {}

size_t MatchSearch::sizeOf(const Filtered &data)
{
    m_out.resize(libdeflate_deflate_compress_bound(m_compressor.get(), data.size()));
    return libdeflate_deflate_compress(m_compressor.get(), data.data(), data.size(), m_out.data(), m_out.size());
}

bool isZlibPhoto(const PngPicture &picture)
{
    return picture.isPacked() || picture.rowBytes() * size_t(picture.height) <= zlibBytes;
}

int zlibStrategy(const PngPicture &picture)
{
    return picture.isPacked() ? Z_DEFAULT_STRATEGY : Z_FILTERED;
}

PhotoSearch photoSearch(int level)
{
    return level >= thoroughFrom ? PhotoSearch::Thorough : PhotoSearch::Usual;
}

size_t photoSize(const PngPicture &picture, const Filtered &data, int level)
{
    return isZlibPhoto(picture) ? zlibSize(picture, data, level) : deflatePhotoSize(data, photoSearch(level));
}

size_t zlibSize(const PngPicture &picture, const Filtered &data, int level)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, -MAX_WBITS, 9, zlibStrategy(picture)) != Z_OK)
        return SIZE_MAX;
    const std::unique_ptr<z_stream, decltype(&deflateEnd)> end(&stream, &deflateEnd);
    std::vector<std::uint8_t> out(deflateBound(&stream, data.size()) + 16);
    stream.next_in = const_cast<Bytef *>(data.data());
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    return deflate(&stream, Z_FINISH) == Z_STREAM_END ? stream.total_out : SIZE_MAX;
}

} // namespace convoy
