// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The threads of ChunkEncoder; the other side, which feeds them, is in chunkencoder.cpp.
#include "core/converters/video/chunkencoder.h"

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::ChunkEncoder)
};

} // namespace

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

// Cuts the chunk that has most left to do, at the key frame that is nearest to the middle of that; nullptr where there is
// nothing to share.
std::shared_ptr<ChunkEncoder::Chunk> ChunkEncoder::splitChunk()
{
    constexpr ptrdiff_t worthIt = 4; // pictures: an encoder has to be opened for them
    const auto left = [](const auto &chunk) { return chunk->closed ? chunk->pictures.size() : 0; };
    const auto longest = std::ranges::max_element(m_chunks, {}, left);
    if (longest == m_chunks.end() || ptrdiff_t(left(*longest)) < worthIt)
        return nullptr;
    std::deque<Picture> &pictures = (*longest)->pictures;
    const auto middle = pictures.begin() + ptrdiff_t(pictures.size()) / 2;
    auto cut = pictures.end();
    for (auto picture = pictures.begin() + ((*longest)->begun ? 0 : 1); picture != pictures.end(); ++picture) {
        if (picture->atKeyFrame && (cut == pictures.end() || std::abs(picture - middle) < std::abs(cut - middle)))
            cut = picture;
    }
    if (cut == pictures.end())
        return nullptr;
    auto rest = std::make_shared<Chunk>();
    rest->closed = true;
    rest->pictures.assign(std::make_move_iterator(cut), std::make_move_iterator(pictures.end()));
    pictures.erase(cut, pictures.end());
    m_chunks.insert(std::next(longest), rest);
    return rest;
}

void ChunkEncoder::work()
{
    Lane lane;
    Lock lock(m_mutex);
    while (const std::shared_ptr<Chunk> chunk = takeChunk(lock)) {
        ++m_busy;
        if (Result<void> encoded = encodeChunk(*chunk, lane, lock); !encoded)
            fail(encoded.error());
        --m_busy;
        chunk->done = true;
        m_feeder.notify_all();
        m_workers.notify_all();
    }
}

Result<void> ChunkEncoder::encodeChunk(Chunk &chunk, Lane &lane, Lock &lock)
{
    for (;;) {
        m_workers.wait(lock, [&] { return m_quit || m_error || chunk.closed || !chunk.pictures.empty(); });
        if (m_quit || m_error)
            return {};
        if (chunk.pictures.empty())
            break;
        const FramePtr frame = std::move(chunk.pictures.front().frame);
        chunk.pictures.pop_front();
        lock.unlock();
        Result<void> encoded = encodeOn(lane, chunk, frame.get());
        lock.lock();
        chunk.begun = true;
        --m_queuedFrames;
        m_feeder.notify_all();
        if (!encoded)
            return encoded;
    }
    lock.unlock();
    Result<void> ended = isProven() ? lane.proof.finish() : encodeOn(lane, chunk, nullptr);
    lock.lock();
    return ended;
}

// libtheora hands out each picture's packet at once, so a chunk ends without a flush. The picture after a whole GOP is a
// key frame by itself; where an encoder has put one of its own elsewhere, the next chunk needs a new encoder.
Result<void> ChunkEncoder::encodeOn(Lane &lane, Chunk &chunk, const AVFrame *frame)
{
    if (!m_encoding.codec->sharesChunks)
        return encodeFrame(m_reference.get(), frame, [&](PacketPtr packet) {
            const std::scoped_lock lock(m_mutex);
            chunk.packets.push_back(std::move(packet));
            return Result<void>();
        });
    const bool first = !chunk.begun;
    if (first && (!lane.encoder || lane.sinceKeyFrame < m_gop)) {
        Result<CodecContextPtr> encoder = openEncoder(m_encoding);
        if (!encoder)
            return encoder.error();
        lane.encoder = *std::move(encoder);
        if (Result<void> opened = lane.proof.open(m_parameters.get()); !opened)
            return opened;
    }
    ++lane.sinceKeyFrame;
    Result<void> encoded = encodeFrame(lane.encoder.get(), frame, [&](PacketPtr packet) {
        if (packet->flags & AV_PKT_FLAG_KEY)
            lane.sinceKeyFrame = 1;
        if (Result<void> taken = prove(packet.get(), lane.proof); !taken)
            return taken;
        const std::scoped_lock lock(m_mutex);
        chunk.packets.push_back(std::move(packet));
        return Result<void>();
    });
    if (encoded && first && lane.sinceKeyFrame != 1)
        return Error{ErrorKind::Internal, Text::tr("The video encoder failed."),
                     QStringLiteral("A chunk does not start with a key frame.")};
    return encoded;
}

} // namespace convoy
