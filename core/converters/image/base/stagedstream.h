// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <cstdio>
#include <memory>

namespace convoy {

/// A descriptor that belongs to somebody else, read as a C stream from its start. Closing the stream leaves the descriptor
/// open.
struct StreamCloser {
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using Stream = std::unique_ptr<std::FILE, StreamCloser>;

/// Null where the descriptor cannot be duplicated.
Stream readingStream(int fd);

/// Everything in the file; nothing where it cannot be read or is larger than that.
QByteArray wholeFile(int fd, qint64 largest);

/// Empties a staged file to write it once more.
Result<void> startAgain(int fd);
/// The same, and writes all of it.
Result<void> writeWhole(int fd, QByteArrayView content);

/// A C stream over a staged file's descriptor, for encoders that want a FILE. It remembers the first error of the system,
/// which stdio and the encoders lose on the way, and never closes the descriptor.
class StagedStream
{
public:
    explicit StagedStream(int fd);
    StagedStream(const StagedStream &) = delete;
    StagedStream &operator=(const StagedStream &) = delete;

    std::FILE *stream() const { return m_stream.get(); }
    /// Flushes; no-space or output-unwritable with the system's words where anything failed since the start.
    Result<void> finish();
    bool failed() const { return m_errno != 0; }

private:
    static ssize_t read(void *self, char *data, size_t size);
    static ssize_t write(void *self, const char *data, size_t size);
    static int seek(void *self, off64_t *offset, int whence);

    int m_fd;
    int m_errno = 0;
    Stream m_stream;
};

} // namespace convoy
