// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audiobytes.h"
#include "core/converters/audio/encode/flacencoder.h"
#include "core/converters/audio/encode/segmentencoder.h"
#include "support/convertharness.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

class TestFlacEncoder : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    // What `flac` itself makes of a WAV, without tags of ours.
    QByteArray referenceFlac(const QByteArray &wav, int level)
    {
        const QString in = m_folder.filePath(u"in.wav"_s);
        const QString out = m_folder.filePath(u"out.flac"_s);
        QFile file(in);
        if (!file.open(QIODevice::WriteOnly) || file.write(wav) != wav.size())
            return {};
        file.close();
        if (QProcess::execute(
                u"flac"_s, {u"-f"_s, u"--totally-silent"_s, u"--channel-map=none"_s, u"-%1"_s.arg(level), u"-o"_s, out, in})
            != 0)
            return {};
        return readFile(out);
    }

    static QByteArray encode(const QByteArray &wav, int level, ConvertHarness &harness)
    {
        const InputFile input = InputFile::fromBytes(wav, "in.wav");
        const RangeReader reader(input.fd());
        const Result<AudioFile> file = readAudioFile(reader);
        Result<std::unique_ptr<SampleSource>> source = file ? openSamples(reader, *file, {}) : file.error();
        if (!source)
            return {};
        const FileDescriptor output = emptyFile();
        FlacWriter writer(
            output.fd(),
            {.shape = (*source)->shape(), .blockSize = flacBlockSize(level), .tags = {}, .pictures = {}, .padding = -1});
        const Result<void> encoded = encodeFlac(**source, writer, {level}, nullptr, harness.context());
        if (!encoded || !writer.finish((*source)->hash().md5()))
            return {};
        return RangeReader(output.fd()).bytes(0, 1 << 30);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"flac"_s).isEmpty())
            QSKIP("flac is not installed");
    }

    void encodeFlac_isWhatFlacWrites_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("rate");
        for (int level = 0; level <= 8; ++level) {
            for (const int threads : {1, 2, 5})
                QTest::addRow("level %d, %d threads", level, threads) << level << threads << 2 << 1'200'007 << 44100;
        }
        for (const int samples : {1, 2, 15, 4095, 4096, 4097, 8192, 4 * 4096, 32 * 4096, 32 * 4096 + 1, 36 * 4096,
                                  36 * 4096 + 1, 441000, 441001})
            QTest::addRow("%d samples", samples) << 8 << 3 << 2 << samples << 44100;
        for (const int channels : {1, 3, 6, 8})
            QTest::addRow("%d channels", channels) << 5 << 2 << channels << 300'000 << 48000;
        for (const int rate : {8000, 11025, 96000, 192000})
            QTest::addRow("%d Hz", rate) << 4 << 4 << 2 << 700'000 << rate;
        QTest::addRow("long enough for more padding") << 0 << 3 << 1 << 1200 * 1000 << 1000;
        QTest::addRow("frame numbers of three bytes") << 0 << 3 << 1 << 2100 * 1152 << 44100;
    }
    void encodeFlac_isWhatFlacWrites()
    {
        QFETCH(int, level);
        QFETCH(int, threads);
        QFETCH(int, channels);
        QFETCH(int, samples);
        QFETCH(int, rate);
        const QByteArray wav = musicWav(channels, samples, rate);
        const QByteArray expected = referenceFlac(wav, level);
        QVERIFY(!expected.isEmpty());
        ConvertHarness harness;
        harness.threads = threads;
        const QByteArray made = encode(wav, level, harness);
        QCOMPARE(made.size(), expected.size());
        QVERIFY(made == expected);
        QVERIFY(std::ranges::is_sorted(harness.progress));
        QCOMPARE(harness.progress.back(), 1.0);
    }

    void encodeFlac_budgetMayChange()
    {
        const QByteArray wav = musicWav(2, 4'000'000);
        const QByteArray expected = referenceFlac(wav, 8);
        ConvertHarness harness;
        int turn = 0;
        harness.onProgress = [&](double) { harness.threads = 1 + (++turn * 7) % 5; };
        QVERIFY(encode(wav, 8, harness) == expected);
        QVERIFY(turn > 10);
    }

    void encodeFlac_oneThreadMeansOne()
    {
        ConvertHarness harness;
        int most = 0;
        harness.onProgress = [&most](double) {
            most = std::max(most, int(QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size()));
        };
        const int before = int(QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
        QVERIFY(!encode(musicWav(2, 1'000'000), 8, harness).isEmpty());
        QCOMPARE(most, before);
        harness.threads = 3;
        QVERIFY(!encode(musicWav(2, 1'000'000), 8, harness).isEmpty());
        QCOMPARE(most, before + 2);
    }

    void encodeFlac_stopsWhenAsked_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("alone") << 1;
        QTest::newRow("three") << 3;
    }
    void encodeFlac_stopsWhenAsked()
    {
        QFETCH(int, threads);
        ConvertHarness harness;
        harness.threads = threads;
        harness.stopAtProgress = 0.4;
        QVERIFY(encode(musicWav(2, 4'000'000), 8, harness).isEmpty());
        QVERIFY(harness.progress.back() < 0.8);
    }
};

QTEST_GUILESS_MAIN(TestFlacEncoder)
#include "tst_flacencoder.moc"
