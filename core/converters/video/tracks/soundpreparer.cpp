// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/tracks/soundpreparer.h"

#include "core/converters/libav/avlog.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavutil/channel_layout.h>
}

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace convoy {

namespace {

struct SoundPreparerText {
    Q_DECLARE_TR_FUNCTIONS(convoy::AudioTrack)
};

// Vorbis I specification, 4.3.9: one layout for each number of channels.
constexpr std::array<uint64_t, 8> vorbisLayouts{
    AV_CH_LAYOUT_MONO,         AV_CH_LAYOUT_STEREO,       AV_CH_LAYOUT_SURROUND, AV_CH_LAYOUT_QUAD,
    AV_CH_LAYOUT_5POINT0_BACK, AV_CH_LAYOUT_5POINT1_BACK, AV_CH_LAYOUT_6POINT1,  AV_CH_LAYOUT_7POINT1,
};

uint64_t layoutFor(const AVChannelLayout &source, const SoundCodec &codec)
{
    const int channels = std::min(source.nb_channels, codec.mostChannels);
    const uint64_t mask = source.order == AV_CHANNEL_ORDER_NATIVE ? source.u.mask : 0;
    if (channels <= 2)
        return vorbisLayouts[size_t(std::max(1, channels) - 1)];
    if (channels > 8)
        return AV_CH_LAYOUT_7POINT1;
    // The side variants have the same order and meaning as the back ones.
    if (codec.encoder == vorbisSound.encoder
        && (mask == AV_CH_LAYOUT_5POINT0 || mask == AV_CH_LAYOUT_5POINT1 || mask == AV_CH_LAYOUT_2_2))
        return mask;
    // libav's encoder for Opus (up to 5.1 at least) sends what has no low frequencies, or three at the back, to wrong
    // speakers.
    const bool isOpus = codec.encoder == opusSound.encoder;
    if (isOpus && (channels == 5 || channels == 7))
        return vorbisLayouts[size_t(channels)];
    // 2.1, 3.1, 4.1: keep the low frequencies in a place of their own.
    if ((mask & AV_CH_LOW_FREQUENCY) && channels < 6)
        return AV_CH_LAYOUT_5POINT1_BACK;
    return vorbisLayouts[size_t(channels - 1)];
}

bool isLossless(const SoundCodec &codec)
{
    return codec.bitsPerStep == 0 && codec.scalePerStep == 0;
}

int rateFor(int source, const SoundCodec &codec)
{
    constexpr int usual = 48'000;
    if (isLossless(codec)) {
        while (source > codec.highestRate)
            source = (source + 1) / 2;
        return source > UINT16_MAX ? (source + 9) / 10 * 10 : source;
    }
    if (codec.alwaysHighestRate || source > codec.highestRate)
        return std::min(usual, codec.highestRate);
    // Of the few that AAC has, the lowest that loses nothing: old recordings have 22,255 and 11,127 Hz.
    int chosen = 0;
    const AVCodec *encoder = avcodec_find_encoder_by_name(codec.encoder);
    for (const int *rate = encoder ? encoder->supported_samplerates : nullptr; rate && *rate > 0; ++rate) {
        if (*rate >= source && (chosen == 0 || *rate < chosen))
            chosen = *rate;
    }
    return chosen > 0 ? chosen : source;
}

QByteArray layoutName(const AVChannelLayout &layout)
{
    std::array<char, 128> text{};
    av_channel_layout_describe(&layout, text.data(), text.size());
    return QByteArray(text.data());
}

// What has more than 16 bits and has lost nothing so far keeps 24 where the output can hold them.
bool isDeep(const AVCodecParameters *source)
{
    const AVCodecDescriptor *descriptor = avcodec_descriptor_get(source->codec_id);
    const int bits = std::max(source->bits_per_raw_sample, av_get_bits_per_sample(source->codec_id));
    return descriptor && (descriptor->props & AV_CODEC_PROP_LOSSLESS) && bits > 16;
}

Error preparingFailure(int code)
{
    return avFailure(ErrorKind::Internal, SoundPreparerText::tr("The sound of this video cannot be prepared for encoding."),
                     code);
}

} // namespace

AudioEncoding soundEncodingFor(const AVStream *stream, const SoundCodec &codec)
{
    const AVCodecParameters *source = stream->codecpar;
    return {
        .codec = &codec,
        .sampleRate = rateFor(source->sample_rate, codec),
        .channelMask = layoutFor(source->ch_layout, codec),
        .deep = isDeep(source),
    };
}

int roundedRate(const AVStream *stream, const SoundCodec &codec)
{
    const int rate = rateFor(stream->codecpar->sample_rate, codec);
    return isLossless(codec) && rate != stream->codecpar->sample_rate ? rate : 0;
}

SoundPreparer::SoundPreparer(const Parts &parts, StreamDecoder decoder)
    : m_parts(parts),
      m_decoder(std::move(decoder)),
      m_graph(&preparingFailure)
{
}

Result<SoundPreparer> SoundPreparer::open(const Parts &parts)
{
    Result<StreamDecoder> decoder = StreamDecoder::open({.stream = parts.stream});
    if (!decoder)
        return decoder.error();
    return SoundPreparer(parts, *std::move(decoder));
}

Result<void> SoundPreparer::take(const AVPacket *packet, int64_t decodeTimeUs, const Sink &sink)
{
    Result<void> done = m_decoder.decode(packet, [&](AVFrame *frame) { return decoded(frame, packet, decodeTimeUs, sink); });
    return !done || packet ? done : m_graph.finish(m_lastLength, inSamples(sink));
}

void SoundPreparer::placeInTime(AVFrame *frame, const AVPacket *packet, int64_t decodeTimeUs)
{
    AVRational timeBase = m_parts.stream->time_base;
    if (frame->pts == AV_NOPTS_VALUE && packet && packet->pts != AV_NOPTS_VALUE) {
        frame->pts = packet->pts;
    } else if (frame->pts == AV_NOPTS_VALUE) {
        frame->pts = packet ? decodeTimeUs : m_nextTime;
        timeBase = packet ? AV_TIME_BASE_Q : AVRational{1, frame->sample_rate};
    }
    // Containers round times to their own ticks; samples follow one another without gaps.
    const AVRational samples{1, frame->sample_rate};
    if (frame->pts != AV_NOPTS_VALUE)
        frame->pts = av_rescale_delta(timeBase, frame->pts, samples, frame->nb_samples, &m_rescaleState, samples);
    else
        frame->pts = m_nextTime;
    m_nextTime = frame->pts + frame->nb_samples;
}

Result<void> SoundPreparer::decoded(AVFrame *frame, const AVPacket *packet, int64_t decodeTimeUs, const Sink &sink)
{
    if (frame->sample_rate <= 0 || frame->ch_layout.nb_channels <= 0)
        return {};
    placeInTime(frame, packet, decodeTimeUs);
    const qint64 positionUs = av_rescale_q(frame->pts, {1, frame->sample_rate}, AV_TIME_BASE_Q);
    m_positionUs = std::max(m_positionUs, positionUs);
    const TimeRange range = m_parts.range;
    if (range.endUs != INT64_MAX && positionUs >= range.endUs - range.startUs) {
        m_complete = true;
        return {};
    }
    const Shape shape{frame->sample_rate, frame->format, layoutName(frame->ch_layout)};
    if (!m_graph.isOpen() || !(shape == m_shape)) {
        if (m_graph.isOpen())
            m_rescaleState = AV_NOPTS_VALUE;
        if (Result<void> finished = m_graph.finish(m_lastLength, inSamples(sink)); !finished)
            return finished;
        m_shape = shape;
        if (Result<void> built = buildFilter(frame); !built)
            return built;
    }
    m_lastLength = frame->nb_samples;
    return m_graph.filter(frame, inSamples(sink));
}

QByteArray SoundPreparer::description() const
{
    QByteArray text;
    const TimeRange range = m_parts.range;
    if (!range.isWhole()) {
        text += "atrim=start=0";
        if (range.endUs != INT64_MAX)
            text += ":end=" + QByteArray::number(double(range.endUs - range.startUs) / AV_TIME_BASE, 'f', 6);
        text += ',';
    }
    // Gaps and overlaps longer than a picture become silence and cuts, so that the sound stays with the picture.
    AVChannelLayout layout{};
    av_channel_layout_from_mask(&layout, m_parts.encoding.channelMask);
    text += "aresample=async=1:min_hard_comp=0.04,";
    if (m_parts.gainDb)
        text += "volume=volume=" + QByteArray::number(*m_parts.gainDb, 'f', 3) + "dB:precision=float,";
    text += "aformat=sample_fmts=" + QByteArray(av_get_sample_fmt_name(m_parts.encoding.sampleFormat()))
        + ":sample_rates=" + QByteArray::number(m_parts.encoding.sampleRate) + ":channel_layouts=" + layoutName(layout);
    return text;
}

Result<void> SoundPreparer::buildFilter(const AVFrame *frame)
{
    const QByteArray layout = frame->ch_layout.order == AV_CHANNEL_ORDER_UNSPEC
        ? QByteArray::number(frame->ch_layout.nb_channels) + "C"
        : m_shape.layout;
    const QString input = QString::asprintf("time_base=1/%d:sample_rate=%d:sample_fmt=%s:channel_layout=%s",
                                            frame->sample_rate, frame->sample_rate,
                                            av_get_sample_fmt_name(AVSampleFormat(frame->format)), layout.constData());
    if (Result<void> opened = m_graph.open({.type = AVMEDIA_TYPE_AUDIO, .input = input.toLatin1(), .steps = description()});
        !opened)
        return opened;
    if (m_frameSize > 0)
        av_buffersink_set_frame_size(m_graph.output(), unsigned(m_frameSize));
    return {};
}

FilterGraph::Sink SoundPreparer::inSamples(const Sink &sink) const
{
    return [this, &sink](AVFrame *frame) {
        if (frame->pts != AV_NOPTS_VALUE)
            frame->pts = av_rescale_q(frame->pts, av_buffersink_get_time_base(m_graph.output()),
                                      {1, m_parts.encoding.sampleRate});
        return sink(frame);
    };
}

} // namespace convoy
