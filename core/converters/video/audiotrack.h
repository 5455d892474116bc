// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/video/frameencoder.h"
#include "core/converters/video/mediatrack.h"
#include "core/converters/video/mediawriter.h"
#include "core/converters/video/streamdecoder.h"
#include "core/converters/video/videojob.h"

#include <optional>

namespace convoy {

/// The sound of one track of a job: decoded, brought to a layout that Vorbis knows, encoded, written.
class AudioTrack : public MediaTrack
{
public:
    struct Parts {
        const VideoJob *job = nullptr;
        AVStream *stream = nullptr;
        MediaWriter *writer = nullptr;
        int output = 0;    ///< stream of `writer`
        double gainDb = 0; ///< to change the loudness by
    };

    static Result<std::unique_ptr<AudioTrack>> create(const Parts &parts);

    Result<void> take(const AVPacket *packet, int64_t decodeTimeUs) override;

    bool isComplete() const override { return m_complete; }
    qint64 positionUs() const override { return m_positionUs; }
    qint64 sampleCount() const { return m_samples; }
    int damagedPlaces() const override { return m_decoder->damagedPlaces(); }
    bool hasBegun() const override { return m_decoder->frameCount() > 0; }
    const AVStream *stream() const override { return m_parts.stream; }
    void addFacts(QVariantMap &facts) const override;

private:
    explicit AudioTrack(const Parts &parts) : m_parts(parts) {}
    Result<void> open();
    Result<void> decoded(AVFrame *frame, const AVPacket *packet, int64_t decodeTimeUs);
    Result<void> buildFilter(const AVFrame *frame);
    QByteArray description() const;
    Result<void> drain();

    struct Shape {
        int sampleRate = 0;
        int format = -1;
        QByteArray layout;
        bool operator==(const Shape &) const = default;
    };

    Parts m_parts;
    std::optional<StreamDecoder> m_decoder;
    AudioEncoding m_encoding;
    CodecContextPtr m_encoder;
    FilterGraphPtr m_graph;
    AVFilterContext *m_input = nullptr;  // owned by the graph
    AVFilterContext *m_output = nullptr; // owned by the graph
    FramePtr m_frame;
    Shape m_shape;
    int64_t m_rescaleState = AV_NOPTS_VALUE;
    int64_t m_nextTime = 0;
    qint64 m_samples = 0;
    qint64 m_positionUs = 0;
    bool m_complete = false;
};

} // namespace convoy
