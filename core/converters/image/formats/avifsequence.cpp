// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/base/animationframes.h"

#include "core/base/releaser.h"
#include "core/converters/image/base/codedcolor.h"
#include "core/converters/image/base/imageprofile.h"
#include "core/converters/image/base/stagedstream.h"

#include <avif/avif.h>

#include <cmath>
#include <memory>
#include <vector>

namespace convoy {

namespace {

constexpr qint64 largestSequence = qint64{512} << 20;
constexpr uint32_t mostFramesListed = 1'000'000; // so that too many can be told from damage

using Decoder = std::unique_ptr<avifDecoder, Releaser<&avifDecoderDestroy>>;

Error errorOf(avifResult result)
{
    const QString words = QString::fromLatin1(avifResultToString(result));
    if (result == AVIF_RESULT_OUT_OF_MEMORY)
        return magick::needsMemory(words);
    return magick::damaged(words);
}

Decoder open(const QByteArray &bytes, int threads)
{
    Decoder decoder(avifDecoderCreate());
    if (!decoder)
        return nullptr;
    decoder->maxThreads = threads;
    decoder->imageDimensionLimit = uint32_t(magick::maximumSide);
    decoder->imageSizeLimit = uint32_t(magick::maximumPixels);
    decoder->imageCountLimit = mostFramesListed;
    decoder->strictFlags = AVIF_STRICT_DISABLED; // what every browser shows
    avifDecoderSetSource(decoder.get(), AVIF_DECODER_SOURCE_TRACKS);
    avifDecoderSetIOMemory(decoder.get(), reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
    return avifDecoderParse(decoder.get()) == AVIF_RESULT_OK ? std::move(decoder) : nullptr;
}

// ISO/IEC 14496-12, 8.6.6: flag 1 of an edit list repeats it. Without a list players go on for ever.
int loopsOf(const QByteArray &bytes)
{
    const qsizetype list = bytes.indexOf("elst", bytes.indexOf("moov"));
    return list > 0 && list + 8 <= bytes.size() && (bytes[list + 7] & 1) == 0 ? 1 : 0;
}

Result<void> appendFrame(const avifDecoder &decoder, bool deep, std::vector<uint8_t> &pixels, AnimationFrames &frames)
{
    avifRGBImage rgb;
    avifRGBImageSetDefaults(&rgb, decoder.image);
    rgb.format = AVIF_RGB_FORMAT_RGBA;
    rgb.depth = deep ? 16 : 8;
    rgb.rowBytes = rgb.width * avifRGBImagePixelSize(&rgb);
    pixels.resize(size_t(rgb.rowBytes) * rgb.height);
    rgb.pixels = pixels.data();
    if (const avifResult result = avifImageYUVToRGB(decoder.image, &rgb); result != AVIF_RESULT_OK)
        return errorOf(result);
    frames.append(pixels.data(), std::llround(decoder.imageTiming.duration * 1000));
    return {};
}

void keepMetadata(const avifImage &from, MagickCore::Image *image)
{
    const auto block = [](const avifRWData &data) {
        return QByteArray(reinterpret_cast<const char *>(data.data), qsizetype(data.size));
    };
    setProfile(image, "icc", block(from.icc));
    setCodedColor(image, CodedColor::fromNumbers(from.colorPrimaries, from.transferCharacteristics));
    setProfile(image, "exif", block(from.exif));
    setProfile(image, "xmp", block(from.xmp));
}

} // namespace

int countAvifFrames(int fd)
{
    const QByteArray bytes = wholeFile(fd, largestSequence);
    const Decoder decoder = open(bytes, 1);
    return decoder ? std::clamp(decoder->imageCount, 1, magick::maximumFrames + 1) : 1;
}

Result<magick::ImageList> readAvifSequence(int fd, magick::Monitor &monitor)
{
    const QByteArray bytes = wholeFile(fd, largestSequence);
    const Decoder decoder = open(bytes, monitor.context().threadCount());
    if (!decoder)
        return errorOf(AVIF_RESULT_BMFF_PARSE_FAILED);
    const QSize canvas(int(decoder->image->width), int(decoder->image->height));
    const qint64 pixels = qint64(canvas.width()) * canvas.height();
    if (pixels * decoder->imageCount > magick::maximumPixels)
        return magick::tooLarge(canvas.width(), qint64(canvas.height()) * decoder->imageCount);
    const bool deep = decoder->image->depth > 8;
    AnimationFrames frames({.canvas = canvas, .sixteenBits = deep, .loops = loopsOf(bytes)});
    std::vector<uint8_t> samples;
    while (frames.count() < decoder->imageCount) {
        if (monitor.stopped())
            return cancelledError();
        if (const avifResult result = avifDecoderNextImage(decoder.get()); result != AVIF_RESULT_OK)
            return errorOf(result);
        if (QSize(int(decoder->image->width), int(decoder->image->height)) != canvas)
            return errorOf(AVIF_RESULT_BMFF_PARSE_FAILED);
        if (const Result<void> added = appendFrame(*decoder, deep, samples, frames); !added)
            return added.error();
        monitor.advance(double(frames.count()) / decoder->imageCount);
    }
    Result<magick::ImageList> images = frames.take(decoder->imageCount);
    if (images)
        keepMetadata(*decoder->image, images->get());
    return images;
}

} // namespace convoy
