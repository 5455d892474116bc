// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/tracks/packettimeline.h"

#include <QTest>

using namespace convoy;

namespace {

/// A container with streams of 25 pictures a second in ms.
class Container
{
public:
    explicit Container(int flags, int streams = 1) : m_context(avformat_alloc_context())
    {
        m_format.flags = flags;
        m_context->iformat = &m_format;
        for (int i = 0; i < streams; ++i) {
            AVStream *stream = avformat_new_stream(m_context, nullptr);
            stream->time_base = {1, 1000};
            stream->avg_frame_rate = {25, 1};
            stream->codecpar->codec_type = AVMEDIA_TYPE_VIDEO;
        }
    }
    Container(const Container &) = delete;
    Container &operator=(const Container &) = delete;
    ~Container()
    {
        m_context->iformat = nullptr;
        avformat_free_context(m_context);
    }
    const AVFormatContext *context() const { return m_context; }

private:
    AVInputFormat m_format{};
    AVFormatContext *m_context;
};

int64_t placed(PacketTimeline &timeline, int64_t time, int stream = 0)
{
    const PacketPtr packet(av_packet_alloc());
    packet->pts = packet->dts = time;
    packet->duration = 40;
    packet->stream_index = stream;
    timeline.place(packet.get());
    return packet->pts;
}

} // namespace

class TestPacketTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void place_lateStart_beginsAtZero();
    void place_streamStartsAgain_goesOn();
    void place_streamsStartAgain_stayTogether();
    void place_otherContainers_jumpStays();
    void place_absurdTime_isDropped();
};

void TestPacketTimeline::place_lateStart_beginsAtZero()
{
    const Container container(0);
    PacketTimeline timeline(container.context(), 5'000'000);
    QCOMPARE(placed(timeline, 5000), 0);
    QCOMPARE(placed(timeline, 5040), 40);
}

void TestPacketTimeline::place_streamStartsAgain_goesOn()
{
    const Container container(AVFMT_TS_DISCONT);
    PacketTimeline timeline(container.context(), 90'000'000);
    QCOMPARE(placed(timeline, 90'000), 0);
    QCOMPARE(placed(timeline, 90'040), 40);
    QCOMPARE(placed(timeline, 500), 80); // back to the start of another recording
    QCOMPARE(placed(timeline, 540), 120);
    QCOMPARE(placed(timeline, 95'000'000), 160);
}

// Packets of the first recording's sound come when its pictures are over, and end before them.
void TestPacketTimeline::place_streamsStartAgain_stayTogether()
{
    const Container container(AVFMT_TS_DISCONT, 2);
    PacketTimeline timeline(container.context(), 1'000'000);
    for (const int64_t time : {1000, 1040, 1080})
        QCOMPARE(placed(timeline, time), time - 1000);
    QCOMPARE(placed(timeline, 1000, 1), 0);
    QCOMPARE(placed(timeline, 400), 120);
    QCOMPARE(placed(timeline, 440), 160);
    QCOMPARE(placed(timeline, 1040, 1), 40);
    QCOMPARE(placed(timeline, 400, 1), 120);
    QCOMPARE(placed(timeline, 440, 1), 160);
    QCOMPARE(placed(timeline, 480), 200);
}

void TestPacketTimeline::place_otherContainers_jumpStays()
{
    const Container container(0);
    PacketTimeline timeline(container.context(), 0);
    QCOMPARE(placed(timeline, 0), 0);
    QCOMPARE(placed(timeline, 60'000), 60'000);
}

void TestPacketTimeline::place_absurdTime_isDropped()
{
    const Container container(0);
    PacketTimeline timeline(container.context(), 0);
    QCOMPARE(placed(timeline, 0), 0);
    QCOMPARE(placed(timeline, int64_t(1) << 62), int64_t(AV_NOPTS_VALUE));
    QCOMPARE(placed(timeline, 80), 80);
}

QTEST_APPLESS_MAIN(TestPacketTimeline)
#include "tst_packettimeline.moc"
