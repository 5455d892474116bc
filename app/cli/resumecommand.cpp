// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batchsession.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"

#include <QCoreApplication>
#include <QTimer>

namespace convoy {

namespace {

struct ResumeCommandText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ResumeCommand)
};

/// The whole batch, with what has failed queued again. The journal hears of it first: a crash in between loses nothing.
Result<RecoveredBatch> recoverFailed(Journal &journal, const QString &batch)
{
    Result<RecoveredBatch> recovered = journal.recover(batch);
    if (!recovered)
        return recovered;
    const Result<void> reopened = journal.transaction([&]() -> Result<void> {
        Result<void> ok = journal.reopenBatch(batch);
        for (RecoveredJob &job : recovered->jobs) {
            if (job.status.state != JobState::Failed)
                continue;
            job.status = {};
            job.plan.refusal.reset(); // look again: the reason may be gone
            if (ok)
                ok = journal.setStatus(batch, job.plan.number, job.status);
        }
        return ok;
    });
    if (!reopened)
        return reopened.error();
    return recovered;
}

/// The newest batch in which something has failed; empty where there is none.
Result<QString> newestWithFailures(Journal &journal)
{
    const Result<std::vector<BatchHistory>> history = journal.history();
    if (!history)
        return history.error();
    for (const BatchHistory &batch : *history) {
        if (batch.failed > 0)
            return batch.id;
    }
    return QString();
}

/// One unfinished batch after the other.
class Resumption
{
public:
    Resumption(BatchSession &session, const QStringList &batches, bool retriesFailed)
        : m_session(session),
          m_batches(batches),
          m_retriesFailed(retriesFailed)
    {
        QObject::connect(
            &session, &BatchSession::ended, &session, [this] { next(); }, Qt::QueuedConnection);
    }

    int run()
    {
        QMetaObject::invokeMethod(
            &m_session, [this] { next(); }, Qt::QueuedConnection);
        return QCoreApplication::exec();
    }

private:
    void next()
    {
        if (m_batches.isEmpty() || m_session.isOver())
            return QCoreApplication::exit(m_problem ? m_problem : m_session.conclude());
        const QString batch = m_batches.first();
        Journal &journal = m_session.host().journal();
        if (journal.isWorkedOn(batch))
            return waitFor(batch);
        m_batches.removeFirst();
        if (m_waitedFor == batch && !m_session.isUnfinished(batch)) {
            writeMessage(ResumeCommandText::tr("The batch %1 has come to its end.").arg(batch));
            return next();
        }
        Result<RecoveredBatch> recovered = m_retriesFailed ? recoverFailed(journal, batch) : journal.recover(batch);
        if (!recovered) {
            writeError(recovered.error());
            m_problem = recovered.error().kind == ErrorKind::InvalidOption ? ExitStatus::usage : ExitStatus::unfit;
            QMetaObject::invokeMethod(
                &m_session, [this] { next(); }, Qt::QueuedConnection);
            return;
        }
        m_session.resubmit(std::move(*recovered));
    }

    /// Somebody else is at it. Whoever asks to resume wants to have the batch done when this returns.
    void waitFor(const QString &batch)
    {
        if (m_waitedFor != batch)
            writeMessage(
                ResumeCommandText::tr("The batch %1 is being worked on by another Convoy; waiting for it.").arg(batch));
        m_waitedFor = batch;
        constexpr int pollMs = 200;
        QTimer::singleShot(pollMs, &m_session, [this] { next(); });
    }

    BatchSession &m_session;
    QStringList m_batches;
    bool m_retriesFailed;
    QString m_waitedFor;
    int m_problem = 0; // the exit status that a batch asks for which could not be taken up
};

} // namespace

int runResume(const Arguments &arguments)
{
    const Result<SessionOptions> options = readSessionOptions(arguments);
    if (!options)
        return wrongUsage(arguments.command, options.error());
    if (arguments.operands.size() > 1)
        return wrongUsage(arguments.command, invalidOption(ResumeCommandText::tr("Only one batch can be named.")));
    const Result<std::unique_ptr<BatchSession>> session = BatchSession::open(*options);
    if (!session)
        return unfitEnvironment(session.error());
    const bool retriesFailed = arguments.has("--retry-failed");
    QStringList batches;
    if (!arguments.operands.empty()) {
        batches.append(QString::fromUtf8(arguments.operands.front()));
    } else if (retriesFailed) {
        const Result<QString> newest = newestWithFailures((*session)->host().journal());
        if (!newest)
            return unfitEnvironment(newest.error());
        if (newest->isEmpty()) {
            writeMessage(ResumeCommandText::tr("There is nothing to try again: nothing has failed."));
            return ExitStatus::success;
        }
        batches.append(*newest);
    } else {
        const Result<QStringList> unfinished = (*session)->host().journal().unfinished();
        if (!unfinished)
            return unfitEnvironment(unfinished.error());
        batches = *unfinished;
    }
    if (batches.isEmpty()) {
        writeMessage(ResumeCommandText::tr("There is nothing to resume: every batch came to its end."));
        return ExitStatus::success;
    }
    return Resumption(**session, batches, retriesFailed).run();
}

} // namespace convoy
