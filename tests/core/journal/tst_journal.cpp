// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sqlite3.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Journal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void batch_roundTrip();
    void transaction_allOrNothing();
    void recover_wholeOutputIsDone();
    void recover_tornOutputIsDoneAgain();
    void recover_halfOfSeveralOutputsGoes();
    void recover_keepsWhatIsOver();
    void recover_lockedByAnother();
    void history_counts();
    void open_newerJournalIsLeftAlone();
    void open_unusablePlace();

private:
    std::unique_ptr<Journal> open() const
    {
        Result<std::unique_ptr<Journal>> journal = Journal::open(toPath(m_folder->filePath(u"state/journal.sqlite"_s)));
        return journal ? std::move(*journal) : nullptr;
    }
    BatchRecord batch(int jobs) const;
    CommittingFile output(const QString &name, const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Journal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

BatchRecord tst_Journal::batch(int jobs) const
{
    ConversionSettings settings;
    settings.profileId = u"p"_s;
    settings.converter = u"image"_s;
    settings.extension = u"png"_s;
    settings.options = OptionValues({{u"quality"_s, 90}, {u"command"_s, QStringList{u"a"_s, u"b"_s}}});
    settings.conflict = ConflictRule::Overwrite;
    const auto shared = std::make_shared<const ConversionSettings>(settings);
    BatchRecord record{u"b1"_s, u"P"_s, {}};
    for (int i = 1; i <= jobs; ++i) {
        JobPlan plan;
        plan.input = {toPath("/in/caf\xE9"_ba + QByteArray::number(i)), "sub", {5, 6, 7, 8}};
        plan.info.kind = MediaKind::Image;
        plan.info.summary = u"1×1"_s;
        plan.settings = shared;
        plan.outputFolder = toPath(m_folder->path());
        plan.outputStem = "out\xFF";
        plan.number = i;
        record.plans.push_back(plan);
    }
    return record;
}

CommittingFile tst_Journal::output(const QString &name, const QByteArray &content) const
{
    const Path path = toPath(m_folder->filePath(name));
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || file.write(content) != content.size() || !file.flush())
        return {};
    const Result<QByteArray> hash = hashFile(file.handle());
    return {path, content.size(), hash ? *hash : QByteArray()};
}

void tst_Journal::batch_roundTrip()
{
    const BatchRecord record = batch(2);
    {
        const auto journal = open();
        QVERIFY(journal);
        QVERIFY(journal->addBatch(record));
        JobStatus failed;
        failed.state = JobState::Failed;
        failed.attempts = 2;
        failed.error = Error{ErrorKind::TimedOut, u"slow"_s, u"very"_s};
        failed.warnings = {u"careful"_s};
        QVERIFY(journal->setStatus(record.id, 2, failed));
    }
    const auto journal = open();
    const auto jobs = journal->jobs(record.id);
    QVERIFY(jobs);
    QCOMPARE(jobs->size(), 2u);
    const JobPlan &plan = jobs->front().plan;
    QCOMPARE(plan.input.path, record.plans[0].input.path);
    QCOMPARE(plan.input.relativeFolder, record.plans[0].input.relativeFolder);
    QCOMPARE(plan.input.identity, record.plans[0].input.identity);
    QCOMPARE(plan.outputStem, record.plans[0].outputStem);
    QCOMPARE(plan.info, record.plans[0].info);
    QCOMPARE(plan.settings->options.integer(u"quality"), 90);
    QCOMPARE(plan.settings->options.list(u"command"), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(plan.settings->conflict, ConflictRule::Overwrite);
    QCOMPARE(jobs->at(0).plan.settings, jobs->at(1).plan.settings);
    QCOMPARE(jobs->at(1).status.state, JobState::Failed);
    QCOMPARE(jobs->at(1).status.attempts, 2);
    QCOMPARE(*jobs->at(1).status.error, (Error{ErrorKind::TimedOut, u"slow"_s, u"very"_s}));
    QCOMPARE(jobs->at(1).status.warnings, QStringList{u"careful"_s});
}

void tst_Journal::transaction_allOrNothing()
{
    const auto journal = open();
    const Result<void> result = journal->transaction([&]() -> Result<void> {
        if (const Result<void> added = journal->addBatch(batch(1)); !added)
            return added;
        return Error{ErrorKind::Internal, {}, {}};
    });
    QVERIFY(!result);
    QVERIFY(journal->unfinished()->isEmpty());
}

void tst_Journal::recover_wholeOutputIsDone()
{
    const auto journal = open();
    QVERIFY(journal->addBatch(batch(1)));
    QVERIFY(journal->setCommitting(u"b1"_s, 1, {output(u"a.png"_s, "whole")}));
    const auto recovered = journal->recover(u"b1"_s);
    QVERIFY(recovered);
    QCOMPARE(recovered->jobs[0].status.state, JobState::Done);
    QCOMPARE(recovered->jobs[0].status.outputs.size(), 1u);
    QCOMPARE(recovered->jobs[0].status.outputBytes, 5);
}

void tst_Journal::recover_tornOutputIsDoneAgain()
{
    const auto journal = open();
    QVERIFY(journal->addBatch(batch(2)));
    CommittingFile other = output(u"a.png"_s, "other");
    other.hash[0] = char(other.hash[0] + 1);
    CommittingFile missing = output(u"b.png"_s, "missing");
    QVERIFY(QFile::remove(m_folder->filePath(u"b.png"_s)));
    QVERIFY(journal->setCommitting(u"b1"_s, 1, {other}));
    QVERIFY(journal->setCommitting(u"b1"_s, 2, {missing}));
    const auto recovered = journal->recover(u"b1"_s);
    QVERIFY(recovered);
    QCOMPARE(recovered->jobs[0].status.state, JobState::Queued);
    QCOMPARE(recovered->jobs[1].status.state, JobState::Queued);
    // What is not ours is not touched.
    QVERIFY(QFile::exists(m_folder->filePath(u"a.png"_s)));
}

void tst_Journal::recover_halfOfSeveralOutputsGoes()
{
    const auto journal = open();
    QVERIFY(journal->addBatch(batch(1)));
    const CommittingFile first = output(u"a-0001.png"_s, "first");
    const CommittingFile second = output(u"a-0002.png"_s, "second");
    QVERIFY(QFile::remove(m_folder->filePath(u"a-0002.png"_s)));
    QVERIFY(journal->setCommitting(u"b1"_s, 1, {first, second}));
    const auto recovered = journal->recover(u"b1"_s);
    QVERIFY(recovered);
    QCOMPARE(recovered->jobs[0].status.state, JobState::Queued);
    QVERIFY(!QFile::exists(m_folder->filePath(u"a-0001.png"_s)));
}

void tst_Journal::recover_keepsWhatIsOver()
{
    const auto journal = open();
    QVERIFY(journal->addBatch(batch(4)));
    int number = 0;
    for (const JobState state : {JobState::Done, JobState::Skipped, JobState::Failed, JobState::Cancelled}) {
        JobStatus status;
        status.state = state;
        QVERIFY(journal->setStatus(u"b1"_s, ++number, status));
    }
    const auto recovered = journal->recover(u"b1"_s);
    QVERIFY(recovered);
    QCOMPARE(recovered->jobs[0].status.state, JobState::Done);
    QCOMPARE(recovered->jobs[1].status.state, JobState::Skipped);
    QCOMPARE(recovered->jobs[2].status.state, JobState::Failed);
    QCOMPARE(recovered->jobs[3].status.state, JobState::Queued); // stopped, not done
}

void tst_Journal::recover_lockedByAnother()
{
    const auto journal = open();
    QVERIFY(journal->addBatch(batch(1)));
    QVERIFY(!journal->isWorkedOn(u"b1"_s));
    {
        const Result<FileDescriptor> lock = open()->lockBatch(u"b1"_s);
        QVERIFY(lock);
        QVERIFY(journal->isWorkedOn(u"b1"_s));
        QVERIFY(!journal->recover(u"b1"_s));
    }
    QVERIFY(journal->recover(u"b1"_s));
    QCOMPARE(journal->recover(u"no such batch"_s).error().kind, ErrorKind::InvalidOption);
}

void tst_Journal::history_counts()
{
    const auto journal = open();
    QVERIFY(journal->addBatch(batch(3)));
    JobStatus done;
    done.state = JobState::Done;
    QVERIFY(journal->setStatus(u"b1"_s, 1, done));
    QCOMPARE(*journal->unfinished(), QStringList{u"b1"_s});
    auto history = journal->history();
    QVERIFY(history);
    QCOMPARE(history->size(), 1u);
    QCOMPARE(history->front().jobs, 3);
    QCOMPARE(history->front().done, 1);
    QVERIFY(!history->front().ended.isValid());
    QVERIFY(journal->endBatch(u"b1"_s));
    QVERIFY(journal->unfinished()->isEmpty());
    QVERIFY(journal->history()->front().ended.isValid());
    QVERIFY(journal->reopenBatch(u"b1"_s));
    QVERIFY(!journal->unfinished()->isEmpty());
}

void tst_Journal::open_newerJournalIsLeftAlone()
{
    QVERIFY(open());
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(m_folder->filePath(u"state/journal.sqlite"_s).toUtf8().constData(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    QVERIFY(!open());
}

void tst_Journal::open_unusablePlace()
{
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto journal = Journal::open(toPath(m_folder->filePath(u"file/journal.sqlite"_s)));
    QVERIFY(!journal);
    QCOMPARE(journal.error().kind, ErrorKind::OutputUnwritable);
}

QTEST_GUILESS_MAIN(tst_Journal)
#include "tst_journal.moc"
