// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"
#include "core/base/result.h"
#include "core/converters/mediainfo.h"

#include <QByteArray>

namespace convoy {

/// What the placeholders of a name template stand for. Values are bytes: names that are not UTF-8 pass through.
struct NameValues {
    Path input;
    QByteArray extension; ///< of the output
    int number = 0;       ///< place in the batch from 1
    MediaInfo info;
    QByteArray stem; ///< for {stem}; empty: that of `input`
};

/// A file's tags with the option values over them that a converter will write: what names are made of.
QMap<QString, QString> writtenTags(QMap<QString, QString> tags, const QVariantMap &options);

/// Whether a template can be used: known placeholders (`columns` of a job list too), balanced braces. `invalid-option`
/// names the placeholder.
Result<void> checkNameTemplate(QStringView nameTemplate, const QStringList &columns = {});

/// `{stem} {name} {ext} {parent} {n} {n:03} {date} {width} {height} {artist} {album} {title} {track:02} …` filled in.
/// Every value is made safe for a file name; only a literal `/` of the template makes a folder, and the result never
/// has an empty, "." or ".." component. Returns a relative path. `{frame}` stays open until the output is known:
/// withFrameNumber().
Result<Path> expandNameTemplate(QStringView nameTemplate, const NameValues &values);

/// Whether a stem from a template has a `{frame}` in it, and that stem for one output, counted from 1.
bool hasFrameNumber(const QByteArray &stem);
QByteArray withFrameNumber(QByteArray stem, size_t frame);

/// The name of a source without its extension: "track01" for "track01.cdda.wav" too, as rippers name what they read.
QByteArray sourceStem(const Path &input);

/// `name` as one safe path component on ext4, NTFS and exFAT, at most 255 bytes less `reserve`: separators, control
/// characters and <>:"|?* become "_", a leading dot or dash and trailing dots and spaces are guarded, device names too.
QByteArray safeFileName(QByteArray name, int reserve = 0);

} // namespace convoy
