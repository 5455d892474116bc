// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/flacframes.h"

#include <QTest>

using namespace convoy;
using namespace convoy::test;

namespace {

// What renumbering has to arrive at.
std::vector<std::vector<uchar>> framesOf(qint64 samples, int rate)
{
    return FlacFrames({{rate, 1, 16, samples}, 0, 16}, {std::vector<qint32>(static_cast<size_t>(samples), 5)}).frames;
}

} // namespace

class TestFlacFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crc_knownValues()
    {
        const auto *check = reinterpret_cast<const uchar *>("123456789");
        QCOMPARE(flacCrc8(check, 9), quint8(0xF4));     // CRC-8/SMBUS
        QCOMPARE(flacCrc16(check, 9), quint16(0xFEE8)); // CRC-16/UMTS
    }

    void appendRenumberedFrame_equalsLibFlac_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("rate");
        // Around every change of the coded number's length that a file of this test's size reaches.
        for (const int number : {0, 1, 127, 128, 129, 2047, 2048, 65535, 65536, 70000}) {
            for (const int rate : {44100, 12345, 255000, 655340})
                QTest::addRow("%d at %d Hz", number, rate) << number << rate;
        }
    }
    void appendRenumberedFrame_equalsLibFlac()
    {
        QFETCH(int, number);
        QFETCH(int, rate);
        const auto frames = framesOf((number + 1LL) * 16, rate);
        const std::vector<uchar> &wanted = frames.at(size_t(number));
        for (const size_t from : {size_t(0), size_t(number) / 2, size_t(number)}) {
            std::vector<uchar> made{1, 2, 3};
            QVERIFY(appendRenumberedFrame(frames[from].data(), frames[from].size(), quint32(number), made));
            QCOMPARE(std::vector<uchar>(made.begin() + 3, made.end()), wanted);
        }
    }

    void appendRenumberedFrame_largestNumbers()
    {
        const auto frames = framesOf(16, 44100);
        const std::vector<uchar> &frame = frames.at(0);
        for (const quint32 number : {0x1FFFFFu, 0x200000u, 0x3FFFFFFu, 0x4000000u, 0x7FFFFFFFu}) {
            std::vector<uchar> made;
            QVERIFY(appendRenumberedFrame(frame.data(), frame.size(), number, made));
            QCOMPARE(flacCrc16(made.data(), made.size()), quint16(0)); // a CRC over itself is nothing
            std::vector<uchar> back;
            QVERIFY(appendRenumberedFrame(made.data(), made.size(), 0, back));
            QCOMPARE(back, frame);
        }
    }

    void appendRenumberedFrame_refusesWhatIsNoFrame()
    {
        std::vector<uchar> target;
        const std::vector<uchar> noise(100, 0x55);
        QVERIFY(!appendRenumberedFrame(noise.data(), noise.size(), 1, target));
        const std::vector<uchar> cut{0xFF, 0xF8, 0xC9, 0x08, 0xFE, 0, 0, 0};
        QVERIFY(!appendRenumberedFrame(cut.data(), cut.size(), 1, target));
        QVERIFY(target.empty());
    }
};

QTEST_APPLESS_MAIN(TestFlacFrame)
#include "tst_flacframe.moc"
