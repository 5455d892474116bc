// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"
#include "core/album/accuraterip.h"
#include "support/fakeservice.h"
#include "support/otherprograms.h"

#include <QJsonArray>
#include <QTest>
#include <QtEndian>

#include <algorithm>

using namespace convoy::test;

namespace {

constexpr double threeSeconds = 3;

QString tag(const QString &file, const QString &name)
{
    return QString::fromUtf8(program(u"metaflac"_s, {u"--show-tag="_s + name, file}).trimmed().mid(name.size() + 1));
}

QByteArray picture(const QString &file)
{
    return program(u"metaflac"_s, {u"--export-picture-to=-"_s, file});
}

/// A picture as far as anybody looks at it who does not show it: a frame of one pixel, and an end.
QByteArray jpeg(const QByteArray &content)
{
    return QByteArray::fromHex("ffd8ffc0000b080001000101011100") + content + "\xFF\xD9";
}

QJsonArray json(const Run &run)
{
    return QJsonDocument::fromJson(run.out).array();
}

} // namespace

class TestCliMusic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!QFile::exists(CliPlace::program()))
            QSKIP("convoy-cli is not built.");
        m_place = std::make_unique<CliPlace>();
        for (int i = 1; i <= 3; ++i)
            m_place->add("in/An Artist/An Album/track0" + QByteArray::number(i) + ".cdda.wav",
                         noiseWave(threeSeconds, quint32(i)));
    }
    void cleanup()
    {
        for (const char *name : {"CONVOY_LOOKUP_URL", "CONVOY_COVER_URL", "CONVOY_ACCURATERIP_URL"})
            qunsetenv(name);
        m_place.reset();
    }

    void plain_namesAsRippersMeanThem()
    {
        const Run run = convert({});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(m_place->files(u"out"_s), (QStringList{u"track01.flac"_s, u"track02.flac"_s, u"track03.flac"_s}));
        QCOMPARE(tag(m_place->path(u"out/track02.flac"_s), u"TRACKNUMBER"_s), u"2"_s);
    }

    void album_fromFile_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("JSON")
            << QByteArray("a.json")
            << QByteArray("{\"artist\":\"X\",\"title\":\"Y\",\"year\":1999,\"tracks\":[\"One\",\"Two\",\"Three\"]}");
        QTest::newRow("CSV") << QByteArray("a.csv")
                             << QByteArray("title,artist,album,year\nOne,X,Y,1999\nTwo,X,Y,1999\nThree,X,Y,1999\n");
        QTest::newRow("cue sheet") << QByteArray("a.cue")
                                   << QByteArray(
                                          "REM DATE 1999\nPERFORMER X\nTITLE Y\nFILE image.wav WAVE\nTRACK 01 AUDIO\n"
                                          "TITLE One\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nTITLE Two\nINDEX 01 00:03:00\n"
                                          "TRACK 03 AUDIO\nTITLE Three\nINDEX 01 00:06:00\n");
    }

    void album_fromFile()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, content);
        m_place->add(name, content);
        const Run run = convert({u"--album"_s, QString::fromUtf8(name), u"--name"_s,
                                 u"{artist}/{album}/{track:02} {title}"_s, u"--set"_s, u"genre=Blues"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(m_place->files(u"out"_s),
                 (QStringList{u"X/Y/01 One.flac"_s, u"X/Y/02 Two.flac"_s, u"X/Y/03 Three.flac"_s}));
        const QString two = m_place->path(u"out/X/Y/02 Two.flac"_s);
        QCOMPARE(tag(two, u"DATE"_s), u"1999"_s);
        QCOMPARE(tag(two, u"TRACKTOTAL"_s), u"3"_s);
        QCOMPARE(tag(two, u"GENRE"_s), u"Blues"_s); // what a person sets stays
    }

    void album_thatIsWrongStartsNothing()
    {
        m_place->add("a.json", "{\"tracks\": [");
        QCOMPARE(convert({u"--album"_s, u"a.json"_s}).status, 2);
        QCOMPARE(convert({u"--album"_s, u"nowhere.csv"_s}).status, 2);
        QCOMPARE(convert({u"--tags-from"_s, u"no tag"_s}).status, 2);
        QCOMPARE(convert({u"--release"_s, u"1"_s}).status, 2);
        QCOMPARE(m_place->run({u"convert"_s, u"--profile"_s, u"photo-jpeg"_s, u"--lookup"_s, u"in"_s}).status, 2);
        QVERIFY(m_place->files(u"out"_s).isEmpty());
    }

    void tags_fromPaths()
    {
        const Run run = convert({u"--tags-from"_s, u"{artist}/{album}/track{track}.cdda"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(tag(m_place->path(u"out/track03.flac"_s), u"ALBUM"_s), u"An Album"_s);
        QCOMPARE(tag(m_place->path(u"out/track03.flac"_s), u"ARTIST"_s), u"An Artist"_s);
        QCOMPARE(tag(m_place->path(u"out/track03.flac"_s), u"TRACKNUMBER"_s), u"3"_s);
    }

    void lookup_tagsAndCover()
    {
        FakeService service;
        const QByteArray cover = jpeg(QByteArray(300, 'c'));
        service.answer("/release/aaaaaaaa-0000-4000-8000-000000000001/front-1200", {{200, cover}});
        offer(service, false);
        const Run run = convert({u"--lookup"_s, u"--name"_s, u"{track:02} {title}"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(m_place->files(u"out"_s),
                 (QStringList{u"01 First.flac"_s, u"02 Second_ Part_2.flac"_s, u"03 Third.flac"_s}));
        const QString two = m_place->path(u"out/02 Second_ Part_2.flac"_s);
        QCOMPARE(tag(two, u"ARTIST"_s), u"An Artist feat. A Guest"_s);
        QCOMPARE(tag(two, u"MUSICBRAINZ_ALBUMID"_s), u"aaaaaaaa-0000-4000-8000-000000000001"_s);
        QCOMPARE(picture(two), cover);
    }

    void lookup_severalHaveToBeChosenFrom()
    {
        FakeService service;
        offer(service, true);
        const Run open = convert({u"--lookup"_s});
        QCOMPARE(open.status, 2);
        QVERIFY2(open.err.contains("bbbbbbbb-0000-4000-8000-000000000002"), open.err.constData());
        QVERIFY(m_place->files(u"out"_s).isEmpty());
        const Run chosen = convert({u"--lookup"_s, u"--release"_s, u"bbbbbbbb-0000-4000-8000-000000000002"_s});
        QVERIFY2(chosen.status == 0, chosen.err.constData());
        QCOMPARE(tag(m_place->path(u"out/track01.flac"_s), u"DATE"_s), u"2009"_s);
        QCOMPARE(tag(m_place->path(u"out/track01.flac"_s), u"DISCTOTAL"_s), u"2"_s);
    }

    void lookup_offlineConvertsAllTheSame()
    {
        qputenv("CONVOY_LOOKUP_URL", "http://127.0.0.1:9");
        const Run run = convert({u"--lookup"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QVERIFY2(run.err.contains("127.0.0.1"), run.err.constData());
        QCOMPARE(m_place->files(u"out"_s).size(), 3);
    }

    void lookup_nobodyKnowsTheDisc()
    {
        FakeService service;
        qputenv("CONVOY_LOOKUP_URL", service.url().toEncoded());
        const Run run = convert({u"--lookup"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QVERIFY2(run.err.contains("knows no disc"), run.err.constData());
        QCOMPARE(m_place->files(u"out"_s).size(), 3);
        QVERIFY(tag(m_place->path(u"out/track01.flac"_s), u"ALBUM"_s).isEmpty());
    }

    void lookup_waitsAndKeepsTheAnswer()
    {
        FakeService service;
        const QByteArray id = threeTracksId();
        service.answer("/ws/2/discid/" + id, {{503}, {200, "<html>pay here</html>"}, {200, discAnswer(id, false)}});
        qputenv("CONVOY_LOOKUP_URL", service.url().toEncoded());
        qputenv("CONVOY_COVER_URL", service.url().toEncoded());
        // First the service is busy, then a hotel answers in its place: all is converted as it is.
        const Run hotel = convert({u"--lookup"_s});
        QVERIFY2(hotel.status == 0, hotel.err.constData());
        QVERIFY2(hotel.err.contains("makes no sense"), hotel.err.constData());
        QCOMPARE(service.requests().size(), 2);
        QVERIFY2(service.requests()[1].atMs - service.requests()[0].atMs >= 1000, "the service was asked too often");
        const Run answered = convert({u"--lookup"_s, u"--conflict"_s, u"overwrite"_s});
        QVERIFY2(answered.status == 0, answered.err.constData());
        QCOMPARE(tag(m_place->path(u"out/track01.flac"_s), u"ALBUM"_s), u"An Album"_s);
        const auto asked = [&service](const QByteArray &what) {
            const QList<FakeService::Request> requests = service.requests();
            return std::ranges::count_if(requests, [&what](const auto &request) { return request.target.startsWith(what); });
        };
        QCOMPARE(asked("/ws/2/discid/"), 3);
        QVERIFY(convert({u"--lookup"_s, u"--conflict"_s, u"overwrite"_s}).status == 0);
        QCOMPARE(asked("/ws/2/discid/"), 3); // from the cache
        QCOMPARE(tag(m_place->path(u"out/track03.flac"_s), u"TITLE"_s), u"Third"_s);
    }

    void lookup_discsOfASet()
    {
        FakeService service;
        qputenv("CONVOY_LOOKUP_URL", service.url().toEncoded());
        qputenv("CONVOY_COVER_URL", service.url().toEncoded());
        const QByteArray first = threeTracksId();
        const QByteArray second = convoy::musicBrainzDiscId({{150, 225, 300}, 375}).toUtf8();
        const QByteArray other = R"({"position": 3, "format": "CD", "discs": [], "tracks": []},)";
        const auto set = [&other](QByteArray answer, char position) {
            answer.replace(R"("position": 1, "format": "CD", "track-count": 3)",
                           QByteArray(R"("position": 1, "format": "CD", "track-count": 3)")
                               .replace("1,", QByteArray(1, position) + ","));
            return answer.replace(R"("media": [)", R"("media": [)" + other);
        };
        service.answer("/ws/2/discid/" + first, {{200, set(discAnswer(first, false), '1')}});
        service.answer("/ws/2/discid/" + second, {{200, set(discAnswer(second, false), '2')}});
        for (int i = 1; i <= 3; ++i)
            m_place->add("in/second/track0" + QByteArray::number(i) + ".wav", noiseWave(1, quint32(i) + 9));
        const Run run = m_place->run({u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--output-dir"_s, u"out"_s,
                                      u"--lookup"_s, u"--recursive"_s, u"--name"_s, u"{discnumber}-{track:02} {title}"_s,
                                      u"in"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        const QStringList files = m_place->files(u"out"_s);
        QCOMPARE(files.size(), 6);
        QCOMPARE(files.filter(u"1-02 Second_ Part_2.flac"_s).size(), 1);
        const QString third = files.filter(u"2-03 Third.flac"_s).value(0);
        QCOMPARE(tag(m_place->path(u"out/"_s + third), u"DISCNUMBER"_s), u"2"_s);
        QCOMPARE(tag(m_place->path(u"out/"_s + third), u"DISCTOTAL"_s), u"2"_s);
    }

    void cover_asOtherSystemsSpellIt_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"cover.jpg", "Folder.jpg", "FRONT.JPG", "Front.JPG", "folder.JPG"})
            QTest::newRow(name) << QByteArray(name);
    }
    void cover_asOtherSystemsSpellIt()
    {
        QFETCH(const QByteArray, name);
        const QByteArray cover = jpeg("something like a picture");
        m_place->add("in/An Artist/An Album/" + name, cover);
        convert({}); // the picture itself is no sound
        QCOMPARE(picture(m_place->path(u"out/track01.flac"_s)), cover);
    }

    // No failure of the album: it is no track.
    void cover_thatIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut short") << jpeg(QByteArray(1000, 'x')).first(500);
    }
    void cover_thatIsDamaged()
    {
        QFETCH(const QByteArray, content);
        m_place->add("in/An Artist/An Album/cover.jpg", content);
        const Run run = convert({});
        QVERIFY2(run.status == 0, run.err.constData());
        QVERIFY2(run.err.contains("3 done, 0 failed, 1 skipped"), run.err.constData());
        QCOMPARE(run.err.count("it was left out"), 3);
        QVERIFY(picture(m_place->path(u"out/track01.flac"_s)).isEmpty());
    }

    void cover_ofAllDiscsIsAboveThem()
    {
        const QByteArray above = jpeg("of all");
        const QByteArray own = jpeg("of one");
        m_place->add("box/Folder.jpg", above);
        m_place->add("box/CD 2/cover.jpg", own);
        for (const char *name : {"box/CD1/1.wav", "box/CD 2/2.wav", "box/disc_03 - Live/3.wav", "box/CDs/4.wav"})
            m_place->add(name, noiseWave(1));
        const Run run = m_place->run({u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--recursive"_s, u"--output-dir"_s,
                                      u"boxed"_s, u"--name"_s, u"{stem}"_s, u"box"_s});
        QCOMPARE(m_place->files(u"boxed"_s).filter(u".flac"_s).size(), 4);
        const auto pictureOf = [this](const QString &stem) {
            return picture(m_place->path(u"boxed/"_s + m_place->files(u"boxed"_s).filter(stem + u".flac"_s).value(0)));
        };
        QCOMPARE(pictureOf(u"1"_s), above);
        QCOMPARE(pictureOf(u"2"_s), own);
        QCOMPARE(pictureOf(u"3"_s), above);
        QCOMPARE(pictureOf(u"4"_s), QByteArray()); // no disc's folder
    }

    void verify_sameOrFirstDifference()
    {
        QVERIFY(convert({}).status == 0);
        const QStringList verify{u"verify"_s, u"--json"_s, u"--against"_s, u"in"_s, u"out"_s};
        const Run same = m_place->run(verify);
        QVERIFY2(same.status == 0, (same.err + same.out).constData());
        QCOMPARE(json(same).size(), 3);
        for (const QJsonValue &track : json(same)) {
            QVERIFY(track["same"_L1].toBool());
            QCOMPARE(track["crc32"_L1].toString().size(), 8);
            QVERIFY(track["accuraterip_v2"_L1].isString()); // all three tracks are there
        }
        QByteArray changed = noiseWave(threeSeconds, 2);
        changed[44 + 4 * 1000] = char(changed[44 + 4 * 1000] ^ 1);
        m_place->add("in/An Artist/An Album/track02.cdda.wav", changed);
        const Run differs = m_place->run(verify);
        QCOMPARE(differs.status, 1);
        QVERIFY(json(differs)[0]["same"_L1].toBool());
        QVERIFY(!json(differs)[1]["same"_L1].toBool());
        QVERIFY2(json(differs)[1]["difference"_L1].toString().contains(u"1000"_s), differs.out.constData());
        m_place->add("in/An Artist/An Album/track02.cdda.wav", noiseWave(threeSeconds + 1, 2)); // goes on
        QCOMPARE(m_place->run(verify).status, 1);
        const Run text = m_place->run({u"verify"_s, u"--against"_s, u"in"_s, u"out"_s});
        QVERIFY2(text.out.contains("CRC32") && text.out.contains("132300"), text.out.constData());
    }

    void verify_saysWhatElseItIs()
    {
        QVERIFY(convert({}).status == 0);
        const auto source = [this](int number, const QByteArray &bytes) {
            m_place->add("in/An Artist/An Album/track0" + QByteArray::number(number) + ".cdda.wav", bytes);
        };
        const QStringList verify{u"verify"_s, u"--json"_s, u"--against"_s, u"in"_s, u"out"_s};
        source(1, noiseWave(threeSeconds, 2));
        source(2, noiseWave(threeSeconds, 1));
        const QJsonArray swapped = json(m_place->run(verify));
        QVERIFY(!swapped[0]["same"_L1].toBool());
        QCOMPARE(swapped[0]["difference"_L1].toString(), u"It is the sound of “track02.cdda.wav”."_s);
        QCOMPARE(swapped[1]["difference"_L1].toString(), u"It is the sound of “track01.cdda.wav”."_s);

        // Another drive, whose offset is six samples; and a pause of two seconds that was with the track before.
        constexpr double pause = 2;
        constexpr double sixLess = threeSeconds - 5.5 / 44100;
        const QByteArray whole = noiseWave(threeSeconds, 1);
        source(1, noiseWave(sixLess, 1).first(44) + whole.sliced(44 + 4 * 6));
        const QByteArray before = noiseWave(pause, 9).sliced(44);
        source(2, noiseWave(threeSeconds + pause, 2).first(44) + before + noiseWave(threeSeconds, 2).sliced(44));
        const QJsonArray shifted = json(m_place->run(verify));
        QVERIFY(!shifted[0]["same"_L1].toBool() && !shifted[1]["same"_L1].toBool());
        QVERIFY2(shifted[0]["difference"_L1].toString().startsWith(u"It starts 6 sample"_s),
                 qPrintable(shifted[0]["difference"_L1].toString()));
        QVERIFY(shifted[0]["difference"_L1].toString().contains(u"before"_s));
        QVERIFY2(shifted[1]["difference"_L1].toString().startsWith(u"It starts 88200 sample"_s),
                 qPrintable(shifted[1]["difference"_L1].toString()));
        QVERIFY(shifted[1]["difference"_L1].toString().contains(u"later"_s));
    }

    void verify_findsRenamedSourcesByTheirSound()
    {
        QVERIFY(convert({u"--name"_s, u"some {n} name"_s}).status == 0);
        const Run run = m_place->run({u"verify"_s, u"--json"_s, u"--against"_s, u"in"_s, u"out"_s});
        QVERIFY2(run.status == 0, (run.err + run.out).constData());
        QVERIFY(json(run)[0]["source"_L1].toString().endsWith(u"track01.cdda.wav"_s));
        QVERIFY(QDir(m_place->path(u"in"_s)).removeRecursively());
        QCOMPARE(m_place->run({u"verify"_s, u"out"_s}).status, 1); // nothing to compare with
    }

    void verify_codedSources()
    {
        QVERIFY(convert({}).status == 0);
        const QString album = m_place->path(u"in/An Artist/An Album"_s);
        const auto code = [&album](const QString &stem, const QString &codec, const QString &ending) {
            const QString source = album + u'/' + stem + u".cdda.wav"_s;
            return QProcess::execute(u"ffmpeg"_s,
                                     {u"-v"_s, u"error"_s, u"-i"_s, source, u"-c:a"_s, codec, album + u'/' + stem + ending})
                == 0
                && QFile::remove(source);
        };
        QVERIFY(code(u"track01"_s, u"alac"_s, u".m4a"_s));
        QVERIFY(code(u"track02"_s, u"wavpack"_s, u".wv"_s));
        QVERIFY(code(u"track03"_s, u"aac"_s, u".m4a"_s));
        const QStringList verify{u"verify"_s, u"--json"_s, u"--against"_s, u"in"_s, u"out"_s};
        const QJsonArray tracks = json(m_place->run(verify));
        QCOMPARE(tracks.size(), 3);
        QVERIFY(tracks[0]["same"_L1].toBool() && tracks[1]["same"_L1].toBool());
        QVERIFY(!tracks[2]["same"_L1].toBool());
        const QString message = tracks[2]["error"_L1]["message"_L1].toString();
        QVERIFY2(message.contains(u"coded with loss"_s), qPrintable(message));
        // A FLAC is a source as well, and this one has another sound.
        QVERIFY(QFile::remove(album + u"/track02.wv"_s));
        QVERIFY(QFile::copy(m_place->path(u"out/track01.flac"_s), album + u"/track02.flac"_s));
        QVERIFY(!json(m_place->run(verify))[1]["same"_L1].toBool());
        // Both the samples and what was coded of them: the samples are compared.
        m_place->add("in/An Artist/An Album/track03.wav", noiseWave(threeSeconds, 3));
        QVERIFY(json(m_place->run(verify))[2]["same"_L1].toBool());
    }

    // Who throws away what was ripped has to know that one of the tracks is not there.
    void verify_sourceWithoutATrack()
    {
        QVERIFY(convert({}).status == 0);
        QVERIFY(QFile::remove(m_place->path(u"out/track02.flac"_s)));
        const QStringList verify{u"verify"_s, u"--against"_s, u"in"_s, u"out"_s};
        const Run run = m_place->run(verify + QStringList{u"--json"_s});
        QCOMPARE(run.status, 1);
        QCOMPARE(json(run).size(), 3);
        QVERIFY(json(run)[1]["same"_L1].toBool() && !json(run)[2]["same"_L1].toBool(true));
        QVERIFY(json(run)[2]["source"_L1].toString().endsWith(u"track02.cdda.wav"_s));
        QVERIFY(m_place->run(verify).out.contains("no FLAC file has this name"));
    }

    // As EAC counts without null samples: any single sample that is zero is passed over.
    void verify_crcWithoutNullSamples()
    {
        QByteArray wave = noiseWave(threeSeconds, 2);
        for (const int sample : {3, 4, 5, 1001, 200'000})
            wave[44 + 2 * sample] = wave[44 + 2 * sample + 1] = '\0';
        m_place->add("in/An Artist/An Album/track02.cdda.wav", wave);
        quint32 expected = 0xFFFFFFFF;
        for (qsizetype at = 44; at + 1 < wave.size(); at += 2) {
            for (qsizetype byte = at; (wave[at] != 0 || wave[at + 1] != 0) && byte < at + 2; ++byte) {
                expected ^= uchar(wave[byte]);
                for (int bit = 0; bit < 8; ++bit)
                    expected = expected >> 1 ^ (expected & 1 ? 0xEDB88320 : 0);
            }
        }
        QVERIFY(convert({}).status == 0);
        const Run run = m_place->run({u"verify"_s, u"--json"_s, u"--against"_s, u"in"_s, u"out"_s});
        QCOMPARE(json(run)[1]["crc32_without_nulls"_L1].toString().toUInt(nullptr, 16), ~expected);
        QVERIFY(json(run)[1]["crc32"_L1] != json(run)[1]["crc32_without_nulls"_L1]);
    }

    void verify_damagedFlac()
    {
        QVERIFY(convert({}).status == 0);
        const QString file = m_place->path(u"out/track01.flac"_s);
        QByteArray bytes = CliPlace::read(file);
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 0x55);
        CliPlace::write(file.toUtf8(), bytes);
        const Run run = m_place->run({u"verify"_s, u"--json"_s, u"--against"_s, u"in"_s, u"out"_s});
        QCOMPARE(run.status, 1);
        QVERIFY(json(run)[0]["error"_L1].isObject());
        QVERIFY(json(run)[1]["same"_L1].toBool());
    }

    void verify_withAccurateRip()
    {
        QVERIFY(convert({}).status == 0);
        const QStringList verify{u"verify"_s, u"--json"_s, u"--accuraterip"_s, u"--against"_s, u"in"_s, u"out"_s};
        QCOMPARE(m_place->run(verify).status, 2); // no database is configured
        // Published rule: each pair of samples times its place from 1; of a disc's first and last track five sectors but one
        // sample, and five sectors, do not count. Version 2 adds the upper halves.
        const auto sum = [](int track, int version) {
            constexpr quint64 edge = 5 * 588;
            const QByteArray samples = noiseWave(threeSeconds, quint32(track)).sliced(44);
            const quint64 count = quint64(samples.size()) / 4;
            quint64 low = 0;
            quint64 high = 0;
            for (quint64 place = track == 1 ? edge : 1; place <= (track == 3 ? count - edge : count); ++place) {
                const quint64 product = qFromLittleEndian<quint32>(samples.constData() + 4 * (place - 1)) * place;
                low += product % (1ULL << 32);
                high += product >> 32;
            }
            return quint32(version == 1 ? low : low + high);
        };
        const auto offerDisc = [&](const convoy::DiscToc &toc) { // in a database on disk
            const convoy::AccurateRipId id = convoy::accurateRipId(toc);
            QByteArray record(1, 3);
            const auto word = [&record](quint32 value) {
                value = qToLittleEndian(value);
                record.append(reinterpret_cast<const char *>(&value), 4);
            };
            for (const quint32 value : {id.sum, id.product, id.cddb})
                word(value);
            for (const quint32 known : {sum(1, 1), sum(2, 2), sum(3, 1) ^ 1U}) {
                record.append(4);
                word(known);
                word(0);
            }
            m_place->add("db/" + id.path().toUtf8(), record);
        };
        offerDisc({{150, 375, 600}, 825});
        qputenv("CONVOY_ACCURATERIP_URL", "file://" + m_place->path(u"db"_s).toUtf8());
        const Run run = m_place->run(verify);
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(json(run)[0]["accuraterip_confidence"_L1].toInt(-1), 4);
        QCOMPARE(json(run)[1]["accuraterip_confidence"_L1].toInt(-1), 4);
        QCOMPARE(json(run)[2]["accuraterip_confidence"_L1].toInt(-1), 0);
        for (const int track : {1, 3}) {
            QCOMPARE(json(run)[track - 1]["accuraterip_v1"_L1].toString().toUInt(nullptr, 16), sum(track, 1));
            QCOMPARE(json(run)[track - 1]["accuraterip_v2"_L1].toString().toUInt(nullptr, 16), sum(track, 2));
        }
        // A log says that the disc's second track starts five sectors later than its file: nothing is said of those two.
        m_place->add(
            "out/rip.log",
            " 1 | 0:00.00 | 0:03.05 | 0 | 229\n 2 | 0:03.05 | 0:02.70 | 230 | 449\n 3 | 0:06.00 | 0:03.00 | 450 | 674\n");
        offerDisc({{150, 380, 600}, 825});
        const Run elsewhere = m_place->run(verify);
        for (const int track : {0, 1})
            QVERIFY(!json(elsewhere)[track].toObject().contains("accuraterip_confidence"_L1));
        QCOMPARE(json(elsewhere)[2]["accuraterip_confidence"_L1].toInt(-1), 0);
    }

private:
    Run convert(const QStringList &options) const
    {
        return m_place->run(QStringList{u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--output-dir"_s, u"out"_s} + options
                            + QStringList{u"in/An Artist/An Album"_s});
    }

    static QByteArray threeTracksId() { return convoy::musicBrainzDiscId({{150, 375, 600}, 825}).toUtf8(); }

    /// The disc that the three tracks of 225 frames are.
    static void offer(FakeService &service, bool several)
    {
        const QByteArray id = threeTracksId();
        service.answer("/ws/2/discid/" + id, {{200, discAnswer(id, several)}});
        qputenv("CONVOY_LOOKUP_URL", service.url().toEncoded());
        qputenv("CONVOY_COVER_URL", service.url().toEncoded());
    }

    std::unique_ptr<CliPlace> m_place;
};

QTEST_GUILESS_MAIN(TestCliMusic)
#include "tst_cli_music.moc"
