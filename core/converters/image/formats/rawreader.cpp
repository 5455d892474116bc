// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/rawreader.h"

#include "core/base/mappedfile.h"
#include "core/converters/image/formats/jpegdecoder.h"
#include "core/converters/image/metadata/foreignmetadata.h"

#include <QCoreApplication>

#include <libraw/libraw.h>

#include <array>
#include <cerrno>
#include <cmath>
#include <memory>
#include <vector>

// Of OpenMP's runtime, which LibRaw uses; its header is the compiler's own and not there for every tool.
extern "C" void omp_set_num_threads(int threads);

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RawReaderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

constexpr qint64 largestRaw = qint64{2} << 30;

// The smallest that any camera's compression makes of 64 sensor pixels is far more than this.
constexpr qint64 mostSensorPixelsInByte = 512;

/// One file, opened, developed and handed over.
class Developer
{
public:
    Developer(int fd, const ReadSettings &settings, magick::Monitor *monitor)
        : m_file(fd, largestRaw),
          m_settings(settings),
          m_monitor(monitor)
    {
    }

    Result<magick::ImageList> read()
    {
        if (!m_file.data())
            return unreadableFile(errno);
        m_raw.set_dataerror_handler(&noteDataError, this);
        m_raw.set_progress_handler(&tick, this);
        if (const Result<void> opened = checked(m_raw.open_buffer(m_file.data(), m_file.size())); !opened)
            return opened.error();
        if (const Result<void> size = checkSize(); !size)
            return size.error();
        if (!m_monitor)
            return describe();
        if (m_settings.preview) {
            if (Result<magick::ImageList> camera = readCameraPicture())
                return camera;
        }
        return develop();
    }

private:
    static void noteDataError(void *self, const char *, int offset)
    {
        // Decoders note odd values in sound files as well; only an end that comes too early is damage.
        auto *developer = static_cast<Developer *>(self);
        developer->m_endedEarly = developer->m_endedEarly || offset < 0;
    }
    static int tick(void *self, LibRaw_progress, int, int)
    {
        const magick::Monitor *const monitor = static_cast<Developer *>(self)->m_monitor;
        return monitor && monitor->stopped() ? 1 : 0;
    }

    Result<void> checked(int status) const
    {
        const QString words = QString::fromLatin1(LibRaw::strerror(status));
        switch (status) {
        case LIBRAW_SUCCESS: break;
        case LIBRAW_FILE_UNSUPPORTED:
        case LIBRAW_NOT_IMPLEMENTED:
        case LIBRAW_REQUEST_FOR_NONEXISTENT_IMAGE:
            return Error{ErrorKind::UnsupportedFormat,
                         RawReaderText::tr("This is a camera's raw picture, which this build cannot develop."), words};
        case LIBRAW_UNSUFFICIENT_MEMORY:
        case LIBRAW_MEMPOOL_OVERFLOW:
        case LIBRAW_TOO_BIG: return magick::needsMemory(words);
        case LIBRAW_CANCELLED_BY_CALLBACK: return cancelledError();
        default: return magick::damaged(words);
        }
        return m_endedEarly ? Result<void>(magick::damaged(u"the file ends early"_s)) : Result<void>();
    }

    Result<void> checkSize() const
    {
        const libraw_image_sizes_t &sizes = m_raw.imgdata.sizes;
        const qint64 width = std::max(sizes.raw_width, sizes.width);
        const qint64 height = std::max(sizes.raw_height, sizes.height);
        if (width == 0 || height == 0)
            return magick::damaged(u"no size"_s);
        if (width > magick::maximumSide || height > magick::maximumSide || width * height > magick::maximumPixels)
            return magick::tooLarge(width, height);
        if (width * height / mostSensorPixelsInByte > qint64(m_file.size()))
            return magick::damaged(u"the file is too short for its dimensions"_s);
        return {};
    }

    // As stored: the pipeline turns. LibRaw counts with bits: 1 exchanges left and right, 2 top and bottom, 4 the axes.
    void setFacts(MagickCore::Image *image) const
    {
        constexpr std::array orientations{1, 2, 4, 3, 5, 8, 6, 7};
        image->depth = 16;
        image->orientation = static_cast<MagickCore::OrientationType>(orientations.at(size_t(m_flip) % 8));
        MagickCore::CopyMagickString(image->magick, "RAW", sizeof image->magick);
        readRawMetadata(QByteArray::fromRawData(static_cast<const char *>(m_file.data()), qsizetype(m_file.size())), image);
    }

    Result<magick::ImageList> describe()
    {
        m_flip = m_raw.imgdata.sizes.flip;
        m_raw.imgdata.params.user_flip = 0;
        if (const Result<void> adjusted = checked(m_raw.adjust_sizes_info_only()); !adjusted)
            return adjusted.error();
        magick::ImageList image(MagickCore::AcquireImage(nullptr));
        image->columns = m_raw.imgdata.sizes.iwidth;
        image->rows = m_raw.imgdata.sizes.iheight;
        setFacts(image.get());
        return image;
    }

    bool mayHalve() const
    {
        const libraw_image_sizes_t &sizes = m_raw.imgdata.sizes;
        return !m_settings.atLeast.isEmpty() && m_settings.atLeast.width() <= sizes.width / 2
            && m_settings.atLeast.height() <= sizes.height / 2;
    }

    // The JPEG that nearly every camera puts into its raw files, if it shows the whole picture.
    Result<magick::ImageList> readCameraPicture()
    {
        if (const Result<void> unpacked = checked(m_raw.unpack_thumb()); !unpacked)
            return unpacked.error();
        const libraw_thumbnail_t &small = m_raw.imgdata.thumbnail;
        const libraw_image_sizes_t &sizes = m_raw.imgdata.sizes;
        const double ratio = double(sizes.width) / sizes.height;
        if (small.tformat != LIBRAW_THUMBNAIL_JPEG || small.theight == 0
            || std::abs(double(small.twidth) / small.theight / ratio - 1) > 0.02
            || std::max(small.twidth, small.theight) < m_settings.preview)
            return magick::damaged(u"no preview"_s);
        JpegDecoder decoder(Stream(::fmemopen(small.thumb, small.tlength, "rb")), m_monitor);
        if (const Result<void> header = decoder.readHeader(); !header)
            return header.error();
        if (decoder.size() != QSize(small.twidth, small.theight))
            return magick::damaged(u"no preview"_s);
        Result<magick::ImageList> image = decoder.readImage();
        if (image) {
            m_flip = sizes.flip;
            setFacts(image->get());
        }
        return image;
    }

    Result<magick::ImageList> develop()
    {
        omp_set_num_threads(m_monitor->context().threadCount());
        libraw_output_params_t &how = m_raw.imgdata.params;
        how.half_size = mayHalve() ? 1 : 0;
        how.use_camera_wb = 1;
        how.output_color = 1; // sRGB
        how.output_bps = 16;
        how.gamm[0] = 1 / 2.4; // IEC 61966-2-1
        how.gamm[1] = 12.92;
        m_flip = m_raw.imgdata.sizes.flip;
        how.user_flip = 0;
        if (const Result<void> unpacked = checked(m_raw.unpack()); !unpacked)
            return unpacked.error();
        m_monitor->advance(0.3);
        if (const Result<void> developed = checked(m_raw.dcraw_process()); !developed)
            return developed.error();
        m_monitor->advance(0.8);
        return handOver();
    }

    Result<magick::ImageList> handOver()
    {
        int width = 0;
        int height = 0;
        int colors = 0;
        int bits = 0;
        m_raw.get_mem_image_format(&width, &height, &colors, &bits);
        if (width <= 0 || height <= 0 || (colors != 1 && colors != 3) || bits != 16)
            return magick::damaged(u"%1×%2 pixels of %3 colors"_s.arg(width).arg(height).arg(colors));
        std::vector<quint16> samples(size_t(width) * size_t(height) * size_t(colors));
        if (const Result<void> copied = checked(m_raw.copy_mem_image(samples.data(), width * colors * 2, 0)); !copied)
            return copied.error();
        m_raw.recycle();
        magick::ImageList image(MagickCore::AcquireImage(nullptr));
        MagickCore::SetImageExtent(image.get(), size_t(width), size_t(height));
        if (colors == 1)
            MagickCore::SetImageColorspace(image.get(), MagickCore::GRAYColorspace);
        MagickCore::ImportImagePixels(image.get(), 0, 0, size_t(width), size_t(height), colors == 1 ? "I" : "RGB",
                                      MagickCore::ShortPixel, samples.data());
        setFacts(image.get());
        magick::Exceptions exceptions;
        exceptions.inheritFrom(image.get());
        if (const std::optional<Error> error = exceptions.operationError())
            return *error;
        return image;
    }

    MappedFile m_file;
    const ReadSettings &m_settings;
    magick::Monitor *m_monitor;
    LibRaw m_raw;
    int m_flip = 0;
    bool m_endedEarly = false;
};

} // namespace

Result<magick::ImageList> readRaw(int fd, const ReadSettings &settings, magick::Monitor *monitor)
{
    // LibRaw is too large for a stack.
    return std::make_unique<Developer>(fd, settings, monitor)->read();
}

} // namespace convoy
