// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/cuecontents.h"
#include "core/album/cuesheet.h"
#include "core/album/disctoc.h"
#include "core/plan/cuekeys.h"

#include <QStringEncoder>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

QString placeText(const ContainedFile &piece)
{
    QString text = QString::fromUtf8(piece.path) + u'@' + QString::number(piece.options.value(CueKey::start).toLongLong());
    if (piece.options.contains(QString(CueKey::gap)))
        text += u" gap "_s + QString::number(piece.options.value(CueKey::gap).toLongLong());
    if (piece.options.contains(QString(CueKey::nextStart)))
        text += u" to "_s + QString::number(piece.options.value(CueKey::nextStart).toLongLong());
    return text;
}

/// What a person gets: of each track its place, its number, and who, what, which album.
QStringList tracksOf(const QByteArray &bytes)
{
    const Result<MediaInfo> info = probeCueSheet(bytes);
    if (!info)
        return {u"error"_s};
    QStringList lines;
    for (const ContainedFile &piece : info->contents) {
        if (piece.options.contains(QString(CueKey::isImage)) || piece.options.contains(QString(CueKey::isHidden)))
            continue;
        const auto tag = [&piece](const QString &name) { return piece.tags.value(name); };
        lines.append(placeText(piece) + u" #"_s + tag(u"track"_s) + u'/' + tag(u"tracktotal"_s) + u' ' + tag(u"artist"_s)
                     + u'|' + tag(u"title"_s) + u'|' + tag(u"album"_s));
    }
    return lines;
}

QMap<QString, QString> tagsOf(const QByteArray &bytes, size_t track)
{
    const Result<MediaInfo> info = probeCueSheet(bytes);
    return info && track < info->contents.size() ? info->contents[track].tags : QMap<QString, QString>();
}

const QByteArray head = "PERFORMER \"Ada\"\nTITLE \"Loops\"\nFILE \"a.wav\" WAVE\n";
const QByteArray first = "TRACK 01 AUDIO\nTITLE \"One\"\nINDEX 01 00:00:00\n";
const QByteArray second = "TRACK 02 AUDIO\nTITLE \"Two\"\nINDEX 01 01:00:00\n";
const QString firstLine = u"a.wav@0 to 4500 #1/2 Ada|One|Loops"_s;
const QString secondLine = u"a.wav@4500 #2/2 Ada|Two|Loops"_s;

QByteArray one(const QByteArray &body)
{
    return head + first + "TRACK 02 AUDIO\n" + body;
}

} // namespace

class TestCuePeculiarities : public QObject
{
    Q_OBJECT

private:
    static void addPlaces()
    {
        const auto row = [](const char *name, const QByteArray &bytes, const QStringList &lines) {
            QTest::newRow(name) << bytes << lines;
        };
        row("plain", head + first + second, {firstLine, secondLine});
        row("minutes beyond 99", one("TITLE Two\nINDEX 01 123:00:00\n"),
            {u"a.wav@0 to 553500 #1/2 Ada|One|Loops"_s, u"a.wav@553500 #2/2 Ada|Two|Loops"_s});
        row("frames beyond 74", one("TITLE Two\nINDEX 01 00:59:75\n"), {firstLine, secondLine});
        row("digits and spaces in a time", one("TITLE Two\nINDEX 1 001:  0:0\n"), {firstLine, secondLine});
        row("a time without frames", one("TITLE Two\nINDEX 01 01:00\n"), {firstLine, secondLine});
        row("a time with a dot", one("TITLE Two\nINDEX 01 00:59.75\n"), {firstLine, secondLine});
        row("a time with thousandths", one("TITLE Two\nINDEX 01 00:59.999\n"), {firstLine, secondLine});
        row("a time in frames", one("TITLE Two\nINDEX 01 4500\n"), {firstLine, secondLine});
        row("a later index that is unreadable", one("TITLE Two\nINDEX 01 01:00:00\nINDEX 02 soon\n"),
            {firstLine, secondLine});
        row("a pause that is unreadable", one("TITLE Two\nINDEX 00 x\nINDEX 01 01:00:00\n"), {firstLine, secondLine});
        row("a pause that ends before it starts", one("TITLE Two\nINDEX 00 01:02:00\nINDEX 01 01:00:00\n"),
            {firstLine, secondLine});
        row("only a pause", one("TITLE Two\nINDEX 00 01:00:00\n"), {firstLine, secondLine});
        row("index twice", one("TITLE Two\nINDEX 01 01:00:00\nINDEX 01 02:00:00\n"), {firstLine, secondLine});
        row("index before title", one("INDEX 01 01:00:00\nTITLE Two\n"), {firstLine, secondLine});
        row("a track without a place",
            head + first + "TRACK 02 AUDIO\nTITLE Lost\nTRACK 03 AUDIO\nTITLE Two\nINDEX 01 01:00:00\n",
            {u"a.wav@0 to 4500 #1/3 Ada|One|Loops"_s, u"a.wav@4500 #3/3 Ada|Two|Loops"_s});
        row("numbers from seven", head + "TRACK 7 AUDIO\nINDEX 01 00:00:00\nTRACK 008 AUDIO\nINDEX 01 01:00:00\n",
            {u"a.wav@0 to 4500 #7/8 Ada||Loops"_s, u"a.wav@4500 #8/8 Ada||Loops"_s});
        row("numbers from nought", head + "TRACK 00 AUDIO\nINDEX 01 00:00:00\nTRACK 01 AUDIO\nINDEX 01 01:00:00\n",
            {u"a.wav@0 to 4500 #0/1 Ada||Loops"_s, u"a.wav@4500 #1/1 Ada||Loops"_s});
        row("data last", head + first + second + "TRACK 03 MODE1/2352\nINDEX 01 02:00:00\n",
            {firstLine, u"a.wav@4500 to 9000 #2/2 Ada|Two|Loops"_s});
        row("a type of track is missing", head + "TRACK 01\nTITLE One\nINDEX 01 00:00:00\n" + second,
            {firstLine, secondLine});
        row("a data track first",
            head + "TRACK 01 MODE1/2352\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nTITLE Two\nINDEX 01 01:00:00\n",
            {u"a.wav@4500 #2/2 Ada|Two|Loops"_s});
        row("remarks and empty lines anywhere",
            "REM\n\n   \n; a note\n" + head + "REM ---\n" + first + "REM x y z\n//\n\n" + second + "\n\n\n",
            {firstLine, secondLine});
        row("unknown commands", head + "CDTEXTFILE \"x.cdt\"\n" + first + "POSTGAP 00:02:00\nWHATEVER \"x\"\n" + second,
            {firstLine, secondLine});
    }

    static void addFiles()
    {
        const auto row = [](const char *name, const QByteArray &bytes, const QStringList &lines) {
            QTest::newRow(name) << bytes << lines;
        };
        row("a file for each",
            "FILE 1.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nFILE 2.wav WAVE\nTRACK 02 AUDIO\nINDEX 01 00:00:00\n",
            {u"1.wav@0 #1/2 ||"_s, u"2.wav@0 #2/2 ||"_s});
        row("a file between pause and start",
            "FILE 1.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nINDEX 00 00:10:00\nFILE 2.wav WAVE\nINDEX "
            "01 "
            "00:00:00\nTITLE Two\n",
            {u"1.wav@0 #1/2 ||"_s, u"2.wav@0 #2/2 |Two|"_s});
        row("a file inside the track",
            "TRACK 01 AUDIO\nTITLE One\nFILE 1.mp3 MP3\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nTITLE Two\nFILE 2.mp3 MP3\nINDEX "
            "01 00:00:00\n",
            {u"1.mp3@0 #1/2 |One|"_s, u"2.mp3@0 #2/2 |Two|"_s});
        row("the image named again for each", head + first + "FILE \"a.wav\" WAVE\n" + second, {firstLine, secondLine});
        row("a file that comes back",
            head + first + "FILE b.wav WAVE\nTRACK 02 AUDIO\nINDEX 01 00:00:00\nFILE a.wav WAVE\n"
                + "TRACK 03 AUDIO\nINDEX 00 00:58:00\nINDEX 01 01:00:00\n",
            {u"a.wav@0 to 4500 #1/3 Ada|One|Loops"_s, u"b.wav@0 #2/3 Ada||Loops"_s,
             u"a.wav@4500 gap 4350 #3/3 Ada||Loops"_s});
        row("files without an index", "FILE 1.wav WAVE\nTRACK 01 AUDIO\nFILE 2.wav WAVE\nTRACK 02 AUDIO\n",
            {u"1.wav@0 #1/2 ||"_s, u"2.wav@0 #2/2 ||"_s});
        row("a record a file",
            "FILE 1.flac WAVE\nPERFORMER Ada\nTITLE Loops\nTRACK 01 AUDIO\nTITLE One\nINDEX 01 00:00:00\n"
            "FILE 2.flac WAVE\nPERFORMER Bob\nTITLE Knots\nTRACK 01 AUDIO\nTITLE Uno\nPERFORMER Cy\nINDEX 01 00:00:00\n",
            {u"1.flac@0 #1/2 Ada|One|Loops"_s, u"2.flac@0 #1/2 Cy|Uno|Knots"_s});
        const QStringList spaced{u"my  own image.wav@0 #1/1 ||"_s};
        row("a name with spaces", "FILE \"my  own image.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n", spaced);
        row("no quotes", "FILE my  own image.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n", spaced);
        row("no quotes, no type", "FILE my  own image.wav\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n", spaced);
        row("one quote", "FILE \"my  own image.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n", spaced);
        row("single quotes", "FILE 'my  own image.wav' WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n", spaced);
        row("an unknown type", "FILE \"my  own image.wav\" TAK\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n", spaced);
        row("no space behind FILE", "FILE\"my  own image.wav\"WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n", spaced);
        row("quotes in a name", "FILE \"the \"best\" of.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n",
            {u"the \"best\" of.wav@0 #1/1 ||"_s});
        row("nothing named", "TRACK 01 AUDIO\nINDEX 01 00:00:00\n", {u"error"_s});
    }

    static void addTexts()
    {
        const auto row = [](const char *name, const QByteArray &title, const QString &read) {
            QTest::newRow(name) << head + "TRACK 01 AUDIO\n" + title + "\nINDEX 01 00:00:00\n"
                                << QStringList{u"a.wav@0 #1/1 Ada|%1|Loops"_s.arg(read)};
        };
        row("tabs", "\tTITLE\t\"A  B\"\t ", u"A  B"_s);
        row("no quotes around a title", "TITLE A  B", u"A  B"_s);
        row("lower case", "title \"A\"", u"A"_s);
        row("spaces inside the quotes", "TITLE \" A \"", u"A"_s);
        row("no space before the quote", "TITLE\"A B\"", u"A B"_s);
        row("no closing quote", "TITLE \"A B", u"A B"_s);
        row("quotes inside", "TITLE \"A \"B\" C\"", u"A \"B\" C"_s);
        row("quotes at its ends", "TITLE \"\"A\" B\"", u"\"A\" B"_s);
        row("escaped quotes", "TITLE \"A \\\"B\\\" C\"", u"A \"B\" C"_s);
        row("a quoted word first", "TITLE \"A\" B", u"\"A\" B"_s);
        row("single quotes around", "TITLE 'A B'", u"A B"_s);
        row("an apostrophe", "TITLE 'Round Ada's", u"'Round Ada's"_s);
        row("printers' quotes", "TITLE \u201CA B\u201D", u"A B"_s);
        row("empty", "TITLE \"\"", QString());
        row("nothing", "TITLE", QString());
        row("backslashes", "TITLE \"A\\B \\ C\"", u"A\\B \\ C"_s);
        row("percent and braces", "TITLE \"100% {A}\"", u"100% {A}"_s);
    }

private Q_SLOTS:
    void tracks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("lines");
        addPlaces();
        addFiles();
        addTexts();
    }

    void tracks()
    {
        QFETCH(const QByteArray, bytes);
        QTEST(tracksOf(bytes), "lines");
        // Windows ends its lines otherwise, and old Macs did.
        QTEST(tracksOf(QByteArray(bytes).replace("\n", "\r\n")), "lines");
        QTEST(tracksOf(QByteArray(bytes).replace("\n", "\r")), "lines");
    }

    void encoding_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("other");
        const auto row = [](const char *name, const QByteArray &encoding, const QString &title, const QString &other) {
            QTest::newRow(name) << encoding << title << other;
        };
        row("russian, windows", "windows-1251", u"Широкая река"_s, u"Подъём хозяйства"_s);
        row("russian, short", "windows-1251", u"Песни"_s, u"Кино"_s);
        row("russian, koi8", "KOI8-R", u"Широкая река течёт"_s, u"Подъём сельского хозяйства"_s);
        row("japanese", "Shift_JIS", u"好きっていいなよ"_s, u"友達なんて不必要"_s);
        row("japanese, unix", "EUC-JP", u"好きっていいなよ"_s, u"友達なんて不必要"_s);
        row("chinese", "GBK", u"我的中国心"_s, u"月亮代表我的心"_s);
        row("chinese, little of it", "GBK", u"邓丽君"_s, u"Goodbye my love"_s);
        row("chinese, taiwan", "Big5", u"月亮代表我的心"_s, u"甜蜜蜜的歌曲"_s);
        row("korean", "EUC-KR", u"사랑의 노래를 불러요"_s, u"고향의 봄"_s);
        row("french, accents side by side", "windows-1252", u"Créée à Noël"_s, u"Européens réélus"_s);
        row("french", "windows-1252", u"Été à la plage"_s, u"Œuvre d’été"_s);
        row("german", "ISO-8859-1", u"Über den Wölken"_s, u"Größe"_s);
        row("greek", "windows-1253", u"Το τραγούδι της αγάπης"_s, u"Θάλασσα πλατιά"_s);
        row("czech", "windows-1250", u"Žluťoučký kůň příšerně úpěl"_s, u"Ďábelské ódy"_s);
        row("turkish", "windows-1254", u"Şarkı söylüyor “güneş”"_s, u"Gül yağmuru"_s);
        row("utf-8", "UTF-8", u"Ære, 好き, Кино"_s, u"Ζορμπάς"_s);
        row("utf-16 little", "UTF-16LE", u"Ære, 好き, Кино"_s, u"Ζορμπάς"_s);
        row("utf-16 big", "UTF-16BE", u"Ære, 好き, Кино"_s, u"Ζορμπάς"_s);
    }

    void encoding()
    {
        QFETCH(const QByteArray, encoding);
        QFETCH(const QString, title);
        QFETCH(const QString, other);
        QStringEncoder encode(encoding.constData());
        QVERIFY2(encode.isValid(), "This system cannot write the encoding of this row.");
        const QByteArray bytes = encode(
            u"PERFORMER \"Ada\"\nTITLE \"%1\"\nFILE \"a.wav\" WAVE\nTRACK 01 AUDIO\nTITLE \"%2\"\n"
            "INDEX 01 00:00:00\n"_s.arg(title, other));
        QCOMPARE(tracksOf(bytes), QStringList{u"a.wav@0 #1/1 Ada|%1|%2"_s.arg(other, title)});
    }

    void leftovers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray sheet = head + first + second;
        QTest::newRow("zeros behind the text") << sheet + QByteArray(512, '\0');
        QTest::newRow("two marks") << "\xEF\xBB\xBF\xEF\xBB\xBF" + sheet;
        QTest::newRow("end of a text of DOS") << sheet + "\x1A" + "TRACK 03 AUDIO\nINDEX 01 09:00:00\n";
        QTest::newRow("returns doubled") << QByteArray(sheet).replace("\n", "\r\r\n");
    }

    void leftovers()
    {
        QFETCH(const QByteArray, bytes);
        QCOMPARE(tracksOf(bytes), (QStringList{firstLine, secondLine}));
    }

    void decode_utf8WithALetterCutInTwo()
    {
        const QByteArray sheet = QString(u"TITLE \"Песни\"\nPERFORMER \"Кино и другие\"\n"_s).toUtf8() + "REM COMMENT \xD0\n"
            + "FILE a.wav WAVE\n" + first;
        QCOMPARE(tracksOf(sheet), QStringList{u"a.wav@0 #1/1 Кино и другие|One|Песни"_s});
    }

    void tags_data()
    {
        QTest::addColumn<QByteArray>("header"); // in front of FILE
        QTest::addColumn<QByteArray>("track");  // in the first track
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &header, const QByteArray &track, const QString &tag,
                            const QString &expected) { QTest::newRow(name) << header << track << tag << expected; };
        row("genre without quotes", "REM GENRE Modern  Rock", "", u"genre"_s, u"Modern  Rock"_s);
        row("genre as CD-Text", "GENRE \"Rock\"", "", u"genre"_s, u"Rock"_s);
        row("date", "REM DATE 1999-05-01", "", u"date"_s, u"1999-05-01"_s);
        row("date without REM", "DATE 1999", "", u"date"_s, u"1999"_s);
        row("date of a track", "REM DATE 1999", "REM DATE 01/02/1997", u"date"_s, u"01/02/1997"_s);
        row("lower case", "rem date \"1999\"", "", u"date"_s, u"1999"_s);
        row("with a colon", "REM DATE: 1999", "", u"date"_s, u"1999"_s);
        row("year", "REM YEAR 1999", "", u"date"_s, u"1999"_s);
        row("discid", "REM DISCID 860B640B", "", u"discid"_s, u"860B640B"_s);
        row("comment", "REM COMMENT \"a b\"", "", u"comment"_s, u"a b"_s);
        row("disc", "REM DISCNUMBER 2", "", u"discnumber"_s, u"2"_s);
        row("disc of discs", "REM DISCNUMBER \"2/5\"", "", u"disctotal"_s, u"5"_s);
        row("disc in words", "REM DISC \"CD 2\"", "", u"discnumber"_s, u"2"_s);
        row("discs", "REM TOTALDISCS 5", "", u"disctotal"_s, u"5"_s);
        row("catalogue", "CATALOG 0724349910152", "", u"barcode"_s, u"0724349910152"_s);
        row("catalogue quoted with hyphens", "CATALOG \"0-724349-910152\"", "", u"barcode"_s, u"0724349910152"_s);
        row("catalogue of zeros", "CATALOG 0000000000000", "", u"barcode"_s, QString());
        row("code", "", "ISRC GB-AYE-00-00351", u"isrc"_s, u"GBAYE0000351"_s);
        row("code of zeros", "", "ISRC 000000000000", u"isrc"_s, QString());
        row("writer of all", "SONGWRITER \"Ada\"", "", u"composer"_s, u"Ada"_s);
        row("writer of one", "SONGWRITER \"Ada\"", "SONGWRITER \"Bob\"", u"composer"_s, u"Bob"_s);
        row("gain of the album", "REM REPLAYGAIN_ALBUM_GAIN -7.50 dB", "", u"replaygain_album_gain"_s, u"-7.50 dB"_s);
        row("gain of the track", "", "REM REPLAYGAIN_TRACK_GAIN +1.20 dB", u"replaygain_track_gain"_s, u"+1.20 dB"_s);
        row("artist of the sheet", "PERFORMER Ada", "", u"artist"_s, u"Ada"_s);
        row("artist of the track", "PERFORMER Ada", "PERFORMER Bob", u"artist"_s, u"Bob"_s);
        row("artist of the track is empty", "PERFORMER Ada", "PERFORMER \"\"", u"artist"_s, u"Ada"_s);
        row("artist of the album", "PERFORMER Ada", "PERFORMER Bob", u"albumartist"_s, u"Ada"_s);
        row("many artists", "PERFORMER \"VARIOUS\"", "PERFORMER Bob", u"compilation"_s, u"1"_s);
        row("one artist", "PERFORMER \"Various Positions\"", "", u"compilation"_s, QString());
        row("title out of use", "TITLE Loops\nREM TITLE Knots", "", u"album"_s, u"Loops"_s);
        row("MusicBrainz", "REM MUSICBRAINZ_ALBUM_ID 4c6f", "", u"musicbrainz_albumid"_s, u"4c6f"_s);
        row("flags", "", "FLAGS DCP 4CH PRE SCMS", u"preemphasis"_s, u"1"_s);
        row("flags in two lines", "", "FLAGS PRE\nFLAGS DCP", u"preemphasis"_s, u"1"_s);
        row("other flags", "", "FLAGS DCP", u"preemphasis"_s, QString());
    }

    void tags()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, track);
        QFETCH(const QString, tag);
        const QByteArray sheet = header + "\nFILE a.wav WAVE\nTRACK 01 AUDIO\n" + track + "\nINDEX 01 00:00:00\n";
        QTEST(tagsOf(sheet, 0).value(tag), "expected");
        if (track.isEmpty()) // what stands between FILE and the first TRACK is of the disc as well
            QTEST(tagsOf("FILE a.wav WAVE\n" + header + "\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n", 0).value(tag), "expected");
    }

    void titles_ofManyArtists_data()
    {
        QTest::addColumn<QByteArray>("performer");
        QTest::addColumn<QByteArrayList>("titles");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("dash") << QByteArray("Various") << QByteArrayList{"Ada - One", "Bob - Two - Live"}
                              << QStringList{u"Ada|One"_s, u"Bob|Two - Live"_s};
        QTest::newRow("slash") << QByteArray("Various Artists") << QByteArrayList{"A-ha, Bob / One", "Cy / Two"}
                               << QStringList{u"A-ha, Bob|One"_s, u"Cy|Two"_s};
        QTest::newRow("not all") << QByteArray("Various") << QByteArrayList{"Ada - One", "Two"}
                                 << QStringList{u"Various|Ada - One"_s, u"Various|Two"_s};
        QTest::newRow("one artist") << QByteArray("Ada") << QByteArrayList{"Suite - One", "Suite - Two"}
                                    << QStringList{u"Ada|Suite - One"_s, u"Ada|Suite - Two"_s};
    }

    void titles_ofManyArtists()
    {
        QFETCH(const QByteArray, performer);
        QFETCH(const QByteArrayList, titles);
        QFETCH(const QStringList, expected);
        QByteArray sheet = "PERFORMER \"" + performer + "\"\nFILE a.wav WAVE\n";
        for (qsizetype i = 0; i < titles.size(); ++i)
            sheet += "TRACK " + QByteArray::number(i + 1) + " AUDIO\nTITLE \"" + titles[i] + "\"\nINDEX 01 0"
                + QByteArray::number(i) + ":00:00\n";
        for (qsizetype i = 0; i < titles.size(); ++i) {
            const QMap<QString, QString> tags = tagsOf(sheet, size_t(i));
            QCOMPARE(tags.value(u"artist"_s) + u'|' + tags.value(u"title"_s), expected[i]);
            QCOMPARE(tags.value(u"albumartist"_s), QString::fromUtf8(performer));
        }
    }

    void toc_countsWhatTheDiscHasBeforeATrack()
    {
        const Result<MediaInfo> info = probeCueSheet("FILE a.wav WAVE\nTRACK 01 AUDIO\nPREGAP 00:00:33\nINDEX 01 00:00:00\n"
                                                     "TRACK 02 AUDIO\nPREGAP 00:02:00\nINDEX 01 01:00:00\n");
        QVERIFY(info);
        const DiscToc toc = tocFromCue(info->contents, {{"a.wav", 9000}});
        QCOMPARE(toc.offsets, (QList<int>{150 + 33, 150 + 33 + 150 + 4500}));
        QCOMPARE(toc.leadOut, 150 + 33 + 150 + 9000);
    }

    // As whipper writes it.
    void file_ofTheHiddenTrack()
    {
        const Result<MediaInfo> info = probeCueSheet("FILE 00.wav WAVE\nTRACK 01 AUDIO\nINDEX 00 00:00:00\n"
                                                     "FILE 01.wav WAVE\nINDEX 01 00:00:00\n"
                                                     "FILE 02.wav WAVE\nTRACK 02 AUDIO\nINDEX 01 00:00:00\n");
        QVERIFY(info);
        QCOMPARE(placeText(info->contents[0]), u"00.wav@0"_s);
        QVERIFY(info->contents[0].options.value(CueKey::isHidden).toBool());
        QCOMPARE(info->contents[0].tags.value(u"track"_s), u"0"_s);
        QCOMPARE(placeText(info->contents[1]), u"01.wav@0"_s);
        QCOMPARE(info->contents[1].tags.value(u"track"_s), u"1"_s);
    }

    void file_withoutALineItIsNamedAsTheSheet()
    {
        const Result<MediaInfo> info = probeCueSheet(first + second, "/rips/Ada/Loops.v2.cue");
        QVERIFY(info);
        QCOMPARE(info->contents.front().path, QByteArray("Loops.v2.wav")); // or FLAC, or what there is
        QVERIFY(!probeCueSheet(first + second));
    }

    // Of two that start at one place the first has no sound, and the second all of it.
    void tracks_atOnePlace()
    {
        const Result<MediaInfo> info = probeCueSheet(
            "FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"
            "TRACK 02 AUDIO\nINDEX 01 00:04:00\nTRACK 03 AUDIO\nINDEX 01 00:04:00\n"
            "TRACK 04 AUDIO\nINDEX 01 00:04:00\nTRACK 05 AUDIO\nINDEX 01 00:08:00\n");
        QVERIFY(info);
        QStringList numbers;
        for (const ContainedFile &piece : info->contents)
            numbers.append(piece.tags.value(u"track"_s));
        QCOMPARE(numbers, (QStringList{u"1"_s, u"4"_s, u"5"_s, QString()})); // and the image
        QCOMPARE(info->warnings.size(), 2);
        QVERIFY2(info->warnings.front().contains("Track 2"_L1), qPrintable(info->warnings.front()));
    }

    void warnings_aTrackIsMissing()
    {
        const Result<MediaInfo> info = probeCueSheet(head + first + "TRACK 02 AUDIO\nTITLE Lost\n" + second);
        QVERIFY(info);
        QCOMPARE(info->warnings.size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestCuePeculiarities)
#include "tst_cuepeculiarities.moc"
