// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/base/fileio.h"
#include "core/base/hiddennames.h"
#include "core/report/jobjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cerrno>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Report)
};

constexpr int layoutVersion = 1;

Path folderOf(const Path &file)
{
    return absolutePath(file).parent_path();
}

Error unwritable(const Path &file)
{
    return systemError(errno, ErrorKind::OutputUnwritable,
                       ReportText::tr("The report “%1” cannot be written.").arg(displayName(file)));
}

} // namespace

void Report::add(const BatchSummary &summary, std::vector<Job> finishedJobs)
{
    batches.append(summary.batch);
    totals.done += summary.done;
    totals.failed += summary.failed;
    totals.skipped += summary.skipped;
    totals.cancelled += summary.cancelled;
    totals.seconds += summary.seconds;
    jobs.insert(jobs.end(), std::make_move_iterator(finishedJobs.begin()), std::make_move_iterator(finishedJobs.end()));
}

QJsonObject reportToJson(const Report &report)
{
    QJsonArray jobs;
    for (const Job &job : report.jobs) {
        QJsonObject object = jobToJson(job);
        object.insert(u"input_bytes"_s, job.plan.input.identity.size);
        object.insert(u"output_bytes"_s, job.status.outputBytes);
        if (job.status.startedMs > 0) {
            object.insert(u"started"_s,
                          QDateTime::fromMSecsSinceEpoch(job.status.startedMs, Qt::UTC).toString(Qt::ISODateWithMs));
            object.insert(u"slot"_s, job.status.slot);
        }
        if (report.batches.size() > 1)
            object.insert(u"batch"_s, job.batch);
        jobs.append(object);
    }
    return {
        {u"convoy_report"_s, layoutVersion},
        {u"batch"_s, report.batches.join(u' ')},
        {u"profile"_s, report.profile},
        {u"started"_s, report.started.toUTC().toString(Qt::ISODateWithMs)},
        {u"seconds"_s, roundedSeconds(report.totals.seconds)},
        {u"done"_s, report.totals.done},
        {u"failed"_s, report.totals.failed},
        {u"skipped"_s, report.totals.skipped},
        {u"cancelled"_s, report.totals.cancelled},
        {u"jobs"_s, jobs},
    };
}

Result<ReportFormat> reportFormat(const Path &file)
{
    const Path extension = file.extension();
    if (extension == ".json")
        return ReportFormat::Json;
    if (extension == ".html" || extension == ".htm")
        return ReportFormat::Html;
    if (extension == ".csv")
        return ReportFormat::Csv;
    if (extension == ".xml")
        return ReportFormat::JUnit;
    return invalidOption(ReportText::tr("The report “%1” must end in .json, .html, .csv or .xml.").arg(displayName(file)));
}

Result<void> checkReportPlace(const Path &file)
{
    std::error_code ignored;
    errno = EISDIR;
    if (std::filesystem::is_directory(file, ignored) || ::access(folderOf(file).c_str(), W_OK | X_OK) != 0)
        return unwritable(file);
    return {};
}

namespace {

QByteArray contentOf(const Report &report, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Json: return QJsonDocument(reportToJson(report)).toJson();
    case ReportFormat::Html: return reportToHtml(report);
    case ReportFormat::Csv: return reportToCsv(report);
    case ReportFormat::JUnit: return reportToJUnit(report);
    }
    return {};
}

} // namespace

Result<void> writeReport(const Report &report, const Path &file)
{
    const Result<ReportFormat> format = reportFormat(file);
    if (!format)
        return format.error();
    const QByteArray content = contentOf(report, *format);
    std::string aside = hiddenTemplate(folderOf(file));
    const FileDescriptor fd = makeHidden(aside);
    if (!fd.isValid())
        return unwritable(file);
    if (!writeAll(fd.fd(), content) || ::fsync(fd.fd()) != 0 || ::rename(aside.c_str(), file.c_str()) != 0) {
        const Error error = unwritable(file);
        ::unlink(aside.c_str());
        return error;
    }
    return {};
}

} // namespace convoy
