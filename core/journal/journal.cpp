// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"

#include "core/journal/jobrecord.h"
#include "core/journal/statement.h"

#include <QCoreApplication>

#include <array>
#include <fcntl.h>
#include <map>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace convoy {

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Journal)
};

constexpr int schemaVersion = 2;

/// From version n to n + 1, for n = 0 …
constexpr std::array migrations{R"(
CREATE TABLE batches(
  id TEXT PRIMARY KEY, profile TEXT NOT NULL, started INTEGER NOT NULL, ended INTEGER);
CREATE TABLE settings(
  batch TEXT NOT NULL, number INTEGER NOT NULL, value BLOB NOT NULL, PRIMARY KEY(batch, number)) WITHOUT ROWID;
CREATE TABLE jobs(
  batch TEXT NOT NULL, number INTEGER NOT NULL, settings INTEGER NOT NULL, plan BLOB NOT NULL,
  state INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0, status BLOB,
  PRIMARY KEY(batch, number)) WITHOUT ROWID;
CREATE TABLE committing(
  batch TEXT NOT NULL, job INTEGER NOT NULL, place INTEGER NOT NULL,
  path BLOB NOT NULL, size INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(batch, job, place)) WITHOUT ROWID;
PRAGMA user_version = 1;
)",
                                R"(
CREATE TABLE rates(
  profile TEXT PRIMARY KEY, jobs REAL NOT NULL, cost REAL NOT NULL, core REAL NOT NULL, cost2 REAL NOT NULL,
  cross REAL NOT NULL, core2 REAL NOT NULL, input REAL NOT NULL, output REAL NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 2;
)"};
static_assert(migrations.size() == schemaVersion);

} // namespace

Result<std::unique_ptr<Journal>> Journal::open(const Path &file)
{
    std::error_code error;
    std::filesystem::create_directories(file.parent_path().parent_path(), error);
    ::mkdir(file.parent_path().c_str(), 0700); // names of files are nobody else's business
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &database,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<Journal> journal(new Journal(database, file));
    if (code != SQLITE_OK)
        return journal->failure();
    sqlite3_busy_timeout(database, 10'000);
    if (const Result<void> ok = journal->migrate(); !ok)
        return ok.error();
    return journal;
}

Journal::Journal(sqlite3 *database, Path file) : m_database(database), m_file(std::move(file)) {}

Journal::~Journal()
{
    for (const auto &[sql, statement] : m_prepared)
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

Result<void> Journal::execute(const char *sql)
{
    if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure();
    return {};
}

Error Journal::failure() const
{
    const int code = sqlite3_errcode(m_database) & 0xFF;
    const ErrorKind kind = code == SQLITE_FULL ? ErrorKind::NoSpace : ErrorKind::OutputUnwritable;
    const QString message = code == SQLITE_CORRUPT || code == SQLITE_NOTADB
        ? JournalText::tr("The journal “%1” is damaged. Move it away, and a new one is begun.")
        : JournalText::tr("The journal “%1” cannot be used.");
    return {kind, message.arg(displayName(m_file)), QString::fromUtf8(sqlite3_errmsg(m_database))};
}

Result<void> Journal::migrate()
{
    // FULL, not NORMAL: in WAL mode NORMAL loses the last transactions in a power cut.
    if (const Result<void> ok = execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"); !ok)
        return ok;
    const auto version = [this] {
        Statement statement(*this, "PRAGMA user_version");
        return statement.next() ? statement.integer(0) : -1;
    };
    if (version() == schemaVersion)
        return {};
    return transaction([&]() -> Result<void> {
        // Another process may have been quicker.
        const qint64 found = version();
        if (found < 0 || found > schemaVersion)
            return Error{ErrorKind::OutputUnwritable,
                         JournalText::tr("The journal was written by a newer version of Convoy."), displayName(m_file)};
        Result<void> ok;
        for (size_t i = size_t(found); ok && i < migrations.size(); ++i)
            ok = execute(migrations[i]);
        return ok;
    });
}

Result<void> Journal::transaction(const std::function<Result<void>()> &body)
{
    if (const Result<void> begun = execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    Result<void> done = body();
    if (done)
        done = execute("COMMIT");
    if (!done)
        sqlite3_exec(m_database, "ROLLBACK", nullptr, nullptr, nullptr);
    return done;
}

Result<void> Journal::addBatch(const BatchRecord &batch)
{
    Statement insertBatch(*this, "INSERT INTO batches(id, profile, started) VALUES(?, ?, ?)");
    if (!insertBatch.bind(batch.id).bind(batch.profile).bind(QDateTime::currentMSecsSinceEpoch()).run())
        return failure();
    Statement insertSettings(*this, "INSERT INTO settings VALUES(?, ?, ?)");
    Statement insertJob(*this, "INSERT INTO jobs(batch, number, settings, plan) VALUES(?, ?, ?, ?)");
    std::map<const ConversionSettings *, qint64> known;
    for (const JobPlan &plan : batch.plans) {
        const auto [settings, isNew] = known.emplace(plan.settings.get(), qint64(known.size()));
        if (isNew && !insertSettings.bind(batch.id).bind(settings->second).bind(settingsToBytes(*plan.settings)).run())
            return failure();
        if (!insertJob.bind(batch.id).bind(qint64(plan.number)).bind(settings->second).bind(planToBytes(plan)).run())
            return failure();
    }
    return {};
}

Result<void> Journal::setStatus(const QString &batch, int number, const JobStatus &status)
{
    Statement update(*this, "UPDATE jobs SET state=?, attempts=?, status=? WHERE batch=? AND number=?");
    if (!update.bind(qint64(status.state))
             .bind(qint64(status.attempts))
             .bind(statusToBytes(status))
             .bind(batch)
             .bind(qint64(number))
             .run())
        return failure();
    Statement clean(*this, "DELETE FROM committing WHERE batch=? AND job=?");
    if (!clean.bind(batch).bind(qint64(number)).run())
        return failure();
    return {};
}

Result<void> Journal::setCommitting(const QString &batch, int number, const std::vector<CommittingFile> &files)
{
    Statement clean(*this, "DELETE FROM committing WHERE batch=? AND job=?"); // of an attempt before
    if (!clean.bind(batch).bind(qint64(number)).run())
        return failure();
    Statement insert(*this, "INSERT INTO committing VALUES(?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < files.size(); ++i) {
        if (!insert.bind(batch)
                 .bind(qint64(number))
                 .bind(qint64(i))
                 .bind(toBytes(files[i].path))
                 .bind(files[i].size)
                 .bind(files[i].hash)
                 .run())
            return failure();
    }
    return {};
}

Result<void> Journal::endBatch(const QString &batch)
{
    Statement update(*this, "UPDATE batches SET ended=? WHERE id=?");
    if (!update.bind(QDateTime::currentMSecsSinceEpoch()).bind(batch).run())
        return failure();
    ::unlink(lockFile(batch).c_str()); // nobody looks for it any more; whoever does makes it anew
    return {};
}

Result<void> Journal::reopenBatch(const QString &batch)
{
    Statement update(*this, "UPDATE batches SET ended=NULL WHERE id=?");
    if (!update.bind(batch).run())
        return failure();
    return {};
}

Result<void> Journal::setRates(const std::vector<MeasuredRate> &rates)
{
    Statement replace(*this, "REPLACE INTO rates VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const MeasuredRate &rate : rates) {
        replace.bind(rate.profile);
        for (const double sum : {rate.jobs, rate.cost, rate.coreSeconds, rate.costSquares, rate.costTimesCore,
                                 rate.coreSquares, rate.inputBytes, rate.outputBytes})
            replace.bind(sum);
        if (!replace.run())
            return failure();
    }
    return {};
}

Result<std::vector<MeasuredRate>> Journal::rates()
{
    std::vector<MeasuredRate> rates;
    Statement query(*this, "SELECT profile, jobs, cost, core, cost2, cross, core2, input, output FROM rates");
    while (query.next())
        rates.push_back({query.text(0), query.real(1), query.real(2), query.real(3), query.real(4), query.real(5),
                         query.real(6), query.real(7), query.real(8)});
    if (query.failed())
        return failure();
    return rates;
}

Result<std::vector<BatchHistory>> Journal::history(int limit)
{
    Statement query(
        *this,
        "SELECT id, profile, started, ended, count(number), sum(state=?), sum(state=?), sum(state=?), sum(state=?) "
        "FROM (SELECT rowid AS place, * FROM batches ORDER BY started DESC, rowid DESC LIMIT ?) "
        "LEFT JOIN jobs ON batch=id GROUP BY id ORDER BY started DESC, place DESC");
    query.bind(qint64(JobState::Done))
        .bind(qint64(JobState::Failed))
        .bind(qint64(JobState::Skipped))
        .bind(qint64(JobState::Cancelled));
    query.bind(qint64(limit));
    std::vector<BatchHistory> batches;
    while (query.next()) {
        const qint64 ended = query.integer(3);
        batches.push_back({
            .id = query.text(0),
            .profile = query.text(1),
            .started = QDateTime::fromMSecsSinceEpoch(query.integer(2)),
            .ended = ended ? QDateTime::fromMSecsSinceEpoch(ended) : QDateTime(),
            .jobs = int(query.integer(4)),
            .done = int(query.integer(5)),
            .failed = int(query.integer(6)),
            .skipped = int(query.integer(7)),
            .cancelled = int(query.integer(8)),
        });
    }
    if (query.failed())
        return failure();
    return batches;
}

Result<QStringList> Journal::unfinished()
{
    QStringList ids;
    Statement query(*this, "SELECT id FROM batches WHERE ended IS NULL ORDER BY started, rowid");
    while (query.next())
        ids.append(query.text(0));
    if (query.failed())
        return failure();
    return ids;
}

bool Journal::isWorkedOn(const QString &batch)
{
    return !lockBatch(batch);
}

Path Journal::lockFile(const QString &batch) const
{
    return m_file.parent_path() / "running" / batch.toStdString();
}

Result<FileDescriptor> Journal::lockBatch(const QString &batch)
{
    const Path path = lockFile(batch);
    std::error_code ignored;
    std::filesystem::create_directories(path.parent_path(), ignored);
    FileDescriptor fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!fd.isValid())
        return systemError(errno, ErrorKind::OutputUnwritable,
                           JournalText::tr("The journal “%1” cannot be used.").arg(displayName(m_file)));
    // Held by the open file description: gone with the process, however it ends.
    if (::flock(fd.fd(), LOCK_EX | LOCK_NB) != 0)
        return Error{ErrorKind::Internal, JournalText::tr("The batch “%1” is being worked on.").arg(batch)};
    return fd;
}

} // namespace convoy
