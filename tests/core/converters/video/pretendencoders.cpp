// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An encoder process without a graphics chip: libx264, and what drivers do on a bad day. Stands where the real family does.
#include "pretendcodec.h"

#include "core/converters/video/encode/encoderserver.h"

#include <array>
#include <csignal>
#include <cstring>
#include <unistd.h>

namespace convoy {

namespace {

constexpr int knownPictures = 35; // more than a trial has

// A key frame every seven pictures: that is how its work is told from the software encoder's.
constexpr PictureCodec h264(const char *pixelFormats)
{
    return test::pretendedCodec("libx264", pixelFormats, "preset=veryfast:g=7:keyint_min=7:sc_threshold=0");
}

constexpr std::array encoders{
    DeviceEncoder{"h264_pretend", h264("nv12")},
    DeviceEncoder{"h264_planes", h264("yuv420p")},
    DeviceEncoder{"h264_hanging", h264("nv12")},
    DeviceEncoder{"h264_crashing", h264("nv12")},
    DeviceEncoder{"h264_wrong", h264("nv12")},
    DeviceEncoder{"h264_garbage", test::pretendedCodec("rawvideo", "yuv420p")},
    DeviceEncoder{"h264_dying", h264("nv12")},
    DeviceEncoder{"h264_stalling", h264("nv12")},
    DeviceEncoder{"hevc_pretend", test::pretendedCodec("libx265", "yuv420p", "preset=ultrafast")},
    DeviceEncoder{"vp9_pretend", test::pretendedCodec("libvpx-vp9", "yuv420p", "deadline=realtime:cpu-used=8")},
};

void misbehave(const DeviceEncoder &encoder, AVFrame *picture)
{
    static int count = 0;
    ++count;
    const std::string_view name(encoder.name);
    if (name == "h264_hanging" || (name == "h264_stalling" && count > knownPictures)) {
        while (true)
            ::pause();
    }
    if (name == "h264_crashing" || (name == "h264_dying" && count > knownPictures))
        std::raise(SIGSEGV);
    if (name == "h264_wrong" && count == 20)
        std::memset(picture->data[0], 128, size_t(picture->linesize[0]) * size_t(picture->height));
}

} // namespace

const Converter *converterInFamily(QStringView id)
{
    static const EncoderServer server(encoders, misbehave);
    return id == QLatin1StringView("encoder") ? &server : nullptr;
}

void warmUpFamily() {}

} // namespace convoy
