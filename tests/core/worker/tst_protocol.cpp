// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/protocol.h"

#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Protocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request_roundTrip();
    void report_roundTrip();
    void error_roundTrip();
    void picture_isNotBelieved();
};

void tst_Protocol::request_roundTrip()
{
    ConvertRequest request{.input = {5, "/in/\xFF", 77}, .options = OptionValues({{u"a"_s, 1.5}, {u"l"_s, QStringList{u"x"_s}}}), .extension = u"png"_s,
                           .probed = {}, .stem = "s\xFF", .outputFolder = "/out", .number = 9};
    request.probed.width = 3;
    request.probed.tags = {{u"artist"_s, u"A"_s}};
    const ConvertRequest back = requestFromCbor(requestToCbor(request), 6);
    QCOMPARE(back.input.fd, 6);
    QCOMPARE(back.input.path, request.input.path);
    QCOMPARE(back.input.size, 77);
    QCOMPARE(back.options.real(u"a"), 1.5);
    QCOMPARE(back.options.list(u"l"), QStringList{u"x"_s});
    QCOMPARE(back.extension, request.extension);
    QCOMPARE(back.probed, request.probed);
    QCOMPARE(back.stem, request.stem);
    QCOMPARE(back.outputFolder, request.outputFolder);
    QCOMPARE(back.number, 9);
}

void tst_Protocol::report_roundTrip()
{
    ConvertReport report;
    report.outputs = {{{u"hash"_s, QByteArray("\0\1", 2)}}, {}};
    report.warnings = {u"w"_s};
    report.columns = {{u"lines"_s, 3}};
    report.toolOutput = "said";
    const ConvertReport back = reportFromCbor(reportToCbor(report));
    QCOMPARE(back.outputs.size(), 2u);
    QCOMPARE(back.outputs[0].value(u"hash"_s).toByteArray(), QByteArray("\0\1", 2));
    QCOMPARE(back.warnings, report.warnings);
    QCOMPARE(back.columns.value(u"lines"_s).toInt(), 3);
    QCOMPARE(back.toolOutput, report.toolOutput);
}

void tst_Protocol::error_roundTrip()
{
    const Error error{ErrorKind::LimitExceeded, u"ä"_s, u"d"_s};
    QCOMPARE(errorFromCbor(errorToCbor(error)), error);
    QCOMPARE(errorFromCbor({{u"kind"_s, u"nonsense"_s}}).kind, ErrorKind::Internal);
}

void tst_Protocol::picture_isNotBelieved()
{
    const PreviewPicture good{.width = 2, .height = 1, .sourceWidth = 4, .sourceHeight = 2, .rgba = QByteArray(8, 'x')};
    QCOMPARE(pictureFromCbor(pictureToCbor(good)).rgba, good.rgba);
    PreviewPicture bad = good;
    bad.height = 1000;
    QVERIFY(pictureFromCbor(pictureToCbor(bad)).rgba.isEmpty());
}

QTEST_APPLESS_MAIN(tst_Protocol)
#include "tst_protocol.moc"
