// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <png.h>

#include <cstdint>
#include <vector>

namespace convoy::test {

/// What libpng, the independent reader, makes of a PNG of at most eight bits; width 0 where it refuses. Pictures without
/// colour have one channel, however they are stored.
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
        image.format = PNG_FORMAT_RGB;
        std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
        if (!png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr))
            return result;
        result.channels = 1;
        for (size_t i = 0; i < pixels.size() && result.channels == 1; i += 3)
            result.channels = pixels[i] == pixels[i + 1] && pixels[i] == pixels[i + 2] ? 1 : 3;
        for (size_t i = 0; i < pixels.size(); i += result.channels == 3 ? 1 : 3)
            result.samples.push_back(pixels[i]);
        result.width = int(image.width);
        result.height = int(image.height);
        return result;
    }
};

} // namespace convoy::test
