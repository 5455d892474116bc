// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/avlog.h"
#include "core/converters/video/encode/encoderserver.h"

#include <array>

namespace convoy {

namespace {

// The factors are those of libx264 and libx265 (outputformat.cpp): the quantizers of all these are the standards' own.
constexpr PictureCodec quality(const char *encoder, const char *settings, const char *factor, double atZero)
{
    return {.option = nullptr,
            .encoder = encoder,
            .pixelFormats = "nv12",
            .settings = settings,
            .factorName = factor,
            .factorAtZero = atZero,
            .factorPerStep = -2,
            .sharesChunks = false,
            .evenSize = true,
            .wholeAtEnd = false,
            .leastWidth = 1,
            .leastHeight = 1,
            .isHardware = true};
}

// NVENC: the constant quality of its variable rate, without a bound. QSV: global_quality without a rate is ICQ. VAAPI: a
// constant quantizer, which every driver has.
constexpr char nvenc[] = "preset=p5:rc=vbr:b=0";
constexpr char qsv[] = "preset=medium:async_depth=4:b=0";
constexpr char vaapi[] = "rc_mode=CQP";
constexpr double atZeroH264 = 35;
constexpr double atZeroHevc = 40;

constexpr std::array encoders{
    DeviceEncoder{"h264_nvenc", quality("h264_nvenc", nvenc, "cq", atZeroH264)},
    DeviceEncoder{"h264_qsv", quality("h264_qsv", qsv, "global_quality", atZeroH264)},
    DeviceEncoder{"h264_vaapi", quality("h264_vaapi", vaapi, "qp", atZeroH264), "vaapi"},
    DeviceEncoder{"hevc_nvenc", quality("hevc_nvenc", nvenc, "cq", atZeroHevc)},
    DeviceEncoder{"hevc_qsv", quality("hevc_qsv", qsv, "global_quality", atZeroHevc)},
    DeviceEncoder{"hevc_vaapi", quality("hevc_vaapi", vaapi, "qp", atZeroHevc), "vaapi"},
};

} // namespace

std::span<const DeviceEncoder> deviceEncoders()
{
    return encoders;
}

const Converter *converterInFamily(QStringView id)
{
    static const EncoderServer server(encoders);
    return id == QLatin1StringView("encoder") ? &server : nullptr;
}

// Drivers start threads and open devices: that is for the children, which are confined.
void warmUpFamily()
{
    collectAvLog();
}

} // namespace convoy
