// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/watchedfolder.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <unistd.h>

namespace convoy {

namespace {

struct WatchedFolderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::WatchedFolder)
};

constexpr int tickMs = 250;
constexpr int longestBackOff = 8; // doublings of the time to settle
constexpr int recentBatches = 50; // in which a batch is looked for whose name was not noted any more

} // namespace

Path watchStoreFile(const Path &stateFolder, const Path &folder, const QString &profile)
{
    const QByteArray key = toBytes(folder) + '\0' + profile.toUtf8();
    const QByteArray name = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(32);
    return stateFolder / "watch" / (name + ".jsonl").toStdString();
}

WatchedFolder::WatchedFolder(Settings settings, EngineHost &host, Hands hands, QObject *parent)
    : QObject(parent),
      m_settings(std::move(settings)),
      m_host(host),
      m_hands(std::move(hands)),
      m_events(m_settings.events)
{
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &WatchedFolder::takeReady);
    connect(&m_events, &FolderEvents::seen, this, &WatchedFolder::seen);
    connect(&m_events, &FolderEvents::lost, this, [this](const QString &reason) {
        Q_EMIT problem({ErrorKind::UnreadableInput, reason});
    });
    m_intake = host.makeIntake();
    m_intake->setConverter(m_settings.conversion->converter);
    m_intake->ignoreIndexes(); // what one names may still be on its way
    connect(m_intake.get(), &Intake::found, this, [this](const std::vector<FoundFile> &files) {
        for (const FoundFile &file : files)
            m_items[file.id] = {.input = file.scanned.file,
                                .info = {.formatId = file.formatId, .kind = file.kind},
                                .refusal = file.scanned.refusal,
                                .settings = m_settings.conversion,
                                .nameTemplate = m_settings.nameTemplate};
    });
    connect(m_intake.get(), &Intake::probed, this, [this](const std::vector<ProbedFile> &files) {
        for (const ProbedFile &file : files) {
            PlanItem &item = m_items[file.id];
            item.refusal = file.refusal;
            item.info = file.info;
        }
    });
    connect(m_intake.get(), &Intake::finished, this, &WatchedFolder::plan);
}

WatchedFolder::~WatchedFolder() = default;

Result<void> WatchedFolder::start()
{
    std::error_code ignored;
    const Path &folder = m_settings.events.folder;
    if (!std::filesystem::is_directory(folder, ignored) || ::access(folder.c_str(), R_OK | X_OK) != 0)
        return Error{ErrorKind::UnreadableInput,
                     WatchedFolderText::tr("The folder “%1” cannot be read.").arg(displayName(m_settings.events.folder))};
    Result<std::unique_ptr<WatchStore>> store = WatchStore::open(m_settings.store);
    if (!store)
        return store.error();
    m_store = std::move(*store);
    takeUp();
    m_events.start();
    return {};
}

void WatchedFolder::stop()
{
    m_isStopped = true;
    m_events.stop();
    m_tick.stop();
    m_intake->stop();
}

/// What the last run had given to the engine: the journal knows what became of it.
void WatchedFolder::takeUp()
{
    std::map<QString, std::vector<Path>> byBatch;
    for (const auto &[path, entry] : m_store->entries()) {
        if (entry.state == WatchState::Taken)
            byBatch[entry.batch.isEmpty() ? batchOf(path, entry) : entry.batch].push_back(path);
    }
    for (const auto &[batch, files] : byBatch)
        takeUpBatch(batch, files);
}

/// The run ended between handing a file over and noting the name of the batch.
QString WatchedFolder::batchOf(const Path &path, const WatchEntry &entry)
{
    const Result<std::vector<BatchHistory>> history = m_host.journal().history(recentBatches);
    for (const BatchHistory &batch : history ? *history : std::vector<BatchHistory>()) {
        const Result<std::vector<RecoveredJob>> jobs = m_host.journal().jobs(batch.id);
        const bool isIt = jobs && std::ranges::any_of(*jobs, [&](const RecoveredJob &job) {
                              return job.plan.input.path == path && job.plan.input.identity == entry.identity;
                          });
        if (isIt)
            return batch.id;
    }
    return {};
}

void WatchedFolder::takeUpBatch(const QString &batch, const std::vector<Path> &files)
{
    Journal &journal = m_host.journal();
    const Result<QStringList> unfinished = journal.unfinished();
    if (!batch.isEmpty() && unfinished && unfinished->contains(batch)) {
        Result<RecoveredBatch> recovered = journal.recover(batch);
        if (!recovered)
            return Q_EMIT problem(recovered.error()); // another process works on it
        for (const RecoveredJob &job : recovered->jobs) {
            if (isTerminal(job.status.state))
                record(job.plan, job.status);
        }
        m_batches.insert(batch);
        m_hands.resubmit(std::move(*recovered));
        return;
    }
    const Result<std::vector<RecoveredJob>> jobs = batch.isEmpty() ? std::vector<RecoveredJob>() : journal.jobs(batch);
    for (const RecoveredJob &job : jobs ? *jobs : std::vector<RecoveredJob>())
        record(job.plan, job.status);
    std::vector<Path> unknown; // the journal never heard of them: new
    for (const Path &file : files) {
        if (m_store->find(file)->state == WatchState::Taken)
            unknown.push_back(file);
    }
    note(m_store->forget(unknown));
}

void WatchedFolder::seen(const std::vector<Path> &files)
{
    const SettlingFiles::Clock::time_point now = SettlingFiles::Clock::now();
    for (const Path &path : files) {
        const WatchEntry *entry = m_store->find(path);
        if (entry) {
            const Result<SourceIdentity> identity = sourceIdentity(path);
            if (!identity || *identity == entry->identity || entry->state == WatchState::Taken)
                continue;
        }
        const int failures = entry ? std::min(entry->failures, longestBackOff) : 0;
        m_settling.watch(path, m_settings.settle * (1 << failures), now);
    }
    if (!m_settling.isEmpty() && !m_tick.isActive() && !m_isStopped)
        m_tick.start();
}

void WatchedFolder::takeReady()
{
    for (const InputFile &file : m_settling.takeReady(SettlingFiles::Clock::now()))
        m_waiting.insert_or_assign(file.path, file.identity);
    if (m_settling.isEmpty())
        m_tick.stop();
    probeWaiting();
}

void WatchedFolder::probeWaiting()
{
    if (m_isStopped || m_intake->isBusy())
        return;
    std::vector<Path> paths;
    m_probed = std::exchange(m_waiting, {});
    for (const auto &[path, identity] : m_probed) {
        // It may have been seen again while it was probed, or be an output that was noted since.
        const WatchEntry *entry = m_store->find(path);
        if (!entry || (entry->state != WatchState::Taken && !(entry->identity == identity)))
            paths.push_back(path);
    }
    if (paths.empty())
        return;
    m_items.clear();
    m_intake->add(std::move(paths), false);
}

Path WatchedFolder::relativeFolder(const Path &file) const
{
    const Path relative = file.parent_path().lexically_relative(m_settings.events.folder);
    return relative == "." ? Path() : relative;
}

void WatchedFolder::plan()
{
    if (m_isStopped)
        return;
    std::vector<PlanItem> items;
    std::vector<std::pair<Path, WatchEntry>> taken;
    std::vector<Path> changed;
    for (auto &[id, item] : m_items) {
        const Result<SourceIdentity> now = unchosenIdentity(item.input.path);
        if (!now)
            continue; // gone in the meantime
        const auto settled = m_probed.find(item.input.path);
        if (settled != m_probed.end() && !(item.input.identity == settled->second)) {
            changed.push_back(item.input.path); // before it was looked at: it may be half there
            continue;
        }
        item.input.relativeFolder = relativeFolder(item.input.path);
        const WatchEntry *before = m_store->find(item.input.path);
        const bool isIndex = !item.info.contents.empty() && item.info.sampleRate == 0; // what it names comes by itself
        taken.emplace_back(
            item.input.path,
            WatchEntry{
                item.input.identity, isIndex ? WatchState::Done : WatchState::Taken, {}, before ? before->failures : 0});
        if (!isIndex)
            items.push_back(item);
    }
    // First the note, then the work: whatever happens in between, the file is found in the journal or it is new.
    note(m_store->put(taken));
    if (!items.empty()) {
        const Engine::Submitted submitted = m_hands.submit(planJobs(std::move(items), m_settings.plan));
        m_batches.insert(submitted.batch);
        for (auto &[path, entry] : taken) {
            const WatchEntry *now = m_store->find(path);
            entry.batch = submitted.batch;
            if (now && now->state != WatchState::Taken)
                entry = *now; // has ended within submit()
        }
        note(m_store->put(taken));
    }
    seen(changed);
    probeWaiting();
}

void WatchedFolder::jobFinished(const Job &job)
{
    if (m_batches.contains(job.batch))
        record(job.plan, job.status);
}

void WatchedFolder::record(const JobPlan &plan, const JobStatus &status)
{
    if (status.state == JobState::Cancelled || !isTerminal(status.state))
        return; // stays taken: the next run goes on with it
    std::vector<std::pair<Path, WatchEntry>> entries;
    const WatchEntry *before = m_store->find(plan.input.path);
    const bool hasFailed = status.state == JobState::Failed;
    entries.emplace_back(plan.input.path,
                         WatchEntry{plan.input.identity,
                                    hasFailed ? WatchState::Failed : WatchState::Done,
                                    {},
                                    hasFailed ? (before ? before->failures : 0) + 1 : 0});
    for (const Path &output : status.outputs) {
        if (const Result<SourceIdentity> identity = sourceIdentity(output))
            entries.emplace_back(output, WatchEntry{*identity, WatchState::Output, {}, 0});
    }
    note(m_store->put(entries));
    if (const Result<SourceIdentity> now = sourceIdentity(plan.input.path); now && !(*now == plan.input.identity))
        seen({plan.input.path}); // changed while it was being converted
}

void WatchedFolder::note(const Result<void> &stored)
{
    if (!stored)
        Q_EMIT problem(stored.error());
}

} // namespace convoy
