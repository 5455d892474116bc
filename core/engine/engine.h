// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/engine/estimate.h"
#include "core/engine/executor.h"
#include "core/engine/job.h"
#include "core/engine/jobcontrol.h"
#include "core/engine/jobrunner.h"
#include "core/engine/taskcount.h"
#include "core/output/committer.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <array>
#include <map>
#include <set>
#include <tuple>

namespace convoy {

/// Time that a batch still needs, as a range. Both 0 where nothing is known yet.
struct RemainingTime {
    double lowSeconds = 0;
    double highSeconds = 0;
};

/// Where the whole queue stands.
struct EngineProgress {
    double fraction = 0; ///< 0 … 1 by expected work, never going back while work runs
    RemainingTime remaining;
    int queued = 0;
    int running = 0;
    int done = 0;
    int failed = 0;
    int skipped = 0;
    int cancelled = 0;
};

/// Keeps every core busy with jobs until all are in a terminal state. Knows no converter: `JobRunner` does the work on
/// the executor's threads, `Committer` brings outputs to their final names on its own thread, and everything here runs
/// in the thread of this object, so no lock guards it. Each job is announced as started and, once and only once,
/// as finished.
class Engine : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        Executor executor;
        JobRunner runner;
        Committer *committer = nullptr; ///< must outlive the engine
        int slots_ = 1;                 ///< cores to use
    };

    explicit Engine(Parts parts, QObject *parent = nullptr);
    /// Cancels and waits for what still runs.
    ~Engine() override;

    /// Journals the batch and queues its jobs (refused ones end at once). Returns the batch's name; the jobs get
    /// consecutive ids, in the order given, from `firstJob`.
    struct Submitted {
        QString batch;
        JobId firstJob = 0;
    };
    Submitted submit(std::vector<JobPlan> plans, const QString &profileName);

    /// Goes on with a batch from the journal: what is done stays done, the rest is queued.
    Submitted resubmit(RecoveredBatch batch);

    /// nullptr where there is no such job (any more).
    const Job *job(JobId id) const;
    /// Ids of all jobs that are known, in order.
    QList<JobId> jobs() const;
    EngineProgress progress() const;
    int slotCount() const { return m_parts.slots_; }
    bool isIdle() const;
    bool isPaused() const { return m_paused; }

    void pause(); ///< starts nothing new and stops what runs where it stands
    void resume();
    void pauseJob(JobId id);
    void resumeJob(JobId id);
    void cancel(JobId id);
    void cancelAll();
    /// Like cancelAll(), but the batches stay unfinished in the journal: `resume` goes on with them.
    void interrupt();
    /// Queues Failed, Cancelled or Skipped jobs again. Others are left alone.
    void retry(const QList<JobId> &ids);
    void retryFailed();
    /// Puts queued jobs before all others.
    void moveToFront(const QList<JobId> &ids);
    /// Forgets jobs in a terminal state.
    void forget(const QList<JobId> &ids);

Q_SIGNALS:
    void jobStarted(convoy::JobId id);
    /// At most once in 100 ms, and before a batch is announced as finished; every job that has changed since the last time.
    void jobsChanged(const QList<convoy::JobId> &ids);
    /// Exactly once for each job and attempt to finish it (a retry starts anew).
    void jobFinished(convoy::JobId id);
    void batchFinished(const convoy::BatchSummary &summary);
    /// Work has paused by itself because nothing can be written: full disk, read-only folder, vanished share, journal not
    /// writable. It goes on with resume(), or by itself when a later try succeeds.
    void blocked(const convoy::Error &reason);

private:
    struct Running;
    struct Batch;
    struct Event;

    /// Where a job stands in the queue: moved to the front, then longest first, then as submitted.
    struct QueueOrder {
        qint64 front = 0;
        double cost = 0;
        JobId id = 0;
        bool operator<(const QueueOrder &other) const
        {
            return std::tuple(-front, -cost, id) < std::tuple(-other.front, -other.cost, other.id);
        }
    };

    JobId adopt(const QString &batch, JobPlan plan, JobStatus status);
    void openBatch(const QString &name, JobId first, int jobs, FileDescriptor lock);
    void recorded(const QString &batch, const Result<void> &result);
    QueueOrder orderOf(const Job &job) const;
    /// Nothing happens where the journal does not have the batch yet: recorded() queues its jobs.
    void enqueue(const Job &job);
    /// False where the job does not wait in the queue.
    bool dequeue(const Job &job);
    void dispatch();
    void start(Job &job, int slot);
    void shareThreads();
    void receive(std::vector<Event> events);
    void ran(JobId id, JobOutcome outcome);
    void committed(JobId id, const Result<CommittedOutputs> &outputs);
    void failed(Job &job, const Error &error);
    void finish(Job &job, JobState state, std::optional<Error> error);
    bool retriesLater(Job &job, const Error &error);
    void block(Job &job, const Error &error);
    bool fits(const Job &job);
    void setPausedState(Job &job, bool paused);
    void changed(JobId id);
    void flushChanged();
    void setState(Job &job, JobState state);
    void reopenBatch(const QString &name, Batch &batch);
    void closeBatch(const QString &name);
    RemainingTime remaining() const;
    Job *find(JobId id);
    int freeSlot(const Job &next) const;

    Parts m_parts;
    Mailbox<Event> m_mailbox;
    std::map<JobId, Job> m_jobs;
    std::set<QueueOrder> m_queue;
    std::map<QString, double> m_queuedCost; // by converter
    std::map<JobId, qint64> m_fronts;       // of jobs that were moved to the front
    std::set<JobId> m_retries;              // waiting for their next attempt
    std::map<JobId, int> m_crashes;         // of jobs that are tried again
    std::map<JobId, std::unique_ptr<Running>> m_running;
    std::map<QString, Batch> m_batches;
    std::set<JobId> m_changed;
    QTimer m_changeTimer;
    TaskCount m_tasks;
    RateEstimate m_rates;
    JobId m_lastId = 0;
    qint64 m_front = 0;
    bool m_paused = false;
    QTimer m_unblockTimer;
    QElapsedTimer m_sinceMemory;
    long long m_memory = 0; // available, as last read
    bool m_interrupted = false;
    std::array<int, 7> m_counts{}; // by JobState
    double m_totalCost = 0;
    double m_finishedCost = 0;
    mutable double m_shownFraction = 0;
};

} // namespace convoy
