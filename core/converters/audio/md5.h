// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>

namespace convoy {

/// MD5 (RFC 1321) as FLAC's header wants it. It is the one step of an encode that cannot be divided, and this one is a
/// seventh faster than QCryptographicHash: its second round adds two terms that do not wait for each other.
class Md5
{
public:
    void add(const char *bytes, qint64 size);
    /// 16 bytes; more may be added afterwards.
    QByteArray result() const;

private:
    void block(const char *bytes);

    std::array<quint32, 4> m_state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    std::array<char, 64> m_rest{};
    quint64 m_size = 0;
};

} // namespace convoy
