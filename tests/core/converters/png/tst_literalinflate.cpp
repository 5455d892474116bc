// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/huffmandeflate.h"
#include "core/converters/png/literalinflate.h"

#include "support/byzlib.h"

#include <QTest>

#include <zlib.h>

#include <random>

using namespace convoy;
using convoy::test::byZlib;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes withSlack(Bytes coded)
{
    coded.insert(coded.end(), LiteralInflater::slack, std::uint8_t{0xff});
    return coded;
}

Bytes coded(const Bytes &data, bool last)
{
    Bytes out;
    deflateHuffman(data, out, last);
    return out;
}

std::optional<Bytes> inflated(const Bytes &coded, size_t size, bool last)
{
    const Bytes padded = withSlack(coded);
    Bytes out(size);
    LiteralInflater inflater;
    if (!inflater.inflate({padded.data(), coded.size()}, out, last))
        return std::nullopt;
    return out;
}

/// Residuals of noise with runs between them, as at the borders of a radiograph.
Bytes residuals(size_t size, std::minstd_rand &random)
{
    Bytes data;
    std::normal_distribution<double> noise(0, 1 + random() % 20);
    while (data.size() < size) {
        const size_t count = 1 + random() % 5000;
        if (random() % 3 == 0)
            data.insert(data.end(), count, static_cast<std::uint8_t>(random() % 3));
        else
            for (size_t i = 0; i < count; ++i)
                data.push_back(static_cast<std::uint8_t>(static_cast<int>(noise(random))));
    }
    data.resize(size);
    return data;
}

} // namespace

class TestLiteralInflate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One block, some, and more than are inflated at once.
    void roundTrip()
    {
        std::minstd_rand random(3);
        for (const size_t size : {300, 5000, 65535, 65536, 98302, 98303, 131070, 260371, 262140, 400000, 700000}) {
            for (const bool last : {false, true}) {
                const Bytes data = residuals(size, random);
                const auto back = inflated(coded(data, last), size, last);
                QVERIFY2(back, qPrintable(QString::number(size)));
                QVERIFY(*back == data);
            }
        }
    }

    /// Every size that is asked for has to be the right one, and so has the end.
    void otherSizeOrEnd()
    {
        std::minstd_rand random(4);
        const Bytes data = residuals(150000, random);
        const Bytes whole = coded(data, true);
        QVERIFY(inflated(whole, data.size(), true));
        QVERIFY(!inflated(whole, data.size(), false));
        QVERIFY(!inflated(whole, data.size() - 1, true));
        QVERIFY(!inflated(whole, data.size() + 1, true));
        QVERIFY(!inflated(coded(data, false), data.size(), true));
        QVERIFY(!inflated({}, data.size(), true));
        Bytes longer = whole;
        longer.push_back(0);
        QVERIFY(!inflated(longer, data.size(), true));
    }

    /// What others code, with matches, is left to others.
    void otherCoders()
    {
        std::minstd_rand random(5);
        const Bytes data = residuals(60000, random);
        Bytes packed(compressBound(60000));
        uLongf size = packed.size();
        QCOMPARE(compress2(packed.data(), &size, data.data(), data.size(), 6), Z_OK);
        packed.resize(size);
        QVERIFY(!inflated(Bytes(packed.begin() + 2, packed.end() - 4), data.size(), true));
    }

    /// Of damaged data it says no more than zlib, and never reads or writes beyond it.
    void damaged()
    {
        std::minstd_rand random(6);
        const Bytes data = residuals(20000, random);
        const Bytes whole = coded(data, true);
        int same = 0;
        for (int round = 0; round < 3000; ++round) {
            Bytes broken = whole;
            // Half of the faults are in the header, where a code becomes another one.
            for (unsigned i = 0; i <= random() % 3; ++i)
                broken[random() % (round % 2 ? broken.size() : 120)] ^= static_cast<std::uint8_t>(1U << random() % 8);
            if (round % 5 == 0)
                broken.resize(random() % broken.size());
            const auto back = inflated(broken, data.size(), true);
            if (!back)
                continue;
            QVERIFY(*back == byZlib(broken, data.size()));
            ++same;
        }
        QVERIFY(same > 100); // a literal that became another one of the same length is no fault of the code
    }
};

QTEST_APPLESS_MAIN(TestLiteralInflate)
#include "tst_literalinflate.moc"
