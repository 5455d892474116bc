// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/mediasource.h"

#include <optional>

namespace convoy {

/// Moves to a place from which every picture from `timeUs` on (of the container's clock) can be decoded, wherever its
/// demuxer would have landed: those of transport and program streams know nothing of key frames. Returns the time of the
/// last key frame that is not after `timeUs`; nullopt where there is no picture or no such key frame, and reading goes on
/// from the start of the file. With `isProven`, some pictures are decoded to see that it is so: not every key frame can be
/// (pictures that build up over a second), and some containers do not say when theirs are shown.
std::optional<int64_t> seekBefore(const MediaSource &source, int64_t timeUs, const std::stop_token &stop, bool isProven);

} // namespace convoy
