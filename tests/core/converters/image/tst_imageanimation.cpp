// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Animated PNG, JPEG XL and AVIF: every frame with its time.
#include "core/converters/convertercontract.h"
#include "core/converters/image/imagetest.h"

#include <QtEndian>

#include <jxl/encode.h>
#include <zlib.h>

#include <memory>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray bigEndian(quint32 number)
{
    const char bytes[] = {char(number >> 24), char(number >> 16), char(number >> 8), char(number)};
    return QByteArray(bytes, sizeof bytes);
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray body = type + data;
    return bigEndian(quint32(data.size())) + body
        + bigEndian(quint32(crc32(0, reinterpret_cast<const Bytef *>(body.constData()), uInt(body.size()))));
}

/// The compressed pixels of a PNG.
QByteArray pixelsOf(const QByteArray &png)
{
    QByteArray pixels;
    for (qsizetype at = 8; at + 12 <= png.size();) {
        const auto length = qsizetype(qFromBigEndian<quint32>(png.constData() + at));
        if (png.sliced(at + 4, 4) == "IDAT")
            pixels += png.sliced(at + 8, length);
        at += 12 + length;
    }
    return pixels;
}

struct Part {
    Picture picture;
    QPoint place;
    int milliseconds;
    char dispose = 0; ///< 1: to nothing, 2: to what was there before
    char blend = 0;   ///< 1: over
    QByteArray alpha = {};
    bool hundredths = false; ///< the time is noted without a unit
};

/// An animated PNG (third edition, 11.3.6) of these parts; the first is the whole canvas. It claims `claimed` frames where
/// that is not 0; `hidden` is for programs that know no animations.
QByteArray animatedPng(const QList<Part> &parts, quint32 loops = 0, quint32 claimed = 0, const QByteArray &hidden = {})
{
    const auto still = [](const Part &part) {
        const auto size = qsizetype(part.picture.width) * part.picture.height;
        return encodePng(part.picture, part.alpha.isEmpty() ? QByteArray(size, char(255)) : part.alpha);
    };
    const QByteArray first = still(parts.first());
    QByteArray png = first.first(8 + 25)
        + chunk("acTL", bigEndian(claimed > 0 ? claimed : quint32(parts.size())) + bigEndian(loops));
    if (!hidden.isEmpty())
        png += chunk("IDAT", pixelsOf(hidden));
    quint32 number = 0;
    for (const Part &part : parts) {
        const int time = part.hundredths ? part.milliseconds / 10 : part.milliseconds;
        const char delay[] = {char(time >> 8), char(time), char(part.hundredths ? 0 : 3), char(part.hundredths ? 0 : 0xE8)};
        png += chunk("fcTL",
                     bigEndian(number++) + bigEndian(quint32(part.picture.width)) + bigEndian(quint32(part.picture.height))
                         + bigEndian(quint32(part.place.x())) + bigEndian(quint32(part.place.y()))
                         + QByteArray(delay, sizeof delay) + part.dispose + part.blend);
        png += number == 1 && hidden.isEmpty() ? chunk("IDAT", pixelsOf(first))
                                               : chunk("fdAT", bigEndian(number++) + pixelsOf(still(part)));
    }
    return png + chunk("IEND", {});
}

/// How long each frame of a WebP is shown (WebP Container Specification: ANMF, three bytes at 12).
QList<int> webpDurations(const QByteArray &webp)
{
    QList<int> durations;
    for (qsizetype at = webp.indexOf("ANMF"); at >= 0; at = webp.indexOf("ANMF", at + 4))
        durations.append(uchar(webp[at + 20]) | uchar(webp[at + 21]) << 8 | uchar(webp[at + 22]) << 16);
    return durations;
}

int webpLoops(const QByteArray &webp)
{
    const qsizetype at = webp.indexOf("ANIM");
    return at < 0 ? -1 : uchar(webp[at + 12]) | uchar(webp[at + 13]) << 8;
}

QByteArray animatedAvif(const QString &pixels = u"yuv420p"_s)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.avif"_s);
    const Ran ran = runProgram(u"ffmpeg"_s,
                               {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=64x48:r=4:d=1"_s, u"-c:v"_s,
                                u"libaom-av1"_s, u"-cpu-used"_s, u"8"_s, u"-crf"_s, u"5"_s, u"-pix_fmt"_s, pixels, path});
    return ran.status == 0 ? readFile(path) : QByteArray();
}

/// Two frames, red and then green.
QByteArray animatedJxl(uint32_t side)
{
    const std::unique_ptr<JxlEncoder, decltype(&JxlEncoderDestroy)> encoder(JxlEncoderCreate(nullptr), &JxlEncoderDestroy);
    JxlBasicInfo info;
    JxlEncoderInitBasicInfo(&info);
    info.xsize = info.ysize = side;
    info.bits_per_sample = 8;
    info.have_animation = JXL_TRUE;
    info.animation.tps_numerator = 20;
    info.animation.num_loops = 3;
    info.animation.tps_denominator = 2;
    JxlEncoderSetBasicInfo(encoder.get(), &info);
    JxlColorEncoding color;
    JxlColorEncodingSetToSRGB(&color, JXL_FALSE);
    JxlEncoderSetColorEncoding(encoder.get(), &color);
    JxlEncoderFrameSettings *const settings = JxlEncoderFrameSettingsCreate(encoder.get(), nullptr);
    JxlFrameHeader header;
    JxlEncoderInitFrameHeader(&header);
    header.duration = 1;
    JxlEncoderSetFrameHeader(settings, &header);
    const JxlPixelFormat format{3, JXL_TYPE_UINT8, JXL_NATIVE_ENDIAN, 0};
    for (const int channel : {0, 1}) {
        QByteArray pixels(qsizetype(side) * side * 3, '\0');
        for (qsizetype i = channel; i < pixels.size(); i += 3)
            pixels[i] = char(230);
        JxlEncoderAddImageFrame(settings, &format, pixels.constData(), size_t(pixels.size()));
    }
    JxlEncoderCloseInput(encoder.get());
    QByteArray out(1 << 20, '\0');
    auto *next = reinterpret_cast<uint8_t *>(out.data());
    size_t left = size_t(out.size());
    const JxlEncoderStatus status = JxlEncoderProcessOutput(encoder.get(), &next, &left);
    return status == JXL_ENC_SUCCESS ? out.first(out.size() - qsizetype(left)) : QByteArray();
}

} // namespace

class TestImageAnimation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("MAGICK_CONFIGURE_PATH", CONVOY_MAGICK_POLICY);
        warmUpFamily();
    }

    /// Every frame as it is seen: parts are put over what was there, and away again.
    void convert_framesOfPng()
    {
        const QByteArray png = animatedPng({{filled(40, 40, 230, 0, 0), {}, 100},
                                            {filled(10, 10, 0, 230, 0), {5, 5}, 250, 2},
                                            {filled(10, 10, 0, 0, 230), {20, 20}, 300, 1},
                                            {filled(20, 20, 255, 255, 255), {0, 0}, 50, 0, 1, QByteArray(400, char(128))}});
        const Result<Converted> each = convertImage(png, u"png"_s, {{u"frames"_s, u"all"_s}});
        QVERIFY2(each, each ? "" : qPrintable(each.error().message + each.error().detail));
        QCOMPARE(each->files.size(), 4);
        QList<Picture> seen;
        for (const QByteArray &file : each->files)
            seen.append(decodePicture(file));
        const auto color = [&seen](int frame, int x, int y) {
            return QList<int>{seen[frame].at(x, y, 0), seen[frame].at(x, y, 1), seen[frame].at(x, y, 2)};
        };
        const QList<int> red{230, 0, 0};
        QCOMPARE(color(0, 8, 8), red);
        QCOMPARE(color(1, 8, 8), (QList<int>{0, 230, 0}));
        QCOMPARE(color(1, 30, 30), red);
        QCOMPARE(color(2, 8, 8), red); // as before
        QCOMPARE(color(2, 25, 25), (QList<int>{0, 0, 230}));
        QVERIFY(std::abs(color(3, 2, 2).at(1) - 128) <= 1); // half white over red
        QVERIFY(std::abs(color(3, 2, 2).at(0) - 243) <= 1);
        QVERIFY(color(3, 25, 25) != (QList<int>{0, 0, 230})); // cleared
        // Before the first frame there is nothing to go back to (12.13.7), and what is hidden is no frame.
        const QByteArray hidden = encodePng(filled(40, 40, 9, 9, 9), QByteArray(1600, char(255)));
        const QByteArray cleared = animatedPng({{filled(40, 40, 230, 0, 0), {}, 100, 2}, {filled(9, 9, 0, 230, 0), {}, 100}},
                                               0, 0, hidden);
        const Result<Converted> both = convertImage(cleared, u"png"_s, {{u"frames"_s, u"all"_s}});
        QVERIFY(both);
        QCOMPARE(decodePicture(both->files.value(0)).at(30, 30, 0), 230);
        QVERIFY(decodePicture(both->files.value(1)).at(30, 30, 0) != 230);
    }

    void convert_timesAreKept_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("milliseconds");
        QTest::addColumn<int>("loops");
        QTest::newRow("png") << animatedPng(
            {{filled(40, 40, 230, 0, 0), {}, 100}, {filled(40, 40, 0, 230, 0), {}, 250, 0, 0, {}, true}}, 2)
                             << QList<int>{100, 250} << 2;
        QTest::newRow("jxl") << animatedJxl(40) << QList<int>{100, 100} << 3;
        const QByteArray avif = animatedAvif();
        if (!avif.isEmpty())
            QTest::newRow("avif") << avif << QList<int>{250, 250, 250, 250} << 0;
    }
    void convert_timesAreKept()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, milliseconds);
        QFETCH(int, loops);
        const InputFile file = InputFile::fromBytes(bytes, "input");
        QCOMPARE(ImageConverter().probe(file.input())->frames, int(milliseconds.size()));
        const Result<Converted> webp = convertImage(bytes, u"webp"_s);
        QVERIFY(webp);
        QCOMPARE(webpDurations(webp->files.value(0)), milliseconds);
        QCOMPARE(webpLoops(webp->files.value(0)), loops);
        const QByteArray again = convertedFile(webp->files.value(0), u"webp"_s);
        QCOMPARE(webpLoops(again), loops);
        QCOMPARE(webpDurations(again), milliseconds);
        QVERIFY(webp->report.warnings.isEmpty());
        const QByteArray gif = convertedFile(bytes, u"gif"_s);
        QCOMPARE(decodeByFfmpeg(gif, u"gif"_s).size(), milliseconds.size());
        for (const QByteArray &animation : {bytes, webp->files.value(0), gif}) {
            const Result<Converted> first = convertImage(animation, u"jpg"_s);
            QVERIFY(first);
            QCOMPARE(first->files.size(), 1);
            QCOMPARE(first->report.warnings.size(), 1);
            QCOMPARE(convertImage(animation, u"jpg"_s, {{u"frames"_s, u"first"_s}})->report.warnings.size(), 0);
        }
    }

    void convert_framesOfJxlAndAvif()
    {
        const Result<Converted> jxl = convertImage(animatedJxl(40), u"png"_s, {{u"frames"_s, u"all"_s}});
        QVERIFY(jxl);
        QCOMPARE(jxl->files.size(), 2);
        QVERIFY(decodePicture(jxl->files.at(1)).at(20, 20, 1) > 200);
        QVERIFY(decodePicture(jxl->files.at(1)).at(20, 20, 0) < 40);
        const QByteArray avif = animatedAvif();
        if (avif.isEmpty())
            QSKIP("ffmpeg cannot write AVIF here");
        const Result<Converted> each = convertImage(avif, u"png"_s, {{u"frames"_s, u"all"_s}});
        QVERIFY(each);
        const QList<Picture> right = decodeByFfmpeg(avif, u"avif"_s);
        QCOMPARE(each->files.size(), 4);
        for (qsizetype i = 0; i < right.size(); ++i)
            QVERIFY(rms(decodePicture(each->files.at(i)), right.at(i)) < 6);
        QVERIFY(rms(decodePicture(each->files.at(0)), decodePicture(each->files.at(3))) > 6);
        const Result<Converted> deep = convertImage(animatedAvif(u"yuv420p10"_s), u"png"_s, {{u"frames"_s, u"all"_s}});
        QVERIFY(deep);
        QCOMPARE(pngBits(deep->files.value(1)), 16);
    }

    void convert_qualityOfFrames()
    {
        const QByteArray png = animatedPng(
            {{testPicture(200, 150), {}, 100}, {oriented(testPicture(200, 150), 3), {}, 100}});
        const auto sizeAt = [&png](int quality) { return convertedFile(png, u"webp"_s, {{u"quality"_s, quality}}).size(); };
        QVERIFY(sizeAt(95) > sizeAt(60) && sizeAt(60) > sizeAt(10));
    }

    /// libwebp puts frames together that look the same: the time stays.
    void convert_equalFrames()
    {
        const Picture red = filled(40, 40, 230, 0, 0);
        const Picture green = filled(40, 40, 0, 230, 0);
        const QByteArray png = animatedPng({{red, {}, 100}, {green, {}, 70}, {green, {}, 80}, {red, {}, 90}});
        const Result<Converted> webp = convertImage(png, u"webp"_s);
        QVERIFY(webp);
        QCOMPARE(webpDurations(webp->files.value(0)), (QList<int>{100, 150, 90}));
        QCOMPARE(convertImage(animatedPng({{red, {}, 100}, {red, {}, 100}}), u"webp"_s)->files.size(), 1);
    }

    /// 100,000 frames, claimed and there.
    void convert_endlessPng()
    {
        QByteArray png = animatedPng({{filled(200, 200, 230, 0, 0), {}, 100}}, 0, 100'000);
        const double before = cpuSecondsNow();
        const Result<Converted> webp = convertImage(png, u"webp"_s);
        QVERIFY(!webp);
        QCOMPARE(errorKindName(webp.error().kind), errorKindName(ErrorKind::LimitExceeded));
        const Result<Converted> lies = convertImage(
            animatedPng({{filled(20, 20, 230, 0, 0), {}, 100}, {filled(20, 20, 0, 230, 0), {}, 100}}, 0, 5), u"webp"_s);
        QVERIFY(!lies);
        QCOMPARE(errorKindName(lies.error().kind), errorKindName(ErrorKind::DamagedInput));
        QVERIFY(cpuSecondsNow() - before < 2);
    }

    void convert_brokenFrame()
    {
        QByteArray png = animatedPng({{filled(40, 40, 230, 0, 0), {}, 100}, {filled(40, 40, 0, 230, 0), {}, 100}});
        png[png.indexOf("fdAT") + 12] ^= 0x55;
        const Result<Converted> webp = convertImage(png, u"webp"_s);
        QVERIFY(!webp);
        QCOMPARE(errorKindName(webp.error().kind), errorKindName(ErrorKind::DamagedInput));
    }

    /// Later frames would be put over the first one.
    void convert_firstFrameOfJxl()
    {
        const Picture picture = decodePicture(convertedFile(animatedJxl(64), u"png"_s));
        QVERIFY(picture.at(30, 30, 0) > 200);
        QVERIFY(picture.at(30, 30, 1) < 40);
    }
};

QTEST_GUILESS_MAIN(TestImageAnimation)
#include "tst_imageanimation.moc"
