// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace convoy {

inline constexpr std::array<std::uint8_t, 8> pngSignature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

inline void appendBigEndian(std::vector<std::uint8_t> &out, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        out.push_back(std::uint8_t(value >> shift));
}

/// Writes chunks to a descriptor from its present position, or with -1 only counts their bytes.
class PngChunkWriter
{
public:
    explicit PngChunkWriter(int fd) : m_fd(fd) {}

    Result<void> writeSignature();
    /// `type` has four letters.
    Result<void> write(const char *type, std::span<const std::uint8_t> data);
    qint64 bytes() const { return m_bytes; }

private:
    int m_fd;
    qint64 m_bytes = 0;
};

} // namespace convoy
