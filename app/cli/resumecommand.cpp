// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batchsession.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::ResumeCommand)
};

/// One unfinished batch after the other.
class Resumption
{
public:
    Resumption(BatchSession &session, const QStringList &batches) : m_session(session), m_batches(batches)
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
        const QString batch = m_batches.takeFirst();
        Result<RecoveredBatch> recovered = m_session.host().journal().recover(batch);
        if (!recovered) {
            writeError(recovered.error());
            m_problem = recovered.error().kind == ErrorKind::InvalidOption ? ExitStatus::usage : ExitStatus::unfit;
            QMetaObject::invokeMethod(
                &m_session, [this] { next(); }, Qt::QueuedConnection);
            return;
        }
        m_session.resubmit(std::move(*recovered));
    }

    BatchSession &m_session;
    QStringList m_batches;
    int m_problem = 0; // the exit status that a batch asks for which could not be taken up
};

} // namespace

int runResume(const Arguments &arguments)
{
    const Result<SessionOptions> options = readSessionOptions(arguments);
    if (!options)
        return wrongUsage(arguments.command, options.error());
    if (arguments.operands.size() > 1)
        return wrongUsage(arguments.command, {ErrorKind::InvalidOption, Text::tr("Only one batch can be named."), {}});
    const Result<std::unique_ptr<BatchSession>> session = BatchSession::open(*options);
    if (!session)
        return unfitEnvironment(session.error());
    QStringList batches;
    if (!arguments.operands.empty()) {
        batches.append(QString::fromUtf8(arguments.operands.front()));
    } else {
        const Result<QStringList> unfinished = (*session)->host().journal().unfinished();
        if (!unfinished)
            return unfitEnvironment(unfinished.error());
        batches = *unfinished;
    }
    if (batches.isEmpty()) {
        writeMessage(Text::tr("There is nothing to resume: every batch came to its end."));
        return ExitStatus::success;
    }
    return Resumption(**session, batches).run();
}

} // namespace convoy
