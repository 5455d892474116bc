// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <cstdio>

namespace convoy {

/// How many bytes of a JPEG 2000 or PSD file its pixels have, by what its tables say: a file can be padded to any length.
/// `fileSize` of other formats and where the tables cannot be read.
qint64 pixelBytes(std::FILE *file, QLatin1StringView formatId, qint64 fileSize);

} // namespace convoy
