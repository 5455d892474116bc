// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/encode/flacwriter.h"
#include "core/converters/audio/encode/segmentencoder.h"
#include "core/converters/audio/measure/measure.h"
#include "core/converters/converter.h"

namespace convoy {

/// Encodes all of `source` into `writer`, on as many threads as `context` lends at every moment. The frames are the
/// ones that a single libFLAC encoder writes. The writer is left unfinished. `measure` (may be nullptr) gets
/// all samples as well.
Result<void> encodeFlac(SampleSource &source, FlacWriter &writer, FlacEffort effort, Measure *measure,
                        const ConvertContext &context);

} // namespace convoy
