// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/jpegheader.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace convoy {

namespace {

bool isFrameHeader(std::uint8_t marker)
{
    // SOF0 … SOF15 without DHT (C4), JPG (C8) and DAC (CC); F7 is JPEG-LS.
    const bool sof = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    return sof || marker == 0xf7;
}

/// What an application marker says about the colours. Adobe's is the surer one.
void readApplication(std::uint8_t marker, std::span<const std::uint8_t> body, bool &jfif, std::optional<bool> &adobe)
{
    constexpr size_t transformAt = 11;
    if (marker == 0xe0 && body.size() >= 5 && std::memcmp(body.data(), "JFIF", 5) == 0)
        jfif = true;
    if (marker == 0xee && body.size() > transformAt && std::memcmp(body.data(), "Adobe", 5) == 0)
        adobe = body[transformAt] != 0;
}

bool isNamedRgb(std::span<const std::uint8_t> components)
{
    return components.size() >= 9 && components[0] == 'R' && components[3] == 'G' && components[6] == 'B';
}

} // namespace

std::optional<JpegHeader> readJpegHeader(std::span<const std::uint8_t> data)
{
    const auto word = [&data](size_t at) { return data[at] << 8 | data[at + 1]; };
    bool jfif = false;
    std::optional<bool> adobe;
    size_t at = 2;
    while (at + 10 <= data.size()) {
        if (data[at] != 0xff)
            return std::nullopt;
        const std::uint8_t marker = data[at + 1];
        if (marker == 0xff) { // a fill byte
            ++at;
            continue;
        }
        if (isFrameHeader(marker)) {
            JpegHeader header{data[at + 4], word(at + 7), word(at + 5), data[at + 9], marker == 0xc3, marker <= 0xc2};
            if (adobe)
                header.ybr = adobe;
            else if (jfif)
                header.ybr = true;
            else if (isNamedRgb(data.subspan(at + 10)))
                header.ybr = false;
            return header;
        }
        const auto length = size_t(word(at + 2));
        readApplication(marker, data.subspan(at + 4, std::min(data.size() - at - 4, std::max<size_t>(length, 2) - 2)), jfif,
                        adobe);
        at += 2 + length;
    }
    return std::nullopt;
}

} // namespace convoy
