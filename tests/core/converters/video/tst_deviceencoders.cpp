// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"
#include "core/converters/hardwareencoder.h"
#include "core/converters/libav/avhandle.h"
#include "core/converters/video/encode/encoderserver.h"

extern "C" {
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

#include <QTest>

#include <algorithm>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

/// What can be said of libav's encoders for graphics chips without one.
class TestDeviceEncoders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encoder_takesItsSettings_data();
    void encoder_takesItsSettings();
};

void TestDeviceEncoders::encoder_takesItsSettings_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const HardwareEncoder &encoder : hardwareEncoders())
        QTest::newRow(encoder.name.constData()) << encoder.name;
}

void TestDeviceEncoders::encoder_takesItsSettings()
{
    QFETCH(QByteArray, name);
    const auto row = std::ranges::find_if(deviceEncoders(), [&name](const DeviceEncoder &one) { return name == one.name; });
    QVERIFY(row != deviceEncoders().end());
    const AVCodec *codec = avcodec_find_encoder_by_name(row->codec.encoder);
    if (!codec)
        QSKIP("This libavcodec was built without it.");
    const CodecContextPtr context(avcodec_alloc_context3(codec));
    // As openEncoder() sets them.
    for (const double quality : {0.0, 6.0, 10.0})
        QCOMPARE(av_opt_set_double(context.get(), row->codec.factorName,
                                   row->codec.factorAtZero + row->codec.factorPerStep * quality, AV_OPT_SEARCH_CHILDREN),
                 0);
    AvOptions options;
    QVERIFY(av_dict_parse_string(options.address(), row->codec.settings, "=", ":", 0) >= 0);
    QVERIFY(av_opt_set_dict2(context.get(), options.address(), AV_OPT_SEARCH_CHILDREN) >= 0);
    QCOMPARE(av_dict_count(*options.address()), 0);
    const AVPixelFormat format = row->upload ? AV_PIX_FMT_VAAPI : av_get_pix_fmt(row->codec.pixelFormats);
    bool isTaken = false;
    for (const AVPixelFormat *one = codec->pix_fmts; one && *one != AV_PIX_FMT_NONE; ++one)
        isTaken = isTaken || *one == format;
    QVERIFY(isTaken);
    // What a person chooses is the interface.
    const OptionSchema &schema = findConverter(u"video")->schema;
    const auto spec = std::ranges::find(schema, u"encoder"_s, &OptionSpec::key);
    QVERIFY(spec->choices.contains(QString::fromLatin1(name.mid(name.indexOf('_') + 1))));
}

QTEST_GUILESS_MAIN(TestDeviceEncoders)
#include "tst_deviceencoders.moc"
