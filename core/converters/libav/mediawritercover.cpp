// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Covers, which every container keeps in a way of its own.
#include "core/converters/libav/mediawriter.h"

#include <QtEndian>

#include <algorithm>

namespace convoy {

namespace {

struct Picture {
    const char *mime;
    const char *name;
};

Picture pictureNames(AVCodecID codec)
{
    return codec == AV_CODEC_ID_PNG ? Picture{"image/png", "cover.png"} : Picture{"image/jpeg", "cover.jpg"};
}

void appendNumber(QByteArray &bytes, quint32 value)
{
    const quint32 big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof(big));
}

// RFC 9639, 8.8, as a comment of Ogg has it.
QByteArray pictureBlock(const AVStream *source)
{
    constexpr quint32 frontCover = 3;
    constexpr quint32 bitsOfPixel = 24;
    const QByteArray mime(pictureNames(source->codecpar->codec_id).mime);
    QByteArray block;
    appendNumber(block, frontCover);
    appendNumber(block, quint32(mime.size()));
    block += mime;
    for (const quint32 number : {0U, quint32(source->codecpar->width), quint32(source->codecpar->height), bitsOfPixel, 0U,
                                 quint32(source->attached_pic.size)})
        appendNumber(block, number);
    block.append(reinterpret_cast<const char *>(source->attached_pic.data), source->attached_pic.size);
    return block.toBase64();
}

// Matroska keeps it as a file inside the file.
int describeAttachment(AVStream *target, const AVStream *source)
{
    const Picture names = pictureNames(source->codecpar->codec_id);
    const AVPacket &picture = source->attached_pic;
    AVCodecParameters *parameters = target->codecpar;
    parameters->codec_type = AVMEDIA_TYPE_ATTACHMENT;
    parameters->codec_id = source->codecpar->codec_id;
    parameters->extradata = static_cast<uint8_t *>(av_mallocz(size_t(picture.size) + AV_INPUT_BUFFER_PADDING_SIZE));
    if (!parameters->extradata)
        return AVERROR(ENOMEM);
    parameters->extradata_size = picture.size;
    std::copy_n(picture.data, picture.size, parameters->extradata);
    av_dict_set(&target->metadata, "mimetype", names.mime, 0);
    return av_dict_set(&target->metadata, "filename", names.name, 0);
}

} // namespace

Result<bool> MediaWriter::addCover(const AVStream *source)
{
    constexpr int largest = 16 << 20; // bytes: what FLAC's block of a picture can hold
    const QByteArrayView muxer(m_context->oformat->name);
    const bool isPacket = muxer == "mp4" || muxer == "ipod" || muxer == "mp3" || muxer == "flac";
    if (source->attached_pic.size >= largest || !(isPacket || muxer == "opus" || holdsAttachments()))
        return false;
    if (muxer == "opus") {
        av_dict_set(&m_tracks.front().stream->metadata, "METADATA_BLOCK_PICTURE", pictureBlock(source).constData(), 0);
        return true;
    }
    AVStream *target = avformat_new_stream(m_context, nullptr);
    if (!target)
        return failure(AVERROR(ENOMEM));
    if (!isPacket) {
        const int code = describeAttachment(target, source);
        return code < 0 ? Result<bool>(failure(code)) : Result<bool>(true);
    }
    m_cover.reset(av_packet_clone(&source->attached_pic));
    if (!m_cover || avcodec_parameters_copy(target->codecpar, source->codecpar) < 0)
        return failure(AVERROR(ENOMEM));
    target->codecpar->codec_tag = 0;
    target->disposition = AV_DISPOSITION_ATTACHED_PIC;
    m_cover->stream_index = target->index;
    m_cover->pts = m_cover->dts = 0;
    return true;
}

} // namespace convoy
