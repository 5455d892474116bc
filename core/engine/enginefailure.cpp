// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/engine/enginestate.h"

namespace convoy {

void Engine::failed(Job &job, const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        finish(job, JobState::Cancelled, error);
    else if (tryAgain(job, error))
        return;
    else if (error.kind == ErrorKind::UnsupportedFormat
             || (error.kind == ErrorKind::OutputExists && servingSettings(job).conflict == ConflictRule::Skip))
        finish(job, JobState::Skipped, error);
    else
        finish(job, JobState::Failed, error);
}

bool Engine::tryAgain(Job &job, const Error &error)
{
    if (staysResumable(job.batch))
        return false; // it is being stopped
    Troubles &troubles = m_troubles[job.id];
    ++troubles.attempts;
    troubles.crashes += error.kind == ErrorKind::WorkerCrashed ? 1 : 0;
    switch (nextStep(error, job, troubles)) {
    case NextStep::Fail: return false;
    case NextStep::RetryLater: queueLater(job, retryDelay(servingSettings(job).retry, troubles.attempts)); return true;
    case NextStep::RetryAlone: job.status.isAlone = true; break;
    case NextStep::UseFallback:
        troubles = {};
        job.status.usesFallback = true;
        job.status.isAlone = false;
        break;
    }
    queueAgain(job);
    return true;
}

void Engine::queueAgain(Job &job)
{
    setState(job, JobState::Queued);
    job.status.fraction = 0;
    changed(job.id);
    enqueue(job);
}

void Engine::queueLater(Job &job, double delayS)
{
    setState(job, JobState::Queued);
    job.status.fraction = 0;
    changed(job.id);
    m_retries.insert(job.id);
    QTimer::singleShot(int(delayS * 1000), this, [this, id = job.id] {
        if (m_retries.erase(id) == 0)
            return; // cancelled in the meantime
        enqueue(m_jobs.at(id));
        dispatch();
    });
}

/// The next file for that place would meet the same: instead of failing them all, they wait, this job too.
void Engine::block(Job &job, const Error &error)
{
    if (staysResumable(job.batch))
        return finish(job, JobState::Cancelled, cancelledError());
    --job.status.attempts;
    const Path folder = job.plan.outputFolder;
    const bool isNew = !m_scheduler.isBlocked(folder);
    if (isNew)
        m_scheduler.block(
            folder, error.kind == ErrorKind::NoSpace ? BlockedPlaces::Extent::FileSystem : BlockedPlaces::Extent::Folder);
    queueAgain(job);
    m_blockReason = error;
    m_unblockTimer.start();
    if (isNew)
        Q_EMIT placeBlocked(folder, error);
}

/// Places may be writable again. What a person has paused stays so.
void Engine::unblock()
{
    m_unblockTimer.stop();
    m_isStalled = false;
    m_scheduler.unblockAll();
    dispatch();
}

void Engine::checkStalled()
{
    const bool isStalled = m_running.empty() && m_retries.empty() && m_scheduler.isStalled();
    if (std::exchange(m_isStalled, isStalled) == isStalled || !isStalled)
        return;
    Q_EMIT blocked(*m_blockReason);
}

} // namespace convoy
