// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/tagchoice.h"
#include "support/convertharness.h"

#include <QJsonArray>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestTagChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guessTags_readsNames_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("track");
        QTest::addColumn<QString>("title");
        QTest::newRow("cdparanoia") << QByteArray("/rip/track01.cdda.wav") << u"1"_s << QString();
        QTest::newRow("grip") << QByteArray("Track 12.wav") << u"12"_s << QString();
        QTest::newRow("icedax") << QByteArray("audio_03.wav") << QString() << QString();
        QTest::newRow("number") << QByteArray("07.wav") << u"7"_s << QString();
        QTest::newRow("dash") << QByteArray("a/03 - So What.wav") << u"3"_s << u"So What"_s;
        QTest::newRow("dots") << QByteArray("10. Blue in Green.flac") << u"10"_s << u"Blue in Green"_s;
        QTest::newRow("underscores") << QByteArray("02_-_Freddie.wav") << u"2"_s << u"Freddie"_s;
        QTest::newRow("a year is no track") << QByteArray("1959-08-17 Concert.wav") << QString() << QString();
        QTest::newRow("a rate is no track") << QByteArray("96khz.wav") << QString() << QString();
        QTest::newRow("plain") << QByteArray("sample.wav") << QString() << QString();
        QTest::newRow("not UTF-8") << QByteArray("04 - caf\xE9.wav") << u"4"_s << u"caf\uFFFD"_s;
    }
    void guessTags_readsNames()
    {
        QFETCH(QByteArray, path);
        const auto tags = tagMap(guessTags(path));
        QTEST(tags.value(u"track"_s), "track");
        QTEST(tags.value(u"title"_s), "title");
    }

    void chooseTags_optionsWinOverSourceOverName()
    {
        const AudioTags source{
            {"ARTIST", u"Miles Davis"_s}, {"ARTIST", u"John Coltrane"_s}, {"TITLE", u"So What"_s}, {"MOOD", u"blue"_s}};
        const OptionValues options = test::optionsFor(u"audio", {{u"title"_s, u"All Blues"_s}, {u"date"_s, u"1959"_s}});
        const AudioTags expected{{"ARTIST", u"Miles Davis"_s}, {"ARTIST", u"John Coltrane"_s}, {"TITLE", u"All Blues"_s},
                                 {"DATE", u"1959"_s},          {"TRACKNUMBER", u"4"_s},        {"MOOD", u"blue"_s}};
        QCOMPARE(chooseTags(options, source, "04 - Other.wav"), expected);
    }

    void chooseTags_sourceAndNameCanBeLeftOut()
    {
        const AudioTags source{{"ARTIST", u"Miles Davis"_s}};
        const OptionValues options = test::optionsFor(u"audio", {{u"keep_tags"_s, false}, {u"guess_tags"_s, false}});
        QCOMPARE(chooseTags(options, source, "04 - Other.wav"), AudioTags());
    }

    void gains_asEachFormatSaysThem()
    {
        const AudioTags plain{{"TITLE", u"T"_s},
                              {"REPLAYGAIN_TRACK_GAIN", u"-3.50 dB"_s},
                              {"REPLAYGAIN_TRACK_PEAK", u"0.9"_s},
                              {"REPLAYGAIN_ALBUM_GAIN", u"+1.00 dB"_s}};
        const AudioTags opus{{"TITLE", u"T"_s}, {"R128_TRACK_GAIN", u"-2176"_s}, {"R128_ALBUM_GAIN", u"-1024"_s}};
        QCOMPARE(tagsFor(u"opus"_s, plain), opus);
        QCOMPARE(tagsFor(u"opus"_s, opus), opus);
        QCOMPARE(tagsFor(u"mp3"_s, plain), plain);
        const AudioTags back = tagsFor(u"flac"_s, opus);
        QCOMPARE(back.size(), 3);
        QVERIFY(back.contains({"REPLAYGAIN_TRACK_GAIN", u"-3.50 dB"_s}));
        QVERIFY(back.contains({"REPLAYGAIN_ALBUM_GAIN", u"1.00 dB"_s}));
        QCOMPARE(tagsFor(u"opus"_s, {{"REPLAYGAIN_TRACK_GAIN", u"loud"_s}}), AudioTags());
    }

    void chooseTags_measuredGainsWinOverThoseOfASheet()
    {
        const QJsonArray sheet{u"REPLAYGAIN_TRACK_GAIN=-1.00 dB"_s, u"REPLAYGAIN_ALBUM_GAIN=-7.00 dB"_s};
        const AudioTag track{"REPLAYGAIN_TRACK_GAIN", u"-1.00 dB"_s};
        const AudioTag album{"REPLAYGAIN_ALBUM_GAIN", u"-7.00 dB"_s};
        const auto chosen = [&sheet](const QString &measured) {
            return chooseTags(test::optionsFor(u"audio", {{u"tags"_s, sheet}, {u"replaygain"_s, measured}}), {}, "a.wav");
        };
        QCOMPARE(chosen(u"off"_s), (AudioTags{track, album}));
        QCOMPARE(chosen(u"track"_s), AudioTags{album});
        QCOMPARE(chosen(u"album"_s), AudioTags());
    }
};

QTEST_APPLESS_MAIN(TestTagChoice)
#include "tst_tagchoice.moc"
