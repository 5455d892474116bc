// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEndian>

#include <algorithm>
#include <span>

namespace convoy {

/// Goes over bits, most significant first, that ought to be known ones. Differences are gathered, not told at once: so
/// nothing waits for what was read. Beyond the end there are zeros.
class BitComparison
{
public:
    static constexpr unsigned most = 57; ///< bits at a time

    explicit BitComparison(std::span<const uchar> bytes) : m_bytes(bytes) {}

    size_t position() const { return m_position; } ///< bits
    bool isSame() const { return m_difference == 0 && m_position <= m_bytes.size() * 8; }

    /// The next `width` bits (1 … `most`) ought to be those of `value`, which has no others.
    void expect(quint64 value, unsigned width) { m_difference |= take(width) ^ value; }

    void expectZeros(quint64 count)
    {
        // More than there are is a difference whatever they are.
        if (count > m_bytes.size() * 8 - std::min(m_position, m_bytes.size() * 8)) {
            m_difference = 1;
            return;
        }
        for (; count > 0; count -= std::min<quint64>(count, most))
            expect(0, unsigned(std::min<quint64>(count, most)));
    }

    quint64 take(unsigned width)
    {
        const quint64 bits = window() >> (64 - width);
        m_position += width;
        return bits;
    }

    /// The same, as a number with a sign.
    qint64 takeSigned(unsigned width)
    {
        const auto bits = static_cast<qint64>(window()) >> (64 - width);
        m_position += width;
        return bits;
    }

private:
    quint64 window() const
    {
        const size_t byte = m_position / 8;
        if (byte + sizeof(quint64) <= m_bytes.size())
            return qFromBigEndian<quint64>(m_bytes.data() + byte) << m_position % 8;
        quint64 word = 0;
        for (size_t i = 0; i < sizeof word; ++i)
            word = word << 8 | (byte + i < m_bytes.size() ? m_bytes[byte + i] : 0);
        return word << m_position % 8;
    }

    std::span<const uchar> m_bytes;
    size_t m_position = 0;
    quint64 m_difference = 0;
};

} // namespace convoy
