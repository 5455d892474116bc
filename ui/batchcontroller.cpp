// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batchcontroller.h"

#include <QJsonDocument>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t portion = 2000; // files that go into the list at once
constexpr int portionMs = 40;    // and the time between two portions

} // namespace

BatchController::BatchController(QueueModel &model, QueueEditor &editor, Settings &settings, QObject *parent)
    : QObject(parent),
      m_model(model),
      m_editor(editor),
      m_settings(settings),
      m_profiles(defaultProfileFolder())
{
    m_takeIn.setSingleShot(true);
    m_takeIn.setInterval(portionMs);
    connect(&m_takeIn, &QTimer::timeout, this, &BatchController::takeIn);
    m_model.setProfiles(m_profiles.profiles());
    m_model.setDefaultProfile([this](MediaKind kind) { return m_settings.defaultProfile(kind); });
    connect(&m_editor, &QueueEditor::removed, this, &BatchController::rowsRemoved);
    connect(&m_model, &QueueModel::jobsReleased, this, &BatchController::forget);
    connect(&m_interrupted, &InterruptedBatches::recovered, this, &BatchController::takeUp);
    connect(&m_interrupted, &InterruptedBatches::failed, this, &BatchController::trouble);
}

BatchController::~BatchController()
{
    m_background.waitForDone();
    // The intake asks the host's workers: it has to go first.
    m_intake.reset();
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
    m_intake = m_host->makeIntake();
    connect(m_intake.get(), &Intake::found, this, &BatchController::found);
    connect(m_intake.get(), &Intake::probed, this, &BatchController::probed);
    connect(m_intake.get(), &Intake::finished, this, [this](quint64 files) {
        m_intakeEnded = m_intakeEnded.value_or(0) + files;
        if (!m_takeIn.isActive())
            takeIn();
    });
    Engine &engine = m_host->engine();
    connect(&engine, &Engine::jobsChanged, this, &BatchController::jobsChanged);
    connect(&engine, &Engine::batchFinished, this, &BatchController::batchFinished);
    connect(&engine, &Engine::blocked, this, [this](const Error &reason) {
        Q_EMIT trouble(reason);
        Q_EMIT stateChanged();
    });
    if (!m_early.empty())
        add(std::exchange(m_early, {}));
    m_interrupted.look();
    Q_EMIT stateChanged();
}

void BatchController::add(std::vector<Path> paths)
{
    if (paths.empty()) {
        Q_EMIT said(tr("Nothing was dropped that Convoy could open: files and folders of this computer only."));
        return;
    }
    if (!m_intake) {
        m_early.insert(m_early.end(), paths.begin(), paths.end());
        return;
    }
    for (const Path &path : paths) {
        std::error_code ignored;
        if (std::filesystem::is_directory(path, ignored) && isText(path))
            m_settings.addRecentFolder(displayName(path));
    }
    if (!isReading()) {
        ++m_drop;
        m_added = 0;
        m_known = 0;
    }
    m_intake->add(std::move(paths), true);
    Q_EMIT said(tr("Looking at the files …"));
    Q_EMIT stateChanged();
}

void BatchController::found(const std::vector<FoundFile> &files)
{
    std::vector<QueueRow> rows;
    rows.reserve(files.size());
    for (const FoundFile &file : files) {
        if (const RowId again = m_again.take(toBytes(file.scanned.file.path)); again != 0) {
            m_againIds.insert(file.id, again);
            m_model.setFound(again, file);
            continue;
        }
        if (m_model.contains(file.scanned.file.path)) {
            ++m_known;
            continue;
        }
        QueueRow row;
        row.id = file.id;
        row.input = file.scanned.file;
        row.kind = file.kind;
        row.formatId = file.formatId;
        row.refusal = file.scanned.refusal;
        row.probed = row.refusal.has_value();
        row.profileId = m_settings.defaultProfile(file.kind);
        rows.push_back(std::move(row));
    }
    m_added += rows.size();
    m_incoming.insert(m_incoming.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    if (!m_takeIn.isActive())
        takeIn();
}

/// A portion of what came: however many files are dropped, the window answers in between.
void BatchController::takeIn()
{
    const size_t rows = std::min(m_incoming.size(), portion);
    std::vector<QueueRow> now(std::make_move_iterator(m_incoming.begin()),
                              std::make_move_iterator(m_incoming.begin() + qsizetype(rows)));
    m_incoming.erase(m_incoming.begin(), m_incoming.begin() + qsizetype(rows));
    m_editor.add(std::move(now), m_drop);
    const size_t probes = rows < portion ? std::min(m_incomingProbes.size(), portion) : 0;
    m_model.setProbed({m_incomingProbes.begin(), m_incomingProbes.begin() + qsizetype(probes)});
    m_incomingProbes.erase(m_incomingProbes.begin(), m_incomingProbes.begin() + qsizetype(probes));
    if (rows + probes > 0)
        return m_takeIn.start();
    m_takeIn.stop();
    if (m_intakeEnded)
        intakeFinished(*std::exchange(m_intakeEnded, std::nullopt));
}

void BatchController::probed(std::vector<ProbedFile> files)
{
    for (ProbedFile &file : files)
        file.id = m_againIds.isEmpty() ? file.id : m_againIds.value(file.id, file.id);
    m_incomingProbes.insert(m_incomingProbes.end(), std::make_move_iterator(files.begin()),
                            std::make_move_iterator(files.end()));
    if (!m_takeIn.isActive())
        takeIn();
}

void BatchController::intakeFinished(quint64 files)
{
    m_again.clear();
    m_againIds.clear();
    if (files == 0)
        Q_EMIT said(tr("There is no file in what was dropped."));
    else if (m_added == 0 && m_known > 0)
        Q_EMIT said(tr("%n file(s) were in the list already.", nullptr, int(m_known)));
    else if (m_known > 0)
        Q_EMIT said(
            tr("%1; %2", "two sentences")
                .arg(tr("%n file(s) added", nullptr, int(m_added)), tr("%n in the list already", nullptr, int(m_known))));
    else if (m_added > 0)
        Q_EMIT said(tr("%n file(s) added.", nullptr, int(m_added)));
    if (!m_afterReading.isEmpty())
        convertRows(std::exchange(m_afterReading, {}));
    Q_EMIT stateChanged();
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

/// Copies what planning needs, so that the list can change meanwhile.
BatchController::Wish BatchController::makeWish(const QList<RowId> &rows)
{
    Wish wish;
    wish.options.outputFolder = m_outputFolder;
    QHash<QByteArray, std::shared_ptr<const ConversionSettings>> known;
    QStringList names;
    for (const RowId id : rows) {
        const QueueRow &row = *m_model.find(id);
        const Profile *profile = m_profiles.find(row.profileId);
        PlanItem item{.input = row.input, .info = row.info, .refusal = row.refusal};
        if (profile) {
            const QByteArray key = row.profileId.toUtf8() + '\n'
                + QJsonDocument(row.overrides).toJson(QJsonDocument::Compact);
            auto &settings = known[key];
            if (!settings) {
                auto made = makeSettings(*profile, row.overrides, {.profiles = &m_profiles});
                if (made)
                    settings = std::move(*made);
                else
                    item.refusal = made.error();
            }
            item.settings = settings;
            item.nameTemplate = profile->nameTemplate;
            const ConverterInfo *converter = findConverter(profile->converter);
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
        submissions.push_back({.id = planned.rows[i], .stem = planned.plans[i].outputStem});
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
    if (!again.isEmpty())
        lookAgain(again);
    if (jobs.isEmpty())
        return;
    m_host->engine().retry(jobs);
    jobsChanged(jobs);
}

/// Files that could not be read, or not understood, before they were handed in: the reason may be gone.
void BatchController::lookAgain(const QList<RowId> &rows)
{
    std::vector<Path> paths;
    for (const RowId id : rows) {
        const Path path = m_model.find(id)->input.path;
        m_again.insert(toBytes(path), id);
        m_model.restart(id);
        paths.push_back(path);
    }
    m_afterReading += rows;
    m_added = 0;
    m_known = 0;
    m_intake->add(std::move(paths), false);
    setBusy();
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
        submissions.push_back({.id = row.id, .stem = job.plan.outputStem, .status = job.status});
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
