// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <vector>

namespace convoy {

/// Tags under their names in MediaInfo::tags: "artist", "album", "title", "track" …
using TagMap = QMap<QString, QString>;

struct AlbumTrack {
    int disc = 0;   ///< 0: the only one
    int number = 0; ///< on its disc, from 1
    TagMap tags;    ///< of this track only

    bool operator==(const AlbumTrack &) const = default;
};

/// What is known of an album: the same for all its tracks, and of each.
struct AlbumData {
    TagMap tags;
    std::vector<AlbumTrack> tracks;

    bool operator==(const AlbumData &) const = default;
};

/// What an album says of each of some files, by the tags that are known of them: by disc and track number, else by their
/// order where there are as many files as tracks. Where neither fits, what holds for the whole album.
struct MatchedTracks {
    std::vector<TagMap> tags; ///< one a file
    int unmatched = 0;        ///< files that fit no track
};
MatchedTracks matchTracks(const AlbumData &album, const std::vector<TagMap> &files);

/// "3/12" is 3; 0 where there is no number.
int trackNumber(const QString &text);

/// Makes "track" and "discnumber" of the tags the numbers of each track, or counts where they are missing. The album gets
/// "tracktotal" where it is one disc, and "albumartist" where tracks have artists of their own.
void completeAlbum(AlbumData &album);

/// The name of a tag for a name as people write it: "Year" is "date", "Album Artist" is "albumartist"; what is not
/// known stays as it is.
QString tagName(const QString &written);

} // namespace convoy
