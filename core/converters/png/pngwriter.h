// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/png/pngstrategy.h"

#include <QByteArray>

#include <atomic>
#include <stop_token>

namespace convoy {

struct PngControl {
    PngEffort effort = PngEffort::Balanced;
    std::stop_token stop;
    std::function<void(double fraction)> progress;  ///< may be empty; called from the calling thread
    const std::atomic<int> *threads = nullptr;      ///< cores to use now; nullptr is one
    std::optional<PngStrategy> strategy;            ///< of a picture like this one; else one is chosen
};

struct PngWritten {
    QByteArray hash;      ///< 128-bit XXH3 of the pixels' bytes
    PngStrategy strategy; ///< for the next picture of a series
};

/// Writes a PNG (ISO/IEC 15948) of the chunks IHDR, pHYs, IDAT and IEND to `fd` from its present position. `verifyPng`
/// takes the hash. Memory is bounded by some bands of the picture, except for flat pictures up to 64 MiB.
Result<PngWritten> writePng(int fd, const PngPicture &picture, const PngRows &rows, const PngControl &control);

} // namespace convoy
