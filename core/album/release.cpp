// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/release.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ReleaseText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Release)
};

constexpr qsizetype maximumText = 1000;
constexpr qsizetype maximumReleases = 100;
constexpr qsizetype tracksOfMedium = 999;

QString textAt(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString().left(maximumText).trimmed();
}

void insert(TagMap &tags, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        tags.insert(key, value);
}

/// "Artist A feat. Artist B", as the record says it.
QString credit(const QJsonObject &object)
{
    QString text;
    const QJsonArray names = object.value("artist-credit"_L1).toArray();
    for (const QJsonValue &value : names) {
        const QJsonObject one = value.toObject();
        text += one.value("name"_L1).toString() + one.value("joinphrase"_L1).toString();
    }
    return text.left(maximumText).trimmed();
}

/// The one that most people chose.
QString genreOf(const QJsonObject &release)
{
    QString name;
    int most = 0;
    const QJsonArray genres = release.value("genres"_L1).toArray();
    for (const QJsonValue &value : genres) {
        const QJsonObject genre = value.toObject();
        if (const int count = genre.value("count"_L1).toInt(); count > most) {
            most = count;
            name = textAt(genre, "name"_L1);
        }
    }
    return name;
}

bool holdsDisc(const QJsonObject &medium, const QString &discId)
{
    const QJsonArray discs = medium.value("discs"_L1).toArray();
    return std::ranges::any_of(discs, [&](const QJsonValue &disc) { return disc.toObject().value("id"_L1) == discId; });
}

/// The disc that is meant: by its id, else by its number of tracks.
QJsonObject mediumOf(const QJsonArray &media, const QString &discId, int tracks)
{
    for (const QJsonValue &medium : media) {
        if (holdsDisc(medium.toObject(), discId))
            return medium.toObject();
    }
    for (const QJsonValue &medium : media) {
        if (medium.toObject().value("tracks"_L1).toArray().size() == tracks)
            return medium.toObject();
    }
    return {};
}

AlbumTrack trackOf(const QJsonObject &object, const QString &albumArtist)
{
    const QJsonObject recording = object.value("recording"_L1).toObject();
    AlbumTrack track;
    track.number = std::clamp(object.value("position"_L1).toInt(), 0, int(tracksOfMedium));
    track.tags.insert(u"track"_s, QString::number(track.number));
    const QString title = textAt(object, "title"_L1);
    insert(track.tags, u"title"_s, title.isEmpty() ? textAt(recording, "title"_L1) : title);
    const QString artist = credit(object).isEmpty() ? credit(recording) : credit(object);
    insert(track.tags, u"artist"_s, artist.isEmpty() ? albumArtist : artist);
    insert(track.tags, u"musicbrainz_trackid"_s, textAt(recording, "id"_L1));
    insert(track.tags, u"musicbrainz_releasetrackid"_s, textAt(object, "id"_L1));
    const QJsonArray isrcs = recording.value("isrcs"_L1).toArray();
    insert(track.tags, u"isrc"_s, isrcs.isEmpty() ? QString() : isrcs.first().toString().left(maximumText));
    return track;
}

AlbumData albumOf(const QJsonObject &release, const QJsonObject &medium, qsizetype discs)
{
    AlbumData album;
    TagMap &tags = album.tags;
    const QString artist = credit(release);
    insert(tags, u"album"_s, textAt(release, "title"_L1));
    insert(tags, u"albumartist"_s, artist);
    insert(tags, u"date"_s, textAt(release, "date"_L1));
    insert(tags, u"barcode"_s, textAt(release, "barcode"_L1));
    insert(tags, u"musicbrainz_albumid"_s, textAt(release, "id"_L1));
    insert(tags, u"genre"_s, genreOf(release));
    if (artist == "Various Artists"_L1)
        tags.insert(u"compilation"_s, u"1"_s);
    const QJsonArray labels = release.value("label-info"_L1).toArray();
    if (!labels.isEmpty()) {
        const QJsonObject label = labels.first().toObject();
        insert(tags, u"label"_s, textAt(label.value("label"_L1).toObject(), "name"_L1));
        insert(tags, u"catalognumber"_s, textAt(label, "catalog-number"_L1));
    }
    if (discs > 1) {
        tags.insert(u"discnumber"_s, QString::number(medium.value("position"_L1).toInt(1)));
        tags.insert(u"disctotal"_s, QString::number(discs));
    }
    const QJsonArray tracks = medium.value("tracks"_L1).toArray();
    tags.insert(u"tracktotal"_s, QString::number(tracks.size()));
    for (qsizetype i = 0; i < std::min(tracks.size(), tracksOfMedium); ++i)
        album.tracks.push_back(trackOf(tracks[i].toObject(), artist));
    return album;
}

QString summaryOf(const QJsonObject &release, const AlbumData &album)
{
    QStringList parts{textAt(release, "date"_L1), textAt(release, "country"_L1), album.tags.value(u"label"_s),
                      album.tags.value(u"catalognumber"_s)};
    parts.removeAll(QString());
    const QString name = u"%1 – %2"_s.arg(album.tags.value(u"albumartist"_s), album.tags.value(u"album"_s));
    return parts.isEmpty() ? name : name + u" ("_s + parts.join(", "_L1) + u')';
}

} // namespace

Result<std::vector<Release>> parseReleases(const QByteArray &json, const QString &discId, int tracks)
{
    static const QRegularExpression uuid(u"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return Error{ErrorKind::DamagedInput, ReleaseText::tr("The answer of the music database makes no sense."),
                     error.errorString()};
    const QJsonArray list = document.object().value("releases"_L1).toArray();
    std::vector<Release> releases;
    for (qsizetype i = 0; i < std::min(list.size(), maximumReleases); ++i) {
        const QJsonObject object = list[i].toObject();
        const QJsonArray media = object.value("media"_L1).toArray();
        const QJsonObject medium = mediumOf(media, discId, tracks);
        // The id becomes part of an address.
        if (medium.isEmpty() || !uuid.match(textAt(object, "id"_L1)).hasMatch())
            continue;
        Release release;
        release.id = textAt(object, "id"_L1);
        release.album = albumOf(object, medium, media.size());
        release.summary = summaryOf(object, release.album);
        release.hasCover = object.value("cover-art-archive"_L1).toObject().value("front"_L1).toBool();
        releases.push_back(std::move(release));
    }
    return releases;
}

} // namespace convoy
