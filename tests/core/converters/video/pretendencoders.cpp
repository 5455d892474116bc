// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An encoder process without a graphics chip: libx264, and what drivers do on a bad day. Stands where the real family does.
#include "core/converters/video/encoderserver.h"

#include <array>
#include <csignal>
#include <cstring>
#include <unistd.h>

namespace convoy {

namespace {

constexpr int knownPictures = 35; // more than a trial has

// A key frame every seven pictures: that is how its work is told from the software encoder's.
constexpr PictureCodec codec(const char *encoder, const char *pixelFormat)
{
    return {.option = nullptr,
            .encoder = encoder,
            .pixelFormats = pixelFormat,
            .settings = std::string_view(encoder) == "libx264" ? "preset=medium:g=7:keyint_min=7:sc_threshold=0" : nullptr,
            .factorName = "crf",
            .factorAtZero = 35,
            .factorPerStep = -2,
            .sharesChunks = false,
            .evenSize = true,
            .wholeAtEnd = false,
            .leastWidth = 1,
            .leastHeight = 1,
            .isHardware = true};
}

constexpr std::array encoders{
    DeviceEncoder{"h264_pretend", codec("libx264", "nv12")},    DeviceEncoder{"h264_planes", codec("libx264", "yuv420p")},
    DeviceEncoder{"h264_hanging", codec("libx264", "nv12")},    DeviceEncoder{"h264_crashing", codec("libx264", "nv12")},
    DeviceEncoder{"h264_wrong", codec("libx264", "nv12")},      DeviceEncoder{"h264_garbage", codec("rawvideo", "yuv420p")},
    DeviceEncoder{"h264_dying", codec("libx264", "nv12")},      DeviceEncoder{"h264_stalling", codec("libx264", "nv12")},
    DeviceEncoder{"hevc_pretend", codec("libx265", "yuv420p")}, DeviceEncoder{"vp9_pretend", codec("libvpx-vp9", "yuv420p")},
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
