// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngstrategy.h"

#include "core/converters/png/huffmandeflate.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <span>

namespace convoy {

namespace {

// What is looked at: a picture as a whole up to this size, of others some bands of some rows.
struct SampleSize {
    size_t wholeBytes;
    int bands;
};

constexpr SampleSize quickSample{size_t{128} << 10, 4};
// Where flat parts and repetitions decide, a few bands mislead by some percent.
constexpr SampleSize carefulSample{size_t{1536} << 10, 16};
constexpr int sampleRows = 16;
// Measured on radiographs, ultrasound, photos and screenshots: level 1 is at most a tenth larger than the levels that are
// used in the end.
constexpr int quickLevel = 1;
constexpr int quickPhotoLevel = 5;
constexpr int photoLevel = 8;
constexpr int usualLevel = 6;
constexpr int thoroughLevel = 8;
constexpr int slowestLevel = 12;
// Huffman alone takes a tenth of the time: worth this much, as long as other programs write no less.
constexpr double quickMargin = 1.03;
// A row's own filter has to gain this much, because finding it takes five times as long.
constexpr double adaptiveMargin = 0.99;
// By how much bands may mislead between the coders.
constexpr double bandMargin = 0.993;
// What is seen in a few rows has to be this clear: on pictures of all kinds, it is at most some percent off.
constexpr int glanceRows = 3;
constexpr double glanceQuickMargin = 1.02;
constexpr double glancePhotoMargin = 0.95;
// Tiny pictures are tried in every way: that still takes less than starting to write them.
constexpr size_t tinyBytes = size_t{16} << 10;

using Filtered = std::vector<std::uint8_t>;
using Choice = std::optional<PngFilter>;

constexpr std::array<Choice, 6> everyChoice{PngFilter::None,    PngFilter::Sub,   PngFilter::Up,
                                            PngFilter::Average, PngFilter::Paeth, std::nullopt};

constexpr std::array<Choice, 3> packedChoices{PngFilter::None, PngFilter::Sub, PngFilter::Up};

struct Sample {
    std::vector<std::uint8_t> bytes;
    int rows;
};

using Samples = std::vector<Sample>;

Result<Samples> takeSamples(const PngPicture &picture, const PngRows &rows, const SampleSize &size)
{
    std::vector<std::pair<int, int>> bands;
    if (picture.rowBytes() * static_cast<size_t>(picture.height) <= size.wholeBytes
        || picture.height < 2 * size.bands * sampleRows) {
        bands.emplace_back(0, std::min(picture.height, 4 * size.bands * sampleRows));
    } else {
        for (int i = 0; i < size.bands; ++i)
            bands.emplace_back(picture.height / size.bands * i + (picture.height / size.bands - sampleRows) / 2, sampleRows);
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

PngEstimate scaled(PngEstimate estimate, const PngPicture &picture, const Samples &samples)
{
    estimate.bytes *= static_cast<double>(picture.height) / sampledRows(samples);
    return estimate;
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
    deflateHuffman(data, out, true);
    return out.size();
}

size_t matchesSize(const Filtered &data, int level)
{
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
    std::vector<std::uint8_t> out(libdeflate_deflate_compress_bound(compressor.get(), data.size()));
    return libdeflate_deflate_compress(compressor.get(), data.data(), data.size(), out.data(), out.size());
}

/// By zlib's strategy for filtered data, which libpng uses.
size_t photoSize(const Filtered &data, int level)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, -MAX_WBITS, 9, Z_FILTERED) != Z_OK)
        return SIZE_MAX;
    const std::unique_ptr<z_stream, decltype(&deflateEnd)> end(&stream, &deflateEnd);
    std::vector<std::uint8_t> out(deflateBound(&stream, data.size()) + 16);
    stream.next_in = const_cast<Bytef *>(data.data());
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    return deflate(&stream, Z_FINISH) == Z_STREAM_END ? stream.total_out : SIZE_MAX;
}

struct Best {
    Choice filter;
    size_t size = SIZE_MAX;

    PngEstimate huffman() const { return {{PngCoder::Huffman, filter, 0}, static_cast<double>(size)}; }
    PngEstimate photo(int level) const { return {{PngCoder::Photo, filter, level}, static_cast<double>(size)}; }
    PngEstimate matches(int level) const { return {{PngCoder::Matches, filter, level}, static_cast<double>(size)}; }
    bool within(double share, size_t other) const { return static_cast<double>(size) <= share * static_cast<double>(other); }
};

/// The samples in every filtering, made once.
class Trials
{
public:
    Trials(const PngPicture &picture, const Samples &samples) : m_picture(picture), m_samples(samples) {}

    /// `margin` is what a row's own filter has to gain.
    Best huffman(double margin)
    {
        const Best fixed = best(std::span(everyChoice).first(pngFilterCount), huffmanSize);
        const Best adaptive = best(std::span(everyChoice).last(1), huffmanSize);
        return adaptive.within(margin, fixed.size) ? adaptive : fixed;
    }
    Best huffman(std::span<const Choice> choices) { return best(choices, huffmanSize); }
    Best photo(std::span<const Choice> choices, int level)
    {
        return best(choices, [level](const Filtered &data) { return photoSize(data, level); });
    }
    size_t bytes() { return filtered(PngFilter::None).size(); }
    Best matches(std::span<const Choice> choices, int level)
    {
        return best(choices, [level](const Filtered &data) { return matchesSize(data, level); });
    }

private:
    template <typename Size>
    Best best(std::span<const Choice> choices, Size size)
    {
        Best result;
        for (const Choice &choice : choices) {
            const size_t now = size(filtered(choice));
            if (now < result.size)
                result = {choice, now};
        }
        return result;
    }

    const Filtered &filtered(const Choice &choice)
    {
        Filtered &data = m_filtered[choice ? static_cast<size_t>(*choice) : pngFilterCount];
        if (data.empty())
            data = filterSamples(m_picture, m_samples, choice);
        return data;
    }

    const PngPicture &m_picture;
    const Samples &m_samples;
    std::array<Filtered, everyChoice.size()> m_filtered;
};

/// For pictures that are not all noise.
PngEstimate chooseCarefully(Trials &trials, std::span<const Choice> choices, bool whole)
{
    const Best huffman = trials.huffman(adaptiveMargin);
    const Best usual = trials.matches(choices, usualLevel);
    const std::array<Choice, 3> likely{usual.filter, choices.back(), huffman.filter};
    const Best thorough = trials.matches(likely, thoroughLevel);
    // Where next to nothing is left, the slowest level is fast and worth it.
    const std::array<Choice, 2> few{thorough.filter, choices.front()};
    const Best slowest = whole && thorough.size < trials.bytes() / 20 ? trials.matches(few, slowestLevel) : Best();
    if (slowest.size < thorough.size && slowest.size < huffman.size)
        return slowest.matches(slowestLevel);
    const std::array<Choice, 2> ofPhotos{choices.back(), huffman.filter};
    const Best photo = trials.photo(ofPhotos, photoLevel);
    if (photo.size < thorough.size && !huffman.within(whole ? 1.0 : bandMargin, photo.size))
        return photo.photo(photoLevel);
    return huffman.within(whole ? 1.0 : bandMargin, thorough.size) ? huffman.huffman() : thorough.matches(thoroughLevel);
}

PngEstimate chooseSmallest(Trials &trials)
{
    const Best huffman = trials.huffman(1);
    const Best matches = trials.matches(everyChoice, slowestLevel);
    const Best photo = trials.photo(everyChoice, Z_BEST_COMPRESSION);
    if (photo.size < matches.size && photo.size < huffman.size)
        return photo.photo(Z_BEST_COMPRESSION);
    return huffman.size <= matches.size ? huffman.huffman() : matches.matches(slowestLevel);
}

PngEstimate chooseFast(Trials &trials)
{
    const Best huffman = trials.huffman(adaptiveMargin);
    const std::array<Choice, 2> likely{PngFilter::None, huffman.filter};
    const Best quick = trials.matches(likely, quickLevel);
    return huffman.size <= quick.size ? huffman.huffman() : quick.matches(quickLevel);
}

/// The first rows of each band: on large pictures of noise, more would take longer than to write them.
Samples glanceAt(const PngPicture &picture, const Samples &samples)
{
    Samples result;
    for (const Sample &sample : samples) {
        const auto kept = static_cast<std::ptrdiff_t>(picture.rowBytes()) * (glanceRows + 1);
        result.push_back({{sample.bytes.begin(), sample.bytes.begin() + kept}, glanceRows});
    }
    return result;
}

/// Whether a few rows already show that neither search for matches gains anything.
bool isPlainNoise(const PngPicture &picture, const Samples &samples, const Choice &filter)
{
    if (std::ranges::any_of(samples, [](const Sample &sample) { return sample.rows < 2 * glanceRows; }))
        return false;
    const Samples few = glanceAt(picture, samples);
    Trials trials(picture, few);
    const std::array<Choice, 1> same{filter};
    const Best huffman = trials.huffman(same);
    return huffman.within(glanceQuickMargin, trials.matches(same, quickLevel).size)
        && huffman.within(glancePhotoMargin, trials.photo(std::span(everyChoice).last(1), quickPhotoLevel).size);
}

/// Whether a search for matches gains so little that no closer look is needed.
bool isNoise(Trials &trials, const Best &huffman)
{
    const std::array<Choice, 2> likely{PngFilter::None, huffman.filter};
    const Best quick = trials.matches(likely, quickLevel);
    if (!huffman.within(quickMargin, quick.size) || huffman.size < trials.bytes() / 20)
        return false;
    // On photos, matches and a filter for each row gain some percent; on noise nothing.
    return huffman.within(bandMargin, trials.photo(std::span(everyChoice).last(1), quickPhotoLevel).size);
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

Result<void> renderRows(const PngPicture &picture, const PngRows &rows, int first, int count, std::vector<std::uint8_t> &out)
{
    const size_t rowBytes = picture.rowBytes();
    out.resize(static_cast<size_t>(count + 1) * rowBytes);
    if (first > 0)
        return rows(first - 1, count + 1, out.data());
    std::fill_n(out.begin(), rowBytes, std::uint8_t{0});
    return rows(0, count, out.data() + rowBytes);
}

Result<PngEstimate> estimatePng(const PngPicture &picture, const PngRows &rows, PngEffort effort)
{
    const bool smallest = effort == PngEffort::Smallest;
    const auto samples = takeSamples(picture, rows, smallest ? carefulSample : quickSample);
    if (!samples)
        return samples.error();
    Trials trials(picture, *samples);
    const bool tiny = picture.rowBytes() * static_cast<size_t>(picture.height) <= tinyBytes;
    if (effort == PngEffort::Fast)
        return scaled(chooseFast(trials), picture, *samples);
    if (tiny || smallest)
        return scaled(chooseSmallest(trials), picture, *samples);
    const Best huffman = trials.huffman(adaptiveMargin);
    if (isPlainNoise(picture, *samples, huffman.filter) || isNoise(trials, huffman))
        return scaled(huffman.huffman(), picture, *samples);
    const auto more = takeSamples(picture, rows, carefulSample);
    if (!more)
        return more.error();
    Trials careful(picture, *more);
    // Neighbours in a palette, or bits of a byte, say nothing of each other.
    const auto choices = picture.indexed || picture.bits < 8 ? std::span<const Choice>(packedChoices)
                                                             : std::span<const Choice>(everyChoice);
    return scaled(chooseCarefully(careful, choices, sampledRows(*more) == picture.height), picture, *more);
}

Result<PngStrategy> choosePngStrategy(const PngPicture &picture, const PngRows &rows, PngEffort effort)
{
    const auto estimate = estimatePng(picture, rows, effort);
    return estimate ? Result<PngStrategy>(estimate->strategy) : Result<PngStrategy>(estimate.error());
}

} // namespace convoy
