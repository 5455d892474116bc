// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ffmpegtool.h"

#include <QTest>

#include <cmath>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

/// One video on several cores beside the same on one.
class TestVideoChunks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void convert_asManyFramesAsSerial_data();
    void convert_asManyFramesAsSerial();
    void convert_asGoodAndLargeAsSerial_data();
    void convert_asGoodAndLargeAsSerial();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void compareFrames(const QString &source, const QString &extension, const QList<int> &budgets);

    QTemporaryDir m_folder;
};

void TestVideoChunks::initTestCase()
{
    if (!hasFfmpeg())
        QSKIP("ffmpeg is needed to make the clips.");
    warmUpFamily();
}

void TestVideoChunks::convert_asManyFramesAsSerial_data()
{
    QTest::addColumn<QString>("picture");
    QTest::addColumn<QStringList>("coding");
    const QStringList lossless{u"-c:v"_s, u"ffv1"_s};
    const QStringList usual{u"-c:v"_s, u"libx264"_s, u"-crf"_s, u"12"_s, u"-preset"_s, u"veryfast"_s};
    const auto row = [](const char *name, const QString &picture, const QStringList &coding) {
        QTest::newRow(name) << picture << coding;
    };
    // Encoders say nothing of a picture that is like the one before it, and when depends on what they did before.
    row("slides", u"testsrc=s=160x120:r=1:d=6,fps=30"_s, usual);
    row("slides, lossless", u"testsrc2=s=162x122:r=1:d=6,fps=25"_s, lossless);
    row("five a second", u"testsrc=s=160x120:r=5:d=6,fps=25"_s, usual);
    row("one picture", u"color=gray:s=160x120:r=25:d=5"_s, usual);
    row("far zoom, one a second", u"mandelbrot=s=160x120:r=1:end_pts=40:end_scale=0.01,fps=25,trim=duration=8"_s, usual);
    row("drawn on twos", u"testsrc2=s=160x120:r=12:d=4,fps=24"_s, usual);
    row("freezes", u"testsrc2=s=160x120:r=25:d=6,loop=loop=60:size=1:start=53"_s, usual);
    row("noise that freezes", u"testsrc2=s=160x120:r=25:d=4,noise=alls=20:allf=t,loop=loop=100:size=1:start=60"_s, lossless);
    row("black and white in turn", u"color=black:s=160x120:r=25:d=6,drawbox=color=white:t=fill:enable='gte(mod(t,2),1)'"_s,
        usual);
    row("cuts", u"color=red:s=160x120:r=25:d=5,hue=h='70*floor(3*t)',noise=alls=8:allf=t:all_seed=3"_s, usual);
    row("variable rate", u"testsrc2=s=160x120:r=25:d=6,setpts='PTS+N*N*0.0005/TB',settb=1/1000"_s,
        usual + QStringList{u"-fps_mode"_s, u"vfr"_s});
}

void TestVideoChunks::convert_asManyFramesAsSerial()
{
    QFETCH(QString, picture);
    QFETCH(QStringList, coding);
    const QString source = path(u"frames.mkv"_s);
    QVERIFY(makeClip(QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, picture} + coding + QStringList{source}));
    compareFrames(source, u"mkv"_s, {1, 4});
    compareFrames(source, u"ogv"_s, {2});
    // The same again behind an edit list: the first second is decoded and not shown.
    const QString edited = path(u"edited.mp4"_s);
    if (coding.contains(u"libx264"_s)) {
        QVERIFY(makeClip({u"-ss"_s, u"1"_s, u"-i"_s, source, u"-c"_s, u"copy"_s, u"-copyts"_s, edited}));
        compareFrames(edited, u"mkv"_s, {2});
    }
}

// Each picture that ffmpeg hands to its encoder (not each that the encoder has something to say of).
void TestVideoChunks::compareFrames(const QString &source, const QString &extension, const QList<int> &budgets)
{
    const QString reference = path(u"frames_reference.mkv"_s);
    QVERIFY(makeClip(
        {u"-i"_s, source, u"-fps_mode"_s, extension == "ogv"_L1 ? u"cfr"_s : u"vfr"_s, u"-c:v"_s, u"ffv1"_s, reference}));
    const int wanted = countFrames(reference, "v:0");
    QVERIFY(wanted > 10);
    const double duration = probeEntries(reference, u"format=duration"_s).toDouble();
    const QString target = path(u"frames_out."_s + extension);
    for (const int threads : budgets) {
        const VideoTrial trial(source, target, {.threads = threads, .extension = extension});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        QCOMPARE(countFrames(target, "v:0"), wanted);
        const double difference = probeEntries(target, u"format=duration"_s).toDouble() - duration;
        QVERIFY2(std::abs(difference) < 0.05, qPrintable(QString::number(difference)));
        const double likeness = psnr(reference, target);
        QVERIFY2(likeness > 25, qPrintable(QString::number(likeness)));
    }
}

void TestVideoChunks::convert_asGoodAndLargeAsSerial_data()
{
    QTest::addColumn<QString>("corpusFile");
    QTest::addColumn<int>("threads");
    QTest::addColumn<QStringList>("picture");
    const auto row = [](const char *name, const QString &picture, const QStringList &more = {}) {
        QTest::newRow(name) << QString() << 2 << (QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, picture} + more);
    };
    QTest::newRow("a film with cuts") << u"bikes.mp4"_s << 2 << QStringList();
    QTest::newRow("a film with cuts, more threads") << u"bikes.mp4"_s << 4 << QStringList();
    QTest::newRow("a film that fades in") << u"sample.avi"_s << 2 << QStringList();
    QTest::newRow("a film with flashes") << u"cockatoo.mp4"_s << 2 << QStringList();
    row("noise and cuts",
        u"mandelbrot=s=480x270:r=25:end_pts=300,noise=alls=7:allf=t:all_seed=9,hue=h='60*floor(t/3)',trim=duration=12"_s);
    row("many cuts", u"color=red:s=320x240:r=25:d=8,hue=h='70*floor(3.3*t)',noise=alls=8:allf=t:all_seed=3"_s);
    // Nearly all of it is key frames, and the last of them has three pictures behind it.
    row("a still picture", u"color=gray:s=640x360:r=25,noise=c0s=30:c0_seed=7,trim=end_frame=208"_s);
    row("fades", u"mandelbrot=s=480x270:r=25:end_pts=300,fade=in:0:40,fade=out:160:30,trim=duration=8"_s);
    row("variable rate", u"testsrc2=s=320x240:r=25:d=8,setpts='PTS+N*N*0.0005/TB',settb=1/1000"_s,
        {u"-fps_mode"_s, u"vfr"_s});
    row("edit list", u"mandelbrot=s=320x180:r=25:end_pts=200,trim=duration=10"_s);
}

void TestVideoChunks::convert_asGoodAndLargeAsSerial()
{
    QFETCH(QString, corpusFile);
    QFETCH(int, threads);
    QFETCH(QStringList, picture);
    QString source = path(u"source.mkv"_s);
    if (!corpusFile.isEmpty()) {
        source = corpusFolder() + u"/video/"_s + corpusFile;
        if (!QFileInfo::exists(source))
            QSKIP("The collection of real files is not here.");
    } else {
        QVERIFY(makeClip(picture
                         + QStringList{u"-c:v"_s, u"libx264"_s, u"-crf"_s, u"14"_s, u"-preset"_s, u"veryfast"_s,
                                       u"-pix_fmt"_s, u"yuv420p"_s, source}));
    }
    if (QByteArray(QTest::currentDataTag()) == "edit list") {
        const QString edited = path(u"edited.mp4"_s);
        QVERIFY(makeClip({u"-ss"_s, u"1.5"_s, u"-i"_s, source, u"-c"_s, u"copy"_s, u"-copyts"_s, edited}));
        source = edited;
    }
    QList<double> likeness;
    QList<double> sizes;
    QList<int> frames;
    for (const int budget : {1, threads}) {
        const QString target = path(u"out.mkv"_s);
        const VideoTrial trial(source, target, {.threads = budget});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        frames.append(countFrames(target, "v:0"));
        likeness.append(psnr(source, target));
        sizes.append(double(QFileInfo(target).size()));
    }
    QVERIFY(frames[0] > 10);
    QCOMPARE(frames[1], frames[0]);
    QVERIFY(likeness[0] > 30);
    const QString figures = u"%1 dB, %2 of the size"_s.arg(likeness[1] - likeness[0]).arg(sizes[1] / sizes[0]);
    QVERIFY2(std::abs(likeness[1] - likeness[0]) <= 0.05 && std::abs(sizes[1] / sizes[0] - 1) <= 0.01, qPrintable(figures));
    qInfo("%s", qPrintable(figures));
}

QTEST_GUILESS_MAIN(TestVideoChunks)
#include "tst_videochunks.moc"
