// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdio>
#include <cstdlib>
#include <new>

namespace convoy {

/// A C stream whose bytes stay in memory, for encoders that want a FILE. Throws where there is no memory.
class MemoryStream
{
public:
    MemoryStream() : m_stream(::open_memstream(&m_data, &m_size))
    {
        if (!m_stream)
            throw std::bad_alloc();
    }
    ~MemoryStream()
    {
        std::fclose(m_stream);
        std::free(m_data); // NOLINT(cppcoreguidelines-no-malloc): open_memstream's malloc
    }
    MemoryStream(const MemoryStream &) = delete;
    MemoryStream &operator=(const MemoryStream &) = delete;

    std::FILE *stream() const { return m_stream; }
    /// What was written so far; valid until more is.
    QByteArrayView bytes()
    {
        std::fflush(m_stream);
        return {m_data, qsizetype(m_size)};
    }

private:
    char *m_data = nullptr;
    size_t m_size = 0;
    std::FILE *m_stream;
};

} // namespace convoy
