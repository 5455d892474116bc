// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/subtitles/subtitlepictures.h"

extern "C" {
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace convoy {

namespace {

struct SubtitlePicturesText {
    Q_DECLARE_TR_FUNCTIONS(convoy::SubtitleScript)
};

constexpr qint64 mostBytes = 256 << 20;
constexpr int longestSide = 8192; // of one picture

struct ScalerDeleter {
    void operator()(SwsContext *scaler) const { sws_freeContext(scaler); }
};
using ScalerPtr = std::unique_ptr<SwsContext, ScalerDeleter>;

Error noMemory()
{
    return {
        ErrorKind::OutOfMemory, SubtitlePicturesText::tr("There is not enough memory for the subtitles of this video."), {}};
}

FramePtr newPicture(AVPixelFormat format, int width, int height)
{
    FramePtr picture(av_frame_alloc());
    if (!picture)
        return nullptr;
    picture->format = format;
    picture->width = width;
    picture->height = height;
    return av_frame_get_buffer(picture.get(), 0) < 0 ? nullptr : std::move(picture);
}

// A palette of 0xAARRGGBB words in the machine's order becomes bytes R, G, B, A.
FramePtr inFullColour(const AVSubtitleRect *rect)
{
    FramePtr picture = newPicture(AV_PIX_FMT_RGBA, rect->w, rect->h);
    const auto *palette = reinterpret_cast<const uint32_t *>(rect->data[1]);
    for (int y = 0; picture && y < rect->h; ++y) {
        const uint8_t *from = rect->data[0] + ptrdiff_t(y) * rect->linesize[0];
        uint8_t *to = picture->data[0] + ptrdiff_t(y) * picture->linesize[0];
        for (int x = 0; x < rect->w; ++x, to += 4) {
            const uint32_t colour = palette[from[x]];
            to[0] = uint8_t(colour >> 16);
            to[1] = uint8_t(colour >> 8);
            to[2] = uint8_t(colour);
            to[3] = uint8_t(colour >> 24);
        }
    }
    return picture;
}

AVPixelFormat withAlpha(int format)
{
    switch (format) {
    case AV_PIX_FMT_YUV420P:
    case AV_PIX_FMT_YUVJ420P: return AV_PIX_FMT_YUVA420P;
    case AV_PIX_FMT_YUV422P:
    case AV_PIX_FMT_YUVJ422P: return AV_PIX_FMT_YUVA422P;
    case AV_PIX_FMT_YUV444P:
    case AV_PIX_FMT_YUVJ444P: return AV_PIX_FMT_YUVA444P;
    }
    return AV_PIX_FMT_NONE;
}

// In the matrix and range of `frame`.
FramePtr scaled(const AVFrame *rgba, const AVFrame *frame, QSize size)
{
    const AVPixelFormat format = withAlpha(frame->format);
    FramePtr target = newPicture(format, size.width(), size.height());
    const ScalerPtr scaler(sws_getContext(rgba->width, rgba->height, AV_PIX_FMT_RGBA, size.width(), size.height(), format,
                                          SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP, nullptr, nullptr, nullptr));
    if (!target || !scaler)
        return nullptr;
    const int matrix = frame->colorspace == AVCOL_SPC_UNSPECIFIED ? SWS_CS_DEFAULT : int(frame->colorspace);
    const int *coefficients = sws_getCoefficients(matrix);
    sws_setColorspaceDetails(scaler.get(), coefficients, 1, coefficients, frame->color_range == AVCOL_RANGE_JPEG ? 1 : 0, 0,
                             1 << 16, 1 << 16);
    sws_scale(scaler.get(), rgba->data, rgba->linesize, 0, rgba->height, target->data, target->linesize);
    return target;
}

struct Plane {
    uint8_t *data;
    ptrdiff_t stride;
    int width; ///< samples
    int height;
};

// `shiftX` and `shiftY`: how often a sample of the plane covers two of the alpha.
void blend(const Plane &to, const uint8_t *from, ptrdiff_t stride, const AVFrame *patch, int x, int y, int shiftX,
           int shiftY)
{
    const int width = std::min(AV_CEIL_RSHIFT(patch->width, shiftX), to.width - x);
    const int height = std::min(AV_CEIL_RSHIFT(patch->height, shiftY), to.height - y);
    for (int row = 0; row < height; ++row) {
        const int alphaRow = row << shiftY;
        const uint8_t *alpha = patch->data[3] + ptrdiff_t(alphaRow) * patch->linesize[3];
        uint8_t *target = to.data + (y + row) * to.stride + x;
        const uint8_t *source = from + row * stride;
        for (int column = 0; column < width; ++column) {
            const int a = alpha[column << shiftX];
            target[column] = uint8_t((source[column] * a + target[column] * (255 - a) + 127) / 255);
        }
    }
}

} // namespace

Result<SubtitlePictures> SubtitlePictures::read(SubtitleReader &reader, const ConvertContext &context,
                                                const std::function<void(double)> &progress)
{
    SubtitlePictures pictures;
    pictures.m_timeBase = reader.stream()->time_base;
    pictures.m_pictureSize = reader.pictureSize();
    Result<CodecContextPtr> decoder = openSubtitleDecoder(reader.stream());
    if (!decoder)
        return decoder.error();
    pictures.m_decoder = *std::move(decoder);
    qint64 bytes = 0;
    bool isTooMuch = false;
    const auto keep = [&](AVPacket *packet) {
        PacketPtr own(av_packet_clone(packet));
        bytes += packet->size;
        isTooMuch = !own || bytes > mostBytes;
        if (!isTooMuch)
            pictures.m_waiting.push_back({reader.timeMs(packet), std::move(own)});
        return !isTooMuch;
    };
    if (Result<void> done = reader.read(context, progress, keep); !done)
        return done.error();
    if (isTooMuch)
        return noMemory();
    return pictures;
}

// Television does not say how large its canvas is until it shows something.
QSize SubtitlePictures::canvas() const
{
    const QSize own(m_decoder->width, m_decoder->height);
    return own.isEmpty() ? m_pictureSize : own;
}

void SubtitlePictures::advance(int64_t timeMs)
{
    while (!m_waiting.empty() && m_waiting.front().timeMs <= timeMs) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        AVSubtitle subtitle{};
        int got = 0;
        // A broken subtitle is left out: the pictures are what counts.
        if (avcodec_decode_subtitle2(m_decoder.get(), &subtitle, &got, next.packet.get()) < 0 || !got)
            continue;
        show(subtitle, next.timeMs, av_rescale_q(next.packet->duration, m_timeBase, {1, 1000}));
        avsubtitle_free(&subtitle);
    }
    if (timeMs >= m_endMs)
        m_shown.clear();
}

// Until its own time is over or the next one comes, which may be empty.
void SubtitlePictures::show(const AVSubtitle &subtitle, int64_t timeMs, int64_t durationMs)
{
    const bool hasEnd = subtitle.end_display_time != UINT32_MAX && subtitle.end_display_time > subtitle.start_display_time;
    m_endMs = hasEnd ? timeMs + subtitle.end_display_time : durationMs > 0 ? timeMs + durationMs : INT64_MAX;
    m_shown.clear();
    m_isPrepared = false;
    for (unsigned i = 0; i < subtitle.num_rects; ++i) {
        const AVSubtitleRect *rect = subtitle.rects[i];
        const bool isPicture = rect->type == SUBTITLE_BITMAP && rect->data[0] && rect->data[1];
        if (!isPicture || rect->w < 1 || rect->h < 1 || rect->w > longestSide || rect->h > longestSide)
            continue;
        if (FramePtr picture = inFullColour(rect))
            m_shown.push_back({rect->x, rect->y, std::move(picture)});
    }
}

// The canvas is as wide as the picture. Where it is higher (films without their black bars), it is centred, and what would
// lie in the bars moves into the picture.
Result<void> SubtitlePictures::prepare(const AVFrame *frame)
{
    m_patches.clear();
    const QSize whole = canvas();
    if (whole.isEmpty())
        return {};
    const double factorX = double(frame->width) / whole.width();
    const double stretchedY = double(frame->height) / whole.height();
    const double ownShape = double(m_pictureSize.width()) * whole.height();
    const double canvasShape = double(m_pictureSize.height()) * whole.width();
    const bool isSameShape = canvasShape <= 0 || std::fabs(ownShape / canvasShape - 1) < 0.02;
    const double factorY = isSameShape ? stretchedY : factorX;
    const double top = (frame->height - whole.height() * factorY) / 2;
    for (const Patch &shown : m_shown) {
        const QSize size(std::clamp(int(std::lround(shown.picture->width * factorX)), 1, frame->width),
                         std::clamp(int(std::lround(shown.picture->height * factorY)), 1, frame->height));
        FramePtr picture = scaled(shown.picture.get(), frame, size);
        if (!picture)
            return noMemory();
        // Even places, where samples of colour begin.
        const int x = std::clamp(int(std::lround(shown.x * factorX)), 0, frame->width - size.width()) & ~1;
        const int y = std::clamp(int(std::lround(top + shown.y * factorY)), 0, frame->height - size.height()) & ~1;
        m_patches.push_back({x, y, std::move(picture)});
    }
    m_isPrepared = true;
    return {};
}

Result<void> SubtitlePictures::draw(AVFrame *frame, int64_t timeMs)
{
    advance(timeMs);
    if (m_shown.empty())
        return {};
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(AVPixelFormat(frame->format));
    if (withAlpha(frame->format) == AV_PIX_FMT_NONE || !format)
        return Error{ErrorKind::UnsupportedFormat,
                     SubtitlePicturesText::tr("These subtitles are pictures and not text; they cannot be drawn in."),
                     {}};
    if (!m_isPrepared) {
        if (Result<void> prepared = prepare(frame); !prepared)
            return prepared;
    }
    if (av_frame_make_writable(frame) < 0)
        return noMemory();
    for (const Patch &patch : m_patches) {
        for (int plane = 0; plane < 3; ++plane) {
            const int shiftX = plane > 0 ? format->log2_chroma_w : 0;
            const int shiftY = plane > 0 ? format->log2_chroma_h : 0;
            const Plane to{frame->data[plane], frame->linesize[plane], AV_CEIL_RSHIFT(frame->width, shiftX),
                           AV_CEIL_RSHIFT(frame->height, shiftY)};
            blend(to, patch.picture->data[plane], patch.picture->linesize[plane], patch.picture.get(), patch.x >> shiftX,
                  patch.y >> shiftY, shiftX, shiftY);
        }
    }
    return {};
}

} // namespace convoy
