// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/pngcheck.h"

#include <QByteArray>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace convoy {

namespace {

// ISO/IEC 15948, 5.3: the sum is over type and data. False where the file ends or, of a critical chunk, the sum is wrong.
bool isSoundChunk(std::FILE *file, std::uint32_t length, const unsigned char *type)
{
    std::array<unsigned char, 65536> block{};
    uLong sum = crc32(0, type, 4);
    for (std::uint32_t left = length; left > 0;) {
        const size_t size = std::min<size_t>(left, block.size());
        if (std::fread(block.data(), 1, size, file) != size)
            return false;
        sum = crc32(sum, block.data(), uInt(size));
        left -= std::uint32_t(size);
    }
    std::array<unsigned char, 4> stored{};
    if (std::fread(stored.data(), 1, stored.size(), file) != stored.size())
        return false;
    const bool critical = (type[0] & 0x20) == 0;
    return !critical || qFromBigEndian<quint32>(stored.data()) == sum;
}

constexpr qsizetype largestText = qsizetype{64} << 20; ///< of all texts and the profile, unpacked

// Where the packed part of a chunk begins (11.3.3.3, 11.3.4); -1 where nothing is packed.
qsizetype packedFrom(QByteArrayView type, const QByteArray &data)
{
    const qsizetype keyword = data.indexOf('\0');
    if (keyword < 0 || keyword + 3 > data.size())
        return -1;
    if (type != "iTXt")
        return keyword + 2;
    const qsizetype language = data.indexOf('\0', keyword + 3);
    const qsizetype translated = language < 0 ? -1 : data.indexOf('\0', language + 1);
    return data[keyword + 1] == 1 && translated >= 0 ? translated + 1 : -1;
}

// No more than a little over `most` is unpacked.
qsizetype unpackedBytes(QByteArrayView packed, qsizetype most)
{
    std::array<unsigned char, 65536> block{};
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return 0;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data())); // only read
    stream.avail_in = uInt(packed.size());
    qsizetype bytes = 0;
    for (int status = Z_OK; status == Z_OK && bytes <= most; bytes += qsizetype(block.size() - stream.avail_out)) {
        stream.next_out = block.data();
        stream.avail_out = uInt(block.size());
        status = inflate(&stream, Z_NO_FLUSH);
    }
    inflateEnd(&stream);
    return bytes;
}

} // namespace

bool hasModestPngTexts(std::FILE *file)
{
    std::array<unsigned char, 8> head{};
    qsizetype bytes = 0;
    bool more = std::fseek(file, 8, SEEK_SET) == 0;
    while (more && std::fread(head.data(), 1, head.size(), file) == head.size()) {
        const std::uint32_t length = qFromBigEndian<quint32>(head.data());
        const QByteArrayView type(&head[4], 4);
        if (type != "zTXt" && type != "iTXt" && type != "iCCP") {
            more = ::fseeko(file, off_t(length) + 4, SEEK_CUR) == 0;
            continue;
        }
        QByteArray data(qsizetype(std::min<std::uint32_t>(length, largestText + 1)), Qt::Uninitialized);
        data.resize(qsizetype(std::fread(data.data(), 1, size_t(data.size()), file)));
        bytes += data.size();
        if (const qsizetype from = packedFrom(type, data); from >= 0 && bytes <= largestText)
            bytes += unpackedBytes(QByteArrayView(data).sliced(from), largestText - bytes);
        if (bytes > largestText)
            return false;
        more = std::fseek(file, 4, SEEK_CUR) == 0;
    }
    return true;
}

bool hasSoundPngChunks(std::FILE *file)
{
    if (std::fseek(file, 8, SEEK_SET) != 0)
        return false;
    for (;;) {
        std::array<unsigned char, 8> head{};
        if (std::fread(head.data(), 1, head.size(), file) != head.size())
            return false;
        const std::uint32_t length = qFromBigEndian<quint32>(head.data());
        if (length > 0x7FFFFFFF || !isSoundChunk(file, length, &head[4]))
            return false;
        if (std::memcmp(&head[4], "IEND", 4) == 0)
            return true;
    }
}

} // namespace convoy
