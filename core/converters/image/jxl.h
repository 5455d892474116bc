// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/imagepipeline.h"

namespace convoy {

/// JPEG XL by libjxl, which Debian's ImageMagick does not know. The first frame, upright; EXIF, XMP and the color profile
/// are the picture's profiles. With `headerOnly` there are no pixels.
/// The artifact that a picture has where it is the first frame of an animation.
inline constexpr const char *jxlAnimation = "convoy:animation";

/// Of an animation, the first frame.
Result<magick::ImageList> readJxl(int fd, bool headerOnly, magick::Monitor *monitor);

/// Writes one picture with its color profile, EXIF and XMP.
Result<void> writeJxl(const MagickCore::Image &image, int fd, const ImageOptions &options, magick::Monitor &monitor);

} // namespace convoy
