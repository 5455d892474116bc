// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/toolcheck.h"

#include "core/converters/tool/commandtemplate.h"
#include "core/converters/tool/tooltext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <unistd.h>

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

/// In its folder, as against what it says.
bool leavesFiles(const OptionValues &options)
{
    return !options.text(u"output_glob").isEmpty() || usesPlaceholder(options.list(u"command"), u"output")
        || usesPlaceholder(options.list(u"command"), u"output_folder");
}

} // namespace

Result<void> checkToolOptions(const OptionValues &options)
{
    static const QRegularExpression entry(u"^[A-Za-z_][A-Za-z0-9_]*="_s);
    for (const QString &text : options.list(u"environment")) {
        if (!entry.match(text).hasMatch())
            return invalidOption(u"environment"_s, ToolText::tr("“%1” is not KEY=VALUE").arg(text));
    }
    for (const QString &text : options.list(u"columns")) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1 || !QRegularExpression(text.mid(equals + 1)).isValid())
            return invalidOption(u"columns"_s, ToolText::tr("“%1” is not name=regular expression").arg(text));
    }
    const QString pattern = options.text(u"progress_pattern");
    if (!QRegularExpression(pattern).isValid())
        return invalidOption(u"progress_pattern"_s, ToolText::tr("“%1” is no regular expression").arg(pattern));
    if (!pattern.isEmpty() && !options.text(u"progress_key").isEmpty())
        return invalidOption(u"progress_key"_s, ToolText::tr("progress is read by a key or by an expression, not by both"));
    if (options.text(u"stdout") == "output"_L1 && leavesFiles(options))
        return invalidOption(
            u"stdout"_s,
            ToolText::tr("the output comes either from standard output or from {output} and output_glob, not from both"));
    return {};
}

Result<void> checkToolTemplates(const OptionValues &options, const QStringList &columns, bool hasInput)
{
    if (const Result<void> ok = checkToolOptions(options); !ok)
        return ok;
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

QByteArray findProgram(const QByteArray &program, const QByteArrayList &environment)
{
    if (program.contains('/'))
        return ::access(program.constData(), F_OK) == 0 ? program : QByteArray();
    QByteArray path = qgetenv("PATH");
    for (const QByteArray &variable : environment) {
        if (variable.startsWith("PATH="))
            path = variable.mid(5);
    }
    if (path.isEmpty())
        path = "/usr/local/bin:/usr/bin:/bin";
    for (const QByteArray &folder : path.split(':')) {
        const QByteArray candidate = folder + '/' + program;
        if (folder.startsWith('/') && ::access(candidate.constData(), X_OK) == 0)
            return candidate;
    }
    return {};
}

bool toolMakesFiles(const OptionValues &options)
{
    return options.text(u"stdout") == "output"_L1 || leavesFiles(options);
}

bool isReservedPlaceholder(QStringView name)
{
    return std::ranges::any_of(ofEveryJob, [name](QLatin1StringView reserved) { return name == reserved; });
}

} // namespace convoy
