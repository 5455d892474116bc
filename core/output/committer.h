// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"
#include "core/output/stagedfile.h"
#include "core/plan/job.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <variant>
#include <vector>

namespace convoy {

/// Verified outputs of one job, waiting for their final names.
struct CommitTicket {
    QString batch;
    JobId job = 0;  ///< as the engine counts
    int number = 0; ///< as the journal counts: place in the batch from 1
    std::vector<StagedFile> staged;
    std::vector<Path> madeFolders;
    QByteArray stem;
    QString extension;
    ConflictRule conflict = ConflictRule::Rename;
    JobStatus status; ///< to be journalled with Done
    Path source;      ///< never replaced, whatever the rule
};

struct CommittedOutputs {
    std::vector<Path> outputs;
    qint64 bytes = 0;
};

/// The only writer of the journal, on a thread of its own. Everything that waits is done in one go (group commit):
/// fsync the staged files → journal "committing" with name, size and hash → link → fsync the folders → journal "done".
/// Only then is a job reported. An fsync error fails the job and is never retried.
class Committer
{
public:
    using Committed = std::function<void(JobId, Result<CommittedOutputs>)>;
    /// With the lock of the batch, which says that this process works on it.
    using Recorded = std::function<void(Result<void>, FileDescriptor)>;

    using Trashed = std::function<void(JobId, Result<void>)>;

    /// `gatherTime`: how long the first end of a job waits for others, whose syncs are then shared with its own.
    explicit Committer(std::unique_ptr<Journal> journal,
                       std::chrono::milliseconds gatherTime = std::chrono::milliseconds(20));
    /// Finishes what was handed over.
    ~Committer();

    /// All calls return at once; callbacks run on the committer's thread.
    void addBatch(BatchRecord batch, Recorded recorded);
    void commit(CommitTicket ticket, Committed committed);
    /// A terminal state without outputs, or Queued for a retry.
    void record(const QString &batch, int number, const JobStatus &status);
    void endBatch(const QString &batch);
    void reopenBatch(const QString &batch, Recorded recorded);
    void recordRates(std::vector<MeasuredRate> rates);
    /// After everything that was handed over before: what was made of the source is done in the journal by then. The
    /// source stays where it is no longer the same file.
    void trash(JobId job, Path source, const SourceIdentity &identity, Trashed trashed);
    /// No job runs that could end soon: what was handed over waits for no other.
    void flush();

private:
    struct NewBatch {
        BatchRecord batch;
        Recorded recorded;
        FileDescriptor lock = FileDescriptor();
    };
    struct Commit {
        CommitTicket ticket;
        Committed committed;
    };
    struct Record {
        QString batch;
        int number;
        JobStatus status;
    };
    struct BatchEnd {
        QString batch;
    };
    struct Reopen {
        QString batch;
        Recorded recorded;
        FileDescriptor lock = FileDescriptor();
    };
    struct Rates {
        std::vector<MeasuredRate> rates;
    };
    struct Trash {
        JobId job;
        Path source;
        SourceIdentity identity;
        Trashed trashed;
    };
    using Work = std::variant<NewBatch, Commit, Record, BatchEnd, Reopen, Rates, Trash>;

    void post(Work work);
    void run();
    void perform(std::vector<Work> group);
    Result<void> write(Work &work);
    Result<void> lock(const QString &batch, FileDescriptor &target);

    std::unique_ptr<Journal> m_journal;
    std::set<Path> m_rooted; // folders whose own names are known to be on disk
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Work> m_waiting; // guarded by m_mutex
    bool m_isDue = false;        // guarded by m_mutex; what waits is not for others to join
    bool m_ending = false;       // guarded by m_mutex
    std::chrono::milliseconds m_gatherTime;
    std::thread m_thread;
};

} // namespace convoy
