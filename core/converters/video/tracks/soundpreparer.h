// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/mediawriter.h"
#include "core/converters/libav/streamdecoder.h"
#include "core/converters/video/encode/frameencoder.h"
#include "core/converters/video/filters/filtergraph.h"

#include <optional>

namespace convoy {

/// How the sound of a track goes into an encoder: in a layout and at a rate that it takes.
AudioEncoding soundEncodingFor(const AVStream *stream, const SoundCodec &codec);

/// The rate that sound gets in a codec that should lose nothing but cannot hold its own; 0 where it can.
int roundedRate(const AVStream *stream, const SoundCodec &codec);

/// The sound of one track: decoded, cut to the range, gaps filled, brought to what the encoder takes.
class SoundPreparer
{
public:
    struct Parts {
        const AVStream *stream = nullptr;
        AudioEncoding encoding;
        TimeRange range;
        std::optional<double> gainDb = {}; ///< 0 as well where loudness is asked for: the same way to the same samples
    };
    /// A frame in the encoder's format, its pts in samples.
    using Sink = FilterGraph::Sink;

    static Result<SoundPreparer> open(const Parts &parts);

    /// The encoder wants frames of so many samples; 0: any.
    void setFrameSize(int samples) { m_frameSize = samples; }

    /// A packet on the job's line of time, and where its stream is in µs; nullptr: the end.
    Result<void> take(const AVPacket *packet, int64_t decodeTimeUs, const Sink &sink);

    const StreamDecoder &decoder() const { return m_decoder; }
    qint64 positionUs() const { return m_positionUs; }
    bool isComplete() const { return m_complete; }

private:
    SoundPreparer(const Parts &parts, StreamDecoder decoder);
    Result<void> decoded(AVFrame *frame, const AVPacket *packet, int64_t decodeTimeUs, const Sink &sink);
    void placeInTime(AVFrame *frame, const AVPacket *packet, int64_t decodeTimeUs);
    Result<void> buildFilter(const AVFrame *frame);
    QByteArray description() const;
    FilterGraph::Sink inSamples(const Sink &sink) const;

    struct Shape {
        int sampleRate = 0;
        int format = -1;
        QByteArray layout;
        bool operator==(const Shape &) const = default;
    };

    Parts m_parts;
    StreamDecoder m_decoder;
    FilterGraph m_graph;
    Shape m_shape;
    int64_t m_lastLength = 0; ///< of the last block, samples
    int m_frameSize = 0;
    int64_t m_rescaleState = AV_NOPTS_VALUE;
    int64_t m_nextTime = 0;
    qint64 m_positionUs = 0;
    bool m_complete = false;
};

} // namespace convoy
