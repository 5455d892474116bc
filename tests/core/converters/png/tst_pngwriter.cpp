// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngverifier.h"
#include "core/converters/png/pngwriter.h"

#include "support/convertharness.h"

#include <QTest>
#include <QtEndian>

#include "core/converters/png/pngchunk.h"

#include <png.h>
#include <zlib.h>

#include <cstring>
#include <random>

using namespace convoy;

Q_DECLARE_METATYPE(convoy::PngPicture)

namespace {

using Bytes = std::vector<std::uint8_t>;

struct Decoded {
    PngPicture picture; ///< as it is stored
    unsigned dotsPerMetre = 0;
    Bytes pixels;
};

void readMemory(png_structp png, png_bytep out, size_t size)
{
    auto *const rest = static_cast<QByteArrayView *>(png_get_io_ptr(png));
    if (static_cast<size_t>(rest->size()) < size)
        png_error(png, "end of file");
    std::memcpy(out, rest->data(), size);
    *rest = rest->sliced(static_cast<qsizetype>(size));
}

/// libpng is the independent reader. Pixels come with that number of channels.
Decoded decode(const QByteArray &bytes, int channels)
{
    Decoded result;
    QByteArrayView rest(bytes);
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, nullptr);
        return {};
    }
    png_set_read_fn(png, &rest, readMemory);
    png_read_info(png, info);
    result.picture = {.width = static_cast<int>(png_get_image_width(png, info)),
                      .height = static_cast<int>(png_get_image_height(png, info)),
                      .channels = png_get_channels(png, info),
                      .bits = png_get_bit_depth(png, info),
                      .indexed = png_get_color_type(png, info) == PNG_COLOR_TYPE_PALETTE};
    png_set_expand(png); // palettes become colours, few bits eight
    if (channels == 3)
        png_set_gray_to_rgb(png);
    if (channels == 1 && result.picture.indexed)
        png_set_rgb_to_gray_fixed(png, PNG_ERROR_ACTION_ERROR, -1, -1);
    png_read_update_info(png, info);
    result.dotsPerMetre = png_get_pixels_per_meter(png, info);
    const size_t rowBytes = png_get_rowbytes(png, info);
    result.pixels.resize(rowBytes * static_cast<size_t>(result.picture.height));
    for (int y = 0; y < result.picture.height; ++y)
        png_read_row(png, result.pixels.data() + static_cast<size_t>(y) * rowBytes, nullptr);
    png_read_end(png, nullptr);
    png_destroy_read_struct(&png, &info, nullptr);
    return result;
}

enum Content { Noise, Flat, Ramp, Mixed };

Bytes makePixels(const PngPicture &picture, Content content)
{
    std::minstd_rand random(3);
    Bytes pixels(picture.rowBytes() * static_cast<size_t>(picture.height));
    for (size_t i = 0; i < pixels.size(); ++i) {
        const auto noise = static_cast<std::uint8_t>((random() >> 8) % 16 + (random() >> 8) % 16);
        const auto ramp = static_cast<std::uint8_t>(i / picture.pixelBytes() % static_cast<size_t>(picture.width) / 4
                                                    + i / picture.rowBytes());
        const bool flatHalf = i % picture.rowBytes() < picture.rowBytes() / 2;
        switch (content) {
        case Noise: pixels[i] = noise; break;
        case Flat: pixels[i] = i / picture.rowBytes() / 8 % 2 ? 200 : 10; break;
        case Ramp: pixels[i] = ramp; break;
        case Mixed: pixels[i] = flatHalf ? 0 : static_cast<std::uint8_t>(ramp + noise); break;
        }
    }
    return pixels;
}

PngRows rowsOf(const PngPicture &picture, const Bytes &pixels)
{
    return [&picture, &pixels](int first, int count, std::uint8_t *out) {
        std::memcpy(out, pixels.data() + static_cast<size_t>(first) * picture.rowBytes(),
                    static_cast<size_t>(count) * picture.rowBytes());
        return Result<void>();
    };
}

QByteArray fileBytes(int fd)
{
    QByteArray bytes(::lseek(fd, 0, SEEK_END), Qt::Uninitialized);
    return ::pread(fd, bytes.data(), static_cast<size_t>(bytes.size()), 0) == bytes.size() ? bytes : QByteArray();
}

} // namespace

class TestPngWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesToTheSamePixels_data()
    {
        QTest::addColumn<PngPicture>("picture");
        QTest::addColumn<int>("content");
        QTest::addColumn<int>("effort");
        QTest::addColumn<int>("threads");
        const std::vector<PngPicture> pictures{{1, 1, 1, 8, 0},      {1, 1, 3, 16, 72},     {3, 700, 1, 8, 300},
                                               {700, 3, 3, 8, 0},    {641, 487, 1, 8, 300}, {317, 301, 1, 16, 300},
                                               {333, 211, 3, 8, 96}, {1000, 900, 3, 16, 0}};
        for (size_t i = 0; i < pictures.size(); ++i) {
            for (const int content : {Noise, Flat, Ramp, Mixed}) {
                QTest::addRow("picture %zu content %d", i, content)
                    << pictures[i] << content << int(PngEffort::Balanced) << 1;
                QTest::addRow("picture %zu content %d fast threaded", i, content)
                    << pictures[i] << content << int(PngEffort::Fast) << 3;
            }
        }
        QTest::newRow("smallest") << PngPicture{317, 301, 1, 8, 0} << int(Mixed) << int(PngEffort::Smallest) << 2;
    }
    void decodesToTheSamePixels()
    {
        QFETCH(PngPicture, picture);
        QFETCH(int, content);
        QFETCH(int, effort);
        QFETCH(int, threads);
        const Bytes pixels = makePixels(picture, static_cast<Content>(content));
        const FileDescriptor file = test::emptyFile();
        const std::atomic<int> budget = threads;
        const auto hash = writePng(file.fd(), picture, rowsOf(picture, pixels),
                                   {.effort = static_cast<PngEffort>(effort), .threads = &budget});
        QVERIFY(hash);
        const Decoded decoded = decode(fileBytes(file.fd()), picture.channels);
        QCOMPARE(decoded.picture.width, picture.width);
        QCOMPARE(decoded.picture.height, picture.height);
        QVERIFY(decoded.picture.channels <= picture.channels);
        QVERIFY(decoded.picture.bits <= picture.bits);
        QCOMPARE(decoded.dotsPerMetre, static_cast<unsigned>(std::lround(picture.ppi / 0.0254)));
        QVERIFY(decoded.pixels == pixels);
        QVERIFY(verifyPng(file.fd(), picture, *hash, {}, {}));
    }

    void packing_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<std::vector<int>>("colours"); ///< 0xRRGGBB
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("indexed");
        const auto steps = [](int count, int unit) {
            std::vector<int> colours;
            for (int i = 0; i < count; ++i)
                colours.push_back(i * unit);
            return colours;
        };
        QTest::newRow("black and white") << 1 << steps(2, 0xffffff) << 1 << false;
        QTest::newRow("four greys") << 1 << steps(4, 0x555555) << 2 << false;
        QTest::newRow("sixteen greys") << 1 << steps(16, 0x111111) << 4 << false;
        QTest::newRow("two odd greys") << 1 << std::vector<int>{0x0a0a0a, 0xc8c8c8} << 1 << true;
        QTest::newRow("grey in colour") << 3 << steps(16, 0x111111) << 4 << false;
        QTest::newRow("three colours") << 3 << std::vector<int>{0xff0000, 0x00ff00, 0x123456} << 2 << true;
        QTest::newRow("twelve colours") << 3 << steps(12, 0x0a0b0c) << 4 << true;
        QTest::newRow("two hundred colours") << 3 << steps(200, 0x00e3f1) << 8 << true;
    }
    /// Noise of few colours: what no search for matches can hide.
    void packing()
    {
        QFETCH(int, channels);
        QFETCH(std::vector<int>, colours);
        QFETCH(int, bits);
        QFETCH(bool, indexed);
        const PngPicture picture{.width = 403, .height = 307, .channels = channels};
        std::minstd_rand random(7);
        Bytes pixels;
        for (int i = 0; i < picture.width * picture.height; ++i) {
            const int colour = colours[(random() >> 8) % colours.size()];
            for (int c = channels - 1; c >= 0; --c)
                pixels.push_back(static_cast<std::uint8_t>(colour >> 8 * c));
        }
        for (const PngEffort effort : {PngEffort::Fast, PngEffort::Balanced}) {
            const FileDescriptor file = test::emptyFile();
            const auto hash = writePng(file.fd(), picture, rowsOf(picture, pixels), {.effort = effort});
            QVERIFY(hash);
            const QByteArray bytes = fileBytes(file.fd());
            const Decoded decoded = decode(bytes, channels);
            QCOMPARE(decoded.picture.bits, bits);
            QCOMPARE(decoded.picture.indexed, indexed);
            QVERIFY(decoded.pixels == pixels);
            QVERIFY(verifyPng(file.fd(), picture, *hash, {}, {}));
            QVERIFY(!verifyPng(file.fd(), picture, QByteArray(16, '\0'), {}, {}));
            QVERIFY(bytes.size() < picture.width * picture.height * bits / 8 * 1.1 + 900);
        }
    }

    /// A colour that only the last pixel has is found, although no sample shows it.
    void packing_oneColourMore()
    {
        const PngPicture picture{.width = 300, .height = 300, .channels = 1};
        for (const int last : {255, 77}) {
            Bytes pixels(size_t{300} * 300);
            pixels.back() = static_cast<std::uint8_t>(last);
            const FileDescriptor file = test::emptyFile();
            const auto hash = writePng(file.fd(), picture, rowsOf(picture, pixels), {});
            QVERIFY(hash);
            QVERIFY(decode(fileBytes(file.fd()), 1).pixels == pixels);
            QVERIFY(verifyPng(file.fd(), picture, *hash, {}, {}));
        }
    }

    /// A colour profile would not fit grey.
    void packing_colourStaysWithChunks()
    {
        const PngPicture picture{.width = 64, .height = 64, .channels = 3};
        const Bytes pixels(size_t{64} * 64 * 3, 200);
        const FileDescriptor file = test::emptyFile();
        QVERIFY(writePng(file.fd(), picture, rowsOf(picture, pixels), {.chunks = {{"tEXt", {'a', 0, 'b'}}}}));
        const Decoded decoded = decode(fileBytes(file.fd()), 3);
        QVERIFY(decoded.picture.indexed || decoded.picture.channels == 3);
        QVERIFY(decoded.pixels == pixels);
    }

    /// 300 ppi are 11811 pixels a metre.
    void resolution_300ppi()
    {
        const PngPicture picture{8, 8, 1, 8, 300};
        const Bytes pixels = makePixels(picture, Ramp);
        const FileDescriptor file = test::emptyFile();
        QVERIFY(writePng(file.fd(), picture, rowsOf(picture, pixels), {}));
        QVERIFY(fileBytes(file.fd()).contains(QByteArray("pHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01", 13)));
    }

    /// The same file whatever the number of threads.
    void threads_sameBytes()
    {
        const PngPicture picture{1200, 1000, 1, 8, 0};
        const Bytes pixels = makePixels(picture, Noise);
        QByteArray files[2];
        for (const int threads : {1, 4}) {
            const FileDescriptor file = test::emptyFile();
            const std::atomic<int> budget = threads;
            QVERIFY(writePng(file.fd(), picture, rowsOf(picture, pixels), {.threads = &budget}));
            files[threads > 1] = fileBytes(file.fd());
        }
        QVERIFY(files[0] == files[1]);
    }

    void verify_everyChangedByte_data()
    {
        QTest::addColumn<int>("content");
        QTest::newRow("as it is") << int(Mixed);
        QTest::newRow("palette") << int(Flat);
    }
    void verify_everyChangedByte()
    {
        QFETCH(int, content);
        const PngPicture picture{40, 30, 1, 8, 300};
        const Bytes pixels = makePixels(picture, static_cast<Content>(content));
        const FileDescriptor file = test::emptyFile();
        const auto hash = writePng(file.fd(), picture, rowsOf(picture, pixels), {});
        QVERIFY(hash);
        const QByteArray good = fileBytes(file.fd());
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray bad = good;
            bad[i] = static_cast<char>(bad[i] ^ 0x20);
            const auto changed = test::InputFile::fromBytes(bad, "changed");
            QVERIFY2(!verifyPng(changed.fd(), picture, *hash, {}, {}), qPrintable(QString::number(i)));
        }
        for (qsizetype size = 0; size < good.size(); ++size) {
            const auto cut = test::InputFile::fromBytes(good.first(size), "cut");
            QVERIFY(!verifyPng(cut.fd(), picture, *hash, {}, {}));
        }
        QVERIFY(!verifyPng(test::InputFile::fromBytes(good + 'x', "longer").fd(), picture, *hash, {}, {}));
        QVERIFY(!verifyPng(file.fd(), picture, QByteArray(16, '\0'), {}, {}));
        QVERIFY(!verifyPng(file.fd(), PngPicture{30, 40, 1, 8, 300}, *hash, {}, {}));
        QVERIFY(!verifyPng(file.fd(), PngPicture{40, 30, 1, 8, 72}, *hash, {}, {}));
    }

    /// Each of the sums for itself: of the chunk where the pixels are right, and of the pixels where the chunk's is.
    void verify_bothSums()
    {
        const PngPicture picture{40, 30, 1, 8, 0};
        const Bytes pixels = makePixels(picture, Noise);
        const FileDescriptor file = test::emptyFile();
        const auto hash = writePng(file.fd(), picture, rowsOf(picture, pixels), {});
        QVERIFY(hash);
        const QByteArray good = fileBytes(file.fd());
        const qsizetype type = good.indexOf("IDAT");
        const auto *const head = reinterpret_cast<const std::uint8_t *>(good.constData()) + type;
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(head - 4));
        QByteArray chunkSum = good;
        chunkSum[type + 4 + length] = static_cast<char>(~chunkSum[type + 4 + length]);
        QVERIFY(!verifyPng(test::InputFile::fromBytes(chunkSum, "chunk").fd(), picture, *hash, {}, {}));
        QByteArray pixelSum = good;
        pixelSum[type + 3 + length] = static_cast<char>(~pixelSum[type + 3 + length]); // the last byte of the Adler sum
        const auto *const changed = reinterpret_cast<const Bytef *>(pixelSum.constData()) + type;
        std::vector<std::uint8_t> sum;
        appendBigEndian(sum, static_cast<std::uint32_t>(crc32(0, changed, static_cast<uInt>(length + 4))));
        pixelSum.replace(type + 4 + length, 4, QByteArray(reinterpret_cast<const char *>(sum.data()), 4));
        QVERIFY(!verifyPng(test::InputFile::fromBytes(pixelSum, "pixels").fd(), picture, *hash, {}, {}));
    }

    void rows_failureIsReturned()
    {
        const FileDescriptor file = test::emptyFile();
        const Error error{ErrorKind::DamagedInput, QStringLiteral("no row"), {}};
        const auto result = writePng(file.fd(), {100, 100, 1, 8, 0},
                                     [&error](int, int, std::uint8_t *) { return Result<void>(error); }, {});
        QVERIFY(!result);
        QCOMPARE(result.error(), error);
    }

    void stop_isObeyed()
    {
        std::stop_source source;
        const PngPicture picture{2000, 2000, 1, 8, 0};
        const Bytes pixels = makePixels(picture, Noise);
        const FileDescriptor file = test::emptyFile();
        PngControl control{.stop = source.get_token()};
        control.progress = [&source](double) { source.request_stop(); };
        const auto result = writePng(file.fd(), picture, rowsOf(picture, pixels), control);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestPngWriter)
#include "tst_pngwriter.moc"
