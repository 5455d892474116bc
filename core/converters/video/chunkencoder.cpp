// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/chunkencoder.h"

#include "core/converters/video/repeatedpicture.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace convoy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::ChunkEncoder)
};

constexpr int maximumHelpers = 64;
// Longer chunks cost memory, shorter ones new encoders where key frames are not where they were expected.
constexpr int64_t chunkBytes = 20LL << 20;
constexpr int64_t mostGopsInChunk = 4;

int gopsInChunk(const VideoEncoding &encoding, int gop)
{
    const int64_t frameBytes = std::max<int64_t>(1, int64_t(encoding.width) * encoding.height * 3 / 2);
    return int(std::clamp<int64_t>(chunkBytes / (frameBytes * gop), 1, mostGopsInChunk));
}

Error cancelled()
{
    return {ErrorKind::Cancelled, Text::tr("Cancelled."), {}};
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
    Result<CodecContextPtr> reference = openEncoder(encoding);
    if (!reference)
        return reference.error();
    m_reference = *std::move(reference);
    m_parameters.reset(avcodec_parameters_alloc());
    if (!m_parameters || avcodec_parameters_from_context(m_parameters.get(), m_reference.get()) < 0)
        return Error{ErrorKind::OutOfMemory, Text::tr("There is not enough memory to encode this video."), {}};
    if (isProven())
        m_repeated = repeatedTheoraPicture(QSize(encoding.width, encoding.height), encoding.pixelFormat);
    m_gop = std::max(1, m_reference->gop_size);
    m_chunkLength = m_gop * gopsInChunk(encoding, m_gop);
    return {};
}

Result<void> ChunkEncoder::encode(FramePtr frame)
{
    if (m_surroundings.stop.stop_requested())
        return cancelled();
    if (!m_encoding.codec->sharesChunks)
        return encodeApart(std::move(frame));
    // Where the serial encoder has a key frame as well: a GOP's length after the last one or after a cut.
    const bool atKeyFrame = m_scenes.startsWith(frame.get()) || m_sinceKeyFrame % m_gop == 0;
    if (atKeyFrame)
        m_sinceKeyFrame = 0;
    ++m_sinceKeyFrame;
    m_startsChunk = false;
    if (atKeyFrame) {
        if (Result<void> chosen = chooseMode(); !chosen)
            return chosen;
    }
    ++m_inChunk;
    return m_serial ? encodeSerially(std::move(frame)) : queue({.frame = std::move(frame), .atKeyFrame = atKeyFrame});
}

// An encoder that is not divided has a thread of its own where there are cores for it, so that the caller's can decode and
// filter what comes next.
Result<void> ChunkEncoder::encodeApart(FramePtr frame)
{
    if (!m_serial && !m_open && budget() == 1)
        m_serial = m_reference.get();
    if (m_serial)
        return encodeSerially(std::move(frame));
    m_startsChunk = !m_open;
    return queue({.frame = std::move(frame)});
}

// Only called where a chunk may start.
Result<void> ChunkEncoder::chooseMode()
{
    const bool alone = budget() == 1;
    if (alone && m_serial)
        return {};
    if (!alone && !m_serial && m_open && m_inChunk < m_chunkLength)
        return {};
    m_inChunk = 0;
    if (!alone) {
        m_startsChunk = true;
        Result<void> ended = m_serial ? encodeSerially(nullptr) : Result<void>();
        m_serial = nullptr;
        return ended;
    }
    if (Result<void> waited = waitForChunks(); !waited)
        return waited;
    m_serial = m_reference.get();
    if (std::exchange(m_referenceUsed, true)) {
        Result<CodecContextPtr> fresh = openEncoder(m_encoding);
        if (!fresh)
            return fresh.error();
        m_fresh = *std::move(fresh);
        m_serial = m_fresh.get();
    }
    return {};
}

Result<void> ChunkEncoder::prove(AVPacket *packet, PictureProof &proof) const
{
    if (packet->size == 0) {
        if (av_grow_packet(packet, int(m_repeated.size())) < 0)
            return Error{ErrorKind::OutOfMemory, Text::tr("There is not enough memory to encode this video."), {}};
        std::ranges::copy(m_repeated, packet->data);
    }
    return proof.take(packet);
}

Result<void> ChunkEncoder::encodeSerially(FramePtr frame)
{
    if (!isProven())
        return encodeFrame(m_serial, frame.get(), m_surroundings.sink);
    if (Result<void> opened = m_proof.open(m_parameters.get()); !opened)
        return opened;
    Result<void> encoded = encodeFrame(m_serial, frame.get(), [this](PacketPtr packet) {
        if (Result<void> taken = prove(packet.get(), m_proof); !taken)
            return taken;
        return m_surroundings.sink(std::move(packet));
    });
    return !encoded || frame ? encoded : m_proof.finish();
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
            return cancelled();
        m_feeder.wait_for(lock, std::chrono::milliseconds(50));
    }
    if (m_error)
        return *m_error;
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
            return cancelled();
        m_feeder.wait_for(lock, std::chrono::milliseconds(50));
    }
}

Result<void> ChunkEncoder::finish()
{
    if (m_serial)
        return encodeSerially(nullptr);
    return waitForChunks();
}

} // namespace convoy
