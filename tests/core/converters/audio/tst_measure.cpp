// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audiobytes.h"
#include "core/converters/audio/measure/measure.h"
#include "support/convertharness.h"
#include "support/otherprograms.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <ebur128.h>
#include <zlib.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

/// What a report says of a track, against straightforward sums and libebur128's own.
class TestMeasure : public QObject
{
    Q_OBJECT

private:
    static constexpr int wavHeader = 44;
    const Converter *m_converter = converterInFamily(u"audio");
    QTemporaryDir m_folder;

    Result<ConvertReport> convert(const QByteArray &wav, ConvertHarness &harness, const QJsonObject &options,
                                  const QString &extension = u"flac"_s)
    {
        const InputFile input = InputFile::fromBytes(wav, "a.wav");
        const ConvertRequest request{
            .input = input.input(), .options = optionsFor(u"audio", options), .extension = extension};
        return m_converter->convert(request, harness.context());
    }

    static double loudnessOf(const std::vector<QByteArray> &wavs)
    {
        std::vector<ebur128_state *> states;
        for (const QByteArray &wav : wavs) {
            states.push_back(ebur128_init(2, 44100, EBUR128_MODE_I));
            ebur128_add_frames_short(states.back(), reinterpret_cast<const short *>(wav.constData() + wavHeader),
                                     size_t(wav.size() - wavHeader) / 4);
        }
        double lufs = 0;
        ebur128_loudness_global_multiple(states.data(), states.size(), &lufs);
        for (ebur128_state *state : states)
            ebur128_destroy(&state);
        return lufs;
    }

    // The same music, quieter by a whole factor.
    static QByteArray quieter(QByteArray wav, int factor)
    {
        auto *samples = reinterpret_cast<qint16 *>(wav.data() + wavHeader);
        for (qsizetype i = 0; i < (wav.size() - wavHeader) / 2; ++i)
            samples[i] = qint16(samples[i] / factor);
        return wav;
    }

private Q_SLOTS:
    void columns_areTheSums_data()
    {
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("track");
        QTest::addColumn<QString>("extension");
        QTest::newRow("first of three") << 1 << 1 << u"flac"_s;
        QTest::newRow("in the middle") << 1 << 2 << u"flac"_s;
        QTest::newRow("last, three threads") << 3 << 3 << u"flac"_s;
        QTest::newRow("to WAV") << 1 << 2 << u"wav"_s;
    }
    void columns_areTheSums()
    {
        QFETCH(int, threads);
        QFETCH(int, track);
        QFETCH(QString, extension);
        constexpr int samples = 588 * 700;
        QByteArray wav = musicWav(2, samples);
        auto *pcm = reinterpret_cast<qint16 *>(wav.data() + wavHeader);
        std::fill(pcm, pcm + 2 * 300, qint16(0));
        std::fill(pcm + 2 * (samples - 200), pcm + 2 * samples, qint16(0));
        pcm[1000] = 32767;
        pcm[1001] = -32768;
        pcm[50'000] = 32767;

        quint32 v1 = 0;
        quint32 v2 = 0;
        for (quint32 i = 1; i <= samples; ++i) {
            if ((track == 1 && i < 5 * 588) || (track == 3 && i > samples - 5 * 588))
                continue;
            const quint64 product = quint64(qFromLittleEndian<quint32>(pcm + 2 * (i - 1))) * i;
            v1 += quint32(product);
            v2 += quint32(product) + quint32(product >> 32);
        }
        ConvertHarness harness;
        harness.threads = threads;
        const Result<ConvertReport> report = convert(
            wav, harness, {{u"tracknumber"_s, QString::number(track)}, {u"tracktotal"_s, u"3"_s}}, extension);
        QVERIFY(report);
        const auto hex = [](quint32 value) { return u"%1"_s.arg(value, 8, 16, QLatin1Char('0')).toUpper(); };
        const auto crc = quint32(crc32(0, reinterpret_cast<const uchar *>(pcm), samples * 4));
        QCOMPARE(report->columns.value(u"crc32"_s).toString(), hex(crc));
        QCOMPARE(report->columns.value(u"accuraterip_v1"_s).toString(), hex(v1));
        QCOMPARE(report->columns.value(u"accuraterip_v2"_s).toString(), hex(v2));
        QCOMPARE(report->columns.value(u"peak"_s).toDouble(), 1.0);
        QCOMPARE(report->columns.value(u"clipped_samples"_s).toInt(), 3);
        QCOMPARE(report->columns.value(u"silence_start"_s).toInt(), 300);
        QCOMPARE(report->columns.value(u"silence_end"_s).toInt(), 200);
    }

    // AccurateRip as published: pairs of samples times their place; the first 2939 and the last 2940 of a disc do not count.
    static QString accurateRip(const QByteArray &wav, int start, int end, bool isFirst, bool isLast, int version)
    {
        quint64 low = 0;
        quint64 high = 0;
        for (int i = start; i < end; ++i) {
            const auto place = quint64(i - start + 1);
            if ((isFirst && place < 2940) || (isLast && i >= end - 2940))
                continue;
            const quint64 product = qFromLittleEndian<quint32>(wav.constData() + wavHeader + 4 * i) * place;
            low += product & 0xFFFFFFFF;
            high += product >> 32;
        }
        return u"%1"_s.arg(quint32(version == 1 ? low : low + high), 8, 16, QLatin1Char('0')).toUpper();
    }

    void columns_areOfTheDiscsTracks_data()
    {
        QTest::addColumn<int>("track");
        QTest::newRow("a pause in front of the first") << 1;
        QTest::newRow("with the pause in front, without the one behind") << 2;
        QTest::newRow("the last") << 3;
    }
    // Tracks of an image with their pauses in front: 0, 40 and 90 sectors are where the disc says that they start.
    void columns_areOfTheDiscsTracks()
    {
        QFETCH(int, track);
        constexpr int sector = 588;
        constexpr int starts[] = {6, 40, 90, 140};
        constexpr int cuts[] = {0, 36, 85, 140};
        const QByteArray wav = musicWav(2, starts[3] * sector);
        const int start = starts[track - 1] * sector;
        const int end = starts[track] * sector;
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(wav, harness,
                                                     {{u"tracknumber"_s, QString::number(track)},
                                                      {u"tracktotal"_s, u"3"_s},
                                                      {u"cut_start"_s, cuts[track - 1] * sector},
                                                      {u"cut_end"_s, cuts[track] * sector},
                                                      {u"track_start"_s, start},
                                                      {u"track_end"_s, end}});
        QVERIFY(report);
        for (const int version : {1, 2})
            QCOMPARE(report->columns.value(u"accuraterip_v%1"_s.arg(version)).toString(),
                     accurateRip(wav, start, end, track == 1, track == 3, version));
    }

    // An image that stays one file has those of all its tracks; what is hidden in front of the first is of none.
    void columns_ofAnImage()
    {
        constexpr int sector = 588;
        const QByteArray wav = musicWav(2, 150 * sector);
        const QString sheet = u"FILE \"a.wav\" WAVE\n TRACK 01 AUDIO\n  INDEX 00 00:00:00\n  INDEX 01 00:00:10\n"
                              " TRACK 02 AUDIO\n  INDEX 00 00:00:58\n  INDEX 01 00:01:00\n"_s;
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(wav, harness, {{u"cuesheet"_s, sheet}});
        QVERIFY(report);
        for (const int version : {1, 2})
            QCOMPARE(report->columns.value(u"accuraterip_v%1"_s.arg(version)).toString(),
                     accurateRip(wav, 10 * sector, 75 * sector, true, false, version) + u' '
                         + accurateRip(wav, 75 * sector, 150 * sector, false, true, version));
    }

    void columns_nothingThatWouldBeGuessed()
    {
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(musicWav(2, 588 * 10), harness, {{u"tracknumber"_s, u"3"_s}});
        QVERIFY(report);
        QVERIFY(!report->columns.contains(u"accuraterip_v1"_s)); // is it the last one?
        ConvertHarness odd;
        const Result<ConvertReport> other = convert(musicWav(2, 588 * 10 + 1), odd,
                                                    {{u"tracknumber"_s, u"3"_s}, {u"tracktotal"_s, u"9"_s}});
        QVERIFY(other);
        QVERIFY(!other->columns.contains(u"accuraterip_v1"_s)); // of no CD
        QVERIFY(!other->columns.contains(u"track_gain_db"_s));
    }

    void columns_ofSilence()
    {
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(
            wavFile(formatChunk(2, 44100, 16) + riffChunk("data", QByteArray(4 * 50'000, '\0'))), harness,
            {{u"replaygain"_s, u"track"_s}});
        QVERIFY(report);
        QCOMPARE(report->columns.value(u"silence_start"_s).toInt(), 50'000);
        QCOMPARE(report->columns.value(u"silence_end"_s).toInt(), 50'000);
        QCOMPARE(report->columns.value(u"clipped_samples"_s).toInt(), 0);
        QVERIFY(!report->columns.contains(u"track_gain_db"_s));
        QVERIFY(!harness.outputBytes(0).contains("REPLAYGAIN"));
    }

    void gain_isWhatLibebur128Says_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("one thread") << 1;
        QTest::newRow("three threads") << 3;
    }
    void gain_isWhatLibebur128Says()
    {
        QFETCH(int, threads);
        // Half of it 6 dB softer: within the relative gate of 10 LU, as what is 19 dB softer is not.
        QByteArray loud = musicWav(2, 44100 * 20);
        loud = loud.first(loud.size() / 2) + quieter(loud, 2).sliced(loud.size() / 2);
        const QByteArray quiet = quieter(musicWav(2, 44100 * 12), 9);
        QVariantList facts;
        std::vector<QByteArray> files;
        for (const QByteArray &wav : {loud, quiet}) {
            ConvertHarness harness;
            harness.threads = threads;
            const Result<ConvertReport> report = convert(wav, harness, {{u"replaygain"_s, u"album"_s}});
            QVERIFY(report);
            const double expected = -18 - loudnessOf({wav});
            QVERIFY(std::abs(report->columns.value(u"track_gain_db"_s).toDouble() - expected) < 0.03);
            facts.append(throughCbor(report->outputs.at(0)).value(u"set"_s));
            files.push_back(harness.outputBytes(0));
        }
        const double expected = -18 - loudnessOf({loud, quiet});
        for (const QByteArray &bytes : files) {
            const QString path = saved(m_folder, bytes, u"out.flac"_s);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            ConvertHarness harness;
            const Result<QVariantMap> columns = m_converter->completeSet(file.handle(), facts);
            QVERIFY2(columns, columns ? "" : qPrintable(columns.error().message));
            QVERIFY(std::abs(columns->value(u"album_gain_db"_s).toDouble() - expected) < 0.03);
            QCOMPARE(file.size(), bytes.size());
            QCOMPARE(QProcess::execute(u"flac"_s, {u"-t"_s, u"--totally-silent"_s, path}), 0);
            const QByteArray tags = program(u"metaflac --export-tags-to=- %1"_s.arg(path));
            QVERIFY2(tags.contains("REPLAYGAIN_ALBUM_GAIN="
                                   + QByteArray::number(columns->value(u"album_gain_db"_s).toDouble(), 'f', 2) + " dB"),
                     tags);
            for (const char *name : {"REPLAYGAIN_TRACK_GAIN=", "REPLAYGAIN_TRACK_PEAK=", "REPLAYGAIN_ALBUM_PEAK="})
                QCOMPARE(tags.count(name), 1);
        }
    }

    void gain_hasRoomWithoutPadding()
    {
        ConvertHarness harness;
        const Result<ConvertReport> report = convert(musicWav(2, 44100), harness,
                                                     {{u"replaygain"_s, u"album"_s}, {u"padding"_s, 0}});
        QVERIFY(report);
        const QVariantList facts{report->outputs.at(0).value(u"set"_s)};
        QVERIFY(m_converter->completeSet(harness.outputs.at(0).fd(), facts));
        QVERIFY(program(u"metaflac"_s, {u"--export-tags-to=-"_s, saved(m_folder, harness.outputBytes(0), u"out.flac"_s)})
                    .contains("REPLAYGAIN_ALBUM_GAIN="));
    }

    void histogram_survivesTheWay()
    {
        LoudnessHistogram histogram;
        for (int i = 0; i < 1000; ++i)
            histogram.add(-30 + i % 7 * i % 13);
        histogram.add(-90);
        const LoudnessHistogram back = LoudnessHistogram::fromBytes(histogram.toBytes());
        QCOMPARE(back.integrated().value(), histogram.integrated().value());
        QVERIFY(!LoudnessHistogram::fromBytes("nonsense").integrated());
    }
};

QTEST_GUILESS_MAIN(TestMeasure)
#include "tst_measure.moc"
