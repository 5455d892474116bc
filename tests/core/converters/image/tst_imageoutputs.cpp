// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/imagetest.h"

#include <QElapsedTimer>

#include <cmath>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What is in the files, by decoders that have nothing to do with what wrote them.
class TestImageOutputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void convert_targetSize_data();
    void convert_targetSize();
    void convert_targetTooSmall();
    void convert_fineColor_data();
    void convert_fineColor();
    void convert_tooLargeForKind();
    void convert_jxlIsAlive();
    void convert_lossless_data();
    void convert_lossless();
    void convert_lossy_data();
    void convert_lossy();
    void convert_animation();
    void convert_linearLight();
    void convert_sharpen();
    void convert_sharpenHidden();
    void convert_fillCutsTheMiddle();
    void policy_refuses_data();
    void policy_refuses();
    void policy_allowsPictures();
    void hostile_memoryIsSeen();
    void hostile_quickAndSmall_data();
    void hostile_quickAndSmall();

private:
    QString m_corpus;
};

#define NEED_FFMPEG()                                                                                                       \
    if (!hasProgram(u"ffmpeg"_s))                                                                                           \
    QSKIP("no ffmpeg is here")

Picture noisyPicture(int width, int height)
{
    Picture picture = testPicture(width, height);
    quint32 state = 1;
    for (uchar &sample : picture.samples) {
        state = state * 1664525U + 1013904223U;
        sample = uchar(std::clamp(int(sample) + int(state >> 27) - 16, 0, 255));
    }
    return picture;
}

void TestImageOutputs::initTestCase()
{
    qputenv("MAGICK_CONFIGURE_PATH", CONVOY_MAGICK_POLICY);
    warmUpFamily();
    m_corpus = corpusFolder();
}

void TestImageOutputs::convert_targetSize_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<int>("kibibytes");
    for (const char *extension : {"jpg", "webp", "avif", "jxl", "heic"}) {
        for (const int kibibytes : {12, 40})
            QTest::addRow("%s %d KiB", extension, kibibytes) << QString::fromLatin1(extension) << kibibytes;
    }
}

/// Never above, and not far below: one step of quality more would be too much.
void TestImageOutputs::convert_targetSize()
{
    QFETCH(QString, extension);
    QFETCH(int, kibibytes);
    const QByteArray png = encodePng(noisyPicture(400, 300));
    const QByteArray file = convertedFile(png, extension,
                                          {{u"maximum_size"_s, kibibytes}, {u"effort"_s, u"fast"_s}, {u"quality"_s, 100}});
    const double share = double(file.size()) / (kibibytes * 1024);
    qInfo("%s: %.1f %% of %d KiB", qPrintable(extension), share * 100, kibibytes);
    QVERIFY(!file.isEmpty() && share <= 1);
    QVERIFY2(share > 0.75, QByteArray::number(share).constData());
}

void TestImageOutputs::convert_targetTooSmall()
{
    for (const QString &extension : {u"jpg"_s, u"webp"_s}) {
        const Result<Converted> converted = convertImage(encodePng(noisyPicture(900, 900)), extension,
                                                         {{u"maximum_size"_s, 1}});
        QVERIFY(!converted);
        QCOMPARE(errorKindName(converted.error().kind), errorKindName(ErrorKind::LimitExceeded));
        QVERIFY(converted.error().message.contains(u"1 KiB"_s));
    }
}

/// Red and blue by turns: of color at half the width purple is left, from 90 on all of it.
void TestImageOutputs::convert_fineColor_data()
{
    QTest::addColumn<QString>("extension");
    for (const char *extension : {"avif", "heic", "jpg"})
        QTest::newRow(extension) << QString::fromLatin1(extension);
}

void TestImageOutputs::convert_fineColor()
{
    QFETCH(QString, extension);
    Picture stripes = filled(64, 64, 0, 0, 0);
    for (qsizetype i = 0; i < stripes.samples.size() / 3; ++i)
        stripes.samples[3 * i + (i % 2 == 0 ? 0 : 2)] = 200;
    const auto errorAt = [&](int quality) {
        const QByteArray file = convertedFile(encodePng(stripes), extension, {{u"quality"_s, quality}});
        return rms(decodePicture(convertedFile(file, u"png"_s)), stripes);
    };
    QVERIFY2(errorAt(95) < 25, QByteArray::number(errorAt(95)).constData());
    QVERIFY2(errorAt(80) > 45, QByteArray::number(errorAt(80)).constData());
}

/// The sentence says what to do.
void TestImageOutputs::convert_tooLargeForKind()
{
    const Result<Converted> converted = convertImage(encodePng(filled(7000, 7000, 1, 2, 3)), u"gif"_s);
    QVERIFY(!converted);
    QCOMPARE(converted.error().kind, ErrorKind::LimitExceeded);
    QVERIFY2(converted.error().message.contains("smaller"_L1), qPrintable(converted.error().message));
}

/// libjxl itself says nothing while it works, and a job that says nothing is taken for stuck.
void TestImageOutputs::convert_jxlIsAlive()
{
    const InputFile file = InputFile::fromBytes(encodePng(testPicture(900, 700)), "input");
    const ConvertRequest request{
        .input = file.input(), .options = optionsFor(u"image"), .extension = u"jxl"_s, .stem = "input", .number = 1};
    for (const int threads : {1, 2}) {
        ConvertHarness harness;
        harness.threads = threads;
        QVERIFY(ImageConverter().convert(request, harness.context()));
        QVERIFY2(std::ranges::count_if(harness.progress, [](double done) { return done > 0.7 && done < 1; }) > 5,
                 QByteArray::number(qsizetype(harness.progress.size())).constData());
    }
}

void TestImageOutputs::convert_lossless_data()
{
    QTest::addColumn<QString>("extension");
    QTest::newRow("webp") << u"webp"_s;
    QTest::newRow("jxl") << u"jxl"_s;
}

void TestImageOutputs::convert_lossless()
{
    NEED_FFMPEG();
    QFETCH(QString, extension);
    const Picture source = noisyPicture(123, 77);
    const QByteArray file = convertedFile(encodePng(source), extension, {{u"lossless"_s, true}});
    if (extension == "jxl"_L1 && !runProgram(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-decoders"_s}).output.contains("jxl"))
        QSKIP("this ffmpeg reads no JPEG XL");
    const QList<Picture> seen = decodeByFfmpeg(file, extension);
    QCOMPARE(seen.size(), 1);
    QVERIFY(rms(source, seen.first()) == 0);
}

void TestImageOutputs::convert_lossy_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<int>("orientation");
    for (const char *extension : {"webp", "avif", "jxl"}) {
        QTest::addRow("%s", extension) << QString::fromLatin1(extension) << 1;
        QTest::addRow("%s turned", extension) << QString::fromLatin1(extension) << 8;
    }
}

void TestImageOutputs::convert_lossy()
{
    NEED_FFMPEG();
    QFETCH(QString, extension);
    QFETCH(int, orientation);
    const QByteArray jpeg = encodeJpeg(testPicture(160, 90), 95);
    const QByteArray source = withExif(jpeg, exifBlock(orientation, "2019:05:04 12:30:01", "Pinhole"));
    const QList<Picture> seen = decodeByFfmpeg(convertedFile(source, extension, {{u"quality"_s, 95}}), extension);
    QCOMPARE(seen.size(), 1);
    const double error = rms(oriented(decodePicture(jpeg), orientation), seen.first());
    QVERIFY2(error < 4, QByteArray::number(error).constData());
}

QByteArray frameTimes(const QByteArray &file, const QString &extension)
{
    QTemporaryDir folder;
    const QString path = folder.filePath("x."_L1 + extension);
    writeFile(path, file);
    return runProgram(u"identify"_s, {u"-format"_s, u"%T "_s, path}).output.trimmed();
}

/// Every frame as it is seen, on black, by ImageMagick's own program.
QList<Picture> seenFrames(const QByteArray &gif)
{
    QTemporaryDir folder;
    writeFile(folder.filePath(u"x.gif"_s), gif);
    runProgram(u"convert"_s,
               {folder.filePath(u"x.gif"_s), u"-coalesce"_s, u"-background"_s, u"black"_s, u"-alpha"_s, u"remove"_s,
                u"-type"_s, u"TrueColor"_s, u"-depth"_s, u"8"_s, folder.filePath(u"f%04d.png"_s)});
    QList<Picture> pictures;
    for (const QString &name : QDir(folder.path()).entryList({u"f*.png"_s}, QDir::Files, QDir::Name))
        pictures.append(decodePicture(readFile(folder.filePath(name))));
    return pictures;
}

/// GIF to WebP and back: every frame, its picture and how long it is shown. The file's frames are patches that are taken
/// away again before the next one.
void TestImageOutputs::convert_animation()
{
    if (!hasProgram(u"convert"_s))
        QSKIP("ImageMagick's program is not here");
    if (m_corpus.isEmpty())
        QSKIP("the corpus of real files is not here (CONVOY_CORPUS)");
    const QByteArray gif = readFile(m_corpus + "/photo/dispose_bgnd.gif"_L1);
    const QByteArray webp = convertedFile(gif, u"webp"_s, {{u"lossless"_s, true}});
    QCOMPARE(webp.count("ANMF"), 5);
    for (qsizetype at = webp.indexOf("ANMF"), i = 0; at > 0; at = webp.indexOf("ANMF", at + 4), ++i) {
        const int duration = uchar(webp[at + 20]) | uchar(webp[at + 21]) << 8 | uchar(webp[at + 22]) << 16;
        QCOMPARE(duration, 1000);
    }
    const QByteArray back = convertedFile(webp, u"gif"_s);
    QCOMPARE(frameTimes(back, u"gif"_s), frameTimes(gif, u"gif"_s));
    const QList<Picture> before = seenFrames(gif);
    const QList<Picture> after = seenFrames(back);
    QCOMPARE(before.size(), 5);
    QCOMPARE(after.size(), 5);
    for (qsizetype i = 0; i < 5; ++i)
        QVERIFY2(rms(before[i], after[i]) < 3, QByteArray::number(rms(before[i], after[i])).constData());
    QCOMPARE(seenFrames(convertedFile(webp, u"gif"_s, {{u"frames"_s, u"first"_s}})).size(), 1);
}

/// A fine checkerboard has half the light of white: 188 in sRGB. Mixed as numbers it becomes 128. In gray files as well.
void TestImageOutputs::convert_linearLight()
{
    Picture board = filled(256, 256, 0, 0, 0);
    for (int y = 0; y < 256; ++y)
        for (int x = 0; x < 256; ++x)
            for (int c = 0; c < 3; ++c)
                board.samples[(qsizetype(y) * 256 + x) * 3 + c] = (x + y) % 2 ? 255 : 0;
    QJsonObject options{{u"resize"_s, u"percent"_s}, {u"percent"_s, 25}};
    const Picture numbers = decodePicture(convertedFile(encodePng(board), u"png"_s, options));
    options.insert(u"linear_light"_s, true);
    const Picture light = decodePicture(convertedFile(encodePng(board), u"png"_s, options));
    QVERIFY2(std::abs(numbers.at(30, 30, 0) - 128) <= 2, QByteArray::number(numbers.at(30, 30, 0)).constData());
    QVERIFY2(std::abs(light.at(30, 30, 0) - 188) <= 2, QByteArray::number(light.at(30, 30, 0)).constData());
    const QByteArray gray = convertedFile(encodePng(board), u"png"_s);
    QVERIFY(gray.at(25) == 0); // the color type
    const Picture grayLight = decodePicture(convertedFile(gray, u"png"_s, options));
    QVERIFY2(std::abs(grayLight.at(30, 30, 0) - 188) <= 2, QByteArray::number(grayLight.at(30, 30, 0)).constData());
}

/// Beside an edge the dark side gets darker and the light one lighter; flat areas stay.
void TestImageOutputs::convert_sharpen()
{
    Picture edge = filled(64, 64, 100, 100, 100);
    for (int y = 0; y < 64; ++y)
        for (int x = 32; x < 64; ++x)
            for (int c = 0; c < 3; ++c)
                edge.samples[(qsizetype(y) * 64 + x) * 3 + c] = 150;
    const Picture sharp = decodePicture(convertedFile(encodePng(edge), u"png"_s, {{u"sharpen"_s, 1.5}}));
    QCOMPARE(sharp.size(), edge.size());
    // A Gaussian of one pixel takes 0.3 of the step to the other side; one and a half times that is added.
    QVERIFY2(std::abs(sharp.at(31, 30, 0) - 77.5) < 3, QByteArray::number(sharp.at(31, 30, 0)).constData());
    QVERIFY2(std::abs(sharp.at(32, 30, 0) - 172.5) < 3, QByteArray::number(sharp.at(32, 30, 0)).constData());
    QCOMPARE(sharp.at(10, 30, 0), 100);
    QCOMPARE(sharp.at(55, 30, 0), 150);
}

/// What nobody sees is not mixed into what they see: a dark disc in front of hidden white gets no other edge.
void TestImageOutputs::convert_sharpenHidden()
{
    Picture picture = filled(64, 64, 255, 255, 255);
    QByteArray alpha(64 * 64, '\0');
    for (int i = 0; i < 64 * 64; ++i) {
        const int x = i % 64 - 32;
        const int y = i / 64 - 32;
        if (x * x + y * y >= 400)
            continue;
        alpha[i] = char(255);
        std::fill_n(picture.samples.begin() + qsizetype(3) * i, 3, uchar(64));
    }
    const QByteArray sharp = convertedFile(encodePng(picture, alpha), u"png"_s, {{u"sharpen"_s, 2.0}});
    const Picture onDisc = decodePicture(convertedFile(sharp, u"png"_s, {{u"crop_left"_s, 10}, {u"crop_top"_s, 31}}));
    for (int x = 3; x < 40; ++x)
        QCOMPARE(onDisc.at(x, 1, 0), 64);
}

void TestImageOutputs::convert_fillCutsTheMiddle()
{
    const Picture source = testPicture(400, 200);
    const Picture result = decodePicture(
        convertedFile(encodePng(source), u"png"_s, {{u"resize"_s, u"fill"_s}, {u"width"_s, 100}, {u"height"_s, 100}}));
    QCOMPARE(result.size(), QSize(100, 100));
    QVERIFY(rms(cropped(scaledByBoxes(source, QSize(200, 100)), QRect(50, 0, 100, 100)), result) < 3);
    const Picture tall = testPicture(200, 400);
    const Picture square = decodePicture(
        convertedFile(encodePng(tall), u"png"_s, {{u"resize"_s, u"fill"_s}, {u"width"_s, 100}, {u"height"_s, 100}}));
    QVERIFY(rms(cropped(scaledByBoxes(tall, QSize(100, 200)), QRect(0, 50, 100, 100)), square) < 3);
}

void TestImageOutputs::policy_refuses_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray png = encodePng(filled(8, 8, 1, 2, 3));
    QTest::newRow("label") << u"label:text"_s << QByteArray();
    QTest::newRow("caption") << u"caption:text"_s << QByteArray();
    QTest::newRow("canvas") << u"xc:red"_s << QByteArray();
    QTest::newRow("gradient") << u"gradient:red-blue"_s << QByteArray();
    QTest::newRow("https") << u"https://127.0.0.1:9/x.png"_s << QByteArray();
    QTest::newRow("http") << u"http://127.0.0.1:9/x.png"_s << QByteArray();
    QTest::newRow("@file") << u"@{file}"_s << QByteArray("other.png\n");
    QTest::newRow("ephemeral") << u"ephemeral:{file}"_s << png;
    QTest::newRow("text") << u"text:{file}"_s << QByteArray("secret");
    QTest::newRow("mvg") << u"mvg:{file}"_s << QByteArray("viewbox 0 0 9 9\nfill red\nrectangle 0,0 9,9\n");
    QTest::newRow("msl") << u"msl:{file}"_s << QByteArray("<image><read filename=\"xc:red\"/></image>");
    QTest::newRow("svg") << u"svg:{file}"_s
                         << QByteArray(
                                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='x'/></svg>");
    QTest::newRow("msvg") << u"msvg:{file}"_s << QByteArray("<svg width='9' height='9'></svg>");
    QTest::newRow("postscript") << u"ps:{file}"_s << QByteArray("%!PS\nshowpage\n");
    QTest::newRow("pdf") << u"pdf:{file}"_s << QByteArray("%PDF-1.4\n");
    QTest::newRow("jpeg, which has a codec of its own") << u"jpeg:{file}"_s << encodeJpeg(filled(8, 8, 1, 2, 3), 90);
}

/// ImageMagick's own program under Convoy's policy: nothing but pictures, whatever a name says.
void TestImageOutputs::policy_refuses()
{
    if (!hasProgram(u"convert"_s))
        QSKIP("ImageMagick's program is not here");
    QFETCH(QString, input);
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"input"_s);
    QVERIFY(writeFile(path, bytes));
    const QString output = folder.filePath(u"out.png"_s);
    const Ran ran = runProgram(u"convert"_s, {input.replace(u"{file}"_s, path), "png:"_L1 + output});
    QVERIFY(ran.status != 0);
    QVERIFY(!QFile::exists(output));
    QVERIFY(!ran.errors.isEmpty());
    QCOMPARE(readFile(path), bytes); // ephemeral: would have removed it
}

/// The control: it is the policy that refuses the others.
void TestImageOutputs::policy_allowsPictures()
{
    if (!hasProgram(u"convert"_s))
        QSKIP("ImageMagick's program is not here");
    QTemporaryDir folder;
    const QString path = folder.filePath(u"input"_s);
    QVERIFY(writeFile(path, encodePng(filled(8, 8, 1, 2, 3))));
    const Ran ran = runProgram(u"convert"_s, {"png:"_L1 + path, "png:"_L1 + folder.filePath(u"out.png"_s)});
    QVERIFY2(ran.status == 0, ran.errors.constData());
}

// What a conversion is expected to use besides its pixels (imageprobe.cpp) and a little more.
constexpr qint64 hostileMebibytes = 64;

qint64 peakKilobytes()
{
    const QByteArray status = readFile(u"/proc/self/status"_s);
    const qsizetype at = status.indexOf("VmHWM:");
    return at < 0 ? 0 : status.sliced(at + 6, status.indexOf("kB", at) - at - 6).trimmed().toLongLong();
}

void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5"); // proc(5)
}

/// The control: memory that is used is seen.
void TestImageOutputs::hostile_memoryIsSeen()
{
    forgetPeak();
    const qint64 before = peakKilobytes();
    QByteArray used((hostileMebibytes + 16) << 20, 'x');
    QVERIFY(used.count('x') > 0);
    QVERIFY(before > 0 && (peakKilobytes() - before) / 1024 >= hostileMebibytes);
}

void TestImageOutputs::hostile_quickAndSmall_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png 30000x30000") << hugePng(30000, 30000);
    QTest::newRow("png 16000x16000 that ends at once") << hugePng(16000, 16000);
    QTest::newRow("tiff 16000x16000 that ends at once") << hugeTiff(16000, 16000);
    QTest::newRow("tiff 2^31 wide") << hugeTiff(0x80000000U, 4);
    QTest::newRow("tiff 60000x60000") << hugeTiff(60000, 60000);
    QTest::newRow("gif of 100,000 frames") << longGif(100000);
    QTest::newRow("pnm 16000x16000 that ends at once") << QByteArray("P6 16000 16000 255\nabc");
    QTest::newRow("psd 15900x15900 that ends at once")
        << QByteArray::fromHex("384250530001000000000000000300003e1c00003e1c000800030000000000000000000000000001")
            + QByteArray(20, '\0');
    const QByteArray jpeg = encodeJpeg(testPicture(64, 64), 90);
    const qsizetype frame = jpeg.indexOf(QByteArray("\xFF\xC0", 2));
    QByteArray lying = jpeg;
    lying.replace(frame + 5, 4, QByteArray("\xFF\xDC\xFF\xDC", 4));
    QTest::newRow("jpeg 65500x65500") << lying;
    lying.replace(frame + 5, 4, QByteArray("\x3E\x80\x3E\x80", 4));
    QTest::newRow("jpeg 16000x16000 that ends at once") << lying;
    const QString corpus = corpusFolder();
    if (corpus.isEmpty())
        return;
    QDir folder(corpus + "/photo"_L1);
    for (const QString &name : folder.entryList(
             {u"broken*"_s, u"truncated*"_s, u"crash-*"_s, u"decompression_bomb*"_s, u"reallybig*"_s, u"badrle*"_s}))
        QTest::newRow(qPrintable(name)) << readFile(folder.filePath(name));
}

/// One clear error, within two seconds and without memory for what a header claims.
void TestImageOutputs::hostile_quickAndSmall()
{
    QFETCH(QByteArray, bytes);
    forgetPeak();
    const qint64 before = peakKilobytes();
    QElapsedTimer timer;
    timer.start();
    const Result<Converted> converted = convertImage(bytes, u"webp"_s, {{u"frames"_s, u"all"_s}});
    QVERIFY(!converted);
    QVERIFY(converted.error().kind == ErrorKind::DamagedInput || converted.error().kind == ErrorKind::LimitExceeded
            || converted.error().kind == ErrorKind::UnsupportedFormat);
    QVERIFY(!converted.error().message.isEmpty());
    QVERIFY2(timer.elapsed() < 2000, QByteArray::number(timer.elapsed()).constData());
    const qint64 grown = (peakKilobytes() - before) / 1024;
    QVERIFY2(grown < hostileMebibytes, QByteArray::number(grown).constData());
}

} // namespace

QTEST_GUILESS_MAIN(TestImageOutputs)
#include "tst_imageoutputs.moc"
