// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ffmpegtool.h"

#include <QTest>
#include <QtEndian>

#include <cmath>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int width = 320;
constexpr int height = 240;

QByteArray grayFrame(const QString &path, int frame)
{
    return runTool(
               u"ffmpeg -v error -nostdin -i %1 -vf select=eq(n\\,%2) -frames:v 1 -pix_fmt gray -f rawvideo -"_s.arg(path)
                   .arg(frame))
        .out;
}

double meanOf(const QByteArray &gray, QRect area)
{
    double sum = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            sum += uchar(gray[y * width + x]);
    }
    return sum / (area.width() * area.height());
}

template <typename T>
QByteArray big(T value)
{
    QByteArray bytes(sizeof(T), Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// Blu-ray's subtitles (Presentation Graphic Stream), as many as the tests need: one white bar.
class BluraySubtitles
{
public:
    explicit BluraySubtitles(QRect bar) : m_bar(bar) {}

    QByteArray shown(double from, double to)
    {
        const QByteArray object = big<quint16>(0) + '\0' + '\0' + big<quint16>(quint16(m_bar.x()))
            + big<quint16>(quint16(m_bar.y()));
        QByteArray bytes = segment(from, 0x16, composition(char(0x80), 1) + object);
        bytes += segment(from, 0x17, windows());
        bytes += segment(from, 0x14, QByteArray("\0\0\1\xEB\x80\x80\xFF", 7));
        bytes += segment(from, 0x15, picture());
        bytes += segment(from, 0x80, {});
        bytes += segment(to, 0x16, composition(0, 0));
        bytes += segment(to, 0x17, windows());
        return bytes + segment(to, 0x80, {});
    }

private:
    static QByteArray segment(double seconds, quint8 type, const QByteArray &payload)
    {
        const auto time = quint32(std::lround(seconds * 90'000));
        return "PG" + big(time) + big<quint32>(0) + big(type) + big<quint16>(quint16(payload.size())) + payload;
    }
    QByteArray composition(char state, quint8 objects)
    {
        return big<quint16>(width) + big<quint16>(height) + '\x10' + big<quint16>(m_number++) + state + '\0' + '\0'
            + big(objects);
    }
    QByteArray windows() const
    {
        return QByteArray("\1\0", 2) + big<quint16>(quint16(m_bar.x())) + big<quint16>(quint16(m_bar.y()))
            + big<quint16>(quint16(m_bar.width())) + big<quint16>(quint16(m_bar.height()));
    }
    QByteArray picture() const
    {
        const QByteArray line = QByteArray("\0", 1) + char(0xC0 | m_bar.width() >> 8) + char(m_bar.width() & 0xFF) + '\1'
            + QByteArray("\0\0", 2);
        const QByteArray data = line.repeated(m_bar.height());
        const QByteArray length = big<quint32>(quint32(data.size() + 4)).mid(1);
        return QByteArray("\0\0\0\xC0", 4) + length + big<quint16>(quint16(m_bar.width()))
            + big<quint16>(quint16(m_bar.height())) + data;
    }

    QRect m_bar;
    quint16 m_number = 0;
};

} // namespace

/// Shapes of pictures that cameras and discs make.
class TestVideoPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void small_isConverted_data();
    void small_isConverted();
    void orientation_asFfmpeg_data();
    void orientation_asFfmpeg();
    void orientation_inThePictures_data();
    void orientation_inThePictures();
    void gif_fastPictures_areThinned();
    void rate_shorterThanAPicture_isOne();
    void animation_widePixels_becomeSquare_data();
    void animation_widePixels_becomeSquare();
    void interlaced_moreFrames_lastAsLong();
    void bitmapSubtitles_data();
    void bitmapSubtitles_kept_data() { bitmapSubtitles_data(); }
    void bitmapSubtitles_kept();
    void bitmapSubtitles_withoutLength_keptInMp4();
    void bitmapSubtitles_longPause_staysInSync();
    void bitmapSubtitles_drawn_data() { bitmapSubtitles_data(); }
    void bitmapSubtitles_drawn();
    void soundAlone_isMusic_data();
    void soundAlone_isMusic();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    const QRect m_bar{100, 180, 120, 32};
};

void TestVideoPictures::initTestCase()
{
    if (!hasFfmpeg())
        QSKIP("ffmpeg is needed to make the clips.");
    warmUpFamily();
    saved(m_folder, BluraySubtitles(m_bar).shown(1, 2), u"bar.sup"_s);
    QVERIFY(makeClip(u"-f lavfi -i color=gray:s=320x240:r=25:d=4 -c:v libx264 -g 25 %1"_s.arg(path(u"gray.mkv"_s))));
    for (const auto &codec : {u"copy"_s, u"dvdsub"_s, u"dvbsub"_s})
        QVERIFY(makeClip(u"-i %1 -itsoffset 1 -fix_sub_duration -i %2 -map 0:v -map 1:s -c:v copy -c:s %3 %4"_s.arg(
            path(u"gray.mkv"_s), path(u"bar.sup"_s), codec, path(codec + u".mkv"_s))));
}

void TestVideoPictures::small_isConverted_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QString>("extension");
    QTest::addColumn<QSize>("written");
    for (const auto &[codec, extension, least] :
         {std::tuple("theora", "mkv", QSize(18, 1)), std::tuple("theora", "ogv", QSize(18, 1)),
          std::tuple("h264", "mp4", QSize(2, 2)), std::tuple("vp9", "webm", QSize(1, 1)),
          std::tuple("hevc", "mp4", QSize(16, 16)), std::tuple("av1", "mkv", QSize(64, 64)),
          std::tuple("auto", "gif", QSize(1, 1)), std::tuple("auto", "webp", QSize(1, 1))}) {
        for (const QSize size : {QSize(2, 2), QSize(16, 16), QSize(2, 100)})
            QTest::addRow("%s in %s, %d×%d", codec, extension, size.width(), size.height())
                << size << QString::fromLatin1(codec) << QString::fromLatin1(extension) << size.expandedTo(least);
    }
    QTest::newRow("a pixel in H.264") << QSize(1, 1) << u"h264"_s << u"mp4"_s << QSize(2, 2);
    QTest::newRow("a line in H.264") << QSize(100, 1) << u"h264"_s << u"mp4"_s << QSize(100, 2);
    QTest::newRow("a column in AV1") << QSize(1, 100) << u"av1"_s << u"mkv"_s << QSize(64, 100);
}

// Encoders have a least size; what is smaller gets a border.
void TestVideoPictures::small_isConverted()
{
    QFETCH(QSize, size);
    QFETCH(QString, codec);
    QFETCH(QString, extension);
    QFETCH(QSize, written);
    const QString source = path(u"small.mkv"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=128x128:r=25:d=0.4 -vf scale=%1:%2,setsar=1 -pix_fmt yuv444p -c:v ffv1 %3"_s
                         .arg(size.width())
                         .arg(size.height())
                         .arg(source)));
    const QString target = path(u"small_out."_s + extension);
    const VideoTrial trial(source, target, {.options = {{u"codec"_s, codec}}, .threads = 2, .extension = extension});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    if (extension == "webp"_L1) // ffmpeg does not read what moves
        return;
    QCOMPARE(countFrames(target, "v:0"), 10);
    QCOMPARE(probeEntries(target, u"stream=width,height"_s),
             QByteArray::number(written.width()) + ',' + QByteArray::number(written.height()));
}

void TestVideoPictures::orientation_asFfmpeg_data()
{
    QTest::addColumn<QList<int>>("matrix"); // a b c d of ISO/IEC 14496-12, 8.3.2
    QTest::newRow("upright") << QList<int>{1, 0, 0, 1};
    QTest::newRow("mirrored") << QList<int>{-1, 0, 0, 1};
    QTest::newRow("upside down") << QList<int>{-1, 0, 0, -1};
    QTest::newRow("upside down, mirrored") << QList<int>{1, 0, 0, -1};
    QTest::newRow("to the right") << QList<int>{0, 1, -1, 0};
    QTest::newRow("to the right, mirrored") << QList<int>{0, 1, 1, 0};
    QTest::newRow("to the left") << QList<int>{0, -1, 1, 0};
    QTest::newRow("to the left, mirrored") << QList<int>{0, -1, -1, 0};
}

void TestVideoPictures::orientation_asFfmpeg()
{
    QFETCH(QList<int>, matrix);
    const QString plain = path(u"upright.mp4"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc=s=320x176:r=25:d=0.2 -c:v libx264 -crf 8 -pix_fmt yuv420p %1"_s.arg(plain)));
    QByteArray bytes = readFile(plain);
    const qsizetype place = bytes.indexOf("tkhd") + 44; // version 0
    QCOMPARE(qFromBigEndian<qint32>(bytes.constData() + place), 65536);
    const int at[] = {0, 4, 12, 16};
    for (int i = 0; i < 4; ++i)
        qToBigEndian<qint32>(matrix[i] * 65536, bytes.data() + place + at[i]);
    const QString turned = path(u"turned.mp4"_s);
    QFile file(turned);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const QString reference = path(u"turned_reference.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -c:v ffv1 %2"_s.arg(turned, reference)));
    const QString target = path(u"turned_out.mkv"_s);
    const VideoTrial trial(turned, target, {.options = {{u"quality"_s, 10}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const double likeness = psnr(reference, target, 1);
    QVERIFY2(likeness >= 35, qPrintable(QString::number(likeness)));

    const InputFile input = InputFile::fromPath(turned);
    ConvertHarness harness;
    const Result<PreviewPicture> preview = converterInFamily(u"video")->preview(
        {.input = input.input(), .options = optionsFor(u"video"), .maximumSize = 320}, harness.context());
    QVERIFY(preview);
    const QByteArray
        wanted = runTool(u"ffmpeg -v error -nostdin -i %1 -frames:v 1 -pix_fmt rgba -f rawvideo -"_s.arg(reference)).out;
    QCOMPARE(preview->rgba.size(), wanted.size());
    double squares = 0;
    for (qsizetype i = 0; i < wanted.size(); ++i)
        squares += std::pow(double(uchar(preview->rgba[i])) - double(uchar(wanted[i])), 2);
    QVERIFY(squares / double(wanted.size()) < 20); // 35 dB
}

void TestVideoPictures::orientation_inThePictures_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<double>("offset");
    QTest::newRow("transport stream") << u"ts"_s << 0.0;
    QTest::newRow("Matroska") << u"mkv"_s << 0.0;
    QTest::newRow("from the middle of a group") << u"ts"_s << 0.4;
}

// H.264's display orientation, which comes with key frames only (ITU-T H.264, D.1.27).
void TestVideoPictures::orientation_inThePictures()
{
    QFETCH(QString, ending);
    QFETCH(double, offset);
    const QStringList picture{
        u"-f"_s,   u"lavfi"_s,   u"-i"_s,  u"color=gray:s=192x128:r=25:d=1,drawbox=w=64:h=32:c=white:t=fill"_s,
        u"-c:v"_s, u"libx264"_s, u"-bf"_s, u"0"_s,
        u"-g"_s,   u"50"_s};
    const QString upright = path(u"upright.ts"_s);
    QVERIFY(makeClip(picture + QStringList{upright}));
    const QString turned = path(u"turned."_s + ending);
    QVERIFY(makeClip(u"-i %1 -c copy -bsf:v h264_metadata=display_orientation=insert:rotate=90 %2"_s.arg(upright, turned)));
    const QString target = path(u"turned_out.mkv"_s);
    const VideoTrial alone(turned, target, {.options = {{u"quality"_s, 10}, {u"offset"_s, offset}}});
    QVERIFY2(alone.ok(), alone.complaint().constData());
    QCOMPARE(probeEntries(target, u"stream=width,height"_s), "128,192"_ba);
    // A quarter turn to the left, as ffmpeg takes it.
    const auto white = [&target](int x, int y, int frame) {
        const QByteArray
            pixels = runTool(
                         u"ffmpeg -v error -nostdin -i %1 "
                         u"-vf select=eq(n\\,%2),crop=8:8:%3:%4,scale=1:1:flags=area,format=gray -frames:v 1 -f rawvideo -"_s
                             .arg(target)
                             .arg(frame)
                             .arg(x)
                             .arg(y))
                         .out;
        return pixels.size() == 1 ? int(uchar(pixels[0])) : -1;
    };
    QVERIFY(white(8, 176, 5) > 200);
    QVERIFY(white(104, 16, 5) < 150);
    if (ending != "ts"_L1 || offset > 0)
        return;
    // In mid-stream: what follows another picture gets borders.
    const QString joined = saved(m_folder, readFile(upright) + readFile(turned), u"joined.ts"_s);
    const VideoTrial both(joined, target, {.options = {{u"quality"_s, 10}}});
    QVERIFY2(both.ok(), both.complaint().constData());
    QCOMPARE(countFrames(target, "v:0"), 50);
    QCOMPARE(probeEntries(target, u"stream=width,height"_s), "192,128"_ba);
    QVERIFY(white(8, 8, 10) > 200);
    QVERIFY(white(8, 8, 40) < 40);     // border
    QVERIFY(white(60, 115, 40) > 200); // the box, at the left below
}

// What shows GIFs takes a delay below 1/50 s for 1/10 s.
void TestVideoPictures::gif_fastPictures_areThinned()
{
    const QString source = path(u"fast.mp4"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=64x48:r=60:d=1 -c:v libx264 %1"_s.arg(source)));
    for (const double rate : {0.0, 60.0, 100.0}) {
        const QString target = path(u"fast.gif"_s);
        const VideoTrial trial(source, target, {.options = {{u"fps"_s, rate}}, .extension = u"gif"_s});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        const QByteArrayList delays = probeEntries(target, u"packet=duration_time"_s).split('\n');
        QVERIFY2(delays.size() >= 49 && delays.size() <= 50, qPrintable(QString::number(delays.size())));
        for (const QByteArray &delay : delays)
            QCOMPARE(delay.toDouble(), 0.02);
    }
}

void TestVideoPictures::rate_shorterThanAPicture_isOne()
{
    const QString source = path(u"moment.mp4"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=64x48:r=25 -frames:v 1 -c:v libx264 %1"_s.arg(source)));
    for (const QString &extension : {u"gif"_s, u"mkv"_s}) {
        const QString target = path(u"moment."_s + extension);
        const VideoTrial trial(source, target, {.options = {{u"fps"_s, 10}}, .extension = extension});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        QCOMPARE(countFrames(target, "v:0"), 1);
    }
}

void TestVideoPictures::animation_widePixels_becomeSquare_data()
{
    QTest::addColumn<QString>("extension");
    QTest::newRow("GIF") << u"gif"_s;
    QTest::newRow("WebP") << u"webp"_s;
}

// Browsers know nothing of other pixels.
void TestVideoPictures::animation_widePixels_becomeSquare()
{
    QFETCH(QString, extension);
    const QString source = path(u"wide.mp4"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=160x120:r=25:d=0.4 -vf setsar=4/3 -c:v libx264 %1"_s.arg(source)));
    const VideoTrial trial(source, path(u"wide."_s + extension), {.extension = extension});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(trial.report.outputs.at(0).value(u"width"_s).toInt(), 213);
    QCOMPARE(trial.report.outputs.at(0).value(u"height"_s).toInt(), 120);
}

void TestVideoPictures::interlaced_moreFrames_lastAsLong()
{
    const QString source = path(u"fields.mpg"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=192x160:r=50:d=2 -vf tinterlace=interleave_top,fieldorder=tff "
                     u"-c:v mpeg2video -flags +ildct+ilme -q:v 4 %1"_s.arg(source)));
    QCOMPARE(countFrames(source, "v:0"), 50);
    const QString target = path(u"fields.mp4"_s);
    const VideoTrial trial(source, target, {.options = {{u"fps"_s, 60}}, .extension = u"mp4"_s});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(countFrames(target, "v:0"), 120);
}

void TestVideoPictures::bitmapSubtitles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("codec");
    QTest::newRow("Blu-ray") << u"copy"_s << "hdmv_pgs_subtitle"_ba;
    QTest::newRow("DVD") << u"dvdsub"_s << "dvd_subtitle"_ba;
    QTest::newRow("television") << u"dvbsub"_s << "dvb_subtitle"_ba;
}

void TestVideoPictures::bitmapSubtitles_kept()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, codec);
    for (const QString &pictures : {u"theora"_s, u"copy"_s}) {
        const QString source = path(name + u".mkv"_s);
        const QString target = path(u"kept.mkv"_s);
        const VideoTrial trial(source, target, {.options = {{u"codec"_s, pictures}, {u"subtitles"_s, u"copy"_s}}});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        QVERIFY(probeEntries(target, u"stream=codec_name"_s).split('\n').contains(codec));
        QVERIFY(!packetHashes(source, "0:s").isEmpty());
        QCOMPARE(packetHashes(target, "0:s"), packetHashes(source, "0:s"));
    }
}

// In MP4 the last one is lost where nobody says how long it stays: a DVD does not, and libav says 2³² ms.
void TestVideoPictures::bitmapSubtitles_withoutLength_keptInMp4()
{
    BluraySubtitles bars(m_bar);
    const QString shown = saved(m_folder, bars.shown(1, 1.5) + bars.shown(2.5, 3), u"two.sup"_s);
    for (const QString &name : {u"two.vob"_s, u"two.mkv"_s}) {
        const QString source = path(name);
        QVERIFY(makeClip(
            u"-i %1 -i %2 -map 0:v -map 1:s -c:v mpeg2video -c:s dvdsub %3"_s.arg(path(u"gray.mkv"_s), shown, source)));
        const QString target = path(u"two.mp4"_s);
        const VideoTrial trial(source, target,
                               {.options = {{u"codec"_s, u"copy"_s}, {u"subtitles"_s, u"copy"_s}}, .extension = u"mp4"_s});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        QVERIFY(packetHashes(source, "0:s").size() >= 2);
        QCOMPARE(packetHashes(target, "0:s"), packetHashes(source, "0:s"));
    }
}

// Nothing to read for a quarter of a minute is no clock that starts again.
void TestVideoPictures::bitmapSubtitles_longPause_staysInSync()
{
    BluraySubtitles bars(m_bar);
    const QString shown = saved(m_folder, bars.shown(1, 2) + bars.shown(17, 18), u"pause.sup"_s);
    const QString source = path(u"pause.ts"_s);
    QVERIFY(makeClip(u"-f lavfi -i color=gray:s=320x240:r=25:d=20 -f lavfi -i sine=d=20 -i %1 -map 0 -map 1 -map 2 "
                     u"-c:v mpeg2video -c:a mp2 -c:s dvbsub %2"_s.arg(shown, source)));
    const QString target = path(u"pause.mkv"_s);
    const VideoTrial trial(source, target, {.options = {{u"codec"_s, u"copy"_s}, {u"subtitles"_s, u"copy"_s}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(countFrames(target, "v:0"), 500);
    const double length = probeEntries(target, u"format=duration"_s).toDouble();
    QVERIFY2(std::abs(length - 20) < 0.2, qPrintable(QString::number(length)));
    const auto lastOf = [&target](const char *stream) {
        const QByteArrayList
            times = runTool(u"ffprobe -v error -select_streams %1 -show_entries packet=pts_time -of csv=p=0 %2"_s.arg(
                                QString::fromLatin1(stream), target))
                        .out.trimmed()
                        .split('\n');
        return times.last().split(',').first().toDouble();
    };
    QVERIFY(std::abs(lastOf("v:0") - 19.96) < 0.1);
    QVERIFY(std::abs(lastOf("a:0") - 19.96) < 0.1);
    QVERIFY(lastOf("s:0") > 15.9);
}

// Shown from 1 s to 2 s of the source, of which 0.4 s are left out.
void TestVideoPictures::bitmapSubtitles_drawn()
{
    QFETCH(QString, name);
    for (const auto &[extension, factor] : {std::pair(u"mkv"_s, 1), std::pair(u"mp4"_s, 2)}) {
        const QString target = path(u"drawn."_s + extension);
        QJsonObject options{{u"offset"_s, 0.4}, {u"quality"_s, 9}, {u"subtitles"_s, u"burn"_s}};
        if (factor > 1)
            options[u"width"_s] = width / factor;
        const VideoTrial trial(path(name + u".mkv"_s), target, {.options = options, .threads = 2, .extension = extension});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        QCOMPARE(probeEntries(target, u"stream=codec_type"_s), "video"_ba);
        QCOMPARE(countFrames(target, "v:0"), 90);
        for (const int frame : {13, 17, 37, 42}) {
            QByteArray gray = grayFrame(target, frame);
            QCOMPARE(gray.size(), width * height / factor / factor);
            if (factor > 1) { // each of its pixels twice and on two rows
                QByteArray large(width * height, Qt::Uninitialized);
                for (int i = 0; i < large.size(); ++i)
                    large[i] = gray[i / width / factor * (width / factor) + i % width / factor];
                gray = large;
            }
            const bool shown = frame > 15 && frame < 40;
            const double inside = meanOf(gray, m_bar.adjusted(6, 6, -6, -6));
            QVERIFY2(shown ? inside > 215 : std::abs(inside - 126) < 8, qPrintable(u"%1: %2"_s.arg(frame).arg(inside)));
            for (const QRect beside : {QRect(0, 0, width, m_bar.top() - 6), QRect(0, m_bar.top(), m_bar.left() - 6, 32)})
                QVERIFY(std::abs(meanOf(gray, beside) - 126) < 8);
        }
    }
}

void TestVideoPictures::soundAlone_isMusic_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("coding");
    const auto row = [](const char *name, const char *coding) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(coding).split(u' ');
    };
    row("song.m4a", "-c:a aac");
    row("song.mp4", "-c:a aac");
    row("song.mka", "-c:a aac");
    row("song.webm", "-c:a libopus");
    row("song.ogg", "-c:a libvorbis");
    row("song.wma", "-c:a wmav2");
}

// By its streams and not by its container; a cover is no video, and one picture that moves is.
void TestVideoPictures::soundAlone_isMusic()
{
    QFETCH(QString, name);
    QFETCH(QStringList, coding);
    const QStringList sound{u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=d=1"_s};
    const QStringList tags{u"-metadata"_s, u"title=Song"_s, u"-metadata"_s, u"track=3/12"_s};
    QVERIFY(makeClip(sound + tags + coding + QStringList{path(name)}));
    const Converter *converter = converterInFamily(u"video");
    const Result<MediaInfo> info = converter->probe(InputFile::fromPath(path(name)).input());
    QVERIFY(info);
    QCOMPARE(info->kind, MediaKind::Audio);
    QCOMPARE(info->tags.value(u"title"_s), u"Song"_s);
    QCOMPARE(info->tags.value(u"track"_s), u"3"_s);
    QVERIFY(std::abs(info->durationMs - 1000) < 60);
    if (name != "song.mp4"_L1)
        return;
    const QString moving = path(u"moving.mp4"_s);
    QVERIFY(makeClip(u"-i %1 -f lavfi -i testsrc=s=64x48:d=1 %2"_s.arg(path(name), moving)));
    QCOMPARE(converter->probe(InputFile::fromPath(moving).input())->kind, MediaKind::Video);
    const QString covered = path(u"covered.m4a"_s);
    QVERIFY(makeClip(u"-i %1 -i %2 -map 0:a -map 1:v -frames:v 1 -c:a copy -c:v png -disposition:v attached_pic %3"_s.arg(
        path(name), moving, covered)));
    QCOMPARE(converter->probe(InputFile::fromPath(covered).input())->kind, MediaKind::Audio);
}

QTEST_GUILESS_MAIN(TestVideoPictures)
#include "tst_videopictures.moc"
