// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/albumfile.h"
#include "core/album/albumoptions.h"
#include "core/album/pathpattern.h"

#include <QJsonArray>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

AlbumData parsed(const QByteArray &bytes)
{
    const Result<AlbumData> album = parseAlbum(bytes);
    return album ? *album : AlbumData();
}

QStringList titles(const AlbumData &album)
{
    QStringList titles;
    for (const AlbumTrack &track : album.tracks)
        titles.append(track.tags.value(u"title"_s));
    return titles;
}

} // namespace

class TestAlbumData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json_albumAndTracks()
    {
        const AlbumData album = parsed(R"({"artist": "Miles Davis", "title": "Kind of Blue", "year": 1959, "genre": "Jazz",
            "composer": ["Miles Davis", "Bill Evans"], "tracks": ["So What", {"title": "Blue in Green", "Artist": "Bill Evans",
            "number": 3}]})");
        QCOMPARE(titles(album), (QStringList{u"So What"_s, u"Blue in Green"_s}));
        QCOMPARE(album.tags.value(u"album"_s), u"Kind of Blue"_s);
        QCOMPARE(album.tags.value(u"date"_s), u"1959"_s);
        QCOMPARE(album.tags.value(u"composer"_s), u"Miles Davis; Bill Evans"_s);
        QCOMPARE(album.tags.value(u"tracktotal"_s), u"2"_s);
        QCOMPARE(album.tags.value(u"albumartist"_s), u"Miles Davis"_s); // a track has another one
        QCOMPARE(album.tracks[1].tags.value(u"artist"_s), u"Bill Evans"_s);
        QCOMPARE(album.tracks[1].number, 3);
        QVERIFY(!album.tags.contains(u"title"_s));
    }

    void names_asPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *written, const char *name) {
            QTest::newRow(written) << QString::fromLatin1(written) << QString::fromLatin1(name);
        };
        row("Year", "date");
        row("Album Artist", "albumartist");
        row("album_artist", "albumartist");
        row("Total-Discs", "disctotal");
        row("Catalog Number", "catalognumber");
        row("MUSICBRAINZ_ALBUMID", "musicbrainz_albumid");
        row("MusicBrainz Album Id", "musicbrainz_albumid");
        row("replaygain_album_gain", "replaygain_album_gain");
        row("My own_tag", "my own_tag");
    }
    void names_asPeopleWriteThem()
    {
        QFETCH(const QString, written);
        QTEST(tagName(written), "name");
    }

    void json_yesAndNo()
    {
        const AlbumData album = parsed(R"({"title": "Hits", "compilation": true, "gapless": false, "tracks": ["One"]})");
        QCOMPARE(album.tags.value(u"compilation"_s), u"1"_s);
        QCOMPARE(album.tags.value(u"gapless"_s), u"0"_s);
    }

    void json_numbersWithTotals()
    {
        const AlbumData album = parsed(
            R"({"title": "Box", "disc": "1/2", "tracks": [{"title": "Last", "track": "12/12", "discnumber": "2/2"}]})");
        QCOMPARE(album.tags.value(u"discnumber"_s), u"1"_s);
        QCOMPARE(album.tags.value(u"disctotal"_s), u"2"_s);
        QCOMPARE(album.tracks[0].disc, 2);
        QCOMPARE(album.tracks[0].number, 12);
        QCOMPARE(album.tracks[0].tags.value(u"tracktotal"_s), u"12"_s);
        QCOMPARE(album.tracks[0].tags.value(u"discnumber"_s), u"2"_s);
    }

    void csv_anySeparator_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("comma") << QByteArray("No,Title,Performer\n1,\"One, \"\"two\"\"\",A\n2,Three,B\n");
        QTest::newRow("semicolon, CRLF") << QByteArray(
            "\xEF\xBB\xBFtrack;TITLE;artist\r\n1;One, \"two\";A\r\n2;Three;B\r\n");
        const QString sheet = u"\uFEFFTrack\tTitle\tArtist\r\n1\tOne, \"two\"\tA\r\n2\tThree\tB\r\n"_s;
        QTest::newRow("Unicode text of a spreadsheet") << QByteArray(QStringEncoder(QStringEncoder::Utf16LE)(sheet));
        QTest::newRow("tab") << QByteArray("#\tName\tArtist\n1\tOne, \"two\"\tA\n2\tThree\tB");
    }

    void csv_anySeparator()
    {
        QFETCH(const QByteArray, bytes);
        const AlbumData album = parsed(bytes);
        QCOMPARE(titles(album), (QStringList{u"One, \"two\""_s, u"Three"_s}));
        QCOMPARE(album.tracks[1].tags.value(u"artist"_s), u"B"_s);
        QCOMPARE(album.tracks[1].number, 2);
    }

    void text_ofOldWindows()
    {
        QCOMPARE(titles(parsed("track,title\n1,\xC4hre \x96 \x93Zwei\x94\n2,b\n")),
                 (QStringList{u"Ähre – “Zwei”"_s, u"b"_s}));
    }

    void json_otherShapes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("album");
        QTest::newRow("tracks alone") << QByteArray("[{\"title\": \"One\"}, \"Two\"]") << QString();
        QTest::newRow("the album in an object")
            << QByteArray("{\"album\": {\"title\": \"Both\", \"artist\": \"A\"}, \"tracks\": [\"One\", \"Two\"]}")
            << u"Both"_s;
    }
    void json_otherShapes()
    {
        QFETCH(const QByteArray, json);
        const AlbumData album = parsed(json);
        QCOMPARE(titles(album), (QStringList{u"One"_s, u"Two"_s}));
        QTEST(album.tags.value(u"album"_s), "album");
        QCOMPARE(titles(parsed("[Untitled]\n[Another]\n")), (QStringList{u"[Untitled]"_s, u"[Another]"_s}));
    }

    void titles_asCopiedFromAPage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("plain") << u"99 Luftballons\n7 Seconds\nSo What\n"_s
                               << QStringList{u"99 Luftballons"_s, u"7 Seconds"_s, u"So What"_s};
        QTest::newRow("numbers and times") << u"1. So What 9:22\n2. Freddie Freeloader 9:46\r\n\n3. All Blues (11:33)"_s
                                           << QStringList{u"So What"_s, u"Freddie Freeloader"_s, u"All Blues"_s};
        QTest::newRow("quotation marks") << u"1. \"So What\" – 9:22\n2. \"All Blues\" – 11:33"_s
                                         << QStringList{u"So What"_s, u"All Blues"_s};
        QTest::newRow("other marks") << u"„Der Mond“\n“Moon” \n«La Lune»"_s
                                     << QStringList{u"Der Mond"_s, u"Moon"_s, u"La Lune"_s};
        QTest::newRow("one title in marks") << u"“Heroes”\nBlackout"_s << QStringList{u"“Heroes”"_s, u"Blackout"_s};
        QTest::newRow("words in marks") << u"\"Heroes\" and \"Villains\""_s << QStringList{u"\"Heroes\" and \"Villains\""_s};
        QTest::newRow("a time in one title")
            << u"Track 01 - 4:33\nTrack 02 - Silence"_s << QStringList{u"4:33"_s, u"Silence"_s};
    }

    void titles_asCopiedFromAPage()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, expected);
        QCOMPARE(titles(parseTitleList(text)), expected);
    }

    void parse_refuses()
    {
        QCOMPARE(parseAlbum("{\"tracks\": [").error().kind, ErrorKind::InvalidOption);
        QCOMPARE(parseAlbum("  \n").error().kind, ErrorKind::InvalidOption);
        QCOMPARE(parseAlbum("Titel;Interpret\nEins;A\nZwei;B\n").error().kind, ErrorKind::InvalidOption);
        QCOMPARE(parsed("Eins\nZwei, drei\n").tracks.size(), 2u); // one title has a comma
        QCOMPARE(readAlbumFile("/nowhere/album.json").error().kind, ErrorKind::InvalidOption);
    }

    void match_byNumberDiscOrPlace()
    {
        const AlbumData album = parsed(
            R"({"album": "A", "tracks": [{"title": "a", "disc": 1}, {"title": "b", "disc": 2}]})");
        MatchedTracks matched = matchTracks(album,
                                            {{{u"track"_s, u"1/9"_s}, {u"discnumber"_s, u"2"_s}}, {{u"track"_s, u"1"_s}}});
        QCOMPARE(matched.tags[0].value(u"title"_s), u"b"_s);
        QCOMPARE(matched.tags[1].value(u"title"_s), u"a"_s);
        matched = matchTracks(album, {{}, {}}); // by place: nothing is known of the files
        QCOMPARE(matched.tags[1].value(u"title"_s), u"b"_s);
        QCOMPARE(matched.unmatched, 0);
        matched = matchTracks(album, {{{u"track"_s, u"7"_s}}}); // no such track: only what holds for all
        QCOMPARE(matched.tags[0], (TagMap{{u"album"_s, u"A"_s}}));
        QCOMPARE(matched.unmatched, 1);
    }

    void pattern_readsPaths_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected"); // artist|album|track|title|date
        QTest::newRow("folders") << u"{artist}/{album}/{track} - {title}"_s
                                 << u"/music/Miles Davis/Kind of Blue/03 - Blue.wav"_s
                                 << u"Miles Davis|Kind of Blue|3|Blue|"_s;
        QTest::newRow("year, underscores")
            << u"{date} - {album}/{track:02} {title}"_s << u"/m/1959 - Kind_of_Blue/01 So_What.wav"_s
            << u"|Kind of Blue|1|So What|1959"_s;
        QTest::newRow("of a ripper") << u"{album}/track{track}"_s << u"/m/Blue/track07.cdda.wav"_s << u"|Blue|7||"_s;
        QTest::newRow("dash in title") << u"{artist} - {title}"_s << u"/m/A - B - C.flac"_s << u"A|||B - C|"_s;
        QTest::newRow("does not fit") << u"{artist}/{track} - {title}"_s << u"/m/x/no number.wav"_s << u"||||"_s;
    }

    void pattern_readsPaths()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, path);
        const Result<TagMap> tags = tagsFromPath(pattern, toPath(path));
        QVERIFY(tags);
        QStringList found;
        for (const QString &key : {u"artist"_s, u"album"_s, u"track"_s, u"title"_s, u"date"_s})
            found.append(tags->value(key));
        QTEST(found.join(u'|'), "expected");
    }

    void pattern_refuses()
    {
        QCOMPARE(tagsFromPath(u"no tag"_s, {}).error().kind, ErrorKind::InvalidOption);
        QCOMPARE(tagsFromPath(u"{artist} {"_s, {}).error().kind, ErrorKind::InvalidOption);
        QVERIFY(tagsFromPath(u"((({artist}"_s, "/a/(((b.wav")); // no regular expression
    }

    void options_keepFurtherTags()
    {
        const ConverterInfo *audio = findConverter(u"audio");
        const QJsonObject values = albumOptions(
            *audio, {{u"track"_s, u"3"_s}, {u"label"_s, u"L"_s}, {u"compilation"_s, u"1"_s}, {u"isrc"_s, u"nonsense"_s}},
            {u"MOOD=late"_s, u"label=old"_s});
        QCOMPARE(values.value("tracknumber"_L1).toString(), u"3"_s);
        QCOMPARE(values.value("compilation"_L1).toBool(), true);
        QCOMPARE(values.value("tags"_L1).toArray(), (QJsonArray{u"MOOD=late"_s, u"LABEL=L"_s}));
        QVERIFY(!values.contains("isrc"_L1)); // what an option does not take is left out
    }
};

QTEST_GUILESS_MAIN(TestAlbumData)
#include "tst_albumdata.moc"
