// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngverifier.h"

#include "core/base/fileio.h"
#include "core/converters/png/pixelhasher.h"
#include "core/converters/png/pngchunk.h"
#include "core/converters/png/pngpacking.h"

#include <QCoreApplication>
#include <QtEndian>

#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
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
    return size_t(got) == size ? Result<void>() : wrongPng(QStringLiteral("the file ends early"));
}

Result<void> Verifier::readHeader(std::span<const std::uint8_t> data)
{
    const bool sameSize = data.size() == 13 && qFromBigEndian<quint32>(data.data()) == std::uint32_t(m_picture.width)
        && qFromBigEndian<quint32>(data.data() + 4) == std::uint32_t(m_picture.height) && data[10] == 0 && data[11] == 0
        && data[12] == 0;
    if (!sameSize)
        return wrongPng(QStringLiteral("another header"));
    if (data[8] == m_picture.bits && data[9] == m_picture.colourType())
        return {};
    m_stored.bits = data[8];
    m_stored.channels = 1;
    m_stored.indexed = data[9] == 3;
    const bool possible = PngUnpacker::isPossible(m_picture, m_stored) && data[9] == m_stored.colourType();
    return possible ? Result<void>() : wrongPng(QStringLiteral("another header"));
}

Result<void> Verifier::readPalette(std::span<const std::uint8_t> data)
{
    if (!m_stored.indexed || m_hasher || !m_palette.empty() || data.empty() || data.size() % 3 != 0)
        return wrongPng(QStringLiteral("a palette out of place"));
    for (size_t i = 0; i < data.size(); i += 3)
        m_palette.push_back(std::uint32_t{data[i]} << 16 | std::uint32_t{data[i + 1]} << 8 | data[i + 2]);
    return {};
}

Result<void> Verifier::checkResolution(std::span<const std::uint8_t> data)
{
    m_hasResolution = true;
    const bool same = data.size() == 9 && qFromBigEndian<quint32>(data.data()) == std::lround(m_picture.ppi / 0.0254)
        && qFromBigEndian<quint32>(data.data() + 4) == qFromBigEndian<quint32>(data.data()) && data[8] == 1;
    return same ? Result<void>() : wrongPng(QStringLiteral("another resolution"));
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
    return type == "IDAT" || type == "IEND" ? Result<void>() : wrongPng(QStringLiteral("a chunk of another kind"));
}

Result<void> Verifier::addPixels(size_t size, std::uint32_t length)
{
    if (m_stop.stop_requested())
        return cancelledError();
    if (!m_onlyLiterals)
        return hasher().add(m_buffer.data(), size);
    if (size < length)
        return wrongPng(QStringLiteral("coded in another way"));
    return hasher().addLiterals({m_buffer.data(), size});
}

Result<void> Verifier::readChunk(const QByteArray &type, std::uint32_t length)
{
    const bool pixels = type == "IDAT";
    if (!pixels && length > longestSmallChunk)
        return wrongPng(QStringLiteral("a chunk of another kind"));
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
        return wrongPng(QStringLiteral("checksum of a chunk"));
    return readSmallChunk(type, data);
}

Result<QByteArray> Verifier::run(const std::function<void(double)> &progress)
{
    const off_t size = ::lseek(m_fd, 0, SEEK_END);
    std::uint8_t head[8];
    if (const auto result = read(head, sizeof head); !result)
        return result.error();
    if (!std::equal(pngSignature.begin(), pngSignature.end(), head))
        return wrongPng(QStringLiteral("no PNG"));
    for (QByteArray type; type != "IEND";) {
        if (const auto result = read(head, sizeof head); !result)
            return result.error();
        const bool first = type.isEmpty();
        type = QByteArray(reinterpret_cast<const char *>(head) + 4, 4);
        if (first != (type == "IHDR"))
            return wrongPng(QStringLiteral("chunks in another order"));
        if (const auto result = readChunk(type, qFromBigEndian<quint32>(head)); !result)
            return result.error();
        if (progress && size > 0)
            progress(double(m_offset) / double(size));
    }
    if (m_offset != size)
        return wrongPng(QStringLiteral("data after the end"));
    if (m_hasResolution != (m_picture.ppi > 0))
        return wrongPng(QStringLiteral("another resolution"));
    return hasher().finish();
}

} // namespace

Result<void> verifyPng(int fd, const PngPicture &picture, const QByteArray &hash, const std::stop_token &stop,
                       const std::function<void(double fraction)> &progress)
{
    if (picture.width < 1 || picture.height < 1)
        return wrongPng(QStringLiteral("no size"));
    // What the fast way cannot read, or finds fault with, a library that reads everything has to judge.
    for (const bool literals : {true, false}) {
        const auto read = std::make_unique<Verifier>(fd, picture, literals, stop)->run(progress);
        if (read && *read == hash)
            return {};
        if (!literals || stop.stop_requested())
            return read ? wrongPng(QStringLiteral("other pixels")) : read.error();
    }
    return {};
}

} // namespace convoy
