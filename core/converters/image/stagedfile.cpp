// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/stagedfile.h"

#include <QCoreApplication>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace convoy {

namespace {

struct StagedFileText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

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
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::pread(fd, bytes.data() + done, size_t(bytes.size() - done), done);
        if (got <= 0)
            return {};
        done += got;
    }
    return bytes;
}

StagedFile::StagedFile(int fd)
    : m_fd(fd),
      m_stream(::fopencookie(this, "w+", {.read = &read, .write = &write, .seek = &seek, .close = nullptr}))
{
}

Result<void> StagedFile::finish()
{
    if (m_stream && std::fflush(m_stream.get()) != 0 && m_errno == 0)
        m_errno = errno;
    if (!m_stream)
        m_errno = ENOMEM;
    if (m_errno != 0)
        return systemError(m_errno, ErrorKind::OutputUnwritable, StagedFileText::tr("The output could not be written."));
    return {};
}

ssize_t StagedFile::read(void *self, char *data, size_t size)
{
    return ::read(static_cast<StagedFile *>(self)->m_fd, data, size);
}

ssize_t StagedFile::write(void *self, const char *data, size_t size)
{
    auto *file = static_cast<StagedFile *>(self);
    size_t done = 0;
    while (done < size) {
        const ssize_t written = ::write(file->m_fd, data + done, size - done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            if (file->m_errno == 0)
                file->m_errno = errno;
            return 0; // fopencookie(3): 0 is the error
        }
        done += size_t(written);
    }
    return ssize_t(done);
}

int StagedFile::seek(void *self, off64_t *offset, int whence)
{
    const off_t position = ::lseek(static_cast<StagedFile *>(self)->m_fd, *offset, whence);
    if (position < 0)
        return -1;
    *offset = position;
    return 0;
}

} // namespace convoy
