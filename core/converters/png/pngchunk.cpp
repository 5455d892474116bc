// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngchunk.h"

#include <QCoreApplication>

#include <libdeflate.h>
#include <sys/uio.h>

#include <cerrno>

namespace convoy {

namespace {

struct ChunkText {
    Q_DECLARE_TR_FUNCTIONS(convoy::PngWriter)
};

/// Writes everything, however little one call takes. Uses up `parts`.
Result<void> writeAll(int fd, std::span<iovec> parts)
{
    while (!parts.empty()) {
        ssize_t written = ::writev(fd, parts.data(), int(parts.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return systemError(errno, ErrorKind::OutputUnwritable, ChunkText::tr("The picture could not be written."));
        while (!parts.empty() && size_t(written) >= parts.front().iov_len) {
            written -= ssize_t(parts.front().iov_len);
            parts = parts.subspan(1);
        }
        if (!parts.empty()) {
            parts.front().iov_base = static_cast<char *>(parts.front().iov_base) + written;
            parts.front().iov_len -= size_t(written);
        }
    }
    return {};
}

iovec part(const std::uint8_t *data, size_t size)
{
    return {const_cast<std::uint8_t *>(data), size};
}

} // namespace

Result<void> PngChunkWriter::writeSignature()
{
    m_bytes += qint64(pngSignature.size());
    if (m_fd < 0)
        return {};
    iovec parts[]{part(pngSignature.data(), pngSignature.size())};
    return writeAll(m_fd, parts);
}

Result<void> PngChunkWriter::write(const char *type, std::span<const std::uint8_t> data)
{
    constexpr qint64 around = 12; // length, type and sum
    m_bytes += around + qint64(data.size());
    if (m_fd < 0)
        return {};
    std::vector<std::uint8_t> head;
    appendBigEndian(head, std::uint32_t(data.size()));
    head.insert(head.end(), type, type + 4);
    std::uint32_t crc = libdeflate_crc32(0, head.data() + 4, 4);
    if (!data.empty()) // a null pointer would start the sum anew
        crc = libdeflate_crc32(crc, data.data(), data.size());
    std::vector<std::uint8_t> tail;
    appendBigEndian(tail, crc);
    iovec parts[]{part(head.data(), head.size()), part(data.data(), data.size()), part(tail.data(), tail.size())};
    return writeAll(m_fd, parts);
}

} // namespace convoy
