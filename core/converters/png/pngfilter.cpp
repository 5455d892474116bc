// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngfilter.h"

#include "core/converters/png/bytes16.h"

#include <algorithm>
#include <cstring>

namespace convoy {

namespace {

std::uint8_t byte(int value)
{
    return std::uint8_t(value);
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

/// The Paeth predictor without branches.
std::int16_t paethOf(std::int16_t left, std::int16_t up, std::int16_t corner)
{
    const auto across = std::int16_t(up - corner);
    const auto down = std::int16_t(left - corner);
    const auto both = std::int16_t(across + down);
    const auto toLeft = std::max(across, std::int16_t(-across));
    const auto toUp = std::max(down, std::int16_t(-down));
    const auto toCorner = std::max(both, std::int16_t(-both));
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
    size_t i = r.step;
    for (; i + sizeof(Bytes16) <= r.bytes; i += sizeof(Bytes16)) {
        const Bytes16 residuals = loadBytes(row + i)
            - nearestOf(loadBytes(left + i), loadBytes(up + i), loadBytes(corner + i));
        std::memcpy(out + i, &residuals, sizeof residuals);
    }
    for (; i < r.bytes; ++i)
        out[i] = byte(row[i] - paethOf(left[i], up[i], corner[i]));
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

} // namespace convoy
