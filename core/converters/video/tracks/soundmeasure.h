// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"
#include "core/converters/libav/mediawriter.h"
#include "core/converters/video/encode/outputformat.h"

#include <optional>
#include <vector>

namespace convoy {

/// How loud a track is, by EBU R 128 (ITU-R BS.1770-4).
struct Loudness {
    double lufs = 0;     ///< integrated
    double truePeak = 0; ///< dBTP of the loudest channel
};

/// Decibels that bring sound of that loudness to `lufs` without its true peak going above -1 dBTP (EBU R 128, 5).
double gainTo(double lufs, const Loudness &measured);

struct MeasureRequest {
    int fd = -1;
    QByteArray path;
    TimeRange range;
    std::vector<int> streams;          ///< indices in the source
    const SoundCodec *codec = nullptr; ///< that they will be encoded with
};

/// The first of two passes: decodes the sound tracks of a part of a file. One answer a stream, in order; nothing for
/// silence and what cannot be measured.
Result<std::vector<std::optional<Loudness>>> measureSound(const MeasureRequest &request, const ConvertContext &context,
                                                          const std::function<void(double)> &progress);

} // namespace convoy
