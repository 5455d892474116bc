// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fasthash.h"
#include "core/base/result.h"
#include "core/converters/png/literalinflate.h"
#include "core/converters/png/pngpacking.h"
#include "core/converters/png/pngpicture.h"
#include "core/converters/png/pngunfilter.h"

#include <isa-l.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace convoy {

/// `verification-failed`; `detail` says what is wrong.
Error wrongPng(const QString &detail);

/// Turns the stream of all IDAT chunks into rows and hashes their pixels.
class PixelHasher
{
public:
    PixelHasher(const PngPicture &picture, const PngPicture &stored, const std::vector<std::uint32_t> &palette);

    Result<void> add(std::uint8_t *data, size_t size);
    /// A whole chunk as `writePng` makes it of noise, with room behind it to read. All chunks are added in the same way.
    Result<void> addLiterals(std::span<const std::uint8_t> data);
    Result<QByteArray> finish();

private:
    Result<void> hashRows(size_t count);
    size_t wantedBytes() const { return std::min(m_bandRows, m_rowsLeft) * m_stride; }

    const PngPicture m_picture; ///< as stored
    size_t m_stride;
    size_t m_bandRows;
    std::vector<std::uint8_t> m_rows; ///< the last row of the band before, then a band, each behind its filter's number
    PngUnfilter m_unfilter;
    size_t m_filled = 0;
    size_t m_rowsLeft = size_t(m_picture.height);
    inflate_state m_inflate;
    bool m_hasEnded = false; ///< what was inflated, checksum and all
    std::unique_ptr<LiteralInflater> m_literals;
    std::uint32_t m_adler = 1;
    std::optional<PngUnpacker> m_unpacker;
    std::vector<std::uint8_t> m_unpacked;
    FastHash m_hash;
};

} // namespace convoy
