// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/video/subtitles/subtitlescript.h"
#include "core/converters/video/tracks/audiotrack.h"
#include "core/converters/video/tracks/copytrack.h"
#include "core/converters/video/tracks/packettimeline.h"
#include "core/converters/video/tracks/soundmeasure.h"
#include "core/converters/video/tracks/streamchoice.h"
#include "core/converters/video/tracks/videotrack.h"

#include <map>
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
    /// Where a packet was marked as damaged, until it is known whether something is missing.
    struct Break {
        int packets = 0;     ///< since then, with it
        bool begins = false; ///< a recording begins there
    };

    Result<void> open();
    Result<void> prepare();
    Result<void> measureLoudness();
    Result<void> readSubtitles();
    Result<void> openWriter();
    Result<void> openTracks();
    Result<std::unique_ptr<MediaTrack>> openTrack(const WantedStream &wanted, int output);
    Result<void> seekToStart();
    Result<void> pump();
    Result<void> dispatch(AVPacket *packet);
    Result<void> finishTracks();
    Result<void> checkDamage();
    int damagedPlaces() const;
    bool mayEndHere();
    void noteBrokenRead();
    void judgeBreak(const AVPacket *packet, PacketTimeline::Join join);
    void warn();
    bool isComplete() const;
    void report();
    void advance(double fraction);
    QVariantMap facts() const;

    const ConvertRequest &m_request;
    const ConvertContext &m_context;
    VideoOptions m_options;
    std::optional<MediaSource> m_source;
    std::optional<SubtitleScript> m_script;
    std::vector<std::optional<Loudness>> m_loudness; ///< of chosenSound(), in order
    std::unique_ptr<MediaWriter> m_writer;
    std::optional<PacketTimeline> m_timeline;
    std::vector<std::unique_ptr<MediaTrack>> m_tracks;
    VideoTrack *m_video = nullptr; ///< one of m_tracks, where pictures are encoded
    std::shared_ptr<CopyOrigin> m_origin = std::make_shared<CopyOrigin>();
    qint64 m_wholeUs = 0; ///< length of the source; 0 where unknown
    qint64 m_expectedUs = 0;
    double m_prepared = 0; ///< how much of the progress the first passes were
    int m_damaged = 0;
    int64_t m_reachedUs = 0;           ///< the furthest packet so far
    std::optional<int64_t> m_damageUs; ///< where the first damage was noticed
    bool m_hasCover = false;
    std::map<int, Break> m_breaks; ///< of streams
    ConvertReport m_report;
};

} // namespace convoy
