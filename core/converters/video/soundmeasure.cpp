// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/soundmeasure.h"

#include "core/converters/video/avlog.h"
#include "core/converters/video/mediasource.h"
#include "core/converters/video/samplebuffer.h"
#include "core/converters/video/streamdecoder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <ebur128.h>

namespace convoy {

namespace {

struct SoundMeasureText {
    Q_DECLARE_TR_FUNCTIONS(convoy::SoundMeasure)
};

constexpr double highestPeak = -1; // dBTP
constexpr double absoluteGate = -70;

struct Free {
    void operator()(ebur128_state *state) const { ebur128_destroy(&state); }
};

/// The meter of one track.
class Meter
{
public:
    Meter(AVStream *stream, StreamDecoder decoder, TimeRange range)
        : m_stream(stream),
          m_decoder(std::move(decoder)),
          m_range(range)
    {
    }

    const AVStream *stream() const { return m_stream; }

    Result<void> take(const AVPacket *packet, int64_t startUs)
    {
        return m_decoder.decode(packet, [&](AVFrame *frame) {
            const int64_t time = frame->best_effort_timestamp;
            const int64_t us = time == AV_NOPTS_VALUE ? m_range.startUs
                                                      : av_rescale_q(time, m_stream->time_base, AV_TIME_BASE_Q) - startUs;
            if (us >= m_range.startUs && us < m_range.endUs)
                add(frame);
            return Result<void>();
        });
    }

    std::optional<Loudness> result() const
    {
        Loudness found;
        if (!m_state || ebur128_loudness_global(m_state.get(), &found.lufs) != EBUR128_SUCCESS
            || !(found.lufs > absoluteGate))
            return std::nullopt;
        double peak = 0;
        for (unsigned channel = 0; channel < unsigned(m_channels); ++channel) {
            double one = 0;
            if (ebur128_true_peak(m_state.get(), channel, &one) == EBUR128_SUCCESS)
                peak = std::max(peak, one);
        }
        found.truePeak = 20 * std::log10(std::max(peak, 1e-9));
        return found;
    }

private:
    void add(const AVFrame *frame)
    {
        // What changes in mid stream is rare; its first shape is what is measured.
        if (!m_state) {
            m_channels = frame->ch_layout.nb_channels;
            m_rate = frame->sample_rate;
            m_state.reset(ebur128_init(unsigned(m_channels), static_cast<unsigned long>(m_rate),
                                       EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK));
            if (m_state && m_channels == 6 && frame->ch_layout.order == AV_CHANNEL_ORDER_NATIVE
                && (frame->ch_layout.u.mask & AV_CH_LOW_FREQUENCY))
                ebur128_set_channel(m_state.get(), 3, EBUR128_UNUSED);
        }
        if (!m_state || frame->ch_layout.nb_channels != m_channels || frame->sample_rate != m_rate)
            return;
        if (interleaveSamples(frame, m_samples))
            ebur128_add_frames_float(m_state.get(), m_samples.data(), size_t(frame->nb_samples));
    }

    AVStream *m_stream;
    StreamDecoder m_decoder;
    TimeRange m_range;
    std::unique_ptr<ebur128_state, Free> m_state;
    int m_channels = 0;
    int m_rate = 0;
    std::vector<float> m_samples;
};

} // namespace

double gainTo(double lufs, const Loudness &measured)
{
    return std::min(lufs - measured.lufs, highestPeak - measured.truePeak);
}

Result<std::vector<std::optional<Loudness>>> measureSound(const MeasureRequest &request, const ConvertContext &context,
                                                          const std::function<void(double)> &progress)
{
    Result<MediaSource> source = MediaSource::open({.fd = request.fd, .path = request.path, .stop = context.stop});
    if (!source)
        return source.error();
    AVFormatContext *input = source->context();
    std::vector<Meter> meters;
    for (unsigned i = 0; i < input->nb_streams; ++i)
        input->streams[i]->discard = AVDISCARD_ALL;
    for (const int index : request.streams) {
        AVStream *stream = input->streams[index];
        stream->discard = AVDISCARD_DEFAULT;
        Result<StreamDecoder> decoder = StreamDecoder::open({.stream = stream});
        if (!decoder)
            return decoder.error();
        meters.emplace_back(stream, *std::move(decoder), request.range);
    }
    if (request.range.startUs > 0)
        avformat_seek_file(input, -1, INT64_MIN, source->startUs() + request.range.startUs,
                           source->startUs() + request.range.startUs, 0);
    const double size = std::max<double>(1, double(avio_size(input->pb)));
    const PacketPtr packet(av_packet_alloc());
    while (packet && av_read_frame(input, packet.get()) >= 0) {
        if (context.stop.stop_requested())
            return Error{ErrorKind::Cancelled, SoundMeasureText::tr("Cancelled."), {}};
        const auto meter = std::ranges::find_if(
            meters, [&packet](const Meter &one) { return one.stream()->index == packet->stream_index; });
        const int64_t time = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        const bool isPast = meter != meters.end() && time != AV_NOPTS_VALUE
            && av_rescale_q(time, meter->stream()->time_base, AV_TIME_BASE_Q) - source->startUs() >= request.range.endUs;
        Result<void> taken = meter != meters.end() && !isPast ? meter->take(packet.get(), source->startUs())
                                                              : Result<void>();
        progress(std::clamp(double(avio_tell(input->pb)) / size, 0.0, 1.0));
        av_packet_unref(packet.get());
        if (!taken)
            return taken.error();
        if (isPast)
            break;
    }
    std::vector<std::optional<Loudness>> answers;
    answers.reserve(meters.size());
    for (const Meter &meter : meters)
        answers.push_back(meter.result());
    takeAvLog();
    return answers;
}

} // namespace convoy
