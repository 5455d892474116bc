// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/png/pngpicture.h"

#include <QVariantMap>

#include <stop_token>

namespace convoy {

struct JpegControl {
    int quality = 90; ///< 1 … 100
    std::stop_token stop;
    std::function<void(double fraction)> progress; ///< may be empty
};

/// Writes a baseline JPEG (ITU-T T.81) of a grey or RGB picture of 8 bits to `fd`, with nothing in it but the resolution,
/// and returns facts for `verifyJpeg`.
Result<QVariantMap> writeJpeg(int fd, const PngPicture &picture, const PngRows &rows, const JpegControl &control);

/// Decodes the whole file and compares size, resolution and the mean levels of its parts.
Result<void> verifyJpeg(int fd, const PngPicture &picture, const QVariantMap &facts, const std::stop_token &stop,
                        const std::function<void(double fraction)> &progress);

} // namespace convoy
