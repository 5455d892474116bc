// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/jpegframe.h"

#include "core/converters/dicom/frames/jpegfailure.h"

#include <QCoreApplication>

#include <jerror.h>

namespace convoy {

namespace {

struct JpegFrameText {
    Q_DECLARE_TR_FUNCTIONS(convoy::JpegFrame)
};

// A small file can have scans without end, each of which goes over the whole picture.
constexpr int mostScans = 200;

Error damagedJpeg(const QString &detail)
{
    return {ErrorKind::DamagedInput, JpegFrameText::tr("The JPEG picture is damaged."), detail};
}

class FrameDecoder
{
public:
    FrameDecoder(std::span<const std::uint8_t> data, const JpegFrameLayout &layout, std::uint8_t *out)
        : m_data(data),
          m_layout(layout),
          m_out(out)
    {
        m_failure.emit_message = [](j_common_ptr info, int level) {
            const int code = info->err->msg_code;
            // Others are about order and extra bytes, and cost no pixel.
            const bool lost = code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE || code == JWRN_JPEG_EOF
                || code == JWRN_MUST_RESYNC || code == JWRN_ARITH_BAD_CODE;
            if (level < 0 && lost)
                ++info->err->num_warnings;
        };
        m_monitor.progress_monitor = [](j_common_ptr info) {
            if (info->is_decompressor && reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > mostScans)
                info->err->error_exit(info);
        };
    }
    ~FrameDecoder() { jpeg_destroy_decompress(&m_info); }
    FrameDecoder(const FrameDecoder &) = delete;
    FrameDecoder &operator=(const FrameDecoder &) = delete;

    Result<bool> run()
    {
        decode();
        if (m_failure.error)
            return damagedJpeg(m_failure.error->detail);
        const bool whole = m_failure.num_warnings == 0;
        return whole || m_layout.salvage ? Result<bool>(whole) : damagedJpeg(QStringLiteral("coded data are damaged"));
    }

private:
    void decode()
    {
        m_info.err = &m_failure;
        if (setjmp(m_failure.jump))
            return;
        jpeg_create_decompress(&m_info);
        m_info.progress = &m_monitor;
        jpeg_mem_src(&m_info, m_data.data(), static_cast<unsigned long>(m_data.size()));
        jpeg_read_header(&m_info, TRUE);
        if (m_info.image_width != JDIMENSION(m_layout.width) || m_info.image_height != JDIMENSION(m_layout.height)
            || m_info.num_components != m_layout.components) {
            m_failure.error = damagedJpeg(QStringLiteral("the JPEG stream has another size"));
            return;
        }
        // The same on both sides: nothing is converted.
        m_info.jpeg_color_space = m_info.out_color_space = m_layout.components == 1 ? JCS_GRAYSCALE : JCS_YCbCr;
        jpeg_start_decompress(&m_info);
        while (m_info.output_scanline < m_info.output_height) {
            JSAMPROW row = m_out + size_t{m_info.output_scanline} * m_info.output_width * size_t(m_info.output_components);
            jpeg_read_scanlines(&m_info, &row, 1);
        }
    }

    std::span<const std::uint8_t> m_data;
    const JpegFrameLayout &m_layout;
    std::uint8_t *m_out;
    JpegFailure m_failure{ErrorKind::DamagedInput};
    jpeg_progress_mgr m_monitor{};
    jpeg_decompress_struct m_info{};
};

} // namespace

Result<bool> decodeJpegFrame(std::span<const std::uint8_t> data, const JpegFrameLayout &layout, std::uint8_t *out)
{
    return FrameDecoder(data, layout, out).run();
}

} // namespace convoy
