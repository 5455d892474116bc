// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace convoy {

/// Inflates what `deflateHuffman` makes, and nothing else: several of its blocks at once, because within one each code has
/// to wait for the one before. Takes half the time of a library that must expect anything.
class LiteralInflater
{
public:
    /// How many bytes may be read behind the end of the data.
    static constexpr size_t slack = 16;

    LiteralInflater();
    ~LiteralInflater();
    LiteralInflater(const LiteralInflater &) = delete;
    LiteralInflater &operator=(const LiteralInflater &) = delete;

    /// One call of `deflateHuffman`, `last` or not. False where these bytes do not inflate to exactly as many as `out` has,
    /// or are coded in another way.
    bool inflate(std::span<const std::uint8_t> coded, std::span<std::uint8_t> out, bool last);

private:
    class Stream;

    bool finishTogether(std::span<Stream> streams);

    std::unique_ptr<Stream[]> m_streams;
};

} // namespace convoy
