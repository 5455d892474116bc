// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ffmpegtool.h"

#include <QTest>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

/// The real files of cameras and encoders, against ffmpeg as the independent reader.
class TestVideoCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void convert_data();
    void convert();
    void probe_data();
    void probe();
    void convert_equalsFfmpeg_data();
    void convert_equalsFfmpeg();
    void preview_upright();

private:
    QString file(const QString &name) const { return m_corpus + "/video/"_L1 + name; }

    QString m_corpus;
    QTemporaryDir m_folder;
};

void TestVideoCorpus::initTestCase()
{
    m_corpus = corpusFolder();
    if (m_corpus.isEmpty())
        QSKIP("The folder of real videos is not here (set CONVOY_CORPUS).");
    if (!hasFfmpeg())
        QSKIP("ffmpeg is needed as the independent reader.");
    warmUpFamily();
}

void TestVideoCorpus::convert_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("frames"); // as ffmpeg hands them to its encoder
    QTest::addColumn<QByteArray>("size");
    QTest::addColumn<int>("sounds");
    const auto row = [](const char *name, int frames, const char *size, int sounds) {
        QTest::newRow(name) << QString::fromLatin1(name) << frames << QByteArray(size) << sounds;
    };
    row("bikes.mp4", 250, "640,272", 0);
    row("cockatoo.mp4", 280, "1280,720", 1);
    row("damaged_mdat_too_long.mp4", 30, "1080,720", 1);
    row("damaged_missing_stsd.mp4", 30, "1080,720", 0);
    row("fragmented.mp4", 30, "1080,720", 1);
    row("h263_amr.3gp", 15, "176,144", 0);
    row("h264_aac.flv", 30, "1080,720", 1);
    row("h264_aac.mp4", 30, "1080,720", 1);
    row("hdr.mov", 4, "720,1280", 1);
    row("mpeg2_mp2.ts", 3, "640,426", 1);
    row("portrait.mp4", 30, "720,1080", 1);
    row("rotate_reflect.mp4", 30, "720,1080", 1);
    row("sample.avi", 96, "960,400", 1);
    row("shorter_audio.mp4", 72, "320,240", 1);
    row("video_only.mp4", 30, "1080,720", 0);
    row("vp9.webm", 82, "320,240", 0);
    row("with_chapters.mkv", 150, "320,240", 1);
    row("with_srt.mkv", 30, "1080,720", 1);
}

void TestVideoCorpus::convert()
{
    QFETCH(QString, name);
    QFETCH(int, frames);
    QFETCH(QByteArray, size);
    QFETCH(int, sounds);
    const QString target = m_folder.filePath(name + ".mkv"_L1);
    const VideoTrial trial(file(name), target, {.threads = 2});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(countFrames(target, "v:0"), frames);
    QCOMPARE(runTool(u"ffprobe -v error -select_streams v:0 -show_entries stream=width,height -of csv=p=0 %1"_s.arg(target))
                 .out.trimmed(),
             size);
    QCOMPARE(probeEntries(target, u"stream=codec_type"_s).count("audio"), sounds);
    QCOMPARE(probeEntries(target, u"stream=codec_type"_s).count("subtitle"), 0);
}

void TestVideoCorpus::probe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("durationMs");
    QTest::newRow("upright") << u"bikes.mp4"_s << QSize(640, 272) << 10'000;
    QTest::newRow("rotated") << u"hdr.mov"_s << QSize(720, 1280) << 107;
    QTest::newRow("mirrored") << u"rotate_reflect.mp4"_s << QSize(720, 1080) << 1024;
    QTest::newRow("lying header") << u"fragmented.mp4"_s << QSize(1080, 720) << 1024;
}

void TestVideoCorpus::probe()
{
    QFETCH(QString, name);
    QFETCH(QSize, size);
    QFETCH(int, durationMs);
    const InputFile input = InputFile::fromPath(file(name));
    const Result<MediaInfo> info = converterInFamily(u"video")->probe(input.input());
    QVERIFY(info);
    QCOMPARE(QSize(info->width, info->height), size);
    QVERIFY2(qAbs(info->durationMs - durationMs) <= 100, qPrintable(QString::number(info->durationMs)));
    QCOMPARE(info->kind, MediaKind::Video);
    QVERIFY(info->divisible);
    QVERIFY(info->cpuSeconds > 0 && info->memoryBytes > 0);
}

void TestVideoCorpus::convert_equalsFfmpeg_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"h264_aac.mp4", "rotate_reflect.mp4", "shorter_audio.mp4", "fragmented.mp4", "mpeg2_mp2.ts", "vp9.webm"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// On one core every packet is that of ffmpeg's own command, where its search for motion is asked for.
void TestVideoCorpus::convert_equalsFfmpeg()
{
    QFETCH(QString, name);
    const QString reference = m_folder.filePath(u"reference.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -c:v libtheora -q:v 6 -c:a libvorbis -q:a 3 -sn %2"_s.arg(file(name), reference)));
    const QString target = m_folder.filePath(u"own.mkv"_s);
    const VideoTrial trial(file(name), target, {.options = {{u"exact_motion"_s, false}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(packetHashes(target, "0:v:0"), packetHashes(reference, "0:v:0"));
    QCOMPARE(packetHashes(target, "0:a:0?"), packetHashes(reference, "0:a:0?"));
    QVERIFY(!packetHashes(target, "0:v:0").isEmpty());

    const QString parallel = m_folder.filePath(u"parallel.mkv"_s);
    const VideoTrial chunked(file(name), parallel, {.threads = 3});
    QVERIFY2(chunked.ok(), chunked.complaint().constData());
    QCOMPARE(countFrames(parallel, "v:0"), countFrames(reference, "v:0"));
    // ffmpeg turns the pictures while it decodes the source: orientation and colours at once.
    const double own = psnr(file(name), parallel);
    const double theirs = psnr(file(name), reference);
    QVERIFY2(theirs > 0 && own > theirs - 0.05, qPrintable(u"%1 dB, ffmpeg %2 dB"_s.arg(own).arg(theirs)));
    const double first = psnr(file(name), parallel, 1);
    QVERIFY2(first >= 35, qPrintable(u"first frame %1 dB"_s.arg(first)));
}

void TestVideoCorpus::preview_upright()
{
    const InputFile input = InputFile::fromPath(file(u"rotate_reflect.mp4"_s));
    ConvertHarness harness;
    const Result<PreviewPicture> picture = converterInFamily(u"video")->preview(
        {.input = input.input(), .options = optionsFor(u"video"), .maximumSize = 108}, harness.context());
    QVERIFY(picture);
    QCOMPARE(QSize(picture->width, picture->height), QSize(72, 108));
    QCOMPARE(QSize(picture->sourceWidth, picture->sourceHeight), QSize(720, 1080));
    const ToolResult reference = runTool(
        u"ffmpeg -v error -i %1 -frames:v 1 -vf scale=72:108 -pix_fmt rgba -f rawvideo -"_s.arg(
            file(u"rotate_reflect.mp4"_s)));
    QVERIFY(reference.ok);
    QCOMPARE(picture->rgba.size(), reference.out.size());
    double squares = 0;
    for (qsizetype i = 0; i < reference.out.size(); ++i)
        squares += std::pow(double(uchar(picture->rgba[i])) - double(uchar(reference.out[i])), 2);
    QVERIFY(squares / double(reference.out.size()) < 4); // 42 dB
}

QTEST_GUILESS_MAIN(TestVideoCorpus)
#include "tst_videocorpus.moc"
