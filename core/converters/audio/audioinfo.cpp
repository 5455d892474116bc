// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/audioschema.h"
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo audioInfo();

namespace {

struct AudioInfoText {
    Q_DECLARE_TR_FUNCTIONS(convoy::AudioInfo)
};

OptionSchema encodingSchema()
{
    return {
        {.key = u"level"_s,
         .type = OptionType::Integer,
         .defaultValue = 8,
         .minimum = 0,
         .maximum = 8,
         .label = AudioInfoText::tr("Compression"),
         .tooltip = AudioInfoText::tr("8 makes the smallest files, 0 is fastest; the sound is the same."),
         .group = AudioInfoText::tr("Encoding")},
        {.key = u"exhaustive"_s,
         .type = OptionType::Boolean,
         .defaultValue = false,
         .label = AudioInfoText::tr("Try every predictor"),
         .tooltip = AudioInfoText::tr("Several times slower for files that are smaller by a thousandth or two."),
         .group = AudioInfoText::tr("Encoding")},
        {.key = u"padding"_s,
         .type = OptionType::Integer,
         .defaultValue = -1,
         .minimum = -1,
         .maximum = 1 << 20,
         .unit = AudioInfoText::tr("bytes"),
         .atMinimum = automaticText(),
         .label = AudioInfoText::tr("Room for tags"),
         .tooltip = AudioInfoText::tr(
             "Kept free so that tags can grow later without writing the file anew; tags count as part of it. "
             "−1 chooses 8 KiB, or 64 KiB from 20 minutes on."),
         .group = AudioInfoText::tr("Encoding")},
        {.key = u"keep_foreign"_s,
         .type = OptionType::Boolean,
         .defaultValue = false,
         .label = AudioInfoText::tr("Keep everything else in a WAV"),
         .tooltip = AudioInfoText::tr(
             "Chunks that are no sound are kept inside the FLAC, so that “flac -d --keep-foreign-metadata” gives "
             "the same WAV file back, byte for byte."),
         .group = AudioInfoText::tr("Encoding")},
        {.key = u"float"_s,
         .type = OptionType::Choice,
         .defaultValue = u"refuse"_s,
         .choices = {u"refuse"_s, u"dither"_s},
         .label = AudioInfoText::tr("Floating-point samples"),
         .tooltip = AudioInfoText::tr(
             "FLAC holds whole numbers only. Refuse such files, or round them to 24 bit with dither."),
         .group = AudioInfoText::tr("Encoding"),
         .choiceLabels = {AudioInfoText::tr("Refuse"), AudioInfoText::tr("Dither to 24 bit")}},
    };
}

} // namespace

ConverterInfo audioInfo()
{
    OptionSchema schema = encodingSchema();
    for (OptionSpec &spec : musicSchema())
        schema.push_back(std::move(spec));
    return {
        .id = u"audio"_s,
        .name = AudioInfoText::tr("Music to FLAC"),
        .description = AudioInfoText::tr("Lossless FLAC with tags from WAV, AIFF or FLAC, and back to WAV."),
        .family = QLatin1StringView("audio"),
        .accepts = {MediaKind::Audio},
        .extensions = {u"flac"_s, u"wav"_s},
        .schema = std::move(schema),
        .attachment = u"picture"_s,
        .setOf = albumOf,
    };
}

} // namespace convoy
