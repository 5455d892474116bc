// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/dicommaker.h"
#include "core/converters/dicom/dicomrun.h"

#include <QTest>
#include <QtEndian>

#include <dcmtk/dcmdata/dcmetinf.h>

#include <cmath>
#include <numeric>

// jpeglib.h wants it before.
#include <cstdio>
#include <jpeglib.h>
#include <tiffio.hxx>

#include <sstream>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A grey picture of 8 bits, smooth enough for JPEG.
DicomMaker smoothMaker(int channels = 1)
{
    DicomMaker maker{.width = 120,
                     .height = 90,
                     .samples = channels,
                     .bitsAllocated = 8,
                     .bitsStored = 8,
                     .highBit = 7,
                     .photometric = channels == 3 ? "RGB" : "MONOCHROME2"};
    maker.fill([&maker, channels](int i) {
        const int pixel = i / channels;
        return (pixel % maker.width + pixel / maker.width * (i % channels + 1)) & 0xff;
    });
    return maker;
}

struct DecodedJpeg {
    int width = 0;
    int height = 0;
    int channels = 0;
    int ppi = 0;
    std::vector<int> samples;

    static DecodedJpeg of(const QByteArray &bytes)
    {
        DecodedJpeg result;
        jpeg_decompress_struct info{};
        jpeg_error_mgr errors{};
        info.err = jpeg_std_error(&errors);
        jpeg_create_decompress(&info);
        jpeg_mem_src(&info, reinterpret_cast<const unsigned char *>(bytes.constData()),
                     static_cast<unsigned long>(bytes.size()));
        jpeg_read_header(&info, TRUE);
        jpeg_start_decompress(&info);
        result.width = int(info.output_width);
        result.height = int(info.output_height);
        result.channels = info.output_components;
        result.ppi = info.density_unit == 1 ? info.X_density : 0;
        std::vector<std::uint8_t> row(size_t(result.width * result.channels));
        while (info.output_scanline < info.output_height) {
            JSAMPROW pointer = row.data();
            jpeg_read_scanlines(&info, &pointer, 1);
            result.samples.insert(result.samples.end(), row.begin(), row.end());
        }
        jpeg_finish_decompress(&info);
        jpeg_destroy_decompress(&info);
        return result;
    }
};

struct DecodedTiff {
    uint32_t width = 0;
    uint32_t height = 0;
    uint16_t bits = 0;
    uint16_t channels = 1;
    uint16_t compression = 0;
    float ppi = 0;
    std::vector<int> samples;

    static DecodedTiff of(const QByteArray &bytes)
    {
        DecodedTiff result;
        std::istringstream stream(bytes.toStdString());
        TIFF *const tiff = TIFFStreamOpen("memory", &stream);
        if (!tiff)
            return result;
        TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &result.width);
        TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &result.height);
        TIFFGetField(tiff, TIFFTAG_BITSPERSAMPLE, &result.bits);
        TIFFGetField(tiff, TIFFTAG_SAMPLESPERPIXEL, &result.channels);
        TIFFGetField(tiff, TIFFTAG_COMPRESSION, &result.compression);
        TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &result.ppi);
        std::vector<std::uint8_t> row(size_t(TIFFScanlineSize(tiff)));
        for (uint32_t y = 0; y < result.height; ++y) {
            TIFFReadScanline(tiff, row.data(), y);
            for (size_t i = 0; i < row.size(); i += result.bits / 8)
                result.samples.push_back(result.bits == 8 ? row[i] : qFromUnaligned<quint16>(row.data() + i));
        }
        TIFFClose(tiff);
        return result;
    }
};

/// What a conversion of a picture of 12 bits makes of stored values with the window of all of them.
void fullWindow(DcmDataset &data)
{
    data.putAndInsertString(DCM_WindowCenter, "2048");
    data.putAndInsertString(DCM_WindowWidth, "4096");
}

QByteArray item(const QByteArray &value)
{
    const QByteArray even = value.size() % 2 ? value + '\0' : value;
    QByteArray length(4, '\0');
    qToLittleEndian(quint32(even.size()), length.data());
    return QByteArray("\xfe\xff\x00\xe0", 4) + length + even;
}

/// The same file with its frames deflated one by one (transfer syntax 1.2.840.10008.1.2.8.1).
QByteArray withDeflatedFrames(QByteArray bytes, int frames)
{
    const QByteArray head("\xe0\x7f\x10\x00OW\x00\x00", 8);
    const qsizetype at = bytes.indexOf(head);
    const QByteArray pixels = bytes.sliced(at + 12);
    bytes.truncate(at);
    bytes += QByteArray("\xe0\x7f\x10\x00OB\x00\x00\xff\xff\xff\xff", 12) + item({});
    for (int i = 0; i < frames; ++i)
        bytes += item(deflated(pixels.sliced(pixels.size() / frames * i, pixels.size() / frames)));
    bytes += QByteArray("\xfe\xff\xdd\xe0\x00\x00\x00\x00", 8);
    // The meta header grows by two bytes.
    const QByteArray uid("UI\x14\x00"
                         "1.2.840.10008.1.2.1\0",
                         24);
    bytes.replace(bytes.indexOf(uid), uid.size(),
                  QByteArray("UI\x16\x00"
                             "1.2.840.10008.1.2.8.1\0",
                             26));
    const qsizetype length = 132 + 8;
    qToLittleEndian(qFromLittleEndian<quint32>(bytes.constData() + length) + 2, bytes.data() + length);
    return bytes;
}

struct Record {
    const char *type;
    const char *path; ///< empty for none
    const char *sopClass = UID_CTImageStorage;
    bool inUse = true;
};

QByteArray makeDirectory(const std::vector<Record> &records, E_TransferSyntax syntax = EXS_LittleEndianExplicit)
{
    DcmFileFormat format;
    DcmDataset &data = *format.getDataset();
    data.putAndInsertString(DCM_FileSetID, "SECRETSET");
    auto *const sequence = new DcmSequenceOfItems(DCM_DirectoryRecordSequence);
    for (const Record &record : records) {
        auto *const entry = new DcmItem;
        entry->putAndInsertUint16(DCM_RecordInUseFlag, record.inUse ? 0xffff : 0);
        entry->putAndInsertString(DCM_DirectoryRecordType, record.type);
        entry->putAndInsertString(DCM_PatientName, "SECRET^NAME");
        if (*record.path) {
            entry->putAndInsertString(DCM_ReferencedFileID, record.path);
            entry->putAndInsertString(DCM_ReferencedSOPClassUIDInFile, record.sopClass);
        }
        sequence->append(entry);
    }
    data.insert(sequence);
    format.getMetaInfo()->putAndInsertString(DCM_MediaStorageSOPClassUID, UID_MediaStorageDirectoryStorage);
    format.getMetaInfo()->putAndInsertString(DCM_MediaStorageSOPInstanceUID, "1.2.3");
    const QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(u"made"_s));
    // saveFile would take the class from the dataset, which has none.
    if (format
            .saveFile(path.constData(), syntax, EET_ExplicitLength, EGL_recalcGL, EPD_withoutPadding, 0, 0,
                      EWM_dontUpdateMeta)
            .bad())
        return {};
    return readFile(QFile::decodeName(path));
}

std::vector<QByteArray> pathsOf(const MediaInfo &info)
{
    std::vector<QByteArray> paths;
    for (const ContainedFile &file : info.contents)
        paths.push_back(file.path);
    return paths;
}

} // namespace

class TestDicomFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        DicomMaker::registerEncoders();
        DicomMaker narrow{.width = 16, .height = 16, .bitsStored = 8, .highBit = 7, .syntax = EXS_JPEGLSLossless};
        narrow.fill([](int i) { return i; });
        m_narrowJpegLs = narrow.make();
        DicomMaker placed{.width = 16, .height = 16, .bitsStored = 10, .highBit = 12, .syntax = EXS_JPEGLSLossless};
        placed.fill([](int i) { return i * 4 << 3 | i % 8; });
        m_placedJpegLs = placed.make();
        placed.syntax = EXS_LittleEndianExplicit;
        m_placed = placed.make();
        m_directory = makeDirectory({{"PATIENT", ""},
                                     {"IMAGE", "DICOM\\IM1"},
                                     {"IMAGE", "DICOM\\..\\..\\etc"},
                                     {"SR DOCUMENT", "DICOM\\SR1", UID_BasicTextSRStorage},
                                     {"IMAGE", "GONE", UID_CTImageStorage, false},
                                     {"IMAGE", "IM2"},
                                     {"IMAGE", "IM2"}});
        m_implicitDirectory = makeDirectory({{"IMAGE", "IM1"}}, EXS_LittleEndianImplicit);
        m_reports = makeDirectory({{"SR DOCUMENT", "SR1", UID_BasicTextSRStorage}});
        m_gray = DicomMaker{.width = 3, .height = 1, .words = {0, 2000, 4095}, .more = fullWindow}.make();
        warmUpFamily();
    }

    void jpeg_data()
    {
        QTest::addColumn<int>("channels");
        QTest::newRow("grey") << 1;
        QTest::newRow("colour") << 3;
    }
    void jpeg()
    {
        QFETCH(int, channels);
        const DicomMaker maker = smoothMaker(channels);
        const Run run = runOn(maker.make(), {{u"ppi"_s, 300.0}, {u"depth"_s, u"16"_s}}, 1, u"jpg"_s);
        QVERIFY2(run.report, run.everything.constData());
        QVERIFY(!run.refused);
        QVERIFY(!run.everything.contains("SECRET"));
        const DecodedJpeg got = DecodedJpeg::of(run.files.at(0));
        QCOMPARE(got.width, maker.width);
        QCOMPARE(got.height, maker.height);
        QCOMPARE(got.channels, channels);
        QCOMPARE(got.ppi, 300);
        double sum = 0;
        for (size_t i = 0; i < got.samples.size(); ++i)
            sum += std::abs(got.samples[i] - maker.words[i]);
        QVERIFY2(sum / double(got.samples.size()) < 2, qPrintable(QString::number(sum / double(got.samples.size()))));
        const Run coarse = runOn(maker.make(), {{u"quality"_s, 10}}, 1, u"jpg"_s);
        QVERIFY(coarse.report && !coarse.refused);
        QVERIFY(coarse.files.at(0).size() < run.files.at(0).size());
    }

    void jpeg_verifySeesOtherPictures()
    {
        const Run one = runOn(smoothMaker().make(), {}, 1, u"jpg"_s);
        DicomMaker other = smoothMaker();
        for (int &word : other.words)
            word = 255 - word;
        const Run two = runOn(other.make(), {}, 1, u"jpg"_s);
        const QVariantMap facts = throughCbor(one.report->outputs.at(0));
        ConvertHarness harness;
        const auto verify = [&](const QByteArray &bytes) {
            return bool(dicom().verify(InputFile::fromBytes(bytes, "x").fd(), facts, harness.context()));
        };
        QVERIFY(verify(one.files.at(0)));
        QVERIFY(!verify(two.files.at(0)));
        QVERIFY(!verify(one.files[0].chopped(one.files[0].size() / 2)));
        QVERIFY(!verify(one.files[0].chopped(2)));
        QVERIFY(!verify({}));
    }

    void tiff_data()
    {
        QTest::addColumn<QString>("depth");
        QTest::addColumn<QString>("compression");
        QTest::newRow("8 deflate") << u"8"_s << u"deflate"_s;
        QTest::newRow("8 none") << u"8"_s << u"none"_s;
        QTest::newRow("16 deflate") << u"16"_s << u"deflate"_s;
        QTest::newRow("16 none") << u"16"_s << u"none"_s;
    }
    void tiff()
    {
        QFETCH(QString, depth);
        QFETCH(QString, compression);
        DicomMaker maker{.width = 700, .height = 400, .more = fullWindow};
        maker.fill([](int i) { return i * 31 % 4096; });
        const Run run = runOn(maker.make(), {{u"ppi"_s, 150.0}, {u"depth"_s, depth}, {u"tiff_compression"_s, compression}},
                              1, u"tiff"_s);
        QVERIFY2(run.report, run.everything.constData());
        QVERIFY(!run.refused);
        QVERIFY(!run.everything.contains("SECRET"));
        const DecodedTiff got = DecodedTiff::of(run.files.at(0));
        QCOMPARE(int(got.width), maker.width);
        QCOMPARE(int(got.height), maker.height);
        QCOMPARE(int(got.bits), depth.toInt());
        QCOMPARE(int(got.channels), 1);
        QCOMPARE(int(got.compression), compression == u"none"_s ? COMPRESSION_NONE : COMPRESSION_ADOBE_DEFLATE);
        QCOMPARE(got.ppi, 150.0F);
        const int most = depth == u"16"_s ? 65535 : 255;
        for (size_t i = 0; i < got.samples.size(); ++i)
            QCOMPARE(got.samples[i], int(maker.words[i] / 4095.0 * most + 0.5));
    }

    void tiff_colour()
    {
        const DicomMaker maker = smoothMaker(3);
        const Run run = runOn(maker.make(), {}, 1, u"tif"_s);
        QVERIFY2(run.report, run.everything.constData());
        QVERIFY(!run.refused);
        const DecodedTiff got = DecodedTiff::of(run.files.at(0));
        QCOMPARE(int(got.channels), 3);
        QCOMPARE(got.samples, maker.words);
    }

    void tiff_verifySeesEveryChangedPixel()
    {
        const Run run = runOn(m_gray, {{u"tiff_compression"_s, u"none"_s}}, 1, u"tiff"_s);
        const QVariantMap facts = throughCbor(run.report->outputs.at(0));
        ConvertHarness harness;
        QByteArray bytes = run.files.at(0);
        const qsizetype pixels = bytes.indexOf(QByteArray("\x00\x7d\xff", 3));
        QVERIFY(pixels > 0);
        QVERIFY(dicom().verify(InputFile::fromBytes(bytes, "x").fd(), facts, harness.context()));
        for (qsizetype i = 0; i < 3; ++i) {
            QByteArray changed = bytes;
            changed[pixels + i] = char(changed[pixels + i] ^ 1);
            QVERIFY(!dicom().verify(InputFile::fromBytes(changed, "x").fd(), facts, harness.context()));
        }
        QVERIFY(!dicom().verify(InputFile::fromBytes(bytes.first(8), "x").fd(), facts, harness.context()));
    }

    void fullDevice_isAnError_data()
    {
        QTest::addColumn<QString>("extension");
        for (const char *extension : {"png", "jpg", "tiff"})
            QTest::newRow(extension) << QString::fromLatin1(extension);
    }
    void fullDevice_isAnError()
    {
        QFETCH(QString, extension);
        const InputFile file = InputFile::fromBytes(smoothMaker().make(), "a.dcm");
        ConvertHarness harness;
        harness.outputDevice = "/dev/full";
        const auto report = dicom().convert({.input = file.input(), .options = optionsFor(u"dicom"), .extension = extension},
                                            harness.context());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::NoSpace);
    }

    void directory_listsPictures()
    {
        QVERIFY(!m_directory.isEmpty());
        const auto info = dicom().probe(InputFile::fromBytes(m_directory, "DICOMDIR").input());
        QVERIFY2(info, info ? "" : qPrintable(info.error().message));
        QCOMPARE(pathsOf(*info), (std::vector<QByteArray>{"DICOM/IM1", "IM2"}));
        QVERIFY(info->summary.contains(u"2"_s));
        QCOMPARE(info->warnings.size(), 1); // the report
        QVERIFY(!QJsonDocument(info->toCbor().toJsonObject()).toJson().contains("SECRET"));
    }

    /// Against the standard, and found.
    void directory_implicit()
    {
        const auto info = dicom().probe(InputFile::fromBytes(m_implicitDirectory, "DICOMDIR").input());
        QVERIFY2(info, info ? "" : qPrintable(info.error().message));
        QCOMPARE(pathsOf(*info), (std::vector<QByteArray>{"IM1"}));
    }

    void directory_withoutPicture()
    {
        const auto info = dicom().probe(InputFile::fromBytes(m_reports, "DICOMDIR").input());
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind::UnsupportedFormat);
        QVERIFY(info.error().message.contains(u"DICOMDIR"_s));
    }

    void directory_cutShort()
    {
        for (qsizetype size = 140; size < m_directory.size(); size += 7) {
            const auto info = dicom().probe(InputFile::fromBytes(m_directory.first(size), "DICOMDIR").input());
            for (const QByteArray &path : info ? pathsOf(*info) : std::vector<QByteArray>())
                QVERIFY2(path == "DICOM/IM1" || path == "IM2", path.constData());
        }
    }

    void directory_ofTheCorpus()
    {
        if (corpusFolder().isEmpty())
            QSKIP("the folder of real files is not here");
        const auto info = dicom().probe(InputFile::fromPath(corpusFolder() + u"/dicom/DICOMDIR"_s).input());
        QVERIFY2(info, info ? "" : qPrintable(info.error().message));
        QCOMPARE(info->contents.size(), size_t(31)); // as many as dcmdump shows
        QCOMPARE(info->contents.front().path, QByteArray("77654033/CR1/6154"));
    }

    void deflatedFrames()
    {
        DicomMaker maker{.width = 4, .height = 2, .frames = 2, .words = {}, .more = fullWindow};
        maker.fill([](int i) { return i * 273; });
        const QByteArray bytes = withDeflatedFrames(maker.make(), 2);
        const Run run = runOn(bytes);
        QVERIFY2(run.report, run.everything.constData());
        for (size_t i = 0; i < 16; ++i)
            QCOMPARE(run.pictures.at(i / 8).samples.at(i % 8), int(maker.words[i] / 4095.0 * 255 + 0.5));
        QByteArray damaged = bytes;
        damaged[damaged.lastIndexOf(QByteArray("\xfe\xff\x00\xe0", 4)) + 8] = 7; // a kind of block that there is not
        const Run refused = runOn(damaged);
        QVERIFY(!refused.report);
        QCOMPARE(refused.report.error().kind, ErrorKind::DamagedInput);
    }

    void realPixels_data()
    {
        QTest::addColumn<bool>("isDouble");
        QTest::newRow("float") << false;
        QTest::newRow("double") << true;
    }
    void realPixels()
    {
        QFETCH(bool, isDouble);
        const std::vector<double> values{-1.5, 0, 0.5, 2.5, std::nan(""), 1};
        DicomMaker maker{.width = 3, .height = 2, .bitsAllocated = isDouble ? 64 : 32, .bitsStored = 32, .words = {}};
        maker.more = [&](DcmDataset &data) {
            delete data.remove(DCM_PixelData);
            const std::vector<Float32> reals(values.begin(), values.end());
            if (isDouble)
                data.putAndInsertFloat64Array(DcmTag(DCM_DoubleFloatPixelData, EVR_OD), values.data(), values.size());
            else
                data.putAndInsertFloat32Array(DcmTag(DCM_FloatPixelData, EVR_OF), reals.data(), reals.size());
        };
        const Run minmax = runOn(maker.make());
        QVERIFY2(minmax.report, minmax.everything.constData());
        QCOMPARE(minmax.pictures.at(0).samples, (std::vector<int>{0, 96, 128, 255, 0, 159})); // (x + 1.5) / 4 · 255
        const auto inner = maker.more;
        maker.more = [&](DcmDataset &data) {
            inner(data);
            data.putAndInsertString(DCM_RescaleSlope, "2");
            data.putAndInsertString(DCM_RescaleIntercept, "1");
            data.putAndInsertString(DCM_WindowCenter, "2");
            data.putAndInsertString(DCM_WindowWidth, "2");
            data.putAndInsertString(DCM_VOILUTFunction, "LINEAR_EXACT");
        };
        // 2x + 1 between 1 and 3.
        QCOMPARE(runOn(maker.make()).pictures.at(0).samples, (std::vector<int>{0, 0, 128, 255, 0, 255}));
        const Run cut = runOn(maker.make().chopped(8));
        QVERIFY(!cut.report);
        QCOMPARE(cut.report.error().kind, ErrorKind::DamagedInput);
    }

    void overlay_inTheSamples()
    {
        DicomMaker maker{.width = 4, .height = 1, .words = {100, 0x8000 | 100, 0x4000 | 4095, 0x8000}, .more = {}};
        maker.more = [](DcmDataset &data) {
            fullWindow(data);
            data.putAndInsertUint16(DcmTag(0x6000, 0x0010, EVR_US), 1);
            data.putAndInsertUint16(DcmTag(0x6000, 0x0011, EVR_US), 4);
            data.putAndInsertUint16(DcmTag(0x6000, 0x0100, EVR_US), 16);
            data.putAndInsertUint16(DcmTag(0x6000, 0x0102, EVR_US), 15);
        };
        QCOMPARE(runOn(maker.make()).pictures.at(0).samples, (std::vector<int>{6, 6, 255, 0}));
        QCOMPARE(runOn(maker.make(), {{u"overlays"_s, u"burn"_s}}).pictures.at(0).samples,
                 (std::vector<int>{6, 255, 255, 255}));
    }

    void jpegLs_eightBitsInSixteen()
    {
        if (m_narrowJpegLs.isEmpty())
            QSKIP("DCMTK makes no such file");
        const Run run = runOn(m_narrowJpegLs);
        QVERIFY2(run.report, run.everything.constData());
        std::vector<int> expected(256);
        std::iota(expected.begin(), expected.end(), 0);
        QCOMPARE(run.pictures.at(0).samples, expected);
    }

    /// An encoder that keeps samples where they are, and what is below them too.
    void jpegLs_samplesInPlace()
    {
        if (m_placedJpegLs.isEmpty())
            QSKIP("DCMTK makes no such file");
        const Run run = runOn(m_placedJpegLs);
        QVERIFY2(run.report, run.everything.constData());
        QCOMPARE(run.pictures.at(0).samples, runOn(m_placed).pictures.at(0).samples);
    }

private:
    QByteArray m_placedJpegLs;
    QByteArray m_placed;
    QByteArray m_narrowJpegLs;
    QByteArray m_directory;
    QByteArray m_implicitDirectory;
    QByteArray m_reports;
    QByteArray m_gray;
};

QTEST_GUILESS_MAIN(TestDicomFormats)
#include "tst_dicomformats.moc"
