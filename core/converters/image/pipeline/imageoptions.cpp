// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/pipeline/imageoptions.h"

#include <algorithm>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

// The position of a choice's word: each enum above lists its words in order.
template <typename Enum>
Enum choice(const QString &word, const QStringList &words)
{
    return static_cast<Enum>(std::max<qsizetype>(0, words.indexOf(word)));
}

int rounded(double pixels)
{
    return std::max(1, int(std::lround(pixels)));
}

double normalDegrees(double degrees)
{
    const double turn = std::fmod(degrees, 360.0);
    return turn < 0 ? turn + 360 : turn;
}

} // namespace

bool ImageOptions::turnsByRightAngles() const
{
    return std::fmod(rotate, 90.0) == 0;
}

ImageOptions ImageOptions::from(const OptionValues &values)
{
    const auto integer = [&values](QStringView key) { return int(values.integer(key)); };
    return {
        .resize = choice<ResizeMode>(values.text(u"resize"), {u"none"_s, u"fit"_s, u"fill"_s, u"exact"_s, u"percent"_s}),
        .box = QSize(integer(u"width"), integer(u"height")),
        .percent = values.real(u"percent"),
        .onlyShrink = values.boolean(u"only_shrink"),
        .filter = values.text(u"filter"),
        .linearLight = values.boolean(u"linear_light"),
        .autoOrient = values.boolean(u"auto_orient"),
        .crop = QRect(integer(u"crop_left"), integer(u"crop_top"), integer(u"crop_width"), integer(u"crop_height")),
        .rotate = normalDegrees(values.real(u"rotate")),
        .flip = choice<FlipMode>(values.text(u"flip"), {u"none"_s, u"horizontal"_s, u"vertical"_s}),
        .gamma = values.real(u"gamma"),
        .blackPoint = values.real(u"black_point"),
        .whitePoint = values.real(u"white_point"),
        .sharpen = values.real(u"sharpen"),
        .color = choice<ColorMode>(values.text(u"color"), {u"auto"_s, u"srgb"_s, u"keep"_s}),
        .depth = values.text(u"depth").toInt(),
        .background = values.text(u"background").toLatin1(),
        .quality = integer(u"quality"),
        .maximumKiB = integer(u"maximum_size"),
        .progressive = values.boolean(u"progressive"),
        .lossless = values.boolean(u"lossless"),
        .effort = choice<Effort>(values.text(u"effort"), {u"fast"_s, u"balanced"_s, u"smallest"_s}),
        .tiffCompression = values.text(u"tiff_compression"),
        .ppi = values.real(u"ppi"),
        .metadata = choice<MetadataMode>(values.text(u"metadata"), {u"keep"_s, u"no-gps"_s, u"strip"_s}),
        .frames = choice<FrameMode>(values.text(u"frames"), {u"auto"_s, u"first"_s, u"all"_s}),
    };
}

QRect clippedCrop(const QRect &crop, QSize size)
{
    const int width = crop.width() > 0 ? crop.width() : size.width();
    const int height = crop.height() > 0 ? crop.height() : size.height();
    return QRect(crop.x(), crop.y(), width, height) & QRect(QPoint(0, 0), size);
}

QSize resizedSize(const ImageOptions &options, QSize size)
{
    if (options.resize == ResizeMode::None)
        return size;
    double horizontal = options.percent / 100;
    double vertical = horizontal;
    if (options.resize != ResizeMode::Percent) {
        const bool anyWidth = options.box.width() <= 0;
        const bool anyHeight = options.box.height() <= 0;
        if (anyWidth && anyHeight)
            return size;
        horizontal = double(options.box.width()) / size.width();
        vertical = double(options.box.height()) / size.height();
        if (anyWidth)
            horizontal = vertical;
        else if (anyHeight)
            vertical = horizontal;
        else if (options.resize == ResizeMode::Fit)
            horizontal = vertical = std::min(horizontal, vertical);
        else if (options.resize == ResizeMode::Fill)
            horizontal = vertical = std::max(horizontal, vertical);
    }
    if (options.onlyShrink) {
        horizontal = std::min(horizontal, 1.0);
        vertical = std::min(vertical, 1.0);
    }
    return {rounded(size.width() * horizontal), rounded(size.height() * vertical)};
}

} // namespace convoy
