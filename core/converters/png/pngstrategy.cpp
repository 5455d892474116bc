// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngstrategy.h"

#include "core/converters/png/pngtrials.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <vector>

namespace convoy {

namespace {

constexpr SampleSize quickSample{size_t{128} << 10, 4};
// Where flat parts and repetitions decide, a few bands mislead by some percent.
constexpr SampleSize carefulSample{size_t{1536} << 10, 16};
// Measured on radiographs, ultrasound, photos and screenshots: level 1 is at most a tenth larger than the levels that are
// used in the end.
constexpr int quickLevel = 1;
constexpr int quickPhotoLevel = 5;
constexpr int photoLevel = 8;
constexpr int lossyPhotoLevel = 7;
constexpr int usualLevel = 6;
constexpr int thoroughLevel = 8;
constexpr int slowestLevel = 12;
// On a few colours libdeflate's search for the best parse is not slower than those below it, and up to a fifth smaller.
constexpr int packedLevel = 10;
constexpr int packedPhotoLevel = 7;
// Huffman alone takes a tenth of the time: worth this much, as long as other programs write no less.
constexpr double quickMargin = 1.03;
// A row's own filter has to gain this much, because finding it takes five times as long.
constexpr double adaptiveMargin = 0.99;
// By how much bands may mislead between the coders.
constexpr double bandMargin = 0.993;
// The coder for photos may make that much less than what other programs use; Huffman alone takes a tenth of its time.
constexpr double photoMargin = 1.015;
// What is seen in a few rows has to be this clear: on pictures of all kinds, it is at most some percent off.
constexpr int glanceRows = 3;
constexpr int glancePieces = 4;
constexpr int glanceLevel = 4;
constexpr double glanceQuickMargin = 1.02;
constexpr double glancePhotoMargin = 0.95;
constexpr double glanceClearMargin = 0.93;
constexpr double glanceFilterMargin = 0.97;
// Where a search for matches makes it worse by so much, there are none.
constexpr double glanceMisleads = 0.95;
// Tiny pictures are tried in every way: that still takes less than starting to write them.
constexpr size_t tinyBytes = size_t{16} << 10;

constexpr std::array<Choice, 3> packedChoices{PngFilter::None, PngFilter::Sub, PngFilter::Up};

PngEstimate scaled(PngEstimate estimate, const PngPicture &picture, const Samples &samples)
{
    estimate.bytes *= double(picture.height) / sampledRows(samples);
    return estimate;
}

/// For pictures that are not all noise.
PngEstimate chooseCarefully(Trials &trials, const PngPicture &picture, bool whole)
{
    // Neighbours in a palette, or bits of a byte, say nothing of each other.
    const bool packed = picture.isPacked();
    const auto choices = packed ? std::span<const Choice>(packedChoices) : std::span<const Choice>(everyChoice);
    const int level = packed ? packedLevel : thoroughLevel;
    const Best huffman = trials.huffman(everyChoice, adaptiveMargin);
    const Best usual = trials.matches(choices, usualLevel);
    const std::array<Choice, 3> likely{usual.filter, choices.back(), huffman.filter};
    const Best thorough = trials.matches(likely, level);
    // Where next to nothing is left, the slowest level is fast and worth it.
    const std::array<Choice, 2> few{thorough.filter, choices.front()};
    const Best slowest = whole && thorough.size < trials.bytes() / 20 ? trials.matches(few, slowestLevel) : Best();
    if (slowest.size < thorough.size && slowest.size < huffman.size)
        return slowest.matches(slowestLevel);
    const int byZlib = packed ? packedPhotoLevel : photoLevel;
    const std::array<Choice, 2> ofPhotos{packed ? usual.filter : choices.back(), huffman.filter};
    const Best photo = trials.photo(ofPhotos, byZlib);
    if (photo.size < thorough.size && !huffman.within(whole ? 1.0 : bandMargin, photo.size))
        return photo.photo(byZlib);
    return huffman.within(whole ? 1.0 : bandMargin, thorough.size) ? huffman.huffman() : thorough.matches(level);
}

PngEstimate chooseSmallest(Trials &trials)
{
    const Best huffman = trials.huffman(everyChoice, 1);
    const Best matches = trials.matches(everyChoice, slowestLevel);
    const Best photo = trials.photo(everyChoice, Z_BEST_COMPRESSION);
    if (photo.size < matches.size && photo.size < huffman.size)
        return photo.photo(Z_BEST_COMPRESSION);
    return huffman.size <= matches.size ? huffman.huffman() : matches.matches(slowestLevel);
}

PngEstimate chooseFast(Trials &trials)
{
    const Best huffman = trials.huffman(everyChoice, adaptiveMargin);
    const std::array<Choice, 2> likely{PngFilter::None, huffman.filter};
    const Best quick = trials.matches(likely, quickLevel);
    return huffman.size <= quick.size ? huffman.huffman() : quick.matches(quickLevel);
}

/// A few rows of each band: on large pictures of noise, more would take longer than to write them. Nothing where there are
/// too few.
Samples glanceAt(const PngPicture &picture, const Samples &samples)
{
    Samples result;
    const int pieces = std::max(1, glancePieces / int(samples.size()));
    const auto rowBytes = std::ptrdiff_t(picture.rowBytes());
    for (const Sample &sample : samples) {
        if (sample.rows < 2 * glanceRows * pieces)
            return {};
        for (int i = 0; i < pieces; ++i) {
            const auto from = sample.bytes.begin() + rowBytes * (sample.rows / pieces * i);
            result.push_back({{from, from + rowBytes * (glanceRows + 1)}, glanceRows});
        }
    }
    return result;
}

/// Whether a few rows already show that neither search for matches gains anything.
bool isPlainNoise(Trials &glance, const Choice &filter)
{
    // Where filters are of no use, what is drawn repeats itself in rows that are not looked at here.
    if (filter == PngFilter::None)
        return false;
    const std::array<Choice, 1> same{filter};
    const Best huffman = glance.huffman(same);
    // Where next to nothing is left, everything looks the same, and is not.
    if (huffman.size < glance.bytes() / 20)
        return false;
    if (!huffman.within(glanceQuickMargin, glance.matches(same, quickLevel).size))
        return false;
    const auto adaptive = std::span(everyChoice).last(1);
    const Best literals = glance.huffman(adaptive);
    if (huffman.within(glanceClearMargin, literals.size))
        return true;
    const Best matches = glance.matches(adaptive, glanceLevel);
    return literals.within(glanceMisleads, matches.size)
        || huffman.within(glancePhotoMargin, std::min(literals.size, matches.size));
}

/// The filters that may be the best for Huffman alone.
std::vector<Choice> likelyFilters(Trials *glance)
{
    if (!glance)
        return {everyChoice.begin(), everyChoice.end()};
    const Best best = glance->huffman(everyChoice);
    std::vector<Choice> likely;
    std::ranges::copy_if(everyChoice, std::back_inserter(likely), [&](const Choice &choice) {
        return !best.within(glanceFilterMargin, glance->huffman(std::span(&choice, 1)).size);
    });
    return likely;
}

/// Whether a search for matches gains so little that no closer look is needed.
bool isNoise(Trials &trials, const Best &huffman)
{
    const std::array<Choice, 2> likely{PngFilter::None, huffman.filter};
    const Best quick = trials.matches(likely, quickLevel);
    if (!huffman.within(quickMargin, quick.size) || huffman.size < trials.bytes() / 20)
        return false;
    // On photos, matches and a filter for each row gain some percent; on noise nothing. The coder for photos comes
    // close to the better one of these, and takes longer.
    const auto adaptive = std::span(everyChoice).last(1);
    const size_t nearly = std::min(trials.huffman(adaptive).size, trials.matches(adaptive, glanceLevel).size);
    if (huffman.within(glancePhotoMargin, nearly))
        return true;
    const Best photo = trials.photo(adaptive, quickPhotoLevel);
    return huffman.within(bandMargin, photo.size)
        || (huffman.within(photoMargin, photo.size)
            && huffman.within(bandMargin, trials.zlib(adaptive, quickPhotoLevel).size));
}

/// Small pictures in colour and places in a palette may look like noise and repeat themselves all the same.
bool mayBeNoise(const PngPicture &picture, const Samples &samples)
{
    return !picture.isPacked() && (picture.channels < 3 || sampledRows(samples) < picture.height);
}

PngEstimate choosePhoto(Trials &trials, const Best &huffman, bool plainNoise)
{
    if (plainNoise)
        return huffman.huffman();
    const auto adaptive = std::span(everyChoice).last(1);
    const Best photo = trials.photo(adaptive, quickPhotoLevel);
    const Best matches = trials.matches(adaptive, usualLevel);
    if (huffman.within(bandMargin, std::min(photo.size, matches.size)))
        return huffman.huffman();
    return matches.size < photo.size ? matches.matches(usualLevel) : photo.photo(lossyPhotoLevel);
}

} // namespace

Result<PngEstimate> estimatePng(const PngPicture &picture, const PngRows &rows, PngEffort effort)
{
    const bool smallest = effort == PngEffort::Smallest;
    const auto samples = takeSamples(picture, rows, smallest ? carefulSample : quickSample);
    if (!samples)
        return samples.error();
    Trials trials(picture, *samples);
    const bool tiny = picture.rowBytes() * size_t(picture.height) <= tinyBytes;
    if (effort == PngEffort::Fast)
        return scaled(chooseFast(trials), picture, *samples);
    if (tiny || smallest)
        return scaled(chooseSmallest(trials), picture, *samples);
    const Samples few = glanceAt(picture, *samples);
    Trials glance(picture, few);
    const Best huffman = trials.huffman(likelyFilters(few.empty() ? nullptr : &glance), adaptiveMargin);
    const bool mayBe = effort == PngEffort::Photo ? trials.bytes() > quickSample.wholeBytes : mayBeNoise(picture, *samples);
    const bool plainNoise = !few.empty() && mayBe && isPlainNoise(glance, huffman.filter);
    if (effort == PngEffort::Photo)
        return scaled(choosePhoto(trials, huffman, plainNoise), picture, *samples);
    if (plainNoise || (mayBeNoise(picture, *samples) && isNoise(trials, huffman)))
        return scaled(huffman.huffman(), picture, *samples);
    const auto more = takeSamples(picture, rows, carefulSample);
    if (!more)
        return more.error();
    Trials careful(picture, *more);
    return scaled(chooseCarefully(careful, picture, sampledRows(*more) == picture.height), picture, *more);
}

} // namespace convoy
