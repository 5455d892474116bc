// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <limits>
#include <sys/mman.h>
#include <sys/stat.h>

namespace convoy {

/// A whole file to be read as memory while this object lives: for libraries that jump about in it. Empty where the file is
/// empty, longer than `largest` bytes, or cannot be mapped.
class MappedFile
{
public:
    explicit MappedFile(int fd, qint64 largest = std::numeric_limits<qint64>::max())
    {
        struct stat status = {};
        if (::fstat(fd, &status) != 0 || status.st_size <= 0 || status.st_size > largest)
            return;
        void *const data = ::mmap(nullptr, size_t(status.st_size), PROT_READ, MAP_PRIVATE, fd, 0);
        if (data == MAP_FAILED)
            return;
        m_data = data;
        m_size = size_t(status.st_size);
    }
    ~MappedFile()
    {
        if (m_data)
            ::munmap(m_data, m_size);
    }
    MappedFile(const MappedFile &) = delete;
    MappedFile &operator=(const MappedFile &) = delete;

    void *data() const { return m_data; } ///< null where nothing is mapped
    size_t size() const { return m_size; }

private:
    void *m_data = nullptr;
    size_t m_size = 0;
};

} // namespace convoy
