// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ffmpegtool.h"

#include <QTest>

#include <cmath>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Where a stream begins and where its last packet does, s.
struct Span {
    double first = -1;
    double last = -1;
};

Span spanOf(const QString &path, const char *stream)
{
    const QByteArray times = runTool(
                                 u"ffprobe -v error -select_streams %1 -show_entries packet=pts_time -of csv=p=0 %2"_s.arg(
                                     QString::fromLatin1(stream), path))
                                 .out.trimmed();
    const QByteArrayList lines = times.split('\n');
    return {lines.first().split(',').first().toDouble(), lines.last().split(',').first().toDouble()};
}

constexpr double onePicture = 0.04; // of 25 a second

} // namespace

/// What changes in the middle of a video, and times that do not simply go on.
class TestVideoTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void joined_data();
    void joined();
    void late_data();
    void late();
    void late_afterMinutes_isFound();
    void missing_isDamaged_data();
    void missing_isDamaged();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void compare(const QString &source, int alikeFrames = 0, double seconds = 0);

    QTemporaryDir m_folder;
};

void TestVideoTimes::initTestCase()
{
    if (!hasFfmpeg())
        QSKIP("ffmpeg is needed to make the clips.");
    warmUpFamily();
}

// Frames, size, beginning and end of both streams as ffmpeg has them; with `seconds`, both are as long as that.
void TestVideoTimes::compare(const QString &source, int alikeFrames, double seconds)
{
    const QString reference = path(u"reference.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -c:v libtheora -q:v 6 -c:a libvorbis -q:a 3 -sn %2"_s.arg(source, reference)));
    for (const int threads : {1, 2}) {
        const QString target = path(u"out.mkv"_s);
        const VideoTrial trial(source, target, {.threads = threads});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        const int frames = countFrames(reference, "v:0");
        QVERIFY(frames >= 75);
        QCOMPARE(countFrames(target, "v:0"), frames);
        QCOMPARE(probeEntries(target, u"stream=width,height,sample_rate,channels"_s),
                 probeEntries(reference, u"stream=width,height,sample_rate,channels"_s));
        for (const char *stream : {"v:0", "a:0"}) {
            const double tolerance = seconds > 0 ? 0.1 : onePicture; // AAC has silence around each recording
            Span wanted = spanOf(reference, stream);
            if (seconds > 0)
                wanted.last = seconds;
            const Span found = spanOf(target, stream);
            QVERIFY2(std::abs(found.first - wanted.first) < tolerance && std::abs(found.last - wanted.last) < tolerance,
                     qPrintable(u"%1: %2 to %3 s instead of %4 to %5 s"_s.arg(QString::fromLatin1(stream))
                                    .arg(found.first)
                                    .arg(found.last)
                                    .arg(wanted.first)
                                    .arg(wanted.last)));
        }
        QVERIFY(psnr(reference, target, alikeFrames) > 35);
    }
}

void TestVideoTimes::joined_data()
{
    QTest::addColumn<QStringList>("first");
    QTest::addColumn<QStringList>("second");
    const auto row = [](const char *name, const QByteArray &first, const QByteArray &second) {
        QTest::newRow(name) << QString::fromLatin1(first).split(u' ') << QString::fromLatin1(second).split(u' ');
    };
    constexpr auto h264 = "-c:v libx264 -preset ultrafast -c:a aac";
    constexpr auto mpeg2 = "-c:v mpeg2video -q:v 3 -c:a mp2";
    const auto with = [](const char *coding, const char *more) { return QByteArray(coding) + ' ' + more; };
    row("nothing", h264, h264);
    row("size, odd first", with(mpeg2, "-vf crop=177:145:0:0:exact=1"), with(mpeg2, "-vf scale=160:160"));
    row("size, wider pixels", with(h264, "-vf scale=160:120,setsar=4/3"), with(h264, "-vf scale=320:240,setsar=1"));
    row("pixel format", with(h264, "-pix_fmt yuv420p"), with(h264, "-pix_fmt yuv422p"));
    row("bits", with(h264, "-pix_fmt yuv420p"), with(h264, "-pix_fmt yuv420p10le"));
    row("full range", with(h264, "-pix_fmt yuv420p"), with(h264, "-vf scale=out_range=pc -color_range pc"));
    row("sample rate and layout", with(h264, "-ar 44100 -ac 1"), with(h264, "-ar 48000 -ac 2"));
    row("six channels to two", with(h264, "-ar 48000 -ac 6"), with(h264, "-ar 48000 -ac 2"));
    row("three hours forward", with(h264, "-output_ts_offset 100"), with(h264, "-output_ts_offset 10900"));
    row("three hours back", with(h264, "-output_ts_offset 10900"), with(h264, "-output_ts_offset 100"));
    row("one second back", with(h264, "-output_ts_offset 100"), with(h264, "-output_ts_offset 99"));
}

// As cameras and televisions leave recordings behind: one after another in a file, each with its own beginning.
void TestVideoTimes::joined()
{
    QFETCH(QStringList, first);
    QFETCH(QStringList, second);
    const QString source = path(u"joined.ts"_s);
    QFile joined(source);
    QVERIFY(joined.open(QIODevice::WriteOnly));
    for (const QStringList &coding : {first, second}) {
        const QString part = path(u"part.ts"_s);
        QVERIFY(makeClip(QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=192x160:r=25:d=2"_s, u"-f"_s, u"lavfi"_s,
                                     u"-i"_s, u"sine=d=2:r=48000"_s}
                         + coding + QStringList{part}));
        joined.write(readFile(part));
    }
    joined.close();
    // ffmpeg stretches what has another shape, here it gets borders.
    const bool isOtherShape = QByteArray(QTest::currentDataTag()) == "size, odd first";
    // It also leaves a gap as long as a short first recording.
    compare(source, isOtherShape ? 45 : 0, 4);
}

void TestVideoTimes::late_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("arguments");
    const QStringList picture{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=192x160:r=25:d=4"_s};
    const QStringList sound{u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=d=4"_s};
    const QStringList later{u"-itsoffset"_s, u"1.5"_s};
    for (const char *ending : {"mkv", "ts", "mov"}) {
        const QString name = u"late."_s + QString::fromLatin1(ending);
        QTest::addRow("sound late, %s", ending) << name << (picture + later + sound);
        if (name != "late.mov"_L1) // ffmpeg shows the first picture of an empty edit again and again
            QTest::addRow("pictures late, %s", ending) << name << (later + picture + sound);
        QTest::addRow("from -1 s, %s", ending)
            << name
            << (picture + sound + QStringList{u"-output_ts_offset"_s, u"-1"_s, u"-avoid_negative_ts"_s, u"disabled"_s});
    }
    QTest::newRow("clock runs over") << u"late.ts"_s
                                     << (picture + sound + QStringList{u"-output_ts_offset"_s, u"95441.5"_s});
}

void TestVideoTimes::late()
{
    QFETCH(QString, name);
    QFETCH(QStringList, arguments);
    const QString source = path(name);
    QVERIFY(makeClip(arguments + QStringList{u"-c:v"_s, u"libx264"_s, u"-bf"_s, u"2"_s, u"-c:a"_s, u"aac"_s, source}));
    compare(source);
}

// ffmpeg's library looks for what a transport stream has announced no further than 7 s or 5 MB.
void TestVideoTimes::late_afterMinutes_isFound()
{
    const QString source = path(u"much_later.ts"_s);
    QVERIFY(makeClip({u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=96x96:r=10:d=25"_s, u"-itsoffset"_s, u"20"_s, u"-f"_s,
                      u"lavfi"_s, u"-i"_s, u"sine=d=3"_s, u"-c:v"_s, u"mpeg2video"_s, u"-r"_s, u"25"_s, u"-c:a"_s, u"mp2"_s,
                      source}));
    for (const auto &extension : {u"mkv"_s, u"mp4"_s}) {
        const QString target = path(u"found."_s + extension);
        const VideoTrial trial(source, target, {.extension = extension});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        QCOMPARE(trial.report.warnings, QStringList());
        QVERIFY(std::abs(spanOf(target, "a:0").first - 20) < 2 * onePicture);
    }
    const InputFile input = InputFile::fromPath(source);
    const Result<MediaInfo> info = converterInFamily(u"video")->probe(input.input());
    QVERIFY(info);
    QCOMPARE(info->warnings, QStringList());
}

void TestVideoTimes::missing_isDamaged_data()
{
    QTest::addColumn<QString>("codec");
    QTest::newRow("h264") << u"libx264"_s;
    QTest::newRow("mpeg2") << u"mpeg2video"_s;
}

// The other side of joined(): here packets are really lost.
void TestVideoTimes::missing_isDamaged()
{
    QFETCH(QString, codec);
    const QString source = path(u"whole.ts"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=320x240:r=25:d=4 -c:v %1 -b:v 2M %2"_s.arg(codec, source)));
    constexpr qsizetype packetSize = 188; // ISO/IEC 13818-1, 2.4.3.2
    const QByteArray whole = readFile(source);
    const qsizetype packets = whole.size() / packetSize;
    for (const qsizetype lost : {1, 40}) {
        for (const qsizetype place : {packets / 3, packets / 2 + 3, packets * 3 / 4 + 1}) {
            const QString file = saved(m_folder, whole.left(place * packetSize) + whole.mid((place + lost) * packetSize),
                                       u"missing.ts"_s);
            const VideoTrial trial(file, path(u"never.mkv"_s));
            QVERIFY2(trial.error, qPrintable(u"%1 packets lost at %2"_s.arg(lost).arg(place)));
            QCOMPARE(trial.error->kind, ErrorKind::DamagedInput);
        }
    }
}

QTEST_GUILESS_MAIN(TestVideoTimes)
#include "tst_videotimes.moc"
