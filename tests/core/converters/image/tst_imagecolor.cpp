// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Colors: profiles, inks, transparency, and how many bits they have.
#include "core/converters/image/avifencoding.h"
#include "core/converters/image/imagetest.h"

#include <QtEndian>

#include <exiv2/exiv2.hpp>
#include <jxl/encode.h>
#include <lcms2.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <initializer_list>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Layout {
    quint32 photometric = 5;
    quint32 channels = 4;
    quint16 bits = 8;
};

/// Samples in one strip, with a profile: of cyan, magenta, yellow and black (TIFF 6.0, section 16), or as `layout` says.
QByteArray rawTiff(const QByteArray &samples, quint32 side, const QByteArray &profile, const Layout &layout = {})
{
    const auto big = [](auto number) {
        const auto stored = qToBigEndian(number);
        return QByteArray(reinterpret_cast<const char *>(&stored), sizeof stored);
    };
    const auto entry = [&big](quint16 tag, quint32 value, quint16 type = 4, quint32 count = 1) {
        return big(tag) + big(type) + big(count) + big(value);
    };
    constexpr quint32 behind = 8 + 2 + 10 * 12 + 4;
    const auto at = behind + 8 + quint32(samples.size());
    const QByteArray bits = big(layout.bits).repeated(4);
    return QByteArray("MM\0*", 4) + big(quint32(8)) + big(quint16(10)) + entry(256, side) + entry(257, side)
        + entry(258, behind, 3, layout.channels) + entry(259, 1) + entry(262, layout.photometric) + entry(273, behind + 8)
        + entry(277, layout.channels) + entry(278, side) + entry(279, quint32(samples.size()))
        + entry(34675, at, 7, quint32(profile.size())) + big(quint32(0)) + bits + samples + profile;
}

Picture byLittleCms(const Picture &source, const QByteArray &profile)
{
    cmsHPROFILE from = cmsOpenProfileFromMem(profile.constData(), cmsUInt32Number(profile.size()));
    cmsHPROFILE srgb = cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform = cmsCreateTransform(from, TYPE_RGB_8, srgb, TYPE_RGB_8, INTENT_PERCEPTUAL, cmsFLAGS_NOOPTIMIZE);
    Picture result = source;
    cmsDoTransform(transform, source.samples.constData(), result.samples.data(),
                   cmsUInt32Number(source.width * source.height));
    cmsDeleteTransform(transform);
    cmsCloseProfile(srgb);
    cmsCloseProfile(from);
    return result;
}

Picture seenAs(const QByteArray &bytes, const QString &extension, const QJsonObject &options = {})
{
    return decodePicture(convertedFile(bytes, extension, options));
}

/// Linear gray.
QByteArray linearGrayProfile()
{
    const cmsCIExyY white{0.3457, 0.3585, 1};
    cmsToneCurve *const line = cmsBuildGamma(nullptr, 1);
    cmsHPROFILE profile = cmsCreateGrayProfile(&white, line);
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    cmsFreeToneCurve(line);
    return bytes;
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    const auto big = [](quint32 number) {
        const quint32 stored = qToBigEndian(number);
        return QByteArray(reinterpret_cast<const char *>(&stored), sizeof stored);
    };
    const QByteArray body = type + data;
    return big(quint32(data.size())) + body
        + big(quint32(crc32(0, reinterpret_cast<const Bytef *>(body.constData()), uInt(body.size()))));
}

/// What `numbers` mean in hundred thousandths, as PNG writes gammas and corners.
QByteArray pngNumbers(std::initializer_list<double> numbers)
{
    QByteArray bytes;
    for (const double number : numbers) {
        const quint32 stored = qToBigEndian(quint32(qRound(number * 100000)));
        bytes += QByteArray(reinterpret_cast<const char *>(&stored), sizeof stored);
    }
    return bytes;
}

/// A PNG of one color with these chunks in front of its pixels, and no others.
QByteArray pngWith(const QByteArray &chunks, uchar red, uchar green, uchar blue)
{
    constexpr qsizetype behindHeader = 8 + 25;
    const QByteArray png = encodePng(filled(32, 32, red, green, blue));
    return png.first(behindHeader) + chunks + png.sliced(png.indexOf("IDAT") - 4);
}

/// One color in ten bits, told by numbers of H.273.
QByteArray codedAvif(int primaries, int transfer, double red, double green, double blue)
{
    const AvifImage image = makeAvif(32, 32, 10);
    image->colorPrimaries = avifColorPrimaries(primaries);
    image->transferCharacteristics = avifTransferCharacteristics(transfer);
    avifRGBImage rgb;
    avifRGBImageSetDefaults(&rgb, image.get());
    rgb.format = AVIF_RGB_FORMAT_RGB;
    rgb.depth = 16;
    avifRGBImageAllocatePixels(&rgb);
    for (uint32_t y = 0; y < 32; ++y) {
        auto *const row = reinterpret_cast<quint16 *>(rgb.pixels + size_t(y) * rgb.rowBytes);
        for (size_t x = 0; x < 32; ++x) {
            row[3 * x] = quint16(red * 65535);
            row[3 * x + 1] = quint16(green * 65535);
            row[3 * x + 2] = quint16(blue * 65535);
        }
    }
    avifImageRGBToYUV(image.get(), &rgb);
    avifRGBImageFreePixels(&rgb);
    return encodeAvif(*image);
}

/// One gray in sixteen bits of BT.2020's colors.
QByteArray codedJxl(int transfer, double level)
{
    const std::unique_ptr<JxlEncoder, decltype(&JxlEncoderDestroy)> encoder(JxlEncoderCreate(nullptr), &JxlEncoderDestroy);
    JxlBasicInfo info;
    JxlEncoderInitBasicInfo(&info);
    info.xsize = info.ysize = 32;
    info.bits_per_sample = 16;
    info.uses_original_profile = JXL_TRUE;
    JxlEncoderSetCodestreamLevel(encoder.get(), 10);
    JxlEncoderSetBasicInfo(encoder.get(), &info);
    JxlColorEncoding color;
    JxlColorEncodingSetToSRGB(&color, JXL_FALSE);
    color.primaries = JXL_PRIMARIES_2100;
    color.transfer_function = JxlTransferFunction(transfer);
    JxlEncoderSetColorEncoding(encoder.get(), &color);
    JxlEncoderFrameSettings *const settings = JxlEncoderFrameSettingsCreate(encoder.get(), nullptr);
    JxlEncoderSetFrameLossless(settings, JXL_TRUE);
    const std::vector<quint16> pixels(32 * 32 * 3, quint16(level * 65535));
    const JxlPixelFormat format{3, JXL_TYPE_UINT16, JXL_NATIVE_ENDIAN, 0};
    JxlEncoderAddImageFrame(settings, &format, pixels.data(), pixels.size() * 2);
    JxlEncoderCloseInput(encoder.get());
    QByteArray out(1 << 20, '\0');
    auto *next = reinterpret_cast<uint8_t *>(out.data());
    size_t left = size_t(out.size());
    const JxlEncoderStatus status = JxlEncoderProcessOutput(encoder.get(), &next, &left);
    return status == JXL_ENC_SUCCESS ? out.first(out.size() - qsizetype(left)) : QByteArray();
}

/// Half of the light of red, half hidden, and stored as bright as it is seen.
QByteArray premultipliedAvif()
{
    const AvifImage image = makeAvif(32, 32, 8);
    image->alphaPremultiplied = AVIF_TRUE;
    avifRGBImage rgb;
    avifRGBImageSetDefaults(&rgb, image.get());
    rgb.alphaPremultiplied = AVIF_TRUE;
    avifRGBImageAllocatePixels(&rgb);
    for (size_t i = 0; i < size_t{32} * rgb.rowBytes; i += 4) {
        constexpr std::array<uchar, 4> pixel{100, 50, 0, 128};
        std::ranges::copy(pixel, rgb.pixels + i);
    }
    avifImageRGBToYUV(image.get(), &rgb);
    avifRGBImageFreePixels(&rgb);
    return encodeAvif(*image);
}

struct Rgb {
    int red, green, blue;
};

/// Whether the middle of the picture has this color, within `tolerance`.
bool isNear(const Picture &picture, const Rgb &color, int tolerance)
{
    if (picture.width < 20 || picture.height < 20)
        return false;
    const Rgb got{picture.at(16, 16, 0), picture.at(16, 16, 1), picture.at(16, 16, 2)};
    const bool near = std::abs(got.red - color.red) <= tolerance && std::abs(got.green - color.green) <= tolerance
        && std::abs(got.blue - color.blue) <= tolerance;
    if (!near)
        qWarning("%d %d %d instead of %d %d %d", got.red, got.green, got.blue, color.red, color.green, color.blue);
    return near;
}

int pngColorType(const QByteArray &png)
{
    return png.size() > 25 ? int(png[25]) : -1;
}

/// Ten bits a sample, all of them white.
QByteArray whiteAvif()
{
    const AvifImage image = makeAvif(32, 32, 10);
    avifImageAllocatePlanes(image.get(), AVIF_PLANES_YUV);
    for (const int plane : {AVIF_CHAN_Y, AVIF_CHAN_U, AVIF_CHAN_V}) {
        const quint16 value = plane == AVIF_CHAN_Y ? 1023 : 512;
        for (uint32_t i = 0; i < image->yuvRowBytes[plane] * 32; i += 2)
            std::memcpy(image->yuvPlanes[plane] + i, &value, sizeof value);
    }
    return encodeAvif(*image);
}

Picture grayGradient()
{
    Picture picture = filled(64, 32, 0, 0, 0);
    for (qsizetype i = 0; i < picture.samples.size(); ++i)
        picture.samples[i] = uchar(i / 3 % 64 * 4);
    return picture;
}

} // namespace

class TestImageColor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("MAGICK_CONFIGURE_PATH", CONVOY_MAGICK_POLICY);
        warmUpFamily();
        m_corpus = corpusFolder();
    }

    /// A real photo's own profile, applied by LittleCMS directly.
    void convert_iccByLittleCms()
    {
        if (m_corpus.isEmpty())
            QSKIP("the corpus of real files is not here (CONVOY_CORPUS)");
        const QByteArray png = readFile(m_corpus + "/photo/icc_profile.png"_L1);
        const QByteArray profile = iccProfile(png);
        QVERIFY(!profile.isEmpty());
        const Picture expected = byLittleCms(decodePicture(png), profile);
        const QByteArray converted = convertedFile(png, u"png"_s, {{u"color"_s, u"srgb"_s}});
        QVERIFY(iccProfile(converted).isEmpty());
        const double error = rms(expected, decodePicture(converted));
        QVERIFY2(error < 2, QByteArray::number(error).constData());
    }

    /// Every way out of CMYK shows the same, and kept inks are not inverted on the way.
    void convert_cmykEveryWay()
    {
        if (m_corpus.isEmpty())
            QSKIP("the corpus of real files is not here (CONVOY_CORPUS)");
        const QByteArray cmyk = readFile(m_corpus + "/photo/pil_sample_cmyk.jpg"_L1);
        const Picture png = decodePicture(convertedFile(cmyk, u"png"_s));
        const Picture jpeg = decodePicture(convertedFile(cmyk, u"jpg"_s, {{u"quality"_s, 98}}));
        QVERIFY(rms(png, jpeg) < 4);
        const QByteArray kept = convertedFile(cmyk, u"jpg"_s, {{u"color"_s, u"keep"_s}, {u"quality"_s, 98}});
        QCOMPARE(jpegComponents(kept), 4);
        QVERIFY(rms(decodeCmykJpeg(cmyk), decodeCmykJpeg(kept)) < 4);
    }

    /// Inks through a press's profile, against LittleCMS' own program: every sample within 2 of 255.
    void convert_inksByTransicc()
    {
        const QString profile = u"/usr/share/color/icc/ghostscript/default_cmyk.icc"_s;
        if (!hasProgram(u"transicc"_s) || !QFile::exists(profile))
            QSKIP("transicc or a profile of inks is not here");
        QByteArray samples;
        QByteArray percents;
        for (int i = 0; i < 1024; ++i) {
            for (const int ink : {i * 83, i * 47, i * 29, i * 11 / 2})
                samples.append(char(ink % 256));
            for (int j = 4; j > 0; --j)
                percents += QByteArray::number(uchar(samples[samples.size() - j]) / 2.55, 'f', 5) + (j > 1 ? ' ' : '\n');
        }
        const Picture png = decodePicture(convertedFile(rawTiff(samples, 32, readFile(profile)), u"png"_s));
        QCOMPARE(png.size(), QSize(32, 32));
        QProcess transicc;
        transicc.start(u"transicc"_s, {u"-n"_s, u"-t0"_s, u"-i"_s + profile, u"-o*sRGB"_s});
        transicc.write(percents);
        transicc.closeWriteChannel();
        QVERIFY(transicc.waitForFinished(30000));
        const QList<QByteArray> words = transicc.readAllStandardOutput().simplified().split(' ');
        QCOMPARE(words.size(), png.samples.size());
        for (qsizetype i = 0; i < words.size(); ++i)
            QVERIFY2(std::abs(std::clamp(words.at(i).toDouble(), 0.0, 255.0) - png.samples.at(i)) <= 2,
                     qPrintable(QString::number(i)));
    }

    void convert_sixteenBitsInEveryKind_data()
    {
        QTest::addColumn<QString>("extension");
        for (const char *extension : {"png", "tif", "jxl"})
            QTest::newRow(extension) << QString::fromLatin1(extension);
    }

    void convert_sixteenBitsInEveryKind()
    {
        QFETCH(QString, extension);
        if (m_corpus.isEmpty())
            QSKIP("the corpus of real files is not here (CONVOY_CORPUS)");
        const QByteArray tiff = readFile(m_corpus + "/photo/16bit.cropped.tif"_L1);
        const QByteArray file = convertedFile(tiff, extension, {{u"lossless"_s, true}});
        const QByteArray png = extension == "png"_L1 ? file : convertedFile(file, u"png"_s);
        QCOMPARE(decodePng16(png), decodeTiff16(tiff));
    }

    /// A profile with red and green exchanged: to sRGB they must change places; kept, they must not and the profile must be
    /// there.
    void convert_wideGamutProfile()
    {
        const Picture source = testPicture(32, 32);
        const QByteArray png = withIccProfile(encodePng(source), exchangedPrimariesProfile());
        const QByteArray file = convertedFile(png, u"png"_s, {{u"color"_s, u"srgb"_s}});
        QVERIFY(iccProfile(file).isEmpty()); // else it would be applied again
        const Picture converted = decodePicture(file);
        QCOMPARE(converted.size(), source.size());
        const Picture expected = exchangedRedAndGreen(source);
        const double error = rms(expected, converted);
        QVERIFY2(error < 4, QByteArray::number(error).constData());
        const Result<Converted> kept = convertImage(png, u"png"_s);
        QVERIFY(kept);
        QVERIFY(rms(source, decodePicture(kept->files.value(0))) < 0.01);
        QCOMPARE(iccProfile(kept->files.value(0)), exchangedPrimariesProfile());
        const Result<Converted> stripped = convertImage(png, u"png"_s, {{u"metadata"_s, u"strip"_s}});
        QVERIFY(stripped);
        QCOMPARE(iccProfile(stripped->files.value(0)), exchangedPrimariesProfile()); // without it the colors were wrong
    }

    void convert_alphaOnJpeg()
    {
        const Picture source = testPicture(16, 16);
        const QByteArray transparent = encodePng(source, QByteArray(16 * 16, '\0'));
        const Picture white = seenAs(transparent, u"jpg"_s);
        QCOMPARE(white.size(), QSize(16, 16));
        QVERIFY(rms(white, filled(16, 16, 255, 255, 255)) < 2);
        const Picture blue = seenAs(transparent, u"jpg"_s, {{u"background"_s, u"#0000ff"_s}});
        QVERIFY(rms(blue, filled(16, 16, 0, 0, 255)) < 3);
        const Picture half = seenAs(encodePng(filled(16, 16, 0, 0, 0), QByteArray(16 * 16, '\x80')), u"jpg"_s);
        QVERIFY(rms(half, filled(16, 16, 127, 127, 127)) < 2);
    }

    void convert_sixteenBits()
    {
        if (m_corpus.isEmpty())
            QSKIP("the corpus of real files is not here (CONVOY_CORPUS)");
        const QByteArray tiff = readFile(m_corpus + "/photo/16bit.cropped.tif"_L1);
        const Result<Converted> png = convertImage(tiff, u"png"_s);
        QVERIFY(png);
        QCOMPARE(pngBits(png->files.value(0)), 16);
        QCOMPARE(decodePng16(png->files.value(0)), decodeTiff16(tiff));
        const Result<Converted> eight = convertImage(tiff, u"png"_s, {{u"depth"_s, u"8"_s}});
        QVERIFY(eight);
        QVERIFY(pngBits(eight->files.value(0)) <= 8); // fewer where there are few levels
        const Result<Converted> back = convertImage(tiff, u"tif"_s);
        QVERIFY(back);
        QCOMPARE(decodeTiff16(back->files.value(0)), decodeTiff16(tiff));
    }

    /// Half of the light is 188 in sRGB.
    void convert_grayProfile()
    {
        const QByteArray gray = convertedFile(encodePng(grayGradient()), u"png"_s);
        QCOMPARE(pngColorType(gray), 0);
        const Picture lighter = decodePicture(
            convertedFile(withIccProfile(gray, linearGrayProfile()), u"png"_s, {{u"color"_s, u"srgb"_s}}));
        QCOMPARE(lighter.size(), QSize(64, 32));
        QVERIFY2(std::abs(lighter.at(32, 5, 0) - 188) <= 1, QByteArray::number(lighter.at(32, 5, 0)).constData());
        QCOMPARE(lighter.at(0, 5, 0), 0);
    }

    /// These hold colors only, which a gray profile does not fit: the numbers become sRGB's.
    void convert_grayProfileWithoutRoom_data()
    {
        QTest::addColumn<QString>("extension");
        for (const char *extension : {"webp", "avif", "heic"})
            QTest::newRow(extension) << QString::fromLatin1(extension);
    }
    void convert_grayProfileWithoutRoom()
    {
        QFETCH(QString, extension);
        const QByteArray gray = withIccProfile(convertedFile(encodePng(grayGradient()), u"png"_s), linearGrayProfile());
        const QByteArray file = convertedFile(gray, extension, {{u"quality"_s, 98}});
        QVERIFY(!exiftoolTags(file, extension).contains("ICC-header:ColorSpaceData"_L1));
        QVERIFY(std::abs(seenAs(file, u"png"_s).at(32, 5, 0) - 188) <= 3);
    }

    /// A color that one channel cannot hold, behind a gray picture.
    void convert_grayOnColor()
    {
        QByteArray alpha(64 * 32, '\0');
        alpha.replace(0, 64, QByteArray(64, char(255)));
        const QByteArray gray = convertedFile(encodePng(grayGradient(), alpha), u"png"_s);
        QCOMPARE(pngColorType(gray), 4);
        QVERIFY(isNear(seenAs(gray, u"jpg"_s, {{u"background"_s, u"#ff0000"_s}}), {255, 0, 0}, 3));
    }

    /// Scans of one bit and cameras of twelve: filters make levels in between, and TIFF has them.
    void convert_bitsOfTiff_data()
    {
        QTest::addColumn<QByteArray>("pnm");
        QTest::addColumn<int>("kept");
        const auto deep = [](int maximum) {
            QByteArray pnm = "P5 64 64 " + QByteArray::number(maximum) + '\n';
            for (int i = 0; i < 64 * 64; ++i) {
                const int value = i * 37 % (maximum + 1);
                pnm += maximum > 255 ? QByteArray(1, char(value >> 8)) + char(value) : QByteArray(1, char(value));
            }
            return pnm;
        };
        QTest::newRow("1 bit") << "P4 64 64\n"
                + QByteArray("\xAA\xAA\xAA\xAA\xAA\xAA\xAA\xAA\xCC\x33\xCC\x33\xCC\x33\xCC\x33").repeated(32)
                               << 1;
        QTest::newRow("4 bits") << deep(15) << 4;
        QTest::newRow("10 bits") << deep(1023) << 16;
        QTest::newRow("12 bits") << deep(4095) << 16;
    }
    void convert_bitsOfTiff()
    {
        QFETCH(QByteArray, pnm);
        QFETCH(int, kept);
        const QByteArray same = convertedFile(pnm, u"tif"_s);
        QCOMPARE(exiftoolTags(same, u"tif"_s)["IFD0:BitsPerSample"_L1].toInt(), kept);
        QCOMPARE(seenAs(same, u"png"_s).samples, seenAs(pnm, u"png"_s).samples);
        const QJsonObject half{{u"resize"_s, u"percent"_s}, {u"percent"_s, 40}};
        const QByteArray small = convertedFile(pnm, u"tif"_s, half);
        QCOMPARE(exiftoolTags(small, u"tif"_s)["IFD0:BitsPerSample"_L1].toInt(), kept > 8 ? 16 : 8);
        QCOMPARE(seenAs(small, u"png"_s).samples, seenAs(pnm, u"png"_s, half).samples);
    }

    /// Palettes of few colors have less than a byte a pixel.
    void convert_paletteToTiff()
    {
        for (const int colors : {2, 4, 16}) {
            Picture picture = filled(64, 32, 0, 0, 0);
            for (qsizetype i = 0; i < 64 * 32; ++i) {
                picture.samples[3 * i] = uchar(i % colors * 255 / colors);
                picture.samples[3 * i + 2] = uchar(255 - i % colors * 255 / colors);
            }
            const QByteArray palette = convertedFile(encodePng(picture), u"gif"_s);
            QCOMPARE(seenAs(convertedFile(palette, u"tif"_s), u"png"_s).samples, picture.samples);
        }
    }

    /// A profile for colors does not fit a gray PNG: readers would ignore it.
    void convert_grayPixelsWithProfile()
    {
        const QByteArray profile = exchangedPrimariesProfile();
        const QByteArray kept = convertedFile(withIccProfile(encodePng(grayGradient()), profile), u"png"_s);
        QVERIFY(pngColorType(kept) == 2 || pngColorType(kept) == 3);
        QCOMPARE(iccProfile(kept), profile);
    }

    /// GIF holds no profile.
    void convert_profileWithoutRoom()
    {
        const QByteArray png = withIccProfile(encodePng(filled(16, 16, 230, 20, 10)), exchangedPrimariesProfile());
        const QList<Picture> gif = decodeByFfmpeg(convertedFile(png, u"gif"_s), u"gif"_s);
        QCOMPARE(gif.size(), 1);
        QVERIFY2(rms(gif.first(), filled(16, 16, 20, 230, 10)) < 6, QByteArray::number(gif.first().at(5, 5, 1)).constData());
    }

    /// Photoshop's own small picture in the file shows how inks without a profile are meant.
    void convert_cmykLikePhotoshop()
    {
        if (m_corpus.isEmpty())
            QSKIP("the corpus of real files is not here (CONVOY_CORPUS)");
        const QByteArray cmyk = readFile(m_corpus + "/photo/pil_sample_cmyk.jpg"_L1);
        const Picture small = decodePicture(cmyk.sliced(cmyk.indexOf(QByteArray("\xFF\xD8\xFF"), 4)));
        const Picture shown = decodePicture(convertedFile(cmyk, u"png"_s));
        QCOMPARE(shown.size(), small.size());
        QVERIFY2(rms(shown, small) < 20, QByteArray::number(rms(shown, small)).constData()); // small ones are coarse
        for (int channel = 0; channel < 3; ++channel) {
            qint64 sum = 0;
            for (qsizetype i = channel; i < small.samples.size(); i += 3)
                sum += int(shown.samples[i]) - int(small.samples[i]);
            QVERIFY2(std::abs(sum) < 3 * 100 * 100, QByteArray::number(sum / 10000.0).constData());
        }
    }

    void convert_alphaStays_data()
    {
        QTest::addColumn<QString>("extension");
        for (const char *extension : {"png", "webp", "avif", "heic", "jxl", "tif"})
            QTest::newRow(extension) << QString::fromLatin1(extension);
    }
    /// Through every kind that holds it, and back onto red.
    void convert_alphaStays()
    {
        QFETCH(QString, extension);
        const Picture picture = testPicture(48, 32);
        QByteArray alpha(48 * 32, char(255));
        for (int i = 0; i < 48 * 32; ++i)
            alpha[i] = i % 48 < 16 ? char(0) : i % 48 < 32 ? char(128) : char(255);
        const QByteArray file = convertedFile(encodePng(picture, alpha), extension, {{u"quality"_s, 98}});
        const Picture seen = decodePicture(
            convertedFile(file, u"jpg"_s, {{u"background"_s, u"#ff0000"_s}, {u"quality"_s, 98}}));
        QCOMPARE(seen.size(), picture.size());
        for (int channel = 0; channel < 3; ++channel) {
            const int back = channel == 0 ? 255 : 0;
            QVERIFY(std::abs(seen.at(8, 16, channel) - back) < 12);
            QVERIFY(std::abs(seen.at(24, 16, channel) - (picture.at(24, 16, channel) + back) / 2) < 12);
            QVERIFY(std::abs(seen.at(40, 16, channel) - picture.at(40, 16, channel)) < 12);
        }
    }

    /// A channel that hides nothing is no transparency; of few colors, encoders leave it out or not as they like.
    void convert_opaqueAlpha_data() { convert_alphaStays_data(); }
    void convert_opaqueAlpha()
    {
        QFETCH(QString, extension);
        const Picture picture = filled(48, 32, 250, 10, 20);
        const QByteArray file = convertedFile(encodePng(picture, QByteArray(48 * 32, char(255))), extension);
        QVERIFY(rms(seenAs(file, u"png"_s), picture) < 3);
    }

    /// Made by resizing, so that no level is one of 8 bits; what is read back is compared.
    void convert_sixteenBitsOfAlpha()
    {
        QByteArray alpha(32 * 32, '\0');
        for (int i = 0; i < 32 * 32; ++i)
            alpha[i] = char(i * 7 % 256);
        const QByteArray deep = convertedFile(encodePng(testPicture(32, 32), alpha), u"png"_s,
                                              {{u"depth"_s, u"16"_s}, {u"resize"_s, u"percent"_s}, {u"percent"_s, 70}});
        for (const QString &extension : {u"png"_s, u"tif"_s, u"jxl"_s}) {
            const QByteArray back = convertedFile(convertedFile(deep, extension, {{u"lossless"_s, true}}), u"png"_s);
            QCOMPARE(decodePng16(back), decodePng16(deep));
        }
    }

    /// TIFF 6.0 section 23: of light of 5000 K, a and b signed, in bytes or in 256ths. The numbers of sRGB's red, blue, a
    /// green and a gray are Lindbloom's.
    void convert_lab()
    {
        struct Color {
            double l, a, b;
            uchar red, green, blue;
        };
        for (const Color &color : {Color{54.291, 80.812, 69.885, 255, 0, 0}, Color{29.567, 68.299, -112.029, 0, 0, 255},
                                   Color{87.818, -79.287, 80.990, 0, 255, 0}, Color{53.585, 0, 0, 128, 128, 128}}) {
            QByteArray bytes;
            QByteArray words;
            const auto add = [&](double byte, double word) {
                bytes += char(qRound(byte));
                words += char(qRound(word) >> 8);
                words += char(qRound(word));
            };
            add(color.l * 2.55, color.l * 655.35);
            add(color.a, color.a * 256);
            add(color.b, color.b * 256);
            const Picture shown = filled(8, 8, color.red, color.green, color.blue);
            const QByteArray eight = rawTiff(bytes.repeated(64), 8, linearGrayProfile(), {.photometric = 8, .channels = 3});
            const double rounded = rms(seenAs(eight, u"png"_s), shown); // bytes are coarse
            QVERIFY2(rounded < 6, QByteArray::number(rounded).constData());
            const QByteArray sixteen = rawTiff(words.repeated(64), 8, linearGrayProfile(),
                                               {.photometric = 8, .channels = 3, .bits = 16});
            const double error = rms(seenAs(sixteen, u"png"_s, {{u"depth"_s, u"8"_s}}), shown);
            QVERIFY2(error < 1, QByteArray::number(error).constData());
        }
    }

    /// TIFF 6.0 section 21: chroma of two by two pixels where nothing else is said. ImageMagick would show noise.
    void convert_thinChroma()
    {
        const Result<Converted> converted = convertImage(
            rawTiff(QByteArray(64 * 3, char(128)), 8, linearGrayProfile(), {.photometric = 6, .channels = 3}), u"png"_s);
        QVERIFY(!converted);
        QCOMPARE(errorKindName(converted.error().kind), errorKindName(ErrorKind::UnsupportedFormat));
    }

    /// White is white in every depth.
    void convert_tenBits()
    {
        const QByteArray png = convertedFile(whiteAvif(), u"png"_s);
        QCOMPARE(pngBits(png), 16);
        const QList<quint16> samples = decodePng16(png);
        QVERIFY(samples.size() >= 32 * 32);
        QVERIFY(std::ranges::all_of(samples, [](quint16 sample) { return sample == 65535; }));
    }

    /// Half of the light is 188 in sRGB, whatever number says so; the colors of wider spaces are ICC's own arithmetic.
    void convert_codedColorOfPng()
    {
        const QJsonObject srgb{{u"color"_s, u"srgb"_s}};
        const QByteArray linear = pngChunk("gAMA", pngNumbers({1}));
        QVERIFY(isNear(seenAs(pngWith(linear, 128, 128, 128), u"png"_s, srgb), {188, 188, 188}, 1));
        QVERIFY(isNear(seenAs(pngWith(linear, 128, 0, 128), u"jpg"_s), {188, 0, 188}, 3)); // no JPEG is linear
        const QByteArray mac = pngChunk("gAMA", pngNumbers({1 / 1.8}));
        QVERIFY(isNear(seenAs(pngWith(mac, 128, 128, 128), u"png"_s, srgb), {145, 145, 145}, 1));
        const QByteArray usual = pngChunk("gAMA", pngNumbers({0.45455}))
            + pngChunk("cHRM", pngNumbers({0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06}));
        const QByteArray kept = convertedFile(pngWith(usual, 20, 128, 200), u"png"_s);
        QVERIFY(iccProfile(kept).isEmpty());
        QVERIFY(isNear(decodePicture(kept), {20, 128, 200}, 0));
        // Display P3's (117, 251, 76) is sRGB's green; Adobe RGB's is (144, 255, 60).
        const QByteArray p3 = pngChunk("cICP", QByteArray("\x0C\x0D\0\1", 4));
        QVERIFY(isNear(seenAs(pngWith(p3, 117, 251, 76), u"png"_s, srgb), {0, 255, 0}, 4));
        const QByteArray adobe = pngChunk("gAMA", pngNumbers({0.45455}))
            + pngChunk("cHRM", pngNumbers({0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06}));
        QVERIFY(isNear(seenAs(pngWith(adobe, 144, 255, 60), u"png"_s, srgb), {0, 255, 0}, 4));
        // Kept, a profile goes along into what has no such chunks.
        const QByteArray wide = convertedFile(pngWith(adobe, 144, 255, 60), u"png"_s);
        QVERIFY(isNear(decodePicture(wide), {144, 255, 60}, 0));
        QVERIFY(isNear(byLittleCms(decodePicture(wide), iccProfile(wide)), {0, 255, 0}, 4));
        QCOMPARE(convertedFile(pngWith(adobe, 144, 255, 60), u"png"_s), wide); // the same file every time
        // sRGB's own chunk is surer than the others.
        const QByteArray said = adobe + pngChunk("sRGB", QByteArray(1, '\0'));
        QVERIFY(iccProfile(convertedFile(pngWith(said, 144, 255, 60), u"png"_s)).isEmpty());
    }

    void convert_codedColorOfAvif()
    {
        QVERIFY(isNear(seenAs(codedAvif(12, 13, 117 / 255.0, 251 / 255.0, 76 / 255.0), u"png"_s,
                              {{u"color"_s, u"srgb"_s}, {u"depth"_s, u"8"_s}}),
                       {0, 255, 0}, 12));
        QVERIFY(isNear(seenAs(codedAvif(1, 8, 0.5, 0.5, 0.5), u"jpg"_s), {188, 188, 188}, 3));
    }

    /// ST 2084 and BT.2100: 20 candelas are as dark as on a screen of 203, 1000 are white, and white stays below.
    void convert_hdr_data()
    {
        QTest::addColumn<bool>("isJxl");
        QTest::addColumn<int>("transfer");
        QTest::addColumn<double>("dark");
        QTest::addColumn<double>("white");
        QTest::addColumn<double>("brightest");
        for (const bool isJxl : {false, true}) {
            QTest::addRow("PQ, %s", isJxl ? "JPEG XL" : "AVIF") << isJxl << 16 << 0.351 << 0.5807 << 0.7518;
            QTest::addRow("HLG, %s", isJxl ? "JPEG XL" : "AVIF") << isJxl << 18 << 0.339 << 0.75 << 1.0;
        }
    }
    void convert_hdr()
    {
        QFETCH(bool, isJxl);
        QFETCH(int, transfer);
        QFETCH(double, dark);
        QFETCH(double, white);
        QFETCH(double, brightest);
        const auto photo = [isJxl, transfer](double code) {
            return isJxl ? codedJxl(transfer, code) : codedAvif(9, transfer, code, code, code);
        };
        const auto level = [photo](double code) { return seenAs(photo(code), u"jpg"_s).at(16, 16, 1); };
        const int expected = qRound((1.055 * std::pow(20 / 203.0, 1 / 2.4) - 0.055) * 255);
        QVERIFY2(std::abs(level(dark) - expected) <= 3, QByteArray::number(level(dark)).constData());
        QVERIFY2(level(white) > 220 && level(white) < 240, QByteArray::number(level(white)).constData());
        QVERIFY2(level(brightest) >= 252, QByteArray::number(level(brightest)).constData());
        const Result<Converted> mapped = convertImage(photo(dark), u"png"_s);
        QVERIFY(mapped && iccProfile(mapped->files.value(0)).isEmpty());
        QCOMPARE(mapped->report.warnings.size(), 1); // the row says so, and nothing where it is not so
        const Result<Converted> kept = convertImage(photo(dark), u"png"_s, {{u"color"_s, u"keep"_s}});
        QVERIFY(kept && !iccProfile(kept->files.value(0)).isEmpty());
        QVERIFY(kept->report.warnings.isEmpty());
    }

    void convert_premultipliedAlpha()
    {
        const Picture seen = seenAs(convertedFile(premultipliedAvif(), u"png"_s), u"jpg"_s,
                                    {{u"background"_s, u"#000000"_s}});
        QVERIFY(isNear(seen, {100, 50, 0}, 4));
    }

    /// Cameras note Adobe RGB in EXIF alone.
    void convert_adobeRgbByExif()
    {
        const QByteArray jpeg = encodeJpeg(filled(32, 32, 144, 255, 60), 98);
        const auto exif = [](const char *index) {
            Exiv2::ExifData data;
            data["Exif.Iop.InteroperabilityIndex"] = std::string(index);
            data["Exif.Photo.ColorSpace"] = uint16_t(0xFFFF);
            Exiv2::Blob blob;
            Exiv2::ExifParser::encode(blob, nullptr, 0, Exiv2::littleEndian, data);
            return QByteArray(reinterpret_cast<const char *>(blob.data()), qsizetype(blob.size()));
        };
        const QByteArray adobe = withExif(jpeg, exif("R03"));
        QVERIFY(isNear(seenAs(adobe, u"png"_s, {{u"color"_s, u"srgb"_s}}), {0, 255, 0}, 6));
        const QByteArray png = convertedFile(adobe, u"png"_s, {{u"metadata"_s, u"strip"_s}});
        QVERIFY(isNear(byLittleCms(decodePicture(png), iccProfile(png)), {0, 255, 0}, 6));
        QVERIFY(isNear(seenAs(withExif(jpeg, exif("R98")), u"png"_s, {{u"color"_s, u"srgb"_s}}), {144, 255, 60}, 3));
    }

    void convert_depthIsObeyed()
    {
        const QByteArray png = encodePng(testPicture(40, 30));
        QCOMPARE(pngBits(convertedFile(png, u"png"_s, {{u"depth"_s, u"16"_s}})), 16);
        QCOMPARE(
            pngBits(convertedFile(convertedFile(png, u"png"_s, {{u"depth"_s, u"16"_s}}), u"png"_s, {{u"depth"_s, u"8"_s}})),
            8);
    }

private:
    QString m_corpus;
};

QTEST_GUILESS_MAIN(TestImageColor)
#include "tst_imagecolor.moc"
