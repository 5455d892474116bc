// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/convertercontract.h"
#include "ffmpegtool.h"

#include <QPoint>
#include <QTest>

#include <cmath>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

/// Clips made by ffmpeg, each with something that goes wrong easily.
class TestVideoConverter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void contract_data() { contractRules(); }
    void contract()
    {
        QFETCH(QString, rule);
        checkContract({.converter = converterInFamily(u"video"),
                       .id = u"video"_s,
                       .extension = u"mkv"_s,
                       .good = readFile(m_basic),
                       .name = "a.mp4"},
                      rule);
    }
    void convert_everyBudget_sameFrames();
    void convert_output_data();
    void convert_output();
    void convert_mp4_indexFirstAndChapters();
    void convert_soundAlone_whereThereIsNone();
    void convert_crop_fromOneSide();
    void convert_crop_keepsThatPart_data();
    void convert_crop_keepsThatPart();
    void verify_changedPacket_isFound();
    void convert_budgetChangesMeanwhile_sameFrames();
    void convert_tracks_keepLanguageTitleChapters();
    void convert_range_exactToTheFrame();
    void convert_oddSize_keepsPictureRegion();
    void convert_channels_orderKept_data();
    void convert_channels_orderKept();
    void convert_soundOnly_isKept();
    void convert_sizeChanges_firstSizeStays();
    void convert_variableRate_asFfmpeg();
    void convert_ogv_constantRate();
    void convert_fitAndRate();
    void convert_flashAndBeep_inSync();
    void convert_cut_isDamaged();
    void convert_cutButKept_warns();
    void convert_damagedInside_isDamaged();
    void convert_playlist_opensNothing();
    void convert_garbage_data();
    void convert_garbage();
    void convert_cancelled_stops();
    void convert_deviceFull_isNoSpace();
    void convert_rangeBackwards_isInvalid();
    void verify_changedFile_isNoticed_data();
    void verify_changedFile_isNoticed();
    void preview_position();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void makeBasic();

    QTemporaryDir m_folder;
    QString m_basic;
};

void TestVideoConverter::initTestCase()
{
    if (!hasFfmpeg())
        QSKIP("ffmpeg is needed to make the clips.");
    warmUpFamily();
    makeBasic();
}

// 4 s, 25 pictures a second, B frames, two languages, a cover, a subtitle, chapters.
void TestVideoConverter::makeBasic()
{
    saved(m_folder,
          ";FFMETADATA1\ntitle=Holiday\ndate=2019-07-04\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=One\n"
          "[CHAPTER]\nTIMEBASE=1/1000\nSTART=2000\nEND=4000\ntitle=Two\n",
          u"meta.txt"_s);
    saved(m_folder, "1\n00:00:01,000 --> 00:00:02,000\nHello\n", u"sub.srt"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=320x240:r=25:d=4 -frames:v 1 %1"_s.arg(path(u"cover.png"_s))));
    m_basic = path(u"basic.mkv"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=320x240:r=25:d=4 -f lavfi -i sine=f=440:d=4 -f lavfi -i sine=f=880:d=4 "
                     u"-i %1 -i %2 -map 0:v -map 1:a -map 2:a -map 3:s -map_metadata 4 -map_chapters 4 -c:v libx264 "
                     u"-bf 2 -g 50 -c:a aac -metadata:s:a:0 language=eng -metadata:s:a:1 language=ger "
                     u"-metadata:s:a:1 title=Kommentar -attach %3 -metadata:s:t mimetype=image/png %4"_s.arg(
                         path(u"sub.srt"_s), path(u"meta.txt"_s), path(u"cover.png"_s), m_basic)));
}

void TestVideoConverter::convert_everyBudget_sameFrames()
{
    QList<double> likeness;
    QList<qint64> sizes;
    for (const int threads : {1, 2, 4}) {
        const QString target = path(u"budget%1.mkv"_s.arg(threads));
        VideoTrial trial(m_basic, target, {.threads = threads});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        QCOMPARE(countFrames(target, "v:0"), 100);
        QVERIFY(std::ranges::is_sorted(trial.harness.progress.begin(), std::ranges::find(trial.harness.progress, 1.0)));
        likeness.append(psnr(m_basic, target));
        sizes.append(QFileInfo(target).size());
    }
    for (int i : {1, 2}) {
        QVERIFY2(std::abs(likeness[i] - likeness[0]) < 0.1, qPrintable(QString::number(likeness[i] - likeness[0])));
        QVERIFY2(double(sizes[i]) / double(sizes[0]) < 1.03,
                 qPrintable(QString::number(double(sizes[i]) / double(sizes[0]))));
    }
}

void TestVideoConverter::convert_output_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QByteArray>("streams");
    QTest::addColumn<QByteArray>("container");
    QTest::newRow("mp4") << u"mp4"_s << u"auto"_s << QByteArray("h264 aac aac") << QByteArray("mov,mp4,m4a,3gp,3g2,mj2");
    QTest::newRow("mkv h264") << u"mkv"_s << u"h264"_s << QByteArray("h264 aac aac") << QByteArray("matroska,webm");
    QTest::newRow("mkv hevc") << u"mkv"_s << u"hevc"_s << QByteArray("hevc aac aac") << QByteArray("matroska,webm");
    QTest::newRow("mp4 hevc") << u"mp4"_s << u"hevc"_s << QByteArray("hevc aac aac")
                              << QByteArray("mov,mp4,m4a,3gp,3g2,mj2");
    QTest::newRow("webm") << u"webm"_s << u"auto"_s << QByteArray("vp9 opus opus") << QByteArray("matroska,webm");
    QTest::newRow("mkv vp9") << u"mkv"_s << u"vp9"_s << QByteArray("vp9 opus opus") << QByteArray("matroska,webm");
    QTest::newRow("webm av1") << u"webm"_s << u"av1"_s << QByteArray("av1 opus opus") << QByteArray("matroska,webm");
    QTest::newRow("mkv av1") << u"mkv"_s << u"av1"_s << QByteArray("av1 opus opus") << QByteArray("matroska,webm");
    QTest::newRow("gif") << u"gif"_s << u"auto"_s << QByteArray("gif") << QByteArray("gif");
    QTest::newRow("opus") << u"opus"_s << u"auto"_s << QByteArray("opus") << QByteArray("ogg");
    QTest::newRow("mp3") << u"mp3"_s << u"auto"_s << QByteArray("mp3") << QByteArray("mp3");
    QTest::newRow("flac") << u"flac"_s << u"auto"_s << QByteArray("flac") << QByteArray("flac");
    QTest::newRow("m4a") << u"m4a"_s << u"auto"_s << QByteArray("aac") << QByteArray("mov,mp4,m4a,3gp,3g2,mj2");
}

void TestVideoConverter::convert_output()
{
    QFETCH(const QString, extension);
    QFETCH(const QString, codec);
    QFETCH(const QByteArray, streams);
    QFETCH(const QByteArray, container);
    for (const int threads : {1, 2}) {
        const QString target = path(u"table."_s + extension);
        const VideoTrial trial(m_basic, target,
                               {.options = {{u"codec"_s, codec}}, .threads = threads, .extension = extension});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        QVERIFY2(probeEntries(target, u"format=format_name"_s).contains(container),
                 probeEntries(target, u"format=format_name"_s).constData());
        if (codec == "hevc"_L1 && extension == "mp4"_L1) // as Apple's players want it
            QVERIFY(probeEntries(target, u"stream=codec_tag_string"_s).contains("hvc1"));
        // Chapters of MP4 are a track of text.
        QCOMPARE(probeEntries(target, u"stream=codec_name"_s).simplified().replace(" bin_data", "").replace(" png", ""),
                 streams);
        const double seconds = probeEntries(target, u"format=duration"_s).toDouble();
        QVERIFY2(std::abs(seconds - 4) < 0.1, qPrintable(QString::number(seconds)));
        if (countFrames(target, "V:0") >= 0) {
            QCOMPARE(countFrames(target, "v:0"), 100);
            const double likeness = psnr(m_basic, target);
            QVERIFY2(likeness > (extension == u"gif"_s ? 20 : 30), qPrintable(QString::number(likeness)));
        }
    }
}

void TestVideoConverter::convert_mp4_indexFirstAndChapters()
{
    const QString target = path(u"tags.mp4"_s);
    const VideoTrial trial(m_basic, target, {.extension = u"mp4"_s});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const QByteArray bytes = readFile(target);
    QVERIFY(bytes.indexOf("moov") > 0 && bytes.indexOf("moov") < bytes.indexOf("mdat"));
    const QByteArray languages = probeEntries(target, u"stream_tags=language"_s);
    QVERIFY2(languages.contains("eng") && (languages.contains("ger") || languages.contains("deu")), languages.constData());
    QVERIFY(probeEntries(target, u"format_tags=title,date"_s).contains("Holiday"));
    const QByteArray chapters = runTool(u"ffprobe -v error -show_chapters -of csv=p=0 %1"_s.arg(target)).out;
    QVERIFY2(chapters.contains("2.000000") && chapters.contains("Two"), chapters.constData());
}

void TestVideoConverter::convert_soundAlone_whereThereIsNone()
{
    const QString source = path(u"mute.mp4"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=160x120:r=25:d=1 -c:v libx264 %1"_s.arg(source)));
    const VideoTrial trial(source, path(u"mute.mp3"_s), {.extension = u"mp3"_s});
    QVERIFY(trial.error.has_value());
    QCOMPARE(trial.error->kind, ErrorKind::UnsupportedFormat);
    const VideoTrial contradiction(source, path(u"mute_out.mp4"_s),
                                   {.options = {{u"codec"_s, u"theora"_s}}, .extension = u"mp4"_s});
    QVERIFY(contradiction.error.has_value());
    QCOMPARE(contradiction.error->kind, ErrorKind::InvalidOption);
}

// A width or height of 0 goes to the edge.
void TestVideoConverter::convert_crop_fromOneSide()
{
    const QString target = path(u"crop.mkv"_s);
    for (const auto &[option, size] : {std::pair{u"crop_left"_s, "296,240"}, std::pair{u"crop_top"_s, "320,216"}}) {
        const VideoTrial trial(m_basic, target, {.options = {{option, 24}}});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        QVERIFY(probeEntries(target, u"stream=width,height"_s).contains(size));
        const VideoTrial copied(m_basic, target, {.options = {{u"codec"_s, u"copy"_s}, {option, 24}}});
        QVERIFY(copied.error.has_value());
        QCOMPARE(copied.error->kind, ErrorKind::InvalidOption);
    }
}

void TestVideoConverter::convert_crop_keepsThatPart_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QPoint>("place");
    QTest::addColumn<bool>("denoise");
    QTest::newRow("even") << u"yuv420p"_s << QPoint(40, 20) << false;
    QTest::newRow("odd") << u"yuv420p"_s << QPoint(11, 7) << false;
    QTest::newRow("10 bits") << u"yuv420p10le"_s << QPoint(40, 20) << false;
    QTest::newRow("10 bits, odd") << u"yuv420p10le"_s << QPoint(11, 7) << false;
    QTest::newRow("10 bits, odd, denoised") << u"yuv422p10le"_s << QPoint(11, 7) << true;
}

void TestVideoConverter::convert_crop_keepsThatPart()
{
    QFETCH(QString, format);
    QFETCH(QPoint, place);
    QFETCH(bool, denoise);
    const QString source = path(u"crop_source.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -an -sn -c:v ffv1 -pix_fmt %2 -t 0.4 %3"_s.arg(m_basic, format, source)));
    const QString target = path(u"crop.mkv"_s);
    const VideoTrial trial(source, target,
                           {.options = {{u"crop_left"_s, place.x()},
                                        {u"crop_top"_s, place.y()},
                                        {u"crop_width"_s, 100},
                                        {u"crop_height"_s, 60},
                                        {u"denoise"_s, denoise}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QVERIFY(probeEntries(target, u"stream=width,height"_s).contains("100,60"));
    const QString expected = path(u"crop_expected.mkv"_s);
    QVERIFY(makeClip(
        u"-i %1 -vf format=yuv420p,crop=100:60:%2:%3:exact=1 -c:v ffv1 %4"_s.arg(source).arg(place.x()).arg(place.y()).arg(
            expected)));
    QVERIFY2(psnr(expected, target) > 25, qPrintable(QString::number(psnr(expected, target))));
}

void TestVideoConverter::verify_changedPacket_isFound()
{
    const QString target = path(u"changed.mkv"_s);
    VideoTrial trial(m_basic, target, {.threads = 2});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QByteArray bytes = readFile(target);
    // In the middle of the longest packet: such a change may decode without any complaint.
    const QByteArray packets = runTool(u"ffprobe -v error -select_streams v:0 -show_entries packet=size,pos -of csv=p=0 %1"_s
                                           .arg(target))
                                   .out;
    const QByteArrayList last = packets.trimmed().split('\n').last().split(',');
    const qsizetype place = last.value(1).toLongLong() + last.value(0).toLongLong() / 2;
    QVERIFY(place > 0 && place < bytes.size());
    bytes[place] = char(bytes[place] ^ 0x10);
    QFile file(target);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const InputFile changed = InputFile::fromPath(target);
    const Result<void> verified = converterInFamily(u"video")->verify(
        changed.input().fd, throughCbor(trial.report.outputs.at(0)), trial.harness.context());
    QVERIFY(!verified);
    QCOMPARE(verified.error().kind, ErrorKind::VerificationFailed);
}

void TestVideoConverter::convert_budgetChangesMeanwhile_sameFrames()
{
    const InputFile input = InputFile::fromPath(m_basic);
    ConvertHarness harness;
    int reports = 0;
    harness.onProgress = [&](double) { harness.threads = ++reports / 7 % 3 + 1; };
    const Result<ConvertReport> report = converterInFamily(u"video")->convert(
        {.input = input.input(), .options = optionsFor(u"video"), .extension = u"mkv"_s}, harness.context());
    QVERIFY(report);
    const QString file = saved(m_folder, harness.outputBytes(0), u"changing.mkv"_s);
    QCOMPARE(countFrames(file, "v:0"), 100);
    QVERIFY(psnr(m_basic, file) > 25);
    const FileDescriptor written = reopenReadOnly(harness.outputs.at(0).fd());
    const Result<void> verified = converterInFamily(u"video")->verify(written.fd(), throughCbor(report->outputs.at(0)),
                                                                      harness.context());
    QVERIFY2(bool(verified), verified ? "" : qPrintable(verified.error().message));
}

void TestVideoConverter::convert_tracks_keepLanguageTitleChapters()
{
    const QString target = path(u"tracks.mkv"_s);
    const VideoTrial trial(m_basic, target);
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(probeEntries(target, u"stream=codec_name"_s).simplified(), QByteArray("theora vorbis vorbis png"));
    const QByteArray tags = probeEntries(target, u"stream_tags=language,title"_s);
    QVERIFY2(tags.contains("eng") && tags.contains("ger,Kommentar"), tags.constData());
    QVERIFY(probeEntries(target, u"format_tags=title,date"_s).contains("Holiday"));
    QVERIFY(probeEntries(target, u"format_tags=title,date"_s).contains("2019-07-04"));
    const QByteArray chapters = runTool(u"ffprobe -v error -show_chapters -of csv=p=0 %1"_s.arg(target)).out;
    QVERIFY2(chapters.contains("2.000000") && chapters.contains("Two"), chapters.constData());

    // Sound alone is called what the video is called.
    const QString alone = path(u"named.opus"_s);
    const VideoTrial sound(m_basic, alone, {.options = {{u"sound_tracks"_s, u"ger"_s}}, .extension = u"opus"_s});
    QVERIFY2(sound.ok(), sound.complaint().constData());
    const QByteArray titles = probeEntries(alone, u"stream_tags=title"_s);
    QVERIFY2(titles.contains("Holiday") && !titles.contains("Kommentar"), titles.constData());
}

void TestVideoConverter::convert_range_exactToTheFrame()
{
    const QString target = path(u"range.mkv"_s);
    const VideoTrial trial(m_basic, target, {.options = {{u"offset"_s, 1.4}, {u"duration"_s, 1.0}}, .threads = 2});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(countFrames(target, "v:0"), 25);
    // Frame 35 of the source comes first; its neighbours look different (the clip counts).
    const QString expected = path(u"expected.mkv"_s);
    QVERIFY(makeClip(
        u"-i %1 -vf trim=start_frame=35:end_frame=60,setpts=PTS-STARTPTS -an -sn -c:v ffv1 %2"_s.arg(m_basic, expected)));
    QVERIFY2(psnr(expected, target) > 27, qPrintable(QString::number(psnr(expected, target))));
    const double seconds = probeEntries(target, u"format=duration"_s).toDouble();
    QVERIFY2(std::abs(seconds - 1) < 0.05, qPrintable(QString::number(seconds)));
}

void TestVideoConverter::convert_oddSize_keepsPictureRegion()
{
    const QString source = path(u"odd.mkv"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=320x240:r=25:d=1,scale=161:97 -pix_fmt yuv420p -c:v ffv1 %1"_s.arg(source)));
    const QString target = path(u"odd_out.mkv"_s);
    const VideoTrial trial(source, target);
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QVERIFY(probeEntries(target, u"stream=width,height"_s).contains("161,97"));
    QVERIFY(psnr(source, target) > 25);
}

void TestVideoConverter::convert_channels_orderKept_data()
{
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QList<int>>("tones");
    QTest::addColumn<QString>("extension");
    QTest::addColumn<QList<int>>("expected");
    const QList<int> six{300, 500, 700, 60, 1100, 1300};
    const QList<int> five{300, 500, 700, 1100, 1300};
    const QList<int> seven{300, 500, 700, 60, 1100, 1300, 1500};
    for (const auto &extension : {u"mkv"_s, u"opus"_s, u"flac"_s})
        QTest::addRow("5.1, %s", qPrintable(extension)) << u"5.1"_s << six << extension << six;
    QTest::newRow("5.0, mkv") << u"5.0"_s << five << u"mkv"_s << five;
    // Silence for the low frequencies; the centre at the back from both sides.
    QTest::newRow("5.0, opus") << u"5.0"_s << five << u"opus"_s << QList<int>{300, 500, 700, 0, 1100, 1300};
    QTest::newRow("6.1, opus") << u"6.1"_s << seven << u"opus"_s << QList<int>{300, 500, 700, 60, 1100, 1100, 1300, 1500};
}

void TestVideoConverter::convert_channels_orderKept()
{
    QFETCH(QString, layout);
    QFETCH(QList<int>, tones);
    QFETCH(QString, extension);
    QFETCH(QList<int>, expected);
    // A tone of its own frequency on each loudspeaker.
    QStringList waves;
    for (const int tone : tones)
        waves.append(u"0.5*sin(2*PI*%1*t)"_s.arg(tone));
    const QString source = path(u"surround.mkv"_s);
    QVERIFY(makeClip({u"-f"_s, u"lavfi"_s, u"-i"_s, u"aevalsrc=%1:c=%2:d=1:s=48000"_s.arg(waves.join(u'|'), layout),
                      u"-c:a"_s, u"flac"_s, source}));
    const QString target = path(u"surround_out."_s + extension);
    const VideoTrial trial(source, target, {.options = {{u"audio_quality"_s, 8}}, .extension = extension});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    for (qsizetype channel = 0; channel < expected.size(); ++channel) {
        const ToolResult samples = runTool(u"ffmpeg"_s,
                                           {u"-v"_s, u"error"_s, u"-i"_s, target, u"-af"_s,
                                            u"pan=mono|c0=c%1"_s.arg(channel), u"-f"_s, u"s16le"_s, u"-"_s});
        QVERIFY(samples.ok);
        int crossings = 0;
        int loudest = 0;
        const auto *values = reinterpret_cast<const qint16 *>(samples.out.constData());
        const auto count = size_t(samples.out.size()) / 2;
        for (size_t i = 1; i < count; ++i) {
            crossings += (values[i - 1] < 0) != (values[i] < 0);
            loudest = std::max(loudest, std::abs(int(values[i])));
        }
        if (expected[channel] == 0) {
            QVERIFY2(loudest < 300, qPrintable(QString::number(loudest)));
            continue;
        }
        const double frequency = crossings / 2.0 / (double(count) / 48000);
        QVERIFY2(std::abs(frequency - expected[channel]) < 15,
                 qPrintable(u"channel %1: %2 Hz"_s.arg(channel).arg(frequency)));
    }
}

void TestVideoConverter::convert_soundOnly_isKept()
{
    const QString source = path(u"sound.mp4"_s);
    QVERIFY(makeClip(u"-f lavfi -i sine=d=2 -c:a aac %1"_s.arg(source)));
    const QString target = path(u"sound_out.mkv"_s);
    const VideoTrial trial(source, target);
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(probeEntries(target, u"stream=codec_name"_s), QByteArray("vorbis"));
    QVERIFY(std::abs(probeEntries(target, u"format=duration"_s).toDouble() - 2) < 0.1);
}

void TestVideoConverter::convert_sizeChanges_firstSizeStays()
{
    QByteArray joined;
    for (const auto &size : {u"320x240"_s, u"160x160"_s}) {
        const QString part = path(size + u".ts"_s);
        QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=%1:r=25:d=1 -c:v mpeg2video -q:v 3 %2"_s.arg(size, part)));
        joined += readFile(part);
    }
    const QString file = saved(m_folder, joined, u"changes.ts"_s);
    const QString target = path(u"changes_out.mkv"_s);
    const VideoTrial trial(file, target, {.threads = 2});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QVERIFY(probeEntries(target, u"stream=width,height"_s).contains("320,240"));
    QVERIFY(countFrames(target, "v:0") >= 48);
}

void TestVideoConverter::convert_variableRate_asFfmpeg()
{
    // Every picture is shown a little longer than the one before.
    const QString source = path(u"vfr.mkv"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=160x120:r=25:d=4 -vf setpts='PTS+N*N*0.0005/TB',settb=1/1000 "
                     u"-fps_mode vfr -c:v libx264 %1"_s.arg(source)));
    const QString reference = path(u"vfr_ref.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -c:v libtheora -q:v 6 %2"_s.arg(source, reference)));
    const auto times = [](const QString &file) {
        return runTool(u"ffprobe -v error -show_entries packet=pts -of csv=p=0 %1"_s.arg(file)).out;
    };
    for (const int threads : {1, 2}) {
        const QString target = path(u"vfr_out.mkv"_s);
        const VideoTrial trial(source, target, {.threads = threads});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        QCOMPARE(times(target), times(reference));
    }
}

void TestVideoConverter::convert_ogv_constantRate()
{
    const QString target = path(u"out.ogv"_s);
    const VideoTrial trial(m_basic, target, {.threads = 2, .extension = u"ogv"_s});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(probeEntries(target, u"format=format_name"_s), QByteArray("ogg"));
    QCOMPARE(countFrames(target, "v:0"), 100);
    QCOMPARE(probeEntries(target, u"stream=codec_name"_s).simplified(), QByteArray("theora vorbis vorbis"));
}

void TestVideoConverter::convert_fitAndRate()
{
    const QString target = path(u"fit.mkv"_s);
    const VideoTrial trial(m_basic, target, {.options = {{u"width"_s, 160}, {u"fps"_s, 10}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QVERIFY(probeEntries(target, u"stream=width,height"_s).contains("160,120"));
    QCOMPARE(countFrames(target, "v:0"), 40);
}

void TestVideoConverter::convert_flashAndBeep_inSync()
{
    // White from 2.0 to 2.2 s, a tone at the same time; MPEG-TS starts its clock at 1.4 s.
    const QString source = path(u"sync.ts"_s);
    QVERIFY(makeClip(u"-f lavfi "
                     u"-i color=black:s=160x120:r=50:d=4,drawbox=color=white:t=fill:enable='between(t,2,2.199)' "
                     u"-f lavfi -i aevalsrc='if(between(t,2,2.2),sin(2*PI*1000*t),0)':s=48000:d=4 -c:v libx264 -c:a aac "
                     u"%1"_s.arg(source)));
    const QString target = path(u"sync_out.mkv"_s);
    const VideoTrial trial(source, target, {.threads = 2});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const ToolResult flash = runTool(
        u"ffprobe -v error -f lavfi -i movie=%1,signalstats "
        u"-show_entries frame=pts_time:frame_tags=lavfi.signalstats.YAVG -of csv=p=0"_s.arg(target));
    double flashAt = -1;
    for (const QByteArray &line : flash.out.split('\n')) {
        const QByteArrayList fields = line.split(',');
        if (flashAt < 0 && fields.size() >= 2 && fields[1].toDouble() > 120)
            flashAt = fields[0].toDouble();
    }
    const ToolResult sound = runTool(
        u"ffmpeg -v error -i %1 -af aresample=async=1:first_pts=0 -ac 1 -ar 48000 -f s16le -"_s.arg(target));
    const auto *values = reinterpret_cast<const qint16 *>(sound.out.constData());
    const auto count = size_t(sound.out.size()) / 2;
    const auto *first = std::find_if(values, values + count, [](qint16 value) { return std::abs(int(value)) > 8000; });
    const double beepAt = double(first - values) / 48000;
    QVERIFY2(flashAt > 1.9 && std::abs(flashAt - beepAt) <= 0.02,
             qPrintable(u"flash %1 s, beep %2 s"_s.arg(flashAt).arg(beepAt)));
}

void TestVideoConverter::convert_cut_isDamaged()
{
    const QString whole = path(u"whole.mp4"_s);
    QVERIFY(makeClip(u"-i %1 -map 0:v -map 0:a -c copy -movflags +faststart %2"_s.arg(m_basic, whole)));
    for (const QString &source : {whole, m_basic}) {
        const QByteArray bytes = readFile(source);
        const QString file = saved(m_folder, bytes.left(bytes.size() * 2 / 3), u"cut."_s + QFileInfo(source).suffix());
        const VideoTrial trial(file, path(u"cut_out.mkv"_s));
        QVERIFY(trial.error.has_value());
        QCOMPARE(trial.error->kind, ErrorKind::DamagedInput);
    }
}

void TestVideoConverter::convert_cutButKept_warns()
{
    const QByteArray bytes = readFile(m_basic);
    const QString file = saved(m_folder, bytes.left(bytes.size() * 2 / 3), u"kept.mkv"_s);
    const QString target = path(u"kept_out.mkv"_s);
    const VideoTrial trial(file, target, {.options = {{u"keep_playable"_s, true}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QVERIFY(!trial.report.warnings.isEmpty());
    const int frames = countFrames(target, "v:0");
    QVERIFY2(frames > 30 && frames < 100, qPrintable(QString::number(frames)));
}

void TestVideoConverter::convert_damagedInside_isDamaged()
{
    const QString source = path(u"inside.mp4"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=640x480:r=25:d=4 -c:v libx264 -g 12 %1"_s.arg(source)));
    QByteArray bytes = readFile(source);
    QVERIFY(bytes.size() > 60'000);
    for (qsizetype i = bytes.size() / 2; i < bytes.size() / 2 + 8000; ++i)
        bytes[i] = char(i * 37);
    const QString file = saved(m_folder, bytes, u"inside_damaged.mp4"_s);
    const VideoTrial refused(file, path(u"inside_out.mkv"_s));
    QVERIFY(refused.error.has_value());
    QCOMPARE(refused.error->kind, ErrorKind::DamagedInput);
    const VideoTrial kept(file, path(u"inside_kept.mkv"_s), {.options = {{u"keep_playable"_s, true}}});
    QVERIFY2(kept.ok(), kept.complaint().constData());
    QVERIFY(countFrames(path(u"inside_kept.mkv"_s), "v:0") > 80);
}

void TestVideoConverter::convert_playlist_opensNothing()
{
    for (const QByteArray &playlist :
         {QByteArray("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n") + m_basic.toUtf8() + "\n#EXT-X-ENDLIST\n",
          QByteArray("ffconcat version 1.0\nfile '") + m_basic.toUtf8() + "'\n"}) {
        const QString file = saved(m_folder, playlist, u"list.mp4"_s);
        const VideoTrial trial(file, path(u"list_out.mkv"_s));
        QVERIFY(trial.error.has_value());
        QVERIFY(trial.error->kind == ErrorKind::DamagedInput || trial.error->kind == ErrorKind::UnsupportedFormat);
        QVERIFY(trial.harness.outputs.empty());
    }
}

void TestVideoConverter::convert_garbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("kind");
    QByteArray noise(50'000, Qt::Uninitialized);
    quint32 state = 1;
    for (char &byte : noise) {
        state = state * 1664525 + 1013904223;
        byte = char(state >> 24);
    }
    QTest::newRow("empty") << QByteArray() << QByteArray("a.mp4") << int(ErrorKind::DamagedInput);
    QTest::newRow("noise named mp4") << noise << QByteArray("a.mp4") << int(ErrorKind::DamagedInput);
    QTest::newRow("text") << QByteArray("Dear diary, today nothing happened.\n").repeated(100) << QByteArray("a.txt")
                          << int(ErrorKind::UnsupportedFormat);
    QTest::newRow("mp4 without index") << QByteArray::fromHex("000000186674797069736f6d0000020069736f6d6d703432")
            + QByteArray::fromHex("0000ff006d646174") + noise
                                       << QByteArray("a.mp4") << int(ErrorKind::DamagedInput);
    QTest::newRow("matroska header only") << QByteArray::fromHex("1a45dfa3934282888d6174726f736b614287810442858102")
                                          << QByteArray("a.mkv") << int(ErrorKind::DamagedInput);
}

void TestVideoConverter::convert_garbage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    QFETCH(int, kind);
    const InputFile input = InputFile::fromBytes(bytes, name);
    const Result<MediaInfo> info = converterInFamily(u"video")->probe(input.input());
    QVERIFY(!info);
    QCOMPARE(int(info.error().kind), kind);
    QVERIFY(!info.error().message.isEmpty());
    ConvertHarness harness;
    const Result<ConvertReport> report = converterInFamily(u"video")->convert(
        {.input = input.input(), .options = optionsFor(u"video"), .extension = u"mkv"_s}, harness.context());
    QVERIFY(!report);
    QCOMPARE(int(report.error().kind), kind);
}

void TestVideoConverter::convert_cancelled_stops()
{
    for (const int threads : {1, 2}) {
        const InputFile input = InputFile::fromPath(m_basic);
        ConvertHarness harness;
        harness.threads = threads;
        harness.stopAtProgress = 0.5;
        const Result<ConvertReport> report = converterInFamily(u"video")->convert(
            {.input = input.input(), .options = optionsFor(u"video"), .extension = u"mkv"_s}, harness.context());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    }
}

void TestVideoConverter::convert_deviceFull_isNoSpace()
{
    for (const int threads : {1, 2}) {
        const InputFile input = InputFile::fromPath(m_basic);
        ConvertHarness harness;
        harness.threads = threads;
        harness.outputDevice = "/dev/full";
        const Result<ConvertReport> report = converterInFamily(u"video")->convert(
            {.input = input.input(), .options = optionsFor(u"video"), .extension = u"mkv"_s}, harness.context());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::NoSpace);
    }
}

void TestVideoConverter::convert_rangeBackwards_isInvalid()
{
    const VideoTrial trial(m_basic, path(u"never.mkv"_s), {.options = {{u"offset"_s, 3}, {u"end"_s, 2}}});
    QVERIFY(trial.error.has_value());
    QCOMPARE(trial.error->kind, ErrorKind::InvalidOption);
}

void TestVideoConverter::verify_changedFile_isNoticed_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<QString>("change");
    for (const int threads : {1, 2}) {
        for (const QString &change : {u"cut"_s, u"zeroed"_s, u"frames"_s, u"track"_s, u"span"_s, u"sound"_s})
            QTest::addRow("%s on %d", qPrintable(change), threads) << threads << change;
    }
}

void TestVideoConverter::verify_changedFile_isNoticed()
{
    QFETCH(int, threads);
    QFETCH(QString, change);
    VideoTrial trial(m_basic, path(u"verified.mkv"_s), {.threads = threads});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QByteArray bytes = trial.harness.outputBytes(0);
    QVariantMap facts = trial.report.outputs.at(0);
    if (change == "cut"_L1)
        bytes.truncate(bytes.size() - bytes.size() / 10);
    else if (change == "zeroed"_L1)
        bytes.replace(bytes.size() / 2, 4096, QByteArray(4096, '\0'));
    else if (change == "frames"_L1)
        facts[u"frames"_s] = facts[u"frames"_s].toLongLong() + 1;
    else if (change == "track"_L1)
        facts[u"audio_tracks"_s] = 3;
    else if (change == "span"_L1)
        facts[u"span_us"_s] = facts[u"span_us"_s].toLongLong() + 200'000;
    else
        facts[u"audio_samples"_s] = QVariantList{176'400, 300'000};
    const InputFile changed = InputFile::fromBytes(bytes, "verified.mkv");
    const Result<void> verified = converterInFamily(u"video")->verify(changed.fd(), throughCbor(facts),
                                                                      trial.harness.context());
    QVERIFY(!verified);
    QCOMPARE(verified.error().kind, ErrorKind::VerificationFailed);
}

void TestVideoConverter::preview_position()
{
    // Black, then white.
    const QString source = path(u"halves.mp4"_s);
    QVERIFY(makeClip(u"-f lavfi -i color=black:s=320x240:r=25:d=4,drawbox=color=white:t=fill:enable='gte(t,2)' "
                     u"-c:v libx264 -g 25 %1"_s.arg(source)));
    for (const double position : {0.1, 0.9}) {
        const InputFile input = InputFile::fromPath(source);
        ConvertHarness harness;
        const Result<PreviewPicture> picture = converterInFamily(u"video")->preview(
            {.input = input.input(), .options = optionsFor(u"video"), .maximumSize = 64, .position = position},
            harness.context());
        QVERIFY(picture);
        QCOMPARE(QSize(picture->width, picture->height), QSize(64, 48));
        QCOMPARE(picture->rgba.size(), 64 * 48 * 4);
        QCOMPARE(uchar(picture->rgba[64 * 24 * 4 + 128]) > 128, position > 0.5);
    }
}

QTEST_GUILESS_MAIN(TestVideoConverter)
#include "tst_videoconverter.moc"
