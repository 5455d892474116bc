// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/fdtagstream.h"

#include "core/base/fileio.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace convoy {

namespace {

constexpr long pieceBytes = 1 << 20;

}

FdTagStream::FdTagStream(int fd, const char *name) : m_fd(fd), m_name(name) {}

long FdTagStream::length()
{
    struct stat status = {};
    return ::fstat(m_fd, &status) == 0 ? long(status.st_size) : 0;
}

TagLib::ByteVector FdTagStream::readBlock(unsigned long size)
{
    const long there = std::clamp(length() - m_position, 0L, long(std::min<unsigned long>(size, LONG_MAX)));
    TagLib::ByteVector data(static_cast<unsigned int>(there), '\0');
    const ssize_t got = there > 0 ? readAt(m_fd, data.data(), size_t(there), m_position) : 0;
    data.resize(static_cast<unsigned int>(std::max<ssize_t>(got, 0)));
    m_position += long(data.size());
    return data;
}

void FdTagStream::write(const char *bytes, long size, long offset)
{
    if (!writeAt(m_fd, bytes, size_t(size), offset) && m_errno == 0)
        m_errno = errno;
}

void FdTagStream::writeBlock(const TagLib::ByteVector &data)
{
    write(data.data(), long(data.size()), m_position);
    m_position += long(data.size());
}

void FdTagStream::move(long from, long to)
{
    const long size = length() - from;
    std::vector<char> piece(static_cast<size_t>(std::min(std::max(size, 0L), pieceBytes)));
    for (long done = 0; done < size;) {
        const long count = std::min(size - done, pieceBytes);
        // From the end where things move up, so that nothing is overwritten before it was read.
        const long at = to > from ? size - done - count : done;
        if (readAt(m_fd, piece.data(), size_t(count), from + at) != count) {
            m_errno = m_errno == 0 ? EIO : m_errno;
            return;
        }
        write(piece.data(), count, to + at);
        done += count;
    }
}

void FdTagStream::insert(const TagLib::ByteVector &data, unsigned long start, unsigned long replace)
{
    const long oldEnd = std::min(long(start + replace), length());
    const long newEnd = long(start) + long(data.size());
    const long size = length();
    move(oldEnd, newEnd);
    if (newEnd < oldEnd)
        truncate(size - (oldEnd - newEnd));
    write(data.data(), long(data.size()), long(start));
    m_position = newEnd;
}

void FdTagStream::removeBlock(unsigned long start, unsigned long size)
{
    insert(TagLib::ByteVector(), start, size);
}

void FdTagStream::seek(long offset, Position from)
{
    const long base = from == Beginning ? 0 : from == Current ? m_position : length();
    m_position = std::max(0L, base + offset);
}

void FdTagStream::truncate(long size)
{
    if (::ftruncate(m_fd, size) != 0 && m_errno == 0)
        m_errno = errno;
}

} // namespace convoy
