// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/video/encode/frameencoder.h"
#include "core/converters/video/encode/pictureproof.h"
#include "core/converters/video/encode/remoteencoder.h"
#include "core/converters/video/encode/scenecut.h"
#include "core/converters/video/encode/theoraencoder.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace convoy {

/// Encodes one stream of pictures on as many cores as the job may use at the moment.
///
/// With one core it is one encoder on the caller's thread. With more, the pictures are cut into chunks of whole GOPs, each
/// chunk is encoded on one of several threads, and the packets come back in order. A chunk starts with a key frame, where
/// the serial encoder would have put one as well, and frames carry their own times, so the pieces fit without a change to
/// them (Theora spec 1.1, A.2.3: only the distance to the last key frame counts). An encoder that has nothing left to do
/// takes over the end of another one's chunk, so that all cores are busy to the end. It goes from chunk to chunk with what
/// it has learnt: libtheora encodes the first two pictures of every new encoder twice to have statistics to begin with, a
/// tenth of the time of a chunk.
///
/// All functions belong to one thread, the caller's. It holds a bounded number of pictures: `encode` waits when the
/// encoders are behind. Where it is wanted every packet is decoded by the thread that encoded it. Encoders that cannot
/// be divided have one thread beside the caller's, and threads of their own.
class ChunkEncoder
{
public:
    struct Surroundings {
        std::stop_token stop;
        const std::atomic<int> *threads = nullptr;
        PacketSink sink;      ///< called on the caller's thread, in order
        bool isProven = true; ///< packets of shared encoders are decoded (PictureProof)
    };

    explicit ChunkEncoder(Surroundings surroundings);
    ChunkEncoder(const ChunkEncoder &) = delete;
    ChunkEncoder &operator=(const ChunkEncoder &) = delete;
    ~ChunkEncoder();

    Result<void> open(const VideoEncoding &encoding);
    /// For the description of the stream (headers, time base). Valid until `finish`.
    const AVCodecContext *context() const { return m_reference.get(); }

    /// Whether packets have been decoded when they come out.
    bool isProven() const { return isShared() && m_surroundings.isProven; }

    /// Takes a picture whose pts counts frames.
    Result<void> encode(FramePtr frame);
    Result<void> finish();

private:
    struct Picture {
        FramePtr frame;
        bool isCut = false;   ///< a new scene, where an encoder will put a key frame
        bool isFirst = false; ///< of what one encoder does in one go
        int distance = 0;     ///< from the last key frame, at which it has to be one
    };
    struct Chunk {
        std::deque<Picture> pictures;
        std::deque<PacketPtr> packets;
        bool assigned = false;
        int sinceKeyFrame = 0; ///< pictures that have been taken out, with it
        int distance = 0;      ///< between key frames, from the last one on
        int toCome = 0;        ///< pictures that are foreseen for it, while it is not closed
        bool closed = false;   ///< no further frames come
        bool done = false;     ///< no further packets come
    };
    /// An encoder of shared chunks, with the check of what it writes. It belongs to whoever has taken it.
    struct Lane {
        TheoraEncoder encoder;
        PictureProof proof;
    };
    using Lock = std::unique_lock<std::mutex>;

    bool isShared() const { return m_encoding.codec->sharesChunks; }
    int budget() const;
    Result<void> takeApart(FramePtr frame);
    Result<void> encodeApart(const AVFrame *frame, const PacketSink &sink);
    Result<void> chooseMode();
    Result<void> endSerial();
    Result<void> queue(Picture picture);
    Result<void> deliver(Lock &lock);
    Result<void> waitForChunks();
    void closeChunk();
    void ensureHelper();
    void work();
    std::shared_ptr<Chunk> takeChunk(Lock &lock);
    std::shared_ptr<Chunk> splitChunk();
    Result<std::unique_ptr<Lane>> takeLane();
    void giveBack(std::unique_ptr<Lane> lane);
    Result<void> encodeChunk(Chunk &chunk);
    Picture takePicture(Chunk &chunk) const;
    int stretchedDistance(const Chunk &chunk) const;
    Result<void> encodeOn(Lane *lane, const Picture &picture, const PacketSink &sink);
    Result<void> endOn(Lane *lane, const PacketSink &sink);
    void fail(const Error &error);

    Surroundings m_surroundings;
    VideoEncoding m_encoding;
    CodecContextPtr m_reference;           ///< also the encoder of what is not shared …
    std::optional<RemoteEncoder> m_remote; ///< … unless that is elsewhere
    CodecParametersPtr m_parameters;
    bool m_isSerial = false;
    std::unique_ptr<Lane> m_serial; ///< while encoding serially what could be shared
    int m_gop = 12;
    int m_chunkLength = 12;
    int m_inChunk = 0;
    int m_sinceKeyFrame = 0;
    bool m_startsChunk = false; ///< the current frame does
    SceneCut m_scenes;

    std::mutex m_mutex;
    std::condition_variable m_workers;           ///< something to encode, or the end
    std::condition_variable m_feeder;            ///< room for a frame, or packets
    std::deque<std::shared_ptr<Chunk>> m_chunks; ///< oldest first
    std::shared_ptr<Chunk> m_open;
    int m_queuedFrames = 0;
    int m_busy = 0;
    bool m_quit = false;
    std::vector<std::unique_ptr<Lane>> m_idle; ///< lanes that nobody has taken
    std::optional<Error> m_error;
    std::vector<std::jthread> m_helpers; ///< last: they end before what they use
};

} // namespace convoy
