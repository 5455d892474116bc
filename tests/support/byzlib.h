// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zlib.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace convoy::test {

/// What zlib, an independent reader, makes of DEFLATE without a header; nothing where it finds fault with it, or where
/// it is not `size` bytes or goes on after its end.
inline std::optional<std::vector<std::uint8_t>> byZlib(const std::vector<std::uint8_t> &coded, size_t size)
{
    std::vector<std::uint8_t> out(size + 1);
    z_stream stream{};
    inflateInit2(&stream, -MAX_WBITS);
    stream.next_in = const_cast<Bytef *>(coded.data());
    stream.avail_in = static_cast<uInt>(coded.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    const int status = inflate(&stream, Z_FINISH);
    const bool right = status == Z_STREAM_END && stream.avail_in == 0 && stream.total_out == size;
    inflateEnd(&stream);
    out.resize(size);
    return right ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace convoy::test
