// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"
#include "core/base/result.h"

#include <QByteArray>

#include <sys/types.h>

namespace convoy {

/// All bytes of a file of settings or a list. What has more than 256 MiB is none; `invalid-option` for it, and where the
/// system says no. QFile would rewrite a name that is not UTF-8, and a stream throws where it is a folder.
Result<QByteArray> readWholeFile(const Path &file);

/// The same of an open file, from where it stands; `name` is for people.
Result<QByteArray> readWholeFile(int fd, const QString &name);

/// As many bytes as there are from `offset` on, however few one call gives; -1 where the system says no (errno).
ssize_t readAt(int fd, void *out, size_t size, qint64 offset);
/// The first bytes, at most `most`; null where the system says no (errno).
QByteArray readHead(int fd, qsizetype most);

/// Writes everything, however little one call takes; waits for a stream that somebody has made non-blocking. False where
/// the system says no (errno).
bool writeAll(int fd, QByteArrayView bytes);
/// The same into a file from `offset` on; its own place in the file stays.
bool writeAt(int fd, const void *bytes, size_t size, qint64 offset);

/// Makes the folder where it is missing; `output-unwritable` with that message where nothing could be written into it.
Result<void> makeWritableFolder(const Path &folder, const QString &message);

} // namespace convoy
