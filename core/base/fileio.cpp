// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fileio.h"

#include "core/base/filedescriptor.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace convoy {

namespace {

struct FileIoText {
    Q_DECLARE_TR_FUNCTIONS(convoy::FileIo)
};

constexpr qsizetype mostBytes = qsizetype(256) << 20;

Error unreadableFile(int error, const QString &name)
{
    return systemError(error, ErrorKind::InvalidOption, FileIoText::tr("“%1” cannot be read.").arg(name));
}

} // namespace

Result<QByteArray> readWholeFile(const Path &file)
{
    const FileDescriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd.isValid())
        return unreadableFile(errno, displayName(file));
    return readWholeFile(fd.fd(), displayName(file));
}

Result<QByteArray> readWholeFile(int fd, const QString &name)
{
    QByteArray content;
    std::array<char, 65536> buffer;
    while (content.size() <= mostBytes) {
        const ssize_t count = ::read(fd, buffer.data(), buffer.size());
        if (count == 0)
            return content;
        if (count > 0)
            content.append(buffer.data(), count);
        else if (errno != EINTR)
            return unreadableFile(errno, name);
    }
    return unreadableFile(EFBIG, name);
}

ssize_t readAt(int fd, void *out, size_t size, qint64 offset)
{
    size_t done = 0;
    while (done < size) {
        const ssize_t got = ::pread(fd, static_cast<char *>(out) + done, size - done, offset + qint64(done));
        if (got == 0)
            break;
        if (got > 0)
            done += size_t(got);
        else if (errno != EINTR)
            return -1;
    }
    return ssize_t(done);
}

QByteArray readHead(int fd, qsizetype most)
{
    QByteArray head(most, Qt::Uninitialized);
    const ssize_t got = readAt(fd, head.data(), size_t(most), 0);
    return got < 0 ? QByteArray() : head.first(got);
}

bool writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(fd, bytes.data(), size_t(bytes.size()));
        pollfd stream{.fd = fd, .events = POLLOUT, .revents = 0};
        if (written >= 0)
            bytes = bytes.sliced(written);
        else if (errno == EAGAIN)
            ::poll(&stream, 1, -1);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

bool writeAt(int fd, const void *bytes, size_t size, qint64 offset)
{
    for (size_t done = 0; done < size;) {
        const ssize_t written = ::pwrite(fd, static_cast<const char *>(bytes) + done, size - done, offset + qint64(done));
        if (written >= 0)
            done += size_t(written);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

Result<void> makeWritableFolder(const Path &folder, const QString &message)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (!failed && ::access(folder.c_str(), W_OK | X_OK) == 0)
        return {};
    return systemError(failed ? failed.value() : errno, ErrorKind::OutputUnwritable, message);
}

} // namespace convoy
