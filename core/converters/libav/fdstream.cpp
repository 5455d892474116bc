// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/fdstream.h"

#include "core/base/fileio.h"

extern "C" {
#include <libavformat/avio.h>
#include <libavutil/error.h>
#include <libavutil/mem.h>
}

#include <cerrno>
#include <cstdio>
#include <sys/stat.h>

namespace convoy {

namespace {

constexpr int bufferSize = 128 * 1024;

} // namespace

FdStream::FdStream(int fd, Mode mode) : m_fd(fd)
{
    auto *buffer = static_cast<unsigned char *>(av_malloc(bufferSize));
    if (!buffer)
        return;
    const bool writing = mode == Mode::Write;
    m_context = avio_alloc_context(buffer, bufferSize, writing ? 1 : 0, this, &readPacket, writing ? &writePacket : nullptr,
                                   &seek);
    if (!m_context)
        av_free(buffer);
}

FdStream::~FdStream()
{
    if (m_context) {
        av_freep(&m_context->buffer);
        avio_context_free(&m_context);
    }
}

int FdStream::fail(int errnoValue)
{
    if (m_errno == 0)
        m_errno = errnoValue;
    return AVERROR(errnoValue);
}

int FdStream::readPacket(void *opaque, uint8_t *buffer, int size)
{
    auto *self = static_cast<FdStream *>(opaque);
    const ssize_t count = readAt(self->m_fd, buffer, size_t(size), self->m_position);
    if (count < 0)
        return self->fail(errno);
    self->m_position += count;
    return count == 0 ? AVERROR_EOF : int(count);
}

int FdStream::writePacket(void *opaque, uint8_t *buffer, int size)
{
    auto *self = static_cast<FdStream *>(opaque);
    if (!writeAt(self->m_fd, buffer, size_t(size), self->m_position))
        return self->fail(errno);
    self->m_position += size;
    return size;
}

int64_t FdStream::fileSize()
{
    struct stat status = {};
    return ::fstat(m_fd, &status) == 0 ? int64_t(status.st_size) : fail(errno);
}

int64_t FdStream::seek(void *opaque, int64_t offset, int whence)
{
    auto *self = static_cast<FdStream *>(opaque);
    int64_t base = 0;
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE: return self->fileSize();
    case SEEK_SET: break;
    case SEEK_CUR: base = self->m_position; break;
    case SEEK_END: base = self->fileSize(); break;
    default: return AVERROR(EINVAL);
    }
    if (base < 0 || offset > INT64_MAX - base || base + offset < 0)
        return AVERROR(EINVAL);
    return self->m_position = base + offset;
}

} // namespace convoy
