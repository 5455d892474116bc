// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/base/audiotag.h"

namespace convoy {

/// A metadata chunk larger than this is not read.
inline constexpr qint64 maximumInfoBytes = 1 << 20;

/// Tags in the content of a LIST chunk; none where it is no INFO list. Text is UTF-8 where it is valid, else Windows-1252.
AudioTags readInfoTags(const QByteArray &list);

/// A whole LIST chunk with the tags that have a name in it, in UTF-8; empty for none.
QByteArray infoChunk(const AudioTags &tags);

/// Whether infoChunk() says all of them, each value for itself.
bool isInfoEnough(const AudioTags &tags);

/// Description, originator and date of a Broadcast Wave `bext` chunk (EBU Tech 3285).
AudioTags readBroadcastTags(const QByteArray &chunk);

/// The marks of a `cue ` chunk as chapters (CHAPTER001=hh:mm:ss.mmm), in order of time.
AudioTags readCuePoints(const QByteArray &chunk, int sampleRate);

/// An ID3 tag larger than this is not read.
inline constexpr qint64 maximumId3Bytes = 16 << 20;

/// Bytes of unknown 8-bit encoding as text, without the NULs and blanks around it.
QString decodeTagText(const QByteArray &bytes);

} // namespace convoy
