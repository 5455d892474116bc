// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/formats/jpegdecoder.h"
#include "core/converters/image/pipeline/imagepipeline.h"

namespace convoy {

/// Encodes `images` (one, or the frames of an animation) into the staged file.
Result<void> writeImages(const MagickCore::Image *images, int fd, const PipelineSettings &settings,
                         magick::Monitor &monitor);

/// Encodes one picture as JPEG: of its pixels, or of `planes` that `image` describes.
Result<void> writeJpeg(const MagickCore::Image &image, JpegPlanes *planes, int fd, const PipelineSettings &settings,
                       magick::Monitor &monitor);

} // namespace convoy
