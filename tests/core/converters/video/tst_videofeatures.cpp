// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ffmpegtool.h"

#include <QTest>

#include <cmath>
#include <webp/demux.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// 8-bit gray samples of one frame, scaled to 64×48.
QByteArray grayFrame(const QString &path, int frame)
{
    return runTool(u"ffmpeg -v error -nostdin -i %1 -vf select=eq(n\\,%2),scale=64:48:flags=area -frames:v 1 "
                   u"-pix_fmt gray -f rawvideo -"_s.arg(path)
                       .arg(frame))
        .out;
}

double meanDifference(const QByteArray &a, const QByteArray &b, int firstRow, int rows)
{
    double sum = 0;
    for (int i = firstRow * 64; i < (firstRow + rows) * 64; ++i)
        sum += std::abs(double(uchar(a[i])) - double(uchar(b[i])));
    return sum / (rows * 64);
}

// Integrated loudness (LUFS) and true peak (dBTP) as ffmpeg's own meter finds them.
std::pair<double, double> loudnessOf(const QString &path, int track)
{
    const QByteArray
        text = runTool(u"ffmpeg -nostdin -i %1 -map 0:a:%2 -af ebur128=peak=true -f null -"_s.arg(path).arg(track)).err;
    const QByteArray summary = text.mid(text.lastIndexOf("Summary:"));
    const auto value = [&summary](const char *key) {
        const qsizetype at = summary.indexOf(key) + qsizetype(qstrlen(key));
        return summary.mid(at).trimmed().split(' ').value(0).toDouble();
    };
    return {value("I:"), value("Peak:")};
}

} // namespace

/// What people ask for beside another codec: copies, subtitles, loudness, animations.
class TestVideoFeatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void copy_everyPacketIsTheSources_data();
    void copy_everyPacketIsTheSources();
    void copy_range_startsWithAKeyFrame();
    void copy_hiddenStart_isSaid();
    void copy_flacIntoMp4();
    void copy_decodesAsItsSource_data();
    void copy_decodesAsItsSource();
    void copy_hevcIntoMp4_appleKnowsIt();
    void fonts_kept();
    void title_oldLetters_isReadable();
    void copy_whatDoesNotFit_isRefused();
    void copy_changedPacket_isNoticed();
    void subtitles_kept_data();
    void subtitles_kept();
    void subtitles_drawn_onlyThenAndThere();
    void subtitles_none_isRefused();
    void loudness_reachesTarget();
    void loudness_quietWithPeaks_doesNotClip();
    void webp_plays();
    void soundTracks_chosen_data();
    void soundTracks_chosen();
    void flac_deepSource_keeps24Bits();
    void exactMotion_smallerAndNotWorse();
    void sound_oddRates_fit_data();
    void sound_oddRates_fit();
    void denoise_leavesLessNoise();
    void deinterlace_leavesNoCombs_data();
    void deinterlace_leavesNoCombs();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_source;
};

// 4 s, B frames, two languages, a subtitle from 1 s to 2 s.
void TestVideoFeatures::initTestCase()
{
    if (!hasFfmpeg())
        QSKIP("ffmpeg is needed to make the clips.");
    warmUpFamily();
    saved(m_folder, "1\n00:00:01,000 --> 00:00:02,000\nHello holiday\n", u"sub.srt"_s);
    m_source = path(u"source.mkv"_s);
    QVERIFY(makeClip(
        u"-f lavfi -i testsrc2=s=320x240:r=25:d=4 -f lavfi -i sine=f=440:d=4,volume=0.1 -f lavfi "
        u"-i sine=f=880:d=4 -i %1 -map 0:v -map 1:a -map 2:a -map 3:s -c:v libx264 -bf 2 -g 25 -c:a aac "
        u"-c:s srt -metadata:s:a:0 language=eng -metadata:s:a:1 language=ger %2"_s.arg(path(u"sub.srt"_s), m_source)));
}

void TestVideoFeatures::copy_everyPacketIsTheSources_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    for (const char *from : {"mkv", "mp4", "ts"}) {
        for (const char *to : {"mkv", "mp4"})
            QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to);
    }
}

void TestVideoFeatures::copy_everyPacketIsTheSources()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const QString source = path(u"copy_from."_s + from);
    QVERIFY(makeClip(u"-i %1 -map 0:v -map 0:a -c copy %2"_s.arg(m_source, source)));
    const QString target = path(u"copied."_s + to);
    const VideoTrial trial(source, target, {.options = {{u"codec"_s, u"copy"_s}}, .extension = to});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(probeEntries(target, u"stream=codec_name"_s).simplified(), QByteArray("h264 aac aac"));
    for (const char *stream : {"0:v:0", "0:a:0", "0:a:1"}) {
        QVERIFY(packetHashes(target, stream).size() >= 100);
        // A transport stream has its packets in another form; there the decoded pictures have to be the same.
        if (from != "ts"_L1)
            QCOMPARE(packetHashes(target, stream), packetHashes(source, stream));
    }
    QCOMPARE(psnr(source, target), 1000.0);
    QCOMPARE(countFrames(target, "v:0"), 100);
    const double seconds = probeEntries(target, u"format=duration"_s).toDouble();
    QVERIFY2(std::abs(seconds - 4) < 0.06, qPrintable(QString::number(seconds)));
}

void TestVideoFeatures::copy_range_startsWithAKeyFrame()
{
    const QString target = path(u"copied_part.mkv"_s);
    const VideoTrial trial(m_source, target, {.options = {{u"codec"_s, u"copy"_s}, {u"offset"_s, 1.5}, {u"end"_s, 3.0}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    // The key frame before 1.5 s is at 1 s; nothing follows 3 s but pictures that others refer to.
    const int frames = countFrames(target, "v:0");
    QVERIFY2(frames >= 50 && frames <= 54, qPrintable(QString::number(frames)));
    const QString expected = path(u"copied_expected.mkv"_s);
    QVERIFY(makeClip(
        u"-i %1 -vf trim=start_frame=25:end_frame=75,setpts=PTS-STARTPTS -an -sn -c:v ffv1 %2"_s.arg(m_source, expected)));
    QCOMPARE(psnr(expected, target, 50), 1000.0);
    const QByteArray starts = probeEntries(target, u"stream=start_time"_s);
    for (const QByteArray &line : starts.split('\n'))
        QVERIFY2(line.toDouble() < 0.05, starts.constData());
}

// What an edit list hides is there again where there are none.
void TestVideoFeatures::copy_hiddenStart_isSaid()
{
    const QString source = path(u"hidden.mp4"_s);
    QVERIFY(makeClip(u"-ss 1.7 -i %1 -map 0:v -map 0:a:0 -c copy %2"_s.arg(m_source, source)));
    for (const QString &extension : {u"mp4"_s, u"mkv"_s}) {
        const VideoTrial trial(source, path(u"hidden_out."_s + extension),
                               {.options = {{u"codec"_s, u"copy"_s}}, .extension = extension});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        QCOMPARE(trial.report.warnings.size(), extension == "mkv"_L1 ? 1 : 0);
    }
}

void TestVideoFeatures::copy_flacIntoMp4()
{
    const QString source = path(u"lossless.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -map 0:v -map 0:a:0 -c:v copy -c:a flac %2"_s.arg(m_source, source)));
    const QString target = path(u"lossless.mp4"_s);
    const VideoTrial trial(source, target, {.options = {{u"codec"_s, u"copy"_s}}, .extension = u"mp4"_s});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(packetHashes(target, "0:a:0"), packetHashes(source, "0:a:0"));
}

// What pictures look like may be in the container's word for them alone, and their shape in two places.
void TestVideoFeatures::copy_decodesAsItsSource_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("coding");
    const auto row = [](const char *name, const QString &file, const QStringList &coding) {
        QTest::newRow(name) << file << QStringList{u"-c:v"_s} + coding;
    };
    row("DV", u"copy.avi"_s, {u"dvvideo"_s, u"-s"_s, u"720x576"_s, u"-pix_fmt"_s, u"yuv420p"_s});
    row("Ut Video", u"copy.avi"_s, {u"utvideo"_s, u"-pix_fmt"_s, u"yuv420p"_s});
    row("ProRes 4444", u"copy.mov"_s, {u"prores_ks"_s, u"-pix_fmt"_s, u"yuva444p10le"_s});
    row("not coded", u"copy.mov"_s, {u"rawvideo"_s, u"-pix_fmt"_s, u"yuyv422"_s});
}

void TestVideoFeatures::copy_decodesAsItsSource()
{
    QFETCH(QString, name);
    QFETCH(QStringList, coding);
    const QString source = path(name);
    QVERIFY(makeClip(QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=320x240:r=25:d=0.2"_s} + coding
                     + QStringList{source}));
    const QString target = path(u"copy.mkv"_s);
    const VideoTrial trial(source, target, {.options = {{u"codec"_s, u"copy"_s}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const auto pictures = [](const QString &file) {
        return runTool(u"ffmpeg -v error -nostdin -i %1 -f md5 -"_s.arg(file)).out;
    };
    QVERIFY(!pictures(source).isEmpty());
    QCOMPARE(pictures(target), pictures(source));
}

void TestVideoFeatures::copy_hevcIntoMp4_appleKnowsIt()
{
    const QString source = path(u"hevc.mkv"_s);
    QVERIFY(
        makeClip(u"-f lavfi -i testsrc2=s=320x240:r=25:d=0.2 -c:v libx265 -x265-params log-level=none %1"_s.arg(source)));
    const QString target = path(u"hevc.mp4"_s);
    const VideoTrial trial(source, target, {.options = {{u"codec"_s, u"copy"_s}}, .extension = u"mp4"_s});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(probeEntries(target, u"stream=codec_tag_string"_s), "hvc1"_ba);
}

// What subtitles are drawn with.
void TestVideoFeatures::fonts_kept()
{
    const QString font = saved(m_folder, QByteArray(5000, 'f') + "end", u"letters.ttf"_s);
    const QString source = path(u"fonts.mkv"_s);
    QVERIFY(
        makeClip(u"-i %1 -map 0:v -map 0:s -c copy -attach %2 -metadata:s:t mimetype=application/x-truetype-font %3"_s.arg(
            m_source, font, source)));
    for (const QString &codec : {u"copy"_s, u"theora"_s}) {
        const QString target = path(u"kept.mkv"_s);
        const VideoTrial trial(source, target, {.options = {{u"codec"_s, codec}, {u"subtitles"_s, u"copy"_s}}});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        const QString found = path(u"found.ttf"_s);
        QFile::remove(found);
        runTool(u"ffmpeg -v error -nostdin -dump_attachment:t:0 %1 -i %2"_s.arg(found, target));
        QCOMPARE(readFile(found), readFile(font));
    }
}

void TestVideoFeatures::title_oldLetters_isReadable()
{
    const QString source = path(u"letters.avi"_s);
    QVERIFY(makeClip(u"-i %1 -map 0:v -c:v mpeg4 -metadata title=GrXXe %2"_s.arg(m_source, source)));
    QFile file(source);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 place = file.peek(file.size()).indexOf("GrXXe");
    QVERIFY(place > 0 && file.seek(place + 2) && file.write("\xF6\xDF") == 2);
    file.close();
    const QString target = path(u"letters.mkv"_s);
    const VideoTrial trial(source, target);
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QCOMPARE(probeEntries(target, u"format_tags=title"_s), "Größe"_ba);
}

void TestVideoFeatures::copy_whatDoesNotFit_isRefused()
{
    const QString real = path(u"real.rm"_s); // the muxer says so only when it is asked to begin
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=352x288:r=25:d=0.2 -c:v rv20 %1"_s.arg(real)));
    const VideoTrial old(real, path(u"never.mkv"_s), {.options = {{u"codec"_s, u"copy"_s}}});
    QVERIFY(old.error.has_value());
    QCOMPARE(old.error->kind, ErrorKind::UnsupportedFormat);
    QVERIFY2(old.error->message.contains(u"rv20"_s), old.complaint().constData());
    const VideoTrial trial(m_source, path(u"never.webm"_s), {.options = {{u"codec"_s, u"copy"_s}}, .extension = u"webm"_s});
    QVERIFY(trial.error.has_value());
    QCOMPARE(trial.error->kind, ErrorKind::UnsupportedFormat);
    QVERIFY2(trial.error->message.contains(u"h264"_s), trial.complaint().constData());
    const VideoTrial changed(m_source, path(u"never.mkv"_s), {.options = {{u"codec"_s, u"copy"_s}, {u"width"_s, 160}}});
    QVERIFY(changed.error.has_value());
    QCOMPARE(changed.error->kind, ErrorKind::InvalidOption);
    const VideoTrial picture(m_source, path(u"never.gif"_s), {.options = {{u"codec"_s, u"copy"_s}}, .extension = u"gif"_s});
    QVERIFY(picture.error.has_value());
    QCOMPARE(picture.error->kind, ErrorKind::InvalidOption);
}

void TestVideoFeatures::copy_changedPacket_isNoticed()
{
    VideoTrial trial(m_source, path(u"copied.mkv"_s), {.options = {{u"codec"_s, u"copy"_s}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    QByteArray bytes = trial.harness.outputBytes(0);
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 0x10);
    const InputFile changed = InputFile::fromBytes(bytes, "copied.mkv");
    const Result<void> verified = converterInFamily(u"video")->verify(changed.fd(), throughCbor(trial.report.outputs.at(0)),
                                                                      trial.harness.context());
    QVERIFY(!verified);
    QCOMPARE(verified.error().kind, ErrorKind::VerificationFailed);
}

void TestVideoFeatures::subtitles_kept_data()
{
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QString>("extension");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("theora mkv") << u"theora"_s << u"mkv"_s << QByteArray("subrip");
    QTest::newRow("copy mkv") << u"copy"_s << u"mkv"_s << QByteArray("subrip");
    QTest::newRow("h264 mp4") << u"h264"_s << u"mp4"_s << QByteArray("mov_text");
    QTest::newRow("vp9 webm") << u"vp9"_s << u"webm"_s << QByteArray("webvtt");
    QTest::newRow("ogv has none") << u"auto"_s << u"ogv"_s << QByteArray();
}

void TestVideoFeatures::subtitles_kept()
{
    QFETCH(QString, codec);
    QFETCH(QString, extension);
    QFETCH(QByteArray, kept);
    const QString target = path(u"subtitled."_s + extension);
    const VideoTrial trial(m_source, target,
                           {.options = {{u"codec"_s, codec}, {u"subtitles"_s, u"copy"_s}}, .extension = extension});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const QByteArray found = runTool(
                                 u"ffprobe -v error -select_streams s -show_entries stream=codec_name -of csv=p=0 %1"_s.arg(
                                     target))
                                 .out.trimmed();
    QCOMPARE(found, kept);
    QCOMPARE(trial.report.warnings.isEmpty(), !kept.isEmpty());
    if (kept.isEmpty())
        return;
    const QByteArray text = runTool(u"ffmpeg -v error -copyts -i %1 -map 0:s:0 -f srt -"_s.arg(target)).out;
    // The pictures of the source start with the same few milliseconds, which the sound's encoder needs.
    static const QRegularExpression times(u"00:00:01,0[0-9]{2} --> 00:00:02,0[0-9]{2}\\s+Hello holiday"_s);
    QVERIFY2(times.match(QString::fromUtf8(text)).hasMatch(), text.constData());
}

void TestVideoFeatures::subtitles_drawn_onlyThenAndThere()
{
    // With an offset, so that a shift by it shows.
    const QJsonObject part{{u"offset"_s, 0.4}, {u"quality"_s, 9}};
    QJsonObject drawn = part;
    drawn[u"subtitles"_s] = u"burn"_s;
    const QString plain = path(u"plain.mkv"_s);
    const QString target = path(u"drawn.mkv"_s);
    for (const auto &[file, options] : {std::pair(plain, part), std::pair(target, drawn)}) {
        const VideoTrial trial(m_source, file, {.options = options});
        QVERIFY2(trial.ok(), trial.complaint().constData());
    }
    QCOMPARE(probeEntries(target, u"stream=codec_type"_s).count("subtitle"), 0);
    QCOMPARE(countFrames(target, "v:0"), 90);
    // Shown from 1 s to 2 s of the source: frames 15 to 39 of the output, in its lower quarter.
    for (const int frame : {13, 17, 37, 42}) {
        const QByteArray with = grayFrame(target, frame);
        const QByteArray without = grayFrame(plain, frame);
        QCOMPARE(with.size(), 64 * 48);
        const bool shown = frame > 15 && frame < 40;
        const double below = meanDifference(with, without, 36, 12);
        QVERIFY2((below > 1) == shown, qPrintable(u"frame %1: %2"_s.arg(frame).arg(below)));
        QVERIFY(meanDifference(with, without, 0, 30) < 0.5);
    }
}

void TestVideoFeatures::subtitles_none_isRefused()
{
    const VideoTrial trial(m_source, path(u"never.mkv"_s),
                           {.options = {{u"subtitles"_s, u"burn"_s}, {u"subtitle_track"_s, 2}}});
    QVERIFY(trial.error.has_value());
    QCOMPARE(trial.error->kind, ErrorKind::UnsupportedFormat);
}

void TestVideoFeatures::loudness_reachesTarget()
{
    for (const auto &extension : {u"mp4"_s, u"mkv"_s}) {
        const QString target = path(u"loud."_s + extension);
        const VideoTrial trial(m_source, target, {.options = {{u"loudness"_s, -23}}, .extension = extension});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        for (const int track : {0, 1}) {
            const auto [lufs, peak] = loudnessOf(target, track);
            QVERIFY2(std::abs(lufs + 23) <= 0.5, qPrintable(u"track %1: %2 LUFS"_s.arg(track).arg(lufs)));
            QVERIFY(peak < -0.5);
        }
        QVERIFY(trial.report.columns.contains(u"gain_db"_s));
    }
}

void TestVideoFeatures::loudness_quietWithPeaks_doesNotClip()
{
    const QString source = path(u"peaks.mkv"_s);
    QVERIFY(makeClip(u"-f lavfi "
                     u"-i aevalsrc='if(lt(mod(t,1),0.005),0.9*sin(2*PI*1000*t),0.01*sin(2*PI*400*t))':s=48000:d=6 "
                     u"-c:a pcm_s16le %1"_s.arg(source)));
    const QString target = path(u"peaks.flac"_s);
    const VideoTrial trial(source, target, {.options = {{u"loudness"_s, -10}}, .extension = u"flac"_s});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const double peak = loudnessOf(target, 0).second;
    QVERIFY2(peak <= -0.8 && peak > -1.5, qPrintable(QString::number(peak)));
}

void TestVideoFeatures::webp_plays()
{
    const QString target = path(u"moving.webp"_s);
    const VideoTrial trial(
        m_source, target,
        {.options = {{u"offset"_s, 1}, {u"duration"_s, 2}, {u"fps"_s, 10}, {u"width"_s, 160}}, .extension = u"webp"_s});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const QByteArray bytes = readFile(target);
    const WebPData data{reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())};
    WebPAnimDecoder *decoder = WebPAnimDecoderNew(&data, nullptr);
    QVERIFY(decoder);
    WebPAnimInfo info{};
    QVERIFY(WebPAnimDecoderGetInfo(decoder, &info));
    QCOMPARE(info.canvas_width, 160U);
    QCOMPARE(info.canvas_height, 120U);
    QCOMPARE(info.frame_count, 20U);
    QCOMPARE(info.loop_count, 0U); // for ever
    uint8_t *pixels = nullptr;
    int endMs = 0;
    QVERIFY(WebPAnimDecoderGetNext(decoder, &pixels, &endMs));
    QCOMPARE(endMs, 100);
    // The first picture is that of the source at 1 s.
    const QByteArray
        expected = runTool(
                       u"ffmpeg -v error -i %1 -vf select=eq(n\\,25),scale=160:120 -frames:v 1 -pix_fmt rgba -f rawvideo "
                       u"-"_s.arg(m_source))
                       .out;
    QCOMPARE(expected.size(), 160 * 120 * 4);
    double squares = 0;
    for (int i = 0; i < expected.size(); ++i)
        squares += std::pow(double(uchar(expected[i])) - pixels[i], 2);
    const double likeness = 10 * std::log10(255.0 * 255.0 * double(expected.size()) / squares);
    WebPAnimDecoderDelete(decoder);
    QVERIFY2(likeness > 22, qPrintable(QString::number(likeness)));

    QByteArray broken = bytes;
    broken.truncate(broken.size() * 2 / 3);
    const InputFile changed = InputFile::fromBytes(broken, "moving.webp");
    ConvertHarness harness;
    QVERIFY(!converterInFamily(u"video")->verify(changed.fd(), throughCbor(trial.report.outputs.at(0)), harness.context()));
}

void TestVideoFeatures::soundTracks_chosen_data()
{
    QTest::addColumn<QString>("tracks");
    QTest::addColumn<QByteArray>("languages");
    QTest::addColumn<bool>("warns");
    QTest::newRow("all") << u"all"_s << QByteArray("eng ger") << false;
    QTest::newRow("second") << u"2"_s << QByteArray("ger") << false;
    QTest::newRow("language") << u"eng"_s << QByteArray("eng") << false;
    QTest::newRow("none") << u"no"_s << QByteArray() << false;
    QTest::newRow("absent") << u"fre"_s << QByteArray() << true;
}

void TestVideoFeatures::soundTracks_chosen()
{
    QFETCH(QString, tracks);
    QFETCH(QByteArray, languages);
    QFETCH(bool, warns);
    const QString target = path(u"tracks.mkv"_s);
    const VideoTrial trial(m_source, target, {.options = {{u"sound_tracks"_s, tracks}, {u"duration"_s, 1}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const QByteArray found = runTool(
                                 u"ffprobe -v error -select_streams a -show_entries stream_tags=language -of csv=p=0 %1"_s
                                     .arg(target))
                                 .out.simplified();
    QCOMPARE(found, languages);
    QCOMPARE(!trial.report.warnings.isEmpty(), warns);
}

void TestVideoFeatures::flac_deepSource_keeps24Bits()
{
    // A tone below the 16th bit, at the highest rate that converters of sound have.
    const QString source = path(u"deep.mkv"_s);
    QVERIFY(makeClip(u"-f lavfi -i aevalsrc='0.00001*sin(2*PI*440*t)':s=384000:d=1 -c:a pcm_s24le %1"_s.arg(source)));
    const QString target = path(u"deep.flac"_s);
    const VideoTrial trial(source, target, {.extension = u"flac"_s});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const auto samples = [](const QString &file) { return runTool(u"ffmpeg -v error -i %1 -f s24le -"_s.arg(file)).out; };
    QCOMPARE(samples(target), samples(source));
    QVERIFY(samples(target).count('\0') < samples(target).size() * 3 / 4);
    const QString shallow = path(u"shallow.flac"_s);
    QVERIFY(VideoTrial(m_source, shallow, {.extension = u"flac"_s}).ok());
    QCOMPARE(probeEntries(shallow, u"stream=sample_fmt"_s), QByteArray("s16"));
}

void TestVideoFeatures::exactMotion_smallerAndNotWorse()
{
#ifndef CONVOY_THEORA_SOURCE
    QSKIP("Built with the system's libtheora.");
#endif
    const QString source = path(u"half_pixels.mkv"_s); // it goes half a pixel to the right with every picture
    QVERIFY(makeClip(u"-f lavfi -i mandelbrot=s=704x512:r=25:end_scale=0.3:start_scale=0.3 "
                     u"-vf crop=640:480:n:8,scale=320:240:flags=area -t 2 -c:v ffv1 %1"_s.arg(source)));
    QList<qint64> sizes;
    QList<double> likeness;
    for (const bool exact : {false, true}) {
        const QString target = path(u"half_pixels_out.mkv"_s);
        const VideoTrial trial(source, target, {.options = {{u"exact_motion"_s, exact}}});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        sizes.append(QFileInfo(target).size());
        likeness.append(psnr(source, target));
    }
    QVERIFY2(sizes[1] < sizes[0] * 0.95, qPrintable(u"%1 bytes, then %2"_s.arg(sizes[0]).arg(sizes[1])));
    QVERIFY2(likeness[1] > likeness[0] - 0.05, qPrintable(u"%1 dB, then %2 dB"_s.arg(likeness[0]).arg(likeness[1])));
}

void TestVideoFeatures::sound_oddRates_fit_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<QString>("extension");
    QTest::addColumn<int>("fitting");
    QTest::newRow("old QuickTime") << 22'255 << u"mp4"_s << 24'000;
    QTest::newRow("older QuickTime") << 11'127 << u"m4a"_s << 12'000;
    QTest::newRow("kept by AAC") << 44'100 << u"mp4"_s << 44'100;
    QTest::newRow("kept by FLAC") << 22'255 << u"flac"_s << 22'255;
    QTest::newRow("no tens") << 65'537 << u"flac"_s << 65'540;
    QTest::newRow("too many") << 705'600 << u"flac"_s << 352'800;
}

// Rates that an encoder does not take become the next that it does, and where nothing should be lost that is said.
void TestVideoFeatures::sound_oddRates_fit()
{
    QFETCH(int, rate);
    QFETCH(QString, extension);
    QFETCH(int, fitting);
    const QString source = path(u"rate.mov"_s);
    QVERIFY(makeClip({u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=64x64:r=10:d=1"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                      u"sine=d=1:r=%1"_s.arg(rate), u"-c:v"_s, u"mjpeg"_s, u"-c:a"_s, u"pcm_s16le"_s, source}));
    const QString target = path(u"rate."_s + extension);
    const VideoTrial trial(source, target, {.extension = extension});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const QByteArray found = runTool(u"ffprobe"_s,
                                     {u"-v"_s, u"error"_s, u"-select_streams"_s, u"a"_s, u"-show_entries"_s,
                                      u"stream=sample_rate"_s, u"-of"_s, u"csv=p=0"_s, target})
                                 .out.trimmed();
    QCOMPARE(found.toInt(), fitting);
    QCOMPARE(trial.report.warnings.size(), extension == "flac"_L1 && fitting != rate ? 1 : 0);
}

void TestVideoFeatures::denoise_leavesLessNoise()
{
    const QString clean = path(u"clean.mkv"_s);
    const QString noisy = path(u"noisy.mkv"_s);
    const QString picture = u"gradients=s=320x240:r=25:d=2:speed=0.01:seed=3"_s;
    QVERIFY(makeClip(u"-f lavfi -i %1 -pix_fmt yuv420p -c:v ffv1 %2"_s.arg(picture, clean)));
    QVERIFY(makeClip(u"-i %1 -vf noise=alls=12:allf=t:all_seed=5 -c:v ffv1 %2"_s.arg(clean, noisy)));
    QList<double> likeness;
    for (const bool denoise : {false, true}) {
        const QString target = path(u"denoised.mkv"_s);
        const VideoTrial trial(noisy, target, {.options = {{u"denoise"_s, denoise}, {u"quality"_s, 9}}});
        QVERIFY2(trial.ok(), trial.complaint().constData());
        likeness.append(psnr(clean, target));
    }
    QVERIFY2(likeness[1] > likeness[0] + 0.5, qPrintable(u"%1 dB, then %2 dB"_s.arg(likeness[0]).arg(likeness[1])));
}

void TestVideoFeatures::deinterlace_leavesNoCombs_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<bool>("flagged");
    QTest::addColumn<bool>("clean");
    QTest::newRow("by flag") << u"auto"_s << true << true;
    QTest::newRow("not flagged") << u"auto"_s << false << false;
    QTest::newRow("never") << u"off"_s << true << false;
    QTest::newRow("always") << u"all"_s << false << true;
}

void TestVideoFeatures::deinterlace_leavesNoCombs()
{
    QFETCH(QString, choice);
    QFETCH(bool, flagged);
    QFETCH(bool, clean);
    // A bar that moves sideways, so that odd and even lines have it at different places.
    const QString source = path(u"laced.mpg"_s);
    QVERIFY(makeClip(u"-f lavfi -i color=black:s=320x240:r=50:d=2,drawbox=x=0:y=0:w=40:h=240:color=white:t=fill,"
                     u"scroll=h=-0.03,tinterlace=mode=interleave_top,setfield=%1 -c:v mpeg2video -q:v 2 -flags %2 %3"_s.arg(
                         flagged ? u"tff"_s : u"prog"_s, flagged ? u"+ildct+ilme"_s : u"+bitexact"_s, source)));
    const QString target = path(u"laced_out.mkv"_s);
    const VideoTrial trial(source, target, {.options = {{u"deinterlace"_s, choice}, {u"quality"_s, 10}}});
    QVERIFY2(trial.ok(), trial.complaint().constData());
    const QByteArray frame = runTool(u"ffmpeg -v error -i %1 -vf select=eq(n\\,20) -frames:v 1 -pix_fmt gray -f rawvideo -"_s
                                         .arg(target))
                                 .out;
    QCOMPARE(frame.size(), 320 * 240);
    // Combs: a line unlike both of its neighbours, which are like each other.
    int combs = 0;
    for (int y = 50; y < 190; ++y) {
        for (int x = 0; x < 320; ++x) {
            const auto at = [&frame, x](int row) { return int(uchar(frame[row * 320 + x])); };
            combs += std::abs(at(y - 1) - at(y + 1)) < 40 && std::abs(at(y) - at(y - 1)) > 100 ? 1 : 0;
        }
    }
    QVERIFY2((combs < 50) == clean, qPrintable(QString::number(combs)));
}

QTEST_GUILESS_MAIN(TestVideoFeatures)
#include "tst_videofeatures.moc"
