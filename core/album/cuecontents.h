// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/cuesheet.h"
#include "core/converters/mediainfo.h"

namespace convoy {

/// The pieces that a cue sheet names, for MediaInfo::contents: each track with the places that Intake cuts at
/// (core/plan/piece.h), and each file as a whole. `onlyFile`: the sheet is embedded in that file and means no other.
std::vector<ContainedFile> cueContents(const CueSheet &sheet, const QString &text, const QByteArray &onlyFile = {});

/// What a probe says of a cue sheet. One without any line FILE means the sound file that is named as `path`, its own, is.
Result<MediaInfo> probeCueSheet(const QByteArray &bytes, const QByteArray &path = {});

} // namespace convoy
