// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audiobytes.h"
#include "core/converters/convertercontract.h"
#include "support/otherprograms.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

class TestAudioConverter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contract_data() { contractRules(); }
    void contract()
    {
        QFETCH(QString, rule);
        checkContract({.converter = m_converter,
                       .id = u"audio"_s,
                       .extension = u"flac"_s,
                       .good = musicWav(2, 44100 * 60),
                       .name = "a.wav"},
                      rule);
    }

private:
    const Converter *m_converter = converterInFamily(u"audio");
    QTemporaryDir m_folder;

    Result<ConvertReport> convert(const InputFile &input, ConvertHarness &harness, const QJsonObject &options = {},
                                  const QString &extension = u"flac"_s)
    {
        const ConvertRequest request{
            .input = input.input(), .options = optionsFor(u"audio", options), .extension = extension};
        return m_converter->convert(request, harness.context());
    }

    Result<void> verify(const ConvertHarness &harness, const ConvertReport &report)
    {
        const FileDescriptor output = reopenReadOnly(harness.outputs.at(0).fd());
        ConvertHarness other;
        return m_converter->verify(output.fd(), throughCbor(report.outputs.at(0)), other.context());
    }

    // MD5 of the samples as 32-bit numbers, decoded by ffmpeg.
    static QByteArray sampleHash(const QString &path)
    {
        const QByteArray pcm = program(u"ffmpeg -v error -i %1 -map 0:a -f s32le -c:a pcm_s32le -"_s.arg(path));
        return pcm.isEmpty() ? QByteArray() : QCryptographicHash::hash(pcm, QCryptographicHash::Md5).toHex();
    }

    static QString corpus(const QString &folder)
    {
        const QString root = corpusFolder();
        return root.isEmpty() ? QString() : root + u'/' + folder;
    }

private Q_SLOTS:
    void convert_corpusWav_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(corpus(u"audio"_s));
        if (corpus(u"audio"_s).isEmpty())
            QSKIP("the collection of real files is not here");
        for (const QString &name : folder.entryList({u"*.wav"_s}, QDir::Files))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void convert_corpusWav()
    {
        QFETCH(QString, path);
        const InputFile input = InputFile::fromPath(path);
        ConvertHarness harness;
        harness.threads = 2;
        const Result<ConvertReport> report = convert(input, harness);
        if (path.contains("float32"_L1)) {
            QVERIFY(!report);
            QCOMPARE(report.error().kind, ErrorKind::UnsupportedFormat);
            return;
        }
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QVERIFY(verify(harness, *report));
        const QString out = saved(m_folder, harness.outputBytes(0), u"out.flac"_s);
        QCOMPARE(QProcess::execute(u"flac"_s, {u"-t"_s, u"--totally-silent"_s, out}), 0);
        QVERIFY(!sampleHash(path).isEmpty());
        QCOMPARE(sampleHash(out), sampleHash(path));
        QCOMPARE(program(u"metaflac"_s, {u"--show-md5sum"_s, out}).trimmed(),
                 report->outputs[0].value(u"md5"_s).toByteArray());
    }

    // Files as ffmpeg and sox write them: each kind holds what ffmpeg reads out of it.
    void convert_everyKind_data()
    {
        QTest::addColumn<QStringList>("output"); // of ffmpeg
        QTest::addColumn<int>("channels");
        const auto add = [](const QString &codec, int channels, const QStringList &output, const QString &name) {
            QTest::addRow("%s, %d channels, %s", qPrintable(codec), channels, qPrintable(name))
                << QStringList{u"-c:a"_s, codec} + output + QStringList{name} << channels;
        };
        for (int channels = 1; channels <= 8; ++channels) {
            for (const QString &codec : {u"pcm_u8"_s, u"pcm_s16le"_s, u"pcm_s24le"_s, u"pcm_s32le"_s})
                add(codec, channels, {}, u"in.wav"_s);
        }
        add(u"pcm_s24le"_s, 2, {u"-rf64"_s, u"always"_s}, u"rf64.wav"_s);
        add(u"pcm_s32le"_s, 6, {u"-rf64"_s, u"always"_s}, u"rf64.wav"_s);
        add(u"pcm_s16le"_s, 2, {}, u"in.w64"_s);
        add(u"pcm_s24le"_s, 7, {}, u"in.w64"_s);
        for (const QString &codec : {u"pcm_s8"_s, u"pcm_s16be"_s, u"pcm_s24be"_s, u"pcm_s32be"_s, u"pcm_s16le"_s}) {
            for (const int channels : {1, 2, 6})
                add(codec, channels, {}, u"in.aiff"_s); // the last is AIFF-C
        }
    }
    void convert_everyKind()
    {
        QFETCH(const QStringList, output);
        QFETCH(const int, channels);
        QStringList partials;
        for (int channel = 0; channel < channels; ++channel)
            partials.append(u"0.5*sin(%1*t)+0.3*random(%2)"_s.arg(1200 + 300 * channel).arg(channel));
        const QString path = m_folder.filePath(output.back());
        QStringList arguments{u"-v"_s,
                              u"error"_s,
                              u"-y"_s,
                              u"-f"_s,
                              u"lavfi"_s,
                              u"-i"_s,
                              u"aevalsrc=%1:s=44100:d=0.5"_s.arg(partials.join(u'|'))};
        arguments += output;
        arguments.back() = path;
        if (QStandardPaths::findExecutable(u"ffmpeg"_s).isEmpty())
            QSKIP("ffmpeg is not installed");
        QCOMPARE(QProcess::execute(u"ffmpeg"_s, arguments), 0);
        ConvertHarness harness;
        harness.threads = 2;
        const Result<ConvertReport> report = convert(InputFile::fromPath(path), harness);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QVERIFY(verify(harness, *report));
        // ffmpeg 5 does not read FLAC of 32 bit.
        const QString flac = saved(m_folder, harness.outputBytes(0), u"out.flac"_s);
        const QString back = m_folder.filePath(u"back.wav"_s);
        QCOMPARE(QProcess::execute(u"flac"_s, {u"-d"_s, u"-f"_s, u"--totally-silent"_s, flac, u"-o"_s, back}), 0);
        QVERIFY(!sampleHash(path).isEmpty());
        QCOMPARE(sampleHash(back), sampleHash(path));
    }

    void convert_corpusFlac_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(corpus(u"flac"_s));
        if (corpus(u"flac"_s).isEmpty())
            QSKIP("the collection of real files is not here");
        for (const QString &name : folder.entryList({u"*.flac"_s}, QDir::Files))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void convert_corpusFlac()
    {
        QFETCH(QString, path);
        const InputFile input = InputFile::fromPath(path);
        ConvertHarness toWav;
        const Result<ConvertReport> wav = convert(input, toWav, {}, u"wav"_s);
        if (path.contains("03_"_L1) || path.contains("06_"_L1)) {
            QVERIFY(!wav);
            QCOMPARE(wav.error().kind, ErrorKind::DamagedInput);
            QVERIFY(!wav.error().detail.isEmpty());
            return;
        }
        QVERIFY2(wav, wav ? "" : qPrintable(wav.error().message + wav.error().detail));
        QVERIFY(verify(toWav, *wav));
        const QByteArray md5 = program(u"metaflac"_s, {u"--show-md5sum"_s, path}).trimmed();
        QCOMPARE(wav->outputs[0].value(u"md5"_s).toByteArray(), md5);
        const QString wavPath = saved(m_folder, toWav.outputBytes(0), u"out.wav"_s);
        // ffmpeg does not read every one of these files: the reference is what flac makes of them.
        const QString reference = m_folder.filePath(u"reference.wav"_s);
        QCOMPARE(QProcess::execute(u"flac"_s, {u"-d"_s, u"-f"_s, u"--totally-silent"_s, path, u"-o"_s, reference}), 0);
        QVERIFY(!sampleHash(reference).isEmpty());
        QCOMPARE(sampleHash(wavPath), sampleHash(reference));

        ConvertHarness back;
        back.threads = 3;
        const Result<ConvertReport> flac = convert(InputFile::fromPath(wavPath), back);
        QVERIFY(flac);
        QVERIFY(verify(back, *flac));
        const QString flacPath = saved(m_folder, back.outputBytes(0), u"back.flac"_s);
        QCOMPARE(program(u"metaflac"_s, {u"--show-md5sum"_s, flacPath}).trimmed(), md5);
        QCOMPARE(QProcess::execute(u"flac"_s, {u"-t"_s, u"--totally-silent"_s, flacPath}), 0);
    }

    void convert_writesTags()
    {
        const InputFile input = InputFile::fromBytes(musicWav(2, 5000), "/rip/track05.cdda.wav");
        ConvertHarness harness;
        QVERIFY(convert(input, harness,
                        {{u"artist"_s, u"Måns=Ångström"_s},
                         {u"album"_s, u"Kind of Blue"_s},
                         {u"title"_s, u"Flamenco Sketches"_s},
                         {u"date"_s, u"1959"_s},
                         {u"genre"_s, u"Jazz"_s}}));
        const QString out = saved(m_folder, harness.outputBytes(0), u"tags.flac"_s);
        const QByteArray tags = program(u"metaflac"_s, {u"--no-utf8-convert"_s, u"--export-tags-to=-"_s, out});
        QCOMPARE(
            QString::fromUtf8(tags),
            u"ARTIST=Måns=Ångström\nALBUM=Kind of Blue\nTITLE=Flamenco Sketches\nDATE=1959\nGENRE=Jazz\nTRACKNUMBER=5\n"_s);
    }

    void convert_paddingAbsorbsTags()
    {
        ConvertHarness plain;
        ConvertHarness tagged;
        const InputFile input = InputFile::fromBytes(musicWav(2, 5000), "a.wav");
        QVERIFY(convert(input, plain));
        QVERIFY(convert(input, tagged, {{u"title"_s, QString(500, u'x')}}));
        QCOMPARE(tagged.outputBytes(0).size(), plain.outputBytes(0).size());
        ConvertHarness none;
        QVERIFY(convert(input, none, {{u"padding"_s, 0}, {u"title"_s, u"x"_s}}));
        const QString out = saved(m_folder, none.outputBytes(0), u"none.flac"_s);
        QVERIFY(!program(u"metaflac"_s, {u"--list"_s, out}).contains("PADDING"));
        QCOMPARE(QProcess::execute(u"flac"_s, {u"-t"_s, u"--totally-silent"_s, out}), 0);
    }

    void convert_keepsPicturesAndTagsOfFlac()
    {
        if (corpusFolder().isEmpty())
            QSKIP("the collection of real files is not here");
        const QString path = corpusFolder() + u"/flac/56_-_JPG_PICTURE.flac"_s;
        ConvertHarness harness;
        QVERIFY(convert(InputFile::fromPath(path), harness, {{u"level"_s, 5}}));
        const QString out = saved(m_folder, harness.outputBytes(0), u"picture.flac"_s);
        const QByteArray before = program(u"metaflac"_s, {u"--export-picture-to=-"_s, path});
        QVERIFY(before.size() > 1000);
        QCOMPARE(program(u"metaflac"_s, {u"--export-picture-to=-"_s, out}), before);
    }

    void convert_keepsChannelMask()
    {
        const QString path = corpusFolder() + u"/flac/41_-_6_channels_(5.1).flac"_s;
        if (corpusFolder().isEmpty())
            QSKIP("the collection of real files is not here");
        const QString wav = m_folder.filePath(u"six.wav"_s);
        QCOMPARE(QProcess::execute(u"flac"_s, {u"-d"_s, u"-f"_s, u"--totally-silent"_s, path, u"-o"_s, wav}), 0);
        ConvertHarness harness;
        QVERIFY(convert(InputFile::fromPath(wav), harness));
        const QString out = saved(m_folder, harness.outputBytes(0), u"six.flac"_s);
        QVERIFY(program(u"metaflac"_s, {u"--export-tags-to=-"_s, out}).contains("WAVEFORMATEXTENSIBLE_CHANNEL_MASK=0x060F"));
        ConvertHarness back;
        QVERIFY(convert(InputFile::fromPath(out), back, {}, u"wav"_s));
        const QString again = m_folder.filePath(u"again.wav"_s);
        QCOMPARE(QProcess::execute(u"flac"_s, {u"-d"_s, u"-f"_s, u"--totally-silent"_s, out, u"-o"_s, again}), 0);
        QVERIFY(readFile(again).contains(little(quint32(0x60F))));
        // Without the tag it is what flac takes six channels for.
        QCOMPARE(QProcess::execute(u"metaflac"_s, {u"--remove-all-tags"_s, out}), 0);
        ConvertHarness untold;
        QVERIFY(convert(InputFile::fromPath(out), untold, {}, u"wav"_s));
        QVERIFY(untold.outputBytes(0).first(100).contains(little(quint32(0x60F))));
    }

    void convert_seekTableLeadsToFrames()
    {
        const InputFile input = InputFile::fromBytes(musicWav(1, 44100 * 35), "a.wav");
        ConvertHarness harness;
        harness.threads = 3;
        QVERIFY(convert(input, harness));
        const QString out = saved(m_folder, harness.outputBytes(0), u"seek.flac"_s);
        // ffmpeg seeks by the table: what it decodes from 20 s on must be the end of the whole.
        const QStringList pcm{u"-f"_s, u"s16le"_s, u"-"_s};
        const QByteArray whole = program(u"ffmpeg"_s, QStringList{u"-v"_s, u"error"_s, u"-i"_s, out} + pcm);
        const QByteArray end = program(u"ffmpeg"_s, QStringList{u"-v"_s, u"error"_s, u"-ss"_s, u"20"_s, u"-i"_s, out} + pcm);
        QCOMPARE(whole.size(), 44100 * 35 * 2);
        QCOMPARE(end.size(), 44100 * 15 * 2);
        QVERIFY(whole.endsWith(end));
    }

    void verify_noticesEveryDifference_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("another MD5") << u"md5"_s << QVariant(u"00112233445566778899aabbccddeeff"_s);
        QTest::newRow("another length") << u"samples"_s << QVariant(4999);
        QTest::newRow("another rate") << u"rate"_s << QVariant(48000);
        QTest::newRow("a flipped bit") << QString() << QVariant(0);
        QTest::newRow("cut") << QString() << QVariant(1);
        QTest::newRow("empty") << QString() << QVariant(2);
    }
    void verify_noticesEveryDifference()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(InputFile::fromBytes(musicWav(2, 50'000), "a.wav"), harness);
        QVERIFY(report);
        QVERIFY(verify(harness, *report));
        QVariantMap facts = report->outputs[0];
        QByteArray bytes = harness.outputBytes(0);
        if (!key.isEmpty())
            facts.insert(key, value);
        else if (value == 0)
            bytes[bytes.size() - 5000] = char(bytes[bytes.size() - 5000] ^ 1);
        else
            bytes.truncate(value == 1 ? bytes.size() - 3000 : 0);
        const InputFile output = InputFile::fromBytes(bytes, "a.flac");
        const Result<void> verified = m_converter->verify(output.fd(), facts, harness.context());
        QVERIFY(!verified);
        QCOMPARE(verified.error().kind, ErrorKind::VerificationFailed);
    }

    // Frames that were proven while they were encoded, and such that can only be decoded again.
    void verify_noticesDamageEverywhere_data()
    {
        QTest::addColumn<QByteArray>("wav");
        QTest::addColumn<bool>("isVerified");
        QTest::newRow("proven") << musicWav(2, 600'001) << true;
        QTest::newRow("not proven") << musicWav(2, 600'001) << false;
        QTest::newRow("32 bit") << wavFile(formatChunk(2, 44100, 32) + riffChunk("data", music(4, 200'001))) << true;
    }
    void verify_noticesDamageEverywhere()
    {
        QFETCH(QByteArray, wav);
        QFETCH(bool, isVerified);
        ConvertHarness harness;
        const InputFile input = InputFile::fromBytes(wav, "a.wav");
        const ConvertRequest request{.input = input.input(),
                                     .options = optionsFor(u"audio", {{u"level"_s, 1}}),
                                     .extension = u"flac"_s,
                                     .isVerified = isVerified};
        const Result<ConvertReport> report = m_converter->convert(request, harness.context());
        QVERIFY(report);
        QVERIFY(verify(harness, *report));
        const QByteArray whole = harness.outputBytes(0);
        // A bit in every part of the file, and an end that is missing.
        for (int part = 1; part <= 16; ++part) {
            QByteArray bytes = whole;
            const qsizetype place = bytes.size() / 16 * part - 3000;
            if (part < 16)
                bytes[place] = char(bytes[place] ^ 4);
            else
                bytes.truncate(place);
            const InputFile damaged = InputFile::fromBytes(bytes, "a.flac");
            const Result<void> verified = m_converter->verify(damaged.fd(), report->outputs[0], harness.context());
            QVERIFY2(!verified, qPrintable(QString::number(part)));
            QCOMPARE(verified.error().kind, ErrorKind::VerificationFailed);
        }
    }

    void convert_refusals_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const QByteArray whole = musicWav(2, 100'000);
        QTest::newRow("empty") << QByteArray() << int(ErrorKind::UnsupportedFormat);
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1A\n and so on") << int(ErrorKind::UnsupportedFormat);
        QTest::newRow("cut short") << whole.left(100'000) << int(ErrorKind::DamagedInput);
        QTest::newRow("header only") << whole.left(30) << int(ErrorKind::DamagedInput);
    }
    void convert_refusals()
    {
        QFETCH(QByteArray, bytes);
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(InputFile::fromBytes(bytes, "a.wav"), harness);
        QVERIFY(!report);
        QTEST(int(report.error().kind), "kind");
    }

    void convert_salvageWarns()
    {
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(InputFile::fromBytes(musicWav(2, 100'000).left(100'000), "a.wav"),
                                                     harness, {{u"salvage"_s, true}});
        QVERIFY(report);
        QCOMPARE(report->outputs[0].value(u"samples"_s).toLongLong(), (100'000 - 44) / 4);
        QCOMPARE(report->warnings.size(), 1);
        QVERIFY(verify(harness, *report));
    }

    void convert_salvagesDamagedFlac()
    {
        ConvertHarness whole;
        QVERIFY(convert(InputFile::fromBytes(musicWav(2, 200'000), "a.wav"), whole));
        QByteArray bytes = whole.outputBytes(0);
        bytes.replace(bytes.size() / 2, 100, QByteArray(100, '\x55'));
        const InputFile damaged = InputFile::fromBytes(bytes, "a.flac");
        ConvertHarness refused;
        QCOMPARE(convert(damaged, refused, {}, u"wav"_s).error().kind, ErrorKind::DamagedInput);
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(damaged, harness, {{u"salvage"_s, true}}, u"wav"_s);
        QVERIFY(report);
        QVERIFY(report->outputs[0].value(u"samples"_s).toLongLong() > 100'000);
        QCOMPARE(report->warnings.size(), 1);
    }

    void convert_cancelled()
    {
        for (const QString &extension : {u"flac"_s, u"wav"_s}) {
            ConvertHarness harness;
            harness.threads = 2;
            harness.stopAtProgress = 0.5;
            const Result<ConvertReport> report = convert(InputFile::fromBytes(musicWav(2, 3'000'000), "a.wav"), harness, {},
                                                         extension);
            QVERIFY(!report);
            QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        }
    }

    void convert_outputProblems()
    {
        const InputFile input = InputFile::fromBytes(musicWav(2, 3'000'000), "a.wav");
        ConvertHarness refused;
        refused.refuseOutput = Error{ErrorKind::OutputUnwritable, u"no"_s, {}};
        QCOMPARE(convert(input, refused).error().kind, ErrorKind::OutputUnwritable);
        ConvertHarness full;
        full.threads = 2;
        full.outputDevice = "/dev/full";
        QCOMPARE(convert(input, full).error().kind, ErrorKind::NoSpace);
    }

    void probe_saysWhatItIs()
    {
        const InputFile input = InputFile::fromBytes(musicWav(2, 44100 * 65), "/rip/03 - So What.wav");
        const Result<MediaInfo> info = m_converter->probe(input.input());
        QVERIFY(info);
        QCOMPARE(info->formatId, u"wav"_s);
        QCOMPARE(info->kind, MediaKind::Audio);
        QCOMPARE(info->durationMs, 65'000);
        QCOMPARE(info->sampleRate, 44100);
        QCOMPARE(info->channels, 2);
        QCOMPARE(info->summary, u"44.1 kHz stereo 1:05"_s);
        QVERIFY(info->divisible);
        QVERIFY(info->cpuSeconds > 0);
        QCOMPARE(info->tags.value(u"track"_s), u"3"_s);
        QCOMPARE(info->tags.value(u"title"_s), u"So What"_s);
        const InputFile text = InputFile::fromBytes("no sound", "a.wav");
        QCOMPARE(m_converter->probe(text.input()).error().kind, ErrorKind::UnsupportedFormat);
    }

    void preview_showsLoudAndSilent()
    {
        // Silence, then full scale.
        QByteArray data(40'000, '\0');
        for (int i = 0; i < 10'000; ++i)
            data += little(qint16(i % 2 ? 32767 : -32768)) + little(qint16(0));
        const InputFile input = InputFile::fromBytes(wavFile(formatChunk(2, 44100, 16) + riffChunk("data", data)), "a.wav");
        ConvertHarness harness;
        const Result<PreviewPicture> picture = m_converter->preview(
            {.input = input.input(), .options = {}, .maximumSize = 200}, harness.context());
        QVERIFY(picture);
        QCOMPARE(picture->width, 200);
        QCOMPARE(picture->rgba.size(), picture->width * picture->height * 4);
        const auto painted = [&](int x) {
            int rows = 0;
            for (int y = 0; y < picture->height; ++y)
                rows += picture->rgba.at((y * picture->width + x) * 4 + 3) != '\0';
            return rows;
        };
        QVERIFY(painted(50) <= 2);
        QCOMPARE(painted(150), picture->height);
    }
};

QTEST_GUILESS_MAIN(TestAudioConverter)
#include "tst_audioconverter.moc"
