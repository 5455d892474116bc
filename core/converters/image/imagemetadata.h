// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/imagepipeline.h"

#include <QMap>

namespace convoy {

/// Camera facts for naming and for the row: "date" (2019-05-04), "time" (12:30:01), "camera".
QMap<QString, QString> cameraTags(const MagickCore::Image &image);

/// Brings EXIF, XMP, IPTC and comments in line with the options and with what was done to the pixels: the orientation is
/// upright, the size is the new one, the thumbnail (which would show what was cropped away) is gone; places or everything
/// removed as asked. An ICC profile stays.
void applyMetadata(Magick::Image &image, const ImageOptions &options);

/// What ImageMagick's encoder leaves out, added to the finished file: TIFF's EXIF, by Exiv2. Says so in `warnings` where the
/// format of the output cannot take it (AVIF by this build).
Result<void> writeMissingMetadata(const MagickCore::Image &image, int fd, const PipelineSettings &settings,
                                  QStringList &warnings);

} // namespace convoy
