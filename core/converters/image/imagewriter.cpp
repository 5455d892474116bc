// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/imagewriter.h"

#include "core/converters/image/imagepng.h"
#include "core/converters/image/jxl.h"
#include "core/converters/image/stagedfile.h"

#include <QCoreApplication>

#include <xxhash.h>

#include <cerrno>
#include <memory>
#include <unistd.h>
#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

bool is(const OutputTraits &output, std::string_view coder)
{
    return coder == output.coder;
}

void define(MagickCore::ImageInfo *info, const char *key, const QByteArray &value)
{
    MagickCore::SetImageOption(info, key, value.constData());
}

int frameCount(const MagickCore::Image *images)
{
    return int(MagickCore::GetImageListLength(images));
}

size_t smallestDepth(const MagickCore::Image *images)
{
    size_t bits = images->depth;
    for (const MagickCore::Image *image = images; image; image = MagickCore::GetNextImageInList(image))
        bits = std::min(bits, image->depth);
    return bits;
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

void defineJpeg(MagickCore::ImageInfo *info, const ImageOptions &options)
{
    info->quality = size_t(options.quality);
    info->interlace = options.progressive ? MagickCore::JPEGInterlace : MagickCore::NoInterlace;
}

void defineWebp(MagickCore::ImageInfo *info, const ImageOptions &options)
{
    constexpr std::array<const char *, 3> methods{"2", "4", "6"};
    info->quality = size_t(options.quality);
    define(info, "webp:lossless", options.lossless ? "true" : "false");
    define(info, "webp:method", methods.at(size_t(options.effort)));
}

void defineTiff(MagickCore::ImageInfo *info, const ImageOptions &options, size_t bits)
{
    info->compression = options.tiffCompression == "none"_L1 ? MagickCore::NoCompression
        : options.tiffCompression == "zip"_L1                ? MagickCore::ZipCompression
                                                             : MagickCore::LZWCompression;
    if (info->compression != MagickCore::NoCompression && (bits == 8 || bits == 16))
        define(info, "tiff:predictor", "2"); // horizontal differencing, TIFF 6.0 section 14
}

magick::ImageInfo encoderSettings(const PipelineSettings &settings, const MagickCore::Image *images)
{
    magick::ImageInfo info(MagickCore::CloneImageInfo(nullptr));
    MagickCore::CopyMagickString(info->magick, settings.output.coder, sizeof info->magick);
    const QByteArray name = QByteArray(settings.output.coder) + ":output";
    MagickCore::CopyMagickString(info->filename, name.constData(), sizeof info->filename);
    info->adjoin = frameCount(images) > 1 ? MagickCore::MagickTrue : MagickCore::MagickFalse;
    const ImageOptions &options = settings.options;
    if (is(settings.output, "PNG"))
        definePng(info.get(), options.effort);
    else if (is(settings.output, "JPEG"))
        defineJpeg(info.get(), options);
    else if (is(settings.output, "WEBP"))
        defineWebp(info.get(), options);
    else if (is(settings.output, "TIFF"))
        defineTiff(info.get(), options, smallestDepth(images));
    else if (is(settings.output, "AVIF"))
        info->quality = size_t(options.quality);
    return info;
}

// Rounded as the encoders round: to the file's depth.
bool hashFrame(const MagickCore::Image *image, bool sixteenBits, XXH3_state_t *state)
{
    const char *map = image->colorspace == MagickCore::CMYKColorspace ? "CMYK" : image->matte ? "RGBA" : "RGB";
    const size_t samples = image->columns * std::char_traits<char>::length(map);
    std::vector<unsigned short> row(samples);
    magick::Exceptions exceptions;
    for (size_t y = 0; y < image->rows; ++y) {
        if (!MagickCore::ExportImagePixels(image, 0, ssize_t(y), image->columns, 1, map,
                                           sixteenBits ? MagickCore::ShortPixel : MagickCore::CharPixel, row.data(),
                                           exceptions.info()))
            return false;
        XXH3_128bits_update(state, row.data(), samples * (sixteenBits ? 2 : 1));
    }
    return true;
}

// Empty where the pixels cannot be had.
QString pixelHash(const MagickCore::Image *images, bool sixteenBits)
{
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    for (const MagickCore::Image *image = images; image; image = MagickCore::GetNextImageInList(image)) {
        if (!hashFrame(image, sixteenBits, state.get()))
            return {};
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return u"%1%2"_s.arg(quint64(hash.high64), 16, 16, '0'_L1).arg(quint64(hash.low64), 16, 16, '0'_L1);
}

QString formatIdOf(const OutputTraits &output)
{
    return QString::fromLatin1(output.coder).toLower(); // the coder's name is the format's id for all that are written
}

// Palettes, and encoders that may leave out what cannot be seen, do not give every pixel back.
bool givesPixelsBack(const PipelineSettings &settings)
{
    return is(settings.output, "PNG") || is(settings.output, "TIFF")
        || (is(settings.output, "JXL") && settings.options.lossless);
}

Error differs(const QString &detail)
{
    return {ErrorKind::VerificationFailed, Text::tr("The finished picture is not what was written."), detail};
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

Result<void> encode(const MagickCore::Image *images, int fd, const PipelineSettings &settings, magick::Monitor &monitor)
{
    const bool several = frameCount(images) > 1;
    const magick::ImageInfo info = encoderSettings(settings, images);
    magick::Exceptions exceptions;
    const magick::ImageList copy(MagickCore::CloneImageList(images, exceptions.info()));
    if (!copy)
        return exceptions.operationError().value_or(
            Error{ErrorKind::OutOfMemory, Text::tr("There is not enough memory for this picture."), {}});
    monitor.attach(info.get());
    monitor.attach(copy.get());
    if (is(settings.output, "PNG") && copy->storage_class == MagickCore::DirectClass && copy->depth <= 8)
        roundToBytes(copy.get(), exceptions);
    StagedFile file(fd);
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
        return magick::cancelled();
    if (Result<void> finished = file.finish(); !finished)
        return finished;
    if (const std::optional<Error> error = exceptions.operationError())
        return *error;
    if (!written)
        return Error{ErrorKind::Internal, Text::tr("The picture could not be written."),
                     QString::fromLatin1(settings.output.coder)};
    return {};
}

// The best quality whose file is small enough; quality 1 where none is.
Result<void> encodeWithin(const MagickCore::Image *images, int fd, const PipelineSettings &settings,
                          magick::Monitor &monitor)
{
    ImageOptions options = settings.options;
    PipelineSettings trial{.options = options, .output = settings.output};
    const auto attempt = [&](int quality) -> Result<bool> {
        options.quality = quality;
        if (::lseek(fd, 0, SEEK_SET) != 0 || ::ftruncate(fd, 0) != 0)
            return systemError(errno, ErrorKind::OutputUnwritable, Text::tr("The output could not be written."));
        if (const Result<void> encoded = encode(images, fd, trial, monitor); !encoded)
            return encoded.error();
        return ::lseek(fd, 0, SEEK_END) <= qint64(options.maximumKiB) * 1024;
    };
    int good = 1;
    int bad = settings.options.quality + 1;
    for (int quality = settings.options.quality; bad - good > 1; quality = (good + bad) / 2) {
        const Result<bool> fits = attempt(quality);
        if (!fits)
            return fits.error();
        (*fits ? good : bad) = quality;
    }
    const Result<bool> last = attempt(good);
    return last ? Result<void>() : Result<void>(last.error());
}

} // namespace

Result<void> writeImages(const MagickCore::Image *images, int fd, const PipelineSettings &settings, magick::Monitor &monitor)
{
    const qint64 side = qint64(std::max(images->columns, images->rows));
    if (side > settings.output.maximumSide)
        return Error{ErrorKind::LimitExceeded,
                     Text::tr("This kind of file holds at most %1 pixels a side.").arg(settings.output.maximumSide),
                     {}};
    if (is(settings.output, "JPEG") && settings.options.maximumKiB > 0)
        return encodeWithin(images, fd, settings, monitor);
    if (is(settings.output, "PNG") && canWritePng(*images))
        return writePngImage(*images, fd, settings, monitor);
    if (is(settings.output, "JXL"))
        return writeJxl(*images, fd, settings.options, monitor);
    return encode(images, fd, settings, monitor);
}

QVariantMap factsOf(const MagickCore::Image *images, const PipelineSettings &settings)
{
    QVariantMap facts{
        {u"format"_s, formatIdOf(settings.output)},
        {u"width"_s, qlonglong(images->columns)},
        {u"height"_s, qlonglong(images->rows)},
        {u"frames"_s, frameCount(images)},
    };
    const bool sixteenBits = images->depth > 8 && settings.output.maximumBits > 8;
    if (givesPixelsBack(settings)) {
        facts.insert(u"bits"_s, sixteenBits ? 16 : 8);
        facts.insert(u"pixels"_s, pixelHash(images, sixteenBits));
    }
    return facts;
}

Result<void> checkFacts(const MagickCore::Image *images, QLatin1StringView formatId, const QVariantMap &facts)
{
    const auto integer = [&facts](QLatin1StringView key) { return facts.value(key).toLongLong(); };
    if (facts.value("format"_L1).toString() != formatId)
        return differs(u"format %1"_s.arg(formatId));
    if (integer("width"_L1) != qlonglong(images->columns) || integer("height"_L1) != qlonglong(images->rows))
        return differs(u"%1×%2 pixels"_s.arg(images->columns).arg(images->rows));
    if (integer("frames"_L1) != frameCount(images))
        return differs(u"%1 frames"_s.arg(frameCount(images)));
    if (facts.contains("pixels"_L1) && facts.value("pixels"_L1).toString() != pixelHash(images, integer("bits"_L1) == 16))
        return differs(u"other pixels"_s);
    return {};
}

} // namespace convoy
