// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/libav/avhandle.h"
#include "core/converters/libav/fdstream.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace convoy {

struct SourceRequest {
    int fd = -1;
    QByteArray path; ///< only its ending is looked at, to tell garbage from a format that is not known
    std::stop_token stop;
    bool quick = false;    ///< look at less of the file (probe, preview)
    bool patient = false;  ///< look at more of it, for sound that begins late
    bool sound = false;    ///< files that hold nothing but sound (MP3) as well
    bool verified = false; ///< one of the converter's own outputs: files of sound alone and GIF as well
};

/// An opened container. Reads the one descriptor it was given and never opens anything else: playlists and other
/// demuxers that name further files are not on the list, and nested opens are refused.
class MediaSource
{
public:
    static Result<MediaSource> open(const SourceRequest &request);

    MediaSource(MediaSource &&other) noexcept;
    MediaSource &operator=(MediaSource &&) = delete;
    ~MediaSource();

    AVFormatContext *context() const { return m_context; }

    /// The picture track: the best one that is not a cover; nullptr where there is none.
    AVStream *video() const { return m_video; }
    /// Why there is none although the file has pictures: they cannot be read, but its sound can.
    const std::optional<Error> &videoError() const { return m_videoError; }
    /// Sound tracks that can be decoded, in file order.
    const std::vector<AVStream *> &audio() const { return m_audio; }
    /// Tracks of subtitles, in file order; not read unless their `discard` is changed.
    const std::vector<AVStream *> &subtitles() const { return m_subtitles; }
    /// The first picture that is no video (JPEG or PNG); nullptr where there is none.
    const AVStream *cover() const { return m_cover; }
    /// Files inside the file, fonts for one; they have no packets.
    const std::vector<AVStream *> &attachments() const { return m_attachments; }
    /// How many sound tracks cannot be decoded (unknown codec, no sample rate, broken description).
    int unreadableAudio() const { return m_unreadableAudio; }

    /// Time of the first frame of the file, µs; 0 where unknown.
    qint64 startUs() const;
    /// Length as the header says or as libav worked out, µs; 0 where unknown.
    qint64 durationUs() const;
    /// Whether that can be true for the size of the file.
    bool isPlausible() const;
    /// Reads the packets' times (no decoding) where the header's length cannot be true for the size of the file.
    qint64 trueDurationUs();

    /// Whether the container says that it goes on after the end of the file.
    bool isCutShort() const { return m_cutShort; }

private:
    MediaSource() = default;
    Result<void> openContainer(const SourceRequest &request);
    Result<void> chooseStreams();
    void sortStream(AVStream *stream);
    Result<void> checkVideo() const;
    bool lacksFrames() const;

    std::unique_ptr<FdStream> m_stream;
    std::unique_ptr<std::stop_token> m_stop;
    AVFormatContext *m_context = nullptr;
    AVStream *m_video = nullptr;
    std::optional<Error> m_videoError;
    AVStream *m_cover = nullptr;
    std::vector<AVStream *> m_audio;
    std::vector<AVStream *> m_subtitles;
    std::vector<AVStream *> m_attachments;
    int m_unreadableAudio = 0;
    int m_lateAudio = 0; ///< of it, what may only begin later
    bool m_cutShort = false;
};

} // namespace convoy
