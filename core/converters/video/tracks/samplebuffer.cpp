// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/tracks/samplebuffer.h"

namespace convoy {

namespace {

template <typename Sample>
void copySamples(const AVFrame *frame, std::vector<float> &to, float scale, float offset)
{
    const bool planar = av_sample_fmt_is_planar(AVSampleFormat(frame->format)) != 0;
    const auto channels = size_t(frame->ch_layout.nb_channels);
    const auto count = size_t(frame->nb_samples);
    for (size_t channel = 0; channel < channels; ++channel) {
        const auto *from = reinterpret_cast<const Sample *>(frame->extended_data[planar ? channel : 0]);
        for (size_t i = 0; i < count; ++i)
            to[i * channels + channel] = float(from[planar ? i : i * channels + channel]) * scale - offset;
    }
}

} // namespace

bool interleaveSamples(const AVFrame *frame, std::vector<float> &to)
{
    to.resize(size_t(frame->nb_samples) * size_t(frame->ch_layout.nb_channels));
    switch (av_get_packed_sample_fmt(AVSampleFormat(frame->format))) {
    case AV_SAMPLE_FMT_U8: copySamples<uint8_t>(frame, to, 1.0F / 128, 1); return true;
    case AV_SAMPLE_FMT_S16: copySamples<int16_t>(frame, to, 1.0F / 32768, 0); return true;
    case AV_SAMPLE_FMT_S32: copySamples<int32_t>(frame, to, 1.0F / 2147483648.0F, 0); return true;
    case AV_SAMPLE_FMT_S64: copySamples<int64_t>(frame, to, 1.0F / 9223372036854775808.0F, 0); return true;
    case AV_SAMPLE_FMT_FLT: copySamples<float>(frame, to, 1, 0); return true;
    case AV_SAMPLE_FMT_DBL: copySamples<double>(frame, to, 1, 0); return true;
    default: return false; // the planar ones have become packed
    }
}

} // namespace convoy
