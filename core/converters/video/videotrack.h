// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/video/chunkencoder.h"
#include "core/converters/video/mediasource.h"
#include "core/converters/video/streamdecoder.h"
#include "core/converters/video/videojob.h"

#include <optional>

namespace convoy {

/// The pictures of one job: decoded, filtered, put on the output's frame rate, encoded, written.
class VideoTrack
{
public:
    struct Parts {
        const VideoJob *job = nullptr;
        const MediaSource *source = nullptr;
        const ConvertContext *context = nullptr;
        MediaWriter *writer = nullptr;
        int output = 0; ///< stream of `writer`
    };

    static Result<std::unique_ptr<VideoTrack>> create(const Parts &parts);

    /// A packet on the job's line of time; nullptr: the end.
    Result<void> take(const AVPacket *packet);
    /// After the end: waits for the encoders.
    Result<void> finish();

    /// Whether everything that the job wants has been seen.
    bool isComplete() const { return m_complete; }
    /// How far the pictures are, µs from the start of the part that is kept.
    qint64 positionUs() const { return m_positionUs; }
    const StreamDecoder &decoder() const { return *m_decoder; }
    bool hasToneMapped() const { return m_filter.hasToneMapped(); }

    /// Pictures in the file. A picture that is the same as the one before it has an empty packet in Theora, which no
    /// container keeps: the one before it just stands longer.
    qint64 frameCount() const { return m_written; }
    /// From the first written picture's time to the last one's.
    qint64 spanUs() const;
    qint64 frameUs() const;
    const AVCodecContext *encoder() const { return m_encoder.context(); }
    /// Of the packets in the file if all of them have been decoded, else empty.
    QByteArray digest() const { return m_encoder.isProven() ? m_digest.result() : QByteArray(); }

private:
    explicit VideoTrack(const Parts &parts);
    Result<void> decoded(AVFrame *frame);
    Result<void> filtered(AVFrame *frame);
    Result<void> openEncoder(const AVFrame *frame);
    Result<void> show(FrameClock::Plan plan, const AVFrame *frame);
    Result<void> write(PacketPtr packet);
    double tickOf(int64_t time) const;
    double durationOf(const AVFrame *frame) const;

    Parts m_parts;
    AVStream *m_stream;
    std::optional<StreamDecoder> m_decoder;
    VideoFilter m_filter;
    FrameClock m_clock;
    ChunkEncoder m_encoder;
    PacketDigest m_digest;
    FramePtr m_previous;
    int64_t m_lastTime = AV_NOPTS_VALUE;
    int64_t m_firstTick = AV_NOPTS_VALUE;
    int64_t m_lastTick = AV_NOPTS_VALUE;
    qint64 m_written = 0;
    qint64 m_positionUs = 0;
    bool m_complete = false;
};

} // namespace convoy
