// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace convoy {

/// The words of one line of a cue sheet: `"a b"` is one word, and a missing closing quote ends with the line.
QStringList cueWords(QStringView line);

/// What follows the first `skipped` words: with or without quotes, and with quotes inside as some writers leave them.
QString cueValue(QStringView line, int skipped);

struct CueFileLine {
    QString name;
    QString type; ///< in upper case; empty where none is given
};

/// What a line FILE says. Names may stand without quotes and have spaces; the type may be missing or be any word.
CueFileLine cueFileLine(QStringView line);

/// mm:ss:ff in frames of 1/75 s, with any number of digits each; mm:ss; or frames alone, as some players write.
std::optional<qint64> cueTime(const QString &text);

} // namespace convoy
