// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/libav/avhandle.h"

#include <QVariantMap>

namespace convoy {

/// One track of a job, from the source's packets to the output's.
class MediaTrack
{
public:
    MediaTrack() = default;
    MediaTrack(const MediaTrack &) = delete;
    MediaTrack &operator=(const MediaTrack &) = delete;
    virtual ~MediaTrack() = default;

    /// A packet on the job's line of time, and where its stream is in µs; nullptr: the end.
    virtual Result<void> take(const AVPacket *packet, int64_t decodeTimeUs) = 0;
    /// After the end of every track.
    virtual Result<void> finish() { return {}; }

    virtual const AVStream *stream() const = 0;
    /// Whether everything that the job wants has been seen.
    virtual bool isComplete() const = 0;
    /// How far the track is, µs from the start of the part that is kept.
    virtual qint64 positionUs() const = 0;
    /// Places that could not be decoded after the first good one.
    virtual int damagedPlaces() const { return 0; }
    /// Whether anything has been decoded: what is broken before that is usual in recordings.
    virtual bool hasBegun() const { return true; }
    /// Adds what `verify` has to find again.
    virtual void addFacts(QVariantMap &facts) const = 0;
};

} // namespace convoy
