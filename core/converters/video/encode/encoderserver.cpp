// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/encode/encoderserver.h"

#include "core/converters/libav/avlog.h"
#include "core/converters/video/encode/encoderwire.h"
#include "core/converters/video/encode/frameencoder.h"

extern "C" {
#include <libavutil/hwcontext.h>
#include <libavutil/imgutils.h>
}

#include <algorithm>
#include <vector>

namespace convoy {

using namespace EncoderWire;

namespace {

constexpr int endOfPackets = -1;
constexpr int encoderBroke = -2;

// Not for people: what goes wrong here is told by the other side.
Error refused(int code = 0)
{
    return avFailure(ErrorKind::Internal, QString(), code);
}

/// One video, from the order to the end of the pipe.
class Serving
{
public:
    Serving(EncoderPipe pipe, std::function<void(AVFrame *)> beforePicture)
        : m_pipe(std::move(pipe)),
          m_beforePicture(std::move(beforePicture))
    {
    }

    Result<void> open(const DeviceEncoder *encoder, const EncoderOrder &order)
    {
        const Result<void> opened = encoder && isSane(order) ? openEncoderFor(*encoder, order) : refused();
        EncoderAnswer answer{.failed = !opened};
        if (opened) {
            answer.profile = m_context->profile;
            answer.level = m_context->level;
            answer.headerBytes = std::clamp(m_context->extradata_size, 0, mostHeaderBytes);
        }
        if (Result<void> sent = m_pipe.send(answer); !sent || !opened)
            return opened ? sent : opened;
        return m_pipe.send(m_context->extradata, size_t(answer.headerBytes));
    }

    Result<void> run()
    {
        for (int64_t number = 0;; ++number) {
            PictureMark mark;
            if (Result<void> got = m_pipe.receive(&mark); !got)
                return got;
            Result<FramePtr> picture = mark.isEnd ? Result<FramePtr>(FramePtr()) : receivePicture(number);
            const Result<void> encoded = picture
                ? encodeFrame(m_context.get(), picture->get(), [this](PacketPtr packet) { return give(*packet); })
                : picture.error();
            if (Result<void> sent = m_pipe.send(PacketMark{encoded ? endOfPackets : encoderBroke}); !sent || !encoded)
                return encoded ? sent : encoded;
            if (mark.isEnd)
                return {};
        }
    }

private:
    static bool isSane(const EncoderOrder &order)
    {
        const auto isSide = [](int32_t side) { return side >= 16 && side <= largestSide && side % 2 == 0; };
        return isSide(order.width) && isSide(order.height) && order.frameRate[0] > 0 && order.frameRate[1] > 0
            && order.pixelAspect[0] >= 0 && order.pixelAspect[1] > 0 && order.quality >= 0 && order.quality <= 10;
    }

    Result<void> openEncoderFor(const DeviceEncoder &encoder, const EncoderOrder &order)
    {
        VideoEncoding encoding{.codec = &encoder.codec,
                               .width = order.width,
                               .height = order.height,
                               .pixelFormat = av_get_pix_fmt(encoder.codec.pixelFormats),
                               .pixelAspect = {order.pixelAspect[0], order.pixelAspect[1]},
                               .frameRate = {order.frameRate[0], order.frameRate[1]},
                               .colorRange = AVColorRange(order.color[0]),
                               .colorPrimaries = AVColorPrimaries(order.color[1]),
                               .colorTransfer = AVColorTransferCharacteristic(order.color[2]),
                               .colorSpace = AVColorSpace(order.color[3]),
                               .chromaLocation = AVChromaLocation(order.color[4]),
                               .quality = order.quality,
                               .globalHeader = order.globalHeader != 0};
        m_format = encoding.pixelFormat;
        if (encoder.upload) {
            if (Result<void> made = makeSurfaces(encoder.upload, encoding); !made)
                return made;
            encoding.surfaces = m_surfaces.get();
            encoding.pixelFormat = reinterpret_cast<AVHWFramesContext *>(m_surfaces->data)->format;
        }
        Result<CodecContextPtr> opened = openEncoder(encoding);
        if (!opened)
            return opened.error();
        m_context = *std::move(opened);
        m_bytes.resize(size_t(av_image_get_buffer_size(AV_PIX_FMT_YUV420P, order.width, order.height, 1)));
        return {};
    }

    Result<void> makeSurfaces(const char *device, const VideoEncoding &encoding)
    {
        AVBufferRef *reference = nullptr;
        const int code = av_hwdevice_ctx_create(&reference, av_hwdevice_find_type_by_name(device), nullptr, nullptr, 0);
        const BufferPtr opened(reference);
        if (code < 0)
            return refused(code);
        m_surfaces.reset(av_hwframe_ctx_alloc(opened.get()));
        if (!m_surfaces)
            return refused(AVERROR(ENOMEM));
        auto *surfaces = reinterpret_cast<AVHWFramesContext *>(m_surfaces->data);
        surfaces->format = AV_PIX_FMT_VAAPI;
        surfaces->sw_format = m_format;
        surfaces->width = encoding.width;
        surfaces->height = encoding.height;
        surfaces->initial_pool_size = 20; // the encoder holds back some
        const int made = av_hwframe_ctx_init(m_surfaces.get());
        return made < 0 ? refused(made) : Result<void>();
    }

    Result<FramePtr> receivePicture(int64_t number)
    {
        if (Result<void> got = m_pipe.receive(m_bytes.data(), m_bytes.size()); !got)
            return got.error();
        FramePtr picture(av_frame_alloc());
        if (!picture)
            return refused(AVERROR(ENOMEM));
        picture->format = m_format;
        picture->width = m_context->width;
        picture->height = m_context->height;
        if (const int code = av_frame_get_buffer(picture.get(), 0); code < 0)
            return refused(code);
        fill(picture.get());
        if (m_beforePicture)
            m_beforePicture(picture.get());
        Result<FramePtr> ready = m_surfaces ? uploaded(*picture) : Result<FramePtr>(std::move(picture));
        if (ready)
            (*ready)->pts = number;
        return ready;
    }

    /// From three planes, to two where the chip wants the colours of a place side by side (NV12).
    void fill(AVFrame *picture) const
    {
        const int width = picture->width;
        const int height = picture->height;
        uint8_t *planes[4];
        int strides[4];
        av_image_fill_arrays(planes, strides, m_bytes.data(), AV_PIX_FMT_YUV420P, width, height, 1);
        if (m_format != AV_PIX_FMT_NV12) {
            av_image_copy(picture->data, picture->linesize, const_cast<const uint8_t **>(planes), strides, m_format, width,
                          height);
            return;
        }
        av_image_copy_plane(picture->data[0], picture->linesize[0], planes[0], strides[0], width, height);
        for (int y = 0; y < height / 2; ++y) {
            uint8_t *out = picture->data[1] + ptrdiff_t(y) * picture->linesize[1];
            const uint8_t *u = planes[1] + ptrdiff_t(y) * strides[1];
            const uint8_t *v = planes[2] + ptrdiff_t(y) * strides[2];
            for (int x = 0; x < width / 2; ++x) {
                out[2 * x] = u[x];
                out[2 * x + 1] = v[x];
            }
        }
    }

    Result<FramePtr> uploaded(const AVFrame &picture) const
    {
        FramePtr surface(av_frame_alloc());
        if (!surface)
            return refused(AVERROR(ENOMEM));
        int code = av_hwframe_get_buffer(m_surfaces.get(), surface.get(), 0);
        if (code >= 0)
            code = av_hwframe_transfer_data(surface.get(), &picture, 0);
        return code < 0 ? Result<FramePtr>(refused(code)) : Result<FramePtr>(std::move(surface));
    }

    Result<void> give(const AVPacket &packet)
    {
        if (packet.size == 0)
            return {};
        if (Result<void> sent = m_pipe.send(PacketMark{packet.size, (packet.flags & AV_PKT_FLAG_KEY) != 0}); !sent)
            return sent;
        return m_pipe.send(packet.data, size_t(packet.size));
    }

    EncoderPipe m_pipe;
    std::function<void(AVFrame *)> m_beforePicture;
    AVPixelFormat m_format = AV_PIX_FMT_NONE;
    BufferPtr m_surfaces;
    CodecContextPtr m_context;
    std::vector<uint8_t> m_bytes;
};

} // namespace

Result<ConvertReport> EncoderServer::convert(const ConvertRequest &request, const ConvertContext &context) const
{
    const EncoderPipe pipe({request.input.fd, request.attachment.fd}, context.stop, -1);
    EncoderOrder order;
    if (Result<void> got = pipe.receive(&order); !got)
        return got.error();
    order.name.back() = '\0';
    const auto encoder = std::ranges::find_if(
        m_encoders, [&order](const DeviceEncoder &one) { return std::strcmp(one.name, order.name.data()) == 0; });
    const DeviceEncoder *known = encoder != m_encoders.end() ? &*encoder : nullptr;
    Serving serving(pipe,
                    m_beforePicture ? [this, known](AVFrame *picture) { m_beforePicture(*known, picture); }
                                    : std::function<void(AVFrame *)>());
    Result<void> served = serving.open(known, order);
    if (served)
        served = serving.run();
    return served ? Result<ConvertReport>(ConvertReport()) : served.error();
}

Result<MediaInfo> EncoderServer::probe(const ConvertInput & /*input*/) const
{
    return refused();
}

Result<PreviewPicture> EncoderServer::preview(const PreviewRequest & /*request*/, const ConvertContext & /*context*/) const
{
    return refused();
}

Result<void> EncoderServer::verify(int /*fd*/, const QVariantMap & /*facts*/, const ConvertContext & /*context*/) const
{
    return refused();
}

} // namespace convoy
