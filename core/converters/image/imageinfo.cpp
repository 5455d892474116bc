// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo imageInfo();

namespace {

struct T {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageInfo)
};

void append(OptionSchema &schema, OptionSchema more)
{
    schema.insert(schema.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

OptionSchema sizeOptions()
{
    const QString group = T::tr("Size");
    return {
        {.key = u"resize"_s,
         .type = OptionType::Choice,
         .defaultValue = u"none"_s,
         .choices = {u"none"_s, u"fit"_s, u"fill"_s, u"exact"_s, u"percent"_s},
         .label = T::tr("Resize"),
         .tooltip = T::tr(
             "Fit keeps everything inside width and height, fill covers them and cuts what is over, exact stretches."),
         .group = group,
         .choiceLabels = {T::tr("Keep size"), T::tr("Fit inside"), T::tr("Fill and cut"), T::tr("Exactly"),
                          T::tr("Percent")}},
        {.key = u"width"_s,
         .type = OptionType::Integer,
         .defaultValue = 1920,
         .minimum = 0,
         .maximum = 65500,
         .unit = u"px"_s,
         .atMinimum = automaticText(),
         .label = T::tr("Width"),
         .tooltip = T::tr("For resizing. 0 follows from the height."),
         .group = group},
        {.key = u"height"_s,
         .type = OptionType::Integer,
         .defaultValue = 1080,
         .minimum = 0,
         .maximum = 65500,
         .unit = u"px"_s,
         .atMinimum = automaticText(),
         .label = T::tr("Height"),
         .tooltip = T::tr("For resizing. 0 follows from the width."),
         .group = group},
        {.key = u"percent"_s,
         .type = OptionType::Real,
         .defaultValue = 50.0,
         .minimum = 0.1,
         .maximum = 1000,
         .unit = u"%"_s,
         .label = T::tr("Scale"),
         .tooltip = T::tr("For resizing by percent."),
         .group = group},
        {.key = u"only_shrink"_s,
         .type = OptionType::Boolean,
         .defaultValue = true,
         .label = T::tr("Never enlarge"),
         .tooltip = T::tr("Pictures that are already smaller keep their size."),
         .group = group},
        {.key = u"filter"_s,
         .type = OptionType::Choice,
         .defaultValue = u"lanczos"_s,
         .choices = {u"lanczos"_s, u"mitchell"_s, u"triangle"_s, u"point"_s},
         .label = T::tr("Filter"),
         .tooltip = T::tr("Lanczos is the sharpest; Point keeps hard pixels."),
         .group = group,
         .choiceLabels = {T::tr("Lanczos"), T::tr("Mitchell"), T::tr("Triangle"), T::tr("Point")}},
        {.key = u"linear_light"_s,
         .type = OptionType::Boolean,
         .defaultValue = false,
         .label = T::tr("Resize in linear light"),
         .tooltip = T::tr("Keeps small highlights as bright as they are; slower."),
         .group = group},
    };
}

OptionSchema geometryOptions()
{
    const QString group = T::tr("Orientation and crop");
    const auto pixels = [&group](const QString &key, const QString &label, const QString &tooltip,
                                 const QString &atMinimum = {}) {
        return OptionSpec{.key = key,
                          .type = OptionType::Integer,
                          .defaultValue = 0,
                          .minimum = 0,
                          .maximum = 65500,
                          .unit = u"px"_s,
                          .atMinimum = atMinimum,
                          .label = label,
                          .tooltip = tooltip,
                          .group = group};
    };
    return {
        {.key = u"auto_orient"_s,
         .type = OptionType::Boolean,
         .defaultValue = true,
         .label = T::tr("Turn upright"),
         .tooltip = T::tr("Turns the pixels as the camera's orientation says, so that every program shows them upright."),
         .group = group},
        pixels(u"crop_left"_s, T::tr("Crop from left"), T::tr("Counted in the upright picture.")),
        pixels(u"crop_top"_s, T::tr("Crop from top"), T::tr("Counted in the upright picture.")),
        pixels(u"crop_width"_s, T::tr("Crop width"), T::tr("0 goes to the right edge."), toTheEdgeText()),
        pixels(u"crop_height"_s, T::tr("Crop height"), T::tr("0 goes to the lower edge."), toTheEdgeText()),
        {.key = u"rotate"_s,
         .type = OptionType::Real,
         .defaultValue = 0.0,
         .minimum = -360,
         .maximum = 360,
         .unit = u"°"_s,
         .label = T::tr("Rotate"),
         .tooltip = T::tr("Clockwise. Corners are filled with the background."),
         .group = group},
        {.key = u"flip"_s,
         .type = OptionType::Choice,
         .defaultValue = u"none"_s,
         .choices = {u"none"_s, u"horizontal"_s, u"vertical"_s},
         .label = T::tr("Mirror"),
         .tooltip = T::tr("Horizontal exchanges left and right."),
         .group = group,
         .choiceLabels = {T::tr("No"), T::tr("Left and right"), T::tr("Top and bottom")}},
    };
}

OptionSchema colorOptions()
{
    const QString group = T::tr("Color");
    return {
        {.key = u"gamma"_s,
         .type = OptionType::Real,
         .defaultValue = 1.0,
         .minimum = 0.1,
         .maximum = 10,
         .label = T::tr("Gamma"),
         .tooltip = T::tr("Above 1 brightens the middle tones, below 1 darkens them."),
         .group = group},
        {.key = u"black_point"_s,
         .type = OptionType::Real,
         .defaultValue = 0.0,
         .minimum = 0,
         .maximum = 99,
         .unit = u"%"_s,
         .label = T::tr("Black point"),
         .tooltip = T::tr("This brightness and everything darker becomes black."),
         .group = group},
        {.key = u"white_point"_s,
         .type = OptionType::Real,
         .defaultValue = 100.0,
         .minimum = 1,
         .maximum = 100,
         .unit = u"%"_s,
         .label = T::tr("White point"),
         .tooltip = T::tr("This brightness and everything lighter becomes white."),
         .group = group},
        {.key = u"sharpen"_s,
         .type = OptionType::Real,
         .defaultValue = 0.0,
         .minimum = 0,
         .maximum = 5,
         .label = T::tr("Sharpen"),
         .tooltip = T::tr("Strength of an unsharp mask one pixel wide, after resizing."),
         .group = group},
        {.key = u"color"_s,
         .type = OptionType::Choice,
         .defaultValue = u"auto"_s,
         .choices = {u"auto"_s, u"srgb"_s, u"keep"_s},
         .label = T::tr("Color space"),
         .tooltip = T::tr("Automatic keeps an RGB picture with its profile and turns CMYK into sRGB."),
         .group = group,
         .choiceLabels = {T::tr("Automatic"), T::tr("sRGB"), T::tr("As in the file")}},
        {.key = u"depth"_s,
         .type = OptionType::Choice,
         .defaultValue = u"source"_s,
         .choices = {u"source"_s, u"8"_s, u"16"_s},
         .unit = u"bit"_s,
         .label = T::tr("Bit depth"),
         .tooltip = T::tr("16 bit needs PNG, TIFF or JPEG XL."),
         .group = group,
         .choiceLabels = {T::tr("As in the file"), T::tr("8 bit"), T::tr("16 bit")}},
        {.key = u"background"_s,
         .type = OptionType::Text,
         .defaultValue = u"#ffffff"_s,
         .pattern = u"#[0-9a-fA-F]{6}"_s,
         .label = T::tr("Background"),
         .tooltip = T::tr("Behind transparent pixels where the output has no transparency, as #rrggbb."),
         .group = group},
    };
}

OptionSchema fileOptions()
{
    const QString group = T::tr("File");
    return {
        {.key = u"quality"_s,
         .type = OptionType::Integer,
         .defaultValue = 90,
         .minimum = 1,
         .maximum = 100,
         .label = T::tr("Quality"),
         .tooltip = T::tr("JPEG, WebP, AVIF, HEIC and JPEG XL: higher is better and larger."),
         .group = group},
        {.key = u"maximum_size"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .minimum = 0,
         .maximum = 1000000,
         .unit = u"KiB"_s,
         .atMinimum = noLimitText(),
         .label = T::tr("Largest file"),
         .tooltip = T::tr("JPEG, WebP, AVIF, HEIC and JPEG XL: lowers the quality until the file is not larger than this. 0 "
                          "sets no limit."),
         .group = group},
        {.key = u"progressive"_s,
         .type = OptionType::Boolean,
         .defaultValue = false,
         .label = T::tr("Progressive"),
         .tooltip = T::tr("JPEG: the whole picture appears early while loading, and the file is a little smaller."),
         .group = group},
        {.key = u"lossless"_s,
         .type = OptionType::Boolean,
         .defaultValue = false,
         .label = T::tr("Lossless"),
         .tooltip = T::tr("WebP and JPEG XL: every pixel stays as it is."),
         .group = group},
        {.key = u"effort"_s,
         .type = OptionType::Choice,
         .defaultValue = u"balanced"_s,
         .choices = {u"fast"_s, u"balanced"_s, u"smallest"_s},
         .label = T::tr("Effort"),
         .tooltip = T::tr("PNG, WebP, AVIF, HEIC and JPEG XL: time spent on a smaller file; the picture is the same."),
         .group = group,
         .choiceLabels = {T::tr("Fast"), T::tr("Balanced"), T::tr("Smallest")}},
        {.key = u"tiff_compression"_s,
         .type = OptionType::Choice,
         .defaultValue = u"lzw"_s,
         .choices = {u"none"_s, u"lzw"_s, u"zip"_s},
         .label = T::tr("TIFF compression"),
         .tooltip = T::tr("All are lossless."),
         .group = group,
         .choiceLabels = {T::tr("None"), T::tr("LZW"), T::tr("ZIP")}},
        {.key = u"ppi"_s,
         .type = OptionType::Real,
         .defaultValue = 0.0,
         .minimum = 0,
         .maximum = 10000,
         .unit = u"ppi"_s,
         .atMinimum = asItIsText(),
         .label = T::tr("Resolution"),
         .tooltip = T::tr("Written into the file for printing; changes no pixel. 0 keeps what the file says."),
         .group = group},
        {.key = u"metadata"_s,
         .type = OptionType::Choice,
         .defaultValue = u"keep"_s,
         .choices = {u"keep"_s, u"no-gps"_s, u"strip"_s},
         .label = T::tr("Metadata"),
         .tooltip = T::tr("Camera, date, place and captions in the file. A color profile that is needed is always kept."),
         .group = group,
         .choiceLabels = {T::tr("Keep"), T::tr("Keep all but the place"), T::tr("Remove")}},
        {.key = u"frames"_s,
         .type = OptionType::Choice,
         .defaultValue = u"auto"_s,
         .choices = {u"auto"_s, u"first"_s, u"all"_s},
         .label = T::tr("Frames"),
         .tooltip = T::tr("Automatic keeps animations and pages where the output can hold them, else the first. All writes "
                          "one file a frame where it cannot."),
         .group = group,
         .choiceLabels = {T::tr("Automatic"), T::tr("First only"), T::tr("All")}},
    };
}

} // namespace

ConverterInfo imageInfo()
{
    ConverterInfo info{
        .id = u"image"_s,
        .name = T::tr("Photos"),
        .description = T::tr("Photos and other pictures: upright, resized, cropped, gamma corrected."),
        .family = QLatin1StringView("image"),
        .accepts = {MediaKind::Image},
        .extensions = {u"jpg"_s, u"jpeg"_s, u"png"_s, u"webp"_s, u"tif"_s, u"tiff"_s, u"avif"_s, u"heic"_s, u"jxl"_s,
                       u"gif"_s},
    };
    append(info.schema, fileOptions());
    append(info.schema, geometryOptions());
    append(info.schema, sizeOptions());
    append(info.schema, colorOptions());
    return info;
}

} // namespace convoy
