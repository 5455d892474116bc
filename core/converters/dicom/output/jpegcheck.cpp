// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mappedfile.h"
#include "core/converters/dicom/frames/jpegfailure.h"
#include "core/converters/dicom/output/jpegfile.h"
#include "core/converters/dicom/output/leveltiles.h"

#include <QCoreApplication>

#include <cmath>
#include <memory>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct JpegCheckText {
    Q_DECLARE_TR_FUNCTIONS(convoy::JpegFile)
};

constexpr int rowsPerReport = 32;

Error wrongJpeg(const QString &detail)
{
    return {ErrorKind::VerificationFailed, JpegCheckText::tr("The written picture is not what it should be."), detail};
}

class JpegDecoder
{
public:
    JpegDecoder(int fd, const PngPicture &picture, const std::stop_token &stop, const std::function<void(double)> &progress)
        : m_file(fd),
          m_picture(picture),
          m_stop(stop),
          m_progress(progress),
          m_tiles(picture)
    {
    }
    ~JpegDecoder() { jpeg_destroy_decompress(&m_info); }
    JpegDecoder(const JpegDecoder &) = delete;
    JpegDecoder &operator=(const JpegDecoder &) = delete;

    Result<QVariantList> run()
    {
        m_row.resize(m_picture.rowBytes());
        decode();
        if (m_failure.error)
            return *m_failure.error;
        if (m_failure.num_warnings > 0)
            return wrongJpeg(u"the data is damaged"_s);
        return m_tiles.means();
    }

private:
    void decode()
    {
        m_info.err = &m_failure;
        if (setjmp(m_failure.jump))
            return;
        jpeg_create_decompress(&m_info);
        jpeg_mem_src(&m_info, static_cast<const unsigned char *>(m_file.data()), m_file.size());
        jpeg_read_header(&m_info, TRUE);
        if (!isExpected()) {
            m_failure.error = wrongJpeg(u"another header"_s);
            return;
        }
        m_info.out_color_space = m_picture.channels == 3 ? JCS_RGB : JCS_GRAYSCALE;
        jpeg_start_decompress(&m_info);
        while (m_info.output_scanline < m_info.output_height && !m_failure.error)
            readRow();
        if (!m_failure.error)
            jpeg_finish_decompress(&m_info);
    }

    bool isExpected() const
    {
        const bool resolution = m_picture.ppi > 0
            ? m_info.density_unit == 1 && m_info.X_density == std::lround(m_picture.ppi)
            : m_info.density_unit == 0;
        return m_info.image_width == JDIMENSION(m_picture.width) && m_info.image_height == JDIMENSION(m_picture.height)
            && m_info.num_components == m_picture.channels && resolution;
    }

    void readRow()
    {
        const int y = int(m_info.output_scanline);
        if (m_stop.stop_requested()) {
            m_failure.error = cancelledError();
            return;
        }
        JSAMPROW row = m_row.data();
        jpeg_read_scanlines(&m_info, &row, 1);
        m_tiles.addRow(y, row);
        if (m_progress && y % rowsPerReport == 0)
            m_progress(double(y) / m_picture.height);
    }

    MappedFile m_file;
    const PngPicture &m_picture;
    const std::stop_token &m_stop;
    const std::function<void(double)> &m_progress;
    LevelTiles m_tiles;
    JpegFailure m_failure{ErrorKind::VerificationFailed};
    jpeg_decompress_struct m_info{};
    std::vector<std::uint8_t> m_row;
};

} // namespace

Result<void> verifyJpeg(int fd, const PngPicture &picture, const QVariantMap &facts, const std::stop_token &stop,
                        const std::function<void(double fraction)> &progress)
{
    if (picture.width < 1 || picture.height < 1 || picture.bits != 8 || (picture.channels != 1 && picture.channels != 3))
        return wrongJpeg(u"no size"_s);
    const auto found = std::make_unique<JpegDecoder>(fd, picture, stop, progress)->run();
    if (!found)
        return found.error();
    const QVariantList expected = facts.value(u"means"_s).toList();
    const double tolerance = facts.value(u"tolerance"_s).toDouble();
    if (expected.size() != found->size())
        return wrongJpeg(u"other facts"_s);
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (!(std::abs(expected[i].toDouble() - found->at(i).toDouble()) <= tolerance))
            return wrongJpeg(u"other levels"_s);
    }
    return {};
}

} // namespace convoy
