// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batchplace.h"

#include "core/journal/filehash.h"
#include "core/journal/journal.h"

#include <QTest>

#include <chrono>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

int syncs = 0;

} // namespace

/// Stands before the C library's: how often SQLite has the disk asked whether it has everything.
extern "C" Q_DECL_EXPORT int fdatasync(int fd)
{
    ++syncs;
    return int(::syscall(SYS_fdatasync, fd));
}

/// Batches that outlive the process.
class TestJournal : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Journal> open() { return std::move(*Journal::open(m_place->journalFile())); }

    /// A batch of four: 1 done, 2 and 3 about to be named, 4 not begun.
    void prepareTorn(bool whole)
    {
        const std::unique_ptr<Journal> journal = open();
        QVERIFY(journal->addBatch({u"b"_s, u"Test"_s, m_place->plans(4)}));
        JobStatus done;
        done.state = JobState::Done;
        done.outputs = {m_place->out() / "job1.txt"};
        QVERIFY(journal->setStatus(u"b"_s, 1, done));
        for (const int number : {2, 3}) {
            const Path path = m_place->add("out/job" + std::to_string(number) + ".txt", "content");
            const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
            const QByteArray hash = *hashFile(fd.fd());
            // Job 2 has a second file that never got its name.
            std::vector<CommittingFile> files{{path, 7, hash}};
            if (number == 2 && !whole)
                files.push_back({m_place->out() / "job2-b.txt", 7, hash});
            QVERIFY(journal->setCommitting(u"b"_s, number, files));
            if (number == 3 && !whole)
                m_place->add("out/job3.txt", "CONTENT"); // another file of that size has the name
        }
    }

    std::unique_ptr<BatchPlace> m_place;

private Q_SLOTS:
    void init() { m_place = std::make_unique<BatchPlace>(); }

    void batch_roundTrip()
    {
        std::vector<JobPlan> plans = m_place->plans(2);
        plans[0].input.path = toPath("/x/\xff\n.wav"_ba);
        plans[0].outputStem = "\xff\xfe";
        plans[0].input.relativeFolder = "sub/folder";
        plans[0].info.kind = MediaKind::Audio;
        plans[0].info.durationMs = 1234;
        plans[0].info.tags = {{u"artist"_s, u"Ä"_s}};
        plans[0].info.divisible = true;
        plans[1].refusal = Error{ErrorKind::OutputExists, u"there"_s, u"detail"_s};
        auto fallback = std::make_shared<ConversionSettings>(*m_place->settings);
        fallback->profileId = u"second"_s;
        m_place->settings->fallback = fallback;
        m_place->settings->maxParallel = 3;
        m_place->settings->startDelayS = 0.5;
        m_place->settings->batch = {true, true, {HaltRule::When::Soon, 3, 12.5}};
        QVERIFY(open()->addBatch({u"b"_s, u"Test"_s, plans}));
        JobStatus status;
        status.state = JobState::Failed;
        status.error = Error{ErrorKind::ToolFailed, u"bad"_s, u"very"_s};
        status.warnings = {u"w"_s};
        status.attempts = 3;
        status.cpuSeconds = 1.5;
        status.toolOutput = "\x00\xff";
        status.columns = {{u"lines"_s, 12}};
        QVERIFY(open()->setStatus(u"b"_s, 1, status));

        const std::vector<RecoveredJob> jobs = *open()->jobs(u"b"_s);
        QCOMPARE(jobs.size(), size_t(2));
        const JobPlan &plan = jobs[0].plan;
        QCOMPARE(toBytes(plan.input.path), toBytes(plans[0].input.path));
        QCOMPARE(plan.outputStem, plans[0].outputStem);
        QCOMPARE(plan.input.relativeFolder, plans[0].input.relativeFolder);
        QVERIFY(plan.input.identity == plans[0].input.identity);
        QVERIFY(plan.info == plans[0].info);
        QCOMPARE(plan.settings->options.integer(u"level"), 8);
        QCOMPARE(plan.settings->options.list(u"list"), (QStringList{u"a"_s, u"b"_s}));
        ConversionSettings settings = *plan.settings;
        settings.options = plans[0].settings->options; // lists come back as another type
        QVERIFY(settings.fallback);
        QCOMPARE(settings.fallback->profileId, u"second"_s);
        settings.fallback = plans[0].settings->fallback;
        QVERIFY(settings == *plans[0].settings);
        QVERIFY(plan.settings == jobs[1].plan.settings); // shared again
        QCOMPARE(jobs[1].plan.refusal, plans[1].refusal);
        QCOMPARE(jobs[0].status.state, JobState::Failed);
        QCOMPARE(jobs[0].status.error, status.error);
        QCOMPARE(jobs[0].status.warnings, status.warnings);
        QCOMPARE(jobs[0].status.attempts, 3);
        QCOMPARE(jobs[0].status.cpuSeconds, 1.5);
        QCOMPARE(jobs[0].status.toolOutput, status.toolOutput);
        QCOMPARE(jobs[0].status.columns, status.columns);
        QCOMPARE(jobs[1].status.state, JobState::Queued);
    }

    void transaction_isAllOrNothing()
    {
        const std::unique_ptr<Journal> journal = open();
        const Result<void> failed = journal->transaction([&]() -> Result<void> {
            if (Result<void> ok = journal->addBatch({u"b"_s, u"Test"_s, m_place->plans(1)}); !ok)
                return ok;
            return Error{ErrorKind::Internal, u"no"_s, {}};
        });
        QVERIFY(!failed);
        QVERIFY(journal->history()->empty());
        QVERIFY(journal->transaction([&] { return journal->addBatch({u"b"_s, u"Test"_s, m_place->plans(1)}); }));
        QCOMPARE(open()->history()->size(), size_t(1));
    }

    /// Or a power cut takes the last ones back.
    void transaction_isOnTheDiskWhenItReturns()
    {
        const std::unique_ptr<Journal> journal = open();
        const auto add = [&] { return journal->addBatch({u"b"_s, u"Test"_s, m_place->plans(1)}); };
        QVERIFY(journal->transaction(add)); // the first begins a file, which is synced in any mode
        for (int i = 1; i < 4; ++i) {
            const int before = syncs;
            QVERIFY(journal->transaction([&] { return journal->setStatus(u"b"_s, 1, {.attempts = i}); }));
            QVERIFY(syncs > before);
        }
    }

    void recover_findsWholeFilesDone()
    {
        prepareTorn(true);
        const Result<RecoveredBatch> batch = open()->recover(u"b"_s);
        QVERIFY(batch);
        QCOMPARE(batch->profile, u"Test"_s);
        QCOMPARE(batch->jobs[0].status.state, JobState::Done);
        QCOMPARE(batch->jobs[1].status.state, JobState::Done);
        QCOMPARE(batch->jobs[1].status.outputs, std::vector<Path>{m_place->out() / "job2.txt"});
        QCOMPARE(batch->jobs[2].status.state, JobState::Done);
        QCOMPARE(batch->jobs[3].status.state, JobState::Queued);
        QCOMPARE(m_place->outputs(), (QByteArrayList{"job2.txt", "job3.txt"}));
    }

    void recover_queuesTornOnesAgain()
    {
        prepareTorn(false);
        const Result<RecoveredBatch> batch = open()->recover(u"b"_s);
        QCOMPARE(batch->jobs[0].status.state, JobState::Done);
        QCOMPARE(batch->jobs[1].status.state, JobState::Queued);
        QCOMPARE(batch->jobs[2].status.state, JobState::Queued);
        QCOMPARE(m_place->outputs(), (QByteArrayList{"job3.txt"})); // half of job 2 is gone, somebody's job3.txt is not
        QCOMPARE(BatchPlace::read(m_place->out() / "job3.txt"), std::string("CONTENT"));
    }

    void recover_doneStaysUnlessTheSourceChanged()
    {
        const std::unique_ptr<Journal> journal = open();
        QVERIFY(journal->addBatch({u"b"_s, u"Test"_s, m_place->plans(4)}));
        for (int number = 1; number <= 4; ++number)
            QVERIFY(journal->setStatus(u"b"_s, number, {.state = JobState::Done}));
        m_place->add("in2", "another source");
        fs::remove(m_place->folder() / "in3");
        // Of the same size, in the same place, but of another time.
        fs::last_write_time(m_place->add("in4", "SOURCE"), fs::file_time_type::clock::now() + 1h);
        const Result<RecoveredBatch> batch = journal->recover(u"b"_s);
        QCOMPARE(batch->jobs[0].status.state, JobState::Done);
        QCOMPARE(batch->jobs[1].status.state, JobState::Queued);
        QCOMPARE(batch->jobs[2].status.state, JobState::Done);
        QCOMPARE(batch->jobs[3].status.state, JobState::Queued);
    }
    void recover_cancelledIsDoneAgain()
    {
        const std::unique_ptr<Journal> journal = open();
        QVERIFY(journal->addBatch({u"b"_s, u"Test"_s, m_place->plans(2)}));
        QVERIFY(journal->setStatus(u"b"_s, 1, {.state = JobState::Cancelled}));
        QVERIFY(journal->setStatus(u"b"_s, 2, {.state = JobState::Failed}));
        const Result<RecoveredBatch> batch = journal->recover(u"b"_s);
        QCOMPARE(batch->jobs[0].status.state, JobState::Queued);
        QCOMPARE(batch->jobs[1].status.state, JobState::Failed);
    }
    /// What an attempt was about to name says nothing once there is another attempt, or an end.
    void recover_lastAttemptCounts()
    {
        const std::unique_ptr<Journal> journal = open();
        QVERIFY(journal->addBatch({u"b"_s, u"Test"_s, m_place->plans(2)}));
        const Path path = m_place->add("out/whole.txt", "content");
        const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        const CommittingFile whole{path, 7, *hashFile(fd.fd())};
        const CommittingFile never{m_place->out() / "never.txt", 7, whole.hash};
        QVERIFY(journal->setCommitting(u"b"_s, 1, {never, never}));
        QVERIFY(journal->setCommitting(u"b"_s, 1, {whole}));
        QVERIFY(journal->setCommitting(u"b"_s, 2, {whole}));
        QVERIFY(journal->setStatus(u"b"_s, 2, {.state = JobState::Queued}));
        const Result<RecoveredBatch> batch = journal->recover(u"b"_s);
        QCOMPARE(batch->jobs[0].status.state, JobState::Done);
        QCOMPARE(batch->jobs[1].status.state, JobState::Queued);
    }

    void recover_knowsWhatTheRestOfTheSetNeeds()
    {
        const std::unique_ptr<Journal> journal = open();
        QVERIFY(journal->addBatch({u"b"_s, u"Test"_s, m_place->plans(1)}));
        const Path path = m_place->add("out/whole.txt", "content");
        const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        const QVariantList facts{QVariantMap{{u"loudness"_s, "\x01\x00\x02"_ba}, {u"peak"_s, 0.5}}};
        QVERIFY(journal->setStatus(u"b"_s, 1, {.state = JobState::Running, .setFacts = facts}));
        QVERIFY(journal->setCommitting(u"b"_s, 1, {{path, 7, *hashFile(fd.fd())}}));
        const Result<RecoveredBatch> batch = journal->recover(u"b"_s);
        QCOMPARE(batch->jobs[0].status.state, JobState::Done);
        QCOMPARE(batch->jobs[0].status.setFacts, facts);
    }

    void recover_sweepsWhatADeadProcessLeft()
    {
        QVERIFY(open()->addBatch({u"b"_s, u"Test"_s, m_place->plans(1)}));
        const pid_t dead = ::fork();
        if (dead == 0)
            ::_exit(0);
        ::waitpid(dead, nullptr, 0);
        m_place->add("out/.convoy-" + std::to_string(dead) + "-abcdef");
        QVERIFY(open()->recover(u"b"_s));
        QVERIFY(m_place->outputs().isEmpty());
    }

    void lock_isSeenByOthers()
    {
        const std::unique_ptr<Journal> journal = open();
        QVERIFY(journal->addBatch({u"b"_s, u"Test"_s, m_place->plans(1)}));
        QVERIFY(!journal->isWorkedOn(u"b"_s));
        {
            const Result<FileDescriptor> lock = journal->lockBatch(u"b"_s);
            QVERIFY(lock);
            QVERIFY(journal->isWorkedOn(u"b"_s));
            QVERIFY(open()->isWorkedOn(u"b"_s));
            QCOMPARE(journal->recover(u"b"_s).error().kind, ErrorKind::Internal);
            QCOMPARE(*journal->unfinished(), QStringList{u"b"_s});
        }
        QVERIFY(!journal->isWorkedOn(u"b"_s));
        // By another process, until that ends.
        int pipes[2];
        QCOMPARE(::pipe2(pipes, O_CLOEXEC), 0);
        const pid_t other = ::fork();
        if (other == 0) {
            const Result<FileDescriptor> lock = journal->lockBatch(u"b"_s);
            [[maybe_unused]] const ssize_t said = ::write(pipes[1], lock ? "y" : "n", 1);
            ::pause();
        }
        char answer = 0;
        QCOMPARE(::read(pipes[0], &answer, 1), ssize_t(1));
        QCOMPARE(answer, 'y');
        QVERIFY(journal->isWorkedOn(u"b"_s));
        ::kill(other, SIGKILL);
        ::waitpid(other, nullptr, 0);
        QVERIFY(!journal->isWorkedOn(u"b"_s));
    }

    void endBatch_leavesNothingToDo()
    {
        const std::unique_ptr<Journal> journal = open();
        QVERIFY(journal->addBatch({u"b"_s, u"Test"_s, m_place->plans(1)}));
        QVERIFY(journal->lockBatch(u"b"_s));
        QVERIFY(journal->endBatch(u"b"_s));
        QVERIFY(journal->unfinished()->isEmpty());
        QVERIFY(fs::is_empty(m_place->folder() / "state/running"));
        QVERIFY(journal->reopenBatch(u"b"_s));
        QCOMPARE(*journal->unfinished(), QStringList{u"b"_s});
        QCOMPARE(journal->recover(u"none"_s).error().kind, ErrorKind::InvalidOption);
    }

    void history_counts()
    {
        const std::unique_ptr<Journal> journal = open();
        QVERIFY(journal->addBatch({u"old"_s, u"One"_s, m_place->plans(6)}));
        QVERIFY(journal->addBatch({u"new"_s, u"Two"_s, {}}));
        const JobState states[] = {JobState::Done, JobState::Done, JobState::Failed, JobState::Skipped, JobState::Cancelled};
        for (int i = 0; i < 5; ++i)
            QVERIFY(journal->setStatus(u"old"_s, i + 1, {.state = states[i]}));
        QVERIFY(journal->endBatch(u"old"_s));
        const std::vector<BatchHistory> history = *journal->history();
        QCOMPARE(history.size(), size_t(2));
        QCOMPARE(history[0].id, u"new"_s);
        QCOMPARE(history[0].jobs, 0);
        QVERIFY(!history[0].ended.isValid());
        const BatchHistory &old = history[1];
        QCOMPARE((QList{old.jobs, old.done, old.failed, old.skipped, old.cancelled}), (QList{6, 2, 1, 1, 1}));
        QVERIFY(old.ended.isValid());
        QCOMPARE(journal->history(1)->size(), size_t(1));
    }

    /// What is not shown is not counted: after years that would be millions of jobs.
    void history_ofTheNewestIsQuick()
    {
        const std::unique_ptr<Journal> journal = open();
        const std::vector<JobPlan> plan = m_place->plans(1);
        constexpr int batches = 60;
        QVERIFY(journal->transaction([&] {
            Result<void> ok;
            for (int i = 0; ok && i < batches; ++i) {
                BatchRecord batch{QString::number(i), u"Test"_s, {}};
                for (int number = 1; number <= 500; ++number) {
                    batch.plans.push_back(plan.front());
                    batch.plans.back().number = number;
                }
                ok = journal->addBatch(batch);
            }
            return ok;
        }));
        const auto quickest = [&](int limit) {
            auto least = std::chrono::nanoseconds::max();
            for (int round = 0; round < 5; ++round) {
                const auto begin = std::chrono::steady_clock::now();
                const Result<std::vector<BatchHistory>> history = journal->history(limit);
                least = std::min(least, std::chrono::nanoseconds(std::chrono::steady_clock::now() - begin));
                if (!history || history->size() != size_t(limit) || history->back().jobs != 500)
                    QTest::qFail("the history is wrong", __FILE__, __LINE__);
            }
            return least;
        };
        QVERIFY(quickest(1) * 5 < quickest(batches));
    }

    /// Names of files are nobody else's business.
    void open_makesAPrivateFolder()
    {
        const mode_t before = ::umask(0);
        open();
        ::umask(before);
        QCOMPARE(fs::status(m_place->journalFile().parent_path()).permissions(), fs::perms::owner_all);
    }

    void open_refusesANewerSchema()
    {
        open();
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(m_place->journalFile().c_str(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
        const Result<std::unique_ptr<Journal>> journal = Journal::open(m_place->journalFile());
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, ErrorKind::OutputUnwritable);
        QVERIFY(journal.error().message.contains(u"newer"_s));
    }

    void open_unusablePlace()
    {
        QCOMPARE(Journal::open("/proc/none/journal.sqlite").error().kind, ErrorKind::OutputUnwritable);
        QCOMPARE(Journal::open(m_place->add("file") / "journal.sqlite").error().kind, ErrorKind::OutputUnwritable);
        QCOMPARE(Journal::open(m_place->add("rubbish", std::string(10'000, 'x'))).error().kind, ErrorKind::OutputUnwritable);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
