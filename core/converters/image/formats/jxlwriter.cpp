// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/jxl.h"

#include "core/base/releaser.h"
#include "core/converters/image/base/imageprofile.h"
#include "core/converters/image/base/stagedstream.h"
#include "core/converters/image/formats/jxlrunner.h"

#include <jxl/encode.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

using Bytes = std::vector<std::uint8_t>;

// As libjxl's own tools turn JPEG's scale into a distance (tools/cjxl_main.cc).
float distanceFor(int quality)
{
    if (quality >= 100)
        return 0;
    return quality >= 30 ? 0.1F + float(100 - quality) * 0.09F : 6.4F + std::pow(2.5F, float(30 - quality) / 5.0F) / 6.25F;
}

int effortFor(Effort effort)
{
    switch (effort) {
    case Effort::Fast: return 3;
    case Effort::Balanced: return 5;
    case Effort::Smallest: break;
    }
    return 7;
}

class Writer
{
public:
    Writer(const MagickCore::Image &image, const ImageOptions &options, magick::Monitor &monitor)
        : m_image(image),
          m_options(options),
          m_monitor(monitor),
          m_runner(monitor),
          m_encoder(JxlEncoderCreate(nullptr))
    {
    }

    Result<void> write(int fd)
    {
        JxlEncoderSetParallelRunner(m_encoder.get(), &JxlRunner::run, &m_runner);
        if (!describe() || !addMetadata() || !addPixels())
            return failed();
        return drain(fd);
    }

private:
    Error failed() const { return magick::notWritten(u"libjxl: error %1"_s.arg(int(JxlEncoderGetError(m_encoder.get())))); }

    bool isGray() const { return m_image.colorspace == MagickCore::GRAYColorspace; }
    bool isLossless() const { return m_options.lossless; }

    bool describe()
    {
        JxlBasicInfo info;
        JxlEncoderInitBasicInfo(&info);
        info.xsize = uint32_t(m_image.columns);
        info.ysize = uint32_t(m_image.rows);
        info.bits_per_sample = m_image.depth > 8 ? 16 : 8;
        info.num_color_channels = isGray() ? 1 : 3;
        info.num_extra_channels = m_image.matte ? 1 : 0;
        info.alpha_bits = m_image.matte ? info.bits_per_sample : 0;
        const QByteArray icc = profileOf(m_image, "icc");
        info.uses_original_profile = isLossless() ? JXL_TRUE : JXL_FALSE;
        if (!m_options.autoOrient && m_image.orientation >= MagickCore::TopLeftOrientation
            && m_image.orientation <= MagickCore::LeftBottomOrientation)
            info.orientation = static_cast<JxlOrientation>(m_image.orientation); // both count as EXIF does
        if (JxlEncoderSetBasicInfo(m_encoder.get(), &info) != JXL_ENC_SUCCESS)
            return false;
        if (!icc.isEmpty())
            return JxlEncoderSetICCProfile(m_encoder.get(), reinterpret_cast<const uint8_t *>(icc.constData()),
                                           size_t(icc.size()))
                == JXL_ENC_SUCCESS;
        JxlColorEncoding color{};
        JxlColorEncodingSetToSRGB(&color, isGray() ? JXL_TRUE : JXL_FALSE);
        return JxlEncoderSetColorEncoding(m_encoder.get(), &color) == JXL_ENC_SUCCESS;
    }

    bool addMetadata()
    {
        const QByteArray exif = exifOf(m_image);
        const QByteArray xmp = profileOf(m_image, "xmp");
        if (exif.isEmpty() && xmp.isEmpty())
            return true;
        JxlEncoderUseBoxes(m_encoder.get());
        const auto add = [this](const char *type, const QByteArray &data) {
            return data.isEmpty()
                || JxlEncoderAddBox(m_encoder.get(), type, reinterpret_cast<const uint8_t *>(data.constData()),
                                    size_t(data.size()), JXL_FALSE)
                == JXL_ENC_SUCCESS;
        };
        // ISO/IEC 18181-2 A.3: the offset of the TIFF header
        const bool exifAdded = add("Exif", exif.isEmpty() ? exif : QByteArray(4, '\0') + exif);
        const bool xmpAdded = add("xml ", xmp);
        JxlEncoderCloseBoxes(m_encoder.get());
        return exifAdded && xmpAdded;
    }

    bool addPixels()
    {
        const bool deep = m_image.depth > 8;
        const char *map = isGray() ? (m_image.matte ? "IA" : "I") : (m_image.matte ? "RGBA" : "RGB");
        const auto channels = uint32_t(std::char_traits<char>::length(map));
        Bytes pixels(m_image.columns * m_image.rows * channels * (deep ? 2 : 1));
        magick::Exceptions exceptions;
        MagickCore::ExportImagePixels(&m_image, 0, 0, m_image.columns, m_image.rows, map,
                                      deep ? MagickCore::ShortPixel : MagickCore::CharPixel, pixels.data(),
                                      exceptions.info());
        JxlEncoderFrameSettings *settings = JxlEncoderFrameSettingsCreate(m_encoder.get(), nullptr);
        JxlEncoderFrameSettingsSetOption(settings, JXL_ENC_FRAME_SETTING_EFFORT, effortFor(m_options.effort));
        if (isLossless())
            JxlEncoderSetFrameLossless(settings, JXL_TRUE);
        else
            JxlEncoderSetFrameDistance(settings, distanceFor(m_options.quality));
        const JxlPixelFormat format{.num_channels = channels,
                                    .data_type = deep ? JXL_TYPE_UINT16 : JXL_TYPE_UINT8,
                                    .endianness = JXL_NATIVE_ENDIAN,
                                    .align = 0};
        const bool added = JxlEncoderAddImageFrame(settings, &format, pixels.data(), pixels.size()) == JXL_ENC_SUCCESS;
        JxlEncoderCloseInput(m_encoder.get());
        return added;
    }

    Result<void> drain(int fd)
    {
        StagedStream file(fd);
        std::array<std::uint8_t, 65536> block{};
        for (;;) {
            std::uint8_t *next = block.data();
            size_t room = block.size();
            const JxlEncoderStatus status = JxlEncoderProcessOutput(m_encoder.get(), &next, &room);
            std::fwrite(block.data(), 1, block.size() - room, file.stream());
            if (m_monitor.stopped())
                return cancelledError();
            if (status == JXL_ENC_ERROR)
                return failed();
            if (status == JXL_ENC_SUCCESS)
                return file.finish();
        }
    }

    const MagickCore::Image &m_image;
    const ImageOptions &m_options;
    magick::Monitor &m_monitor;
    JxlRunner m_runner; // outlives the encoder
    std::unique_ptr<JxlEncoder, Releaser<&JxlEncoderDestroy>> m_encoder;
};

} // namespace

Result<void> writeJxl(const MagickCore::Image &image, int fd, const ImageOptions &options, magick::Monitor &monitor)
{
    return Writer(image, options, monitor).write(fd);
}

} // namespace convoy
