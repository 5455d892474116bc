// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/graytransform.h"

#include <QTest>

using namespace convoy;

class TestGrayTransform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void value_data()
    {
        QTest::addColumn<int>("stored");
        QTest::addColumn<int>("highBit");
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<uint>("word");
        QTest::addColumn<qint64>("value");
        QTest::newRow("12 bits") << 12 << 11 << false << 0x0fffu << qint64(4095);
        QTest::newRow("overlay bits above are masked") << 12 << 11 << false << 0xf123u << qint64(0x123);
        QTest::newRow("signed") << 12 << 11 << true << 0x0fffu << qint64(-1);
        QTest::newRow("signed lowest") << 12 << 11 << true << 0x0800u << qint64(-2048);
        QTest::newRow("signed highest") << 12 << 11 << true << 0xf7ffu << qint64(2047);
        QTest::newRow("high bit 15") << 12 << 15 << false << 0xfff7u << qint64(4095);
        QTest::newRow("high bit 15 signed") << 12 << 15 << true << 0x8000u << qint64(-2048);
        QTest::newRow("16 signed") << 16 << 15 << true << 0xffffu << qint64(-1);
        QTest::newRow("32") << 32 << 31 << false << 0xffffffffu << qint64(4294967295);
        QTest::newRow("32 signed") << 32 << 31 << true << 0x80000000u << qint64(-2147483648LL);
        QTest::newRow("1") << 1 << 0 << false << 0xffu << qint64(1);
    }
    void value()
    {
        QFETCH(int, stored);
        QFETCH(int, highBit);
        QFETCH(bool, isSigned);
        QFETCH(uint, word);
        QFETCH(qint64, value);
        const SampleFormat format{stored > 16 ? 32 : 16, stored, highBit, isSigned};
        QCOMPARE(qint64(format.value(word)), value);
    }

    /// Computed by hand from PS3.3 C.11.2.1.2.1, C.11.2.1.3.1 and C.11.2.1.3.2.
    void window_data()
    {
        QTest::addColumn<double>("centre");
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("function");
        QTest::addColumn<int>("stored");
        QTest::addColumn<int>("level");
        const int linear = int(VoiFunction::Linear);
        const int exact = int(VoiFunction::LinearExact);
        const int sigmoid = int(VoiFunction::Sigmoid);
        QTest::newRow("full 0") << 2048.0 << 4096.0 << linear << 0 << 0;
        QTest::newRow("full 4095") << 2048.0 << 4096.0 << linear << 4095 << 255;
        QTest::newRow("full 2048") << 2048.0 << 4096.0 << linear << 2048 << 128; // 127.53
        QTest::newRow("narrowest below") << 0.0 << 1.0 << linear << -1 << 0;
        QTest::newRow("narrowest above") << 0.0 << 1.0 << linear << 0 << 255;
        QTest::newRow("-50 of 0/100") << 0.0 << 100.0 << linear << -50 << 0;
        QTest::newRow("-49 of 0/100") << 0.0 << 100.0 << linear << -49 << 3; // 2.58
        QTest::newRow("0 of 0/100") << 0.0 << 100.0 << linear << 0 << 129;   // 128.79
        QTest::newRow("49 of 0/100") << 0.0 << 100.0 << linear << 49 << 255;
        QTest::newRow("exact -50") << 0.0 << 100.0 << exact << -50 << 0;
        QTest::newRow("exact 0") << 0.0 << 100.0 << exact << 0 << 128;   // 127.5
        QTest::newRow("exact 25") << 0.0 << 100.0 << exact << 25 << 191; // 191.25
        QTest::newRow("exact 50") << 0.0 << 100.0 << exact << 50 << 255;
        QTest::newRow("sigmoid 0") << 0.0 << 100.0 << sigmoid << 0 << 128;     // 127.5
        QTest::newRow("sigmoid 25") << 0.0 << 100.0 << sigmoid << 25 << 186;   // 186.42
        QTest::newRow("sigmoid -100") << 0.0 << 100.0 << sigmoid << -100 << 5; // 4.59
    }
    void window()
    {
        QFETCH(double, centre);
        QFETCH(double, width);
        QFETCH(int, function);
        QFETCH(int, stored);
        QFETCH(int, level);
        GrayTransform transform{.format = {16, 16, 15, true}, .display = Window{centre, width, VoiFunction(function)}};
        QCOMPARE(int(grayLevel(transform, stored, 8)), level);
        QCOMPARE(int(grayTable(transform, 8).at(size_t(quint16(stored)))), level);
        transform.inverted = true;
        const int opposite = grayLevel(transform, stored, 8);
        QVERIFY(std::abs(opposite + level - 255) <= 1); // halves are rounded up both ways
    }

    /// Hounsfield units: 1000 stored with an intercept of -1024 are -24.
    void rescale()
    {
        const GrayTransform transform{
            .format = {16, 16, 15, true}, .slope = 1, .intercept = -1024, .display = Window{40, 400}};
        QCOMPARE(int(grayLevel(transform, 1000, 8)), 87);     // ((-24 - 39.5) / 399 + 0.5) * 255 = 86.92
        QCOMPARE(int(grayLevel(transform, 1000, 16)), 22338); // 65535 * 0.340852
    }

    void modalityTable_comesFirst()
    {
        GrayTransform transform{.format = {8, 8, 7, false}, .slope = 100, .display = ValueRange{0, 300}};
        transform.modality = LookupTable{10, 16, {0, 150, 300}};
        QCOMPARE(int(grayLevel(transform, 0, 8)), 0);    // before the first entry
        QCOMPARE(int(grayLevel(transform, 11, 8)), 128); // 127.5
        QCOMPARE(int(grayLevel(transform, 99, 8)), 255); // behind the last
        QCOMPARE(transform.modalityRange(0, 255), (ValueRange{0, 300}));
    }

    void voiTable()
    {
        const GrayTransform transform{.format = {8, 8, 7, false}, .display = LookupTable{0, 12, {4095, 2048, 0}}};
        QCOMPARE(int(grayLevel(transform, 0, 8)), 255);
        QCOMPARE(int(grayLevel(transform, 1, 8)), 128);
        QCOMPARE(int(grayLevel(transform, 1, 16)), 32776); // 2048 / 4095 * 65535 = 32775.5
        QCOMPARE(int(grayLevel(transform, 200, 8)), 0);
    }

    void range_oneBit()
    {
        const GrayTransform transform{.format = {1, 1, 0, false}, .display = ValueRange{0, 1}};
        QCOMPARE(grayTable(transform, 8), (std::vector<std::uint16_t>{0, 255}));
    }

    void range_negativeSlope()
    {
        GrayTransform transform{.format = {8, 8, 7, false}, .slope = -1};
        transform.display = transform.modalityRange(0, 255);
        QCOMPARE(int(grayLevel(transform, 0, 8)), 255);
        QCOMPARE(int(grayLevel(transform, 255, 8)), 0);
    }

    void range_empty()
    {
        const GrayTransform transform{.format = {16, 12, 11, false}, .display = ValueRange{7, 7}};
        QCOMPARE(int(grayLevel(transform, 7, 8)), 0);
    }
};

QTEST_APPLESS_MAIN(TestGrayTransform)
#include "tst_graytransform.moc"
