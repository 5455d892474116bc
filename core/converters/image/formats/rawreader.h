// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/formats/imagereader.h"

namespace convoy {

/// A camera's raw picture by LibRaw: developed with the camera's white balance, in sRGB, 16 bit, not yet turned (the
/// picture's orientation says how). It is developed at half the size where `settings.atLeast` allows that, and for a preview
/// the picture that the camera itself made is taken where it is large enough. Without a monitor there are no pixels.
/// EXIF and XMP are the picture's profiles.
Result<magick::ImageList> readRaw(int fd, const ReadSettings &settings, magick::Monitor *monitor);

} // namespace convoy
