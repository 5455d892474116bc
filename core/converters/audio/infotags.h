// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/audiofile.h"

namespace convoy {

/// A metadata chunk larger than this is not read.
inline constexpr qint64 maximumInfoBytes = 1 << 20;

/// Tags in the content of a LIST chunk; none where it is no INFO list. Text is UTF-8 where it is valid, else Windows-1252.
AudioTags readInfoTags(const QByteArray &list);

/// Description, originator and date of a Broadcast Wave `bext` chunk (EBU Tech 3285).
AudioTags readBroadcastTags(const QByteArray &chunk);

/// Bytes of unknown 8-bit encoding as text, without the NULs and blanks around it.
QString decodeTagText(const QByteArray &bytes);

} // namespace convoy
