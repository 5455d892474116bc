// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/dicompreview.h"

#include "core/converters/dicom/rendering/frameplanner.h"

#include <algorithm>
#include <cmath>

namespace convoy {

namespace {

/// Adds up squares of `step` × `step` pixels of one picture, some rows at a time.
class Shrinker
{
public:
    Shrinker(const PngPicture &source, int maximumSize)
        : m_source(source),
          m_step(std::max(1, (std::max(source.width, source.height) + maximumSize - 1) / maximumSize))
    {
    }

    Result<PreviewPicture> shrink(const FrameRenderer &renderer, const std::stop_token &stop) const
    {
        PreviewPicture result{.width = (m_source.width + m_step - 1) / m_step,
                              .height = (m_source.height + m_step - 1) / m_step};
        result.rgba.reserve(qsizetype{4} * result.width * result.height);
        std::vector<std::uint8_t> rows(m_source.rowBytes() * size_t(m_step));
        for (int y = 0; y < m_source.height; y += m_step) {
            if (stop.stop_requested())
                return cancelledError();
            const int count = std::min(m_step, m_source.height - y);
            if (const auto read = renderer.rows(y, count, rows.data()); !read)
                return read.error();
            for (int x = 0; x < result.width; ++x)
                addPixel(rows.data(), x * m_step, count, result.rgba);
        }
        return result;
    }

private:
    void addPixel(const std::uint8_t *rows, int left, int count, QByteArray &rgba) const
    {
        const int columns = std::min(m_step, m_source.width - left);
        for (int channel = 0; channel < 3; ++channel) {
            const int from = m_source.channels == 3 ? channel : 0;
            unsigned sum = 0;
            for (int y = 0; y < count; ++y) {
                const std::uint8_t *const row = rows + size_t(y) * m_source.rowBytes();
                for (int x = left; x < left + columns; ++x)
                    sum += row[x * m_source.channels + from];
            }
            const auto area = unsigned(columns * count);
            rgba.append(char((sum + area / 2) / area));
        }
        rgba.append(char(0xff));
    }

    PngPicture m_source;
    int m_step;
};

} // namespace

Result<PreviewPicture> previewDicom(const PreviewRequest &request, const ConvertContext &context)
{
    auto options = readDicomOptions(request.options);
    if (!options)
        return options.error();
    options->depth = DepthChoice::Eight;
    auto planner = FramePlanner::open(request.input, *options);
    if (!planner)
        return planner.error();
    const DicomHeader &header = (*planner)->file().header();
    QRect kept(0, 0, header.width, header.height);
    if (request.converted) {
        const auto crop = cropFor(*options, kept.size());
        if (!crop)
            return crop.error();
        kept = crop->rect;
    }
    const int last = (*planner)->reader().frames() - 1;
    const int frame = std::clamp(int(std::lround(request.position * last)), 0, last);
    const auto stored = (*planner)->reader().read(frame, 1);
    if (!stored)
        return stored.error();
    ValueRange range;
    if ((*planner)->needsRange()) { // of this frame alone: a look must not decode all of them
        const auto found = (*planner)->rangeOf(*stored, frame);
        if (!found)
            return found.error();
        range = found->value_or(ValueRange());
    }
    const FrameRenderer renderer(*stored, (*planner)->plan(frame, kept, range));
    auto picture = Shrinker(renderer.picture(), std::max(1, request.maximumSize)).shrink(renderer, context.stop);
    if (picture) {
        picture->sourceWidth = header.width;
        picture->sourceHeight = header.height;
    }
    return picture;
}

} // namespace convoy
