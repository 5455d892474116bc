// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/file/dicomfile.h"

#include <vector>

namespace convoy {

/// One overlay plane (PS3.3 C.9.2): marks drawn over a picture.
struct Overlay {
    int rows = 0;
    int columns = 0;
    int top = 0; ///< of its first row in the picture, from 0; may be negative
    int left = 0;
    int frames = 1;
    int firstFrame = 0; ///< of the picture, from 0
    std::vector<std::uint8_t> bits;
    int sampleBit = -1; ///< where the marks are a bit of the stored samples instead (retired, PS3.3-2004 C.9.2)

    /// Whether there is a mark at a pixel of a frame of the picture.
    bool at(int frame, int row, int column) const;
};

std::vector<Overlay> readOverlays(DicomFile &file);

} // namespace convoy
