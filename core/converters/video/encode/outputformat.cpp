// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/encode/outputformat.h"

#include <algorithm>
#include <array>

namespace convoy {

const PictureCodec theoraPictures{.option = "theora",
                                  .encoder = "libtheora",
                                  .pixelFormats = "yuv420p|yuv422p|yuv444p",
                                  .settings = nullptr,
                                  .factorName = nullptr,
                                  .factorAtZero = 0,
                                  .factorPerStep = 0,
                                  .sharesChunks = true,
                                  .evenSize = false,
                                  .wholeAtEnd = false,
                                  // libav's decoder, which most players have, takes nothing narrower
                                  .leastWidth = 18,
                                  .leastHeight = 1};

const SoundCodec vorbisSound{.encoder = "libvorbis",
                             .sampleFormat = AV_SAMPLE_FMT_FLTP,
                             .deepFormat = AV_SAMPLE_FMT_FLTP,
                             .highestRate = 192'000, // libvorbis has no modes above
                             .mostChannels = 8,
                             .alwaysHighestRate = false,
                             .bitsAtZero = 0,
                             .bitsPerStep = 0,
                             .scaleAtZero = 0,
                             .scalePerStep = 1};

const SoundCodec opusSound{.encoder = "libopus",
                           .sampleFormat = AV_SAMPLE_FMT_FLT,
                           .deepFormat = AV_SAMPLE_FMT_FLT,
                           .highestRate = 48'000,
                           .mostChannels = 8,
                           .alwaysHighestRate = true,
                           .bitsAtZero = 24'000,
                           .bitsPerStep = 10'000,
                           .scaleAtZero = 0,
                           .scalePerStep = 0};

namespace {

// Quality 6 is what each encoder's own documentation calls a good default.
constexpr PictureCodec h264{"h264", "libx264", "yuv420p", "preset=medium", "crf", 35, -2, false, true,
                            false,  2,         2,         16'384,          16'384};
// Its threads are a pool's: without a number one for each core of the machine.
constexpr PictureCodec hevc{"hevc", "libx265", "yuv420p", "preset=medium:x265-params=log-level=none\\:pools={threads}",
                            "crf",  40,        -2,        false,
                            true,   false,     16,        16};
constexpr PictureCodec vp9{
    "vp9", "libvpx-vp9", "yuv420p", "deadline=good:cpu-used=3:row-mt=1:b=0", "crf", 55, -4, false, false, false, 1,
    1,     16'384,       16'384};
// SVT-AV1 crashes on smaller ones, and on larger ones.
constexpr PictureCodec av1{"av1", "libsvtav1", "yuv420p", "preset=8", "crf", 59,     -4,
                           false, true,        false,     64,         64,    16'384, 8704};
// A palette of its own for each picture: one for all would hold the whole video in memory. Browsers take any delay below
// 1/50 s for 1/10 s.
constexpr PictureCodec gif{"gif", "gif", "pal8", nullptr, nullptr, 0, 0, false, false, false, 1, 1, 65'535, 65'535, 50};
// libwebp keeps the pictures that it has encoded until the end.
constexpr PictureCodec webp{
    "webp", "libwebp_anim", "yuv420p", "compression_level=4", "quality", 33, 6.7, false, false, true, 1, 1, 16'383, 16'383};

constexpr SoundCodec aac{"aac", AV_SAMPLE_FMT_FLTP, AV_SAMPLE_FMT_FLTP, 96'000, 8, false, 32'000, 12'000, 0, 0};
constexpr SoundCodec mp3{"libmp3lame", AV_SAMPLE_FMT_FLTP, AV_SAMPLE_FMT_FLTP, 48'000, 2, true, 0, 0, 5.5, -0.5};
// RFC 9639, 9.1.2: above 65,535 Hz tens of them are counted in 16 bits.
constexpr SoundCodec flac{"flac", AV_SAMPLE_FMT_S16, AV_SAMPLE_FMT_S32, 655'350, 8, false, 0, 0, 0, 0};

// Players start before the whole file is there if its index comes first.
constexpr char indexFirst[] = "movflags=+faststart";

constexpr std::array outputFormats{
    OutputFormat{"mkv", "matroska", &theoraPictures, &vorbisSound, false, false, nullptr},
    OutputFormat{"mkv", "matroska", &h264, &aac, false, false, nullptr},
    OutputFormat{"mkv", "matroska", &hevc, &aac, false, false, nullptr},
    OutputFormat{"mkv", "matroska", &vp9, &opusSound, false, false, nullptr},
    OutputFormat{"mkv", "matroska", &av1, &opusSound, false, false, nullptr},
    OutputFormat{"ogv", "ogg", &theoraPictures, &vorbisSound, true, true, nullptr},
    OutputFormat{"mp4", "mp4", &h264, &aac, false, false, indexFirst},
    OutputFormat{"mp4", "mp4", &hevc, &aac, false, false, indexFirst},
    OutputFormat{"webm", "webm", &vp9, &opusSound, false, false, nullptr},
    OutputFormat{"webm", "webm", &av1, &opusSound, false, false, nullptr},
    OutputFormat{"gif", "gif", &gif, nullptr, false, false, nullptr},
    OutputFormat{"webp", "webp", &webp, nullptr, false, true, "loop=0"},
    OutputFormat{"opus", "opus", nullptr, &opusSound, false, false, nullptr},
    OutputFormat{"mp3", "mp3", nullptr, &mp3, false, false, nullptr},
    OutputFormat{"flac", "flac", nullptr, &flac, false, false, nullptr},
    OutputFormat{"m4a", "ipod", nullptr, &aac, false, false, indexFirst},
};

} // namespace

const OutputFormat *findOutputFormat(QStringView extension, QStringView codec)
{
    const auto row = std::ranges::find_if(outputFormats, [extension, codec](const OutputFormat &format) {
        return extension == QLatin1StringView(format.extension)
            && (codec == QLatin1StringView("auto")
                || (format.picture && codec == QLatin1StringView(format.picture->option)));
    });
    return row != outputFormats.end() ? &*row : nullptr;
}

} // namespace convoy
