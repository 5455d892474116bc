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
    bool isInk = false;     ///< a JPEG for a printing press (CMYK), which players show in wrong colours or not at all
    QByteArray description; ///< UTF-8
    QByteArray bytes;
};

/// Reads a picture file of at most 15 MiB; without MIME type where it is no picture.
CoverPicture readCover(const ConvertInput &input);

/// The same of bytes in memory.
CoverPicture measureCover(const QByteArray &bytes);

inline constexpr quint32 frontCover = 3;

/// A PICTURE block (RFC 9639, 8.8).
QByteArray pictureBlock(const CoverPicture &cover, quint32 type = frontCover);

/// The type of a PICTURE block: 3 is the front cover.
quint32 pictureType(const QByteArray &block);

/// The picture inside a PICTURE block.
CoverPicture pictureOf(const QByteArray &block);

/// A CUESHEET block (RFC 9639, 8.7) of a cue sheet's text for one file. Empty where it cannot be said in one: several
/// files, times that do not fall on samples, an unknown length.
QByteArray cueSheetBlock(const QString &text, const SampleShape &shape);

/// APPLICATION blocks "riff" or "aiff" with everything of a WAV or AIFF file but its samples, as `flac
/// --keep-foreign-metadata` has them; none where `keep_foreign` does not ask for it or it makes no sense. Chunks beyond 16
/// MiB get a sentence in `warnings`.
QList<QByteArray> foreignBlocks(const RangeReader &reader, const OptionValues &options, const AudioFile &file,
                                QStringList &warnings);

/// The pictures to write: `keep_tags` keeps those of the source; `attachment` becomes the front cover where there is
/// none, or where it was named with its folder. Front covers beyond `cover_size` are made smaller. A sentence in `warnings`
/// where it is no picture.
QList<QByteArray> choosePictures(const ConvertRequest &request, const AudioFile &file, QStringList &warnings);

} // namespace convoy
