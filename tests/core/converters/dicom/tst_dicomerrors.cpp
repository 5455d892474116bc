// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/dicommaker.h"
#include "core/converters/dicom/dicomrun.h"

#include <QElapsedTimer>
#include <QTest>
#include <QtEndian>

#include <sys/resource.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray inMetaHeader(const QByteArray &uid)
{
    const QByteArray padded = uid.size() % 2 ? uid + '\0' : uid;
    QByteArray element = QByteArray::fromHex("02001000") + "UI" + QByteArray(2, '\0') + padded;
    qToLittleEndian(quint16(padded.size()), element.data() + 6);
    QByteArray length = QByteArray::fromHex("02000000") + "UL" + QByteArray::fromHex("040000000000");
    qToLittleEndian(quint32(element.size()), length.data() + 8);
    return QByteArray(128, '\0') + "DICM" + length + element;
}

/// A sequence in a sequence, so many times, none of which ends.
QByteArray nested(int depth)
{
    const QByteArray one = QByteArray::fromHex("400030a7") + "SQ" + QByteArray::fromHex("0000fffffffffeff00e0ffffffff");
    return one.repeated(depth);
}

} // namespace

class TestDicomErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        DicomMaker::registerEncoders();
        DicomMaker narrow{.width = 16, .height = 16, .bitsStored = 8, .highBit = 7, .syntax = EXS_JPEGLSLossless};
        narrow.fill([](int i) { return i; });
        m_hugeJpegLs = narrow.make();
        // The frame header of JPEG-LS: marker, length, precision, height and width (ISO/IEC 14495-1, C.2.2).
        m_hugeJpegLs.replace(m_hugeJpegLs.indexOf("\xff\xf7") + 5, 4, QByteArray::fromHex("75307530"));
        DicomMaker frames{.width = 16, .height = 16, .frames = 3};
        frames.fill([](int i) { return i * 5; });
        for (const E_TransferSyntax syntax :
             {EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit, EXS_DeflatedLittleEndianExplicit,
              EXS_RLELossless, EXS_JPEGLSLossless, EXS_JPEGProcess14SV1}) {
            frames.syntax = syntax;
            m_frames[DcmXfer(syntax).getXferName()] = frames.make();
        }
        DicomMaker lossy{
            .width = 64, .height = 64, .bitsAllocated = 8, .bitsStored = 8, .highBit = 7, .syntax = EXS_JPEGProcess1};
        lossy.fill([](int i) { return (i * 7 + i / 64 * 13) & 0xff; });
        m_jpeg = lossy.make();
        warmUpFamily();
    }

    /// A JPEG stream that ends in the middle, though the file goes on.
    void jpeg_damaged()
    {
        QVERIFY(runOn(m_jpeg).report);
        QByteArray bytes = m_jpeg;
        bytes.replace(bytes.lastIndexOf("\xff\xda") + 900, 2, "\xff\xd9");
        QCOMPARE(bytes.size(), m_jpeg.size());
        const Run run = runOn(bytes);
        QVERIFY(!run.report);
        QCOMPARE(run.report.error().kind, ErrorKind::DamagedInput);
        const Run salvaged = runOn(bytes, {{u"salvage"_s, true}});
        QVERIFY2(salvaged.report, salvaged.everything.constData());
        QCOMPARE(salvaged.report->warnings.size(), 1);
        const Run whole = runOn(m_jpeg);
        for (size_t i = 0; i < 64 * 8; ++i) // what came before is right
            QCOMPARE(salvaged.pictures.at(0).samples[i], whole.pictures.at(0).samples[i]);
    }

    /// Kinds without a picture, each named.
    void errors_kinds_data()
    {
        QTest::addColumn<QByteArray>("sopClass");
        QTest::addColumn<QString>("word");
        QTest::newRow("plan") << QByteArray(UID_RTPlanStorage) << u"RT Plan"_s;
        QTest::newRow("report") << QByteArray(UID_BasicTextSRStorage) << u"structured report"_s;
        QTest::newRow("waveform") << QByteArray(UID_TwelveLeadECGWaveformStorage) << u"waveform"_s;
        QTest::newRow("picture that is lost") << QByteArray(UID_CTImageStorage) << u"holds none"_s;
        QTest::newRow("unknown") << QByteArray("1.2.3.4") << u"1.2.3.4"_s;
    }
    void errors_kinds()
    {
        QFETCH(QByteArray, sopClass);
        QFETCH(QString, word);
        DicomMaker maker{.sopClass = sopClass.constData()};
        maker.more = [](DcmDataset &data) {
            for (const DcmTagKey &key : {DCM_PixelData, DCM_Rows, DCM_Columns})
                delete data.remove(key);
        };
        const Run run = runOn(maker.make());
        QVERIFY(!run.report);
        QCOMPARE(run.report.error().kind,
                 sopClass == UID_CTImageStorage ? ErrorKind::DamagedInput : ErrorKind::UnsupportedFormat);
        QVERIFY2(run.report.error().message.contains(word), qPrintable(run.report.error().message));
        QVERIFY(!run.everything.contains("SECRET"));
    }

    void errors_lyingSize()
    {
        DicomMaker maker{.words = std::vector<int>(32)};
        maker.more = [](DcmDataset &data) {
            data.putAndInsertUint16(DCM_Rows, 65535);
            data.putAndInsertUint16(DCM_Columns, 65535);
        };
        const Run run = runOn(maker.make());
        QVERIFY(!run.report);
        QCOMPARE(run.report.error().kind, ErrorKind::LimitExceeded);
        QVERIFY(run.files.empty());
    }

    /// Small files that claim to be huge: one error each, at once, and in little memory.
    void bombs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorKind>("kind");
        const auto endless = [](DcmDataset &data) { data.putAndInsertString(DCM_NumberOfFrames, "2147483647"); };
        const std::vector<int> words(64 * 64);
        QTest::newRow("frames") << DicomMaker{.width = 64, .height = 64, .words = words, .more = endless}.make()
                                << ErrorKind::LimitExceeded;
        QTest::newRow("inflated") << deflateBomb() << ErrorKind::LimitExceeded;
        QTest::newRow("JPEG-LS of another size") << m_hugeJpegLs << ErrorKind::DamagedInput;
    }
    void bombs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorKind, kind);
        QVERIFY(!bytes.isEmpty());
        rusage before{};
        getrusage(RUSAGE_SELF, &before);
        QElapsedTimer timer;
        timer.start();
        const Run run = runOn(bytes);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        rusage after{};
        getrusage(RUSAGE_SELF, &after);
        QVERIFY(after.ru_maxrss - before.ru_maxrss < 200 * 1024);
        QVERIFY(!run.report);
        QCOMPARE(run.report.error().kind, kind);
    }

    /// Offsets of frames that point elsewhere: the frames are found all the same.
    void offsetTable_lies()
    {
        DicomMaker maker{.width = 16, .height = 16, .frames = 2, .syntax = EXS_RLELossless};
        maker.fill([](int i) { return i * 8; });
        QByteArray bytes = maker.make();
        const Run right = runOn(bytes);
        QCOMPARE(right.pictures.size(), size_t{2});
        const auto table = bytes.indexOf(QByteArray::fromHex("feff00e008000000"));
        QVERIFY(table > 0);
        for (const char *offsets : {"00000000f0ffffff", "0001000000000000", "0300000005000000"}) {
            bytes.replace(table + 8, 8, QByteArray::fromHex(offsets));
            const Run run = runOn(bytes);
            QVERIFY2(run.report, run.everything.constData());
            QCOMPARE(run.pictures.size(), size_t{2});
            QCOMPARE(run.pictures[0].samples, right.pictures[0].samples);
            QCOMPARE(run.pictures[1].samples, right.pictures[1].samples);
        }
    }

    /// Deeper than DCMTK's recursion would survive.
    void nestedTooDeeply_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("explicit") << inMetaHeader(UID_LittleEndianExplicitTransferSyntax) + nested(100'000);
        QTest::newRow("deflated") << inMetaHeader(UID_DeflatedExplicitVRLittleEndianTransferSyntax)
                + deflated(nested(100'000));
        QTest::newRow("directory")
            << inMetaHeader(UID_LittleEndianExplicitTransferSyntax).replace(0, 20, UID_MediaStorageDirectoryStorage)
                + nested(100'000);
    }
    void nestedTooDeeply()
    {
        QFETCH(QByteArray, bytes);
        const Run run = runOn(bytes);
        QVERIFY(!run.report);
        QCOMPARE(run.report.error().kind, ErrorKind::DamagedInput);
        QVERIFY2(run.report.error().message.contains(u"nested"_s), qPrintable(run.report.error().message));
    }

    /// As deep as no real file goes, and still read.
    void nestedDeeply()
    {
        DicomMaker maker{.words = std::vector<int>(32, 7)};
        maker.more = [](DcmDataset &data) {
            DcmItem *item = &data;
            for (int depth = 0; depth < 100; ++depth)
                item->findOrCreateSequenceItem(DcmTag(DCM_ContentSequence, EVR_SQ), item);
        };
        const Run run = runOn(maker.make());
        QVERIFY2(run.report, run.everything.constData());
    }

    /// Cut inside of the pixels, also where those are so short that DCMTK reads them at once.
    void cutShort_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (auto it = m_frames.cbegin(); it != m_frames.cend(); ++it)
            QTest::newRow(it.key().constData()) << it.value();
    }
    void cutShort()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!bytes.isEmpty());
        QVERIFY(runOn(bytes).report);
        for (const int missing : {30, 200}) {
            const Run run = runOn(bytes.chopped(missing));
            QVERIFY2(!run.report, qPrintable(QString::number(missing)));
            QCOMPARE(run.report.error().kind, ErrorKind::DamagedInput);
            const Run salvaged = runOn(bytes.chopped(missing), {{u"salvage"_s, true}});
            QVERIFY2(salvaged.report, salvaged.everything.constData());
            QCOMPARE(salvaged.report->warnings.size(), 1);
        }
        const Run whole = runOn(bytes, {{u"salvage"_s, true}});
        QVERIFY(whole.report);
        QCOMPARE(whole.report->warnings, QStringList());
    }

private:
    static QByteArray deflateBomb()
    {
        const QByteArray whole = DicomMaker{.syntax = EXS_DeflatedLittleEndianExplicit, .words = std::vector<int>(32)}
                                     .make();
        // Behind 128 bytes, a magic number and the length of group 2 comes as much of that group, and then what is deflated.
        const auto data = 144 + qFromLittleEndian<quint32>(whole.constData() + 140);
        QByteArray plain = QByteArray::fromHex("0900011000000000").replace(4, 4, QByteArray("OB\0\0", 4));
        plain += QByteArray::fromHex("00943577") + QByteArray(1 << 20, '\0'); // 2,000,000,000 bytes, it says
        return whole.first(data) + deflated(plain);
    }

    QByteArray m_hugeJpegLs;
    QByteArray m_jpeg;
    QMap<QByteArray, QByteArray> m_frames; ///< three of them, by transfer syntax
};

QTEST_GUILESS_MAIN(TestDicomErrors)
#include "tst_dicomerrors.moc"
