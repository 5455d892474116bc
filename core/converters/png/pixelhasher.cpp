// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pixelhasher.h"

#include <QCoreApplication>
#include <QtEndian>

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace convoy {

namespace {

struct PixelHasherText {
    Q_DECLARE_TR_FUNCTIONS(convoy::PngVerifier)
};

constexpr size_t outputBytes = size_t{256} << 10;

} // namespace

Error wrongPng(const QString &detail)
{
    return {ErrorKind::VerificationFailed, PixelHasherText::tr("The written picture is not what it should be."), detail};
}

PixelHasher::PixelHasher(const PngPicture &picture, const PngPicture &stored, const std::vector<std::uint32_t> &palette)
    : m_picture(stored),
      m_stride(stored.rowBytes() + 1),
      m_bandRows(std::clamp<size_t>(outputBytes / m_stride, 1, size_t(stored.height))),
      m_rows((m_bandRows + 1) * m_stride),
      m_unfilter(stored.rowBytes(), stored.pixelBytes())
{
    isal_inflate_init(&m_inflate);
    m_inflate.crc_flag = ISAL_ZLIB;
    if (stored == picture)
        return;
    m_unpacker.emplace(picture, stored, palette);
    m_unpacked.resize(picture.rowBytes());
}

Result<void> PixelHasher::add(std::uint8_t *data, size_t size)
{
    m_inflate.next_in = data;
    m_inflate.avail_in = std::uint32_t(size);
    for (;;) {
        const size_t wanted = wantedBytes();
        // One byte more than there are rows, to notice data that is too long.
        std::uint8_t surplus = 0;
        const size_t room = wanted > 0 ? wanted - m_filled : 1;
        m_inflate.next_out = wanted > 0 ? m_rows.data() + m_stride + m_filled : &surplus;
        m_inflate.avail_out = std::uint32_t(room);
        if (const int status = isal_inflate(&m_inflate); status != ISAL_DECOMP_OK)
            return wrongPng(QStringLiteral("inflate: %1").arg(status));
        const size_t got = room - m_inflate.avail_out;
        if (wanted == 0 && got > 0)
            return wrongPng(QStringLiteral("more rows than the header says"));
        m_filled += got;
        if (wanted > 0 && m_filled == wanted) {
            if (const auto result = hashRows(wanted / m_stride); !result)
                return result;
        } else if (got == 0 || m_inflate.avail_out > 0) {
            return {};
        }
    }
}

Result<void> PixelHasher::addLiterals(std::span<const std::uint8_t> data)
{
    constexpr std::array<std::uint8_t, 2> head{0x78, 0x01};
    constexpr size_t sumBytes = 4;
    const Error other = wrongPng(QStringLiteral("coded in another way"));
    if (!m_literals) {
        m_literals = std::make_unique<LiteralInflater>();
        if (data.size() < head.size() || !std::equal(head.begin(), head.end(), data.begin()))
            return other;
        data = data.subspan(head.size());
    }
    const bool last = m_rowsLeft <= m_bandRows;
    if (m_rowsLeft == 0 || (last && data.size() < sumBytes))
        return other;
    const auto coded = data.first(data.size() - (last ? sumBytes : 0));
    const std::span<std::uint8_t> rows(m_rows.data() + m_stride, wantedBytes());
    if (!m_literals->inflate(coded, rows, last))
        return other;
    m_adler = libdeflate_adler32(m_adler, rows.data(), rows.size());
    m_hasEnded = last;
    if (last && qFromBigEndian<quint32>(data.data() + coded.size()) != m_adler)
        return other;
    return hashRows(rows.size() / m_stride);
}

Result<void> PixelHasher::hashRows(size_t count)
{
    const size_t rowBytes = m_stride - 1;
    if (!m_unfilter.rows(m_rows.data() + m_stride, count))
        return wrongPng(QStringLiteral("a filter that does not exist"));
    for (size_t i = 1; i <= count; ++i) {
        std::uint8_t *const row = m_rows.data() + i * m_stride;
        if (m_unpacker && !m_unpacker->unpack(row + 1, m_unpacked.data()))
            return wrongPng(QStringLiteral("a colour that the palette lacks"));
        if (m_unpacker)
            m_hash.add(m_unpacked.data(), m_unpacked.size());
        else
            m_hash.add(row + 1, rowBytes);
    }
    std::memcpy(m_rows.data(), m_rows.data() + count * m_stride, m_stride);
    m_rowsLeft -= count;
    m_filled = 0;
    return {};
}

Result<QByteArray> PixelHasher::finish()
{
    if (m_rowsLeft > 0 || !(m_hasEnded || m_inflate.block_state == ISAL_BLOCK_FINISH))
        return wrongPng(QStringLiteral("the data ends early"));
    return m_hash.result();
}

} // namespace convoy
