// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audiobytes.h"
#include "support/convertharness.h"
#include "support/otherprograms.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <taglib/flacfile.h>
#include <taglib/tpropertymap.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

/// Tracks cut from the image of a disc, and what is kept inside a FLAC beside its sound.
class TestAudioAlbum : public QObject
{
    Q_OBJECT

private:
    const Converter *m_converter = converterInFamily(u"audio");
    QTemporaryDir m_folder;

    Result<ConvertReport> convert(const InputFile &input, ConvertHarness &harness, const QJsonObject &options = {},
                                  const QString &extension = u"flac"_s, const ConvertInput &attachment = {})
    {
        const ConvertRequest request{.input = input.input(),
                                     .options = optionsFor(u"audio", options),
                                     .extension = extension,
                                     .attachment = attachment};
        return m_converter->convert(request, harness.context());
    }

    static QByteArray samplesOf(const QString &path)
    {
        return program(u"flac -d -c --force-raw-format --endian=little --sign=signed --totally-silent %1"_s.arg(path));
    }

    static QByteArray png(int width, int height)
    {
        return "\x89PNG\r\n\x1A\n" + QByteArray::fromHex("0000000d") + "IHDR" + big(quint32(width)) + big(quint32(height))
            + QByteArray::fromHex("0802000000") + QByteArray(500, 'x') + "IEND";
    }

    static constexpr int wavHeader = 44;

private Q_SLOTS:
    void cut_tracksJoinToTheImage_data()
    {
        QTest::addColumn<bool>("fromFlac");
        QTest::addColumn<int>("threads");
        QTest::newRow("WAV") << false << 1;
        QTest::newRow("FLAC") << true << 1;
        QTest::newRow("WAV, three threads") << false << 3;
        QTest::newRow("FLAC, three threads") << true << 3;
    }
    void cut_tracksJoinToTheImage()
    {
        QFETCH(bool, fromFlac);
        QFETCH(int, threads);
        const QByteArray wav = musicWav(2, 588 * 500);
        QByteArray image = wav;
        if (fromFlac) {
            ConvertHarness harness;
            QVERIFY(convert(InputFile::fromBytes(wav, "image.wav"), harness));
            image = harness.outputBytes(0);
        }
        const std::vector<qint64> edges{0, 588 * 33, 588 * 34, 588 * 200 + 17, 588 * 500};
        QByteArray joined;
        for (size_t i = 0; i + 1 < edges.size(); ++i) {
            ConvertHarness harness;
            harness.threads = threads;
            const bool isLast = i + 2 == edges.size();
            const Result<ConvertReport> report = convert(
                InputFile::fromBytes(image, "image.x"), harness,
                {{u"cut_start"_s, edges[i]}, {u"cut_end"_s, isLast ? 0 : edges[i + 1]}, {u"title"_s, u"x"_s}});
            QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
            QCOMPARE(report->warnings, QStringList());
            const FileDescriptor output = reopenReadOnly(harness.outputs.at(0).fd());
            QVERIFY(m_converter->verify(output.fd(), throughCbor(report->outputs.at(0)), harness.context()));
            const QString path = saved(m_folder, harness.outputBytes(0), u"track.flac"_s);
            QCOMPARE(QProcess::execute(u"flac"_s, {u"-t"_s, u"--totally-silent"_s, path}), 0);
            joined += samplesOf(path);
        }
        QVERIFY(joined == wav.mid(wavHeader));
    }

    void cut_beyondTheEnd()
    {
        const InputFile input = InputFile::fromBytes(musicWav(2, 10'000), "image.wav");
        ConvertHarness harness;
        const Result<ConvertReport> refused = convert(input, harness, {{u"cut_start"_s, 5000}, {u"cut_end"_s, 10'001}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::DamagedInput);
        ConvertHarness salvaging;
        const Result<ConvertReport> report = convert(input, salvaging,
                                                     {{u"cut_start"_s, 5000}, {u"cut_end"_s, 10'001}, {u"salvage"_s, true}});
        QVERIFY(report);
        QCOMPARE(report->outputs[0].value(u"samples"_s).toLongLong(), 5000);
        QCOMPARE(report->warnings.size(), 1);
        ConvertHarness nothing;
        QVERIFY(!convert(input, nothing, {{u"cut_start"_s, 10'000}, {u"salvage"_s, true}}));
    }

    void cut_tracksBeforeADamagedEnd()
    {
        // An image that is cut short still has its first tracks.
        ConvertHarness harness;
        QVERIFY(
            convert(InputFile::fromBytes(musicWav(2, 10'000).left(20'000), "image.wav"), harness, {{u"cut_end"_s, 4000}}));
    }

    void tags_severalValuesAndMore()
    {
        ConvertHarness harness;
        QVERIFY(convert(InputFile::fromBytes(musicWav(2, 5000), "a.wav"), harness,
                        {{u"artist"_s, u"Ella Fitzgerald; Louis Armstrong"_s},
                         {u"title"_s, u"Cheek to Cheek; live"_s},
                         {u"albumartist"_s, u"Ella"_s},
                         {u"discnumber"_s, u"1"_s},
                         {u"disctotal"_s, u"2"_s},
                         {u"isrc"_s, u"USPR35600001"_s},
                         {u"compilation"_s, true},
                         {u"tags"_s, QJsonArray{u"mood=warm"_s, u"MOOD=late"_s, u"EMPTY="_s}}}));
        const QString out = saved(m_folder, harness.outputBytes(0), u"tags.flac"_s);
        QCOMPARE(program(u"metaflac"_s, {u"--export-tags-to=-"_s, out}),
                 "ARTIST=Ella Fitzgerald\nARTIST=Louis Armstrong\nTITLE=Cheek to Cheek; live\nALBUMARTIST=Ella\n"
                 "DISCNUMBER=1\nDISCTOTAL=2\nISRC=USPR35600001\nCOMPILATION=1\nMOOD=warm\nMOOD=late\n");
    }

    void cover_asFrontPicture()
    {
        const InputFile cover = InputFile::fromBytes(png(600, 590), "cover.png");
        ConvertHarness harness;
        QVERIFY(convert(InputFile::fromBytes(musicWav(2, 5000), "a.wav"), harness, {}, u"flac"_s, cover.input()));
        const QString out = saved(m_folder, harness.outputBytes(0), u"cover.flac"_s);
        const QByteArray list = program(u"metaflac"_s, {u"--list"_s, u"--block-type=PICTURE"_s, out});
        QVERIFY2(list.contains("type: 3 (Cover (front))"), list);
        QVERIFY(list.contains("MIME type: image/png") && list.contains("width: 600") && list.contains("height: 590"));
        QCOMPARE(program(u"metaflac"_s, {u"--export-picture-to=-"_s, out}), png(600, 590));
        QCOMPARE(QProcess::execute(u"flac"_s, {u"-t"_s, u"--totally-silent"_s, out}), 0);

        // One from the folder does not replace the source's own; one that somebody named does.
        const InputFile other = InputFile::fromBytes(png(10, 20), "folder.png");
        ConvertHarness kept;
        QVERIFY(convert(InputFile::fromPath(out), kept, {}, u"flac"_s, other.input()));
        QCOMPARE(program(u"metaflac"_s, {u"--export-picture-to=-"_s, saved(m_folder, kept.outputBytes(0), u"kept.flac"_s)}),
                 png(600, 590));
        ConvertInput chosen = other.input();
        chosen.path = "/a/folder.png";
        ConvertHarness replaced;
        QVERIFY(convert(InputFile::fromPath(out), replaced, {}, u"flac"_s, chosen));
        QCOMPARE(program(u"metaflac --export-picture-to=- %1"_s.arg(
                     saved(m_folder, replaced.outputBytes(0), u"replaced.flac"_s))),
                 png(10, 20));
    }

    void cover_madeSmaller_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("JPEG") << u"cover.jpg"_s;
        QTest::newRow("PNG") << u"cover.png"_s;
    }
    void cover_madeSmaller()
    {
        // Left half red, right half blue, 800 by 400.
        QFETCH(const QString, name);
        const QString path = m_folder.filePath(name);
        QCOMPARE(QProcess::execute(u"convert"_s, {u"-size"_s, u"400x400"_s, u"xc:red"_s, u"xc:blue"_s, u"+append"_s, path}),
                 0);
        const InputFile cover = InputFile::fromPath(path);
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(InputFile::fromBytes(musicWav(2, 5000), "a.wav"), harness,
                                                     {{u"cover_size"_s, 100}}, u"flac"_s, cover.input());
        QVERIFY(report && report->warnings.isEmpty());
        const QString out = saved(m_folder, harness.outputBytes(0), u"small.flac"_s);
        const QByteArray list = program(u"metaflac"_s, {u"--list"_s, u"--block-type=PICTURE"_s, out});
        QVERIFY2(list.contains("MIME type: image/jpeg") && list.contains("width: 100") && list.contains("height: 50"), list);
        const QString small = saved(m_folder, program(u"metaflac"_s, {u"--export-picture-to=-"_s, out}), u"small.jpg"_s);
        const QByteArray pixels = program(u"convert"_s, {small, u"-depth"_s, u"8"_s, u"rgb:-"_s});
        QCOMPARE(pixels.size(), 100 * 50 * 3);
        const auto colour = [&pixels](int x, int y, int c) { return int(uchar(pixels[(y * 100 + x) * 3 + c])); };
        QVERIFY(colour(20, 25, 0) > 245 && colour(20, 25, 2) < 10);
        QVERIFY(colour(80, 25, 2) > 245 && colour(80, 25, 0) < 10);
        ConvertHarness kept; // small enough: byte for byte
        QVERIFY(convert(InputFile::fromBytes(musicWav(2, 5000), "a.wav"), kept, {{u"cover_size"_s, 800}}, u"flac"_s,
                        cover.input()));
        QCOMPARE(program(u"metaflac"_s, {u"--export-picture-to=-"_s, saved(m_folder, kept.outputBytes(0), u"kept.flac"_s)}),
                 readFile(path));
    }

    // A scan for a printing press, which players show in wrong colours: left half red, right half blue.
    void cover_inInk()
    {
        const QString path = m_folder.filePath(u"ink.jpg"_s);
        QCOMPARE(QProcess::execute(
                     u"convert"_s,
                     {u"-size"_s, u"200x200"_s, u"xc:red"_s, u"xc:blue"_s, u"+append"_s, u"-colorspace"_s, u"CMYK"_s, path}),
                 0);
        const InputFile cover = InputFile::fromPath(path);
        ConvertHarness harness;
        QVERIFY(convert(InputFile::fromBytes(musicWav(2, 5000), "a.wav"), harness, {}, u"flac"_s, cover.input()));
        const QString out = saved(m_folder, harness.outputBytes(0), u"ink.flac"_s);
        const QString picture = saved(m_folder, program(u"metaflac"_s, {u"--export-picture-to=-"_s, out}), u"rgb.jpg"_s);
        QCOMPARE(program(u"identify"_s, {u"-format"_s, u"%[colorspace] %w %h"_s, picture}), "sRGB 400 200");
        const QByteArray pixels = program(u"convert"_s, {picture, u"-depth"_s, u"8"_s, u"rgb:-"_s});
        const auto colour = [&pixels](int x, int c) { return int(uchar(pixels.at((100 * 400 + x) * 3 + c))); };
        QVERIFY(colour(50, 0) > 240 && colour(50, 1) < 15 && colour(50, 2) < 15);
        QVERIFY(colour(350, 0) < 15 && colour(350, 1) < 15 && colour(350, 2) > 240);
    }

    void cover_thatCannotBeMadeSmaller()
    {
        // Its header says much more than it has, or than memory holds: it stays as it is, and that is said.
        for (const int side : {3000, 2'000'000'000}) {
            const InputFile cover = InputFile::fromBytes(png(side, side), "cover.png");
            ConvertHarness harness;
            const Result<ConvertReport> report = convert(InputFile::fromBytes(musicWav(2, 5000), "a.wav"), harness,
                                                         {{u"cover_size"_s, 500}}, u"flac"_s, cover.input());
            QVERIFY(report);
            QCOMPARE(report->warnings.size(), 1);
            QVERIFY(harness.outputBytes(0).contains("IHDR"));
        }
    }

    void tags_readByTagLib()
    {
        const InputFile cover = InputFile::fromBytes(png(600, 590), "cover.png");
        ConvertHarness harness;
        QVERIFY(convert(InputFile::fromBytes(musicWav(2, 5000), "a.wav"), harness,
                        {{u"artist"_s, u"Björk; Dirty Projectors"_s}, {u"title"_s, u"日本"_s}, {u"tracknumber"_s, u"7"_s}},
                        u"flac"_s, cover.input()));
        TagLib::FLAC::File file(saved(m_folder, harness.outputBytes(0), u"taglib.flac"_s).toUtf8().constData());
        QVERIFY(file.isValid());
        const TagLib::PropertyMap tags = file.properties();
        QCOMPARE(tags["ARTIST"].size(), 2u);
        QCOMPARE(QString::fromStdString(tags["ARTIST"][0].to8Bit(true)), u"Björk"_s);
        QCOMPARE(QString::fromStdString(tags["TITLE"][0].to8Bit(true)), u"日本"_s);
        QCOMPARE(file.tag()->track(), 7u);
        QCOMPARE(file.pictureList().size(), 1u);
        QCOMPARE(file.pictureList()[0]->type(), TagLib::FLAC::Picture::FrontCover);
        QCOMPARE(int(file.pictureList()[0]->data().size()), png(600, 590).size());
    }

    void tags_inAWav()
    {
        const InputFile wav = InputFile::fromBytes(musicWav(2, 5000), "/rip/03 - So What.wav");
        ConvertHarness flac;
        QVERIFY(convert(wav, flac, {{u"artist"_s, u"Miles Davis"_s}, {u"album"_s, u"Kind of Blue é"_s}}));
        ConvertHarness harness;
        QVERIFY(convert(InputFile::fromBytes(flac.outputBytes(0), "x.flac"), harness, {}, u"wav"_s));
        const QString out = saved(m_folder, harness.outputBytes(0), u"tags.wav"_s);
        const QByteArray found = program(u"ffprobe -v error -show_entries format_tags -of default=nk=0 %1"_s.arg(out));
        QVERIFY2(found.contains("TAG:artist=Miles Davis") && found.contains("TAG:title=So What"), found);
        QVERIFY2(found.contains("TAG:album=Kind of Blue é") && found.contains("TAG:track=3"), found);
        QCOMPARE(program(u"sox"_s, {out, u"-t"_s, u"raw"_s, u"-"_s}), music(2, 5000));
    }

    void cover_thatIsNoPicture()
    {
        const InputFile cover = InputFile::fromBytes("<html>", "cover.jpg");
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(InputFile::fromBytes(musicWav(2, 5000), "a.wav"), harness, {},
                                                     u"flac"_s, cover.input());
        QVERIFY(report);
        QCOMPARE(report->warnings.size(), 1);
        QVERIFY(!harness.outputBytes(0).contains("<html>"));
    }

    // Half a download would be shown half grey.
    void cover_thatIsCutShort_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char *ending : {"jpg", "png", "webp"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }
    void cover_thatIsCutShort()
    {
        QFETCH(const QString, ending);
        const QString path = m_folder.filePath(u"whole."_s + ending);
        QCOMPARE(QProcess::execute(u"convert"_s, {u"-size"_s, u"300x200"_s, u"plasma:red-blue"_s, path}), 0);
        const QByteArray whole = readFile(path);
        for (const qsizetype size : {whole.size(), whole.size() / 2}) {
            const InputFile cover = InputFile::fromBytes(whole.first(size), "cover." + ending.toLatin1());
            ConvertHarness harness;
            const Result<ConvertReport> report = convert(InputFile::fromBytes(musicWav(2, 5000), "a.wav"), harness, {},
                                                         u"flac"_s, cover.input());
            QVERIFY(report);
            QCOMPARE(report->warnings.size(), size == whole.size() ? 0 : 1);
            const QString out = saved(m_folder, harness.outputBytes(0), u"cut.flac"_s);
            const QByteArray list = program(u"metaflac"_s, {u"--list"_s, u"--block-type=PICTURE"_s, out});
            QCOMPARE(list.contains("Cover (front)"), size == whole.size());
        }
    }

    void id3_inAWavAsTags()
    {
        const auto frame = [](const QByteArray &id, const QByteArray &content) {
            return id + big(quint32(content.size())) + QByteArray(2, '\0') + content;
        };
        const QByteArray frames = frame("TIT2",
                                        "\x03"
                                        "Größe")
            + frame("TPE1",
                    QByteArray("\x01\xFF\xFE"
                               "A\0b\0",
                               7))
            + frame("TRCK",
                    QByteArray("\0"
                               "3/12",
                               5))
            + frame("TXXX", QByteArray("\0mood\0late", 10))
            + frame("APIC", QByteArray("\0image/png\0\x03\0", 13) + png(7, 8));
        const QByteArray id3 = QByteArray("ID3\x03\0\0\0\0", 8) + char(frames.size() >> 7) + char(frames.size() & 127)
            + frames;
        const QByteArray wav = wavFile(formatChunk(2, 44100, 16) + riffChunk("data", music(2, 3000))
                                       + riffChunk("id3 ", id3));
        ConvertHarness harness;
        QVERIFY(convert(InputFile::fromBytes(wav, "a.wav"), harness));
        const QString out = saved(m_folder, harness.outputBytes(0), u"id3.flac"_s);
        QCOMPARE(program(u"metaflac"_s, {u"--no-utf8-convert"_s, u"--export-tags-to=-"_s, out}),
                 "ARTIST=Ab\nTITLE=Größe\nTRACKNUMBER=3\nTRACKTOTAL=12\nMOOD=late\n");
        QCOMPARE(program(u"metaflac"_s, {u"--export-picture-to=-"_s, out}), png(7, 8));
    }

    void cuePoints_asChapters()
    {
        const auto point = [](quint32 sample) {
            return little(quint32(1)) + little(sample) + QByteArray("data") + little(quint32(0)) + little(quint32(0))
                + little(sample);
        };
        const QByteArray wav = wavFile(formatChunk(2, 44100, 16) + riffChunk("data", music(2, 100'000))
                                       + riffChunk("cue ", little(quint32(2)) + point(66150) + point(0)));
        ConvertHarness harness;
        QVERIFY(convert(InputFile::fromBytes(wav, "a.wav"), harness));
        QCOMPARE(program(u"metaflac"_s, {u"--export-tags-to=-"_s, saved(m_folder, harness.outputBytes(0), u"cue.flac"_s)}),
                 "CHAPTER001=00:00:00.000\nCHAPTER002=00:00:01.500\n");
    }

    void foreign_comesBackByteForByte_data()
    {
        QTest::addColumn<QByteArray>("wav");
        QTest::addColumn<QString>("extension");
        const QByteArray format = formatChunk(2, 44100, 16);
        const QByteArray samples = music(2, 5001);
        const QByteArray data = riffChunk("data", samples);
        QTest::newRow("nothing else") << wavFile(format + data) << u"wav"_s;
        QTest::newRow("before and after") << wavFile(format + riffChunk("bext", QByteArray(602, 'b')) + data
                                                     + riffChunk("LIST", "INFOIART" + little(quint32(4)) + "Abba")
                                                     + riffChunk("odd ", "abc"))
                                          << u"wav"_s;
        // The rear channels are named "back": not what flac takes six channels for, where nothing is said.
        const auto extensible = [](int channels, quint32 mask) {
            const QByteArray plain = formatChunk(channels, 44100, 16, 0xFFFE).mid(8);
            return riffChunk("fmt ",
                             plain + little(quint16(22)) + little(quint16(16)) + little(mask) + little(quint16(1))
                                 + QByteArray::fromHex("000000001000800000aa00389b71"));
        };
        QTest::newRow("six channels") << wavFile(extensible(6, 0x3F) + riffChunk("data", music(6, 5001))) << u"wav"_s;
        const QByteArray others = format + riffChunk("odd ", "abc") + "data" + little(0xFFFFFFFFu);
        constexpr qint64 sizesBytes = 28;
        const QByteArray sizes = little(qint64(4 + 8 + sizesBytes + others.size() + samples.size()))
            + little(qint64(samples.size())) + little(qint64(5001)) + little(quint32(0));
        QTest::newRow("RF64") << "RF64" + little(0xFFFFFFFFu) + "WAVE" + riffChunk("ds64", sizes) + others + samples
                              << u"rf64"_s;
        const QByteArray guid = QByteArray::fromHex("f3acd3118cd100c04f8edb8a");
        const auto chunk64 = [&guid](const QByteArray &id, const QByteArray &content) {
            return id + guid + little(qint64(24 + content.size())) + content
                + QByteArray((8 - content.size() % 8) % 8, '\0');
        };
        const QByteArray body = "wave" + guid + chunk64("junk", "odd") + chunk64("fmt ", format.mid(8))
            + chunk64("data", samples) + chunk64("bext", "behind");
        QTest::newRow("Wave64") << "riff" + QByteArray::fromHex("2e91cf11a5d628db04c10000")
                + little(qint64(24 + body.size()))
                + body << u"w64"_s;
    }

    void foreign_comesBackByteForByte()
    {
        QFETCH(QByteArray, wav);
        QFETCH(QString, extension);
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(InputFile::fromBytes(wav, "a.wav"), harness,
                                                     {{u"keep_foreign"_s, true}});
        QVERIFY(report && report->warnings.isEmpty());
        const QString out = saved(m_folder, harness.outputBytes(0), u"foreign.flac"_s);
        const QString back = m_folder.filePath(u"back."_s + extension);
        QCOMPARE(QProcess::execute(
                     u"flac"_s, {u"-d"_s, u"-f"_s, u"--totally-silent"_s, u"--keep-foreign-metadata"_s, out, u"-o"_s, back}),
                 0);
        QVERIFY(readFile(back) == wav);
    }

    void foreign_ofAiffComesBackToo()
    {
        QByteArray samples = music(2, 5001);
        for (qsizetype i = 0; i < samples.size(); i += 2)
            std::swap(samples[i], samples[i + 1]);
        const auto chunk = [](const QByteArray &id, const QByteArray &content) {
            return id + big(quint32(content.size())) + content + QByteArray(content.size() % 2, '\0');
        };
        const QByteArray common = big(quint16(2)) + big(quint32(5001)) + big(quint16(16))
            + QByteArray::fromHex("400eac44000000000000"); // 44,100 as an 80-bit number
        const QByteArray body = "AIFF" + chunk("NAME", "So What") + chunk("COMM", common)
            + chunk("SSND", QByteArray(8, '\0') + samples) + chunk("ANNO", "odd");
        const QByteArray aiff = "FORM" + big(quint32(body.size())) + body;
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(InputFile::fromBytes(aiff, "a.aiff"), harness,
                                                     {{u"keep_foreign"_s, true}});
        QVERIFY(report && report->warnings.isEmpty());
        const QString out = saved(m_folder, harness.outputBytes(0), u"aiff.flac"_s);
        QCOMPARE(program(u"metaflac"_s, {u"--show-tag=TITLE"_s, out}), "TITLE=So What\n");
        const QString back = m_folder.filePath(u"back.aiff"_s);
        QCOMPARE(QProcess::execute(
                     u"flac"_s, {u"-d"_s, u"-f"_s, u"--totally-silent"_s, u"--keep-foreign-metadata"_s, out, u"-o"_s, back}),
                 0);
        QVERIFY(readFile(back) == aiff);
    }

    void foreign_thatNoChunkHolds()
    {
        // Bytes after the last chunk and the newest kind of header cannot come back: it is said.
        const QByteArray wav = wavFile(formatChunk(2, 44100, 16) + riffChunk("data", music(2, 5000)));
        for (const QByteArray &bytes : {wav + QByteArray(7, '\0'), "BW64" + wav.sliced(4)}) {
            ConvertHarness harness;
            const Result<ConvertReport> report = convert(InputFile::fromBytes(bytes, "a.wav"), harness,
                                                         {{u"keep_foreign"_s, true}});
            QVERIFY(report);
            QCOMPARE(report->warnings.size(), 1);
            QVERIFY(!harness.outputBytes(0).contains("riffRIFF") && !harness.outputBytes(0).contains("riffBW64"));
        }
    }

    void exhaustive_isWhatFlacWrites()
    {
        const QString wav = saved(m_folder, musicWav(2, 60'000), u"e.wav"_s);
        const QString peer = m_folder.filePath(u"e.flac"_s);
        QCOMPARE(QProcess::execute(u"flac"_s, {u"-8"_s, u"-e"_s, u"-f"_s, u"--totally-silent"_s, wav, u"-o"_s, peer}), 0);
        ConvertHarness harness;
        harness.threads = 2;
        QVERIFY(convert(InputFile::fromPath(wav), harness, {{u"exhaustive"_s, true}, {u"guess_tags"_s, false}}));
        QVERIFY(harness.outputBytes(0) == readFile(peer));
    }

    void raw_discAudio()
    {
        const QByteArray pcm = music(2, 588 * 20);
        const InputFile input = InputFile::fromBytes(pcm + "xyz", "track01.cdda");
        const Result<MediaInfo> info = m_converter->probe(input.input());
        QVERIFY(info);
        QCOMPARE(info->sampleRate, 44100);
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(input, harness);
        QVERIFY(report);
        QCOMPARE(report->warnings.size(), 1);
        QVERIFY(samplesOf(saved(m_folder, harness.outputBytes(0), u"raw.flac"_s)) == pcm);
        // Whole sectors may be an image that a cue sheet names; anything else is not guessed at.
        QVERIFY(m_converter->probe(InputFile::fromBytes(pcm, "disc.bin").input()));
        QVERIFY(!m_converter->probe(InputFile::fromBytes(pcm + "xyz", "disc.bin").input()));
        QVERIFY(m_converter->probe(InputFile::fromBytes(pcm, "disc.CDR").input()));
        QVERIFY(!m_converter->probe(InputFile::fromBytes(pcm + "xyz", "photo.raw").input()));
        QVERIFY(!m_converter->probe(InputFile::fromBytes(pcm, "disc.dat").input()));
    }

    void cueSheet_inOneFile()
    {
        const QString cue = u"CATALOG \"1234567890123\"\r\nFILE \"image.wav\" WAVE\r\n  TRACK 01 AUDIO\r\n    FLAGS PRE\r\n"
                            "    ISRC \"USPR35600001\"\r\n    INDEX 01 00:00:00\r\n  TRACK 02 AUDIO\r\n"
                            "    INDEX 00 00:02:10\r\n    INDEX 01 00:03:00\r\n"_s;
        ConvertHarness harness;
        QVERIFY(convert(InputFile::fromBytes(musicWav(2, 588 * 500), "image.wav"), harness, {{u"cuesheet"_s, cue}}));
        const QString out = saved(m_folder, harness.outputBytes(0), u"image.flac"_s);
        QCOMPARE(QProcess::execute(u"flac"_s, {u"-t"_s, u"--totally-silent"_s, out}), 0);
        const QByteArray exported = program(u"metaflac"_s, {u"--export-cuesheet-to=-"_s, out});
        for (const char *line : {"CATALOG 1234567890123", "FLAGS PRE", "ISRC USPR35600001", "INDEX 01 00:00:00",
                                 "INDEX 00 00:02:10", "INDEX 01 00:03:00", "REM FLAC__lead-out 170 294000"})
            QVERIFY2(exported.contains(line), (line + ("\n" + exported)).constData());
        QVERIFY(program(u"metaflac"_s, {u"--export-tags-to=-"_s, out}).contains("CUESHEET=CATALOG \"1234567890123\""));

        // It belongs to the image: kept from FLAC to FLAC, but not in a track that is cut from it.
        ConvertHarness again;
        QVERIFY(convert(InputFile::fromPath(out), again));
        QCOMPARE(
            program(u"metaflac"_s, {u"--export-cuesheet-to=-"_s, saved(m_folder, again.outputBytes(0), u"image2.flac"_s)})
                .size(),
            exported.size() + 1); // the file's name
        ConvertHarness track;
        QVERIFY(convert(InputFile::fromPath(out), track, {{u"cut_end"_s, 588 * 100}}));
        QVERIFY(!track.outputBytes(0).contains("CUESHEET"));
        QVERIFY(
            !program(u"metaflac"_s, {u"--list"_s, saved(m_folder, track.outputBytes(0), u"t.flac"_s)}).contains("CUESHEET"));
    }

    void cueSheet_thatNoBlockHolds_data()
    {
        QTest::addColumn<QString>("cue");
        QTest::newRow("two files")
            << u"FILE \"a\" WAVE\nTRACK 01 AUDIO\nINDEX 01 0:0:0\nFILE \"b\" WAVE\nTRACK 02 AUDIO\nINDEX 01 0:0:0"_s;
        QTest::newRow("beyond the end") << u"FILE \"a\" WAVE\nTRACK 01 AUDIO\nINDEX 01 99:00:00"_s;
        QTest::newRow("backwards") << u"FILE \"a\" WAVE\nTRACK 01 AUDIO\nINDEX 00 0:0:5\nINDEX 01 0:0:1"_s;
        QTest::newRow("no index") << u"FILE \"a\" WAVE\nTRACK 01 AUDIO"_s;
        QTest::newRow("not one") << u"hello"_s;
    }
    void cueSheet_thatNoBlockHolds()
    {
        QFETCH(QString, cue);
        ConvertHarness harness;
        QVERIFY(convert(InputFile::fromBytes(musicWav(2, 588 * 100), "image.wav"), harness, {{u"cuesheet"_s, cue}}));
        const QString out = saved(m_folder, harness.outputBytes(0), u"image.flac"_s);
        QCOMPARE(QProcess::execute(u"flac"_s, {u"-t"_s, u"--totally-silent"_s, out}), 0);
        QVERIFY(program(u"metaflac"_s, {u"--list"_s, u"--block-type=CUESHEET"_s, out}).isEmpty());
        QVERIFY(program(u"metaflac"_s, {u"--export-tags-to=-"_s, out}).contains("CUESHEET="));
    }
};

QTEST_GUILESS_MAIN(TestAudioAlbum)
#include "tst_audioalbum.moc"
