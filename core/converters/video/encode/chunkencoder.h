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
/// With one core it is one encoder on the caller's thread. With more, the pictures are cut into chunks that begin with a key
/// frame, each chunk is encoded on one of several threads, and the packets come back in order. Frames carry their own times,
/// so the pieces fit without a change to them (Theora spec 1.1, A.2.3: only the distance to the last key frame counts). An
/// encoder goes from chunk to chunk with what it has learnt: libtheora encodes the first two pictures of every new encoder
/// twice to have statistics to begin with, a tenth of the time of a chunk. One that has nothing left to do takes over the
/// end of another one's chunk, so that all cores are busy to the end.
///
/// A serial encoder has a key frame so many pictures after the last one, and where libtheora thinks that a picture should be
/// one. The latter is known when that picture is encoded, and by then chunks have begun behind it where a serial encoder,
/// which counts anew from there, has no key frame. Their next key frames wait until as many are due. So a file has as many
/// key frames as a serial one, most in the same places; one more or less can be a fiftieth of a clip of five seconds.
///
/// All functions belong to one thread, the caller's. It holds a bounded number of pictures: `encode` waits when the
/// encoders are behind. Where it is wanted every packet is decoded by the thread that encoded it. What an encoder that
/// cannot be divided gets is one chunk; it has one thread beside the caller's, and threads of its own.
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
        int64_t number = 0;
        bool isCut = false; ///< a new scene, where an encoder will put a key frame
    };
    /// An encoder of shared chunks, with the check of what it writes.
    struct Lane {
        TheoraEncoder encoder;
        PictureProof proof;
    };
    struct KeyFrame {
        int64_t number = 0;
        bool isScene = false; ///< in a serial file as well, and others are counted from it
    };
    struct Chunk {
        explicit Chunk(const Picture &first) : start(first.number), keyFrames{{first.number, first.isCut}} {}

        int64_t start;                   ///< number of its first picture
        int64_t due = 0;                 ///< of the picture that has to be a key frame next …
        int64_t dueAfter = 0;            ///< … and behind all pictures that it has got
        std::vector<KeyFrame> keyFrames; ///< up to now
        std::deque<Picture> pictures;
        std::deque<PacketPtr> packets;
        std::unique_ptr<Lane> lane; ///< from its first picture on
        bool isTaken = false;       ///< somebody encodes it
        bool isDone = false;        ///< no further packets come
    };
    using ChunkPtr = std::shared_ptr<Chunk>;
    enum class Who { Caller, Helper };
    using Lock = std::unique_lock<std::mutex>;

    bool isShared() const { return m_encoding.codec->sharesChunks; }
    int budget() const;
    size_t mostQueued() const;
    Result<void> workOff(Lock &lock, size_t mostLeft);
    Result<void> deliver(Lock &lock);
    void ensureHelpers();

    void work();
    bool mayTake(Who who) const;
    void take(Lock &lock, Who who);
    static bool isKeyFrame(const Picture &picture, int64_t &due);
    ChunkPtr beginChunk();
    void fillLast();
    void countKeyFrames();
    bool isComplete(const Chunk &chunk) const;
    size_t splitPlace(const Chunk &chunk) const;
    ChunkPtr splitChunk();
    Result<void> encodeChunk(Lock &lock, Chunk &chunk, Who who);
    Result<void> encodePicture(Lock &lock, Chunk &chunk);
    Result<void> endChunk(Lock &lock, Chunk &chunk);
    Result<void> prepareLane(Chunk &chunk);
    Result<void> encodeOn(Lane &lane, const AVFrame *frame, bool isKeyFrame, const PacketSink &sink);
    Result<void> encodeApart(const AVFrame *frame, const PacketSink &sink);

    Surroundings m_surroundings;
    VideoEncoding m_encoding;
    CodecContextPtr m_reference;           ///< also the encoder of what is not shared …
    std::optional<RemoteEncoder> m_remote; ///< … unless that is elsewhere
    CodecParametersPtr m_parameters;
    int m_chunkLength = 0; ///< pictures, at least
    int64_t m_pictures = 0;
    SceneCut m_scenes;

    std::mutex m_mutex;
    std::condition_variable m_workers;         ///< something to encode, or the end
    std::condition_variable m_feeder;          ///< room for a frame, or packets
    std::deque<Picture> m_waiting;             ///< for chunks that have not begun
    std::deque<ChunkPtr> m_chunks;             ///< that have begun, oldest first
    ChunkPtr m_last;                           ///< of them, while it gets further pictures
    std::vector<std::unique_ptr<Lane>> m_idle; ///< lanes of chunks that are done
    int64_t m_due = 0;                         ///< where a serial file has the key frame that the oldest of them begins with
    size_t m_queued = 0;
    int m_busy = 0;
    bool m_isEnded = false;
    bool m_quit = false;
    std::optional<Error> m_error;
    std::vector<std::jthread> m_helpers; ///< last: they end before what they use
};

} // namespace convoy
