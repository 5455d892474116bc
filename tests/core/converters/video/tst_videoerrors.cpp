// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ffmpegtool.h"

#include <QElapsedTimer>
#include <QTest>
#include <QtEndian>

#include <array>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

/// Files that cannot or must not be converted, each with a true reason.
class TestVideoErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void encrypted_isNamed();
    void unknownCodec_isNamed();
    void unreadablePictures_keepTheSound_data();
    void unreadablePictures_keepTheSound();
    void damagedInside_saysWhatIsLost();
    void cutOff_isNoticed_data();
    void cutOff_isNoticed();
    void recordings_mayEndAnywhere_data();
    void recordings_mayEndAnywhere();
    void timeJump_isBounded();
    void playlists_openNothing_data();
    void playlists_openNothing();
    void emptyFile_isNamed();
    void growingFile_isDamaged();
    void largePictures_areRefused_data();
    void largePictures_areRefused();
    void partBehindLastPicture_isInvalid();
    void hugeTable_isRefused_data();
    void hugeTable_isRefused();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString written(const QString &name, const QByteArray &bytes) const { return saved(m_folder, bytes, name); }

    QTemporaryDir m_folder;
    QString m_source;
};

void TestVideoErrors::initTestCase()
{
    if (!hasFfmpeg())
        QSKIP("ffmpeg is needed to make the clips.");
    warmUpFamily();
    m_source = path(u"source.mp4"_s);
    QVERIFY(makeClip(
        u"-f lavfi -i testsrc2=s=640x480:r=25:d=4 -f lavfi -i sine=d=4 -c:v libx264 -g 12 -c:a aac %1"_s.arg(m_source)));
}

void TestVideoErrors::encrypted_isNamed()
{
    const QString locked = path(u"locked.mp4"_s);
    QVERIFY(makeClip(u"-i %1 -c copy -encryption_scheme cenc-aes-ctr -encryption_key 76a6c65c5ea762046bd749a2e632ccbb "
                     u"-encryption_kid a7e61c373e219033c21091fa607bf3b8 %2"_s.arg(m_source, locked)));
    for (const QString &codec : {u"auto"_s, u"copy"_s}) {
        const VideoTrial trial(locked, path(u"never.mkv"_s), {.options = {{u"codec"_s, codec}}});
        QVERIFY(trial.error.has_value());
        QCOMPARE(trial.error->kind, ErrorKind::UnsupportedFormat);
        QVERIFY2(trial.error->message.contains(u"DRM"_s), trial.complaint().constData());
    }
    const InputFile input = InputFile::fromPath(locked);
    const Result<MediaInfo> info = converterInFamily(u"video")->probe(input.input());
    QVERIFY(!info);
    QVERIFY(info.error().message.contains(u"DRM"_s));
}

void TestVideoErrors::unknownCodec_isNamed()
{
    const QString source = path(u"known.avi"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=160x120:r=25:d=1 -c:v mpeg4 %1"_s.arg(source)));
    QByteArray bytes = readFile(source);
    QVERIFY(bytes.count("FMP4") >= 2);
    bytes.replace("FMP4", "ZQ7X");
    const VideoTrial trial(written(u"unknown.avi"_s, bytes), path(u"never.mkv"_s));
    QVERIFY(trial.error.has_value());
    QCOMPARE(trial.error->kind, ErrorKind::UnsupportedFormat);
    QVERIFY2(trial.error->message.contains(u"ZQ7X"_s), trial.complaint().constData());

    const QString matroska = path(u"known.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -c copy %2"_s.arg(m_source, matroska)));
    bytes = readFile(matroska);
    QCOMPARE(bytes.count("V_MPEG4/ISO/AVC"), 1);
    const VideoTrial other(written(u"unknown.mkv"_s, bytes.replace("V_MPEG4/ISO/AVC", "V_MPEG9/ISO/XYZ")),
                           path(u"never.mkv"_s));
    QVERIFY(other.error.has_value());
    QCOMPARE(other.error->kind, ErrorKind::UnsupportedFormat);
    QVERIFY2(other.error->detail.contains(u"V_MPEG9/ISO/XYZ"_s), other.complaint().constData());
}

void TestVideoErrors::unreadablePictures_keepTheSound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("known");
    QTest::addColumn<QByteArray>("replaced");
    QTest::addColumn<QString>("word");
    QTest::newRow("avi") << u"pictures.avi"_s << QByteArray("FMP4") << QByteArray("ZQ7X") << u"ZQ7X"_s;
    QTest::newRow("mov") << u"pictures.mov"_s << QByteArray("rle ") << QByteArray("zq7x") << u"zq7x"_s;
    // every picture's first bytes
    QTest::newRow("garbage") << u"garbage.avi"_s << QByteArray::fromHex("000001b6") << QByteArray::fromHex("00000100")
                             << u"mpeg4"_s;
    // a width and height of 0
    QTest::newRow("without a size") << u"pictures.mkv"_s << QByteArray::fromHex("b081a0ba8178")
                                    << QByteArray::fromHex("b08100ba8100") << u"large"_s;
}

void TestVideoErrors::unreadablePictures_keepTheSound()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, known);
    QFETCH(QByteArray, replaced);
    QFETCH(QString, word);
    const QString source = path(name);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=160x120:r=25:d=2 -f lavfi -i sine=d=2 -c:v %1 -c:a mp2 %2"_s.arg(
        name.endsWith("mkv"_L1)       ? u"ffv1"_s
            : name.endsWith("mov"_L1) ? u"qtrle"_s
                                      : u"mpeg4"_s,
        source)));
    QByteArray bytes = readFile(source);
    QVERIFY(bytes.contains(known));
    const QString unreadable = written(u"unreadable_"_s + name, bytes.replace(known, replaced));

    const VideoTrial pictures(unreadable, path(u"never.mkv"_s));
    QVERIFY(pictures.error.has_value());
    QVERIFY2(pictures.error->message.contains(word), pictures.complaint().constData());
    const InputFile input = InputFile::fromPath(unreadable);
    const Result<MediaInfo> info = converterInFamily(u"video")->probe(input.input());
    QVERIFY(info);
    QCOMPARE(info->kind, MediaKind::Video);
    // What only decoding shows is not looked for.
    if (word != "mpeg4"_L1)
        QVERIFY2(info->warnings.join(u' ').contains(word), qPrintable(info->warnings.join(u' ')));

    const QString target = path(u"alone.flac"_s);
    const VideoTrial sound(unreadable, target, {.options = {{u"loudness"_s, -23}}, .extension = u"flac"_s});
    QVERIFY2(sound.ok(), sound.complaint().constData());
    const double seconds = probeEntries(target, u"format=duration"_s).toDouble();
    QVERIFY2(std::abs(seconds - 2) < 0.06, qPrintable(QString::number(seconds)));
}

void TestVideoErrors::cutOff_isNoticed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("making");
    const QStringList copy{u"-c"_s, u"copy"_s};
    QTest::newRow("matroska from a pipe") << u"cut.mkv"_s << copy + QStringList{u"-f"_s, u"matroska"_s, u"pipe:1"_s};
    QTest::newRow("live matroska") << u"cut.mkv"_s
                                   << copy + QStringList{u"-live"_s, u"1"_s, u"-f"_s, u"matroska"_s, u"pipe:1"_s};
    QTest::newRow("flv") << u"cut.flv"_s << copy + QStringList{u"-f"_s, u"flv"_s, u"pipe:1"_s};
    QTest::newRow("ogg") << u"cut.ogv"_s << QStringList{u"-c:v"_s, u"libtheora"_s, u"-c:a"_s,  u"libvorbis"_s,
                                                        u"-f"_s,   u"ogg"_s,       u"pipe:1"_s};
    QTest::newRow("fragments") << u"cut.mp4"_s
                               << copy
            + QStringList{u"-movflags"_s, u"frag_keyframe+empty_moov"_s, u"-f"_s, u"mp4"_s, u"pipe:1"_s};
    QTest::newRow("index first") << u"cut.mp4"_s
                                 << QStringList{u"-c"_s, u"copy"_s, u"-movflags"_s, u"+faststart"_s, u"file"_s};
    QTest::newRow("asf") << u"cut.wmv"_s
                         << QStringList{u"-c:v"_s, u"wmv2"_s, u"-c:a"_s, u"wmav2"_s, u"-f"_s, u"asf"_s, u"file"_s};
}

// Half a download: nothing may pass as if it were whole.
void TestVideoErrors::cutOff_isNoticed()
{
    QFETCH(QString, name);
    QFETCH(QStringList, making);
    const QString whole = path(u"whole_"_s + name);
    const bool isPiped = making.last() == "pipe:1"_L1;
    if (!isPiped)
        making.last() = whole;
    const ToolResult made = runTool(u"ffmpeg"_s,
                                    QStringList{u"-v"_s, u"error"_s, u"-nostdin"_s, u"-y"_s, u"-i"_s, m_source} + making);
    QVERIFY2(made.ok, made.err.constData());
    if (isPiped)
        QVERIFY(!written(u"whole_"_s + name, made.out).isEmpty());
    const QByteArray bytes = readFile(whole);
    for (const auto &extension : {u"mkv"_s, u"opus"_s}) {
        const QJsonObject small{{u"width"_s, 160}};
        const VideoTrial good(whole, path(u"good."_s + extension), {.options = small, .extension = extension});
        QVERIFY2(good.ok(), good.complaint().constData());
        const QString half = written(name, bytes.left(bytes.size() * 3 / 5));
        const VideoTrial refused(half, path(u"never."_s + extension), {.options = small, .extension = extension});
        QVERIFY(refused.error.has_value());
        QCOMPARE(refused.error->kind, ErrorKind::DamagedInput);
        const QString target = path(u"kept."_s + extension);
        const VideoTrial kept(half, target,
                              {.options = {{u"width"_s, 160}, {u"keep_playable"_s, true}}, .extension = extension});
        QVERIFY2(kept.ok(), kept.complaint().constData());
        QVERIFY2(kept.report.warnings.join(u' ').contains(u"damaged"_s), qPrintable(kept.report.warnings.join(u' ')));
        const double seconds = probeEntries(target, u"format=duration"_s).toDouble();
        const double lost = kept.report.columns.value(u"lost_seconds"_s).toDouble();
        QVERIFY2(seconds > 1.5 && seconds < 3, qPrintable(QString::number(seconds)));
        if (qstrcmp(QTest::currentDataTag(), "index first") == 0) // it alone says how long it was
            QVERIFY2(std::abs(seconds + lost - 4) < 0.3, qPrintable(QString::number(lost)));
    }
}

void TestVideoErrors::recordings_mayEndAnywhere_data()
{
    QTest::addColumn<QString>("muxer");
    QTest::addColumn<QString>("codec");
    QTest::newRow("television") << u"mpegts"_s << u"mpeg2video"_s;
    QTest::newRow("camera") << u"mpegts"_s << u"libx264"_s;
    QTest::newRow("program stream") << u"vob"_s << u"mpeg2video"_s;
    QTest::newRow("without a container") << u"h264"_s << u"libx264"_s;
}

// Where a recorder stops the last picture is half there: said, but no failure. The same within it is one.
void TestVideoErrors::recordings_mayEndAnywhere()
{
    QFETCH(QString, muxer);
    QFETCH(QString, codec);
    const QString whole = path(u"whole.rec"_s);
    QVERIFY(makeClip(QStringList{u"-i"_s, m_source, u"-c:v"_s, codec, u"-b:v"_s, u"2M"_s, u"-threads"_s, u"1"_s}
                     + (muxer == "h264"_L1 ? QStringList{u"-an"_s} : QStringList{u"-c:a"_s, u"mp2"_s})
                     + QStringList{u"-f"_s, muxer, whole}));
    const QByteArray bytes = readFile(whole);
    // Within the middle one of a second's pictures.
    const qsizetype half = bytes.size() * 5 / 8;
    const QString stopped = written(u"stopped.rec"_s, bytes.left(half));
    for (const int threads : {1, 3}) {
        const VideoTrial kept(stopped, path(u"kept.mkv"_s), {.threads = threads});
        QVERIFY2(kept.ok(), kept.complaint().constData());
        if (codec == "mpeg2video"_L1) // libavcodec's H.264 decoder does not always notice what its last picture lacks
            QVERIFY2(kept.report.warnings.join(u' ').contains(u"cut off"_s), qPrintable(kept.report.warnings.join(u' ')));
        const int frames = countFrames(path(u"kept.mkv"_s), "v:0");
        QVERIFY2(frames > 55 && frames < 70, qPrintable(QString::number(frames)));
    }
    const QString damaged = written(u"damaged.rec"_s, bytes.left(half) + bytes.sliced(half + 20'000));
    const VideoTrial refused(damaged, path(u"never.mkv"_s));
    QVERIFY(refused.error.has_value());
    QCOMPARE(refused.error->kind, ErrorKind::DamagedInput);
}

void TestVideoErrors::damagedInside_saysWhatIsLost()
{
    QByteArray bytes = readFile(m_source);
    QVERIFY(bytes.size() > 60'000);
    for (qsizetype i = bytes.size() / 2; i < bytes.size() / 2 + 12'000; ++i)
        bytes[i] = char(i * 37);
    const QString damaged = written(u"damaged.mp4"_s, bytes);
    const VideoTrial refused(damaged, path(u"never.mkv"_s));
    QVERIFY(refused.error.has_value());
    QCOMPARE(refused.error->kind, ErrorKind::DamagedInput);
    const QString target = path(u"kept.mkv"_s);
    const VideoTrial kept(damaged, target, {.options = {{u"keep_playable"_s, true}}, .threads = 2});
    QVERIFY2(kept.ok(), kept.complaint().constData());
    const double lost = kept.report.columns.value(u"lost_seconds"_s).toDouble();
    QVERIFY2(lost > 0.03 && lost < 2, qPrintable(QString::number(lost)));
    QVERIFY(countFrames(target, "v:0") > 60);

    // What is cut off counts as well: a third of four seconds.
    const QString whole = path(u"whole.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -c copy %2"_s.arg(m_source, whole)));
    const QByteArray all = readFile(whole);
    const VideoTrial cut(written(u"cut.mkv"_s, all.left(all.size() * 2 / 3)), path(u"cut_kept.mkv"_s),
                         {.options = {{u"keep_playable"_s, true}}});
    QVERIFY2(cut.ok(), cut.complaint().constData());
    const double missing = cut.report.columns.value(u"lost_seconds"_s).toDouble();
    QVERIFY2(missing > 0.7 && missing < 2, qPrintable(QString::number(missing)));
    QVERIFY2(cut.report.warnings.join(u' ').contains(QString::number(missing, 'f', 1)),
             qPrintable(cut.report.warnings.join(u' ')));
}

// The time of the last fragment (ISO/IEC 14496-12, 8.8.12) becomes 2^62.
void TestVideoErrors::timeJump_isBounded()
{
    const QString fragmented = path(u"fragmented.mp4"_s);
    QVERIFY(makeClip(u"-i %1 -c copy -movflags frag_keyframe+empty_moov %2"_s.arg(m_source, fragmented)));
    QByteArray bytes = readFile(fragmented);
    const qsizetype box = bytes.lastIndexOf("tfdt");
    QVERIFY(box > 0 && bytes[box + 4] == 1);
    qToBigEndian<quint64>(quint64(1) << 62, bytes.data() + box + 8);
    const QString jumping = written(u"jumping.mp4"_s, bytes);
    for (const auto &extension : {u"mkv"_s, u"ogv"_s}) {
        QElapsedTimer timer;
        timer.start();
        const QString target = path(u"jumped."_s + extension);
        const VideoTrial trial(jumping, target, {.threads = 2, .extension = extension});
        QVERIFY(timer.elapsed() < 30'000);
        if (trial.error) {
            QCOMPARE(trial.error->kind, ErrorKind::DamagedInput);
            continue;
        }
        QVERIFY2(trial.ok(), trial.complaint().constData());
        // The source's hundred; Ogg has no gaps, and the pictures of fragments start two frames after the sound.
        const int frames = countFrames(target, "v:0");
        QVERIFY2(frames >= 85 && frames <= (extension == "ogv"_L1 ? 102 : 100), qPrintable(QString::number(frames)));
        QVERIFY(probeEntries(target, u"format=duration"_s).toDouble() < 6);
    }
}

void TestVideoErrors::playlists_openNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray url = "file://" + m_source.toUtf8();
    QTest::newRow("endless HLS")
        << "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:4,\n" + url + '\n';
    QTest::newRow("HLS of a path") << "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n" + m_source.toUtf8()
            + "\n#EXT-X-ENDLIST\n";
    QTest::newRow("concat") << "ffconcat version 1.0\nfile '" + url + "'\n";
    QTest::newRow("DASH") << "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"><Period>"
                             "<AdaptationSet><Representation id=\"1\" bandwidth=\"1\"><BaseURL>"
            + url + "</BaseURL></Representation></AdaptationSet></Period></MPD>";
    QTest::newRow("SDP") << QByteArray("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
                                       "m=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n");
}

void TestVideoErrors::playlists_openNothing()
{
    QFETCH(QByteArray, text);
    const QString list = written(u"list.mp4"_s, text);
    // The kernel tells of every opening of the file that the list names.
    const FileDescriptor watch(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    QVERIFY(::inotify_add_watch(watch.fd(), QFile::encodeName(m_source).constData(), IN_OPEN) >= 0);
    const auto isOpened = [&watch] {
        std::array<char, 4096> events{};
        return ::read(watch.fd(), events.data(), events.size()) > 0;
    };
    QVERIFY(!readFile(m_source).isEmpty());
    QVERIFY(isOpened());
    const VideoTrial trial(list, path(u"never.mkv"_s));
    QVERIFY(!isOpened());
    QVERIFY(trial.error.has_value());
    QVERIFY(trial.error->kind == ErrorKind::DamagedInput || trial.error->kind == ErrorKind::UnsupportedFormat);
    QVERIFY(trial.harness.outputs.empty());
    const InputFile input = InputFile::fromPath(list);
    QVERIFY(!converterInFamily(u"video")->probe(input.input()));
    QVERIFY(!isOpened());
}

void TestVideoErrors::emptyFile_isNamed()
{
    const VideoTrial trial(written(u"empty.mp4"_s, {}), path(u"never.mkv"_s));
    QVERIFY(trial.error.has_value());
    QCOMPARE(trial.error->kind, ErrorKind::DamagedInput);
    QVERIFY2(trial.error->message.contains(u"empty"_s), trial.complaint().constData());
}

// As a camera or a download leaves it while it still writes: the index of MP4 comes last, Matroska's clusters stop anywhere.
void TestVideoErrors::growingFile_isDamaged()
{
    const QString matroska = path(u"growing.mkv"_s);
    QVERIFY(makeClip(u"-i %1 -c copy %2"_s.arg(m_source, matroska)));
    for (const QString &whole : {m_source, matroska}) {
        const QByteArray all = readFile(whole);
        const VideoTrial trial(written(u"growing"_s, all.left(all.size() * 3 / 5)), path(u"never.mkv"_s));
        QVERIFY(trial.error.has_value());
        QCOMPARE(trial.error->kind, ErrorKind::DamagedInput);
    }
}

void TestVideoErrors::largePictures_areRefused_data()
{
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QString>("extension");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("limit");
    const auto row = [](const QString &codec, const QString &extension, const QSize &size, const QString &limit) {
        QTest::addRow("%s, %d×%d", qPrintable(codec), size.width(), size.height()) << codec << extension << size << limit;
    };
    row(u"av1"_s, u"mkv"_s, {64, 8706}, u"8704"_s);
    row(u"av1"_s, u"mkv"_s, {16386, 64}, u"16384"_s);
    row(u"h264"_s, u"mp4"_s, {16386, 16}, u"16384"_s);
    row(u"vp9"_s, u"webm"_s, {16, 16386}, u"16384"_s);
    row(u"auto"_s, u"webp"_s, {16384, 16}, u"16383"_s);
    row(u"theora"_s, u"mkv"_s, {16386, 16}, {});
    row(u"hevc"_s, u"mp4"_s, {16386, 16}, u"libx265"_s); // which finds that out itself
}

void TestVideoErrors::largePictures_areRefused()
{
    QFETCH(QString, codec);
    QFETCH(QString, extension);
    QFETCH(QSize, size);
    QFETCH(QString, limit);
    const QString source = path(u"large.mkv"_s);
    QVERIFY(makeClip(u"-f lavfi -i color=gray:s=%1x%2:r=25:d=0.08 -pix_fmt yuv420p -c:v ffv1 %3"_s.arg(size.width())
                         .arg(size.height())
                         .arg(source)));
    const VideoTrial trial(source, path(u"large."_s + extension),
                           {.options = {{u"codec"_s, codec}}, .extension = extension});
    if (limit.isEmpty()) {
        QVERIFY2(trial.ok(), trial.complaint().constData());
        return;
    }
    QVERIFY(trial.error.has_value());
    QCOMPARE(trial.error->kind, limit == "libx265"_L1 ? ErrorKind::Internal : ErrorKind::UnsupportedFormat);
    QVERIFY2(trial.error->message.contains(limit), trial.complaint().constData());
}

void TestVideoErrors::partBehindLastPicture_isInvalid()
{
    const QString source = path(u"long_sound.mp4"_s);
    QVERIFY(
        makeClip(u"-f lavfi -i testsrc2=s=160x120:r=25:d=1 -f lavfi -i sine=d=3 -c:v libx264 -c:a aac %1"_s.arg(source)));
    const VideoTrial trial(source, path(u"never.mkv"_s), {.options = {{u"offset"_s, 2}}});
    QVERIFY(trial.error.has_value());
    QCOMPARE(trial.error->kind, ErrorKind::InvalidOption);
    const VideoTrial sound(source, path(u"sound.mp3"_s), {.options = {{u"offset"_s, 2}}, .extension = u"mp3"_s});
    QVERIFY2(sound.ok(), sound.complaint().constData());
    QCOMPARE(qRound(probeEntries(path(u"sound.mp3"_s), u"format=duration"_s).toDouble()), 1);
}

void TestVideoErrors::hugeTable_isRefused_data()
{
    QTest::addColumn<QByteArray>("box");
    QTest::addColumn<int>("countAt");
    QTest::newRow("stsz") << QByteArray("stsz") << 12;
    QTest::newRow("stts") << QByteArray("stts") << 8;
    QTest::newRow("ctts") << QByteArray("ctts") << 8;
}

// A table that claims to have four thousand million entries.
void TestVideoErrors::hugeTable_isRefused()
{
    QFETCH(QByteArray, box);
    QFETCH(int, countAt);
    QByteArray bytes = readFile(m_source);
    const qsizetype place = bytes.indexOf(box);
    QVERIFY(place > 0);
    qToBigEndian<quint32>(0xFFFFFFF0U, bytes.data() + place + countAt);
    const QString huge = written(u"huge.mp4"_s, bytes);
    QElapsedTimer timer;
    timer.start();
    const VideoTrial trial(huge, path(u"huge_out.mkv"_s));
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    rusage usage{};
    QCOMPARE(::getrusage(RUSAGE_SELF, &usage), 0);
    QVERIFY2(usage.ru_maxrss < 600 * 1024, qPrintable(u"%1 KiB"_s.arg(usage.ru_maxrss)));
    // Where only times are wrong, the pictures may still be there.
    if (!trial.error) {
        QVERIFY(box != "stsz");
        return;
    }
    QVERIFY2(trial.error->kind == ErrorKind::DamagedInput || trial.error->kind == ErrorKind::LimitExceeded,
             trial.complaint().constData());
}

QTEST_GUILESS_MAIN(TestVideoErrors)
#include "tst_videoerrors.moc"
