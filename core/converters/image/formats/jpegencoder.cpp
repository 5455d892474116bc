// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/jpegencoder.h"

#include "core/base/memorystream.h"
#include "core/converters/image/base/imageprofile.h"

#include <array>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype largestMarker = 65533;

/// libjpeg's compressor and what it writes to.
struct Compressor {
    MemoryStream file;
    jpeg_compress_struct codec{};

    Compressor() = default;
    Compressor(const Compressor &) = delete;
    Compressor &operator=(const Compressor &) = delete;
    ~Compressor() { jpeg_destroy_compress(&codec); }
};

int componentsOf(const MagickCore::Image &image)
{
    if (image.colorspace == MagickCore::CMYKColorspace)
        return 4;
    return image.colorspace == MagickCore::GRAYColorspace ? 1 : 3;
}

// Back to Adobe's inverted CMYK.
void exportRow(const MagickCore::PixelPacket *in, const MagickCore::IndexPacket *black, size_t width, int components,
               JSAMPLE *out)
{
    for (size_t x = 0; x < width; ++x, out += components) {
        const auto byte = [](MagickCore::Quantum sample) { return MagickCore::ScaleQuantumToChar(sample); };
        out[0] = byte(in[x].red);
        if (components == 1)
            continue;
        out[1] = byte(in[x].green);
        out[2] = byte(in[x].blue);
        if (components == 3)
            continue;
        for (int i = 0; i < 3; ++i)
            out[i] = JSAMPLE(255 - out[i]);
        out[3] = JSAMPLE(255 - byte(black ? black[x] : MagickCore::Quantum(0)));
    }
}

} // namespace

JpegEncoder::JpegEncoder(const MagickCore::Image &image, JpegPlanes *planes, const ImageOptions &options,
                         magick::Monitor &monitor)
    : m_image(image),
      m_planes(planes),
      m_options(options),
      m_monitor(monitor),
      m_icc(profileOf(image, "icc"))
{
    if (const QByteArray exif = exifOf(image); !exif.isEmpty())
        m_exif = exifMark.toByteArray() + exif;
    if (const QByteArray xmp = profileOf(image, "xmp"); !xmp.isEmpty())
        m_xmp = QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + xmp;
    if (const QByteArray captions = profileOf(image, "iptc"); !captions.isEmpty())
        m_photoshop = QByteArray("Photoshop 3.0\0", 14) + photoshopBlock(captions);
    m_comment = QByteArray(MagickCore::GetImageProperty(&image, "comment")).left(largestMarker);
}

void JpegEncoder::describe(jpeg_compress_struct &codec, int quality) const
{
    const int components = m_planes ? int(m_planes->planes.size()) : componentsOf(m_image);
    codec.image_width = JDIMENSION(m_image.columns);
    codec.image_height = JDIMENSION(m_image.rows);
    codec.input_components = components;
    codec.in_color_space = components == 1 ? JCS_GRAYSCALE : components == 4 ? JCS_CMYK : m_planes ? JCS_YCbCr : JCS_RGB;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    if (components == 3) {
        // As the source has it; else all of the color, unless a small file matters more.
        const bool half = MagickCore::GetImageArtifact(&m_image, "convoy:half-color") != nullptr
            || (quality < 90 && std::string_view(m_image.magick) != "JPEG");
        codec.comp_info[0].h_samp_factor = m_planes ? m_planes->horizontal : half ? 2 : 1;
        codec.comp_info[0].v_samp_factor = m_planes ? m_planes->vertical : half ? 2 : 1;
    }
    codec.optimize_coding = TRUE;
    if (m_options.progressive)
        jpeg_simple_progression(&codec);
    codec.write_JFIF_header = components == 4 ? FALSE : TRUE;
    if (m_image.x_resolution > 0 && m_image.y_resolution > 0) {
        codec.density_unit = m_image.units == MagickCore::PixelsPerInchResolution ? 1
            : m_image.units == MagickCore::PixelsPerCentimeterResolution          ? 2
                                                                                  : 0;
        codec.X_density = UINT16(std::clamp(std::lround(m_image.x_resolution), 1L, 65535L));
        codec.Y_density = UINT16(std::clamp(std::lround(m_image.y_resolution), 1L, 65535L));
    }
    codec.raw_data_in = m_planes ? TRUE : FALSE;
}

void JpegEncoder::writeMarkers(jpeg_compress_struct &codec) const
{
    const auto write = [&codec](int marker, const QByteArray &data) {
        if (!data.isEmpty() && data.size() <= largestMarker)
            jpeg_write_marker(&codec, marker, reinterpret_cast<const JOCTET *>(data.constData()), unsigned(data.size()));
    };
    write(JPEG_APP0 + 1, m_exif);
    write(JPEG_APP0 + 1, m_xmp);
    if (!m_icc.isEmpty())
        jpeg_write_icc_profile(&codec, reinterpret_cast<const JOCTET *>(m_icc.constData()), unsigned(m_icc.size()));
    write(JPEG_APP0 + 13, m_photoshop);
    write(JPEG_COM, m_comment);
}

Result<QByteArray> JpegEncoder::encode(int quality)
{
    JpegErrors errors(&m_monitor, false);
    Compressor compressor;
    jpeg_compress_struct &codec = compressor.codec;
    codec.err = errors.manager();
    const bool started = errors.attempt([&] {
        jpeg_create_compress(&codec);
        codec.progress = errors.progress();
        jpeg_stdio_dest(&codec, compressor.file.stream());
        describe(codec, quality);
        jpeg_start_compress(&codec, TRUE);
        writeMarkers(codec);
    });
    if (!started)
        return errors.error();
    if (const Result<void> written = m_planes ? writePlanes(codec, errors) : writeRows(codec, errors); !written)
        return written.error();
    if (!errors.attempt([&codec] { jpeg_finish_compress(&codec); }))
        return errors.error();
    return compressor.file.bytes().toByteArray();
}

Result<void> JpegEncoder::writePlanes(jpeg_compress_struct &codec, JpegErrors &errors)
{
    std::array<std::array<JSAMPROW, 2 * DCTSIZE>, 3> rows{};
    std::array<JSAMPARRAY, 3> arrays{rows[0].data(), rows[1].data(), rows[2].data()};
    for (Plane &plane : m_planes->planes)
        plane.padRight();
    const int step = codec.max_v_samp_factor * DCTSIZE;
    for (int top = 0; top < int(codec.image_height); top += step) {
        for (size_t i = 0; i < m_planes->planes.size(); ++i) {
            Plane &plane = m_planes->planes[i];
            const int height = codec.comp_info[i].v_samp_factor * DCTSIZE;
            for (int y = 0; y < height; ++y)
                rows[i][size_t(y)] = plane.row(std::min(top / step * height + y, plane.height - 1));
        }
        JSAMPARRAY *data = arrays.data();
        if (!errors.attempt([&codec, data, step] { jpeg_write_raw_data(&codec, data, JDIMENSION(step)); }))
            return errors.error();
        if (top / step % 8 == 0)
            m_monitor.advance(double(top) / codec.image_height);
    }
    return {};
}

Result<void> JpegEncoder::writeRows(jpeg_compress_struct &codec, JpegErrors &errors)
{
    magick::Exceptions exceptions;
    std::vector<JSAMPLE> row(m_image.columns * size_t(codec.input_components));
    while (codec.next_scanline < codec.image_height) {
        const auto y = ssize_t(codec.next_scanline);
        const MagickCore::PixelPacket *pixels = MagickCore::GetVirtualPixels(&m_image, 0, y, m_image.columns, 1,
                                                                             exceptions.info());
        if (!pixels)
            return exceptions.operationError().value_or(magick::notWritten(u"no pixels"_s));
        exportRow(pixels, MagickCore::GetVirtualIndexQueue(&m_image), m_image.columns, codec.input_components, row.data());
        JSAMPLE *begin = row.data();
        if (!errors.attempt([&codec, begin] {
                JSAMPLE *rows = begin;
                jpeg_write_scanlines(&codec, &rows, 1);
            }))
            return errors.error();
        if (y % 64 == 0)
            m_monitor.advance(double(y) / codec.image_height);
    }
    return {};
}

} // namespace convoy
