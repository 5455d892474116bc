// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/encode/frameencoder.h"

#include "core/converters/libav/avlog.h"

extern "C" {
#include <libavutil/opt.h>
}

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

namespace {

struct FrameEncoderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::FrameEncoder)
};

Error encoderFailure(const char *codec, int code)
{
    return avFailure(ErrorKind::Internal, FrameEncoderText::tr("The “%1” encoder failed.").arg(QString::fromLatin1(codec)),
                     code);
}

Result<CodecContextPtr> opened(CodecContextPtr context, const char *settings, bool globalHeader)
{
    if (globalHeader)
        context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    const char *name = context->codec->name; // not known to a context that could not be opened
    AvOptions options;
    int code = settings ? av_dict_parse_string(options.address(), settings, "=", ":", 0) : 0;
    if (code >= 0)
        code = avcodec_open2(context.get(), context->codec, options.address());
    if (code < 0)
        return encoderFailure(name, code);
    return context;
}

void setScale(AVCodecContext *context, double scale)
{
    context->flags |= AV_CODEC_FLAG_QSCALE;
    context->global_quality = int(FF_QP2LAMBDA * scale);
}

Result<CodecContextPtr> newContext(const char *name)
{
    const AVCodec *codec = avcodec_find_encoder_by_name(name);
    CodecContextPtr context(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!context)
        return encoderFailure(name, AVERROR_ENCODER_NOT_FOUND);
    return context;
}

} // namespace

void describePictures(AVCodecContext *context, const VideoEncoding &encoding)
{
    context->width = encoding.width;
    context->height = encoding.height;
    context->pix_fmt = encoding.pixelFormat;
    context->sample_aspect_ratio = encoding.pixelAspect;
    context->time_base = av_inv_q(encoding.frameRate);
    context->framerate = encoding.frameRate;
    context->color_range = encoding.colorRange;
    context->color_primaries = encoding.colorPrimaries;
    context->color_trc = encoding.colorTransfer;
    context->colorspace = encoding.colorSpace;
    context->chroma_sample_location = encoding.chromaLocation;
}

Result<CodecContextPtr> openEncoder(const VideoEncoding &encoding)
{
    Result<CodecContextPtr> created = newContext(encoding.codec->encoder);
    if (!created)
        return created;
    AVCodecContext *context = created->get();
    describePictures(context, encoding);
    const PictureCodec &codec = *encoding.codec;
    if (codec.isHardware)
        context->max_b_frames = 0;
    if (encoding.surfaces)
        context->hw_frames_ctx = av_buffer_ref(encoding.surfaces);
    context->thread_count = codec.sharesChunks ? 1 : std::max(1, encoding.threads);
    if (codec.factorPerStep == 0)
        setScale(context, encoding.quality);
    else
        av_opt_set_double(context, codec.factorName, codec.factorAtZero + codec.factorPerStep * encoding.quality,
                          AV_OPT_SEARCH_CHILDREN);
    const QByteArray settings = QByteArray(codec.settings).replace("{threads}", QByteArray::number(context->thread_count));
    return opened(*std::move(created), settings.isEmpty() ? nullptr : settings.constData(), encoding.globalHeader);
}

Result<CodecContextPtr> openEncoder(const AudioEncoding &encoding)
{
    Result<CodecContextPtr> created = newContext(encoding.codec->encoder);
    if (!created)
        return created;
    AVCodecContext *context = created->get();
    context->sample_rate = encoding.sampleRate;
    context->sample_fmt = encoding.sampleFormat();
    if (context->sample_fmt == AV_SAMPLE_FMT_S32)
        context->bits_per_raw_sample = 24;
    av_channel_layout_from_mask(&context->ch_layout, encoding.channelMask);
    context->time_base = {1, encoding.sampleRate};
    const SoundCodec &codec = *encoding.codec;
    context->thread_count = 1;
    if (codec.bitsPerStep > 0)
        context->bit_rate = int64_t((codec.bitsAtZero + codec.bitsPerStep * encoding.quality)
                                    * context->ch_layout.nb_channels);
    else if (codec.scalePerStep != 0)
        setScale(context,
                 std::max(codec.scaleAtZero + codec.scalePerStep * encoding.quality, codec.scalePerStep > 0 ? -1.0 : 0.0));
    return opened(*std::move(created), nullptr, encoding.globalHeader);
}

Result<void> encodeFrame(AVCodecContext *encoder, const AVFrame *frame, const PacketSink &sink)
{
    const int sent = avcodec_send_frame(encoder, frame);
    if (sent < 0 && sent != AVERROR_EOF)
        return encoderFailure(encoder->codec->name, sent);
    for (;;) {
        PacketPtr packet(av_packet_alloc());
        if (!packet)
            return encoderFailure(encoder->codec->name, AVERROR(ENOMEM));
        const int code = avcodec_receive_packet(encoder, packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return {};
        if (code < 0)
            return encoderFailure(encoder->codec->name, code);
        if (Result<void> taken = sink(std::move(packet)); !taken)
            return taken;
    }
}

} // namespace convoy
