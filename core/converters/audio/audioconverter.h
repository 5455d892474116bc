// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// The converter `audio` (FLAC and WAV), which two families have: one that starts without libav, and one that also reads
/// what libav does.
const Converter &audioConverter();

} // namespace convoy
