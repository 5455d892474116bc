// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/encode/theoraencoder.h"

#include "core/converters/video/encode/repeatedpicture.h"
#include "core/converters/video/theora/theorafunctions.h"

#include <QCoreApplication>

#include <theora/theoraenc.h>

#include <algorithm>
#include <iterator>
#ifdef __MMX__
#include <mmintrin.h>
#endif

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace convoy {

namespace {

struct TheoraEncoderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::FrameEncoder)
};

// More than any caller waits, and no more than Ogg counts (th_info's keyframe_granule_shift: 6).
constexpr unsigned farOff = 64;

Error failure(int code)
{
    return {ErrorKind::Internal, TheoraEncoderText::tr("The “%1” encoder failed.").arg(QStringLiteral("libtheora")),
            code == 0 ? QString() : QString::number(code)};
}

th_pixel_fmt pixelFormatOf(AVPixelFormat format)
{
    switch (format) {
    case AV_PIX_FMT_YUV420P: return TH_PF_420;
    case AV_PIX_FMT_YUV422P: return TH_PF_422;
    case AV_PIX_FMT_YUV444P: return TH_PF_444;
    default: return TH_PF_RSVD;
    }
}

th_colorspace colorSpaceOf(AVColorPrimaries primaries)
{
    if (primaries == AVCOL_PRI_BT470M)
        return TH_CS_ITU_REC_470M;
    return primaries == AVCOL_PRI_BT470BG ? TH_CS_ITU_REC_470BG : TH_CS_UNSPECIFIED;
}

int wholeBlocks(int samples)
{
    return (samples + 15) / 16 * 16;
}

th_info infoOf(const VideoEncoding &encoding)
{
    th_info info;
    th_info_init(&info);
    info.frame_width = unsigned(wholeBlocks(encoding.width));
    info.frame_height = unsigned(wholeBlocks(encoding.height));
    info.pic_width = unsigned(encoding.width);
    info.pic_height = unsigned(encoding.height);
    info.fps_numerator = unsigned(encoding.frameRate.num);
    info.fps_denominator = unsigned(encoding.frameRate.den);
    const AVRational aspect = encoding.pixelAspect.num != 0 ? encoding.pixelAspect : AVRational{1, 1};
    info.aspect_numerator = unsigned(aspect.num);
    info.aspect_denominator = unsigned(aspect.den);
    info.colorspace = colorSpaceOf(encoding.colorPrimaries);
    info.pixel_fmt = pixelFormatOf(encoding.pixelFormat);
    info.quality = int(std::clamp(encoding.quality, 0.0, 10.0) * 6.3); // of 63
    return info;
}

// libtheora leaves the registers that MMX shares with the x87 unit in MMX's state: long doubles of whatever this thread does
// next would be no numbers (System V ABI, AMD64, 3.2.1). libavcodec cleans up after every encoder.
void leaveMmx()
{
#ifdef __MMX__
    _mm_empty();
#endif
}

} // namespace

void TheoraDeleter::operator()(th_enc_ctx *encoder) const
{
    th_encode_free(encoder);
}

Result<TheoraEncoder> TheoraEncoder::open(const VideoEncoding &encoding)
{
    th_info info = infoOf(encoding);
    TheoraEncoder made;
    made.m_encoder.reset(info.pixel_fmt == TH_PF_RSVD ? nullptr : th_encode_alloc(&info));
    th_info_clear(&info);
    if (!made.m_encoder)
        return failure(0);
    useFastFunctions(made.m_encoder.get(), encoding.exactMotion);
    made.m_encoding = encoding;
    made.m_repeated = repeatedTheoraPicture(QSize(encoding.width, encoding.height), encoding.pixelFormat);
    if (Result<void> read = made.readHeaders(); !read)
        return read.error();
    return made;
}

// Three packets, each with its length in front.
Result<void> TheoraEncoder::readHeaders()
{
    th_comment comment;
    th_comment_init(&comment);
    ogg_packet packet;
    int code = 0;
    while ((code = th_encode_flushheader(m_encoder.get(), &comment, &packet)) > 0) {
        m_headers.append(char(packet.bytes >> 8 & 0xFF));
        m_headers.append(char(packet.bytes & 0xFF));
        m_headers.append(reinterpret_cast<const char *>(packet.packet), qsizetype(packet.bytes));
    }
    th_comment_clear(&comment);
    return code < 0 ? Result<void>(failure(code)) : Result<void>();
}

Result<CodecContextPtr> TheoraEncoder::describe() const
{
    CodecContextPtr context(avcodec_alloc_context3(nullptr));
    const auto size = size_t(m_headers.size());
    auto *headers = context ? static_cast<uint8_t *>(av_mallocz(size + AV_INPUT_BUFFER_PADDING_SIZE)) : nullptr;
    if (!headers)
        return failure(0);
    std::ranges::copy(m_headers, headers);
    context->extradata = headers;
    context->extradata_size = int(size);
    context->codec_type = AVMEDIA_TYPE_VIDEO;
    context->codec_id = AV_CODEC_ID_THEORA;
    context->gop_size = keyFrameDistance;
    describePictures(context.get(), m_encoding);
    return context;
}

// libtheora makes a key frame of a picture that is at least so far from the last one.
void TheoraEncoder::setKeyFrameDistance(unsigned frames)
{
    ogg_uint32_t distance = frames;
    th_encode_ctl(m_encoder.get(), TH_ENCCTL_SET_KEYFRAME_FREQUENCY_FORCE, &distance, sizeof(distance));
}

Result<PacketPtr> TheoraEncoder::encode(const AVFrame *frame, bool isKeyFrame)
{
    if (frame->format != m_encoding.pixelFormat || frame->width != m_encoding.width || frame->height != m_encoding.height)
        return failure(TH_EINVAL);
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(m_encoding.pixelFormat);
    th_ycbcr_buffer planes;
    for (size_t i = 0; i < std::size(planes); ++i) {
        planes[i].width = wholeBlocks(frame->width) >> (i > 0 ? format->log2_chroma_w : 0);
        planes[i].height = wholeBlocks(frame->height) >> (i > 0 ? format->log2_chroma_h : 0);
        planes[i].stride = frame->linesize[i];
        planes[i].data = frame->data[i]; // of which only the picture's part is read
    }
    setKeyFrameDistance(isKeyFrame ? 1 : farOff);
    int code = th_encode_ycbcr_in(m_encoder.get(), planes);
    ogg_packet coded{};
    if (code == 0)
        code = th_encode_packetout(m_encoder.get(), 0, &coded);
    leaveMmx();
    if (code != 1)
        return failure(code);
    const bool isRepeated = coded.bytes == 0;
    const QByteArrayView bytes = isRepeated ? QByteArrayView(m_repeated)
                                            : QByteArrayView(coded.packet, qsizetype(coded.bytes));
    PacketPtr packet(av_packet_alloc());
    if (!packet || av_new_packet(packet.get(), int(bytes.size())) < 0)
        return Error{
            ErrorKind::OutOfMemory, TheoraEncoderText::tr("The “%1” encoder failed.").arg(QStringLiteral("libtheora")), {}};
    std::ranges::copy(bytes, packet->data);
    packet->pts = packet->dts = frame->pts;
    constexpr uint8_t interFrame = 0x40; // Theora spec 7.1
    if (!(packet->data[0] & interFrame))
        packet->flags |= AV_PKT_FLAG_KEY;
    return packet;
}

} // namespace convoy
