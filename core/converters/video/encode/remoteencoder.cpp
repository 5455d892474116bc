// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/encode/remoteencoder.h"

#include "core/converters/libav/avlog.h"

extern "C" {
#include <libavutil/imgutils.h>
}

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

using namespace EncoderWire;

namespace {

struct RemoteEncoderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::RemoteEncoder)
};

constexpr int patienceMs = 30'000;

Error encoderFailed(ErrorKind kind = ErrorKind::Internal)
{
    return avFailure(kind, RemoteEncoderText::tr("The hardware encoder failed."), 0);
}

// Nothing that an encoder makes of a picture is larger than this.
int mostPacketBytes(const VideoEncoding &encoding)
{
    return encoding.width * encoding.height * 3 + mostHeaderBytes;
}

} // namespace

Result<RemoteEncoder> RemoteEncoder::open(const VideoEncoding &encoding, std::stop_token stop)
{
    const int bytes = av_image_get_buffer_size(encoding.pixelFormat, encoding.width, encoding.height, 1);
    if (encoding.pixelFormat != AV_PIX_FMT_YUV420P || bytes <= 0 || std::max(encoding.width, encoding.height) > largestSide)
        return encoderFailed();
    RemoteEncoder remote(EncoderPipe({encoding.remote.fromEncoder, encoding.remote.toEncoder}, std::move(stop), patienceMs),
                         encoding);
    remote.m_picture.resize(size_t(bytes));
    EncoderOrder order{.width = encoding.width,
                       .height = encoding.height,
                       .pixelAspect = {encoding.pixelAspect.num, encoding.pixelAspect.den},
                       .frameRate = {encoding.frameRate.num, encoding.frameRate.den},
                       .color = {encoding.colorRange, encoding.colorPrimaries, encoding.colorTransfer, encoding.colorSpace,
                                 encoding.chromaLocation},
                       .globalHeader = encoding.globalHeader,
                       .quality = encoding.quality};
    const QByteArray &name = encoding.remote.name;
    std::copy_n(name.constData(), std::min<size_t>(size_t(name.size()), order.name.size() - 1), order.name.begin());
    if (Result<void> sent = remote.m_pipe.send(order); !sent)
        return sent.error();
    EncoderAnswer &answer = remote.m_answer;
    if (Result<void> answered = remote.m_pipe.receive(&answer); !answered)
        return answered.error();
    if (answer.failed != 0 || answer.headerBytes < 0 || answer.headerBytes > mostHeaderBytes)
        return encoderFailed();
    remote.m_headers.resize(answer.headerBytes);
    if (Result<void> got = remote.m_pipe.receive(remote.m_headers.data(), size_t(answer.headerBytes)); !got)
        return got.error();
    return remote;
}

Result<CodecContextPtr> RemoteEncoder::describe() const
{
    CodecContextPtr context(avcodec_alloc_context3(nullptr));
    const auto size = size_t(m_headers.size());
    auto *headers = context ? static_cast<uint8_t *>(av_mallocz(size + AV_INPUT_BUFFER_PADDING_SIZE)) : nullptr;
    if (!headers)
        return avFailure(ErrorKind::OutOfMemory, RemoteEncoderText::tr("The hardware encoder failed."), AVERROR(ENOMEM));
    std::ranges::copy(m_headers, headers);
    context->extradata = headers;
    context->extradata_size = int(size);
    context->codec_type = AVMEDIA_TYPE_VIDEO;
    const AVCodec *software = avcodec_find_encoder_by_name(m_encoding.codec->encoder);
    context->codec_id = software ? software->id : AV_CODEC_ID_NONE;
    context->profile = m_answer.profile;
    context->level = m_answer.level;
    describePictures(context.get(), m_encoding);
    return context;
}

Result<void> RemoteEncoder::sendPicture(const AVFrame *frame)
{
    const PictureMark mark{frame == nullptr};
    if (Result<void> sent = m_pipe.send(mark); !sent || !frame)
        return sent;
    if (frame->format != m_encoding.pixelFormat || frame->width != m_encoding.width || frame->height != m_encoding.height
        || av_image_copy_to_buffer(m_picture.data(), int(m_picture.size()), frame->data, frame->linesize,
                                   m_encoding.pixelFormat, frame->width, frame->height, 1)
            < 0)
        return encoderFailed();
    m_times.push_back(frame->pts);
    return m_pipe.send(m_picture.data(), m_picture.size());
}

Result<PacketPtr> RemoteEncoder::receivePacket(int bytes)
{
    PacketPtr packet(av_packet_alloc());
    if (m_times.empty() || bytes <= 0 || bytes > mostPacketBytes(m_encoding))
        return encoderFailed();
    if (!packet || av_new_packet(packet.get(), bytes) < 0)
        return avFailure(ErrorKind::OutOfMemory, RemoteEncoderText::tr("The hardware encoder failed."), AVERROR(ENOMEM));
    if (Result<void> got = m_pipe.receive(packet->data, size_t(bytes)); !got)
        return got.error();
    // Hardware encoders are asked for pictures that refer to earlier ones only: decoded as they are shown.
    packet->pts = packet->dts = m_times.front();
    m_times.pop_front();
    return packet;
}

Result<void> RemoteEncoder::encode(const AVFrame *frame, const PacketSink &sink)
{
    if (Result<void> sent = sendPicture(frame); !sent)
        return sent;
    for (;;) {
        PacketMark mark;
        if (Result<void> got = m_pipe.receive(&mark); !got)
            return got;
        if (mark.bytes == -1)
            return frame || m_times.empty() ? Result<void>() : encoderFailed(); // it has lost pictures
        Result<PacketPtr> packet = receivePacket(mark.bytes);
        if (!packet)
            return packet.error();
        if (mark.isKey != 0)
            (*packet)->flags |= AV_PKT_FLAG_KEY;
        if (Result<void> taken = sink(*std::move(packet)); !taken)
            return taken;
    }
}

} // namespace convoy
