// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fileio.h"
#include "core/converters/converter.h"
#include "core/converters/tool/outputcapture.h"
#include "core/converters/tool/stagedfiles.h"
#include "core/converters/tool/toolplan.h"
#include "core/converters/tool/toolprogress.h"
#include "core/converters/tool/tooltext.h"

#include <QVersionNumber>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double bytesPerCpuSecond = 20e6; // a guess that orders files by size
constexpr qsizetype liveBytes = 8 * 1024;  // of what is said, for somebody who reads along

QVariantMap readColumns(const QList<ToolPlan::Column> &columns, const QByteArray &said)
{
    const QString text = QString::fromUtf8(said);
    QVariantMap values;
    for (const ToolPlan::Column &column : columns) {
        const QRegularExpressionMatch match = column.pattern.match(text);
        if (!match.hasMatch())
            continue;
        const QString value = match.captured(column.pattern.captureCount() > 0 ? 1 : 0);
        bool isInteger = false;
        bool isReal = false;
        const qlonglong integer = value.toLongLong(&isInteger);
        const double real = value.toDouble(&isReal);
        values.insert(column.name, isInteger ? QVariant(integer) : isReal ? QVariant(real) : QVariant(value));
    }
    return values;
}

/// One run of a tool and what came of it.
class ToolRun
{
public:
    ToolRun(const ConvertRequest &request, const ConvertContext &context, ToolPlan plan)
        : m_request(request),
          m_context(context),
          m_plan(std::move(plan)),
          m_progress(m_plan.progress, context.progress)
    {
    }

    Result<ConvertReport> run()
    {
        if (m_plan.stdoutIsOutput) {
            const Result<int> fd = m_context.openOutput(0);
            if (!fd)
                return fd.error();
            m_outputFd = *fd;
        }
        if (m_plan.call.stdinFd >= 0)
            ::lseek(m_plan.call.stdinFd, 0, SEEK_SET);
        m_plan.call.onStdout = [this](QByteArrayView bytes) { return takeStdout(bytes); };
        if (m_context.said)
            m_plan.call.onNews = [this] { m_context.said(m_live); };
        m_plan.call.onStderr = [this](QByteArrayView bytes) {
            m_stderr.append(bytes);
            takeLive(bytes);
            m_progress.feed(bytes);
            return Result<void>();
        };
        if (m_plan.versionCall) {
            if (const Result<void> recent = checkVersion(*m_plan.versionCall); !recent)
                return explained(recent.error());
        }
        const Result<ToolExit> exit = runTool(m_plan.call, m_context.stop);
        if (!exit)
            return explained(exit.error());
        if (exit->signal != 0)
            return failure(ToolText::tr("The tool was ended by signal %1 (%2).")
                               .arg(exit->signal)
                               .arg(QString::fromLatin1(::strsignal(exit->signal))));
        if (!m_plan.successCodes.contains(exit->code))
            return failure(ToolText::tr("The tool ended with exit code %1.").arg(exit->code));
        return report(*exit);
    }

private:
    Result<void> checkVersion(ToolCall call) const
    {
        OutputCapture answer;
        call.onStdout = call.onStderr = [&answer](QByteArrayView bytes) {
            answer.append(bytes);
            return Result<void>();
        };
        if (const Result<ToolExit> asked = runTool(call, m_context.stop); !asked)
            return asked.error();
        static const QRegularExpression number(u"\\d+(?:\\.\\d+)+"_s);
        const QString said = QString::fromUtf8(answer.text());
        const QString found = number.match(said).captured();
        if (!found.isEmpty()
            && QVersionNumber::fromString(found).normalized()
                >= QVersionNumber::fromString(m_plan.minimumVersion).normalized())
            return {};
        return Error{ErrorKind::MissingTool,
                     ToolText::tr("The program “%1” is version %2; at least %3 is needed.")
                         .arg(QString::fromUtf8(call.arguments.constFirst()),
                              found.isEmpty() ? ToolText::tr("unknown") : found, m_plan.minimumVersion),
                     said};
    }

    Result<void> takeStdout(QByteArrayView bytes)
    {
        if (m_plan.progress.pattern.isEmpty() || !m_plan.stdoutIsOutput)
            m_progress.feed(bytes);
        m_stdout.append(bytes);
        if (!m_plan.stdoutIsOutput)
            takeLive(bytes);
        if (m_outputFd >= 0 && !writeAll(m_outputFd, bytes))
            return systemError(errno, ErrorKind::OutputUnwritable, ToolText::tr("The output cannot be written."));
        return {};
    }

    /// Both streams as they come.
    void takeLive(QByteArrayView bytes)
    {
        m_live.append(bytes.last(std::min(bytes.size(), liveBytes)));
        if (m_live.size() > liveBytes)
            m_live = m_live.last(liveBytes);
    }

    QByteArray said() const
    {
        const QByteArray out = m_plan.stdoutIsOutput ? QByteArray() : m_stdout.text();
        const QByteArray err = m_stderr.text();
        return out.isEmpty() || err.isEmpty() || out.endsWith('\n') ? out + err : out + '\n' + err;
    }

    Error failure(const QString &message) const { return {ErrorKind::ToolFailed, message, QString::fromUtf8(said())}; }

    Error explained(Error error) const
    {
        if (error.kind == ErrorKind::MissingTool && !m_plan.requiredPackage.isEmpty())
            error.message += u' ' + ToolText::tr("The Debian package %1 brings it.").arg(m_plan.requiredPackage);
        if (error.detail.isEmpty())
            error.detail = QString::fromUtf8(said());
        return error;
    }

    Result<ConvertReport> report(const ToolExit &exit) const
    {
        ConvertReport report;
        if (m_plan.stdoutIsOutput) {
            report.outputs.push_back({{u"size"_s, m_stdout.size()}});
        } else if (m_plan.leavesFiles()) {
            Result<std::vector<QVariantMap>> outputs = collectOutputs(m_request.outputFolder, m_plan);
            if (!outputs)
                return explained(outputs.error());
            report.outputs = std::move(*outputs);
        }
        report.toolOutput = said();
        report.columns = readColumns(m_plan.columns, m_stdout.text() + '\n' + m_stderr.text());
        if (exit.stragglers > 0)
            report.warnings.append(ToolText::tr("The tool left processes running; they were ended."));
        if (m_context.progress)
            m_context.progress(1);
        return report;
    }

    const ConvertRequest &m_request;
    const ConvertContext &m_context;
    ToolPlan m_plan;
    ToolProgress m_progress;
    OutputCapture m_stdout;
    OutputCapture m_stderr;
    QByteArray m_live;
    int m_outputFd = -1;
};

class ToolConverter : public Converter
{
public:
    Result<MediaInfo> probe(const ConvertInput &input) const override
    {
        const QByteArray head = readHead(input.fd, sniffLength);
        if (head.isNull())
            return unreadableFile(errno);
        const Format &format = sniffFormat(head, input.path);
        MediaInfo info;
        info.formatId = QString(format.id);
        info.kind = format.kind;
        info.summary = QString(format.name);
        info.cpuSeconds = double(input.size) / bytesPerCpuSecond;
        return info;
    }

    Result<PreviewPicture> preview(const PreviewRequest &, const ConvertContext &) const override
    {
        return Error{ErrorKind::UnsupportedFormat, ToolText::tr("What a tool makes of a file can only be seen afterwards.")};
    }

    Result<ConvertReport> convert(const ConvertRequest &request, const ConvertContext &context) const override
    {
        Result<ToolPlan> plan = planTool(request, context.threadCount());
        if (!plan)
            return plan.error();
        return ToolRun(request, context, std::move(*plan)).run();
    }

    Result<void> verify(int fd, const QVariantMap &facts, const ConvertContext &) const override
    {
        struct stat status = {};
        const qint64 expected = facts.value(u"size"_s).toLongLong();
        if (::fstat(fd, &status) != 0 || status.st_size != expected)
            return Error{ErrorKind::VerificationFailed, ToolText::tr("The written file is not as long as the tool left it."),
                         u"%1 bytes, expected %2"_s.arg(status.st_size).arg(expected)};
        return {};
    }
};

} // namespace

const Converter *converterInFamily(QStringView id)
{
    static const ToolConverter converter;
    return id == u"tool" ? &converter : nullptr;
}

void warmUpFamily() {}

} // namespace convoy
