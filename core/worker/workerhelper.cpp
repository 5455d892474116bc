// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/workerhelper.h"

#include "core/base/cborinteger.h"
#include "core/worker/protocol.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WorkerHelperText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Worker)
};

/// The helper has ended: at its start, for want of a library, or later, with all its children.
Error goneError()
{
    return {ErrorKind::WorkerCrashed,
            WorkerHelperText::tr("The worker could not start: its codecs are missing or it crashed.")};
}

/// What reads hostile files has no passwords and tokens in its memory. Tools are what a person runs, and get everything.
std::vector<char *> environmentFor(QLatin1StringView family)
{
    constexpr std::string_view known[] = {"PATH=",  "HOME=",   "LANG", "LC_",     "TZ=",     "TMPDIR=", "LD_",    "XDG_",
                                          "LIBVA_", "CONVOY_", "DCM",  "MAGICK_", "MALLOC_", "ASAN_",   "UBSAN_", "TSAN_"};
    std::vector<char *> kept;
    for (char **entry = environ; *entry; ++entry) {
        const std::string_view text(*entry);
        if (family == "tool"_L1 || std::ranges::any_of(known, [&](std::string_view name) { return text.starts_with(name); }))
            kept.push_back(*entry);
    }
    kept.push_back(nullptr);
    return kept;
}

/// posix_spawn with the socket as descriptor 3 and silent standard streams.
int startProcess(pid_t &pid, const Path &program, int socket, const std::vector<std::string> &arguments,
                 const std::vector<char *> &environment)
{
    std::vector<char *> argv;
    argv.reserve(arguments.size() + 1);
    for (const std::string &argument : arguments)
        argv.push_back(const_cast<char *>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    if (!qEnvironmentVariableIsSet("CONVOY_WORKER_STDERR"))
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, socket, 3);
    posix_spawn_file_actions_addclosefrom_np(&actions, 4);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // Ctrl+C at a terminal is for the engine alone: it decides what becomes of running jobs.
    posix_spawnattr_setpgroup(&attributes, 0);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    const int error = ::posix_spawn(&pid, program.c_str(), &actions, &attributes, argv.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

} // namespace

Result<std::shared_ptr<WorkerHelper>> WorkerHelper::start(const WorkerSettings &settings, QLatin1StringView family)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return systemError(errno, ErrorKind::Internal, WorkerHelperText::tr("The worker could not be started."));
    FileDescriptor own(ends[0]);
    // Above 3, so that dup2 to 3 always makes a descriptor without close-on-exec.
    FileDescriptor theirs(::fcntl(ends[1], F_DUPFD_CLOEXEC, 10));
    ::close(ends[1]);
    const std::vector<std::string> arguments{
        settings.program.native(),
        "--family",
        std::string(family.data(), size_t(family.size())),
        "--isolation",
        settings.isolation == Isolation::Process ? "process" : "thread",
        "--locale",
        QLocale().name().toStdString(),
        "--background",
        settings.isBackground ? "yes" : "no",
    };
    pid_t pid = 0;
    if (const int error = startProcess(pid, settings.program, theirs.fd(), arguments, environmentFor(family)); error != 0)
        return systemError(
            error, ErrorKind::Internal,
            WorkerHelperText::tr("The worker program “%1” could not be started.").arg(displayName(settings.program)));
    return std::shared_ptr<WorkerHelper>(new WorkerHelper(pid, std::move(own), settings.answerSeconds));
}

WorkerHelper::~WorkerHelper()
{
    m_socket.reset();
    // It ends at the end of its socket, and all that its children have started with it. Killed at once it could not do
    // that any more; without isolation a job may keep it for long.
    constexpr int endMs = 1000;
    const FileDescriptor process(int(::syscall(SYS_pidfd_open, m_pid, 0)));
    pollfd ended{process.fd(), POLLIN, 0};
    if (!process.isValid() || ::poll(&ended, 1, endMs) <= 0)
        ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
}

bool WorkerHelper::isAlive() const
{
    pollfd connection{m_socket.fd(), 0, 0};
    return ::poll(&connection, 1, 0) == 0;
}

Error WorkerHelper::silence() const
{
    return {ErrorKind::WorkerCrashed,
            WorkerHelperText::tr("The worker gave no answer for %n second(s).", nullptr, m_answerSeconds)};
}

/// One that hangs is left to its children that are at work: they need no answer of it.
Result<Message> WorkerHelper::ask(const QCborMap &request)
{
    const std::lock_guard lock(m_mutex);
    if (m_isSilent)
        return silence();
    if (const Result<void> sent = sendMessage(m_socket.fd(), request); !sent)
        return goneError();
    pollfd answer{m_socket.fd(), POLLIN, 0};
    const QDeadlineTimer deadline(m_answerSeconds * 1000LL);
    int ready = -1;
    do {
        ready = ::poll(&answer, 1, int(deadline.remainingTime()));
    } while (ready < 0 && errno == EINTR);
    if (ready == 0) {
        m_isSilent = true;
        return silence();
    }
    Result<std::optional<Message>> reply = receiveMessage(m_socket.fd());
    if (!reply || !*reply)
        return goneError();
    return std::move(**reply);
}

Result<std::unique_ptr<WorkerChild>> WorkerHelper::spawn()
{
    Result<Message> reply = ask({{u"op"_s, u"spawn"_s}});
    if (!reply)
        return reply.error();
    if (reply->fds.size() != 2)
        return errorFromCbor(reply->body.value("error"_L1).toMap());
    return std::make_unique<WorkerChild>(shared_from_this(), int(cborInteger(reply->body.value("id"_L1))),
                                         std::move(reply->fds[0]), std::move(reply->fds[1]));
}

void WorkerHelper::signal(int child, int number)
{
    const std::lock_guard lock(m_mutex);
    // A helper that is gone has taken its children along.
    const Result<void> sent = sendMessage(m_socket.fd(), {{u"op"_s, u"signal"_s}, {u"id"_s, child}, {u"signal"_s, number}});
    Q_UNUSED(sent)
}

Result<QVariantMap> WorkerHelper::describe()
{
    const Result<Message> reply = ask({{u"op"_s, u"describe"_s}});
    if (!reply)
        return reply.error();
    return reply->body.toVariantMap();
}

} // namespace convoy
