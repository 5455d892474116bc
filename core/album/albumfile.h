// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/albumdata.h"
#include "core/base/path.h"
#include "core/base/result.h"

namespace convoy {

/// The text of an album file: a JSON object ({"artist", "title", "year", "genre", "tracks": […]}, a track being a title
/// or an object), a CSV table with names in its first row, or one title a line. `invalid-option` says what is wrong.
Result<AlbumData> parseAlbum(const QByteArray &bytes);

/// Reads such a file. Blocking.
Result<AlbumData> readAlbumFile(const Path &file);

/// One title a line, as copied from a page: numbers in front and times behind are taken off where every line has them.
AlbumData parseTitleList(const QString &text);

} // namespace convoy
