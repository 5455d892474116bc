// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The threads of ChunkEncoder, and what becomes a chunk; the other side, which feeds them, is in chunkencoder.cpp.
#include "core/converters/video/encode/chunkencoder.h"

#include <algorithm>

namespace convoy {

static constexpr int keyFrameDistance = TheoraEncoder::keyFrameDistance;

// A serial encoder counts anew from a scene. Key frames that were too many until then still are.
static int64_t dueAfterScene(int64_t number, int64_t due)
{
    return number + keyFrameDistance * (1 + std::max<int64_t>(0, due - number - 1) / keyFrameDistance);
}

// What is to be expected; `due` is then that of the next one.
bool ChunkEncoder::isKeyFrame(const Picture &picture, int64_t &due)
{
    if (!picture.isCut && picture.number < due)
        return false;
    due = dueAfterScene(picture.number, due);
    return true;
}

void ChunkEncoder::ensureHelpers()
{
    // The number of threads follows the budget up; when it goes down they wait, which costs nothing.
    const int wanted = budget() == 1 ? 0 : isShared() ? budget() : 1;
    while (int(m_helpers.size()) < wanted)
        m_helpers.emplace_back([this] { work(); });
}

void ChunkEncoder::work()
{
    Lock lock(m_mutex);
    for (;;) {
        m_workers.wait(lock, [this] { return m_quit || m_error || mayTake(Who::Helper); });
        if (m_quit || m_error)
            return;
        take(lock, Who::Helper);
    }
}

// One core is the caller's.
bool ChunkEncoder::mayTake(Who who) const
{
    const auto canBeSplit = [this](const ChunkPtr &chunk) { return splitPlace(*chunk) > 0; };
    const bool isThere = !m_waiting.empty() || (m_last && !m_last->isTaken) || std::ranges::any_of(m_chunks, canBeSplit);
    return isThere && m_busy < budget() && (who == Who::Caller) == (budget() == 1);
}

void ChunkEncoder::take(Lock &lock, Who who)
{
    const ChunkPtr chunk = m_last && !m_last->isTaken ? m_last : m_waiting.empty() ? splitChunk() : beginChunk();
    chunk->isTaken = true;
    ++m_busy;
    Result<void> encoded = encodeChunk(lock, *chunk, who);
    --m_busy;
    chunk->isTaken = false;
    if (!encoded && !m_error)
        m_error = encoded.error();
    m_feeder.notify_all();
    m_workers.notify_all();
}

// With the pictures that wait, which no other chunk gets.
ChunkEncoder::ChunkPtr ChunkEncoder::beginChunk()
{
    m_last = std::make_shared<Chunk>(m_waiting.front());
    m_chunks.push_back(m_last);
    countKeyFrames();
    return m_last;
}

// The next chunk begins where this one is long enough and a key frame is expected. What is not divided is one chunk.
void ChunkEncoder::fillLast()
{
    while (m_last && !m_waiting.empty()) {
        Picture &next = m_waiting.front();
        int64_t due = m_last->dueAfter;
        if (isKeyFrame(next, due) && next.number >= m_last->start + m_chunkLength && isShared())
            return;
        m_last->dueAfter = due;
        m_last->pictures.push_back(std::move(next));
        m_waiting.pop_front();
    }
}

// Each key frame stands for the one that a serial encoder has there or later; the next is due where that has its next.
void ChunkEncoder::countKeyFrames()
{
    constexpr int farthest = 3 * keyFrameDistance; // or players would seek badly
    int64_t due = m_due;
    for (const ChunkPtr &chunk : m_chunks) {
        for (const KeyFrame &key : chunk->keyFrames)
            due = key.isScene ? dueAfterScene(key.number, due) : due + keyFrameDistance;
        due = std::min(due, chunk->keyFrames.back().number + farthest);
        chunk->due = due;
        for (const Picture &picture : chunk->pictures)
            isKeyFrame(picture, due);
        chunk->dueAfter = due;
    }
    fillLast();
}

// Where the last pictures of a chunk can be taken over, as near as can be to the middle of what is left; 0: nowhere.
size_t ChunkEncoder::splitPlace(const Chunk &chunk) const
{
    size_t place = 0;
    const auto fromMiddle = [&](size_t i) { return std::abs(2 * int(i) - int(chunk.pictures.size())); };
    int64_t due = chunk.due;
    // For a few pictures a key frame more, where the encoder may not have set one, is not worth it.
    for (size_t i = 0; i + keyFrameDistance / 2 <= chunk.pictures.size(); ++i) {
        if (isKeyFrame(chunk.pictures[i], due) && fromMiddle(i) < fromMiddle(place))
            place = i;
    }
    return m_isEnded && m_waiting.empty() && isShared() ? place : 0;
}

ChunkEncoder::ChunkPtr ChunkEncoder::splitChunk()
{
    const auto left = [this](const ChunkPtr &chunk) { return splitPlace(*chunk) > 0 ? chunk->pictures.size() : 0; };
    const auto longest = std::ranges::max_element(m_chunks, {}, left);
    std::deque<Picture> &pictures = (*longest)->pictures;
    const auto cut = pictures.begin() + ptrdiff_t(splitPlace(**longest));
    const auto rest = std::make_shared<Chunk>(*cut);
    rest->pictures.assign(std::make_move_iterator(cut), std::make_move_iterator(pictures.end()));
    pictures.erase(cut, pictures.end());
    if (m_last == *longest)
        m_last = rest;
    m_chunks.insert(std::next(longest), rest);
    countKeyFrames();
    return rest;
}

// Whether what waits, if anything, is not for this chunk.
bool ChunkEncoder::isComplete(const Chunk &chunk) const
{
    return m_last.get() != &chunk || !m_waiting.empty() || m_isEnded;
}

// As far as there are pictures: a helper waits for more of them, the caller brings them.
Result<void> ChunkEncoder::encodeChunk(Lock &lock, Chunk &chunk, Who who)
{
    const auto hasPicture = [&] { return !chunk.pictures.empty(); };
    for (;;) {
        if (who == Who::Helper)
            m_workers.wait(lock, [&] { return m_quit || m_error || hasPicture() || isComplete(chunk); });
        if (m_quit || m_error)
            return {};
        if (!hasPicture())
            return isComplete(chunk) ? endChunk(lock, chunk) : Result<void>();
        if (Result<void> encoded = encodePicture(lock, chunk); !encoded)
            return encoded;
    }
}

Result<void> ChunkEncoder::encodePicture(Lock &lock, Chunk &chunk)
{
    const Picture picture = std::move(chunk.pictures.front());
    chunk.pictures.pop_front();
    const bool isFirst = picture.number == chunk.start;
    if (isFirst && !m_idle.empty()) {
        chunk.lane = std::move(m_idle.back());
        m_idle.pop_back();
    }
    const bool isDue = isShared() && picture.number >= chunk.due; // a cut that was foreseen is libtheora's to judge
    const auto note = [&](bool isScene) {
        chunk.keyFrames.push_back({picture.number, isScene});
        countKeyFrames();
    };
    if (isDue)
        note(picture.isCut);
    lock.unlock();
    const PacketSink sink = [&](PacketPtr packet) {
        const Lock packets(m_mutex);
        if (isShared() && !isFirst && !isDue && (packet->flags & AV_PKT_FLAG_KEY))
            note(true);
        chunk.packets.push_back(std::move(packet));
        return Result<void>();
    };
    Result<void> ready = isShared() && isFirst ? prepareLane(chunk) : Result<void>();
    Result<void> encoded = !ready ? ready
        : isShared()              ? encodeOn(*chunk.lane, picture.frame.get(), isFirst || isDue, sink)
                                  : encodeApart(picture.frame.get(), sink);
    lock.lock();
    --m_queued;
    m_feeder.notify_all();
    return encoded;
}

Result<void> ChunkEncoder::prepareLane(Chunk &chunk)
{
    if (!chunk.lane) {
        Result<TheoraEncoder> encoder = TheoraEncoder::open(m_encoding);
        if (!encoder)
            return encoder.error();
        chunk.lane = std::make_unique<Lane>(Lane{.encoder = *std::move(encoder), .proof = {}});
    }
    return isProven() ? chunk.lane->proof.open(m_parameters.get()) : Result<void>();
}

Result<void> ChunkEncoder::encodeOn(Lane &lane, const AVFrame *frame, bool isKeyFrame, const PacketSink &sink)
{
    Result<PacketPtr> packet = lane.encoder.encode(frame, isKeyFrame);
    if (!packet)
        return packet.error();
    if (Result<void> taken = isProven() ? lane.proof.take(packet->get()) : Result<void>(); !taken)
        return taken;
    return sink(*std::move(packet));
}

Result<void> ChunkEncoder::encodeApart(const AVFrame *frame, const PacketSink &sink)
{
    return m_remote ? m_remote->encode(frame, sink) : encodeFrame(m_reference.get(), frame, sink);
}

// libtheora hands out each picture's packet at once, so there only the check has something left.
Result<void> ChunkEncoder::endChunk(Lock &lock, Chunk &chunk)
{
    if (m_last.get() == &chunk)
        m_last.reset();
    lock.unlock();
    Result<void> ended;
    if (!chunk.lane)
        ended = encodeApart(nullptr, [&](PacketPtr packet) {
            const Lock packets(m_mutex);
            chunk.packets.push_back(std::move(packet));
            return Result<void>();
        });
    else if (isProven())
        ended = chunk.lane->proof.finish();
    lock.lock();
    if (chunk.lane)
        m_idle.push_back(std::move(chunk.lane));
    chunk.isDone = true;
    return ended;
}

} // namespace convoy
