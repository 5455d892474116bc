// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/squarepixels.h"

#include "core/converters/dicom/file/dicomvalues.h"
#include "core/converters/dicom/file/functionalgroups.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>

namespace convoy {

namespace {

constexpr int longestSide = 65535;
// Beyond this the header is wrong rather than the picture that long.
constexpr double strangest = 16;

std::optional<double> ratio(DcmItem &item, const DcmTagKey &key)
{
    const double vertical = numberOf(item, key, 0).value_or(0);
    const double horizontal = numberOf(item, key, 1).value_or(0);
    const double result = vertical / horizontal;
    return vertical > 0 && horizontal > 0 && result < strangest && result > 1 / strangest ? std::optional(result)
                                                                                          : std::nullopt;
}

int sampleAt(const std::uint8_t *row, size_t index, int bits)
{
    return bits == 8 ? row[index] : row[2 * index] << 8 | row[2 * index + 1];
}

void putSample(std::uint8_t *row, size_t index, int bits, double value)
{
    const auto level = unsigned(value + 0.5);
    if (bits == 8) {
        row[index] = std::uint8_t(level);
    } else {
        row[2 * index] = std::uint8_t(level >> 8);
        row[2 * index + 1] = std::uint8_t(level);
    }
}

/// Where the middle of target pixel `index` lies among `source` pixels.
double sourcePosition(int index, int target, int source)
{
    return std::clamp((index + 0.5) * source / target - 0.5, 0.0, source - 1.0);
}

} // namespace

double pixelAspect(DicomFile &file, int frame)
{
    for (DcmItem *const item : macroPlaces(file, frame, DCM_PixelMeasuresSequence)) {
        if (const auto found = item == &file.dataset() ? std::nullopt : ratio(*item, DCM_PixelSpacing))
            return *found;
    }
    for (const DcmTagKey &key :
         {DCM_PixelAspectRatio, DCM_PixelSpacing, DCM_ImagerPixelSpacing, DCM_NominalScannedPixelSpacing}) {
        if (const auto found = ratio(file.dataset(), key))
            return *found;
    }
    return 1;
}

SquarePixels::SquarePixels(const PngPicture &source, double aspect, PngRows rows)
    : m_source(source),
      m_target(source),
      m_rows(std::move(rows))
{
    if (aspect > 1)
        m_target.height = int(std::min<long>(longestSide, std::lround(source.height * aspect)));
    else
        m_target.width = int(std::min<long>(longestSide, std::lround(source.width / aspect)));
}

void SquarePixels::blendRow(const std::uint8_t *above, const std::uint8_t *below, double share, std::uint8_t *out) const
{
    const size_t samples = size_t(m_source.width) * size_t(m_source.channels);
    for (size_t i = 0; i < samples; ++i) {
        const double a = sampleAt(above, i, m_source.bits);
        putSample(out, i, m_source.bits, a + (sampleAt(below, i, m_source.bits) - a) * share);
    }
}

void SquarePixels::stretchRow(const std::uint8_t *row, std::uint8_t *out) const
{
    const auto channels = size_t(m_source.channels);
    for (int x = 0; x < m_target.width; ++x) {
        const double position = sourcePosition(x, m_target.width, m_source.width);
        const auto left = size_t(position);
        const size_t right = std::min(left + 1, size_t(m_source.width) - 1);
        const double share = position - double(left);
        for (size_t c = 0; c < channels; ++c) {
            const double a = sampleAt(row, left * channels + c, m_source.bits);
            const double b = sampleAt(row, right * channels + c, m_source.bits);
            putSample(out, size_t(x) * channels + c, m_source.bits, a + (b - a) * share);
        }
    }
}

Result<void> SquarePixels::rows(int first, int count, std::uint8_t *out) const
{
    if (m_target == m_source)
        return m_rows(first, count, out);
    const auto from = int(sourcePosition(first, m_target.height, m_source.height));
    const auto last = int(sourcePosition(first + count - 1, m_target.height, m_source.height));
    const int to = std::min(last + 1, m_source.height - 1);
    const size_t rowBytes = m_source.rowBytes();
    std::vector<std::uint8_t> source(size_t(to - from + 1) * rowBytes);
    if (const auto result = m_rows(from, to - from + 1, source.data()); !result)
        return result;
    for (int i = 0; i < count; ++i, out += m_target.rowBytes()) {
        const double position = sourcePosition(first + i, m_target.height, m_source.height);
        const int above = int(position);
        const std::uint8_t *const row = source.data() + size_t(above - from) * rowBytes;
        if (m_target.width != m_source.width)
            stretchRow(row, out);
        else
            blendRow(row, above < to ? row + rowBytes : row, position - above, out);
    }
    return {};
}

} // namespace convoy
