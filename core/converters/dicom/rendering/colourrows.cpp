// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/colourrows.h"

#include <algorithm>
#include <cstring>

namespace convoy {

namespace {

/// PS3.3 C.7.6.3.1.2 for bytes, in 65536ths: what JPEG leaves, and long enough to be worth it.
void bytesToRgb(const std::uint8_t *ybr, int count, std::uint16_t *out)
{
    const auto level = [](int value) { return std::uint16_t(std::clamp(value >> 16, 0, 255)); };
    for (int i = 0; i < count; ++i, ybr += 3, out += 3) {
        const int y = (ybr[0] << 16) + 32768;
        const int blue = ybr[1] - 128;
        const int red = ybr[2] - 128;
        out[0] = level(y + 91881 * red);
        out[1] = level(y - 22553 * blue - 46802 * red);
        out[2] = level(y + 116130 * blue);
    }
}

} // namespace

ColourConverter::ColourConverter(const StoredFrame::Layout &layout, const SampleFormat &format, int outputBits)
    : m_layout(layout),
      m_format(format)
{
    m_format.isSigned = false;
    // Decoders give samples of fewer bytes than the header says where the values fit.
    if (m_format.bitsStored > layout.bytesPerSample * 8) {
        m_format.bitsStored = layout.bytesPerSample * 8;
        m_format.highBit = m_format.bitsStored - 1;
    }
    m_storedMost = double(m_format.highest());
    m_outputMost = outputBits == 16 ? 65535 : 255;
    m_copy = layout.colour == ColourModel::Rgb && outputBits == 8 && m_format.bitsStored == 8 && layout.bytesPerSample == 1
        && !layout.planar;
    m_bytes = layout.colour == ColourModel::YbrFull && outputBits == 8 && m_format.bitsStored == 8 && m_format.highBit == 7
        && layout.bytesPerSample == 1 && !layout.planar && !layout.halved;
    if (m_format.bitsStored <= 16) {
        for (std::int64_t value = 0; value <= m_format.highest(); ++value)
            m_levels.push_back(std::uint16_t(double(value) * m_outputMost / m_storedMost + 0.5));
    }
}

std::uint32_t ColourConverter::sample(const std::uint8_t *bytes, size_t index) const
{
    std::uint32_t word = 0;
    const auto size = size_t(m_layout.bytesPerSample);
    std::memcpy(&word, bytes + index * size, size);
    return std::uint32_t(m_format.value(word));
}

ColourConverter::Pixel ColourConverter::stored(const ColourRows &rows, int row, int column) const
{
    const size_t at = size_t(row) * size_t(m_layout.width) + size_t(column);
    if (m_layout.planar)
        return {sample(rows.planes[0], at), sample(rows.planes[1], at), sample(rows.planes[2], at)};
    if (m_layout.halved) {
        const size_t pair = size_t(row) * size_t(m_layout.width) * 2 + size_t(column / 2) * 4;
        // The last column of a picture of odd width has no partner, and its chroma is that of the pair before.
        const size_t chroma = column / 2 * 2 + 1 < m_layout.width ? pair : pair - 4;
        return {sample(rows.planes[0], pair + size_t(column % 2)), sample(rows.planes[0], chroma + 2),
                sample(rows.planes[0], chroma + 3)};
    }
    return {sample(rows.planes[0], 3 * at), sample(rows.planes[0], 3 * at + 1), sample(rows.planes[0], 3 * at + 2)};
}

std::uint16_t ColourConverter::level(double value) const
{
    return std::uint16_t(std::clamp(value / m_storedMost, 0.0, 1.0) * m_outputMost + 0.5);
}

/// PS3.3 C.7.6.3.1.2.
void ColourConverter::toRgb(const Pixel &pixel, std::uint16_t *out) const
{
    const double middle = double(std::int64_t{1} << (m_format.bitsStored - 1));
    double y = pixel[0];
    double blue = pixel[1] - middle;
    double red = pixel[2] - middle;
    if (m_layout.colour == ColourModel::YbrPartial422) { // black is 16 and white 235, chroma reaches from 16 to 240
        const double unit = middle / 128;
        y = (y - 16 * unit) * 255 / 219;
        blue = blue * 255 / 224;
        red = red * 255 / 224;
    }
    out[0] = level(y + 1.402 * red);
    out[1] = level(y - 0.344136 * blue - 0.714136 * red);
    out[2] = level(y + 1.772 * blue);
}

void ColourConverter::convert(const ColourRows &rows, int row, int first, int count, std::uint16_t *out) const
{
    const bool rgb = m_layout.colour == ColourModel::Rgb;
    if (m_bytes) {
        const size_t at = size_t(row) * size_t(m_layout.width) + size_t(first);
        bytesToRgb(rows.planes[0] + 3 * at, count, out);
        return;
    }
    for (int column = first; column < first + count; ++column, out += 3) {
        const Pixel pixel = stored(rows, row, column);
        if (!rgb) {
            toRgb(pixel, out);
            continue;
        }
        for (size_t i = 0; i < 3; ++i)
            out[i] = m_levels.empty() ? level(pixel[i]) : m_levels[pixel[i]];
    }
}

} // namespace convoy
