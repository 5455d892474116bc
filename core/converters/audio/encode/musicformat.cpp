// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/musicformat.h"

namespace convoy {

using namespace Qt::Literals::StringLiterals;

std::optional<MusicFormat> musicFormat(const QString &extension, const QString &m4aCodec)
{
    if (extension == "opus"_L1)
        return MusicFormat{"opus", "libopus", false, true};
    if (extension == "mp3"_L1)
        return MusicFormat{"mp3", "libmp3lame"};
    if (extension == "ogg"_L1)
        return MusicFormat{"ogg", "libvorbis"};
    if (extension == "wv"_L1)
        return MusicFormat{"wv", "wavpack", true};
    if (extension == "m4a"_L1)
        return m4aCodec == "alac"_L1 ? MusicFormat{"ipod", "alac", true} : MusicFormat{"ipod", "aac"};
    return std::nullopt;
}

AVSampleFormat sampleFormatOf(const AVCodec *codec, int bits)
{
    const auto has = [codec](AVSampleFormat format) {
        for (const AVSampleFormat *at = codec->sample_fmts; at && *at != AV_SAMPLE_FMT_NONE; ++at) {
            if (*at == format)
                return true;
        }
        return false;
    };
    if (bits <= 16 && has(AV_SAMPLE_FMT_S16P) && !has(AV_SAMPLE_FMT_FLTP))
        return AV_SAMPLE_FMT_S16P;
    if (bits <= 16 && has(AV_SAMPLE_FMT_S16P) && has(AV_SAMPLE_FMT_S32P))
        return AV_SAMPLE_FMT_S16P;
    for (const AVSampleFormat format : {AV_SAMPLE_FMT_S32P, AV_SAMPLE_FMT_FLTP, AV_SAMPLE_FMT_FLT}) {
        if (has(format))
            return format;
    }
    return codec->sample_fmts ? codec->sample_fmts[0] : AV_SAMPLE_FMT_FLTP;
}

int nearestRate(const AVCodec *codec, int wanted)
{
    int best = 0;
    for (const int *rate = codec->supported_samplerates; rate && *rate != 0; ++rate) {
        const bool isBetter = best == 0 || (*rate >= wanted ? best < wanted || *rate < best : best < *rate);
        best = isBetter ? *rate : best;
    }
    return best == 0 ? wanted : best;
}

} // namespace convoy
