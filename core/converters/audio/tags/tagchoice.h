// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/base/audiotag.h"
#include "core/converters/option.h"

#include <QMap>

namespace convoy {

/// The tag options of the schema: option key and Vorbis comment name, in the order in which they are written.
struct TagOption {
    QLatin1StringView key;
    const char *name;
};
QList<TagOption> tagOptions();

/// Track number and title as file names of rippers say them: "track01.cdda.wav", "03 - So What.wav".
AudioTags guessTags(const QByteArray &path);

/// What to write: options where they are filled in, else what the source says (with `keep_tags`), else what its name
/// says. "; " stands between several artists, composers, genres; `tags` and `compilation` come last.
AudioTags chooseTags(const OptionValues &options, const AudioTags &source, const QByteArray &path);

/// Tags as a file of that kind says them: gains as R128_…_GAIN in Opus, which has no REPLAYGAIN_…, and the other way in all
/// others; what a comment is about in brackets behind it (as Picard does) where it is not ID3 that keeps it.
AudioTags tagsFor(const QString &extension, AudioTags tags);

/// For MediaInfo::tags: lower case, "track" for the track number, the first value of each.
QMap<QString, QString> tagMap(const AudioTags &tags);

} // namespace convoy
