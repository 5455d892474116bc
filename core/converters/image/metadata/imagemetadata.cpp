// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/metadata/imagemetadata.h"

#include "core/converters/image/base/imageprofile.h"
#include "core/converters/image/metadata/foreignmetadata.h"
#include "core/converters/image/metadata/imageexif.h"

#include <QCoreApplication>

#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

namespace convoy {

namespace {

struct ImageMetadataText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

QByteArray encodeExif(const QByteArray &original, Exiv2::ExifData &data)
{
    if (data.empty())
        return {};
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, nullptr, 0, original.startsWith("MM") ? Exiv2::bigEndian : Exiv2::littleEndian, data);
    return exifMark.toByteArray() + QByteArray(reinterpret_cast<const char *>(blob.data()), qsizetype(blob.size()));
}

void erase(Exiv2::ExifData &data, const char *key)
{
    const auto found = data.findKey(Exiv2::ExifKey(key));
    if (found != data.end())
        data.erase(found);
}

bool isPlace(std::string_view group, std::string_view tag)
{
    constexpr std::array<std::string_view, 4> cameraKnows{"Country", "State", "City", "Landmark"}; // Panasonic's own tags
    return group == "GPSInfo" || tag == "GPSTag"
        || (group == "Panasonic" && std::ranges::find(cameraKnows, tag) != cameraKnows.end());
}

// Small pictures of the whole, by the maker's own tags.
bool showsWhole(std::string_view group, std::string_view tag)
{
    return group == "NikonPreview" || tag.find("Thumbnail") != tag.npos || tag.find("Preview") != tag.npos;
}

bool isMakers(const Exiv2::Exifdatum &datum)
{
    return Exiv2::ExifTags::isMakerGroup(datum.groupName()) && datum.groupName() != "MakerNote";
}

void setIfThere(Exiv2::ExifData &data, const char *key, const Exiv2::Value &value)
{
    if (const auto found = data.findKey(Exiv2::ExifKey(key)); found != data.end())
        found->setValue(&value);
}

// Of the finished pixels, as EXIF counts; 0: unknown.
int orientationOf(const MagickCore::Image &image, const ImageOptions &options)
{
    return options.autoOrient ? 1 : int(image.orientation);
}

void editExif(MagickCore::Image *image, const PipelineSettings &settings)
{
    const ImageOptions &options = settings.options;
    Exiv2::ExifData data = exifDataOf(*image);
    const QString comment = settings.output.comment ? QString() : commentOf(*image);
    if (!comment.isEmpty() && data.findKey(Exiv2::ExifKey("Exif.Photo.UserComment")) == data.end())
        data["Exif.Photo.UserComment"] = "charset=Unicode " + comment.toStdString();
    Exiv2::ExifThumb(data).erase();
    // Some readers turn what they read whatever is asked.
    if (const int orientation = orientationOf(*image, options); orientation > 0)
        setIfThere(data, "Exif.Image.Orientation", Exiv2::UShortValue(uint16_t(orientation)));
    setIfThere(data, "Exif.Photo.PixelXDimension", Exiv2::ULongValue(uint32_t(image->columns)));
    setIfThere(data, "Exif.Photo.PixelYDimension", Exiv2::ULongValue(uint32_t(image->rows)));
    if (options.ppi > 0) {
        const Exiv2::URationalValue resolution({uint32_t(std::lround(options.ppi * 100)), 100});
        setIfThere(data, "Exif.Image.XResolution", resolution);
        setIfThere(data, "Exif.Image.YResolution", resolution);
        setIfThere(data, "Exif.Image.ResolutionUnit", Exiv2::UShortValue(2));
    }
    if (MagickCore::GetImageArtifact(image, "convoy:srgb")) {
        setIfThere(data, "Exif.Photo.ColorSpace", Exiv2::UShortValue(1));
        erase(data, "Exif.Iop.InteroperabilityIndex"); // would say Adobe RGB
    }
    bool makersGone = false;
    for (auto it = data.begin(); it != data.end();) {
        const bool place = options.metadata == MetadataMode::NoGps && isPlace(it->groupName(), it->tagName());
        const bool goes = place || showsWhole(it->groupName(), it->tagName());
        makersGone = makersGone || (goes && isMakers(*it));
        it = goes ? data.erase(it) : std::next(it);
    }
    if (makersGone && std::none_of(data.begin(), data.end(), &isMakers))
        erase(data, "Exif.Photo.MakerNote"); // would be written as it was
    // The structure of the pixels is the new file's own business.
    for (const char *key : {"Exif.Image.ImageWidth", "Exif.Image.ImageLength", "Exif.Image.BitsPerSample",
                            "Exif.Image.Compression", "Exif.Image.StripOffsets", "Exif.Image.StripByteCounts"})
        erase(data, key);
    setProfile(image, "exif", encodeExif(exifOf(*image), data));
}

// IPTC Information Interchange Model 4.2, record 2: city, sub-location, state, country.
void dropPlaces(Exiv2::IptcData &captions)
{
    constexpr std::array<uint16_t, 7> places{26, 27, 90, 92, 95, 100, 101};
    for (auto it = captions.begin(); it != captions.end();)
        it = it->record() == 2 && std::ranges::find(places, it->tag()) != places.end() ? captions.erase(it) : std::next(it);
}

// Of XMP's schemas exif, photoshop and IPTC (core and extension).
void dropPlaces(Exiv2::XmpData &data)
{
    constexpr std::array<std::string_view, 6> places{"City", "State", "Country", "CountryCode", "Location", "CountryName"};
    for (auto it = data.begin(); it != data.end();) {
        const std::string tag = it->tagName();
        const bool place = tag.starts_with("GPS") || tag.starts_with("LocationCreated") || tag.starts_with("LocationShown")
            || std::ranges::find(places, std::string_view(tag)) != places.end();
        it = place ? data.erase(it) : std::next(it);
    }
}

// What only holds for the old file: small and further pictures, a video behind the photo (Google's Motion Photo and Ultra
// HDR formats), sizes, text that goes on elsewhere.
bool isOfOldFile(const Exiv2::Xmpdatum &datum)
{
    constexpr std::array<std::string_view, 5> groups{"hdrgm", "Container", "GContainer", "GDepth", "GImage"};
    constexpr std::array<std::string_view, 6> tags{"Thumbnails",     "MotionPhoto", "MicroVideo",
                                                   "HasExtendedXMP", "ImageWidth",  "ImageLength"};
    const std::string tag = datum.tagName();
    return std::ranges::find(groups, std::string_view(datum.groupName())) != groups.end()
        || std::ranges::any_of(tags, [&tag](std::string_view one) { return tag.starts_with(one); });
}

bool hasVideoBehind(const MagickCore::Image &image)
{
    const QByteArray packet = profileOf(image, "xmp");
    return packet.contains("MotionPhoto=\"1\"") || packet.contains("MotionPhoto>1<") || packet.contains("MicroVideo=\"1\"")
        || packet.contains("MicroVideo>1<");
}

Exiv2::IptcData captionsOf(const MagickCore::Image &image)
{
    Exiv2::IptcData captions;
    const QByteArray block = profileOf(image, "iptc");
    if (!block.isEmpty())
        Exiv2::IptcParser::decode(captions, reinterpret_cast<const Exiv2::byte *>(block.constData()),
                                  uint32_t(block.size()));
    return captions;
}

/// XMP and captions: of the pixels as they are now, without places where they shall go. Where the output knows no captions
/// of the old kind they become XMP, unless it says them already.
void editTexts(MagickCore::Image *image, const PipelineSettings &settings)
{
    const QByteArray packet = profileOf(*image, "xmp");
    Exiv2::IptcData captions = captionsOf(*image);
    Exiv2::XmpData data;
    if (packet.isEmpty() && captions.empty())
        return;
    if (!packet.isEmpty() && Exiv2::XmpParser::decode(data, packet.toStdString()) != 0)
        data.clear(); // what cannot be read cannot be trusted to hold no place
    if (settings.options.metadata == MetadataMode::NoGps) {
        dropPlaces(captions);
        dropPlaces(data);
    }
    const int orientation = orientationOf(*image, settings.options);
    if (const auto found = data.findKey(Exiv2::XmpKey("Xmp.tiff.Orientation")); orientation > 0 && found != data.end())
        found->setValue(std::to_string(orientation));
    for (auto it = data.begin(); it != data.end();)
        it = isOfOldFile(*it) ? data.erase(it) : std::next(it);
    const auto resize = [&data](const char *key, size_t size) {
        if (const auto found = data.findKey(Exiv2::XmpKey(key)); found != data.end())
            found->setValue(std::to_string(size));
    };
    resize("Xmp.exif.PixelXDimension", image->columns);
    resize("Xmp.exif.PixelYDimension", image->rows);
    if (!settings.output.captions && !captions.empty()) {
        Exiv2::XmpData said;
        Exiv2::copyIptcToXmp(captions, said);
        for (const Exiv2::Xmpdatum &datum : said) {
            if (data.findKey(Exiv2::XmpKey(datum.key())) == data.end())
                data.add(datum);
        }
        captions.clear();
    }
    std::string edited;
    if (!data.empty())
        Exiv2::XmpParser::encode(edited, data, Exiv2::XmpParser::useCompactFormat | Exiv2::XmpParser::omitAllFormatting);
    setProfile(image, "xmp", QByteArray::fromStdString(edited));
    const Exiv2::DataBuf block = captions.empty() ? Exiv2::DataBuf() : Exiv2::IptcParser::encode(captions);
    setProfile(image, "iptc", QByteArray(reinterpret_cast<const char *>(block.pData_), qsizetype(block.size_)));
}

// ImageMagick copies what it finds in the profiles into properties, and its PNG encoder writes those as text: places that
// were removed from the profile would come back.
void forgetCopies(MagickCore::Image *image)
{
    std::vector<QByteArray> copies;
    MagickCore::ResetImagePropertyIterator(image);
    while (const char *name = MagickCore::GetNextImageProperty(image)) {
        const QByteArray key(name);
        if (key.startsWith("exif:") || key.startsWith("xmp:") || key.startsWith("iptc:") || key.startsWith("icc:")
            || key.startsWith("8bim:"))
            copies.push_back(key);
    }
    for (const QByteArray &key : copies)
        MagickCore::DeleteImageProperty(image, key.constData());
}

void stripAll(MagickCore::Image *image)
{
    const QByteArray color = profileOf(*image, "icc");
    MagickCore::DestroyImageProfiles(image);
    MagickCore::DestroyImageProperties(image);
    setProfile(image, "icc", color);
}

} // namespace

void applyMetadata(Magick::Image &image, const PipelineSettings &settings, QStringList &warnings)
{
    image.modifyImage();
    MagickCore::Image *pixels = image.image();
    if (hasVideoBehind(*pixels))
        warnings.append(ImageMetadataText::tr("The short video behind this photo was left out."));
    if (settings.options.metadata == MetadataMode::Strip) {
        stripAll(pixels);
        return;
    }
    forgetCopies(pixels);
    // Photoshop's resources hold the captions, and small pictures of what may have been cut away.
    const QByteArray resources = profileOf(*pixels, "8bim");
    if (profileOf(*pixels, "iptc").isEmpty())
        setProfile(pixels, "iptc", iptcOf(resources));
    setProfile(pixels, "8bim", {});
    try {
        editExif(pixels, settings);
    } catch (const Exiv2::AnyError &) {
        setProfile(pixels, "exif", {}); // a stale orientation or place would be worse than none
    }
    try {
        editTexts(pixels, settings);
    } catch (const Exiv2::AnyError &) {
        setProfile(pixels, "xmp", {});
        setProfile(pixels, "iptc", {});
    }
}

Result<void> writeMissingMetadata(const MagickCore::Image &image, int fd, const PipelineSettings &settings,
                                  QStringList &warnings)
{
    const std::string_view coder = settings.output.coder;
    const auto has = [&image](const char *name) { return !profileOf(image, name).isEmpty(); };
    if (!has("exif") && !has("xmp") && !has("iptc") && !(coder == "WEBP" && has("icc")))
        return {};
    if (coder == "WEBP")
        return addToWebp(fd, image);
    try {
        if (coder == "TIFF")
            return addToTiff(fd, image);
    } catch (const Exiv2::AnyError &) {
        // The file is as ImageMagick wrote it.
    }
    const bool tooLong = coder == "JPEG"
        && (profileOf(image, "exif").size() > 65527 || profileOf(image, "xmp").size() > 65504);
    const QString lost = ImageMetadataText::tr("Camera, date and place could not be kept in this kind of file.");
    if ((coder == "TIFF" || coder == "GIF" || tooLong) && !warnings.contains(lost))
        warnings.append(lost);
    return {};
}

} // namespace convoy
