// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A converter that does what its input says, for tests of what surrounds converters.
#include "core/converters/converter.h"
#include "core/worker/message.h"

#include <QByteArray>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sched.h>
#include <stdexcept>
#include <string>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace convoy {

namespace {

using namespace std::chrono_literals;

QByteArray order(const ConvertInput &input)
{
    QByteArray text(256, '\0');
    const ssize_t size = ::pread(input.fd, text.data(), size_t(text.size()), 0);
    return text.left(size).trimmed();
}

int overflowStack(const char *above);
int (*deeper)(const char *) = overflowStack; // through a pointer: no compiler makes a loop of it

int overflowStack(const char *above)
{
    char frame[4096];
    std::memset(frame, above[0] + 1, sizeof frame);
    return deeper(frame) + frame[above[1] & 63];
}

/// Addresses only, as the limit counts those: gigabytes that are written to take longer on a busy machine than a job may be
/// silent.
void allocateWithoutEnd()
{
    std::vector<std::unique_ptr<char[]>> kept;
    while (true)
        kept.push_back(std::make_unique_for_overwrite<char[]>(64 << 20));
}

void spin()
{
    for (std::atomic<bool> forever = true; forever;) {}
}

/// Progress all the time, more often than any converter may say it.
void talkWithoutEnd()
{
    while (true) {
        for (int fd = 3; fd < 32; ++fd) { // one of them is the connection
            int type = 0;
            socklen_t size = sizeof type;
            if (::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET) {
                const Result<void> sent = sendMessage(fd, {{QStringLiteral("progress"), 0.5}});
                Q_UNUSED(sent)
            }
        }
        std::this_thread::sleep_for(1ms);
    }
}

/// Until nothing more can be written.
Error flood(const ConvertContext &context)
{
    const Result<int> output = context.openOutput(0);
    const std::vector<char> block(1 << 16);
    while (output && ::write(*output, block.data(), block.size()) > 0)
        context.progress(0.5);
    return systemError(errno, ErrorKind::OutputUnwritable, QStringLiteral("flooded"));
}

/// What a codec that has been taken over might try. True where it came to something.
struct Operation {
    const char *name;
    bool (*isDone)(const char *path);
};

const Operation operations[] = {
    {"open", [](const char *path) { return ::open(path, O_RDONLY) >= 0; }},
    {"create", [](const char *path) { return ::open(path, O_WRONLY | O_CREAT, 0600) >= 0; }},
    {"truncate", [](const char *path) { return ::truncate(path, 0) == 0; }},
    {"chmod", [](const char *path) { return ::chmod(path, 0777) == 0; }},
    {"fchmodat2", [](const char *path) { return ::syscall(452, AT_FDCWD, path, 0777, 0) == 0; }}, // since Linux 6.6
    {"chown", [](const char *path) { return ::chown(path, 1, 1) == 0; }},
    {"set times", [](const char *path) { return ::utimensat(AT_FDCWD, path, nullptr, 0) == 0; }},
    {"set attribute", [](const char *path) { return ::setxattr(path, "user.convoy", "x", 1, 0) == 0; }},
    {"setxattrat", // since Linux 6.13
     [](const char *path) {
         const struct {
             quint64 value;
             quint32 size;
             quint32 flags;
         } attribute{reinterpret_cast<quint64>("x"), 1, 0};
         return ::syscall(463, AT_FDCWD, path, 0, "user.convoy", &attribute, sizeof attribute) == 0;
     }},
    {"unlink", [](const char *path) { return ::unlink(path) == 0; }},
    {"rename", [](const char *path) { return ::rename(path, (std::string(path) + "2").c_str()) == 0; }},
    {"link", [](const char *path) { return ::link(path, (std::string(path) + "2").c_str()) == 0; }},
    {"symlink", [](const char *path) { return ::symlink("/etc", (std::string(path) + "2").c_str()) == 0; }},
    {"make folder", [](const char *path) { return ::mkdir((std::string(path) + "2").c_str(), 0700) == 0; }},
    {"list folder",
     [](const char *) {
         return ::open("/root", O_RDONLY | O_DIRECTORY) >= 0 || ::open("/home", O_RDONLY | O_DIRECTORY) >= 0;
     }},
    {"tcp", [](const char *) { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }},
    {"udp", [](const char *) { return ::socket(AF_INET6, SOCK_DGRAM, 0) >= 0; }},
    {"unix socket", [](const char *) { return ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }},
    {"fork", [](const char *) { return ::fork() >= 0; }},
    {"exec", [](const char *) { return ::execl("/bin/true", "true", nullptr) == 0; }},
    {"kill", [](const char *) { return ::kill(::getppid(), 0) == 0; }},
    {"prlimit",
     [](const char *) {
         const rlimit none{};
         return ::prlimit(::getppid(), RLIMIT_CORE, &none, nullptr) == 0;
     }},
    {"shared memory", [](const char *) { return ::shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600) >= 0; }},
    {"ptrace", [](const char *) { return ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr) == 0; }},
    {"read memory",
     [](const char *) {
         char byte = 0;
         iovec here{&byte, 1};
         iovec there{&byte, 1};
         return ::process_vm_readv(::getppid(), &here, 1, &there, 1, 0) == 1;
     }},
    {"mount", [](const char *path) { return ::mount("none", path, "tmpfs", 0, nullptr) == 0; }},
    {"own names", [](const char *) { return ::unshare(CLONE_NEWUSER) == 0; }},
    {"bpf", [](const char *) { return ::syscall(SYS_bpf, 5, nullptr, 0) >= 0 || errno != EPERM; }},
    {"io_uring", [](const char *) { return ::syscall(SYS_io_uring_setup, 1, nullptr) >= 0 || errno == EFAULT; }},
    {"device", [](const char *) { return ::open("/dev/zero", O_RDWR) >= 0; }},
    {"environment",
     [](const char *) { return ::open(("/proc/" + std::to_string(::getppid()) + "/environ").c_str(), O_RDONLY) >= 0; }},
    {"core dump",
     [](const char *) {
         rlimit core{};
         return ::getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_max > 0;
     }},
    {"endless file",
     [](const char *) {
         const int fd = ::memfd_create("x", MFD_CLOEXEC);
         return ::pwrite(fd, "x", 1, 1LL << 41) == 1;
     }},
    {"endless memory",
     [](const char *) {
         rlimit all{};
         ::getrlimit(RLIMIT_AS, &all);
         all.rlim_cur = all.rlim_max; // what any job may have
         ::setrlimit(RLIMIT_AS, &all);
         return ::mmap(nullptr, 1LL << 44, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) != MAP_FAILED;
     }},
    {"keys", [](const char *) { return ::syscall(SYS_add_key, "user", "convoy", "x", 1, -3) >= 0; }},
};

QByteArray tryForbidden(const QByteArray &name, const QByteArray &path)
{
    for (const Operation &operation : operations) {
        if (name == operation.name)
            return operation.isDone(path.constData()) ? "allowed" : "denied";
    }
    return "unknown operation";
}

class FaultConverter : public Converter
{
public:
    Result<MediaInfo> probe(const ConvertInput &input) const override
    {
        MediaInfo info;
        info.kind = MediaKind::Image;
        info.summary = QString::fromUtf8(order(input));
        return info;
    }

    Result<PreviewPicture> preview(const PreviewRequest &, const ConvertContext &) const override
    {
        return PreviewPicture{};
    }

    Result<ConvertReport> convert(const ConvertRequest &request, const ConvertContext &context) const override
    {
        const QByteArray what = order(request.input);
        if (what == "flood")
            return flood(context);
        misbehave(what, context);
        const Result<int> output = context.openOutput(0);
        if (!output)
            return output.error();
        QByteArray text = what;
        if (what.startsWith("try\n"))
            text = tryForbidden(what.split('\n').value(1), what.split('\n').value(2));
        if (::write(*output, text.constData(), size_t(text.size())) != text.size())
            return systemError(errno, ErrorKind::OutputUnwritable, QStringLiteral("write"));
        ConvertReport report;
        report.outputs.push_back({{QStringLiteral("size"), qlonglong(text.size())}});
        if (what == "wrong-facts")
            report.outputs.back().insert(QStringLiteral("size"), -1);
        return report;
    }

    Result<void> verify(int fd, const QVariantMap &facts, const ConvertContext &) const override
    {
        struct stat status {
        };
        ::fstat(fd, &status);
        if (status.st_size != facts.value(QStringLiteral("size")).toLongLong())
            return Error{ErrorKind::VerificationFailed, QStringLiteral("The size is wrong."), {}};
        return {};
    }

private:
    static void misbehave(const QByteArray &what, const ConvertContext &context)
    {
        if (what == "segv") {
            ::raise(SIGSEGV);
        } else if (what == "abort") {
            std::abort();
        } else if (what == "overflow") {
            overflowStack("ab");
        } else if (what == "exit") {
            ::_exit(7);
        } else if (what == "throw") {
            throw std::runtime_error("thrown on order");
        } else if (what == "allocate") {
            allocateWithoutEnd();
        } else if (what == "spin") {
            spin();
        } else if (what == "sleep") {
            ::pause();
        } else if (what == "fork") {
            if (::fork() < 0)
                throw std::runtime_error("no fork");
        } else if (what == "talk") {
            talkWithoutEnd();
        } else if (what == "throw-number") {
            throw 7;
        } else if (what == "garbage") {
            for (int fd = 3; fd < 32; ++fd) // one of them is the connection
                ::send(fd, "\0garbage", 8, MSG_NOSIGNAL);
        } else if (what == "wait") {
            // Ends when it is told to.
            while (!context.stop.stop_requested()) {
                context.progress(0.5);
                std::this_thread::sleep_for(5ms);
            }
        }
    }
};

} // namespace

const Converter *converterInFamily(QStringView)
{
    static const FaultConverter converter;
    return &converter;
}

void warmUpFamily() {}

} // namespace convoy
