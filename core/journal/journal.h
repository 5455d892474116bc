// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/result.h"
#include "core/plan/estimate.h"
#include "core/plan/job.h"

#include <QDateTime>

#include <functional>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace convoy {

/// A batch as it is first written.
struct BatchRecord {
    QString id;
    QString profile;            ///< name for people
    std::vector<JobPlan> plans; ///< numbered from 1 in this order
};

/// An output between "committing" and "done".
struct CommittingFile {
    Path path;
    qint64 size = 0;
    QByteArray hash; ///< FastHash
};

struct RecoveredJob {
    JobPlan plan;
    JobStatus status; ///< Done, Skipped …, or Queued where it has to be done (again)
};

struct RecoveredBatch {
    QString id;
    QString profile;
    std::vector<RecoveredJob> jobs;
    FileDescriptor lock; ///< held as long as the batch is being worked on
};

struct BatchHistory {
    QString id;
    QString profile;
    QDateTime started;
    QDateTime ended; ///< invalid: not finished
    int jobs = 0;
    int done = 0;
    int failed = 0;
    int skipped = 0;
    int cancelled = 0;
};

/// Batches and jobs in an SQLite database (WAL, synchronous=FULL): what is written here survives a power cut. One
/// object is used by one thread at a time; several processes may have the file open.
class Journal
{
public:
    /// Makes the file and its folders where they are missing. `output-unwritable` where that fails.
    static Result<std::unique_ptr<Journal>> open(const Path &file);
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// Runs `body` in one transaction: all of it is durable when this returns, or nothing.
    Result<void> transaction(const std::function<Result<void>()> &body);

    Result<void> addBatch(const BatchRecord &batch);
    Result<void> setStatus(const QString &batch, int number, const JobStatus &status);
    Result<void> setCommitting(const QString &batch, int number, const std::vector<CommittingFile> &files);
    Result<void> endBatch(const QString &batch);
    Result<void> reopenBatch(const QString &batch);

    /// Newest first.
    Result<std::vector<BatchHistory>> history(int limit = 100);
    /// Batches that have not come to their end, oldest first; those that a living process works on included.
    Result<QStringList> unfinished();
    /// Whether a living process (this one too) works on the batch.
    bool isWorkedOn(const QString &batch);
    /// What is left to do of a batch. Outputs that were just about to be named are looked up on disk: whole ones
    /// (size and hash) count as done. What is done stays so unless its source has changed since. `internal` where another
    /// process works on it, `invalid-option` where there is none.
    Result<RecoveredBatch> recover(const QString &batch);
    /// All jobs of a batch as they stand.
    Result<std::vector<RecoveredJob>> jobs(const QString &batch);

    /// What was measured of each profile's jobs, for start order and estimates.
    Result<void> setRates(const std::vector<MeasuredRate> &rates);
    Result<std::vector<MeasuredRate>> rates();

    /// Marks a batch as worked on by this process until the descriptor is closed.
    Result<FileDescriptor> lockBatch(const QString &batch);

private:
    class Statement;

    Journal(sqlite3 *database, Path file);
    Result<void> migrate();
    Result<void> execute(const char *sql);
    Error failure() const;
    Path lockFile(const QString &batch) const;
    Result<std::map<qint64, std::vector<CommittingFile>>> committing(const QString &batch);

    sqlite3 *m_database;
    Path m_file;
    std::map<std::string_view, sqlite3_stmt *> m_prepared; // by their SQL
};

} // namespace convoy
