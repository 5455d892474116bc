// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/audiofile.h"

namespace convoy {

/// RIFF/WAVE (Microsoft, "Multimedia Programming Interface 1.0") and RF64/BW64 (EBU Tech 3306, ITU-R BS.2088).
Result<AudioFile> readWav(const RangeReader &reader, AudioContainer container);

/// Sony Wave64.
Result<AudioFile> readWave64(const RangeReader &reader);

} // namespace convoy
