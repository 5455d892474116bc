// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/imagereader.h"

#include "core/converters/image/base/animationframes.h"
#include "core/converters/image/base/imageprofile.h"
#include "core/converters/image/base/stagedstream.h"
#include "core/converters/image/formats/heif.h"
#include "core/converters/image/formats/imageheader.h"
#include "core/converters/image/formats/jpegdecoder.h"
#include "core/converters/image/formats/jxl.h"
#include "core/converters/image/formats/pixelbytes.h"
#include "core/converters/image/formats/pngcheck.h"
#include "core/converters/image/formats/rawreader.h"
#include "core/converters/image/formats/rlebitmap.h"
#include "core/converters/image/formats/webpanimation.h"
#include "core/converters/image/metadata/foreignmetadata.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ImageReaderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

struct Coder {
    QLatin1StringView format;
    const char *name; ///< ImageMagick's; null where the format has a reader of its own
};

// Every reader that a file can reach.
constexpr std::array coders{
    Coder{"jpeg"_L1, nullptr}, Coder{"png"_L1, "PNG"}, Coder{"gif"_L1, "GIF"}, Coder{"webp"_L1, "WEBP"},
    Coder{"tiff"_L1, "TIFF"},  Coder{"bmp"_L1, "BMP"}, Coder{"pnm"_L1, "PNM"}, Coder{"avif"_L1, nullptr},
    Coder{"heif"_L1, nullptr}, Coder{"jp2"_L1, "JP2"}, Coder{"psd"_L1, "PSD"}, Coder{"jxl"_L1, nullptr},
    Coder{"raw"_L1, nullptr},
};

// ImageMagick decodes only the first frame if asked for one "scene".
void selectFirstFrame(MagickCore::ImageInfo *info)
{
    info->scene = 0;
    info->number_scenes = 1;
}

bool isWithinLimits(qint64 width, qint64 height)
{
    return width <= magick::maximumSide && height <= magick::maximumSide && width * height <= magick::maximumPixels;
}

Result<void> checkSize(const MagickCore::Image &image, qint64 frames)
{
    // An animation's frames are drawn on its canvas.
    const qint64 width = qint64(std::max(image.columns, image.page.width));
    const qint64 height = qint64(std::max(image.rows, image.page.height));
    if (!isWithinLimits(width, height))
        return magick::tooLarge(width, height);
    if (frames > magick::maximumFrames || width * height * frames > magick::maximumPixels)
        return Error{ErrorKind::LimitExceeded,
                     ImageReaderText::tr("This animation is too large: %1 frames of %2×%3 pixels.")
                         .arg(frames)
                         .arg(width)
                         .arg(height)};
    return {};
}

// Frames of an animation are patches on a canvas.
bool hasCanvas(const Format &format)
{
    return format.id == "gif"_L1 || format.id == "webp"_L1;
}

Result<magick::ImageList> wholeFrames(magick::ImageList images)
{
    const bool oneWhole = !images->next && images->columns == images->page.width && images->rows == images->page.height;
    if (oneWhole || images->page.width == 0 || images->page.height == 0)
        return images;
    magick::Exceptions exceptions;
    magick::ImageList whole(MagickCore::CoalesceImages(images.get(), exceptions.info()));
    if (const std::optional<Error> error = exceptions.readError())
        return *error; // patches that lie outside of all reason
    return whole;
}

Result<magick::ImageList> readOwn(const Format &format, int fd, const ReadSettings &settings, magick::Monitor *monitor)
{
    const bool headerOnly = monitor == nullptr;
    if (format.id == "jxl"_L1)
        return readJxl(fd,
                       headerOnly               ? JxlRead::Header
                           : settings.allFrames ? JxlRead::AllFrames
                                                : JxlRead::FirstFrame,
                       monitor);
    if (format.id == "raw"_L1)
        return readRaw(fd, settings, monitor);
    if (format.id == "avif"_L1 && settings.allFrames && monitor)
        return readAvifSequence(fd, *monitor);
    if (format.id != "jpeg"_L1)
        return readHeif(fd, headerOnly, monitor);
    JpegDecoder decoder(fd, monitor);
    if (const Result<void> header = decoder.readHeader(); !header)
        return header.error();
    if (headerOnly)
        return decoder.describe();
    if (!settings.atLeast.isEmpty())
        decoder.shrink(settings.atLeast);
    return decoder.readImage();
}

// At one bit a pixel. PNM compresses nothing, PSD at most as DEFLATE does (1032) or its packed rows (128). JPEG 2000 has no
// such end: no blank picture of a real camera or scanner comes near this one.
qint64 mostPixelsInByte(const Format &format)
{
    return format.id == "pnm"_L1 ? 8 : format.id == "psd"_L1 ? 8 * 1032 : format.id == "jp2"_L1 ? 100'000 : INT64_MAX;
}

// The profile stands once in the file and holds for every frame.
void shareProfile(MagickCore::Image *frames)
{
    const QByteArray profile = profileOf(*frames, "icc");
    for (MagickCore::Image *image = frames->next; image && !profile.isEmpty(); image = image->next) {
        setProfile(image, "icc", profile);
        MagickCore::CloneImageArtifacts(image, frames);
    }
}

// The tables of a sequence and of JPEG XL only their own libraries read.
void countFrames(ImageHeader &header, const Format &format, int fd)
{
    if (format.id == "jxl"_L1) {
        header.frames = countJxlFrames(fd);
    } else if (format.id == "avif"_L1 && header.moves) {
        header.frames = countAvifFrames(fd);
        header.moves = header.frames == 1;
    }
}

const Format &rawFormat()
{
    return *std::ranges::find(formats(), "raw"_L1, &Format::id);
}

/// A PNM in plain text ends with a number or, which ImageMagick insists on, with white space behind it.
QByteArray endedText(const Format &format, int fd)
{
    constexpr qint64 largest = qint64{1} << 30;
    std::array<char, 2> mark{};
    const bool isText = format.id == "pnm"_L1 && ::pread(fd, mark.data(), mark.size(), 0) == 2 && mark[1] < '4';
    const QByteArray text = isText ? wholeFile(fd, largest) : QByteArray();
    return text.isEmpty() ? text : text + '\n';
}

Error lyingHeader(Error error)
{
    // ImageMagick reports impossible dimensions as lack of memory or of permission.
    if (error.kind == ErrorKind::LimitExceeded)
        error.message = ImageReaderText::tr("This picture claims to be larger than what can be converted.");
    return error;
}

} // namespace

Result<ImageReader> ImageReader::open(const ConvertInput &input)
{
    magick::initialize();
    const Stream file = readingStream(input.fd);
    if (!file)
        return unreadableFile(errno);
    std::array<char, sniffLength> head{};
    const size_t size = std::fread(head.data(), 1, head.size(), file.get());
    if (size == 0 && std::ferror(file.get()))
        return unreadableFile(errno);
    const Format &sniffed = sniffFormat(QByteArrayView(head.data(), qsizetype(size)), input.path);
    ImageHeader header = readImageHeader(file.get(), sniffed.id, magick::maximumFrames + 1);
    const Format &format = header.cameraRaw ? rawFormat() : sniffed;
    const auto coder = std::ranges::find(coders, format.id, &Coder::format);
    if (format.id.isEmpty() || coder == coders.end()) {
        const QString message = size == 0 ? ImageReaderText::tr("This file is empty.")
            : format.kind == MediaKind::Image
            ? ImageReaderText::tr("%1 pictures cannot be read by this build.").arg(format.name)
            : ImageReaderText::tr("This is not a picture.");
        return Error{ErrorKind::UnsupportedFormat, message};
    }
    if (header.mixedUp)
        return magick::unsupported(u"YCbCr of fewer samples"_s);
    if (!isWithinLimits(header.width, header.height))
        return magick::tooLarge(header.width, header.height);
    if (format.id == "png"_L1 && !hasModestPngTexts(file.get()))
        return magick::needsMemory(u"texts"_s);
    if (!header.cameraRaw && input.size > 0
        && (header.pixelBytes > 0 ? std::min(header.pixelBytes, input.size) : input.size) < header.leastBytes)
        return magick::damaged(u"the file is too short for its dimensions"_s);
    countFrames(header, format, input.fd);
    // The container of JPEG 2000 and its bare code stream have coders of their own.
    const char *name = format.id == "jp2"_L1 && head[0] == '\xFF' ? "J2K" : coder->name;
    return ImageReader(input, format, name, header);
}

bool ImageReader::isCameraRaw() const
{
    return m_format->id == "raw"_L1;
}

bool ImageReader::shrinksOnLoad() const
{
    return isCameraRaw() || m_format->id == "jpeg"_L1;
}

magick::ImageInfo ImageReader::info(std::FILE *file, bool allFrames) const
{
    magick::ImageInfo info(MagickCore::CloneImageInfo(nullptr));
    info->file = file;
    const QByteArray name = QByteArray(m_coder) + ":input"; // the prefix names the coder: nothing is guessed
    MagickCore::CopyMagickString(info->filename, name.constData(), sizeof info->filename);
    if (!allFrames)
        selectFirstFrame(info.get());
    return info;
}

Result<magick::ImageList> ImageReader::readHeader() const
{
    if (!m_coder)
        return readOwn(*m_format, m_fd, {}, nullptr);
    const Stream file = readingStream(m_fd);
    if (!file)
        return unreadableFile(errno);
    const magick::ImageInfo settings = info(file.get(), false);
    magick::Exceptions exceptions;
    magick::ImageList images(MagickCore::PingImage(settings.get(), exceptions.info()));
    exceptions.inheritFrom(images.get());
    magick::letGoOfStream(images.get());
    if (const std::optional<Error> error = exceptions.readError())
        return lyingHeader(*error);
    if (!images)
        return magick::damaged({});
    if (const Result<void> size = checkSize(*images, 1); !size)
        return size.error();
    if (m_size > 0
        && qint64(images->columns) * qint64(images->rows) / mostPixelsInByte(*m_format)
            > pixelBytes(file.get(), m_format->id, m_size))
        return magick::damaged(u"the file is too short for its dimensions"_s);
    readForeignMetadata(m_fd, m_format->id, images.get());
    if (hasCanvas(*m_format) && images->page.width > 0 && images->page.height > 0) {
        images->columns = images->page.width;
        images->rows = images->page.height;
    }
    return images;
}

Result<magick::ImageList> ImageReader::read(const ReadSettings &settings, magick::Monitor &monitor) const
{
    const bool all = settings.allFrames && m_frames > 1;
    Result<magick::ImageList> header = readHeader();
    if (!header)
        return header;
    const int frames = all ? m_frames : 1;
    if (const Result<void> size = checkSize(**header, frames); !size)
        return size.error();
    if (const Result<void> memory = magick::checkMemory(**header, frames, magick::Limit::Now); !memory)
        return memory.error();
    Result<magick::ImageList> images = readPixels(settings, all, monitor);
    if (images && all && (m_format->id != "tiff"_L1))
        shareProfile(images->get());
    return images;
}

Result<magick::ImageList> ImageReader::readPixels(const ReadSettings &settings, bool all, magick::Monitor &monitor) const
{
    if (!m_coder) {
        ReadSettings own = settings;
        own.allFrames = all;
        return readOwn(*m_format, m_fd, own, &monitor);
    }
    if (m_frames > 1 && m_format->id == "webp"_L1) {
        Result<magick::ImageList> frames = readWebpAnimation(m_fd, all, monitor);
        if (frames)
            readForeignMetadata(m_fd, m_format->id, frames->get());
        return frames;
    }
    return readByMagick(all, monitor);
}

Result<magick::ImageList> ImageReader::readByMagick(bool all, magick::Monitor &monitor) const
{
    QByteArray text = endedText(*m_format, m_fd);
    const Stream file = text.isEmpty() ? readingStream(m_fd) : Stream(::fmemopen(text.data(), size_t(text.size()), "rb"));
    if (!file)
        return unreadableFile(errno);
    if (m_format->id == "bmp"_L1 && !hasSoundRunLengths(file.get()))
        return magick::damaged(u"run lengths leave the picture"_s);
    if (m_format->id == "png"_L1 && !hasSoundPngChunks(file.get()))
        return magick::damaged(u"the file ends early or its sums are wrong"_s);
    if (all && m_format->id == "png"_L1) {
        Result<magick::ImageList> frames = readApng(m_fd, monitor);
        if (frames)
            readForeignMetadata(m_fd, m_format->id, frames->get());
        return frames;
    }
    std::rewind(file.get());

    const magick::ImageInfo how = info(file.get(), all);
    monitor.attach(how.get());
    magick::Exceptions exceptions;
    magick::ImageList images(MagickCore::ReadImage(how.get(), exceptions.info()));
    exceptions.inheritFrom(images.get());
    magick::letGoOfStream(images.get());
    if (monitor.stopped())
        return cancelledError();
    if (const std::optional<Error> error = exceptions.readError())
        return lyingHeader(*error);
    if (!images)
        return magick::damaged({});
    readForeignMetadata(m_fd, m_format->id, images.get());
    return hasCanvas(*m_format) ? wholeFrames(std::move(images)) : Result<magick::ImageList>(std::move(images));
}

QSize uprightSize(const MagickCore::Image &image)
{
    const QSize stored(int(image.columns), int(image.rows));
    return image.orientation >= MagickCore::LeftTopOrientation ? stored.transposed() : stored;
}

} // namespace convoy
