// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pixels.h"

#include "support/convertharness.h"

#include <QtEndian>

#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <exiv2/exiv2.hpp>
#include <jpeglib.h>
#include <lcms2.h>
#include <png.h>
#include <tiffio.h>
#include <zlib.h>

namespace convoy::test {

namespace {

void put(Picture &picture, int x, int y, uchar red, uchar green, uchar blue)
{
    uchar *at = picture.samples.data() + (qsizetype(y) * picture.width + x) * 3;
    at[0] = red;
    at[1] = green;
    at[2] = blue;
}

Picture blank(int width, int height)
{
    return {.width = width, .height = height, .samples = QList<uchar>(qsizetype(width) * height * 3, 0)};
}

/// `map` says for each pixel of the result where it comes from.
template <typename Map>
Picture moved(const Picture &from, int width, int height, Map map)
{
    Picture to = blank(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const QPoint source = map(x, y);
            put(to, x, y, uchar(from.at(source.x(), source.y(), 0)), uchar(from.at(source.x(), source.y(), 1)),
                uchar(from.at(source.x(), source.y(), 2)));
        }
    }
    return to;
}

struct JpegError {
    jpeg_error_mgr manager;
    std::jmp_buf jump;
};

[[noreturn]] void jumpOut(j_common_ptr info)
{
    std::longjmp(reinterpret_cast<JpegError *>(info->err)->jump, 1);
}

Picture decodeJpeg(const QByteArray &bytes)
{
    jpeg_decompress_struct info{};
    JpegError error{};
    info.err = jpeg_std_error(&error.manager);
    error.manager.error_exit = jumpOut;
    Picture picture;
    if (setjmp(error.jump)) {
        jpeg_destroy_decompress(&info);
        return {};
    }
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, reinterpret_cast<const uchar *>(bytes.constData()), ulong(bytes.size()));
    jpeg_read_header(&info, TRUE);
    info.out_color_space = JCS_RGB;
    jpeg_start_decompress(&info);
    picture = blank(int(info.output_width), int(info.output_height));
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = picture.samples.data() + qsizetype(info.output_scanline) * picture.width * 3;
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return picture;
}

Picture decodePng(const QByteArray &bytes)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes.constData(), size_t(bytes.size())))
        return {};
    image.format = PNG_FORMAT_RGB;
    Picture picture = blank(int(image.width), int(image.height));
    const png_color background{255, 255, 255};
    if (!png_image_finish_read(&image, &background, picture.samples.data(), 0, nullptr))
        return {};
    return picture;
}

quint32 be32(const QByteArray &bytes, qsizetype at)
{
    return bytes.size() >= at + 4 ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

QByteArray be32(quint32 value)
{
    const quint32 big = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&big), 4);
}

QByteArray le32(quint32 value)
{
    const quint32 little = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&little), 4);
}

QByteArray le16(quint16 value)
{
    const quint16 little = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&little), 2);
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray body = type + data;
    return be32(quint32(data.size())) + body
        + be32(quint32(crc32(0, reinterpret_cast<const uchar *>(body.constData()), uInt(body.size()))));
}

/// Offset of the data of a PNG's first chunk of that type, or −1.
qsizetype findChunk(const QByteArray &png, const QByteArray &type)
{
    for (qsizetype at = 8; at + 8 <= png.size(); at += 12 + be32(png, at)) {
        if (png.mid(at + 4, 4) == type)
            return at + 8;
    }
    return -1;
}

/// Offset behind a JPEG's first start-of-frame mark, or −1.
qsizetype findFrame(const QByteArray &jpeg, uchar *mark)
{
    for (qsizetype at = 2; at + 4 <= jpeg.size();) {
        const auto type = uchar(jpeg[at + 1]);
        if (type >= 0xC0 && type <= 0xCF && type != 0xC4 && type != 0xC8 && type != 0xCC) {
            *mark = type;
            return at + 4;
        }
        at += 2 + qFromBigEndian<quint16>(jpeg.constData() + at + 2);
    }
    return -1;
}

struct TiffCloser {
    void operator()(TIFF *tiff) const { TIFFClose(tiff); }
};

std::unique_ptr<TIFF, TiffCloser> openTiff(const InputFile &file)
{
    return std::unique_ptr<TIFF, TiffCloser>(TIFFFdOpen(::dup(file.fd()), "memory", "r"));
}

} // namespace

Picture testPicture(int width, int height)
{
    Picture picture = blank(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double u = double(x) / width;
            const double v = double(y) / height;
            const double wave = 20 * std::sin(9 * u + 14 * v);
            put(picture, x, y, uchar(20 + 200 * u + wave), uchar(230 - 190 * v + wave), uchar(40 + 90 * u + 90 * v - wave));
        }
    }
    return picture;
}

Picture filled(int width, int height, uchar red, uchar green, uchar blue)
{
    Picture picture = blank(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            put(picture, x, y, red, green, blue);
    }
    return picture;
}

Picture oriented(const Picture &stored, int orientation)
{
    const int w = stored.width;
    const int h = stored.height;
    const bool swapped = orientation >= 5;
    return moved(stored, swapped ? h : w, swapped ? w : h, [=](int x, int y) {
        // Where row 0 and column 0 of the stored picture lie is what the tag says.
        switch (orientation) {
        case 2: return QPoint(w - 1 - x, y);
        case 3: return QPoint(w - 1 - x, h - 1 - y);
        case 4: return QPoint(x, h - 1 - y);
        case 5: return QPoint(y, x);
        case 6: return QPoint(y, h - 1 - x);
        case 7: return QPoint(w - 1 - y, h - 1 - x);
        case 8: return QPoint(w - 1 - y, x);
        default: return QPoint(x, y);
        }
    });
}

Picture cropped(const Picture &picture, const QRect &rect)
{
    return moved(picture, rect.width(), rect.height(), [&rect](int x, int y) { return rect.topLeft() + QPoint(x, y); });
}

Picture exchangedRedAndGreen(const Picture &picture)
{
    Picture result = picture;
    for (qsizetype i = 0; i + 2 < result.samples.size(); i += 3)
        std::swap(result.samples[i], result.samples[i + 1]);
    return result;
}

Picture scaledByBoxes(const Picture &picture, QSize size)
{
    Picture result = blank(size.width(), size.height());
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const int left = x * picture.width / size.width();
            const int top = y * picture.height / size.height();
            const int right = std::max(left + 1, (x + 1) * picture.width / size.width());
            const int bottom = std::max(top + 1, (y + 1) * picture.height / size.height());
            double sums[3] = {};
            for (int sy = top; sy < bottom; ++sy)
                for (int sx = left; sx < right; ++sx)
                    for (int c = 0; c < 3; ++c)
                        sums[c] += picture.at(sx, sy, c);
            const double count = double(right - left) * (bottom - top);
            put(result, x, y, uchar(sums[0] / count + 0.5), uchar(sums[1] / count + 0.5), uchar(sums[2] / count + 0.5));
        }
    }
    return result;
}

double rms(const Picture &a, const Picture &b)
{
    if (a.size() != b.size() || a.samples.isEmpty())
        return 1e9;
    double sum = 0;
    for (qsizetype i = 0; i < a.samples.size(); ++i)
        sum += std::pow(double(a.samples[i]) - b.samples[i], 2);
    return std::sqrt(sum / double(a.samples.size()));
}

double meanOf(const Picture &picture, const QRect &rect)
{
    const Picture part = cropped(picture, rect);
    double sum = 0;
    for (const uchar sample : part.samples)
        sum += sample;
    return sum / double(part.samples.size());
}

QByteArray encodePng(const Picture &picture, const QByteArray &alpha)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = png_uint_32(picture.width);
    image.height = png_uint_32(picture.height);
    image.format = alpha.isEmpty() ? PNG_FORMAT_RGB : PNG_FORMAT_RGBA;
    QByteArray pixels;
    for (qsizetype i = 0; i < picture.samples.size(); i += 3) {
        pixels.append(reinterpret_cast<const char *>(picture.samples.constData() + i), 3);
        if (!alpha.isEmpty())
            pixels.append(alpha.at(i / 3));
    }
    png_alloc_size_t size = 0;
    png_image_write_get_memory_size(image, size, 0, pixels.constData(), 0, nullptr);
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.constData(), 0, nullptr);
    bytes.resize(qsizetype(size));
    return bytes;
}

QByteArray encodeJpeg(const Picture &picture, int quality, bool halves)
{
    jpeg_compress_struct info{};
    jpeg_error_mgr error{};
    info.err = jpeg_std_error(&error);
    jpeg_create_compress(&info);
    uchar *bytes = nullptr;
    ulong size = 0;
    jpeg_mem_dest(&info, &bytes, &size);
    info.image_width = JDIMENSION(picture.width);
    info.image_height = JDIMENSION(picture.height);
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    info.comp_info[0].v_samp_factor = halves ? 2 : 1;
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        auto *row = const_cast<JSAMPROW>(picture.samples.constData() + qsizetype(info.next_scanline) * picture.width * 3);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    const QByteArray result(reinterpret_cast<const char *>(bytes), qsizetype(size));
    jpeg_destroy_compress(&info);
    std::free(bytes);
    return result;
}

Picture decodePicture(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG") ? decodePng(bytes) : bytes.startsWith("\xFF\xD8") ? decodeJpeg(bytes) : Picture();
}

Picture decodePnm(const QByteArray &bytes)
{
    int width = 0;
    int height = 0;
    int start = 0;
    QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 1000));
    while (head.contains('#')) {
        const qsizetype comment = head.indexOf('#');
        for (qsizetype i = comment; i < head.size() && head.at(i) != '\n'; ++i)
            head[i] = ' ';
    }
    if (std::sscanf(head.constData(), "P6 %d %d 255%n", &width, &height, &start) != 2)
        return {};
    Picture picture = blank(width, height);
    const QByteArray pixels = bytes.mid(start + 1);
    std::copy_n(pixels.constData(), std::min(pixels.size(), picture.samples.size()),
                reinterpret_cast<char *>(picture.samples.data()));
    return picture;
}

Picture decodeCmykJpeg(const QByteArray &bytes)
{
    jpeg_decompress_struct info{};
    jpeg_error_mgr error{};
    info.err = jpeg_std_error(&error);
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, reinterpret_cast<const uchar *>(bytes.constData()), ulong(bytes.size()));
    jpeg_read_header(&info, TRUE);
    info.out_color_space = JCS_CMYK;
    jpeg_start_decompress(&info);
    Picture picture = blank(int(info.output_width), int(info.output_height));
    QByteArray row(qsizetype(info.output_width) * 4, 0);
    while (info.output_scanline < info.output_height) {
        const int y = int(info.output_scanline);
        auto *samples = reinterpret_cast<uchar *>(row.data());
        jpeg_read_scanlines(&info, &samples, 1);
        for (int x = 0; x < picture.width; ++x) {
            const uchar *cmyk = samples + x * 4; // inverted: 255 is no ink
            put(picture, x, y, uchar(cmyk[0] * cmyk[3] / 255), uchar(cmyk[1] * cmyk[3] / 255),
                uchar(cmyk[2] * cmyk[3] / 255));
        }
    }
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return picture;
}

QList<quint16> decodePng16(const QByteArray &bytes)
{
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    const InputFile input = InputFile::fromBytes(bytes, "png");
    std::FILE *file = ::fdopen(::dup(input.input().fd), "rb");
    png_init_io(png, file);
    png_read_png(png, info, PNG_TRANSFORM_SWAP_ENDIAN, nullptr);
    QList<quint16> samples;
    const size_t count = png_get_rowbytes(png, info) / 2;
    for (png_uint_32 y = 0; y < png_get_image_height(png, info); ++y) {
        const auto *row = reinterpret_cast<const quint16 *>(png_get_rows(png, info)[y]);
        for (size_t i = 0; i < count; ++i)
            samples.append(row[i]);
    }
    png_destroy_read_struct(&png, &info, nullptr);
    std::fclose(file);
    return samples;
}

QList<quint16> decodeTiff16(const QByteArray &bytes)
{
    const InputFile input = InputFile::fromBytes(bytes, "tiff");
    const auto tiff = openTiff(input);
    QList<quint16> samples;
    uint32_t height = 0;
    if (!tiff || !TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height))
        return samples;
    QList<quint16> row(TIFFScanlineSize(tiff.get()) / 2);
    for (uint32_t y = 0; y < height; ++y) {
        TIFFReadScanline(tiff.get(), row.data(), y);
        samples.append(row);
    }
    return samples;
}

QList<QSize> tiffPageSizes(const QByteArray &bytes)
{
    const InputFile input = InputFile::fromBytes(bytes, "tiff");
    const auto tiff = openTiff(input);
    QList<QSize> sizes;
    do {
        uint32_t width = 0;
        uint32_t height = 0;
        TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
        TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height);
        sizes.append(QSize(int(width), int(height)));
    } while (TIFFReadDirectory(tiff.get()));
    return sizes;
}

int pngBits(const QByteArray &bytes)
{
    return bytes.size() > 24 ? bytes[24] : 0;
}

int pngDotsPerMeter(const QByteArray &bytes)
{
    const qsizetype at = findChunk(bytes, "pHYs");
    return at > 0 && bytes[at + 8] == 1 && be32(bytes, at) == be32(bytes, at + 4) ? int(be32(bytes, at)) : 0;
}

int jpegDotsPerInch(const QByteArray &bytes)
{
    const qsizetype at = bytes.indexOf("JFIF");
    return at > 0 && bytes[at + 7] == 1 ? qFromBigEndian<quint16>(bytes.constData() + at + 8) : 0;
}

int jpegComponents(const QByteArray &bytes)
{
    uchar mark = 0;
    const qsizetype at = findFrame(bytes, &mark);
    return at > 0 ? bytes[at + 5] : 0;
}

bool isProgressiveJpeg(const QByteArray &bytes)
{
    uchar mark = 0;
    return findFrame(bytes, &mark) > 0 && mark == 0xC2;
}

QByteArray exifBlock(int orientation, const QByteArray &date, const QByteArray &camera, bool place,
                     const QByteArray &thumbnail)
{
    Exiv2::ExifData data;
    data["Exif.Image.Orientation"] = uint16_t(orientation);
    data["Exif.Photo.DateTimeOriginal"] = date.toStdString();
    data["Exif.Image.Model"] = camera.toStdString();
    if (place) {
        data["Exif.GPSInfo.GPSVersionID"] = "2 3 0 0";
        data["Exif.GPSInfo.GPSLatitudeRef"] = "N";
        data["Exif.GPSInfo.GPSLatitude"] = "48/1 12/1 30/1";
    }
    if (!thumbnail.isEmpty()) { // in EXIF's place, and in the maker's own
        const auto *bytes = reinterpret_cast<const Exiv2::byte *>(thumbnail.constData());
        Exiv2::ExifThumb(data).setJpegThumbnail(bytes, long(thumbnail.size()));
        data["Exif.Image.Make"] = "OLYMPUS OPTICAL";
        const Exiv2::DataValue small(bytes, long(thumbnail.size()));
        data.add(Exiv2::ExifKey("Exif.Olympus.ThumbnailImage"), &small);
    }
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, nullptr, 0, Exiv2::littleEndian, data);
    return QByteArray(reinterpret_cast<const char *>(blob.data()), qsizetype(blob.size()));
}

QByteArray withExif(const QByteArray &jpeg, const QByteArray &exif)
{
    const QByteArray segment = QByteArray("Exif\0\0", 6) + exif;
    const auto length = quint16(segment.size() + 2);
    return jpeg.first(2) + "\xFF\xE1" + char(length >> 8) + char(length & 0xFF) + segment + jpeg.sliced(2);
}

QByteArray exifText(const QByteArray &file, const char *key)
{
    try {
        const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(file.constData()),
                                                     long(file.size()));
        image->readMetadata();
        const auto found = image->exifData().findKey(Exiv2::ExifKey(key));
        return found == image->exifData().end() ? QByteArray() : QByteArray::fromStdString(found->toString());
    } catch (const Exiv2::AnyError &error) {
        qWarning("Exiv2: %s", error.what());
        return {};
    }
}

int exifOrientation(const QByteArray &file)
{
    return exifText(file, "Exif.Image.Orientation").toInt();
}

QByteArray exchangedPrimariesProfile()
{
    const cmsCIExyY white{0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries{{0.30, 0.60, 1}, {0.64, 0.33, 1}, {0.15, 0.06, 1}};
    const double parameters[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    cmsToneCurve *curve = cmsBuildParametricToneCurve(nullptr, 4, parameters);
    cmsToneCurve *curves[3] = {curve, curve, curve};
    cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    cmsFreeToneCurve(curve);
    // The time of making and with it the ID differ from call to call.
    bytes.replace(24, 12, QByteArray("\x07\xE8\0\1\0\1\0\0\0\0\0\0", 12));
    return bytes;
}

QByteArray withIccProfile(const QByteArray &png, const QByteArray &profile)
{
    QByteArray packed(qsizetype(compressBound(uLong(profile.size()))), Qt::Uninitialized);
    uLongf size = uLongf(packed.size());
    compress(reinterpret_cast<Bytef *>(packed.data()), &size, reinterpret_cast<const Bytef *>(profile.constData()),
             uLong(profile.size()));
    packed.resize(qsizetype(size));
    const qsizetype behindHeader = 8 + 25;
    QByteArray bytes = png;
    for (const QByteArray &other : {QByteArray("sRGB"), QByteArray("gAMA"), QByteArray("cHRM")}) {
        if (const qsizetype at = findChunk(bytes, other); at > 0)
            bytes.remove(at - 8, 12 + be32(bytes, at - 8));
    }
    return bytes.first(behindHeader) + pngChunk("iCCP", QByteArray("test\0\0", 6) + packed) + bytes.sliced(behindHeader);
}

QByteArray iccProfile(const QByteArray &png)
{
    const qsizetype at = findChunk(png, "iCCP");
    if (at < 0)
        return {};
    const qsizetype start = png.indexOf('\0', at) + 2;
    QByteArray profile(1 << 20, Qt::Uninitialized);
    uLongf size = uLongf(profile.size());
    const qsizetype packedSize = at + be32(png, at - 8) - start;
    if (uncompress(reinterpret_cast<Bytef *>(profile.data()), &size,
                   reinterpret_cast<const Bytef *>(png.constData() + start), uLong(packedSize))
        != Z_OK)
        return {};
    profile.resize(qsizetype(size));
    return profile;
}

QByteArray hugePng(quint32 width, quint32 height)
{
    // A megabyte of zeros packs into a kilobyte: the honest start of a bomb.
    const QByteArray zeros(1 << 20, '\0');
    QByteArray packed(qsizetype(compressBound(uLong(zeros.size()))), Qt::Uninitialized);
    uLongf size = uLongf(packed.size());
    compress(reinterpret_cast<Bytef *>(packed.data()), &size, reinterpret_cast<const Bytef *>(zeros.constData()),
             uLong(zeros.size()));
    packed.resize(qsizetype(size));
    return QByteArray("\x89PNG\r\n\x1A\n", 8)
        + pngChunk("IHDR", be32(width) + be32(height) + QByteArray("\x08\x02\0\0\0", 5)) + pngChunk("IDAT", packed)
        + pngChunk("IEND", {});
}

QByteArray hugeTiff(quint32 width, quint32 height)
{
    const auto entry = [](quint16 tag, quint32 value) { return le16(tag) + le16(4) + le32(1) + le32(value); };
    return QByteArray("II*\0", 4) + le32(8) + le16(8) + entry(256, width) + entry(257, height) + entry(258, 8)
        + entry(259, 1) + entry(262, 1) + entry(273, 200) + entry(278, height) + entry(279, 1000) + le32(0)
        + QByteArray(2000, 'x');
}

QByteArray hugeBmp(quint32 width, quint32 height)
{
    return "BM" + le32(2054) + le32(0) + le32(54) + le32(40) + le32(width) + le32(height) + le16(1) + le16(24)
        + QByteArray(24, '\0') + QByteArray(2000, 'x');
}

QByteArray hugeGif(quint16 width, quint16 height)
{
    return "GIF89a" + le16(width) + le16(height) + QByteArray("\x80\0\0\0\0\0\xFF\xFF\xFF", 9) + ',' + le32(0) + le16(width)
        + le16(height) + QByteArray("\0\x02\x02\x44\x01\0;", 7);
}

QByteArray longGif(int frames)
{
    const QByteArray frame = ',' + le32(0) + le16(1) + le16(1) + QByteArray("\0\x02\x02\x44\x01\0", 6);
    return "GIF89a" + le16(200) + le16(200) + QByteArray("\x80\0\0\0\0\0\xFF\xFF\xFF", 9) + frame.repeated(frames) + ';';
}

} // namespace convoy::test
