// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/avhandle.h"

#include <vector>

namespace convoy {

/// The samples of a block of sound as floats from -1 to 1, channels in turn; false for a format that sound does not have.
bool interleaveSamples(const AVFrame *frame, std::vector<float> &to);

} // namespace convoy
