// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/audiofile.h"

namespace convoy {

/// AIFF 1.3 and AIFF-C with plain samples (NONE, twos, sowt, raw, fl32, fl64, in24, in32).
Result<AudioFile> readAiff(const RangeReader &reader);

} // namespace convoy
