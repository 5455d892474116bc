// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/imagemetadata.h"

#include "core/converters/image/stagedfile.h"

#include <QCoreApplication>

#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
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

// A TIFF structure follows this mark (Exif 2.32, 4.7.2); ImageMagick keeps it in the profile.
constexpr std::string_view exifMark("Exif\0\0", 6);

QByteArray profileOf(const MagickCore::Image &image, const char *name)
{
    const MagickCore::StringInfo *profile = MagickCore::GetImageProfile(&image, name);
    return profile ? QByteArray(reinterpret_cast<const char *>(profile->datum), qsizetype(profile->length)) : QByteArray();
}

void setProfile(MagickCore::Image *image, const char *name, const QByteArray &bytes)
{
    MagickCore::DeleteImageProfile(image, name);
    if (bytes.isEmpty())
        return;
    MagickCore::StringInfo *profile = MagickCore::BlobToStringInfo(bytes.constData(), size_t(bytes.size()));
    MagickCore::SetImageProfile(image, name, profile);
    MagickCore::DestroyStringInfo(profile);
}

Exiv2::ExifData decodeExif(const QByteArray &profile)
{
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute); // it talks to stderr; what it could not read is simply not there
    Exiv2::ExifData data;
    const qsizetype start = profile.startsWith(QByteArrayView(exifMark.data(), exifMark.size())) ? qsizetype(exifMark.size())
                                                                                                 : 0;
    Exiv2::ExifParser::decode(data, reinterpret_cast<const Exiv2::byte *>(profile.constData() + start),
                              uint32_t(profile.size() - start));
    return data;
}

QByteArray encodeExif(const QByteArray &profile, Exiv2::ExifData &data)
{
    const bool marked = profile.startsWith(QByteArrayView(exifMark.data(), exifMark.size()));
    const QByteArray body = marked ? profile.sliced(qsizetype(exifMark.size())) : profile;
    if (data.empty())
        return {};
    Exiv2::Blob blob;
    const bool bigEndian = body.startsWith("MM");
    Exiv2::ExifParser::encode(blob, nullptr, 0, bigEndian ? Exiv2::bigEndian : Exiv2::littleEndian, data);
    const QByteArray encoded(reinterpret_cast<const char *>(blob.data()), qsizetype(blob.size()));
    return QByteArray(exifMark.data(), exifMark.size()) + encoded;
}

void erase(Exiv2::ExifData &data, const char *key)
{
    const auto found = data.findKey(Exiv2::ExifKey(key));
    if (found != data.end())
        data.erase(found);
}

bool isPlace(std::string_view group, std::string_view tag)
{
    return group == "GPSInfo" || tag == "GPSTag";
}

void editExif(MagickCore::Image *image, const ImageOptions &options)
{
    const QByteArray profile = profileOf(*image, "exif");
    if (profile.isEmpty())
        return;
    Exiv2::ExifData data = decodeExif(profile);
    Exiv2::ExifThumb(data).erase();
    if (options.autoOrient && data.findKey(Exiv2::ExifKey("Exif.Image.Orientation")) != data.end())
        data["Exif.Image.Orientation"] = uint16_t(1);
    if (data.findKey(Exiv2::ExifKey("Exif.Photo.PixelXDimension")) != data.end()) {
        data["Exif.Photo.PixelXDimension"] = uint32_t(image->columns);
        data["Exif.Photo.PixelYDimension"] = uint32_t(image->rows);
    }
    for (auto it = data.begin(); options.metadata == MetadataMode::NoGps && it != data.end();)
        it = isPlace(it->groupName(), it->tagName()) ? data.erase(it) : std::next(it);
    // The structure of the pixels is the new file's own business.
    for (const char *key : {"Exif.Image.ImageWidth", "Exif.Image.ImageLength", "Exif.Image.BitsPerSample",
                            "Exif.Image.Compression", "Exif.Image.StripOffsets", "Exif.Image.StripByteCounts"})
        erase(data, key);
    setProfile(image, "exif", encodeExif(profile, data));
}

void dropPlacesFromXmp(MagickCore::Image *image)
{
    const QByteArray packet = profileOf(*image, "xmp");
    if (packet.isEmpty())
        return;
    Exiv2::XmpData data;
    if (Exiv2::XmpParser::decode(data, packet.toStdString()) != 0) {
        setProfile(image, "xmp", {}); // what cannot be read cannot be trusted to hold no place
        return;
    }
    for (auto it = data.begin(); it != data.end();)
        it = it->tagName().starts_with("GPS") ? data.erase(it) : std::next(it);
    std::string edited;
    Exiv2::XmpParser::encode(edited, data);
    setProfile(image, "xmp", QByteArray::fromStdString(edited));
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

QString exifText(const Exiv2::ExifData &data, const char *key)
{
    const auto found = data.findKey(Exiv2::ExifKey(key));
    return found == data.end() ? QString() : QString::fromStdString(found->toString()).trimmed();
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

QMap<QString, QString> cameraTags(const MagickCore::Image &image)
{
    QMap<QString, QString> tags;
    const QByteArray profile = profileOf(image, "exif");
    if (profile.isEmpty())
        return tags;
    try {
        const Exiv2::ExifData data = decodeExif(profile);
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

void applyMetadata(Magick::Image &image, const ImageOptions &options)
{
    image.modifyImage();
    MagickCore::Image *pixels = image.image();
    if (options.metadata == MetadataMode::Strip) {
        stripAll(pixels);
        return;
    }
    forgetCopies(pixels);
    try {
        editExif(pixels, options);
        if (options.metadata == MetadataMode::NoGps)
            dropPlacesFromXmp(pixels);
    } catch (const Exiv2::AnyError &) {
        setProfile(pixels, "exif", {}); // a stale orientation or place would be worse than none
        if (options.metadata == MetadataMode::NoGps)
            setProfile(pixels, "xmp", {});
    }
}

Result<void> writeMissingMetadata(const MagickCore::Image &image, int fd, const PipelineSettings &settings,
                                  QStringList &warnings)
{
    const QByteArray profile = profileOf(image, "exif");
    const std::string_view coder = settings.output.coder;
    if (profile.isEmpty() || (coder != "TIFF" && coder != "AVIF" && coder != "GIF"))
        return {};
    const QString lost = Text::tr("Camera, date and place could not be kept in this kind of file.");
    try {
        if (coder == "TIFF")
            return addToTiff(fd, decodeExif(profile));
    } catch (const Exiv2::AnyError &) {
        // The file is as ImageMagick wrote it.
    }
    if (!warnings.contains(lost))
        warnings.append(lost);
    return {};
}

} // namespace convoy
