// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/video/tracks/mediatrack.h"
#include "core/converters/video/tracks/soundpreparer.h"
#include "core/converters/video/tracks/videooptions.h"

#include <optional>

namespace convoy {

/// The sound of one track of a job: decoded, brought to a layout that Vorbis knows, encoded, written.
class AudioTrack : public MediaTrack
{
public:
    struct Parts {
        const VideoOptions *options = nullptr;
        AVStream *stream = nullptr;
        MediaWriter *writer = nullptr;
        int output = 0;               ///< stream of `writer`
        std::optional<double> gainDb; ///< to change the loudness by
    };

    static Result<std::unique_ptr<AudioTrack>> create(const Parts &parts);

    Result<void> take(const AVPacket *packet, int64_t decodeTimeUs) override;

    bool isComplete() const override { return m_sound.isComplete(); }
    qint64 positionUs() const override { return m_sound.positionUs(); }
    int damagedPlaces() const override { return m_sound.decoder().damagedPlaces(); }
    bool hasBegun() const override { return m_sound.decoder().frameCount() > 0; }
    const AVStream *stream() const override { return m_parts.stream; }
    void addFacts(QVariantMap &facts) const override;

private:
    AudioTrack(const Parts &parts, SoundPreparer sound, CodecContextPtr encoder)
        : m_parts(parts),
          m_sound(std::move(sound)),
          m_encoder(std::move(encoder))
    {
    }
    Result<void> encode(const AVFrame *frame);

    Parts m_parts;
    SoundPreparer m_sound;
    CodecContextPtr m_encoder;
    qint64 m_samples = 0;
};

} // namespace convoy
