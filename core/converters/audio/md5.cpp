// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/md5.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>

namespace convoy {

namespace {

// floor(2^32 · |sin(i + 1)|), RFC 1321, 3.4.
constexpr std::array<quint32, 64> sines{
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af,
    0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa,
    0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8,
    0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244, 0x432aff97,
    0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1,
    0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};
constexpr int shifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

constexpr int wordOf(int step)
{
    constexpr int factors[4] = {1, 5, 3, 7};
    constexpr int offsets[4] = {0, 1, 5, 0};
    return (factors[step / 16] * step + offsets[step / 16]) % 16;
}

// The 64 steps, unrolled by the compiler: the four words change places from one to the next.
template <int Step>
inline void steps(quint32 &a, quint32 &b, quint32 &c, quint32 &d, const std::array<quint32, 16> &words)
{
    if constexpr (Step < 64) {
        a += words[wordOf(Step)] + sines[Step];
        if constexpr (Step < 16) {
            a += d ^ (b & (c ^ d));
        } else if constexpr (Step < 32) {
            a += c & ~d; // the bits of both terms never meet: a sum is the same as "or"
            a += b & d;
        } else if constexpr (Step < 48) {
            a += b ^ (c ^ d);
        } else {
            a += c ^ (b | ~d);
        }
        a = std::rotl(a, shifts[Step / 16][Step % 4]) + b;
        steps<Step + 1>(d, a, b, c, words);
    }
}

} // namespace

void Md5::block(const char *bytes)
{
    std::array<quint32, 16> words;
    qFromLittleEndian<quint32>(bytes, qsizetype(words.size()), words.data());
    auto [a, b, c, d] = m_state;
    steps<0>(a, b, c, d, words);
    m_state = {m_state[0] + a, m_state[1] + b, m_state[2] + c, m_state[3] + d};
}

void Md5::add(const char *bytes, qint64 size)
{
    const auto waiting = qint64(m_size % m_rest.size());
    m_size += quint64(size);
    if (waiting > 0) {
        const qint64 taken = std::min(size, qint64(m_rest.size()) - waiting);
        std::memcpy(m_rest.data() + waiting, bytes, size_t(taken));
        bytes += taken;
        size -= taken;
        if (waiting + taken < qint64(m_rest.size()))
            return;
        block(m_rest.data());
    }
    for (; size >= qint64(m_rest.size()); size -= qint64(m_rest.size()), bytes += m_rest.size())
        block(bytes);
    std::copy_n(bytes, size, m_rest.data());
}

QByteArray Md5::result() const
{
    Md5 padded = *this;
    const auto waiting = qint64(m_size % m_rest.size());
    const qint64 zeros = (waiting < 56 ? 55 : 119) - waiting;
    QByteArray tail = '\x80' + QByteArray(zeros, '\0') + QByteArray(8, '\0');
    qToLittleEndian<quint64>(m_size * 8, tail.data() + tail.size() - 8);
    padded.add(tail.constData(), tail.size());
    QByteArray digest(16, Qt::Uninitialized);
    qToLittleEndian<quint32>(padded.m_state.data(), 4, digest.data());
    return digest;
}

} // namespace convoy
