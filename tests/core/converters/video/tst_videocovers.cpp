// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ffmpegtool.h"

#include <QTest>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

/// The picture on a video's or a song's cover, byte for byte, wherever the container has a place for it.
class TestVideoCovers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cover_isKept_data();
    void cover_isKept();
    void verify_lostCover_isNoticed();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestVideoCovers::initTestCase()
{
    if (!hasFfmpeg())
        QSKIP("ffmpeg is needed to make the clips.");
    warmUpFamily();
    for (const QString &name : {u"cover.jpg"_s, u"cover.png"_s})
        QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=120x90 -frames:v 1 %1"_s.arg(path(name))));
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=160x120:r=25:d=1 -f lavfi -i sine=d=1 -i %1 -map 0 -map 1 -map 2 "
                     u"-c:v:0 libx264 -c:v:1 copy -c:a aac -disposition:v:1 attached_pic %2"_s.arg(path(u"cover.jpg"_s),
                                                                                                   path(u"jpg.mp4"_s))));
    QVERIFY(makeClip(
        u"-i %1 -map 0:v:0 -map 0:a -c copy -attach %2 -metadata:s:t mimetype=image/png "
        u"-metadata:s:t filename=cover.png %3"_s.arg(path(u"jpg.mp4"_s), path(u"cover.png"_s), path(u"png.mkv"_s))));
}

void TestVideoCovers::cover_isKept_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QString>("extension");
    for (const char *source : {"jpg.mp4", "png.mkv"}) {
        for (const auto &[codec, extension] : {std::pair("copy", "mkv"),
                                               {"copy", "mp4"},
                                               {"theora", "mkv"},
                                               {"h264", "mp4"},
                                               {"auto", "mp3"},
                                               {"auto", "flac"},
                                               {"auto", "opus"},
                                               {"auto", "m4a"}})
            QTest::addRow("%s as %s in %s", source, codec, extension)
                << QString::fromLatin1(source) << QString::fromLatin1(codec) << QString::fromLatin1(extension);
    }
}

void TestVideoCovers::cover_isKept()
{
    QFETCH(QString, source);
    QFETCH(QString, codec);
    QFETCH(QString, extension);
    const QString target = path(u"out."_s + extension);
    const VideoTrial trial(path(source), target, {.options = {{u"codec"_s, codec}}, .extension = extension});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const QByteArrayList streams = probeEntries(target, u"stream=index:stream_disposition=attached_pic"_s).split('\n');
    QByteArray index;
    for (const QByteArray &stream : streams) {
        if (stream.split(',').value(1).trimmed() == "1")
            index = stream.split(',').first();
    }
    QVERIFY2(!index.isEmpty(), streams.join(' ').constData());
    const QByteArray found = runTool(u"ffmpeg"_s,
                                     {u"-v"_s, u"error"_s, u"-nostdin"_s, u"-i"_s, target, u"-map"_s,
                                      u"0:"_s + QString::fromLatin1(index), u"-c"_s, u"copy"_s, u"-f"_s, u"image2pipe"_s,
                                      u"-"_s})
                                 .out;
    QCOMPARE(found, readFile(path(u"cover."_s + source.section(u'.', 0, 0))));
    QVERIFY(countFrames(target, "a:0") > 0);
}

void TestVideoCovers::verify_lostCover_isNoticed()
{
    const QString target = path(u"whole.mkv"_s);
    const VideoTrial trial(path(u"jpg.mp4"_s), target, {.options = {{u"codec"_s, u"copy"_s}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const QString without = path(u"without.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -map 0:V -map 0:a -c copy %2"_s.arg(target, without)));
    const InputFile written = InputFile::fromPath(without);
    ConvertHarness harness;
    const Result<void> verified = converterInFamily(u"video")->verify(
        written.input().fd, throughCbor(trial.report.outputs.at(0)), harness.context());
    QVERIFY(!verified);
    QCOMPARE(verified.error().kind, ErrorKind::VerificationFailed);
}

QTEST_GUILESS_MAIN(TestVideoCovers)
#include "tst_videocovers.moc"
