// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/audiofile.h"

namespace convoy {

/// STREAMINFO, Vorbis comments and pictures of a FLAC file (RFC 9639, section 8). An ID3v2 tag in front is stepped over.
Result<AudioFile> readFlacHeader(const RangeReader &reader);

} // namespace convoy
