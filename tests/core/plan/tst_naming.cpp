// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/naming.h"

#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

NameValues sample()
{
    NameValues values{toPath("/music/Kind of Blue/03 - So What.wav"_ba), "flac", 7, {}};
    values.info.width = 2048;
    values.info.height = 1568;
    values.info.frames = 12;
    values.info.tags = {{u"artist"_s, u"Miles Davis"_s}, {u"album"_s, u"Kind of Blue"_s}, {u"title"_s, u"So What"_s},
                        {u"track"_s, u"3/5"_s},          {u"date"_s, u"1959"_s},          {u"genre"_s, u"Jazz"_s}};
    return values;
}

QByteArray expand(const QString &text, const NameValues &values = sample())
{
    const Result<Path> path = expandNameTemplate(text, values);
    return path ? toBytes(*path) : "error: " + path.error().message.toUtf8();
}

} // namespace

/// Names of outputs from templates.
class TestNaming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expand_everyPlaceholder_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("stem") << u"{stem}"_s << "03 - So What"_ba;
        QTest::newRow("name") << u"{name}"_s << "03 - So What.wav"_ba;
        QTest::newRow("ext") << u"{stem}.{ext}"_s << "03 - So What.flac"_ba;
        QTest::newRow("parent") << u"{parent}"_s << "Kind of Blue"_ba;
        QTest::newRow("n") << u"{n}"_s << "7"_ba;
        QTest::newRow("n padded") << u"{n:03}x"_s << "007x"_ba;
        QTest::newRow("size") << u"{width}x{height}"_s << "2048x1568"_ba;
        QTest::newRow("frames") << u"{frames:4}"_s << "0012"_ba;
        QTest::newRow("tags") << u"{artist}, {album}, {title}, {date}, {genre}"_s
                              << "Miles Davis, Kind of Blue, So What, 1959, Jazz"_ba;
        QTest::newRow("track of tracks") << u"{track:02}"_s << "03"_ba;
        QTest::newRow("missing tag") << u"a{composer}b"_s << "ab"_ba;
        QTest::newRow("missing tags and blanks")
            << u"{composer} {albumartist}/{composer} {album}/x"_s << "Kind of Blue/x"_ba;
        QTest::newRow("folders") << u"{artist}/{album}/{track:02} {title}"_s << "Miles Davis/Kind of Blue/03 So What"_ba;
    }

    void expand_everyPlaceholder()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, name);
        QCOMPARE(expand(text), name);
        QVERIFY(checkNameTemplate(text));
    }

    void expand_neverLeavesTheFolder_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("artist");
        for (const char *artist :
             {"..", ".", "../../etc", "/etc/passwd", "a/../..", "\\..\\..", "...", "", " ", ".. ", "..\n", "\x01"}) {
            for (const char *text : {"{artist}", "{artist}/{stem}", "../{artist}", "/{artist}", "a/../../{artist}",
                                     "./{artist}/.", "//{artist}//"})
                QTest::addRow("%s with %s", text, QByteArray(artist).toPercentEncoding().constData())
                    << QString::fromLatin1(text) << QString::fromLatin1(artist);
        }
    }

    void expand_neverLeavesTheFolder()
    {
        QFETCH(QString, text);
        QFETCH(QString, artist);
        NameValues values = sample();
        values.info.tags[u"artist"_s] = artist;
        const Result<Path> path = expandNameTemplate(text, values);
        QVERIFY(path);
        QVERIFY(path->is_relative() && !path->empty());
        const Path base("/out");
        QCOMPARE(toBytes((base / *path).lexically_normal()).left(5), "/out/"_ba);
        for (const Path &part : *path)
            QVERIFY2(!part.empty() && part != "." && part != "..", path->c_str());
        // A value makes no folder of its own.
        QVERIFY(std::distance(path->begin(), path->end()) <= text.count(u'/') + 1);
    }

    void frame_isFilledInForEachOutput()
    {
        NameValues values = sample();
        values.info.tags[u"artist"_s] = u"\x01"
                                        "03"_s; // a tag does not make a number
        const Result<Path> path = expandNameTemplate(u"{artist}/f{frame:03}-{frame}"_s, values);
        QVERIFY(path);
        QCOMPARE(toBytes(path->parent_path()), "_03"_ba);
        const QByteArray stem = toBytes(path->filename());
        QVERIFY(hasFrameNumber(stem));
        QCOMPARE(withFrameNumber(stem, 7), "f007-7"_ba);
        QCOMPARE(withFrameNumber(stem, 12345), "f12345-12345"_ba);
        QVERIFY(!hasFrameNumber("plain"));
        QVERIFY(checkNameTemplate(u"{frame:04}"_s));
        // All outputs of a file are in one folder.
        QCOMPARE(expandNameTemplate(u"{frame}/x"_s, values).error().kind, ErrorKind::InvalidOption);
    }

    void check_refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "  ", "{", "a{b", "{stem", "{nothing}", "{}", "a}b", "{stem}}", "{n:}", "{n:x}",
                                 "{n:123}", "{{stem}}", "{Stem}"})
            QTest::addRow("%s.", text) << QString::fromLatin1(text);
    }

    void check_refuses()
    {
        QFETCH(QString, text);
        const Result<void> checked = checkNameTemplate(text);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, ErrorKind::InvalidOption);
    }

    void safeFileName_guards_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("safe");
        QTest::newRow("plain") << "a b"_ba
                               << "a b"_ba;
        QTest::newRow("separators") << "a/b\\c"_ba
                                    << "a_b_c"_ba;
        QTest::newRow("forbidden") << "<>:\"|?*"_ba
                                   << "_______"_ba;
        QTest::newRow("control") << QByteArray("a\0b\n\x7f", 5) << "a_b__"_ba;
        QTest::newRow("hidden") << ".profile"_ba
                                << "_.profile"_ba;
        QTest::newRow("dash") << "-rf"_ba
                              << "_-rf"_ba;
        QTest::newRow("trailing") << "a. . "_ba
                                  << "a"_ba;
        QTest::newRow("dots") << ".."_ba
                              << "_"_ba;
        QTest::newRow("empty") << ""_ba
                               << "_"_ba;
        for (const char *device : {"CON", "con", "PRN", "AUX", "nul", "COM1", "lpt9", "NUL.txt", "com1.tar.gz"})
            QTest::addRow("%s", device) << QByteArray(device) << '_' + QByteArray(device);
        for (const char *device : {"COM\u00B9", "lpt\u00B3.flac", "CONIN$", "conout$", "NUL .txt"})
            QTest::addRow("%s", device) << QByteArray(device) << '_' + QByteArray(device);
        QTest::newRow("turned round") << "a\u202Egpj.exe\u2066b\u2069"_ba
                                      << "agpj.exeb"_ba;
        QTest::newRow("unseen") << "\uFEFFa\u200Bb"_ba
                                << "ab"_ba;
        QTest::newRow("only unseen") << "\u202E\u200B"_ba
                                     << "_"_ba;
        QTest::newRow("hidden behind the unseen") << "\u200B.profile"_ba
                                                  << "_.profile"_ba;
        QTest::newRow("line ends") << "a\u2028b\u0085c"_ba
                                   << "a_b_c"_ba;
        QTest::newRow("joined emoji and marks") << "\U0001F469\u200D\U0001F52C \u05D0\u200F"_ba
                                                << "\U0001F469\u200D\U0001F52C \u05D0\u200F"_ba;
        QTest::newRow("no device") << "CONSOLE"_ba
                                   << "CONSOLE"_ba;
        QTest::newRow("no port") << "COM0"_ba
                                 << "COM0"_ba;
        QTest::newRow("not UTF-8") << "\xff\xfe"_ba
                                   << "\xff\xfe"_ba;
    }

    void safeFileName_guards()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, safe);
        QCOMPARE(safeFileName(name), safe);
        QCOMPARE(safeFileName(safe), safe);
    }

    void safeFileName_isShortEnough()
    {
        QCOMPARE(safeFileName(QByteArray(300, 'a')).size(), 255);
        QCOMPARE(safeFileName(QByteArray(300, 'a'), 24).size(), 231);
        QCOMPARE(safeFileName(QByteArray(255, 'a')).size(), 255);
        // Never half a character, and not shortened more than that needs.
        const QByteArray smile = QByteArray("\xf0\x9f\x99\x82").repeated(100);
        for (int shift = 0; shift < 4; ++shift) {
            const QByteArray cut = safeFileName(QByteArray(shift, 'x') + smile);
            QVERIFY(QString::fromUtf8(cut).toUtf8() == cut);
            QVERIFY(cut.size() > 251 && cut.size() <= 255);
        }
        QCOMPARE(safeFileName(QByteArray(300, '\x80')).size(), 255);
        // Nor half of what joiners have made one.
        QCOMPARE(safeFileName(QByteArray(248, 'a') + "\U0001F469\u200D\U0001F52C"), QByteArray(248, 'a') + "\U0001F469");
        QCOMPARE(safeFileName(QByteArray(254, 'a') + " b"),
                 QByteArray(254, 'a')); // the end is guarded after the cut as well
    }

    void expand_keepsBytes()
    {
        NameValues values = sample();
        values.input = toPath("/x/\xff\xfe.wav"_ba);
        QCOMPARE(expand(u"{stem}"_s, values), "\xff\xfe"_ba);
        values.input = toPath("/x/" + QByteArray(251, 'n') + ".wav");
        QVERIFY(expand(u"{parent}{stem}"_s, values).size() <= 231);
    }
};

QTEST_GUILESS_MAIN(TestNaming)
#include "tst_naming.moc"
