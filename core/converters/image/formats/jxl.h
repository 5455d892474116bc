// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/pipeline/imagepipeline.h"

namespace convoy {

enum class JxlRead : quint8 { Header, FrameCount, FirstFrame, AllFrames };

/// JPEG XL by libjxl, which Debian's ImageMagick does not know. Frames are whole, upright, and of an animation timed; EXIF,
/// XMP and the color profile are the first one's profiles. Header and FrameCount give no pixels.
Result<magick::ImageList> readJxl(int fd, JxlRead what, magick::Monitor *monitor);

/// 1 where it is no animation; one more than magick::maximumFrames where there are more than that.
int countJxlFrames(int fd);

/// Writes one picture with its color profile, EXIF and XMP.
Result<void> writeJxl(const MagickCore::Image &image, int fd, const ImageOptions &options, magick::Monitor &monitor);

} // namespace convoy
