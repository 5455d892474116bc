// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ImageMagick's languages, programs and addresses cannot be reached by what a file says or by its name. That its policy
// would refuse them as well is in tst_imageoutputs.
#include "core/converters/convertercontract.h"
#include "core/converters/image/imagetest.h"

#include <array>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array names{"x.jpg",   "x.svg",     "x.mvg", "x.msl",       "x.ps",    "x.eps",
                           "x.pdf",   "mvg:x",     "msl:x", "svg:x",       "ps:x",    "text:x",
                           "label:x", "caption:x", "@x",    "ephemeral:x", "png:@/x", "https://example.org/x.png",
                           "xc:red",  "gradient:", "fd:0",  "pango:x",     "plasma:", "file:///etc/passwd"};

} // namespace

class TestImagePolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("MAGICK_CONFIGURE_PATH", CONVOY_MAGICK_POLICY);
        warmUpFamily();
    }

    void convert_otherLanguages_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("mvg") << QByteArray(
            "push graphic-context\nviewbox 0 0 64 64\nimage over 0,0 0,0 '/etc/passwd'\npop graphic-context\n");
        QTest::newRow("msl") << QByteArray("<?xml version=\"1.0\"?><image><read filename=\"/etc/passwd\"/></image>");
        QTest::newRow("svg href") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">"
                                                "<image href=\"/etc/passwd\"/></svg>");
        QTest::newRow("postscript") << QByteArray("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n");
        QTest::newRow("pdf") << QByteArray("%PDF-1.4\n1 0 obj\n");
        QTest::newRow("miff") << QByteArray("id=ImageMagick version=1.0\nclass=DirectClass columns=4 rows=4\n\f\n:\x1a");
        QTest::newRow("xpm") << QByteArray("/* XPM */\nstatic char *x[] = {\"1 1 1 1\",\"a c #000\",\"a\"};");
        for (const char *words : {"text:@/etc/passwd\n", "label:@/etc/passwd\n", "caption:@/etc/passwd\n",
                                  "ephemeral:/tmp/x.png\n", "https://example.org/x.png\n", "@/etc/passwd\n"})
            QTest::newRow(words) << QByteArray(words);
    }
    void convert_otherLanguages()
    {
        QFETCH(QByteArray, bytes);
        const ImageConverter converter;
        for (const char *name : names) {
            ConvertHarness harness;
            const ContractRun run = runConverter({.converter = &converter, .id = u"image"_s, .extension = u"png"_s},
                                                 InputFile::fromBytes(bytes, name), harness);
            QVERIFY2(!run.report, name);
            QCOMPARE(errorKindName(run.report.error().kind), errorKindName(ErrorKind::UnsupportedFormat));
            QCOMPARE(harness.outputs.size(), size_t{0});
        }
    }

    /// A name says nothing: a picture is read as what it is.
    void convert_otherNames()
    {
        const Picture picture = testPicture(30, 20);
        const ImageConverter converter;
        for (const char *name : names) {
            ConvertHarness harness;
            const ContractRun run = runConverter({.converter = &converter, .id = u"image"_s, .extension = u"png"_s},
                                                 InputFile::fromBytes(encodePng(picture), name), harness);
            QVERIFY2(run.report, name);
            QCOMPARE(rms(decodePicture(harness.outputBytes(0)), picture), 0.0);
        }
    }
};

QTEST_GUILESS_MAIN(TestImagePolicy)
#include "tst_imagepolicy.moc"
