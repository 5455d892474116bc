// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/samplesource.h"

#include <array>
#include <ebur128.h>
#include <optional>

namespace convoy {

/// How often each loudness came in the gating blocks of some sound (ITU-R BS.1770-4: 400 ms, a new one every 100 ms).
/// Histograms add up, so that the loudness of an album is known from those of its tracks.
class LoudnessHistogram
{
public:
    /// `lufs` of one block; what is below the absolute gate of -70 LUFS does not count.
    void add(double lufs);
    void add(const LoudnessHistogram &other);

    /// Integrated loudness, LUFS; nothing where all is silent.
    std::optional<double> integrated() const;

    QByteArray toBytes() const;
    static LoudnessHistogram fromBytes(const QByteArray &bytes);

private:
    static constexpr double lowest = -70;
    static constexpr double step = 0.05; // LU; the mean over many blocks is far more exact
    static constexpr size_t bins = 1700; // up to +15 LUFS

    static double energyOf(size_t bin);

    std::array<quint32, bins> m_counts{};
};

/// Measures loudness through libebur128. Samples come in order.
class LoudnessMeter
{
public:
    /// nullptr where libebur128 does not measure sound of this shape.
    static std::unique_ptr<LoudnessMeter> create(const SampleShape &shape);

    void add(const PlanePointers &planes, qint64 samples);
    const LoudnessHistogram &histogram() const { return m_histogram; }

private:
    struct Free {
        void operator()(ebur128_state *state) const;
    };
    using State = std::unique_ptr<ebur128_state, Free>;

    LoudnessMeter(const SampleShape &shape, State state);

    const SampleShape m_shape;
    const qint64 m_hop; ///< samples in 100 ms
    State m_state;
    qint64 m_taken = 0;
    std::vector<qint32> m_interleaved;
    LoudnessHistogram m_histogram;
};

/// ReplayGain 2.0 tags, `scope` being TRACK or ALBUM. The gain brings to -18 LUFS; no tags for silence.
AudioTags replayGainTags(const QByteArray &scope, const LoudnessHistogram &loudness, double peak);

/// Decibels of gain to -18 LUFS; nothing for silence.
std::optional<double> replayGain(const LoudnessHistogram &loudness);

} // namespace convoy
