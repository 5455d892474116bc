// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonevents.h"

#include "app/cli/console.h"
#include "core/plan/planner.h"
#include "core/report/jobjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

void JsonEvents::batchStarted(const QString &batch, const QString &profile, int jobs)
{
    write(u"batch-started"_s, {{u"batch"_s, batch}, {u"profile"_s, profile}, {u"jobs"_s, jobs}});
}

void JsonEvents::jobStarted(const Job &job)
{
    QJsonObject object{{u"job"_s, job.plan.number}};
    insertInput(object, job.plan);
    write(u"job-started"_s, object);
}

void JsonEvents::jobProgress(const Job &job)
{
    const double fraction = std::floor(job.status.fraction * 1e4) / 1e4;
    double &last = m_fractions[job.id];
    if (fraction <= last)
        return;
    last = fraction;
    write(u"job-progress"_s, {{u"job"_s, job.plan.number}, {u"fraction"_s, fraction}});
}

void JsonEvents::jobFinished(const Job &job)
{
    m_fractions.erase(job.id);
    write(u"job-finished"_s, jobToJson(job));
}

void JsonEvents::jobFinishedEarlier(const Job &job)
{
    QJsonObject object = jobToJson(job);
    object.insert(u"earlier"_s, true);
    write(u"job-finished"_s, object);
}

/// Also called for each of 1,000 small jobs that end.
void JsonEvents::overallProgress(const EngineProgress &progress)
{
    constexpr qint64 intervalMs = 100;
    if (m_sinceOverall.isValid() && m_sinceOverall.elapsed() < intervalMs)
        return;
    m_sinceOverall.start();
    QJsonObject object{{u"fraction"_s, std::floor(progress.fraction * 1e4) / 1e4}};
    if (progress.remaining.highSeconds > 0)
        object.insert(
            u"seconds_left"_s,
            QJsonArray{roundedSeconds(progress.remaining.lowSeconds), roundedSeconds(progress.remaining.highSeconds)});
    write(u"batch-progress"_s, object);
}

void JsonEvents::batchFinished(const BatchSummary &summary)
{
    write(u"batch-finished"_s,
          {{u"batch"_s, summary.batch},
           {u"done"_s, summary.done},
           {u"failed"_s, summary.failed},
           {u"skipped"_s, summary.skipped},
           {u"cancelled"_s, summary.cancelled},
           {u"seconds"_s, roundedSeconds(summary.seconds)}});
}

void JsonEvents::jobPlanned(const JobPlan &plan)
{
    QJsonObject object{{u"job"_s, plan.number}};
    insertInput(object, plan);
    if (plan.refusal)
        object.insert(u"error"_s, errorToJson(*plan.refusal));
    else
        insertOutputs(object, plannedOutputs(plan));
    write(u"job-planned"_s, object);
}

void JsonEvents::write(const QString &event, QJsonObject object)
{
    object.insert(u"event"_s, event);
    writeData(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace convoy
