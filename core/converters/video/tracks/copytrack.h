// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/mediawriter.h"
#include "core/converters/video/encode/pictureproof.h"
#include "core/converters/video/tracks/mediatrack.h"
#include "core/converters/video/tracks/videooptions.h"

#include <memory>
#include <vector>

namespace convoy {

/// Where copied tracks begin together: pictures can only begin with a key frame, and the sound begins with them.
struct CopyOrigin {
    int64_t us = 0;       ///< of the first packet, seen from the start that was asked for; known when packets come
    int64_t hiddenUs = 0; ///< how much before the start only an edit list hides
};

/// A track whose packets go into the output as they are.
class CopyTrack : public MediaTrack
{
public:
    struct Parts {
        const VideoOptions *options = nullptr;
        const AVStream *stream = nullptr;
        MediaWriter *writer = nullptr;
        int output = 0; ///< stream of `writer`
        std::shared_ptr<CopyOrigin> origin;
        bool exact = false; ///< the container changes no packet, so that they can be compared
    };

    /// `unsupported-format` where the output's container has no place for such a stream.
    static Result<std::unique_ptr<CopyTrack>> create(const Parts &parts);

    Result<void> take(const AVPacket *packet, int64_t decodeTimeUs) override;
    Result<void> finish() override;

    const AVStream *stream() const override { return m_parts.stream; }
    /// Subtitles are a track of pauses: they never hold up the end.
    bool isComplete() const override { return m_complete || m_parts.stream->codecpar->codec_type == AVMEDIA_TYPE_SUBTITLE; }
    qint64 positionUs() const override { return m_positionUs; }
    void addFacts(QVariantMap &facts) const override;

private:
    explicit CopyTrack(const Parts &parts) : m_parts(parts) {}
    bool isWanted(const AVPacket *packet, int64_t shownUs) const;
    int64_t durationOf(const AVPacket *packet) const;
    Result<void> write(PacketPtr packet);
    bool isPicture() const { return m_parts.stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO; }

    Parts m_parts;
    PacketDigest m_digest;
    qint64 m_packets = 0;
    qint64 m_positionUs = 0;
    int64_t m_lastDts = AV_NOPTS_VALUE;
    int64_t m_firstUs = INT64_MAX;
    int64_t m_lastUs = INT64_MIN;
    std::vector<PacketPtr> m_beyond; ///< shown after the end: only written if one before it follows that may refer to them
    bool m_begun = false;
    bool m_complete = false;
};

} // namespace convoy
