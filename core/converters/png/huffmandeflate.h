// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace convoy {

/// Appends `data` to `out` as DEFLATE blocks (RFC 1951) of literals and long runs of one byte, without any other search
/// for matches: on the residuals of a noisy picture a match search finds nothing and takes most of the time.
/// Results for consecutive data can be concatenated: they end on a byte boundary. With `last` they end the stream.
void deflateHuffman(std::span<const std::uint8_t> data, std::vector<std::uint8_t> &out, bool last = false);

/// How many of `left` bytes the next block holds.
size_t deflateBlockBytes(size_t left);

/// How many bytes a stream of `data` takes, to a few, without writing it.
size_t deflateHuffmanSize(std::span<const std::uint8_t> data);

/// Ends a stream of blocks on a byte boundary.
void endDeflate(std::vector<std::uint8_t> &out);

} // namespace convoy
