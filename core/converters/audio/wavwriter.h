// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/samplesource.h"
#include "core/converters/converter.h"

namespace convoy {

/// Writes all of `source` to `fd` as WAV with the same samples; RF64 where that is more than 4 GiB.
Result<void> writeWav(SampleSource &source, int fd, quint32 channelMask, const ConvertContext &context);

} // namespace convoy
