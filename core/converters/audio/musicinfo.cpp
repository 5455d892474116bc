// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/audioschema.h"
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo musicInfo();

namespace {

struct MusicInfoText {
    Q_DECLARE_TR_FUNCTIONS(convoy::MusicInfo)
};

} // namespace

ConverterInfo musicInfo()
{
    OptionSchema schema{
        {.key = u"bitrate"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .minimum = 0,
         .maximum = 640,
         .unit = MusicInfoText::tr("kbit/s"),
         .atMinimum = automaticText(),
         .label = MusicInfoText::tr("Bit rate"),
         .tooltip = MusicInfoText::tr(
             "0 is what is seldom told from the original: Opus 128, AAC 192, Vorbis and MP3 about 190 with "
             "varying rate. ALAC and WavPack lose nothing and take no bit rate."),
         .group = MusicInfoText::tr("Encoding")},
        {.key = u"m4a_codec"_s,
         .type = OptionType::Choice,
         .defaultValue = u"aac"_s,
         .choices = {u"aac"_s, u"alac"_s},
         .label = MusicInfoText::tr("Codec in M4A"),
         .tooltip = MusicInfoText::tr("AAC is small, ALAC keeps every sample."),
         .group = MusicInfoText::tr("Encoding"),
         .choiceLabels = {MusicInfoText::tr("AAC"), MusicInfoText::tr("ALAC (lossless)")}},
    };
    for (OptionSpec &spec : musicSchema())
        schema.push_back(std::move(spec));
    return {
        .id = u"music"_s,
        .name = MusicInfoText::tr("Music for players"),
        .description = MusicInfoText::tr(
            "Opus, MP3, Vorbis, AAC, ALAC and WavPack with tags and cover from WAV, AIFF or FLAC."),
        .family = QLatin1StringView("music"),
        .accepts = {MediaKind::Audio},
        .extensions = {u"opus"_s, u"mp3"_s, u"ogg"_s, u"m4a"_s, u"wv"_s},
        .schema = std::move(schema),
        .attachment = u"picture"_s,
        .setOf = albumOf,
    };
}

} // namespace convoy
