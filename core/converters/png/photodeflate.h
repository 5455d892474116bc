// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace convoy {

/// How long to look for repetitions.
enum class PhotoSearch : std::uint8_t { Usual, Thorough };

/// Appends `data` to `out` as DEFLATE blocks (RFC 1951) of literals and repetitions of at least six bytes, those that take
/// fewer bits than their literals. zlib's strategy for filtered data takes much the same ones, but meets every shorter one
/// on its way there, which takes it most of its time. Results for consecutive data can be concatenated: they end on a byte
/// boundary. With `last` they end the stream.
void deflatePhoto(std::span<const std::uint8_t> data, PhotoSearch search, std::vector<std::uint8_t> &out, bool last = false);

/// How many bytes that takes, to a few, without writing them.
size_t deflatePhotoSize(std::span<const std::uint8_t> data, PhotoSearch search);

} // namespace convoy
