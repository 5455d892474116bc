// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace convoy {

struct CueSheet;

/// The tag, as in MediaInfo::tags, of a command (`TITLE …`) of a cue sheet; empty where it is none.
QString cueCommandTag(const QString &command);

/// The tag of a comment (`REM DATE …`).
QString cueRemarkTag(const QString &name);

/// Inserts the value as it is kept: codes without hyphens, "2/5" as two numbers. What is nothing but zeros, as rippers write
/// for a code that a disc does not have, is left out.
void insertCueTag(QMap<QString, QString> &tags, const QString &tag, const QString &value);

/// Whether that is not the name of an artist but says that there are many.
bool isVariousArtists(const QString &artist);

/// "Who - What" in every title of a sheet by many artists becomes artist and title.
void splitCueTitles(CueSheet &sheet);

} // namespace convoy
