// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/imagemetadata.h"

#include "core/converters/image/imageexif.h"
#include "core/converters/image/imageprofile.h"
#include "core/converters/image/stagedfile.h"

#include <QCoreApplication>

#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <memory>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
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

void setIfThere(Exiv2::ExifData &data, const char *key, const Exiv2::Value &value)
{
    if (const auto found = data.findKey(Exiv2::ExifKey(key)); found != data.end())
        found->setValue(&value);
}

void editExif(MagickCore::Image *image, const ImageOptions &options)
{
    Exiv2::ExifData data = exifDataOf(*image);
    Exiv2::ExifThumb(data).erase();
    if (options.autoOrient)
        setIfThere(data, "Exif.Image.Orientation", Exiv2::UShortValue(1));
    setIfThere(data, "Exif.Photo.PixelXDimension", Exiv2::ULongValue(uint32_t(image->columns)));
    setIfThere(data, "Exif.Photo.PixelYDimension", Exiv2::ULongValue(uint32_t(image->rows)));
    if (options.ppi > 0) {
        const Exiv2::URationalValue resolution({uint32_t(std::lround(options.ppi * 100)), 100});
        setIfThere(data, "Exif.Image.XResolution", resolution);
        setIfThere(data, "Exif.Image.YResolution", resolution);
        setIfThere(data, "Exif.Image.ResolutionUnit", Exiv2::UShortValue(2));
    }
    for (auto it = data.begin(); options.metadata == MetadataMode::NoGps && it != data.end();)
        it = isPlace(it->groupName(), it->tagName()) ? data.erase(it) : std::next(it);
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

Exiv2::IptcData captionsOf(const MagickCore::Image &image)
{
    Exiv2::IptcData captions;
    const QByteArray block = profileOf(image, "iptc");
    if (!block.isEmpty())
        Exiv2::IptcParser::decode(captions, reinterpret_cast<const Exiv2::byte *>(block.constData()),
                                  uint32_t(block.size()));
    return captions;
}

/// XMP and captions: turned as the pixels were, without small pictures of what may have been cut away, without places where
/// they shall go. Where the output knows no captions of the old kind they become XMP, unless it says them already.
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
    if (const auto found = data.findKey(Exiv2::XmpKey("Xmp.tiff.Orientation"));
        settings.options.autoOrient && found != data.end())
        found->setValue("1");
    for (auto it = data.begin(); it != data.end();)
        it = it->tagName().starts_with("Thumbnails") ? data.erase(it) : std::next(it);
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

// Tags that say how the pixels lie in their file: those of the new file stay.
bool isStructure(const Exiv2::Exifdatum &datum)
{
    constexpr std::array<uint16_t, 24> tags{0x00fe, 0x00ff, 0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x010a,
                                            0x0111, 0x0115, 0x0116, 0x0117, 0x011a, 0x011b, 0x011c, 0x0128,
                                            0x013d, 0x0140, 0x0142, 0x0143, 0x0144, 0x0145, 0x0152, 0x0153};
    return datum.groupName() == "Image" && std::ranges::find(tags, datum.tag()) != tags.end();
}

Result<void> replaceContent(int fd, Exiv2::BasicIo &content)
{
    StagedFile file(fd);
    if (::lseek(fd, 0, SEEK_SET) != 0 || ::ftruncate(fd, 0) != 0)
        return systemError(errno, ErrorKind::OutputUnwritable, Text::tr("The output could not be written."));
    std::array<Exiv2::byte, 65536> block{};
    content.open();
    content.seek(0, Exiv2::BasicIo::beg);
    for (long size = content.read(block.data(), long(block.size())); size > 0;
         size = content.read(block.data(), long(block.size())))
        std::fwrite(block.data(), 1, size_t(size), file.stream());
    return file.finish();
}

std::unique_ptr<Exiv2::MemIo> contentOf(int fd)
{
    auto content = std::make_unique<Exiv2::MemIo>();
    const Stream stream = readingStream(fd);
    std::array<Exiv2::byte, 65536> block{};
    while (const size_t size = stream ? std::fread(block.data(), 1, block.size(), stream.get()) : 0)
        content->write(block.data(), long(size));
    return content;
}

Result<void> addToTiff(int fd, const Exiv2::ExifData &exif)
{
    const auto image = Exiv2::ImageFactory::open(Exiv2::BasicIo::AutoPtr(contentOf(fd).release()));
    image->readMetadata();
    for (const Exiv2::Exifdatum &datum : exif) {
        if (!isStructure(datum))
            image->exifData().add(datum);
    }
    image->writeMetadata();
    return replaceContent(fd, image->io());
}

} // namespace

void applyMetadata(Magick::Image &image, const PipelineSettings &settings)
{
    image.modifyImage();
    MagickCore::Image *pixels = image.image();
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
        editExif(pixels, settings.options);
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
    if (profileOf(image, "exif").isEmpty())
        return {};
    const std::string_view coder = settings.output.coder;
    try {
        if (coder == "TIFF")
            return addToTiff(fd, exifDataOf(image));
    } catch (const Exiv2::AnyError &) {
        // The file is as ImageMagick wrote it.
    }
    const QString lost = Text::tr("Camera, date and place could not be kept in this kind of file.");
    const bool left = coder == "TIFF" || coder == "GIF" || (coder == "WEBP" && MagickCore::GetImageListLength(&image) > 1);
    if (left && !warnings.contains(lost))
        warnings.append(lost);
    return {};
}

} // namespace convoy
