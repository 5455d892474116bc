// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/pipeline/imagepipeline.h"

namespace convoy {

/// Whether Convoy's own PNG writer, many times as fast as ImageMagick's, loses nothing of this picture. It does not write
/// palettes, nor metadata that PNG has no chunk for.
bool canWritePng(const MagickCore::Image &image);

/// Writes the picture with its color profile, EXIF, XMP, comment and resolution to `fd`.
Result<void> writePngImage(const MagickCore::Image &image, int fd, const PipelineSettings &settings,
                           magick::Monitor &monitor);

} // namespace convoy
