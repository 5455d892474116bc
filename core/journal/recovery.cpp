// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a journal says of a batch that was cut off.
#include "core/base/hiddennames.h"
#include "core/journal/filehash.h"
#include "core/journal/jobrecord.h"
#include "core/journal/journal.h"
#include "core/journal/statement.h"

#include <QCoreApplication>

#include <algorithm>
#include <fcntl.h>
#include <set>
#include <unistd.h>

namespace convoy {

namespace {

struct RecoveryText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Journal)
};

/// Whether the file on disk is the one that was about to be named.
bool isWhole(const CommittingFile &file)
{
    const FileDescriptor fd(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!fd.isValid())
        return false;
    const Result<SourceIdentity> identity = sourceIdentity(fd.fd());
    if (!identity || identity->size != file.size)
        return false;
    const Result<QByteArray> hash = hashFile(fd.fd());
    return hash && *hash == file.hash;
}

/// A source that is gone was moved or removed after its work: that is no change.
bool hasChanged(const InputFile &input)
{
    const Result<SourceIdentity> now = sourceIdentity(input.path);
    const SourceIdentity &then = input.identity;
    return now && (now->size != then.size || now->mtimeNs != then.mtimeNs || now->inode != then.inode);
}

/// What was about to be named when the batch was cut off: all of it is there, or nothing of it is to stay.
void settle(JobStatus &status, const std::vector<CommittingFile> &files)
{
    if (!std::ranges::all_of(files, isWhole)) {
        for (const CommittingFile &file : files) {
            if (isWhole(file))
                ::unlink(file.path.c_str());
        }
        return;
    }
    status.state = JobState::Done;
    for (const CommittingFile &file : files) {
        status.outputs.push_back(file.path);
        status.outputBytes += file.size;
    }
}

} // namespace

Result<std::vector<RecoveredJob>> Journal::jobs(const QString &batch)
{
    std::map<qint64, std::shared_ptr<const ConversionSettings>> settings;
    Statement settingsQuery(*this, "SELECT number, value FROM settings WHERE batch=?");
    settingsQuery.bind(batch);
    while (settingsQuery.next())
        settings.emplace(settingsQuery.integer(0), settingsFromBytes(settingsQuery.blob(1)));

    std::vector<RecoveredJob> jobs;
    Statement query(*this, "SELECT number, settings, plan, state, attempts, status FROM jobs WHERE batch=? ORDER BY number");
    query.bind(batch);
    while (query.next()) {
        const auto how = settings.find(query.integer(1));
        if (how == settings.end())
            return Error{ErrorKind::OutputUnwritable,
                         RecoveryText::tr("The journal “%1” is damaged.").arg(displayName(m_file)), batch};
        RecoveredJob job{planFromBytes(query.blob(2), how->second), statusFromBytes(query.blob(5))};
        job.plan.number = int(query.integer(0));
        job.status.state = static_cast<JobState>(qBound<qint64>(0, query.integer(3), qint64(JobState::Failed)));
        job.status.attempts = int(query.integer(4));
        jobs.push_back(std::move(job));
    }
    if (query.failed() || settingsQuery.failed())
        return failure();
    return jobs;
}

/// Outputs of jobs that were about to be named.
Result<std::map<qint64, std::vector<CommittingFile>>> Journal::committing(const QString &batch)
{
    std::map<qint64, std::vector<CommittingFile>> files;
    Statement query(*this, "SELECT job, path, size, hash FROM committing WHERE batch=? ORDER BY job, place");
    query.bind(batch);
    while (query.next())
        files[query.integer(0)].push_back({toPath(query.blob(1)), query.integer(2), query.blob(3)});
    if (query.failed())
        return failure();
    return files;
}

Result<RecoveredBatch> Journal::recover(const QString &batch)
{
    RecoveredBatch recovered;
    {
        Statement query(*this, "SELECT profile FROM batches WHERE id=?");
        query.bind(batch);
        if (!query.next())
            return invalidOption(RecoveryText::tr("There is no batch “%1”.").arg(batch));
        recovered.id = batch;
        recovered.profile = query.text(0);
    }
    Result<FileDescriptor> lock = lockBatch(batch);
    if (!lock)
        return lock.error();
    recovered.lock = std::move(*lock);
    const Result<std::map<qint64, std::vector<CommittingFile>>> unsure = committing(batch);
    if (!unsure)
        return unsure.error();
    Result<std::vector<RecoveredJob>> all = jobs(batch);
    if (!all)
        return all.error();
    recovered.jobs = std::move(*all);

    std::set<Path> folders;
    for (RecoveredJob &job : recovered.jobs) {
        folders.insert(job.plan.outputFolder);
        if (const auto files = unsure->find(job.plan.number); files != unsure->end() && !isTerminal(job.status.state))
            settle(job.status, files->second);
        const bool isStale = job.status.state == JobState::Done && hasChanged(job.plan.input);
        if (!isTerminal(job.status.state) || job.status.state == JobState::Cancelled || isStale)
            job.status = {};
    }
    for (const Path &folder : folders)
        sweepStaging(folder);
    return recovered;
}

} // namespace convoy
