// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"
#include "core/converters/converterinfo.h"
#include "core/converters/mediainfo.h"

#include <QJsonObject>

#include <optional>

namespace convoy {

/// What is done with the pauses between tracks that a cue sheet marks (INDEX 00): they stay at the end of the track
/// before, go to the start of the track behind, or are left out. Image: no cutting, one output a file.
enum class CueRule : quint8 { Append, Prepend, Discard, Image };

/// "append", "prepend", "discard", "image": the choices of the option `cue_sheets`. Append for anything else.
CueRule cueRuleFromName(QStringView name);

/// A part of a file that an index file (cue sheet, DICOMDIR) names, as one thing to convert.
struct Piece {
    Path index;                  ///< the file that names it
    QByteArray stem;             ///< for {stem} of a name template; empty: that of the file
    QVariantMap options;         ///< option values for this piece only
    QMap<QString, QString> tags; ///< over the file's own, as in MediaInfo::tags

    bool operator==(const Piece &) const = default;
};

/// Which of the contents of an index are converted under a rule, and where they are cut (still in 1/75 s).
std::vector<ContainedFile> chosenContents(const std::vector<ContainedFile> &contents, CueRule rule);

/// Turns places in 1/75 s into samples (`cut_start`, `cut_end`) of a file with that sample rate, and puts the piece's
/// tags over those of the file. `damaged-input` where the piece lies behind the end of the file.
Result<void> settlePiece(Piece &piece, MediaInfo &info);

/// The piece as option values for that converter: its options, and its tags where the converter writes them.
/// `unsupported-format` where the converter cannot cut.
Result<QJsonObject> pieceOptions(const ConverterInfo &converter, const Piece &piece);

/// The file that an index beside it means: by its name, whatever its case, with another extension of a sound file, or
/// where it is the `only` one under the index's own name. Never outside the folder. Reads folders.
std::optional<Path> findContained(const Path &index, const QByteArray &relative, bool only);

} // namespace convoy
