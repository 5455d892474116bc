// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngpacking.h"

#include "core/base/fasthash.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace convoy {

namespace {

constexpr size_t mostColours = 256;
constexpr int sampleRows = 24;
constexpr size_t scanBytes = size_t{256} << 10;

std::uint32_t colourAt(const std::uint8_t *pixel, int channels)
{
    return channels == 1 ? pixel[0] * 0x010101U
                         : std::uint32_t{pixel[0]} << 16 | std::uint32_t{pixel[1]} << 8 | std::uint32_t{pixel[2]};
}

bool isGrey(std::uint32_t colour)
{
    return colour == (colour & 0xff) * 0x010101U;
}

/// Places of at most 256 colours; open addressing in a table that is never more than an eighth full.
class ColourTable
{
public:
    /// The place of the colour, which is new where it equals the size before; std::nullopt where there is no more room.
    std::optional<std::uint8_t> place(std::uint32_t colour)
    {
        for (size_t slot = slotOf(colour);; slot = (slot + 1) % m_keys.size()) {
            if (m_keys[slot] == colour)
                return m_places[slot];
            if (m_keys[slot] != unused)
                continue;
            if (m_colours.size() == mostColours)
                return std::nullopt;
            m_keys[slot] = colour;
            m_places[slot] = std::uint8_t(m_colours.size());
            m_colours.push_back(colour);
            return m_places[slot];
        }
    }
    /// 0 for a colour that is not there.
    std::uint8_t find(std::uint32_t colour) const
    {
        size_t slot = slotOf(colour);
        while (m_keys[slot] != colour && m_keys[slot] != unused)
            slot = (slot + 1) % m_keys.size();
        return m_places[slot];
    }
    const std::vector<std::uint32_t> &colours() const { return m_colours; }

    bool addAll(const std::uint8_t *pixels, size_t count, int channels)
    {
        std::uint32_t last = unused;
        for (size_t i = 0; i < count; ++i, pixels += channels) {
            const std::uint32_t colour = colourAt(pixels, channels);
            if (colour == last)
                continue;
            if (!place(colour))
                return false;
            last = colour;
        }
        return true;
    }

private:
    static constexpr std::uint32_t unused = 0xffffffffU;

    static size_t slotOf(std::uint32_t colour) { return (colour * 0x9e3779b1U) >> 21; }

    std::vector<std::uint32_t> m_keys = std::vector<std::uint32_t>(2048, unused);
    std::vector<std::uint8_t> m_places = std::vector<std::uint8_t>(2048);
    std::vector<std::uint32_t> m_colours;
};

/// Grey pictures of more levels than fit into four bits stay as they are.
bool isWorthwhile(const PngPicture &picture, const ColourTable &table)
{
    return picture.channels != 1 || table.colours().size() <= 16;
}

Result<bool> fewInSample(const PngPicture &picture, const PngRows &rows)
{
    ColourTable table;
    std::vector<std::uint8_t> row(picture.rowBytes());
    const int step = std::max(1, picture.height / sampleRows);
    for (int y = step / 2; y < picture.height; y += step) {
        if (const auto result = rows(y, 1, row.data()); !result)
            return result.error();
        if (!table.addAll(row.data(), size_t(picture.width), picture.channels) || !isWorthwhile(picture, table))
            return false;
    }
    return true;
}

int luminance(std::uint32_t colour)
{
    return int(299 * (colour >> 16) + 587 * (colour >> 8 & 0xff) + 114 * (colour & 0xff));
}

/// The fewest bits in which every one of these greys is a level of PNG's (ISO/IEC 15948, 13.12).
int greyBits(const std::vector<std::uint32_t> &colours)
{
    for (const int bits : {1, 2, 4}) {
        const std::uint32_t unit = 255U / ((1U << bits) - 1U);
        if (std::ranges::all_of(colours, [unit](std::uint32_t colour) { return (colour & 0xff) % unit == 0; }))
            return bits;
    }
    return 8;
}

int paletteBits(size_t colours)
{
    return colours <= 2 ? 1 : colours <= 4 ? 2 : colours <= 16 ? 4 : 8;
}

/// Packs values of `bits` bits, the first in the high ones.
void packRow(const std::uint8_t *values, size_t count, int bits, std::uint8_t *out)
{
    const auto perByte = size_t(8 / bits);
    for (size_t i = 0; i < count; i += perByte, ++out) {
        unsigned byte = 0;
        for (size_t k = 0; k < perByte; ++k)
            byte = byte << bits | (i + k < count ? values[i + k] : 0U);
        *out = std::uint8_t(byte);
    }
}

} // namespace

Result<PngColours> findPngColours(const PngPicture &picture, const PngRows &rows, const std::stop_token &stop)
{
    PngColours found;
    if (picture.bits != 8 || (picture.channels != 1 && picture.channels != 3))
        return found;
    if (const auto few = fewInSample(picture, rows); !few || !*few)
        return few ? Result<PngColours>(found) : Result<PngColours>(few.error());
    ColourTable table;
    FastHash hash;
    const size_t rowBytes = picture.rowBytes();
    const int count = int(std::clamp<size_t>(scanBytes / rowBytes, 1, 4096));
    std::vector<std::uint8_t> pixels(rowBytes * size_t(count));
    for (int y = 0; y < picture.height; y += count) {
        if (stop.stop_requested())
            return cancelledError();
        const int now = std::min(count, picture.height - y);
        if (const auto result = rows(y, now, pixels.data()); !result)
            return result.error();
        const auto area = size_t(now) * size_t(picture.width);
        if (!table.addAll(pixels.data(), area, picture.channels) || !isWorthwhile(picture, table))
            return found;
        hash.add(pixels.data(), size_t(now) * rowBytes);
    }
    found.colours = table.colours();
    const std::uint32_t corner = found.colours.front();
    std::ranges::stable_sort(found.colours, {}, luminance);
    // What is around the picture comes first: then runs of it go on over the ends of rows, where a filter's zero is.
    const auto around = std::ranges::find(found.colours, corner);
    std::rotate(found.colours.begin(), around, around + 1);
    found.allGrey = std::ranges::all_of(found.colours, isGrey);
    found.hash = hash.result();
    return found;
}

std::vector<PngPacking> pngPackings(const PngPicture &picture, const PngColours &found, bool keepColour)
{
    std::vector<PngPacking> packings;
    if (found.colours.empty())
        return packings;
    PngPicture stored = picture;
    stored.channels = 1;
    const bool grey = found.allGrey && (picture.channels == 1 || !keepColour);
    const int levels = grey ? greyBits(found.colours) : 16;
    const int places = paletteBits(found.colours.size());
    if (grey && (levels < 8 || picture.channels == 3)) {
        stored.bits = levels;
        packings.push_back({stored, {}});
    }
    stored.indexed = true;
    // Packed pixels hide repetitions from a search for matches: whole bytes are sometimes smaller.
    for (const int bits : {places, 8}) {
        stored.bits = bits;
        if (bits < levels && (packings.empty() || packings.back().stored.bits != bits))
            packings.push_back({stored, found.colours});
    }
    return packings;
}

PngRows packedRows(const PngPicture &picture, const PngRows &rows, const PngPacking &packing)
{
    auto places = std::make_shared<ColourTable>();
    for (const std::uint32_t colour : packing.palette)
        places->place(colour);
    const bool grey = packing.palette.empty();
    const unsigned unit = grey ? 255U / ((1U << packing.stored.bits) - 1U) : 1;
    return [=, &rows](int first, int count, std::uint8_t *out) -> Result<void> {
        const auto width = size_t(picture.width);
        std::vector<std::uint8_t> pixels(picture.rowBytes() * size_t(count));
        std::vector<std::uint8_t> values(width);
        if (const auto result = rows(first, count, pixels.data()); !result)
            return result;
        const std::uint8_t *pixel = pixels.data();
        for (int y = 0; y < count; ++y, out += packing.stored.rowBytes()) {
            for (size_t x = 0; x < width; ++x, pixel += picture.channels)
                values[x] = grey ? std::uint8_t(pixel[0] / unit) : places->find(colourAt(pixel, picture.channels));
            packRow(values.data(), width, packing.stored.bits, out);
        }
        return {};
    };
}

bool PngUnpacker::isPossible(const PngPicture &picture, const PngPicture &stored)
{
    const bool knownBits = stored.bits == 1 || stored.bits == 2 || stored.bits == 4 || stored.bits == 8;
    return picture.bits == 8 && (picture.channels == 1 || picture.channels == 3) && stored.channels == 1 && knownBits;
}

PngUnpacker::PngUnpacker(const PngPicture &picture, const PngPicture &stored, const std::vector<std::uint32_t> &palette)
    : m_picture(picture),
      m_bits(stored.bits),
      m_colours(palette)
{
    if (stored.indexed)
        return;
    const std::uint32_t most = (1U << m_bits) - 1U;
    for (std::uint32_t value = 0; value <= most; ++value)
        m_colours.push_back(value * (255 / most) * 0x010101U);
}

bool PngUnpacker::unpack(const std::uint8_t *row, std::uint8_t *out) const
{
    const int perByte = 8 / m_bits;
    const unsigned mask = (1U << m_bits) - 1U;
    for (int x = 0; x < m_picture.width; ++x) {
        const size_t value = row[x / perByte] >> (8 - m_bits * (x % perByte + 1)) & mask;
        if (value >= m_colours.size())
            return false;
        const std::uint32_t colour = m_colours[value];
        if (m_picture.channels == 3) {
            *out++ = std::uint8_t(colour >> 16);
            *out++ = std::uint8_t(colour >> 8);
        } else if (!isGrey(colour)) {
            return false;
        }
        *out++ = std::uint8_t(colour);
    }
    return true;
}

} // namespace convoy
