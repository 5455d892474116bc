// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <stop_token>

namespace convoy {

/// What goes through the pipes between the process that has read a file and the one that has the graphics chip. Neither
/// trusts the other: every size is checked, and each waits for the other in turn, so that nothing piles up.
///
///   EncoderOrder                                       → EncoderAnswer, headers
///   PictureMark, the planes of a YUV 4:2:0 picture     → PacketMark, packet; …; PacketMark{-1}
///   PictureMark{isEnd}                                 → the same
namespace EncoderWire {

constexpr int32_t largestSide = 16384;
constexpr int32_t mostHeaderBytes = 1 << 16;

struct EncoderOrder {
    std::array<char, 32> name{}; ///< "h264_vaapi"
    int32_t width = 0;
    int32_t height = 0;
    std::array<int32_t, 2> pixelAspect{};
    std::array<int32_t, 2> frameRate{};
    std::array<int32_t, 5> color{}; ///< libav's range, primaries, transfer, matrix, place of chroma samples
    int32_t globalHeader = 0;
    double quality = 0;
};

struct EncoderAnswer {
    int32_t failed = 0;
    int32_t profile = 0;
    int32_t level = 0;
    int32_t headerBytes = 0;
};

struct PictureMark {
    int32_t isEnd = 0;
};

struct PacketMark {
    int32_t bytes = -1; ///< -1: no further packet for now; -2: the encoder failed
    int32_t isKey = 0;
};

} // namespace EncoderWire

/// Both ends of that, without blocking for good: until `stop`, or until the other has been silent for `patienceMs`.
class EncoderPipe
{
public:
    struct Ends {
        int in = -1;
        int out = -1;
    };
    EncoderPipe(Ends ends, std::stop_token stop, int patienceMs)
        : m_ends(ends),
          m_stop(std::move(stop)),
          m_patienceMs(patienceMs)
    {
    }

    /// Fails with `worker-crashed` where the other end is gone, with `timed-out` or `cancelled`.
    Result<void> send(const void *data, size_t size) const;
    Result<void> receive(void *data, size_t size) const;
    template <typename T>
    Result<void> send(const T &value) const
    {
        return send(&value, sizeof value);
    }
    template <typename T>
    Result<void> receive(T *value) const
    {
        return receive(value, sizeof *value);
    }

private:
    Result<void> wait(int fd, short what) const;

    Ends m_ends;
    std::stop_token m_stop;
    int m_patienceMs; ///< -1: for ever
};

} // namespace convoy
