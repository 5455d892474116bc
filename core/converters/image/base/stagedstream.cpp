// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/base/stagedstream.h"

#include "core/base/fileio.h"

#include <QCoreApplication>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace convoy {

namespace {

struct StagedStreamText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

Error notSaved(int errnoValue)
{
    return systemError(errnoValue, ErrorKind::OutputUnwritable, StagedStreamText::tr("The output could not be written."));
}

} // namespace

Stream readingStream(int fd)
{
    const int copy = ::fcntl(fd, F_DUPFD_CLOEXEC, 3);
    if (copy < 0)
        return nullptr;
    Stream stream(::fdopen(copy, "rb"));
    if (!stream)
        ::close(copy);
    else
        std::rewind(stream.get());
    return stream;
}

QByteArray wholeFile(int fd, qint64 largest)
{
    const qint64 size = ::lseek(fd, 0, SEEK_END);
    if (size <= 0 || size > largest)
        return {};
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    return readAt(fd, bytes.data(), size_t(size), 0) == size ? bytes : QByteArray();
}

Result<void> startAgain(int fd)
{
    return ::lseek(fd, 0, SEEK_SET) == 0 && ::ftruncate(fd, 0) == 0 ? Result<void>() : notSaved(errno);
}

Result<void> writeWhole(int fd, QByteArrayView content)
{
    if (const Result<void> empty = startAgain(fd); !empty)
        return empty;
    return writeAll(fd, content) ? Result<void>() : notSaved(errno);
}

StagedStream::StagedStream(int fd)
    : m_fd(fd),
      m_stream(::fopencookie(this, "w+", {.read = &read, .write = &write, .seek = &seek, .close = nullptr}))
{
}

Result<void> StagedStream::finish()
{
    if (m_stream && std::fflush(m_stream.get()) != 0 && m_errno == 0)
        m_errno = errno;
    if (!m_stream)
        m_errno = ENOMEM;
    if (m_errno != 0)
        return notSaved(m_errno);
    return {};
}

ssize_t StagedStream::read(void *self, char *data, size_t size)
{
    return ::read(static_cast<StagedStream *>(self)->m_fd, data, size);
}

ssize_t StagedStream::write(void *self, const char *data, size_t size)
{
    auto *file = static_cast<StagedStream *>(self);
    if (writeAll(file->m_fd, QByteArrayView(data, qsizetype(size))))
        return ssize_t(size);
    if (file->m_errno == 0)
        file->m_errno = errno;
    return 0; // fopencookie(3): 0 is the error
}

int StagedStream::seek(void *self, off64_t *offset, int whence)
{
    const off_t position = ::lseek(static_cast<StagedStream *>(self)->m_fd, *offset, whence);
    if (position < 0)
        return -1;
    *offset = position;
    return 0;
}

} // namespace convoy
