// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/imagewriter.h"

#include "core/converters/image/base/stagedstream.h"
#include "core/converters/image/formats/heif.h"
#include "core/converters/image/formats/imagepng.h"
#include "core/converters/image/formats/jpegencoder.h"
#include "core/converters/image/formats/jxl.h"
#include "core/converters/image/formats/webpanimation.h"

#include <QCoreApplication>

#include <functional>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ImageWriterText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

void define(MagickCore::ImageInfo *info, const char *key, const QByteArray &value)
{
    MagickCore::SetImageOption(info, key, value.constData());
}

// A palette's places are written in as few bits as they need, of which libtiff takes no differences.
bool hasWholeBytes(const MagickCore::Image *images)
{
    for (const MagickCore::Image *image = images; image; image = MagickCore::GetNextImageInList(image)) {
        if (image->storage_class == MagickCore::PseudoClass || (image->depth != 8 && image->depth != 16))
            return false;
    }
    return true;
}

// zlib's level, by measurement: adaptive filtering at level 5 takes a third of the time of ImageMagick's 7 and makes photos
// not 5 % larger and drawings no larger; 2 takes half of that for 5 to 15 % more.
void definePng(MagickCore::ImageInfo *info, Effort effort)
{
    constexpr std::array<const char *, 3> levels{"2", "5", "9"};
    define(info, "png:compression-level", levels.at(size_t(effort)));
    define(info, "png:compression-filter", "5");
    define(info, "png:compression-strategy", "0");
    define(info, "png:exclude-chunks", "date,tIME,bKGD");
}

void defineWebp(MagickCore::ImageInfo *info, const ImageOptions &options)
{
    constexpr std::array<const char *, 3> methods{"2", "4", "6"};
    info->quality = size_t(options.quality);
    define(info, "webp:lossless", options.lossless ? "true" : "false");
    define(info, "webp:method", methods.at(size_t(options.effort)));
}

void defineTiff(MagickCore::ImageInfo *info, const ImageOptions &options, const MagickCore::Image *images)
{
    info->compression = options.tiffCompression == "none"_L1 ? MagickCore::NoCompression
        : options.tiffCompression == "zip"_L1                ? MagickCore::ZipCompression
                                                             : MagickCore::LZWCompression;
    if (info->compression != MagickCore::NoCompression && hasWholeBytes(images))
        define(info, "tiff:predictor", "2"); // horizontal differencing, TIFF 6.0 section 14
}

magick::ImageInfo encoderSettings(const PipelineSettings &settings, const MagickCore::Image *images)
{
    magick::ImageInfo info(MagickCore::CloneImageInfo(nullptr));
    MagickCore::CopyMagickString(info->magick, settings.output.coder, sizeof info->magick);
    const QByteArray name = QByteArray(settings.output.coder) + ":output";
    MagickCore::CopyMagickString(info->filename, name.constData(), sizeof info->filename);
    info->adjoin = magick::frameCount(images) > 1 ? MagickCore::MagickTrue : MagickCore::MagickFalse;
    const ImageOptions &options = settings.options;
    if (settings.output.is("PNG"))
        definePng(info.get(), options.effort);
    else if (settings.output.is("WEBP"))
        defineWebp(info.get(), options);
    else if (settings.output.is("TIFF"))
        defineTiff(info.get(), options, images);
    return info;
}

// ImageMagick's PNG encoder cuts 16 bits to 8 without rounding.
void roundToBytes(MagickCore::Image *image, magick::Exceptions &exceptions)
{
    const auto rounded = [](MagickCore::Quantum sample) {
        return MagickCore::Quantum(MagickCore::ScaleQuantumToChar(sample) * 257);
    };
    for (size_t y = 0; y < image->rows; ++y) {
        MagickCore::PixelPacket *row = MagickCore::GetAuthenticPixels(image, 0, ssize_t(y), image->columns, 1,
                                                                      exceptions.info());
        for (size_t x = 0; row && x < image->columns; ++x)
            row[x] = {.blue = rounded(row[x].blue),
                      .green = rounded(row[x].green),
                      .red = rounded(row[x].red),
                      .opacity = rounded(row[x].opacity)};
        MagickCore::SyncAuthenticPixels(image, exceptions.info());
    }
}

Result<void> encodeByMagick(const MagickCore::Image *images, int fd, const PipelineSettings &settings,
                            magick::Monitor &monitor)
{
    const bool several = magick::frameCount(images) > 1;
    const magick::ImageInfo info = encoderSettings(settings, images);
    magick::Exceptions exceptions;
    const magick::ImageList copy(MagickCore::CloneImageList(images, exceptions.info()));
    if (!copy)
        return exceptions.operationError().value_or(magick::outOfMemory());
    monitor.attach(info.get());
    monitor.attach(copy.get());
    if (settings.output.is("PNG") && copy->storage_class == MagickCore::DirectClass && copy->depth <= 8)
        roundToBytes(copy.get(), exceptions);
    StagedStream file(fd);
    info->file = file.stream();
    for (MagickCore::Image *image = copy.get(); image; image = MagickCore::GetNextImageInList(image)) {
        MagickCore::CopyMagickString(image->filename, info->filename, sizeof image->filename);
        MagickCore::CopyMagickString(image->magick, info->magick, sizeof image->magick);
        image->quality = info->quality;
        image->interlace = info->interlace;
        image->compression = info->compression;
    }
    const bool written = several ? MagickCore::WriteImages(info.get(), copy.get(), info->filename, exceptions.info())
                                 : MagickCore::WriteImage(info.get(), copy.get());
    exceptions.inheritFrom(copy.get());
    magick::letGoOfStream(copy.get());
    if (monitor.stopped())
        return cancelledError();
    if (Result<void> finished = file.finish(); !finished)
        return finished;
    if (const std::optional<Error> error = exceptions.operationError())
        return *error;
    if (!written)
        return magick::notWritten(QString::fromLatin1(settings.output.coder));
    return {};
}

Result<void> encode(const MagickCore::Image *images, int fd, const PipelineSettings &settings, magick::Monitor &monitor)
{
    if (settings.output.is("PNG") && canWritePng(*images))
        return writePngImage(*images, fd, settings, monitor);
    if (settings.output.is("JXL"))
        return writeJxl(*images, fd, settings.options, monitor);
    if (settings.output.is("AVIF") || settings.output.is("HEIC"))
        return writeHeif(*images, fd, settings, monitor);
    if (settings.output.is("WEBP") && magick::frameCount(images) > 1)
        return writeWebpAnimation(images, fd, settings, monitor);
    return encodeByMagick(images, fd, settings, monitor);
}

bool losesByQuality(const PipelineSettings &settings)
{
    const bool maybe = settings.output.is("WEBP") || settings.output.is("JXL");
    return (maybe && !settings.options.lossless) || settings.output.is("AVIF") || settings.output.is("HEIC");
}

// The best quality whose file is small enough; `attempt` tries one and returns its size. The last attempt is the one that
// counts.
Result<void> searchQuality(const ImageOptions &options, const std::function<Result<qint64>(int quality)> &attempt)
{
    const qint64 most = qint64(options.maximumKiB) * 1024;
    int good = 0;
    int bad = options.quality + 1;
    int last = 0;
    for (int quality = options.quality; bad - good > 1; quality = (good + bad) / 2) {
        const Result<qint64> size = attempt(quality);
        if (!size)
            return size.error();
        last = quality;
        (*size <= most ? good : bad) = quality;
    }
    if (good == 0)
        return Error{ErrorKind::LimitExceeded,
                     ImageWriterText::tr("This picture does not fit into %1 KiB, even at the lowest quality.")
                         .arg(options.maximumKiB)};
    if (last == good)
        return {};
    const Result<qint64> again = attempt(good);
    return again ? Result<void>() : Result<void>(again.error());
}

Result<void> encodeWithin(const MagickCore::Image *images, int fd, const PipelineSettings &settings,
                          magick::Monitor &monitor)
{
    ImageOptions options = settings.options;
    const PipelineSettings trial{.options = options, .output = settings.output};
    return searchQuality(settings.options, [&](int quality) -> Result<qint64> {
        options.quality = quality;
        if (const Result<void> fresh = startAgain(fd); !fresh)
            return fresh.error();
        if (const Result<void> encoded = encode(images, fd, trial, monitor); !encoded)
            return encoded.error();
        return ::lseek(fd, 0, SEEK_END);
    });
}

} // namespace

Result<void> writeJpeg(const MagickCore::Image &image, JpegPlanes *planes, int fd, const PipelineSettings &settings,
                       magick::Monitor &monitor)
{
    JpegEncoder encoder(image, planes, settings.options, monitor);
    QByteArray bytes;
    const auto attempt = [&](int quality) -> Result<qint64> {
        Result<QByteArray> encoded = encoder.encode(quality);
        if (!encoded)
            return encoded.error();
        bytes = std::move(encoded).value();
        return bytes.size();
    };
    if (settings.options.maximumKiB > 0) {
        if (const Result<void> found = searchQuality(settings.options, attempt); !found)
            return found.error();
    } else if (const Result<qint64> encoded = attempt(settings.options.quality); !encoded) {
        return encoded.error();
    }
    return writeWhole(fd, bytes);
}

Result<void> writeImages(const MagickCore::Image *images, int fd, const PipelineSettings &settings, magick::Monitor &monitor)
{
    const qint64 side = qint64(std::max(images->columns, images->rows));
    if (side > settings.output.maximumSide)
        return Error{
            ErrorKind::LimitExceeded,
            ImageWriterText::tr("This kind of file holds at most %1 pixels a side.").arg(settings.output.maximumSide)};
    if (qint64(images->columns) * qint64(images->rows) > settings.output.maximumPixels)
        return Error{
            ErrorKind::LimitExceeded,
            ImageWriterText::tr("This picture is too large for this kind of file. Make it smaller, or choose PNG or TIFF.")};
    if (settings.output.is("JPEG"))
        return writeJpeg(*images, nullptr, fd, settings, monitor);
    if (settings.options.maximumKiB > 0 && losesByQuality(settings))
        return encodeWithin(images, fd, settings, monitor);
    return encode(images, fd, settings, monitor);
}

} // namespace convoy
