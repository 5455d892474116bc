// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/pipeline/imagepipeline.h"

namespace convoy {

/// Brings EXIF, XMP, captions and comments in line with the options and with what was done to the pixels: the orientation is
/// upright, size and resolution are the new ones, thumbnails (which would show what was cropped away) are gone; places or
/// everything removed as asked. An ICC profile stays. Says in `warnings` where a video behind the photo is lost.
void applyMetadata(Magick::Image &image, const PipelineSettings &settings, QStringList &warnings);

/// What the encoder leaves out, added to the finished file: TIFF's EXIF, by Exiv2. Says so in `warnings` where it is lost.
Result<void> writeMissingMetadata(const MagickCore::Image &image, int fd, const PipelineSettings &settings,
                                  QStringList &warnings);

} // namespace convoy
