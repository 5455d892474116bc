// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct AVIOContext;

#include <QtGlobal>

#include <cstdint>

namespace convoy {

/// libav's I/O on a descriptor that somebody else owns. Reads and writes at its own position (pread, pwrite), so the
/// descriptor's offset is left alone and one descriptor can serve several streams. Not movable: libav keeps its address.
class FdStream
{
public:
    enum class Mode : quint8 { Read, Write };

    FdStream(int fd, Mode mode);
    FdStream(const FdStream &) = delete;
    FdStream &operator=(const FdStream &) = delete;
    ~FdStream();

    /// nullptr where memory ran out.
    AVIOContext *context() const { return m_context; }

    /// errno of the first failed system call, 0 where none failed: libav forgets why a write failed.
    int systemError() const { return m_errno; }

private:
    static int readPacket(void *opaque, uint8_t *buffer, int size);
    static int writePacket(void *opaque, uint8_t *buffer, int size);
    static int64_t seek(void *opaque, int64_t offset, int whence);
    int64_t fileSize();
    int fail(int errnoValue);

    AVIOContext *m_context = nullptr;
    int m_fd = -1;
    int64_t m_position = 0;
    int m_errno = 0;
};

} // namespace convoy
