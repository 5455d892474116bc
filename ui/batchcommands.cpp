// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/naming.h"
#include "ui/batchcontroller.h"
#include "ui/models/planrows.h"

/// What a person may ask of work that is under way, work that comes from elsewhere than the list, and work whose rows go.
namespace convoy {

void BatchController::pause()
{
    if (m_host)
        m_host->engine().pause();
    Q_EMIT stateChanged();
}

void BatchController::resume()
{
    if (m_host)
        m_host->engine().resume();
    Q_EMIT stateChanged();
}

void BatchController::cancel()
{
    m_afterReading.clear();
    if (m_host)
        m_host->engine().cancelAll();
    setBusy();
}

QList<JobId> BatchController::jobsOf(const QList<RowId> &rows) const
{
    QList<JobId> jobs;
    for (const RowId id : rows) {
        const QueueRow *row = m_model.find(id);
        if (row && row->job != 0)
            jobs.append(row->job);
    }
    return jobs;
}

void BatchController::removeUnknown()
{
    m_editor.remove(m_model.rowsWhere([](RowState state) { return state == RowState::Ignored; }));
}

void BatchController::cancel(const QList<RowId> &rows)
{
    for (const JobId job : jobsOf(rows))
        m_host->engine().cancel(job);
}

void BatchController::setPaused(const QList<RowId> &rows, bool paused)
{
    for (const JobId job : jobsOf(rows)) {
        if (paused)
            m_host->engine().pauseJob(job);
        else
            m_host->engine().resumeJob(job);
    }
}

/// Its batch was told another output folder than the one that is chosen now.
bool BatchController::isForElsewhere(JobId job) const
{
    const Job *known = m_host->engine().job(job);
    const auto asked = known ? m_askedFolders.constFind(known->batch) : m_askedFolders.constEnd();
    return asked != m_askedFolders.constEnd() && *asked != m_wantedFolder;
}

void BatchController::retry(const QList<RowId> &rows)
{
    QList<RowId> again, elsewhere;
    QList<JobId> jobs;
    for (const RowId id : rows) {
        const QueueRow *row = m_model.find(id);
        if (!row || row->job == 0)
            continue;
        const bool isElsewhere = isForElsewhere(row->job);
        if (!row->refusal && !isElsewhere) {
            jobs.append(row->job);
            continue;
        }
        (row->refusal ? again : elsewhere).append(id);
        m_ended.remove(row->job); // it gets another one
        m_outputFolder = isElsewhere ? m_wantedFolder : m_outputFolder;
    }
    beginRun();
    if (!again.isEmpty()) {
        // Before they were handed in they could not be read, or not understood: the reason may be gone.
        m_afterReading += again;
        m_intake.lookAgain(again);
        setBusy();
    }
    if (!elsewhere.isEmpty()) {
        m_model.release(elsewhere);
        convertRows(elsewhere);
    }
    if (jobs.isEmpty())
        return;
    m_host->engine().retry(jobs);
    jobsChanged(jobs);
}

void BatchController::retryFailed()
{
    retry(m_model.rowsWhere([](RowState state) { return state == RowState::Failed; }));
}

void BatchController::moveToFront(const QList<RowId> &rows)
{
    if (m_host)
        m_host->engine().moveToFront(jobsOf(rows));
}

/// A person's order counts for more than the longest first.
void BatchController::arranged()
{
    if (m_host && !m_host->engine().isIdle())
        m_host->engine().moveToFront(jobsInListOrder());
}

QList<JobId> BatchController::jobsInListOrder() const
{
    return jobsOf(m_model.rowsWhere([](RowState state) { return state == RowState::Queued; }));
}

/// Rows of an interrupted batch, and its work, from where it stood.
void BatchController::takeUp(const std::shared_ptr<RecoveredBatch> &batch)
{
    if (!m_host)
        return;
    beginRun();
    enlistRows(batch->jobs, [&] { return m_host->engine().resubmit(std::move(*batch)); });
}

Engine::Submitted BatchController::enlist(RecoveredBatch batch)
{
    const std::vector<RecoveredJob> jobs = batch.jobs;
    m_watchedBatches.insert(batch.id);
    return enlistRows(jobs, [&] { return m_host->engine().resubmit(std::move(batch)); });
}

/// Files that came into a watched folder: into the list and at once to the engine.
Engine::Submitted BatchController::enlist(std::vector<JobPlan> plans)
{
    std::vector<RecoveredJob> jobs;
    jobs.reserve(plans.size());
    for (const JobPlan &plan : plans)
        jobs.push_back({.plan = plan, .status = {}});
    const QString profile = plans.empty() ? QString() : plans.front().settings->profileName;
    return enlistRows(jobs, [&] {
        Engine::Submitted submitted = m_host->engine().submit(std::move(plans), profile);
        m_watchedBatches.insert(submitted.batch);
        return submitted;
    });
}

Engine::Submitted BatchController::enlistRows(const std::vector<RecoveredJob> &jobs,
                                              const std::function<Engine::Submitted()> &hand)
{
    std::vector<QueueRow> rows;
    std::vector<QueueModel::Submission> submissions;
    for (const RecoveredJob &job : jobs) {
        QueueRow row = rowOfPlan(job.plan);
        row.id = ++m_lastRecovered;
        submissions.push_back({.id = row.id, .stem = withFrameNumber(job.plan.outputStem, 1), .status = job.status});
        rows.push_back(std::move(row));
        if (m_lastOutputFolder.empty())
            m_lastOutputFolder = job.plan.outputFolder;
    }
    m_model.append(std::move(rows));
    const Engine::Submitted submitted = hand();
    showJobs(submissions, submitted.firstJob);
    setBusy();
    return submitted;
}

/// What differs from the profile as it is now becomes the row's own.
void BatchController::repeat(const std::vector<JobPlan> &plans)
{
    std::vector<QueueRow> rows;
    for (const JobPlan &plan : plans) {
        QueueRow row = rowOfPlan(plan);
        row.id = ++m_lastRecovered;
        if (const Profile *profile = m_profiles.find(row.profileId))
            row.overrides = overridesOf(plan, *profile);
        rows.push_back(std::move(row));
    }
    Q_EMIT said(tr("%n file(s) added from the history.", nullptr, int(rows.size())));
    m_editor.add(std::move(rows), m_lastRecovered);
    Q_EMIT stateChanged();
}

void BatchController::rowsRemoved(const QList<RowId> &rows, const QList<JobId> &jobs)
{
    const QSet<RowId> gone(rows.begin(), rows.end());
    m_afterReading.removeIf([&gone](RowId id) { return gone.contains(id); });
    forget(jobs);
    Q_EMIT stateChanged();
}

/// Running jobs are cancelled first, and forgotten when they have ended.
void BatchController::forget(const QList<JobId> &jobs)
{
    if (!m_host)
        return;
    Engine &engine = m_host->engine();
    QList<JobId> ended;
    for (const JobId id : jobs) {
        const Job *job = engine.job(id);
        if (!job)
            continue;
        if (isTerminal(job->status.state)) {
            ended.append(id);
        } else {
            engine.cancel(id);
            m_toForget.append(id);
        }
    }
    engine.forget(ended);
}

} // namespace convoy
