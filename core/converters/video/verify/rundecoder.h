// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/libav/streamdecoder.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace convoy {

/// Decodes pictures to nothing, to learn whether they decode. What lies between two key frames (a run) needs no other
/// run where the codec has closed groups of pictures, as Theora has, so runs are shared out over the job's cores. The
/// deblocking filter is left out: it reads no bits.
class RunDecoder
{
public:
    RunDecoder(const AVStream *stream, const std::atomic<int> *threads);
    RunDecoder(const RunDecoder &) = delete;
    RunDecoder &operator=(const RunDecoder &) = delete;
    ~RunDecoder();

    /// Takes the packet's content. May wait for the decoders.
    Result<void> take(AVPacket *packet);
    Result<void> finish();

    /// After `finish`.
    qint64 frameCount() const { return m_frames; }
    int damagedPlaces() const { return m_damaged; }

private:
    using Run = std::vector<PacketPtr>;

    Result<void> close();
    Result<void> decodeRun(std::optional<StreamDecoder> &decoder, const Run &run);
    void work();
    int budget() const;

    const AVStream *m_stream;
    const std::atomic<int> *m_threads;
    Run m_open;
    std::optional<StreamDecoder> m_own; ///< while there is one core

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Run> m_runs;
    bool m_quit = false;
    std::optional<Error> m_error;
    std::atomic<qint64> m_frames = 0;
    std::atomic<int> m_damaged = 0;
    std::vector<std::jthread> m_helpers; ///< last: they end before what they use
};

} // namespace convoy
