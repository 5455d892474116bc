// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo toolInfo();

namespace {

struct ToolInfoText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ToolInfo)
};

OptionSchema commandSchema()
{
    const OptionSchema options{
        {.key = u"command"_s,
         .defaultValue = QStringList{},
         .label = ToolInfoText::tr("Command"),
         .tooltip = ToolInfoText::tr(
             "The program and its arguments, one an element. {input}, {output}, {stem}, {n}, {n:03}, {name}, "
             "{ext}, {parent}, {folder}, {output_folder}, {threads} and the columns of a job list are "
             "filled in, each within one argument; {{ and }} are braces. No shell is involved.")},
        {.key = u"required_package"_s,
         .defaultValue = QString(),
         .pattern = u"[a-z0-9.+-]*"_s,
         .label = ToolInfoText::tr("Debian package"),
         .tooltip = ToolInfoText::tr("The package that brings the program, for the message when it is missing or too old.")},
        {.key = u"minimum_version"_s,
         .defaultValue = QString(),
         .pattern = u"(\\d+(\\.\\d+)*)?"_s,
         .label = ToolInfoText::tr("Oldest version"),
         .tooltip = ToolInfoText::tr("Refuses to run with an older program, such as 1.4. Empty asks for no version.")},
        {.key = u"version_arguments"_s,
         .defaultValue = QStringList{u"--version"_s},
         .label = ToolInfoText::tr("Arguments that show the version"),
         .tooltip = ToolInfoText::tr("The first number with a dot that the program then prints is its version.")},
        {.key = u"success_exit_codes"_s,
         .defaultValue = u"0"_s,
         .pattern = u"\\d{1,3}(\\s*,\\s*\\d{1,3})*"_s,
         .label = ToolInfoText::tr("Exit codes of success"),
         .tooltip = ToolInfoText::tr("Numbers with commas between them; any other is a failure.")},
        {.key = u"working_folder"_s,
         .defaultValue = QString(),
         .label = ToolInfoText::tr("Working folder"),
         .tooltip = ToolInfoText::tr(
             "Where the program runs; {folder} is the input's. Empty: the folder that its output is collected from.")},
        {.key = u"environment"_s,
         .defaultValue = QStringList{},
         .label = ToolInfoText::tr("Environment"),
         .tooltip = ToolInfoText::tr("KEY=VALUE, one an element, added to the environment of the program.")},
        {.key = u"timeout_s"_s,
         .defaultValue = 0,
         .maximum = 31 * 24 * 3600,
         .unit = ToolInfoText::tr("s"),
         .atMinimum = noLimitText(),
         .label = ToolInfoText::tr("Time limit"),
         .tooltip = ToolInfoText::tr("The program is ended after so long; 0 is no limit.")},
        {.key = u"nice"_s,
         .defaultValue = 0,
         .maximum = 19,
         .label = ToolInfoText::tr("Niceness"),
         .tooltip = ToolInfoText::tr("How far the program stands back for others: 0 not at all, 19 as far as it can.")},
        {.key = u"io_priority"_s,
         .defaultValue = u"normal"_s,
         .choices = {u"normal"_s, u"low"_s, u"idle"_s},
         .label = ToolInfoText::tr("Disk priority"),
         .tooltip = ToolInfoText::tr("Low: after other programs. Idle: only when nobody else uses the disk."),
         .choiceLabels = {ToolInfoText::tr("Normal"), ToolInfoText::tr("Low"), ToolInfoText::tr("Only when idle")}},
    };
    return grouped(ToolInfoText::tr("Command"), options);
}

OptionSchema resultSchema()
{
    const OptionSchema options{
        {.key = u"stdin"_s,
         .defaultValue = u"none"_s,
         .choices = {u"none"_s, u"input"_s, u"file"_s},
         .label = ToolInfoText::tr("Standard input"),
         .tooltip = ToolInfoText::tr("What the program reads from its standard input."),
         .choiceLabels = {ToolInfoText::tr("Nothing"), ToolInfoText::tr("The input file"),
                          ToolInfoText::tr("Another file")}},
        {.key = u"stdin_file"_s,
         .defaultValue = QString(),
         .label = ToolInfoText::tr("File for the standard input"),
         .tooltip = ToolInfoText::tr(
             "An absolute path, or one that begins with {folder}; read where “Standard input” says so.")},
        {.key = u"stdout"_s,
         .defaultValue = u"log"_s,
         .choices = {u"log"_s, u"output"_s},
         .label = ToolInfoText::tr("Standard output"),
         .tooltip = ToolInfoText::tr("Kept to be looked at, or written to the output file."),
         .choiceLabels = {ToolInfoText::tr("Keep as log"), ToolInfoText::tr("Is the output file")}},
        {.key = u"output_glob"_s,
         .defaultValue = QString(),
         .pattern = u"[^/]*"_s,
         .label = ToolInfoText::tr("Output files"),
         .tooltip = ToolInfoText::tr(
             "Which of the files that the program leaves in its folder are outputs, such as page-*.png. Empty: "
             "{output}, or all of them where the command does not name it.")},
        {.key = u"progress_pattern"_s,
         .defaultValue = QString(),
         .label = ToolInfoText::tr("Progress"),
         .tooltip = ToolInfoText::tr(
             "A regular expression for the program's lines; its first group is percent or a fraction, or a "
             "count where a second group is the whole. Empty understands ffmpeg's -progress.")},
        {.key = u"progress_key"_s,
         .defaultValue = QString(),
         .pattern = u"[^=\\s]*"_s,
         .label = ToolInfoText::tr("Progress key"),
         .tooltip = ToolInfoText::tr(
             "For programs that print KEY=VALUE lines: the key whose value says how far it has come.")},
        {.key = u"progress_total"_s,
         .defaultValue = QString(),
         .label = ToolInfoText::tr("Progress total"),
         .tooltip = ToolInfoText::tr(
             "What that value counts to: a number, or the key of one. Empty: it is percent or a fraction.")},
        {.key = u"columns"_s,
         .defaultValue = QStringList{},
         .label = ToolInfoText::tr("Result columns"),
         .tooltip = ToolInfoText::tr(
             "name=regular expression, one an element, looked for in what the program prints; the first group "
             "is the value.")},
    };
    return grouped(ToolInfoText::tr("Input and output"), options);
}

} // namespace

ConverterInfo toolInfo()
{
    OptionSchema schema = commandSchema();
    for (OptionSpec &spec : resultSchema())
        schema.push_back(std::move(spec));
    return {
        .id = u"tool"_s,
        .name = ToolInfoText::tr("Command-line tool"),
        .description = ToolInfoText::tr("Runs one command for each file or row of a list."),
        .family = QLatin1StringView("tool"),
        .accepts = {},
        .extensions = {},
        .schema = std::move(schema),
    };
}

} // namespace convoy
