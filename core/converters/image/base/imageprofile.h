// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/base/magick.h"

#include <QByteArray>

/// The blocks of bytes (color profile, EXIF, XMP, IPTC) that a picture carries beside its pixels, by ImageMagick's names:
/// "icc", "exif", "xmp", "iptc", "8bim".
namespace convoy {

/// A TIFF structure follows this mark (Exif 2.32, 4.7.2); some readers keep it in the profile, some do not.
inline constexpr QByteArrayView exifMark("Exif\0\0", 6);

/// Empty where the picture has none.
QByteArray profileOf(const MagickCore::Image &image, const char *name);
/// An empty block removes it.
void setProfile(MagickCore::Image *image, const char *name, const QByteArray &bytes);
/// The EXIF block from its TIFF header on, without the mark.
QByteArray exifOf(const MagickCore::Image &image);

/// The captions (IPTC-NAA) among Photoshop's image resources; empty where there are none or the resources are broken.
QByteArray iptcOf(const QByteArray &resources);
/// Photoshop's image resources with nothing but these captions.
QByteArray photoshopBlock(const QByteArray &iptc);

/// JPEG's or GIF's own comment, which is in UTF-8 or else taken for Latin-1.
QString commentOf(const MagickCore::Image &image);

} // namespace convoy
