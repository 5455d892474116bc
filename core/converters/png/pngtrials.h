// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/png/photodeflate.h"
#include "core/converters/png/pngstrategy.h"

#include <array>
#include <memory>
#include <span>

struct libdeflate_compressor;

namespace convoy {

// What is looked at: a picture as a whole up to this size, of others some bands of some rows.
struct SampleSize {
    size_t wholeBytes;
    int bands;
};

using Filtered = std::vector<std::uint8_t>;
using Choice = std::optional<PngFilter>;

inline constexpr std::array<Choice, 6> everyChoice{PngFilter::None,    PngFilter::Sub,   PngFilter::Up,
                                                   PngFilter::Average, PngFilter::Paeth, std::nullopt};

struct Sample {
    std::vector<std::uint8_t> bytes;
    int rows;
};

using Samples = std::vector<Sample>;

/// Where few rows are wanted of a picture that is not taken as a whole, bands that are spread over it.
Result<Samples> takeSamples(const PngPicture &picture, const PngRows &rows, const SampleSize &size);

int sampledRows(const Samples &samples);

Filtered filterSamples(const PngPicture &picture, const Samples &samples, Choice filter);

/// Bytes after one of the coders.
size_t huffmanSize(const Filtered &data);
size_t photoSize(const PngPicture &picture, const Filtered &data, int level);
/// What other programs make of a photo.
size_t zlibSize(const PngPicture &picture, const Filtered &data, int level);
/// Whether zlib writes this picture as a photo: packed ones have to be searched for short matches as well, and of little
/// data every byte counts. Levels are zlib's.
bool isZlibPhoto(const PngPicture &picture);
/// How zlib searches, as libpng asks it to: filtered data have a strategy of their own.
int zlibStrategy(const PngPicture &picture);
PhotoSearch photoSearch(int level);

/// A search for matches at one level, whose tables take longer to make than a small picture.
class MatchSearch
{
public:
    explicit MatchSearch(int level);
    size_t sizeOf(const Filtered &data);

private:
    std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor *)> m_compressor;
    std::vector<std::uint8_t> m_out;
};

struct Best {
    Choice filter;
    size_t size = SIZE_MAX;

    PngEstimate huffman() const { return {{PngCoder::Huffman, filter, 0}, double(size)}; }
    PngEstimate photo(int level) const { return {{PngCoder::Photo, filter, level}, double(size)}; }
    PngEstimate matches(int level) const { return {{PngCoder::Matches, filter, level}, double(size)}; }
    bool within(double share, size_t other) const { return double(size) <= share * double(other); }
};

/// The samples in every filtering, made once.
class Trials
{
public:
    Trials(const PngPicture &picture, const Samples &samples) : m_picture(picture), m_samples(samples) {}

    /// `margin` is what a row's own filter has to gain.
    Best huffman(std::span<const Choice> choices, double margin)
    {
        const bool adapts = !choices.back();
        const Best adaptive = adapts ? huffman(choices.last(1)) : Best();
        const Best fixed = huffman(choices.first(choices.size() - (adapts ? 1 : 0)));
        return adaptive.within(margin, fixed.size) ? adaptive : fixed;
    }
    Best huffman(std::span<const Choice> choices) { return best(choices, huffmanSize); }
    Best photo(std::span<const Choice> choices, int level)
    {
        return best(choices, [this, level](const Filtered &data) { return photoSize(m_picture, data, level); });
    }
    Best zlib(std::span<const Choice> choices, int level)
    {
        return best(choices, [this, level](const Filtered &data) { return zlibSize(m_picture, data, level); });
    }
    size_t bytes() { return filtered(PngFilter::None).size(); }
    Best matches(std::span<const Choice> choices, int level)
    {
        MatchSearch search(level);
        return best(choices, [&search](const Filtered &data) { return search.sizeOf(data); });
    }

private:
    template <typename Size>
    Best best(std::span<const Choice> choices, const Size &size)
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
        Filtered &data = m_filtered[choice ? size_t(*choice) : pngFilterCount];
        if (data.empty())
            data = filterSamples(m_picture, m_samples, choice);
        return data;
    }

    const PngPicture &m_picture;
    const Samples &m_samples;
    std::array<Filtered, everyChoice.size()> m_filtered;
};

} // namespace convoy
