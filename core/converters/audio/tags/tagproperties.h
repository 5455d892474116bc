// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/base/audiotag.h"

#include <taglib/tpropertymap.h>

namespace convoy {

TagLib::String tagLibText(const QString &text);
TagLib::ByteVector tagLibBytes(const QByteArray &bytes);
QByteArray fromTagLib(const TagLib::ByteVector &bytes);

/// What TagLib has read of any format, under the names of Vorbis comments; "3/12" is a number and a total. Without what is
/// true of the container, of its encoder or for one player only.
AudioTags fromProperties(const TagLib::PropertyMap &map);

/// What players call a tag in ID3v2 and MP4 where its letters count, as in "MusicBrainz Album Id"; else the name itself.
QByteArray playersName(const QByteArray &name);

/// Those of `more` whose names `tags` does not have.
void addMissing(AudioTags &tags, const AudioTags &more);

/// `tags` instead of what `map` has under the same names.
void replaceProperties(TagLib::PropertyMap &map, const AudioTags &tags);

/// The same for ID3v2, MP4 and APE: number and total in one place, and one name where Vorbis comments are known by several.
void replaceJoinedProperties(TagLib::PropertyMap &map, const AudioTags &tags);

} // namespace convoy
