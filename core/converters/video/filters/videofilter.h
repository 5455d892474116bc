// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/video/filters/filtergraph.h"
#include "core/converters/video/filters/orientation.h"

#include <QByteArray>
#include <QRect>
#include <QSize>

#include <array>
#include <optional>

namespace convoy {

/// What becomes of decoded pictures before they are encoded. Default: upright, and in a pixel format of the encoder.
struct PictureSettings {
    QByteArray pixelFormats = "yuv420p|yuv422p|yuv444p"; ///< what the encoder takes, '|' between
    QByteArray deinterlace = "auto";                     ///< "off", "auto" (pictures marked as interlaced) or "all"
    QSize fitInto;                                       ///< no larger than this, shape kept; empty: as it is
    QSize exactly; ///< exactly this size with black borders (after a change in mid stream); empty: free
    QRect crop;    ///< of the upright picture; a width or height of 0 goes to the edge
    bool denoise = false;
    bool evenSize = false;          ///< a row or column at the edge is left out where there is an odd one
    QSize least;                    ///< black is added to smaller pictures
    double framesPerSecond = 0;     ///< 0: as it is
    bool toneMap = true;            ///< PQ and HLG to BT.709
    bool bt601 = false;             ///< colour matrix of BT.601 where the file cannot say which one it has (Ogg)
    double mostFramesPerSecond = 0; ///< of the output's format; 0: any
    bool squarePixels = false;      ///< stretched so that pixels are square
    QByteArray script;              ///< of subtitles to draw in, as libass reads it from this path; empty: none
    int threads = 1;

    /// Whether a person asked for other pixels than those of the source.
    bool crops() const { return !crop.topLeft().isNull() || crop.width() > 0 || crop.height() > 0; }
    bool changesPixels() const { return fitInto.width() > 0 || crops() || denoise || framesPerSecond > 0; }
};

struct PictureSource {
    const AVStream *stream = nullptr;
    AVRational frameRate{0, 1};
};

/// One avfilter graph for the pictures of a stream. It is built from the first frame, and anew when frames change.
class VideoFilter
{
public:
    using Sink = FilterGraph::Sink;

    VideoFilter(PictureSource source, PictureSettings settings);

    /// How a decoded picture and those that refer to it have to be turned. Has to see every one of them, in order, those as
    /// well that are never filtered: a stream may say it with key frames only (H.264 and HEVC, display orientation).
    void noteOrientation(const AVFrame *frame);
    /// Whether the last picture lay on its side.
    bool isTurnedSideways() const { return isSideways(matrix()); }

    /// Filters `frame` (its content is taken; pts in the stream's time base) and hands what is ready to `sink`.
    Result<void> filter(AVFrame *frame, const Sink &sink);
    /// Hands over what is left.
    Result<void> finish(const Sink &sink);

    AVRational timeBase() const { return m_timeBase; }
    AVRational frameRate() const { return m_frameRate; }
    bool changesTiming() const { return m_settings.framesPerSecond > 0; }
    bool hasToneMapped() const { return m_hasToneMapped; }

    /// From now on every picture comes out in the size and the format of this one.
    void fixShape(const AVFrame *picture);

private:
    using Matrix = std::optional<std::array<int32_t, 9>>;

    struct Shape {
        int width = 0;
        int height = 0;
        int format = -1;
        int transfer = 0;
        bool interlaced = false; ///< this frame or any before it
        Matrix matrix;
        bool operator==(const Shape &) const = default;
    };

    Result<void> build(const AVFrame *frame);
    QByteArray input(const AVFrame *frame) const;
    int64_t durationOf(const AVFrame *frame) const;
    QByteArray describe(const AVFrame *frame) const;
    const int32_t *matrix() const;
    QSize keptSize(const AVFrame *frame) const;
    QByteArray sizing(const AVFrame *frame) const;
    QSize fittedSize(const AVFrame *frame) const;
    QByteArray padding(const AVFrame *frame) const;

    PictureSource m_source;
    PictureSettings m_settings;
    FilterGraph m_graph;
    int64_t m_lastDuration = 0;
    Shape m_shape;
    Matrix m_matrix; ///< of the pictures themselves; goes before that of the stream
    AVRational m_timeBase{0, 1};
    AVRational m_frameRate{0, 1};
    bool m_hasToneMapped = false;
};

} // namespace convoy
