// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/toolprocess.h"

#include "core/base/processtree.h"
#include "core/converters/tool/tooltext.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/close_range.h>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/select.h>
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

struct Pipe {
    FileDescriptor read;
    FileDescriptor write;
};

Result<Pipe> makePipe()
{
    int fds[2];
    if (::pipe2(fds, O_CLOEXEC) != 0)
        return systemError(errno, ErrorKind::Internal, ToolText::tr("The tool cannot be started."));
    return Pipe{FileDescriptor(fds[0]), FileDescriptor(fds[1])};
}

// Everything that the child needs between fork and exec, made before: there it may only make system calls.
struct Launch {
    QByteArray program;
    std::vector<char *> arguments;
    std::vector<char *> environment;
    const char *workingFolder = nullptr;
    int in = -1;
    int out = -1;
    int err = -1;
    int failure = -1; ///< gets errno where exec fails; closed by exec
    pid_t parent = 0;
    int nice = 0;
    int ioPriority = 0; ///< as ioprio_set(2) wants it; 0 leaves it
};

// ioprio_set(2): the class in the upper three bits, 16 bits in all; glibc has no header for it.
constexpr int ioprioWhoProcess = 1;

int ioprioValue(IoPriority priority)
{
    constexpr int classShift = 13;
    constexpr int bestEffort = 2;
    constexpr int idle = 3;
    constexpr int lowest = 7;
    switch (priority) {
    case IoPriority::Normal: return 0;
    case IoPriority::Low: return (bestEffort << classShift) | lowest;
    case IoPriority::Idle: return idle << classShift;
    }
    return 0;
}

/// The engine may have allowed itself more open files than select(2) can tell of; a tool that wants them asks for itself.
void keepSelectWorking()
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    files.rlim_cur = std::min<rlim_t>(files.rlim_cur, FD_SETSIZE);
    ::setrlimit(RLIMIT_NOFILE, &files);
}

[[noreturn]] void becomeTool(const Launch &launch)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != launch.parent)
        ::_exit(127);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    ::signal(SIGXFSZ, SIG_DFL);
    keepSelectWorking();
    // A wish: a tool that runs as usual is better than none.
    if (launch.nice > 0)
        ::setpriority(PRIO_PROCESS, 0, std::min(19, ::getpriority(PRIO_PROCESS, 0) + launch.nice));
    if (launch.ioPriority != 0)
        ::syscall(SYS_ioprio_set, ioprioWhoProcess, 0, launch.ioPriority);
    const bool ready = ::dup2(launch.in, STDIN_FILENO) >= 0 && ::dup2(launch.out, STDOUT_FILENO) >= 0
        && ::dup2(launch.err, STDERR_FILENO) >= 0 && (!launch.workingFolder || ::chdir(launch.workingFolder) == 0);
    if (ready) {
        ::syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC); // nothing of ours leaks into the tool
        ::execve(launch.program.constData(), launch.arguments.data(), launch.environment.data());
    }
    const int error = errno;
    static_cast<void>(::write(launch.failure, &error, sizeof error) == 0);
    ::_exit(127);
}

QByteArrayList mergedEnvironment(const QByteArrayList &additions)
{
    QByteArrayList merged = additions;
    for (char **variable = environ; *variable; ++variable) {
        const QByteArray entry(*variable);
        const QByteArray name = entry.left(entry.indexOf('=') + 1);
        if (std::ranges::none_of(additions, [&name](const QByteArray &addition) { return addition.startsWith(name); }))
            merged.append(entry);
    }
    return merged;
}

std::vector<char *> pointers(QByteArrayList &texts)
{
    std::vector<char *> list;
    for (QByteArray &text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

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

    Result<void> launch(const QByteArray &program, int in, int out, int err);
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
    const QByteArray program = findProgram(m_call.arguments.constFirst(), m_call.environment);
    if (program.isEmpty())
        return Error{
            ErrorKind::MissingTool,
            ToolText::tr("The program “%1” is not installed.").arg(QString::fromUtf8(m_call.arguments.constFirst())),
            {}};
    Result<Pipe> out = makePipe();
    Result<Pipe> err = makePipe();
    if (!out || !err)
        return out ? err.error() : out.error();
    const FileDescriptor nothing(m_call.stdinFd < 0 ? ::open("/dev/null", O_RDONLY | O_CLOEXEC) : -1);
    m_wake.reset(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (const Result<void> launched = launch(program, m_call.stdinFd < 0 ? nothing.fd() : m_call.stdinFd, out->write.fd(),
                                             err->write.fd());
        !launched)
        return launched;
    m_streams = {Stream{std::move(out->read), &m_call.onStdout}, Stream{std::move(err->read), &m_call.onStderr}};
    for (const Stream &stream : m_streams)
        ::fcntl(stream.fd.fd(), F_SETFL, O_NONBLOCK);
    m_pidFd.reset(int(::syscall(SYS_pidfd_open, m_pid, 0)));
    if (m_call.timeout.count() > 0)
        m_deadline = Clock::now() + m_call.timeout;
    return {};
}

Result<void> RunningTool::launch(const QByteArray &program, int in, int out, int err)
{
    Result<Pipe> failure = makePipe();
    if (!failure)
        return failure.error();
    QByteArrayList arguments = m_call.arguments;
    QByteArrayList environment = mergedEnvironment(m_call.environment);
    const Launch launch{program,
                        pointers(arguments),
                        pointers(environment),
                        m_call.workingFolder.isEmpty() ? nullptr : m_call.workingFolder.constData(),
                        in,
                        out,
                        err,
                        failure->write.fd(),
                        ::getpid(),
                        m_call.nice,
                        ioprioValue(m_call.ioPriority)};
    m_pid = ::fork();
    if (m_pid == 0)
        becomeTool(launch);
    if (m_pid < 0)
        return systemError(errno, ErrorKind::Internal, ToolText::tr("The tool cannot be started."));
    failure->write.reset();
    int error = 0;
    ssize_t got = -1;
    do {
        got = ::read(failure->read.fd(), &error, sizeof error);
    } while (got < 0 && errno == EINTR);
    if (got == ssize_t(sizeof error)) {
        const bool isFolder = launch.workingFolder && ::access(launch.workingFolder, X_OK) != 0;
        return systemError(error, ErrorKind::ToolFailed,
                           isFolder ? ToolText::tr("The working folder of the tool cannot be used.")
                                    : ToolText::tr("The program “%1” cannot be run.").arg(QString::fromUtf8(program)));
    }
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
                  ToolText::tr("The tool was stopped after %1 s.").arg(double(m_call.timeout.count()) / 1000),
                  {}});
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
            beginEnd({ErrorKind::Cancelled, ToolText::tr("Cancelled."), {}});
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

QByteArray findProgram(const QByteArray &program, const QByteArrayList &environment)
{
    if (program.contains('/'))
        return ::access(program.constData(), F_OK) == 0 ? program : QByteArray();
    QByteArray path = qgetenv("PATH");
    for (const QByteArray &variable : environment) {
        if (variable.startsWith("PATH="))
            path = variable.mid(5);
    }
    if (path.isEmpty())
        path = "/usr/local/bin:/usr/bin:/bin";
    for (const QByteArray &folder : path.split(':')) {
        const QByteArray candidate = folder + '/' + program;
        if (folder.startsWith('/') && ::access(candidate.constData(), X_OK) == 0)
            return candidate;
    }
    return {};
}

Result<ToolExit> runTool(const ToolCall &call, const std::stop_token &stop)
{
    RunningTool tool(call, stop);
    if (const Result<void> started = tool.start(); !started)
        return started.error();
    return tool.wait();
}

} // namespace convoy
