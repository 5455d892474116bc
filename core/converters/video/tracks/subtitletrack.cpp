// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/tracks/subtitletrack.h"

#include "core/converters/video/subtitles/subtitlereader.h"

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t longestSubtitle = 64 * 1024; // bytes, encoded

AVCodecID textCodecOf(const MediaWriter &writer)
{
    for (const AVCodecID id : {AV_CODEC_ID_SUBRIP, AV_CODEC_ID_MOV_TEXT, AV_CODEC_ID_WEBVTT}) {
        if (writer.canHold(id))
            return id;
    }
    return AV_CODEC_ID_NONE;
}

} // namespace

SubtitleWay subtitleWay(const MediaWriter &writer, const AVStream *stream)
{
    const AVCodecID id = stream->codecpar->codec_id;
    if (writer.canHold(id))
        return SubtitleWay::Copy;
    const AVCodecDescriptor *descriptor = avcodec_descriptor_get(id);
    const bool isText = descriptor && (descriptor->props & AV_CODEC_PROP_TEXT_SUB);
    return isText && avcodec_find_decoder(id) && textCodecOf(writer) != AV_CODEC_ID_NONE ? SubtitleWay::Recode
                                                                                         : SubtitleWay::None;
}

Result<std::unique_ptr<SubtitleTrack>> SubtitleTrack::create(const Parts &parts)
{
    std::unique_ptr<SubtitleTrack> track(new SubtitleTrack(parts));
    if (Result<void> opened = track->open(); !opened)
        return opened.error();
    return track;
}

Result<void> SubtitleTrack::open()
{
    Result<CodecContextPtr> decoder = openSubtitleDecoder(m_parts.stream);
    if (!decoder)
        return decoder.error();
    m_decoder = *std::move(decoder);
    const AVCodec *codec = avcodec_find_encoder(textCodecOf(*m_parts.writer));
    m_encoder.reset(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!m_encoder)
        return subtitleFailure(AVERROR_ENCODER_NOT_FOUND);
    m_encoder->time_base = {1, 1000};
    if (m_parts.writer->wantsGlobalHeader())
        m_encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    if (m_decoder->subtitle_header_size > 0) {
        const auto size = size_t(m_decoder->subtitle_header_size);
        m_encoder->subtitle_header = static_cast<uint8_t *>(av_mallocz(size + 1));
        if (!m_encoder->subtitle_header)
            return subtitleFailure(AVERROR(ENOMEM));
        std::copy_n(m_decoder->subtitle_header, size, m_encoder->subtitle_header);
        m_encoder->subtitle_header_size = m_decoder->subtitle_header_size;
    }
    if (const int code = avcodec_open2(m_encoder.get(), codec, nullptr); code < 0)
        return subtitleFailure(code);
    return m_parts.writer->describe(m_parts.output, m_encoder.get());
}

Result<void> SubtitleTrack::take(const AVPacket *packet, int64_t)
{
    if (!packet || packet->pts == AV_NOPTS_VALUE)
        return {};
    AVSubtitle subtitle{};
    int got = 0;
    const PacketPtr own(av_packet_clone(packet));
    if (!own)
        return subtitleFailure(AVERROR(ENOMEM));
    // A broken subtitle is left out: the pictures are what counts.
    if (avcodec_decode_subtitle2(m_decoder.get(), &subtitle, &got, own.get()) < 0 || !got)
        return {};
    const AVRational milliseconds{1, 1000};
    const int64_t start = av_rescale_q(packet->pts, m_parts.stream->time_base, milliseconds);
    int64_t length = av_rescale_q(packet->duration, m_parts.stream->time_base, milliseconds);
    if (length <= 0)
        length = subtitle.end_display_time;
    Result<void> written = subtitle.num_rects > 0 ? write(subtitle, start, length) : Result<void>();
    avsubtitle_free(&subtitle);
    return written;
}

Result<void> SubtitleTrack::write(AVSubtitle &subtitle, int64_t startMs, int64_t lengthMs)
{
    const TimeRange range = m_parts.options->range;
    int64_t endMs = startMs + lengthMs;
    if (range.endUs != INT64_MAX)
        endMs = std::min<int64_t>(endMs, (range.endUs - range.startUs) / 1000);
    startMs = std::max<int64_t>(0, startMs);
    if (endMs <= startMs)
        return {};
    subtitle.pts = startMs * 1000;
    subtitle.start_display_time = 0;
    subtitle.end_display_time = uint32_t(endMs - startMs);
    PacketPtr packet(av_packet_alloc());
    std::array<uint8_t, longestSubtitle> text; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by the encoder
    const int size = avcodec_encode_subtitle(m_encoder.get(), text.data(), int(text.size()), &subtitle);
    if (size <= 0)
        return {};
    if (!packet || av_new_packet(packet.get(), size) < 0)
        return subtitleFailure(AVERROR(ENOMEM));
    std::copy_n(text.data(), size_t(size), packet->data);
    packet->pts = packet->dts = startMs;
    packet->duration = endMs - startMs;
    packet->flags |= AV_PKT_FLAG_KEY;
    ++m_packets;
    return m_parts.writer->write(m_parts.output, std::move(packet));
}

void SubtitleTrack::addFacts(QVariantMap &facts) const
{
    QVariantList copies = facts.value(u"copies"_s).toList();
    copies.append(QVariantMap{{u"stream"_s, m_parts.output}, {u"kind"_s, u"subtitle"_s}, {u"packets"_s, m_packets}});
    facts.insert(u"copies"_s, copies);
}

} // namespace convoy
