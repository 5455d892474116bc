// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/rle.h"

#include <QtEndian>

#include <algorithm>

namespace convoy {

namespace {

constexpr size_t headerBytes = 64;
constexpr size_t mostSegments = 15;

/// One segment is one byte of every sample. Returns how many of `count` bytes there were.
size_t decodeSegment(std::span<const std::uint8_t> data, size_t count, size_t step, std::uint8_t *out)
{
    size_t done = 0;
    size_t at = 0;
    while (done < count && at < data.size()) {
        const auto control = std::int8_t(data[at++]);
        if (control >= 0) {
            const size_t length = std::min({size_t(control) + 1, count - done, data.size() - at});
            for (size_t i = 0; i < length; ++i)
                out[(done + i) * step] = data[at + i];
            at += length;
            done += length;
        } else if (control != -128 && at < data.size()) {
            const size_t length = std::min(size_t(1 - control), count - done);
            const std::uint8_t value = data[at++];
            for (size_t i = 0; i < length; ++i)
                out[(done + i) * step] = value;
            done += length;
        }
    }
    return done;
}

} // namespace

RleResult decodeRle(std::span<const std::uint8_t> data, const RleLayout &layout, std::uint8_t *out)
{
    const auto bytes = size_t(layout.bytesPerSample);
    const size_t step = bytes * size_t(layout.samples);
    if (data.size() < headerBytes || qFromLittleEndian<quint32>(data.data()) != step || step > mostSegments)
        return {};
    RleResult result{true, true};
    for (size_t segment = 0; segment < step; ++segment) {
        const size_t begin = qFromLittleEndian<quint32>(data.data() + 4 * (segment + 1));
        const size_t next = segment + 1 < step ? qFromLittleEndian<quint32>(data.data() + 4 * (segment + 2)) : data.size();
        const size_t end = std::min(next, data.size());
        if (begin < headerBytes || begin > end)
            return {};
        // The first segment of a sample holds its highest byte.
        const size_t sample = segment / bytes;
        const size_t byte = bytes - 1 - segment % bytes;
        if (decodeSegment(data.subspan(begin, end - begin), layout.pixels, step, out + sample * bytes + byte)
            < layout.pixels)
            result.complete = false;
    }
    return result;
}

} // namespace convoy
