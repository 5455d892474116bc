// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/dicom/rendering/graytransform.h"
#include "core/converters/option.h"
#include "core/converters/png/pngpicture.h"

#include <QRect>
#include <QSize>

#include <utility>

namespace convoy {

enum class WindowChoice : std::uint8_t { Auto, Full, MinMax, Given };
enum class DepthChoice : std::uint8_t { Source, Eight, Sixteen };
enum class PictureFormat : std::uint8_t { Png, Jpeg, Tiff };
enum class CropOutside : std::uint8_t { Clip, Refuse, Pad };

/// The options of `dicomInfo()`, read.
struct DicomOptions {
    int cropLeft = 0;
    int cropTop = 0;
    int cropWidth = 0;  ///< 0: to the edge
    int cropHeight = 0; ///< 0: to the edge
    CropOutside cropOutside = CropOutside::Clip;
    double ppi = 0;
    WindowChoice window = WindowChoice::Auto;
    Window givenWindow;
    int windowIndex = 0;
    DepthChoice depth = DepthChoice::Eight;
    bool burnOverlays = false;
    bool squarePixels = false;
    int firstFrame = 0; ///< from 0
    int lastFrame = -1; ///< from 0; -1 is the last one
    PngEffort effort = PngEffort::Balanced;
    bool salvage = false;
    PictureFormat format = PictureFormat::Png;
    int quality = 90; ///< of JPEG
    bool tiffDeflate = true;
};

/// Takes the format of the output from its extension; JPEG has 8 bits.
void setPictureFormat(DicomOptions &options, QStringView extension);

Result<DicomOptions> readDicomOptions(const OptionValues &values);

/// What is kept of a picture.
struct Crop {
    QRect rect;           ///< in pixels of the picture; reaches past it only with CropOutside::Pad
    bool clipped = false; ///< smaller than was asked for
    bool operator==(const Crop &) const = default;
};

/// `invalid-option` where nothing of the picture is left, or where CropOutside::Refuse forbids less than was asked for.
Result<Crop> cropFor(const DicomOptions &options, QSize picture);

/// First and last frame, from 0, of a file that has `frames`. `invalid-option` where there are none of those asked for.
Result<std::pair<int, int>> framesFor(const DicomOptions &options, int frames);

} // namespace convoy
