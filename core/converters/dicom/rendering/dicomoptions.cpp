// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/dicomoptions.h"

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OptionText {
    Q_DECLARE_TR_FUNCTIONS(convoy::DicomOptions)
};

Result<void> readWindow(const QString &text, DicomOptions &options)
{
    if (text == "auto"_L1 || text.isEmpty()) {
        options.window = WindowChoice::Auto;
    } else if (text == "full"_L1) {
        options.window = WindowChoice::Full;
    } else if (text == "minmax"_L1) {
        options.window = WindowChoice::MinMax;
    } else {
        bool centreGood = false;
        bool widthGood = false;
        Window given{text.section(u'/', 0, 0).toDouble(&centreGood), text.section(u'/', 1).toDouble(&widthGood),
                     VoiFunction::Linear};
        // As with a file's own: pictures of fractions want windows narrower than LINEAR has them.
        if (given.width < 1)
            given.function = VoiFunction::LinearExact;
        if (!centreGood || !widthGood || !given.isValid())
            return invalidOption(OptionText::tr("The window “%1” has to be auto, full, minmax or CENTER/WIDTH.").arg(text));
        options.window = WindowChoice::Given;
        options.givenWindow = given;
    }
    return {};
}

Result<void> readFrames(const QString &text, DicomOptions &options)
{
    if (text == "all"_L1 || text.isEmpty())
        return {};
    if (text == "first"_L1) {
        options.lastFrame = 0;
        return {};
    }
    bool firstGood = false;
    bool lastGood = false;
    const int first = text.section(u'-', 0, 0).toInt(&firstGood);
    const int last = text.contains(u'-') ? text.section(u'-', 1).toInt(&lastGood) : first;
    if (!firstGood || (text.contains(u'-') && !lastGood) || first < 1 || last < first)
        return invalidOption(OptionText::tr("The frames “%1” have to be all, first, N or A-B.").arg(text));
    options.firstFrame = first - 1;
    options.lastFrame = last - 1;
    return {};
}

} // namespace

Result<DicomOptions> readDicomOptions(const OptionValues &values)
{
    DicomOptions options;
    const auto size = [&values](QStringView key) { return int(std::clamp<qint64>(values.integer(key), 0, 65535)); };
    options.cropLeft = size(u"crop_left");
    options.cropTop = size(u"crop_top");
    options.cropWidth = size(u"crop_width");
    options.cropHeight = size(u"crop_height");
    const QString outside = values.text(u"crop_outside");
    options.cropOutside = outside == "refuse"_L1 ? CropOutside::Refuse
        : outside == "pad"_L1                    ? CropOutside::Pad
                                                 : CropOutside::Clip;
    options.ppi = values.real(u"ppi");
    options.windowIndex = int(values.integer(u"window_index"));
    const QString depth = values.text(u"depth");
    options.depth = depth == "source"_L1 ? DepthChoice::Source
        : depth == "16"_L1               ? DepthChoice::Sixteen
                                         : DepthChoice::Eight;
    options.burnOverlays = values.text(u"overlays") == "burn"_L1;
    options.squarePixels = values.text(u"pixel_aspect") == "square"_L1;
    const QString effort = values.text(u"effort");
    options.effort = effort == "fast"_L1 ? PngEffort::Fast
        : effort == "smallest"_L1        ? PngEffort::Smallest
                                         : PngEffort::Balanced;
    options.salvage = values.boolean(u"salvage");
    options.quality = int(std::clamp<qint64>(values.integer(u"quality"), 1, 100));
    options.tiffDeflate = values.text(u"tiff_compression") != "none"_L1;
    if (const auto result = readWindow(values.text(u"window"), options); !result)
        return result.error();
    if (const auto result = readFrames(values.text(u"frames"), options); !result)
        return result.error();
    return options;
}

void setPictureFormat(DicomOptions &options, QStringView extension)
{
    options.format = extension == "jpg"_L1 || extension == "jpeg"_L1 ? PictureFormat::Jpeg
        : extension == "tif"_L1 || extension == "tiff"_L1            ? PictureFormat::Tiff
                                                                     : PictureFormat::Png;
    if (options.format == PictureFormat::Jpeg)
        options.depth = DepthChoice::Eight;
}

Result<Crop> cropFor(const DicomOptions &options, QSize picture)
{
    const QRect whole({}, picture);
    const int width = options.cropWidth > 0 ? options.cropWidth : picture.width() - options.cropLeft;
    const int height = options.cropHeight > 0 ? options.cropHeight : picture.height() - options.cropTop;
    const QRect wanted(options.cropLeft, options.cropTop, width, height);
    const QRect kept = wanted & whole;
    if (width < 1 || height < 1 || kept.isEmpty())
        return invalidOption(OptionText::tr("The crop lies outside the picture, which is %1 × %2.")
                                 .arg(picture.width())
                                 .arg(picture.height()));
    if (kept == wanted || options.cropOutside == CropOutside::Pad)
        return Crop{wanted, false};
    if (options.cropOutside == CropOutside::Refuse)
        return invalidOption(OptionText::tr("The crop reaches past the picture, which is %1 × %2.")
                                 .arg(picture.width())
                                 .arg(picture.height()));
    return Crop{kept, true};
}

Result<std::pair<int, int>> framesFor(const DicomOptions &options, int frames)
{
    const int last = options.lastFrame < 0 ? frames - 1 : std::min(options.lastFrame, frames - 1);
    if (options.firstFrame > last)
        return invalidOption(
            OptionText::tr("The file has no frame %1: there are %2.").arg(options.firstFrame + 1).arg(frames));
    return std::pair(options.firstFrame, last);
}

} // namespace convoy
