// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/video/encode/frameencoder.h"

#include <QByteArray>

#include <memory>

struct th_enc_ctx;

namespace convoy {

struct TheoraDeleter {
    void operator()(th_enc_ctx *encoder) const;
};

/// libtheora, set up as libavcodec's wrapper does it, so that `quality` is ffmpeg's -q:v, and headers and packets are the
/// same. What the wrapper cannot say: that a picture has to be a key frame.
class TheoraEncoder
{
public:
    static Result<TheoraEncoder> open(const VideoEncoding &encoding);

    /// For muxers and decoders: headers, time base, size. Not an encoder.
    Result<CodecContextPtr> describe() const;

    /// Each picture's packet comes at once, in the time base of its frame rate. It is a key frame at the latest where the
    /// last one was `distance` pictures ago (1: whatever libtheora thinks).
    Result<PacketPtr> encode(const AVFrame *frame, int distance);

private:
    Result<void> readHeaders();
    void setKeyFrameDistance(unsigned frames);

    std::unique_ptr<th_enc_ctx, TheoraDeleter> m_encoder;
    VideoEncoding m_encoding;
    QByteArray m_headers;
    QByteArray m_repeated; ///< the packet of a picture like the one before it
};

} // namespace convoy
