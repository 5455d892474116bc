// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/convertercontract.h"

#include "core/converters/image/imagetest.h"

#include <cmath>
#include <numbers>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Converted and then decoded by a library of its own (libpng, libjpeg): never by what wrote it.
Picture picture(const QByteArray &bytes, const QString &extension, const QJsonObject &options = {})
{
    return decodePicture(convertedFile(bytes, extension, options));
}

class TestImageConverter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void contract_data() { contractRules(); }
    void contract();

    void probe_facts_data();
    void probe_facts();
    void probe_dateAndCamera();
    void probe_hostile_data();
    void probe_hostile();

    void convert_orientations();
    void convert_keepsOrientationWhenAsked();
    void convert_gamma();
    void convert_levels();
    void convert_crop();
    void convert_cropOutside();
    void convert_resize_data();
    void convert_resize();
    void convert_filter_data();
    void convert_filter();
    void convert_rotate();
    void convert_flip();
    void convert_ppi();
    void convert_quality();
    void convert_maximumSize();
    void convert_progressive();
    void convert_metadata_data();
    void convert_metadata();
    void convert_thumbnailGoes();
    void convert_textOfNumbers();
    void convert_animation();
    void convert_endlessAnimation();
    void convert_pages();
    void convert_avifUpright();
    void convert_avifOutput();
    void convert_jpegXl_data();
    void convert_jpegXl();
    void convert_reencodedFormats_data();
    void convert_reencodedFormats();
    void verify_changedPixel();
    void verify_otherSize();
    void preview_converted();

private:
    QByteArray corpus(const QString &name) const { return readFile(m_corpus + "/photo/"_L1 + name); }

    ImageConverter m_converter;
    QString m_corpus;
};

#define NEED_CORPUS()                                                                                                       \
    if (m_corpus.isEmpty())                                                                                                 \
    QSKIP("the corpus of real files is not here (CONVOY_CORPUS)")

void TestImageConverter::initTestCase()
{
    qputenv("MAGICK_CONFIGURE_PATH", CONVOY_MAGICK_POLICY);
    warmUpFamily();
    m_corpus = corpusFolder();
}

void TestImageConverter::contract()
{
    QFETCH(QString, rule);
    const ContractSubject subject{
        .converter = &m_converter,
        .id = u"image"_s,
        .extension = u"jpg"_s,
        .good = encodeJpeg(testPicture(640, 480), 90),
        .name = "photo.jpg",
        .lying = {{"png 30000x30000", hugePng(30000, 30000)},
                  {"png 2^31-1 wide", hugePng(0x7FFFFFFF, 1)},
                  {"tiff 2^31 wide", hugeTiff(0x80000000U, 4)},
                  {"tiff 60000x60000", hugeTiff(60000, 60000)},
                  {"bmp 65535x65535", hugeBmp(65535, 65535)},
                  {"gif 65535x65535", hugeGif(65535, 65535)},
                  {"pnm 2000000000 wide", QByteArray("P6\n2000000000 2\n255\n") + QByteArray(4000, 'x')}},
    };
    checkContract(subject, rule);
}

void TestImageConverter::probe_facts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("frames");
    QTest::addColumn<int>("bits");
    QTest::addColumn<QString>("summary");
    const auto row = [](const char *name, const char *format, QSize size, int frames = 1, int bits = 8,
                        const QString &summary = {}) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(format) << size << frames << bits << summary;
    };
    row("landscape_orientation_3.jpg", "jpeg", {1800, 1200}, 1, 8, u"1800×1200"_s);
    row("landscape_orientation_5.jpg", "jpeg", {1800, 1200}, 1, 8, u"1800×1200"_s);
    row("landscape_orientation_6.jpg", "jpeg", {1800, 1200}, 1, 8, u"1800×1200"_s);
    row("landscape_orientation_8.jpg", "jpeg", {1800, 1200}, 1, 8, u"1800×1200"_s);
    row("16bit.cropped.tif", "tiff", {64, 64}, 1, 16, u"64×64 16 bit"_s);
    row("16_bit_binary.pgm", "pnm", {20, 100}, 1, 16);
    row("multipage.tiff", "tiff", {10, 10}, 3, 1);
    row("dispose_bgnd.gif", "gif", {100, 100}, 5);
    row("rot1mir0.avif", "avif", {640, 427});
    row("hopper.avif", "avif", {128, 128});
    row("hopper.heif", "heif", {128, 128});
    row("hopper.webp", "webp", {128, 128});
    row("hopper.ppm", "pnm", {128, 128});
    row("pil_sample_cmyk.jpg", "jpeg", {100, 100});
    row("transparent.png", "png", {200, 150});
    row("pal8rle.bmp", "bmp", {127, 64});
}

void TestImageConverter::probe_facts()
{
    NEED_CORPUS();
    QFETCH(QString, name);
    QFETCH(QString, format);
    QFETCH(QSize, size);
    QFETCH(int, frames);
    QFETCH(int, bits);
    QFETCH(QString, summary);
    const InputFile file = InputFile::fromPath(m_corpus + "/photo/"_L1 + name);
    QVERIFY(file.isValid());
    const Result<MediaInfo> info = m_converter.probe(file.input());
    QVERIFY2(info, info ? "" : qPrintable(info.error().message + u' ' + info.error().detail));
    QCOMPARE(info->formatId, format);
    QCOMPARE(QSize(info->width, info->height), size);
    QCOMPARE(info->frames, frames);
    QCOMPARE(info->bitsStored, bits);
    if (!summary.isEmpty())
        QCOMPARE(info->summary, summary);
    QVERIFY(info->cpuSeconds > 0 && info->memoryBytes > 0);
}

void TestImageConverter::probe_dateAndCamera()
{
    const QByteArray jpeg = withExif(encodeJpeg(testPicture(16, 16), 90), exifBlock(1, "2019:05:04 12:30:01", "Pinhole"));
    const InputFile file = InputFile::fromBytes(jpeg, "x.jpg");
    const Result<MediaInfo> info = m_converter.probe(file.input());
    QVERIFY(info);
    QCOMPARE(info->tags.value(u"date"_s), u"2019-05-04"_s);
    QCOMPARE(info->tags.value(u"time"_s), u"12:30:01"_s);
    QCOMPARE(info->tags.value(u"camera"_s), u"Pinhole"_s);
}

void TestImageConverter::probe_hostile_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"broken.png", "broken_data_stream.png", "truncated_jpeg.jpg", "crash-0c7e0e8e11ce787078f00b5b0ca409a167f070e0.tif",
          "decompression_bomb.gif", "reallybig.bmp", "badrle.bmp"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// One clear error on the way from probe to convert, soon, and no output that looks finished.
void TestImageConverter::probe_hostile()
{
    NEED_CORPUS();
    QFETCH(QString, name);
    const ContractSubject subject{.converter = &m_converter, .id = u"image"_s, .extension = u"png"_s};
    const InputFile file = InputFile::fromPath(m_corpus + "/photo/"_L1 + name);
    QVERIFY(file.isValid());
    ConvertHarness harness;
    const ContractRun run = runConverter(subject, file, harness);
    QVERIFY2(!run.report, describe(run.report).constData());
    QVERIFY2(run.report.error().kind == ErrorKind::DamagedInput || run.report.error().kind == ErrorKind::LimitExceeded,
             describe(run.report).constData());
    QVERIFY(run.cpuSeconds < 2);
}

/// The four files of the corpus show one picture: after conversion their pixels agree.
void TestImageConverter::convert_orientations()
{
    NEED_CORPUS();
    QList<Picture> pictures;
    for (const int orientation : {3, 5, 6, 8}) {
        const QByteArray bytes = corpus(u"landscape_orientation_%1.jpg"_s.arg(orientation));
        const Picture upright = picture(bytes, u"png"_s);
        QCOMPARE(upright.size(), QSize(1800, 1200));
        // By the definition of the tag (Exif 2.32, 4.6.4), on what libjpeg decodes.
        const double error = rms(oriented(decodePicture(bytes), orientation), upright);
        QVERIFY2(error < 0.01, QByteArray::number(error).constData());
        pictures.append(upright);
    }
    for (const Picture &other : pictures)
        QVERIFY2(rms(pictures.first(), other) < 12,
                 QByteArray::number(rms(pictures.first(), other)).constData()); // each shows its number in the middle
}

void TestImageConverter::convert_keepsOrientationWhenAsked()
{
    const QByteArray jpeg = withExif(encodeJpeg(testPicture(64, 32), 95), exifBlock(6, "2019:05:04 12:30:01", "Pinhole"));
    QCOMPARE(picture(jpeg, u"png"_s).size(), QSize(32, 64));
    QCOMPARE(picture(jpeg, u"png"_s, {{u"auto_orient"_s, false}}).size(), QSize(64, 32));
    // The tag stays with the pixels, or goes where they were turned: nothing is turned twice.
    const Result<Converted> turned = convertImage(jpeg, u"jpg"_s);
    QVERIFY(turned);
    QCOMPARE(exifOrientation(turned->files.value(0)), 1);
    const Result<Converted> kept = convertImage(jpeg, u"jpg"_s, {{u"auto_orient"_s, false}});
    QVERIFY(kept);
    QCOMPARE(exifOrientation(kept->files.value(0)), 6);
}

void TestImageConverter::convert_gamma()
{
    const Picture source = testPicture(64, 16);
    for (const double gamma : {0.5, 1.0, 1.8}) {
        const Picture result = picture(encodePng(source), u"png"_s, {{u"gamma"_s, gamma}});
        QCOMPARE(result.size(), source.size());
        for (qsizetype i = 0; i < source.samples.size(); ++i) {
            const double expected = 255 * std::pow(source.samples[i] / 255.0, 1 / gamma);
            QVERIFY2(std::abs(result.samples[i] - expected) <= 1,
                     qPrintable(u"%1 became %2, not %3"_s.arg(source.samples[i]).arg(result.samples[i]).arg(expected)));
        }
    }
}

void TestImageConverter::convert_levels()
{
    const Picture source = testPicture(64, 16);
    const Picture result = picture(encodePng(source), u"png"_s, {{u"black_point"_s, 20}, {u"white_point"_s, 80}});
    QCOMPARE(result.samples.size(), source.samples.size());
    for (qsizetype i = 0; i < source.samples.size(); ++i) {
        const double expected = std::clamp((source.samples[i] / 255.0 - 0.2) / 0.6, 0.0, 1.0) * 255;
        QVERIFY(std::abs(result.samples[i] - expected) <= 1.01);
    }
}

void TestImageConverter::convert_crop()
{
    const Picture source = testPicture(100, 80);
    const QJsonObject options{{u"crop_left"_s, 10}, {u"crop_top"_s, 20}, {u"crop_width"_s, 30}, {u"crop_height"_s, 40}};
    const Picture result = picture(encodePng(source), u"png"_s, options);
    QCOMPARE(result.size(), QSize(30, 40));
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 30; ++x)
            for (int c = 0; c < 3; ++c)
                QCOMPARE(result.at(x, y, c), source.at(x + 10, y + 20, c));
}

void TestImageConverter::convert_cropOutside()
{
    const QByteArray png = encodePng(testPicture(100, 80));
    const Result<Converted> clipped = convertImage(png, u"png"_s, {{u"crop_left"_s, 90}, {u"crop_width"_s, 50}});
    QVERIFY(clipped);
    QCOMPARE(decodePicture(clipped->files.value(0)).size(), QSize(10, 80));
    QCOMPARE(clipped->report.warnings.size(), 1);
    QCOMPARE(convertImage(png, u"png"_s, {{u"crop_top"_s, 70}, {u"crop_height"_s, 50}})->report.warnings.size(), 1);
    const Result<Converted> nothing = convertImage(png, u"png"_s, {{u"crop_left"_s, 100}});
    QVERIFY(!nothing);
    QCOMPARE(errorKindName(nothing.error().kind), errorKindName(ErrorKind::InvalidOption));
}

void TestImageConverter::convert_resize_data()
{
    QTest::addColumn<QJsonObject>("options");
    QTest::addColumn<QSize>("size");
    const auto row = [](const char *name, const QString &mode, int width, int height, QSize size, bool onlyShrink = true) {
        QTest::newRow(name) << QJsonObject{{u"resize"_s, mode},
                                           {u"width"_s, width},
                                           {u"height"_s, height},
                                           {u"only_shrink"_s, onlyShrink}}
                            << size;
    };
    row("fit", u"fit"_s, 100, 100, {100, 75});
    row("fit by width", u"fit"_s, 200, 0, {200, 150});
    row("fit by height", u"fit"_s, 0, 30, {40, 30});
    row("fill", u"fill"_s, 100, 100, {100, 100});
    row("exact", u"exact"_s, 50, 200, {50, 200});
    row("never enlarged", u"fit"_s, 4000, 3000, {400, 300});
    row("enlarged", u"fit"_s, 800, 800, {800, 600}, false);
    row("exact, only one side may shrink", u"exact"_s, 900, 100, {400, 100});
    row("exact, never enlarged", u"exact"_s, 900, 800, {400, 300});
    row("fill, never enlarged", u"fill"_s, 800, 100, {400, 100});
    QTest::newRow("percent") << QJsonObject{{u"resize"_s, u"percent"_s}, {u"percent"_s, 25}} << QSize(100, 75);
}

void TestImageConverter::convert_resize()
{
    QFETCH(QJsonObject, options);
    QFETCH(QSize, size);
    const Picture source = testPicture(400, 300);
    for (const QByteArray &bytes : {encodePng(source), encodeJpeg(source, 98)}) {
        const Picture result = picture(bytes, u"png"_s, options);
        QCOMPARE(result.size(), size);
        if (options.value("resize"_L1) != "fill"_L1)
            QVERIFY(rms(scaledByBoxes(source, size), result) < 6); // the same picture, whatever the filter
    }
}

void TestImageConverter::convert_filter_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("from");
    for (const char *filter : {"lanczos", "mitchell", "triangle", "point"}) {
        for (const char *from : {"png", "jpg"})
            QTest::addRow("%s %s", filter, from) << QString::fromLatin1(filter) << QString::fromLatin1(from);
    }
}

/// The weight of a sample at that distance, as the papers have it; Mitchell's and Netravali's with B = C = 1/3.
double weightOf(const QString &filter, double x)
{
    x = std::abs(x);
    const double a = std::numbers::pi * x;
    if (filter == "point"_L1)
        return x <= 0.5 ? 1 : 0;
    if (filter == "triangle"_L1)
        return std::max(0.0, 1 - x);
    if (filter == "lanczos"_L1)
        return x >= 3 ? 0 : x == 0 ? 1 : 3 * std::sin(a) * std::sin(a / 3) / (a * a);
    return x >= 2 ? 0 : x >= 1 ? (-7 * x * x * x + 36 * x * x - 60 * x + 32) / 18 : (21 * x * x * x - 36 * x * x + 16) / 18;
}

/// An edge, eight times as large: how steep it is and how far it swings is the filter's. JPEG has a filter of its own.
void TestImageConverter::convert_filter()
{
    QFETCH(QString, filter);
    QFETCH(QString, from);
    Picture edge = filled(32, 32, 60, 60, 60);
    for (qsizetype i = 0; i < edge.samples.size(); ++i)
        edge.samples[i] = i / 3 % 32 < 16 ? 60 : 190;
    const QByteArray bytes = from == "png"_L1 ? encodePng(edge) : encodeJpeg(edge, 100);
    const Picture large = picture(bytes, from,
                                  {{u"resize"_s, u"percent"_s},
                                   {u"percent"_s, 800},
                                   {u"only_shrink"_s, false},
                                   {u"filter"_s, filter},
                                   {u"quality"_s, 100}});
    QCOMPARE(large.size(), QSize(256, 256));
    for (int x = 100; x < 156; ++x) {
        const double center = (x + 0.5) / 8 - 0.5;
        double sum = 0;
        double weights = 0;
        for (int i = 8; i < 24; ++i) {
            const double weight = weightOf(filter, center - i);
            sum += weight * (i < 16 ? 60 : 190);
            weights += weight;
        }
        QVERIFY2(std::abs(large.at(x, 128, 1) - sum / weights) < 3.5,
                 qPrintable(u"%1: %2, not %3"_s.arg(x).arg(large.at(x, 128, 1)).arg(sum / weights)));
    }
}

void TestImageConverter::convert_rotate()
{
    const Picture source = testPicture(40, 20);
    const Picture result = picture(encodePng(source), u"png"_s, {{u"rotate"_s, 90}});
    QVERIFY(rms(oriented(source, 6), result) < 0.01);
    const Picture back = picture(encodePng(source), u"png"_s, {{u"rotate"_s, -90}});
    QVERIFY(rms(oriented(source, 8), back) < 0.01);
    const Picture slanted = picture(encodePng(source), u"png"_s, {{u"rotate"_s, 45}, {u"background"_s, u"#ff0000"_s}});
    QVERIFY(slanted.width > 40 && slanted.height > 20);
    QCOMPARE(slanted.at(0, 0, 0), 255);
    QCOMPARE(slanted.at(0, 0, 1), 0);
}

void TestImageConverter::convert_flip()
{
    const Picture source = testPicture(40, 20);
    QVERIFY(rms(oriented(source, 2), picture(encodePng(source), u"png"_s, {{u"flip"_s, u"horizontal"_s}})) < 0.01);
    QVERIFY(rms(oriented(source, 4), picture(encodePng(source), u"png"_s, {{u"flip"_s, u"vertical"_s}})) < 0.01);
}

void TestImageConverter::convert_ppi()
{
    const QByteArray png = encodePng(testPicture(16, 16));
    const Result<Converted> converted = convertImage(png, u"png"_s, {{u"ppi"_s, 300}, {u"metadata"_s, u"strip"_s}});
    QVERIFY(converted);
    QCOMPARE(pngDotsPerMeter(converted->files.value(0)), 11811);
    const Result<Converted> jpeg = convertImage(png, u"jpg"_s, {{u"ppi"_s, 72}});
    QVERIFY(jpeg);
    QCOMPARE(jpegDotsPerInch(jpeg->files.value(0)), 72);
}

void TestImageConverter::convert_quality()
{
    const QByteArray png = encodePng(testPicture(200, 200));
    const Result<Converted> low = convertImage(png, u"jpg"_s, {{u"quality"_s, 30}});
    const Result<Converted> high = convertImage(png, u"jpg"_s, {{u"quality"_s, 97}});
    QVERIFY(low && high);
    QVERIFY(low->files.value(0).size() < high->files.value(0).size());
    QVERIFY(rms(decodePicture(low->files.value(0)), testPicture(200, 200))
            > rms(decodePicture(high->files.value(0)), testPicture(200, 200)));
}

void TestImageConverter::convert_maximumSize()
{
    const Result<Converted> small = convertImage(encodePng(testPicture(600, 600)), u"jpg"_s, {{u"maximum_size"_s, 20}});
    QVERIFY(small);
    QVERIFY2(small->files.value(0).size() <= 20 * 1024, QByteArray::number(small->files.value(0).size()).constData());
    QVERIFY(small->files.value(0).size() > 5 * 1024);
}

void TestImageConverter::convert_progressive()
{
    const QByteArray png = encodePng(testPicture(64, 64));
    const Result<Converted> progressive = convertImage(png, u"jpg"_s, {{u"progressive"_s, true}});
    const Result<Converted> baseline = convertImage(png, u"jpg"_s);
    QVERIFY(progressive && baseline);
    QVERIFY(isProgressiveJpeg(progressive->files.value(0)));
    QVERIFY(!isProgressiveJpeg(baseline->files.value(0)));
}

void TestImageConverter::convert_metadata_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<bool>("flat");
    for (const char *extension : {"jpg", "png", "webp", "tif"}) {
        QTest::newRow(extension) << QString::fromLatin1(extension) << false;
        // A palette is written by another encoder.
        QTest::addRow("%s of one color", extension) << QString::fromLatin1(extension) << true;
    }
}

void TestImageConverter::convert_metadata()
{
    QFETCH(QString, extension);
    QFETCH(bool, flat);
    const Picture pixels = flat ? filled(64, 32, 90, 90, 90) : testPicture(64, 32);
    const QByteArray jpeg = withExif(encodeJpeg(pixels, 95), exifBlock(6, "2019:05:04 12:30:01", "Pinhole", true));
    const Result<Converted> kept = convertImage(jpeg, extension);
    QVERIFY(kept);
    QCOMPARE(exifText(kept->files.value(0), "Exif.Photo.DateTimeOriginal"), QByteArray("2019:05:04 12:30:01"));
    QCOMPARE(exifText(kept->files.value(0), "Exif.Image.Model"), QByteArray("Pinhole"));
    QVERIFY(!exifText(kept->files.value(0), "Exif.GPSInfo.GPSLatitude").isEmpty());
    const QByteArray orientation = exifText(kept->files.value(0), "Exif.Image.Orientation");
    QVERIFY2(orientation.isEmpty() || orientation == "1", orientation.constData());

    const Result<Converted> placeless = convertImage(jpeg, extension, {{u"metadata"_s, u"no-gps"_s}});
    QVERIFY(placeless);
    QVERIFY(exifText(placeless->files.value(0), "Exif.GPSInfo.GPSLatitude").isEmpty());
    QVERIFY(exifText(placeless->files.value(0), "Exif.Image.GPSTag").isEmpty());
    QVERIFY(!placeless->files.value(0).contains("GPS"));
    QVERIFY(!placeless->files.value(0).contains("48/1")); // as text
    QCOMPARE(exifText(placeless->files.value(0), "Exif.Photo.DateTimeOriginal"), QByteArray("2019:05:04 12:30:01"));

    const Result<Converted> stripped = convertImage(jpeg, extension, {{u"metadata"_s, u"strip"_s}});
    QVERIFY(stripped);
    QVERIFY(!stripped->files.value(0).contains("Pinhole"));
    QVERIFY(!stripped->files.value(0).contains("2019:05:04"));
}

/// It would show what was cropped away.
void TestImageConverter::convert_thumbnailGoes()
{
    const QByteArray thumbnail = encodeJpeg(filled(16, 16, 200, 10, 10), 90);
    const QByteArray jpeg = withExif(encodeJpeg(testPicture(64, 32), 95),
                                     exifBlock(1, "2019:05:04 12:30:01", "Pinhole", false, thumbnail));
    QCOMPARE(jpeg.count(thumbnail), 2);
    const Result<Converted> cropped = convertImage(jpeg, u"jpg"_s, {{u"crop_width"_s, 20}});
    QVERIFY(cropped);
    QCOMPARE(exifText(cropped->files.value(0), "Exif.Image.Model"), QByteArray("Pinhole"));
    QVERIFY(!cropped->files.value(0).contains(thumbnail));
    QCOMPARE(cropped->files.value(0).count(QByteArray("\xFF\xD8\xFF")), 1);
}

/// Numbers in text, with and without anything behind the last one, and with one too few.
void TestImageConverter::convert_textOfNumbers()
{
    const QByteArray text = "P3\n2 1\n255\n250 0 0 0 250 0";
    const Picture picture = decodePicture(convertedFile(text, u"png"_s));
    QCOMPARE(picture.samples, decodePicture(convertedFile(text + '\n', u"png"_s)).samples);
    QCOMPARE(picture.samples, (QList<uchar>{250, 0, 0, 0, 250, 0}));
    QCOMPARE(errorKindName(convertImage(text.chopped(2), u"png"_s).error().kind), errorKindName(ErrorKind::DamagedInput));
}

void TestImageConverter::convert_animation()
{
    NEED_CORPUS();
    const QByteArray gif = corpus(u"dispose_bgnd.gif"_s);
    const Result<Converted> first = convertImage(gif, u"png"_s);
    QVERIFY(first);
    QCOMPARE(first->files.size(), 1);
    QCOMPARE(first->report.warnings.size(), 1);
    const Result<Converted> each = convertImage(gif, u"png"_s, {{u"frames"_s, u"all"_s}});
    QVERIFY(each);
    QCOMPARE(each->files.size(), 5);
    for (const QByteArray &file : each->files)
        QCOMPARE(decodePicture(file).size(), QSize(100, 100));
    const Result<Converted> webp = convertImage(gif, u"webp"_s, {{u"resize"_s, u"percent"_s}, {u"percent"_s, 50}});
    QVERIFY2(webp, webp ? "" : qPrintable(webp.error().message + webp.error().detail));
    QCOMPARE(webp->files.size(), 1);
    QCOMPARE(webp->files.value(0).count("ANMF"), 5);
    const InputFile again = InputFile::fromBytes(webp->files.value(0), "again");
    QCOMPARE(m_converter.probe(again.input())->width, 50);
    QCOMPARE(convertImage(gif, u"webp"_s, {{u"frames"_s, u"first"_s}})->files.value(0).count("ANMF"), 0);
}

/// 100,000 frames: the first is quickly had, all of them are too many.
void TestImageConverter::convert_endlessAnimation()
{
    const QByteArray gif = longGif(100000);
    const double before = cpuSecondsNow();
    const Result<Converted> first = convertImage(gif, u"jpg"_s);
    QVERIFY(first);
    QCOMPARE(decodePicture(first->files.value(0)).size(), QSize(200, 200));
    const Result<Converted> all = convertImage(gif, u"webp"_s);
    QVERIFY(!all);
    QCOMPARE(errorKindName(all.error().kind), errorKindName(ErrorKind::LimitExceeded));
    QVERIFY(cpuSecondsNow() - before < 2);
}

void TestImageConverter::convert_pages()
{
    NEED_CORPUS();
    const QByteArray tiff = corpus(u"multipage.tiff"_s);
    const Result<Converted> together = convertImage(tiff, u"tif"_s);
    QVERIFY(together);
    QCOMPARE(together->files.size(), 1);
    QCOMPARE(tiffPageSizes(together->files.value(0)), tiffPageSizes(tiff));
    const Result<Converted> each = convertImage(tiff, u"png"_s, {{u"frames"_s, u"all"_s}});
    QVERIFY(each);
    QCOMPARE(each->files.size(), 3);
    QCOMPARE(decodePicture(each->files.value(2)).size(), QSize(20, 20));
}

/// The words "top" … in the picture cannot be read by a test; the light upper half (sky) and dark lower one can.
void TestImageConverter::convert_avifUpright()
{
    NEED_CORPUS();
    const Picture result = picture(corpus(u"rot1mir0.avif"_s), u"png"_s);
    QCOMPARE(result.size(), QSize(640, 427));
    QVERIFY(meanOf(result, QRect(0, 0, 640, 40)) > meanOf(result, QRect(0, 380, 640, 40)) + 30);
}

void TestImageConverter::convert_avifOutput()
{
    const Picture source = testPicture(64, 48);
    const Result<Converted> avif = convertImage(encodePng(source), u"avif"_s, {{u"quality"_s, 95}});
    QVERIFY2(avif, avif ? "" : qPrintable(avif.error().message + avif.error().detail));
    QVERIFY(avif->files.value(0).mid(4, 8) == "ftypavif");
    const QString ffmpeg = QStandardPaths::findExecutable(u"ffmpeg"_s);
    if (ffmpeg.isEmpty())
        QSKIP("no other AVIF decoder (ffmpeg) is here");
    QTemporaryDir folder;
    QFile file(folder.filePath(u"x.avif"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(avif->files.value(0));
    file.close();
    QCOMPARE(QProcess::execute(ffmpeg, {u"-v"_s, u"error"_s, u"-i"_s, file.fileName(), folder.filePath(u"x.png"_s)}), 0);
    const double error = rms(source, decodePicture(readFile(folder.filePath(u"x.png"_s))));
    QVERIFY2(error < 8, QByteArray::number(error).constData());
}

void TestImageConverter::convert_jpegXl_data()
{
    QTest::addColumn<bool>("lossless");
    QTest::newRow("lossy") << false;
    QTest::newRow("lossless") << true;
}

/// There and back: to JPEG XL, then to PNG, which libpng reads.
void TestImageConverter::convert_jpegXl()
{
    QFETCH(bool, lossless);
    const Picture source = testPicture(300, 200);
    const QByteArray png = withIccProfile(encodePng(source), exchangedPrimariesProfile());
    const Result<Converted> jxl = convertImage(png, u"jxl"_s, {{u"lossless"_s, lossless}, {u"quality"_s, 95}});
    QVERIFY2(jxl, jxl ? "" : qPrintable(jxl.error().message + jxl.error().detail));
    const Result<Converted> back = convertImage(jxl->files.value(0), u"png"_s);
    QVERIFY2(back, back ? "" : qPrintable(back.error().message + back.error().detail));
    const double error = rms(source, decodePicture(back->files.value(0)));
    QVERIFY2(lossless ? error == 0 : error < 4, QByteArray::number(error).constData());
    QVERIFY(!iccProfile(back->files.value(0)).isEmpty());

    const QByteArray jpeg = withExif(encodeJpeg(source, 95), exifBlock(6, "2019:05:04 12:30:01", "Pinhole", true));
    const Result<Converted> turned = convertImage(jpeg, u"jxl"_s, {{u"metadata"_s, u"no-gps"_s}});
    QVERIFY(turned);
    const InputFile file = InputFile::fromBytes(turned->files.value(0), "x.jxl");
    const Result<MediaInfo> info = m_converter.probe(file.input());
    QVERIFY(info);
    QCOMPARE(QSize(info->width, info->height), QSize(200, 300));
    QCOMPARE(info->tags.value(u"date"_s), u"2019-05-04"_s);
    const QByteArray whole = turned->files.value(0);
    const Result<Converted> cut = convertImage(whole.first(whole.size() / 2), u"png"_s);
    QVERIFY(!cut);
    QCOMPARE(errorKindName(cut.error().kind), errorKindName(ErrorKind::DamagedInput));
}

void TestImageConverter::convert_reencodedFormats_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"hopper.avif", "hopper.heif", "hopper.jpg", "hopper.tif", "hopper.webp"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// All show what hopper.ppm shows.
void TestImageConverter::convert_reencodedFormats()
{
    NEED_CORPUS();
    QFETCH(QString, name);
    const Picture original = decodePnm(corpus(u"hopper.ppm"_s));
    const Picture result = picture(corpus(name), u"png"_s);
    QCOMPARE(result.size(), QSize(128, 128));
    const double error = rms(original, result);
    QVERIFY2(error < 12, QByteArray::number(error).constData());
}

void TestImageConverter::verify_changedPixel()
{
    const Picture source = testPicture(64, 48);
    Picture changed = source;
    changed.samples[1000] = uchar(changed.samples[1000] ^ 1);
    const Result<Converted> converted = convertImage(encodePng(source), u"png"_s);
    QVERIFY(converted);
    const InputFile other = InputFile::fromBytes(encodePng(changed), "x.png");
    ConvertHarness harness;
    const Result<void> verified = m_converter.verify(other.fd(), converted->report.outputs.front(), harness.context());
    QVERIFY(!verified);
    QCOMPARE(errorKindName(verified.error().kind), errorKindName(ErrorKind::VerificationFailed));
    const InputFile same = InputFile::fromBytes(encodePng(source), "x.png");
    QVERIFY(m_converter.verify(same.fd(), converted->report.outputs.front(), harness.context()));
}

void TestImageConverter::verify_otherSize()
{
    const Result<Converted> converted = convertImage(encodePng(testPicture(64, 48)), u"jpg"_s);
    QVERIFY(converted);
    const InputFile other = InputFile::fromBytes(encodeJpeg(testPicture(64, 47), 90), "x.jpg");
    ConvertHarness harness;
    QVERIFY(!m_converter.verify(other.fd(), converted->report.outputs.front(), harness.context()));
}

void TestImageConverter::preview_converted()
{
    const QByteArray jpeg = withExif(encodeJpeg(testPicture(640, 320), 95), exifBlock(6, "2019:05:04 12:30:01", "Pinhole"));
    const InputFile file = InputFile::fromBytes(jpeg, "x.jpg");
    ConvertHarness harness;
    const OptionValues options = optionsFor(
        u"image",
        {{u"crop_width"_s, 160}, {u"crop_height"_s, 160}, {u"gamma"_s, 2.0}, {u"resize"_s, u"fit"_s}, {u"width"_s, 10}});
    const Result<PreviewPicture> stored = m_converter.preview({.input = file.input(), .options = options, .maximumSize = 64},
                                                              harness.context());
    QVERIFY(stored);
    QCOMPARE(QSize(stored->width, stored->height), QSize(32, 64));
    QCOMPARE(QSize(stored->sourceWidth, stored->sourceHeight), QSize(320, 640));
    const Result<PreviewPicture> converted = m_converter.preview(
        {.input = file.input(), .options = options, .maximumSize = 64, .converted = true}, harness.context());
    QVERIFY(converted);
    QCOMPARE(QSize(converted->width, converted->height), QSize(64, 64));
    const Picture expected = scaledByBoxes(cropped(oriented(testPicture(640, 320), 6), QRect(0, 0, 160, 160)),
                                           QSize(64, 64));
    double difference = 0;
    for (qsizetype i = 0; i < 64 * 64; ++i) {
        QCOMPARE(uchar(converted->rgba[i * 4 + 3]), uchar(255));
        difference += std::abs(uchar(converted->rgba[i * 4]) - 255 * std::sqrt(expected.samples[i * 3] / 255.0));
    }
    QVERIFY2(difference / (64 * 64) < 6, QByteArray::number(difference / (64 * 64)).constData());
}

} // namespace

QTEST_GUILESS_MAIN(TestImageConverter)
#include "tst_imageconverter.moc"
