// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "barcodes.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double offset = 3.1;
constexpr double duration = 2;

} // namespace

/// A part of a video begins and ends with the pictures that were asked for, whatever its container knows of key frames.
class TestVideoParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void encoded_data();
    void encoded();
    void lateKeyFrame_data();
    void lateKeyFrame() { encoded(); }
    void noTimes();
    void start_pastTheEnd_isSaid();
    void chapters_data();
    void chapters();
    void copied_data() { encoded_data(); }
    void copied();
    void verify_stretchedCopy_isNoticed();
    void preview_data() { encoded_data(); }
    void preview();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString source();
    /// Number and time of every picture of the source, from the start of the file.
    QList<QPair<int, double>> pictures(const QString &file);

    QTemporaryDir m_folder;
};

void TestVideoParts::initTestCase()
{
    if (!hasFfmpeg())
        QSKIP("ffmpeg is not installed.");
    QVERIFY(makeClip(numberedPictures() + QStringList{u"-t"_s, u"8"_s, u"-c:v"_s, u"ffv1"_s, path(u"pictures.mkv"_s)}));
}

void TestVideoParts::encoded_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QStringList>("coding");
    const auto rows = [](const char *name, const QList<const char *> &endings, const char *coding) {
        for (const char *ending : endings)
            QTest::addRow("%s in %s", name, ending)
                << QString::fromLatin1(ending) << QString::fromLatin1(coding).split(u' ');
    };
    rows("one group", {"mp4", "mov", "mkv", "flv", "ts", "m2ts"}, "-c:v libx264 -g 250 -bf 0 -c:a aac");
    rows("reordered", {"mp4", "mkv", "flv", "ts"}, "-c:v libx264 -x264-params keyint=60:bframes=3:scenecut=0 -c:a aac");
    rows("open groups", {"mp4", "mkv", "ts"},
         "-c:v libx264 -x264-params open-gop=1:keyint=50:bframes=3:scenecut=0 -c:a aac");
    rows("open groups HEVC", {"mp4", "mkv", "ts"},
         "-c:v libx265 -x265-params log-level=error:open-gop=1:keyint=50:bframes=3:scenecut=0 -c:a aac");
    rows("MPEG-2", {"mpg", "ts", "mkv"}, "-c:v mpeg2video -g 60 -bf 2 -c:a mp2");
    rows("MPEG-4", {"avi", "3gp"}, "-c:v mpeg4 -g 60 -c:a aac");
    rows("Theora", {"ogv", "mkv"}, "-c:v libtheora -g 64 -q:v 6 -c:a libvorbis");
    rows("VP9", {"webm"}, "-c:v libvpx-vp9 -g 60 -b:v 400k -deadline realtime -cpu-used 8 -c:a libopus");
    rows("WMV", {"wmv"}, "-c:v wmv2 -g 60 -c:a wmav2");
    rows("changing rate", {"mp4", "mkv", "ts"},
         "-vf select='not(eq(mod(n,5),2))' -fps_mode vfr -c:v libx264 -g 250 -c:a aac");
}

QString TestVideoParts::source()
{
    QFETCH(QString, ending);
    QFETCH(QStringList, coding);
    QString name = QString::fromLatin1(QTest::currentDataTag()) + u'.' + ending;
    const QString file = path(name.replace(u' ', u'-'));
    const bool made = QFile::exists(file)
        || makeClip(QStringList{u"-i"_s, path(u"pictures.mkv"_s), u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=440:r=48000:d=8"_s}
                    + coding + QStringList{file});
    return made ? file : QString();
}

QList<QPair<int, double>> TestVideoParts::pictures(const QString &file)
{
    const double start = probeEntries(file, u"format=start_time"_s).toDouble();
    const QList<int> numbers = pictureNumbers(file);
    const QList<double> times = pictureTimes(file);
    QList<QPair<int, double>> all;
    for (qsizetype i = 0; i < std::min(numbers.size(), times.size()); ++i)
        all.append({numbers[i], times[i] - start});
    return all;
}

void TestVideoParts::encoded()
{
    const QString file = source();
    QVERIFY(!file.isEmpty());
    QList<int> wanted;
    const auto all = pictures(file);
    for (const auto &[number, time] : all) {
        if (time > offset - 0.0005 && time < offset + duration - 0.0005)
            wanted.append(number);
    }
    QVERIFY(wanted.size() >= 38);
    const QString target = path(u"part.mkv"_s);
    const VideoTrial run(file, target, {.options = {{u"offset"_s, offset}, {u"duration"_s, duration}}, .threads = 2});
    QVERIFY2(run.ok(), run.complaint().constData());
    QCOMPARE(pictureNumbers(target), wanted);
}

// AVI does not say when reordered pictures are shown.
void TestVideoParts::lateKeyFrame_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QStringList>("coding");
    QTest::newRow("late key frame") << u"avi"_s << u"-c:v mpeg4 -bf 2 -g 77 -sc_threshold 1000000000 -c:a mp3"_s.split(u' ');
}

// A bare stream is counted from its first picture.
void TestVideoParts::noTimes()
{
    const QString file = path(u"bare.h264"_s);
    QVERIFY(makeClip(u"-i %1 -c:v libx264 -g 50 -bf 0 %2"_s.arg(path(u"pictures.mkv"_s), file)));
    const QString target = path(u"part.mkv"_s);
    const VideoTrial run(file, target, {.options = {{u"offset"_s, offset}, {u"duration"_s, duration}}});
    QVERIFY2(run.ok(), run.complaint().constData());
    const QList<int> numbers = pictureNumbers(target);
    QCOMPARE(numbers.size(), 50);
    QCOMPARE(numbers.first(), 78);
    QCOMPARE(numbers.last(), 127);
}

void TestVideoParts::start_pastTheEnd_isSaid()
{
    const QString file = path(u"short.mp4"_s);
    QVERIFY(makeClip(u"-i %1 -f lavfi -i sine=d=2 -t 2 -c:v libx264 -c:a aac %2"_s.arg(path(u"pictures.mkv"_s), file)));
    for (const auto &[codec, extension] : {std::pair(u"auto"_s, u"mkv"_s), {u"copy"_s, u"mkv"_s}, {u"auto"_s, u"mp3"_s}}) {
        const VideoTrial run(file, path(u"never"_s),
                             {.options = {{u"codec"_s, codec}, {u"offset"_s, 30}}, .extension = extension});
        QVERIFY(run.error);
        QCOMPARE(run.error->kind, ErrorKind::InvalidOption);
    }
}

void TestVideoParts::chapters_data()
{
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QString>("extension");
    QTest::addColumn<bool>("hasEnds");
    for (const auto &[codec, extension, hasEnds] : {std::tuple("auto", "mkv", true),
                                                    {"auto", "mp4", true},
                                                    {"vp9", "webm", true},
                                                    {"auto", "ogv", false},
                                                    {"auto", "opus", false},
                                                    {"auto", "mp3", true},
                                                    {"auto", "flac", false},
                                                    {"auto", "m4a", true},
                                                    {"copy", "mkv", true},
                                                    {"copy", "mp4", true}})
        QTest::addRow("%s in %s", codec, extension)
            << QString::fromLatin1(codec) << QString::fromLatin1(extension) << hasEnds;
}

// Seen from where the part really begins: a copy begins with a key frame.
void TestVideoParts::chapters()
{
    QFETCH(QString, codec);
    QFETCH(QString, extension);
    QFETCH(bool, hasEnds);
    const QString list = path(u"chapters.txt"_s);
    QFile text(list);
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(";FFMETADATA1\n");
    for (const auto &[name, from, to] :
         {std::tuple("One", 0, 1900), {"Two", 1900, 4700}, {"Three", 4700, 6000}, {"Four", 6000, 8000}})
        text.write(QStringLiteral("[CHAPTER]\nTIMEBASE=1/1000\nSTART=%1\nEND=%2\ntitle=%3\n")
                       .arg(from)
                       .arg(to)
                       .arg(QLatin1StringView(name))
                       .toLatin1());
    text.close();
    const QString file = path(u"chapters.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -f lavfi -i sine=d=8 -i %2 -map_metadata 2 -c:v libx264 -g 50 -bf 0 -sc_threshold 0 "
                     u"-c:a aac %3"_s.arg(path(u"pictures.mkv"_s), list, file)));
    const QString target = path(u"chapters_out."_s + extension);
    const VideoTrial run(file, target,
                         {.options = {{u"codec"_s, codec},
                                      {u"offset"_s, offset},
                                      {u"duration"_s, duration},
                                      {u"width"_s, codec == "copy"_L1 ? 0 : 64}},
                          .extension = extension});
    QVERIFY2(run.ok(), run.complaint().constData());
    const QByteArrayList rows = probeEntries(target, u"chapter=start_time,end_time:chapter_tags=title"_s).split('\n');
    QCOMPARE(rows.size(), 2);
    const double origin = codec == "copy"_L1 ? 2 : offset;
    const std::array<double, 4> wanted{0, 4.7 - origin, 4.7 - origin, offset + duration - origin};
    for (qsizetype i = 0; i < 2; ++i) {
        const QByteArrayList columns = rows[i].trimmed().split(',');
        QCOMPARE(columns.value(2), i == 0 ? "Two" : "Three");
        for (qsizetype side = 0; side < (hasEnds ? 2 : 1); ++side)
            QVERIFY2(std::abs(columns[side].toDouble() - wanted[size_t(2 * i + side)]) < 0.05, rows.join(' ').constData());
    }
}

// From the last key frame before, with every picture up to the end, and the sound with them.
void TestVideoParts::copied()
{
    const QString file = source();
    QVERIFY(!file.isEmpty());
    const QString target = path(u"copy.mkv"_s);
    const VideoTrial run(file, target,
                         {.options = {{u"codec"_s, u"copy"_s}, {u"offset"_s, offset}, {u"duration"_s, duration}}});
    QVERIFY2(run.ok(), run.complaint().constData());
    const auto all = pictures(file);
    const auto found = pictures(target);
    QVERIFY(!found.isEmpty());
    const auto first = std::ranges::find(all, found.first().first, &QPair<int, double>::first);
    QVERIFY(first != all.end());
    QVERIFY2(first->second <= offset && first->second > offset - 2.6 - (run.report.warnings.isEmpty() ? 0 : 8),
             qPrintable(QString::number(first->second)));
    QCOMPARE(run.report.warnings.isEmpty(), first->second > offset - 0.05);
    qsizetype at = 0;
    for (auto picture = first; picture != all.end() && picture->second < offset + duration - 0.0005; ++picture, ++at) {
        QVERIFY2(at < found.size(), qPrintable(QString::number(picture->first)));
        QCOMPARE(found[at].first, picture->first);
        QVERIFY2(std::abs(found[at].second - found.first().second - (picture->second - first->second)) < 0.003,
                 qPrintable(u"%1: %2, %3"_s.arg(picture->first).arg(found[at].second).arg(picture->second)));
    }
    // What the last ones refer to may follow.
    QVERIFY2(found.size() - at <= 3, qPrintable(QString::number(found.size() - at)));
    const QByteArrayList starts = probeEntries(target, u"stream=start_time"_s).split('\n');
    QVERIFY2(std::abs(starts[0].toDouble() - starts[1].toDouble()) < 0.06, starts.join(' ').constData());
}

// The same packets at other times.
void TestVideoParts::verify_stretchedCopy_isNoticed()
{
    const QString target = path(u"whole.mkv"_s);
    const QString source = path(u"stretched-source.mp4"_s);
    QVERIFY(makeClip(u"-i %1 -t 2 -c:v libx264 -bf 2 %2"_s.arg(path(u"pictures.mkv"_s), source)));
    const VideoTrial run(source, target, {.options = {{u"codec"_s, u"copy"_s}}});
    QVERIFY2(run.ok(), run.complaint().constData());
    const QString stretched = path(u"stretched.mkv"_s);
    QVERIFY(makeClip(u"-itsscale 1.1 -i %1 -c copy %2"_s.arg(target, stretched)));
    QCOMPARE(packetHashes(stretched, "0:v"), packetHashes(target, "0:v"));
    const InputFile written = InputFile::fromPath(stretched);
    ConvertHarness harness;
    const Result<void> verified = converterInFamily(u"video")->verify(
        written.input().fd, throughCbor(run.report.outputs.at(0)), harness.context());
    QVERIFY(!verified);
    QCOMPARE(verified.error().kind, ErrorKind::VerificationFailed);
}

// The picture that a player shows at that time.
void TestVideoParts::preview()
{
    const QString file = source();
    QVERIFY(!file.isEmpty());
    const auto all = pictures(file);
    const double length = probeEntries(file, u"format=duration"_s).toDouble();
    for (const double position : {0.02, 0.31, 0.5, 0.77}) {
        const InputFile input = InputFile::fromPath(file);
        ConvertHarness harness;
        const Result<PreviewPicture> picture = converterInFamily(u"video")->preview(
            {.input = input.input(), .options = optionsFor(u"video"), .maximumSize = 320, .position = position},
            harness.context());
        QVERIFY(picture);
        int number = 0;
        for (int bit = 0; bit < 8; ++bit) {
            const int x = picture->width * (2 * bit + 1) / 16;
            number |= (uchar(picture->rgba[(picture->height / 2 * picture->width + x) * 4]) > 127 ? 1 : 0) << bit;
        }
        const auto shown = std::ranges::find(all, number, &QPair<int, double>::first);
        QVERIFY2(shown != all.end(), qPrintable(QString::number(number)));
        const double away = position * length - shown->second;
        QVERIFY2(away > -0.045 && away < 0.125, qPrintable(u"%1 at %2 of %3"_s.arg(number).arg(position).arg(length)));
    }
}

QTEST_GUILESS_MAIN(TestVideoParts)
#include "tst_videoparts.moc"
