// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/base/stagedstream.h"
#include "core/converters/image/formats/imageheader.h"
#include "core/converters/image/formats/rlebitmap.h"

#include "support/convertharness.h"
#include "support/pixels.h"

#include <QTest>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

class TestImageHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frames_gif();
    void frames_tiffLoop();
    void pixelBytes_tiffOnce();
    void cameraRaw_tiff();
    void runLengths_bmp_data();
    void runLengths_bmp();
    void stagedFile_fullDevice();
};

ImageHeader headerOf(const QByteArray &bytes, QLatin1StringView format, int maximum = 1000)
{
    const InputFile file = InputFile::fromBytes(bytes, "x");
    const Stream stream = readingStream(file.fd());
    return readImageHeader(stream.get(), format, maximum);
}

void TestImageHeader::frames_gif()
{
    QCOMPARE(headerOf(longGif(1), "gif"_L1).frames, 1);
    QCOMPARE(headerOf(longGif(37), "gif"_L1).frames, 37);
    QCOMPARE(headerOf(longGif(5000), "gif"_L1, 100).frames, 100);
    QCOMPARE(headerOf(longGif(37).first(300), "gif"_L1).frames, 19); // 19 bytes of head, 15 a frame, the last one cut
    QCOMPARE(headerOf("GIF89a", "gif"_L1).frames, 1);
}

/// A directory that names itself, or an earlier one, as the next must not keep the probe for ever.
void TestImageHeader::frames_tiffLoop()
{
    QByteArray self("II*\0\x08\0\0\0\0\0", 10);
    self = QByteArray("II*\0\x08\0\0\0", 8) + QByteArray("\1\0", 2) + QByteArray(12, '\0') + QByteArray("\x08\0\0\0", 4);
    QVERIFY(headerOf(self, "tiff"_L1).frames <= 1000);
}

/// Thousands of tables of a million lengths each would keep the probe for minutes.
void TestImageHeader::pixelBytes_tiffOnce()
{
    const QByteArray strips("\x17\1\4\0\1\0\0\0\x40\0\0\0", 12); // tag 279: one of 64 bytes
    const QByteArray tiff = QByteArray("II*\0\x08\0\0\0", 8) + QByteArray("\3\0", 2) + strips.repeated(3)
        + QByteArray(4, '\0');
    QCOMPARE(headerOf(tiff, "tiff"_L1).pixelBytes, qint64(64));
}

void TestImageHeader::cameraRaw_tiff()
{
    const QByteArray head("II*\0\x08\0\0\0", 8);
    const QByteArray dngVersion("\x12\xC6\1\0\4\0\0\0\1\4\0\0", 12); // tag 50706
    QVERIFY(headerOf(head + QByteArray("\1\0", 2) + dngVersion + QByteArray(4, '\0'), "tiff"_L1).cameraRaw);
    QVERIFY(!headerOf(hugeTiff(8, 8), "tiff"_L1).cameraRaw);
}

QByteArray rleBitmap(const QByteArray &runs)
{
    QByteArray bytes("BM", 2);
    bytes.resize(54 + 8, '\0');
    bytes[10] = 62; // where the runs start
    bytes[14] = 40;
    bytes[18] = 8; // 8×2 pixels
    bytes[22] = 2;
    bytes[26] = 1;
    bytes[28] = 8;
    bytes[30] = 1; // BI_RLE8
    return bytes + runs;
}

void TestImageHeader::runLengths_bmp_data()
{
    QTest::addColumn<QByteArray>("runs");
    QTest::addColumn<bool>("sound");
    QTest::newRow("whole") << QByteArray("\x08\1\0\0\x08\2\0\1", 8) << true;
    QTest::newRow("literal") << QByteArray("\0\x03\1\2\3\0\x05\1\0\0\x08\2\0\1", 14) << true;
    QTest::newRow("over the edge") << QByteArray("\x09\1\0\0\x08\2\0\1", 8) << false;
    QTest::newRow("too many lines") << QByteArray("\x08\1\0\0\x08\1\0\0\x08\1\0\0\0\1", 14) << false;
    QTest::newRow("cut") << QByteArray("\x08\1\0\0\x08", 5) << false;
}

void TestImageHeader::runLengths_bmp()
{
    QFETCH(QByteArray, runs);
    QFETCH(bool, sound);
    const InputFile file = InputFile::fromBytes(rleBitmap(runs), "x.bmp");
    const Stream stream = readingStream(file.fd());
    QCOMPARE(hasSoundRunLengths(stream.get()), sound);
}

void TestImageHeader::stagedFile_fullDevice()
{
    const FileDescriptor full(::open("/dev/full", O_RDWR | O_CLOEXEC));
    StagedStream file(full.fd());
    const QByteArray bytes(100000, 'x');
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file.stream());
    const Result<void> finished = file.finish();
    QVERIFY(!finished);
    QCOMPARE(errorKindName(finished.error().kind), errorKindName(ErrorKind::NoSpace));
}

} // namespace

QTEST_GUILESS_MAIN(TestImageHeader)
#include "tst_imageheader.moc"
