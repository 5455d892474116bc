// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/base/rangereader.h"

#include "core/converters/audio/base/audiotext.h"

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace convoy {

RangeReader::RangeReader(int fd) : m_fd(fd)
{
    struct stat status = {};
    if (::fstat(fd, &status) == 0)
        m_size = status.st_size;
}

Result<qint64> RangeReader::read(qint64 offset, void *target, qint64 bytes) const
{
    qint64 done = 0;
    while (done < bytes) {
        const ssize_t got = ::pread(m_fd, static_cast<char *>(target) + done, size_t(bytes - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(errno, ErrorKind::UnreadableInput, AudioText::tr("The file cannot be read."));
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

QByteArray RangeReader::bytes(qint64 offset, qint64 bytes) const
{
    if (offset < 0 || offset >= m_size || bytes <= 0)
        return {};
    QByteArray data(qsizetype(std::min(bytes, m_size - offset)), Qt::Uninitialized);
    const Result<qint64> got = read(offset, data.data(), data.size());
    data.truncate(got ? qsizetype(*got) : 0);
    return data;
}

} // namespace convoy
