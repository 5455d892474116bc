// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/framerenderer.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace convoy {

namespace {

// Stored rows that are turned into levels at a time: they should still be in the first caches.
constexpr size_t chunkBytes = size_t{64} << 10;

std::uint16_t highFirst(std::uint16_t value)
{
    return std::endian::native == std::endian::little ? std::uint16_t(value << 8 | value >> 8) : value;
}

template <typename Sample, typename Level>
void mapRow(const std::uint8_t *samples, int count, const SampleFormat &format, const Level *table, std::uint8_t *out)
{
    const int shift = format.highBit + 1 - format.bitsStored;
    const std::uint32_t mask = (1U << format.bitsStored) - 1U;
    for (int i = 0; i < count; ++i) {
        Sample sample;
        std::memcpy(&sample, samples + size_t(i) * sizeof sample, sizeof sample);
        const Level level = table[(std::uint32_t(sample) >> shift) & mask];
        std::memcpy(out + size_t(i) * sizeof level, &level, sizeof level);
    }
}

} // namespace

FrameRenderer::FrameRenderer(const StoredFrame &frame, RenderPlan plan)
    : m_frame(frame),
      m_plan(std::move(plan)),
      m_colour(m_plan.palette || !m_plan.gray)
{
    if (!m_plan.gray && !m_plan.palette)
        m_converter.emplace(frame.layout(), m_plan.format, m_plan.outputBits);
    if (!m_plan.gray || m_plan.format.bitsStored > 16)
        return;
    const std::vector<std::uint16_t> table = grayTable(*m_plan.gray, m_plan.outputBits);
    if (m_plan.outputBits == 8) {
        m_table8.assign(table.begin(), table.end());
    } else {
        m_table16.resize(table.size());
        std::ranges::transform(table, m_table16.begin(), highFirst);
    }
}

PngPicture FrameRenderer::picture() const
{
    return {.width = m_plan.crop.width(),
            .height = m_plan.crop.height(),
            .channels = m_colour ? 3 : 1,
            .bits = m_plan.outputBits};
}

Result<void> FrameRenderer::rows(int first, int count, std::uint8_t *out) const
{
    const size_t rowBytes = picture().rowBytes();
    const int height = m_frame.layout().height;
    const int chunk = int(std::clamp<size_t>(chunkBytes / std::max<size_t>(1, m_frame.layout().rowBytes()), 1, 4096));
    Scratch scratch;
    for (int row = first; row < first + count;) {
        const int stored = row + m_plan.crop.top();
        if (stored < 0 || stored >= height) {
            std::memset(out, 0, rowBytes);
            out += rowBytes;
            ++row;
            continue;
        }
        const int now = std::min({chunk, first + count - row, height - stored});
        if (const auto result = someRows(row, now, scratch, out); !result)
            return result;
        out += size_t(now) * rowBytes;
        row += now;
    }
    return {};
}

Result<void> FrameRenderer::someRows(int first, int count, Scratch &scratch, std::uint8_t *out) const
{
    ColourRows rows{.count = count};
    const size_t planes = m_frame.layout().planar ? 3 : 1;
    for (size_t plane = 0; plane < planes; ++plane) {
        const auto read = m_frame.rows(int(plane), first + m_plan.crop.top(), count, scratch[plane]);
        if (!read)
            return read.error();
        rows.planes[plane] = *read;
    }
    const size_t rowBytes = picture().rowBytes();
    for (int i = 0; i < count; ++i, out += rowBytes) {
        renderRow(rows, i, out);
        if (m_plan.overlays)
            burnOverlays(first + i, rows.planes[0] + size_t(i) * m_frame.layout().rowBytes(), out);
    }
    return {};
}

void FrameRenderer::renderRow(const ColourRows &rows, int row, std::uint8_t *out) const
{
    const StoredFrame::Layout &layout = m_frame.layout();
    const int first = std::max(0, m_plan.crop.left());
    const int count = std::min(layout.width, m_plan.crop.right() + 1) - first;
    const PngPicture target = picture();
    const size_t before = size_t(first - m_plan.crop.left()) * target.pixelBytes();
    const size_t inside = size_t(count) * target.pixelBytes();
    if (inside < target.rowBytes())
        std::memset(out, 0, target.rowBytes());
    out += before;
    if (m_converter) {
        colourRow(rows, row, first, count, out);
        return;
    }
    const std::uint8_t *const samples = rows.planes[0] + size_t(row) * layout.rowBytes();
    if (m_plan.palette)
        paletteRow(samples, first, count, out);
    else if (m_plan.format.bitsStored > 16)
        wideGrayRow(samples, first, count, out);
    else
        grayRow(samples, first, count, out);
}

void FrameRenderer::grayRow(const std::uint8_t *samples, int first, int count, std::uint8_t *out) const
{
    const int size = m_frame.layout().bytesPerSample;
    const std::uint8_t *const from = samples + size_t(first) * size_t(size);
    const SampleFormat &format = m_plan.format;
    if (size == 1 && m_plan.outputBits == 8)
        mapRow<std::uint8_t>(from, count, format, m_table8.data(), out);
    else if (size == 1)
        mapRow<std::uint8_t>(from, count, format, m_table16.data(), out);
    else if (size == 2 && m_plan.outputBits == 8)
        mapRow<std::uint16_t>(from, count, format, m_table8.data(), out);
    else if (size == 2)
        mapRow<std::uint16_t>(from, count, format, m_table16.data(), out);
    else if (m_plan.outputBits == 8)
        mapRow<std::uint32_t>(from, count, format, m_table8.data(), out);
    else
        mapRow<std::uint32_t>(from, count, format, m_table16.data(), out);
}

std::uint32_t FrameRenderer::word(const std::uint8_t *samples, int column) const
{
    std::uint32_t result = 0;
    const auto size = size_t(m_frame.layout().bytesPerSample);
    std::memcpy(&result, samples + size_t(column) * size, size);
    return result;
}

void FrameRenderer::put(std::uint8_t *out, size_t index, std::uint16_t level) const
{
    if (m_plan.outputBits == 8) {
        out[index] = std::uint8_t(level);
    } else {
        out[2 * index] = std::uint8_t(level >> 8);
        out[2 * index + 1] = std::uint8_t(level);
    }
}

void FrameRenderer::wideGrayRow(const std::uint8_t *samples, int first, int count, std::uint8_t *out) const
{
    for (int i = 0; i < count; ++i)
        put(out, size_t(i), grayLevel(*m_plan.gray, m_plan.format.value(word(samples, first + i)), m_plan.outputBits));
}

void FrameRenderer::paletteRow(const std::uint8_t *samples, int first, int count, std::uint8_t *out) const
{
    const PaletteLevels &palette = *m_plan.palette;
    SampleFormat unsignedFormat = m_plan.format;
    unsignedFormat.isSigned = false;
    for (int i = 0; i < count; ++i) {
        const auto index = size_t(unsignedFormat.value(word(samples, first + i)));
        for (size_t channel = 0; channel < 3; ++channel)
            put(out, 3 * size_t(i) + channel, palette[channel][index]);
    }
}

void FrameRenderer::colourRow(const ColourRows &rows, int row, int first, int count, std::uint8_t *out) const
{
    if (m_converter->isCopy()) {
        const size_t offset = size_t(row) * m_frame.layout().rowBytes() + 3 * size_t(first);
        std::memcpy(out, rows.planes[0] + offset, 3 * size_t(count));
        return;
    }
    std::vector<std::uint16_t> levels(3 * size_t(count));
    m_converter->convert(rows, row, first, count, levels.data());
    for (size_t i = 0; i < levels.size(); ++i)
        put(out, i, levels[i]);
}

bool FrameRenderer::isMarked(const Overlay &overlay, int row, int column, const std::uint8_t *samples) const
{
    if (column < 0 || column >= m_frame.layout().width)
        return false; // marks can reach past the picture
    return overlay.sampleBit < 0 ? overlay.at(m_plan.frame, row, column)
                                 : (word(samples, column) >> overlay.sampleBit & 1U) != 0;
}

void FrameRenderer::burnOverlays(int row, const std::uint8_t *samples, std::uint8_t *out) const
{
    const PngPicture target = picture();
    for (const Overlay &overlay : *m_plan.overlays) {
        for (int column = 0; column < target.width; ++column) {
            if (isMarked(overlay, row + m_plan.crop.top(), column + m_plan.crop.left(), samples))
                std::memset(out + size_t(column) * target.pixelBytes(), 0xff, target.pixelBytes());
        }
    }
}

} // namespace convoy
