// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/coverscaler.h"

#include "core/converters/audio/base/audiotext.h"

#include <algorithm>
#include <memory>
#include <png.h>
#include <turbojpeg.h>

namespace convoy {

namespace {

constexpr int colours = 3;
constexpr int quality = 90;
constexpr qint64 mostPixels = 64LL << 20;
constexpr int mostSide = 32768;

/// Red, green and blue, rows without gaps.
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<uchar> bytes;
};

struct FreeTurbo {
    void operator()(void *handle) const { tjDestroy(handle); }
};
using Turbo = std::unique_ptr<void, FreeTurbo>;

Error unreadable(const char *detail)
{
    return {ErrorKind::UnsupportedFormat, AudioText::tr("The cover could not be made smaller."), QString::fromUtf8(detail)};
}

bool fits(qint64 width, qint64 height)
{
    return width > 0 && height > 0 && width <= mostSide && height <= mostSide && width * height <= mostPixels;
}

Error tooLarge()
{
    return {ErrorKind::LimitExceeded, AudioText::tr("The cover has too many pixels."), {}};
}

Pixels emptyPixels(int width, int height)
{
    return {width, height, std::vector<uchar>(size_t(width) * size_t(height) * colours)};
}

/// Inks as Adobe's programs and all that follow them write them: upside down.
void toColours(const std::vector<uchar> &inks, Pixels &pixels)
{
    constexpr size_t inksOfPixel = 4;
    for (size_t i = 0; i < pixels.bytes.size(); ++i) {
        const size_t pixel = i / colours * inksOfPixel;
        pixels.bytes[i] = uchar(inks[pixel + i % colours] * inks[pixel + colours] / 255);
    }
}

/// Decodes at an eighth, a quarter or a half where that still is as large as wanted.
Result<Pixels> decodeJpeg(const QByteArray &bytes, int side)
{
    const Turbo turbo(tjInitDecompress());
    const auto *data = reinterpret_cast<const uchar *>(bytes.constData());
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colourspace = 0;
    if (!turbo
        || tjDecompressHeader3(turbo.get(), data, ulong(bytes.size()), &width, &height, &subsampling, &colourspace) != 0)
        return unreadable(tjGetErrorStr2(turbo.get()));
    if (!fits(width, height))
        return tooLarge();
    tjscalingfactor factor{1, 1};
    for (const int denominator : {2, 4, 8}) {
        if (std::max(width, height) / denominator >= side)
            factor = {1, denominator};
    }
    Pixels pixels = emptyPixels(TJSCALED(width, factor), TJSCALED(height, factor));
    const bool isInk = colourspace == TJCS_CMYK || colourspace == TJCS_YCCK;
    std::vector<uchar> inks(isInk ? pixels.bytes.size() / colours * 4 : 0);
    if (tjDecompress2(turbo.get(), data, ulong(bytes.size()), isInk ? inks.data() : pixels.bytes.data(), pixels.width, 0,
                      pixels.height, isInk ? TJPF_CMYK : TJPF_RGB, TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS)
        != 0)
        return unreadable(tjGetErrorStr2(turbo.get()));
    if (isInk)
        toColours(inks, pixels);
    return pixels;
}

struct PngHeader : png_image {
    PngHeader() : png_image{} { version = PNG_IMAGE_VERSION; }
    ~PngHeader() { png_image_free(this); }
    PngHeader(const PngHeader &) = delete;
    PngHeader &operator=(const PngHeader &) = delete;
};

/// What is transparent becomes white.
Result<Pixels> decodePng(const QByteArray &bytes)
{
    PngHeader header;
    if (png_image_begin_read_from_memory(&header, bytes.constData(), size_t(bytes.size())) == 0)
        return unreadable(header.message);
    if (!fits(header.width, header.height))
        return tooLarge();
    header.format = PNG_FORMAT_RGB;
    Pixels pixels = emptyPixels(int(header.width), int(header.height));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&header, &white, pixels.bytes.data(), 0, nullptr) == 0)
        return unreadable(header.message);
    return pixels;
}

/// Each new pixel is the mean of those that it covers.
Pixels shrink(const Pixels &from, int width, int height)
{
    Pixels to = emptyPixels(width, height);
    for (int y = 0; y < height; ++y) {
        const int top = int(qint64(y) * from.height / height);
        const int bottom = std::max(top + 1, int(qint64(y + 1) * from.height / height));
        for (int x = 0; x < width; ++x) {
            const int left = int(qint64(x) * from.width / width);
            const int right = std::max(left + 1, int(qint64(x + 1) * from.width / width));
            const int count = (bottom - top) * (right - left);
            for (int colour = 0; colour < colours; ++colour) {
                qint64 sum = 0;
                for (int row = top; row < bottom; ++row) {
                    for (int column = left; column < right; ++column)
                        sum += from.bytes[(size_t(row) * size_t(from.width) + size_t(column)) * colours + size_t(colour)];
                }
                to.bytes[(size_t(y) * size_t(width) + size_t(x)) * colours + size_t(colour)] = uchar((sum + count / 2)
                                                                                                     / count);
            }
        }
    }
    return to;
}

Result<QByteArray> encode(const Pixels &pixels)
{
    const Turbo turbo(tjInitCompress());
    uchar *data = nullptr;
    ulong size = 0;
    const int failed = turbo ? tjCompress2(turbo.get(), pixels.bytes.data(), pixels.width, 0, pixels.height, TJPF_RGB, &data,
                                           &size, TJSAMP_444, quality, 0)
                             : -1;
    const std::unique_ptr<uchar, decltype(&tjFree)> owner(data, tjFree);
    if (failed != 0)
        return unreadable(tjGetErrorStr2(turbo.get()));
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

} // namespace

Result<CoverPicture> scaleCover(const CoverPicture &cover, int side)
{
    if (!cover.isInk && cover.width > 0 && cover.width <= side && cover.height > 0 && cover.height <= side)
        return cover;
    if (cover.mime != "image/jpeg" && cover.mime != "image/png")
        return unreadable("neither JPEG nor PNG");
    const Result<Pixels> pixels = cover.mime == "image/jpeg" ? decodeJpeg(cover.bytes, side) : decodePng(cover.bytes);
    if (!pixels)
        return pixels.error();
    const int longer = std::max(pixels->width, pixels->height);
    const auto scaled = [&](int length) { return std::clamp(int(qint64(length) * side / longer), 1, length); };
    const Result<QByteArray> bytes = encode(longer <= side ? *pixels
                                                           : shrink(*pixels, scaled(pixels->width), scaled(pixels->height)));
    if (!bytes)
        return bytes.error();
    return measureCover(*bytes);
}

} // namespace convoy
