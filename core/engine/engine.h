// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/executor.h"
#include "core/base/mailbox.h"
#include "core/base/taskcount.h"
#include "core/engine/jobrunner.h"
#include "core/engine/progressmeter.h"
#include "core/engine/retrypolicy.h"
#include "core/engine/scheduler.h"
#include "core/engine/sharedtext.h"
#include "core/output/committer.h"
#include "core/plan/estimate.h"
#include "core/plan/job.h"
#include "core/worker/jobcontrol.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <map>
#include <set>

namespace convoy {

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

/// Keeps every core busy with jobs until all are in a terminal state. Knows no converter: `Scheduler` says who starts
/// when, `nextStep` what follows a failure, `JobRunner` does the work on the executor's threads, `Committer` brings
/// outputs to their final names on its own thread, and everything here runs in the thread of this object, so no lock
/// guards it. Each job is announced as started and, once and only once, as finished.
///
/// engine.cpp is the way of a job that goes well, enginefailure.cpp of one that does not, enginebatch.cpp that of a batch,
/// enginecommands.cpp what a person may ask, engineprogress.cpp what is said of it.
class Engine : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        Executor executor;
        JobRunner runner;
        Committer *committer = nullptr;         ///< must outlive the engine
        int slots_ = 1;                         ///< cores to use
        std::vector<MeasuredRate> rates = {};   ///< of earlier batches
        Scheduler::Memory availableMemory = {}; ///< empty: what the machine has
        SetCompleter completer = {};            ///< empty: sets are not completed
        /// Told the sources of the jobs that start next; empty: nobody has to know.
        std::function<void(std::vector<Path>)> readAhead = {};
        std::chrono::milliseconds unblockTime = std::chrono::seconds(15); ///< from a full disk to the next try
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
    /// A person has paused everything, or nothing that is left can be written (`blocked`).
    bool isPaused() const { return m_paused || m_isStalled; }
    /// For the space that outputs will need, and for estimates.
    const RateEstimate &rates() const { return m_rates; }

    void pause(); ///< starts nothing new and stops what runs where it stands
    void resume();
    void pauseJob(JobId id);
    void resumeJob(JobId id);
    void cancel(JobId id);
    void cancelAll();
    /// Starts nothing more of that batch; with Now, cancels what runs of it. It stays unfinished in the journal.
    void halt(const QString &batch, HaltRule::When when, const Error &reason);
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
    /// Nothing is left that could go on: what waits cannot be written (full disk, unwritable folder, vanished share,
    /// journal not writable). Work goes on with resume(), or by itself when a later try succeeds.
    void blocked(const convoy::Error &reason);
    /// Jobs for this folder, or all on its file system where that is full, wait; others go on. They are tried again like
    /// those above. Said once for each time that it is met.
    void placeBlocked(const convoy::Path &folder, const convoy::Error &reason);

private:
    struct Running;
    struct Batch;
    struct Event;

    // The way of a job
    JobId adopt(const QString &batch, JobPlan plan, JobStatus status);
    void enqueue(Job &job);
    bool dequeue(const Job &job);
    void dispatch();
    void readAhead();
    void launch(Job &job);
    void shareThreads();
    void receive(std::vector<Event> events);
    void progressed(JobId id, double fraction);
    void said(JobId id, QByteArray text);
    void ran(JobId id, JobOutcome outcome);
    void commit(Job &job, JobOutcome outcome);
    void committed(JobId id, const Result<CommittedOutputs> &outputs, bool isPlaceLost);
    void leaveSlot(JobId id);
    void failed(Job &job, const Error &error);
    bool tryAgain(Job &job, const Error &error);
    void queueAgain(Job &job);
    void queueLater(Job &job, double delayS);
    void block(Job &job, const Error &error);
    void unblock();
    void checkStalled();
    void finish(Job &job, JobState state, std::optional<Error> error);
    void setState(Job &job, JobState state);
    void changed(JobId id);
    void flushChanged();
    Job *find(JobId id);
    qint64 availableMemoryNow();
    RemainingTime remaining() const;

    // The way of a batch
    void openBatch(const QString &name, JobId first, int jobs, FileDescriptor lock);
    void recorded(const QString &batch, const Result<void> &result);
    void reopenBatch(const QString &name, Batch &batch);
    void closeBatch(const QString &name);
    void haltIfDue(const QString &name, const HaltRule &rule);
    void noteSources(Batch &batch);
    void sourceRead(const Job &job, const SourceIdentity &source);
    void sourceFinished(const Job &job);
    void sourceTrashed(JobId id, const Result<void> &result);
    bool staysResumable(const QString &batch) const;

    // Commands
    void setPausedState(Job &job, bool paused);
    void drop(Job &job);

    struct FileSet;

    void joinSet(const Job &job);
    void leaveSet(const Job &job, JobState state);
    bool holdForSet(Job &job, JobOutcome &outcome);
    bool dropHeld(JobId id);
    void completeSetIfDue(const QByteArray &key);
    void setCompleted(CompletedSet &set);

    Parts m_parts;
    Mailbox<Event> m_mailbox;
    std::map<JobId, Job> m_jobs;
    SharedText m_sharedText; // of their plans
    Scheduler m_scheduler;
    std::set<JobId> m_retries;            // waiting for their next attempt
    std::map<JobId, Troubles> m_troubles; // of jobs that are tried again
    std::map<JobId, std::unique_ptr<Running>> m_running;
    std::map<QString, Batch> m_batches;
    std::set<JobId> m_changed;
    QTimer m_changeTimer;
    QTimer m_unblockTimer;
    QTimer m_startTimer;                   // until a start that had to wait for its delay
    std::map<JobId, QByteArray> m_setKeys; // of jobs that belong to a set
    std::map<QByteArray, FileSet> m_sets;
    TaskCount m_tasks;
    RateEstimate m_rates;
    mutable ProgressMeter m_meter;
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceMemory;
    qint64 m_memory = 0; // available, as last read
    JobId m_lastId = 0;
    bool m_paused = false;
    bool m_isStalled = false;
    std::optional<Error> m_blockReason; // the last one
    bool m_interrupted = false;
    std::array<int, 7> m_counts{}; // by JobState
};

} // namespace convoy
