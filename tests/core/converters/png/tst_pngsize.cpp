// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A file is never larger than the one that ImageMagick writes of the same pixels when it is asked for nothing.
#include "core/converters/png/pngchunk.h"
#include "core/converters/png/pngwriter.h"

#include "support/convertharness.h"

#include <QDir>
#include <QTest>
#include <QtEndian>

#include <cassert>

#include <Magick++.h>

#include <cmath>
#include <random>

using namespace convoy;

namespace {

using Bytes = std::vector<std::uint8_t>;

struct Subject {
    PngPicture picture;
    Bytes pixels;
};

/// Level of a sample: at (x, y) of channel c, from 0 to 1.
using Level = std::function<double(int x, int y, int c)>;

Subject draw(const PngPicture &picture, const Level &level)
{
    Subject subject{picture, {}};
    const double most = picture.bits == 16 ? 65535 : 255;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            for (int c = 0; c < picture.channels; ++c) {
                const auto value = static_cast<unsigned>(std::lround(std::clamp(level(x, y, c), 0.0, 1.0) * most));
                if (picture.bits == 16)
                    subject.pixels.push_back(static_cast<std::uint8_t>(value >> 8));
                subject.pixels.push_back(static_cast<std::uint8_t>(value));
            }
        }
    }
    return subject;
}

/// Quanta behind a body, of as many grey levels as a detector has.
Subject radiograph(int width, int height, int bits, int levels)
{
    std::minstd_rand random(1);
    std::normal_distribution<double> noise;
    return draw({width, height, 1, bits}, [&, levels](int x, int y, int) {
        const double body = 0.5 + 0.3 * std::sin(x * 3.0 / width) * std::cos(y * 2.0 / height)
            + 0.05 * std::pow(std::cos(y / 28.0), 8);
        const bool collimated = x < 20 || y < 20 || x >= width - 20 || y >= height - 20;
        const double value = collimated ? 0.02 : body + 0.012 * noise(random);
        return std::round(value * levels) / levels;
    });
}

/// Windows, lines of text, one photo-like icon: flat, with sharp edges.
Subject screenshot(int width, int height)
{
    std::minstd_rand random(2);
    std::vector<bool> ink(size_t{97} * 53);
    for (auto dot : ink)
        dot = (random() >> 8) % 3 == 0;
    return draw({width, height, 3, 8}, [&, width](int x, int y, int c) {
        if (y < 24)
            return std::array{0.2, 0.3, 0.5}.at(static_cast<size_t>(c));
        if (x > width - 60 && y < 90)
            return 0.5 + 0.4 * std::sin(x / 7.0 + c) * std::cos(y / 9.0);
        const bool text = y % 18 < 11 && x % (width / 2) < width / 3 && x % 9 < 6;
        const auto dot = static_cast<size_t>(x / 9 * 7 + x % 9 + y / 18 * 31 + y % 18 * 13) % ink.size();
        return text && ink[dot] ? 0.1 : 0.96;
    });
}

/// A fan of speckle on black.
Subject ultrasound(int width, int height, int channels)
{
    std::minstd_rand random(3);
    std::exponential_distribution<double> speckle(6);
    double last = 0;
    return draw({width, height, channels, 8}, [&](int x, int y, int c) {
        const double across = (x - width / 2.0) / (y + 60.0);
        const double reach = std::hypot(x - width / 2.0, y + 60.0);
        if (std::abs(across) > 0.7 || reach > height || reach < 90)
            return 0.0;
        if (c == 0)
            last = 0.6 * last + 0.4 * speckle(random) * (1.2 - reach / height);
        return last;
    });
}

Subject photo(int width, int height)
{
    std::minstd_rand random(4);
    std::normal_distribution<double> noise;
    return draw({width, height, 3, 8}, [&](int x, int y, int c) {
        const double sky = 0.7 - 0.3 * y / height;
        const double hill = std::sin(x / 40.0) * 30 + height * 0.6;
        const double texture = 0.1 * std::sin(x / 3.0 + y / 5.0) * std::sin(x / 11.0);
        const double base = y > hill ? 0.35 + texture : sky;
        return base * std::array{0.8, 0.9, 1.0}.at(static_cast<size_t>(c)) + 0.008 * noise(random);
    });
}

Subject fewColours(int width, int height, int colours)
{
    std::minstd_rand random(5);
    return draw({width, height, 3, 8}, [&, colours, index = 0](int x, int, int c) mutable {
        if (c == 0 && x % 5 == 0)
            index = static_cast<int>(random() >> 8) % colours;
        return ((index * 37 + c * 91) % 256) / 255.0;
    });
}

/// A head in a slice of a scanner: round, noisy, black around.
Subject slice(int side, int bits)
{
    std::minstd_rand random(6);
    std::normal_distribution<double> noise;
    return draw({side, side, 1, bits}, [&, side](int x, int y, int) {
        const double out = std::hypot(x - side / 2.0, y - side / 2.0) / side;
        return (out < 0.4 ? 0.4 + 0.3 * std::cos(out * 12) : 0.01) + 0.02 * std::abs(noise(random));
    });
}

/// Signature, header, palette, pixels and end; other chunks are not what is compared.
qint64 neededBytes(const QByteArray &file)
{
    qint64 sum = 8;
    for (qsizetype at = 8; at + 12 <= file.size();) {
        const qint64 length = qFromBigEndian<quint32>(reinterpret_cast<const std::uint8_t *>(file.constData()) + at);
        const QByteArray type = file.mid(at + 4, 4);
        if (type == "IHDR" || type == "PLTE" || type == "IDAT" || type == "IEND")
            sum += 12 + length;
        at += 12 + length;
    }
    return sum;
}

Bytes swappedWords(Bytes bytes)
{
    for (size_t i = 0; i + 1 < bytes.size(); i += 2)
        std::swap(bytes[i], bytes[i + 1]);
    return bytes;
}

qint64 sizeByMagick(const Subject &subject)
{
    const PngPicture &picture = subject.picture;
    const bool wide = picture.bits == 16;
    const Bytes pixels = wide ? swappedWords(subject.pixels) : subject.pixels;
    Magick::Image image(static_cast<size_t>(picture.width), static_cast<size_t>(picture.height),
                        picture.channels == 1 ? "I" : "RGB", wide ? MagickCore::ShortPixel : MagickCore::CharPixel,
                        pixels.data());
    image.depth(static_cast<size_t>(picture.bits));
    image.magick("PNG");
    Magick::Blob blob;
    image.write(&blob);
    return neededBytes(QByteArray(static_cast<const char *>(blob.data()), static_cast<qsizetype>(blob.length())));
}

qint64 ownSize(const Subject &subject, PngEffort effort)
{
    const PngPicture &picture = subject.picture;
    const PngRows rows = [&](int first, int count, std::uint8_t *out) {
        std::copy_n(subject.pixels.begin() + static_cast<std::ptrdiff_t>(static_cast<size_t>(first) * picture.rowBytes()),
                    static_cast<size_t>(count) * picture.rowBytes(), out);
        return Result<void>();
    };
    const FileDescriptor file = test::emptyFile();
    if (!writePng(file.fd(), picture, rows, {.effort = effort}))
        return -1;
    return ::lseek(file.fd(), 0, SEEK_END);
}

/// A picture of the corpus as its first frame is shown; nothing where it cannot be read.
std::optional<Subject> readPicture(const QString &path)
{
    try {
        Magick::Image image(QFile::encodeName(path).toStdString() + "[0]");
        const bool grey = image.type() == MagickCore::GrayscaleType || image.type() == MagickCore::BilevelType;
        Subject subject{{.width = static_cast<int>(image.columns()),
                         .height = static_cast<int>(image.rows()),
                         .channels = grey ? 1 : 3,
                         .bits = image.depth() > 8 ? 16 : 8},
                        {}};
        subject.pixels.resize(subject.picture.rowBytes() * static_cast<size_t>(subject.picture.height));
        image.write(0, 0, image.columns(), image.rows(), grey ? "I" : "RGB",
                    subject.picture.bits == 16 ? MagickCore::ShortPixel : MagickCore::CharPixel, subject.pixels.data());
        if (subject.picture.bits == 16)
            subject.pixels = swappedWords(std::move(subject.pixels));
        return subject;
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

void compareSizes(const Subject &subject)
{
    const qint64 theirs = sizeByMagick(subject);
    const qint64 balanced = ownSize(subject, PngEffort::Balanced);
    const qint64 smallest = ownSize(subject, PngEffort::Smallest);
    qInfo("%lld bytes, smallest %lld; ImageMagick %lld (%.3f)", balanced, smallest, theirs,
          double(balanced) / double(theirs));
    QVERIFY(balanced > 0 && smallest > 0);
    QVERIFY2(balanced <= theirs, qPrintable(QStringLiteral("%1 against %2").arg(balanced).arg(theirs)));
    QVERIFY2(smallest <= balanced, qPrintable(QStringLiteral("smallest %1 against %2").arg(smallest).arg(balanced)));
}

} // namespace

Q_DECLARE_METATYPE(std::function<Subject()>)

class TestPngSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Magick::InitializeMagick(nullptr);
        MagickCore::SetMagickResourceLimit(MagickCore::AreaResource, 16000000);
    }

    void made_data()
    {
        QTest::addColumn<std::function<Subject()>>("make");
        const auto row = [](const char *name, std::function<Subject()> make) { QTest::newRow(name) << std::move(make); };
        row("radiograph, 12 of 16 bits", [] { return radiograph(500, 700, 16, 4095); });
        row("radiograph, 16 bits", [] { return radiograph(500, 700, 16, 65535); });
        row("radiograph, 8 bits", [] { return radiograph(500, 700, 8, 255); });
        row("slice", [] { return slice(256, 8); });
        row("slice, 16 bits", [] { return slice(256, 16); });
        row("small slice", [] { return slice(64, 8); });
        row("small slice, 16 bits", [] { return slice(64, 16); });
        row("screenshot", [] { return screenshot(800, 600); });
        row("large screenshot", [] { return screenshot(1920, 1080); });
        row("small screenshot", [] { return screenshot(200, 150); });
        row("ultrasound", [] { return ultrasound(640, 480, 1); });
        row("ultrasound in colour", [] { return ultrasound(640, 480, 3); });
        row("photo", [] { return photo(640, 480); });
        row("small photo", [] { return photo(160, 120); });
        // Large is what has parts of it looked at first: more than 128 KiB of packed pixels, or 1.5 MiB of a byte each.
        struct Large {
            int colours, width, height;
        };
        for (const Large &large : {Large{2, 1200, 950}, Large{3, 850, 670}, Large{6, 600, 475}, Large{20, 1600, 1100},
                                   Large{100, 1600, 1100}, Large{250, 1600, 1100}}) {
            const auto few = [colours = large.colours](int width, int height) {
                return std::function<Subject()>([=] { return fewColours(width, height, colours); });
            };
            QTest::addRow("%d colours", large.colours) << few(64, 64);
            QTest::addRow("%d colours, wide", large.colours) << few(400, 300);
            QTest::addRow("%d colours, large", large.colours) << few(large.width, large.height);
        }
        row("one pixel", [] { return fewColours(1, 1, 2); });
        row("black", [] { return draw({300, 200, 1, 8}, [](int, int, int) { return 0.0; }); });
        row("ramp", [] { return draw({256, 256, 1, 8}, [](int x, int, int) { return x / 255.0; }); });
        row("ramp, 16 bits", [] { return draw({300, 300, 1, 16}, [](int x, int y, int) { return (x + y) / 600.0; }); });
    }
    void made()
    {
        QFETCH(std::function<Subject()>, make);
        compareSizes(make());
    }

    void corpus_data()
    {
        QTest::addColumn<QString>("path");
        const QString corpus = test::corpusFolder();
        if (corpus.isEmpty())
            QSKIP("The folder of real files is absent.");
        const QStringList broken{QStringLiteral("bad"),           QStringLiteral("broken"), QStringLiteral("crash"),
                                 QStringLiteral("decompression"), QStringLiteral("really"), QStringLiteral("truncated")};
        for (const char *folder : {"dicom_expected", "photo"}) {
            const QDir dir(corpus + QLatin1Char('/') + QLatin1String(folder));
            for (const QString &name : dir.entryList(QDir::Files)) {
                const auto starts = [&name](const QString &text) { return name.startsWith(text); };
                if (name.endsWith(QStringLiteral(".json")) || name.endsWith(QStringLiteral(".tsv"))
                    || std::any_of(broken.begin(), broken.end(), starts))
                    continue;
                QTest::newRow(qPrintable(name)) << dir.filePath(name);
            }
        }
    }
    void corpus()
    {
        QFETCH(QString, path);
        const auto subject = readPicture(path);
        if (!subject)
            QSKIP("ImageMagick does not read this one.");
        compareSizes(*subject);
    }
};

QTEST_APPLESS_MAIN(TestPngSize)
#include "tst_pngsize.moc"
