// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audiobytes.h"
#include "core/converters/audio/input/audiofile.h"
#include "core/converters/audio/input/samplesource.h"
#include "core/converters/audio/tags/tagchoice.h"
#include "support/convertharness.h"

#include <QTest>

#include <bit>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray extensibleFormat(int channels, int container, int valid, quint32 mask)
{
    const int block = channels * container / 8;
    return riffChunk("fmt ",
                     little(quint16(0xFFFE)) + little(quint16(channels)) + little(quint32(48000))
                         + little(quint32(48000 * block)) + little(quint16(block)) + little(quint16(container))
                         + little(quint16(22)) + little(quint16(valid)) + little(mask) + little(quint16(1))
                         + QByteArray::fromHex("000000001000800000aa00389b71"));
}

QByteArray w64Chunk(const QByteArray &id, const QByteArray &content)
{
    const QByteArray guid = QByteArray::fromHex("f3acd3118cd100c04f8edb8a");
    return id + guid + little(qint64(content.size() + 24)) + content + QByteArray((8 - content.size() % 8) % 8, '\0');
}

QByteArray aiffChunk(const QByteArray &id, const QByteArray &content)
{
    return id + big(quint32(content.size())) + content + QByteArray(content.size() % 2, '\0');
}

// 44100 Hz as an 80-bit float.
QByteArray aiffCommon(int channels, int samples, int bits)
{
    return big(quint16(channels)) + big(quint32(samples)) + big(quint16(bits)) + QByteArray::fromHex("400eac44000000000000");
}

QByteArray aiffFile(const QByteArray &type, const QByteArray &chunks)
{
    return "FORM" + big(quint32(chunks.size() + 4)) + type + chunks;
}

} // namespace

class TestAudioFile : public QObject
{
    Q_OBJECT

private:
    // All samples of a file, channel after channel.
    static Result<QList<qint32>> decode(const QByteArray &bytes, SourceOptions options = {})
    {
        const InputFile input = InputFile::fromBytes(bytes, "x.wav");
        const RangeReader reader(input.fd());
        const Result<AudioFile> file = readAudioFile(reader);
        if (!file)
            return file.error();
        Result<std::unique_ptr<SampleSource>> source = openSamples(reader, *file, options);
        if (!source)
            return source.error();
        QList<qint32> samples;
        SampleBlock block;
        const Result<qint64> got = (*source)->read(1 << 20, block);
        if (!got)
            return got.error();
        for (const qint32 *plane : (*source)->slice(block, 0, *got))
            samples.append(QList<qint32>(plane, plane + *got));
        return samples;
    }

    static Result<AudioFile> read(const QByteArray &bytes)
    {
        const InputFile input = InputFile::fromBytes(bytes, "x.wav");
        return readAudioFile(RangeReader(input.fd()));
    }

private Q_SLOTS:
    void decode_readsEveryLayout_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<qint32>>("expected");
        const QByteArray data16 = little(qint16(1)) + little(qint16(-2)) + little(qint16(32767)) + little(qint16(-32768));
        const QList<qint32> stereo{1, 32767, -2, -32768};
        const QByteArray format = formatChunk(2, 44100, 16);
        QTest::newRow("16 bit stereo") << wavFile(format + riffChunk("data", data16)) << stereo;
        QTest::newRow("8 bit is unsigned")
            << wavFile(formatChunk(1, 8000, 8) + riffChunk("data", QByteArray::fromHex("80ff007f")))
            << QList<qint32>{0, 127, -128, -1};
        QTest::newRow("24 bit") << wavFile(formatChunk(1, 8000, 24)
                                           + riffChunk("data", QByteArray::fromHex("010000ffffff000080ffff7f")))
                                << QList<qint32>{1, -1, -8388608, 8388607};
        QTest::newRow("32 bit") << wavFile(formatChunk(1, 8000, 32)
                                           + riffChunk("data", little(qint32(-5)) + little(qint32(INT_MIN))))
                                << QList<qint32>{-5, INT_MIN};
        QTest::newRow("20 in 24, to the left")
            << wavFile(extensibleFormat(1, 24, 20, 4) + riffChunk("data", QByteArray::fromHex("100000f0ffff")))
            << QList<qint32>{1, -1};
        QTest::newRow("12 bit, old style")
            << wavFile(formatChunk(1, 8000, 12) + riffChunk("data", QByteArray::fromHex("1000f0ff")))
            << QList<qint32>{1, -1};
        QTest::newRow("chunks before") << wavFile(riffChunk("LIST", "abc") + format + riffChunk("junk", "12345")
                                                  + riffChunk("data", data16))
                                       << stereo;
        QTest::newRow("odd chunk without filling byte")
            << wavFile("junk" + little(quint32(5)) + "12345" + format + riffChunk("data", data16)) << stereo;
        QTest::newRow("bytes behind") << wavFile(format + riffChunk("data", data16)) + QByteArray("\0\x01garbage", 9)
                                      << stereo;
        QTest::newRow("chunk behind") << wavFile(format + riffChunk("data", data16) + riffChunk("LIST", "INFO")) << stereo;
        QTest::newRow("size 0 from a pipe") << wavFile(format + "data" + little(quint32(0)) + data16) << stereo;
        QTest::newRow("size 0xFFFFFFFF from a pipe")
            << "RIFF" + little(0xFFFFFFFFu) + "WAVE" + format + "data" + little(0xFFFFFFFFu) + data16 << stereo;
        QTest::newRow("size of sox's pipe")
            << "RIFF" + little(0x7FFFF024u) + "WAVE" + format + "data" + little(0x7FFFF000u) + data16 << stereo;
        const QByteArray ds64 = riffChunk(
            "ds64", little(qint64(100)) + little(qint64(data16.size())) + little(qint64(2)) + little(quint32(0)));
        QTest::newRow("RF64") << "RF64" + little(0xFFFFFFFFu) + "WAVE" + ds64 + format + "data" + little(0xFFFFFFFFu)
                + data16 + riffChunk("LIST", "INFO")
                              << stereo;
        QTest::newRow("BW64") << "BW64" + little(0xFFFFFFFFu) + "WAVE" + ds64 + format + "data" + little(0xFFFFFFFFu)
                + data16 << stereo;
        const QByteArray w64 = QByteArray::fromHex("726966662e91cf11a5d628db04c10000") + little(qint64(0))
            + QByteArray::fromHex("77617665f3acd3118cd100c04f8edb8a") + w64Chunk("junk", "123")
            + w64Chunk("fmt ", format.mid(8)) + w64Chunk("data", data16);
        QTest::newRow("Wave64") << w64 << stereo;
        const QByteArray dataBig = big(qint16(1)) + big(qint16(-2)) + big(qint16(32767)) + big(qint16(-32768));
        const auto bigWav = [](const QByteArray &fmt, const QByteArray &data) {
            const QByteArray chunks = "fmt " + big(quint32(fmt.size())) + fmt + "data" + big(quint32(data.size())) + data;
            return "RIFX" + big(quint32(chunks.size() + 4)) + "WAVE" + chunks;
        };
        QTest::newRow("RIFX") << bigWav(big(quint16(1)) + big(quint16(2)) + big(quint32(44100)) + big(quint32(176400))
                                            + big(quint16(4)) + big(quint16(16)),
                                        dataBig)
                              << stereo;
        for (const char *guid : {"00000001000000108000", "00010000000010008000"}) // by the book; as sox writes it
            QTest::addRow("RIFX, 20 in 24, %s", guid)
                << bigWav(big(quint16(0xFFFE)) + big(quint16(1)) + big(quint32(44100)) + big(quint32(132300))
                              + big(quint16(3)) + big(quint16(24)) + big(quint16(22)) + big(quint16(20)) + big(quint32(4))
                              + QByteArray::fromHex(guid) + QByteArray::fromHex("00aa00389b71"),
                          QByteArray::fromHex("000010fffff0"))
                << QList<qint32>{1, -1};
        const QByteArray sound = big(quint32(0)) + big(quint32(0));
        QTest::newRow("AIFF") << aiffFile("AIFF",
                                          aiffChunk("COMM", aiffCommon(2, 2, 16)) + aiffChunk("SSND", sound + dataBig))
                              << stereo;
        QTest::newRow("AIFF with offset") << aiffFile(
            "AIFF",
            aiffChunk("COMM", aiffCommon(2, 2, 16)) + aiffChunk("SSND", big(quint32(3)) + big(quint32(0)) + "xyz" + dataBig))
                                          << stereo;
        QTest::newRow("AIFF-C little-endian") << aiffFile(
            "AIFC",
            aiffChunk("COMM", aiffCommon(2, 2, 16) + "sowt" + QByteArray(2, '\0')) + aiffChunk("SSND", sound + data16))
                                              << stereo;
        const auto aiffc = [&sound](int bits, const QByteArray &type, const QByteArray &data) {
            return aiffFile("AIFC",
                            aiffChunk("COMM", aiffCommon(2, 2, bits) + type + QByteArray(2, '\0'))
                                + aiffChunk("SSND", sound + data));
        };
        QTest::newRow("AIFF-C twos") << aiffc(16, "twos", dataBig) << stereo;
        QTest::newRow("AIFF-C sowt that does not say its bits") << aiffc(0, "sowt", data16) << stereo;
        const QByteArray deep = QByteArray::fromHex("000001fffffe7fffff800000");
        const QList<qint32> deepStereo{1, 8388607, -2, -8388608};
        QTest::newRow("AIFF-C in24") << aiffc(24, "in24", deep) << deepStereo;
        QTest::newRow("AIFF-C in24 that says 16, as QuickTime may") << aiffc(16, "in24", deep) << deepStereo;
        QTest::newRow("AIFF-C 42ni") << aiffc(24, "42ni", QByteArray::fromHex("010000feffffffff7f000080")) << deepStereo;
        QTest::newRow("AIFF-C in32") << aiffc(32, "in32", big(qint32(7)) + big(qint32(-7)) + big(qint32(0)) + big(INT_MIN))
                                     << QList<qint32>{7, 0, -7, INT_MIN};
        QTest::newRow("AIFF-C 23ni") << aiffc(32, "23ni",
                                              little(qint32(7)) + little(qint32(-7)) + little(qint32(0)) + little(INT_MIN))
                                     << QList<qint32>{7, 0, -7, INT_MIN};
        QTest::newRow("AIFF 8 bit is signed") << aiffFile(
            "AIFF", aiffChunk("COMM", aiffCommon(1, 2, 8)) + aiffChunk("SSND", sound + QByteArray::fromHex("01ff")))
                                              << QList<qint32>{1, -1};
    }
    void decode_readsEveryLayout()
    {
        QFETCH(QByteArray, bytes);
        const Result<QList<qint32>> samples = decode(bytes);
        QVERIFY2(samples, samples ? "" : qPrintable(samples.error().message + samples.error().detail));
        QTEST(*samples, "expected");
    }

    void read_refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const QByteArray format = formatChunk(2, 44100, 16);
        const QByteArray data = riffChunk("data", QByteArray(400, 'x'));
        const auto unsupported = int(ErrorKind::UnsupportedFormat);
        const auto damaged = int(ErrorKind::DamagedInput);
        QTest::newRow("nothing") << QByteArray() << unsupported;
        QTest::newRow("text") << QByteArray("hello, I am a text and not a sound") << unsupported;
        QTest::newRow("ADPCM") << wavFile(formatChunk(2, 44100, 4, 0x11) + data) << unsupported;
        QTest::newRow("float") << wavFile(formatChunk(2, 44100, 32, 3) + data) << unsupported;
        QTest::newRow("9 channels") << wavFile(formatChunk(9, 44100, 16) + data) << unsupported;
        QTest::newRow("rate beyond FLAC") << wavFile(formatChunk(2, 1048576, 16) + data) << unsupported;
        QTest::newRow("64 bit") << wavFile(formatChunk(2, 44100, 64) + data) << unsupported;
        QTest::newRow("AIFF-C compressed") << aiffFile("AIFC",
                                                       aiffChunk("COMM", aiffCommon(2, 2, 16) + "ulaw" + QByteArray(2, '\0'))
                                                           + aiffChunk("SSND", QByteArray(16, '\0')))
                                           << unsupported;
        QTest::newRow("no channels") << wavFile(formatChunk(0, 44100, 16) + data) << damaged;
        QTest::newRow("no rate") << wavFile(formatChunk(2, 0, 16) + data) << damaged;
        QTest::newRow("no bits") << wavFile(formatChunk(2, 44100, 0) + data) << damaged;
        QTest::newRow("no format") << wavFile(data) << damaged;
        QTest::newRow("format cut short") << wavFile(riffChunk("fmt ", "abcd") + data) << damaged;
        QTest::newRow("no data") << wavFile(format) << damaged;
        QTest::newRow("no sample") << wavFile(format + riffChunk("data", {}) + riffChunk("LIST", "INFO")) << damaged;
        QTest::newRow("data cut short") << wavFile(format + data).chopped(100) << damaged;
        QTest::newRow("AIFF cut short") << aiffFile(
            "AIFF", aiffChunk("COMM", aiffCommon(2, 200, 16)) + aiffChunk("SSND", QByteArray(16, '\0')))
                                        << damaged;
        QTest::newRow("FLAC without end of metadata")
            << QByteArray("fLaC") + QByteArray::fromHex("00000022") + QByteArray(34, '\1') << damaged;
        QTest::newRow("FLAC without STREAMINFO")
            << QByteArray("fLaC") + QByteArray::fromHex("81000002") + QByteArray(34, '\1') << damaged;
    }
    void read_refuses()
    {
        QFETCH(QByteArray, bytes);
        const Result<QList<qint32>> samples = decode(bytes);
        QVERIFY(!samples);
        QTEST(int(samples.error().kind), "kind");
        QVERIFY(!samples.error().message.isEmpty());
    }

    void decode_salvagesWhatIsThere()
    {
        const QByteArray bytes = wavFile(formatChunk(2, 44100, 16) + riffChunk("data", QByteArray(400, 'x'))).chopped(102);
        const Result<QList<qint32>> samples = decode(bytes, {.salvage = true});
        QVERIFY(samples);
        QCOMPARE(samples->size(), 298 / 4 * 2);
    }

    void decode_dithersFloatTo24Bit()
    {
        QByteArray data;
        for (const float value : {0.0f, 0.5f, -1.0f, 1.5f, std::bit_cast<float>(0x7FC00000)})
            data += little(std::bit_cast<quint32>(value));
        const QByteArray bytes = wavFile(formatChunk(1, 44100, 32, 3) + riffChunk("data", data));
        const Result<QList<qint32>> samples = decode(bytes, {.ditherFloat = true});
        QVERIFY(samples);
        const QList<qint32> exact{0, 1 << 22, -(1 << 23), (1 << 23) - 1, 0};
        for (qsizetype i = 0; i < exact.size(); ++i)
            QVERIFY2(std::abs(samples->at(i) - exact[i]) <= 1, qPrintable(QString::number(samples->at(i))));
        QCOMPARE(*decode(bytes, {.ditherFloat = true}), *samples); // the same noise each time
    }

    void read_takesTags()
    {
        const QByteArray info = "INFO" + riffChunk("INAM", QByteArray("So What\0", 8)) + riffChunk("IART", "Miles")
            + riffChunk("IGNR", "caf\xE9") + riffChunk("ICMT", "h\xC3\xA9") + riffChunk("ISFT", "Lavf");
        const Result<AudioFile> file = read(
            wavFile(formatChunk(1, 8000, 8) + riffChunk("data", "12") + riffChunk("LIST", info)));
        QVERIFY(file);
        const QMap<QString, QString> expected{
            {u"title"_s, u"So What"_s}, {u"artist"_s, u"Miles"_s}, {u"genre"_s, u"café"_s}, {u"comment"_s, u"hé"_s}};
        QCOMPARE(tagMap(file->tags), expected);
    }

    // Some taggers take every file for an MP3.
    void read_takesTagsInFrontOfFlac()
    {
        const auto frame = [](const QByteArray &id, const QByteArray &text) {
            return id + big(quint32(text.size() + 1)) + QByteArray(2, '\0') + '\3' + text;
        };
        const QByteArray frames = frame("TIT2", "Front") + frame("TPE1", "Ann");
        const QByteArray comments = little(quint32(0)) + little(quint32(1)) + little(quint32(9)) + "TITLE=Own";
        const Result<AudioFile> file = read("ID3\4" + QByteArray(5, '\0') + char(frames.size()) + frames + "fLaC"
                                            + QByteArray::fromHex("00000022100010000000000000000ac442f00000000a")
                                            + QByteArray(16, '\0') + "\x84" + big(quint32(comments.size())).mid(1) + comments
                                            + "sound");
        QVERIFY(file);
        QCOMPARE(tagMap(file->tags), (QMap<QString, QString>{{u"title"_s, u"Own"_s}, {u"artist"_s, u"Ann"_s}}));
    }

    void read_survivesAnyCut()
    {
        const QByteArray info = "INFO" + riffChunk("INAM", "So What") + "IART" + little(0xFFFFFFF0u);
        const QByteArray whole = wavFile(extensibleFormat(2, 24, 20, 3) + riffChunk("LIST", info)
                                         + riffChunk("data", QByteArray(60, '\1')) + riffChunk("bext", "short"));
        for (qsizetype size = 0; size <= whole.size(); ++size)
            static_cast<void>(decode(whole.left(size)));
        quint32 random = 12345;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes = whole;
            for (int change = 0; change < 3; ++change) {
                random = random * 1664525u + 1013904223u;
                bytes[qsizetype(random >> 8) % bytes.size()] = char(random >> 24);
            }
            static_cast<void>(decode(bytes, {.ditherFloat = true, .salvage = true}));
        }
    }
};

QTEST_APPLESS_MAIN(TestAudioFile)
#include "tst_audiofile.moc"
