// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo toolInfo();

namespace {

struct ToolText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ToolInfo)
};

} // namespace

ConverterInfo toolInfo()
{
    using T = ToolText;
    return {
        .id = u"tool"_s,
        .name = T::tr("Command-line tool"),
        .description = T::tr("Runs one command per file."),
        .family = QLatin1StringView("tool"),
        .accepts = {},
        .extensions = {},
        .schema = {
            {.key = u"command"_s, .type = OptionType::StringList, .defaultValue = QStringList{}, .label = T::tr("Command"), .tooltip = T::tr("Program and arguments; {input}, {output}, {stem} and {n} are filled in. No shell is involved.")},
        },
    };
}

} // namespace convoy
