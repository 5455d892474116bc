// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/video/encode/outputformat.h"

namespace convoy::test {

/// The row of an encoder that stands for a graphics chip's.
constexpr PictureCodec pretendedCodec(const char *encoder, const char *pixelFormats, const char *settings = nullptr)
{
    return {.option = nullptr,
            .encoder = encoder,
            .pixelFormats = pixelFormats,
            .settings = settings,
            .factorName = "crf",
            .factorAtZero = 35,
            .factorPerStep = -2,
            .sharesChunks = false,
            .evenSize = true,
            .wholeAtEnd = false,
            .leastWidth = 1,
            .leastHeight = 1,
            .isHardware = true};
}

} // namespace convoy::test
