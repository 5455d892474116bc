// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/toolcheck.h"

#include "core/converters/tool/commandtemplate.h"

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array ofEveryJob{
    QLatin1StringView("output"), QLatin1StringView("output_folder"), QLatin1StringView("stem"),
    QLatin1StringView("n"),      QLatin1StringView("threads"),
};
constexpr std::array ofTheInput{
    QLatin1StringView("input"),  QLatin1StringView("name"),   QLatin1StringView("ext"),
    QLatin1StringView("parent"), QLatin1StringView("folder"),
};

} // namespace

Result<void> checkToolTemplates(const OptionValues &options, const QStringList &columns, bool hasInput)
{
    const QByteArray number("1"); // may be padded
    Placeholders placeholders;
    for (const QLatin1StringView name : ofEveryJob)
        placeholders.insert(name, number);
    for (const QLatin1StringView name : ofTheInput) {
        if (hasInput)
            placeholders.insert(name, number);
    }
    for (const QString &column : columns)
        placeholders.insert(column, number);
    if (const Result<QByteArrayList> command = expandCommand(options.list(u"command"), placeholders, u"command"_s); !command)
        return command.error();
    for (const QString &text : options.list(u"environment")) {
        if (const Result<QByteArray> entry = expandTemplate(text, placeholders, u"environment"_s); !entry)
            return entry.error();
    }
    for (const QString &key : {u"working_folder"_s, u"stdin_file"_s, u"progress_total"_s}) {
        if (const Result<QByteArray> text = expandTemplate(options.text(key), placeholders, key); !text)
            return text.error();
    }
    return {};
}

bool toolMakesFiles(const OptionValues &options)
{
    return options.text(u"stdout") == "output"_L1 || !options.text(u"output_glob").isEmpty()
        || usesPlaceholder(options.list(u"command"), u"output")
        || usesPlaceholder(options.list(u"command"), u"output_folder");
}

bool isReservedPlaceholder(QStringView name)
{
    return std::ranges::any_of(ofEveryJob, [name](QLatin1StringView reserved) { return name == reserved; });
}

} // namespace convoy
