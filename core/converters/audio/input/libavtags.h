// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/audiofile.h"
#include "core/converters/libav/avhandle.h"

namespace convoy {

/// Fills in tags, pictures and chapters of coded sound: as TagLib reads them, and of what only libav knows as that has
/// them, which is one value of each name and no type of a picture. `fd` is that of the file.
void readLibavTags(int fd, const AVFormatContext *context, const AVStream *stream, AudioFile &file);

} // namespace convoy
