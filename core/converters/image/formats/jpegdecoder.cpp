// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/jpegdecoder.h"

#include "core/converters/image/base/imageprofile.h"
#include "core/converters/image/metadata/imageexif.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct JpegDecoderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

constexpr int exifMarker = JPEG_APP0 + 1; // XMP as well
constexpr int iccMarker = JPEG_APP0 + 2;
constexpr int photoshopMarker = JPEG_APP0 + 13;
constexpr QByteArrayView xmpMark("http://ns.adobe.com/xap/1.0/\0", 29);
constexpr QByteArrayView photoshopMark("Photoshop 3.0\0", 14);

void keepMarkers(const jpeg_decompress_struct &codec, MagickCore::Image *image)
{
    QByteArray photoshop; // goes on over several markers
    for (const jpeg_marker_struct *marker = codec.marker_list; marker; marker = marker->next) {
        const QByteArrayView data(reinterpret_cast<const char *>(marker->data), qsizetype(marker->data_length));
        if (marker->marker == exifMarker && data.startsWith(exifMark))
            setProfile(image, "exif", data.toByteArray());
        else if (marker->marker == exifMarker && data.startsWith(xmpMark))
            setProfile(image, "xmp", data.sliced(xmpMark.size()).toByteArray());
        else if (marker->marker == photoshopMarker && data.startsWith(photoshopMark))
            photoshop += data.sliced(photoshopMark.size());
        else if (marker->marker == JPEG_COM)
            MagickCore::SetImageProperty(image, "comment", data.toByteArray().constData());
    }
    if (const QByteArray captions = iptcOf(photoshop); !captions.isEmpty())
        setProfile(image, "iptc", captions);
}

void keepResolution(const jpeg_decompress_struct &codec, MagickCore::Image *image)
{
    image->units = codec.density_unit == 1 ? MagickCore::PixelsPerInchResolution
        : codec.density_unit == 2          ? MagickCore::PixelsPerCentimeterResolution
                                           : MagickCore::UndefinedResolution;
    if (!codec.saw_JFIF_marker || codec.density_unit == 0)
        return;
    image->x_resolution = codec.X_density;
    image->y_resolution = codec.Y_density;
}

using Pixel = MagickCore::PixelPacket;

// Adobe's CMYK is stored inverted, and nobody writes another.
void importRow(const JSAMPLE *in, int components, size_t width, Pixel *out, MagickCore::IndexPacket *black)
{
    using MagickCore::Quantum;
    const auto quantum = [](JSAMPLE sample) { return Quantum(sample * 257); };
    for (size_t x = 0; x < width; ++x, in += components) {
        if (components == 1) {
            out[x] = {.blue = quantum(in[0]), .green = quantum(in[0]), .red = quantum(in[0]), .opacity = 0};
        } else if (components == 3) {
            out[x] = {.blue = quantum(in[2]), .green = quantum(in[1]), .red = quantum(in[0]), .opacity = 0};
        } else {
            out[x] = {.blue = quantum(JSAMPLE(255 - in[2])),
                      .green = quantum(JSAMPLE(255 - in[1])),
                      .red = quantum(JSAMPLE(255 - in[0])),
                      .opacity = 0};
            black[x] = quantum(JSAMPLE(255 - in[3]));
        }
    }
}

// Color that is stored at half size may be decoded twice as large as the rest.
QSizeF samplesPerPixel(const jpeg_decompress_struct &codec, const jpeg_component_info &component)
{
    return {double(component.h_samp_factor * component.DCT_scaled_size) / (codec.max_h_samp_factor * DCTSIZE),
            double(component.v_samp_factor * component.DCT_scaled_size) / (codec.max_v_samp_factor * DCTSIZE)};
}

} // namespace

JpegDecoder::JpegDecoder(Stream file, magick::Monitor *monitor)
    : m_errors(monitor, true),
      m_monitor(monitor),
      m_file(std::move(file))
{
    m_codec.err = m_errors.manager();
}

JpegDecoder::~JpegDecoder()
{
    jpeg_destroy_decompress(&m_codec);
}

Result<void> JpegDecoder::readHeader()
{
    if (!m_file)
        return unreadableFile(errno);
    const bool read = m_errors.attempt([this] {
        jpeg_create_decompress(&m_codec);
        m_codec.progress = m_errors.progress();
        jpeg_stdio_src(&m_codec, m_file.get());
        for (const int marker : {exifMarker, iccMarker, photoshopMarker, int(JPEG_COM)})
            jpeg_save_markers(&m_codec, marker, 0xFFFF);
        jpeg_read_header(&m_codec, TRUE);
    });
    if (!read)
        return failure();
    if (qint64(m_codec.image_width) * m_codec.image_height > magick::maximumPixels
        || m_codec.image_width > magick::maximumSide || m_codec.image_height > magick::maximumSide)
        return magick::tooLarge(m_codec.image_width, m_codec.image_height);
    if (m_codec.num_components != 1 && m_codec.num_components != 3 && m_codec.num_components != 4)
        return Error{ErrorKind::UnsupportedFormat, JpegDecoderText::tr("This kind of JPEG cannot be read."),
                     u"%1 components"_s.arg(m_codec.num_components)};
    m_codec.out_color_space = m_codec.num_components == 1 ? JCS_GRAYSCALE : m_codec.num_components == 3 ? JCS_RGB : JCS_CMYK;
    m_codec.dct_method = JDCT_ISLOW;
    return {};
}

bool JpegDecoder::hasPlainPlanes() const
{
    if (m_codec.num_components == 1)
        return m_codec.jpeg_color_space == JCS_GRAYSCALE;
    if (m_codec.num_components != 3 || m_codec.jpeg_color_space != JCS_YCbCr)
        return false;
    const auto factors = [this](int component, int horizontal, int vertical) {
        return m_codec.comp_info[component].h_samp_factor == horizontal
            && m_codec.comp_info[component].v_samp_factor == vertical;
    };
    return horizontalRatio() <= 2 && verticalRatio() <= 2 && factors(1, 1, 1) && factors(2, 1, 1);
}

int JpegDecoder::horizontalRatio() const
{
    return m_codec.num_components == 3 ? m_codec.comp_info[0].h_samp_factor : 1;
}

int JpegDecoder::verticalRatio() const
{
    return m_codec.num_components == 3 ? m_codec.comp_info[0].v_samp_factor : 1;
}

Result<magick::ImageList> JpegDecoder::describe() const
{
    magick::ImageList image(MagickCore::AcquireImage(nullptr));
    image->columns = m_codec.image_width;
    image->rows = m_codec.image_height;
    image->depth = 8;
    MagickCore::CopyMagickString(image->magick, "JPEG", sizeof image->magick);
    if (m_codec.num_components == 1)
        MagickCore::SetImageColorspace(image.get(), MagickCore::GRAYColorspace);
    else if (m_codec.num_components == 4)
        MagickCore::SetImageColorspace(image.get(), MagickCore::CMYKColorspace);
    keepResolution(m_codec, image.get());
    keepMarkers(m_codec, image.get());
    JOCTET *icc = nullptr;
    unsigned int size = 0;
    // Of the compiler's const only: libjpeg writes into nothing but its own errors here.
    auto *codec = const_cast<jpeg_decompress_struct *>(&m_codec);
    if (jpeg_read_icc_profile(codec, &icc, &size)) {
        setProfile(image.get(), "icc", QByteArray(reinterpret_cast<const char *>(icc), qsizetype(size)));
        std::free(icc); // NOLINT(cppcoreguidelines-no-malloc): libjpeg's malloc
    }
    applyExif(image.get());
    if (horizontalRatio() > 1 || verticalRatio() > 1)
        MagickCore::SetImageArtifact(image.get(), "convoy:half-color", "1");
    return image;
}

void JpegDecoder::shrink(QSize atLeast)
{
    for (const unsigned divisor : {8U, 4U, 2U}) {
        const QSize smaller((size().width() + int(divisor) - 1) / int(divisor),
                            (size().height() + int(divisor) - 1) / int(divisor));
        if (smaller.width() < atLeast.width() || smaller.height() < atLeast.height())
            continue;
        m_codec.scale_num = 1;
        m_codec.scale_denom = divisor;
        return;
    }
}

Result<void> JpegDecoder::start()
{
    return m_errors.attempt([this] { jpeg_start_decompress(&m_codec); }) ? Result<void>() : Result<void>(failure());
}

Result<void> JpegDecoder::finish()
{
    const bool finished = m_errors.attempt([this] { jpeg_finish_decompress(&m_codec); });
    return finished && !m_errors.isDamaged() ? Result<void>() : Result<void>(failure());
}

void JpegDecoder::advance()
{
    if (m_monitor)
        m_monitor->advance(double(m_codec.output_scanline) / m_codec.output_height);
}

Result<magick::ImageList> JpegDecoder::readImage()
{
    Result<magick::ImageList> described = describe();
    if (!described)
        return described;
    if (const Result<void> started = start(); !started)
        return started.error();
    magick::ImageList image = std::move(described).value();
    MagickCore::SetImageExtent(image.get(), m_codec.output_width, m_codec.output_height);
    magick::Exceptions exceptions;
    std::vector<JSAMPLE> row(size_t(m_codec.output_width) * size_t(m_codec.output_components));
    while (m_codec.output_scanline < m_codec.output_height) {
        const auto y = ssize_t(m_codec.output_scanline);
        JSAMPLE *begin = row.data();
        if (!m_errors.attempt([this, begin] {
                JSAMPLE *rows = begin;
                jpeg_read_scanlines(&m_codec, &rows, 1);
            }))
            return failure();
        if (m_errors.isDamaged())
            return failure();
        Pixel *pixels = MagickCore::QueueAuthenticPixels(image.get(), 0, y, image->columns, 1, exceptions.info());
        if (!pixels)
            return exceptions.operationError().value_or(magick::outOfMemory());
        importRow(begin, m_codec.output_components, image->columns, pixels, MagickCore::GetAuthenticIndexQueue(image.get()));
        MagickCore::SyncAuthenticPixels(image.get(), exceptions.info());
        if (y % 64 == 0)
            advance();
    }
    if (const Result<void> finished = finish(); !finished)
        return finished.error();
    return image;
}

Result<JpegPlanes> JpegDecoder::readPlanes()
{
    m_codec.raw_data_out = TRUE;
    m_codec.out_color_space = m_codec.jpeg_color_space;
    if (const Result<void> started = start(); !started)
        return started.error();
    JpegPlanes result{.planes = {}, .samplesPerPixel = {}, .horizontal = horizontalRatio(), .vertical = verticalRatio()};
    std::array<std::array<JSAMPROW, 4 * DCTSIZE>, 3> rows{};
    std::array<JSAMPARRAY, 3> arrays{};
    std::array<int, 3> heights{}; // of one row of blocks
    for (int i = 0; i < m_codec.num_components; ++i) {
        const jpeg_component_info &component = m_codec.comp_info[i];
        heights[size_t(i)] = component.v_samp_factor * component.DCT_scaled_size;
        Plane plane(int(component.width_in_blocks) * component.DCT_scaled_size,
                    int(m_codec.total_iMCU_rows) * heights[size_t(i)]);
        plane.width = int(component.downsampled_width);
        plane.height = int(component.downsampled_height);
        result.planes.push_back(std::move(plane));
        result.samplesPerPixel.push_back(samplesPerPixel(m_codec, component));
        arrays[size_t(i)] = rows[size_t(i)].data();
    }
    const auto step = JDIMENSION(m_codec.max_v_samp_factor * m_codec.min_DCT_scaled_size);
    for (int block = 0; m_codec.output_scanline < m_codec.output_height; ++block) {
        for (size_t i = 0; i < result.planes.size(); ++i) {
            for (int y = 0; y < heights[i]; ++y)
                rows[i][size_t(y)] = result.planes[i].row(block * heights[i] + y);
        }
        JSAMPARRAY *data = arrays.data();
        if (!m_errors.attempt([this, data, step] { jpeg_read_raw_data(&m_codec, data, step); }))
            return failure();
        if (m_errors.isDamaged())
            return failure(); // the rest would be made up
        if (block % 8 == 0)
            advance();
    }
    if (const Result<void> finished = finish(); !finished)
        return finished.error();
    return result;
}

Result<void> JpegDecoder::check()
{
    m_codec.scale_num = 1;
    m_codec.scale_denom = 8; // every code is read, hardly a pixel is made
    const Result<JpegPlanes> planes = hasPlainPlanes() ? readPlanes() : Result<JpegPlanes>(JpegPlanes{});
    if (!planes)
        return planes.error();
    if (!planes->planes.empty())
        return {};
    const Result<magick::ImageList> image = readImage();
    return image ? Result<void>() : Result<void>(image.error());
}

} // namespace convoy
