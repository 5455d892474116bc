// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/workerchild.h"

#include "core/base/cborinteger.h"
#include "core/worker/message.h"
#include "core/worker/protocol.h"
#include "core/worker/workerhelper.h"

#include <QCoreApplication>

#include <csignal>
#include <cstring>
#include <poll.h>
#include <sys/wait.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WorkerChildText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Worker)
};

constexpr int graceMs = 2000; // from "cancel" to SIGKILL
constexpr int reapMs = 1000;  // from SIGKILL to giving the child up
constexpr int endMs = 100;    // from its last call to the end of a child: whoever comes next finds its core free

Error crashError(int status)
{
    if (WIFSIGNALED(status)) {
        const QString name = u"SIG"_s + QString::fromLatin1(::sigabbrev_np(WTERMSIG(status)));
        return {ErrorKind::WorkerCrashed, WorkerChildText::tr("The decoder crashed (%1).").arg(name),
                QString::fromLocal8Bit(::strsignal(WTERMSIG(status)))};
    }
    return {ErrorKind::WorkerCrashed,
            WorkerChildText::tr("The worker ended too early (exit status %1).").arg(WEXITSTATUS(status))};
}

} // namespace

/// One call: from the request to the answer or the child's end.
class WorkerChild::Conversation
{
public:
    Conversation(WorkerChild &child, JobControl &control, const CallHandlers &handlers)
        : m_child(child),
          m_control(control),
          m_handlers(handlers),
          m_threads(control.threads())
    {
        m_total.start();
        m_sinceProgress.start();
    }

    Result<QCborMap> run()
    {
        std::optional<Result<QCborMap>> answer;
        obeyControl();
        while (!answer) {
            pollfd waits[3] = {
                {m_child.m_socket.fd(), POLLIN, 0}, {m_child.m_exitPipe.fd(), POLLIN, 0}, {m_control.wakeFd(), POLLIN, 0}};
            ::poll(waits, 3, pollTimeout());
            if (waits[2].revents != 0) {
                m_control.acknowledge();
                obeyControl();
            }
            if ((waits[0].revents & POLLIN) != 0)
                answer = receive();
            else if (waits[1].revents != 0 || waits[0].revents != 0)
                answer = m_killReason ? *m_killReason : m_child.ended();
            // However much the child has to say: a chatty one is watched as well.
            if (!answer)
                checkTime(answer);
        }
        return *answer;
    }

private:
    int pollTimeout() const
    {
        return m_cancelSent || m_killReason || m_handlers.stallSeconds > 0 || m_handlers.timeoutSeconds > 0 ? 100 : -1;
    }

    void obeyControl()
    {
        if (m_control.isCancelled() && !m_cancelSent && !m_killReason) {
            if (m_paused)
                m_child.m_helper->signal(m_child.m_id, SIGCONT);
            send({{u"op"_s, u"cancel"_s}});
            m_cancelSent = true;
            m_sinceCancel.start();
        }
        if (!m_cancelSent && m_control.isPaused() != m_paused) {
            m_paused = !m_paused;
            m_child.m_helper->signal(m_child.m_id, m_paused ? SIGSTOP : SIGCONT);
            m_sinceProgress.restart();
            if (m_paused)
                m_pausedAt = m_total.elapsed();
            else
                m_pausedMs += m_total.elapsed() - m_pausedAt;
        }
        if (const int threads = m_control.threads(); threads != m_threads) {
            m_threads = threads;
            send({{u"op"_s, u"threads"_s}, {u"n"_s, threads}});
        }
    }

    void send(const QCborMap &body, std::span<const int> fds = {})
    {
        // A child that is gone shows at the next poll.
        const Result<void> sent = sendMessage(m_child.m_socket.fd(), body, fds);
        Q_UNUSED(sent)
    }

    std::optional<Result<QCborMap>> receive()
    {
        Result<std::optional<Message>> received = receiveMessage(m_child.m_socket.fd());
        if (!received)
            return Result<QCborMap>(received.error());
        if (!*received)
            return Result<QCborMap>(m_killReason ? *m_killReason : m_child.ended());
        const QCborMap body = std::move((*received)->body);
        if (body.contains("progress"_L1)) {
            m_sinceProgress.restart();
            if (m_handlers.progress)
                m_handlers.progress(qBound(0.0, body.value("progress"_L1).toDouble(), 1.0));
        } else if (body.contains("said"_L1)) {
            if (m_handlers.said)
                m_handlers.said(body.value("said"_L1).toByteArray());
        } else if (body.contains("output"_L1)) {
            giveOutput(cborInteger(body.value("output"_L1)));
        } else if (body.contains("error"_L1)) {
            return Result<QCborMap>(m_killReason ? *m_killReason : errorFromCbor(body.value("error"_L1).toMap()));
        } else if (body.contains("result"_L1)) {
            return Result<QCborMap>(body);
        }
        return std::nullopt;
    }

    void giveOutput(qint64 expectedBytes)
    {
        const Result<int> fd = m_handlers.openOutput
            ? m_handlers.openOutput(expectedBytes)
            : Result<int>(Error{ErrorKind::Internal, WorkerChildText::tr("No output is expected here.")});
        if (!fd) {
            send({{u"op"_s, u"output"_s}, {u"error"_s, errorToCbor(fd.error())}});
            return;
        }
        const int fds[] = {*fd};
        send({{u"op"_s, u"output"_s}}, fds);
    }

    void checkTime(std::optional<Result<QCborMap>> &answer)
    {
        if (m_killReason) {
            if (m_sinceKill.elapsed() > reapMs)
                answer = *m_killReason; // stalled in the kernel: left alone, the slot goes on
        } else if (m_cancelSent) {
            if (m_sinceCancel.elapsed() > graceMs)
                kill(cancelledError());
        } else if (m_paused) {
            return;
        } else if (m_handlers.timeoutSeconds > 0 && m_total.elapsed() - m_pausedMs > m_handlers.timeoutSeconds * 1000LL) {
            kill({ErrorKind::TimedOut,
                  WorkerChildText::tr("Not finished after %n second(s).", nullptr, m_handlers.timeoutSeconds)});
        } else if (m_handlers.stallSeconds > 0 && m_sinceProgress.elapsed() > m_handlers.stallSeconds * 1000LL) {
            kill({ErrorKind::TimedOut,
                  WorkerChildText::tr("No progress for %n second(s).", nullptr, m_handlers.stallSeconds)});
        }
    }

    void kill(const Error &reason)
    {
        m_killReason = reason;
        m_sinceKill.start();
        m_child.m_helper->signal(m_child.m_id, SIGKILL);
    }

    WorkerChild &m_child;
    JobControl &m_control;
    const CallHandlers &m_handlers;
    QElapsedTimer m_total;
    QElapsedTimer m_sinceProgress;
    QElapsedTimer m_sinceCancel;
    QElapsedTimer m_sinceKill;
    std::optional<Error> m_killReason;
    bool m_cancelSent = false;
    bool m_paused = false;
    qint64 m_pausedAt = 0;
    qint64 m_pausedMs = 0; // does not count as time that the job had
    int m_threads;
};

WorkerChild::WorkerChild(std::shared_ptr<WorkerHelper> helper, int id, FileDescriptor socket, FileDescriptor exitPipe)
    : m_helper(std::move(helper)),
      m_id(id),
      m_socket(std::move(socket)),
      m_exitPipe(std::move(exitPipe))
{
    m_age.start();
}

WorkerChild::~WorkerChild()
{
    end();
}

double WorkerChild::end()
{
    // A child between jobs ends at the end of its socket; one in the middle of a job is killed. Its memory is given back
    // before the next child begins, but one that cannot be ended is not waited for.
    m_socket.reset();
    m_helper->signal(m_id, SIGKILL);
    pollfd ended{m_exitPipe.fd(), POLLIN, 0};
    ExitReport report;
    const bool isTold = ::poll(&ended, 1, endMs) > 0 && ::read(m_exitPipe.fd(), &report, sizeof report) == sizeof report;
    return isTold ? report.cpuSeconds : 0;
}

Result<QCborMap> WorkerChild::call(const QCborMap &request, std::span<const int> fds, JobControl &control,
                                   const CallHandlers &handlers)
{
    if (control.isCancelled())
        return cancelledError();
    ++m_calls;
    QCborMap body = request;
    body.insert(u"threads"_s, control.threads());
    if (const Result<void> sent = sendMessage(m_socket.fd(), body, fds); !sent)
        return ended();
    return Conversation(*this, control, handlers).run();
}

Result<void> WorkerChild::begin(const QCborMap &request, std::span<const int> fds)
{
    ++m_calls;
    return sendMessage(m_socket.fd(), request, fds);
}

bool WorkerChild::isAlive() const
{
    // Between two calls nothing is to be read, not even an end.
    pollfd waits[2] = {{m_socket.fd(), POLLIN, 0}, {m_exitPipe.fd(), POLLIN, 0}};
    return ::poll(waits, 2, 0) == 0;
}

Error WorkerChild::ended()
{
    pollfd wait{m_exitPipe.fd(), POLLIN, 0};
    ExitReport report;
    if (::poll(&wait, 1, reapMs) > 0 && ::read(m_exitPipe.fd(), &report, sizeof report) == sizeof report)
        return crashError(report.status);
    return {ErrorKind::WorkerCrashed, WorkerChildText::tr("The worker process is gone.")};
}

} // namespace convoy
