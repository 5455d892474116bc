// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/option.h"

#include <QByteArray>
#include <QRect>
#include <QSize>

namespace convoy {

enum class ResizeMode : quint8 { None, Fit, Fill, Exact, Percent };
enum class ColorMode : quint8 { Auto, Srgb, Keep };
enum class FlipMode : quint8 { None, Horizontal, Vertical };
enum class MetadataMode : quint8 { Keep, NoGps, Strip };
enum class FrameMode : quint8 { Auto, First, All };
enum class Effort : quint8 { Fast, Balanced, Smallest };

/// The converter's options with names and types; one member a key of the schema.
struct ImageOptions {
    ResizeMode resize = ResizeMode::None;
    QSize box; ///< width and height for resizing; 0 follows from the other
    double percent = 100;
    bool onlyShrink = true;
    QString filter;
    bool linearLight = false;

    bool autoOrient = true;
    QRect crop;        ///< width or height 0: to the edge
    double rotate = 0; ///< degrees clockwise, 0 ≤ rotate < 360
    FlipMode flip = FlipMode::None;

    double gamma = 1;
    double blackPoint = 0;   ///< percent
    double whitePoint = 100; ///< percent
    double sharpen = 0;
    ColorMode color = ColorMode::Auto;
    int depth = 0;         ///< 0: as in the source
    QByteArray background; ///< #rrggbb

    int quality = 90;
    int maximumKiB = 0; ///< 0: no limit
    bool progressive = false;
    bool lossless = false;
    Effort effort = Effort::Balanced;
    QString tiffCompression;
    double ppi = 0; ///< 0: as in the source
    MetadataMode metadata = MetadataMode::Keep;
    FrameMode frames = FrameMode::Auto;

    bool hasCrop() const { return !crop.topLeft().isNull() || crop.width() > 0 || crop.height() > 0; }
    bool turnsByRightAngles() const;

    static ImageOptions from(const OptionValues &values);
};

/// The part of a `size` picture that `crop` keeps (see ImageOptions::crop); empty where nothing is left.
QRect clippedCrop(const QRect &crop, QSize size);

/// What `size` becomes by the resize options, before fill cuts: at least 1×1.
QSize resizedSize(const ImageOptions &options, QSize size);

} // namespace convoy
