// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/dicomoptions.h"

#include "support/convertharness.h"

#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestDicomOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crop_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<int>("outside");
        QTest::addColumn<QRect>("kept");
        QTest::addColumn<bool>("clipped");
        const int clip = int(CropOutside::Clip);
        QTest::newRow("none") << QRect(0, 0, 0, 0) << clip << QRect(0, 0, 200, 100) << false;
        QTest::newRow("to the edges") << QRect(10, 20, 0, 0) << clip << QRect(10, 20, 190, 80) << false;
        QTest::newRow("inside") << QRect(10, 20, 30, 40) << clip << QRect(10, 20, 30, 40) << false;
        QTest::newRow("just fits") << QRect(10, 20, 190, 80) << clip << QRect(10, 20, 190, 80) << false;
        QTest::newRow("clipped") << QRect(150, 20, 100, 100) << clip << QRect(150, 20, 50, 80) << true;
        QTest::newRow("outside") << QRect(200, 0, 10, 10) << clip << QRect() << false;
        QTest::newRow("left edge is outside") << QRect(200, 0, 0, 0) << clip << QRect() << false;
        QTest::newRow("refused") << QRect(150, 20, 100, 100) << int(CropOutside::Refuse) << QRect() << false;
        QTest::newRow("padded") << QRect(150, 20, 100, 100) << int(CropOutside::Pad) << QRect(150, 20, 100, 100) << false;
        QTest::newRow("nothing but padding") << QRect(300, 0, 10, 10) << int(CropOutside::Pad) << QRect() << false;
    }
    void crop()
    {
        QFETCH(QRect, wanted);
        QFETCH(int, outside);
        QFETCH(QRect, kept);
        QFETCH(bool, clipped);
        const DicomOptions options{.cropLeft = wanted.x(),
                                   .cropTop = wanted.y(),
                                   .cropWidth = wanted.width(),
                                   .cropHeight = wanted.height(),
                                   .cropOutside = CropOutside(outside)};
        const auto crop = cropFor(options, QSize(200, 100));
        QCOMPARE(bool(crop), !kept.isNull());
        if (crop)
            QCOMPARE(*crop, (Crop{kept, clipped}));
        else
            QCOMPARE(crop.error().kind, ErrorKind::InvalidOption);
    }

    void frames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("all") << u"all"_s << 0 << 9;
        QTest::newRow("first") << u"first"_s << 0 << 0;
        QTest::newRow("one") << u"3"_s << 2 << 2;
        QTest::newRow("some") << u"3-8"_s << 2 << 7;
        QTest::newRow("past the end") << u"8-99"_s << 7 << 9;
        QTest::newRow("none there") << u"11"_s << -1 << -1;
    }
    void frames()
    {
        QFETCH(QString, text);
        QFETCH(int, first);
        QFETCH(int, last);
        const auto options = readDicomOptions(test::optionsFor(u"dicom", {{u"frames"_s, text}}));
        QVERIFY(options);
        const auto frames = framesFor(*options, 10);
        QCOMPARE(bool(frames), first >= 0);
        if (frames)
            QCOMPARE(*frames, std::pair(first, last));
    }

    void window()
    {
        const auto given = readDicomOptions(test::optionsFor(u"dicom", {{u"window"_s, u"-40.5/400"_s}}));
        QVERIFY(given);
        QCOMPARE(given->window, WindowChoice::Given);
        QCOMPARE(given->givenWindow, (Window{-40.5, 400, VoiFunction::Linear}));
        QVERIFY(!readDicomOptions(test::optionsFor(u"dicom", {{u"window"_s, u"40/0"_s}})));
        QVERIFY(!readDicomOptions(test::optionsFor(u"dicom", {{u"frames"_s, u"8-3"_s}})));
    }
};

QTEST_APPLESS_MAIN(TestDicomOptions)
#include "tst_dicomoptions.moc"
