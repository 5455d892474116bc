// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/childloop.h"

#include "core/base/cborinteger.h"
#include "core/worker/protocol.h"

namespace convoy {

using namespace Qt::Literals::StringLiterals;

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
    const bool isProbe = request.body.value("op"_L1).toString() == "probe"_L1;
    m_job = std::make_unique<ChildJob>(m_socket, m_family, m_memory, std::move(request));
    if (isProbe)
        return m_job->work(); // quick, and there is nothing in it that could be told to stop
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
