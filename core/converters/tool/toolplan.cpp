// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/toolplan.h"

#include "core/base/path.h"
#include "core/converters/tool/commandtemplate.h"
#include "core/converters/tool/tooltext.h"

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

Error invalid(const QString &key, const QString &reason)
{
    return {ErrorKind::InvalidOption, u"%1: %2"_s.arg(key, reason), {}};
}

QByteArray outputName(const ConvertRequest &request)
{
    return request.extension.isEmpty() ? request.stem : request.stem + '.' + request.extension.toUtf8();
}

Placeholders placeholdersFor(const ConvertRequest &request, int threads)
{
    const Path input = absolutePath(toPath(request.input.path));
    const QByteArray extension = toBytes(input.extension());
    return {
        {u"input"_s, toBytes(input)},
        {u"output"_s, request.outputFolder + '/' + outputName(request)},
        {u"output_folder"_s, request.outputFolder},
        {u"stem"_s, request.stem},
        {u"n"_s, QByteArray::number(request.number)},
        {u"name"_s, toBytes(input.filename())},
        {u"ext"_s, extension.startsWith('.') ? extension.mid(1) : extension},
        {u"parent"_s, toBytes(input.parent_path().filename())},
        {u"folder"_s, toBytes(input.parent_path())},
        {u"threads"_s, QByteArray::number(threads)},
    };
}

Result<QByteArrayList> readEnvironment(const QStringList &list, const Placeholders &placeholders)
{
    static const QRegularExpression entry(u"^[A-Za-z_][A-Za-z0-9_]*="_s);
    QByteArrayList environment;
    for (const QString &text : list) {
        if (!entry.match(text).hasMatch())
            return invalid(u"environment"_s, ToolText::tr("“%1” is not KEY=VALUE").arg(text));
        const Result<QByteArray> expanded = expandTemplate(text, placeholders, u"environment"_s);
        if (!expanded)
            return expanded.error();
        environment.append(*expanded);
    }
    return environment;
}

Result<QList<ToolPlan::Column>> readColumns(const QStringList &list)
{
    QList<ToolPlan::Column> columns;
    for (const QString &text : list) {
        const qsizetype equals = text.indexOf(u'=');
        const QRegularExpression pattern(text.mid(equals + 1), QRegularExpression::MultilineOption);
        if (equals < 1 || !pattern.isValid())
            return invalid(u"columns"_s, ToolText::tr("“%1” is not name=regular expression").arg(text));
        columns.append({text.left(equals), pattern});
    }
    return columns;
}

Result<void> readCall(const ConvertRequest &request, int threads, ToolCall &call)
{
    const OptionValues &options = request.options;
    const Placeholders placeholders = placeholdersFor(request, threads);
    Result<QByteArrayList> arguments = expandCommand(options.list(u"command"), placeholders, u"command"_s);
    if (!arguments)
        return arguments.error();
    Result<QByteArrayList> environment = readEnvironment(options.list(u"environment"), placeholders);
    if (!environment)
        return environment.error();
    const Result<QByteArray> folder = expandTemplate(options.text(u"working_folder"), placeholders, u"working_folder"_s);
    if (!folder)
        return folder.error();
    call.arguments = std::move(*arguments);
    call.environment = std::move(*environment);
    call.workingFolder = folder->isEmpty() ? request.outputFolder : *folder;
    call.timeout = std::chrono::seconds(options.integer(u"timeout_s"));
    call.stdinFd = options.text(u"stdin") == "input"_L1 ? request.input.fd : -1;
    return {};
}

} // namespace

Result<ToolPlan> planTool(const ConvertRequest &request, int threads)
{
    const OptionValues &options = request.options;
    ToolPlan plan;
    if (const Result<void> read = readCall(request, threads, plan.call); !read)
        return read.error();
    Result<QList<ToolPlan::Column>> columns = readColumns(options.list(u"columns"));
    if (!columns)
        return columns.error();
    plan.columns = std::move(*columns);
    for (const QString &code : options.text(u"success_exit_codes").split(u','))
        plan.successCodes.insert(code.trimmed().toInt());
    plan.requiredPackage = options.text(u"required_package");
    plan.stdoutIsOutput = options.text(u"stdout") == "output"_L1;
    if (usesPlaceholder(options.list(u"command"), u"output"))
        plan.declaredOutput = outputName(request);
    plan.outputGlob = options.text(u"output_glob");
    plan.progressPattern = options.text(u"progress_pattern");
    if (!QRegularExpression(plan.progressPattern).isValid())
        return invalid(u"progress_pattern"_s, ToolText::tr("“%1” is no regular expression").arg(plan.progressPattern));
    if (plan.stdoutIsOutput && plan.leavesFiles())
        return invalid(
            u"stdout"_s,
            ToolText::tr("the output comes either from standard output or from {output} and output_glob, not from both"));
    if (plan.leavesFiles() && request.outputFolder.isEmpty())
        return Error{ErrorKind::Internal, ToolText::tr("There is no folder for the output of the tool."), {}};
    return plan;
}

} // namespace convoy
