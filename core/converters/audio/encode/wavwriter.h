// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/measure/measure.h"
#include "core/converters/converter.h"

namespace convoy {

/// What a WAV says beside its sound.
struct WavHeader {
    quint32 channelMask = 0;
    /// Behind the samples: in a LIST/INFO chunk, and in an ID3 tag where that says less than all.
    AudioTags tags;
    QList<QByteArray> pictures; ///< FLAC PICTURE blocks
};

/// Writes all of `source` to `fd` as WAV with the same samples; RF64 where that is more than 4 GiB. `measure` (may be
/// nullptr) gets all samples as well.
Result<void> writeWav(SampleSource &source, int fd, const WavHeader &wav, Measure *measure, const ConvertContext &context);

} // namespace convoy
