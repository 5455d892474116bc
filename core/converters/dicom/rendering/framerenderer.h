// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/rendering/colourrows.h"
#include "core/converters/dicom/rendering/graytransform.h"
#include "core/converters/dicom/rendering/overlays.h"
#include "core/converters/png/pngpicture.h"

#include <QRect>

#include <array>
#include <optional>
#include <vector>

namespace convoy {

/// How the stored samples of a frame become levels.
struct RenderPlan {
    SampleFormat format;
    int outputBits = 8;
    std::optional<GrayTransform> gray;              ///< of grey pictures
    std::optional<PaletteLevels> palette;           ///< of palette pictures
    QRect crop;                                     ///< what is outside the picture is black
    const std::vector<Overlay> *overlays = nullptr; ///< drawn in white
    int frame = 0;                                  ///< for the overlays
};

/// Makes rows of a PNG from a frame. `rows` may be called from several threads.
class FrameRenderer
{
public:
    FrameRenderer(const StoredFrame &frame, RenderPlan plan);

    PngPicture picture() const;
    Result<void> rows(int first, int count, std::uint8_t *out) const;

private:
    using Scratch = std::array<std::vector<std::uint8_t>, 3>; ///< rows as stored, one of each plane

    Result<void> someRows(int first, int count, Scratch &scratch, std::uint8_t *out) const;
    void renderRow(const ColourRows &rows, int row, std::uint8_t *out) const;
    void grayRow(const std::uint8_t *samples, int first, int count, std::uint8_t *out) const;
    void wideGrayRow(const std::uint8_t *samples, int first, int count, std::uint8_t *out) const;
    void paletteRow(const std::uint8_t *samples, int first, int count, std::uint8_t *out) const;
    void colourRow(const ColourRows &rows, int row, int first, int count, std::uint8_t *out) const;
    void burnOverlays(int row, const std::uint8_t *samples, std::uint8_t *out) const;
    bool isMarked(const Overlay &overlay, int row, int column, const std::uint8_t *samples) const;
    std::uint32_t word(const std::uint8_t *samples, int column) const;
    void put(std::uint8_t *out, size_t index, std::uint16_t level) const;

    const StoredFrame &m_frame;
    RenderPlan m_plan;
    bool m_colour;
    std::optional<ColourConverter> m_converter;
    std::vector<std::uint8_t> m_table8;
    std::vector<std::uint16_t> m_table16; ///< high byte first in memory
};

} // namespace convoy
