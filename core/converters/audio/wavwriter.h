// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/measure.h"
#include "core/converters/converter.h"

namespace convoy {

/// Writes all of `source` to `fd` as WAV with the same samples; RF64 where that is more than 4 GiB. `measure`
/// (may be nullptr) gets all samples as well.
Result<void> writeWav(SampleSource &source, int fd, quint32 channelMask, Measure *measure, const ConvertContext &context);

} // namespace convoy
