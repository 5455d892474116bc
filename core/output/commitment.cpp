// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/commitment.h"

#include "core/journal/filehash.h"
#include "core/plan/planner.h"

#include <QCoreApplication>

#include <algorithm>
#include <fcntl.h>
#include <map>
#include <unistd.h>

namespace convoy {

namespace {

struct CommitterText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Committer)
};

} // namespace

void Commitment::startWriteback() const
{
    for (const StagedFile &file : m_ticket.staged)
        file.startWriteback();
}

void Commitment::hashFiles()
{
    m_contents.clear();
    for (const StagedFile &file : m_ticket.staged) {
        const Result<qint64> size = isAlive() ? file.size() : Result<qint64>(*m_error);
        const Result<QByteArray> hash = size ? hashFile(file.fd()) : Result<QByteArray>(size.error());
        if (!hash) {
            fail(hash.error());
            return;
        }
        m_contents.push_back({*size, *hash});
    }
}

void Commitment::syncFiles()
{
    for (const StagedFile &file : m_ticket.staged) {
        if (isAlive() && ::fsync(file.fd()) != 0)
            fail(systemError(errno, ErrorKind::OutputUnwritable,
                             CommitterText::tr("The output could not be written to disk.")));
    }
}

void Commitment::chooseNames()
{
    if (!isAlive())
        return;
    QByteArray stem = m_ticket.stem;
    for (int suffix = 2; m_ticket.conflict == ConflictRule::Rename && isTaken(stem); ++suffix)
        stem = m_ticket.stem + " (" + QByteArray::number(suffix) + ")";
    m_names = outputNamesFor(stem);
    m_files.clear();
    for (size_t i = 0; i < m_names.size(); ++i) {
        const Path path = m_ticket.staged[i].folder() / m_names[i].toStdString();
        m_files.push_back({path, m_contents[i].size, m_contents[i].hash});
    }
}

bool Commitment::publish()
{
    if (m_ticket.conflict == ConflictRule::Overwrite && replacesSource()) {
        fail({ErrorKind::OutputExists, CommitterText::tr("The output would replace its own source.")});
        return true;
    }
    for (size_t i = 0; i < m_names.size(); ++i) {
        const Result<void> published = m_ticket.staged[i].publish(m_names[i], m_ticket.conflict == ConflictRule::Overwrite);
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

void Commitment::withdraw(const Error &error)
{
    fail(error);
    hideAgain();
    m_ticket.staged.clear();
}

std::set<Path> Commitment::folders() const
{
    std::set<Path> folders;
    if (!isAlive() || m_ticket.staged.empty())
        return folders;
    folders.insert(m_ticket.staged.front().folder());
    for (const Path &made : m_ticket.madeFolders)
        folders.insert(made.parent_path());
    return folders;
}

JobStatus Commitment::doneStatus() const
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

void Commitment::report()
{
    if (m_error) {
        m_committed(m_ticket.job, *m_error);
        return;
    }
    const JobStatus status = doneStatus();
    m_committed(m_ticket.job, CommittedOutputs{status.outputs, status.outputBytes});
}

void Commitment::hideAgain()
{
    for (size_t i = 0; i < m_published; ++i)
        m_ticket.staged[i].conceal(m_names[i]);
    m_published = 0;
}

bool Commitment::replacesSource() const
{
    const Result<SourceIdentity> source = sourceIdentity(m_ticket.source);
    return source && std::ranges::any_of(m_files, [&source](const CommittingFile &file) {
               const Result<SourceIdentity> there = sourceIdentity(file.path);
               return there && there->device == source->device && there->inode == source->inode;
           });
}

std::vector<QByteArray> Commitment::outputNamesFor(const QByteArray &stem) const
{
    return m_ticket.staged.empty() ? std::vector<QByteArray>()
                                   : outputNames(stem, m_ticket.extension, m_ticket.staged.size());
}

bool Commitment::isTaken(const QByteArray &stem) const
{
    std::error_code ignored;
    for (const QByteArray &name : outputNamesFor(stem)) {
        const Path path = m_ticket.staged.front().folder() / name.toStdString();
        if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
            return true;
    }
    return false;
}

namespace {

Result<void> syncFolder(const Path &folder)
{
    const FileDescriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.isValid() || ::fsync(fd.fd()) != 0)
        return systemError(errno, ErrorKind::OutputUnwritable,
                           CommitterText::tr("The folder “%1” could not be written to disk.").arg(displayName(folder)));
    return {};
}

Result<void> journalCommitting(Journal &journal, const std::vector<Commitment *> &group)
{
    return journal.transaction([&]() -> Result<void> {
        for (const Commitment *commitment : group) {
            const CommitTicket &ticket = commitment->ticket();
            // Where this is cut off, what is left of the set is completed with all of it.
            if (!ticket.status.setFacts.isEmpty()) {
                if (Result<void> ok = journal.setStatus(ticket.batch, ticket.number, ticket.status); !ok)
                    return ok;
            }
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

} // namespace

void commitGroup(Journal &journal, std::vector<Commitment> &group, std::set<Path> &rooted)
{
    for (const Commitment &commitment : group)
        commitment.startWriteback();
    for (Commitment &commitment : group)
        commitment.hashFiles();
    for (Commitment &commitment : group)
        commitment.syncFiles();
    nameAll(journal, group);
    syncFolders(group, rooted);
}

} // namespace convoy
