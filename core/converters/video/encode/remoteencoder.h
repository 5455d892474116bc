// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/video/encode/encoderwire.h"
#include "core/converters/video/encode/frameencoder.h"

#include <QByteArray>

#include <deque>
#include <vector>

namespace convoy {

/// An encoder in another process, which has the graphics chip (EncoderServer). What comes from there is checked: sizes, and
/// one packet a picture in the pictures' order.
class RemoteEncoder
{
public:
    static Result<RemoteEncoder> open(const VideoEncoding &encoding, std::stop_token stop);

    /// For muxers and decoders. Not an encoder.
    Result<CodecContextPtr> describe() const;

    /// As encodeFrame().
    Result<void> encode(const AVFrame *frame, const PacketSink &sink);

private:
    RemoteEncoder(EncoderPipe pipe, VideoEncoding encoding) : m_pipe(std::move(pipe)), m_encoding(encoding) {}
    Result<void> sendPicture(const AVFrame *frame);
    Result<PacketPtr> receivePacket(int bytes);

    EncoderPipe m_pipe;
    VideoEncoding m_encoding;
    EncoderWire::EncoderAnswer m_answer;
    QByteArray m_headers;
    std::vector<uint8_t> m_picture;
    std::deque<int64_t> m_times; ///< of pictures whose packets have not come
};

} // namespace convoy
