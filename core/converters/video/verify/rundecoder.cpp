// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/verify/rundecoder.h"

#include <algorithm>

namespace convoy {

namespace {

constexpr int maximumDecoders = 16;

} // namespace

RunDecoder::RunDecoder(const AVStream *stream, const std::atomic<int> *threads) : m_stream(stream), m_threads(threads) {}

RunDecoder::~RunDecoder()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_quit = true;
        m_runs.clear();
    }
    m_changed.notify_all();
}

int RunDecoder::budget() const
{
    return std::clamp(m_threads ? m_threads->load(std::memory_order_relaxed) : 1, 1, maximumDecoders);
}

Result<void> RunDecoder::take(AVPacket *packet)
{
    if ((packet->flags & AV_PKT_FLAG_KEY) && !m_open.empty()) {
        if (Result<void> closed = close(); !closed)
            return closed;
    }
    PacketPtr own(av_packet_alloc());
    if (!own)
        return Error{ErrorKind::OutOfMemory, {}, {}};
    av_packet_move_ref(own.get(), packet);
    m_open.push_back(std::move(own));
    return {};
}

Result<void> RunDecoder::close()
{
    const Run run = std::exchange(m_open, {});
    if (run.empty())
        return {};
    if (budget() == 1)
        return decodeRun(m_own, run);
    while (int(m_helpers.size()) < budget())
        m_helpers.emplace_back([this] { work(); });
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_error || int(m_runs.size()) < 2 * budget(); });
    if (m_error)
        return *m_error;
    Run queued;
    queued.reserve(run.size());
    for (const PacketPtr &packet : run)
        queued.emplace_back(av_packet_clone(packet.get()));
    m_runs.push_back(std::move(queued));
    m_changed.notify_all();
    return {};
}

Result<void> RunDecoder::decodeRun(std::optional<StreamDecoder> &decoder, const Run &run)
{
    if (!decoder) {
        Result<StreamDecoder> opened = StreamDecoder::open({.stream = m_stream, .skipDeblocking = true});
        if (!opened)
            return opened.error();
        decoder = *std::move(opened);
    }
    const StreamDecoder::Sink count = [this](AVFrame *) {
        ++m_frames;
        return Result<void>();
    };
    const int damagedBefore = decoder->damagedPlaces() + decoder->lostAtStart();
    for (const PacketPtr &packet : run) {
        if (Result<void> decoded = decoder->decode(packet.get(), count); !decoded)
            return decoded;
    }
    if (Result<void> decoded = decoder->decode(nullptr, count); !decoded)
        return decoded;
    decoder->flush();
    m_damaged += decoder->damagedPlaces() + decoder->lostAtStart() - damagedBefore;
    return {};
}

void RunDecoder::work()
{
    std::optional<StreamDecoder> decoder;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_quit || m_error || !m_runs.empty(); });
        if (m_error || m_runs.empty())
            return;
        const Run run = std::move(m_runs.front());
        m_runs.pop_front();
        m_changed.notify_all();
        lock.unlock();
        Result<void> decoded = decodeRun(decoder, run);
        lock.lock();
        if (!decoded && !m_error) {
            m_error = decoded.error();
            m_changed.notify_all();
        }
    }
}

Result<void> RunDecoder::finish()
{
    if (Result<void> closed = close(); !closed)
        return closed;
    {
        const std::scoped_lock lock(m_mutex);
        m_quit = true; // once the queue is empty
    }
    m_changed.notify_all();
    m_helpers.clear();
    return m_error ? Result<void>(*m_error) : Result<void>();
}

} // namespace convoy
