// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Containers that say themselves how a picture is to be turned, beside an EXIF that says something else.
#include "core/converters/image/avifencoding.h"
#include "core/converters/image/imagetest.h"

#include <jxl/encode.h>
#include <libheif/heif.h>

#include <array>
#include <memory>
#include <utility>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

template <auto release>
struct Releaser {
    template <typename Handle>
    void operator()(Handle *handle) const
    {
        release(handle);
    }
};
template <typename Type, auto release>
using Owned = std::unique_ptr<Type, Releaser<release>>;

const uint8_t *bytesOf(const auto &data)
{
    return reinterpret_cast<const uint8_t *>(data.constData());
}

/// By libavif, which knows irot and imir as the standard has them (ISO/IEC 23008-12, 6.5.10 and 6.5.12).
QByteArray avif(const Picture &picture, int orientation, const QByteArray &exif)
{
    // Quarter turns against the clock, then a mirror: 0 exchanges top and bottom, 1 left and right, -1 is none.
    constexpr std::array<std::pair<int, int>, 9> turns{
        {{0, -1}, {0, -1}, {0, 1}, {2, -1}, {0, 0}, {1, 0}, {3, -1}, {3, 0}, {1, -1}}};
    const AvifImage image = makeAvif(picture.width, picture.height, 8);
    avifRGBImage rgb;
    avifRGBImageSetDefaults(&rgb, image.get());
    rgb.format = AVIF_RGB_FORMAT_RGB;
    rgb.pixels = const_cast<uint8_t *>(bytesOf(picture.samples));
    rgb.rowBytes = uint32_t(picture.width) * 3;
    avifImageRGBToYUV(image.get(), &rgb);
    avifImageSetMetadataExif(image.get(), bytesOf(exif), size_t(exif.size()));
    const auto [angle, mirror] = turns.at(size_t(orientation));
    image->transformFlags = (angle > 0 ? avifTransformFlags(AVIF_TRANSFORM_IROT) : 0U)
        | (mirror >= 0 ? avifTransformFlags(AVIF_TRANSFORM_IMIR) : 0U);
    image->irot.angle = uint8_t(angle);
    image->imir.mode = uint8_t(std::max(mirror, 0));
    return encodeAvif(*image);
}

/// By libheif, with irot and imir.
QByteArray heic(const Picture &picture, int orientation, const QByteArray &exif)
{
    const Owned<heif_context, &heif_context_free> context(heif_context_alloc());
    heif_encoder *encoder = nullptr;
    heif_context_get_encoder_for_format(context.get(), heif_compression_HEVC, &encoder);
    const Owned<heif_encoder, &heif_encoder_release> ownedEncoder(encoder);
    heif_image *image = nullptr;
    heif_image_create(picture.width, picture.height, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image);
    const Owned<heif_image, &heif_image_release> ownedImage(image);
    heif_image_add_plane(image, heif_channel_interleaved, picture.width, picture.height, 24);
    int stride = 0;
    uint8_t *plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    for (int y = 0; y < picture.height; ++y)
        std::copy_n(bytesOf(picture.samples) + ptrdiff_t(y) * picture.width * 3, picture.width * 3, plane + y * stride);
    heif_encoder_set_lossy_quality(encoder, 95);
    heif_encoder_set_parameter_string(encoder, "chroma", "444");
    const Owned<heif_encoding_options, &heif_encoding_options_free> how(heif_encoding_options_alloc());
    how->image_orientation = static_cast<heif_orientation>(orientation);
    heif_image_handle *handle = nullptr;
    heif_context_encode_image(context.get(), image, encoder, how.get(), &handle);
    const Owned<heif_image_handle, &heif_image_handle_release> ownedHandle(handle);
    heif_context_add_exif_metadata(context.get(), handle, exif.constData(), int(exif.size()));
    QByteArray file;
    heif_writer writer{.writer_api_version = 1, .write = [](heif_context *, const void *data, size_t size, void *to) {
                           static_cast<QByteArray *>(to)->append(static_cast<const char *>(data), qsizetype(size));
                           return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
                       }};
    heif_context_write(context.get(), &writer, &file);
    return file;
}

QByteArray jxl(const Picture &picture, int orientation, const QByteArray &exif)
{
    const Owned<JxlEncoder, &JxlEncoderDestroy> encoder(JxlEncoderCreate(nullptr));
    JxlBasicInfo info;
    JxlEncoderInitBasicInfo(&info);
    info.xsize = uint32_t(picture.width);
    info.ysize = uint32_t(picture.height);
    info.bits_per_sample = 8;
    info.orientation = static_cast<JxlOrientation>(orientation);
    info.uses_original_profile = JXL_TRUE;
    JxlEncoderUseBoxes(encoder.get());
    JxlEncoderSetBasicInfo(encoder.get(), &info);
    JxlColorEncoding color;
    JxlColorEncodingSetToSRGB(&color, JXL_FALSE);
    JxlEncoderSetColorEncoding(encoder.get(), &color);
    const QByteArray box = QByteArray(4, '\0') + exif;
    JxlEncoderAddBox(encoder.get(), "Exif", bytesOf(box), size_t(box.size()), JXL_FALSE);
    JxlEncoderFrameSettings *const settings = JxlEncoderFrameSettingsCreate(encoder.get(), nullptr);
    JxlEncoderSetFrameLossless(settings, JXL_TRUE);
    const JxlPixelFormat format{3, JXL_TYPE_UINT8, JXL_NATIVE_ENDIAN, 0};
    JxlEncoderAddImageFrame(settings, &format, picture.samples.constData(), size_t(picture.samples.size()));
    JxlEncoderCloseInput(encoder.get());
    QByteArray out(1 << 20, '\0');
    auto *next = reinterpret_cast<uint8_t *>(out.data());
    size_t left = size_t(out.size());
    const JxlEncoderStatus status = JxlEncoderProcessOutput(encoder.get(), &next, &left);
    return status == JXL_ENC_SUCCESS ? out.first(out.size() - qsizetype(left)) : QByteArray();
}

using Maker = QByteArray (*)(const Picture &, int, const QByteArray &);

} // namespace

class TestImageOrientation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("MAGICK_CONFIGURE_PATH", CONVOY_MAGICK_POLICY);
        warmUpFamily();
    }

    void convert_containerWins_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("orientation");
        for (const char *kind : {"avif", "heic", "jxl"}) {
            for (int orientation = 1; orientation <= 8; ++orientation)
                QTest::addRow("%s %d", kind, orientation) << QString::fromLatin1(kind) << orientation;
        }
    }
    /// EXIF beside it only repeats what the container says, or is wrong: nothing is turned twice, whatever is asked.
    void convert_containerWins()
    {
        QFETCH(QString, kind);
        QFETCH(int, orientation);
        const Picture picture = testPicture(72, 40);
        const Maker make = kind == "avif"_L1 ? &avif : kind == "heic"_L1 ? &heic : &jxl;
        const int other = orientation == 6 ? 3 : 6;
        const QByteArray file = make(picture, orientation, exifBlock(other, "2019:05:04 12:30:01", "Pinhole"));
        const Picture right = oriented(picture, orientation);
        const Result<MediaInfo> info = ImageConverter().probe(InputFile::fromBytes(file, "x").input());
        QVERIFY(info);
        QCOMPARE(QSize(info->width, info->height), right.size());
        for (const bool upright : {true, false}) {
            const QJsonObject options{{u"auto_orient"_s, upright}, {u"quality"_s, 97}};
            const double error = rms(decodePicture(convertedFile(file, u"png"_s, options)), right);
            QVERIFY2(error < 5, QByteArray::number(error).constData());
            const QByteArray jpeg = convertedFile(file, u"jpg"_s, options);
            QVERIFY(rms(decodePicture(jpeg), right) < 6);
            QCOMPARE(exifText(jpeg, "Exif.Image.Model"), QByteArray("Pinhole"));
            QCOMPARE(exifOrientation(jpeg), 1);
        }
    }

    /// Left as stored, the container of the output says it, as these readers ignore EXIF.
    void convert_saysIt_data() { convert_containerWins_data(); }
    void convert_saysIt()
    {
        QFETCH(QString, kind);
        QFETCH(int, orientation);
        const QByteArray jpeg = encodeJpeg(testPicture(72, 40), 97);
        const QByteArray source = withExif(jpeg, exifBlock(orientation, "2019:05:04 12:30:01", "Pinhole"));
        const QByteArray file = convertedFile(source, kind, {{u"auto_orient"_s, false}, {u"quality"_s, 97}});
        const double error = rms(decodePicture(convertedFile(file, u"png"_s)), oriented(decodePicture(jpeg), orientation));
        QVERIFY2(error < 5, QByteArray::number(error).constData());
    }
};

QTEST_GUILESS_MAIN(TestImageOrientation)
#include "tst_imageorientation.moc"
