// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo audioInfo();

namespace {

struct AudioText {
    Q_DECLARE_TR_FUNCTIONS(convoy::AudioInfo)
};

} // namespace

ConverterInfo audioInfo()
{
    using T = AudioText;
    return {
        .id = u"audio"_s,
        .name = T::tr("Music to FLAC"),
        .description = T::tr("Lossless FLAC with tags."),
        .family = QLatin1StringView("audio"),
        .accepts = {MediaKind::Audio},
        .extensions = {u"flac"_s},
        .schema = {
            {.key = u"level"_s, .type = OptionType::Integer, .defaultValue = 8, .maximum = 8, .label = T::tr("Compression"), .tooltip = T::tr("8 is smallest, 0 is fastest; the sound is the same.")},
        },
    };
}

} // namespace convoy
