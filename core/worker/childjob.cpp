// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/childjob.h"

#include "core/base/cborinteger.h"
#include "core/worker/cputime.h"
#include "core/worker/protocol.h"

#include <QCborArray>
#include <QCoreApplication>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <utility>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChildJobText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Worker)
};

constexpr qint64 progressIntervalMs = 100;

double usedCpuSeconds()
{
    rusage own{};
    rusage started{};
    ::getrusage(RUSAGE_SELF, &own);
    ::getrusage(RUSAGE_CHILDREN, &started);
    return cpuSeconds(own) + cpuSeconds(started);
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

ChildJob::ChildJob(int socket, const FamilyModule &family, const MemoryPeak &memory, Message request)
    : m_socket(socket),
      m_family(family),
      m_memory(memory),
      m_request(std::move(request))
{
    const QCborMap &body = m_request.body;
    m_threads = std::max(1, int(cborInteger(body.value("threads"_L1))));
    m_context.stop = m_stop.get_token();
    m_context.threads = &m_threads;
    m_context.progress = [this](double fraction) { reportProgress(fraction); };
    m_context.openOutput = [this](qint64 bytes) { return askForOutput(bytes); };
    if (const QCborArray encoders = body.value("encoders"_L1).toArray(); !encoders.isEmpty() && m_request.fds.size() > 1) {
        m_context.encoder = {m_request.fds.end()[-2].fd(), m_request.fds.end()[-1].fd(), {}};
        for (const QCborValue &name : encoders)
            m_context.encoder.encoders.append(name.toString().toLatin1());
    }
    if (body.contains("staged"_L1)) {
        const size_t place = body.contains("attachment"_L1) ? 2 : 1;
        m_staged = m_request.fds.size() > place ? m_request.fds[place].fd() : -1;
    }
    m_context.said = [this](QByteArrayView said) { send({{u"said"_s, said.toByteArray()}}); };
    m_lastProgress.start();
}

void ChildJob::work()
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

void ChildJob::abandon()
{
    cancel();
    giveOutput(Error{ErrorKind::Cancelled, {}});
}

void ChildJob::giveOutput(Result<int> fd)
{
    {
        const std::lock_guard lock(m_mutex);
        m_output = std::move(fd);
    }
    m_outputCame.notify_one();
}

void ChildJob::keep(FileDescriptor fd)
{
    const std::lock_guard lock(m_mutex);
    m_kept.push_back(std::move(fd));
}

void ChildJob::reportProgress(double fraction)
{
    const std::lock_guard lock(m_progressMutex);
    if (m_lastProgress.elapsed() < progressIntervalMs || fraction < m_shown)
        return;
    m_lastProgress.restart();
    m_shown = fraction;
    send({{u"progress"_s, fraction}});
}

Result<int> ChildJob::askForOutput(qint64 bytes)
{
    std::unique_lock lock(m_mutex);
    if (m_staged >= 0)
        return std::exchange(m_staged, -1);
    m_output.reset();
    send({{u"output"_s, bytes}});
    m_outputCame.wait(lock, [this] { return m_output.has_value(); });
    return *m_output;
}

void ChildJob::send(const QCborMap &body)
{
    // Whatever was not sent is missed by the engine: it had better see the end than wait for it.
    if (const Result<void> sent = sendMessage(m_socket, body); !sent)
        ::shutdown(m_socket, SHUT_RDWR);
}

Result<QCborMap> ChildJob::attempt()
{
    try {
        return perform();
    } catch (const std::bad_alloc &) {
        return Error{ErrorKind::OutOfMemory, ChildJobText::tr("This needed more memory than allowed.")};
    } catch (const std::exception &exception) {
        return Error{ErrorKind::Internal, ChildJobText::tr("The converter failed."),
                     QString::fromLocal8Bit(exception.what())};
    }
}

Result<QCborMap> ChildJob::perform()
{
    const QCborMap &body = m_request.body;
    const Converter *converter = m_family.converter(body.value("converter"_L1).toString());
    if (!converter || m_request.fds.empty())
        return Error{ErrorKind::Internal, ChildJobText::tr("The worker was asked for what it cannot do.")};
    const int fd = m_request.fds.front().fd();
    const int attachment = body.contains("attachment"_L1) && m_request.fds.size() > 1 ? m_request.fds[1].fd() : -1;
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
    if (op == "try-encoder"_L1) {
        const Result<void> tried = converter->tryEncoder(m_context);
        return tried ? Result<QCborMap>(QCborMap()) : tried.error();
    }
    if (op == "verify"_L1) {
        const Result<void> verified = converter->verify(fd, body.value("facts"_L1).toMap().toVariantMap(), m_context);
        return verified ? Result<QCborMap>(QCborMap()) : verified.error();
    }
    if (op == "complete-set"_L1) {
        const Result<QVariantMap> columns = converter->completeSet(fd, body.value("set"_L1).toArray().toVariantList());
        return columns ? Result<QCborMap>(QCborMap::fromVariantMap(*columns)) : columns.error();
    }
    const Result<PreviewPicture> picture = converter->preview(previewRequestFromCbor(request, fd), m_context);
    return picture ? Result<QCborMap>(pictureToCbor(*picture)) : picture.error();
}

} // namespace convoy
