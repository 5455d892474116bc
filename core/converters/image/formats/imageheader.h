// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <cstdio>

namespace convoy {

/// What the container of a picture says without decoding it: ImageMagick would make an object of 13 KiB for each frame to
/// count.
struct ImageHeader {
    int frames = 1;
    qint64 width = 0; ///< PNG only, whose reader spends seconds on impossible widths; else 0
    qint64 height = 0;
    /// No file with such a header is shorter, however well its pixels are compressed (PNG, TIFF); 0 where that is not known.
    qint64 leastBytes = 0;
    qint64 pixelBytes = 0;  ///< what the pixels of a TIFF have of the file, as its tables say; 0: not known
    bool moves = false;     ///< a sequence of pictures whose frames are not counted yet (AVIF, HEIC)
    bool cameraRaw = false; ///< a TIFF that holds raw sensor data
    bool mixedUp = false;   ///< a TIFF of luma and thinner chroma outside of JPEG, whose order ImageMagick does not know
};

/// Reads from the start of `file`; `formatId` as in formats(). Counting ends at `maximumCount`. Broken containers say what
/// was found until then.
ImageHeader readImageHeader(std::FILE *file, QLatin1StringView formatId, int maximumCount);

} // namespace convoy
