// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/measure/loudness.h"

#include <algorithm>
#include <cmath>
#include <ebur128.h>

namespace convoy {

namespace {

constexpr double referenceLufs = -18; // ReplayGain 2.0 specification
constexpr double relativeGate = -10;  // LU below the mean (BS.1770-4)
constexpr double kWeightingOffset = -0.691;
constexpr int blockHops = 4;

double lufsOf(double energy)
{
    return 10 * std::log10(energy) + kWeightingOffset;
}

} // namespace

double LoudnessHistogram::energyOf(size_t bin)
{
    return std::pow(10.0, (lowest + (double(bin) + 0.5) * step - kWeightingOffset) / 10);
}

void LoudnessHistogram::add(double lufs)
{
    if (std::isfinite(lufs) && lufs >= lowest)
        ++m_counts[std::min(bins - 1, size_t((lufs - lowest) / step))];
}

void LoudnessHistogram::add(const LoudnessHistogram &other)
{
    for (size_t bin = 0; bin < bins; ++bin)
        m_counts[bin] += other.m_counts[bin];
}

std::optional<double> LoudnessHistogram::integrated() const
{
    const auto meanFrom = [this](size_t first) -> std::optional<double> {
        double energy = 0;
        quint64 count = 0;
        for (size_t bin = first; bin < bins; ++bin) {
            energy += m_counts[bin] * energyOf(bin);
            count += m_counts[bin];
        }
        return count == 0 ? std::nullopt : std::optional(energy / double(count));
    };
    const std::optional<double> ungated = meanFrom(0);
    if (!ungated)
        return std::nullopt;
    const double gate = std::max(lufsOf(*ungated) + relativeGate, lowest);
    const std::optional<double> gated = meanFrom(std::min(bins - 1, size_t((gate - lowest) / step)));
    return lufsOf(gated.value_or(*ungated));
}

QByteArray LoudnessHistogram::toBytes() const
{
    QByteArray bytes(qsizetype(bins * sizeof(quint32)), Qt::Uninitialized);
    qToLittleEndian<quint32>(m_counts.data(), qsizetype(bins), bytes.data());
    return qCompress(bytes);
}

LoudnessHistogram LoudnessHistogram::fromBytes(const QByteArray &bytes)
{
    LoudnessHistogram histogram;
    const QByteArray plain = qUncompress(bytes);
    if (plain.size() == qsizetype(bins * sizeof(quint32)))
        qFromLittleEndian<quint32>(plain.constData(), qsizetype(bins), histogram.m_counts.data());
    return histogram;
}

void LoudnessMeter::Free::operator()(ebur128_state *state) const
{
    ebur128_destroy(&state);
}

// ebur128_add_frames counts its blocks in hops of this length, rounded the same way.
LoudnessMeter::LoudnessMeter(const SampleShape &shape, State state)
    : m_shape(shape),
      m_hop((shape.sampleRate + 5) / 10),
      m_state(std::move(state))
{
}

std::unique_ptr<LoudnessMeter> LoudnessMeter::create(const SampleShape &shape)
{
    State state(ebur128_init(unsigned(shape.channels), static_cast<unsigned long>(shape.sampleRate), EBUR128_MODE_M));
    return state ? std::unique_ptr<LoudnessMeter>(new LoudnessMeter(shape, std::move(state))) : nullptr;
}

void LoudnessMeter::add(const PlanePointers &planes, qint64 samples)
{
    const int shift = 32 - m_shape.bits;
    for (qint64 done = 0; done < samples;) {
        const qint64 count = std::min(samples - done, m_hop - m_taken % m_hop);
        m_interleaved.resize(size_t(count) * planes.size());
        for (size_t channel = 0; channel < planes.size(); ++channel) {
            for (qint64 i = 0; i < count; ++i)
                m_interleaved[size_t(i) * planes.size() + channel] = qint32(quint32(planes[channel][done + i]) << shift);
        }
        if (ebur128_add_frames_int(m_state.get(), m_interleaved.data(), size_t(count)) != EBUR128_SUCCESS)
            return;
        done += count;
        m_taken += count;
        double lufs = 0;
        if (m_taken % m_hop == 0 && m_taken >= blockHops * m_hop
            && ebur128_loudness_momentary(m_state.get(), &lufs) == EBUR128_SUCCESS)
            m_histogram.add(lufs);
    }
}

std::optional<double> replayGain(const LoudnessHistogram &loudness)
{
    const std::optional<double> lufs = loudness.integrated();
    return lufs ? std::optional(referenceLufs - *lufs) : std::nullopt;
}

AudioTags replayGainTags(const QByteArray &scope, const LoudnessHistogram &loudness, double peak)
{
    const std::optional<double> gain = replayGain(loudness);
    if (!gain)
        return {};
    return {{"REPLAYGAIN_" + scope + "_GAIN", QString::asprintf("%.2f dB", *gain)},
            {"REPLAYGAIN_" + scope + "_PEAK", QString::asprintf("%.6f", peak)}};
}

} // namespace convoy
