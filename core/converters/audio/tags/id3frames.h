// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/base/audiotag.h"

#include <taglib/id3v2tag.h>

namespace convoy {

/// Everything that the frames of a tag say but pictures and chapters, under the names that Picard gives it in Vorbis
/// comments. Takes the frames that TagLib has no names for out of it.
AudioTags readFrames(TagLib::ID3v2::Tag &tag);

/// The other way: frames instead of those that say the same.
void writeFrames(TagLib::ID3v2::Tag &target, const AudioTags &tags);

} // namespace convoy
