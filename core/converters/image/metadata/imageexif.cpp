// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/metadata/imageexif.h"

#include "core/converters/image/base/codedcolor.h"
#include "core/converters/image/base/imageprofile.h"

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QString exifText(const Exiv2::ExifData &data, const char *key)
{
    const auto found = data.findKey(Exiv2::ExifKey(key));
    return found == data.end() ? QString() : QString::fromStdString(found->toString()).trimmed();
}

long exifNumber(const Exiv2::ExifData &data, const char *key)
{
    const auto found = data.findKey(Exiv2::ExifKey(key));
    return found == data.end() || found->count() == 0 ? 0 : found->toLong();
}

double exifRatio(const Exiv2::ExifData &data, const char *key)
{
    const auto found = data.findKey(Exiv2::ExifKey(key));
    return found == data.end() || found->count() == 0 ? 0 : double(found->toFloat());
}

} // namespace

Exiv2::ExifData exifDataOf(const MagickCore::Image &image)
{
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute); // it talks to stderr
    Exiv2::ExifData data;
    const QByteArray block = exifOf(image);
    if (!block.isEmpty())
        Exiv2::ExifParser::decode(data, reinterpret_cast<const Exiv2::byte *>(block.constData()), uint32_t(block.size()));
    return data;
}

QMap<QString, QString> cameraTags(const MagickCore::Image &image)
{
    QMap<QString, QString> tags;
    try {
        const Exiv2::ExifData data = exifDataOf(image);
        QString taken = exifText(data, "Exif.Photo.DateTimeOriginal");
        if (taken.isEmpty())
            taken = exifText(data, "Exif.Image.DateTime");
        // "2019:05:04 12:30:01", or zeros and blanks where the camera knew none (Exif 2.32, 4.6.5)
        if (taken.size() >= 10 && taken.at(4) == u':' && taken.first(4).toInt() > 0) {
            tags.insert(u"date"_s, taken.first(10).replace(u':', u'-'));
            if (taken.size() >= 19)
                tags.insert(u"time"_s, taken.sliced(11, 8));
        }
        const QString camera = exifText(data, "Exif.Image.Model");
        if (!camera.isEmpty())
            tags.insert(u"camera"_s, camera.left(100));
    } catch (const Exiv2::AnyError &) {
        // A picture with unreadable EXIF is still a picture.
    }
    return tags;
}

void applyExif(MagickCore::Image *image)
{
    try {
        const Exiv2::ExifData data = exifDataOf(*image);
        const long orientation = exifNumber(data, "Exif.Image.Orientation");
        if (orientation >= 1 && orientation <= 8)
            image->orientation = static_cast<MagickCore::OrientationType>(orientation);
        // Cameras say Adobe RGB so, and many leave the profile away (DCF 2.0, 3.2.3; Adobe RGB (1998), 4.3).
        if (exifText(data, "Exif.Iop.InteroperabilityIndex") == "R03"_L1 && image->colorspace == MagickCore::sRGBColorspace)
            setCodedColor(image,
                          {.points = {0.64, 0.33, 0.21, 0.71, 0.15, 0.06, 0.3127, 0.3290},
                           .transfer = Transfer::Power,
                           .exponent = 563 / 256.0});
        const long unit = exifNumber(data, "Exif.Image.ResolutionUnit");
        const double x = exifRatio(data, "Exif.Image.XResolution");
        const double y = exifRatio(data, "Exif.Image.YResolution");
        if (unit == 1 || image->x_resolution > 0 || !(x > 0 && y > 0 && x < 65536 && y < 65536))
            return;
        image->x_resolution = x;
        image->y_resolution = y;
        image->units = unit == 3 ? MagickCore::PixelsPerCentimeterResolution : MagickCore::PixelsPerInchResolution;
    } catch (const Exiv2::AnyError &) {
        // Shown as it is stored.
    }
}

} // namespace convoy
