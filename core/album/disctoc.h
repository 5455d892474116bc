// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/mediainfo.h"
#include "core/plan/cuekeys.h"

#include <QList>
#include <QString>

namespace convoy {

/// Where the first track of most discs starts, in frames: after two seconds.
inline constexpr int leadInFrames = 150;

/// The table of contents of an audio CD, in frames of 1/75 s from the start of the disc: the first track of most discs
/// starts at 150.
struct DiscToc {
    QList<int> offsets; ///< one a track, in order; track numbers are from 1
    int leadOut = 0;    ///< where the last track ends
    int dataStart = 0;  ///< of an enhanced CD: where the data behind the sound starts; 0 for none
    int dataEnd = 0;    ///< and where they end, and the disc

    bool isEmpty() const { return offsets.isEmpty(); }
    bool operator==(const DiscToc &) const = default;
};

/// The table of contents of tracks that follow each other, whose lengths are in frames. Empty for none, for more than 99
/// tracks and for lengths that no disc has. `pause`: frames of a hidden track in front of the first.
DiscToc tocFromLengths(const QList<qint64> &frames, qint64 pause = 0);

/// The same from what a cue sheet names (its tracks with CueKey::start) and the length of each of its files.
DiscToc tocFromCue(const std::vector<ContainedFile> &contents, const QMap<QByteArray, qint64> &frames);

/// The table of contents in the log of a ripper: EAC, XLD and others print it with columns between bars,
/// whipper with a line for each number.
/// Data behind the sound are known by the pause between sessions. Empty where there is none. Parses untrusted text: for
/// workers only.
DiscToc tocFromLog(const QString &text);

/// https://musicbrainz.org/doc/Disc_ID_Calculation
QString musicBrainzDiscId(const DiscToc &toc);

/// "1+12+267257+150+…": for a fuzzy lookup. Tracks with sound only.
QString tocParameter(const DiscToc &toc);

/// The same with the data of an enhanced CD behind it: a whole table of contents in one word.
QString tocText(const DiscToc &toc);
/// The other way; empty where the text makes no sense.
DiscToc tocFromText(const QString &text);

} // namespace convoy
