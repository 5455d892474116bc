// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/base/rangereader.h"

#include "core/base/fileio.h"
#include "core/converters/audio/base/audiotext.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

namespace convoy {

RangeReader::RangeReader(int fd) : m_fd(fd)
{
    struct stat status = {};
    if (::fstat(fd, &status) == 0)
        m_size = status.st_size;
}

Result<qint64> RangeReader::read(qint64 offset, void *target, qint64 bytes) const
{
    const ssize_t got = readAt(m_fd, target, size_t(std::max<qint64>(0, bytes)), offset);
    if (got < 0)
        return systemError(errno, ErrorKind::UnreadableInput, AudioText::tr("The file cannot be read."));
    return qint64(got);
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
