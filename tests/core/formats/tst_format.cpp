// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"

#include "support/convertharness.h"

#include <QDirIterator>
#include <QSet>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_isSound();
    void sniff_heads_data();
    void sniff_heads();
    void sniff_corpus();
    void sniff_shortHeads();
    void sniff_nameHelpsOnlyWhereContentIsSilent();
};

void TestFormat::table_isSound()
{
    QSet<QString> ids;
    for (const Format &format : formats()) {
        QVERIFY(!format.id.isEmpty() && !format.name.isEmpty() && format.kind != MediaKind::Unknown);
        QVERIFY2(!ids.contains(format.id), format.id.data());
        ids.insert(format.id);
    }
}

void TestFormat::sniff_heads_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const QByteArray &head, const char *id) {
        QTest::newRow(name) << head + QByteArray(64, '\0') << QString::fromLatin1(id);
    };
    const auto ftyp = [](const char *brand, const char *compatible = "") {
        return QByteArray("\0\0\0\x20"
                          "ftyp",
                          8)
            + brand + QByteArray(4, '\0') + compatible;
    };
    row("jpeg", "\xFF\xD8\xFF\xE0", "jpeg");
    row("png", "\x89PNG\r\n\x1A\n", "png");
    row("png broken by a text transfer", "\x89PNG\n\x1A\n", "");
    row("gif 87", "GIF87a", "gif");
    row("gif 89", "GIF89a", "gif");
    row("gif of the future", "GIF90a", "");
    row("webp", QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), "webp");
    row("tiff little", QByteArray("II*\0\x08\0\0\0", 8), "tiff");
    row("tiff big", QByteArray("MM\0*\0\0\0\x08", 8), "tiff");
    row("bigtiff", QByteArray("II+\0\x08\0\0\0", 8), "tiff");
    row("bmp", QByteArray("BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", 18), "bmp");
    row("a text that starts like bmp", "BMW is a maker of cars, and this is a text about them.", "");
    row("ppm", "P6\n640 480\n255\n", "pnm");
    row("pbm with a comment", "P4#made by hand\n8 8\n", "pnm");
    row("pnm without a space", "P6x", "");
    row("avif", ftyp("avif"), "avif");
    row("avif by compatible brand", ftyp("mif1", "miafavif"), "avif");
    row("heic", ftyp("heic", "mif1heic"), "heif");
    row("jxl container", QByteArray("\0\0\0\x0CJXL \r\n\x87\n", 12), "jxl");
    row("jxl bare", "\xFF\x0A", "jxl");
    row("jp2", QByteArray("\0\0\0\x0CjP  \r\n\x87\n", 12), "jp2");
    row("psd", QByteArray("8BPS\0\1", 6), "psd");
    row("mp4", ftyp("isom", "iso2avc1mp41"), "mp4");
    row("mov", ftyp("qt  "), "mov");
    row("old mov", QByteArray("\0\0\1\0moov", 8), "mov");
    row("3gp", ftyp("3gp5"), "3gp");
    row("matroska", "\x1A\x45\xDF\xA3\x93\x42\x82\x88matroska", "matroska");
    row("avi", QByteArray("RIFF\x10\0\0\0AVI LIST", 16), "avi");
    row("asf", "\x30\x26\xB2\x75\x8E\x66\xCF\x11\xA6\xD9", "asf");
    row("flv", "FLV\x01\x05", "flv");
    row("ogg", "OggS", "ogg");
    row("realmedia", QByteArray(".RMF\0\0\0\x12", 8), "realmedia");
    row("recorded television", QByteArray("\xB7\xD8\0\x20\x37\x49\xDA\x11", 8), "wtv");
    row("nut", "nut/multimedia container", "nut");
    row("ivf", QByteArray("DKIF\0\0\x20\0VP80", 12), "ivf");
    row("y4m", "YUV4MPEG2 W320 H240 F25:1", "y4m");
    row("stream of H.264", QByteArray("\0\0\0\x01\x67\x64", 6), "h264");
    row("stream of H.265", QByteArray("\0\0\0\x01\x40\x01", 6), "h265");
    row("stream of MPEG-4", QByteArray("\0\0\x01\xB0\x01", 5), "m4v");
    row("segment of MPEG-4", QByteArray("\0\0\0\x18stypmsdh", 12), "mov");
    const auto packets = [](int first, int step) {
        QByteArray head(first, 'x');
        for (int i = 0; i < 6; ++i)
            head += 'G' + QByteArray(step - 1, 'x');
        return head;
    };
    row("transport stream", packets(0, 188), "mpegts");
    row("transport stream that begins within a packet", packets(77, 188), "mpegts");
    row("transport stream with time codes", packets(4, 192), "mpegts");
    row("transport stream with parity", packets(0, 204), "mpegts");
    row("transport stream out of step", packets(0, 190), "");
    row("bmp with one byte at the same place of each row",
        QByteArray("BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", 18) + packets(60, 192), "bmp");
    row("ppm like that", "P6\n64 64\n255\n" + packets(60, 192), "pnm");
    row("wav", QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16), "wav");
    row("riff of something else", QByteArray("RIFF\x10\0\0\0XYZ data", 16), "");
    row("rf64", QByteArray("RF64\xFF\xFF\xFF\xFFWAVEds64", 16), "rf64");
    row("aiff",
        QByteArray("FORM\0\0\0\x10"
                   "AIFFCOMM",
                   16),
        "aiff");
    row("w64", QByteArray("riff\x2E\x91\xCF\x11\xA5\xD6\x28\xDB", 12), "w64");
    row("flac", QByteArray("fLaC\0\0\0\x22", 8), "flac");
    row("mp3 with tag", QByteArray("ID3\x04\0\0", 6), "mp3");
    row("wav, A-law", QByteArray("RIFF\x10\0\0\0WAVEfmt \x12\0\0\0\6\0\2\0", 24), "coded-wav");
    row("wav, extensible", QByteArray("RIFF\x10\0\0\0WAVEfmt \x28\0\0\0\xFE\xFF\2\0", 24), "wav");
    row("wav, high byte first", QByteArray("RIFX\0\0\0\x10WAVEfmt \0\0\0\x10\0\1\0\2", 24), "wav");
    row("wav, high byte first, A-law", QByteArray("RIFX\0\0\0\x10WAVEfmt \0\0\0\x10\0\6\0\2", 24), "coded-wav");
    row("aiff-c, A-law",
        QByteArray("FORM\0\0\0\x40"
                   "AIFCCOMM\0\0\0\x18\0\2\0\0\0\2\0\x10",
                   28)
            + QByteArray(10, '\1') + "alaw",
        "coded-aiff");
    row("caf", QByteArray("caff\0\1\0\0", 8), "caf");
    row("au", QByteArray(".snd\0\0\0\x18", 8), "au");
    row("Monkey's Audio", QByteArray("MAC \x96\x0F\0\0", 8), "ape");
    row("TAK", QByteArray("tBaK\x01\x0D\0\0", 8), "tak");
    row("True Audio", QByteArray("TTA1\x01\0\x02\0", 8), "tta");
    row("Musepack 7", "MP+\x07", "musepack");
    row("Musepack 8", "MPCKSH", "musepack");
    row("mp3 frame", "\xFF\xFB\x90\x64", "mp3");
    row("not an mp3 frame", "\xFF\xFE\xFF\xFE", "");
    row("dicom", QByteArray(128, '\0') + "DICM", "dicom");
    row("dicom behind a tiff preamble", QByteArray("II*\0", 4) + QByteArray(124, '\0') + "DICM", "dicom");
    row("bare dicom, explicit", QByteArray("\x08\0\x05\0CS\x0A\0ISO_IR 100", 18), "dicom");
    row("bare dicom, implicit", QByteArray("\x08\0\x05\0\x0A\0\0\0ISO_IR 100", 18), "dicom");
    // What ImageMagick would interpret as programs or addresses stays unknown.
    row("svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "");
    row("xml", "<?xml version=\"1.0\"?><image/>", "");
    row("mvg", "push graphic-context\n", "");
    row("postscript", "%!PS-Adobe-3.0", "");
    row("pdf", "%PDF-1.7", "");
    row("zeros", QByteArray(256, '\0'), "");
    row("text", "The quick brown fox jumps over the lazy dog", "");
}

void TestFormat::sniff_heads()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, id);
    QCOMPARE(QString(sniffFormat(head, "file").id), id);
    QCOMPARE(sniffFormat(head, "file").kind == MediaKind::Unknown, id.isEmpty());
}

QString expectedFormat(const QString &folder, const QString &name)
{
    static const QHash<QString, QString> bySuffix{
        {u"jpg"_s, u"jpeg"_s},  {u"png"_s, u"png"_s},   {u"gif"_s, u"gif"_s},      {u"tif"_s, u"tiff"_s},
        {u"tiff"_s, u"tiff"_s}, {u"bmp"_s, u"bmp"_s},   {u"webp"_s, u"webp"_s},    {u"ppm"_s, u"pnm"_s},
        {u"pgm"_s, u"pnm"_s},   {u"avif"_s, u"avif"_s}, {u"heif"_s, u"heif"_s},    {u"mp4"_s, u"mp4"_s},
        {u"mov"_s, u"mov"_s},   {u"3gp"_s, u"3gp"_s},   {u"mkv"_s, u"matroska"_s}, {u"webm"_s, u"matroska"_s},
        {u"avi"_s, u"avi"_s},   {u"flv"_s, u"flv"_s},   {u"ts"_s, u"mpegts"_s},    {u"wav"_s, u"wav"_s},
        {u"flac"_s, u"flac"_s}, {u"cue"_s, u"cue"_s},
    };
    if (folder == "dicom"_L1)
        return u"dicom"_s;
    if (name == "rf64.wav"_L1)
        return u"rf64"_s;
    return bySuffix.value(name.section(u'.', -1));
}

void TestFormat::sniff_corpus()
{
    const QString corpus = test::corpusFolder();
    if (corpus.isEmpty())
        QSKIP("the corpus of real files is not here (CONVOY_CORPUS)");
    int seen = 0;
    for (const QString &folder : {u"dicom"_s, u"photo"_s, u"video"_s, u"audio"_s, u"flac"_s, u"cue"_s}) {
        QDirIterator files(corpus + '/'_L1 + folder, QDir::Files);
        while (files.hasNext()) {
            const QString path = files.next();
            const QByteArray head = test::readFile(path).first(std::min(QFileInfo(path).size(), qint64(sniffLength)));
            const QString id(sniffFormat(head, files.fileName().toUtf8()).id);
            QVERIFY2(id == expectedFormat(folder, files.fileName()), qPrintable(files.fileName() + u" is called "_s + id));
            ++seen;
        }
    }
    QVERIFY(seen > 80);
}

/// Every prefix of every magic, down to nothing.
void TestFormat::sniff_shortHeads()
{
    const QByteArray head = QByteArray(128, '\0') + "DICM";
    for (qsizetype size = 0; size < head.size(); ++size)
        QCOMPARE(QString(sniffFormat(head.first(size), {}).id), QString());
    for (const QByteArray &start : {QByteArray("RIFF\x10\0\0\0WEBP", 12),
                                    QByteArray("\0\0\0\x20"
                                               "ftypavif",
                                               12),
                                    QByteArray("\xFF\xFB\x90\x64", 4), QByteArray("\x08\0\x05\0CS\x0A\0", 8)}) {
        for (qsizetype size = 0; size <= start.size(); ++size)
            sniffFormat(start.first(size), "x"); // must not read past the end (AddressSanitizer)
    }
}

void TestFormat::sniff_nameHelpsOnlyWhereContentIsSilent()
{
    QCOMPARE(QString(sniffFormat("\x89PNG\r\n\x1A\n", "picture.dcm").id), u"png"_s);
    QCOMPARE(QString(sniffFormat("The quick brown fox", "picture.jpg").id), QString());
    QCOMPARE(QString(sniffFormat(QByteArray(16, '\x07'), "image.dcm").id), u"dicom"_s);
}

} // namespace

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
