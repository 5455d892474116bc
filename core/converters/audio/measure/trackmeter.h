// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/samplesource.h"

#include <map>
#include <mutex>

namespace convoy {

/// Where a track stands on its disc, as far as that is known: AccurateRip leaves out the disc's edges.
struct DiscPlace {
    bool isKnown = false;
    bool isFirst = false;
    bool isLast = false;
};

/// What was counted in a stretch of samples. Two that follow one another make a longer one.
struct TrackFacts {
    qint64 samples = 0; ///< per channel
    qint64 bytes = 0;
    quint32 crc32 = 0; ///< of the samples as FLAC's MD5 sees them; what EAC and XLD call the copy CRC
    qint32 lowest = 0;
    qint32 highest = 0;
    qint64 clipped = 0;        ///< samples at either end of the scale, all channels
    qint64 silenceAtStart = 0; ///< samples per channel that are zero in every channel
    qint64 silenceAtEnd = 0;   ///< the same; `samples` where all is silent
    quint32 accurateRip1 = 0;
    quint32 accurateRip2 = 0;

    void append(const TrackFacts &next);
};

/// Counts in the samples of a track on the way: segments come from any thread in any order.
class TrackMeter
{
public:
    TrackMeter(const SampleShape &shape, DiscPlace place);

    /// `samples` of `planes` are those from `first` on. `packed` is a buffer of the caller's thread.
    void add(const PlanePointers &planes, qint64 first, qint64 samples, std::vector<char> &packed);

    /// Of all that was added, which must be without gaps.
    TrackFacts facts() const;
    /// The loudest sample, 1 at full scale.
    double peak() const;
    /// Whether AccurateRip's checksums mean something: whole sectors of a CD, and a known place on it.
    bool hasAccurateRip() const;

private:
    void addAccurateRip(const char *packed, qint64 first, TrackFacts &facts) const;

    const SampleShape m_shape;
    const DiscPlace m_place;
    mutable std::mutex m_mutex;
    std::map<qint64, TrackFacts> m_parts; ///< by first sample; neighbours are joined
};

} // namespace convoy
