// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/albumgroup.h"
#include "core/base/result.h"

#include <QVariantMap>

#include <optional>
#include <vector>

namespace convoy {

/// A FLAC that is compared with what it was made of.
struct VerifiedTrack {
    Path path;
    Path source;                ///< empty: none was found
    std::optional<Error> error; ///< one of the two cannot be read
    AlbumFile file;             ///< what its probe says
    int number = 0;             ///< on its disc; 0: not known
    int total = 0;
    QVariantMap facts;             ///< columns of compareAudio()
    std::optional<int> confidence; ///< people who have the same in AccurateRip; absent: not asked, or disc unknown

    bool isSame() const { return !error && facts.value(QStringLiteral("same")).toBool(); }
};

/// What is to be verified.
struct VerifyFiles {
    std::vector<VerifiedTrack> tracks; ///< with a source where one has the same name
    std::vector<Path> sources;         ///< that no track has taken by its name
};

/// The FLAC files of these paths, and their sources below `against`; where that is empty, beside them. Blocking.
VerifyFiles findVerifyFiles(const std::vector<Path> &paths, bool recursive, const Path &against);

} // namespace convoy
