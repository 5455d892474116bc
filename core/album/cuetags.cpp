// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/cuetags.h"

#include "core/album/cuesheet.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Word {
    QLatin1StringView command;
    QLatin1StringView tag;
};

// Commands of a disc or a track, and CD-Text where it has a command of its own.
constexpr std::array commands{
    Word{"PERFORMER"_L1, "artist"_L1},      Word{"TITLE"_L1, "title"_L1},       Word{"SONGWRITER"_L1, "composer"_L1},
    Word{"COMPOSER"_L1, "composer"_L1},     Word{"ARRANGER"_L1, "arranger"_L1}, Word{"GENRE"_L1, "genre"_L1},
    Word{"MESSAGE"_L1, "comment"_L1},       Word{"ISRC"_L1, "isrc"_L1},         Word{"CATALOG"_L1, "barcode"_L1},
    Word{"DISC_ID"_L1, "catalognumber"_L1}, Word{"UPC_EAN"_L1, "barcode"_L1},
};

// REM NAME value. Neither PERFORMER nor TITLE: a remark in front of those is a line that somebody has put out of use.
constexpr std::array remarks{
    Word{"GENRE"_L1, "genre"_L1},
    Word{"DATE"_L1, "date"_L1},
    Word{"YEAR"_L1, "date"_L1},
    Word{"COMMENT"_L1, "comment"_L1},
    Word{"DISCID"_L1, "discid"_L1},
    Word{"DISCNUMBER"_L1, "discnumber"_L1},
    Word{"DISC"_L1, "discnumber"_L1},
    Word{"TOTALDISCS"_L1, "disctotal"_L1},
    Word{"DISCTOTAL"_L1, "disctotal"_L1},
    Word{"DISCS"_L1, "disctotal"_L1},
    Word{"ALBUMARTIST"_L1, "albumartist"_L1},
    Word{"ALBUM_ARTIST"_L1, "albumartist"_L1},
    Word{"SONGWRITER"_L1, "composer"_L1},
    Word{"COMPOSER"_L1, "composer"_L1},
    Word{"ARRANGER"_L1, "arranger"_L1},
    Word{"CONDUCTOR"_L1, "conductor"_L1},
    Word{"LABEL"_L1, "label"_L1},
    Word{"PUBLISHER"_L1, "label"_L1},
    Word{"CATALOGNUMBER"_L1, "catalognumber"_L1},
    Word{"CATALOG"_L1, "catalognumber"_L1},
    Word{"UPC"_L1, "barcode"_L1},
    Word{"BARCODE"_L1, "barcode"_L1},
    Word{"ISRC"_L1, "isrc"_L1},
    Word{"COMPILATION"_L1, "compilation"_L1},
    Word{"MUSICBRAINZ_ALBUM_ID"_L1, "musicbrainz_albumid"_L1},
    Word{"MUSICBRAINZ_ALBUM_ARTIST_ID"_L1, "musicbrainz_albumartistid"_L1},
    Word{"MUSICBRAINZ_ARTIST_ID"_L1, "musicbrainz_artistid"_L1},
    Word{"MUSICBRAINZ_TRACK_ID"_L1, "musicbrainz_trackid"_L1},
    Word{"REPLAYGAIN_ALBUM_GAIN"_L1, "replaygain_album_gain"_L1},
    Word{"REPLAYGAIN_ALBUM_PEAK"_L1, "replaygain_album_peak"_L1},
    Word{"REPLAYGAIN_TRACK_GAIN"_L1, "replaygain_track_gain"_L1},
    Word{"REPLAYGAIN_TRACK_PEAK"_L1, "replaygain_track_peak"_L1},
};

template <size_t size>
QString tagOf(const std::array<Word, size> &words, const QString &command)
{
    const auto it = std::ranges::find(words, command, [](const Word &word) { return QString(word.command); });
    return it == words.end() ? QString() : QString(it->tag);
}

bool isOnlyZeros(const QString &code)
{
    return std::ranges::all_of(code, [](QChar c) { return c == u'0'; });
}

QString titleOf(const CueTrack &track)
{
    return track.tags.value(u"title"_s);
}

} // namespace

QString cueCommandTag(const QString &command)
{
    const QString tag = tagOf(commands, command);
    return tag.isEmpty() ? tagOf(remarks, command) : tag; // many a writer forgets REM
}

QString cueRemarkTag(const QString &name)
{
    return tagOf(remarks, name);
}

void insertCueTag(QMap<QString, QString> &tags, const QString &tag, const QString &value)
{
    if (tag.isEmpty() || value.isEmpty())
        return;
    if (tag == "isrc"_L1 || tag == "barcode"_L1) {
        QString code = value;
        code.remove(u'-').remove(u' ');
        if (!isOnlyZeros(code))
            tags.insert(tag, code);
    } else if (tag == "discnumber"_L1) {
        static const QRegularExpression numbers(u"(\\d{1,4})(?:\\s*(?:/|of)\\s*(\\d{1,4}))?"_s);
        const auto match = numbers.match(value);
        if (match.hasMatch())
            tags.insert(tag, match.captured(1));
        if (!match.captured(2).isEmpty())
            tags.insert(u"disctotal"_s, match.captured(2));
    } else {
        tags.insert(tag, value);
    }
}

bool isVariousArtists(const QString &artist)
{
    static const QStringList names{u"various artists"_s, u"various"_s, u"va"_s, u"v.a."_s, u"v/a"_s};
    return names.contains(artist.trimmed(), Qt::CaseInsensitive);
}

void splitCueTitles(CueSheet &sheet)
{
    const auto hasArtist = [](const CueTrack &track) { return track.tags.contains(u"artist"_s); };
    if (!isVariousArtists(sheet.tags.value(u"artist"_s)) || std::ranges::any_of(sheet.tracks, hasArtist))
        return;
    for (const QString &mark : {u" / "_s, u" - "_s, u" \u2013 "_s, u" \u2014 "_s}) {
        const auto hasMark = [&mark](const CueTrack &track) {
            const qsizetype at = titleOf(track).indexOf(mark);
            return !track.isAudio || (at > 0 && at + mark.size() < titleOf(track).size());
        };
        if (!std::ranges::all_of(sheet.tracks, hasMark))
            continue;
        for (CueTrack &track : sheet.tracks) {
            const QString title = titleOf(track);
            const qsizetype at = title.indexOf(mark);
            if (!track.isAudio)
                continue;
            track.tags.insert(u"artist"_s, title.first(at).trimmed());
            track.tags.insert(u"title"_s, title.sliced(at + mark.size()).trimmed());
        }
        return;
    }
}

} // namespace convoy
