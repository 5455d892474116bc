// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo dicomInfo();

namespace {

struct DicomText {
    Q_DECLARE_TR_FUNCTIONS(convoy::DicomInfo)
};

} // namespace

ConverterInfo dicomInfo()
{
    using T = DicomText;
    return {
        .id = u"dicom"_s,
        .name = T::tr("DICOM to PNG"),
        .description = T::tr("Medical pictures as PNG, with the window, crop and resolution that you choose."),
        .family = QLatin1StringView("dicom"),
        .accepts = {MediaKind::Dicom},
        .extensions = {u"png"_s},
        .schema = {
            {.key = u"crop_left"_s, .type = OptionType::Integer, .defaultValue = 0, .maximum = 65535, .unit = u"px"_s, .label = T::tr("Crop left"), .tooltip = T::tr("Columns cut away on the left.")},
            {.key = u"crop_top"_s, .type = OptionType::Integer, .defaultValue = 0, .maximum = 65535, .unit = u"px"_s, .label = T::tr("Crop top"), .tooltip = T::tr("Rows cut away at the top.")},
            {.key = u"crop_width"_s, .type = OptionType::Integer, .defaultValue = 0, .maximum = 65535, .unit = u"px"_s, .label = T::tr("Crop width"), .tooltip = T::tr("Width of the part that is kept; 0 keeps everything to the right edge.")},
            {.key = u"crop_height"_s, .type = OptionType::Integer, .defaultValue = 0, .maximum = 65535, .unit = u"px"_s, .label = T::tr("Crop height"), .tooltip = T::tr("Height of the part that is kept; 0 keeps everything to the bottom edge.")},
            {.key = u"ppi"_s, .type = OptionType::Real, .defaultValue = 0.0, .maximum = 10000, .unit = u"ppi"_s, .label = T::tr("Resolution"), .tooltip = T::tr("Pixels per inch noted in the file; 0 notes none.")},
        },
    };
}

} // namespace convoy
