// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/rle.h"

#include <QTest>

using namespace convoy;

namespace {

using Bytes = std::vector<std::uint8_t>;

/// PS3.5 G.5: the number of segments and where each begins.
Bytes frame(const std::vector<Bytes> &segments)
{
    Bytes out(64);
    out[0] = std::uint8_t(segments.size());
    for (size_t i = 0; i < segments.size(); ++i) {
        out[4 * (i + 1)] = std::uint8_t(out.size());
        out.insert(out.end(), segments[i].begin(), segments[i].end());
    }
    return out;
}

} // namespace

class TestRle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literalsAndRuns()
    {
        // Two literals, the byte 9 three times (-2), a byte that means nothing (-128), one literal.
        Bytes out(6);
        const RleResult result = decodeRle(frame({{1, 5, 6, 0xfe, 9, 0x80, 0, 7}}), {6, 1, 1}, out.data());
        QVERIFY(result.readable && result.complete);
        QCOMPARE(out, (Bytes{5, 6, 9, 9, 9, 7}));
    }

    void words_highByteFirst()
    {
        std::vector<std::uint16_t> out(2);
        decodeRle(frame({{1, 0x12, 0x34}, {1, 0x56, 0x78}}), {2, 1, 2}, reinterpret_cast<std::uint8_t *>(out.data()));
        QCOMPARE(out, (std::vector<std::uint16_t>{0x1256, 0x3478}));
    }

    void colour_isInterleaved()
    {
        Bytes out(6);
        decodeRle(frame({{1, 1, 2}, {1, 3, 4}, {1, 5, 6}}), {2, 3, 1}, out.data());
        QCOMPARE(out, (Bytes{1, 3, 5, 2, 4, 6}));
    }

    void damaged_data()
    {
        QTest::addColumn<Bytes>("data");
        QTest::newRow("nothing") << Bytes();
        QTest::newRow("header cut") << Bytes(63);
        QTest::newRow("no segments") << frame({});
        QTest::newRow("too many segments") << frame({{0, 1}, {0, 1}});
        Bytes far = frame({{0, 1}});
        far[4] = 200;
        QTest::newRow("segment outside") << far;
        Bytes early = frame({{0, 1}});
        early[4] = 4;
        QTest::newRow("segment in the header") << early;
    }
    void damaged()
    {
        QFETCH(Bytes, data);
        Bytes out(1);
        QVERIFY(!decodeRle(data, {1, 1, 1}, out.data()).readable);
    }

    void cutShort_isNotComplete()
    {
        Bytes out(10, 77);
        const RleResult result = decodeRle(frame({{5, 1, 2}}), {10, 1, 1}, out.data());
        QVERIFY(result.readable && !result.complete);
        QCOMPARE(out, (Bytes{1, 2, 77, 77, 77, 77, 77, 77, 77, 77}));
    }

    void tooLong_staysInside()
    {
        Bytes out(4, 77);
        decodeRle(frame({{0x81, 3}}), {3, 1, 1}, out.data()); // 128 times
        QCOMPARE(out, (Bytes{3, 3, 3, 77}));
    }
};

QTEST_APPLESS_MAIN(TestRle)
#include "tst_rle.moc"
