// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"
#include "support/otherprograms.h"

#include <QTest>

#include <sys/stat.h>

using namespace convoy::test;

namespace {

constexpr qsizetype headerBytes = 44;
constexpr qsizetype frameBytes = 588 * 4;

const QByteArray sheet = R"(REM GENRE Jazz
REM DATE 1959
PERFORMER "Miles Davis"
TITLE "Kind of Blue"
FILE "CDImage.wav" WAVE
  TRACK 01 AUDIO
    TITLE "So What"
    INDEX 00 00:00:00
    INDEX 01 00:00:33
  TRACK 02 AUDIO
    TITLE "Freddie: Freeloader/live"
    INDEX 00 00:02:50
    INDEX 01 00:03:10
  TRACK 03 AUDIO
    TITLE "Blue in Green"
    PERFORMER "Bill Evans"
    INDEX 01 00:05:01
)";

const QStringList names{u"out/Kind of Blue/01 So What.flac"_s, u"out/Kind of Blue/02 Freddie_ Freeloader_live.flac"_s,
                        u"out/Kind of Blue/03 Blue in Green.flac"_s};
const QStringList toAlbum{u"convert"_s,
                          u"--profile"_s,
                          u"album-flac"_s,
                          u"--output-dir"_s,
                          u"out"_s,
                          u"--name"_s,
                          u"{album}/{track:02} {title}"_s};

/// The samples as an independent decoder finds them.
QByteArray decoded(const QString &file)
{
    return program(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-i"_s, file, u"-f"_s, u"s16le"_s, u"-"_s});
}

QByteArray tag(const QString &file, const QString &name)
{
    return program(u"metaflac"_s, {u"--show-tag="_s + name, file}).trimmed().mid(name.size() + 1);
}

} // namespace

class TestCliAlbum : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cue_tracksAreTheImage()
    {
        const CliPlace place;
        const QByteArray image = noiseWave(8.01);
        place.add("in/image.wav", image);
        place.add("in/image.cue", sheet);
        const Run run = place.run(toAlbum + QStringList{u"in"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(place.files(u"out"_s).size(), 3);
        QByteArray all;
        for (const QString &name : names) {
            QVERIFY2(isWholeFlac(place.path(name)), qPrintable(name));
            all += decoded(place.path(name));
        }
        QVERIFY(all == image.mid(headerBytes)); // gapless, nothing lost
        QCOMPARE(decoded(place.path(names[0])).size(), (3 * 75 + 10) * frameBytes);
        QCOMPARE(decoded(place.path(names[1])).size(), (5 * 75 + 1 - 3 * 75 - 10) * frameBytes);
        // And each is what ffmpeg cuts out at the same places.
        const QList<int> starts{0, 3 * 75 + 10, 5 * 75 + 1, 8 * 75};
        for (int i = 0; i < 3; ++i) {
            const QString cut = u"atrim=start_sample=%1"_s.arg(starts[i] * 588)
                + (i < 2 ? u":end_sample=%1"_s.arg(starts[i + 1] * 588) : QString());
            QVERIFY(decoded(place.path(names[i]))
                    == program(u"ffmpeg -v error -i %1 -af %2 -f s16le -"_s.arg(place.path(u"in/image.wav"_s), cut)));
        }
        QCOMPARE(tag(place.path(names[1]), u"TITLE"_s), QByteArray("Freddie: Freeloader/live"));
        QCOMPARE(tag(place.path(names[2]), u"ARTIST"_s), QByteArray("Bill Evans"));
        QCOMPARE(tag(place.path(names[2]), u"ALBUMARTIST"_s), QByteArray("Miles Davis"));
        QCOMPARE(tag(place.path(names[2]), u"TRACKNUMBER"_s), QByteArray("3"));
        QCOMPARE(tag(place.path(names[2]), u"TRACKTOTAL"_s), QByteArray("3"));
        QCOMPARE(tag(place.path(names[0]), u"DATE"_s), QByteArray("1959"));
        QCOMPARE(CliPlace::read(place.path(u"in/image.wav"_s)), image);
    }

    void output_takesNoMoreRoomThanItHolds()
    {
        const CliPlace place;
        const QByteArray wave = noiseWave(20);
        place.add("in/silence.wav", wave.first(headerBytes) + QByteArray(wave.size() - headerBytes, '\0'));
        const Run run = place.run({u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--output-dir"_s, u"out"_s, u"in"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        struct stat status {
        };
        QCOMPARE(::stat(QFile::encodeName(place.path(u"out/silence.flac"_s)).constData(), &status), 0);
        constexpr qint64 margin = 64 << 10; // of the file system's blocks
        QVERIFY2(qint64(status.st_blocks) * 512 <= status.st_size + margin, qPrintable(QString::number(status.st_blocks)));
    }

    void cue_binaryImageOfADisc()
    {
        const CliPlace place;
        const QByteArray data = ('\0' + QByteArray(10, '\xFF') + '\0').leftJustified(12 * frameBytes, 'd'); // a sync mark
        const QByteArray sound = noiseWave(4).mid(headerBytes);
        place.add("in/disc.bin", data + sound);
        const QByteArray mixed = "FILE \"disc.bin\" BINARY\nTRACK 01 MODE1/2352\nINDEX 01 00:00:00\n"
                                 "TRACK 02 AUDIO\nINDEX 01 00:00:12\nTRACK 03 AUDIO\nINDEX 01 00:02:00\n";
        place.add("in/disc.cue", mixed);
        const Run run = place.run({u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--output-dir"_s, u"out"_s, u"in"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(place.files(u"out"_s), (QStringList{u"02.flac"_s, u"03.flac"_s}));
        QCOMPARE(decoded(place.path(u"out/02.flac"_s)).size(), (150 - 12) * frameBytes);
        QVERIFY(decoded(place.path(u"out/02.flac"_s)) + decoded(place.path(u"out/03.flac"_s)) == sound);
        // Alone it is nothing that is known.
        QVERIFY(place.run({u"convert"_s, u"--profile"_s, u"album-flac"_s, u"in/disc.bin"_s}).status != 0);
        // Samples the other way round are turned.
        QByteArray turned = sound;
        for (qsizetype i = 0; i + 1 < turned.size(); i += 2)
            std::swap(turned[i], turned[i + 1]);
        place.add("in/disc.bin", data + turned);
        place.add("in/disc.cue", QByteArray(mixed).replace("BINARY", "MOTOROLA"));
        const Run big = place.run({u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--output-dir"_s, u"big"_s, u"in"_s});
        QVERIFY2(big.status == 0, big.err.constData());
        QVERIFY(decoded(place.path(u"big/02.flac"_s)) + decoded(place.path(u"big/03.flac"_s)) == sound);
        place.add("track07.cdr", turned);
        const Run alone = place.run({u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--output-dir"_s, u"big"_s, u"--set"_s,
                                     u"byte_order=big"_s, u"track07.cdr"_s});
        QVERIFY2(alone.status == 0, alone.err.constData());
        QVERIFY(decoded(place.path(u"big/track07.flac"_s)) == sound);
    }

    void cue_withoutTemplateTracksHaveNames()
    {
        const CliPlace place;
        place.add("image.wav", noiseWave(6));
        place.add("image.cue", sheet);
        const Run run = place.run({u"convert"_s, u"--profile"_s, u"album-flac"_s, u"image.wav"_s, u"image.cue"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(place.files({}).filter(u".flac"_s),
                 (QStringList{u"01 So What.flac"_s, u"02 Freddie_ Freeloader_live.flac"_s, u"03 Blue in Green.flac"_s}));
        QVERIFY2(run.err.contains("“image.wav”"), run.err.constData()); // why it was not converted by itself
    }

    void cue_gaps_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QList<int>>("frames"); // of each track
        const int end = 8 * 75;
        QTest::newRow("prepend") << u"prepend"_s << QList<int>{200, 376 - 200, end - 376};
        QTest::newRow("discard") << u"discard"_s << QList<int>{200 - 33, 376 - 235, end - 376};
    }

    void cue_gaps()
    {
        QFETCH(const QString, rule);
        QFETCH(const QList<int>, frames);
        const CliPlace place;
        const QByteArray image = noiseWave(8).mid(headerBytes);
        place.add("image.wav", noiseWave(8));
        place.add("image.cue", sheet);
        const Run run = place.run(toAlbum + QStringList{u"--set"_s, u"cue_sheets="_s + rule, u"image.cue"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        qsizetype end = image.size();
        for (int i = 2; i >= 0; --i) {
            const QByteArray track = decoded(place.path(names[i]));
            QCOMPARE(track.size() / frameBytes, frames[i]);
            QCOMPARE(track.size() % frameBytes, 0);
            QVERIFY(image.first(end).endsWith(track) || rule == "discard"_L1);
            QVERIFY(image.contains(track));
            end -= track.size();
        }
    }

    void cue_embeddedInOneFile()
    {
        const CliPlace place;
        const QByteArray image = noiseWave(7);
        place.add("image.wav", image);
        place.add("image.cue", sheet);
        const Run joined = place.run({u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--set"_s, u"cue_sheets=image"_s,
                                      u"--output-dir"_s, u"one"_s, u"image.cue"_s});
        QVERIFY2(joined.status == 0, joined.err.constData());
        QCOMPARE(place.files(u"one"_s), QStringList{u"image.flac"_s});
        QVERIFY(decoded(place.path(u"one/image.flac"_s)) == image.mid(headerBytes));
        QCOMPARE(tag(place.path(u"one/image.flac"_s), u"ALBUM"_s), QByteArray("Kind of Blue"));
        // And back into tracks, by what is in the file alone.
        const Run split = place.run(toAlbum + QStringList{u"one/image.flac"_s});
        QVERIFY2(split.status == 0, split.err.constData());
        QByteArray all;
        for (const QString &name : names)
            all += decoded(place.path(name));
        QVERIFY(all == image.mid(headerBytes));
        QCOMPARE(tag(place.path(names[1]), u"CUESHEET"_s), QByteArray());
    }

    void cue_blockOnly()
    {
        const CliPlace place;
        const QByteArray image = noiseWave(7);
        place.add("image.wav", image);
        place.add("image.cue", sheet);
        QCOMPARE(QProcess::execute(u"flac"_s,
                                   {u"-s"_s, u"--cuesheet="_s + place.path(u"image.cue"_s), u"-o"_s,
                                    place.path(u"blocked.flac"_s), place.path(u"image.wav"_s)}),
                 0);
        const Run run = place.run({u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--output-dir"_s, u"out"_s, u"--name"_s,
                                   u"{track:02}"_s, u"blocked.flac"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QByteArray all;
        for (const QString &name : {u"out/01.flac"_s, u"out/02.flac"_s, u"out/03.flac"_s})
            all += decoded(place.path(name));
        QVERIFY(all == image.mid(headerBytes));
    }

    void cue_whatIsWrongWithItIsSaid()
    {
        CliPlace place;
        place.add("CDImage.wav", noiseWave(8));
        place.add("image.cue",
                  "FILE CDImage.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nTITLE Lost\n"
                  "TRACK 03 AUDIO\nINDEX 01 00:04:00\n");
        const Run run = place.run(toAlbum + QStringList{u"image.cue"_s});
        QCOMPARE(run.status, 0);
        QVERIFY2(run.err.contains("image.cue: A track of this cue sheet starts nowhere."), run.err.constData());
    }

    void cue_missingImageIsOneFailure()
    {
        const CliPlace place;
        place.add("image.cue", sheet);
        const Run run = place.run(toAlbum + QStringList{u"--events"_s, u"json"_s, u"image.cue"_s});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.events(u"job-finished"_s).size(), 1);
        QVERIFY2(run.out.contains("CDImage.wav"), run.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliAlbum)
#include "tst_cli_album.moc"
