// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batchcontroller.h"

#include "core/plan/naming.h"
#include "ui/models/planrows.h"

#include <algorithm>

namespace convoy {

BatchController::BatchController(QueueModel &model, QueueEditor &editor, Settings &settings, QObject *parent)
    : QObject(parent),
      m_model(model),
      m_editor(editor),
      m_settings(settings),
      m_profiles(defaultProfileFolder()),
      m_intake(model, editor, settings),
      m_watched(m_profiles, settings)
{
    connect(&m_intake, &ListIntake::said, this, &BatchController::said);
    connect(&m_intake, &ListIntake::stateChanged, this, &BatchController::stateChanged);
    connect(&m_intake, &ListIntake::finished, this, &BatchController::readingFinished);
    m_model.setProfiles(m_profiles.profiles());
    m_model.setDefaultProfile([this](MediaKind kind) { return m_settings.defaultProfile(kind); });
    connect(&m_editor, &QueueEditor::removed, this, &BatchController::rowsRemoved);
    connect(&m_model, &QueueModel::arranged, this, &BatchController::arranged);
    connect(&m_model, &QueueModel::jobsReleased, this, &BatchController::forget);
    connect(&m_past, &PastBatches::recovered, this, &BatchController::takeUp);
    connect(&m_past, &PastBatches::loaded, this,
            [this](const std::shared_ptr<std::vector<JobPlan>> &plans) { repeat(*plans); });
    connect(&m_past, &PastBatches::failed, this, &BatchController::trouble);
    connect(&m_watched, &WatchedFolders::problem, this, &BatchController::trouble);
}

BatchController::~BatchController()
{
    m_background.waitForDone();
    m_watched.close();
    // The intake asks the host's workers: it has to go first.
    m_intake.close();
    m_host.reset();
}

void BatchController::start()
{
    auto opened = EngineHost::open({.jobs = m_settings.slotCount(), .isBackground = true});
    if (!opened) {
        Q_EMIT trouble(opened.error());
        Q_EMIT stateChanged();
        return;
    }
    m_host = std::move(*opened);
    m_intake.open(*m_host);
    Engine &engine = m_host->engine();
    m_logs = std::make_unique<JobLogs>(engine, JobLogs::Settings{.folder = defaultStateFolder() / "logs", .byBatch = true});
    connect(m_logs.get(), &JobLogs::problem, this, &BatchController::trouble);
    connect(&engine, &Engine::jobsChanged, this, &BatchController::jobsChanged);
    connect(&engine, &Engine::jobFinished, this, &BatchController::jobFinished);
    connect(&engine, &Engine::batchFinished, this, &BatchController::batchFinished);
    connect(&engine, &Engine::placeBlocked, this, [this](const Path &folder, const Error &reason) {
        m_blockedPlaces[folder] = reason;
        Q_EMIT blockedChanged();
    });
    connect(&engine, &Engine::blocked, this, [this](const Error &reason) {
        if (m_blockedPlaces.empty()) // not a place: the journal
            Q_EMIT trouble(reason);
        Q_EMIT blockedChanged();
        Q_EMIT stateChanged();
    });
    m_past.look();
    m_watched.open(*m_host,
                   {.submit = [this](std::vector<JobPlan> plans) { return enlist(std::move(plans)); },
                    .resubmit = [this](RecoveredBatch batch) { return enlist(std::move(batch)); }});
    Q_EMIT stateChanged();
}

void BatchController::readingFinished()
{
    if (!m_afterReading.isEmpty())
        convertRows(std::exchange(m_afterReading, {}));
    endIfIdle();
}

bool BatchController::canConvert() const
{
    const RowCounts &counts = m_model.counts();
    return m_host && counts.startable() + counts[RowState::Reading] > 0;
}

bool BatchController::isPaused() const
{
    return m_host && m_host->engine().isPaused();
}

EngineProgress BatchController::progress() const
{
    return m_host ? m_host->engine().progress() : EngineProgress();
}

void BatchController::convert(const Path &outputFolder)
{
    if (!canConvert())
        return;
    m_outputFolder = outputFolder;
    m_host->engine().resume(); // paused before, and now something is to be done
    beginRun();
    m_isWhole = true;
    m_afterReading += m_model.rowsWhere([](RowState state) { return state == RowState::Reading; });
    convertRows(m_model.rowsWhere(isStartable));
    if (isReading() || m_afterReading.isEmpty())
        return;
    convertRows(std::exchange(m_afterReading, {}));
}

/// What a person asks for while nothing runs that a person has asked for is counted anew.
void BatchController::beginRun()
{
    if (std::exchange(m_isRun, true))
        return;
    m_ended.clear();
    m_clock.start();
    m_lastOutputFolder.clear();
    m_lastBatches.clear();
    Q_EMIT runBegins();
}

void BatchController::convertRows(const QList<RowId> &rows)
{
    QList<RowId> startable;
    for (const RowId id : rows) {
        const int place = m_model.indexOf(id);
        if (place >= 0 && isStartable(m_model.stateAt(place)))
            startable.append(id);
    }
    if (!m_host || startable.isEmpty())
        return setBusy();
    PlanWish wish = wishFor(startable);
    m_model.setPlanning(startable, true);
    ++m_planning;
    setBusy();
    m_background.start([this, wish = std::move(wish)]() mutable {
        Planned planned{std::move(wish.rows), planJobs(std::move(wish.items), wish.options), wish.profileName,
                        wish.options.outputFolder};
        auto shared = std::make_shared<Planned>(std::move(planned));
        QMetaObject::invokeMethod(
            this, [this, shared] { submit(std::move(*shared)); }, Qt::QueuedConnection);
    });
}

void BatchController::showPlan(const Path &outputFolder)
{
    m_outputFolder = outputFolder;
    PlanWish wish = wishFor(m_model.rowsWhere(isStartable));
    m_background.start([this, wish = std::move(wish), rates = m_host ? m_host->engine().rates() : RateEstimate(),
                        slotCount = m_host ? m_host->engine().slotCount() : 1]() mutable {
        std::vector<NameClash> clashes;
        auto plan = std::make_shared<CheckedPlan>();
        plan->plans = planJobs(std::move(wish.items), wish.options, &clashes);
        plan->check = checkBatch(plan->plans, clashes, rates);
        plan->time = expectedTime(plan->plans, slotCount, rates);
        Q_EMIT planned(plan);
    });
}

PlanWish BatchController::wishFor(const QList<RowId> &rows) const
{
    return makePlanWish(
        m_model, m_profiles, rows,
        {.outputFolder = m_outputFolder,
         .batch = {.keepTimes = m_settings.isKeepingTimes(), .trashSource = m_settings.isTrashingSources()}});
}

void BatchController::submit(Planned planned)
{
    --m_planning;
    if (!m_host)
        return;
    std::vector<QueueModel::Submission> submissions;
    std::vector<JobPlan> plans;
    for (size_t i = 0; i < planned.plans.size(); ++i) {
        if (!m_model.find(planned.rows[i]))
            continue; // removed while it was planned
        submissions.push_back({.id = planned.rows[i], .stem = withFrameNumber(planned.plans[i].outputStem, 1)});
        if (m_lastOutputFolder.empty() && !planned.plans[i].refusal)
            m_lastOutputFolder = planned.plans[i].outputFolder;
        plans.push_back(std::move(planned.plans[i]));
    }
    if (!plans.empty()) {
        noteConfinement(*plans.front().settings);
        const Engine::Submitted submitted = m_host->engine().submit(std::move(plans), planned.profileName);
        m_askedFolders.insert(submitted.batch, planned.outputFolder);
        showJobs(submissions, submitted.firstJob);
        if (m_model.isArranged())
            m_host->engine().moveToFront(jobsInListOrder());
    }
    setBusy();
    endIfIdle();
}

/// Rows get the jobs that were made of them, from `first` on.
void BatchController::showJobs(std::vector<QueueModel::Submission> &submissions, JobId first)
{
    for (QueueModel::Submission &submission : submissions) {
        submission.job = first++;
        if (const Job *job = m_host->engine().job(submission.job))
            submission.status = job->status;
    }
    m_model.setJobs(submissions);
}

/// Once: where this kernel confines conversions less than it could, a person is told.
void BatchController::noteConfinement(const ConversionSettings &settings)
{
    const ConverterInfo *converter = findConverter(settings.converter);
    if (std::exchange(m_isConfinementNoted, true) || !converter)
        return;
    m_background.start([this, family = converter->family] {
        if (const QString note = m_host->workers().confinementNote(family); !note.isEmpty())
            Q_EMIT confinementNoted(note);
    });
}

void BatchController::jobsChanged(const QList<JobId> &ids)
{
    std::vector<JobUpdate> updates;
    updates.reserve(size_t(ids.size()));
    for (const JobId id : ids) {
        const Job *job = m_host->engine().job(id);
        if (!job)
            continue;
        updates.push_back({id, job->status});
        if (job->status.state == JobState::Done && m_blockedPlaces.erase(job->plan.outputFolder) > 0)
            Q_EMIT blockedChanged();
    }
    m_model.updateJobs(updates);
    if (!m_toForget.isEmpty())
        forget(std::exchange(m_toForget, {}));
    setBusy();
}

void BatchController::jobFinished(JobId id)
{
    const Job *job = m_host->engine().job(id);
    if (job && !m_watchedBatches.contains(job->batch)) // nobody waits for those: neither a summary nor a notification
        m_ended.insert(id, job->status.state);
}

void BatchController::batchFinished(const BatchSummary &batch)
{
    if (!m_watchedBatches.remove(batch.batch) && !m_lastBatches.contains(batch.batch))
        m_lastBatches.append(batch.batch);
    endIfIdle();
}

/// Not that of a batch: some of it may have ended long ago, before the rest was tried once more.
BatchSummary BatchController::summary() const
{
    const auto count = [this](JobState state) { return int(std::ranges::count(m_ended, state)); };
    return {.batch = m_lastBatches.value(0),
            .done = count(JobState::Done),
            .failed = count(JobState::Failed),
            .skipped = count(JobState::Skipped),
            .cancelled = count(JobState::Cancelled),
            .seconds = double(m_clock.isValid() ? m_clock.elapsed() : 0) / 1000};
}

void BatchController::setBusy()
{
    const bool busy = m_planning > 0 || !m_afterReading.isEmpty() || (m_host && !m_host->engine().isIdle());
    m_busy = m_busy || busy;
    Q_EMIT stateChanged();
}

/// The engine's last jobsChanged() may come after its batchFinished(): the list is brought up to date before anybody is
/// told that everything has ended.
void BatchController::endIfIdle()
{
    if (!m_busy || m_planning > 0 || !m_afterReading.isEmpty() || (m_host && !m_host->engine().isIdle()))
        return;
    m_busy = false;
    BatchSummary told = summary();
    if (m_host)
        jobsChanged(m_host->engine().jobs());
    m_busy = false;
    const bool isRun = std::exchange(m_isRun, false);
    m_blockedPlaces.clear();
    Q_EMIT blockedChanged();
    Q_EMIT stateChanged();
    if (std::exchange(m_isWhole, false))
        told.skipped += unknownFiles();
    if (isRun && !m_ended.isEmpty())
        Q_EMIT ended(told);
}

} // namespace convoy
