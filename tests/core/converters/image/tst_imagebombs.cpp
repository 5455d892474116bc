// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Small files that claim just less than what is refused for its size: padded, or compressed as far as it goes.
#include "core/converters/convertercontract.h"
#include "core/converters/image/imagetest.h"

#include <QtEndian>

#include <sys/resource.h>
#include <sys/wait.h>
#include <zlib.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 width = 15990;
constexpr quint32 height = 16000;
constexpr qsizetype padding = 40 << 20; ///< more than an eighth of a byte a pixel

template <typename Number>
QByteArray big(Number number)
{
    const Number stored = qToBigEndian(number);
    return QByteArray(reinterpret_cast<const char *>(&stored), sizeof stored);
}

/// One strip of `pixels`, which say that they are the whole picture.
QByteArray tiff(quint16 compression, const QByteArray &pixels, qsizetype behind = padding)
{
    const auto entry = [](quint16 tag, quint32 value) { return big(tag) + big(quint16(4)) + big(quint32(1)) + big(value); };
    const QByteArray entries = entry(256, width) + entry(257, height) + entry(258, 8) + entry(259, compression)
        + entry(262, 1) + entry(273, 8 + 2 + 9 * 12 + 4) + entry(277, 1) + entry(278, height)
        + entry(279, quint32(pixels.size()));
    return QByteArray("MM\0*", 4) + big(quint32(8)) + big(quint16(9)) + entries + big(quint32(0)) + pixels
        + QByteArray(behind, '\0');
}

QByteArray psd(quint16 compression)
{
    return "8BPS" + big(quint16(1)) + QByteArray(6, '\0') + big(quint16(3)) + big(height) + big(width) + big(quint16(8))
        + big(quint16(3)) + QByteArray(12, '\0') + big(compression) + QByteArray(padding, '\0');
}

/// A bare code stream (ISO/IEC 15444-1, annex A) of one tile without packets.
QByteArray jpeg2000()
{
    const QByteArray size = big(quint16(0)) + big(width) + big(height) + big(quint32(0)) + big(quint32(0)) + big(width)
        + big(height) + big(quint32(0)) + big(quint32(0)) + big(quint16(1)) + QByteArray("\x07\x01\x01", 3);
    const QByteArray coding = QByteArray("\0\0\0\1\0\5\4\4\0\1", 10);
    const QByteArray steps = QByteArray(1, '\x40') + QByteArray(16, '\x48');
    const auto segment = [](quint16 marker, const QByteArray &data) {
        return big(marker) + big(quint16(data.size() + 2)) + data;
    };
    return big(quint16(0xFF4F)) + segment(0xFF51, size) + segment(0xFF52, coding) + segment(0xFF5C, steps)
        + segment(0xFF90, big(quint16(0)) + big(quint32(14)) + QByteArray("\0\1", 2)) + big(quint16(0xFF93))
        + big(quint16(0xFFD9)) + QByteArray(padding, '\0');
}

/// A small PNG with a chunk of texts that unpacks to 300 MB.
QByteArray textPng(const QByteArray &type, const QByteArray &head)
{
    QByteArray packed = qCompress(QByteArray(300 << 20, 'x'), 9).sliced(4); // the length comes first
    const QByteArray body = type + head + packed;
    const QByteArray png = encodePng(filled(8, 8, 1, 2, 3));
    return png.first(33) + big(quint32(body.size() - 4)) + body
        + big(quint32(crc32(0, reinterpret_cast<const Bytef *>(body.constData()), uInt(body.size())))) + png.sliced(33);
}

/// A sound picture, so blank that it has nearly no bytes.
QByteArray blankTiff()
{
    const QByteArray row(width, '\0');
    QByteArray out(qsizetype(2) << 20, '\0');
    z_stream stream{};
    deflateInit(&stream, Z_BEST_SPEED);
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    for (quint32 y = 0; y < height; ++y) {
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(row.constData()));
        stream.avail_in = uInt(row.size());
        deflate(&stream, y + 1 == height ? Z_FINISH : Z_NO_FLUSH);
    }
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return tiff(8, out, 0);
}

struct Outcome {
    int kind = -1; ///< of the error; -1: none
    double cpuSeconds = 0;
    qint64 peakKiB = 0;
};

/// Probed and converted in a process of its own that may have 2 GiB of addresses, the least that a worker gets.
Outcome convertConfined(const InputFile &file)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit limit{rlim_t{2} << 30, rlim_t{2} << 30};
        ::setrlimit(RLIMIT_AS, &limit);
        const ImageConverter converter;
        ConvertHarness harness;
        const ContractRun run = runConverter({.converter = &converter, .id = u"image"_s, .extension = u"jpg"_s}, file,
                                             harness);
        ::_exit(run.report ? 255 : int(run.report.error().kind));
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) * 1e-6; };
    return {WIFEXITED(status) && WEXITSTATUS(status) != 255 ? WEXITSTATUS(status) : -1,
            seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss};
}

} // namespace

class TestImageBombs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("MAGICK_CONFIGURE_PATH", CONVOY_MAGICK_POLICY);
        warmUpFamily();
    }

    void convert_isRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const int isDamaged = int(ErrorKind::DamagedInput);
        const QByteArray some(2000, '\x5A');
        QTest::newRow("jpeg 2000, padded") << jpeg2000() << isDamaged;
        QTest::newRow("tiff, deflate, padded") << tiff(8, some) << isDamaged;
        QTest::newRow("tiff, lzma, padded") << tiff(34925, some) << isDamaged;
        QTest::newRow("tiff, zstd, padded") << tiff(50000, some) << isDamaged;
        QTest::newRow("tiff, webp, padded") << tiff(50001, some) << isDamaged;
        QTest::newRow("tiff, jpeg, padded") << tiff(7, some) << isDamaged;
        QTest::newRow("psd, packed, padded") << psd(1) << isDamaged;
        const int isTooLarge = int(ErrorKind::LimitExceeded);
        QTest::newRow("psd, deflate, padded") << psd(2) << isTooLarge;
        QTest::newRow("png, zTXt") << textPng("zTXt", QByteArray("a\0\0", 3)) << isTooLarge;
        QTest::newRow("png, iTXt") << textPng("iTXt", QByteArray("a\0\1\0\0\0", 6)) << isTooLarge;
        QTest::newRow("png, profile") << textPng("iCCP", QByteArray("a\0\0", 3)) << isTooLarge;
        QTest::newRow("tiff, sound") << blankTiff() << isTooLarge; // where there is so little memory
    }
    void convert_isRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        const InputFile file = InputFile::fromBytes(bytes, "bomb");
        rusage own{};
        ::getrusage(RUSAGE_SELF, &own);
        const Outcome outcome = convertConfined(file);
        QCOMPARE(outcome.kind, kind);
        QVERIFY2(outcome.cpuSeconds < 2, qPrintable(QString::number(outcome.cpuSeconds)));
        // No pixels were there yet: a child starts with its parent's memory.
        QVERIFY2(outcome.peakKiB < own.ru_maxrss + 100 * 1024, qPrintable(QString::number(outcome.peakKiB)));
    }

    /// The limits are no reason to refuse what is only large.
    void convert_largeIsTaken()
    {
        const InputFile file = InputFile::fromBytes(encodePng(filled(6000, 4000, 1, 2, 3)), "large.png");
        QCOMPARE(convertConfined(file).kind, -1);
    }
};

QTEST_GUILESS_MAIN(TestImageBombs)
#include "tst_imagebombs.moc"
