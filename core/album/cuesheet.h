// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QStringList>

#include <vector>

namespace convoy {

/// A place in one of the files of a cue sheet. A CD has 75 frames a second; of 588 samples at 44.1 kHz.
struct CuePlace {
    int file = 0; ///< in CueSheet::files
    qint64 frame = 0;

    bool operator==(const CuePlace &) const = default;
};

struct CueTrack {
    int number = 0;
    bool isAudio = true;
    bool hasPreEmphasis = false;
    std::optional<CuePlace> gap;   ///< INDEX 00: where the pause before the track starts
    std::optional<CuePlace> start; ///< INDEX 01
    qint64 silence = 0;            ///< PREGAP: frames that the disc has in front of it, and no file
    QMap<QString, QString> tags;   ///< as in MediaInfo::tags; only what the sheet says of this track

    bool operator==(const CueTrack &) const = default;
};

/// What a cue sheet says (CDRWIN's user guide, appendix; with the REM comments of EAC, foobar2000 and XLD).
struct CueSheet {
    QStringList files;           ///< as they are written; one empty name where there is no line FILE at all
    QList<int> bigEndianFiles;   ///< of them (MOTOROLA)
    QMap<QString, QString> tags; ///< of the whole disc
    /// What stands between a later FILE and its first track: instead of `tags` from that file on.
    QMap<int, QMap<QString, QString>> fileTags;
    std::vector<CueTrack> tracks;
    QStringList warnings; ///< translated sentences

    bool operator==(const CueSheet &) const = default;
};

/// The longest text that is read.
inline constexpr qint64 maximumCueBytes = 1 << 20;

/// Text of any encoding that cue sheets come in: with a byte order mark, UTF-16 without one, UTF-8, else what uchardet takes
/// it for.
QString decodeCueText(const QByteArray &bytes);

/// Reads a cue sheet. Forgiving where a person knows what is meant (lower case, missing quotes, unknown commands);
/// `damaged-input` where there is no track or the places make no sense. Parses untrusted text: for workers only.
Result<CueSheet> parseCueSheet(const QString &text);

} // namespace convoy
