// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/imagetest.h"

#include "core/converters/image/base/imageprofile.h"

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What exiftool finds in every kind of output of a photo that has all of it.
class TestImageMetadata : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void iptcOf_blocks();
    void convert_keeps_data() { outputs(); }
    void convert_keeps();
    void convert_dropsPlaces_data() { outputs(); }
    void convert_dropsPlaces();
    void convert_strips_data() { outputs(); }
    void convert_strips();
    void convert_fromEveryKind_data();
    void convert_fromEveryKind();
    void convert_keepsComment();
    void convert_saysWhatIsGone();
    void convert_resolutionAgrees();
    void convert_orientationInExif_data();
    void convert_orientationInExif();
    void convert_orientationInContainer_data();
    void convert_orientationInContainer();

private:
    static void outputs();
    QByteArray m_photo;
    QByteArray m_profile;
};

QString textOf(const QJsonObject &tags)
{
    return QString::fromUtf8(QJsonDocument(tags).toJson());
}

QString valueOf(const QJsonObject &tags, const QString &name)
{
    for (auto it = tags.begin(); it != tags.end(); ++it) {
        if (it.key().endsWith(u':' + name) && it.value().toVariant().toString() != ""_L1)
            return it.value().toVariant().toString();
    }
    return {};
}

void TestImageMetadata::initTestCase()
{
    if (!hasProgram(u"exiftool"_s))
        QSKIP("exiftool is not here");
    warmUpFamily();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.jpg"_s);
    m_profile = exchangedPrimariesProfile();
    QVERIFY(writeFile(path, encodeJpeg(testPicture(160, 90), 92)));
    QVERIFY(writeFile(folder.filePath(u"x.icc"_s), m_profile));
    QVERIFY(writeFile(folder.filePath(u"small.jpg"_s), encodeJpeg(filled(16, 16, 1, 2, 3), 80)));
    const Ran ran = runProgram(u"exiftool"_s,
                               {u"-overwrite_original"_s,
                                u"-EXIF:DateTimeOriginal=2019:05:04 12:30:01"_s,
                                u"-EXIF:CreateDate=2019:05:04 12:30:02"_s,
                                u"-EXIF:ModifyDate=2020:01:02 03:04:05"_s,
                                u"-EXIF:OffsetTimeOriginal=+02:00"_s,
                                u"-EXIF:Model=Pinhole"_s,
                                u"-EXIF:Orientation#=6"_s,
                                u"-EXIF:GPSLatitude=48.137"_s,
                                u"-EXIF:GPSLatitudeRef=N"_s,
                                u"-EXIF:ExifImageWidth=160"_s,
                                u"-EXIF:ExifImageHeight=90"_s,
                                u"-EXIF:XResolution=72"_s,
                                u"-EXIF:YResolution=72"_s,
                                u"-EXIF:ThumbnailImage<="_s + folder.filePath(u"small.jpg"_s),
                                u"-IPTC:Caption-Abstract=Ships at noon"_s,
                                u"-IPTC:City=Munichhausen"_s,
                                u"-IPTC:Keywords=harbour"_s,
                                u"-XMP-dc:Title=Harbour view"_s,
                                u"-XMP-exif:GPSLatitude=48.137"_s,
                                u"-XMP-photoshop:City=Munichhausen"_s,
                                u"-XMP-photoshop:State=Munichhausen"_s,
                                u"-XMP-photoshop:Country=Munichhausen"_s,
                                u"-XMP-iptcCore:Location=Munichhausen"_s,
                                u"-XMP-iptcCore:CountryCode=Munichhausen"_s,
                                u"-XMP-iptcExt:LocationShownSublocation=Munichhausen"_s,
                                u"-XMP-iptcExt:LocationCreatedProvinceState=Munichhausen"_s,
                                u"-IPTC:Sub-location=Munichhausen"_s,
                                u"-IPTC:Province-State=Munichhausen"_s,
                                u"-IPTC:Country-PrimaryLocationName=Munichhausen"_s,
                                u"-EXIF:UserComment="_s + QString(40000, u'u'),
                                u"-Comment=Sunny"_s,
                                u"-XMP-tiff:Orientation#=6"_s,
                                u"-XMP-tiff:ImageWidth=160"_s,
                                u"-XMP-exif:ExifImageWidth=160"_s,
                                u"-XMP-GCamera:MicroVideo=1"_s,
                                u"-XMP-GCamera:MicroVideoOffset=4000"_s,
                                u"-EXIF:ColorSpace#=65535"_s,
                                u"-EXIF:InteropIndex=R03"_s,
                                u"-XMP-xmp:Rating=4"_s,
                                u"-icc_profile<="_s + folder.filePath(u"x.icc"_s),
                                path});
    QVERIFY2(ran.status == 0, ran.errors.constData());
    m_photo = readFile(path);
}

void TestImageMetadata::iptcOf_blocks()
{
    const QByteArray captions("\x1C\x02\x78\x00\x03"
                              "abc",
                              8);
    const QByteArray other("8BIM\x04\x0C\x00\x00\x00\x00\x00\x03xyz\x00", 16);
    QCOMPARE(iptcOf(photoshopBlock(captions)), captions);
    QCOMPARE(iptcOf(other + photoshopBlock(captions)), captions);
    QCOMPARE(iptcOf(other), QByteArray());
    const QByteArray whole = other + photoshopBlock(captions);
    for (qsizetype size = 0; size < whole.size(); ++size)
        QCOMPARE(iptcOf(whole.first(size)), QByteArray()); // cut anywhere
    QCOMPARE(iptcOf(QByteArray("8BIM\x04\x04\x00\x00\xFF\xFF\xFF\xFF", 12)), QByteArray());
}

void TestImageMetadata::outputs()
{
    QTest::addColumn<QString>("extension");
    for (const char *extension : {"jpg", "png", "webp", "tif", "avif", "heic", "jxl"})
        QTest::newRow(extension) << QString::fromLatin1(extension);
}

void TestImageMetadata::convert_keeps()
{
    QFETCH(QString, extension);
    for (const bool corrected : {false, true}) { // JPEG has two ways
        const QByteArray file = convertedFile(m_photo, extension, {{u"gamma"_s, corrected ? 1.1 : 1.0}});
        QVERIFY(!file.isEmpty());
        const QJsonObject tags = exiftoolTags(file, extension);
        QVERIFY2(!tags.contains("ExifTool:Warning"_L1), qPrintable(textOf(tags)));
        QCOMPARE(valueOf(tags, u"DateTimeOriginal"_s), u"2019:05:04 12:30:01"_s);
        QCOMPARE(valueOf(tags, u"CreateDate"_s), u"2019:05:04 12:30:02"_s);
        QCOMPARE(valueOf(tags, u"ModifyDate"_s), u"2020:01:02 03:04:05"_s);
        QCOMPARE(valueOf(tags, u"OffsetTimeOriginal"_s), u"+02:00"_s);
        QCOMPARE(valueOf(tags, u"Model"_s), u"Pinhole"_s);
        QCOMPARE(valueOf(tags, u"UserComment"_s).size(), 40000);
        if (extension == "jpg"_L1 || extension == "png"_L1)
            QCOMPARE(valueOf(tags, u"Comment"_s), u"Sunny"_s);
        QVERIFY(tags.value("GPS:GPSLatitude"_L1).toDouble() > 48);
        QCOMPARE(tags.value("XMP-dc:Title"_L1).toString(), u"Harbour view"_s);
        QCOMPARE(tags.value("XMP-xmp:Rating"_L1).toInt(), 4);
        // As captions of the old kind or as what they are called in XMP.
        QVERIFY2(textOf(tags).contains("Ships at noon"_L1), qPrintable(textOf(tags)));
        QVERIFY(textOf(tags).contains("harbour"_L1));
        // In a JPEG XL exiftool finds neither size nor profile.
        if (extension == "jxl"_L1)
            QVERIFY(!iccProfile(convertedFile(file, u"png"_s)).isEmpty());
        else
            QVERIFY2(textOf(tags).contains("ICC_Profile"_L1) || textOf(tags).contains("ICC-header"_L1),
                     qPrintable(textOf(tags)));
        // Upright now, whoever looks.
        QVERIFY2(!tags.contains("IFD0:Orientation"_L1) || tags.value("IFD0:Orientation"_L1).toInt() == 1,
                 qPrintable(textOf(tags)));
        QVERIFY(!tags.contains("XMP-tiff:Orientation"_L1) || tags.value("XMP-tiff:Orientation"_L1).toInt() == 1);
        if (extension != "jxl"_L1)
            QCOMPARE(valueOf(tags, u"ImageWidth"_s), u"90"_s);
        QVERIFY(!tags.contains("IFD1:ThumbnailImage"_L1) && !tags.contains("IFD1:ThumbnailLength"_L1));
        QCOMPARE(tags.value("ExifIFD:ExifImageWidth"_L1).toInt(90), 90);
        QCOMPARE(tags.value("XMP-exif:ExifImageWidth"_L1).toInt(), 90);
        QVERIFY(!tags.contains("XMP-tiff:ImageWidth"_L1));
        QVERIFY2(!textOf(tags).contains("MicroVideo"_L1), qPrintable(textOf(tags)));
        QCOMPARE(tags.value("InteropIFD:InteropIndex"_L1).toString(), u"R03"_s);
    }
}

void TestImageMetadata::convert_dropsPlaces()
{
    QFETCH(QString, extension);
    const QByteArray file = convertedFile(m_photo, extension, {{u"metadata"_s, u"no-gps"_s}});
    const QString tags = textOf(exiftoolTags(file, extension));
    QVERIFY2(!tags.contains("GPS"_L1), qPrintable(tags));
    QVERIFY2(!tags.contains("Munichhausen"_L1), qPrintable(tags));
    QVERIFY(!file.contains("Munichhausen"));
    QVERIFY(tags.contains("2019:05:04 12:30:01"_L1));
    QVERIFY(tags.contains("Ships at noon"_L1));
    QVERIFY(tags.contains("Harbour view"_L1));
}

void TestImageMetadata::convert_strips()
{
    QFETCH(QString, extension);
    const QByteArray file = convertedFile(m_photo, extension, {{u"metadata"_s, u"strip"_s}});
    const QString tags = textOf(exiftoolTags(file, extension));
    for (const char *gone : {"2019", "Pinhole", "GPS", "Munichhausen", "noon", "Harbour", "Rating"})
        QVERIFY2(!tags.contains(QLatin1StringView(gone)), qPrintable(tags));
    // Without it the colors were wrong. In a JPEG XL exiftool does not find it.
    if (extension == "jxl"_L1)
        QVERIFY(!iccProfile(convertedFile(file, u"png"_s)).isEmpty());
    else
        QVERIFY2(tags.contains("ICC"_L1), qPrintable(tags));
}

void TestImageMetadata::convert_fromEveryKind_data()
{
    QTest::addColumn<QString>("from");
    for (const char *from : {"jpg", "png", "webp", "tif", "avif", "heic", "jxl"})
        QTest::newRow(from) << QString::fromLatin1(from);
}

/// What one kind holds, the next gets: readers lose nothing either.
void TestImageMetadata::convert_fromEveryKind()
{
    QFETCH(QString, from);
    const QByteArray first = convertedFile(m_photo, from);
    const QByteArray second = convertedFile(first, u"jpg"_s);
    const QJsonObject tags = exiftoolTags(second, u"jpg"_s);
    QCOMPARE(valueOf(tags, u"DateTimeOriginal"_s), u"2019:05:04 12:30:01"_s);
    QVERIFY(tags.value("GPS:GPSLatitude"_L1).toDouble() > 48);
    QVERIFY2(textOf(tags).contains("Ships at noon"_L1), qPrintable(textOf(tags)));
    QCOMPARE(tags.value("XMP-dc:Title"_L1).toString(), u"Harbour view"_s);
    QCOMPARE(decodePicture(second).size(), QSize(90, 160));
    if (from != "jxl"_L1) // writes a profile of its own with the same meaning
        QVERIFY(second.contains(m_profile.sliced(200, 100)));
}

/// JPEG's own, in UTF-8 or Latin-1; where the output has none, as the user's.
void TestImageMetadata::convert_keepsComment()
{
    for (const QString &extension : {u"png"_s, u"webp"_s, u"avif"_s, u"heic"_s, u"jxl"_s}) {
        const QString wanted = extension == "png"_L1 ? u"Comment"_s : u"UserComment"_s;
        for (const QString &text : {u"Grüße"_s, u"Grüße ☃"_s}) {
            for (const QByteArray &comment : {text.toUtf8(), text.toLatin1()}) {
                QByteArray jpeg = encodeJpeg(testPicture(16, 16), 90);
                jpeg.insert(2, QByteArray("\xFF\xFE\0", 3) + char(comment.size() + 2) + comment);
                const QString found = valueOf(exiftoolTags(convertedFile(jpeg, extension), extension), wanted);
                QCOMPARE(found, comment == text.toUtf8() ? text : QString::fromLatin1(comment));
            }
        }
    }
}

/// Whoever reads on is not told of a video, or of colors, that are gone.
void TestImageMetadata::convert_saysWhatIsGone()
{
    for (const QJsonObject &options : {QJsonObject{}, QJsonObject{{u"metadata"_s, u"strip"_s}, {u"gamma"_s, 1.1}}}) {
        const Result<Converted> converted = convertImage(m_photo, u"jpg"_s, options);
        QVERIFY(converted);
        QCOMPARE(converted->report.warnings.size(), 1);
        QVERIFY2(converted->report.warnings.first().contains("video"_L1), qPrintable(converted->report.warnings.first()));
    }
    const QJsonObject tags = exiftoolTags(convertedFile(m_photo, u"jpg"_s, {{u"color"_s, u"srgb"_s}}), u"jpg"_s);
    QCOMPARE(tags.value("ExifIFD:ColorSpace"_L1).toInt(), 1);
    QVERIFY(!tags.contains("InteropIFD:InteropIndex"_L1));
}

void TestImageMetadata::convert_resolutionAgrees()
{
    const QJsonObject tags = exiftoolTags(convertedFile(m_photo, u"jpg"_s, {{u"ppi"_s, 240}}), u"jpg"_s);
    QCOMPARE(tags.value("IFD0:XResolution"_L1).toDouble(), 240.0);
    QCOMPARE(tags.value("JFIF:XResolution"_L1).toDouble(), 240.0);
    QByteArray byCentimeter = encodeJpeg(filled(16, 16, 1, 2, 3), 90);
    const qsizetype head = byCentimeter.indexOf("JFIF"); // its unit and density, 100 (JFIF 1.02)
    byCentimeter.replace(head + 7, 5, QByteArray("\2\0\x64\0\x64", 5));
    QCOMPARE(pngDotsPerMeter(convertedFile(byCentimeter, u"png"_s)), 10000);
    // EXIF's 1 is no unit: nothing is known.
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u"x.jpg"_s), encodeJpeg(filled(16, 16, 1, 2, 3), 90)));
    runProgram(u"exiftool"_s,
               {u"-overwrite_original"_s, u"-n"_s, u"-EXIF:XResolution=1"_s, u"-EXIF:YResolution=1"_s,
                u"-EXIF:ResolutionUnit=1"_s, u"-JFIF:ResolutionUnit=0"_s, folder.filePath(u"x.jpg"_s)});
    QCOMPARE(pngDotsPerMeter(convertedFile(readFile(folder.filePath(u"x.jpg"_s)), u"png"_s)), 0);
    const QString corpus = corpusFolder();
    if (corpus.isEmpty())
        QSKIP("the corpus of real files is not here (CONVOY_CORPUS)");
    const QByteArray centimeters = readFile(corpus + "/photo/exif-200dpcm.jpg"_L1);
    QCOMPARE(pngDotsPerMeter(convertedFile(centimeters, u"png"_s)), 20000);
    const QJsonObject kept = exiftoolTags(convertedFile(centimeters, u"jpg"_s), u"jpg"_s);
    QCOMPARE(kept.value("JFIF:ResolutionUnit"_L1).toInt(), 2);
    QCOMPARE(kept.value("JFIF:XResolution"_L1).toInt(), 200);
    const QJsonObject inches = exiftoolTags(convertedFile(centimeters, u"jpg"_s, {{u"ppi"_s, 240}}), u"jpg"_s);
    QCOMPARE(inches.value("IFD0:XResolution"_L1).toInt(), 240);
    QCOMPARE(inches.value("IFD0:ResolutionUnit"_L1).toInt(), 2); // what EXIF calls inches
    QCOMPARE(inches.value("JFIF:XResolution"_L1).toInt(), 240);
    QCOMPARE(inches.value("JFIF:ResolutionUnit"_L1).toInt(), 1);
}

void TestImageMetadata::convert_orientationInExif_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<int>("orientation");
    for (const char *extension : {"jpg", "png", "webp", "tif"}) {
        for (int orientation = 1; orientation <= 8; ++orientation)
            QTest::addRow("%s %d", extension, orientation) << QString::fromLatin1(extension) << orientation;
    }
}

/// Another program notes it.
void TestImageMetadata::convert_orientationInExif()
{
    QFETCH(QString, extension);
    QFETCH(int, orientation);
    const Picture picture = testPicture(72, 40);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x."_s + extension);
    const QByteArray plain = extension == "jpg"_L1 ? encodeJpeg(picture, 98) : convertedFile(encodePng(picture), extension);
    QVERIFY(writeFile(path, plain));
    const Ran ran = runProgram(u"exiftool"_s, {u"-overwrite_original"_s, u"-EXIF:Orientation#=%1"_s.arg(orientation), path});
    QVERIFY2(ran.status == 0, ran.errors.constData());
    const QByteArray file = readFile(path);
    const Picture shown = decodePicture(convertedFile(file, u"png"_s));
    const Picture expected = oriented(picture, orientation);
    QCOMPARE(shown.size(), expected.size());
    QVERIFY2(rms(shown, expected) < 12, QByteArray::number(rms(shown, expected)).constData());
    const QJsonObject tags = exiftoolTags(convertedFile(file, u"jpg"_s), u"jpg"_s);
    QCOMPARE(tags.value("IFD0:Orientation"_L1).toInt(1), 1);
}

void TestImageMetadata::convert_orientationInContainer_data()
{
    QTest::addColumn<QString>("extension");
    for (const char *extension : {"avif", "heic", "jxl"})
        QTest::newRow(extension) << QString::fromLatin1(extension);
}

/// Readers of these ignore EXIF's orientation: left as stored, the container must say it.
void TestImageMetadata::convert_orientationInContainer()
{
    QFETCH(QString, extension);
    const QByteArray stored = convertedFile(m_photo, extension, {{u"auto_orient"_s, false}, {u"quality"_s, 95}});
    QVERIFY(!stored.isEmpty());
    const Picture upright = decodePicture(convertedFile(m_photo, u"png"_s));
    const Picture shown = decodePicture(convertedFile(stored, u"png"_s));
    QCOMPARE(shown.size(), upright.size());
    QVERIFY(rms(shown, upright) < 8);
}

} // namespace

QTEST_GUILESS_MAIN(TestImageMetadata)
#include "tst_imagemetadata.moc"
