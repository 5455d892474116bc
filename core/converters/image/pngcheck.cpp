// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/pngcheck.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace convoy {

namespace {

std::uint32_t bigEndian(const unsigned char *bytes)
{
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
}

// ISO/IEC 15948, 5.3: the sum is over type and data. False where the file ends or, of a critical chunk, the sum is wrong.
bool isSoundChunk(std::FILE *file, std::uint32_t length, const unsigned char *type)
{
    std::array<unsigned char, 65536> block{};
    uLong sum = crc32(0, type, 4);
    for (std::uint32_t left = length; left > 0;) {
        const size_t size = std::min<size_t>(left, block.size());
        if (std::fread(block.data(), 1, size, file) != size)
            return false;
        sum = crc32(sum, block.data(), uInt(size));
        left -= std::uint32_t(size);
    }
    std::array<unsigned char, 4> stored{};
    if (std::fread(stored.data(), 1, stored.size(), file) != stored.size())
        return false;
    const bool critical = (type[0] & 0x20) == 0;
    return !critical || bigEndian(stored.data()) == sum;
}

} // namespace

bool hasSoundPngChunks(std::FILE *file)
{
    if (std::fseek(file, 8, SEEK_SET) != 0)
        return false;
    for (;;) {
        std::array<unsigned char, 8> head{};
        if (std::fread(head.data(), 1, head.size(), file) != head.size())
            return false;
        const std::uint32_t length = bigEndian(head.data());
        if (length > 0x7FFFFFFF || !isSoundChunk(file, length, &head[4]))
            return false;
        if (std::memcmp(&head[4], "IEND", 4) == 0)
            return true;
    }
}

} // namespace convoy
