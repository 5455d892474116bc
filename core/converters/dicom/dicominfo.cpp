// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo dicomInfo();

namespace {

struct T {
    Q_DECLARE_TR_FUNCTIONS(convoy::DicomInfo)
};

OptionSpec pixels(const QString &key, const QString &label, const QString &tooltip, const QString &atMinimum = {})
{
    return {.key = key,
            .type = OptionType::Integer,
            .defaultValue = 0,
            .maximum = 65535,
            .unit = T::tr("px"),
            .atMinimum = atMinimum,
            .label = label,
            .tooltip = tooltip,
            .group = T::tr("Crop")};
}

OptionSchema cropOptions()
{
    return {
        pixels(u"crop_left"_s, T::tr("Left"), T::tr("Columns cut away on the left.")),
        pixels(u"crop_top"_s, T::tr("Top"), T::tr("Rows cut away at the top.")),
        pixels(u"crop_width"_s, T::tr("Width"),
               T::tr("Width of the part that is kept; 0 keeps everything to the right edge."), toTheEdgeText()),
        pixels(u"crop_height"_s, T::tr("Height"),
               T::tr("Height of the part that is kept; 0 keeps everything to the bottom edge."), toTheEdgeText()),
        {.key = u"crop_outside"_s,
         .type = OptionType::Choice,
         .defaultValue = u"clip"_s,
         .choices = {u"clip"_s, u"refuse"_s, u"pad"_s},
         .label = T::tr("Smaller pictures"),
         .tooltip = T::tr("What to do where the crop reaches past the picture: keep what there is, refuse the file, or fill "
                          "up with black."),
         .group = T::tr("Crop"),
         .choiceLabels = {T::tr("Keep what there is"), T::tr("Refuse"), T::tr("Fill up with black")}},
    };
}

OptionSchema grayOptions()
{
    return {
        {.key = u"window"_s,
         .type = OptionType::Text,
         .defaultValue = u"auto"_s,
         .pattern = u"auto|full|minmax|-?[0-9]+(\\.[0-9]+)?/[0-9]+(\\.[0-9]+)?"_s,
         .label = T::tr("Window"),
         .tooltip = T::tr(
             "Which values become black and white: auto takes the file's own window, full the whole range, minmax "
             "the range that occurs; or CENTER/WIDTH, such as 40/400."),
         .group = T::tr("Levels")},
        {.key = u"window_index"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .maximum = 99,
         .label = T::tr("Window number"),
         .tooltip = T::tr("Which of several windows in the file; the first has number 0."),
         .group = T::tr("Levels")},
        {.key = u"depth"_s,
         .type = OptionType::Choice,
         .defaultValue = u"8"_s,
         .choices = {u"source"_s, u"8"_s, u"16"_s},
         .unit = T::tr("bit"),
         .label = T::tr("Depth"),
         .tooltip = T::tr("Bits of each sample: 8 shows the same on every screen, 16 keeps more steps; source takes 16 "
                          "where the file has more than 8."),
         .group = T::tr("Levels"),
         .choiceLabels = {T::tr("As in the file"), u"8"_s, u"16"_s}},
    };
}

OptionSchema pictureOptions()
{
    return {
        {.key = u"overlays"_s,
         .type = OptionType::Choice,
         .defaultValue = u"none"_s,
         .choices = {u"none"_s, u"burn"_s},
         .label = T::tr("Overlays"),
         .tooltip = T::tr("Marks that the file keeps apart from the picture: leave out, or draw in white."),
         .group = T::tr("Picture"),
         .choiceLabels = {T::tr("Leave out"), T::tr("Draw")}},
        {.key = u"pixel_aspect"_s,
         .type = OptionType::Choice,
         .defaultValue = u"keep"_s,
         .choices = {u"keep"_s, u"square"_s},
         .label = T::tr("Pixel shape"),
         .tooltip = T::tr("Where pixels are not square: keep every pixel, or stretch the picture to its true shape."),
         .group = T::tr("Picture"),
         .choiceLabels = {T::tr("Keep"), T::tr("Make square")}},
        {.key = u"frames"_s,
         .type = OptionType::Text,
         .defaultValue = u"all"_s,
         .pattern = u"all|first|[1-9][0-9]*(-[1-9][0-9]*)?"_s,
         .label = T::tr("Frames"),
         .tooltip = T::tr("Which pictures of a file with several: all, first, a number, or from-to such as 3-8."),
         .group = T::tr("Picture")},
        {.key = u"salvage"_s,
         .type = OptionType::Boolean,
         .defaultValue = false,
         .label = T::tr("Accept damaged pictures"),
         .tooltip = T::tr("Convert what can be read of a damaged file, with a warning, instead of refusing it."),
         .group = T::tr("Picture")},
    };
}

OptionSchema fileOptions()
{
    return {
        {.key = u"ppi"_s,
         .type = OptionType::Real,
         .defaultValue = 0.0,
         .maximum = 10000,
         .unit = T::tr("ppi"),
         .atMinimum = T::tr("none"),
         .label = T::tr("Resolution"),
         .tooltip = T::tr("Pixels per inch noted in the file; 0 notes none."),
         .group = T::tr("File")},
        {.key = u"effort"_s,
         .type = OptionType::Choice,
         .defaultValue = u"balanced"_s,
         .choices = {u"fast"_s, u"balanced"_s, u"smallest"_s},
         .label = T::tr("Compression"),
         .tooltip = T::tr("The pixels are always the same. Smallest looks much longer for little."),
         .group = T::tr("File"),
         .choiceLabels = {T::tr("Fast"), T::tr("Balanced"), T::tr("Smallest")}},
        {.key = u"quality"_s,
         .type = OptionType::Integer,
         .defaultValue = 90,
         .minimum = 1,
         .maximum = 100,
         .label = T::tr("JPEG quality"),
         .tooltip = T::tr("Only for JPEG, which always loses something: not for a diagnosis."),
         .group = T::tr("File")},
        {.key = u"tiff_compression"_s,
         .type = OptionType::Choice,
         .defaultValue = u"deflate"_s,
         .choices = {u"deflate"_s, u"none"_s},
         .label = T::tr("TIFF compression"),
         .tooltip = T::tr("Only for TIFF. Deflate loses nothing; some old programs read only files without."),
         .group = T::tr("File"),
         .choiceLabels = {T::tr("Deflate"), T::tr("None")}},
    };
}

} // namespace

ConverterInfo dicomInfo()
{
    OptionSchema schema;
    for (const OptionSchema &part : {cropOptions(), grayOptions(), pictureOptions(), fileOptions()})
        schema.insert(schema.end(), part.begin(), part.end());
    return {
        .id = u"dicom"_s,
        .name = T::tr("DICOM"),
        .description = T::tr("Medical pictures as PNG, JPEG or TIFF, with the window, crop and resolution that you choose."),
        .family = QLatin1StringView("dicom"),
        .accepts = {MediaKind::Dicom},
        .extensions = {u"png"_s, u"jpg"_s, u"jpeg"_s, u"tif"_s, u"tiff"_s},
        .schema = std::move(schema),
    };
}

} // namespace convoy
