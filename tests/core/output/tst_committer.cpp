// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/committer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <unistd.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Committer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void commit_namesAndJournals();
    void commit_severalOutputsTogether();
    void commit_severalOutputsOrNone();
    void commit_nameTakenSinceThePlan();
    void commit_manyAtOnce();

private:
    StagedFile staged(const QByteArray &content) const
    {
        Result<StagedFile> file = StagedFile::create(toPath(m_outputs->path()), 0);
        if (!file || ::write(file->fd(), content.constData(), size_t(content.size())) != content.size())
            qFatal("no staged file");
        return std::move(*file);
    }
    CommitTicket ticket(int number, const QByteArray &stem, int files, ConflictRule rule = ConflictRule::Rename) const
    {
        CommitTicket ticket{.batch = u"b"_s, .job = JobId(number), .number = number, .stem = stem, .extension = u"txt"_s, .conflict = rule};
        for (int i = 0; i < files; ++i)
            ticket.staged.push_back(staged(QByteArray::number(i)));
        return ticket;
    }
    /// Commits and waits for the answer.
    Result<CommittedOutputs> commit(CommitTicket ticket)
    {
        std::promise<Result<CommittedOutputs>> answer;
        m_committer->commit(std::move(ticket), [&answer](JobId, Result<CommittedOutputs> outputs) { answer.set_value(std::move(outputs)); });
        return answer.get_future().get();
    }
    QStringList entries() const { return QDir(m_outputs->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    void touch(const QString &name) const
    {
        QFile file(m_outputs->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
    }
    JobState journalled(int number) const
    {
        const auto journal = Journal::open(toPath(m_state->filePath(u"j"_s)));
        return (*journal)->jobs(u"b"_s)->at(size_t(number) - 1).status.state;
    }

    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<QTemporaryDir> m_outputs;
    std::unique_ptr<Committer> m_committer;
};

void tst_Committer::init()
{
    m_committer.reset();
    m_state = std::make_unique<QTemporaryDir>();
    m_outputs = std::make_unique<QTemporaryDir>();
    m_committer = std::make_unique<Committer>(std::move(*Journal::open(toPath(m_state->filePath(u"j"_s)))));
    BatchRecord batch{u"b"_s, u"P"_s, {}};
    ConversionSettings settings;
    for (int i = 1; i <= 200; ++i) {
        JobPlan plan;
        plan.number = i;
        plan.settings = std::make_shared<const ConversionSettings>(settings);
        batch.plans.push_back(plan);
    }
    std::promise<bool> recorded;
    m_committer->addBatch(std::move(batch), [&recorded](const Result<void> &result, FileDescriptor lock) { recorded.set_value(result && lock.isValid()); });
    QVERIFY(recorded.get_future().get());
}

void tst_Committer::commit_namesAndJournals()
{
    const Result<CommittedOutputs> outputs = commit(ticket(1, "a", 1));
    QVERIFY(outputs);
    QCOMPARE(outputs->outputs, std::vector<Path>{toPath(m_outputs->filePath(u"a.txt"_s))});
    QCOMPARE(outputs->bytes, 1);
    QCOMPARE(entries(), QStringList{u"a.txt"_s});
    QCOMPARE(journalled(1), JobState::Done);
}

void tst_Committer::commit_severalOutputsTogether()
{
    const Result<CommittedOutputs> outputs = commit(ticket(1, "a", 3));
    QVERIFY(outputs);
    QCOMPARE(entries(), (QStringList{u"a-0001.txt"_s, u"a-0002.txt"_s, u"a-0003.txt"_s}));
}

void tst_Committer::commit_severalOutputsOrNone()
{
    touch(u"a-0002.txt"_s);
    const Result<CommittedOutputs> outputs = commit(ticket(1, "a", 3, ConflictRule::Fail));
    QVERIFY(!outputs);
    QCOMPARE(outputs.error().kind, ErrorKind::OutputExists);
    QCOMPARE(entries(), QStringList{u"a-0002.txt"_s});
    QCOMPARE(journalled(1), JobState::Queued);
}

void tst_Committer::commit_nameTakenSinceThePlan()
{
    touch(u"a.txt"_s);
    const Result<CommittedOutputs> renamed = commit(ticket(1, "a", 1));
    QVERIFY(renamed);
    QCOMPARE(renamed->outputs.front(), toPath(m_outputs->filePath(u"a (2).txt"_s)));
    QVERIFY(commit(ticket(2, "a", 1, ConflictRule::Overwrite)));
    QCOMPARE(entries(), (QStringList{u"a (2).txt"_s, u"a.txt"_s}));
    QFile replaced(m_outputs->filePath(u"a.txt"_s));
    QVERIFY(replaced.open(QIODevice::ReadOnly));
    QCOMPARE(replaced.readAll(), "0"_ba);
}

void tst_Committer::commit_manyAtOnce()
{
    // All want the same name at the same time.
    std::vector<std::promise<bool>> answers(200);
    for (int i = 1; i <= 200; ++i) {
        m_committer->commit(ticket(i, "same", 1), [&answers](JobId job, const Result<CommittedOutputs> &outputs) {
            answers[size_t(job) - 1].set_value(bool(outputs));
        });
    }
    for (std::promise<bool> &answer : answers)
        QVERIFY(answer.get_future().get());
    QCOMPARE(entries().size(), 200);
}

QTEST_GUILESS_MAIN(tst_Committer)
#include "tst_committer.moc"
