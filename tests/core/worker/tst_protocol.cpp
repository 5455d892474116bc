// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/protocol.h"

#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

QCborMap overTheWire(const QCborMap &map)
{
    return QCborValue::fromCbor(map.toCborValue().toCbor()).toMap();
}

} // namespace

/// What engine and worker tell each other survives the way.
class TestProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request()
    {
        ConvertRequest request{
            .input = {3, "/x/\xff\n", qint64(1) << 40},
            .options = OptionValues({{u"level"_s, 8LL},
                                     {u"gain"_s, 0.5},
                                     {u"on"_s, true},
                                     {u"text"_s, u"ä"_s},
                                     {u"list"_s, QStringList{u"a"_s, u""_s}}}),
            .extension = u"flac"_s,
            .stem = "\xff",
            .outputFolder = "/out/\xfe",
            .number = 12,
            .isVerified = false,
        };
        request.probed.width = 5;
        request.probed.tags = {{u"artist"_s, u"x"_s}};
        request.probed.warnings = {u"w"_s};
        const ConvertRequest back = requestFromCbor(overTheWire(requestToCbor(request)), 9);
        QCOMPARE(back.input.fd, 9);
        QCOMPARE(back.input.path, request.input.path);
        QCOMPARE(back.input.size, request.input.size);
        QCOMPARE(back.options.list(u"list"), request.options.list(u"list"));
        QCOMPARE(back.options.integer(u"level"), 8);
        QCOMPARE(back.options.real(u"gain"), 0.5);
        QVERIFY(back.options.boolean(u"on"));
        QCOMPARE(back.options.text(u"text"), u"ä"_s);
        QVERIFY(back.probed == request.probed);
        QCOMPARE(back.extension, request.extension);
        QCOMPARE(back.stem, request.stem);
        QCOMPARE(back.outputFolder, request.outputFolder);
        QCOMPARE(back.number, 12);
        QVERIFY(!back.isVerified);
        request.isVerified = true;
        QVERIFY(requestFromCbor(overTheWire(requestToCbor(request)), 9).isVerified);
    }

    void report()
    {
        const ConvertReport report{.outputs = {{{u"width"_s, 5LL}, {u"hash"_s, QByteArray("\0\xff", 2)}}, {}},
                                   .warnings = {u"clipped"_s},
                                   .columns = {{u"lines"_s, u"7"_s}},
                                   .toolOutput = "\xff\n"};
        const ConvertReport back = reportFromCbor(overTheWire(reportToCbor(report)));
        QCOMPARE(back.outputs, report.outputs);
        QCOMPARE(back.warnings, report.warnings);
        QCOMPARE(back.columns, report.columns);
        QCOMPARE(back.toolOutput, report.toolOutput);
    }

    void previewRequestAndPicture()
    {
        const PreviewRequest request{
            .input = {1, "p", 2}, .maximumSize = 99, .position = 0.25, .converted = true, .patient = true};
        const PreviewRequest back = previewRequestFromCbor(overTheWire(previewRequestToCbor(request)), 4);
        QCOMPARE(back.input.fd, 4);
        QCOMPARE(back.maximumSize, 99);
        QCOMPARE(back.position, 0.25);
        QVERIFY(back.converted);
        QVERIFY(back.patient);
        const PreviewPicture picture{
            .width = 2, .height = 1, .sourceWidth = 20, .sourceHeight = 10, .exact = false, .rgba = QByteArray(8, '\x80')};
        QCOMPARE(pictureFromCbor(overTheWire(pictureToCbor(picture))).rgba, picture.rgba);
        QVERIFY(!pictureFromCbor(overTheWire(pictureToCbor(picture))).exact);
    }

    void picture_thatLiesIsEmpty()
    {
        for (const auto &[width, height] : {std::pair{3, 1}, {-2, -1}, {1 << 30, 1 << 30}, {0, 5}}) {
            const PreviewPicture back = pictureFromCbor(
                pictureToCbor({.width = width, .height = height, .rgba = QByteArray(8, 'x')}));
            QCOMPARE(back.width, 0);
            QVERIFY(back.rgba.isEmpty());
        }
    }

    void error()
    {
        const Error error{ErrorKind::DamagedInput, u"broken"_s, u"detail"_s};
        QCOMPARE(errorFromCbor(overTheWire(errorToCbor(error))), error);
        QCOMPARE(errorFromCbor({}).kind, ErrorKind::Internal);
    }
};

QTEST_GUILESS_MAIN(TestProtocol)
#include "tst_protocol.moc"
