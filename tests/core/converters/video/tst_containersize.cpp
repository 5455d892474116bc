// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/containersize.h"
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
    const QByteArray endless = ebml + segment + QByteArray::fromHex("01ffffffffffffff");
    const QByteArray live = endless + QByteArray::fromHex("1f43b67501ffffffffffffff");
    QTest::newRow("endless matroska, cluster whole") << endless + QByteArray::fromHex("1f43b675a8") + body << false;
    QTest::newRow("endless matroska, cluster cut") << endless + QByteArray::fromHex("1f43b675a8") + body.left(39) << true;
    QTest::newRow("endless matroska, trailing bytes") << endless + QByteArray::fromHex("1f43b675a8") + body + body << false;
    QTest::newRow("endless matroska, reserve")
        << endless + QByteArray::fromHex("1f43b675a8") + body + QByteArray(9, '\0') << false;
    QTest::newRow("live matroska whole") << live + QByteArray::fromHex("e78100a3a8") + body << false;
    QTest::newRow("live matroska cut in a block") << live + QByteArray::fromHex("e78100a3a8") + body.left(30) << true;
    QTest::newRow("live matroska cut in a size") << live + QByteArray::fromHex("e78100a340") << true;
    QTest::newRow("live matroska, second cluster cut")
        << live + QByteArray::fromHex("a3a8") + body + QByteArray::fromHex("1f43b67501ffffffffffffffa3a8") + body.left(1)
        << true;
    QTest::newRow("endless matroska of tiny parts")
        << endless + QByteArray::fromHex("ec80").repeated(3000) + "\xa3\xa8" << false;
    const QByteArray page = QByteArray("OggS\0", 5) + QByteArray(21, 'x') + QByteArray::fromHex("021414") + body;
    QTest::newRow("ogg whole") << page + page << false;
    QTest::newRow("ogg cut") << page + page.chopped(1) << true;
    QTest::newRow("ogg cut in a page's head") << page + page.left(20) << true;
    QTest::newRow("ogg trailing bytes") << page + body << false;
    const QByteArray flash("FLV\1\5\0\0\0\x9", 9);
    const QByteArray tag = QByteArray("\0\0\0\0\x9\0\0\x28", 8) + QByteArray(7, '\0') + body;
    QTest::newRow("flv whole") << flash + tag + tag + QByteArray(4, 'x') << false;
    QTest::newRow("flv cut") << flash + tag + tag.chopped(1) << true;
    QTest::newRow("flv trailing bytes") << flash + tag + body << false;
    QByteArray asf = QByteArray::fromHex("3026b2758e66cf11a6d900aa0062ce6c") + QByteArray(14, 'x')
        + QByteArray::fromHex("a1dcab8c47a9cf118ee400c00c205365") + QByteArray(88, '\0') + body;
    asf[70] = char(asf.size());
    QTest::newRow("asf whole") << asf << false;
    QTest::newRow("asf cut") << asf.chopped(2) << true;
    asf[118] = 1;
    QTest::newRow("asf of a broadcast") << asf.chopped(2) << false;
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
    QCOMPARE(convoy::containerGoesOn(file.fd(), true), goesOn);
}

QTEST_APPLESS_MAIN(TestContainerSize)
#include "tst_containersize.moc"
