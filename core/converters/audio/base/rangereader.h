// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QtEndian>

namespace convoy {

/// Reads ranges of a descriptor with pread: its offset is never used, so that any thread may read.
class RangeReader
{
public:
    /// `fd` stays the caller's.
    explicit RangeReader(int fd);

    int fd() const { return m_fd; }
    qint64 size() const { return m_size; }

    /// Fills `target` as far as the file goes and returns how many bytes that were; `unreadable-input` where the
    /// system says no.
    Result<qint64> read(qint64 offset, void *target, qint64 bytes) const;

    /// At most `bytes` from `offset`; shorter at the end of the file, empty on any error.
    QByteArray bytes(qint64 offset, qint64 bytes) const;

private:
    int m_fd;
    qint64 m_size = 0;
};

/// The number at `offset` of `data`; 0 where it would reach beyond the end.
template <typename T>
T littleEndianAt(QByteArrayView data, qsizetype offset)
{
    return offset < 0 || offset > data.size() - qsizetype(sizeof(T)) ? T(0) : qFromLittleEndian<T>(data.data() + offset);
}

template <typename T>
T bigEndianAt(QByteArrayView data, qsizetype offset)
{
    return offset < 0 || offset > data.size() - qsizetype(sizeof(T)) ? T(0) : qFromBigEndian<T>(data.data() + offset);
}

} // namespace convoy
