// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/containersize.h"
#include "support/convertharness.h"

#include <QTest>

using namespace convoy;

class TestContainerSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void containerGoesOn_data();
    void containerGoesOn();
};

void TestContainerSize::containerGoesOn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("goesOn");
    const QByteArray ebml = QByteArray::fromHex("1a45dfa3"
                                                "84"
                                                "42868101");
    const QByteArray segment = QByteArray::fromHex("18538067");
    const QByteArray body(40, 'x');
    QTest::newRow("matroska whole") << ebml + segment + QByteArray::fromHex("a8") + body << false;
    QTest::newRow("matroska cut") << ebml + segment + QByteArray::fromHex("a8") + body.left(20) << true;
    QTest::newRow("matroska trailing bytes") << ebml + segment + QByteArray::fromHex("a8") + body + body << false;
    QTest::newRow("matroska unknown size") << ebml + segment + QByteArray::fromHex("01ffffffffffffff") + body << false;
    QTest::newRow("matroska eight-byte size cut") << ebml + segment + QByteArray::fromHex("0100000000000100") + body << true;
    QTest::newRow("avi whole") << QByteArray("RIFF\x2c\0\0\0AVI ", 12) + body << false;
    QTest::newRow("avi cut") << QByteArray("RIFF\x2c\1\0\0AVI ", 12) + body << true;
    QTest::newRow("avi without size") << QByteArray("RIFF\0\0\0\0AVI ", 12) + body << false;
    QTest::newRow("wave cut") << QByteArray("RIFF\x2c\1\0\0WAVE", 12) + body << true;
    QTest::newRow("wave, high byte first, whole") << QByteArray("RIFX\0\0\0\x2cWAVE", 12) + body << false;
    QTest::newRow("wave, high byte first, cut") << QByteArray("RIFX\0\0\1\x2cWAVE", 12) + body << true;
    QTest::newRow("picture in RIFF") << QByteArray("RIFF\x2c\1\0\0WEBP", 12) + body << false;
    QTest::newRow("aiff-c cut") << QByteArray("FORM\0\0\1\x2c"
                                              "AIFC",
                                              12)
            + body << true;
    QTest::newRow("au whole") << QByteArray(".snd\0\0\0\x18\0\0\0\x1c", 12) + body << false;
    QTest::newRow("au cut") << QByteArray(".snd\0\0\0\x18\0\0\0\x1e", 12) + body << true;
    QTest::newRow("au of a pipe") << QByteArray(".snd\0\0\0\x18\xff\xff\xff\xff", 12) + body << false;
    const QByteArray caf("caff\0\1\0\0desc\0\0\0\0\0\0\0\4"
                         "1234data\0\0\0\0\0\0\0\x28",
                         36);
    QTest::newRow("caf whole") << caf + body << false;
    QTest::newRow("caf cut") << caf + body.left(20) << true;
    QTest::newRow("garbage") << QByteArray(100, '\0') << false;
    QTest::newRow("tiny") << QByteArray::fromHex("1a45dfa3") << false;
}

void TestContainerSize::containerGoesOn()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, goesOn);
    const test::InputFile file = test::InputFile::fromBytes(bytes, "x");
    QCOMPARE(convoy::containerGoesOn(file.fd()), goesOn);
}

QTEST_APPLESS_MAIN(TestContainerSize)
#include "tst_containersize.moc"
