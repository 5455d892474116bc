// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/output/jpegfile.h"

#include "core/base/fileio.h"
#include "core/base/memorystream.h"
#include "core/converters/dicom/frames/jpegfailure.h"
#include "core/converters/dicom/output/leveltiles.h"

#include <QCoreApplication>

#include <cerrno>
#include <cmath>
#include <memory>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct JpegText {
    Q_DECLARE_TR_FUNCTIONS(convoy::JpegFile)
};

constexpr int rowsAtOnce = 32;
// A mean level of a part may differ by rounding of its frequencies; coarse quantisation moves more.
constexpr double usualTolerance = 8;
constexpr double coarseTolerance = 40;
constexpr int coarseQuality = 50;

class Encoder
{
public:
    Encoder(const PngPicture &picture, const PngRows &rows, const JpegControl &control)
        : m_picture(picture),
          m_rows(rows),
          m_control(control),
          m_tiles(picture)
    {
    }
    ~Encoder() { jpeg_destroy_compress(&m_info); }
    Encoder(const Encoder &) = delete;
    Encoder &operator=(const Encoder &) = delete;

    Result<QVariantMap> run(int fd)
    {
        m_pixels.resize(m_picture.rowBytes() * rowsAtOnce);
        encode();
        if (m_failure.error)
            return *m_failure.error;
        if (!writeAll(fd, m_file.bytes()))
            return systemError(errno, ErrorKind::OutputUnwritable, JpegText::tr("The picture could not be written."));
        const double tolerance = m_control.quality < coarseQuality ? coarseTolerance : usualTolerance;
        return QVariantMap{{u"means"_s, m_tiles.means()}, {u"tolerance"_s, tolerance}};
    }

private:
    void encode()
    {
        m_info.err = &m_failure;
        if (setjmp(m_failure.jump))
            return;
        jpeg_create_compress(&m_info);
        jpeg_stdio_dest(&m_info, m_file.stream());
        begin();
        while (m_info.next_scanline < m_info.image_height && !m_failure.error)
            writeRows();
        if (!m_failure.error)
            jpeg_finish_compress(&m_info);
    }

    void begin()
    {
        m_info.image_width = JDIMENSION(m_picture.width);
        m_info.image_height = JDIMENSION(m_picture.height);
        m_info.input_components = m_picture.channels;
        m_info.in_color_space = m_picture.channels == 3 ? JCS_RGB : JCS_GRAYSCALE;
        jpeg_set_defaults(&m_info);
        jpeg_set_quality(&m_info, m_control.quality, TRUE);
        m_info.optimize_coding = TRUE;
        // Marks and text in colour would fray.
        m_info.comp_info[0].h_samp_factor = 1;
        m_info.comp_info[0].v_samp_factor = 1;
        if (m_picture.ppi > 0) {
            m_info.density_unit = 1;
            m_info.X_density = m_info.Y_density = UINT16(std::lround(m_picture.ppi));
        }
        jpeg_start_compress(&m_info, TRUE);
    }

    void writeRows()
    {
        if (m_control.stop.stop_requested()) {
            m_failure.error = cancelledError();
            return;
        }
        const int first = int(m_info.next_scanline);
        const int count = std::min(rowsAtOnce, m_picture.height - first);
        if (const auto result = m_rows(first, count, m_pixels.data()); !result) {
            m_failure.error = result.error();
            return;
        }
        for (int i = 0; i < count; ++i) {
            JSAMPROW row = m_pixels.data() + size_t(i) * m_picture.rowBytes();
            m_tiles.addRow(first + i, row);
            jpeg_write_scanlines(&m_info, &row, 1);
        }
        if (m_control.progress)
            m_control.progress(double(first + count) / m_picture.height);
    }

    const PngPicture &m_picture;
    const PngRows &m_rows;
    const JpegControl &m_control;
    LevelTiles m_tiles;
    JpegFailure m_failure{ErrorKind::Internal};
    MemoryStream m_file;
    jpeg_compress_struct m_info{};
    std::vector<std::uint8_t> m_pixels;
};

} // namespace

Result<QVariantMap> writeJpeg(int fd, const PngPicture &picture, const PngRows &rows, const JpegControl &control)
{
    if (picture.width > JPEG_MAX_DIMENSION || picture.height > JPEG_MAX_DIMENSION)
        return Error{ErrorKind::LimitExceeded, JpegText::tr("The picture is larger than a JPEG file can be.")};
    if (picture.bits != 8 || (picture.channels != 1 && picture.channels != 3))
        return Error{ErrorKind::Internal, JpegText::tr("The JPEG codec failed."), u"another kind of picture"_s};
    return std::make_unique<Encoder>(picture, rows, control)->run(fd);
}

} // namespace convoy
