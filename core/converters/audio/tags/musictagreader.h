// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/tags/musictags.h"

namespace convoy {

/// What the tags of MP3, MP4, Ogg, WavPack, Monkey's Audio, Musepack, True Audio and Windows Media files say, with every
/// value and picture. Nothing of other files. `fd` is open for reading and not moved.
MusicTags readMusicTags(int fd);

} // namespace convoy
