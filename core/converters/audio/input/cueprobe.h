// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/audiofile.h"
#include "core/converters/mediainfo.h"

namespace convoy {

/// What a cue sheet names; nullopt where the file is none.
std::optional<Result<MediaInfo>> probeCue(const RangeReader &reader, const QByteArray &path);

/// The disc's table of contents in the log of a ripper, as the tag "toc"; nullopt where the file is not named so.
std::optional<Result<MediaInfo>> probeLog(const RangeReader &reader, const QByteArray &path);

/// The tracks of a FLAC with a cue sheet in it: in the comment CUESHEET, or in a block of its own (RFC 9639, 8.7).
/// Empty where it has none, or one that makes no sense, or with a single track.
std::vector<ContainedFile> embeddedTracks(const AudioFile &file, const QByteArray &path);

} // namespace convoy
