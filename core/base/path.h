// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <filesystem>

namespace convoy {

/// A path is bytes from end to end: std::filesystem::path keeps them as they are on disk.
/// Never go through QString, QUrl or QDir to open a file: those rewrite names that are not valid UTF-8.
using Path = std::filesystem::path;

inline Path toPath(const QByteArray &bytes)
{
    return Path(bytes.toStdString());
}
inline Path toPath(const QString &text)
{
    return toPath(text.toUtf8());
}
inline QByteArray toBytes(const Path &path)
{
    return QByteArray::fromStdString(path.native());
}

/// Whether the character turns round the direction of what is written behind it (Unicode's embeddings and isolates).
inline bool turnsWriting(QChar c)
{
    return (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
}

/// For people to read: invalid UTF-8 and control characters become U+FFFD.
QString displayName(const Path &path);

/// Whether `displayName` loses nothing, so that the text can be used to find the file again.
bool isText(const Path &path);

/// `file:` URL (RFC 8089) of an absolute path; every byte that is not unreserved is percent-encoded.
QString fileUrl(const Path &path);

/// The absolute, lexically normal path; symbolic links are kept.
Path absolutePath(const Path &path);

/// A file of Convoy: `built` where it is there, else `installed`; both are relative to the folder of this program.
Path ownFile(const Path &built, const Path &installed);

/// What `variable` names or, by default, `fallback` in the home folder (XDG Base Directory specification).
Path xdgFolder(const char *variable, const char *fallback);

} // namespace convoy
