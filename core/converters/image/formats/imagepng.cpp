// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/imagepng.h"

#include "core/converters/image/base/imageprofile.h"
#include "core/converters/png/pngstrategy.h"
#include "core/converters/png/pngwriter.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

using Bytes = std::vector<std::uint8_t>;
using Pixel = MagickCore::PixelPacket;

// Only to be read; valid while the picture lives. Null where it has no pixels.
const Pixel *pixelsOf(const MagickCore::Image &image)
{
    magick::Exceptions exceptions;
    return MagickCore::GetVirtualPixels(&image, 0, 0, image.columns, image.rows, exceptions.info());
}

// With transparency, which this folder's PNG writer does not pack. Photos have more than 256 colors after a few rows.
// Counted at 8 bits a sample.
bool fitsPalette(const Pixel *pixels, size_t count)
{
    std::unordered_set<quint32> colors;
    quint32 last = 0;
    for (size_t i = 0; i < count && colors.size() <= 256; ++i) {
        const Pixel &p = pixels[i];
        const quint32 color = quint32(p.red >> 8) << 24 | quint32(p.green >> 8) << 16 | quint32(p.blue >> 8) << 8
            | quint32(p.opacity >> 8);
        if (i == 0 || color != last)
            colors.insert(color);
        last = color;
    }
    return colors.size() <= 256;
}

bool isGray(const Pixel *pixels, size_t count)
{
    return std::all_of(pixels, pixels + count, [](const Pixel &p) { return p.red == p.green && p.green == p.blue; });
}

bool hasOnlyKnownProfiles(const MagickCore::Image &image)
{
    constexpr std::array<std::string_view, 4> known{"icc", "exif", "xmp", "icm"};
    MagickCore::ResetImageProfileIterator(&image);
    while (const char *name = MagickCore::GetNextImageProfile(&image)) {
        if (std::ranges::find(known, std::string_view(name)) == known.end())
            return false;
    }
    return true;
}

void append(Bytes &to, std::string_view text)
{
    to.insert(to.end(), text.begin(), text.end());
}

// ISO/IEC 15948 11.3.3.3: name, compression method, zlib stream.
Bytes iccChunk(const QByteArray &profile)
{
    Bytes data;
    append(data, std::string_view("icc\0\0", 5));
    uLongf size = compressBound(uLong(profile.size()));
    const size_t start = data.size();
    data.resize(start + size);
    compress2(data.data() + start, &size, reinterpret_cast<const Bytef *>(profile.constData()), uLong(profile.size()),
              Z_BEST_COMPRESSION);
    data.resize(start + size);
    return data;
}

// 11.3.4.3 and 11.3.4.5: Latin-1, or UTF-8 behind a compression flag and method, a language and the keyword in it.
PngChunk commentChunk(const QString &comment)
{
    const bool isLatin1 = std::ranges::all_of(comment, [](QChar c) { return c.unicode() < 256; });
    Bytes data;
    append(data, isLatin1 ? std::string_view("comment\0", 8) : std::string_view("comment\0\0\0\0\0", 12));
    append(data, (isLatin1 ? comment.toLatin1() : comment.toUtf8()).toStdString());
    return {isLatin1 ? "tEXt" : "iTXt", std::move(data)};
}

std::vector<PngChunk> metadataChunks(const MagickCore::Image &image)
{
    std::vector<PngChunk> chunks;
    if (const QByteArray icc = profileOf(image, "icc"); !icc.isEmpty())
        chunks.push_back({"iCCP", iccChunk(icc)});
    if (const QByteArray exif = exifOf(image); !exif.isEmpty())
        chunks.push_back({"eXIf", Bytes(exif.begin(), exif.end())});
    if (const QByteArray xmp = profileOf(image, "xmp"); !xmp.isEmpty()) {
        Bytes data; // XMP specification part 3, 1.1.5
        append(data, std::string_view("XML:com.adobe.xmp\0\0\0\0\0", 22));
        data.insert(data.end(), xmp.begin(), xmp.end());
        chunks.push_back({"iTXt", std::move(data)});
    }
    if (const QString comment = commentOf(image); !comment.isEmpty())
        chunks.push_back(commentChunk(comment));
    return chunks;
}

double pixelsPerInch(const MagickCore::Image &image)
{
    switch (image.units) {
    case MagickCore::PixelsPerInchResolution: return image.x_resolution;
    case MagickCore::PixelsPerCentimeterResolution: return image.x_resolution * 2.54;
    default: return 0;
    }
}

/// Turns 16-bit samples into the bytes of PNG rows.
class Rows
{
public:
    Rows(const Pixel *pixels, const PngPicture &picture) : m_pixels(pixels), m_picture(picture) {}

    void render(int first, int count, std::uint8_t *out) const
    {
        const size_t width = size_t(m_picture.width);
        const Pixel *begin = m_pixels + size_t(first) * width;
        const Pixel *end = begin + size_t(count) * width;
        const bool deep = m_picture.bits == 16;
        switch (m_picture.channels) {
        case 1: deep ? put<16, 1>(begin, end, out) : put<8, 1>(begin, end, out); break;
        case 2: deep ? put<16, 2>(begin, end, out) : put<8, 2>(begin, end, out); break;
        case 3: deep ? put<16, 3>(begin, end, out) : put<8, 3>(begin, end, out); break;
        default: deep ? put<16, 4>(begin, end, out) : put<8, 4>(begin, end, out); break;
        }
    }

private:
    template <int bits>
    static void putSample(MagickCore::Quantum sample, std::uint8_t *&out)
    {
        if constexpr (bits == 16) {
            *out++ = std::uint8_t(sample >> 8);
            *out++ = std::uint8_t(sample);
        } else {
            *out++ = MagickCore::ScaleQuantumToChar(sample);
        }
    }

    template <int bits, int channels>
    static void put(const Pixel *begin, const Pixel *end, std::uint8_t *out)
    {
        for (const Pixel *pixel = begin; pixel != end; ++pixel) {
            putSample<bits>(pixel->red, out);
            if constexpr (channels >= 3) {
                putSample<bits>(pixel->green, out);
                putSample<bits>(pixel->blue, out);
            }
            if constexpr (channels % 2 == 0)
                putSample<bits>(MagickCore::Quantum(65535 - pixel->opacity), out);
        }
    }

    const Pixel *m_pixels;
    const PngPicture &m_picture;
};

bool wasLossy(const MagickCore::Image &image)
{
    constexpr std::array<std::string_view, 4> coders{"JPEG", "WEBP", "HEIC", "AVIF"};
    return std::ranges::find(coders, std::string_view(image.magick)) != coders.end();
}

PngEffort pngEffort(Effort effort, bool photo)
{
    switch (effort) {
    case Effort::Fast: return PngEffort::Fast;
    case Effort::Smallest: return PngEffort::Smallest;
    case Effort::Balanced: break;
    }
    return photo ? PngEffort::Photo : PngEffort::Balanced;
}

} // namespace

bool canWritePng(const MagickCore::Image &image)
{
    const bool model = image.colorspace == MagickCore::sRGBColorspace || image.colorspace == MagickCore::GRAYColorspace;
    if (!model || image.x_resolution != image.y_resolution || !hasOnlyKnownProfiles(image))
        return false;
    const Pixel *pixels = pixelsOf(image);
    return pixels && !(image.matte && fitsPalette(pixels, image.columns * image.rows));
}

Result<void> writePngImage(const MagickCore::Image &image, int fd, const PipelineSettings &settings,
                           magick::Monitor &monitor)
{
    const Pixel *pixels = pixelsOf(image);
    if (!pixels)
        return magick::notWritten(u"no pixels"_s);
    // A profile of colors does not fit a gray PNG (11.3.3.3).
    const bool gray = image.colorspace == MagickCore::GRAYColorspace
        || (profileOf(image, "icc").isEmpty() && isGray(pixels, image.columns * image.rows));
    const PngPicture picture{
        .width = int(image.columns),
        .height = int(image.rows),
        .channels = (gray ? 1 : 3) + (image.matte ? 1 : 0),
        .bits = image.depth > 8 ? 16 : 8,
        .ppi = pixelsPerInch(image),
    };
    const Rows rows(pixels, picture);
    const PngRows render = [&rows](int first, int count, std::uint8_t *out) -> Result<void> {
        rows.render(first, count, out);
        return {};
    };
    const PngControl control{
        .effort = pngEffort(settings.options.effort, wasLossy(image)),
        .stop = monitor.context().stop,
        .progress = [&monitor](double fraction) { monitor.advance(fraction); },
        .threads = monitor.context().threads,
        .chunks = metadataChunks(image),
    };
    const Result<QByteArray> written = writePng(fd, picture, render, control);
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace convoy
