// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/png/pngpicture.h"

#include <QByteArray>

#include <stop_token>

namespace convoy {

struct TiffControl {
    bool deflate = true;
    PngEffort effort = PngEffort::Balanced;
    std::stop_token stop;
    std::function<void(double fraction)> progress; ///< may be empty
};

/// Writes a TIFF of strips of a grey or RGB picture of 8 or 16 bits to `fd`, with nothing in it but the resolution, and
/// returns the hash of its pixels for `verifyTiff`.
Result<QByteArray> writeTiff(int fd, const PngPicture &picture, const PngRows &rows, const TiffControl &control);

/// Decodes the whole file and compares size, resolution and pixels.
Result<void> verifyTiff(int fd, const PngPicture &picture, const QByteArray &hash, const std::stop_token &stop,
                        const std::function<void(double fraction)> &progress);

} // namespace convoy
