// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/segmentedlut.h"

#include <QTest>

using namespace convoy;

class TestSegmentedLut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void discreteAndLinear()
    {
        const std::vector<std::uint16_t> data{0, 2, 10, 20, 1, 4, 60}; // two values, then four steps up to 60
        QCOMPARE(expandSegments(data, SegmentUnit::Word, 100), (std::vector<std::uint16_t>{10, 20, 30, 40, 50, 60}));
    }

    void linear_down()
    {
        const std::vector<std::uint16_t> data{0, 1, 100, 1, 2, 0};
        QCOMPARE(expandSegments(data, SegmentUnit::Word, 100), (std::vector<std::uint16_t>{100, 50, 0}));
    }

    void indirect_words()
    {
        // One segment again, from byte 0.
        const std::vector<std::uint16_t> data{0, 2, 7, 8, 2, 1, 0, 0};
        QCOMPARE(expandSegments(data, SegmentUnit::Word, 100), (std::vector<std::uint16_t>{7, 8, 7, 8}));
    }

    void indirect_bytes()
    {
        const std::vector<std::uint16_t> data{0, 1, 7, 0, 1, 9, 2, 1, 3, 0, 0, 0};
        QCOMPARE(expandSegments(data, SegmentUnit::Byte, 100), (std::vector<std::uint16_t>{7, 9, 9}));
    }

    void indirect_neverNests()
    {
        const std::vector<std::uint16_t> data{0, 1, 7, 2, 3, 0, 0};
        QCOMPARE(expandSegments(data, SegmentUnit::Word, 100).size(), size_t(2));
    }

    void broken_stops()
    {
        QVERIFY(expandSegments(std::vector<std::uint16_t>{9, 1, 1}, SegmentUnit::Word, 100).empty());
        QVERIFY(expandSegments(std::vector<std::uint16_t>{1, 4, 60}, SegmentUnit::Word, 100).empty());
        QCOMPARE(expandSegments(std::vector<std::uint16_t>{0, 65535, 5}, SegmentUnit::Word, 100).size(), size_t(1));
        QCOMPARE(expandSegments(std::vector<std::uint16_t>{0, 1, 5, 1, 60000, 6}, SegmentUnit::Word, 100).size(),
                 size_t(100));
    }
};

QTEST_APPLESS_MAIN(TestSegmentedLut)
#include "tst_segmentedlut.moc"
