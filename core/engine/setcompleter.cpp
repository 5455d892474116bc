// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/jobrunner.h"
#include "core/worker/workerpool.h"

#include <QCoreApplication>

#include <cerrno>
#include <sys/stat.h>

namespace convoy {

namespace {

struct SetCompleterText {
    Q_DECLARE_TR_FUNCTIONS(convoy::SetCompleter)
};

// Keeps the times that the file was given.
Result<QVariantMap> completeFile(WorkerPool &workers, const CompletedSet &set, const StagedFile &file,
                                 WorkerPool::Usage &usage)
{
    struct stat before = {};
    const bool knowsTimes = ::fstat(file.fd(), &before) == 0;
    JobControl control;
    const Result<QVariantMap> columns = workers.completeSet({set.converter, file.fd(), set.facts}, control, &usage);
    const timespec times[] = {before.st_atim, before.st_mtim};
    if (knowsTimes && ::futimens(file.fd(), times) != 0)
        return systemError(errno, ErrorKind::OutputUnwritable, SetCompleterText::tr("The output cannot be written."));
    return columns;
}

void completeMember(WorkerPool &workers, const CompletedSet &set, JobOutcome &member)
{
    WorkerPool::Usage usage{member.cpuSeconds, member.peakBytes};
    for (size_t i = 0; i < member.staged.size() && !member.error; ++i) {
        if (!member.setFacts.value(qsizetype(i)).isValid())
            continue;
        const Result<QVariantMap> columns = completeFile(workers, set, member.staged[i], usage);
        if (columns)
            member.columns.insert(*columns);
        else
            member.error = columns.error();
    }
    member.cpuSeconds = usage.cpuSeconds;
    member.peakBytes = usage.peakBytes;
    if (set.missing > 0)
        member.warnings.append(
            SetCompleterText::tr("Other files of the same set failed; what was measured of the whole is without them."));
}

} // namespace

SetCompleter workerSetCompleter(WorkerPool &workers)
{
    return [&workers](CompletedSet &set) {
        for (auto &[id, member] : set.members)
            completeMember(workers, set, member);
    };
}

} // namespace convoy
