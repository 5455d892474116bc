// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jobchart.h"

#include "core/report/jobjson.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <map>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct JobChartText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Report)
};

constexpr double width = 1000;
constexpr double laneHeight = 18;
constexpr double barHeight = 14;
constexpr double footHeight = 16;
constexpr double leastWidth = 0.5; // a shorter bar cannot be seen
constexpr double mergeGap = 0.4;

struct Bar {
    double left = 0;
    double right = 0;
    JobState state = JobState::Done;
    QString title;
    int jobs = 1;
};

QLatin1StringView classOf(JobState state)
{
    return state == JobState::Done ? "done"_L1 : state == JobState::Failed ? "failed"_L1 : "other"_L1;
}

std::map<int, std::vector<Bar>> lanesOf(const std::vector<Job> &jobs, qint64 &firstMs, double &seconds)
{
    firstMs = std::numeric_limits<qint64>::max();
    double lastMs = 0;
    for (const Job &job : jobs) {
        if (job.status.startedMs <= 0)
            continue;
        firstMs = std::min(firstMs, job.status.startedMs);
        lastMs = std::max(lastMs, double(job.status.startedMs) + job.status.seconds * 1000);
    }
    std::map<int, std::vector<Bar>> lanes;
    seconds = (lastMs - double(firstMs)) / 1000;
    if (!(seconds > 0))
        return lanes;
    for (const Job &job : jobs) {
        if (job.status.startedMs <= 0)
            continue;
        const double left = double(job.status.startedMs - firstMs) / 1000 / seconds * width;
        const double right = left + std::max(leastWidth, job.status.seconds / seconds * width);
        lanes[std::max(0, job.status.slot)].push_back({left, std::min(right, width), job.status.state, jobTitle(job.plan)});
    }
    return lanes;
}

std::vector<Bar> merged(std::vector<Bar> bars)
{
    std::ranges::sort(bars, {}, &Bar::left);
    std::vector<Bar> result;
    for (Bar &bar : bars) {
        const bool isTiny = bar.right - bar.left <= 2 * leastWidth;
        if (!result.empty() && result.back().state == bar.state && isTiny && bar.left - result.back().right <= mergeGap) {
            result.back().right = std::max(result.back().right, bar.right);
            ++result.back().jobs;
        } else {
            result.push_back(std::move(bar));
        }
    }
    return result;
}

QString rectangle(const Bar &bar, double top)
{
    const QString title = bar.jobs == 1 ? bar.title : JobChartText::tr("%n file(s)", nullptr, bar.jobs);
    return u"<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"><title>%6</title></rect>\n"_s
        .arg(QString(classOf(bar.state)))
        .arg(bar.left, 0, 'f', 2)
        .arg(top, 0, 'f', 0)
        .arg(std::max(leastWidth, bar.right - bar.left), 0, 'f', 2)
        .arg(barHeight)
        .arg(title.toHtmlEscaped());
}

} // namespace

QString timelineSvg(const std::vector<Job> &jobs)
{
    qint64 firstMs = 0;
    double seconds = 0;
    const std::map<int, std::vector<Bar>> lanes = lanesOf(jobs, firstMs, seconds);
    if (lanes.empty())
        return {};
    const double height = double(lanes.size()) * laneHeight + footHeight;
    QString svg = u"<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">\n"_s.arg(width).arg(height).arg(
        JobChartText::tr("Timeline: which core worked when").toHtmlEscaped());
    double top = 0;
    for (const auto &[slot, bars] : lanes) {
        svg += u"<rect class=\"lane\" x=\"0\" y=\"%1\" width=\"%2\" height=\"%3\"/>\n"_s.arg(top).arg(width).arg(barHeight);
        for (const Bar &bar : merged(bars))
            svg += rectangle(bar, top);
        top += laneHeight;
    }
    const QString end = JobChartText::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1)).toHtmlEscaped();
    svg += u"<text x=\"0\" y=\"%1\">0</text><text x=\"%2\" y=\"%1\" text-anchor=\"end\">%3</text>\n</svg>\n"_s
               .arg(height - 4)
               .arg(width)
               .arg(end);
    return svg;
}

} // namespace convoy
