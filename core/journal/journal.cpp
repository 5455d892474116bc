// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"

#include "core/journal/jobrecord.h"
#include "core/journal/statement.h"
#include "core/output/stagedfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <map>
#include <set>
#include <sqlite3.h>
#include <sys/file.h>
#include <xxhash.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
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

} // namespace

Result<QByteArray> hashFile(int fd)
{
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (off_t offset = 0;;) {
        const ssize_t count = ::pread(fd, buffer.data(), size_t(buffer.size()), offset);
        if (count < 0)
            return systemError(errno, ErrorKind::OutputUnwritable, Text::tr("The staged file cannot be read."));
        if (count == 0)
            break;
        XXH3_128bits_update(state.get(), buffer.constData(), size_t(count));
        offset += count;
    }
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
    return QByteArray(reinterpret_cast<const char *>(canonical.digest), sizeof canonical.digest);
}

Result<std::unique_ptr<Journal>> Journal::open(const Path &file)
{
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &database,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<Journal> journal(new Journal(database, file));
    if (code != SQLITE_OK)
        return journal->failure("open");
    sqlite3_busy_timeout(database, 10'000);
    if (const Result<void> ok = journal->migrate(); !ok)
        return ok.error();
    return journal;
}

Journal::Journal(sqlite3 *database, Path file) : m_database(database), m_file(std::move(file)) {}

Journal::~Journal()
{
    sqlite3_close(m_database);
}

Result<void> Journal::execute(const char *sql)
{
    if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(sql);
    return {};
}

Error Journal::failure(const char *what) const
{
    const int code = sqlite3_errcode(m_database) & 0xFF;
    const ErrorKind kind = code == SQLITE_FULL ? ErrorKind::NoSpace : ErrorKind::OutputUnwritable;
    return {kind, Text::tr("The journal “%1” cannot be used.").arg(displayName(m_file)),
            QString::fromUtf8(sqlite3_errmsg(m_database)) + u" ("_s + QString::fromUtf8(what) + u")"_s};
}

Result<void> Journal::migrate()
{
    // FULL, not NORMAL: in WAL mode NORMAL loses the last transactions in a power cut.
    if (const Result<void> ok = execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"); !ok)
        return ok;
    const auto version = [this] {
        Statement statement(m_database, "PRAGMA user_version");
        return statement.next() ? statement.integer(0) : -1;
    };
    if (version() == schemaVersion)
        return {};
    return transaction([&]() -> Result<void> {
        // Another process may have been quicker.
        const qint64 found = version();
        if (found < 0 || found > schemaVersion)
            return Error{ErrorKind::OutputUnwritable, Text::tr("The journal was written by a newer version of Convoy."),
                         displayName(m_file)};
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
    Statement insertBatch(m_database, "INSERT INTO batches(id, profile, started) VALUES(?, ?, ?)");
    if (!insertBatch.bind(batch.id).bind(batch.profile).bind(QDateTime::currentMSecsSinceEpoch()).run())
        return failure("batch");
    Statement insertSettings(m_database, "INSERT INTO settings VALUES(?, ?, ?)");
    Statement insertJob(m_database, "INSERT INTO jobs(batch, number, settings, plan) VALUES(?, ?, ?, ?)");
    std::map<const ConversionSettings *, qint64> known;
    for (const JobPlan &plan : batch.plans) {
        const auto [settings, isNew] = known.emplace(plan.settings.get(), qint64(known.size()));
        if (isNew && !insertSettings.bind(batch.id).bind(settings->second).bind(settingsToBytes(*plan.settings)).run())
            return failure("settings");
        if (!insertJob.bind(batch.id).bind(qint64(plan.number)).bind(settings->second).bind(planToBytes(plan)).run())
            return failure("job");
    }
    return {};
}

Result<void> Journal::setStatus(const QString &batch, int number, const JobStatus &status)
{
    Statement update(m_database, "UPDATE jobs SET state=?, attempts=?, status=? WHERE batch=? AND number=?");
    if (!update.bind(qint64(status.state))
             .bind(qint64(status.attempts))
             .bind(statusToBytes(status))
             .bind(batch)
             .bind(qint64(number))
             .run())
        return failure("state");
    Statement clean(m_database, "DELETE FROM committing WHERE batch=? AND job=?");
    if (!clean.bind(batch).bind(qint64(number)).run())
        return failure("committing");
    return {};
}

Result<void> Journal::setCommitting(const QString &batch, int number, const std::vector<CommittingFile> &files)
{
    Statement clean(m_database, "DELETE FROM committing WHERE batch=? AND job=?"); // of an attempt before
    if (!clean.bind(batch).bind(qint64(number)).run())
        return failure("committing");
    Statement insert(m_database, "INSERT INTO committing VALUES(?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < files.size(); ++i) {
        if (!insert.bind(batch)
                 .bind(qint64(number))
                 .bind(qint64(i))
                 .bind(toBytes(files[i].path))
                 .bind(files[i].size)
                 .bind(files[i].hash)
                 .run())
            return failure("committing");
    }
    return {};
}

Result<void> Journal::endBatch(const QString &batch)
{
    Statement update(m_database, "UPDATE batches SET ended=? WHERE id=?");
    if (!update.bind(QDateTime::currentMSecsSinceEpoch()).bind(batch).run())
        return failure("end");
    ::unlink(lockFile(batch).c_str()); // nobody looks for it any more; whoever does makes it anew
    return {};
}

Result<void> Journal::reopenBatch(const QString &batch)
{
    Statement update(m_database, "UPDATE batches SET ended=NULL WHERE id=?");
    if (!update.bind(batch).run())
        return failure("reopen");
    return {};
}

Result<void> Journal::setRates(const std::vector<MeasuredRate> &rates)
{
    Statement replace(m_database, "REPLACE INTO rates VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const MeasuredRate &rate : rates) {
        replace.bind(rate.profile);
        for (const double sum : {rate.jobs, rate.cost, rate.coreSeconds, rate.costSquares, rate.costTimesCore,
                                 rate.coreSquares, rate.inputBytes, rate.outputBytes})
            replace.bind(sum);
        if (!replace.run())
            return failure("rates");
    }
    return {};
}

Result<std::vector<MeasuredRate>> Journal::rates()
{
    std::vector<MeasuredRate> rates;
    Statement query(m_database, "SELECT profile, jobs, cost, core, cost2, cross, core2, input, output FROM rates");
    while (query.next())
        rates.push_back({query.text(0), query.real(1), query.real(2), query.real(3), query.real(4), query.real(5),
                         query.real(6), query.real(7), query.real(8)});
    if (query.failed())
        return failure("rates");
    return rates;
}

Result<std::vector<BatchHistory>> Journal::history(int limit)
{
    Statement query(
        m_database,
        "SELECT id, profile, started, ended, count(number), sum(state=?), sum(state=?), sum(state=?), sum(state=?) "
        "FROM batches LEFT JOIN jobs ON batch=id GROUP BY id ORDER BY started DESC, batches.rowid DESC LIMIT ?");
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
        return failure("history");
    return batches;
}

Result<QStringList> Journal::unfinished()
{
    QStringList ids;
    Statement query(m_database, "SELECT id FROM batches WHERE ended IS NULL ORDER BY started, rowid");
    while (query.next())
        ids.append(query.text(0));
    if (query.failed())
        return failure("unfinished");
    return ids;
}

bool Journal::isWorkedOn(const QString &batch)
{
    return !lockBatch(batch);
}

Result<std::vector<RecoveredJob>> Journal::jobs(const QString &batch)
{
    std::map<qint64, std::shared_ptr<const ConversionSettings>> settings;
    Statement settingsQuery(m_database, "SELECT number, value FROM settings WHERE batch=?");
    settingsQuery.bind(batch);
    while (settingsQuery.next())
        settings.emplace(settingsQuery.integer(0), settingsFromBytes(settingsQuery.blob(1)));

    std::vector<RecoveredJob> jobs;
    Statement query(m_database,
                    "SELECT number, settings, plan, state, attempts, status FROM jobs WHERE batch=? ORDER BY number");
    query.bind(batch);
    while (query.next()) {
        RecoveredJob job{planFromBytes(query.blob(2), settings[query.integer(1)]), statusFromBytes(query.blob(5))};
        job.plan.number = int(query.integer(0));
        job.status.state = static_cast<JobState>(qBound<qint64>(0, query.integer(3), qint64(JobState::Failed)));
        job.status.attempts = int(query.integer(4));
        jobs.push_back(std::move(job));
    }
    if (query.failed() || settingsQuery.failed())
        return failure("jobs");
    return jobs;
}

Result<RecoveredBatch> Journal::recover(const QString &batch)
{
    RecoveredBatch recovered;
    {
        Statement query(m_database, "SELECT profile FROM batches WHERE id=?");
        query.bind(batch);
        if (!query.next())
            return Error{ErrorKind::InvalidOption, Text::tr("There is no batch “%1”.").arg(batch), {}};
        recovered.id = batch;
        recovered.profile = query.text(0);
    }
    Result<FileDescriptor> lock = lockBatch(batch);
    if (!lock)
        return lock.error();
    recovered.lock = std::move(*lock);

    std::map<qint64, std::vector<CommittingFile>> committing;
    Statement query(m_database, "SELECT job, path, size, hash FROM committing WHERE batch=? ORDER BY job, place");
    query.bind(batch);
    while (query.next())
        committing[query.integer(0)].push_back({toPath(query.blob(1)), query.integer(2), query.blob(3)});
    Result<std::vector<RecoveredJob>> all = jobs(batch);
    if (!all)
        return all.error();
    recovered.jobs = std::move(*all);

    std::set<Path> folders;
    for (RecoveredJob &job : recovered.jobs) {
        folders.insert(job.plan.outputFolder);
        const auto files = committing.find(job.plan.number);
        const bool wasCommitting = files != committing.end() && !isTerminal(job.status.state);
        if (wasCommitting && std::ranges::all_of(files->second, isWhole)) {
            job.status.state = JobState::Done;
            for (const CommittingFile &file : files->second) {
                job.status.outputs.push_back(file.path);
                job.status.outputBytes += file.size;
            }
        } else if (wasCommitting) {
            // Some of several outputs may have been named already: they belong together or not at all.
            for (const CommittingFile &file : files->second) {
                if (isWhole(file))
                    ::unlink(file.path.c_str());
            }
        }
        const bool isStale = job.status.state == JobState::Done && hasChanged(job.plan.input);
        if (!isTerminal(job.status.state) || job.status.state == JobState::Cancelled || isStale)
            job.status = {};
    }
    for (const Path &folder : folders)
        sweepStaging(folder);
    return recovered;
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
                           Text::tr("The journal “%1” cannot be used.").arg(displayName(m_file)));
    // Held by the open file description: gone with the process, however it ends.
    if (::flock(fd.fd(), LOCK_EX | LOCK_NB) != 0)
        return Error{ErrorKind::Internal, Text::tr("The batch “%1” is being worked on.").arg(batch), {}};
    return fd;
}

} // namespace convoy
