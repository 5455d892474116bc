// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/jxl.h"

#include "core/base/mappedfile.h"
#include "core/base/releaser.h"
#include "core/converters/image/base/animationframes.h"
#include "core/converters/image/base/codedcolor.h"
#include "core/converters/image/base/imageprofile.h"
#include "core/converters/image/formats/jxlrunner.h"

#include <jxl/decode.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t largestBox = size_t{16} << 20;

/// Feeds libjxl piece by piece and collects what it tells.
class Reader
{
public:
    Reader(int fd, JxlRead what, magick::Monitor *monitor)
        : m_file(fd),
          m_what(what),
          m_monitor(monitor),
          m_decoder(JxlDecoderCreate(nullptr))
    {
    }

    Result<magick::ImageList> read()
    {
        if (!m_file.data())
            return unreadableFile(errno);
        if (!m_decoder)
            return magick::outOfMemory();
        if (m_monitor)
            JxlDecoderSetParallelRunner(m_decoder.get(), &JxlRunner::run, &m_runner.emplace(*m_monitor));
        JxlDecoderSetDecompressBoxes(m_decoder.get(), JXL_TRUE);
        JxlDecoderSetUnpremultiplyAlpha(m_decoder.get(), JXL_TRUE);
        JxlDecoderSubscribeEvents(m_decoder.get(), events());
        for (;;) {
            const JxlDecoderStatus status = JxlDecoderProcessInput(m_decoder.get());
            if (m_monitor && m_monitor->stopped())
                return cancelledError();
            if (status == JXL_DEC_SUCCESS)
                return finish();
            if (const Result<void> handled = handle(status); !handled)
                return handled.error();
            if (m_done)
                return finish();
        }
    }

    /// Of a reader that was to count; so far as it came where the file is broken.
    int frames() const { return std::max(m_frames, 1); }

private:
    int events() const
    {
        switch (m_what) {
        case JxlRead::Header: return JXL_DEC_BASIC_INFO | JXL_DEC_BOX;
        case JxlRead::FrameCount: return JXL_DEC_BASIC_INFO | JXL_DEC_FRAME;
        default: return JXL_DEC_BASIC_INFO | JXL_DEC_BOX | JXL_DEC_FRAME | JXL_DEC_COLOR_ENCODING | JXL_DEC_FULL_IMAGE;
        }
    }
    bool wantsPixels() const { return m_what == JxlRead::FirstFrame || m_what == JxlRead::AllFrames; }

    Result<void> handle(JxlDecoderStatus status)
    {
        switch (status) {
        case JXL_DEC_NEED_MORE_INPUT: return feed();
        case JXL_DEC_BASIC_INFO: return takeInfo();
        case JXL_DEC_COLOR_ENCODING: takeColor(); return {};
        case JXL_DEC_NEED_IMAGE_OUT_BUFFER: return givePixels();
        case JXL_DEC_FRAME: return takeFrameHeader();
        case JXL_DEC_FULL_IMAGE: return takePixels();
        case JXL_DEC_BOX: nextBox(); return {};
        case JXL_DEC_BOX_NEED_MORE_OUTPUT: growBox(); return {};
        default: return magick::damaged(u"libjxl: event %1"_s.arg(int(status)));
        }
    }

    // In pieces: in between a job can be stopped.
    Result<void> feed()
    {
        constexpr size_t piece = size_t{1} << 18;
        const size_t from = m_given - JxlDecoderReleaseInput(m_decoder.get());
        if (m_given == m_file.size()) {
            m_done = m_info.xsize > 0 && (!wantsPixels() || m_images->count() > 0);
            return m_done ? Result<void>() : Result<void>(magick::damaged(u"the file ends early"_s));
        }
        m_given = std::min(m_given + piece, m_file.size());
        JxlDecoderSetInput(m_decoder.get(), static_cast<const uint8_t *>(m_file.data()) + from, m_given - from);
        if (m_given == m_file.size())
            JxlDecoderCloseInput(m_decoder.get());
        return {};
    }

    Result<void> takeInfo()
    {
        JxlDecoderGetBasicInfo(m_decoder.get(), &m_info);
        if (m_info.xsize > magick::maximumSide || m_info.ysize > magick::maximumSide
            || qint64(m_info.xsize) * m_info.ysize > magick::maximumPixels)
            return magick::tooLarge(m_info.xsize, m_info.ysize);
        m_images.emplace(AnimationFrames::Layout{.loops = int(std::min<uint32_t>(m_info.animation.num_loops, INT32_MAX))});
        m_done = m_what == JxlRead::FrameCount && m_info.have_animation == JXL_FALSE;
        return {};
    }

    Result<void> takeFrameHeader()
    {
        ++m_frames;
        m_done = m_what == JxlRead::FrameCount && m_frames > magick::maximumFrames;
        JxlFrameHeader header{};
        if (JxlDecoderGetFrameHeader(m_decoder.get(), &header) == JXL_DEC_SUCCESS)
            m_ticks = header.duration;
        return {};
    }

    Result<void> takePixels()
    {
        const bool moves = m_info.have_animation == JXL_TRUE;
        m_done = moves && m_what == JxlRead::FirstFrame; // the next frame would be put over this one
        if (qint64(m_info.xsize) * m_info.ysize * m_frames > magick::maximumPixels)
            return magick::tooLarge(m_info.xsize, qint64(m_info.ysize) * m_frames);
        Result<magick::ImageList> image = import();
        if (!image)
            return image.error();
        const JxlAnimationHeader &clock = m_info.animation; // ticks of denominator / numerator seconds
        m_images->append(std::move(image).value(),
                         qint64(m_ticks) * 1000 * clock.tps_denominator / std::max(clock.tps_numerator, 1U));
        return {};
    }

    void takeColor()
    {
        const JxlPixelFormat format = pixelFormat();
        JxlColorEncoding told{};
        if (JxlDecoderGetColorAsEncodedProfile(m_decoder.get(), &format, JXL_COLOR_PROFILE_TARGET_DATA, &told)
                == JXL_DEC_SUCCESS
            && (told.transfer_function == JXL_TRANSFER_FUNCTION_PQ || told.transfer_function == JXL_TRANSFER_FUNCTION_HLG)) {
            // The profile that libjxl makes of these ends at 10,000 candelas.
            m_hdr = CodedColor::fromNumbers(1, int(told.transfer_function));
            m_hdr->points = {told.primaries_red_xy[0],   told.primaries_red_xy[1],  told.primaries_green_xy[0],
                             told.primaries_green_xy[1], told.primaries_blue_xy[0], told.primaries_blue_xy[1],
                             told.white_point_xy[0],     told.white_point_xy[1]};
            return;
        }
        size_t size = 0;
        if (JxlDecoderGetICCProfileSize(m_decoder.get(), &format, JXL_COLOR_PROFILE_TARGET_DATA, &size) != JXL_DEC_SUCCESS
            || size > largestBox)
            return;
        m_icc.resize(qsizetype(size));
        if (JxlDecoderGetColorAsICCProfile(m_decoder.get(), &format, JXL_COLOR_PROFILE_TARGET_DATA,
                                           reinterpret_cast<uint8_t *>(m_icc.data()), size)
            != JXL_DEC_SUCCESS)
            m_icc.clear();
    }

    JxlPixelFormat pixelFormat() const
    {
        const uint32_t channels = m_info.num_color_channels + (m_info.alpha_bits > 0 ? 1 : 0);
        return {.num_channels = channels, .data_type = JXL_TYPE_UINT16, .endianness = JXL_NATIVE_ENDIAN, .align = 0};
    }

    Result<void> givePixels()
    {
        const JxlPixelFormat format = pixelFormat();
        size_t size = 0;
        if (JxlDecoderImageOutBufferSize(m_decoder.get(), &format, &size) != JXL_DEC_SUCCESS)
            return magick::damaged(u"libjxl: no buffer size"_s);
        m_pixels.resize(size / sizeof(quint16));
        JxlDecoderSetImageOutBuffer(m_decoder.get(), &format, m_pixels.data(), size);
        return {};
    }

    void nextBox()
    {
        endBox();
        JxlBoxType type{};
        JxlDecoderGetBoxType(m_decoder.get(), type, JXL_TRUE);
        const std::string_view name(type, sizeof type);
        m_box = name == "Exif" ? &m_exif : name == "xml " ? &m_xmp : nullptr;
        if (!m_box || !m_box->isEmpty()) {
            m_box = nullptr;
            return;
        }
        m_boxSize = 0;
        growBox();
    }

    // How long a compressed box will be is not known before.
    void growBox()
    {
        if (!m_box)
            return;
        if (!m_box->isEmpty())
            m_boxSize = size_t(m_box->size()) - JxlDecoderReleaseBoxBuffer(m_decoder.get());
        if (size_t(m_box->size()) >= largestBox) {
            m_box->clear();
            m_box = nullptr;
            return;
        }
        m_box->resize(std::max<qsizetype>(65536, 2 * m_box->size()));
        JxlDecoderSetBoxBuffer(m_decoder.get(), reinterpret_cast<uint8_t *>(m_box->data()) + m_boxSize,
                               size_t(m_box->size()) - m_boxSize);
    }

    void endBox()
    {
        if (!m_box)
            return;
        m_box->resize(m_box->size() - qsizetype(JxlDecoderReleaseBoxBuffer(m_decoder.get())));
        m_box = nullptr;
    }

    magick::ImageList described() const
    {
        magick::ImageList image(MagickCore::AcquireImage(nullptr));
        image->depth = m_info.bits_per_sample > 8 ? 16 : 8;
        image->matte = m_info.alpha_bits > 0 ? MagickCore::MagickTrue : MagickCore::MagickFalse;
        image->orientation = MagickCore::TopLeftOrientation; // libjxl has turned it
        MagickCore::CopyMagickString(image->magick, "JXL", sizeof image->magick);
        image->columns = m_info.xsize;
        image->rows = m_info.ysize;
        return image;
    }

    Result<magick::ImageList> finish()
    {
        endBox();
        if (m_info.xsize == 0)
            return magick::damaged(u"no picture"_s);
        Result<magick::ImageList> images = wantsPixels() ? m_images->take(m_frames) : described();
        if (!images)
            return images;
        setProfile(images->get(), "icc", m_icc);
        if (m_hdr)
            setCodedColor(images->get(), *m_hdr);
        if (m_exif.size() > 4) // ISO/IEC 18181-2 A.3: four bytes of offset come first
            setProfile(images->get(), "exif", m_exif.sliced(4));
        setProfile(images->get(), "xmp", m_xmp);
        return images;
    }

    Result<magick::ImageList> import() const
    {
        magick::ImageList image = described();
        magick::Exceptions exceptions;
        MagickCore::SetImageExtent(image.get(), m_info.xsize, m_info.ysize);
        const bool gray = m_info.num_color_channels == 1;
        if (gray)
            MagickCore::SetImageColorspace(image.get(), MagickCore::GRAYColorspace);
        const char *map = gray ? (image->matte ? "IA" : "I") : (image->matte ? "RGBA" : "RGB");
        MagickCore::ImportImagePixels(image.get(), 0, 0, m_info.xsize, m_info.ysize, map, MagickCore::ShortPixel,
                                      m_pixels.data());
        exceptions.inheritFrom(image.get());
        if (const std::optional<Error> error = exceptions.operationError())
            return *error;
        return image;
    }

    MappedFile m_file;
    JxlRead m_what;
    magick::Monitor *m_monitor;
    std::optional<JxlRunner> m_runner; // outlives the decoder
    std::unique_ptr<JxlDecoder, Releaser<&JxlDecoderDestroy>> m_decoder;
    size_t m_given = 0; ///< how much of the file the decoder was shown
    bool m_done = false;
    int m_frames = 0;
    uint32_t m_ticks = 0;                    ///< how long the frame under way is shown
    std::optional<AnimationFrames> m_images; ///< once the basic information is there
    JxlBasicInfo m_info{};
    std::vector<quint16> m_pixels;
    QByteArray m_icc;
    std::optional<CodedColor> m_hdr; ///< instead of a profile
    QByteArray m_exif;
    QByteArray m_xmp;
    QByteArray *m_box = nullptr;
    size_t m_boxSize = 0; ///< of what is in the box so far
};

} // namespace

Result<magick::ImageList> readJxl(int fd, JxlRead what, magick::Monitor *monitor)
{
    return Reader(fd, what, monitor).read();
}

int countJxlFrames(int fd)
{
    Reader reader(fd, JxlRead::FrameCount, nullptr);
    static_cast<void>(reader.read()); // what is broken is said by who reads the pixels
    return reader.frames();
}

} // namespace convoy
