// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/cuecontents.h"
#include "core/plan/cuekeys.h"
#include "support/convertharness.h"

#include <QStringEncoder>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray plain = R"(REM GENRE "Modern Rock"
REM DATE 2011
REM COMMENT "ExactAudioCopy v0.95b4"
REM DISCNUMBER 2
REM TOTALDISCS 5
REM REPLAYGAIN_ALBUM_GAIN -7.50 dB
CATALOG 0724349910152
PERFORMER "Tëst"
TITLE "Short file"
FILE "short.wav" WAVE
  TRACK 01 AUDIO
    TITLE "One "quoted" word"
    FLAGS DCP PRE
    ISRC GBAYE0000351
    REM REPLAYGAIN_TRACK_GAIN -6.20 dB
    INDEX 00 00:00:00
    INDEX 01 00:00:33
  TRACK 02 AUDIO
    TITLE Two
    PERFORMER "Somebody else"
    INDEX 01 00:46:00
  TRACK 03 AUDIO
    TITLE "Three"
    INDEX 00 01:22:22
    INDEX 01 01:25:10
    INDEX 02 01:26:00
)";

CueSheet parsed(const QByteArray &bytes)
{
    const Result<CueSheet> sheet = parseCueSheet(decodeCueText(bytes));
    return sheet ? *sheet : CueSheet();
}

qint64 frame(int minutes, int seconds, int frames)
{
    return (qint64(minutes) * 60 + seconds) * 75 + frames;
}

} // namespace

class TestCueSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_plain()
    {
        const CueSheet sheet = parsed(plain);
        QCOMPARE(sheet.files, QStringList{u"short.wav"_s});
        QCOMPARE(sheet.tags.value(u"genre"_s), u"Modern Rock"_s);
        QCOMPARE(sheet.tags.value(u"date"_s), u"2011"_s);
        QCOMPARE(sheet.tags.value(u"artist"_s), u"Tëst"_s);
        QCOMPARE(sheet.tags.value(u"discnumber"_s), u"2"_s);
        QCOMPARE(sheet.tags.value(u"disctotal"_s), u"5"_s);
        QCOMPARE(sheet.tags.value(u"replaygain_album_gain"_s), u"-7.50 dB"_s);
        QCOMPARE(sheet.tags.value(u"barcode"_s), u"0724349910152"_s);
        QCOMPARE(sheet.tracks.size(), 3u);
        QCOMPARE(sheet.tracks[0].tags.value(u"title"_s), u"One \"quoted\" word"_s);
        QCOMPARE(sheet.tracks[0].tags.value(u"isrc"_s), u"GBAYE0000351"_s);
        QCOMPARE(sheet.tracks[0].tags.value(u"replaygain_track_gain"_s), u"-6.20 dB"_s);
        QVERIFY(sheet.tracks[0].hasPreEmphasis);
        QVERIFY(!sheet.tracks[1].hasPreEmphasis);
        QCOMPARE(sheet.tracks[0].start->frame, 33);
        QCOMPARE(sheet.tracks[1].tags.value(u"title"_s), u"Two"_s);
        QVERIFY(!sheet.tracks[1].gap);
        QCOMPARE(sheet.tracks[2].gap->frame, frame(1, 22, 22));
        QCOMPARE(sheet.tracks[2].start->frame, frame(1, 25, 10));
    }

    void parse_sameWhateverTheForm_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = QString::fromUtf8(plain);
        QTest::newRow("crlf") << QByteArray(plain).replace("\n", "\r\n");
        QTest::newRow("old mac") << QByteArray(plain).replace("\n", "\r");
        QTest::newRow("utf-8 with mark") << "\xEF\xBB\xBF" + plain;
        QTest::newRow("utf-16le with mark") << "\xFF\xFE" + QByteArray(QStringEncoder(QStringConverter::Utf16LE)(text));
        QTest::newRow("utf-16be with mark") << "\xFE\xFF" + QByteArray(QStringEncoder(QStringConverter::Utf16BE)(text));
        QTest::newRow("latin 1") << text.toLatin1();
        QByteArray lower = plain;
        for (const char *word : {"REM", "PERFORMER", "TITLE", "FILE", "TRACK", "INDEX", "FLAGS", "GENRE", "DATE", "AUDIO"})
            lower.replace(word, QByteArray(word).toLower());
        QTest::newRow("lower case") << lower;
        QTest::newRow("no quotes around the file") << QByteArray(plain).replace("\"short.wav\"", "short.wav");
    }

    void parse_sameWhateverTheForm()
    {
        QFETCH(const QByteArray, bytes);
        QCOMPARE(parsed(bytes), parsed(plain));
    }

    void decode_russian()
    {
        const QString title = u"Широкая электрификация южных губерний даст мощный толчок подъёму сельского хозяйства"_s;
        const QString text = u"TITLE \"%1\"\nFILE \"a.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"_s.arg(title);
        const QByteArray bytes = QByteArray(QStringEncoder("windows-1251")(text));
        QVERIFY(bytes.size() == text.size());
        QCOMPARE(parsed(bytes).tags.value(u"title"_s), title);
    }

    void decode_corpusRussian()
    {
        const QString folder = test::corpusFolder();
        if (folder.isEmpty())
            QSKIP("The corpus of real files is not here.");
        const QString text = decodeCueText(test::readFile(folder + u"/cue/01_-_windows-1251.src"_s));
        QVERIFY2(text.contains(u"Широкая электрификация южных губерний"_s), qPrintable(text));
    }

    void parse_corpus_data()
    {
        QTest::addColumn<int>("tracks");
        QTest::addColumn<int>("files");
        QTest::addColumn<QString>("album");
        QTest::addColumn<QString>("secondTitle");
        QTest::addColumn<qint64>("lastStart");
        QTest::newRow("00_short.cue") << 4 << 1 << u"Short file"_s << u"Short track 2"_s << frame(2, 41, 5);
        QTest::newRow("01_lower_case.cue") << 4 << 1 << u"Short file"_s << u"Short track 2"_s << frame(2, 41, 5);
        QTest::newRow("02_multi_file.cue") << 15 << 2 << u"Album"_s << u"Track 1.2"_s << frame(35, 57, 50);
        QTest::newRow("06_issue86.cue") << 12 << 1 << u"Album"_s << u"Song"_s << qint64(-1);
        QTest::newRow("07_issue_119_TOTALDISCS_and_DISCNUMBER_tags.cue")
            << 4 << 1 << u"Short file"_s << u"Short track 2"_s << frame(2, 41, 5);
    }

    void parse_corpus()
    {
        const QString folder = test::corpusFolder();
        if (folder.isEmpty())
            QSKIP("The corpus of real files is not here.");
        const CueSheet sheet = parsed(test::readFile(folder + u"/cue/"_s + QString::fromUtf8(QTest::currentDataTag())));
        QFETCH(const int, tracks);
        QFETCH(const int, files);
        QFETCH(const qint64, lastStart);
        QTEST(sheet.tags.value(u"title"_s), "album");
        QCOMPARE(int(sheet.tracks.size()), tracks);
        QCOMPARE(int(sheet.files.size()), files);
        QTEST(sheet.tracks[1].tags.value(u"title"_s), "secondTitle");
        if (lastStart >= 0)
            QCOMPARE(sheet.tracks.back().start->frame, lastStart);
        QCOMPARE(sheet.tracks.back().start->file, files - 1);
    }

    void parse_damaged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no track") << QByteArray("FILE \"a.wav\" WAVE\n");
        QTest::newRow("no file") << QByteArray("TRACK 01 AUDIO\nINDEX 01 00:00:00\n");
        QTest::newRow("no place") << QByteArray("FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 soon\n");
        QTest::newRow("huge minutes") << QByteArray("FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 99999999999999:00:00\n");
        QTest::newRow("backwards") << QByteArray("FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 01:00:00\n"
                                                 "TRACK 02 AUDIO\nINDEX 01 00:30:00\n");
        QTest::newRow("number") << QByteArray("FILE a.wav WAVE\nTRACK x AUDIO\nINDEX 01 00:00:00\n");
        QByteArray many = "FILE a.wav WAVE\n";
        for (int i = 0; i < 5000; ++i)
            many += "TRACK 01 AUDIO\nINDEX 01 00:00:00\n";
        QTest::newRow("too many") << many;
        QTest::newRow("noise") << QByteArray("\xFF\xFE\x00\x01\x80\x90\"\"\"\x00\n\x00", 12);
    }

    void parse_damaged()
    {
        QFETCH(const QByteArray, bytes);
        const Result<MediaInfo> sheet = probeCueSheet(bytes);
        QVERIFY(!sheet);
        QCOMPARE(sheet.error().kind, ErrorKind::DamagedInput);
        QVERIFY(!sheet.error().message.isEmpty());
    }

    void contents_placesAndTags()
    {
        const Result<MediaInfo> info = probeCueSheet(plain);
        QVERIFY(info);
        QCOMPARE(info->formatId, u"cue"_s);
        QCOMPARE(info->contents.size(), 5u); // what is before the first track, three tracks, the image
        const ContainedFile &hidden = info->contents[0];
        QVERIFY(hidden.options.value(CueKey::isHidden).toBool());
        QCOMPARE(hidden.options.value(CueKey::nextStart).toInt(), 33);
        const ContainedFile &second = info->contents[2];
        QCOMPARE(second.path, QByteArray("short.wav"));
        QCOMPARE(second.options.value(CueKey::start).toLongLong(), frame(0, 46, 0));
        QCOMPARE(second.options.value(CueKey::nextGap).toLongLong(), frame(1, 22, 22));
        QCOMPARE(second.options.value(CueKey::nextStart).toLongLong(), frame(1, 25, 10));
        QCOMPARE(second.tags.value(u"album"_s), u"Short file"_s);
        QCOMPARE(second.tags.value(u"artist"_s), u"Somebody else"_s);
        QCOMPARE(second.tags.value(u"albumartist"_s), u"Tëst"_s);
        QCOMPARE(second.tags.value(u"track"_s), u"2"_s);
        QCOMPARE(second.tags.value(u"tracktotal"_s), u"3"_s);
        QVERIFY(!second.tags.contains(u"isrc"_s));
        QCOMPARE(info->contents[1].tags.value(u"preemphasis"_s), u"1"_s);
        QVERIFY(!info->contents[3].options.contains(QString(CueKey::nextStart)));
        QVERIFY(info->contents[4].options.value(CueKey::isImage).toBool());
        QVERIFY(info->contents[4].options.value(u"cuesheet"_s).toString().contains("TRACK 03"_L1));
        QVERIFY(!info->contents[4].tags.contains(u"title"_s));
        // As it comes out of a worker.
        QCOMPARE(MediaInfo::fromCbor(info->toCbor()).contents.size(), info->contents.size());
    }

    // The pause in front of data holds sectors of data (ECMA-130, 20): noise to ears.
    void contents_dataTrackEndsTheLastOne()
    {
        const Result<MediaInfo> info = probeCueSheet("FILE a.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"
                                                     "TRACK 02 MODE1/2352\nINDEX 00 01:00:00\nINDEX 01 01:02:00\n");
        QVERIFY(info);
        QCOMPARE(info->contents.size(), 2u);
        QCOMPARE(info->contents[0].options.value(CueKey::nextStart).toLongLong(), frame(1, 0, 0));
        QVERIFY(!info->contents[0].options.contains(QString(CueKey::nextGap)));
        QCOMPARE(info->contents[0].tags.value(u"tracktotal"_s), u"1"_s);
    }

    void contents_pathStaysInTheFolder_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("windows") << QByteArray("C:\\rips\\CDImage.wav") << QByteArray("CDImage.wav");
        QTest::newRow("absolute") << QByteArray("/etc/passwd") << QByteArray("passwd");
        QTest::newRow("up") << QByteArray("../../secret.wav") << QByteArray("secret.wav");
        QTest::newRow("folder") << QByteArray("disc 1\\image.wav") << QByteArray("disc 1/image.wav");
        QTest::newRow("only up") << QByteArray("..") << QByteArray();
    }

    void contents_pathStaysInTheFolder()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const QByteArray, expected);
        const Result<MediaInfo> info = probeCueSheet("FILE \"" + written + "\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n");
        QCOMPARE(bool(info), !expected.isEmpty());
        if (info)
            QCOMPARE(info->contents.front().path, expected);
    }
};

QTEST_APPLESS_MAIN(TestCueSheet)
#include "tst_cuesheet.moc"
