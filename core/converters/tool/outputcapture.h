// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace convoy {

/// Keeps the first and the last 64 KiB of what a tool says, however much that is.
class OutputCapture
{
public:
    static constexpr qsizetype kept = 64 * 1024;

    void append(QByteArrayView bytes);

    /// With a line in the middle that says how much was left out.
    QByteArray text() const;
    qint64 size() const { return m_size; }

private:
    QByteArray m_head;
    QByteArray m_tail; ///< at most twice `kept`, cut now and then
    qint64 m_size = 0;
};

} // namespace convoy
