// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/metadata/foreignmetadata.h"

#include "core/base/releaser.h"
#include "core/converters/image/base/codedcolor.h"
#include "core/converters/image/base/imageprofile.h"
#include "core/converters/image/base/stagedstream.h"
#include "core/converters/image/metadata/imageexif.h"

#include <QtEndian>

#include <webp/mux.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestSource = qint64{512} << 20; ///< TIFF and WebP are looked at as a whole
constexpr size_t mostOfJpeg = 65527;                ///< EXIF in a segment of JPEG
constexpr uint32_t largestBlock = uint32_t{16} << 20;

// Tags that say how the pixels lie in their file: those of the new file stay.
bool isStructure(const Exiv2::Exifdatum &datum)
{
    constexpr std::array<uint16_t, 24> tags{0x00fe, 0x00ff, 0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x010a,
                                            0x0111, 0x0115, 0x0116, 0x0117, 0x011a, 0x011b, 0x011c, 0x0128,
                                            0x013d, 0x0140, 0x0142, 0x0143, 0x0144, 0x0145, 0x0152, 0x0153};
    return datum.groupName() == "Image" && std::ranges::find(tags, datum.tag()) != tags.end();
}

// What has a place of its own in every other kind of file: XMP, captions, Photoshop's resources, the color profile.
bool isBlock(const Exiv2::Exifdatum &datum)
{
    constexpr std::array<uint16_t, 5> tags{0x014a, 0x02bc, 0x83bb, 0x8649, 0x8773};
    return std::ranges::find(tags, datum.tag()) != tags.end();
}

// What only says how a sensor's data become a picture: of TIFF/EP and of DNG (tags 50706 and above).
bool isSensor(const Exiv2::Exifdatum &datum)
{
    return datum.groupName() == "Image" && (datum.tag() == 0x828d || datum.tag() == 0x828e || datum.tag() >= 0xc612);
}

void readTiff(const QByteArray &bytes, MagickCore::Image *image)
{
    const auto file = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(bytes.constData()),
                                                long(bytes.size()));
    file->readMetadata();
    Exiv2::ExifData kept;
    bool camera = false;
    for (const Exiv2::Exifdatum &datum : file->exifData()) {
        const std::string group = datum.groupName();
        if (isStructure(datum) || isBlock(datum) || group.starts_with("SubImage") || group.starts_with("SubThumb")
            || group.starts_with("Image2") || group.starts_with("Image3") || group.starts_with("Thumbnail")
            || group.starts_with("PanasonicRaw") || isSensor(datum))
            continue;
        camera = camera || datum.tag() != 0x0112; // the orientation alone is nobody's metadata
        kept.add(datum);
    }
    Exiv2::Blob blob;
    if (camera)
        Exiv2::ExifParser::encode(blob, nullptr, 0, Exiv2::littleEndian, kept);
    if (blob.size() > mostOfJpeg) { // the maker's own notes may be larger than all the rest
        const auto standard = [](const Exiv2::Exifdatum &datum) {
            const std::string group = datum.groupName();
            return (group == "Image" || group == "Photo" || group == "GPSInfo" || group == "Iop") && datum.tag() != 0x927c;
        };
        Exiv2::ExifData shorter;
        for (const Exiv2::Exifdatum &datum : kept) {
            if (standard(datum))
                shorter.add(datum);
        }
        blob.clear();
        Exiv2::ExifParser::encode(blob, nullptr, 0, Exiv2::littleEndian, shorter);
    }
    setProfile(image, "exif", QByteArray(reinterpret_cast<const char *>(blob.data()), qsizetype(blob.size())));
    if (!file->xmpPacket().empty() && file->xmpPacket().size() < largestBlock)
        setProfile(image, "xmp", QByteArray::fromStdString(file->xmpPacket()));
    if (!file->iptcData().empty()) {
        const Exiv2::DataBuf captions = Exiv2::IptcParser::encode(file->iptcData());
        setProfile(image, "iptc", QByteArray(reinterpret_cast<const char *>(captions.pData_), qsizetype(captions.size_)));
    }
}

using Mux = std::unique_ptr<WebPMux, Releaser<&WebPMuxDelete>>;

Mux muxOf(const QByteArray &bytes)
{
    const WebPData data{reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())};
    return Mux(WebPMuxCreate(&data, 0));
}

struct WebpBlock {
    const char *fourcc;
    const char *profile;
};
constexpr std::array webpBlocks{WebpBlock{"ICCP", "icc"}, WebpBlock{"EXIF", "exif"}, WebpBlock{"XMP ", "xmp"}};

void readWebp(const QByteArray &bytes, MagickCore::Image *image)
{
    const Mux mux = muxOf(bytes);
    for (const WebpBlock &block : webpBlocks) {
        WebPData data{};
        if (mux && WebPMuxGetChunk(mux.get(), block.fourcc, &data) == WEBP_MUX_OK && data.size > 0
            && data.size < largestBlock)
            setProfile(image, block.profile, QByteArray(reinterpret_cast<const char *>(data.bytes), qsizetype(data.size)));
    }
}

// ISO/IEC 15948 11.3.4.5: keyword, compression flag and method, language, translated keyword, text.
QByteArray xmpOf(const QByteArray &text)
{
    constexpr QByteArrayView keyword("XML:com.adobe.xmp\0", 18);
    if (!text.startsWith(keyword) || text.size() < keyword.size() + 4)
        return {};
    const bool compressed = text[keyword.size()] != 0;
    const qsizetype language = text.indexOf('\0', keyword.size() + 2);
    const qsizetype translated = language < 0 ? -1 : text.indexOf('\0', language + 1);
    if (translated < 0)
        return {};
    const QByteArray body = text.sliced(translated + 1);
    if (!compressed)
        return body;
    QByteArray packet(qsizetype(largestBlock), Qt::Uninitialized);
    uLongf size = uLongf(packet.size());
    const int done = uncompress(reinterpret_cast<Bytef *>(packet.data()), &size,
                                reinterpret_cast<const Bytef *>(body.constData()), uLong(body.size()));
    return done == Z_OK ? packet.first(qsizetype(size)) : QByteArray();
}

/// What a PNG says of its colors (third edition, 11.3.2): numbers go before sRGB, and that before gamma and corners.
struct PngColor {
    CodedColor color;
    bool isSure = false;

    void read(QByteArrayView type, const QByteArray &data)
    {
        const auto number = [&data](qsizetype at) { return qFromBigEndian<quint32>(data.constData() + at) / 100000.0; };
        if (type == "cICP" && data.size() == 4) {
            color = CodedColor::fromNumbers(uchar(data[0]), uchar(data[1]));
            isSure = true;
        } else if (type == "sRGB" && !isSure) {
            color = {};
            isSure = true;
        } else if (type == "cHRM" && data.size() == 32 && !isSure) {
            for (size_t i = 0; i < 8; ++i) // white comes first
                color.points.at((i + 6) % 8) = number(qsizetype(i) * 4);
        } else if (type == "gAMA" && data.size() == 4 && !isSure && number(0) > 0.1 && number(0) < 10) {
            color.transfer = Transfer::Power;
            color.exponent = 1 / number(0);
        }
    }

    void give(MagickCore::Image *image)
    {
        if (!isSure && color.hasSrgbPoints() && std::abs(color.exponent - 2.2) < 0.05)
            color.transfer = Transfer::Srgb; // the nearest that the chunk can say
        setCodedColor(image, color);
    }
};

void readPng(std::FILE *file, MagickCore::Image *image)
{
    std::fseek(file, 8, SEEK_SET);
    std::array<unsigned char, 8> head{};
    PngColor color;
    while (std::fread(head.data(), 1, head.size(), file) == head.size()) {
        const auto length = qFromBigEndian<quint32>(head.data());
        const QByteArrayView type(reinterpret_cast<const char *>(&head[4]), 4);
        const bool ofColor = type == "cICP" || type == "sRGB" || type == "cHRM" || type == "gAMA";
        const bool wanted = (type == "eXIf" || type == "iTXt" || ofColor) && length > 0 && length <= largestBlock;
        if (type == "IDAT")
            color.give(image); // all of it stands in front of the pixels
        if (type == "IEND" || length > 0x7FFFFFFF)
            return;
        if (!wanted) {
            if (::fseeko(file, off_t(length) + 4, SEEK_CUR) != 0)
                return;
            continue;
        }
        QByteArray data(qsizetype(length), Qt::Uninitialized);
        if (std::fread(data.data(), 1, length, file) != length || ::fseeko(file, 4, SEEK_CUR) != 0)
            return;
        if (ofColor)
            color.read(type, data);
        else if (type == "eXIf")
            setProfile(image, "exif", data);
        else if (const QByteArray xmp = xmpOf(data); !xmp.isEmpty())
            setProfile(image, "xmp", xmp);
    }
}

} // namespace

void readForeignMetadata(int fd, QLatin1StringView formatId, MagickCore::Image *image)
{
    try {
        if (formatId == "png"_L1) {
            if (const Stream file = readingStream(fd))
                readPng(file.get(), image);
            applyExif(image);
        } else if (formatId == "tiff"_L1) {
            Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
            readTiff(wholeFile(fd, largestSource), image);
        } else if (formatId == "webp"_L1) {
            readWebp(wholeFile(fd, largestSource), image);
            applyExif(image);
        }
    } catch (const Exiv2::AnyError &) {
        // A picture with unreadable metadata is still a picture.
    }
}

void readRawMetadata(const QByteArray &file, MagickCore::Image *image)
{
    try {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        readTiff(file, image);
    } catch (const Exiv2::AnyError &) {
        // A picture with unreadable metadata is still a picture.
    }
}

Result<void> addToTiff(int fd, const MagickCore::Image &image)
{
    const QByteArray bytes = wholeFile(fd, largestSource);
    const auto file = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(bytes.constData()),
                                                long(bytes.size()));
    file->readMetadata();
    for (const Exiv2::Exifdatum &datum : exifDataOf(image)) {
        if (!isStructure(datum) && !isBlock(datum))
            file->exifData()[datum.key()] = datum.value();
    }
    const QByteArray xmp = profileOf(image, "xmp");
    if (!xmp.isEmpty())
        Exiv2::XmpParser::decode(file->xmpData(), xmp.toStdString());
    const QByteArray captions = profileOf(image, "iptc");
    if (!captions.isEmpty())
        Exiv2::IptcParser::decode(file->iptcData(), reinterpret_cast<const Exiv2::byte *>(captions.constData()),
                                  uint32_t(captions.size()));
    file->writeMetadata();
    Exiv2::BasicIo &io = file->io();
    io.open();
    return writeWhole(fd, {reinterpret_cast<const char *>(io.mmap()), qsizetype(io.size())});
}

Result<void> addToWebp(int fd, const MagickCore::Image &image)
{
    const QByteArray bytes = wholeFile(fd, largestSource);
    const Mux mux = muxOf(bytes);
    bool added = mux != nullptr;
    for (const WebpBlock &block : webpBlocks) {
        const QByteArray content = QByteArrayView(block.profile) == "exif" ? exifOf(image) : profileOf(image, block.profile);
        const WebPData data{reinterpret_cast<const uint8_t *>(content.constData()), size_t(content.size())};
        if (added && !content.isEmpty())
            added = WebPMuxSetChunk(mux.get(), block.fourcc, &data, 1) == WEBP_MUX_OK;
    }
    WebPData whole{};
    if (!added || WebPMuxAssemble(mux.get(), &whole) != WEBP_MUX_OK)
        return magick::notWritten(u"libwebpmux"_s);
    const Result<void> written = writeWhole(fd, {reinterpret_cast<const char *>(whole.bytes), qsizetype(whole.size)});
    WebPDataClear(&whole);
    return written;
}

} // namespace convoy
