// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/base/magick.h"

#include <QLatin1StringView>

namespace convoy {

/// EXIF, XMP and captions that ImageMagick does not hand over, as the picture's profiles: of PNG, TIFF and WebP. What cannot
/// be read is simply not there.
void readForeignMetadata(int fd, QLatin1StringView formatId, MagickCore::Image *image);

/// The same of a camera's raw file, which is in memory.
void readRawMetadata(const QByteArray &file, MagickCore::Image *image);

/// EXIF, XMP and captions of the picture into the finished TIFF. Throws Exiv2::AnyError.
Result<void> addToTiff(int fd, const MagickCore::Image &image);

/// EXIF, XMP and color profile of the picture into the finished WebP, animated or not.
Result<void> addToWebp(int fd, const MagickCore::Image &image);

} // namespace convoy
