// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/measure/loudness.h"
#include "core/converters/audio/measure/trackmeter.h"
#include "core/converters/option.h"

namespace convoy {

/// Everything that is found out about a track while it is encoded.
class Measure
{
public:
    /// `tags` say where the track stands on its disc; `replaygain` of the options whether loudness is wanted.
    Measure(const SampleShape &shape, const AudioTags &tags, const OptionValues &options);

    TrackMeter &meter() { return m_meter; }
    /// nullptr where loudness is not measured. Samples in order, one thread at a time.
    LoudnessMeter *loudness() { return m_loudness.get(); }

    /// Everything for samples in order, from one thread.
    void add(const PlanePointers &planes, qint64 first, qint64 samples);

    /// Tags of the track's gain; empty where it was not measured.
    AudioTags gainTags() const;
    /// For reports: "crc32", "peak", "clipped_samples", "silence_start", "silence_end" (samples), "accuraterip_v1" …
    QVariantMap columns() const;
    /// What an album needs of the track; empty where no album gain is wanted.
    QVariantMap forSet() const;

private:
    const qint64 m_expected; ///< samples; checksums that count from the end are wrong where there were others
    const bool m_isAlbum;
    TrackMeter m_meter;
    std::unique_ptr<LoudnessMeter> m_loudness;
    std::vector<char> m_packed;
};

/// Gain and peak of the tracks together, from their Measure::forSet().
struct AlbumGain {
    LoudnessHistogram loudness;
    double peak = 0;
};
AlbumGain albumGain(const QVariantList &tracks);

/// Room that the tags of track and album gain take in a FLAC's header.
inline constexpr qint64 gainTagBytes = 256;

} // namespace convoy
