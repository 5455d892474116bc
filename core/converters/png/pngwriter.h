// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/png/pngstrategy.h"

#include <QByteArray>

#include <atomic>
#include <stop_token>
#include <vector>

namespace convoy {

/// A further chunk, written between the header and the pixels.
struct PngChunk {
    const char *type; ///< four letters
    std::vector<std::uint8_t> data;
};

struct PngControl {
    PngEffort effort = PngEffort::Balanced;
    std::stop_token stop;
    std::function<void(double fraction)> progress; ///< may be empty; called from the calling thread
    const std::atomic<int> *threads = nullptr;     ///< cores to use now; nullptr is one
    std::vector<PngChunk> chunks = {};             ///< `verifyPng` refuses files that have any
    /// How to write the pictures of a series: the first fills it, and only the first may do so at a time.
    std::optional<PngStrategy> *strategy = nullptr;
};

/// Writes a PNG (ISO/IEC 15948) of the chunks IHDR, pHYs, those of `control`, PLTE, IDAT and IEND, packed where that is
/// smaller (`pngpacking.h`), to `fd` from its present
/// position, and returns the 128-bit XXH3 of the pixels' bytes, for `verifyPng`. Memory is bounded by some bands of the
/// picture, except for flat pictures up to 24 MiB.
Result<QByteArray> writePng(int fd, const PngPicture &picture, const PngRows &rows, const PngControl &control);

} // namespace convoy
