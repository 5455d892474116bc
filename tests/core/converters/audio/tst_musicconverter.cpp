// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audiobytes.h"
#include "core/converters/convertercontract.h"
#include "core/formats/format.h"
#include "support/otherprograms.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <taglib/fileref.h>
#include <taglib/tpropertymap.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

/// Opus, MP3, Vorbis, AAC, ALAC and WavPack, read by ffprobe, ffmpeg and TagLib.
class TestMusicConverter : public QObject
{
    Q_OBJECT

private:
    const Converter *m_converter = converterInFamily(u"music");
    QTemporaryDir m_folder;

    Result<ConvertReport> convert(const InputFile &input, ConvertHarness &harness, const QString &extension,
                                  const QJsonObject &options = {}, const ConvertInput &attachment = {})
    {
        const ConvertRequest request{.input = input.input(),
                                     .options = optionsFor(u"music", options),
                                     .extension = extension,
                                     .attachment = attachment};
        return m_converter->convert(request, harness.context());
    }

    static QByteArray samplesOf(const QString &path)
    {
        return program(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-i"_s, path, u"-map"_s, u"0:a"_s, u"-f"_s, u"s32le"_s, u"-"_s});
    }

    static void addFormats()
    {
        QTest::addColumn<QString>("extension");
        QTest::addColumn<QString>("m4aCodec");
        QTest::addColumn<QString>("codec");
        QTest::newRow("Opus") << u"opus"_s << u"aac"_s << u"opus"_s;
        QTest::newRow("MP3") << u"mp3"_s << u"aac"_s << u"mp3"_s;
        QTest::newRow("Vorbis") << u"ogg"_s << u"aac"_s << u"vorbis"_s;
        QTest::newRow("AAC") << u"m4a"_s << u"aac"_s << u"aac"_s;
        QTest::newRow("ALAC") << u"m4a"_s << u"alac"_s << u"alac"_s;
        QTest::newRow("WavPack") << u"wv"_s << u"aac"_s << u"wavpack"_s;
    }

    static QByteArray cover()
    {
        return program(u"ffmpeg -v error -f lavfi -i testsrc=size=64x48 -frames:v 1 -f image2pipe -c:v png -"_s);
    }

private Q_SLOTS:
    void coded_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("coding");
        QTest::addColumn<bool>("isLossless");
        QTest::newRow("AAC") << u"in.m4a"_s << u"aac"_s << false;
        QTest::newRow("ALAC") << u"in.m4a"_s << u"alac"_s << true;
        QTest::newRow("Vorbis") << u"in.ogg"_s << u"libvorbis"_s << false;
        QTest::newRow("FLAC in Ogg") << u"in.ogg"_s << u"flac"_s << true;
        QTest::newRow("Opus in WebM") << u"in.webm"_s << u"libopus"_s << false;
        QTest::newRow("samples in Matroska") << u"in.mka"_s << u"pcm_s24le"_s << true;
        QTest::newRow("WMA") << u"in.wma"_s << u"wmav2"_s << false;
        QTest::newRow("MP3") << u"in.mp3"_s << u"libmp3lame"_s << false;
        QTest::newRow("WavPack") << u"in.wv"_s << u"wavpack"_s << true;
        QTest::newRow("True Audio") << u"in.tta"_s << u"tta"_s << true;
    }
    // What only libav reads becomes FLAC and MP3 as WAV does, with its tags.
    void coded()
    {
        QFETCH(QString, name);
        QFETCH(QString, coding);
        QFETCH(bool, isLossless);
        const QString wav = saved(m_folder, musicWav(2, 44100 * 3), u"coded.wav"_s);
        const QString source = m_folder.filePath(name);
        program(u"ffmpeg -v error -y -i %1 -c:a %2 -metadata title=Song -metadata artist=Ann -metadata track=3/12 "
                u"%3"_s.arg(wav, coding, source));
        const InputFile input = InputFile::fromPath(source);
        QVERIFY(input.isValid());
        const Converter *flac = converterInFamily(u"audio");
        QVERIFY(flac);
        const Result<MediaInfo> info = flac->probe(input.input());
        QVERIFY(info);
        QCOMPARE(info->kind, MediaKind::Audio);
        ConvertHarness harness;
        const Result<ConvertReport> report = flac->convert(
            {.input = input.input(), .options = optionsFor(u"audio"), .extension = u"flac"_s, .probed = *info},
            harness.context());
        QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
        QVERIFY(!harness.progress.empty() && harness.progress.back() > 0.9);
        const FileDescriptor written = reopenReadOnly(harness.outputs.at(0).fd());
        QVERIFY(flac->verify(written.fd(), throughCbor(report->outputs.at(0)), harness.context()));
        const QString target = saved(m_folder, harness.outputBytes(0), u"coded.flac"_s);
        const QByteArray before = samplesOf(source);
        const QByteArray after = samplesOf(target);
        QCOMPARE(after.size(), before.size());
        QVERIFY(!isLossless || after == before);
        const QJsonObject probed = ffprobed(target);
        QCOMPARE(tagOf(probed, u"TITLE"_s), u"Song"_s);
        QCOMPARE(tagOf(probed, u"ARTIST"_s), u"Ann"_s);
        QCOMPARE(tagOf(probed, u"track"_s), u"3"_s);
        QCOMPARE(tagOf(probed, u"TRACKTOTAL"_s), u"12"_s);

        ConvertHarness players;
        QVERIFY(convert(input, players, u"mp3"_s));
        const QJsonObject mp3 = ffprobed(saved(m_folder, players.outputBytes(0), u"coded_out.mp3"_s));
        QCOMPARE(tagOf(mp3, u"title"_s), u"Song"_s);
        QVERIFY(std::abs(mp3[u"format"_s].toObject()[u"duration"_s].toString().toDouble() - 3) < 0.1);
    }

    // AAC comes in whole frames: iTunes' note says how much of them is silence. One of another file is worth nothing.
    void coded_endsWhereItsNoteSays()
    {
        constexpr int samples = 32768 * 3 + 100;
        ConvertHarness players;
        QVERIFY(convert(InputFile::fromBytes(musicWav(2, samples), "a.wav"), players, u"m4a"_s));
        const QByteArray m4a = players.outputBytes(0);
        QByteArray strange = m4a;
        const qsizetype note = m4a.indexOf(QByteArray::number(samples, 16).toUpper().rightJustified(16, '0'));
        QVERIFY(note > 0);
        strange[note + 14] = strange[note + 14] == '1' ? '2' : '1';
        const auto lengthOf = [this](const QByteArray &file) {
            ConvertHarness harness;
            const InputFile input = InputFile::fromBytes(file, "a.m4a");
            const Result<ConvertReport> report = converterInFamily(u"audio")->convert(
                {.input = input.input(), .options = optionsFor(u"audio"), .extension = u"flac"_s, .probed = {}},
                harness.context());
            return report ? samplesOf(saved(m_folder, harness.outputBytes(0), u"ends.flac"_s)).size() / 8 : -1;
        };
        QCOMPARE(lengthOf(m4a), samples);
        QCOMPARE(lengthOf(strange), (samples + 1023) / 1024 * 1024);
    }

    void codedDisc_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("WavPack") << u"disc.wv"_s;
        QTest::newRow("True Audio") << u"disc.tta"_s;
        QTest::newRow("ALAC") << u"disc.m4a"_s;
    }
    // AccurateRip's checksums are those of the WAV (tst_measure has them as published): of an image and of its last track.
    void codedDisc()
    {
        QFETCH(QString, name);
        const QString wav = saved(m_folder, musicWav(2, 588 * 150), u"disc.wav"_s);
        const QString coded = m_folder.filePath(name);
        program(u"ffmpeg -v error -y -i %1 -c:a %2 %3"_s.arg(wav,
                                                             name.endsWith(u"m4a"_s)      ? u"alac"_s
                                                                 : name.endsWith(u"wv"_s) ? u"wavpack"_s
                                                                                          : u"tta"_s,
                                                             coded));
        const QString sheet = u"FILE \"a.wav\" WAVE\n TRACK 01 AUDIO\n  INDEX 01 00:00:10\n"
                              " TRACK 02 AUDIO\n  INDEX 01 00:01:00\n"_s;
        const auto sums = [](const QString &path, const QJsonObject &options) {
            const InputFile input = InputFile::fromPath(path);
            ConvertHarness harness;
            const Result<ConvertReport> report = converterInFamily(u"audio")->convert(
                {.input = input.input(), .options = optionsFor(u"audio", options), .extension = u"flac"_s},
                harness.context());
            return report ? report->columns.value(u"accuraterip_v2"_s).toString() : report.error().message;
        };
        const QString image = sums(wav, {{u"cuesheet"_s, sheet}});
        QCOMPARE(image.size(), 17);
        QCOMPARE(sums(coded, {{u"cuesheet"_s, sheet}}), image);
        QCOMPARE(sums(coded, {{u"cut_start"_s, 588 * 75}, {u"tracknumber"_s, u"2"_s}, {u"tracktotal"_s, u"2"_s}}),
                 image.section(u' ', 1));
    }

    // Samples that the reader of plain files leaves to libav: compressed ones, and other containers.
    void coded_ofOldMachines_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("coding");
        QTest::addColumn<int>("bits");
        for (const char *coding : {"pcm_alaw", "pcm_mulaw", "adpcm_ima_qt"})
            QTest::addRow("AIFF-C, %s", coding) << u"old.aifc"_s << QString::fromLatin1(coding) << 16;
        for (const char *coding : {"pcm_alaw", "pcm_mulaw", "adpcm_ms"})
            QTest::addRow("WAV, %s", coding) << u"old.wav"_s << QString::fromLatin1(coding) << 16;
        QTest::newRow("CAF, 24 bit, high byte first") << u"old.caf"_s << u"pcm_s24be"_s << 24;
        QTest::newRow("CAF, 16 bit, low byte first") << u"old.caf"_s << u"pcm_s16le"_s << 16;
        QTest::newRow("CAF, ALAC") << u"old.caf"_s << u"alac"_s << 16;
        QTest::newRow("AU, 8 bit") << u"old.au"_s << u"pcm_s8"_s << 8;
        QTest::newRow("AU, 24 bit") << u"old.au"_s << u"pcm_s24be"_s << 24;
        QTest::newRow("AU, floating point") << u"old.au"_s << u"pcm_f32be"_s << 0;
        QTest::newRow("CAF, floating point") << u"old.caf"_s << u"pcm_f64le"_s << 0;
    }
    void coded_ofOldMachines()
    {
        QFETCH(QString, name);
        QFETCH(QString, coding);
        QFETCH(int, bits);
        const QString wav = saved(m_folder, musicWav(2, 44100), u"coded.wav"_s);
        const QString source = m_folder.filePath(name);
        program(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-y"_s, u"-i"_s, wav, u"-c:a"_s, coding, source});
        const QByteArray bytes = readFile(source);
        const Format &format = sniffFormat(bytes, name.toUtf8());
        QCOMPARE(servingFamily(*findConverter(u"audio"), format), "music"_L1);
        const auto flac = [&](const QByteArray &content, ConvertHarness &harness) {
            const InputFile input = InputFile::fromBytes(content, name.toUtf8());
            return converterInFamily(u"audio")->convert(
                {.input = input.input(), .options = optionsFor(u"audio"), .extension = u"flac"_s}, harness.context());
        };
        ConvertHarness harness;
        const Result<ConvertReport> report = flac(bytes, harness);
        if (bits == 0) {
            QVERIFY(!report);
            QCOMPARE(report.error().kind, ErrorKind::UnsupportedFormat); // it would be rounded
            return;
        }
        QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
        const QString target = saved(m_folder, harness.outputBytes(0), u"coded.flac"_s);
        QCOMPARE(samplesOf(target), samplesOf(source));
        QCOMPARE(program(u"metaflac"_s, {u"--show-bps"_s, target}).toInt(), bits);

        ConvertHarness cut;
        const Result<ConvertReport> refused = flac(bytes.first(bytes.size() - 3000), cut);
        if (coding.startsWith("pcm_"_L1)) // of all others a second has to be missing
            QVERIFY(!refused && refused.error().kind == ErrorKind::DamagedInput);
    }

    void coded_withACueSheetInside_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("WavPack, read by TagLib") << u"sheet.wv"_s;
        QTest::newRow("True Audio, read by libav") << u"sheet.tta"_s;
    }
    // The image of a disc, as foobar2000 keeps it in one file.
    void coded_withACueSheetInside()
    {
        QFETCH(QString, name);
        const QString wav = saved(m_folder, musicWav(2, 44100 * 3), u"coded.wav"_s);
        const QString source = m_folder.filePath(name);
        const QString sheet = u"TITLE \"Loops\"\nFILE \"CDImage.ape\" WAVE\nTRACK 01 AUDIO\nTITLE \"One\"\nINDEX 01 "
                              "00:00:00\nTRACK 02 AUDIO\nTITLE \"Two\"\nINDEX 01 00:01:40\n"_s;
        program(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-y"_s, u"-i"_s, wav, u"-metadata"_s, u"Cuesheet="_s + sheet, source});
        const InputFile input = InputFile::fromPath(source);
        const Result<MediaInfo> info = converterInFamily(u"audio")->probe(input.input());
        QVERIFY(info);
        QCOMPARE(info->contents.size(), 3u); // two tracks, and the image itself
        QCOMPARE(info->contents[1].tags.value(u"title"_s), u"Two"_s);
        QCOMPARE(info->contents[1].path, name.toUtf8());
    }
    void coded_damaged_isSaid_data()
    {
        QTest::addColumn<QString>("coding");
        QTest::addColumn<QString>("name");
        QTest::newRow("in the middle of frames") << u"alac"_s << u"whole.m4a"_s;
        QTest::newRow("the rest is not found") << u"flac"_s << u"whole.mka"_s;
    }
    void coded_damaged_isSaid()
    {
        QFETCH(QString, coding);
        QFETCH(QString, name);
        const QString wav = saved(m_folder, musicWav(2, 44100 * 8), u"coded.wav"_s);
        const QString source = m_folder.filePath(name);
        program(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-y"_s, u"-i"_s, wav, u"-c:a"_s, coding, source});
        QByteArray bytes = readFile(source);
        QVERIFY(bytes.size() > 100'000);
        for (qsizetype i = bytes.size() / 3; i < bytes.size() / 3 + 20'000; ++i)
            bytes[i] = char(i * 31);
        const InputFile input = InputFile::fromPath(saved(m_folder, bytes, u"hurt"_s));
        ConvertHarness harness;
        const Result<ConvertReport> refused = convert(input, harness, u"mp3"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::DamagedInput);
        ConvertHarness again;
        const Result<ConvertReport> salvaged = convert(input, again, u"mp3"_s, {{u"salvage"_s, true}});
        QVERIFY(salvaged);
        QCOMPARE(salvaged->warnings.size(), 1);
    }

    void contract_data() { contractRules(); }
    void contract()
    {
        QFETCH(QString, rule);
        checkContract({.converter = m_converter,
                       .id = u"music"_s,
                       .extension = u"opus"_s,
                       .good = musicWav(2, 44100 * 20),
                       .name = "a.wav"},
                      rule);
    }

    void convert_isWhatFfprobeReads_data() { addFormats(); }
    void convert_isWhatFfprobeReads()
    {
        QFETCH(QString, extension);
        QFETCH(QString, m4aCodec);
        QFETCH(QString, codec);
        const InputFile input = InputFile::fromBytes(musicWav(2, 44100 * 5), "a.wav");
        const InputFile picture = InputFile::fromBytes(cover(), "cover.png");
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(input, harness, extension,
                                                     {{u"m4a_codec"_s, m4aCodec},
                                                      {u"artist"_s, u"Måns; Ella"_s},
                                                      {u"album"_s, u"Köln"_s},
                                                      {u"title"_s, u"Ⅰ"_s},
                                                      {u"albumartist"_s, u"Various"_s},
                                                      {u"tracknumber"_s, u"3"_s},
                                                      {u"tracktotal"_s, u"12"_s},
                                                      {u"discnumber"_s, u"1"_s},
                                                      {u"disctotal"_s, u"2"_s},
                                                      {u"compilation"_s, true},
                                                      {u"replaygain"_s, u"track"_s}},
                                                     picture.input());
        QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
        const FileDescriptor output = reopenReadOnly(harness.outputs.at(0).fd());
        const Result<void> verified = m_converter->verify(output.fd(), throughCbor(report->outputs.at(0)),
                                                          harness.context());
        QVERIFY2(verified, verified ? "" : qPrintable(verified.error().detail));

        const QString path = saved(m_folder, harness.outputBytes(0), u"out."_s + extension);
        const QJsonObject probed = ffprobed(path);
        const QJsonArray streams = probed[u"streams"_s].toArray();
        QCOMPARE(streams.size(), 2); // the cover is a stream to ffprobe
        QCOMPARE(streams[0][u"codec_name"_s].toString(), codec);
        QCOMPARE(streams[0][u"channels"_s].toInt(), 2);
        QCOMPARE(streams[0][u"sample_rate"_s].toString(), extension == "opus"_L1 ? u"48000"_s : u"44100"_s);
        QCOMPARE(streams[1][u"width"_s].toInt(), 64);
        QVERIFY(std::abs(probed[u"format"_s][u"duration"_s].toString().toDouble() - 5) < 0.1);
        QVERIFY(tagOf(probed, u"artist"_s).startsWith(u"Måns"_s));
        QCOMPARE(tagOf(probed, u"album"_s), u"Köln"_s);
        QCOMPARE(tagOf(probed, u"title"_s), u"Ⅰ"_s);
        QVERIFY(tagOf(probed, u"track"_s).startsWith(u"3"_s));
        const double gain = extension == "opus"_L1
            ? tagOf(probed, u"r128_track_gain"_s).toDouble() / 256 + 5
            : tagOf(probed, u"replaygain_track_gain"_s).section(u' ', 0, 0).toDouble();
        QVERIFY(std::abs(gain - report->columns.value(u"track_gain_db"_s).toDouble()) < 0.011);

        const TagLib::FileRef file(QFile::encodeName(path).constData());
        const TagLib::PropertyMap tags = file.file()->properties();
        const auto tag = [&tags](const char *name) {
            return tags.contains(name) ? QString::fromUtf8(tags[name].toString("|").toCString(true)) : QString();
        };
        QCOMPARE(tag("ARTIST"), u"Måns|Ella"_s);
        QCOMPARE(tag("ALBUMARTIST"), u"Various"_s);
        QCOMPARE(tag("COMPILATION"), u"1"_s);
        QCOMPARE(tag("TRACKNUMBER").section(u'/', 0, 0), u"3"_s);
        QCOMPARE(tag("TRACKTOTAL").isEmpty() ? tag("TRACKNUMBER").section(u'/', 1, 1) : tag("TRACKTOTAL"), u"12"_s);
        QCOMPARE(tag("DISCTOTAL").isEmpty() ? tag("DISCNUMBER").section(u'/', 1, 1) : tag("DISCTOTAL"), u"2"_s);
    }

    void convert_hasAsManySamplesAsTheSource_data() { addFormats(); }
    void convert_hasAsManySamplesAsTheSource()
    {
        QFETCH(QString, extension);
        QFETCH(QString, m4aCodec);
        QFETCH(QString, codec);
        constexpr qint64 samples = 44100 * 3 + 777; // no whole frames of any codec
        ConvertHarness harness;
        QVERIFY(
            convert(InputFile::fromBytes(musicWav(2, samples), "a.wav"), harness, extension, {{u"m4a_codec"_s, m4aCodec}}));
        const QString path = saved(m_folder, harness.outputBytes(0), u"gapless."_s + extension);
        const qint64 decoded = samplesOf(path).size() / 8;
        const qint64 expected = codec == "opus"_L1 ? (samples * 160 + 73) / 147 : samples;
        if (codec != "aac"_L1) {
            QCOMPARE(decoded, expected);
            return;
        }
        // ffmpeg does not cut AAC's end; other players do by this, and all find the start.
        const QStringList said = tagOf(ffprobed(path), u"iTunSMPB"_s).simplified().split(u' ');
        QCOMPARE(said.size(), 12);
        const qint64 front = said[1].toLongLong(nullptr, 16);
        const qint64 behind = said[2].toLongLong(nullptr, 16);
        QCOMPARE(said[3].toLongLong(nullptr, 16), samples);
        QCOMPARE(decoded, samples + behind);
        QCOMPARE((front + samples + behind) % 1024, 0);
        QVERIFY(harness.outputBytes(0).contains("iTunSMPB")); // Apple's players mind the case
    }

    void convert_losslessKeepsEverySample_data()
    {
        QTest::addColumn<QString>("extension");
        QTest::addColumn<QString>("source");
        for (const QString &extension : {u"m4a"_s, u"wv"_s}) {
            for (const char *source : {"bbb_2ch_44kHz.wav", "sine_24le.wav", "96khz.wav"})
                QTest::addRow("%s to %s", source, qPrintable(extension)) << extension << QString::fromLatin1(source);
        }
    }
    void convert_losslessKeepsEverySample()
    {
        QFETCH(QString, extension);
        QFETCH(QString, source);
        if (corpusFolder().isEmpty())
            QSKIP("the collection of real files is not here");
        const QString path = corpusFolder() + u"/audio/"_s + source;
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(InputFile::fromPath(path), harness, extension,
                                                     {{u"m4a_codec"_s, u"alac"_s}});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
        const FileDescriptor output = reopenReadOnly(harness.outputs.at(0).fd());
        const Result<void> verified = m_converter->verify(output.fd(), throughCbor(report->outputs.at(0)),
                                                          harness.context());
        QVERIFY2(verified, verified ? "" : qPrintable(verified.error().detail));
        const QByteArray samples = samplesOf(path);
        QVERIFY(!samples.isEmpty());
        QVERIFY(samplesOf(saved(m_folder, harness.outputBytes(0), u"out."_s + extension)) == samples);
    }

    void convert_bitsThatAlacCannotHold_data()
    {
        QTest::addColumn<QString>("gain");
        QTest::addColumn<bool>("fits");
        QTest::newRow("32 bits") << u"0.3"_s << false;
        QTest::newRow("24 bits in 32") << u"0.5"_s << true;
    }
    void convert_bitsThatAlacCannotHold()
    {
        QFETCH(QString, gain);
        QFETCH(bool, fits);
        const QString deep = m_folder.filePath(u"deep.wav"_s);
        program(u"ffmpeg"_s,
                {u"-v"_s, u"error"_s, u"-y"_s, u"-i"_s, saved(m_folder, musicWav(2, 44100), u"cd.wav"_s), u"-af"_s,
                 u"volume=precision=double:volume="_s + gain, u"-c:a"_s, u"pcm_s32le"_s, deep});
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(InputFile::fromPath(deep), harness, u"m4a"_s,
                                                     {{u"m4a_codec"_s, u"alac"_s}});
        QCOMPARE(bool(report), fits);
        if (fits)
            QVERIFY(samplesOf(saved(m_folder, harness.outputBytes(0), u"deep.m4a"_s)) == samplesOf(deep));
        else
            QCOMPARE(errorKindName(report.error().kind), errorKindName(ErrorKind::UnsupportedFormat));
    }

    void convert_trackOfAnImage()
    {
        ConvertHarness harness;
        const QByteArray wav = musicWav(2, 588 * 200);
        QVERIFY(convert(InputFile::fromBytes(wav, "image.wav"), harness, u"wv"_s,
                        {{u"cut_start"_s, 588 * 50}, {u"cut_end"_s, 588 * 120}}));
        const QByteArray pcm = program(
            u"ffmpeg -v error -i %1 -f s16le -"_s.arg(saved(m_folder, harness.outputBytes(0), u"t.wv"_s)));
        QVERIFY(pcm == wav.mid(44 + 588 * 50 * 4, 588 * 70 * 4));
    }

    void completeSet_addsAlbumGain_data() { addFormats(); }
    void completeSet_addsAlbumGain()
    {
        QFETCH(QString, extension);
        QFETCH(QString, m4aCodec);
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(
            InputFile::fromBytes(musicWav(2, 44100 * 3), "a.wav"), harness, extension,
            {{u"m4a_codec"_s, m4aCodec}, {u"title"_s, u"kept"_s}, {u"replaygain"_s, u"album"_s}});
        QVERIFY(report);
        const QVariantList facts{throughCbor(report->outputs.at(0)).value(u"set"_s)};
        const Result<QVariantMap> columns = m_converter->completeSet(harness.outputs.at(0).fd(), facts);
        QVERIFY2(columns, columns ? "" : qPrintable(columns.error().message));
        const QJsonObject probed = ffprobed(saved(m_folder, harness.outputBytes(0), u"album."_s + extension));
        QCOMPARE(tagOf(probed, u"title"_s), u"kept"_s);
        QVERIFY(!tagOf(probed, extension == "opus"_L1 ? u"r128_album_gain"_s : u"replaygain_album_gain"_s).isEmpty());
        QVERIFY(!tagOf(probed, extension == "opus"_L1 ? u"r128_track_gain"_s : u"replaygain_track_gain"_s).isEmpty());
        const FileDescriptor output = reopenReadOnly(harness.outputs.at(0).fd());
        QVERIFY(m_converter->verify(output.fd(), throughCbor(report->outputs.at(0)), harness.context()));
    }

    void verify_noticesDamage_data() { addFormats(); }
    void verify_noticesDamage()
    {
        QFETCH(QString, extension);
        QFETCH(QString, m4aCodec);
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(InputFile::fromBytes(musicWav(2, 44100 * 5), "a.wav"), harness,
                                                     extension, {{u"m4a_codec"_s, m4aCodec}});
        QVERIFY(report);
        for (const bool isCut : {true, false}) {
            QByteArray bytes = harness.outputBytes(0);
            bytes.truncate(isCut ? bytes.size() / 2 : 0);
            const InputFile output = InputFile::fromBytes(bytes, "a");
            const Result<void> verified = m_converter->verify(output.fd(), report->outputs.at(0), harness.context());
            QVERIFY(!verified);
            QCOMPARE(verified.error().kind, ErrorKind::VerificationFailed);
        }
    }

    void convert_surroundAsMp3SaysSo()
    {
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(InputFile::fromBytes(musicWav(6, 44100), "a.wav"), harness, u"mp3"_s);
        QVERIFY(report);
        QCOMPARE(report->warnings.size(), 1);
        QCOMPARE(report->outputs.at(0).value(u"channels"_s).toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(TestMusicConverter)
#include "tst_musicconverter.moc"
