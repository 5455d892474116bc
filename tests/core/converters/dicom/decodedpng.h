// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <png.h>

#include <cstdint>
#include <vector>

namespace convoy::test {

/// What libpng, the independent reader, makes of a PNG of eight bits; width 0 where it refuses.
struct DecodedPng {
    int width = 0;
    int height = 0;
    int channels = 0;
    int bits = 0;
    std::vector<int> samples;

    static DecodedPng of(const QByteArray &bytes)
    {
        DecodedPng result;
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        if (bytes.size() < 26 || !png_image_begin_read_from_memory(&image, bytes.constData(), size_t(bytes.size())))
            return result;
        result.bits = bytes.at(24);
        result.channels = image.format & PNG_FORMAT_FLAG_COLOR ? 3 : 1;
        image.format = result.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
        std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
        if (!png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr))
            return result;
        result.width = int(image.width);
        result.height = int(image.height);
        result.samples.assign(pixels.begin(), pixels.end());
        return result;
    }
};

} // namespace convoy::test
