// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/encode/encodertrial.h"

#include "core/converters/libav/avlog.h"
#include "core/converters/libav/streamdecoder.h"
#include "core/converters/video/encode/remoteencoder.h"

#include <cmath>

namespace convoy {

namespace {

constexpr int pictureCount = 30;
constexpr int trialWidth = 640;
constexpr int trialHeight = 360; // no multiple of 16, as 1080 is none
constexpr double leastDecibels = 30;

// Nobody sees these errors: an encoder that fails is not offered.
Error trialFailed()
{
    return avFailure(ErrorKind::VerificationFailed, QString(), 0);
}

// A bright square on slopes of every colour, all of which move.
uint8_t sampleAt(int plane, int x, int y, int number)
{
    const int scale = plane == 0 ? 1 : 2;
    const int left = 8 * number;
    const bool isInSquare = x * scale >= left && x * scale < left + 96 && y * scale >= 120 && y * scale < 216;
    if (isInSquare)
        return uint8_t(plane == 0 ? 220 : plane == 1 ? 90 : 170);
    return uint8_t(40
                   + (plane == 1       ? y * 160 / (trialHeight / 2)
                          : plane == 2 ? x * 160 / (trialWidth / 2)
                                       : (x + y + 4 * number) % 160));
}

Result<FramePtr> madePicture(int number)
{
    FramePtr picture(av_frame_alloc());
    if (!picture)
        return trialFailed();
    picture->format = AV_PIX_FMT_YUV420P;
    picture->width = trialWidth;
    picture->height = trialHeight;
    picture->pts = number;
    if (av_frame_get_buffer(picture.get(), 0) < 0)
        return trialFailed();
    for (int plane = 0; plane < 3; ++plane) {
        for (int y = 0; y < trialHeight >> (plane > 0); ++y) {
            for (int x = 0; x < trialWidth >> (plane > 0); ++x)
                picture->data[plane][ptrdiff_t(y) * picture->linesize[plane] + x] = sampleAt(plane, x, y, number);
        }
    }
    return picture;
}

double decibels(const AVFrame &picture, int plane, int number)
{
    double squares = 0;
    const int columns = trialWidth >> (plane > 0);
    const int rows = trialHeight >> (plane > 0);
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            const int difference = picture.data[plane][ptrdiff_t(y) * picture.linesize[plane] + x]
                - sampleAt(plane, x, y, number);
            squares += difference * difference;
        }
    }
    return 10 * std::log10(255.0 * 255.0 * columns * rows / std::max(squares, 1.0));
}

Result<void> compare(const AVFrame &picture, int number)
{
    if (picture.format != AV_PIX_FMT_YUV420P || picture.width != trialWidth || picture.height != trialHeight)
        return trialFailed();
    for (int plane = 0; plane < 3; ++plane) {
        if (decibels(picture, plane, number) < leastDecibels)
            return trialFailed();
    }
    return {};
}

} // namespace

Result<void> tryHardwareEncoder(const ConvertContext &context)
{
    const EncoderLink &link = context.encoder;
    const QByteArray name = link.encoders.value(0);
    const OutputFormat *format = findOutputFormat(u"mkv", QString::fromLatin1(name.left(name.indexOf('_'))));
    if (!format)
        return trialFailed();
    const VideoEncoding encoding{.codec = format->picture,
                                 .width = trialWidth,
                                 .height = trialHeight,
                                 .pixelFormat = AV_PIX_FMT_YUV420P,
                                 .pixelAspect = {1, 1},
                                 .frameRate = {30, 1},
                                 .colorRange = AVCOL_RANGE_MPEG,
                                 .globalHeader = true,
                                 .remote = {name, link.toEncoder, link.fromEncoder}};
    Result<RemoteEncoder> encoder = RemoteEncoder::open(encoding, context.stop);
    Result<CodecContextPtr> described = encoder ? encoder->describe() : encoder.error();
    const CodecParametersPtr parameters(avcodec_parameters_alloc());
    if (!described)
        return described.error();
    if (!parameters || avcodec_parameters_from_context(parameters.get(), described->get()) < 0)
        return trialFailed();
    Result<StreamDecoder> decoder = StreamDecoder::open({.parameters = parameters.get()});
    if (!decoder)
        return decoder.error();
    int decoded = 0;
    const auto look = [&decoded](const AVFrame *picture) { return compare(*picture, decoded++); };
    const PacketSink sink = [&](PacketPtr packet) { return decoder->decode(packet.get(), look); };
    for (int number = 0; number <= pictureCount; ++number) {
        Result<FramePtr> picture = number < pictureCount ? madePicture(number) : Result<FramePtr>(FramePtr());
        Result<void> encoded = picture ? encoder->encode(picture->get(), sink) : picture.error();
        if (!encoded)
            return encoded;
    }
    if (Result<void> ended = decoder->decode(nullptr, look); !ended)
        return ended;
    return decoded == pictureCount && decoder->damagedPlaces() == 0 ? Result<void>() : trialFailed();
}

} // namespace convoy
