// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngunfilter.h"

#include "core/converters/png/bytes16.h"
#include "core/converters/png/pngfilter.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <tuple>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace convoy {

namespace {

using Words2 = std::uint64_t __attribute__((vector_size(16)));

constexpr size_t lanes = sizeof(Bytes16);

/// A number of as many bytes.
template <size_t unit>
using Word = std::tuple_element_t<std::bit_width(unit) - 1,
                                  std::tuple<std::uint8_t, std::uint16_t, std::uint32_t, std::uint64_t>>;

/// Units of `unit` bytes of both, in turns, from the lower halves or the upper ones.
template <size_t unit>
Bytes16 interleaved(Bytes16 a, Bytes16 b, bool upper)
{
    if constexpr (unit == 1) {
        return upper ? __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
                     : __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    } else if constexpr (unit == 2) {
        return upper ? __builtin_shufflevector(a, b, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31)
                     : __builtin_shufflevector(a, b, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23);
    } else if constexpr (unit == 4) {
        return upper ? __builtin_shufflevector(a, b, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31)
                     : __builtin_shufflevector(a, b, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23);
    } else {
        return upper ? __builtin_shufflevector(a, b, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31)
                     : __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
    }
}

template <size_t unit>
using Square = std::array<Bytes16, lanes / unit>;

/// Rows of units become columns.
template <size_t unit>
void transpose(Square<unit> &square)
{
    constexpr size_t size = lanes / unit;
    for (size_t round = 1; round < size; round *= 2) {
        Square<unit> next;
        for (size_t i = 0; i < size / 2; ++i) {
            next[2 * i] = interleaved<unit>(square[i], square[i + size / 2], false);
            next[2 * i + 1] = interleaved<unit>(square[i], square[i + size / 2], true);
        }
        square = next;
    }
}

/// The pixel of every row becomes that of the next one; the first gets `first`, which has zeros behind it.
template <size_t unit>
Bytes16 nextRow(Bytes16 pixels, Bytes16 first)
{
#ifdef __SSE2__ // GCC 12 does not find this instruction by itself
    return Bytes16(_mm_slli_si128(__m128i(pixels), unit)) | first;
#else
    std::array<std::uint8_t, lanes> bytes{};
    std::memcpy(bytes.data() + unit, &pixels, lanes - unit);
    return std::bit_cast<Bytes16>(bytes) | first;
#endif
}

template <size_t unit>
Bytes16 onePixel(const std::uint8_t *from)
{
    Word<unit> word;
    std::memcpy(&word, from, unit);
    return Bytes16(Words2{word, 0});
}

/// A pixel depends on the one on its left and on those above, so no two of a row can be made at once. But those on a
/// slant can: row r is r pixels behind the first. The rows are as far apart as `pitch`, the row above in front, and have
/// room for 2 · 16 bytes of zeros on their left and of anything on their right.
template <size_t unit>
class Slant
{
public:
    static constexpr size_t count = lanes / unit;

    Slant(std::uint8_t *rows, size_t pitch) : m_rows(rows), m_pitch(pitch) {}

    void load(size_t at)
    {
        m_at = at;
        for (size_t r = 0; r < count; ++r)
            m_square[r] = loadBytes(place(r));
        transpose<unit>(m_square);
    }
    void step(size_t x)
    {
        const Bytes16 up = nextRow<unit>(m_left, onePixel<unit>(m_rows - m_pitch + (m_at + x) * unit));
        m_left = m_square[x] + nearestOf(m_left, up, m_corner);
        m_corner = up;
        m_square[x] = m_left;
    }
    void store()
    {
        transpose<unit>(m_square);
        for (size_t r = 0; r < count; ++r)
            std::memcpy(place(r), &m_square[r], sizeof m_square[r]);
    }
    void whole(size_t at)
    {
        load(at);
        for (size_t x = 0; x < count; ++x)
            step(x);
        store();
    }

private:
    std::uint8_t *place(size_t r) const { return m_rows + r * m_pitch + m_at * unit - r * unit; }

    std::uint8_t *m_rows;
    size_t m_pitch;
    size_t m_at = 0;
    Bytes16 m_left{};
    Bytes16 m_corner{};
    Square<unit> m_square;
};

/// Two groups of rows, the second one so far behind the first that the row above it is done: a step waits for the one
/// before it, and the other group's fills that time.
template <size_t unit>
void unfilterSlants(std::uint8_t *rows, size_t pitch, size_t pixels)
{
    constexpr size_t count = Slant<unit>::count;
    constexpr size_t behind = 2 * count;
    const size_t end = (pixels + count - 1 + count - 1) / count * count;
    Slant<unit> upper(rows, pitch);
    Slant<unit> lower(rows + count * pitch, pitch);
    for (size_t at = 0; at < std::min(behind, end); at += count)
        upper.whole(at);
    for (size_t at = behind; at < end; at += count) {
        upper.load(at);
        lower.load(at - behind);
        for (size_t x = 0; x < count; ++x) {
            upper.step(x);
            lower.step(x);
        }
        upper.store();
        lower.store();
    }
    for (size_t at = std::max(behind, end) - behind; at < end; at += count)
        lower.whole(at);
}

/// How many bytes a pixel takes while it is worked on.
size_t unitOf(size_t step)
{
    return std::bit_ceil(step);
}

/// Rows that the work needs on either side.
constexpr size_t margin = 2 * lanes;

/// Pixels of `from` bytes each become pixels of `to` bytes, what is more or less being of no meaning. All but the last are
/// copied with what is behind them: the next one puts that right.
template <size_t from, size_t to>
void copyPixels(const std::uint8_t *source, size_t pixels, std::uint8_t *target)
{
    constexpr size_t wide = std::max(from, to);
    for (size_t i = 1; i < pixels; ++i, source += from, target += to)
        std::memcpy(target, source, wide);
    std::memcpy(target, source, std::min(from, to));
}

/// From pixels as they are to those that are worked on.
void spread(const std::uint8_t *from, size_t pixels, size_t step, std::uint8_t *to)
{
    switch (step) {
    case 3: copyPixels<3, 4>(from, pixels, to); break;
    case 6: copyPixels<6, 8>(from, pixels, to); break;
    default: std::memcpy(to, from, pixels * step);
    }
}

void gather(const std::uint8_t *from, size_t pixels, size_t step, std::uint8_t *to)
{
    switch (step) {
    case 3: copyPixels<4, 3>(from, pixels, to); break;
    case 6: copyPixels<8, 6>(from, pixels, to); break;
    default: std::memcpy(to, from, pixels * step);
    }
}

void unfilterAverage(std::uint8_t *row, const std::uint8_t *up, size_t bytes, size_t step)
{
    for (size_t i = 0; i < std::min(step, bytes); ++i)
        row[i] = std::uint8_t(row[i] + up[i] / 2);
    for (size_t i = step; i < bytes; ++i)
        row[i] = std::uint8_t(row[i] + (row[i - step] + up[i]) / 2);
}

} // namespace

PngUnfilter::PngUnfilter(size_t bytes, size_t step) : m_bytes(bytes), m_step(step) {}

bool PngUnfilter::rows(std::uint8_t *first, size_t count)
{
    const size_t stride = m_bytes + 1;
    const size_t group = 2 * lanes / unitOf(m_step);
    for (size_t i = 0; i < count;) {
        std::uint8_t *const now = first + i * stride;
        if (*now >= pngFilterCount)
            return false;
        size_t same = 1;
        while (same < group && i + same < count && *now == std::uint8_t(PngFilter::Paeth) && now[same * stride] == *now)
            ++same;
        if (*now == std::uint8_t(PngFilter::Paeth))
            paethGroup(now, same);
        else
            row(now);
        i += same;
    }
    return true;
}

void PngUnfilter::row(std::uint8_t *row) const
{
    const auto filter = static_cast<PngFilter>(*row++);
    const std::uint8_t *const up = row - (m_bytes + 1);
    switch (filter) {
    case PngFilter::None:
    case PngFilter::Paeth: break;
    case PngFilter::Sub:
        for (size_t i = m_step; i < m_bytes; ++i)
            row[i] = std::uint8_t(row[i] + row[i - m_step]);
        break;
    case PngFilter::Up:
        for (size_t i = 0; i < m_bytes; ++i)
            row[i] = std::uint8_t(row[i] + up[i]);
        break;
    case PngFilter::Average: unfilterAverage(row, up, m_bytes, m_step); break;
    }
}

/// Up to as many rows as are worked on at once; what is in the place of those that are missing is of no meaning.
void PngUnfilter::paethGroup(std::uint8_t *first, size_t count)
{
    const size_t unit = unitOf(m_step);
    const size_t pixels = m_bytes / m_step;
    const size_t pitch = pixels * unit + 2 * margin;
    const size_t stride = m_bytes + 1;
    // The zeros on the left of each row remain zeros.
    m_scratch.resize((2 * lanes / unit + 1) * pitch);
    for (size_t i = 0; i <= count; ++i)
        spread(first + i * stride + 1 - stride, pixels, m_step, m_scratch.data() + i * pitch + margin);
    std::uint8_t *const rows = m_scratch.data() + pitch + margin;
    switch (unit) {
    case 1: unfilterSlants<1>(rows, pitch, pixels); break;
    case 2: unfilterSlants<2>(rows, pitch, pixels); break;
    case 4: unfilterSlants<4>(rows, pitch, pixels); break;
    case 8: unfilterSlants<8>(rows, pitch, pixels); break;
    }
    for (size_t i = 0; i < count; ++i)
        gather(rows + i * pitch, pixels, m_step, first + i * stride + 1);
}

} // namespace convoy
