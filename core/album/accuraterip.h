// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/disctoc.h"
#include "core/base/result.h"

namespace convoy {

/// What AccurateRip knows a disc by.
struct AccurateRipId {
    int tracks = 0;
    quint32 sum = 0;     ///< of the offsets
    quint32 product = 0; ///< of the offsets, each times its track number
    quint32 cddb = 0;    ///< as freedb counts

    /// Where its file is below the database: "c/b/a/dBAR-012-….bin".
    QString path() const;
    bool operator==(const AccurateRipId &) const = default;
};
AccurateRipId accurateRipId(const DiscToc &toc);

/// One submission of a track: its checksum (of either version) and how many people had it.
struct AccurateRipEntry {
    quint32 checksum = 0;
    int confidence = 0;

    bool operator==(const AccurateRipEntry &) const = default;
};
/// For each track of a disc what the database knows.
using AccurateRipTracks = std::vector<std::vector<AccurateRipEntry>>;

/// Reads a file of the database. Pressings of other discs in it are left out; `damaged-input` where it is cut short.
Result<AccurateRipTracks> parseAccurateRip(const QByteArray &bytes, const AccurateRipId &id);

/// How many people had one of these checksums; 0 for none.
int accurateRipConfidence(const std::vector<AccurateRipEntry> &known, quint32 checksum);

} // namespace convoy
