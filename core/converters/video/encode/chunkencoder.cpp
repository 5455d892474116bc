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

// Longer chunks cost memory. In shorter ones an encoder is more often in a place that it does not know: the picture after
// the first is up to a tenth larger where it looks for motion from where it was before.
constexpr int64_t chunkBytes = 40LL << 20;
constexpr int64_t mostGroups = 8;

int chunkLengthFor(const VideoEncoding &encoding)
{
    constexpr int group = TheoraEncoder::keyFrameDistance;
    const int64_t frameBytes = std::max<int64_t>(1, int64_t(encoding.width) * encoding.height * 3 / 2);
    return group * int(std::clamp<int64_t>(chunkBytes / (frameBytes * group), 1, mostGroups));
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
    m_chunkLength = chunkLengthFor(encoding);
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
    return {};
}

Result<void> ChunkEncoder::encode(FramePtr frame)
{
    const bool isCut = isShared() && m_scenes.startsWith(frame.get()) && budget() > 1;
    ensureHelpers();
    Lock lock(m_mutex);
    m_waiting.push_back({.frame = std::move(frame), .number = m_pictures++, .isCut = isCut});
    ++m_queued;
    fillLast();
    return workOff(lock, mostQueued());
}

// With one core nothing waits. With more, each encoder but one has a chunk waiting for it, and the last one works from hand
// to mouth.
size_t ChunkEncoder::mostQueued() const
{
    constexpr int elsewhere = 8;
    if (budget() == 1)
        return 0;
    return size_t(isShared() ? m_chunkLength * (budget() - 1) + TheoraEncoder::keyFrameDistance / 4 : elsewhere);
}

Result<void> ChunkEncoder::finish()
{
    Lock lock(m_mutex);
    m_isEnded = true;
    return workOff(lock, 0);
}

// Until no more pictures are left than that (or one time, if there are no more): hands out packets, and encodes where there
// is one core only.
Result<void> ChunkEncoder::workOff(Lock &lock, size_t mostLeft)
{
    for (;;) {
        m_workers.notify_all();
        if (m_surroundings.stop.stop_requested())
            return cancelledError();
        const bool isMine = mayTake(Who::Caller);
        if (isMine)
            take(lock, Who::Caller);
        if (Result<void> delivered = deliver(lock); !delivered)
            return delivered;
        if (m_error)
            return *m_error;
        if (m_queued <= mostLeft && (!m_isEnded || m_chunks.empty()))
            return {};
        if (!isMine)
            m_feeder.wait_for(lock, std::chrono::milliseconds(50));
    }
}

// Packets go out while their chunk is still being encoded; only the oldest chunk's, so that they are in order.
Result<void> ChunkEncoder::deliver(Lock &lock)
{
    while (!m_chunks.empty()) {
        const ChunkPtr oldest = m_chunks.front();
        std::deque<PacketPtr> packets = std::exchange(oldest->packets, {});
        if (packets.empty()) {
            if (!oldest->isDone)
                return {};
            m_due = oldest->due;
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

} // namespace convoy
