// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo dicomInfo();

namespace {

struct DicomInfoText {
    Q_DECLARE_TR_FUNCTIONS(convoy::DicomInfo)
};

OptionSpec pixels(const QString &key, const QString &label, const QString &tooltip, const QString &atMinimum = {})
{
    return {.key = key,
            .defaultValue = 0,
            .maximum = 65535,
            .unit = DicomInfoText::tr("px"),
            .atMinimum = atMinimum,
            .label = label,
            .tooltip = tooltip};
}

OptionSchema cropOptions()
{
    const OptionSchema options{
        pixels(u"crop_left"_s, DicomInfoText::tr("Left"), DicomInfoText::tr("Columns cut away on the left.")),
        pixels(u"crop_top"_s, DicomInfoText::tr("Top"), DicomInfoText::tr("Rows cut away at the top.")),
        pixels(u"crop_width"_s, DicomInfoText::tr("Width"),
               DicomInfoText::tr("Width of the part that is kept; 0 keeps everything to the right edge."), toTheEdgeText()),
        pixels(u"crop_height"_s, DicomInfoText::tr("Height"),
               DicomInfoText::tr("Height of the part that is kept; 0 keeps everything to the bottom edge."),
               toTheEdgeText()),
        {.key = u"crop_outside"_s,
         .defaultValue = u"clip"_s,
         .choices = {u"clip"_s, u"refuse"_s, u"pad"_s},
         .label = DicomInfoText::tr("Smaller pictures"),
         .tooltip = DicomInfoText::tr(
             "What to do where the crop reaches past the picture: keep what there is, refuse the file, or fill "
             "up with black."),
         .choiceLabels = {DicomInfoText::tr("Keep what there is"), DicomInfoText::tr("Refuse"),
                          DicomInfoText::tr("Fill up with black")}},
    };
    return grouped(DicomInfoText::tr("Crop"), options);
}

OptionSchema grayOptions()
{
    const OptionSchema options{
        {.key = u"window"_s,
         .defaultValue = u"auto"_s,
         .pattern = u"auto|full|minmax|-?[0-9]+(\\.[0-9]+)?/[0-9]+(\\.[0-9]+)?"_s,
         .label = DicomInfoText::tr("Window"),
         .tooltip = DicomInfoText::tr(
             "Which values become black and white: auto takes the file's own window, full the whole range, minmax "
             "the range that occurs; or CENTER/WIDTH, such as 40/400.")},
        {.key = u"window_index"_s,
         .defaultValue = 0,
         .maximum = 99,
         .label = DicomInfoText::tr("Window number"),
         .tooltip = DicomInfoText::tr("Which of several windows in the file; the first has number 0.")},
        {.key = u"depth"_s,
         .defaultValue = u"8"_s,
         .choices = {u"source"_s, u"8"_s, u"16"_s},
         .unit = DicomInfoText::tr("bit"),
         .label = DicomInfoText::tr("Depth"),
         .tooltip = DicomInfoText::tr(
             "Bits of each sample: 8 shows the same on every screen, 16 keeps more steps; source takes 16 "
             "where the file has more than 8."),
         .choiceLabels = {DicomInfoText::tr("As in the file"), u"8"_s, u"16"_s}},
    };
    return grouped(DicomInfoText::tr("Levels"), options);
}

OptionSchema pictureOptions()
{
    const OptionSchema options{
        {.key = u"overlays"_s,
         .defaultValue = u"none"_s,
         .choices = {u"none"_s, u"burn"_s},
         .label = DicomInfoText::tr("Overlays"),
         .tooltip = DicomInfoText::tr("Marks that the file keeps apart from the picture: leave out, or draw in white."),
         .choiceLabels = {DicomInfoText::tr("Leave out"), DicomInfoText::tr("Draw")}},
        {.key = u"pixel_aspect"_s,
         .defaultValue = u"keep"_s,
         .choices = {u"keep"_s, u"square"_s},
         .label = DicomInfoText::tr("Pixel shape"),
         .tooltip = DicomInfoText::tr(
             "Where pixels are not square: keep every pixel, or stretch the picture to its true shape."),
         .choiceLabels = {DicomInfoText::tr("Keep"), DicomInfoText::tr("Make square")}},
        {.key = u"frames"_s,
         .defaultValue = u"all"_s,
         .pattern = u"all|first|[1-9][0-9]*(-[1-9][0-9]*)?"_s,
         .label = DicomInfoText::tr("Frames"),
         .tooltip = DicomInfoText::tr(
             "Which pictures of a file with several: all, first, a number, or from-to such as 3-8.")},
        {.key = u"salvage"_s,
         .defaultValue = false,
         .label = DicomInfoText::tr("Accept damaged pictures"),
         .tooltip = DicomInfoText::tr(
             "Convert what can be read of a damaged file, with a warning, instead of refusing it.")},
    };
    return grouped(DicomInfoText::tr("Picture"), options);
}

OptionSchema fileOptions()
{
    const OptionSchema options{
        {.key = u"ppi"_s,
         .defaultValue = 0.0,
         .maximum = 10000,
         .unit = DicomInfoText::tr("ppi"),
         .atMinimum = DicomInfoText::tr("none"),
         .label = DicomInfoText::tr("Resolution"),
         .tooltip = DicomInfoText::tr("Pixels per inch noted in the file; 0 notes none.")},
        {.key = u"effort"_s,
         .defaultValue = u"balanced"_s,
         .choices = {u"fast"_s, u"balanced"_s, u"smallest"_s},
         .label = DicomInfoText::tr("Compression"),
         .tooltip = DicomInfoText::tr("The pixels are always the same. Smallest looks much longer for little."),
         .choiceLabels = {DicomInfoText::tr("Fast"), DicomInfoText::tr("Balanced"), DicomInfoText::tr("Smallest")}},
        {.key = u"quality"_s,
         .defaultValue = 90,
         .minimum = 1,
         .maximum = 100,
         .label = DicomInfoText::tr("JPEG quality"),
         .tooltip = DicomInfoText::tr("Only for JPEG, which always loses something: not for a diagnosis.")},
        {.key = u"tiff_compression"_s,
         .defaultValue = u"deflate"_s,
         .choices = {u"deflate"_s, u"none"_s},
         .label = DicomInfoText::tr("TIFF compression"),
         .tooltip = DicomInfoText::tr("Only for TIFF. Deflate loses nothing; some old programs read only files without."),
         .choiceLabels = {DicomInfoText::tr("Deflate"), DicomInfoText::tr("None")}},
    };
    return grouped(DicomInfoText::tr("File"), options);
}

} // namespace

ConverterInfo dicomInfo()
{
    OptionSchema schema;
    for (const OptionSchema &part : {cropOptions(), grayOptions(), pictureOptions(), fileOptions()})
        schema.insert(schema.end(), part.begin(), part.end());
    return {
        .id = u"dicom"_s,
        .name = DicomInfoText::tr("DICOM"),
        .description = DicomInfoText::tr(
            "Medical pictures as PNG, JPEG or TIFF, with the window, crop and resolution that you choose."),
        .family = QLatin1StringView("dicom"),
        .accepts = {MediaKind::Dicom},
        .extensions = {u"png"_s, u"jpg"_s, u"jpeg"_s, u"tif"_s, u"tiff"_s},
        .schema = std::move(schema),
    };
}

} // namespace convoy
