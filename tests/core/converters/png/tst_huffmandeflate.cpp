// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/huffmancode.h"
#include "core/converters/png/huffmandeflate.h"

#include "support/byzlib.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace convoy;
using convoy::test::byZlib;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes coded(const Bytes &data)
{
    Bytes out;
    deflateHuffman(data, out, true);
    return out;
}

} // namespace

class TestHuffmanDeflate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data()
    {
        QTest::addColumn<Bytes>("data");
        std::minstd_rand random(1);
        QTest::newRow("nothing") << Bytes();
        QTest::newRow("one byte") << Bytes{7};
        for (const size_t length : {2, 11, 12, 13, 15, 16, 258, 259, 260, 261, 262, 300, 517, 65534, 65535, 65536, 200000})
            QTest::addRow("run of %zu", length) << Bytes(length, 42);
        Bytes noise(200000);
        for (auto &byte : noise)
            byte = static_cast<std::uint8_t>(random() >> 8);
        QTest::newRow("noise is stored") << noise;
        // Frequencies like Fibonacci's numbers want codes longer than are allowed.
        Bytes skewed;
        for (size_t symbol = 0, count = 1, next = 1; symbol < 24; ++symbol) {
            skewed.insert(skewed.end(), count, static_cast<std::uint8_t>(symbol * 9));
            next += count;
            count = next - count;
        }
        std::shuffle(skewed.begin(), skewed.end(), random);
        QTest::newRow("skewed") << skewed;
    }
    void roundTrip()
    {
        QFETCH(Bytes, data);
        QCOMPARE(byZlib(coded(data), data.size()), data);
    }

    /// Random mixtures of runs and residuals of every width, the sort of thing that breaks block borders.
    void roundTrip_random()
    {
        std::minstd_rand random(7);
        for (int round = 0; round < 400; ++round) {
            Bytes data;
            const size_t length = random() % 150000;
            while (data.size() < length) {
                const auto value = static_cast<std::uint8_t>(random() >> 8);
                const size_t count = random() % (random() % 4 == 0 ? 900 : 30);
                const unsigned width = 1U + random() % 255U;
                if (random() % 2)
                    data.insert(data.end(), count, value);
                else
                    for (size_t i = 0; i < count; ++i)
                        data.push_back(static_cast<std::uint8_t>((random() >> 8) % width));
            }
            QVERIFY2(byZlib(coded(data), data.size()) == data, qPrintable(QString::number(round)));
        }
    }

    /// Joined pieces are one stream.
    void concatenation()
    {
        const Bytes first(1000, 1);
        const Bytes second{1, 2, 3, 4, 5, 4, 3, 2, 1};
        Bytes out;
        deflateHuffman(first, out);
        deflateHuffman(second, out);
        endDeflate(out);
        Bytes both(first.size() + second.size());
        std::ranges::copy(second, std::ranges::copy(first, both.begin()).out);
        QCOMPARE(byZlib(out, both.size()), both);
    }

    void size_flat() { QVERIFY(coded(Bytes(1000000, 0)).size() < 3000); }

    void lengths_areCompleteAndLimited()
    {
        std::vector<std::uint32_t> frequencies;
        for (std::uint32_t i = 0, a = 1, b = 1; i < 40; ++i, std::swap(a, b), b += a)
            frequencies.push_back(a);
        const CodeLengths lengths = huffmanLengths(frequencies, 12);
        unsigned sum = 0;
        for (const auto length : lengths) {
            QVERIFY(length >= 1 && length <= 12);
            sum += 1U << (12 - length);
        }
        QCOMPARE(sum, 1U << 12);
        QVERIFY(lengths.front() >= lengths.back());
    }
};

QTEST_APPLESS_MAIN(TestHuffmanDeflate)
#include "tst_huffmandeflate.moc"
