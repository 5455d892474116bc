// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/albumdata.h"
#include "core/base/result.h"

namespace convoy {

/// One release that fits a disc.
struct Release {
    QString id;            ///< of MusicBrainz
    QString summary;       ///< for people to choose by: artist, title, year, country, label
    bool hasCover = false; ///< in the Cover Art Archive
    AlbumData album;

    bool operator==(const Release &) const = default;
};

/// The releases in an answer of the web service (https://musicbrainz.org/doc/MusicBrainz_API, /ws/2/discid). `discId`
/// says which disc of a set is meant, `tracks` how many it has. The answer is untrusted: anything unexpected is left out.
Result<std::vector<Release>> parseReleases(const QByteArray &json, const QString &discId, int tracks);

} // namespace convoy
