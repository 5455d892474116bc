// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/committer.h"

#include "core/output/commitment.h"
#include "core/output/trash.h"

#include <sys/prctl.h>

namespace convoy {

namespace {

constexpr size_t mostGathered = 32;

} // namespace

Committer::Committer(std::unique_ptr<Journal> journal, std::chrono::milliseconds gatherTime)
    : m_journal(std::move(journal)),
      m_gatherTime(gatherTime),
      m_thread([this] { run(); })
{
}

Committer::~Committer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Committer::post(Work work)
{
    bool rings = false;
    {
        const std::lock_guard lock(m_mutex);
        // Only ends of jobs can wait for more of their kind.
        const bool isEnd = std::holds_alternative<Commit>(work) || std::holds_alternative<Record>(work);
        m_waiting.push_back(std::move(work));
        m_isDue = m_isDue || !isEnd || m_waiting.size() >= mostGathered;
        rings = m_isDue || m_waiting.size() == 1;
    }
    if (rings)
        m_wake.notify_one();
}

void Committer::flush()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isDue = !m_waiting.empty();
    }
    m_wake.notify_one();
}

void Committer::addBatch(BatchRecord batch, Recorded recorded)
{
    post(NewBatch{std::move(batch), std::move(recorded)});
}

void Committer::commit(CommitTicket ticket, Committed committed)
{
    post(Commit{std::move(ticket), std::move(committed)});
}

void Committer::record(const QString &batch, int number, const JobStatus &status)
{
    post(Record{batch, number, status});
}

void Committer::endBatch(const QString &batch)
{
    post(BatchEnd{batch});
}

void Committer::reopenBatch(const QString &batch, Recorded recorded)
{
    post(Reopen{batch, std::move(recorded)});
}

void Committer::recordRates(std::vector<MeasuredRate> rates)
{
    post(Rates{std::move(rates)});
}

void Committer::trash(JobId job, Path source, const SourceIdentity &identity, Trashed trashed)
{
    post(Trash{job, std::move(source), identity, std::move(trashed)});
}

void Committer::run()
{
    ::prctl(PR_SET_NAME, "committer");
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        m_wake.wait_for(lock, m_gatherTime, [this] { return m_ending || m_isDue; });
        m_isDue = false;
        std::vector<Work> group;
        group.swap(m_waiting);
        lock.unlock();
        perform(std::move(group));
        lock.lock();
    }
}

void Committer::perform(std::vector<Work> group)
{
    std::vector<Commitment> commitments;
    for (Work &work : group) {
        if (auto *commit = std::get_if<Commit>(&work))
            commitments.emplace_back(std::move(commit->ticket), std::move(commit->committed));
    }
    if (!commitments.empty())
        commitGroup(*m_journal, commitments, m_rooted);

    const Result<void> recorded = m_journal->transaction([&]() -> Result<void> {
        Result<void> ok;
        for (size_t i = 0; ok && i < group.size(); ++i)
            ok = write(group[i]);
        for (const Commitment &commitment : commitments) {
            if (ok && commitment.isAlive())
                ok = m_journal->setStatus(commitment.ticket().batch, commitment.ticket().number, commitment.doneStatus());
        }
        return ok;
    });

    for (Commitment &commitment : commitments) {
        if (!recorded && commitment.isAlive())
            commitment.withdraw(recorded.error());
        commitment.report();
    }
    for (Work &work : group) {
        if (auto *batch = std::get_if<NewBatch>(&work))
            batch->recorded(recorded, std::move(batch->lock));
        else if (auto *reopen = std::get_if<Reopen>(&work))
            reopen->recorded(recorded, std::move(reopen->lock));
        else if (auto *trash = std::get_if<Trash>(&work))
            trash->trashed(trash->job, trashFile(trash->source, trash->identity));
    }
}

Result<void> Committer::write(Work &work)
{
    if (auto *batch = std::get_if<NewBatch>(&work)) {
        // Before anybody can see it: no other process may take it up.
        if (const Result<void> locked = lock(batch->batch.id, batch->lock); !locked)
            return locked;
        return m_journal->addBatch(batch->batch);
    }
    if (const auto *record = std::get_if<Record>(&work))
        return m_journal->setStatus(record->batch, record->number, record->status);
    if (const auto *end = std::get_if<BatchEnd>(&work))
        return m_journal->endBatch(end->batch);
    if (auto *reopen = std::get_if<Reopen>(&work)) {
        if (const Result<void> locked = lock(reopen->batch, reopen->lock); !locked)
            return locked;
        return m_journal->reopenBatch(reopen->batch);
    }
    if (const auto *rates = std::get_if<Rates>(&work))
        return m_journal->setRates(rates->rates);
    return {}; // a commit, done by its group, or a source that is moved later
}

Result<void> Committer::lock(const QString &batch, FileDescriptor &target)
{
    Result<FileDescriptor> locked = m_journal->lockBatch(batch);
    if (!locked)
        return locked.error();
    target = std::move(*locked);
    return {};
}

} // namespace convoy
