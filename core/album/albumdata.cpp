// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/albumdata.h"

#include <QSet>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

const AlbumTrack *findTrack(const AlbumData &album, const TagMap &file)
{
    const bool hasDiscs = std::ranges::any_of(album.tracks, [](const AlbumTrack &track) { return track.disc > 1; });
    const int number = trackNumber(file.value(u"track"_s));
    const int disc = std::max(trackNumber(file.value(u"discnumber"_s)), 1);
    const auto it = std::ranges::find_if(album.tracks, [&](const AlbumTrack &track) {
        return number > 0 && track.number == number && (!hasDiscs || disc == std::max(track.disc, 1));
    });
    return it == album.tracks.end() ? nullptr : &*it;
}

/// By number, where each number is there once; else by place, where the counts agree.
std::vector<const AlbumTrack *> chooseTracks(const AlbumData &album, const std::vector<TagMap> &files)
{
    QSet<const AlbumTrack *> used;
    bool isUnique = true;
    std::vector<const AlbumTrack *> chosen;
    for (const TagMap &file : files) {
        chosen.push_back(findTrack(album, file));
        isUnique = isUnique && chosen.back() && !used.contains(chosen.back());
        used.insert(chosen.back());
    }
    if (!isUnique && files.size() == album.tracks.size()) {
        for (size_t i = 0; i < files.size(); ++i)
            chosen[i] = &album.tracks[i];
    }
    return chosen;
}

} // namespace

int trackNumber(const QString &text)
{
    return text.section(u'/', 0, 0).trimmed().toInt();
}

namespace {

QString withoutGaps(QString name)
{
    return name.remove(u' ').remove(u'_').remove(u'-');
}

/// By their letters alone: what people write in several words, and what they call otherwise.
QMap<QString, QString> makeKnownNames()
{
    QMap<QString, QString> known{
        {u"year"_s, u"date"_s},
        {u"released"_s, u"date"_s},
        {u"performer"_s, u"artist"_s},
        {u"name"_s, u"title"_s},
        {u"no"_s, u"track"_s},
        {u"#"_s, u"track"_s},
        {u"number"_s, u"track"_s},
        {u"tracknumber"_s, u"track"_s},
        {u"trackno"_s, u"track"_s},
        {u"tracks"_s, u"tracktotal"_s},
        {u"totaltracks"_s, u"tracktotal"_s},
        {u"disc"_s, u"discnumber"_s},
        {u"disk"_s, u"discnumber"_s},
        {u"discs"_s, u"disctotal"_s},
        {u"totaldiscs"_s, u"disctotal"_s},
    };
    for (const char *name : {"albumartist",
                             "tracktotal",
                             "discnumber",
                             "disctotal",
                             "catalognumber",
                             "originaldate",
                             "titlesort",
                             "artistsort",
                             "albumsort",
                             "albumartistsort",
                             "musicbrainz_albumid",
                             "musicbrainz_albumartistid",
                             "musicbrainz_artistid",
                             "musicbrainz_trackid",
                             "musicbrainz_releasegroupid",
                             "musicbrainz_releasetrackid",
                             "replaygain_album_gain",
                             "replaygain_album_peak",
                             "replaygain_track_gain",
                             "replaygain_track_peak"})
        known.insert(withoutGaps(QString::fromLatin1(name)), QString::fromLatin1(name));
    return known;
}

} // namespace

QString tagName(const QString &written)
{
    static const QMap<QString, QString> known = makeKnownNames();
    const QString name = written.trimmed().toLower();
    return known.value(withoutGaps(name), name);
}

namespace {

/// "1/2" is the first of two.
void splitNumber(TagMap &tags, const QString &number, const QString &total)
{
    const QString text = tags.value(number);
    if (!text.contains(u'/'))
        return;
    tags.insert(number, text.section(u'/', 0, 0).trimmed());
    tags.insert(total, text.section(u'/', 1, 1).trimmed());
}

} // namespace

void completeAlbum(AlbumData &album)
{
    splitNumber(album.tags, u"discnumber"_s, u"disctotal"_s);
    for (AlbumTrack &track : album.tracks) {
        splitNumber(track.tags, u"discnumber"_s, u"disctotal"_s);
        splitNumber(track.tags, u"track"_s, u"tracktotal"_s);
    }
    QMap<int, int> last;
    bool hasArtists = false;
    for (AlbumTrack &track : album.tracks) {
        track.disc = trackNumber(track.tags.value(u"discnumber"_s));
        if (track.number == 0)
            track.number = trackNumber(track.tags.value(u"track"_s));
        int &number = last[track.disc];
        number = track.number > 0 ? track.number : number + 1;
        track.number = number;
        track.tags.insert(u"track"_s, QString::number(number));
        hasArtists = hasArtists || track.tags.contains(u"artist"_s);
    }
    if (!album.tags.contains(u"tracktotal"_s) && last.size() == 1)
        album.tags.insert(u"tracktotal"_s, QString::number(album.tracks.size()));
    if (hasArtists && album.tags.contains(u"artist"_s) && !album.tags.contains(u"albumartist"_s))
        album.tags.insert(u"albumartist"_s, album.tags.value(u"artist"_s));
}

MatchedTracks matchTracks(const AlbumData &album, const std::vector<TagMap> &files)
{
    MatchedTracks matched;
    for (const AlbumTrack *track : chooseTracks(album, files)) {
        TagMap tags = album.tags;
        if (track)
            tags.insert(track->tags);
        matched.unmatched += track ? 0 : 1;
        matched.tags.push_back(std::move(tags));
    }
    return matched;
}

} // namespace convoy
