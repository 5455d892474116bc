// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The threads of ChunkEncoder; the other side, which feeds them, is in chunkencoder.cpp.
#include "core/converters/video/encode/chunkencoder.h"

#include <algorithm>

namespace convoy {

void ChunkEncoder::ensureHelper()
{
    // The number of threads follows the budget up; when it goes down they wait, which costs nothing.
    while (int(m_helpers.size()) < budget())
        m_helpers.emplace_back([this] { work(); });
}

void ChunkEncoder::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
    m_feeder.notify_all();
    m_workers.notify_all();
}

std::shared_ptr<ChunkEncoder::Chunk> ChunkEncoder::takeChunk(Lock &lock)
{
    for (;;) {
        if (m_quit || m_error)
            return nullptr;
        if (m_busy < budget()) {
            const auto free = std::ranges::find_if(m_chunks, [](const auto &chunk) { return !chunk->assigned; });
            const std::shared_ptr<Chunk> chunk = free != m_chunks.end() ? *free : splitChunk();
            if (chunk) {
                chunk->assigned = true;
                return chunk;
            }
        }
        m_workers.wait(lock);
    }
}

// Cuts the chunk that has most left to do where its encoder will put a key frame, as near as can be to the middle of that;
// nullptr where there is nothing to share.
std::shared_ptr<ChunkEncoder::Chunk> ChunkEncoder::splitChunk()
{
    const auto left = [](const auto &chunk) { return chunk->closed ? chunk->pictures.size() : 0; };
    const auto longest = std::ranges::max_element(m_chunks, {}, left);
    if (!isShared() || longest == m_chunks.end() || left(*longest) == 0)
        return nullptr;
    std::deque<Picture> &pictures = (*longest)->pictures;
    const auto middle = pictures.begin() + ptrdiff_t(pictures.size()) / 2;
    auto cut = pictures.end();
    int sinceKeyFrame = (*longest)->sinceKeyFrame;
    for (auto picture = pictures.begin(); picture != pictures.end(); ++picture, ++sinceKeyFrame) {
        if (!picture->isCut && !picture->isFirst && sinceKeyFrame < m_gop)
            continue;
        sinceKeyFrame = 0;
        // For a few pictures a key frame more, where the encoder may not have set one, is not worth it.
        const bool isWorthIt = pictures.end() - picture >= m_gop / 2;
        if (!picture->isFirst && isWorthIt && (cut == pictures.end() || std::abs(picture - middle) < std::abs(cut - middle)))
            cut = picture;
    }
    if (cut == pictures.end())
        return nullptr;
    auto rest = std::make_shared<Chunk>();
    rest->closed = true;
    cut->isFirst = true;
    rest->pictures.assign(std::make_move_iterator(cut), std::make_move_iterator(pictures.end()));
    pictures.erase(cut, pictures.end());
    m_chunks.insert(std::next(longest), rest);
    return rest;
}

void ChunkEncoder::work()
{
    Lock lock(m_mutex);
    while (const std::shared_ptr<Chunk> chunk = takeChunk(lock)) {
        ++m_busy;
        lock.unlock();
        Result<void> encoded = encodeChunk(*chunk);
        lock.lock();
        if (!encoded)
            fail(encoded.error());
        --m_busy;
        chunk->done = true;
        m_feeder.notify_all();
        m_workers.notify_all();
    }
}

ChunkEncoder::Picture ChunkEncoder::takePicture(Chunk &chunk) const
{
    // The last key frame was so many pictures before this one.
    const int distance = chunk.sinceKeyFrame++;
    if (distance <= m_gop)
        chunk.distance = distance < m_gop ? m_gop : stretchedDistance(chunk);
    Picture picture = std::move(chunk.pictures.front());
    chunk.pictures.pop_front();
    picture.distance = chunk.distance;
    // A key frame is one from the moment on that its encoder has it: somebody else may look for a place to cut meanwhile.
    if (picture.isFirst || distance >= chunk.distance)
        chunk.sinceKeyFrame = 1;
    return picture;
}

// The next chunk begins with a key frame. Where libtheora has set some of its own, that is out of step with them, and the
// last of this chunk would come too soon before it: half of them are then left out, so that there are as many in all as
// the serial encoder has. Called where a key frame is due.
int ChunkEncoder::stretchedDistance(const Chunk &chunk) const
{
    if (std::ranges::any_of(chunk.pictures, &Picture::isCut))
        return m_gop;
    const int left = m_gop + int(chunk.pictures.size()) + (chunk.closed ? 0 : chunk.toCome);
    const int longest = m_gop + m_gop / 2;
    const int groups = std::max((left + m_gop / 2) / m_gop, (left + longest - 1) / longest);
    return std::max(m_gop, (left + groups - 1) / groups);
}

Result<void> ChunkEncoder::encodeChunk(Chunk &chunk)
{
    std::unique_ptr<Lane> lane;
    if (isShared()) {
        Result<std::unique_ptr<Lane>> taken = takeLane();
        if (!taken)
            return taken.error();
        lane = *std::move(taken);
    }
    const PacketSink sink = [&](PacketPtr packet) {
        const std::scoped_lock lock(m_mutex);
        if (packet->flags & AV_PKT_FLAG_KEY)
            chunk.sinceKeyFrame = 1;
        chunk.packets.push_back(std::move(packet));
        return Result<void>();
    };
    for (;;) {
        Lock lock(m_mutex);
        m_workers.wait(lock, [&] { return m_quit || m_error || chunk.closed || !chunk.pictures.empty(); });
        if (m_quit || m_error)
            return {};
        if (chunk.pictures.empty())
            break;
        const Picture picture = takePicture(chunk);
        lock.unlock();
        Result<void> encoded = encodeOn(lane.get(), picture, sink);
        lock.lock();
        --m_queuedFrames;
        m_feeder.notify_all();
        if (!encoded)
            return encoded;
    }
    Result<void> ended = endOn(lane.get(), sink);
    giveBack(std::move(lane));
    return ended;
}

} // namespace convoy
