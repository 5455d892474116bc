// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/convertercontract.h"
#include "core/converters/dicom/dicommaker.h"
#include "core/converters/dicom/dicomrun.h"

#include <QTest>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<int> counting(int count, int from = 0, int step = 1)
{
    std::vector<int> values(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        values[size_t(i)] = from + i * step;
    return values;
}

/// Windows of the whole 12 bits: PS3.3's own example.
void fullWindow(DcmDataset &data)
{
    data.putAndInsertString(DCM_WindowCenter, "2048");
    data.putAndInsertString(DCM_WindowWidth, "4096");
}

int shown(int stored)
{
    return int(stored / 4095.0 * 255 + 0.5);
}

DicomMaker grayMaker(E_TransferSyntax syntax = EXS_LittleEndianExplicit)
{
    return {.width = 64, .height = 48, .syntax = syntax, .words = counting(64 * 48, 5), .more = fullWindow};
}

DicomMaker colourMaker(E_TransferSyntax syntax)
{
    return {.width = 30,
            .height = 20,
            .samples = 3,
            .bitsAllocated = 8,
            .bitsStored = 8,
            .highBit = 7,
            .photometric = "RGB",
            .syntax = syntax,
            .words = counting(30 * 20 * 3, 0, 7)};
}

} // namespace

class TestDicomConverter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        DicomMaker::registerEncoders();
        // DCMTK's encoders ask its own dictionary, which the converter does without.
        for (const E_TransferSyntax syntax : {EXS_JPEGProcess14SV1, EXS_JPEGLSLossless, EXS_RLELossless}) {
            m_gray[syntax] = grayMaker(syntax).make();
            m_colour[syntax] = colourMaker(syntax).make();
        }
        warmUpFamily();
    }

    void contract_data() { contractRules(); }
    void contract()
    {
        QFETCH(QString, rule);
        DicomMaker maker{.width = 1024, .height = 1100, .words = counting(1024 * 1100), .more = fullWindow};
        for (int &word : maker.words)
            word = int(unsigned(word) * 7919U % 4096U);
        DicomMaker lying = maker;
        lying.words.resize(100);
        lying.more = [](DcmDataset &data) {
            data.putAndInsertUint16(DCM_Rows, 65535);
            data.putAndInsertUint16(DCM_Columns, 65535);
        };
        QByteArray jpeg = m_gray[EXS_JPEGLSLossless];
        const qsizetype rows = jpeg.indexOf(QByteArray("\x28\x00\x10\x00US\x02\x00", 8));
        QVERIFY(rows > 0);
        jpeg.replace(rows + 8, 2, QByteArray("\x00\x7f", 2));
        checkContract({.converter = &dicom(),
                       .id = u"dicom"_s,
                       .extension = u"png"_s,
                       .good = maker.make(),
                       .name = "a.dcm",
                       .lying = {{"native.dcm", lying.make()}, {"jpeg.dcm", jpeg}}},
                      rule);
    }

    void syntax_data()
    {
        QTest::addColumn<int>("syntax");
        QTest::newRow("implicit") << int(EXS_LittleEndianImplicit);
        QTest::newRow("explicit") << int(EXS_LittleEndianExplicit);
        QTest::newRow("big endian") << int(EXS_BigEndianExplicit);
        QTest::newRow("deflated") << int(EXS_DeflatedLittleEndianExplicit);
        QTest::newRow("RLE") << int(EXS_RLELossless);
        QTest::newRow("JPEG lossless") << int(EXS_JPEGProcess14SV1);
        QTest::newRow("JPEG-LS") << int(EXS_JPEGLSLossless);
    }
    void syntax()
    {
        QFETCH(int, syntax);
        const DicomMaker maker = grayMaker(E_TransferSyntax(syntax));
        const QByteArray bytes = m_gray.contains(syntax) ? m_gray[syntax] : maker.make();
        QVERIFY(!bytes.isEmpty());
        const Run run = runOn(bytes);
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.size(), size_t(1));
        QCOMPARE(run.pictures[0].width, 64);
        QCOMPARE(run.pictures[0].height, 48);
        QCOMPARE(run.pictures[0].channels, 1);
        for (size_t i = 0; i < maker.words.size(); ++i)
            QCOMPARE(run.pictures[0].samples.at(i), shown(maker.words[i]));
        QVERIFY(!run.everything.contains("SECRET"));
    }

    void colour_data()
    {
        QTest::addColumn<int>("syntax");
        QTest::newRow("implicit") << int(EXS_LittleEndianImplicit);
        QTest::newRow("big endian") << int(EXS_BigEndianExplicit);
        QTest::newRow("deflated") << int(EXS_DeflatedLittleEndianExplicit);
        QTest::newRow("RLE") << int(EXS_RLELossless);
        QTest::newRow("JPEG lossless") << int(EXS_JPEGProcess14SV1);
        QTest::newRow("JPEG-LS") << int(EXS_JPEGLSLossless);
    }
    void colour()
    {
        QFETCH(int, syntax);
        const DicomMaker maker = colourMaker(E_TransferSyntax(syntax));
        const QByteArray bytes = m_colour.contains(syntax) ? m_colour[syntax] : maker.make();
        QVERIFY(!bytes.isEmpty());
        const Run run = runOn(bytes);
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.at(0).channels, 3);
        for (size_t i = 0; i < maker.words.size(); ++i)
            QCOMPARE(run.pictures[0].samples.at(i), maker.words[i] & 0xff);
    }

    void noMetaHeader()
    {
        const DicomMaker maker = grayMaker(EXS_LittleEndianImplicit);
        const QByteArray whole = maker.make();
        const qsizetype data = whole.indexOf(QByteArray("\x08\x00\x16\x00", 4)); // SOP Class UID comes first
        QVERIFY(data > 132);
        const Run run = runOn(whole.sliced(data));
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.at(0).samples.at(100), shown(maker.words[100]));
    }

    /// A file as a person would meet it: smallest value black, largest white, over all frames, padding left out.
    void minmax_overAllFrames()
    {
        const DicomMaker maker{.width = 2,
                               .height = 2,
                               .frames = 2,
                               .isSigned = true,
                               .words = {0x0fff /* -1 */, 0x0800 /* padding, -2048 */, 9, 4, 14, 19, 14, 19},
                               .more = [](DcmDataset &data) { data.putAndInsertSint16(DCM_PixelPaddingValue, -2048); }};
        for (const int threads : {1, 2}) {
            const Run run = runOn(maker.make(), {}, threads);
            QVERIFY2(run.report, run.everything.constData());
            QCOMPARE(run.pictures.size(), size_t(2));
            QCOMPARE(run.pictures[0].samples, (std::vector<int>{0, 0, 128, 64})); // (x + 1) / 20 * 255
            QCOMPARE(run.pictures[1].samples, (std::vector<int>{191, 255, 191, 255}));
        }
    }

    void eightBits_asStored()
    {
        const DicomMaker maker{
            .width = 4, .height = 1, .bitsAllocated = 8, .bitsStored = 8, .highBit = 7, .words = {3, 77, 200, 91}};
        const Run run = runOn(maker.make());
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.at(0).samples, maker.words);
    }

    void monochrome1_invertedOnce()
    {
        DicomMaker maker = grayMaker();
        maker.photometric = "MONOCHROME1";
        maker.more = [](DcmDataset &data) {
            fullWindow(data);
            data.putAndInsertString(DCM_PresentationLUTShape, "INVERSE");
        };
        const Run run = runOn(maker.make());
        QVERIFY2(run.report, run.everything.constData());
        for (size_t i = 0; i < maker.words.size(); ++i)
            QVERIFY(std::abs(run.pictures[0].samples.at(i) - (255 - shown(maker.words[i]))) <= 1);
    }

    void functionalGroups_beforeTheFile()
    {
        DicomMaker maker{.width = 2, .height = 1, .frames = 2, .words = {0, 100, 0, 100}};
        maker.more = [](DcmDataset &data) {
            fullWindow(data);
            for (signed long frame = 0; frame < 2; ++frame) {
                DcmItem *group = nullptr;
                DcmItem *voi = nullptr;
                data.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, group, frame);
                group->findOrCreateSequenceItem(DCM_FrameVOILUTSequence, voi, 0);
                voi->putAndInsertString(DCM_WindowCenter, frame == 0 ? "50" : "100");
                voi->putAndInsertString(DCM_WindowWidth, frame == 0 ? "100" : "200");
                voi->putAndInsertString(DCM_VOILUTFunction, "LINEAR_EXACT");
            }
        };
        const Run run = runOn(maker.make());
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.at(0).samples, (std::vector<int>{0, 255}));
        QCOMPARE(run.pictures.at(1).samples, (std::vector<int>{0, 128})); // 127.5
    }

    void palette()
    {
        DicomMaker maker{.width = 3,
                         .height = 1,
                         .bitsAllocated = 8,
                         .bitsStored = 8,
                         .highBit = 7,
                         .photometric = "PALETTE COLOR",
                         .words = {0, 1, 9}};
        maker.more = [](DcmDataset &data) {
            const Uint16 descriptor[]{2, 0, 16};
            const Uint16 red[]{0, 65535};
            const Uint16 green[]{25700, 257};
            const Uint16 blue[]{51400, 0};
            data.putAndInsertUint16Array(DCM_RedPaletteColorLookupTableDescriptor, descriptor, 3);
            data.putAndInsertUint16Array(DCM_GreenPaletteColorLookupTableDescriptor, descriptor, 3);
            data.putAndInsertUint16Array(DCM_BluePaletteColorLookupTableDescriptor, descriptor, 3);
            data.putAndInsertUint16Array(DCM_RedPaletteColorLookupTableData, red, 2);
            data.putAndInsertUint16Array(DCM_GreenPaletteColorLookupTableData, green, 2);
            data.putAndInsertUint16Array(DCM_BluePaletteColorLookupTableData, blue, 2);
        };
        const Run run = runOn(maker.make());
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.at(0).samples, (std::vector<int>{0, 100, 200, 255, 1, 0, 255, 1, 0}));
    }

    void palette_ofSignedValues()
    {
        DicomMaker maker{.width = 4,
                         .height = 1,
                         .bitsAllocated = 8,
                         .bitsStored = 8,
                         .highBit = 7,
                         .isSigned = true,
                         .photometric = "PALETTE COLOR",
                         .words = {0xff, 0, 1, 0x80}}; // -1, 0, 1, -128
        maker.more = [](DcmDataset &data) {
            const Sint16 descriptor[]{3, -1, 16};
            const Uint16 levels[]{2570, 5140, 7710}; // 10, 20, 30
            for (const DcmTagKey &key :
                 {DCM_RedPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableDescriptor,
                  DCM_BluePaletteColorLookupTableDescriptor})
                data.putAndInsertSint16Array(DcmTag(key, EVR_SS), descriptor, 3);
            for (const DcmTagKey &key : {DCM_RedPaletteColorLookupTableData, DCM_GreenPaletteColorLookupTableData,
                                         DCM_BluePaletteColorLookupTableData})
                data.putAndInsertUint16Array(key, levels, 3);
        };
        const Run run = runOn(maker.make());
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.at(0).samples, (std::vector<int>{10, 20, 30, 10}));
    }

    /// The last column has no partner: its chroma is that of the pair before.
    void halvedChroma_oddWidth()
    {
        const DicomMaker maker{.width = 3,
                               .height = 2,
                               .samples = 3,
                               .bitsAllocated = 8,
                               .bitsStored = 8,
                               .highBit = 7,
                               .photometric = "YBR_FULL_422",
                               .words = {100, 100, 128, 178, 100, 0, 50, 50, 128, 128, 50, 0}};
        const Run run = runOn(maker.make());
        QVERIFY2(run.report, run.everything.constData());
        // 100 + 1.402 * 50, 100 - 0.714 * 50
        QCOMPARE(run.pictures.at(0).samples,
                 (std::vector<int>{170, 64, 100, 170, 64, 100, 170, 64, 100, 50, 50, 50, 50, 50, 50, 50, 50, 50}));
    }

    /// A slope of 0 would make one grey of everything; it can only mean that there is none.
    void rescaleSlope_ofZeroIsNone()
    {
        DicomMaker maker{.width = 3, .height = 1, .words = {0, 2048, 4095}};
        maker.more = [](DcmDataset &data) {
            fullWindow(data);
            data.putAndInsertString(DCM_RescaleSlope, "0");
            data.putAndInsertString(DCM_RescaleIntercept, "0");
        };
        const Run run = runOn(maker.make());
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.at(0).samples, (std::vector<int>{0, 128, 255}));
    }

    void crop_clippedWithWarning()
    {
        const DicomMaker maker = grayMaker();
        const Run run = runOn(maker.make(),
                              {{u"crop_left"_s, 60}, {u"crop_top"_s, 40}, {u"crop_width"_s, 10}, {u"crop_height"_s, 5}});
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.report->warnings.size(), 1);
        QCOMPARE(run.pictures.at(0).width, 4);
        QCOMPARE(run.pictures[0].height, 5);
        QCOMPARE(run.pictures[0].samples.at(5), shown(maker.words[41 * 64 + 61]));
    }

    void crop_outsideWritesNothing()
    {
        const Run run = runOn(grayMaker().make(), {{u"crop_left"_s, 64}, {u"crop_width"_s, 10}});
        QVERIFY(!run.report);
        QCOMPARE(run.report.error().kind, ErrorKind::InvalidOption);
        QVERIFY(run.pictures.empty());
    }

    void crop_padded()
    {
        const DicomMaker maker = grayMaker();
        const Run run = runOn(maker.make(),
                              {{u"crop_left"_s, 63},
                               {u"crop_top"_s, 47},
                               {u"crop_width"_s, 2},
                               {u"crop_height"_s, 2},
                               {u"crop_outside"_s, u"pad"_s}});
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.at(0).samples, (std::vector<int>{shown(maker.words.back()), 0, 0, 0}));
    }

    void frames_chosen()
    {
        const DicomMaker maker{.width = 1,
                               .height = 1,
                               .frames = 5,
                               .bitsAllocated = 8,
                               .bitsStored = 8,
                               .highBit = 7,
                               .words = {10, 20, 30, 40, 50}};
        for (const int threads : {1, 3}) {
            const Run run = runOn(maker.make(), {{u"frames"_s, u"2-4"_s}}, threads);
            QVERIFY2(run.report, run.everything.constData());
            QCOMPARE(run.pictures.size(), size_t(3));
            for (int i = 0; i < 3; ++i)
                QCOMPARE(run.pictures[size_t(i)].samples, std::vector<int>{20 + 10 * i});
        }
    }

    void overlays_onlyOnWish()
    {
        DicomMaker maker{
            .width = 4, .height = 2, .bitsAllocated = 8, .bitsStored = 8, .highBit = 7, .words = counting(8, 1)};
        maker.more = [](DcmDataset &data) {
            const Sint16 origin[]{1, 2}; // first row, second column
            const Uint16 bits[]{0x0005}; // the first and the third pixel
            data.putAndInsertUint16(DcmTag(0x6000, 0x0010, EVR_US), 1);
            data.putAndInsertUint16(DcmTag(0x6000, 0x0011, EVR_US), 3);
            data.putAndInsertString(DcmTag(0x6000, 0x0040, EVR_CS), "G");
            data.putAndInsertSint16Array(DcmTag(0x6000, 0x0050, EVR_SS), origin, 2);
            data.putAndInsertUint16Array(DcmTag(0x6000, 0x3000, EVR_OW), bits, 1);
        };
        QCOMPARE(runOn(maker.make()).pictures.at(0).samples, counting(8, 1));
        QCOMPARE(runOn(maker.make(), {{u"overlays"_s, u"burn"_s}}).pictures.at(0).samples,
                 (std::vector<int>{1, 255, 3, 255, 5, 6, 7, 8}));
    }

    /// A plane for each frame, from the frame on that the overlay names.
    void overlays_ofSomeFrames()
    {
        DicomMaker maker{.width = 2,
                         .height = 1,
                         .frames = 3,
                         .bitsAllocated = 8,
                         .bitsStored = 8,
                         .highBit = 7,
                         .words = counting(6, 1)};
        maker.more = [](DcmDataset &data) {
            const Sint16 origin[]{1, 1};
            const Uint16 bits[]{0x0009}; // the first pixel of one plane, the second of the next
            data.putAndInsertUint16(DcmTag(0x6000, 0x0010, EVR_US), 1);
            data.putAndInsertUint16(DcmTag(0x6000, 0x0011, EVR_US), 2);
            data.putAndInsertString(DcmTag(0x6000, 0x0015, EVR_IS), "2");
            data.putAndInsertSint16Array(DcmTag(0x6000, 0x0050, EVR_SS), origin, 2);
            data.putAndInsertUint16(DcmTag(0x6000, 0x0051, EVR_US), 2);
            data.putAndInsertUint16Array(DcmTag(0x6000, 0x3000, EVR_OW), bits, 1);
        };
        const Run run = runOn(maker.make(), {{u"overlays"_s, u"burn"_s}});
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.size(), size_t(3));
        QCOMPARE(run.pictures[0].samples, (std::vector<int>{1, 2}));
        QCOMPARE(run.pictures[1].samples, (std::vector<int>{255, 4}));
        QCOMPARE(run.pictures[2].samples, (std::vector<int>{5, 255}));
    }

    void squarePixels()
    {
        DicomMaker maker{
            .width = 2, .height = 2, .bitsAllocated = 8, .bitsStored = 8, .highBit = 7, .words = {10, 20, 110, 120}};
        maker.more = [](DcmDataset &data) { data.putAndInsertString(DCM_PixelAspectRatio, "2\\1"); };
        const Run run = runOn(maker.make(), {{u"pixel_aspect"_s, u"square"_s}});
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.at(0).height, 4);
        QCOMPARE(run.pictures[0].samples, (std::vector<int>{10, 20, 35, 45, 85, 95, 110, 120}));
        QCOMPARE(runOn(maker.make()).pictures.at(0).height, 2);
    }

    void truncated_onlySalvaged()
    {
        const DicomMaker maker = grayMaker();
        const QByteArray cut = maker.make().chopped(64 * 2 * 8); // the last eight rows
        const Run refused = runOn(cut);
        QVERIFY(!refused.report);
        QCOMPARE(refused.report.error().kind, ErrorKind::DamagedInput);
        QVERIFY(refused.pictures.empty());
        const Run salvaged = runOn(cut, {{u"salvage"_s, true}});
        QVERIFY2(salvaged.report, salvaged.everything.constData());
        QCOMPARE(salvaged.report->warnings.size(), 1);
        QCOMPARE(salvaged.pictures.at(0).samples.at(64 * 39), shown(maker.words[64 * 39]));
        QCOMPARE(salvaged.pictures[0].samples.at(64 * 41), 0);
    }

    void burnedIn_isSaid()
    {
        DicomMaker maker = grayMaker();
        maker.more = [](DcmDataset &data) { data.putAndInsertString(DCM_BurnedInAnnotation, "YES"); };
        QCOMPARE(runOn(maker.make()).report->warnings.size(), 1);
        maker.more = [](DcmDataset &data) { data.putAndInsertString(DCM_BurnedInAnnotation, "NO"); };
        QCOMPARE(runOn(maker.make()).report->warnings.size(), 0);
        maker.more = [](DcmDataset &data) { data.putAndInsertString(DCM_BurnedInAnnotation, "UNKNOWN"); };
        QCOMPARE(runOn(maker.make()).report->warnings.size(), 1);
    }

    void windowIndex_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<std::vector<int>>("levels");
        QTest::addColumn<bool>("isMissing");
        QTest::newRow("first") << 0 << std::vector<int>{0, 128, 255} << false;
        QTest::newRow("second") << 1 << std::vector<int>{0, 64, 128} << false;
        QTest::newRow("none of that number") << 2 << std::vector<int>{0, 128, 255} << true;
    }
    void windowIndex()
    {
        QFETCH(int, index);
        QFETCH(std::vector<int>, levels);
        QFETCH(bool, isMissing);
        DicomMaker maker{.width = 3, .height = 1, .words = {0, 100, 200}};
        maker.more = [](DcmDataset &data) {
            data.putAndInsertString(DCM_WindowCenter, "100\\200");
            data.putAndInsertString(DCM_WindowWidth, "200\\400");
            data.putAndInsertString(DCM_VOILUTFunction, "LINEAR_EXACT");
        };
        const Run run = runOn(maker.make(), {{u"window_index"_s, index}});
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.at(0).samples, levels);
        QCOMPARE(run.report->warnings.size(), isMissing ? 1 : 0);
    }

    void garbage()
    {
        const Run run = runOn(QByteArray("garbage\n"));
        QVERIFY(!run.report);
        QCOMPARE(run.report.error().kind, ErrorKind::DamagedInput);
    }

    void unsupportedSyntax_isNamed()
    {
        // JPEG-LS, renamed to MPEG-4: the same length of UID but for a trailing zero byte.
        QByteArray bytes = m_gray[EXS_JPEGLSLossless];
        bytes.replace("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.10");
        const Run run = runOn(bytes);
        QVERIFY(!run.report);
        QCOMPARE(run.report.error().kind, ErrorKind::UnsupportedFormat);
        QVERIFY(run.report.error().message.contains(u"1.2.840.10008.1.2.4.10"_s));
    }

    void corpus_errors_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("plan") << u"rtplan.dcm"_s << int(ErrorKind::UnsupportedFormat) << u"RT Plan"_s;
        QTest::newRow("report") << u"test-SR.dcm"_s << int(ErrorKind::UnsupportedFormat) << u"structured report"_s;
        QTest::newRow("directory") << u"DICOMDIR"_s << int(ErrorKind::UnsupportedFormat) << u"DICOMDIR"_s;
        QTest::newRow("cut header") << u"CT_small_truncated_header.dcm"_s << int(ErrorKind::DamagedInput) << QString();
        QTest::newRow("cut pixels") << u"MR_truncated.dcm"_s << int(ErrorKind::DamagedInput) << QString();
    }
    void corpus_errors()
    {
        QFETCH(QString, name);
        QFETCH(int, kind);
        QFETCH(QString, word);
        if (corpusFolder().isEmpty())
            QSKIP("the folder of real files is not here");
        const Run run = runOn(InputFile::fromPath(corpusFolder() + u"/dicom/"_s + name), {});
        QVERIFY(!run.report);
        QCOMPARE(int(run.report.error().kind), kind);
        QVERIFY(run.report.error().message.contains(word));
        QVERIFY(run.pictures.empty());
    }

    /// Every file with a picture, against the reference made by other programs.
    void corpus_pixels_data()
    {
        QTest::addColumn<QString>("stem");
        QTest::addColumn<int>("limit");
        for (const char *stem :
             {"CT_small", "MR_small_RLE", "MR_small_implicit", "MR_small_bigendian", "MR_small_jpeg_ls_lossless",
              "image_dfl", "JPGExtended", "examples_palette", "color-pl", "examples_overlay", "voilut_and_window",
              "dx_mono1_2032x2048_jls", "cr_mono2_2000x2000_jpll", "CT_small_nometa_explicit"})
            QTest::newRow(stem) << QString::fromLatin1(stem) << 1;
        for (const char *stem : {"RG3_J2KI", "HTJ2K_08_RGB", "SC_ybr_full_422_uncompressed"})
            QTest::newRow(stem) << QString::fromLatin1(stem) << 3;
    }
    void corpus_pixels()
    {
        QFETCH(QString, stem);
        QFETCH(int, limit);
        const QString folder = corpusFolder();
        if (folder.isEmpty())
            QSKIP("the folder of real files is not here");
        const Run run = runOn(InputFile::fromPath(folder + u"/dicom/"_s + stem + u".dcm"_s), {});
        QVERIFY2(run.report, run.everything.constData());
        QVERIFY(!run.everything.contains("SECRET"));
        const DecodedPng expected = DecodedPng::of(readFile(folder + u"/dicom_expected/"_s + stem + u".png"_s));
        const DecodedPng &got = run.pictures.at(0);
        QCOMPARE(got.width, expected.width);
        QCOMPARE(got.height, expected.height);
        QCOMPARE(got.channels, expected.channels);
        size_t beyond = 0;
        for (size_t i = 0; i < got.samples.size(); ++i)
            beyond += std::abs(got.samples[i] - expected.samples.at(i)) > limit;
        QVERIFY2(beyond <= got.samples.size() / (limit == 1 ? 1000 : 100), qPrintable(QString::number(beyond)));
    }

private:
    QHash<int, QByteArray> m_gray; ///< by transfer syntax
    QHash<int, QByteArray> m_colour;
};

QTEST_GUILESS_MAIN(TestDicomConverter)
#include "tst_dicomconverter.moc"
