// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pretendcodec.h"

#include "core/base/filedescriptor.h"
#include "core/converters/video/encode/encoderserver.h"
#include "core/converters/video/encode/remoteencoder.h"

#include <QTest>

#include <array>
#include <cmath>
#include <fcntl.h>
#include <functional>
#include <thread>

using namespace convoy;
using namespace convoy::EncoderWire;

Q_DECLARE_METATYPE(EncoderOrder)

namespace {

struct Pipe {
    Pipe()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            qFatal("no pipe");
        out.reset(ends[0]);
        in.reset(ends[1]);
    }
    FileDescriptor out; ///< to read from
    FileDescriptor in;
};

/// Both directions, and the far end played by a test.
struct Wire {
    Pipe there;
    Pipe back;
    std::stop_source stop;

    EncoderPipe far() { return {{there.out.fd(), back.in.fd()}, stop.get_token(), 5000}; }
    VideoEncoding encoding() const
    {
        return {.codec = findOutputFormat(u"mp4", u"auto")->picture,
                .width = 64,
                .height = 48,
                .pixelFormat = AV_PIX_FMT_YUV420P,
                .remote = {"h264_test", there.in.fd(), back.out.fd()}};
    }
};

FramePtr picture(int number)
{
    FramePtr frame(av_frame_alloc());
    frame->format = AV_PIX_FMT_YUV420P;
    frame->width = 64;
    frame->height = 48;
    frame->pts = 10 * number;
    if (av_frame_get_buffer(frame.get(), 0) < 0)
        return {};
    for (int plane = 0; plane < 3; ++plane)
        std::memset(frame->data[plane], 100, size_t(frame->linesize[plane]) * (plane ? 24 : 48));
    return frame;
}

} // namespace

/// Neither end of the pipes trusts the other.
class TestEncoderWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remote_takesPacketsInOrder();
    void remote_refusesLies_data();
    void remote_refusesLies();
    void remote_stopsWhileItWaits();
    void server_refusesLies_data();
    void server_refusesLies();
};

void TestEncoderWire::remote_takesPacketsInOrder()
{
    Wire wire;
    std::thread far([pipe = wire.far()] {
        EncoderOrder order;
        QVERIFY(pipe.receive(&order) && pipe.send(EncoderAnswer{.headerBytes = 3}) && pipe.send("abc", 3));
        std::array<uint8_t, 64 * 48 * 3 / 2> bytes{};
        for (int i = 0; i < 3; ++i) {
            PictureMark mark;
            QVERIFY(pipe.receive(&mark) && (mark.isEnd || pipe.receive(&bytes)));
            QCOMPARE(bytes.back(), uint8_t(100));
            for (int n = 0; n < i; ++n) // none for the first picture, one for the second, the other at the end
                QVERIFY(n > 0 || (pipe.send(PacketMark{2, i == 1}) && pipe.send("xy", 2)));
            QVERIFY(pipe.send(PacketMark{}));
        }
    });
    Result<RemoteEncoder> encoder = RemoteEncoder::open(wire.encoding(), wire.stop.get_token());
    QVERIFY(encoder);
    const Result<CodecContextPtr> described = encoder->describe();
    QCOMPARE(QByteArray(reinterpret_cast<char *>((*described)->extradata), (*described)->extradata_size), "abc");
    QCOMPARE((*described)->codec_id, AV_CODEC_ID_H264);
    QList<std::pair<qint64, int>> packets;
    const PacketSink sink = [&packets](PacketPtr packet) {
        packets.append({packet->pts, packet->flags & AV_PKT_FLAG_KEY});
        return Result<void>();
    };
    QVERIFY(encoder->encode(picture(0).get(), sink) && packets.isEmpty());
    QVERIFY(encoder->encode(picture(1).get(), sink));
    QVERIFY(encoder->encode(nullptr, sink));
    far.join();
    QCOMPARE(packets, (QList<std::pair<qint64, int>>{{0, AV_PKT_FLAG_KEY}, {10, 0}}));
}

void TestEncoderWire::remote_refusesLies_data()
{
    QTest::addColumn<int>("headerBytes");
    QTest::addColumn<QList<int>>("packets");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("headers below nothing") << -1 << QList<int>() << ErrorKind::Internal;
    QTest::newRow("headers without end") << (1 << 30) << QList<int>() << ErrorKind::Internal;
    QTest::newRow("packet of nothing") << 0 << QList<int>{0} << ErrorKind::Internal;
    QTest::newRow("packet below nothing") << 0 << QList<int>{-77} << ErrorKind::Internal;
    QTest::newRow("packet without end") << 0 << QList<int>{1 << 30} << ErrorKind::Internal;
    QTest::newRow("more packets than pictures") << 0 << QList<int>{1, 1} << ErrorKind::Internal;
    QTest::newRow("fewer packets than pictures") << 0 << QList<int>{-1, -1} << ErrorKind::Internal;
    QTest::newRow("gone") << 0 << QList<int>() << ErrorKind::WorkerCrashed;
}

void TestEncoderWire::remote_refusesLies()
{
    QFETCH(int, headerBytes);
    QFETCH(QList<int>, packets);
    QFETCH(ErrorKind, kind);
    Wire wire;
    const EncoderPipe far = wire.far();
    QVERIFY(far.send(EncoderAnswer{.headerBytes = headerBytes}));
    for (const int bytes : packets)
        QVERIFY(far.send(PacketMark{bytes, 0}) && (bytes != 1 || far.send("x", 1)));
    wire.back.in.reset();
    Result<RemoteEncoder> encoder = RemoteEncoder::open(wire.encoding(), wire.stop.get_token());
    const PacketSink sink = [](const PacketPtr &) { return Result<void>(); };
    Result<void> encoded = encoder ? encoder->encode(picture(0).get(), sink) : encoder.error();
    if (encoded)
        encoded = encoder->encode(nullptr, sink);
    QVERIFY(!encoded);
    QCOMPARE(errorKindName(encoded.error().kind), errorKindName(kind));
}

void TestEncoderWire::remote_stopsWhileItWaits()
{
    Wire wire;
    std::thread stopping([&wire] { wire.stop.request_stop(); });
    const Result<RemoteEncoder> encoder = RemoteEncoder::open(wire.encoding(), wire.stop.get_token());
    stopping.join();
    QVERIFY(!encoder);
    QCOMPARE(encoder.error().kind, ErrorKind::Cancelled);
}

void TestEncoderWire::server_refusesLies_data()
{
    QTest::addColumn<EncoderOrder>("order");
    QTest::addColumn<bool>("isTaken");
    const EncoderOrder good{
        .name = {"h264_test"}, .width = 64, .height = 48, .pixelAspect = {1, 1}, .frameRate = {25, 1}, .quality = 6};
    const auto add = [&good](const char *name, bool isTaken, const std::function<void(EncoderOrder &)> &change) {
        EncoderOrder order = good;
        change(order);
        QTest::newRow(name) << order << isTaken;
    };
    add("good", true, [](EncoderOrder &) {});
    add("no such encoder", false, [](EncoderOrder &order) { order.name = {"h264_other"}; });
    add("a name without end", false, [](EncoderOrder &order) { order.name.fill('x'); });
    add("no width", false, [](EncoderOrder &order) { order.width = 0; });
    add("odd", false, [](EncoderOrder &order) { order.height = 49; });
    add("below nothing", false, [](EncoderOrder &order) { order.height = -48; });
    add("too large", false, [](EncoderOrder &order) { order.width = 1 << 30; });
    add("no time", false, [](EncoderOrder &order) { order.frameRate = {25, 0}; });
    add("no quality", false, [](EncoderOrder &order) { order.quality = std::nan(""); });
}

void TestEncoderWire::server_refusesLies()
{
    QFETCH(EncoderOrder, order);
    QFETCH(bool, isTaken);
    static constexpr std::array encoders{
        DeviceEncoder{"h264_test", test::pretendedCodec("libx264", "nv12", "preset=ultrafast")}};
    Wire wire;
    const EncoderPipe near({wire.back.out.fd(), wire.there.in.fd()}, wire.stop.get_token(), 5000);
    QVERIFY(near.send(order));
    wire.there.in.reset(); // there is no picture
    const EncoderServer server(encoders);
    ConvertRequest request;
    request.input.fd = wire.there.out.fd();
    request.attachment.fd = wire.back.in.fd();
    QVERIFY(!server.convert(request, {}));
    EncoderAnswer answer;
    QVERIFY(near.receive(&answer));
    QCOMPARE(answer.failed == 0, isTaken);
}

QTEST_GUILESS_MAIN(TestEncoderWire)
#include "tst_encoderwire.moc"
