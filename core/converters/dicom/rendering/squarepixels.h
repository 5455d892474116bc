// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/file/dicomfile.h"
#include "core/converters/png/pngpicture.h"

namespace convoy {

/// Height of a pixel divided by its width, by Pixel Aspect Ratio or Pixel Spacing; 1 where neither says.
double pixelAspect(DicomFile &file, int frame);

/// Stretches rows or columns of a picture, linearly, so that its pixels become squares. It never gets smaller.
class SquarePixels
{
public:
    SquarePixels(const PngPicture &source, double aspect, PngRows rows);

    const PngPicture &picture() const { return m_target; }
    Result<void> rows(int first, int count, std::uint8_t *out) const;

private:
    void blendRow(const std::uint8_t *above, const std::uint8_t *below, double share, std::uint8_t *out) const;
    void stretchRow(const std::uint8_t *row, std::uint8_t *out) const;

    PngPicture m_source;
    PngPicture m_target;
    PngRows m_rows;
};

} // namespace convoy
