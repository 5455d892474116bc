// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/committer.h"

#include "core/output/trash.h"
#include "core/plan/planner.h"

#include <QCoreApplication>

#include <algorithm>
#include <fcntl.h>
#include <map>
#include <sys/prctl.h>

namespace convoy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::Committer)
};

Result<void> syncFolder(const Path &folder)
{
    const FileDescriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.isValid() || ::fsync(fd.fd()) != 0)
        return systemError(errno, ErrorKind::OutputUnwritable,
                           Text::tr("The folder “%1” could not be written to disk.").arg(displayName(folder)));
    return {};
}

/// One job on its way through the commit protocol, together with the others of its group.
class Commitment
{
public:
    Commitment(CommitTicket ticket, Committer::Committed committed)
        : m_ticket(std::move(ticket)),
          m_committed(std::move(committed))
    {
    }

    bool isAlive() const { return !m_error; }
    void fail(const Error &error)
    {
        if (!m_error)
            m_error = error;
    }
    const CommitTicket &ticket() const { return m_ticket; }

    /// Starts writing back without waiting, so that the fsync calls of the group overlap.
    void startWriteback() const
    {
        for (const StagedFile &file : m_ticket.staged)
            ::sync_file_range(file.fd(), 0, 0, SYNC_FILE_RANGE_WRITE);
    }

    void syncFiles()
    {
        for (const StagedFile &file : m_ticket.staged) {
            if (isAlive() && ::fsync(file.fd()) != 0)
                fail(systemError(errno, ErrorKind::OutputUnwritable, Text::tr("The output could not be written to disk.")));
        }
    }

    /// Chooses names that are free now and notes size and hash.
    void chooseNames()
    {
        if (!isAlive())
            return;
        QByteArray stem = m_ticket.stem;
        for (int suffix = 2; m_ticket.conflict == ConflictRule::Rename && isTaken(stem); ++suffix)
            stem = m_ticket.stem + " (" + QByteArray::number(suffix) + ")";
        m_names = outputNamesFor(stem);
        m_files.clear();
        for (size_t i = 0; isAlive() && i < m_names.size(); ++i) {
            const StagedFile &file = m_ticket.staged[i];
            const Result<qint64> size = file.size();
            const Result<QByteArray> hash = size ? hashFile(file.fd()) : Result<QByteArray>(size.error());
            if (!hash)
                fail(hash.error());
            else
                m_files.push_back({file.folder() / m_names[i].toStdString(), *size, *hash});
        }
    }

    /// All outputs get their names, or none. False where a name was taken in the meantime and others may be tried.
    bool publish()
    {
        if (m_ticket.conflict == ConflictRule::Overwrite && replacesSource()) {
            fail({ErrorKind::OutputExists, Text::tr("The output would replace its own source."), {}});
            return true;
        }
        for (size_t i = 0; i < m_names.size(); ++i) {
            const Result<void> published = m_ticket.staged[i].publish(m_names[i],
                                                                      m_ticket.conflict == ConflictRule::Overwrite);
            m_published += published ? 1 : 0;
            if (published)
                continue;
            if (published.error().kind == ErrorKind::OutputExists && m_ticket.conflict == ConflictRule::Rename) {
                hideAgain();
                return false;
            }
            withdraw(published.error());
            return true;
        }
        return true;
    }

    /// Takes the final names away again: what failed is not to be seen.
    void withdraw(const Error &error)
    {
        fail(error);
        hideAgain();
        m_ticket.staged.clear();
    }

    /// The folders that have to be synced: the one of the outputs and those of folders that were made for it.
    std::set<Path> folders() const
    {
        std::set<Path> folders;
        if (!isAlive() || m_ticket.staged.empty())
            return folders;
        folders.insert(m_ticket.staged.front().folder());
        for (const Path &made : m_ticket.madeFolders)
            folders.insert(made.parent_path());
        return folders;
    }

    const std::vector<CommittingFile> &files() const { return m_files; }

    JobStatus doneStatus() const
    {
        JobStatus status = m_ticket.status;
        status.state = JobState::Done;
        status.outputBytes = 0;
        status.outputs.clear();
        for (const CommittingFile &file : m_files) {
            status.outputs.push_back(file.path);
            status.outputBytes += file.size;
        }
        return status;
    }

    void report()
    {
        if (m_error) {
            m_committed(m_ticket.job, *m_error);
            return;
        }
        const JobStatus status = doneStatus();
        m_committed(m_ticket.job, CommittedOutputs{status.outputs, status.outputBytes});
    }

private:
    void hideAgain()
    {
        for (size_t i = 0; i < m_published; ++i)
            m_ticket.staged[i].conceal(m_names[i]);
        m_published = 0;
    }
    bool replacesSource() const
    {
        const Result<SourceIdentity> source = sourceIdentity(m_ticket.source);
        return source && std::ranges::any_of(m_files, [&source](const CommittingFile &file) {
                   const Result<SourceIdentity> there = sourceIdentity(file.path);
                   return there && there->device == source->device && there->inode == source->inode;
               });
    }
    std::vector<QByteArray> outputNamesFor(const QByteArray &stem) const
    {
        return m_ticket.staged.empty() ? std::vector<QByteArray>()
                                       : outputNames(stem, m_ticket.extension, m_ticket.staged.size());
    }
    bool isTaken(const QByteArray &stem) const
    {
        std::error_code ignored;
        for (const QByteArray &name : outputNamesFor(stem)) {
            const Path path = m_ticket.staged.front().folder() / name.toStdString();
            if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
                return true;
        }
        return false;
    }

    CommitTicket m_ticket;
    Committer::Committed m_committed;
    std::vector<QByteArray> m_names;
    std::vector<CommittingFile> m_files;
    size_t m_published = 0; // how many have their final name
    std::optional<Error> m_error;
};

Result<void> journalCommitting(Journal &journal, const std::vector<Commitment *> &group)
{
    return journal.transaction([&]() -> Result<void> {
        for (const Commitment *commitment : group) {
            const CommitTicket &ticket = commitment->ticket();
            if (Result<void> ok = journal.setCommitting(ticket.batch, ticket.number, commitment->files()); !ok)
                return ok;
        }
        return {};
    });
}

/// Steps 4 and 5 of the protocol; names that were taken between the two are chosen again.
void nameAll(Journal &journal, std::vector<Commitment> &group)
{
    std::vector<Commitment *> unnamed;
    unnamed.reserve(group.size());
    for (Commitment &commitment : group)
        unnamed.push_back(&commitment);
    while (!unnamed.empty()) {
        std::vector<Commitment *> again;
        for (Commitment *commitment : unnamed)
            commitment->chooseNames();
        std::erase_if(unnamed, [](const Commitment *commitment) { return !commitment->isAlive(); });
        if (const Result<void> ok = journalCommitting(journal, unnamed); !ok) {
            for (Commitment *commitment : unnamed)
                commitment->fail(ok.error());
            return;
        }
        for (Commitment *commitment : unnamed) {
            if (!commitment->publish())
                again.push_back(commitment);
        }
        unnamed.swap(again);
    }
}

/// Another job may have made a folder that this one found: its name has to be on disk as well. Once for each folder;
/// parents that may not be opened were there before.
void syncParents(const Path &folder, std::set<Path> &rooted)
{
    for (Path path = folder; path.has_relative_path() && rooted.insert(path).second; path = path.parent_path()) {
        const Result<void> synced = syncFolder(path.parent_path());
        Q_UNUSED(synced)
    }
}

void syncFolders(std::vector<Commitment> &group, std::set<Path> &rooted)
{
    std::map<Path, Result<void>> synced;
    for (Commitment &commitment : group) {
        for (const Path &folder : commitment.folders()) {
            const auto [known, isNew] = synced.try_emplace(folder);
            if (isNew) {
                syncParents(folder, rooted);
                known->second = syncFolder(folder);
            }
            if (!known->second) {
                commitment.withdraw(known->second.error());
                break;
            }
        }
    }
}

void commitGroup(Journal &journal, std::vector<Commitment> &group, std::set<Path> &rooted)
{
    for (const Commitment &commitment : group)
        commitment.startWriteback();
    for (Commitment &commitment : group)
        commitment.syncFiles();
    nameAll(journal, group);
    syncFolders(group, rooted);
}

} // namespace

Committer::Committer(std::unique_ptr<Journal> journal) : m_journal(std::move(journal)), m_thread([this] { run(); }) {}

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
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(work));
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
