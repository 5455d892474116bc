// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batchcontroller.h"

#include "core/plan/naming.h"
#include "ui/models/optionsummary.h"

#include <QJsonDocument>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// `values` with what the person chose over them.
QJsonObject withOver(QJsonObject values, const QJsonObject &chosen)
{
    for (auto it = chosen.begin(); it != chosen.end(); ++it)
        values.insert(it.key(), it.value());
    return values;
}

} // namespace

BatchController::BatchController(QueueModel &model, QueueEditor &editor, Settings &settings, QObject *parent)
    : QObject(parent),
      m_model(model),
      m_editor(editor),
      m_settings(settings),
      m_profiles(defaultProfileFolder()),
      m_intake(model, editor, settings)
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
}

BatchController::~BatchController()
{
    m_background.waitForDone();
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
    connect(&engine, &Engine::jobsChanged, this, &BatchController::jobsChanged);
    connect(&engine, &Engine::batchFinished, this, &BatchController::batchFinished);
    connect(&engine, &Engine::placeBlocked, this, [this](const Path &, const Error &reason) { Q_EMIT trouble(reason); });
    connect(&engine, &Engine::blocked, this, [this](const Error &reason) {
        Q_EMIT trouble(reason);
        Q_EMIT stateChanged();
    });
    m_past.look();
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
    if (!m_busy) {
        m_summary = {};
        m_clock.start();
        m_lastOutputFolder.clear();
        m_lastBatches.clear();
    }
    m_afterReading += m_model.rowsWhere([](RowState state) { return state == RowState::Reading; });
    convertRows(m_model.rowsWhere(isStartable));
    if (isReading() || m_afterReading.isEmpty())
        return;
    convertRows(std::exchange(m_afterReading, {}));
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
    Wish wish = makeWish(startable);
    m_model.setPlanning(startable, true);
    ++m_planning;
    setBusy();
    m_background.start([this, wish = std::move(wish)]() mutable {
        Planned planned{std::move(wish.rows), planJobs(std::move(wish.items), wish.options), wish.profileName};
        auto shared = std::make_shared<Planned>(std::move(planned));
        QMetaObject::invokeMethod(
            this, [this, shared] { submit(std::move(*shared)); }, Qt::QueuedConnection);
    });
}

void BatchController::showPlan(const Path &outputFolder)
{
    m_outputFolder = outputFolder;
    Wish wish = makeWish(m_model.rowsWhere(isStartable));
    m_background.start([this, wish = std::move(wish)]() mutable {
        Q_EMIT planned(std::make_shared<std::vector<JobPlan>>(planJobs(std::move(wish.items), wish.options)));
    });
}

/// Copies what planning needs, so that the list can change meanwhile.
BatchController::Wish BatchController::makeWish(const QList<RowId> &rows)
{
    Wish wish;
    wish.options.outputFolder = m_outputFolder;
    const SettingsOptions asked{
        .profiles = &m_profiles,
        .batch = {.keepTimes = m_settings.isKeepingTimes(), .trashSource = m_settings.isTrashingSources()}};
    QHash<QByteArray, std::shared_ptr<const ConversionSettings>> known;
    QStringList names;
    for (const RowId id : rows) {
        const QueueRow &row = *m_model.find(id);
        const Profile *profile = m_profiles.find(row.profileId);
        PlanItem item{.input = row.input, .info = row.info, .refusal = row.refusal};
        if (profile) {
            const ConverterInfo *converter = findConverter(profile->converter);
            QJsonObject overrides = row.overrides;
            if (row.piece && converter) {
                item.stem = row.piece->stem;
                if (const Result<QJsonObject> named = pieceOptions(*converter, *row.piece))
                    overrides = withOver(*named, row.overrides);
                else if (!item.refusal)
                    item.refusal = named.error();
            }
            const QByteArray key = row.profileId.toUtf8() + '\n' + QJsonDocument(overrides).toJson(QJsonDocument::Compact);
            auto &settings = known[key];
            if (!settings) {
                auto made = makeSettings(*profile, overrides, asked);
                if (made)
                    settings = std::move(*made);
                else
                    item.refusal = made.error();
            }
            item.settings = settings;
            item.nameTemplate = row.nameTemplate.isEmpty() ? profile->nameTemplate : row.nameTemplate;
            if (converter && converter->accepts.isEmpty() && item.refusal
                && item.refusal->kind == ErrorKind::UnsupportedFormat)
                item.refusal.reset();
            if (!names.contains(profile->name))
                names.append(profile->name);
        } else if (!item.refusal) {
            item.refusal = Error{ErrorKind::InvalidOption, tr("The profile of this file is not there any more."),
                                 row.profileId};
        }
        if (!item.settings)
            item.settings = std::make_shared<const ConversionSettings>();
        wish.rows.push_back(id);
        wish.items.push_back(std::move(item));
    }
    wish.profileName = names.size() == 1 ? names.first() : tr("Several profiles");
    return wish;
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
        Engine &engine = m_host->engine();
        const Engine::Submitted submitted = engine.submit(std::move(plans), planned.profileName);
        JobId id = submitted.firstJob;
        for (QueueModel::Submission &submission : submissions) {
            submission.job = id++;
            if (const Job *job = engine.job(submission.job))
                submission.status = job->status;
        }
        m_model.setJobs(submissions);
        if (m_model.isArranged())
            engine.moveToFront(jobsInListOrder());
    }
    setBusy();
    endIfIdle();
}

void BatchController::jobsChanged(const QList<JobId> &ids)
{
    std::vector<JobUpdate> updates;
    updates.reserve(size_t(ids.size()));
    for (const JobId id : ids) {
        if (const Job *job = m_host->engine().job(id))
            updates.push_back({id, job->status});
    }
    m_model.updateJobs(updates);
    if (!m_toForget.isEmpty())
        forget(std::exchange(m_toForget, {}));
    setBusy();
}

void BatchController::batchFinished(const BatchSummary &summary)
{
    m_summary.batch = summary.batch;
    if (!m_lastBatches.contains(summary.batch))
        m_lastBatches.append(summary.batch);
    m_summary.done += summary.done;
    m_summary.failed += summary.failed;
    m_summary.skipped += summary.skipped;
    m_summary.cancelled += summary.cancelled;
    endIfIdle();
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
    m_summary.seconds = double(m_clock.isValid() ? m_clock.elapsed() : 0) / 1000;
    if (m_host)
        jobsChanged(m_host->engine().jobs());
    m_busy = false;
    Q_EMIT stateChanged();
    if (m_summary.done + m_summary.failed + m_summary.skipped + m_summary.cancelled > 0)
        Q_EMIT ended(m_summary);
    m_summary = {};
}

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

void BatchController::retry(const QList<RowId> &rows)
{
    QList<RowId> again;
    QList<JobId> jobs;
    for (const RowId id : rows) {
        const QueueRow *row = m_model.find(id);
        if (row && row->job != 0 && row->refusal)
            again.append(id);
        else if (row && row->job != 0)
            jobs.append(row->job);
    }
    if (!m_busy) {
        m_summary = {};
        m_clock.start();
    }
    if (!again.isEmpty()) {
        // Before they were handed in they could not be read, or not understood: the reason may be gone.
        m_afterReading += again;
        m_intake.lookAgain(again);
        setBusy();
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

void BatchController::rowsRemoved(const QList<RowId> &rows, const QList<JobId> &jobs)
{
    const QSet<RowId> gone(rows.begin(), rows.end());
    m_afterReading.removeIf([&gone](RowId id) { return gone.contains(id); });
    forget(jobs);
    Q_EMIT stateChanged();
}

/// Rows of an interrupted batch, and its work, from where it stood.
void BatchController::takeUp(const std::shared_ptr<RecoveredBatch> &batch)
{
    if (!m_host)
        return;
    std::vector<QueueRow> rows;
    std::vector<QueueModel::Submission> submissions;
    for (const RecoveredJob &job : batch->jobs) {
        QueueRow row;
        row.id = ++m_lastRecovered;
        row.input = job.plan.input;
        row.kind = job.plan.info.kind;
        row.formatId = job.plan.info.formatId;
        row.probed = true;
        row.info = job.plan.info;
        row.refusal = job.plan.refusal;
        row.profileId = job.plan.settings ? job.plan.settings->profileId : QString();
        submissions.push_back({.id = row.id, .stem = withFrameNumber(job.plan.outputStem, 1), .status = job.status});
        rows.push_back(std::move(row));
        if (m_lastOutputFolder.empty())
            m_lastOutputFolder = job.plan.outputFolder;
    }
    m_model.append(std::move(rows));
    m_clock.start();
    JobId id = m_host->engine().resubmit(std::move(*batch)).firstJob;
    for (QueueModel::Submission &submission : submissions)
        submission.job = id++;
    m_model.setJobs(submissions);
    setBusy();
}

/// What differs from the profile as it is now becomes the row's own.
void BatchController::repeat(const std::vector<JobPlan> &plans)
{
    std::vector<QueueRow> rows;
    for (const JobPlan &plan : plans) {
        QueueRow row;
        row.id = ++m_lastRecovered;
        row.input = plan.input;
        row.kind = plan.info.kind;
        row.formatId = plan.info.formatId;
        row.probed = true;
        row.info = plan.info;
        row.refusal = plan.refusal;
        row.profileId = plan.settings ? plan.settings->profileId : QString();
        if (const Profile *profile = m_profiles.find(row.profileId)) {
            const QVariantMap base = rowOptions({}, *profile);
            const QVariantMap &then = plan.settings->options.map();
            for (auto it = then.begin(); it != then.end(); ++it) {
                const QJsonValue value = QJsonValue::fromVariant(it.value());
                if (base.contains(it.key()) && QJsonValue::fromVariant(base.value(it.key())) != value)
                    row.overrides.insert(it.key(), value);
            }
        }
        rows.push_back(std::move(row));
    }
    Q_EMIT said(tr("%n file(s) added from the history.", nullptr, int(rows.size())));
    m_editor.add(std::move(rows), m_lastRecovered);
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
