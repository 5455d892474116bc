// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/pipeline/imagepipeline.h"

namespace convoy {

/// HEIF and AVIF by libheif. The primary picture, upright, of as many bits as stored; EXIF, XMP and the color profile are
/// the picture's profiles. With `headerOnly` there are no pixels.
Result<magick::ImageList> readHeif(int fd, bool headerOnly, magick::Monitor *monitor);

/// Writes one picture as AVIF or HEIC, whichever the output's traits name, with its color profile, EXIF and XMP.
Result<void> writeHeif(const MagickCore::Image &image, int fd, const PipelineSettings &settings, magick::Monitor &monitor);

} // namespace convoy
