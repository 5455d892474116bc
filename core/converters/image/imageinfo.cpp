// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo imageInfo();

namespace {

struct ImageText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageInfo)
};

} // namespace

ConverterInfo imageInfo()
{
    using T = ImageText;
    return {
        .id = u"image"_s,
        .name = T::tr("Photos"),
        .description = T::tr("Photos and other pictures: upright, resized, cropped, gamma corrected."),
        .family = QLatin1StringView("image"),
        .accepts = {MediaKind::Image},
        .extensions = {u"jpg"_s, u"jpeg"_s, u"png"_s, u"webp"_s, u"tif"_s, u"tiff"_s},
        .schema = {
            {.key = u"quality"_s, .type = OptionType::Integer, .defaultValue = 90, .minimum = 1, .maximum = 100, .label = T::tr("Quality"), .tooltip = T::tr("Higher is better and larger.")},
            {.key = u"gamma"_s, .type = OptionType::Real, .defaultValue = 1.0, .minimum = 0.1, .maximum = 10, .label = T::tr("Gamma"), .tooltip = T::tr("Above 1 brightens the middle tones, below 1 darkens them.")},
        },
    };
}

} // namespace convoy
