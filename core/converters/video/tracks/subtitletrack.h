// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/mediawriter.h"
#include "core/converters/video/tracks/mediatrack.h"
#include "core/converters/video/tracks/videooptions.h"

#include <memory>

namespace convoy {

/// How a container can keep the subtitles of a stream.
enum class SubtitleWay : quint8 { None, Copy, Recode };
SubtitleWay subtitleWay(const MediaWriter &writer, const AVStream *stream);

/// Subtitles made of text, in the form that the output's container has (SubRip, MP4's timed text, WebVTT).
class SubtitleTrack : public MediaTrack
{
public:
    struct Parts {
        const VideoOptions *options = nullptr;
        const AVStream *stream = nullptr;
        MediaWriter *writer = nullptr;
        int output = 0; ///< stream of `writer`
    };

    static Result<std::unique_ptr<SubtitleTrack>> create(const Parts &parts);

    Result<void> take(const AVPacket *packet, int64_t decodeTimeUs) override;

    const AVStream *stream() const override { return m_parts.stream; }
    /// A track of pauses: it never holds up the end.
    bool isComplete() const override { return true; }
    qint64 positionUs() const override { return 0; }
    void addFacts(QVariantMap &facts) const override;

private:
    explicit SubtitleTrack(const Parts &parts) : m_parts(parts) {}
    Result<void> open();
    Result<void> write(AVSubtitle &subtitle, int64_t startMs, int64_t lengthMs);

    Parts m_parts;
    CodecContextPtr m_decoder;
    CodecContextPtr m_encoder;
    qint64 m_packets = 0;
};

} // namespace convoy
