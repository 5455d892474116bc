// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo videoInfo();

namespace {

struct VideoText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoInfo)
};

} // namespace

ConverterInfo videoInfo()
{
    using T = VideoText;
    return {
        .id = u"video"_s,
        .name = T::tr("Video"),
        .description = T::tr("Any video as Theora and Vorbis."),
        .family = QLatin1StringView("av"),
        .accepts = {MediaKind::Video},
        .extensions = {u"mkv"_s, u"ogv"_s},
        .schema = {
            {.key = u"quality"_s, .type = OptionType::Real, .defaultValue = 6.0, .maximum = 10, .label = T::tr("Video quality"), .tooltip = T::tr("Theora quality: higher is better and larger.")},
            {.key = u"audio_quality"_s, .type = OptionType::Real, .defaultValue = 3.0, .minimum = -1, .maximum = 10, .label = T::tr("Sound quality"), .tooltip = T::tr("Vorbis quality: higher is better and larger.")},
            {.key = u"offset"_s, .type = OptionType::Real, .defaultValue = 0.0, .maximum = 864000, .unit = u"s"_s, .label = T::tr("Start at"), .tooltip = T::tr("Seconds of the source to leave out at the start.")},
        },
    };
}

} // namespace convoy
