// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/protection.h"

extern "C" {
#include <libavutil/avstring.h>
}

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

namespace {

struct ProtectionText {
    Q_DECLARE_TR_FUNCTIONS(convoy::MediaSource)
};

bool isEncryptedStream(const AVStream *stream)
{
    const uint32_t tag = stream->codecpar->codec_tag;
    return tag == MKTAG('e', 'n', 'c', 'v') || tag == MKTAG('e', 'n', 'c', 'a') || tag == MKTAG('d', 'r', 'm', 'i')
        || tag == MKTAG('d', 'r', 'm', 's') || av_stream_get_side_data(stream, AV_PKT_DATA_ENCRYPTION_INIT_INFO, nullptr);
}

} // namespace

Error protectedAgainstCopying()
{
    return {ErrorKind::UnsupportedFormat, ProtectionText::tr("This video is protected against copying (DRM)."), {}};
}

bool isEncrypted(const AVPacket *packet)
{
    return av_packet_get_side_data(packet, AV_PKT_DATA_ENCRYPTION_INFO, nullptr) != nullptr;
}

bool isProtected(const AVFormatContext *context)
{
    if (av_dict_get(context->metadata, "ASF_Protection_Type", nullptr, 0))
        return true;
    return std::any_of(context->streams, context->streams + context->nb_streams, isEncryptedStream);
}

// MP4 says it of each sample (ISO/IEC 23001-7, Common Encryption); libav shows the codec behind it as if it were in clear.
bool comesEncrypted(AVFormatContext *context)
{
    constexpr int enough = 16;
    if (!av_match_list(context->iformat->name, "mov", ','))
        return false;
    const PacketPtr packet(av_packet_alloc());
    bool encrypted = false;
    for (int i = 0; packet && i < enough && !encrypted && av_read_frame(context, packet.get()) >= 0; ++i) {
        encrypted = isEncrypted(packet.get());
        av_packet_unref(packet.get());
    }
    return encrypted;
}

} // namespace convoy
