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
#include <stdexcept>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
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

void allocateWithoutEnd()
{
    std::vector<std::vector<char>> kept;
    while (true)
        kept.emplace_back(64 << 20, 'x');
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

/// "0" where the sandbox forbids the operation, else what it came to.
QByteArray tryForbidden(const QByteArray &operation, const QByteArray &path)
{
    bool done = false;
    if (operation == "open")
        done = ::open(path.constData(), O_RDONLY) >= 0;
    else if (operation == "create")
        done = ::open(path.constData(), O_WRONLY | O_CREAT, 0600) >= 0;
    else if (operation == "chmod")
        done = ::chmod(path.constData(), 0777) == 0;
    else if (operation == "unlink")
        done = ::unlink(path.constData()) == 0;
    else if (operation == "socket")
        done = ::socket(AF_INET, SOCK_DGRAM, 0) >= 0;
    else if (operation == "fork")
        done = ::fork() >= 0;
    else if (operation == "exec")
        done = ::execl("/bin/true", "true", nullptr) == 0;
    else if (operation == "kill")
        done = ::kill(::getppid(), 0) == 0;
    else if (operation == "ptrace")
        done = ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr) == 0;
    else
        return "unknown operation";
    return done ? "allowed" : "denied";
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
        if (what.startsWith("try "))
            text = tryForbidden(what.split(' ').value(1), what.split(' ').value(2));
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
