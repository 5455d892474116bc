// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/libav/avhandle.h"

#include <functional>

namespace convoy {

struct DecoderRequest {
    const AVStream *stream = nullptr;
    const AVCodecParameters *parameters = nullptr; ///< instead of a stream
    int threads = 1;
    bool skipDeblocking = false; ///< decode every bit of the stream but leave the loop filter out: enough to check it
};

/// The decoder of one stream.
class StreamDecoder
{
public:
    using Sink = std::function<Result<void>(AVFrame *frame)>;

    static Result<StreamDecoder> open(const DecoderRequest &request);

    /// Decodes one packet (nullptr: the end) and hands every frame that comes out to `sink`, which may take its content.
    /// Broken data is counted and no failure; failures are the sink's and running out of memory.
    Result<void> decode(const AVPacket *packet, const Sink &sink);

    /// Whether the next packets are only decoded where other pictures refer to theirs, and those quickly: without the
    /// filter that smooths the edges of blocks.
    void hurry(bool hurries)
    {
        m_context->skip_frame = hurries ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
        m_context->skip_loop_filter = hurries ? AVDISCARD_ALL : AVDISCARD_DEFAULT;
    }

    /// Places where data after the first good frame could not be decoded or had to be patched up.
    int damagedPlaces() const { return m_damaged; }
    /// Packets before the first good frame that could not be decoded: usual where a recording starts in the middle.
    int lostAtStart() const { return m_lostAtStart; }
    qint64 frameCount() const { return m_frames; }

    const AVCodecContext *context() const { return m_context.get(); }
    AVCodecContext *context() { return m_context.get(); }
    void flush() { avcodec_flush_buffers(m_context.get()); }

private:
    StreamDecoder() = default;
    Result<void> receive(const Sink &sink);
    void noteDamage();

    CodecContextPtr m_context;
    FramePtr m_frame;
    qint64 m_frames = 0;
    int m_damaged = 0;
    int m_lostAtStart = 0;
};

} // namespace convoy
