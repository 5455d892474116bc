// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batchsession.h"

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/jsonevents.h"
#include "app/cli/orderedoutput.h"
#include "app/cli/textoutput.h"
#include "core/notify/password.h"
#include "core/report/joblog.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct BatchSessionText {
    Q_DECLARE_TR_FUNCTIONS(convoy::BatchSession)
};

bool isUnsupported(const Job &job)
{
    return job.status.state == JobState::Skipped && job.status.error
        && job.status.error->kind == ErrorKind::UnsupportedFormat;
}

} // namespace

BatchSession::BatchSession(const SessionOptions &options) : m_options(options)
{
    if (options.jsonEvents)
        m_output = std::make_unique<JsonEvents>();
    else
        m_output = std::make_unique<TextOutput>(TextOutput::canDraw(), options.printToolOutput);
    if (options.keepOrder)
        m_output = std::make_unique<OrderedOutput>(std::move(m_output));
}

BatchSession::~BatchSession() = default;

Result<std::unique_ptr<BatchSession>> BatchSession::open(const SessionOptions &options)
{
    for (const Path &report : options.reports) {
        if (const Result<void> ok = checkReportPlace(report); !ok)
            return ok.error();
    }
    if (!options.logFolder.empty()) {
        if (const Result<void> ok = prepareLogFolder(options.logFolder); !ok)
            return ok.error();
    }
    std::unique_ptr<BatchSession> session(new BatchSession(options));
    Result<std::unique_ptr<EngineHost>> host = EngineHost::open(options.host);
    if (!host)
        return host.error();
    session->m_host = std::move(*host);
    session->connectEngine();
    session->openLogs();
    session->openNotifier();
    if (options.host.isolation == Isolation::Thread)
        writeMessage(BatchSessionText::tr("Conversions run without a sandbox: a damaged file can end all that run."));
    return session;
}

/// A keyring that is locked is no reason to do nothing all night: the batch runs without mail, and says so.
void BatchSession::openNotifier()
{
    if (!m_options.notify.isWanted())
        return;
    if (m_options.notify.mail.passwordFile.empty()) {
        Result<QByteArray> password = readMailPassword(m_options.notify.mail);
        if (password) {
            m_options.mailPassword = std::move(*password);
        } else {
            writeError(password.error());
            writeMessage(
                BatchSessionText::tr("No mail will be sent. (“convoy-cli notify password FILE” stores the password.)"));
            m_options.notify.mail = {};
        }
    }
    m_notifier = std::make_unique<Notifier>(m_options.notify, m_options.mailPassword);
}

void BatchSession::openLogs()
{
    if (m_options.logFolder.empty())
        return;
    m_logs = std::make_unique<JobLogs>(m_host->engine(), JobLogs::Settings{.folder = m_options.logFolder});
    connect(m_logs.get(), &JobLogs::problem, this, [](const Error &error) { writeError(error); });
}

void BatchSession::connectEngine()
{
    Engine &engine = m_host->engine();
    connect(&engine, &Engine::jobStarted, this,
            [this](JobId id) { tell([this, id] { m_output->jobStarted(*m_host->engine().job(id)); }); });
    connect(&engine, &Engine::jobsChanged, this, [this](const QList<JobId> &ids) {
        tell([this, ids] {
            for (const JobId id : ids) {
                const Job *job = m_host->engine().job(id);
                if (job && job->status.state == JobState::Running)
                    m_output->jobProgress(*job);
            }
            m_output->overallProgress(m_host->engine().progress());
        });
    });
    connect(&engine, &Engine::jobFinished, this, [this](JobId id) { tell([this, id] { jobFinished(id); }); });
    connect(&engine, &Engine::batchFinished, this,
            [this](const BatchSummary &summary) { tell([this, summary] { batchFinished(summary); }); });
    connect(&engine, &Engine::blocked, this, [this](const Error &reason) {
        writeError(reason);
        if (m_options.waitsWhenBlocked)
            return;
        m_isBlocked = true;
        stop();
    });
    connect(&m_interrupt, &Interrupt::requested, this, [this] {
        m_isInterrupted = true;
        stop();
        Q_EMIT interrupted();
    });
}

Engine::Submitted BatchSession::submit(std::vector<JobPlan> plans)
{
    const ConversionSettings settings = *plans.front().settings;
    const int jobs = int(plans.size());
    return start(settings.profileId, jobs, [&] { return m_host->engine().submit(std::move(plans), settings.profileName); });
}

Engine::Submitted BatchSession::resubmit(RecoveredBatch batch)
{
    const QString profile = batch.jobs.empty() ? batch.profile : batch.jobs.front().plan.settings->profileId;
    const int jobs = int(batch.jobs.size());
    for (int i = 0; i < jobs; ++i) {
        if (isTerminal(batch.jobs[size_t(i)].status.state))
            m_earlier.append(i);
    }
    return start(profile, jobs, [&] { return m_host->engine().resubmit(std::move(batch)); });
}

Engine::Submitted BatchSession::start(const QString &profile, int jobs, const std::function<Engine::Submitted()> &hand)
{
    if (m_report.batches.isEmpty())
        m_report.started = QDateTime::currentDateTime();
    m_report.profile = profile;
    m_isSubmitting = true;
    const Engine::Submitted submitted = hand();
    m_isSubmitting = false;
    m_output->batchStarted(submitted.batch, profile, jobs);
    // The engine is silent about jobs that ended before the batch was resumed.
    for (const int place : std::exchange(m_earlier, {})) {
        const Job &job = *m_host->engine().job(submitted.firstJob + JobId(place));
        m_unsupported += isUnsupported(job);
        m_output->jobFinishedEarlier(job);
    }
    for (const std::function<void()> &news : std::exchange(m_news, {}))
        news();
    return submitted;
}

void BatchSession::tell(std::function<void()> news)
{
    if (m_isSubmitting)
        m_news.push_back(std::move(news));
    else
        news();
}

bool BatchSession::isUnfinished(const QString &batch) const
{
    const Result<QStringList> unfinished = m_host->journal().unfinished();
    return unfinished && unfinished->contains(batch);
}

void BatchSession::stop()
{
    m_host->engine().interrupt();
}

bool BatchSession::isReporting() const
{
    return !m_options.reports.empty() || m_options.notify.isWanted();
}

void BatchSession::jobFinished(JobId id)
{
    const Job &job = *m_host->engine().job(id);
    m_unsupported += isUnsupported(job);
    if (m_notifier && m_notifier->wantsFirstFailure() && job.status.state == JobState::Failed) {
        Report soFar;
        soFar.profile = m_report.profile;
        soFar.started = m_report.started;
        soFar.add({.batch = job.batch, .failed = 1}, {job});
        m_notifier->failed(soFar);
    }
    m_output->jobFinished(job);
    m_output->overallProgress(m_host->engine().progress());
}

void BatchSession::batchFinished(const BatchSummary &summary)
{
    // A journal that could not be written does not know the batch.
    if ((isOver() || summary.isHalted) && summary.cancelled > 0 && isUnfinished(summary.batch))
        writeMessage(BatchSessionText::tr("Stopped. “convoy-cli resume %1” goes on.").arg(summary.batch));
    m_output->batchFinished(summary);
    m_totals.done += summary.done;
    m_totals.failed += summary.failed;
    m_totals.skipped += summary.skipped;
    Engine &engine = m_host->engine();
    QList<JobId> ids;
    std::vector<Job> jobs;
    for (const JobId id : engine.jobs()) {
        const Job &job = *engine.job(id);
        if (job.batch != summary.batch)
            continue;
        ids.append(id);
        if (isReporting())
            jobs.push_back(job);
    }
    m_report.add(summary, std::move(jobs));
    engine.forget(ids);
    Q_EMIT ended();
}

int BatchSession::conclude()
{
    int status = ExitStatus::success;
    if (m_totals.failed > 0 || (m_totals.done == 0 && m_unsupported > 0 && m_unsupported == m_totals.skipped))
        status = ExitStatus::failure;
    if (m_isBlocked)
        status = ExitStatus::unfit;
    for (const Path &report : m_report.batches.isEmpty() ? std::vector<Path>() : m_options.reports) {
        if (const Result<void> written = writeReport(m_report, report); !written) {
            writeError(written.error());
            status = status == ExitStatus::success ? ExitStatus::failure : status;
        }
    }
    if (m_notifier && !m_report.batches.isEmpty()) {
        for (const Error &problem : m_notifier->finish(m_report))
            writeError(problem);
    }
    return m_isInterrupted ? ExitStatus::interrupted : status;
}

} // namespace convoy
