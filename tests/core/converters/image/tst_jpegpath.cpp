// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/imagetest.h"

#include <QElapsedTimer>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// JPEG to JPEG without leaving the file's own samples, against turns, cuts and boxes made by hand on what libjpeg decodes.
class TestJpegPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { warmUpFamily(); }
    void convert_everyTurn_data();
    void convert_everyTurn();
    void convert_turnedColor();
    void convert_samplesAreKept();
    void convert_grayStaysGray();
    void convert_likeTheLongWay();
    void convert_restOfColor();
    void convert_damage_data();
    void convert_damage();
    void convert_manyScans();
    void verify_damage();
};

void TestJpegPath::convert_everyTurn_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QJsonObject>("options");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const auto row = [orientation](const char *name, const QJsonObject &options) {
            QTest::addRow("%d %s", orientation, name) << orientation << options;
        };
        row("as it is", {});
        row("fit", {{u"resize"_s, u"fit"_s}, {u"width"_s, 97}, {u"height"_s, 0}});
        row("fit, an eighth", {{u"resize"_s, u"fit"_s}, {u"width"_s, 33}, {u"height"_s, 0}});
        row("enlarged", {{u"resize"_s, u"percent"_s}, {u"percent"_s, 150}, {u"only_shrink"_s, false}});
        row("stretched", {{u"resize"_s, u"exact"_s}, {u"width"_s, 60}, {u"height"_s, 151}});
        row("fill", {{u"resize"_s, u"fill"_s}, {u"width"_s, 81}, {u"height"_s, 81}});
        row("crop", {{u"crop_left"_s, 31}, {u"crop_top"_s, 17}, {u"crop_width"_s, 99}, {u"crop_height"_s, 75}});
        row("crop, turn, mirror and fill",
            {{u"crop_left"_s, 30},
             {u"crop_top"_s, 18},
             {u"crop_width"_s, 190},
             {u"crop_height"_s, 160},
             {u"rotate"_s, 270},
             {u"flip"_s, u"horizontal"_s},
             {u"resize"_s, u"fill"_s},
             {u"width"_s, 64},
             {u"height"_s, 40}});
    }
}

Picture expectedFor(Picture picture, const QJsonObject &options)
{
    const auto number = [&options](const char *key) { return options.value(QLatin1StringView(key)).toInt(); };
    if (number("crop_width") > 0)
        picture = cropped(picture,
                          QRect(number("crop_left"), number("crop_top"), number("crop_width"), number("crop_height")));
    if (number("rotate") == 270)
        picture = oriented(picture, 8);
    if (options.contains("flip"_L1))
        picture = oriented(picture, 2);
    const QString mode = options.value("resize"_L1).toString();
    const QSize size = picture.size();
    if (mode == "fit"_L1)
        return scaledByBoxes(picture,
                             QSize(number("width"), qRound(double(size.height()) * number("width") / size.width())));
    if (mode == "percent"_L1)
        return scaledByBoxes(picture, QSize(qRound(size.width() * 1.5), qRound(size.height() * 1.5)));
    if (mode == "exact"_L1)
        return scaledByBoxes(picture, QSize(number("width"), number("height")));
    if (mode != "fill"_L1)
        return picture;
    const double scale = std::max(double(number("width")) / size.width(), double(number("height")) / size.height());
    const QSize whole(qRound(size.width() * scale), qRound(size.height() * scale));
    const QRect cut((whole.width() - number("width")) / 2, (whole.height() - number("height")) / 2, number("width"),
                    number("height"));
    return cropped(scaledByBoxes(picture, whole), cut);
}

void TestJpegPath::convert_everyTurn()
{
    QFETCH(int, orientation);
    QFETCH(QJsonObject, options);
    const QByteArray plain = encodeJpeg(testPicture(301, 235), 97);
    const QByteArray jpeg = withExif(plain, exifBlock(orientation, "2019:05:04 12:30:01", "Pinhole"));
    options.insert(u"quality"_s, 97);
    const Picture result = decodePicture(convertedFile(jpeg, u"jpg"_s, options));
    const Picture expected = expectedFor(oriented(decodePicture(plain), orientation), options);
    QCOMPARE(result.size(), expected.size());
    const double error = rms(expected, result);
    QVERIFY2(error < 3.5, QByteArray::number(error).constData());
}

/// Of half the width only; a turned one is of half the height.
void TestJpegPath::convert_turnedColor()
{
    const QByteArray wide = encodeJpeg(testPicture(96, 64), 97, false);
    const QByteArray tall = convertedFile(wide, u"jpg"_s, {{u"rotate"_s, 90}, {u"quality"_s, 97}});
    QCOMPARE(uchar(tall[tall.indexOf(QByteArray("\xFF\xC0\x00\x11", 4)) + 11]), uchar(0x12));
    QVERIFY(rms(decodePicture(tall), oriented(decodePicture(wide), 6)) < 3.5);
}

/// With nothing to do and the same tables, decoding and encoding again changes hardly a sample.
void TestJpegPath::convert_samplesAreKept()
{
    const QByteArray jpeg = encodeJpeg(testPicture(301, 235), 90);
    const QByteArray again = convertedFile(jpeg, u"jpg"_s, {{u"quality"_s, 90}});
    const double error = rms(decodePicture(jpeg), decodePicture(again));
    QVERIFY2(error < 0.6, QByteArray::number(error).constData());
}

void TestJpegPath::convert_grayStaysGray()
{
    if (!hasProgram(u"convert"_s))
        QSKIP("no program to make a gray JPEG");
    QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u"x.png"_s), encodePng(testPicture(300, 200))));
    runProgram(u"convert"_s, {folder.filePath(u"x.png"_s), u"-colorspace"_s, u"Gray"_s, folder.filePath(u"x.jpg"_s)});
    const QByteArray gray = readFile(folder.filePath(u"x.jpg"_s));
    QCOMPARE(jpegComponents(gray), 1);
    const QByteArray result = convertedFile(gray, u"jpg"_s, {{u"resize"_s, u"fit"_s}, {u"width"_s, 100}});
    QCOMPARE(jpegComponents(result), 1);
    QVERIFY(rms(scaledByBoxes(decodePicture(gray), QSize(100, 67)), decodePicture(result)) < 3);
    // The long way as well: gamma leaves the short one.
    QCOMPARE(jpegComponents(convertedFile(gray, u"jpg"_s, {{u"gamma"_s, 1.2}})), 1);
}

/// A gamma that does nothing visible takes the way through RGB and ImageMagick's filter.
void TestJpegPath::convert_likeTheLongWay()
{
    const QString corpus = corpusFolder();
    if (corpus.isEmpty())
        QSKIP("the corpus of real files is not here (CONVOY_CORPUS)");
    const QByteArray photo = readFile(corpus + "/photo/landscape_orientation_6.jpg"_L1);
    const QJsonObject options{{u"resize"_s, u"fit"_s}, {u"width"_s, 640}, {u"height"_s, 640}, {u"quality"_s, 95}};
    QJsonObject longWay = options;
    longWay.insert(u"white_point"_s, 99.99);
    const Picture quick = decodePicture(convertedFile(photo, u"jpg"_s, options));
    const Picture slow = decodePicture(convertedFile(photo, u"jpg"_s, longWay));
    QCOMPARE(quick.size(), QSize(640, 427));
    const double error = rms(quick, slow);
    QVERIFY2(error < 3, QByteArray::number(error).constData());
}

/// Color that is stored at half size stays so, and no smaller file is made of one that has it whole.
void TestJpegPath::convert_restOfColor()
{
    const QByteArray half = encodeJpeg(testPicture(64, 48), 90);
    const auto factors = [](const QByteArray &jpeg) {
        const qsizetype frame = jpeg.indexOf(QByteArray("\xFF\xC0\x00\x11", 4));
        return frame < 0 ? 0 : int(uchar(jpeg[frame + 11]));
    };
    QCOMPARE(factors(half), 0x22);
    QCOMPARE(factors(convertedFile(half, u"jpg"_s, {{u"resize"_s, u"percent"_s}})), 0x22);
    QCOMPARE(factors(convertedFile(half, u"jpg"_s, {{u"gamma"_s, 1.1}})), 0x22);
    const QByteArray whole = convertedFile(encodePng(testPicture(64, 48)), u"jpg"_s, {{u"quality"_s, 95}});
    QCOMPARE(factors(whole), 0x11);
    QCOMPARE(factors(convertedFile(whole, u"jpg"_s, {{u"resize"_s, u"percent"_s}})), 0x11);
    QCOMPARE(factors(convertedFile(encodePng(testPicture(64, 48)), u"jpg"_s, {{u"quality"_s, 80}})), 0x22);
}

void TestJpegPath::convert_damage_data()
{
    QTest::addColumn<QByteArray>("jpeg");
    QTest::addColumn<bool>("sound");
    const QByteArray good = encodeJpeg(testPicture(301, 235), 90);
    const qsizetype middle = good.size() / 2;
    QTest::newRow("ends early") << good.first(middle) << false;
    QTest::newRow("no end marker") << good.chopped(2) << true; // every pixel is there
    const QByteArray passes = convertedFile(good, u"jpg"_s, {{u"progressive"_s, true}});
    QTest::newRow("no end marker, where passes may be missing") << passes.chopped(2) << false;
    QTest::newRow("a hole of zeros") << good.first(middle) + QByteArray(200, '\0') + good.sliced(middle + 200) << false;
    QTest::newRow("only a header") << good.first(623) << false;
    QTest::newRow("something behind it") << good + "trailing bytes" << true;
    QTest::newRow("odd comment") << good.first(2)
            + QByteArray("\xFF\xFE\x00\x08"
                         "corrupt",
                         11)
                  .first(10)
            + good.sliced(2) << true;
}

/// Told by libjpeg's codes.
void TestJpegPath::convert_damage()
{
    QFETCH(QByteArray, jpeg);
    QFETCH(bool, sound);
    for (const QString &extension : {u"jpg"_s, u"png"_s}) {
        const Result<Converted> converted = convertImage(jpeg, extension);
        QCOMPARE(bool(converted), sound);
        if (!sound)
            QCOMPARE(errorKindName(converted.error().kind), errorKindName(ErrorKind::DamagedInput));
    }
}

/// Thousands of empty passes over a large picture: a few kilobytes that would take minutes.
void TestJpegPath::convert_manyScans()
{
    const QByteArray good = convertedFile(encodePng(filled(2000, 2000, 120, 130, 140)), u"jpg"_s,
                                          {{u"progressive"_s, true}});
    const qsizetype last = good.lastIndexOf(QByteArray("\xFF\xDA", 2));
    QVERIFY(last > 0);
    const QByteArray scan = good.sliced(last).chopped(2);
    const QByteArray bomb = good.first(last) + scan.repeated(5000) + "\xFF\xD9";
    QElapsedTimer timer;
    timer.start();
    const Result<Converted> converted = convertImage(bomb, u"jpg"_s);
    QVERIFY(!converted);
    QVERIFY2(converted.error().kind == ErrorKind::LimitExceeded || converted.error().kind == ErrorKind::DamagedInput,
             errorKindName(converted.error().kind).data());
    QVERIFY(timer.elapsed() < 4000);
}

void TestJpegPath::verify_damage()
{
    const ImageConverter converter;
    const Result<Converted> converted = convertImage(encodeJpeg(testPicture(301, 235), 90), u"jpg"_s);
    QVERIFY(converted);
    const QByteArray good = converted->files.value(0);
    ConvertHarness harness;
    const QVariantMap facts = converted->report.outputs.front();
    QVERIFY(converter.verify(InputFile::fromBytes(good, "x").fd(), facts, harness.context()));
    QVERIFY(!converter.verify(InputFile::fromBytes(good.first(good.size() - 40), "x").fd(), facts, harness.context()));
}

} // namespace

QTEST_GUILESS_MAIN(TestJpegPath)
#include "tst_jpegpath.moc"
