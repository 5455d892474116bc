// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/streamdecoder.h"

#include "core/converters/libav/avlog.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct StreamDecoderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::StreamDecoder)
};

constexpr int64_t mostPixels = 16384LL * 8640;

} // namespace

Result<StreamDecoder> StreamDecoder::open(const DecoderRequest &request)
{
    const AVCodecParameters *parameters = request.parameters ? request.parameters : request.stream->codecpar;
    const AVCodec *codec = avcodec_find_decoder(parameters->codec_id);
    StreamDecoder decoder;
    decoder.m_context.reset(avcodec_alloc_context3(codec));
    decoder.m_frame.reset(av_frame_alloc());
    AVCodecContext *context = decoder.m_context.get();
    if (!codec || !context || !decoder.m_frame)
        return avFailure(ErrorKind::UnsupportedFormat, StreamDecoderText::tr("There is no decoder for this video."), 0);
    int code = avcodec_parameters_to_context(context, parameters);
    if (request.stream) {
        context->pkt_timebase = request.stream->time_base;
        context->framerate = request.stream->avg_frame_rate;
    }
    context->thread_count = std::max(1, request.threads);
    context->max_pixels = mostPixels;
    if (request.skipDeblocking)
        context->skip_loop_filter = AVDISCARD_ALL;
    if (code >= 0)
        code = avcodec_open2(context, codec, nullptr);
    if (code < 0) {
        const QString name = QString::fromUtf8(avcodec_get_name(parameters->codec_id));
        return avFailure(
            ErrorKind::DamagedInput,
            StreamDecoderText::tr("The “%1” decoder cannot start: the description of the stream is damaged.").arg(name),
            code);
    }
    return decoder;
}

void StreamDecoder::noteDamage()
{
    if (m_frames == 0)
        ++m_lostAtStart;
    else
        ++m_damaged;
}

Result<void> StreamDecoder::decode(const AVPacket *packet, const Sink &sink)
{
    if (packet && packet->size == 0)
        return {};
    for (bool sent = false; !sent;) {
        const int code = avcodec_send_packet(m_context.get(), packet);
        if (code == AVERROR(ENOMEM))
            return avFailure(ErrorKind::OutOfMemory,
                             StreamDecoderText::tr("There is not enough memory to decode this video."), code);
        sent = code != AVERROR(EAGAIN);
        if (code < 0 && sent && code != AVERROR_EOF)
            noteDamage();
        if (Result<void> received = receive(sink); !received)
            return received;
    }
    return {};
}

Result<void> StreamDecoder::receive(const Sink &sink)
{
    for (;;) {
        const int code = avcodec_receive_frame(m_context.get(), m_frame.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return {};
        if (code == AVERROR(ENOMEM))
            return avFailure(ErrorKind::OutOfMemory,
                             StreamDecoderText::tr("There is not enough memory to decode this video."), code);
        if (code < 0) {
            noteDamage();
            return {};
        }
        if (m_frame->decode_error_flags != 0 || (m_frame->flags & AV_FRAME_FLAG_CORRUPT))
            noteDamage();
        ++m_frames;
        Result<void> taken = sink(m_frame.get());
        av_frame_unref(m_frame.get());
        if (!taken)
            return taken;
    }
}

} // namespace convoy
