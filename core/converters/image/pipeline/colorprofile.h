// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/pipeline/imagepipeline.h"

#include <QByteArray>

namespace convoy {

/// Whether an ICC profile describes sRGB: by its primaries' and curves' effect, not by its name.
bool isSrgb(const QByteArray &profile);

/// Whether `convertColor` would change no pixel.
bool keepsColor(const MagickCore::Image &image, ColorMode mode, const OutputTraits &output);

/// Brings the colors to where `mode` and the output want them, through the embedded profile where there is one. A picture in
/// sRGB loses its profile: it is what everybody assumes.
Result<void> convertColor(Magick::Image &image, ColorMode mode, const OutputTraits &output);

} // namespace convoy
