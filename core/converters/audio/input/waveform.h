// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/samplesource.h"
#include "core/converters/converter.h"

namespace convoy {

/// The loudness of the whole file from left to right: for each column of pixels the range of the samples in it.
Result<PreviewPicture> drawWaveform(SampleSource &source, int width, int height, const ConvertContext &context);

} // namespace convoy
