// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/audiotrack.h"

#include "core/converters/video/avlog.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavutil/channel_layout.h>
}

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AudioTrackText {
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
    // 2.1, 3.1, 4.1: keep the low frequencies in a place of their own.
    if ((mask & AV_CH_LOW_FREQUENCY) && channels < 6)
        return AV_CH_LAYOUT_5POINT1_BACK;
    return vorbisLayouts[size_t(channels - 1)];
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

Error soundFailure(int code)
{
    return avFailure(ErrorKind::Internal, AudioTrackText::tr("The sound of this video cannot be prepared for encoding."),
                     code);
}

} // namespace

Result<std::unique_ptr<AudioTrack>> AudioTrack::create(const Parts &parts)
{
    std::unique_ptr<AudioTrack> track(new AudioTrack(parts));
    if (Result<void> opened = track->open(); !opened)
        return opened.error();
    return track;
}

Result<void> AudioTrack::open()
{
    Result<StreamDecoder> decoder = StreamDecoder::open({.stream = m_parts.stream});
    if (!decoder)
        return decoder.error();
    m_decoder = *std::move(decoder);
    m_frame.reset(av_frame_alloc());
    const AVCodecParameters *source = m_parts.stream->codecpar;
    const SoundCodec &codec = *m_parts.job->format->sound;
    m_encoding = {
        .codec = &codec,
        .sampleRate = codec.alwaysHighestRate || source->sample_rate > codec.highestRate
            ? std::min(48'000, codec.highestRate)
            : source->sample_rate,
        .channelMask = layoutFor(source->ch_layout, codec),
        .quality = m_parts.job->audioQuality,
        .deep = isDeep(source),
        .globalHeader = m_parts.writer->wantsGlobalHeader(),
    };
    Result<CodecContextPtr> encoder = openEncoder(m_encoding);
    if (!encoder)
        return encoder.error();
    m_encoder = *std::move(encoder);
    return m_parts.writer->describe(m_parts.output, m_encoder.get());
}

Result<void> AudioTrack::take(const AVPacket *packet, int64_t decodeTimeUs)
{
    Result<void> done = m_decoder->decode(packet, [&](AVFrame *frame) { return decoded(frame, packet, decodeTimeUs); });
    if (!done || packet)
        return done;
    if (m_graph) {
        if (const int code = av_buffersrc_add_frame(m_input, nullptr); code < 0)
            return soundFailure(code);
        if (Result<void> drained = drain(); !drained)
            return drained;
    }
    return encodeFrame(m_encoder.get(), nullptr,
                       [this](PacketPtr last) { return m_parts.writer->write(m_parts.output, std::move(last)); });
}

Result<void> AudioTrack::decoded(AVFrame *frame, const AVPacket *packet, int64_t decodeTimeUs)
{
    if (frame->sample_rate <= 0 || frame->ch_layout.nb_channels <= 0)
        return {};
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
    const qint64 positionUs = av_rescale_q(frame->pts, samples, AV_TIME_BASE_Q);
    m_positionUs = std::max(m_positionUs, positionUs);
    const TimeRange range = m_parts.job->range;
    if (range.endUs != INT64_MAX && positionUs >= range.endUs - range.startUs) {
        m_complete = true;
        return {};
    }

    const Shape shape{frame->sample_rate, frame->format, layoutName(frame->ch_layout)};
    if (!m_graph || !(shape == m_shape)) {
        if (m_graph) {
            if (const int code = av_buffersrc_add_frame(m_input, nullptr); code < 0)
                return soundFailure(code);
            if (Result<void> drained = drain(); !drained)
                return drained;
            m_rescaleState = AV_NOPTS_VALUE;
        }
        m_shape = shape;
        if (Result<void> built = buildFilter(frame); !built)
            return built;
    }
    if (const int code = av_buffersrc_add_frame(m_input, frame); code < 0)
        return soundFailure(code);
    return drain();
}

QByteArray AudioTrack::description() const
{
    QByteArray text;
    const TimeRange range = m_parts.job->range;
    if (!range.isWhole()) {
        text += "atrim=start=0";
        if (range.endUs != INT64_MAX)
            text += ":end=" + QByteArray::number(double(range.endUs - range.startUs) / AV_TIME_BASE, 'f', 6);
        text += ',';
    }
    // Gaps and overlaps longer than a picture become silence and cuts, so that the sound stays with the picture.
    AVChannelLayout layout{};
    av_channel_layout_from_mask(&layout, m_encoding.channelMask);
    text += "aresample=async=1:min_hard_comp=0.04,";
    if (m_parts.gainDb != 0)
        text += "volume=volume=" + QByteArray::number(m_parts.gainDb, 'f', 3) + "dB:precision=float,";
    text += "aformat=sample_fmts=" + QByteArray(av_get_sample_fmt_name(m_encoding.sampleFormat()))
        + ":sample_rates=" + QByteArray::number(m_encoding.sampleRate) + ":channel_layouts=" + layoutName(layout);
    return text;
}

void AudioTrack::addFacts(QVariantMap &facts) const
{
    QVariantList samples = facts.value(u"audio_samples"_s).toList();
    samples.append(m_samples);
    facts.insert(u"audio_samples"_s, samples);
    facts.insert(u"audio_tracks"_s, int(samples.size()));
}

Result<void> AudioTrack::buildFilter(const AVFrame *frame)
{
    m_graph.reset(avfilter_graph_alloc());
    if (!m_graph || !m_frame)
        return soundFailure(AVERROR(ENOMEM));
    m_graph->nb_threads = 1;
    const QByteArray layout = frame->ch_layout.order == AV_CHANNEL_ORDER_UNSPEC
        ? QByteArray::number(frame->ch_layout.nb_channels) + "C"
        : m_shape.layout;
    const QByteArray arguments = QString::asprintf("time_base=1/%d:sample_rate=%d:sample_fmt=%s:channel_layout=%s",
                                                   frame->sample_rate, frame->sample_rate,
                                                   av_get_sample_fmt_name(AVSampleFormat(frame->format)), layout.constData())
                                     .toLatin1();
    int code = avfilter_graph_create_filter(&m_input, avfilter_get_by_name("abuffer"), "in", arguments.constData(), nullptr,
                                            m_graph.get());
    if (code >= 0)
        code = avfilter_graph_create_filter(&m_output, avfilter_get_by_name("abuffersink"), "out", nullptr, nullptr,
                                            m_graph.get());
    if (code < 0)
        return soundFailure(code);
    AVFilterInOut *outputs = avfilter_inout_alloc();
    AVFilterInOut *inputs = avfilter_inout_alloc();
    if (outputs && inputs) {
        outputs->name = av_strdup("in");
        outputs->filter_ctx = m_input;
        inputs->name = av_strdup("out");
        inputs->filter_ctx = m_output;
        code = avfilter_graph_parse_ptr(m_graph.get(), description().constData(), &inputs, &outputs, nullptr);
    } else {
        code = AVERROR(ENOMEM);
    }
    avfilter_inout_free(&outputs);
    avfilter_inout_free(&inputs);
    if (code >= 0)
        code = avfilter_graph_config(m_graph.get(), nullptr);
    if (code < 0)
        return soundFailure(code);
    if (!(m_encoder->codec->capabilities & AV_CODEC_CAP_VARIABLE_FRAME_SIZE) && m_encoder->frame_size > 0)
        av_buffersink_set_frame_size(m_output, unsigned(m_encoder->frame_size));
    return {};
}

Result<void> AudioTrack::drain()
{
    const AVRational samples{1, m_encoding.sampleRate};
    for (;;) {
        const int code = av_buffersink_get_frame(m_output, m_frame.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return {};
        if (code < 0)
            return soundFailure(code);
        if (m_frame->pts != AV_NOPTS_VALUE)
            m_frame->pts = av_rescale_q(m_frame->pts, av_buffersink_get_time_base(m_output), samples);
        m_samples += m_frame->nb_samples;
        Result<void> encoded = encodeFrame(m_encoder.get(), m_frame.get(), [this](PacketPtr packet) {
            return m_parts.writer->write(m_parts.output, std::move(packet));
        });
        av_frame_unref(m_frame.get());
        if (!encoded)
            return encoded;
    }
}

} // namespace convoy
