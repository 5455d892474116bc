// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <taglib/tiostream.h>

namespace convoy {

/// TagLib's view of a descriptor that somebody else owns. Reads and writes at its own position.
class FdTagStream : public TagLib::IOStream
{
public:
    FdTagStream(int fd, const char *name);

    TagLib::FileName name() const override { return m_name; }
    TagLib::ByteVector readBlock(unsigned long length) override;
    void writeBlock(const TagLib::ByteVector &data) override;
    void insert(const TagLib::ByteVector &data, unsigned long start, unsigned long replace) override;
    void removeBlock(unsigned long start, unsigned long length) override;
    bool readOnly() const override { return false; }
    bool isOpen() const override { return m_fd >= 0; }
    void seek(long offset, Position from) override;
    void clear() override {}
    long tell() const override { return m_position; }
    long length() override;
    void truncate(long length) override;

    /// errno of the first write that failed; 0 where none did.
    int systemError() const { return m_errno; }

private:
    /// Moves everything from `from` on to `to`, before or behind.
    void move(long from, long to);
    void write(const char *bytes, long size, long offset);

    int m_fd;
    const char *m_name;
    long m_position = 0;
    int m_errno = 0;
};

} // namespace convoy
