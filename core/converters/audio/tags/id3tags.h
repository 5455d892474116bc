// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/tags/musictags.h"

#include <taglib/id3v2tag.h>

namespace convoy {

/// Takes what an ID3v2.2, 2.3 or 2.4 tag says instead of what `tags` has under the same names, and adds its pictures as
/// PICTURE blocks. WAV and AIFF files carry one in an "id3 " chunk. Frames that make no sense are left out.
void readId3(const QByteArray &bytes, AudioTags &tags, QList<QByteArray> &pictures);

/// The pictures of a tag, as PICTURE blocks.
QList<QByteArray> id3Pictures(const TagLib::ID3v2::Tag &tag);

/// Replaces what `target` has under the same names, and adds pictures and chapters.
void fillId3(TagLib::ID3v2::Tag &target, const MusicTags &music);

/// A whole ID3v2.4 tag.
QByteArray id3Bytes(const MusicTags &music);

} // namespace convoy
