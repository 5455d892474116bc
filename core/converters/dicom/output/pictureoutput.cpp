// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/output/pictureoutput.h"

#include "core/converters/dicom/output/jpegfile.h"
#include "core/converters/dicom/output/tifffile.h"
#include "core/converters/png/pngverifier.h"

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<QVariantMap> withPixels(const Result<QByteArray> &hash)
{
    return hash ? Result<QVariantMap>(QVariantMap{{u"pixels"_s, *hash}}) : Result<QVariantMap>(hash.error());
}

Result<QVariantMap> write(int fd, const PngPicture &picture, const PngRows &rows, const DicomOptions &options,
                          const PngControl &control)
{
    switch (options.format) {
    case PictureFormat::Jpeg: return writeJpeg(fd, picture, rows, {options.quality, control.stop, control.progress});
    case PictureFormat::Tiff:
        return withPixels(
            writeTiff(fd, picture, rows, {options.tiffDeflate, options.effort, control.stop, control.progress}));
    case PictureFormat::Png: break;
    }
    return withPixels(writePng(fd, picture, rows, control));
}

} // namespace

Result<QVariantMap> writePicture(int fd, const PngPicture &picture, const PngRows &rows, const DicomOptions &options,
                                 const PngControl &control)
{
    auto facts = write(fd, picture, rows, options, control);
    if (!facts)
        return facts;
    facts->insert(u"format"_s, int(options.format));
    facts->insert(u"width"_s, picture.width);
    facts->insert(u"height"_s, picture.height);
    facts->insert(u"channels"_s, picture.channels);
    facts->insert(u"bits"_s, picture.bits);
    facts->insert(u"ppi"_s, picture.ppi);
    return facts;
}

Result<void> verifyPicture(int fd, const QVariantMap &facts, const ConvertContext &context)
{
    const PngPicture picture{.width = facts.value(u"width"_s).toInt(),
                             .height = facts.value(u"height"_s).toInt(),
                             .channels = facts.value(u"channels"_s).toInt(),
                             .bits = facts.value(u"bits"_s).toInt(),
                             .ppi = facts.value(u"ppi"_s).toDouble()};
    const QByteArray pixels = facts.value(u"pixels"_s).toByteArray();
    switch (static_cast<PictureFormat>(facts.value(u"format"_s).toInt())) {
    case PictureFormat::Jpeg: return verifyJpeg(fd, picture, facts, context.stop, context.progress);
    case PictureFormat::Tiff: return verifyTiff(fd, picture, pixels, context.stop, context.progress);
    case PictureFormat::Png: break;
    }
    return verifyPng(fd, picture, pixels, context.stop, context.progress);
}

} // namespace convoy
