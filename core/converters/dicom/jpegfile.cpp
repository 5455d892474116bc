// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/jpegfile.h"

#include "core/converters/dicom/leveltiles.h"

#include <QCoreApplication>

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <memory>
#include <optional>

// Needs size_t and FILE before it.
#include <jpeglib.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct JpegText {
    Q_DECLARE_TR_FUNCTIONS(convoy::JpegFile)
};

constexpr size_t bufferBytes = size_t{64} << 10;
constexpr int rowsAtOnce = 32;
// A mean level of a part may differ by rounding of its frequencies; coarse quantisation moves more.
constexpr double usualTolerance = 8;
constexpr double coarseTolerance = 40;
constexpr int coarseQuality = 50;

/// libjpeg's errors leave by longjmp: what is in use then belongs to an object outside of the jump.
struct Failure : jpeg_error_mgr {
    std::jmp_buf jump;
    std::optional<Error> error;

    explicit Failure(ErrorKind thrown) : jpeg_error_mgr(), kind(thrown)
    {
        jpeg_std_error(this);
        error_exit = [](j_common_ptr info) {
            auto *const failure = static_cast<Failure *>(info->err);
            if (!failure->error) {
                char text[JMSG_LENGTH_MAX];
                failure->format_message(info, text);
                failure->error = Error{failure->kind, JpegText::tr("The JPEG codec failed."), QString::fromLatin1(text)};
            }
            std::longjmp(failure->jump, 1);
        };
        output_message = [](j_common_ptr) {};
    }

    ErrorKind kind; ///< of what libjpeg reports
};

class Encoder
{
public:
    Encoder(int fd, const PngPicture &picture, const PngRows &rows, const JpegControl &control)
        : m_picture(picture),
          m_rows(rows),
          m_control(control),
          m_tiles(picture)
    {
        m_target.fd = fd;
        m_target.failure = &m_failure;
        m_target.init_destination = [](j_compress_ptr info) { static_cast<Target *>(info->dest)->reset(); };
        m_target.empty_output_buffer = [](j_compress_ptr info) -> boolean {
            static_cast<Target *>(info->dest)->write(info, bufferBytes);
            return TRUE;
        };
        m_target.term_destination = [](j_compress_ptr info) {
            static_cast<Target *>(info->dest)->write(info, bufferBytes - info->dest->free_in_buffer);
        };
    }
    ~Encoder() { jpeg_destroy_compress(&m_info); }
    Encoder(const Encoder &) = delete;
    Encoder &operator=(const Encoder &) = delete;

    Result<QVariantMap> run()
    {
        m_pixels.resize(m_picture.rowBytes() * rowsAtOnce);
        encode();
        if (m_failure.error)
            return *m_failure.error;
        const double tolerance = m_control.quality < coarseQuality ? coarseTolerance : usualTolerance;
        return QVariantMap{{u"means"_s, m_tiles.means()}, {u"tolerance"_s, tolerance}};
    }

private:
    struct Target : jpeg_destination_mgr {
        int fd = -1;
        Failure *failure = nullptr;
        std::array<JOCTET, bufferBytes> buffer;

        void reset()
        {
            next_output_byte = buffer.data();
            free_in_buffer = buffer.size();
        }
        void write(j_compress_ptr info, size_t size)
        {
            for (size_t done = 0; done < size;) {
                const ssize_t written = ::write(fd, buffer.data() + done, size - done);
                if (written < 0 && errno == EINTR)
                    continue;
                if (written < 0) {
                    failure->error = systemError(errno, ErrorKind::OutputUnwritable,
                                                 JpegText::tr("The picture could not be written."));
                    failure->error_exit(reinterpret_cast<j_common_ptr>(info));
                }
                done += static_cast<size_t>(written);
            }
            reset();
        }
    };

    void encode()
    {
        m_info.err = &m_failure;
        if (setjmp(m_failure.jump))
            return;
        jpeg_create_compress(&m_info);
        m_info.dest = &m_target;
        begin();
        while (m_info.next_scanline < m_info.image_height && !m_failure.error)
            writeRows();
        if (!m_failure.error)
            jpeg_finish_compress(&m_info);
    }

    void begin()
    {
        m_info.image_width = static_cast<JDIMENSION>(m_picture.width);
        m_info.image_height = static_cast<JDIMENSION>(m_picture.height);
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
            m_info.X_density = m_info.Y_density = static_cast<UINT16>(std::lround(m_picture.ppi));
        }
        jpeg_start_compress(&m_info, TRUE);
    }

    void writeRows()
    {
        if (m_control.stop.stop_requested()) {
            m_failure.error = Error{ErrorKind::Cancelled, JpegText::tr("Cancelled."), {}};
            return;
        }
        const int first = static_cast<int>(m_info.next_scanline);
        const int count = std::min(rowsAtOnce, m_picture.height - first);
        if (const auto result = m_rows(first, count, m_pixels.data()); !result) {
            m_failure.error = result.error();
            return;
        }
        for (int i = 0; i < count; ++i) {
            JSAMPROW row = m_pixels.data() + static_cast<size_t>(i) * m_picture.rowBytes();
            m_tiles.addRow(first + i, row);
            jpeg_write_scanlines(&m_info, &row, 1);
        }
        if (m_control.progress)
            m_control.progress(static_cast<double>(first + count) / m_picture.height);
    }

    const PngPicture &m_picture;
    const PngRows &m_rows;
    const JpegControl &m_control;
    LevelTiles m_tiles;
    Failure m_failure{ErrorKind::Internal};
    Target m_target;
    jpeg_compress_struct m_info{};
    std::vector<std::uint8_t> m_pixels;
};

Error wrong(const QString &detail)
{
    return {ErrorKind::VerificationFailed, JpegText::tr("The written picture is not what it should be."), detail};
}

class Decoder
{
public:
    Decoder(int fd, const PngPicture &picture, const std::stop_token &stop, const std::function<void(double)> &progress)
        : m_picture(picture),
          m_stop(stop),
          m_progress(progress),
          m_tiles(picture)
    {
        m_source.fd = fd;
        m_source.init_source = [](j_decompress_ptr) {};
        m_source.term_source = [](j_decompress_ptr) {};
        m_source.resync_to_restart = jpeg_resync_to_restart;
        m_source.fill_input_buffer = [](j_decompress_ptr info) -> boolean {
            return static_cast<Source *>(info->src)->fill(info);
        };
        m_source.skip_input_data = [](j_decompress_ptr info, long count) {
            auto *const source = static_cast<Source *>(info->src);
            while (count > static_cast<long>(source->bytes_in_buffer)) {
                count -= static_cast<long>(source->bytes_in_buffer);
                source->fill(info);
            }
            source->next_input_byte += count;
            source->bytes_in_buffer -= static_cast<size_t>(count);
        };
    }
    ~Decoder() { jpeg_destroy_decompress(&m_info); }
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;

    Result<QVariantList> run()
    {
        m_row.resize(m_picture.rowBytes());
        decode();
        if (m_failure.error)
            return *m_failure.error;
        if (m_failure.num_warnings > 0 || m_source.ended)
            return wrong(u"the data is damaged"_s);
        return m_tiles.means();
    }

private:
    struct Source : jpeg_source_mgr {
        int fd = -1;
        off_t offset = 0;
        bool ended = false;
        std::array<JOCTET, bufferBytes> buffer;

        boolean fill(j_decompress_ptr)
        {
            ssize_t got = -1;
            do {
                got = ::pread(fd, buffer.data(), buffer.size(), offset);
            } while (got < 0 && errno == EINTR);
            if (got <= 0) { // the decoder wants an end
                ended = true;
                buffer[0] = 0xff;
                buffer[1] = JPEG_EOI;
                got = 2;
            } else {
                offset += got;
            }
            next_input_byte = buffer.data();
            bytes_in_buffer = static_cast<size_t>(got);
            return TRUE;
        }
    };

    void decode()
    {
        m_info.err = &m_failure;
        if (setjmp(m_failure.jump))
            return;
        jpeg_create_decompress(&m_info);
        m_source.bytes_in_buffer = 0;
        m_info.src = &m_source;
        jpeg_read_header(&m_info, TRUE);
        if (!isExpected()) {
            m_failure.error = wrong(u"another header"_s);
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
        return m_info.image_width == static_cast<JDIMENSION>(m_picture.width)
            && m_info.image_height == static_cast<JDIMENSION>(m_picture.height)
            && m_info.num_components == m_picture.channels && resolution;
    }

    void readRow()
    {
        const int y = static_cast<int>(m_info.output_scanline);
        if (m_stop.stop_requested()) {
            m_failure.error = Error{ErrorKind::Cancelled, JpegText::tr("Cancelled."), {}};
            return;
        }
        JSAMPROW row = m_row.data();
        jpeg_read_scanlines(&m_info, &row, 1);
        m_tiles.addRow(y, row);
        if (m_progress && y % rowsAtOnce == 0)
            m_progress(static_cast<double>(y) / m_picture.height);
    }

    const PngPicture &m_picture;
    const std::stop_token &m_stop;
    const std::function<void(double)> &m_progress;
    LevelTiles m_tiles;
    Failure m_failure{ErrorKind::VerificationFailed};
    Source m_source{};
    jpeg_decompress_struct m_info{};
    std::vector<std::uint8_t> m_row;
};

} // namespace

Result<QVariantMap> writeJpeg(int fd, const PngPicture &picture, const PngRows &rows, const JpegControl &control)
{
    if (picture.width > JPEG_MAX_DIMENSION || picture.height > JPEG_MAX_DIMENSION)
        return Error{ErrorKind::LimitExceeded, JpegText::tr("The picture is larger than a JPEG file can be."), {}};
    if (picture.bits != 8 || (picture.channels != 1 && picture.channels != 3))
        return Error{ErrorKind::Internal, JpegText::tr("The JPEG codec failed."), u"another kind of picture"_s};
    return std::make_unique<Encoder>(fd, picture, rows, control)->run();
}

Result<void> verifyJpeg(int fd, const PngPicture &picture, const QVariantMap &facts, const std::stop_token &stop,
                        const std::function<void(double fraction)> &progress)
{
    if (picture.width < 1 || picture.height < 1 || picture.bits != 8 || (picture.channels != 1 && picture.channels != 3))
        return wrong(u"no size"_s);
    const auto found = std::make_unique<Decoder>(fd, picture, stop, progress)->run();
    if (!found)
        return found.error();
    const QVariantList expected = facts.value(u"means"_s).toList();
    const double tolerance = facts.value(u"tolerance"_s).toDouble();
    if (expected.size() != found->size())
        return wrong(u"other facts"_s);
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (!(std::abs(expected[i].toDouble() - found->at(i).toDouble()) <= tolerance))
            return wrong(u"other levels"_s);
    }
    return {};
}

} // namespace convoy
