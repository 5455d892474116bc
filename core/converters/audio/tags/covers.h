// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// A picture file as players know it.
struct CoverPicture {
    QByteArray mime; ///< empty where the file is none of JPEG, PNG, GIF, WebP
    int width = 0;   ///< pixels; 0 where unknown
    int height = 0;
    bool isInk = false;     ///< a JPEG for a printing press (CMYK), which players show in wrong colours or not at all
    bool isCut = false;     ///< its end is missing, as of half a download
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

/// The pictures to write: `keep_tags` keeps those of the `source`; `attachment` becomes the front cover where there is
/// none, or where it was named with its folder. Front covers beyond `cover_size` are made smaller. A sentence in `warnings`
/// where it is no picture or only a part of one.
QList<QByteArray> choosePictures(const ConvertRequest &request, const QList<QByteArray> &source, QStringList &warnings);

} // namespace convoy
