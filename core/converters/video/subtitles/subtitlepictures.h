// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/video/subtitles/subtitlereader.h"

#include <deque>

namespace convoy {

/// Subtitles that are pictures (DVD, Blu-ray, television), drawn into the frames that are encoded.
class SubtitlePictures
{
public:
    /// Keeps the packets of the track in memory, coded as they are; `limit-exceeded` beyond 256 MiB.
    static Result<SubtitlePictures> read(SubtitleReader &reader, const ConvertContext &context,
                                         const std::function<void(double)> &progress);

    /// Draws what is shown at that time of the job into a writable frame of 8-bit planar YUV. Times must not go back.
    /// `unsupported-format` for other kinds of frames.
    Result<void> draw(AVFrame *frame, int64_t timeMs);

private:
    struct Waiting {
        int64_t timeMs;
        PacketPtr packet;
    };
    /// Ready to be blended: planes in the frame's format with alpha.
    struct Patch {
        int x = 0;
        int y = 0;
        FramePtr picture;
    };

    SubtitlePictures() = default;
    void advance(int64_t timeMs);
    void show(const AVSubtitle &subtitle, int64_t timeMs, int64_t durationMs);
    Result<void> prepare(const AVFrame *frame);
    QSize canvas() const;

    CodecContextPtr m_decoder;
    QSize m_pictureSize;
    std::deque<Waiting> m_waiting;
    std::vector<Patch> m_shown;   ///< in RGBA, places on the canvas
    std::vector<Patch> m_patches; ///< of m_shown for the frames' size
    bool m_isPrepared = false;
    int64_t m_endMs = 0;
    AVRational m_timeBase{0, 1};
};

} // namespace convoy
