// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/toolplan.h"

#include "core/base/path.h"
#include "core/converters/rowtags.h"
#include "core/converters/tool/commandtemplate.h"
#include "core/converters/tool/toolcheck.h"
#include "core/converters/tool/tooltext.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray outputName(const ConvertRequest &request)
{
    return request.extension.isEmpty() ? request.stem : request.stem + '.' + request.extension.toUtf8();
}

Placeholders placeholdersFor(const ConvertRequest &request, int threads)
{
    Placeholders placeholders{
        {u"output"_s, request.outputFolder + '/' + outputName(request)},
        {u"output_folder"_s, request.outputFolder},
        {u"stem"_s, request.stem},
        {u"n"_s, QByteArray::number(request.number)},
        {u"threads"_s, QByteArray::number(threads)},
    };
    if (!request.input.path.isEmpty()) {
        const Path input = absolutePath(toPath(request.input.path));
        const QByteArray extension = toBytes(input.extension());
        placeholders.insert(u"input"_s, toBytes(input));
        placeholders.insert(u"name"_s, toBytes(input.filename()));
        placeholders.insert(u"ext"_s, extension.startsWith('.') ? extension.mid(1) : extension);
        placeholders.insert(u"parent"_s, toBytes(input.parent_path().filename()));
        placeholders.insert(u"folder"_s, toBytes(input.parent_path()));
    }
    for (const QString &column : rowColumns(request.probed)) {
        if (!isReservedPlaceholder(column))
            placeholders.insert(column, rowValue(request.probed, column).toUtf8());
    }
    return placeholders;
}

Result<QByteArrayList> readEnvironment(const QStringList &list, const Placeholders &placeholders)
{
    QByteArrayList environment;
    for (const QString &text : list) {
        const Result<QByteArray> expanded = expandTemplate(text, placeholders, u"environment"_s);
        if (!expanded)
            return expanded.error();
        environment.append(*expanded);
    }
    return environment;
}

QList<ToolPlan::Column> readColumns(const QStringList &list)
{
    QList<ToolPlan::Column> columns;
    for (const QString &text : list) {
        const qsizetype equals = text.indexOf(u'=');
        columns.append({text.left(equals), QRegularExpression(text.mid(equals + 1), QRegularExpression::MultilineOption)});
    }
    return columns;
}

Result<void> readCall(const ConvertRequest &request, const Placeholders &placeholders, ToolCall &call)
{
    const OptionValues &options = request.options;
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
    call.nice = int(options.integer(u"nice"));
    const QString disk = options.text(u"io_priority");
    call.ioPriority = disk == "idle"_L1 ? IoPriority::Idle : disk == "low"_L1 ? IoPriority::Low : IoPriority::Normal;
    return {};
}

Result<void> openStdin(const OptionValues &options, const Placeholders &placeholders, ToolPlan &plan)
{
    if (options.text(u"stdin") != "file"_L1)
        return {};
    const Result<QByteArray> path = expandTemplate(options.text(u"stdin_file"), placeholders, u"stdin_file"_s);
    if (!path)
        return path.error();
    if (!path->startsWith('/'))
        return invalidOption(u"stdin_file"_s, ToolText::tr("an absolute path is needed"));
    plan.stdinFile.reset(::open(path->constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status = {};
    if (!plan.stdinFile.isValid() || ::fstat(plan.stdinFile.fd(), &status) != 0 || !S_ISREG(status.st_mode))
        return Error{
            ErrorKind::UnreadableInput,
            ToolText::tr("“%1”, which the tool is to read, is no file that can be read.").arg(displayName(toPath(*path)))};
    ::fcntl(plan.stdinFile.fd(), F_SETFL, 0);
    plan.call.stdinFd = plan.stdinFile.fd();
    return {};
}

void readVersion(const OptionValues &options, ToolPlan &plan)
{
    plan.minimumVersion = options.text(u"minimum_version");
    if (plan.minimumVersion.isEmpty())
        return;
    plan.versionCall = ToolCall{.arguments = {plan.call.arguments.constFirst()},
                                .environment = plan.call.environment,
                                .workingFolder = plan.call.workingFolder,
                                .timeout = std::chrono::seconds(20)};
    for (const QString &argument : options.list(u"version_arguments"))
        plan.versionCall->arguments.append(argument.toUtf8());
}

Result<ToolProgress::Rule> readProgress(const ConvertRequest &request, const Placeholders &placeholders)
{
    const OptionValues &options = request.options;
    ToolProgress::Rule rule{.pattern = options.text(u"progress_pattern"),
                            .key = options.text(u"progress_key"),
                            .total = {},
                            .durationMs = request.probed.durationMs};
    const Result<QByteArray> total = expandTemplate(options.text(u"progress_total"), placeholders, u"progress_total"_s);
    if (!total)
        return total.error();
    rule.total = QString::fromUtf8(*total);
    return rule;
}

} // namespace

Result<ToolPlan> planTool(const ConvertRequest &request, int threads)
{
    const OptionValues &options = request.options;
    if (const Result<void> ok = checkToolOptions(options); !ok)
        return ok.error();
    const Placeholders placeholders = placeholdersFor(request, threads);
    ToolPlan plan;
    if (const Result<void> read = readCall(request, placeholders, plan.call); !read)
        return read.error();
    plan.columns = readColumns(options.list(u"columns"));
    for (const QString &code : options.text(u"success_exit_codes").split(u','))
        plan.successCodes.insert(code.trimmed().toInt());
    plan.requiredPackage = options.text(u"required_package");
    plan.stdoutIsOutput = options.text(u"stdout") == "output"_L1;
    if (usesPlaceholder(options.list(u"command"), u"output"))
        plan.declaredOutput = outputName(request);
    plan.outputGlob = options.text(u"output_glob");
    plan.usesOutputFolder = usesPlaceholder(options.list(u"command"), u"output_folder");
    Result<ToolProgress::Rule> progress = readProgress(request, placeholders);
    if (!progress)
        return progress.error();
    plan.progress = std::move(*progress);
    if (const Result<void> opened = openStdin(options, placeholders, plan); !opened)
        return opened.error();
    readVersion(options, plan);
    if (plan.leavesFiles() && request.outputFolder.isEmpty())
        return Error{ErrorKind::Internal, ToolText::tr("There is no folder for the output of the tool.")};
    return plan;
}

} // namespace convoy
