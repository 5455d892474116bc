// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/base/audiotag.h"

namespace convoy {

struct Chapter {
    qint64 startMs = 0;
    qint64 endMs = 0;
    QString title;
};

/// As Vorbis comments have them: CHAPTER001 (hh:mm:ss.mmm) and, where there is a title, CHAPTER001NAME. Numbers are from 1.
AudioTags chapterTags(int number, qint64 startMs, const QString &title);

bool isChapterTag(const AudioTag &tag);

/// The chapters that the tags say, in order of time; each ends where the next one starts, the last at `durationMs`.
QList<Chapter> chaptersIn(const AudioTags &tags, qint64 durationMs);

} // namespace convoy
