// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jobchart.h"
#include "core/report/jobjson.h"
#include "core/report/report.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct HtmlReportText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Report)
};

constexpr QLatin1StringView style(R"(
:root { color-scheme: light dark; --line: #8884; --bad: #b3261e; --good: #1b6e3c; --quiet: #666; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --good: #81d79b; --quiet: #aaa; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
td { overflow-wrap: anywhere; } .number { text-align: right; white-space: nowrap; }
.failed { color: var(--bad); } .done { color: var(--good); } .skipped, .cancelled, .quiet { color: var(--quiet); }
svg { width: 100%; height: auto; } svg text { font: 11px system-ui, sans-serif; fill: var(--quiet); }
svg .lane { fill: var(--line); } svg .done { fill: var(--good); } svg .failed { fill: var(--bad); } svg .other { fill: var(--quiet); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .6rem; border: 1px solid var(--line); max-height: 24rem; overflow: auto; }
)");

QString element(QLatin1StringView tag, const QString &text, QLatin1StringView cssClass = {})
{
    const QString attribute = cssClass.isEmpty() ? QString() : u" class=\"%1\""_s.arg(cssClass);
    return u"<%1%2>%3</%1>"_s.arg(QString(tag), attribute, text.toHtmlEscaped());
}

int rank(JobState state)
{
    switch (state) {
    case JobState::Failed: return 0;
    case JobState::Cancelled: return 1;
    case JobState::Skipped: return 2;
    case JobState::Queued:
    case JobState::Running:
    case JobState::Paused:
    case JobState::Done: break;
    }
    return 3;
}

/// What went wrong or was noticed, with what the tool said.
QString remarks(const JobStatus &status)
{
    QString html;
    QString said;
    if (status.error) {
        html += element("div"_L1, status.error->message);
        said = status.error->detail;
    }
    for (const QString &warning : status.warnings)
        html += element("div"_L1, warning);
    const QString toolOutput = QString::fromUtf8(status.toolOutput);
    if (!toolOutput.isEmpty() && !said.contains(toolOutput))
        said += (said.isEmpty() ? QString() : u"\n"_s) + toolOutput;
    // Failures lie open; a tool that did its work is asked for.
    if (!said.isEmpty())
        html += u"<details%1><summary>%2</summary>%3</details>"_s.arg(
            status.state == JobState::Failed ? u" open"_s : QString(), HtmlReportText::tr("Details").toHtmlEscaped(),
            element("pre"_L1, said));
    return html;
}

QString sourceCell(const Job &job)
{
    const QString path = displayName(job.plan.input.path);
    const QString title = jobTitle(job.plan);
    if (title == path || path.isEmpty())
        return element("td"_L1, title);
    return u"<td>"_s + element("div"_L1, title) + element("div"_L1, path, "quiet"_L1) + u"</td>"_s;
}

/// Result columns of tools stand in the cell of the outputs: they are what came out.
QString outputsCell(const Job &job)
{
    const JobStatus &status = job.status;
    QString html = u"<td>"_s;
    for (const Path &output : status.outputs)
        html += element("div"_L1, displayName(output));
    for (const QString &column : resultColumns(job))
        html += element("div"_L1, column + u" = "_s + status.columns.value(column).toString(), "quiet"_L1);
    return html + u"</td>"_s;
}

QString row(const Job &job, const QLocale &locale)
{
    const JobStatus &status = job.status;
    QString html = u"<tr>"_s;
    html += element("td"_L1, jobStateLabel(status.state), jobStateName(status.state));
    html += sourceCell(job);
    html += outputsCell(job);
    html += element("td"_L1, locale.formattedDataSize(job.plan.input.identity.size), "number"_L1);
    html += element("td"_L1, status.outputs.empty() ? QString() : locale.formattedDataSize(status.outputBytes), "number"_L1);
    html += element("td"_L1, HtmlReportText::tr("%1 s").arg(locale.toString(status.seconds, 'f', 1)), "number"_L1);
    html += u"<td>"_s + remarks(status) + u"</td></tr>\n"_s;
    return html;
}

QString sizes(const Report &report, const QLocale &locale)
{
    qint64 before = 0;
    qint64 after = 0;
    for (const Job &job : report.jobs) {
        if (job.status.state != JobState::Done || job.status.outputs.empty())
            continue;
        before += job.plan.input.identity.size;
        after += job.status.outputBytes;
    }
    if (before == 0 || after == 0)
        return {};
    return element("p"_L1,
                   HtmlReportText::tr("%1 became %2 (%3 %).")
                       .arg(locale.formattedDataSize(before), locale.formattedDataSize(after),
                            locale.toString(100.0 * double(after) / double(before), 'f', 0)));
}

QString summary(const Report &report, const QLocale &locale)
{
    QString html = element("h1"_L1, HtmlReportText::tr("Convoy report"));
    html += element("p"_L1,
                    HtmlReportText::tr("%1, started %2, %3 s")
                        .arg(report.profile, locale.toString(report.started, QLocale::ShortFormat),
                             locale.toString(report.totals.seconds, 'f', 1)));
    QString counts = HtmlReportText::tr("%1 done, %2 failed, %3 skipped")
                         .arg(report.totals.done)
                         .arg(report.totals.failed)
                         .arg(report.totals.skipped);
    if (report.totals.cancelled > 0)
        counts.prepend(HtmlReportText::tr("%1 cancelled, ").arg(report.totals.cancelled));
    html += element("p"_L1, counts, report.totals.failed > 0 ? "failed"_L1 : "done"_L1);
    html += sizes(report, locale);
    html += element("p"_L1, HtmlReportText::tr("Batch %1").arg(report.batches.join(u' ')), "skipped"_L1);
    return html;
}

QString tableHead()
{
    QString html = u"<table><thead><tr>"_s;
    for (const QString &title : {HtmlReportText::tr("State"), HtmlReportText::tr("Source"), HtmlReportText::tr("Outputs"),
                                 HtmlReportText::tr("Before"), HtmlReportText::tr("After"), HtmlReportText::tr("Time"),
                                 HtmlReportText::tr("Remarks")})
        html += element("th"_L1, title);
    return html + u"</tr></thead><tbody>\n"_s;
}

} // namespace

QByteArray reportToHtml(const Report &report)
{
    const QLocale locale;
    std::vector<const Job *> jobs;
    for (const Job &job : report.jobs)
        jobs.push_back(&job);
    std::ranges::stable_sort(jobs, {}, [](const Job *job) { return rank(job->status.state); });

    QString html = u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"_s.arg(locale.bcp47Name());
    html += u"<meta name=\"viewport\" content=\"width=device-width\">"_s
        + element("title"_L1, HtmlReportText::tr("Convoy report"));
    html += u"<style>"_s + style + u"</style></head><body>\n"_s + summary(report, locale);
    html += timelineSvg(report.jobs);
    html += tableHead();
    for (const Job *job : jobs)
        html += row(*job, locale);
    html += u"</tbody></table>\n</body></html>\n"_s;
    return html.toUtf8();
}

} // namespace convoy
