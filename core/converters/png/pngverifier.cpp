// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngverifier.h"

#include "core/base/fasthash.h"
#include "core/base/fileio.h"
#include "core/converters/png/literalinflate.h"
#include "core/converters/png/pngchunk.h"
#include "core/converters/png/pngpacking.h"
#include "core/converters/png/pngunfilter.h"

#include <QCoreApplication>
#include <QtEndian>

#include <isa-l.h>
#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace convoy {

namespace {

struct VerifyText {
    Q_DECLARE_TR_FUNCTIONS(convoy::PngVerifier)
};

constexpr size_t inputBytes = size_t{256} << 10;
// A palette of 256 colours.
constexpr std::uint32_t longestSmallChunk = 768;
constexpr size_t outputBytes = size_t{256} << 10;

Error wrong(const QString &detail)
{
    return {ErrorKind::VerificationFailed, VerifyText::tr("The written picture is not what it should be."), detail};
}

/// Turns the stream of all IDAT chunks into rows and hashes their pixels.
class PixelHasher
{
public:
    PixelHasher(const PngPicture &picture, const PngPicture &stored, const std::vector<std::uint32_t> &palette)
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

    Result<void> add(std::uint8_t *data, size_t size);
    /// A whole chunk as `writePng` makes it of noise, with room behind it to read. All chunks are added in the same way.
    Result<void> addLiterals(std::span<const std::uint8_t> data);
    Result<QByteArray> finish();

private:
    Result<void> hashRows(size_t count);
    size_t wantedBytes() const { return std::min(m_bandRows, m_rowsLeft) * m_stride; }

    const PngPicture m_picture; ///< as stored
    size_t m_stride;
    size_t m_bandRows;
    std::vector<std::uint8_t> m_rows; ///< the last row of the band before, then a band, each behind its filter's number
    PngUnfilter m_unfilter;
    size_t m_filled = 0;
    size_t m_rowsLeft = size_t(m_picture.height);
    inflate_state m_inflate;
    bool m_hasEnded = false; ///< what was inflated, checksum and all
    std::unique_ptr<LiteralInflater> m_literals;
    std::uint32_t m_adler = 1;
    std::optional<PngUnpacker> m_unpacker;
    std::vector<std::uint8_t> m_unpacked;
    FastHash m_hash;
};

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
            return wrong(QStringLiteral("inflate: %1").arg(status));
        const size_t got = room - m_inflate.avail_out;
        if (wanted == 0 && got > 0)
            return wrong(QStringLiteral("more rows than the header says"));
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
    const Error other = wrong(QStringLiteral("coded in another way"));
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
        return wrong(QStringLiteral("a filter that does not exist"));
    for (size_t i = 1; i <= count; ++i) {
        std::uint8_t *const row = m_rows.data() + i * m_stride;
        if (m_unpacker && !m_unpacker->unpack(row + 1, m_unpacked.data()))
            return wrong(QStringLiteral("a colour that the palette lacks"));
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
        return wrong(QStringLiteral("the data ends early"));
    return m_hash.result();
}

/// With `literals`, only pictures that `writePng` wrote as noise are read, in half the time.
class Verifier
{
public:
    Verifier(int fd, const PngPicture &picture, bool literals, const std::stop_token &stop)
        : m_fd(fd),
          m_picture(picture),
          m_stored(picture),
          m_onlyLiterals(literals),
          m_stop(stop)
    {
    }

    Result<QByteArray> run(const std::function<void(double)> &progress);

private:
    Result<void> read(std::uint8_t *out, size_t size);
    Result<void> readChunk(const QByteArray &type, std::uint32_t length);
    Result<void> addPixels(size_t size, std::uint32_t length);
    Result<void> readSmallChunk(const QByteArray &type, std::span<const std::uint8_t> data);
    Result<void> readHeader(std::span<const std::uint8_t> data);
    Result<void> readPalette(std::span<const std::uint8_t> data);
    Result<void> checkResolution(std::span<const std::uint8_t> data);
    PixelHasher &hasher();

    int m_fd;
    const PngPicture &m_picture;
    PngPicture m_stored;
    bool m_onlyLiterals;
    const std::stop_token &m_stop;
    std::vector<std::uint32_t> m_palette;
    std::optional<PixelHasher> m_hasher; ///< once the pixels begin
    off_t m_offset = 0;
    bool m_hasResolution = false;
    std::vector<std::uint8_t> m_buffer = std::vector<std::uint8_t>(inputBytes + LiteralInflater::slack);
};

Result<void> Verifier::read(std::uint8_t *out, size_t size)
{
    const ssize_t got = readAt(m_fd, out, size, m_offset);
    if (got < 0)
        return systemError(errno, ErrorKind::VerificationFailed, VerifyText::tr("The written picture cannot be read."));
    m_offset += got;
    return size_t(got) == size ? Result<void>() : wrong(QStringLiteral("the file ends early"));
}

Result<void> Verifier::readHeader(std::span<const std::uint8_t> data)
{
    const bool sameSize = data.size() == 13 && qFromBigEndian<quint32>(data.data()) == std::uint32_t(m_picture.width)
        && qFromBigEndian<quint32>(data.data() + 4) == std::uint32_t(m_picture.height) && data[10] == 0 && data[11] == 0
        && data[12] == 0;
    if (!sameSize)
        return wrong(QStringLiteral("another header"));
    if (data[8] == m_picture.bits && data[9] == m_picture.colourType())
        return {};
    m_stored.bits = data[8];
    m_stored.channels = 1;
    m_stored.indexed = data[9] == 3;
    const bool possible = PngUnpacker::isPossible(m_picture, m_stored) && data[9] == m_stored.colourType();
    return possible ? Result<void>() : wrong(QStringLiteral("another header"));
}

Result<void> Verifier::readPalette(std::span<const std::uint8_t> data)
{
    if (!m_stored.indexed || m_hasher || !m_palette.empty() || data.empty() || data.size() % 3 != 0)
        return wrong(QStringLiteral("a palette out of place"));
    for (size_t i = 0; i < data.size(); i += 3)
        m_palette.push_back(std::uint32_t{data[i]} << 16 | std::uint32_t{data[i + 1]} << 8 | data[i + 2]);
    return {};
}

Result<void> Verifier::checkResolution(std::span<const std::uint8_t> data)
{
    m_hasResolution = true;
    const bool same = data.size() == 9 && qFromBigEndian<quint32>(data.data()) == std::lround(m_picture.ppi / 0.0254)
        && qFromBigEndian<quint32>(data.data() + 4) == qFromBigEndian<quint32>(data.data()) && data[8] == 1;
    return same ? Result<void>() : wrong(QStringLiteral("another resolution"));
}

PixelHasher &Verifier::hasher()
{
    if (!m_hasher)
        m_hasher.emplace(m_picture, m_stored, m_palette);
    return *m_hasher;
}

Result<void> Verifier::readSmallChunk(const QByteArray &type, std::span<const std::uint8_t> data)
{
    if (type == "IHDR")
        return readHeader(data);
    if (type == "pHYs")
        return checkResolution(data);
    if (type == "PLTE")
        return readPalette(data);
    return type == "IDAT" || type == "IEND" ? Result<void>() : wrong(QStringLiteral("a chunk of another kind"));
}

Result<void> Verifier::addPixels(size_t size, std::uint32_t length)
{
    if (m_stop.stop_requested())
        return cancelledError();
    if (!m_onlyLiterals)
        return hasher().add(m_buffer.data(), size);
    if (size < length)
        return wrong(QStringLiteral("coded in another way"));
    return hasher().addLiterals({m_buffer.data(), size});
}

Result<void> Verifier::readChunk(const QByteArray &type, std::uint32_t length)
{
    const bool pixels = type == "IDAT";
    if (!pixels && length > longestSmallChunk)
        return wrong(QStringLiteral("a chunk of another kind"));
    std::uint32_t crc = libdeflate_crc32(0, type.constData(), 4);
    size_t size = 0;
    for (std::uint32_t left = length; left > 0; left -= std::uint32_t(size)) {
        size = std::min<size_t>(left, inputBytes);
        if (const auto result = read(m_buffer.data(), size); !result)
            return result;
        crc = libdeflate_crc32(crc, m_buffer.data(), size);
        if (!pixels)
            continue;
        if (const auto result = addPixels(size, length); !result)
            return result;
    }
    std::uint8_t stored[4];
    const std::vector<std::uint8_t> data(m_buffer.begin(), m_buffer.begin() + (pixels ? 0 : length));
    if (const auto result = read(stored, sizeof stored); !result)
        return result;
    if (crc != qFromBigEndian<quint32>(stored))
        return wrong(QStringLiteral("checksum of a chunk"));
    return readSmallChunk(type, data);
}

Result<QByteArray> Verifier::run(const std::function<void(double)> &progress)
{
    const off_t size = ::lseek(m_fd, 0, SEEK_END);
    std::uint8_t head[8];
    if (const auto result = read(head, sizeof head); !result)
        return result.error();
    if (!std::equal(pngSignature.begin(), pngSignature.end(), head))
        return wrong(QStringLiteral("no PNG"));
    for (QByteArray type; type != "IEND";) {
        if (const auto result = read(head, sizeof head); !result)
            return result.error();
        const bool first = type.isEmpty();
        type = QByteArray(reinterpret_cast<const char *>(head) + 4, 4);
        if (first != (type == "IHDR"))
            return wrong(QStringLiteral("chunks in another order"));
        if (const auto result = readChunk(type, qFromBigEndian<quint32>(head)); !result)
            return result.error();
        if (progress && size > 0)
            progress(double(m_offset) / double(size));
    }
    if (m_offset != size)
        return wrong(QStringLiteral("data after the end"));
    if (m_hasResolution != (m_picture.ppi > 0))
        return wrong(QStringLiteral("another resolution"));
    return hasher().finish();
}

} // namespace

Result<void> verifyPng(int fd, const PngPicture &picture, const QByteArray &hash, const std::stop_token &stop,
                       const std::function<void(double fraction)> &progress)
{
    if (picture.width < 1 || picture.height < 1)
        return wrong(QStringLiteral("no size"));
    // What the fast way cannot read, or finds fault with, a library that reads everything has to judge.
    for (const bool literals : {true, false}) {
        const auto read = std::make_unique<Verifier>(fd, picture, literals, stop)->run(progress);
        if (read && *read == hash)
            return {};
        if (!literals || stop.stop_requested())
            return read ? wrong(QStringLiteral("other pixels")) : read.error();
    }
    return {};
}

} // namespace convoy
