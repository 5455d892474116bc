// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A camera's raw picture whose right colors are known: a DNG (Adobe, 1.4) of one sensor with a Bayer pattern, made here.
#include "core/converters/convertercontract.h"
#include "core/converters/image/imagetest.h"

#include <QtEndian>

#include <array>
#include <cmath>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Number>
QByteArray little(std::initializer_list<Number> numbers)
{
    QByteArray bytes;
    for (const Number number : numbers) {
        const Number stored = qToLittleEndian(number);
        bytes.append(reinterpret_cast<const char *>(&stored), sizeof stored);
    }
    return bytes;
}

struct Entry {
    quint16 tag;
    quint16 type;
    QByteArray value;
};

/// Colors that change slowly, and a white corner as large as a camera's exposure is measured by.
Picture scene(int width, int height)
{
    Picture picture{.width = width, .height = height};
    picture.samples.reserve(qsizetype(width) * height * 3);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool white = x < width / 5 && y < height / 5;
            picture.samples.append(white ? uchar(255) : uchar(60 + 150 * x / width));
            picture.samples.append(white ? uchar(255) : uchar(80 + 100 * y / height));
            picture.samples.append(white ? uchar(255) : uchar(200 - 120 * x / width));
        }
    }
    return picture;
}

double linear(int sample)
{
    const double v = sample / 255.0; // IEC 61966-2-1
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

struct Kind {
    int orientation = 1;
    quint32 claimedWidth = 0;
    QByteArray pattern = QByteArray("\0\1\1\2", 4); ///< 0 red, 1 green, 2 blue, in rows of two
};

/// What the sensor saw of `picture` under light that is white to it at these parts of green.
QByteArray sensorData(const Picture &picture, const QByteArray &pattern)
{
    constexpr std::array neutral{0.5, 1.0, 0.6};
    QByteArray data;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const int channel = pattern[(y & 1) * 2 + (x & 1)];
            data += little({quint16(std::lround(linear(picture.at(x, y, channel)) * neutral[size_t(channel)] * 16383))});
        }
    }
    return data;
}

QByteArray dng(const Picture &picture, const Kind &kind = {})
{
    const QByteArray data = sensorData(picture, kind.pattern);
    const quint32 width = kind.claimedWidth > 0 ? kind.claimedWidth : quint32(picture.width);
    // XYZ to linear sRGB: the sensor sees what a screen shows.
    constexpr std::array matrix{32405, -15371, -4985, -9693, 18760, 416, 556, -2040, 10572};
    QByteArray colors;
    for (const int number : matrix)
        colors += little({qint32(number), qint32(10000)});
    const QList<Entry> entries{
        {254, 4, little({quint32(0)})},
        {256, 4, little({width})},
        {257, 4, little({quint32(picture.height)})},
        {258, 3, little({quint16(16)})},
        {259, 3, little({quint16(1)})},
        {262, 3, little({quint16(32803)})},
        {271, 2, QByteArray("Convoy\0", 7)},
        {272, 2, QByteArray("Pinhole\0", 8)},
        {273, 4, {}}, // set below
        {274, 3, little({quint16(kind.orientation)})},
        {277, 3, little({quint16(1)})},
        {278, 4, little({quint32(picture.height)})},
        {279, 4, little({quint32(data.size())})},
        {306, 2, QByteArray("2019:05:04 12:30:01\0", 20)},
        {33421, 3, little({quint16(2), quint16(2)})},
        {33422, 1, kind.pattern},
        {50706, 1, QByteArray("\1\4\0\0", 4)},
        {50708, 2, QByteArray("Convoy Pinhole\0", 15)},
        {50717, 4, little({quint32(16383)})},
        {50721, 10, colors},
        {50728, 5, little({quint32(500), quint32(1000), quint32(1000), quint32(1000), quint32(600), quint32(1000)})},
        {50778, 3, little({quint16(21)})},
    };
    constexpr std::array<qsizetype, 11> sizes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8};
    const qsizetype behind = 8 + 2 + 12 * entries.size() + 4;
    QByteArray values;
    for (const Entry &entry : entries)
        values += entry.value.size() > 4 ? entry.value + QByteArray(entry.value.size() % 2, '\0') : QByteArray();
    QByteArray file = "II*" + QByteArray(1, '\0') + little({quint32(8)}) + little({quint16(entries.size())});
    qsizetype at = behind;
    for (const Entry &entry : entries) {
        const bool place = entry.tag == 273;
        file += little({entry.tag, entry.type}) + little({quint32(place ? 1 : entry.value.size() / sizes.at(entry.type))});
        if (place)
            file += little({quint32(behind + values.size())});
        else if (entry.value.size() <= 4)
            file += entry.value.leftJustified(4, '\0');
        else
            file += little({quint32(at)});
        if (entry.value.size() > 4)
            at += entry.value.size() + entry.value.size() % 2;
    }
    return file + little({quint32(0)}) + values + data;
}

int largestDifference(const Picture &a, const Picture &b, int margin)
{
    int largest = a.size() == b.size() ? 0 : 255;
    for (int y = margin; largest < 255 && y < a.height - margin; ++y) {
        for (int x = a.width / 4; x < a.width - margin; ++x) { // right of the white corner's edge
            for (int channel = 0; channel < 3; ++channel)
                largest = std::max(largest, std::abs(a.at(x, y, channel) - b.at(x, y, channel)));
        }
    }
    return largest;
}

} // namespace

class TestImageRaw : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("MAGICK_CONFIGURE_PATH", CONVOY_MAGICK_POLICY);
        warmUpFamily();
    }

    void contract_data() { contractRules(); }
    void contract()
    {
        QFETCH(QString, rule);
        const ImageConverter converter;
        checkContract({.converter = &converter,
                       .id = u"image"_s,
                       .extension = u"jpg"_s,
                       .good = dng(scene(640, 480)),
                       .name = "photo.dng",
                       .lying = {{"dng 60000 wide", dng(scene(64, 64), {.claimedWidth = 60000})},
                                 {"dng 2^31 wide", dng(scene(64, 64), {.claimedWidth = 0x80000000U})}}},
                      rule);
    }

    void probe_facts()
    {
        const InputFile file = InputFile::fromBytes(dng(scene(320, 240), {.orientation = 6}),
                                                    "x.tif"); // by content, not by name
        const Result<MediaInfo> info = ImageConverter().probe(file.input());
        QVERIFY(info);
        QCOMPARE(info->formatId, u"raw"_s);
        QCOMPARE(QSize(info->width, info->height), QSize(240, 320));
        QCOMPARE(info->tags.value(u"camera"_s), u"Pinhole"_s);
    }

    void convert_colors()
    {
        const Picture right = scene(320, 240);
        const Picture developed = decodePicture(convertedFile(dng(right), u"png"_s, {{u"depth"_s, u"8"_s}}));
        QVERIFY2(largestDifference(developed, right, 4) <= 3,
                 qPrintable(QString::number(largestDifference(developed, right, 4))));
        QCOMPARE(pngBits(convertedFile(dng(right), u"png"_s)), 16);
    }

    void convert_patterns_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::newRow("BGGR") << QByteArray("\2\1\1\0", 4);
        QTest::newRow("GRBG") << QByteArray("\1\0\2\1", 4);
        QTest::newRow("GBRG") << QByteArray("\1\2\0\1", 4);
    }
    void convert_patterns()
    {
        QFETCH(QByteArray, pattern);
        const Picture right = scene(320, 240);
        const Picture developed = decodePicture(
            convertedFile(dng(right, {.pattern = pattern}), u"png"_s, {{u"depth"_s, u"8"_s}}));
        QVERIFY2(largestDifference(developed, right, 4) <= 3,
                 qPrintable(QString::number(largestDifference(developed, right, 4))));
    }

    void convert_upright_data()
    {
        QTest::addColumn<int>("orientation");
        for (int orientation = 1; orientation <= 8; ++orientation)
            QTest::newRow(qPrintable(QString::number(orientation))) << orientation;
    }
    void convert_upright()
    {
        QFETCH(int, orientation);
        const Picture stored = scene(160, 120);
        const QByteArray jpeg = convertedFile(dng(stored, {.orientation = orientation}), u"jpg"_s);
        QVERIFY(rms(decodePicture(jpeg), oriented(stored, orientation)) < 6);
        QCOMPARE(exifOrientation(jpeg), 1);
        QCOMPARE(exifText(jpeg, "Exif.Image.Model"), QByteArray("Pinhole"));
        QCOMPARE(exifText(jpeg, "Exif.Image.DateTime"), QByteArray("2019:05:04 12:30:01"));
        QVERIFY(exifText(jpeg, "Exif.Image.DNGVersion").isEmpty());
        QVERIFY(exifText(jpeg, "Exif.Image.CFAPattern").isEmpty());
    }

    /// Developed at half the size: the same picture.
    void convert_smaller()
    {
        const Picture right = scene(640, 480);
        const QJsonObject options{{u"resize"_s, u"percent"_s}, {u"percent"_s, 25}, {u"depth"_s, u"8"_s}};
        const Picture small = decodePicture(convertedFile(dng(right), u"png"_s, options));
        QVERIFY(rms(small, scaledByBoxes(right, {160, 120})) < 3);
    }

    void preview_isUpright()
    {
        const InputFile file = InputFile::fromBytes(dng(scene(640, 480), {.orientation = 6}), "x.dng");
        ConvertHarness harness;
        const Result<PreviewPicture> picture = ImageConverter().preview(
            {.input = file.input(), .options = optionsFor(u"image", {}), .maximumSize = 100}, harness.context());
        QVERIFY(picture);
        QCOMPARE(QSize(picture->width, picture->height), QSize(75, 100));
        QCOMPARE(QSize(picture->sourceWidth, picture->sourceHeight), QSize(480, 640));
    }
};

QTEST_GUILESS_MAIN(TestImageRaw)
#include "tst_imageraw.moc"
