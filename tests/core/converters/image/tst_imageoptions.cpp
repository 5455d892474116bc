// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/pipeline/imageoptions.h"

#include "support/convertharness.h"

#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

class TestImageOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void from_defaultsChangeNothing();
    void from_words();
    void clippedCrop_rect_data();
    void clippedCrop_rect();
    void resizedSize_extremes();
    void schema_isComplete();
};

void TestImageOptions::from_defaultsChangeNothing()
{
    const ImageOptions options = ImageOptions::from(test::optionsFor(u"image"));
    QVERIFY(options.autoOrient);
    QVERIFY(!options.hasCrop());
    QCOMPARE(options.gamma, 1.0);
    QCOMPARE(options.rotate, 0.0);
    QCOMPARE(options.quality, 90);
    QCOMPARE(resizedSize(options, QSize(123, 45)), QSize(123, 45));
}

void TestImageOptions::from_words()
{
    const ImageOptions options = ImageOptions::from(test::optionsFor(u"image",
                                                                     {{u"resize"_s, u"percent"_s},
                                                                      {u"flip"_s, u"vertical"_s},
                                                                      {u"color"_s, u"keep"_s},
                                                                      {u"metadata"_s, u"no-gps"_s},
                                                                      {u"frames"_s, u"all"_s},
                                                                      {u"effort"_s, u"smallest"_s},
                                                                      {u"rotate"_s, -90}}));
    QVERIFY(options.resize == ResizeMode::Percent);
    QVERIFY(options.flip == FlipMode::Vertical);
    QVERIFY(options.color == ColorMode::Keep);
    QVERIFY(options.metadata == MetadataMode::NoGps);
    QVERIFY(options.frames == FrameMode::All);
    QVERIFY(options.effort == Effort::Smallest);
    QCOMPARE(options.rotate, 270.0);
}

void TestImageOptions::clippedCrop_rect_data()
{
    QTest::addColumn<QRect>("crop");
    QTest::addColumn<QRect>("left");
    QTest::newRow("inside") << QRect(10, 10, 20, 20) << QRect(10, 10, 20, 20);
    QTest::newRow("to the edges") << QRect(10, 10, 0, 0) << QRect(10, 10, 90, 40);
    QTest::newRow("over the edge") << QRect(90, 40, 50, 50) << QRect(90, 40, 10, 10);
    QTest::newRow("outside") << QRect(100, 0, 5, 5) << QRect();
}

void TestImageOptions::clippedCrop_rect()
{
    QFETCH(QRect, crop);
    QFETCH(QRect, left);
    const QRect result = clippedCrop(crop, QSize(100, 50));
    QCOMPARE(result.isEmpty(), left.isEmpty());
    if (!left.isEmpty())
        QCOMPARE(result, left);
}

void TestImageOptions::resizedSize_extremes()
{
    ImageOptions options;
    options.resize = ResizeMode::Fit;
    options.box = QSize(10, 10);
    QCOMPARE(resizedSize(options, QSize(10000, 2)), QSize(10, 1)); // never zero
    options.box = QSize(0, 0);
    QCOMPARE(resizedSize(options, QSize(30, 20)), QSize(30, 20));
    options = {.resize = ResizeMode::Percent, .percent = 50};
    QCOMPARE(resizedSize(options, QSize(67, 43)), QSize(34, 22)); // rounded
}

/// The window and the reference page are made from these.
void TestImageOptions::schema_isComplete()
{
    const ConverterInfo *info = findConverter(u"image");
    QVERIFY(info);
    for (const OptionSpec &spec : info->schema) {
        QVERIFY2(!spec.label.isEmpty() && !spec.tooltip.isEmpty() && !spec.group.isEmpty(), qPrintable(spec.key));
        QVERIFY2(spec.choices.size() == spec.choiceLabels.size(), qPrintable(spec.key));
        QVERIFY2(readOption(spec, QJsonValue::fromVariant(spec.defaultValue), spec.key), qPrintable(spec.key));
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestImageOptions)
#include "tst_imageoptions.moc"
