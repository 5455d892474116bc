// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>

#include <span>

namespace convoy {

/// What sort of thing a file is, and with it which worker may parse it.
enum class MediaKind : quint8 { Unknown, Dicom, Image, Video, Audio };

struct Format {
    QLatin1StringView id;   ///< stable name, as in `convoy-cli probe --json`
    QLatin1StringView name; ///< for people; a proper name, not translated
    MediaKind kind;
};

QLatin1StringView mediaKindName(MediaKind kind);
/// Translated word for a person ("DICOM", "picture", "video", "sound").
QString mediaKindLabel(MediaKind kind);

/// Every known format.
std::span<const Format> formats();

/// How many bytes from the start of a file `sniffFormat` may look at.
inline constexpr qsizetype sniffLength = 4096;

/// What a file is by its first bytes (at most `sniffLength` are read), never by its name alone. `fileName` only helps
/// where content says nothing: a DICOM file without preamble, raw streams.
/// Returns the format with kind Unknown and an empty id where nothing fits. Compares bytes only; parses nothing.
const Format &sniffFormat(QByteArrayView head, QByteArrayView fileName);

} // namespace convoy
