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

/// libtheora, set up as libavcodec's wrapper does it, so that `quality` is ffmpeg's -q:v; without exactMotion headers and
/// packets are the same. What the wrapper cannot say: that a picture has to be a key frame.
class TheoraEncoder
{
public:
    /// Pictures from one key frame to the next at most, as libavcodec has it; to be seen to by the caller.
    static constexpr int keyFrameDistance = 12;

    static Result<TheoraEncoder> open(const VideoEncoding &encoding);

    /// For muxers and decoders: headers, time base, size. Not an encoder.
    Result<CodecContextPtr> describe() const;

    /// Each picture's packet comes at once, in the time base of its frame rate. It may be a key frame where none is asked
    /// for.
    Result<PacketPtr> encode(const AVFrame *frame, bool isKeyFrame);

private:
    Result<void> readHeaders();
    void setKeyFrameDistance(unsigned frames);

    std::unique_ptr<th_enc_ctx, TheoraDeleter> m_encoder;
    VideoEncoding m_encoding;
    QByteArray m_headers;
    QByteArray m_repeated; ///< the packet of a picture like the one before it
};

} // namespace convoy
