// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/base/magick.h"
#include "core/converters/image/pipeline/imageoptions.h"

#include <string_view>

namespace convoy {

/// What the output can hold.
struct OutputTraits {
    const char *coder = "PNG"; ///< ImageMagick's
    bool gray = true;          ///< holds pictures of one channel
    bool alpha = true;
    bool cmyk = false;
    bool profile = true;   ///< holds an ICC profile
    bool frames = false;   ///< holds an animation or pages
    bool pages = false;    ///< holds pages
    bool captions = false; ///< holds IPTC's old binary captions
    bool comment = true;   ///< holds one beside EXIF and XMP
    int maximumBits = 8;   ///< per sample
    int maximumSide = 65'500;
    qint64 maximumPixels = magick::maximumPixels;

    bool is(std::string_view wanted) const { return wanted == coder; }
};

/// For an output extension of the converter's table; PNG's for unknown ones.
OutputTraits outputTraits(QStringView extension);

struct PipelineSettings {
    const ImageOptions &options;
    OutputTraits output;
    bool resize = true;  ///< false: a preview, scaled by itself
    QSize resizeTo = {}; ///< what resizedSize() gave for a picture that was already decoded smaller; else empty
};

/// The part of an upright picture that the crop options keep; the whole without them. A warning where it had to be clipped,
/// invalid-option where nothing is left.
Result<QRect> cropFor(const ImageOptions &options, QSize size, QStringList &warnings);

/// The resolution that the options want to be noted.
void noteResolution(Magick::Image &image, const ImageOptions &options);

/// The pixels of one frame as the options want them: upright, in the right colors, cut, turned, resized, corrected, on a
/// background where the output has no alpha. Sentences for the person go to `warnings`.
Result<void> applyPipeline(Magick::Image &image, const PipelineSettings &settings, magick::Monitor &monitor,
                           QStringList &warnings);

} // namespace convoy
