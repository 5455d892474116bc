// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngfilter.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

namespace convoy {

namespace {

std::uint8_t byte(int value)
{
    return static_cast<std::uint8_t>(value);
}

void filterSub(const PngRow &r, std::uint8_t *out)
{
    const std::uint8_t *const row = r.row;
    const std::uint8_t *const left = r.row - r.step;
    std::memcpy(out, row, std::min(r.step, r.bytes));
    for (size_t i = r.step; i < r.bytes; ++i)
        out[i] = byte(row[i] - left[i]);
}

void filterUp(const PngRow &r, std::uint8_t *out)
{
    const std::uint8_t *const row = r.row;
    const std::uint8_t *const up = r.previous;
    for (size_t i = 0; i < r.bytes; ++i)
        out[i] = byte(row[i] - up[i]);
}

void filterAverage(const PngRow &r, std::uint8_t *out)
{
    const std::uint8_t *const row = r.row;
    const std::uint8_t *const up = r.previous;
    const std::uint8_t *const left = r.row - r.step;
    for (size_t i = 0; i < std::min(r.step, r.bytes); ++i)
        out[i] = byte(row[i] - up[i] / 2);
    for (size_t i = r.step; i < r.bytes; ++i)
        out[i] = byte(row[i] - (left[i] + up[i]) / 2);
}

/// The Paeth predictor in 16-bit arithmetic and without branches: compilers make vectors of the loop around it.
std::int16_t paethOf(std::int16_t left, std::int16_t up, std::int16_t corner)
{
    const auto across = static_cast<std::int16_t>(up - corner);
    const auto down = static_cast<std::int16_t>(left - corner);
    const auto both = static_cast<std::int16_t>(across + down);
    const auto toLeft = std::max(across, static_cast<std::int16_t>(-across));
    const auto toUp = std::max(down, static_cast<std::int16_t>(-down));
    const auto toCorner = std::max(both, static_cast<std::int16_t>(-both));
    const std::int16_t vertical = toUp <= toCorner ? up : corner;
    return toLeft <= std::min(toUp, toCorner) ? left : vertical;
}

void filterPaeth(const PngRow &r, std::uint8_t *__restrict out)
{
    const std::uint8_t *const row = r.row;
    const std::uint8_t *const up = r.previous;
    const std::uint8_t *const left = r.row - r.step;
    const std::uint8_t *const corner = r.previous - r.step;
    for (size_t i = 0; i < std::min(r.step, r.bytes); ++i)
        out[i] = byte(row[i] - up[i]);
    for (size_t i = r.step; i < r.bytes; ++i)
        out[i] = byte(row[i] - paethOf(left[i], up[i], corner[i]));
}

/// The bytes of a pixel are chains of their own, which a processor follows at the same time where nothing goes through
/// memory in between.
template <size_t step>
void unfilterPaethOf(std::uint8_t *row, const std::uint8_t *up, size_t bytes)
{
    std::array<int, step> left{};
    std::array<int, step> corner{};
    for (size_t i = 0; i + step <= bytes; i += step) {
        for (size_t k = 0; k < step; ++k) {
            const int above = up[i + k];
            const int across = above - corner[k];
            const int down = left[k] - corner[k];
            const int toLeft = std::abs(across);
            const int toUp = std::abs(down);
            const int toCorner = std::abs(across + down);
            int nearest = left[k];
            int distance = toLeft;
            nearest = toUp < distance ? above : nearest;
            distance = std::min(toUp, distance);
            nearest = toCorner < distance ? corner[k] : nearest;
            corner[k] = above;
            left[k] = row[i + k] = byte(row[i + k] + nearest);
        }
    }
}

void unfilterPaeth(std::uint8_t *row, const std::uint8_t *up, size_t bytes, size_t step)
{
    switch (step) {
    case 1: unfilterPaethOf<1>(row, up, bytes); break;
    case 2: unfilterPaethOf<2>(row, up, bytes); break;
    case 3: unfilterPaethOf<3>(row, up, bytes); break;
    case 4: unfilterPaethOf<4>(row, up, bytes); break;
    case 6: unfilterPaethOf<6>(row, up, bytes); break;
    case 8: unfilterPaethOf<8>(row, up, bytes); break;
    }
}

void unfilterAverage(std::uint8_t *row, const std::uint8_t *up, size_t bytes, size_t step)
{
    for (size_t i = 0; i < std::min(step, bytes); ++i)
        row[i] = byte(row[i] + up[i] / 2);
    for (size_t i = step; i < bytes; ++i)
        row[i] = byte(row[i] + (row[i - step] + up[i]) / 2);
}

} // namespace

void filterRow(PngFilter filter, const PngRow &row, std::uint8_t *out)
{
    switch (filter) {
    case PngFilter::None: std::memcpy(out, row.row, row.bytes); break;
    case PngFilter::Sub: filterSub(row, out); break;
    case PngFilter::Up: filterUp(row, out); break;
    case PngFilter::Average: filterAverage(row, out); break;
    case PngFilter::Paeth: filterPaeth(row, out); break;
    }
}

void unfilterRow(PngFilter filter, std::uint8_t *row, const std::uint8_t *previous, size_t bytes, size_t step)
{
    switch (filter) {
    case PngFilter::None: break;
    case PngFilter::Sub:
        for (size_t i = step; i < bytes; ++i)
            row[i] = byte(row[i] + row[i - step]);
        break;
    case PngFilter::Up:
        for (size_t i = 0; i < bytes; ++i)
            row[i] = byte(row[i] + previous[i]);
        break;
    case PngFilter::Average: unfilterAverage(row, previous, bytes, step); break;
    case PngFilter::Paeth: unfilterPaeth(row, previous, bytes, step); break;
    }
}

} // namespace convoy
