// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngverifier.h"
#include "core/converters/png/pngwriter.h"

#include "support/convertharness.h"

#include <QTest>

#include <png.h>

#include <cstring>
#include <random>

using namespace convoy;

Q_DECLARE_METATYPE(convoy::PngPicture)

namespace {

using Bytes = std::vector<std::uint8_t>;

struct Decoded {
    PngPicture picture;
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

/// libpng is the independent reader.
Decoded decode(const QByteArray &bytes)
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
                      .bits = png_get_bit_depth(png, info)};
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
        const Decoded decoded = decode(fileBytes(file.fd()));
        QCOMPARE(decoded.picture.width, picture.width);
        QCOMPARE(decoded.picture.height, picture.height);
        QCOMPARE(decoded.picture.channels, picture.channels);
        QCOMPARE(decoded.picture.bits, picture.bits);
        QCOMPARE(decoded.dotsPerMetre, static_cast<unsigned>(std::lround(picture.ppi / 0.0254)));
        QVERIFY(decoded.pixels == pixels);
        QVERIFY(verifyPng(file.fd(), picture, *hash, {}, {}));
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

    void verify_everyChangedByte()
    {
        const PngPicture picture{40, 30, 1, 8, 300};
        const Bytes pixels = makePixels(picture, Mixed);
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
