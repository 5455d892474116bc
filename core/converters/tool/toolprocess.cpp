// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/toolprocess.h"

#include "core/base/processtree.h"
#include "core/converters/tool/toollaunch.h"
#include "core/converters/tool/tooltext.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <vector>

namespace convoy {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds grace{2};
constexpr qsizetype readBytes = 64 * 1024;
constexpr int maximumDrainReads = 1024;
constexpr std::chrono::milliseconds newsInterval{200};
constexpr int pollWithoutPidFd = 50; // ms; kernels before 5.3

/// A running tool and the loop that reads from it.
class RunningTool
{
public:
    RunningTool(const ToolCall &call, const std::stop_token &stop) : m_call(call), m_stop(stop) {}
    ~RunningTool()
    {
        if (m_pid > 0 && !m_isReaped)
            killDescendants();
    }

    Result<void> start();
    Result<ToolExit> wait();

private:
    struct Stream {
        FileDescriptor fd;
        const std::function<Result<void>(QByteArrayView)> *sink = nullptr;
    };

    bool readSome(Stream &stream);
    void drain();
    void signalAll(int signal) const;
    void beginEnd(const Error &reason);
    void tellNews();
    void obeyDeadline();
    int pollTimeout() const;
    bool hasEnded(int &status);

    const ToolCall &m_call;
    const std::stop_token m_stop;
    Subreaper m_subreaper;
    pid_t m_pid = -1;
    bool m_isReaped = false;
    FileDescriptor m_pidFd;
    FileDescriptor m_wake;
    std::array<Stream, 2> m_streams;
    std::vector<char> m_buffer = std::vector<char>(size_t(readBytes));
    std::optional<Clock::time_point> m_deadline;
    std::optional<Clock::time_point> m_newsDue; ///< something was said that nobody was told of
    Clock::time_point m_lastNews;
    std::optional<Error> m_reason; ///< why the tool is being ended
    bool m_isKilled = false;
};

Result<void> RunningTool::start()
{
    Result<Pipe> out = makePipe();
    Result<Pipe> err = makePipe();
    if (!out || !err)
        return out ? err.error() : out.error();
    m_wake.reset(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const Result<pid_t> launched = launchTool(m_call, out->write.fd(), err->write.fd());
    if (!launched)
        return launched.error();
    m_pid = *launched;
    m_streams = {Stream{std::move(out->read), &m_call.onStdout}, Stream{std::move(err->read), &m_call.onStderr}};
    for (const Stream &stream : m_streams)
        ::fcntl(stream.fd.fd(), F_SETFL, O_NONBLOCK);
    m_pidFd.reset(int(::syscall(SYS_pidfd_open, m_pid, 0)));
    if (m_call.timeout.count() > 0)
        m_deadline = Clock::now() + m_call.timeout;
    return {};
}

// False at the end of the stream and where there is nothing to read now.
bool RunningTool::readSome(Stream &stream)
{
    const ssize_t got = ::read(stream.fd.fd(), m_buffer.data(), m_buffer.size());
    if (got < 0 && errno == EINTR)
        return true;
    if (got < 0 && errno == EAGAIN)
        return false;
    if (got <= 0) {
        stream.fd.reset();
        return false;
    }
    if (m_call.onNews && !m_newsDue)
        m_newsDue = m_lastNews + newsInterval;
    if (!m_reason && *stream.sink) {
        if (const Result<void> taken = (*stream.sink)(QByteArrayView(m_buffer.data(), got)); !taken)
            beginEnd(taken.error());
    }
    return true;
}

void RunningTool::drain()
{
    // Nobody is left to write, so this is what the pipes hold; the bound is for a writer that got away.
    for (Stream &stream : m_streams) {
        for (int reads = 0; reads < maximumDrainReads && stream.fd.isValid() && readSome(stream); ++reads) {}
    }
}

void RunningTool::signalAll(int signal) const
{
    if (!signalDescendants(signal))
        ::kill(m_pid, signal);
}

void RunningTool::beginEnd(const Error &reason)
{
    if (m_reason)
        return;
    m_reason = reason;
    signalAll(SIGTERM);
    signalAll(SIGCONT); // a stopped process does not see the other one
    m_deadline = Clock::now() + grace;
}

void RunningTool::tellNews()
{
    if (!m_newsDue || Clock::now() < *m_newsDue)
        return;
    m_newsDue.reset();
    m_lastNews = Clock::now();
    m_call.onNews();
}

void RunningTool::obeyDeadline()
{
    if (!m_deadline || Clock::now() < *m_deadline)
        return;
    if (!m_reason) {
        beginEnd({ErrorKind::TimedOut,
                  ToolText::tr("The tool was stopped after %1 s.").arg(double(m_call.timeout.count()) / 1000)});
    } else if (!m_isKilled) {
        m_isKilled = true;
        m_deadline.reset();
        signalAll(SIGKILL);
    }
}

int RunningTool::pollTimeout() const
{
    if (!m_deadline && !m_newsDue)
        return m_pidFd.isValid() ? -1 : pollWithoutPidFd;
    const Clock::time_point far = Clock::time_point::max();
    const Clock::time_point due = std::min(m_deadline.value_or(far), m_newsDue.value_or(far));
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - Clock::now());
    return int(std::clamp<qint64>(left.count(), 0, m_pidFd.isValid() ? 60'000 : pollWithoutPidFd));
}

bool RunningTool::hasEnded(int &status)
{
    pid_t done = -1;
    do {
        done = ::waitpid(m_pid, &status, WNOHANG);
    } while (done < 0 && errno == EINTR);
    return done == m_pid;
}

Result<ToolExit> RunningTool::wait()
{
    const std::stop_callback wake(m_stop, [this] { ::eventfd_write(m_wake.fd(), 1); });
    int status = 0;
    while (!hasEnded(status)) {
        // Closed streams have descriptor -1, which poll leaves out.
        std::array<pollfd, 4> waits{pollfd{m_pidFd.fd(), POLLIN, 0}, pollfd{m_reason ? -1 : m_wake.fd(), POLLIN, 0},
                                    pollfd{m_streams[0].fd.fd(), POLLIN, 0}, pollfd{m_streams[1].fd.fd(), POLLIN, 0}};
        ::poll(waits.data(), waits.size(), pollTimeout());
        for (size_t i = 0; i < m_streams.size(); ++i) {
            if (m_streams[i].fd.isValid() && waits[i + 2].revents != 0)
                readSome(m_streams[i]);
        }
        if (m_stop.stop_requested())
            beginEnd(cancelledError());
        obeyDeadline();
        tellNews();
    }
    ToolExit exit{WIFEXITED(status) ? WEXITSTATUS(status) : 0, WIFSIGNALED(status) ? WTERMSIG(status) : 0,
                  killDescendants()};
    m_isReaped = true;
    drain();
    if (m_reason)
        return *m_reason;
    return exit;
}

} // namespace

Result<ToolExit> runTool(const ToolCall &call, const std::stop_token &stop)
{
    RunningTool tool(call, stop);
    if (const Result<void> started = tool.start(); !started)
        return started.error();
    return tool.wait();
}

} // namespace convoy
