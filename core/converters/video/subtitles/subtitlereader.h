// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"
#include "core/converters/libav/mediasource.h"
#include "core/converters/libav/mediawriter.h"

#include <QSize>

namespace convoy {

/// Which subtitles are to be drawn.
struct SubtitleRequest {
    int fd = -1;
    QByteArray path;
    TimeRange range; ///< times count from its start
    int track = 1;   ///< among the subtitles, from 1
};

/// Reads one track of subtitles and nothing else of a file.
class SubtitleReader
{
public:
    static Result<SubtitleReader> open(const SubtitleRequest &request, const ConvertContext &context);

    AVStream *stream() const { return m_stream; }
    /// Whether the subtitles are pictures.
    bool isBitmap() const;
    /// A packet's time on the job's line of time, ms.
    int64_t timeMs(const AVPacket *packet) const;
    /// Of the larger picture track; 0×0 without one.
    QSize pictureSize() const;

    /// Hands over every packet of the track in order; `take` returns false to stop.
    Result<void> read(const ConvertContext &context, const std::function<void(double)> &progress,
                      const std::function<bool(AVPacket *packet)> &take);

private:
    SubtitleReader(MediaSource source, AVStream *stream, TimeRange range)
        : m_source(std::move(source)),
          m_stream(stream),
          m_range(range)
    {
    }

    MediaSource m_source;
    AVStream *m_stream;
    TimeRange m_range;
};

/// A decoder of subtitles.
Result<CodecContextPtr> openSubtitleDecoder(const AVStream *stream);

/// That libav cannot read or write such subtitles.
Error subtitleFailure(int code);

} // namespace convoy
