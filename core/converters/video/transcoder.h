// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/video/audiotrack.h"
#include "core/converters/video/timeline.h"
#include "core/converters/video/videotrack.h"

#include <memory>
#include <optional>
#include <vector>

namespace convoy {

/// One job from descriptor to descriptor. The caller's thread demultiplexes, decodes, filters and writes; pictures are
/// encoded on it or on threads of ChunkEncoder, by the job's budget.
class Transcoder
{
public:
    Transcoder(const ConvertRequest &request, const ConvertContext &context) : m_request(request), m_context(context) {}

    Result<ConvertReport> run();

private:
    Result<void> open();
    std::vector<AVStream *> wantedStreams() const;
    Result<void> openTracks();
    Result<void> seekToStart();
    Result<void> pump();
    Result<void> dispatch(AVPacket *packet);
    Result<void> finishTracks();
    Result<void> checkDamage();
    bool isComplete() const;
    void report();
    QVariantMap facts() const;

    const ConvertRequest &m_request;
    const ConvertContext &m_context;
    VideoJob m_job;
    std::optional<MediaSource> m_source;
    std::unique_ptr<MediaWriter> m_writer;
    std::optional<Timeline> m_timeline;
    std::unique_ptr<VideoTrack> m_video;
    std::vector<std::unique_ptr<AudioTrack>> m_audio;
    qint64 m_expectedUs = 0;
    int m_damaged = 0;
    ConvertReport m_report;
};

} // namespace convoy
