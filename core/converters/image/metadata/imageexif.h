// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/base/magick.h"

#include <QMap>

#include <exiv2/exiv2.hpp>

namespace convoy {

/// The EXIF of a picture's profile; what cannot be read is simply not there. Throws Exiv2::AnyError.
Exiv2::ExifData exifDataOf(const MagickCore::Image &image);

/// Camera facts for naming and for the row: "date" (2019-05-04), "time" (12:30:01), "camera".
QMap<QString, QString> cameraTags(const MagickCore::Image &image);

/// What EXIF says of the pixels: the orientation, and the resolution where the picture has none of its own.
void applyExif(MagickCore::Image *image);

} // namespace convoy
