// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/rowtags.h"
#include "ui/models/queuemodel.h"

#include <utility>

/// What becomes of a row: what the probe found, what a person chose, what its job does.
namespace convoy {

void QueueModel::setProbed(const std::vector<ProbedFile> &files)
{
    std::vector<int> changed;
    for (const ProbedFile &file : files) {
        const int place = indexOf(file.id);
        if (place < 0) {
            m_waitingProbes.insert(file.id, file);
            continue;
        }
        applyProbe(mutableAt(place), file);
        changed.push_back(place);
    }
    announce(std::move(changed));
}

void QueueModel::applyProbe(QueueRow &row, const ProbedFile &file) const
{
    row.probed = true;
    if (file.refusal)
        row.refusal = file.refusal;
    row.info = withRow(file.info, row.listRow);
    if (file.piece) {
        row.piece = file.piece;
    } else if (row.piece && !file.refusal) { // looked at anew, now that the file is there
        if (const Result<void> settled = settlePiece(*row.piece, row.info); !settled)
            row.refusal = settled.error();
    }
    const MediaKind kind = file.info.kind;
    if (file.refusal || kind == MediaKind::Unknown || kind == row.kind)
        return;
    if (m_defaultProfile && row.listRow.isEmpty() && row.profileId == m_defaultProfile(row.kind))
        row.profileId = m_defaultProfile(kind);
    row.kind = kind;
}

void QueueModel::applyWaitingProbe(QueueRow &row)
{
    if (const auto waiting = m_waitingProbes.constFind(row.id); waiting != m_waitingProbes.constEnd()) {
        applyProbe(row, *waiting);
        m_waitingProbes.erase(waiting);
    }
}

void QueueModel::setChoices(const std::vector<RowChoice> &choices)
{
    std::vector<int> changed;
    QList<JobId> released;
    for (const RowChoice &choice : choices) {
        const int place = indexOf(choice.id);
        if (place < 0 || isActive(stateAt(place)))
            continue;
        QueueRow &row = mutableAt(place);
        if (row.profileId == choice.profileId && row.overrides == choice.overrides
            && row.nameTemplate == choice.nameTemplate)
            continue;
        row.profileId = choice.profileId;
        row.overrides = choice.overrides;
        row.nameTemplate = choice.nameTemplate;
        if (row.job != 0)
            released.append(takeJob(row));
        changed.push_back(place);
    }
    announce(std::move(changed));
    if (!released.isEmpty())
        Q_EMIT jobsReleased(released);
}

/// What is left is a row that was never handed in.
JobId QueueModel::takeJob(QueueRow &row)
{
    m_jobs.remove(row.job);
    row.status = {};
    return std::exchange(row.job, 0);
}

void QueueModel::release(const QList<RowId> &ids)
{
    std::vector<int> changed;
    QList<JobId> released;
    for (const RowId id : ids) {
        const int place = indexOf(id);
        if (place < 0 || at(place).job == 0 || isActive(stateAt(place)))
            continue;
        released.append(takeJob(mutableAt(place)));
        changed.push_back(place);
    }
    announce(std::move(changed));
    Q_EMIT jobsReleased(released);
}

void QueueModel::setPlanning(const QList<RowId> &ids, bool planning)
{
    std::vector<int> changed;
    for (const RowId id : ids) {
        if (const int place = indexOf(id); place >= 0) {
            mutableAt(place).planning = planning;
            changed.push_back(place);
        }
    }
    announce(std::move(changed));
}

void QueueModel::restart(RowId id)
{
    const int place = indexOf(id);
    if (place < 0)
        return;
    QueueRow &row = mutableAt(place);
    const JobId job = takeJob(row);
    row.refusal.reset();
    row.probed = false;
    announce({place});
    if (job != 0)
        Q_EMIT jobsReleased({job});
}

void QueueModel::setFound(RowId id, const FoundFile &file)
{
    const int place = indexOf(id);
    if (place < 0)
        return;
    QueueRow &row = mutableAt(place);
    row.input.identity = file.scanned.file.identity;
    if (row.kind == MediaKind::Unknown && m_defaultProfile && row.profileId.isEmpty())
        row.profileId = m_defaultProfile(file.kind);
    row.kind = file.kind;
    row.formatId = file.formatId;
    row.refusal = file.scanned.refusal;
    row.probed = row.refusal.has_value();
    announce({place});
}

void QueueModel::setJobs(const std::vector<Submission> &submissions)
{
    std::vector<int> changed;
    for (const Submission &submission : submissions) {
        const int place = indexOf(submission.id);
        if (place < 0)
            continue;
        QueueRow &row = mutableAt(place);
        row.planning = false;
        row.job = submission.job;
        row.plannedStem = submission.stem;
        row.status = submission.status;
        m_jobs.insert(submission.job, submission.id);
        learnResults(row);
        changed.push_back(place);
    }
    announce(std::move(changed));
}

void QueueModel::updateJobs(const std::vector<JobUpdate> &updates)
{
    std::vector<int> changed;
    for (const JobUpdate &update : updates) {
        const int place = indexOf(rowOfJob(update.job));
        if (place < 0)
            continue;
        QueueRow &row = mutableAt(place);
        row.status = update.status;
        learnResults(row);
        row.secondsLeft = -1;
        if (row.status.state == JobState::Running) {
            TimeLeft &left = m_timesLeft[row.id];
            left.update(row.status.fraction, m_clock.elapsed());
            row.secondsLeft = left.seconds().value_or(-1);
        } else if (row.status.state == JobState::Paused) {
            m_timesLeft[row.id].rest();
        } else {
            m_timesLeft.remove(row.id);
        }
        changed.push_back(place);
    }
    announce(std::move(changed));
}

} // namespace convoy
