// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/pipeline/imagepipeline.h"

namespace convoy {

/// Every frame of an animated WebP, or the first one, as the whole canvas that is seen, by libwebp: ImageMagick mixes
/// frames that are to replace what was there before with it, and reads all of them whatever is asked.
Result<magick::ImageList> readWebpAnimation(int fd, bool all, magick::Monitor &monitor);

/// Writes the frames, each the whole picture, with their times. libwebp puts frames together that look the same: ImageMagick
/// would do so as well, and its files libwebpmux cannot read.
Result<void> writeWebpAnimation(const MagickCore::Image *images, int fd, const PipelineSettings &settings,
                                magick::Monitor &monitor);

} // namespace convoy
