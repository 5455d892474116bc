// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo imageInfo();

namespace {

struct ImageInfoText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageInfo)
};

void append(OptionSchema &schema, OptionSchema more)
{
    schema.insert(schema.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

OptionSchema sizeOptions()
{
    const OptionSchema options{
        {.key = u"resize"_s,
         .defaultValue = u"none"_s,
         .choices = {u"none"_s, u"fit"_s, u"fill"_s, u"exact"_s, u"percent"_s},
         .label = ImageInfoText::tr("Resize"),
         .tooltip = ImageInfoText::tr(
             "Fit keeps everything inside width and height, fill covers them and cuts what is over, exact stretches."),
         .choiceLabels = {ImageInfoText::tr("Keep size"), ImageInfoText::tr("Fit inside"), ImageInfoText::tr("Fill and cut"),
                          ImageInfoText::tr("Exactly"), ImageInfoText::tr("Percent")}},
        {.key = u"width"_s,
         .defaultValue = 1920,
         .maximum = 65500,
         .unit = u"px"_s,
         .atMinimum = automaticText(),
         .label = ImageInfoText::tr("Width"),
         .tooltip = ImageInfoText::tr("For resizing. 0 follows from the height.")},
        {.key = u"height"_s,
         .defaultValue = 1080,
         .maximum = 65500,
         .unit = u"px"_s,
         .atMinimum = automaticText(),
         .label = ImageInfoText::tr("Height"),
         .tooltip = ImageInfoText::tr("For resizing. 0 follows from the width.")},
        {.key = u"percent"_s,
         .defaultValue = 50.0,
         .minimum = 0.1,
         .maximum = 1000,
         .unit = u"%"_s,
         .label = ImageInfoText::tr("Scale"),
         .tooltip = ImageInfoText::tr("For resizing by percent.")},
        {.key = u"only_shrink"_s,
         .defaultValue = true,
         .label = ImageInfoText::tr("Never enlarge"),
         .tooltip = ImageInfoText::tr("Pictures that are already smaller keep their size.")},
        {.key = u"filter"_s,
         .defaultValue = u"lanczos"_s,
         .choices = {u"lanczos"_s, u"mitchell"_s, u"triangle"_s, u"point"_s},
         .label = ImageInfoText::tr("Filter"),
         .tooltip = ImageInfoText::tr("Lanczos is the sharpest; Point keeps hard pixels."),
         .choiceLabels = {ImageInfoText::tr("Lanczos"), ImageInfoText::tr("Mitchell"), ImageInfoText::tr("Triangle"),
                          ImageInfoText::tr("Point")}},
        {.key = u"linear_light"_s,
         .defaultValue = false,
         .label = ImageInfoText::tr("Resize in linear light"),
         .tooltip = ImageInfoText::tr("Keeps small highlights as bright as they are; slower.")},
    };
    return grouped(ImageInfoText::tr("Size"), options);
}

OptionSchema geometryOptions()
{
    const auto pixels = [](const QString &key, const QString &label, const QString &tooltip, const QString &atMinimum = {}) {
        return OptionSpec{.key = key,
                          .defaultValue = 0,
                          .maximum = 65500,
                          .unit = u"px"_s,
                          .atMinimum = atMinimum,
                          .label = label,
                          .tooltip = tooltip};
    };
    const OptionSchema options{
        {.key = u"auto_orient"_s,
         .defaultValue = true,
         .label = ImageInfoText::tr("Turn upright"),
         .tooltip = ImageInfoText::tr(
             "Turns the pixels as the camera's orientation says, so that every program shows them upright.")},
        pixels(u"crop_left"_s, ImageInfoText::tr("Crop from left"), ImageInfoText::tr("Counted in the upright picture.")),
        pixels(u"crop_top"_s, ImageInfoText::tr("Crop from top"), ImageInfoText::tr("Counted in the upright picture.")),
        pixels(u"crop_width"_s, ImageInfoText::tr("Crop width"), ImageInfoText::tr("0 goes to the right edge."),
               toTheEdgeText()),
        pixels(u"crop_height"_s, ImageInfoText::tr("Crop height"), ImageInfoText::tr("0 goes to the lower edge."),
               toTheEdgeText()),
        {.key = u"rotate"_s,
         .defaultValue = 0.0,
         .minimum = -360,
         .maximum = 360,
         .unit = u"°"_s,
         .label = ImageInfoText::tr("Rotate"),
         .tooltip = ImageInfoText::tr("Clockwise. Corners are filled with the background.")},
        {.key = u"flip"_s,
         .defaultValue = u"none"_s,
         .choices = {u"none"_s, u"horizontal"_s, u"vertical"_s},
         .label = ImageInfoText::tr("Mirror"),
         .tooltip = ImageInfoText::tr("Horizontal exchanges left and right."),
         .choiceLabels = {ImageInfoText::tr("No"), ImageInfoText::tr("Left and right"),
                          ImageInfoText::tr("Top and bottom")}},
    };
    return grouped(ImageInfoText::tr("Orientation and crop"), options);
}

OptionSchema colorOptions()
{
    const OptionSchema options{
        {.key = u"gamma"_s,
         .defaultValue = 1.0,
         .minimum = 0.1,
         .maximum = 10,
         .label = ImageInfoText::tr("Gamma"),
         .tooltip = ImageInfoText::tr("Above 1 brightens the middle tones, below 1 darkens them.")},
        {.key = u"black_point"_s,
         .defaultValue = 0.0,
         .maximum = 99,
         .unit = u"%"_s,
         .label = ImageInfoText::tr("Black point"),
         .tooltip = ImageInfoText::tr("This brightness and everything darker becomes black.")},
        {.key = u"white_point"_s,
         .defaultValue = 100.0,
         .minimum = 1,
         .maximum = 100,
         .unit = u"%"_s,
         .label = ImageInfoText::tr("White point"),
         .tooltip = ImageInfoText::tr("This brightness and everything lighter becomes white.")},
        {.key = u"sharpen"_s,
         .defaultValue = 0.0,
         .maximum = 5,
         .label = ImageInfoText::tr("Sharpen"),
         .tooltip = ImageInfoText::tr("Strength of an unsharp mask one pixel wide, after resizing.")},
        {.key = u"color"_s,
         .defaultValue = u"auto"_s,
         .choices = {u"auto"_s, u"srgb"_s, u"keep"_s},
         .label = ImageInfoText::tr("Color space"),
         .tooltip = ImageInfoText::tr("Automatic keeps an RGB picture with its profile and turns CMYK into sRGB."),
         .choiceLabels = {ImageInfoText::tr("Automatic"), ImageInfoText::tr("sRGB"), ImageInfoText::tr("As in the file")}},
        {.key = u"depth"_s,
         .defaultValue = u"source"_s,
         .choices = {u"source"_s, u"8"_s, u"16"_s},
         .unit = u"bit"_s,
         .label = ImageInfoText::tr("Bit depth"),
         .tooltip = ImageInfoText::tr("16 bit needs PNG, TIFF or JPEG XL."),
         .choiceLabels = {ImageInfoText::tr("As in the file"), ImageInfoText::tr("8 bit"), ImageInfoText::tr("16 bit")}},
        {.key = u"background"_s,
         .defaultValue = u"#ffffff"_s,
         .pattern = u"#[0-9a-fA-F]{6}"_s,
         .label = ImageInfoText::tr("Background"),
         .tooltip = ImageInfoText::tr("Behind transparent pixels where the output has no transparency, as #rrggbb.")},
    };
    return grouped(ImageInfoText::tr("Color"), options);
}

OptionSchema fileOptions()
{
    const OptionSchema options{
        {.key = u"quality"_s,
         .defaultValue = 90,
         .minimum = 1,
         .maximum = 100,
         .label = ImageInfoText::tr("Quality"),
         .tooltip = ImageInfoText::tr("JPEG, WebP, AVIF, HEIC and JPEG XL: higher is better and larger.")},
        {.key = u"maximum_size"_s,
         .defaultValue = 0,
         .maximum = 1000000,
         .unit = u"KiB"_s,
         .atMinimum = noLimitText(),
         .label = ImageInfoText::tr("Largest file"),
         .tooltip = ImageInfoText::tr(
             "JPEG, WebP, AVIF, HEIC and JPEG XL: lowers the quality until the file is not larger than this. 0 "
             "sets no limit.")},
        {.key = u"progressive"_s,
         .defaultValue = false,
         .label = ImageInfoText::tr("Progressive"),
         .tooltip = ImageInfoText::tr(
             "JPEG: the whole picture appears early while loading, and the file is a little smaller.")},
        {.key = u"lossless"_s,
         .defaultValue = false,
         .label = ImageInfoText::tr("Lossless"),
         .tooltip = ImageInfoText::tr("WebP and JPEG XL: every pixel stays as it is.")},
        {.key = u"effort"_s,
         .defaultValue = u"balanced"_s,
         .choices = {u"fast"_s, u"balanced"_s, u"smallest"_s},
         .label = ImageInfoText::tr("Effort"),
         .tooltip = ImageInfoText::tr(
             "PNG, WebP, AVIF, HEIC and JPEG XL: time spent on a smaller file; the picture is the same."),
         .choiceLabels = {ImageInfoText::tr("Fast"), ImageInfoText::tr("Balanced"), ImageInfoText::tr("Smallest")}},
        {.key = u"tiff_compression"_s,
         .defaultValue = u"lzw"_s,
         .choices = {u"none"_s, u"lzw"_s, u"zip"_s},
         .label = ImageInfoText::tr("TIFF compression"),
         .tooltip = ImageInfoText::tr("All are lossless."),
         .choiceLabels = {ImageInfoText::tr("None"), ImageInfoText::tr("LZW"), ImageInfoText::tr("ZIP")}},
        {.key = u"ppi"_s,
         .defaultValue = 0.0,
         .maximum = 10000,
         .unit = u"ppi"_s,
         .atMinimum = asItIsText(),
         .label = ImageInfoText::tr("Resolution"),
         .tooltip = ImageInfoText::tr("Written into the file for printing; changes no pixel. 0 keeps what the file says.")},
        {.key = u"metadata"_s,
         .defaultValue = u"keep"_s,
         .choices = {u"keep"_s, u"no-gps"_s, u"strip"_s},
         .label = ImageInfoText::tr("Metadata"),
         .tooltip = ImageInfoText::tr(
             "Camera, date, place and captions in the file. A color profile that is needed is always kept."),
         .choiceLabels = {ImageInfoText::tr("Keep"), ImageInfoText::tr("Keep all but the place"),
                          ImageInfoText::tr("Remove")}},
        {.key = u"frames"_s,
         .defaultValue = u"auto"_s,
         .choices = {u"auto"_s, u"first"_s, u"all"_s},
         .label = ImageInfoText::tr("Frames"),
         .tooltip = ImageInfoText::tr(
             "Automatic keeps animations and pages where the output can hold them, else the first. All writes "
             "one file a frame where it cannot."),
         .choiceLabels = {ImageInfoText::tr("Automatic"), ImageInfoText::tr("First only"), ImageInfoText::tr("All")}},
    };
    return grouped(ImageInfoText::tr("File"), options);
}

} // namespace

ConverterInfo imageInfo()
{
    ConverterInfo info{
        .id = u"image"_s,
        .name = ImageInfoText::tr("Photos"),
        .description = ImageInfoText::tr("Photos and other pictures: upright, resized, cropped, gamma corrected."),
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
