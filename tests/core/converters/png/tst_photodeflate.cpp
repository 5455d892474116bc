// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/huffmandeflate.h"
#include "core/converters/png/photodeflate.h"

#include "support/byzlib.h"

#include <QTest>

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace convoy;
using convoy::test::byZlib;

namespace {

using Bytes = std::vector<std::uint8_t>;

size_t sizeByZlib(const Bytes &data)
{
    z_stream stream{};
    deflateInit2(&stream, 7, Z_DEFLATED, -MAX_WBITS, 9, Z_FILTERED);
    Bytes out(deflateBound(&stream, data.size()));
    stream.next_in = const_cast<Bytef *>(data.data());
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    const size_t size = stream.total_out;
    deflateEnd(&stream);
    return size;
}

Bytes noise(size_t size, std::minstd_rand &random)
{
    Bytes bytes(size);
    std::ranges::generate(bytes, [&random] { return static_cast<std::uint8_t>(random() >> 8); });
    return bytes;
}

/// What filtering leaves of a photo with little noise: small numbers of either sign, and stretches that come again.
Bytes residuals(size_t size, std::minstd_rand &random)
{
    Bytes data;
    std::normal_distribution<double> small;
    while (data.size() < size) {
        if (data.size() > 4000 && random() % 40 == 0) {
            const size_t back = 1 + random() % std::min<size_t>(data.size(), 32767);
            for (size_t i = 0, count = 8 + random() % 40; i < count; ++i)
                data.push_back(data[data.size() - back]);
        } else {
            data.push_back(static_cast<std::uint8_t>(std::lround(6 * small(random))));
        }
    }
    return data;
}

Bytes joined(std::initializer_list<Bytes> parts)
{
    Bytes all;
    for (const Bytes &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Bytes codedPhoto(const Bytes &data, PhotoSearch search)
{
    Bytes out;
    deflatePhoto(data, search, out, true);
    return out;
}

/// Both searches, against the reader and against what was foretold.
void compareBoth(const Bytes &data)
{
    for (const PhotoSearch search : {PhotoSearch::Usual, PhotoSearch::Thorough}) {
        const Bytes coded = codedPhoto(data, search);
        QVERIFY(byZlib(coded, data.size()) == data);
        const auto told = static_cast<double>(deflatePhotoSize(data, search));
        QVERIFY2(std::abs(told - double(coded.size())) <= 16 + 0.001 * told, qPrintable(QString::number(told)));
    }
}

} // namespace

class TestPhotoDeflate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data()
    {
        QTest::addColumn<Bytes>("data");
        std::minstd_rand random(1);
        QTest::newRow("nothing") << Bytes();
        QTest::newRow("one byte") << Bytes{7};
        for (const size_t length : {2, 5, 6, 7, 8, 9, 15, 258, 259, 263, 264, 266, 517, 49151, 49152, 49153, 200000})
            QTest::addRow("run of %zu", length) << Bytes(length, 42);
        const Bytes some = noise(300, random);
        QTest::newRow("noise is stored") << noise(200000, random);
        // Blocks that are stored, between others that leave a byte unfinished.
        QTest::newRow("stored in between")
            << joined({residuals(60000, random), noise(150000, random), residuals(100000, random)});
        for (const size_t between : {0, 1, 31000, 32460, 32467, 32468, 32469, 32500, 32767, 32768, 40000})
            QTest::addRow("again after %zu", between) << joined({some, Bytes(between, 9), some, Bytes(20, 1)});
    }
    void roundTrip()
    {
        QFETCH(Bytes, data);
        compareBoth(data);
    }

    void roundTrip_random()
    {
        std::minstd_rand random(7);
        for (int round = 0; round < 150; ++round) {
            Bytes data;
            const size_t length = random() % 200000;
            while (data.size() < length) {
                const Bytes part = random() % 3 ? residuals(random() % 9000, random)
                    : random() % 2              ? noise(random() % 70000, random)
                                                : Bytes(random() % 900, static_cast<std::uint8_t>(random()));
                data.insert(data.end(), part.begin(), part.end());
            }
            compareBoth(data);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QString::number(round)));
        }
    }

    /// Joined pieces are one stream.
    void concatenation()
    {
        std::minstd_rand random(3);
        const Bytes first = residuals(70001, random);
        const Bytes second = noise(60000, random);
        Bytes out;
        deflatePhoto(first, PhotoSearch::Usual, out);
        deflatePhoto(second, PhotoSearch::Usual, out);
        deflatePhoto(first, PhotoSearch::Usual, out);
        endDeflate(out);
        const Bytes all = joined({first, second, first});
        QVERIFY(byZlib(out, all.size()) == all);
    }

    void size_notAboveZlib()
    {
        std::minstd_rand random(5);
        const Bytes data = residuals(400000, random);
        const size_t usual = codedPhoto(data, PhotoSearch::Usual).size();
        const size_t byZlib = sizeByZlib(data);
        QVERIFY2(usual <= byZlib, qPrintable(QStringLiteral("%1 against %2").arg(usual).arg(byZlib)));
        QVERIFY(codedPhoto(data, PhotoSearch::Thorough).size() <= usual);
    }

    /// What stands as far back as the window reaches is found.
    void size_repetitions()
    {
        std::minstd_rand random(6);
        const Bytes some = noise(32767, random);
        QVERIFY(codedPhoto(joined({some, some, some}), PhotoSearch::Usual).size() < some.size() + 3000);
    }
};

QTEST_APPLESS_MAIN(TestPhotoDeflate)
#include "tst_photodeflate.moc"
