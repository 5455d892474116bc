// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batchplace.h"

#include "core/output/committer.h"

#include <QTest>

#include <future>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;
namespace fs = std::filesystem;

/// Final names: all outputs of a job or none, journalled before and after.
class TestCommitter : public QObject
{
    Q_OBJECT

private:
    CommitTicket ticket(int number, int files = 1, ConflictRule rule = ConflictRule::Rename)
    {
        CommitTicket ticket{.batch = u"b"_s,
                            .job = JobId(number),
                            .number = number,
                            .stem = "job" + QByteArray::number(number),
                            .extension = u"txt"_s,
                            .conflict = rule};
        for (int i = 0; i < files; ++i)
            ticket.staged.push_back(BatchPlace::stage(m_place->out(), "content " + QByteArray::number(i)));
        return ticket;
    }

    std::future<Result<CommittedOutputs>> commit(CommitTicket ticket)
    {
        auto promise = std::make_shared<std::promise<Result<CommittedOutputs>>>();
        m_committer->commit(std::move(ticket),
                            [promise](JobId, Result<CommittedOutputs> outputs) { promise->set_value(std::move(outputs)); });
        return promise->get_future();
    }

    std::vector<RecoveredJob> journalled() { return *(*Journal::open(m_place->journalFile()))->jobs(u"b"_s); }

    std::unique_ptr<BatchPlace> m_place;
    std::unique_ptr<Committer> m_committer;
    FileDescriptor m_lock;

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<BatchPlace>();
        m_committer = std::make_unique<Committer>(std::move(*Journal::open(m_place->journalFile())));
        std::promise<Result<void>> recorded;
        m_committer->addBatch({u"b"_s, u"Test"_s, m_place->plans(50)}, [&](Result<void> result, FileDescriptor lock) {
            m_lock = std::move(lock);
            recorded.set_value(std::move(result));
        });
        QVERIFY(recorded.get_future().get());
        QVERIFY(m_lock.isValid());
        QVERIFY((*Journal::open(m_place->journalFile()))->isWorkedOn(u"b"_s));
    }
    void cleanup()
    {
        m_lock.reset();
        m_committer.reset();
    }

    void commit_isJournalledBeforeItIsSaid()
    {
        const Result<CommittedOutputs> outputs = commit(ticket(1)).get();
        QVERIFY(outputs);
        QCOMPARE(outputs->outputs, std::vector<Path>{m_place->out() / "job1.txt"});
        QCOMPARE(outputs->bytes, qint64(9));
        QCOMPARE(BatchPlace::read(outputs->outputs[0]), std::string("content 0"));
        const std::vector<RecoveredJob> jobs = journalled();
        QCOMPARE(jobs[0].status.state, JobState::Done);
        QCOMPARE(jobs[0].status.outputs, outputs->outputs);
        QCOMPARE(jobs[1].status.state, JobState::Queued);
    }

    /// The first end of a job waits for others, until it is said that there are none.
    void flush_endsTheWaitForOthers()
    {
        using namespace std::chrono_literals;
        m_committer.reset();
        m_committer = std::make_unique<Committer>(std::move(*Journal::open(m_place->journalFile())), 1h);
        m_committer->flush(); // nothing waits: of no effect on what comes later
        auto first = commit(ticket(1));
        m_committer->record(u"b"_s, 2, {.state = JobState::Cancelled});
        QCOMPARE(first.wait_for(300ms), std::future_status::timeout);
        auto second = commit(ticket(3));
        m_committer->flush();
        QCOMPARE(first.wait_for(30s), std::future_status::ready);
        QCOMPARE(second.wait_for(30s), std::future_status::ready);
        QCOMPARE(journalled()[1].status.state, JobState::Cancelled);
        auto third = commit(ticket(4));
        QCOMPARE(third.wait_for(300ms), std::future_status::timeout);
        m_committer->endBatch(u"b"_s); // what is not the end of a job waits for nobody
        QCOMPARE(third.wait_for(30s), std::future_status::ready);
    }

    /// However long it might wait for others: a full group goes.
    void commit_fullGroupGoesAtOnce()
    {
        using namespace std::chrono_literals;
        m_committer.reset();
        m_committer = std::make_unique<Committer>(std::move(*Journal::open(m_place->journalFile())), 1h);
        std::vector<std::future<Result<CommittedOutputs>>> results;
        for (int number = 1; number <= 32; ++number)
            results.push_back(commit(ticket(number)));
        for (auto &result : results)
            QCOMPARE(result.wait_for(30s), std::future_status::ready);
        QCOMPARE(m_place->outputs().size(), 32);
    }

    void commit_choosesAnotherNameWhenTaken()
    {
        m_place->add("out/job1.txt", "mine");
        QCOMPARE(commit(ticket(1)).get()->outputs, std::vector<Path>{m_place->out() / "job1 (2).txt"});
        QCOMPARE(BatchPlace::read(m_place->out() / "job1.txt"), std::string("mine"));
        fs::create_symlink("nowhere", m_place->out() / "job2.txt"); // a name all the same
        QCOMPARE(commit(ticket(2)).get()->outputs, std::vector<Path>{m_place->out() / "job2 (2).txt"});
    }

    void commit_ofOneNameInOneGroup()
    {
        std::vector<std::future<Result<CommittedOutputs>>> results;
        for (int number = 1; number <= 20; ++number) {
            CommitTicket one = ticket(number);
            one.stem = "same";
            results.push_back(commit(std::move(one)));
        }
        std::set<Path> names;
        for (auto &result : results)
            names.insert(result.get()->outputs.at(0));
        QCOMPARE(names.size(), size_t(20));
        QCOMPARE(m_place->outputs().size(), 20);
    }

    void conflictRules()
    {
        m_place->add("out/job1.txt", "old");
        for (const ConflictRule rule : {ConflictRule::Skip, ConflictRule::Fail}) {
            const Result<CommittedOutputs> outputs = commit(ticket(1, 1, rule)).get();
            QVERIFY(!outputs);
            QCOMPARE(outputs.error().kind, ErrorKind::OutputExists);
            QCOMPARE(BatchPlace::read(m_place->out() / "job1.txt"), std::string("old"));
        }
        QVERIFY(commit(ticket(1, 1, ConflictRule::Overwrite)).get());
        QCOMPARE(BatchPlace::read(m_place->out() / "job1.txt"), std::string("content 0"));
        QCOMPARE(m_place->outputs(), QByteArrayList{"job1.txt"});
    }

    void overwrite_neverTheSource()
    {
        CommitTicket one = ticket(1, 1, ConflictRule::Overwrite);
        one.source = m_place->add("out/job1.txt", "source");
        QCOMPARE(commit(std::move(one)).get().error().kind, ErrorKind::OutputExists);
        QCOMPARE(BatchPlace::read(m_place->out() / "job1.txt"), std::string("source"));
    }

    void severalOutputs_allOrNone()
    {
        const Result<CommittedOutputs> three = commit(ticket(1, 3)).get();
        QCOMPARE(three->outputs.size(), size_t(3));
        QCOMPARE(three->bytes, qint64(3 * 9));
        QCOMPARE(m_place->outputs(), (QByteArrayList{"job1-0001.txt", "job1-0002.txt", "job1-0003.txt"}));
        // Any of the names taken: another stem for all.
        m_place->add("out/job2-0002.txt", "mine");
        QCOMPARE(commit(ticket(2, 3)).get()->outputs[0], m_place->out() / "job2 (2)-0001.txt");
        const QByteArrayList before = m_place->outputs();
        m_place->add("out/job3-0003.txt", "mine");
        QCOMPARE(commit(ticket(3, 3, ConflictRule::Fail)).get().error().kind, ErrorKind::OutputExists);
        QCOMPARE(m_place->outputs().size(), before.size() + 1);
        QCOMPARE(journalled()[2].status.state, JobState::Queued);
    }

    /// Both found their names free; then the first one took what the second wanted for a later output.
    void severalOutputs_laterNameTakenMeanwhile()
    {
        std::promise<void> entered;
        std::promise<void> go;
        m_committer->commit(ticket(3), [&](JobId, const Result<CommittedOutputs> &) {
            entered.set_value();
            go.get_future().wait(); // the two below are one group
        });
        entered.get_future().wait();
        CommitTicket single = ticket(1);
        single.stem = "series-0003";
        CommitTicket series = ticket(2, 3);
        series.stem = "series";
        auto first = commit(std::move(single));
        auto second = commit(std::move(series));
        go.set_value();
        QVERIFY(first.get());
        const Result<CommittedOutputs> outputs = second.get();
        QVERIFY(outputs);
        QCOMPARE(outputs->outputs[2], m_place->out() / "series (2)-0003.txt");
        QCOMPARE(BatchPlace::read(m_place->out() / "series (2)-0001.txt"), std::string("content 0"));
        QCOMPARE(m_place->outputs(),
                 (QByteArrayList{"job3.txt", "series (2)-0001.txt", "series (2)-0002.txt", "series (2)-0003.txt",
                                 "series-0003.txt"}));
    }

    void journalThatFails_leavesNoOutput()
    {
        CommitTicket one = ticket(1);
        CommitTicket other = ticket(2);
        // The batch is there already: the transaction that would say "done" fails.
        m_place->add("busy");
        std::promise<void> entered;
        std::promise<void> go;
        m_committer->commit(ticket(3), [&](JobId, const Result<CommittedOutputs> &) {
            entered.set_value();
            go.get_future().wait();
        });
        entered.get_future().wait();
        std::promise<Result<void>> recorded;
        auto first = commit(std::move(one));
        m_committer->addBatch({u"b"_s, u"Test"_s, m_place->plans(1)},
                              [&](Result<void> result, FileDescriptor) { recorded.set_value(std::move(result)); });
        auto second = commit(std::move(other));
        go.set_value();
        QVERIFY(!recorded.get_future().get());
        QVERIFY(!first.get());
        QVERIFY(!second.get());
        QCOMPARE(m_place->outputs(), QByteArrayList{"job3.txt"});
        QCOMPARE(journalled()[0].status.state, JobState::Queued);
    }

    void unwritableName_failsThatJobAlone()
    {
        CommitTicket bad = ticket(1);
        bad.stem = QByteArray(300, 'x');
        auto failing = commit(std::move(bad));
        auto good = commit(ticket(2));
        QVERIFY(!failing.get());
        QVERIFY(good.get());
        QCOMPARE(m_place->outputs(), QByteArrayList{"job2.txt"});
    }

    void record_endAndReopen()
    {
        m_committer->record(u"b"_s, 1, {.state = JobState::Failed, .error = Error{ErrorKind::DamagedInput, u"bad"_s, {}}});
        m_committer->endBatch(u"b"_s);
        m_lock.reset();
        m_committer.reset(); // finishes what it was handed
        QCOMPARE(*(*Journal::open(m_place->journalFile()))->unfinished(), QStringList());
        m_committer = std::make_unique<Committer>(std::move(*Journal::open(m_place->journalFile())));
        std::promise<Result<void>> reopened;
        m_committer->reopenBatch(u"b"_s, [&](Result<void> result, FileDescriptor lock) {
            m_lock = std::move(lock);
            reopened.set_value(std::move(result));
        });
        QVERIFY(reopened.get_future().get());
        QVERIFY(m_lock.isValid());
        QCOMPARE(journalled()[0].status.error->kind, ErrorKind::DamagedInput);
        QCOMPARE(*(*Journal::open(m_place->journalFile()))->unfinished(), QStringList{u"b"_s});
    }

    void destructor_finishesWhatItWasHanded()
    {
        std::vector<std::future<Result<CommittedOutputs>>> results;
        for (int number = 1; number <= 50; ++number)
            results.push_back(commit(ticket(number)));
        m_committer.reset();
        for (auto &result : results)
            QVERIFY(result.get());
        QCOMPARE(m_place->outputs().size(), 50);
    }
};

QTEST_GUILESS_MAIN(TestCommitter)
#include "tst_committer.moc"
