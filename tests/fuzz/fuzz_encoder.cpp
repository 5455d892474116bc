// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a process with a graphics chip sends back. Of any bytes come errors, or one packet for each picture.
#include "fuzztarget.h"

#include "core/base/filedescriptor.h"
#include "core/converters/video/encode/encoderwire.h"
#include "core/converters/video/encode/remoteencoder.h"

#include <fcntl.h>

using namespace convoy;
using namespace convoy::EncoderWire;

namespace {

constexpr int side = 16;
constexpr int pictures = 3;
constexpr size_t pipeBytes = 65536; // all of them fit in one

template <typename T>
QByteArray bytesOf(const T &value)
{
    return {reinterpret_cast<const char *>(&value), sizeof value};
}

FramePtr picture(int number)
{
    FramePtr frame(av_frame_alloc());
    frame->format = AV_PIX_FMT_YUV420P;
    frame->width = frame->height = side;
    frame->pts = number;
    fuzz::promise(av_frame_get_buffer(frame.get(), 0) >= 0, "there is memory");
    for (int plane = 0; plane < 3; ++plane)
        std::memset(frame->data[plane], 0, size_t(frame->linesize[plane]) * (plane ? side / 2 : side));
    return frame;
}

} // namespace

QList<QByteArray> fuzzSeeds()
{
    const QByteArray opened = bytesOf(EncoderAnswer{.profile = 100, .level = 40, .headerBytes = 3}) + "abc";
    const QByteArray packet = bytesOf(PacketMark{2, 1}) + "xy";
    const QByteArray end = bytesOf(PacketMark{});
    return {opened + packet + end + packet + end + packet + end + end,
            opened + end + end + packet + end + packet + packet + end, opened + bytesOf(PacketMark{-2, 0}),
            bytesOf(EncoderAnswer{.failed = 1})};
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int there[2];
    int back[2];
    if (size > pipeBytes || ::pipe2(there, O_CLOEXEC | O_NONBLOCK) != 0 || ::pipe2(back, O_CLOEXEC | O_NONBLOCK) != 0)
        return 0;
    const FileDescriptor ends[] = {FileDescriptor(there[0]), FileDescriptor(there[1]), FileDescriptor(back[0])};
    {
        const FileDescriptor answers(back[1]);
        fuzz::promise(::write(answers.fd(), data, size) == ssize_t(size), "the answer fits");
    }
    const VideoEncoding encoding{.codec = findOutputFormat(u"mp4", u"auto")->picture,
                                 .width = side,
                                 .height = side,
                                 .pixelFormat = AV_PIX_FMT_YUV420P,
                                 .remote = {"h264_fuzz", there[1], back[0]}};
    Result<RemoteEncoder> encoder = RemoteEncoder::open(encoding, {});
    if (!encoder)
        return 0;
    fuzz::promise(bool(encoder->describe()), "what has been opened can be described");
    int packets = 0;
    const PacketSink sink = [&packets](const PacketPtr &packet) {
        fuzz::promise(packet->pts == packets && packet->dts == packets && packet->size > 0, "packets are in order");
        ++packets;
        return Result<void>();
    };
    Result<void> encoded;
    for (int number = 0; encoded && number < pictures; ++number)
        encoded = encoder->encode(picture(number).get(), sink);
    if (encoded)
        encoded = encoder->encode(nullptr, sink);
    fuzz::promise(encoded ? packets == pictures : packets <= pictures, "each picture has its packet");
    return 0;
}
