// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/childloop.h"

#include "core/base/cborinteger.h"
#include "core/worker/message.h"
#include "core/worker/protocol.h"

#include <QCborArray>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <condition_variable>
#include <fcntl.h>
#include <mutex>
#include <optional>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::Worker)
};

constexpr qint64 progressIntervalMs = 100;

double seconds(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

double usedCpuSeconds()
{
    rusage own{};
    rusage started{};
    ::getrusage(RUSAGE_SELF, &own);
    ::getrusage(RUSAGE_CHILDREN, &started);
    return seconds(own.ru_utime) + seconds(own.ru_stime) + seconds(started.ru_utime) + seconds(started.ru_stime);
}

} // namespace

MemoryPeak::MemoryPeak() : m_clear(::open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)) {}

void MemoryPeak::reset() const
{
    // proc(5): 5 resets the peak. Where it cannot be done the peak is that of all jobs so far.
    [[maybe_unused]] const ssize_t written = ::pwrite(m_clear.fd(), "5", 1, 0);
}

qint64 MemoryPeak::bytes() const
{
    // In a forked child getrusage(2) tells what the reset has begun anew.
    rusage own{};
    ::getrusage(RUSAGE_SELF, &own);
    return qint64(own.ru_maxrss) * 1024;
}

/// One request at work on the job thread, while the loop goes on listening for "cancel" and the like.
class ChildLoop::Job
{
public:
    Job(int socket, const FamilyModule &family, const MemoryPeak &memory, Message request)
        : m_socket(socket),
          m_family(family),
          m_memory(memory),
          m_request(std::move(request))
    {
        m_threads = std::max(1, int(cborInteger(m_request.body.value("threads"_L1))));
        m_context.stop = m_stop.get_token();
        m_context.threads = &m_threads;
        m_context.progress = [this](double fraction) { reportProgress(fraction); };
        m_context.openOutput = [this](qint64 bytes) { return askForOutput(bytes); };
        m_context.said = [this](QByteArrayView said) { send({{u"said"_s, said.toByteArray()}}); };
        m_lastProgress.start();
    }

    void work()
    {
        const double cpuBefore = usedCpuSeconds();
        m_memory.reset();
        Result<QCborMap> result = attempt();
        QCborMap answer{{u"cpu"_s, usedCpuSeconds() - cpuBefore}, {u"peak"_s, m_memory.bytes()}};
        if (result)
            answer.insert(u"result"_s, *result);
        else
            answer.insert(u"error"_s, errorToCbor(result.error()));
        send(answer);
    }

    void cancel() { m_stop.request_stop(); }
    /// The engine is gone: nobody will answer any more.
    void abandon()
    {
        cancel();
        giveOutput(Error{ErrorKind::Cancelled, {}, {}});
    }
    void setThreads(int threads) { m_threads = std::max(1, threads); }

    void giveOutput(Result<int> fd)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_output = std::move(fd);
        }
        m_outputCame.notify_one();
    }
    /// The loop took the descriptor out of a message: it stays open as long as the job.
    void keep(FileDescriptor fd)
    {
        const std::lock_guard lock(m_mutex);
        m_kept.push_back(std::move(fd));
    }

private:
    void reportProgress(double fraction)
    {
        const std::lock_guard lock(m_progressMutex);
        if (m_lastProgress.elapsed() < progressIntervalMs || fraction < m_shown)
            return;
        m_lastProgress.restart();
        m_shown = fraction;
        send({{u"progress"_s, fraction}});
    }

    Result<int> askForOutput(qint64 bytes)
    {
        std::unique_lock lock(m_mutex);
        m_output.reset();
        send({{u"output"_s, bytes}});
        m_outputCame.wait(lock, [this] { return m_output.has_value(); });
        return *m_output;
    }

    void send(const QCborMap &body)
    {
        // Whatever was not sent is missed by the engine: it had better see the end than wait for it.
        if (const Result<void> sent = sendMessage(m_socket, body); !sent)
            ::shutdown(m_socket, SHUT_RDWR);
    }

    Result<QCborMap> attempt()
    {
        try {
            return perform();
        } catch (const std::bad_alloc &) {
            return Error{ErrorKind::OutOfMemory, Text::tr("This needed more memory than allowed."), {}};
        } catch (const std::exception &exception) {
            return Error{ErrorKind::Internal, Text::tr("The converter failed."), QString::fromLocal8Bit(exception.what())};
        }
    }

    Result<QCborMap> perform()
    {
        const QCborMap &body = m_request.body;
        const Converter *converter = m_family.converter(body.value("converter"_L1).toString());
        if (!converter || m_request.fds.empty())
            return Error{ErrorKind::Internal, Text::tr("The worker was asked for what it cannot do."), {}};
        const int fd = m_request.fds.front().fd();
        const int attachment = m_request.fds.size() > 1 ? m_request.fds[1].fd() : -1;
        const QString op = body.value("op"_L1).toString();
        const QCborMap request = body.value("request"_L1).toMap();
        if (op == "probe"_L1) {
            const Result<MediaInfo> info = converter->probe(inputFromCbor(body.value("input"_L1).toMap(), fd));
            return info ? Result<QCborMap>(info->toCbor()) : info.error();
        }
        if (op == "convert"_L1) {
            const Result<ConvertReport> report = converter->convert(requestFromCbor(request, fd, attachment), m_context);
            return report ? Result<QCborMap>(reportToCbor(*report)) : report.error();
        }
        if (op == "verify"_L1) {
            const Result<void> verified = converter->verify(fd, body.value("facts"_L1).toMap().toVariantMap(), m_context);
            return verified ? Result<QCborMap>(QCborMap()) : verified.error();
        }
        if (op == "complete-set"_L1) {
            const Result<QVariantMap> columns = converter->completeSet(
                fd, body.value("set"_L1).toArray().toVariantList(), int(cborInteger(body.value("missing"_L1))), m_context);
            return columns ? Result<QCborMap>(QCborMap::fromVariantMap(*columns)) : columns.error();
        }
        const Result<PreviewPicture> picture = converter->preview(previewRequestFromCbor(request, fd), m_context);
        return picture ? Result<QCborMap>(pictureToCbor(*picture)) : picture.error();
    }

    int m_socket;
    const FamilyModule &m_family;
    const MemoryPeak &m_memory;
    Message m_request;
    ConvertContext m_context;
    std::stop_source m_stop;
    std::atomic<int> m_threads = 1;
    std::mutex m_progressMutex;
    QElapsedTimer m_lastProgress; // guarded by m_progressMutex
    double m_shown = 0;           // guarded by m_progressMutex
    std::mutex m_mutex;
    std::condition_variable m_outputCame;
    std::optional<Result<int>> m_output; // guarded by m_mutex
    std::vector<FileDescriptor> m_kept;  // guarded by m_mutex
};

ChildLoop::ChildLoop(int socket, const FamilyModule &family, const Sandbox *sandbox)
    : m_socket(socket),
      m_family(family),
      m_sandbox(sandbox)
{
}

ChildLoop::~ChildLoop()
{
    if (m_job)
        m_job->abandon();
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_change.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void ChildLoop::startJobThread()
{
    if (!m_thread.joinable())
        m_thread = std::thread([this] { runJobs(); });
}

void ChildLoop::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_change.wait(lock, [this] { return !m_isBusy; });
}

void ChildLoop::runJobs()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_change.wait(lock, [this] { return m_isBusy || m_isEnding; });
        if (!m_isBusy)
            return;
        lock.unlock();
        m_job->work();
        lock.lock();
        m_isBusy = false;
        m_change.notify_all();
    }
}

void ChildLoop::start(Message request)
{
    const QByteArray folder = request.body.value("request"_L1).toMap().value("folder"_L1).toByteArray();
    if (m_sandbox && !folder.isEmpty()) {
        if (const Result<void> confined = m_sandbox->enterFolder(toPath(folder)); !confined) {
            const Result<void> sent = sendMessage(m_socket, {{u"error"_s, errorToCbor(confined.error())}});
            Q_UNUSED(sent)
            return;
        }
    }
    if (m_sandbox)
        Sandbox::limitJobMemory(cborInteger(request.body.value("memory"_L1)));
    // The engine asks one thing at a time, so this waits only for the last steps of a job that has answered.
    waitUntilIdle();
    m_job = std::make_unique<Job>(m_socket, m_family, m_memory, std::move(request));
    startJobThread();
    {
        const std::lock_guard lock(m_mutex);
        m_isBusy = true;
    }
    m_change.notify_all();
}

void ChildLoop::run()
{
    while (true) {
        Result<std::optional<Message>> received = receiveMessage(m_socket);
        if (!received || !*received)
            return;
        Message message = std::move(**received);
        const QString op = message.body.value("op"_L1).toString();
        if (op == "cancel"_L1) {
            if (m_job)
                m_job->cancel();
        } else if (op == "threads"_L1) {
            if (m_job)
                m_job->setThreads(int(cborInteger(message.body.value("n"_L1))));
        } else if (op == "output"_L1) {
            if (!m_job)
                continue;
            if (message.fds.empty()) {
                m_job->giveOutput(errorFromCbor(message.body.value("error"_L1).toMap()));
            } else {
                const int fd = message.fds.front().fd();
                m_job->keep(std::move(message.fds.front()));
                m_job->giveOutput(fd);
            }
        } else {
            start(std::move(message));
        }
    }
}

} // namespace convoy
