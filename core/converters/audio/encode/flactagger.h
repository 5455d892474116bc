// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/audiofile.h"

namespace convoy {

/// Adds `tags` to a whole FLAC file in place: they go where its padding is, and nothing moves. `internal` where there is
/// not enough of it. `fd` is open for reading and writing.
Result<void> addFlacTags(int fd, const AudioTags &tags);

} // namespace convoy
