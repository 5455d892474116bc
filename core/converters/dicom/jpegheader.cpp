// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/jpegheader.h"

#include <cstddef>

namespace convoy {

namespace {

bool isFrameHeader(std::uint8_t marker)
{
    // SOF0 … SOF15 without DHT (C4), JPG (C8) and DAC (CC); F7 is JPEG-LS.
    const bool sof = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    return sof || marker == 0xf7;
}

} // namespace

std::optional<JpegHeader> readJpegHeader(std::span<const std::uint8_t> data)
{
    const auto word = [&data](size_t at) { return data[at] << 8 | data[at + 1]; };
    size_t at = 2;
    while (at + 10 <= data.size()) {
        if (data[at] != 0xff)
            return std::nullopt;
        const std::uint8_t marker = data[at + 1];
        if (marker == 0xff) { // a fill byte
            ++at;
            continue;
        }
        if (isFrameHeader(marker))
            return JpegHeader{data[at + 4], word(at + 7), word(at + 5), data[at + 9]};
        at += 2 + static_cast<size_t>(word(at + 2));
    }
    return std::nullopt;
}

} // namespace convoy
