// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/mediasource.h"
#include "core/converters/libav/streamdecoder.h"
#include "core/converters/video/encode/chunkencoder.h"
#include "core/converters/video/tracks/mediatrack.h"
#include "core/converters/video/tracks/videooptions.h"

#include <optional>

namespace convoy {

/// The pictures of one job: decoded, filtered, put on the output's frame rate, encoded, written.
class VideoTrack : public MediaTrack
{
public:
    struct Parts {
        const VideoOptions *options = nullptr;
        const MediaSource *source = nullptr;
        const ConvertContext *context = nullptr;
        MediaWriter *writer = nullptr;
        int output = 0; ///< stream of `writer`
    };

    static Result<std::unique_ptr<VideoTrack>> create(const Parts &parts);

    Result<void> take(const AVPacket *packet, int64_t decodeTimeUs) override;
    /// Waits for the encoders.
    Result<void> finish() override;

    const AVStream *stream() const override { return m_stream; }
    bool isComplete() const override { return m_complete; }
    qint64 positionUs() const override { return m_positionUs; }
    int damagedPlaces() const override { return m_decoder->damagedPlaces(); }
    bool hasBegun() const override { return m_decoder->frameCount() > 0; }
    void addFacts(QVariantMap &facts) const override;

    /// No hardware encoder would do, and none had to.
    bool isSoftwareInstead() const { return m_isSoftwareInstead; }
    bool hasToneMapped() const { return m_filter.hasToneMapped(); }
    /// Something before the next picture could not be read.
    void noteBreak() { m_damageSeen = -1; }
    /// Time of the source that is missing or patched up because of damage, µs.
    qint64 lostUs() const { return m_lostUs; }
    /// Where the last decoded picture ends, µs from the start of the part that is kept.
    qint64 endUs() const { return m_endUs; }

private:
    /// Pictures in the file.
    qint64 frameCount() const;

    explicit VideoTrack(const Parts &parts);
    Result<void> decoded(AVFrame *frame);
    void noteLoss(const AVFrame *frame);
    Result<void> filtered(AVFrame *frame);
    Result<void> openEncoder(const AVFrame *frame);
    Result<void> tryEncoder(const VideoEncoding &encoding);
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
    int64_t m_lastShown = 0;
    qint64 m_shown = 0;
    qint64 m_written = 0;
    qint64 m_positionUs = 0;
    qint64 m_endUs = 0;
    qint64 m_lostUs = 0;
    int m_damageSeen = 0;
    int m_suspicious = 0; ///< so many pictures more may come after a gap that damage made
    bool m_complete = false;
    bool m_isSoftwareInstead = false;
};

} // namespace convoy
