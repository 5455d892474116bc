// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/encode/chunkencoder.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace convoy {

namespace {

struct ChunkEncoderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ChunkEncoder)
};

constexpr int maximumHelpers = 64;
// Longer chunks cost memory, shorter ones more key frames where libtheora has set some of its own.
constexpr int64_t chunkBytes = 30LL << 20;
constexpr int64_t mostGopsInChunk = 8;

int gopsInChunk(const VideoEncoding &encoding, int gop)
{
    const int64_t frameBytes = std::max<int64_t>(1, int64_t(encoding.width) * encoding.height * 3 / 2);
    return int(std::clamp<int64_t>(chunkBytes / (frameBytes * gop), 1, mostGopsInChunk));
}

} // namespace

ChunkEncoder::ChunkEncoder(Surroundings surroundings) : m_surroundings(std::move(surroundings)) {}

ChunkEncoder::~ChunkEncoder()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_quit = true;
    }
    m_workers.notify_all();
}

int ChunkEncoder::budget() const
{
    return std::clamp(m_surroundings.threads ? m_surroundings.threads->load(std::memory_order_relaxed) : 1, 1,
                      maximumHelpers);
}

Result<void> ChunkEncoder::open(const VideoEncoding &encoding)
{
    m_encoding = encoding;
    if (isShared()) {
        Result<TheoraEncoder> first = TheoraEncoder::open(encoding);
        Result<CodecContextPtr> described = first ? first->describe() : first.error();
        if (!described)
            return described.error();
        m_reference = *std::move(described);
        m_idle.push_back(std::make_unique<Lane>(Lane{.encoder = *std::move(first), .proof = {}}));
    } else if (!encoding.remote.name.isEmpty()) {
        Result<RemoteEncoder> remote = RemoteEncoder::open(encoding, m_surroundings.stop);
        Result<CodecContextPtr> described = remote ? remote->describe() : remote.error();
        if (!described)
            return described.error();
        m_reference = *std::move(described);
        m_remote = *std::move(remote);
    } else {
        Result<CodecContextPtr> opened = openEncoder(encoding);
        if (!opened)
            return opened.error();
        m_reference = *std::move(opened);
    }
    m_parameters.reset(avcodec_parameters_alloc());
    if (!m_parameters || avcodec_parameters_from_context(m_parameters.get(), m_reference.get()) < 0)
        return Error{ErrorKind::OutOfMemory, ChunkEncoderText::tr("There is not enough memory to encode this video."), {}};
    m_gop = std::max(1, m_reference->gop_size);
    m_chunkLength = m_gop * gopsInChunk(encoding, m_gop);
    return {};
}

Result<void> ChunkEncoder::encode(FramePtr frame)
{
    if (m_surroundings.stop.stop_requested())
        return cancelledError();
    if (!isShared())
        return takeApart(std::move(frame));
    // Where the serial encoder has a key frame as well: a GOP's length after the last one or after a cut.
    const bool isCut = m_scenes.startsWith(frame.get());
    const bool atKeyFrame = isCut || m_sinceKeyFrame % m_gop == 0;
    if (atKeyFrame)
        m_sinceKeyFrame = 0;
    ++m_sinceKeyFrame;
    m_startsChunk = false;
    if (atKeyFrame) {
        if (Result<void> chosen = chooseMode(); !chosen)
            return chosen;
    }
    Picture picture{.frame = std::move(frame), .isCut = isCut, .isFirst = m_inChunk++ == 0};
    return m_isSerial ? encodeOn(m_serial.get(), picture, m_surroundings.sink) : queue(std::move(picture));
}

// An encoder that is not divided has a thread of its own where there are cores for it, so that the caller's can decode and
// filter what comes next.
Result<void> ChunkEncoder::takeApart(FramePtr frame)
{
    m_isSerial = m_isSerial || (!m_open && budget() == 1);
    Picture picture{.frame = std::move(frame)};
    if (m_isSerial)
        return encodeOn(nullptr, picture, m_surroundings.sink);
    m_startsChunk = !m_open;
    return queue(std::move(picture));
}

// Only called where a chunk may start.
Result<void> ChunkEncoder::chooseMode()
{
    const bool alone = budget() == 1;
    if (alone && m_isSerial)
        return {};
    if (!alone && !m_isSerial && m_open && m_inChunk < m_chunkLength)
        return {};
    m_inChunk = 0;
    m_startsChunk = !alone;
    if (!alone)
        return m_isSerial ? endSerial() : Result<void>();
    if (Result<void> waited = waitForChunks(); !waited)
        return waited;
    Result<std::unique_ptr<Lane>> lane = takeLane();
    if (!lane)
        return lane.error();
    m_serial = *std::move(lane);
    m_isSerial = true;
    return {};
}

Result<void> ChunkEncoder::endSerial()
{
    m_isSerial = false;
    Result<void> ended = endOn(m_serial.get(), m_surroundings.sink);
    giveBack(std::move(m_serial));
    return ended;
}

// A lane that is there is better than a new one: it has statistics of this video.
Result<std::unique_ptr<ChunkEncoder::Lane>> ChunkEncoder::takeLane()
{
    Lock lock(m_mutex);
    std::unique_ptr<Lane> lane;
    if (!m_idle.empty()) {
        lane = std::move(m_idle.back());
        m_idle.pop_back();
    }
    lock.unlock();
    if (!lane) {
        Result<TheoraEncoder> encoder = TheoraEncoder::open(m_encoding);
        if (!encoder)
            return encoder.error();
        lane = std::make_unique<Lane>(Lane{.encoder = *std::move(encoder), .proof = {}});
    }
    if (Result<void> opened = isProven() ? lane->proof.open(m_parameters.get()) : Result<void>(); !opened)
        return opened.error();
    return lane;
}

void ChunkEncoder::giveBack(std::unique_ptr<Lane> lane)
{
    const std::scoped_lock lock(m_mutex);
    if (lane)
        m_idle.push_back(std::move(lane));
}

Result<void> ChunkEncoder::encodeOn(Lane *lane, const Picture &picture, const PacketSink &sink)
{
    if (!lane)
        return encodeApart(picture.frame.get(), sink);
    const int distance = picture.isFirst ? 1 : std::max(picture.distance, m_gop);
    Result<PacketPtr> packet = lane->encoder.encode(picture.frame.get(), distance);
    if (!packet)
        return packet.error();
    if (Result<void> taken = isProven() ? lane->proof.take(packet->get()) : Result<void>(); !taken)
        return taken;
    return sink(*std::move(packet));
}

// libtheora hands out each picture's packet at once, so there only the check has something left.
Result<void> ChunkEncoder::endOn(Lane *lane, const PacketSink &sink)
{
    if (lane)
        return isProven() ? lane->proof.finish() : Result<void>();
    return encodeApart(nullptr, sink);
}

Result<void> ChunkEncoder::encodeApart(const AVFrame *frame, const PacketSink &sink)
{
    return m_remote ? m_remote->encode(frame, sink) : encodeFrame(m_reference.get(), frame, sink);
}

Result<void> ChunkEncoder::queue(Picture picture)
{
    ensureHelper();
    Lock lock(m_mutex);
    if (m_startsChunk) {
        closeChunk();
        m_open = std::make_shared<Chunk>();
        m_chunks.push_back(m_open);
    }
    // Each encoder but one has a chunk waiting for it, and the last one works from hand to mouth.
    const int mostQueued = m_chunkLength * (std::max(2, budget()) - 1) + m_gop / 4;
    while (m_queuedFrames >= mostQueued && !m_error) {
        if (Result<void> delivered = deliver(lock); !delivered)
            return delivered;
        if (m_surroundings.stop.stop_requested())
            return cancelledError();
        m_feeder.wait_for(lock, std::chrono::milliseconds(50));
    }
    if (m_error)
        return *m_error;
    m_open->toCome = std::max(0, m_open->toCome - 1);
    if (picture.isFirst || picture.isCut)
        m_open->toCome = (std::max(m_gop, m_chunkLength - m_inChunk + m_gop) / m_gop) * m_gop - 1;
    m_open->pictures.push_back(std::move(picture));
    ++m_queuedFrames;
    m_workers.notify_all();
    return deliver(lock);
}

void ChunkEncoder::closeChunk()
{
    if (m_open) {
        m_open->closed = true;
        m_open.reset();
        m_workers.notify_all();
    }
}

// Packets go out while their chunk is still being encoded; only the oldest chunk's, so that they are in order.
Result<void> ChunkEncoder::deliver(Lock &lock)
{
    while (!m_chunks.empty()) {
        const std::shared_ptr<Chunk> oldest = m_chunks.front();
        std::deque<PacketPtr> packets = std::exchange(oldest->packets, {});
        if (packets.empty()) {
            if (!oldest->done)
                return {};
            m_chunks.pop_front();
            continue;
        }
        lock.unlock();
        for (PacketPtr &packet : packets) {
            if (Result<void> taken = m_surroundings.sink(std::move(packet)); !taken) {
                lock.lock();
                return taken;
            }
        }
        lock.lock();
    }
    return {};
}

Result<void> ChunkEncoder::waitForChunks()
{
    Lock lock(m_mutex);
    closeChunk();
    for (;;) {
        if (Result<void> delivered = deliver(lock); !delivered)
            return delivered;
        if (m_error)
            return *m_error;
        if (m_chunks.empty())
            return {};
        if (m_surroundings.stop.stop_requested())
            return cancelledError();
        m_feeder.wait_for(lock, std::chrono::milliseconds(50));
    }
}

Result<void> ChunkEncoder::finish()
{
    return m_isSerial ? endSerial() : waitForChunks();
}

} // namespace convoy
