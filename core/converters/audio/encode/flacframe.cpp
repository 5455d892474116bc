// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/flacframe.h"

#include <array>
#include <bit>

namespace convoy {

namespace {

constexpr quint16 crc16Polynomial = 0x8005;

constexpr std::array<quint8, 256> makeCrc8Table()
{
    std::array<quint8, 256> table{};
    for (unsigned i = 0; i < 256; ++i) {
        unsigned crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc << 1) ^ ((crc & 0x80) ? 0x07 : 0);
        table[i] = quint8(crc);
    }
    return table;
}

// tables[n][i] is what the byte i becomes when n more follow it.
constexpr size_t crc16Step = 8;
constexpr std::array<std::array<quint16, 256>, crc16Step> makeCrc16Tables()
{
    std::array<std::array<quint16, 256>, crc16Step> tables{};
    for (unsigned i = 0; i < 256; ++i) {
        unsigned crc = i << 8;
        for (std::array<quint16, 256> &table : tables) {
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc << 1) ^ ((crc & 0x8000) ? crc16Polynomial : 0);
            table[i] = quint16(crc);
        }
    }
    return tables;
}

constexpr auto crc8Table = makeCrc8Table();
constexpr auto crc16Tables = makeCrc16Tables();

// Product of two polynomials over GF(2), modulo the CRC's.
quint16 multiply(quint16 a, quint16 b)
{
    quint16 product = 0;
    for (int bit = 15; bit >= 0; --bit) {
        product = quint16((product << 1) ^ ((product & 0x8000) ? crc16Polynomial : 0));
        if ((b >> bit) & 1)
            product ^= a;
    }
    return product;
}

// What `crc` becomes when `bytes` zero bytes follow: crc · x^(8·bytes).
quint16 shifted(quint16 crc, size_t bytes)
{
    quint16 power = 0x0100; // x^8
    for (; bytes > 0; bytes >>= 1) {
        if (bytes & 1)
            crc = multiply(crc, power);
        power = multiply(power, power);
    }
    return crc;
}

// The coded number looks like UTF-8, with up to seven bytes (RFC 9639, 9.1.5).
size_t codedLength(uchar first)
{
    const int ones = std::countl_one(first);
    return ones == 0 ? 1 : size_t(ones);
}

// Uncommon block sizes and sample rates follow the number (RFC 9639, 9.1.1, 9.1.2).
size_t uncommonBytes(uchar sizeAndRate)
{
    const int blockSize = sizeAndRate >> 4;
    const int rate = sizeAndRate & 15;
    const size_t forSize = blockSize == 6 ? 1 : blockSize == 7 ? 2 : 0;
    const size_t forRate = rate == 12 ? 1 : rate == 13 || rate == 14 ? 2 : 0;
    return forSize + forRate;
}

} // namespace

quint8 flacCrc8(const uchar *bytes, size_t size)
{
    quint8 crc = 0;
    for (size_t i = 0; i < size; ++i)
        crc = crc8Table[crc ^ bytes[i]];
    return crc;
}

quint16 flacCrc16(const uchar *bytes, size_t size)
{
    quint16 crc = 0;
    for (; size >= crc16Step; bytes += crc16Step, size -= crc16Step) {
        const auto &t = crc16Tables;
        crc = t[7][bytes[0] ^ (crc >> 8)] ^ t[6][bytes[1] ^ (crc & 0xFF)] ^ t[5][bytes[2]] ^ t[4][bytes[3]] ^ t[3][bytes[4]]
            ^ t[2][bytes[5]] ^ t[1][bytes[6]] ^ t[0][bytes[7]];
    }
    for (; size > 0; ++bytes, --size)
        crc = quint16((crc << 8) ^ crc16Tables[0][(crc >> 8) ^ *bytes]);
    return crc;
}

void appendFlacNumber(quint32 number, std::vector<uchar> &target)
{
    if (number < 0x80) {
        target.push_back(uchar(number));
        return;
    }
    int extra = 1; // bytes after the first, six bits each; the first has 6 - extra
    while (extra < 5 && number >= (1u << (6 * extra + 6 - extra)))
        ++extra;
    target.push_back(uchar((0xFF00u >> (extra + 1)) | (number >> (6 * extra))));
    for (int i = extra - 1; i >= 0; --i)
        target.push_back(uchar(0x80 | ((number >> (6 * i)) & 0x3F)));
}

bool appendRenumberedFrame(const uchar *frame, size_t size, quint32 number, std::vector<uchar> &target)
{
    constexpr size_t numberOffset = 4;
    if (size < 8 || frame[0] != 0xFF || (frame[1] & 0xFE) != 0xF8)
        return false;
    const size_t afterNumber = numberOffset + codedLength(frame[numberOffset]);
    const size_t headerEnd = afterNumber + uncommonBytes(frame[2]) + 1;
    if (headerEnd + 2 > size)
        return false;

    const size_t start = target.size();
    target.insert(target.end(), frame, frame + numberOffset);
    appendFlacNumber(number, target);
    target.insert(target.end(), frame + afterNumber, frame + headerEnd - 1);
    target.push_back(flacCrc8(target.data() + start, target.size() - start));

    // A CRC that starts at zero is linear: what a changed header does to it depends on the body's length only.
    const size_t body = size - 2 - headerEnd;
    const auto change = quint16(flacCrc16(frame, headerEnd) ^ flacCrc16(target.data() + start, target.size() - start));
    const auto old = quint16((frame[size - 2] << 8) | frame[size - 1]);
    const auto crc = quint16(old ^ shifted(change, body));
    target.insert(target.end(), frame + headerEnd, frame + size - 2);
    target.push_back(uchar(crc >> 8));
    target.push_back(uchar(crc));
    return true;
}

} // namespace convoy
