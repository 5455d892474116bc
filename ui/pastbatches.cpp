// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pastbatches.h"

#include "core/engine/enginehost.h"
#include "core/report/report.h"

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int listedBatches = 200;

/// A report of everything that the journal knows of a batch.
Result<void> addToReport(Report &report, Journal &journal, const BatchHistory &facts)
{
    Result<std::vector<RecoveredJob>> recovered = journal.jobs(facts.id);
    if (!recovered)
        return recovered.error();
    std::vector<Job> jobs;
    jobs.reserve(recovered->size());
    for (RecoveredJob &job : *recovered)
        jobs.push_back(
            {.id = JobId(job.plan.number), .batch = facts.id, .plan = std::move(job.plan), .status = std::move(job.status)});
    const double seconds = facts.ended.isValid() ? double(facts.started.msecsTo(facts.ended)) / 1000 : 0;
    report.add({.batch = facts.id,
                .done = facts.done,
                .failed = facts.failed,
                .skipped = facts.skipped,
                .cancelled = facts.cancelled,
                .seconds = seconds},
               std::move(jobs));
    return {};
}

} // namespace

PastBatches::PastBatches(QObject *parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

PastBatches::~PastBatches()
{
    m_thread.waitForDone();
}

/// Signals are sent from the other thread: receivers get them queued, in their own.
void PastBatches::withJournal(std::function<Result<void>(Journal &)> work)
{
    m_thread.start([this, work = std::move(work)] {
        const Result<std::unique_ptr<Journal>> journal = Journal::open(defaultStateFolder() / "journal.sqlite");
        const Result<void> result = journal ? work(**journal) : Result<void>(journal.error());
        if (!result)
            Q_EMIT failed(result.error());
    });
}

void PastBatches::look()
{
    withJournal([this](Journal &journal) -> Result<void> {
        const Result<QStringList> ids = journal.unfinished();
        if (!ids)
            return ids.error();
        const Result<std::vector<BatchHistory>> history = journal.history();
        if (!history)
            return history.error();
        for (const QString &id : *ids) {
            const auto batch = std::ranges::find(*history, id, &BatchHistory::id);
            if (batch != history->end() && !journal.isWorkedOn(id))
                Q_EMIT found({id, batch->profile, batch->jobs, batch->done});
        }
        return {};
    });
}

void PastBatches::recover(const QString &batch)
{
    withJournal([this, batch](Journal &journal) -> Result<void> {
        Result<RecoveredBatch> result = journal.recover(batch);
        if (!result)
            return result.error();
        Q_EMIT recovered(std::make_shared<RecoveredBatch>(std::move(*result)));
        return {};
    });
}

void PastBatches::list()
{
    withJournal([this](Journal &journal) -> Result<void> {
        const Result<std::vector<BatchHistory>> history = journal.history(listedBatches);
        if (!history)
            return history.error();
        std::vector<PastBatch> batches;
        batches.reserve(history->size());
        for (const BatchHistory &facts : *history)
            batches.push_back({facts, !facts.ended.isValid() && journal.isWorkedOn(facts.id)});
        Q_EMIT listed(batches);
        return {};
    });
}

void PastBatches::load(const QString &batch)
{
    withJournal([this, batch](Journal &journal) -> Result<void> {
        Result<std::vector<RecoveredJob>> jobs = journal.jobs(batch);
        if (!jobs)
            return jobs.error();
        auto plans = std::make_shared<std::vector<JobPlan>>();
        for (RecoveredJob &job : *jobs) {
            JobPlan plan = std::move(job.plan);
            const Result<SourceIdentity> now = sourceIdentity(plan.input.path);
            plan.refusal.reset();
            if (now)
                plan.input.identity = *now;
            else
                plan.refusal = now.error();
            plans->push_back(std::move(plan));
        }
        Q_EMIT loaded(plans);
        return {};
    });
}

void PastBatches::report(const QStringList &batches)
{
    withJournal([this, batches](Journal &journal) -> Result<void> {
        const Result<std::vector<BatchHistory>> history = journal.history(listedBatches);
        if (!history)
            return history.error();
        Report report;
        for (const QString &id : batches) {
            const auto facts = std::ranges::find(*history, id, &BatchHistory::id);
            if (facts == history->end())
                continue;
            report.profile = facts->profile;
            if (!report.started.isValid() || facts->started < report.started)
                report.started = facts->started;
            if (const Result<void> added = addToReport(report, journal, *facts); !added)
                return added;
        }
        const Path folder = defaultStateFolder() / "reports";
        std::error_code failed;
        std::filesystem::create_directories(folder, failed);
        const Path file = folder / toPath(batches.value(0) + u".html"_s);
        const Result<void> written = writeReport(report, file);
        if (written)
            Q_EMIT reportWritten(file);
        return written;
    });
}

void PastBatches::forget(const QString &batch)
{
    withJournal([batch](Journal &journal) { return journal.endBatch(batch); });
}

} // namespace convoy
