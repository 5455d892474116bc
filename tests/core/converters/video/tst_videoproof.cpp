// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "barcodes.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<double> flashTimes(const QString &path)
{
    const ToolResult levels = runTool(
        u"ffprobe -v error -f lavfi -i movie=%1,signalstats "
        u"-show_entries frame=pts_time:frame_tags=lavfi.signalstats.YAVG -of csv=p=0"_s.arg(path));
    QList<double> times;
    bool bright = false;
    for (const QByteArray &line : levels.out.split('\n')) {
        const QByteArrayList fields = line.split(',');
        if (fields.size() < 2)
            continue;
        const bool now = fields[1].toDouble() > 120;
        if (now && !bright)
            times.append(fields[0].toDouble());
        bright = now;
    }
    return times;
}

// Beginnings of tones after at least half a second of silence.
QList<double> beepTimes(const QString &path)
{
    const ToolResult sound = runTool(
        u"ffmpeg -v error -nostdin -i %1 -af aresample=async=1:first_pts=0 -ac 1 -ar 48000 -f s16le -"_s.arg(path));
    const auto *values = reinterpret_cast<const qint16 *>(sound.out.constData());
    QList<double> times;
    qsizetype lastLoud = -48'000;
    for (qsizetype i = 0; i < sound.out.size() / 2; ++i) {
        if (std::abs(int(values[i])) < 8000)
            continue;
        if (i - lastLoud > 24'000)
            times.append(double(i) / 48'000);
        lastLoud = i;
    }
    return times;
}

QByteArray rgbFrame(const QString &path)
{
    return runTool(u"ffmpeg -v error -nostdin -i %1 -frames:v 1 -vf scale=flags=accurate_rnd+full_chroma_int "
                   u"-pix_fmt rgb24 -f rawvideo -"_s.arg(path))
        .out;
}

} // namespace

/// What the eye and the ear would notice, measured.
class TestVideoProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void containers_asFfmpeg_data();
    void containers_asFfmpeg();
    void sync_startAndEnd_data();
    void sync_startAndEnd();
    void bars_keepTheirColours_data();
    void bars_keepTheirColours();
    void highDynamicRange_oddSize();
    void preview_fullHd_isQuick_data();
    void preview_fullHd_isQuick();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_flashes;
};

void TestVideoProof::initTestCase()
{
    if (!hasFfmpeg())
        QSKIP("ffmpeg is needed to make the clips.");
    warmUpFamily();
    // A flash and a beep together at 1 s and at 28 s, at the rate of NTSC and 44.1 kHz.
    m_flashes = path(u"flashes.mp4"_s);
    QVERIFY(
        makeClip(u"-f lavfi -i color=black:s=160x120:r=30000/1001:d=30,"
                 u"drawbox=color=white:t=fill:enable='between(t,1,1.2)+between(t,28,28.2)' "
                 u"-f lavfi -i aevalsrc='if(between(t,1.001,1.2)+between(t,28.0280,28.2),sin(2*PI*1000*t),0)':s=44100:d=30 "
                 u"-c:v libx264 -bf 2 -c:a aac -b:a 160k %1"_s.arg(m_flashes)));
}

void TestVideoProof::containers_asFfmpeg_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("coding");
    const auto row = [](const char *name, const char *coding) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(coding).split(u' ');
    };
    row("a.wmv", "-c:v wmv2 -c:a wmav2");
    row("a.mpg", "-c:v mpeg2video -c:a mp2");
    row("b.mpeg", "-c:v mpeg1video -c:a mp2");
    row("a.m2ts", "-c:v libx264 -bf 2 -c:a ac3");
    row("a.ogv", "-c:v libtheora -c:a libvorbis");
    row("a.webm", "-c:v libvpx -c:a libopus");
    row("a.mov", "-c:v mpeg4 -c:a pcm_s16le");
    row("a.flv", "-c:v flv1 -ar 44100 -c:a libmp3lame");
    row("a.mxf", "-c:v mpeg2video -q:v 3 -c:a pcm_s16le -ar 48000");
    row("a.dv", "-s 720x576 -c:v dvvideo -pix_fmt yuv420p -c:a pcm_s16le -ar 48000 -ac 2");
    row("a.3gp", "-c:v h263 -an");
    row("a.avi", "-c:v libx264 -bf 2 -c:a libmp3lame");
    row("late.mkv", "-c:v libx264 -c:a aac -output_ts_offset 7");
    row("wide.mp4", "-vf setsar=4/3 -c:v libx264 -c:a aac");
}

// By content and not by name, with garbage at the end where a container bears it.
void TestVideoProof::containers_asFfmpeg()
{
    QFETCH(QString, name);
    QFETCH(QStringList, coding);
    const QString source = path(name);
    QVERIFY(makeClip(QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=176x144:r=25:d=1"_s, u"-f"_s, u"lavfi"_s,
                                 u"-i"_s, u"sine=d=1"_s}
                     + coding + QStringList{source}));
    const QString reference = path(u"container_reference.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -c:v libtheora -q:v 6 -c:a libvorbis -q:a 3 -sn %2"_s.arg(source, reference)));
    const QString nameless = path(u"nameless"_s);
    QFile::remove(nameless);
    QVERIFY(QFile::copy(source, nameless));
    if (name.endsWith(u".mp4"_s)) {
        QFile file(nameless);
        QVERIFY(file.open(QIODevice::Append));
        file.write(QByteArray("garbage").repeated(5000));
    }
    const QString target = path(u"container_out.mkv"_s);
    const VideoTrial trial(nameless, target, {.threads = 2});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(countFrames(target, "v:0"), countFrames(reference, "v:0"));
    QCOMPARE(probeEntries(target, u"stream=codec_name,sample_aspect_ratio"_s),
             probeEntries(reference, u"stream=codec_name,sample_aspect_ratio"_s));
    const double difference = probeEntries(target, u"format=duration"_s).toDouble()
        - probeEntries(reference, u"format=duration"_s).toDouble();
    QVERIFY2(std::abs(difference) < 0.04, qPrintable(QString::number(difference)));
    QVERIFY(psnr(reference, target) > 35);
}

void TestVideoProof::sync_startAndEnd_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<double>("offset");
    for (const char *extension : {"mkv", "ogv", "mp4", "webm"})
        QTest::newRow(extension) << QString::fromLatin1(extension) << 0.0;
    QTest::newRow("mkv from 0.7 s") << u"mkv"_s << 0.7;
}

void TestVideoProof::sync_startAndEnd()
{
    QFETCH(QString, extension);
    QFETCH(double, offset);
    const QString target = path(u"sync."_s + extension);
    const VideoTrial trial(m_flashes, target, {.options = {{u"offset"_s, offset}}, .threads = 2, .extension = extension});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const QList<double> flashes = flashTimes(target);
    const QList<double> beeps = beepTimes(target);
    QCOMPARE(flashes.size(), 2);
    QCOMPARE(beeps.size(), 2);
    for (const int i : {0, 1}) {
        QVERIFY2(std::abs(flashes[i] - beeps[i]) <= 0.02,
                 qPrintable(u"flash %1 s, beep %2 s"_s.arg(flashes[i]).arg(beeps[i])));
        QVERIFY(std::abs(flashes[i] - (i == 0 ? 1 : 28) + offset) < 0.05);
    }
}

void TestVideoProof::bars_keepTheirColours_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QStringList>("coding");
    QTest::addColumn<QString>("extension");
    const auto coded = [](const char *matrix, const char *range, const char *format) {
        const auto exactly = "-vf scale=out_color_matrix=%1:out_range=%2:flags=accurate_rnd+full_chroma_int,format=%3 "
                             "-colorspace %1 -color_range %2 -c:v libx264 -qp 4"_L1;
        return exactly.arg(QLatin1StringView(matrix), QLatin1StringView(range), QLatin1StringView(format)).split(u' ');
    };
    for (const char *extension : {"mkv", "ogv", "mp4"}) {
        const auto row = [extension](const char *name, const QString &shape, const QStringList &coding) {
            QTest::addRow("%s %s", name, extension) << shape << coding << QString::fromLatin1(extension);
        };
        // Ogg cannot name a colour matrix; there BT.709 is recomputed.
        row("BT.709", u"320x180"_s, coded("bt709", "tv", "yuv420p"));
        row("BT.709, full range", u"320x180"_s, coded("bt709", "pc", "yuvj420p"));
        if (QByteArrayView(extension) != "mp4") // even sizes only
            row("BT.709, odd size", u"321x181"_s, coded("bt709", "tv", "yuv444p"));
        row("BT.601", u"320x240"_s, coded("smpte170m", "tv", "yuv420p"));
        row("BT.601, full range", u"320x240"_s, coded("smpte170m", "pc", "yuvj420p"));
        row("10 bit", u"320x180"_s, coded("bt709", "tv", "yuv420p10le"));
        row("BT.2020", u"320x180"_s, coded("bt2020nc", "tv", "yuv420p10le"));
        row("RGB", u"320x180"_s, u"-c:v ffv1 -pix_fmt gbrp"_s.split(u' '));
        row("RGB, 5 bits", u"320x180"_s, u"-c:v msvideo1"_s.split(u' '));
    }
}

void TestVideoProof::bars_keepTheirColours()
{
    QFETCH(QString, shape);
    QFETCH(QStringList, coding);
    QFETCH(QString, extension);
    const QString source = path(u"bars.mkv"_s);
    QVERIFY(makeClip(QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"rgbtestsrc=s=%1:r=25:d=0.2"_s.arg(shape)} + coding
                     + QStringList{source}));
    const QString target = path(u"bars_out."_s + extension);
    const VideoTrial trial(source, target, {.options = {{u"quality"_s, 10}}, .extension = extension});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const QByteArray before = rgbFrame(source);
    const QByteArray after = rgbFrame(target);
    const int width = shape.section(u'x', 0, 0).toInt();
    const int height = shape.section(u'x', 1, 1).toInt();
    QCOMPARE(before.size(), width * height * 3);
    QCOMPARE(after.size(), before.size());
    // Three bars, red, green and blue: the middle of each, away from edges.
    for (int bar = 0; bar < 3; ++bar) {
        for (int channel = 0; channel < 3; ++channel) {
            double sums[2] = {0, 0};
            int count = 0;
            for (int y = (2 * bar + 1) * height / 6 - 20; y < (2 * bar + 1) * height / 6 + 20; ++y) {
                for (int x = width / 4; x < width * 3 / 4; ++x, ++count) {
                    const int at = (y * width + x) * 3 + channel;
                    sums[0] += uchar(before[at]);
                    sums[1] += uchar(after[at]);
                }
            }
            const double difference = (sums[1] - sums[0]) / count;
            QVERIFY2(std::abs(difference) <= 2,
                     qPrintable(u"bar %1 channel %2: off by %3"_s.arg(bar).arg(channel).arg(difference)));
        }
    }
}

// Tone mapping works on whole pairs of samples only.
void TestVideoProof::highDynamicRange_oddSize()
{
    const QString source = path(u"odd_hdr.mkv"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=130x72:r=25:d=0.4 -vf format=yuv420p10,crop=129:71:0:0:exact=1 -c:v ffv1 "
                     u"-color_trc smpte2084 -color_primaries bt2020 -colorspace bt2020nc %1"_s.arg(source)));
    const QString target = path(u"odd_hdr_out.mkv"_s);
    const VideoTrial trial(source, target);
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(countFrames(target, "v:0"), 10);
    QCOMPARE(probeEntries(target, u"stream=width,height,pix_fmt,color_space"_s), QByteArray("129,71,yuv420p,bt709"));
}

void TestVideoProof::preview_fullHd_isQuick_data()
{
    QTest::addColumn<QString>("coding");
    QTest::newRow("H.264") << u"-c:v libx264 -preset veryfast -g 250"_s;
    QTest::newRow("HEVC") << u"-c:v libx265 -preset ultrafast -x265-params log-level=error:keyint=250:bframes=4"_s;
}

// Anywhere in a file that has a key frame every ten seconds only: in time, and the picture that belongs there or, where
// that would take too long, one that says of itself that there is a better one.
void TestVideoProof::preview_fullHd_isQuick()
{
    QFETCH(QString, coding);
    const QString source = path(u"hd.mp4"_s);
    QVERIFY(makeClip(numberedPictures(u"1920x128"_s)
                     + QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=1920x1080:r=25"_s, u"-filter_complex"_s,
                                   u"[1][0]overlay"_s, u"-t"_s, u"10"_s, u"-pix_fmt"_s, u"yuv420p"_s}
                     + coding.split(u' ') + QStringList{source}));
    QList<qint64> times;
    QStringList away;
    for (int i = 0; i < 20; ++i) {
        const double position = 0.03 + 0.1 * (i / 2);
        const bool isPatient = i % 2 == 1;
        const InputFile input = InputFile::fromPath(source);
        ConvertHarness harness;
        harness.threads = 2;
        QElapsedTimer timer;
        timer.start();
        const Result<PreviewPicture> picture = converterInFamily(u"video")->preview({.input = input.input(),
                                                                                     .options = optionsFor(u"video"),
                                                                                     .maximumSize = 512,
                                                                                     .position = position,
                                                                                     .patient = isPatient},
                                                                                    harness.context());
        if (!isPatient)
            times.append(timer.elapsed());
        QVERIFY(picture);
        QCOMPARE(QSize(picture->width, picture->height), QSize(512, 288));
        int number = 0;
        for (int bit = 0; bit < 8; ++bit)
            number |= (uchar(picture->rgba[(16 * 512 + 64 * bit + 32) * 4]) > 127 ? 1 : 0) << bit;
        const int wanted = int(position * 250 + 0.01);
        if (!isPatient)
            away << QString::number(number - wanted);
        QVERIFY2(picture->exact ? number == wanted : number <= wanted && !isPatient,
                 qPrintable(u"%1 instead of %2"_s.arg(number).arg(wanted)));
    }
    std::ranges::sort(times);
    qInfo("previews took %lld to %lld ms, pictures away: %s", times.first(), times.last(), qPrintable(away.join(u' ')));
    QVERIFY2(times[5] <= 300, qPrintable(QString::number(times[5])));
}

QTEST_GUILESS_MAIN(TestVideoProof)
#include "tst_videoproof.moc"
