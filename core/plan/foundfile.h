// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/mediainfo.h"
#include "core/plan/piece.h"
#include "core/plan/scan.h"

namespace convoy {

/// One file on its way in. `id` is the intake's own count from 1.
struct FoundFile {
    quint64 id = 0;
    ScannedFile scanned;
    MediaKind kind = MediaKind::Unknown; ///< by content
    QString formatId;
    std::optional<Piece> piece; ///< named by an index file; where it is cut is known when it is probed
};

/// Fills in what the first bytes say. `wantsContent`: one that cannot be read is refused.
void sniff(FoundFile &file, bool wantsContent);

/// What an index file names, at `path`; refused where that is not there.
FoundFile pieceOf(const InputFile &index, const ContainedFile &contained, const std::optional<Path> &path);

} // namespace convoy
