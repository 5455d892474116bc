// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/audio/base/audiotag.h"

namespace convoy {

/// What a file says beside its sound.
struct MusicTags {
    AudioTags tags;
    QList<QByteArray> pictures; ///< FLAC PICTURE blocks
    qint64 durationMs = 0;      ///< of the sound: where the last chapter ends
};

/// Writes tags, pictures and chapters into a whole Opus, MP3, Vorbis, M4A or WavPack file, as each format wants it (ID3v2.4,
/// MP4 atoms, Vorbis comments, APEv2). Tags of the same names are replaced, others stay. `fd` is open for reading and
/// writing.
Result<void> writeMusicTags(int fd, const QString &extension, const MusicTags &music);

} // namespace convoy
