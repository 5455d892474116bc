// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Animations whose later frames cannot be read: the first is converted, and the row says so.
#include "core/converters/image/imagetest.h"

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

/// The PNG with the chunk that makes it the first frame of an animation.
QByteArray animatedPng(const QByteArray &still)
{
    const QByteArray control = "acTL" + bigEndian(2) + bigEndian(0);
    const auto sum = quint32(crc32(0, reinterpret_cast<const Bytef *>(control.constData()), uInt(control.size())));
    QByteArray moving = still;
    return moving.insert(still.indexOf("IDAT") - 4, bigEndian(8) + control + bigEndian(sum));
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
    info.animation.tps_numerator = 10;
    info.animation.tps_denominator = 1;
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

    void convert_firstFrameIsSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("moves");
        const QByteArray png = encodePng(filled(40, 40, 230, 0, 0));
        QTest::newRow("apng") << animatedPng(png) << true;
        QTest::newRow("png") << png << false;
        QTest::newRow("jxl") << animatedJxl(40) << true;
        const QByteArray avif = readFile(corpusFolder() + "/photo/hopper.avif"_L1);
        if (avif.isEmpty())
            return;
        QByteArray sequence = avif; // as a sequence's own first picture says it
        sequence.replace(sequence.indexOf("miaf"), 4, "msf1");
        QTest::newRow("avif sequence") << sequence << true;
        QTest::newRow("avif") << avif << false;
    }
    void convert_firstFrameIsSaid()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, moves);
        QVERIFY(!bytes.isEmpty());
        for (const auto &frames : {u"auto"_s, u"all"_s, u"first"_s}) {
            const Result<Converted> converted = convertImage(bytes, u"png"_s, {{u"frames"_s, frames}});
            QVERIFY(converted);
            QCOMPARE(converted->files.size(), 1);
            const QStringList said = converted->report.warnings.filter(u"first frame"_s);
            QCOMPARE(said.size(), moves && frames != "first"_L1 ? 1 : 0);
        }
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
