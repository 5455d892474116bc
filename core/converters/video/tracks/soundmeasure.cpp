// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/tracks/soundmeasure.h"

#include "core/converters/libav/avlog.h"
#include "core/converters/libav/mediasource.h"
#include "core/converters/video/tracks/packettimeline.h"
#include "core/converters/video/tracks/samplebuffer.h"
#include "core/converters/video/tracks/soundpreparer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <ebur128.h>

namespace convoy {

namespace {

constexpr double highestPeak = -1; // dBTP
constexpr double absoluteGate = -70;

struct Free {
    void operator()(ebur128_state *state) const { ebur128_destroy(&state); }
};

// ITU-R BS.1770-4, table 4: what comes from beside the listener counts more, deep sound effects not at all.
int placeOf(uint64_t channel, uint64_t mask)
{
    const bool hasBoth = (mask & AV_CH_SIDE_LEFT) && (mask & AV_CH_BACK_LEFT);
    switch (channel) {
    case AV_CH_FRONT_LEFT: return EBUR128_LEFT;
    case AV_CH_FRONT_RIGHT: return EBUR128_RIGHT;
    case AV_CH_FRONT_CENTER: return EBUR128_CENTER;
    case AV_CH_LOW_FREQUENCY: return EBUR128_UNUSED;
    case AV_CH_SIDE_LEFT: return EBUR128_LEFT_SURROUND;
    case AV_CH_SIDE_RIGHT: return EBUR128_RIGHT_SURROUND;
    case AV_CH_BACK_LEFT: return hasBoth ? EBUR128_Mp135 : EBUR128_LEFT_SURROUND;
    case AV_CH_BACK_RIGHT: return hasBoth ? EBUR128_Mm135 : EBUR128_RIGHT_SURROUND;
    case AV_CH_BACK_CENTER: return EBUR128_Mp180;
    default: return EBUR128_CENTER;
    }
}

/// The meter of one track: of what its encoder gets, so that a change of layout is measured with it.
class Meter
{
public:
    Meter(AVStream *stream, SoundPreparer sound, const AudioEncoding &encoding)
        : m_stream(stream),
          m_sound(std::move(sound)),
          m_channels(unsigned(std::popcount(encoding.channelMask))),
          m_state(ebur128_init(m_channels, static_cast<unsigned long>(encoding.sampleRate),
                               EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK))
    {
        unsigned channel = 0;
        for (uint64_t bit = 1; m_state && bit <= encoding.channelMask && bit != 0; bit <<= 1) {
            // One channel is measured as it is, by whatever name.
            if ((encoding.channelMask & bit) && m_channels > 1)
                ebur128_set_channel(m_state.get(), channel++, placeOf(bit, encoding.channelMask));
        }
    }

    const AVStream *stream() const { return m_stream; }
    bool isComplete() const { return m_sound.isComplete(); }

    Result<void> take(const AVPacket *packet, int64_t decodeTimeUs)
    {
        return m_sound.take(packet, decodeTimeUs, [this](const AVFrame *frame) {
            if (m_state && interleaveSamples(frame, m_samples))
                ebur128_add_frames_float(m_state.get(), m_samples.data(), size_t(frame->nb_samples));
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
        for (unsigned channel = 0; channel < m_channels; ++channel) {
            double one = 0;
            if (ebur128_true_peak(m_state.get(), channel, &one) == EBUR128_SUCCESS)
                peak = std::max(peak, one);
        }
        found.truePeak = 20 * std::log10(std::max(peak, 1e-9));
        return found;
    }

private:
    AVStream *m_stream;
    SoundPreparer m_sound;
    unsigned m_channels;
    std::unique_ptr<ebur128_state, Free> m_state;
    std::vector<float> m_samples;
};

Result<std::vector<Meter>> openMeters(const MeasureRequest &request, const AVFormatContext *input)
{
    std::vector<Meter> meters;
    meters.reserve(request.streams.size());
    for (const int index : request.streams) {
        AVStream *stream = input->streams[index];
        stream->discard = AVDISCARD_DEFAULT;
        const AudioEncoding encoding = soundEncodingFor(stream, *request.codec);
        Result<SoundPreparer> sound = SoundPreparer::open(
            {.stream = stream, .encoding = encoding, .range = request.range, .gainDb = 0});
        if (!sound)
            return sound.error();
        meters.emplace_back(stream, *std::move(sound), encoding);
    }
    return meters;
}

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
    for (unsigned i = 0; i < input->nb_streams; ++i)
        input->streams[i]->discard = AVDISCARD_ALL;
    Result<std::vector<Meter>> meters = openMeters(request, input);
    if (!meters)
        return meters.error();
    const int64_t startUs = source->startUs() + request.range.startUs;
    if (request.range.startUs > 0)
        avformat_seek_file(input, -1, INT64_MIN, startUs, startUs, 0);
    PacketTimeline timeline(input, startUs);
    const double size = std::max<double>(1, double(avio_size(input->pb)));
    const PacketPtr packet(av_packet_alloc());
    while (packet && !std::ranges::all_of(*meters, &Meter::isComplete) && av_read_frame(input, packet.get()) >= 0) {
        if (context.stop.stop_requested())
            return cancelledError();
        const auto meter = std::ranges::find_if(
            *meters, [&packet](const Meter &one) { return one.stream()->index == packet->stream_index; });
        Result<void> taken;
        if (meter != meters->end()) {
            timeline.place(packet.get());
            taken = meter->take(packet.get(), timeline.decodeTimeUs(packet->stream_index));
        }
        progress(std::clamp(double(avio_tell(input->pb)) / size, 0.0, 1.0));
        av_packet_unref(packet.get());
        if (!taken)
            return taken.error();
    }
    std::vector<std::optional<Loudness>> answers;
    answers.reserve(meters->size());
    for (Meter &meter : *meters) {
        if (Result<void> done = meter.take(nullptr, AV_NOPTS_VALUE); !done)
            return done.error();
        answers.push_back(meter.result());
    }
    takeAvLog();
    return answers;
}

} // namespace convoy
