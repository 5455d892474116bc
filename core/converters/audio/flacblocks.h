// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/samplesource.h"
#include "core/converters/converter.h"

namespace convoy {

/// A picture file as players know it.
struct CoverPicture {
    QByteArray mime; ///< empty where the file is none of JPEG, PNG, GIF, WebP
    int width = 0;   ///< pixels; 0 where unknown
    int height = 0;
    QByteArray bytes;
};

/// Reads a picture file of at most 15 MiB; without MIME type where it is no picture.
CoverPicture readCover(const ConvertInput &input);

/// A PICTURE block of type 3, the front cover (RFC 9639, 8.8).
QByteArray pictureBlock(const CoverPicture &cover);

/// The type of a PICTURE block: 3 is the front cover.
quint32 pictureType(const QByteArray &block);

/// The picture inside a PICTURE block.
CoverPicture pictureOf(const QByteArray &block);

/// A CUESHEET block (RFC 9639, 8.7) of a cue sheet's text for one file. Empty where it cannot be said in one: several
/// files, times that do not fall on samples, an unknown length.
QByteArray cueSheetBlock(const QString &text, const SampleShape &shape);

/// The pictures to write: `keep_tags` keeps those of the source; `attachment` becomes the front cover where there is
/// none, or where it was named with its folder. A sentence in `warnings` where it is no picture.
QList<QByteArray> choosePictures(const ConvertRequest &request, const AudioFile &file, QStringList &warnings);

} // namespace convoy
