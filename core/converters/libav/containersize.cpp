// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/containersize.h"

#include <QByteArray>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace convoy {

namespace {

constexpr int headBytes = 2048;

struct Number {
    quint64 value = 0;
    int length = 0;
    bool unknown = false; ///< all bits of the value are set
};

// EBML variable size integer (RFC 8794, 4): the leading zero bits of the first byte tell the length.
std::optional<Number> readNumber(QByteArrayView bytes, bool keepMarker)
{
    if (bytes.isEmpty() || bytes[0] == 0)
        return std::nullopt;
    const auto first = static_cast<quint8>(bytes[0]);
    Number number{.length = std::countl_zero(first) + 1};
    if (bytes.size() < number.length)
        return std::nullopt;
    const quint64 mask = (quint64(1) << (7 * number.length)) - 1;
    for (int i = 0; i < number.length; ++i)
        number.value = number.value << 8 | static_cast<quint8>(bytes[i]);
    number.unknown = (number.value & mask) == mask;
    if (!keepMarker)
        number.value &= mask;
    return number;
}

struct Segment {
    quint64 begin = 0;          ///< of what is in it
    std::optional<quint64> end; ///< nothing where it does not say
};

std::optional<Segment> findSegment(QByteArrayView head)
{
    constexpr quint64 segmentId = 0x18538067;
    qsizetype position = 0;
    for (int element = 0; element < 4 && position < head.size(); ++element) {
        const auto id = readNumber(head.sliced(position), true);
        if (!id || position + id->length >= head.size())
            return std::nullopt;
        const auto size = readNumber(head.sliced(position + id->length), false);
        if (!size)
            return std::nullopt;
        const quint64 begin = quint64(position) + quint64(id->length) + quint64(size->length);
        if (id->value == segmentId)
            return Segment{begin, size->unknown ? std::nullopt : std::optional(begin + size->value)};
        if (size->unknown || begin + size->value >= quint64(head.size()))
            return std::nullopt;
        position = qsizetype(begin + size->value);
    }
    return std::nullopt;
}

std::optional<quint64> aviEnd(QByteArrayView head)
{
    const quint32 size = qFromLittleEndian<quint32>(head.data() + 4);
    // Recorders that were cut off leave 0 or all ones here although everything plays.
    if (size == 0 || size >= 0x7FFFFFFF)
        return std::nullopt;
    return quint64(size) + 8;
}

// Advanced Systems Format, 3.2: a file that was broadcast does not know.
std::optional<quint64> asfEnd(QByteArrayView head)
{
    const qsizetype properties = head.indexOf(
        QByteArrayView("\xA1\xDC\xAB\x8C\x47\xA9\xCF\x11\x8E\xE4\0\xC0\x0C\x20\x53\x65", 16));
    if (properties < 0 || properties + 92 > head.size() || (head[properties + 88] & 1))
        return std::nullopt;
    return qFromLittleEndian<quint64>(head.data() + properties + 40);
}

// Core Audio Format: a header of 8 bytes, then chunks; the sound's may say that it goes to the end (-1).
std::optional<quint64> cafEnd(QByteArrayView head)
{
    constexpr qsizetype chunkHead = 12;
    quint64 at = 8;
    while (at + chunkHead <= quint64(head.size())) {
        const QByteArrayView chunk = head.sliced(qsizetype(at), chunkHead);
        const auto size = qFromBigEndian<qint64>(chunk.data() + 4);
        if (size < 0 || size > INT64_MAX / 2)
            return std::nullopt;
        at += chunkHead + quint64(size);
        if (chunk.startsWith("data"))
            return at;
    }
    return std::nullopt;
}

// Of sound that is not in any codec's packets: where its bytes should end.
std::optional<quint64> soundEnd(QByteArrayView head)
{
    constexpr quint32 unknown = 0xFFFFFFFF;
    const QByteArrayView type = head.sliced(8, 4);
    const auto big = [head](qsizetype at) { return qFromBigEndian<quint32>(head.data() + at); };
    if (head.startsWith("caff"))
        return cafEnd(head);
    if (head.startsWith(".snd") && big(8) != unknown)
        return quint64(big(4)) + big(8);
    if ((head.startsWith("RIFX") || head.startsWith("FORM")) && (type == "WAVE" || type == "AIFC") && big(4) != unknown)
        return quint64(big(4)) + 8;
    if (head.startsWith("RIFF") && type == "WAVE")
        return aviEnd(head);
    return std::nullopt;
}

constexpr qsizetype partHead = 27 + 255;
constexpr quint64 beyond = quint64(1) << 62;

// The length of the part that begins with these bytes; nothing where no such part begins.
using PartLength = std::optional<quint64> (*)(QByteArrayView head);

// What a Segment and a Cluster have in them (RFC 9559); clusters of unknown length are gone into.
std::optional<quint64> matroskaPart(QByteArrayView head)
{
    constexpr std::array known{0x1F43B675U, 0x1C53BB6BU, 0x1254C367U, 0x114D9B74U, 0x1549A966U, 0x1654AE6BU,
                               0x1043A770U, 0x1941A469U, 0xECU,       0xBFU,       0xE7U,       0xA3U,
                               0xA0U,       0xABU,       0xA7U,       0x5854U};
    if (head[0] == 0)
        return std::nullopt; // a recorder's reserve
    const auto id = readNumber(head, true);
    if (!id)
        return beyond;
    if (std::ranges::find(known, id->value) == known.end())
        return std::nullopt;
    const auto size = readNumber(head.sliced(id->length), false);
    if (!size)
        return beyond;
    return quint64(id->length) + quint64(size->length) + (size->unknown ? 0 : size->value);
}

// RFC 3533, 6: a page has the sizes of its segments in front.
std::optional<quint64> oggPart(QByteArrayView head)
{
    constexpr qsizetype fixed = 27;
    if (!head.startsWith("OggS"))
        return std::nullopt;
    if (head.size() < fixed || head.size() < fixed + quint8(head[fixed - 1]))
        return beyond;
    const QByteArrayView sizes = head.sliced(fixed, quint8(head[fixed - 1]));
    return std::accumulate(sizes.begin(), sizes.end(), quint64(fixed + sizes.size()),
                           [](quint64 sum, char one) { return sum + quint8(one); });
}

// Video File Format Specification 10, annex E.4: the size of the tag before, then a tag.
std::optional<quint64> flvPart(QByteArrayView head)
{
    constexpr qsizetype before = 4;
    constexpr qsizetype tagHead = 11;
    if (head.size() < before + tagHead)
        return std::nullopt;
    const int type = head[before] & 0x1F;
    if (type != 8 && type != 9 && type != 18)
        return std::nullopt;
    return quint64(before + tagHead) + (qFromBigEndian<quint32>(head.data() + before) & 0xFFFFFF);
}

// Whether the last part of those that follow one another from here goes on after the end of the file.
bool lastPartGoesOn(int fd, quint64 at, quint64 fileSize, int most, PartLength lengthOf)
{
    QByteArray head(partHead, Qt::Uninitialized);
    for (int part = 0; part < most && at < fileSize; ++part) {
        const ssize_t count = ::pread(fd, head.data(), partHead, off_t(at));
        if (count <= 0)
            return false;
        const auto length = lengthOf(QByteArrayView(head).first(count));
        if (!length)
            return false;
        if (*length > fileSize - at)
            return true;
        at += *length;
    }
    return false;
}

} // namespace

bool containerGoesOn(int fd, bool quick)
{
    // An hour of a recorder that makes clusters of unknown length has 300,000 blocks.
    const int mostParts = quick ? 500 : 4'000'000;
    QByteArray head(headBytes, Qt::Uninitialized);
    const ssize_t count = ::pread(fd, head.data(), size_t(head.size()), 0);
    struct stat status = {};
    if (count < 12 || ::fstat(fd, &status) != 0)
        return false;
    head.truncate(count);
    const auto size = quint64(status.st_size);
    std::optional<quint64> end;
    if (head.startsWith("\x1A\x45\xDF\xA3")) {
        const std::optional<Segment> segment = findSegment(head);
        if (segment && !segment->end)
            return lastPartGoesOn(fd, segment->begin, size, mostParts, &matroskaPart);
        if (segment)
            end = segment->end;
    } else if (head.startsWith("OggS")) {
        return lastPartGoesOn(fd, 0, size, mostParts, &oggPart);
    } else if (head.startsWith("FLV")) {
        return lastPartGoesOn(fd, qFromBigEndian<quint32>(head.data() + 5), size, mostParts, &flvPart);
    } else if (head.startsWith("\x30\x26\xB2\x75")) {
        end = asfEnd(head);
    } else if (head.startsWith("RIFF") && QByteArrayView(head).sliced(8, 4) == "AVI ") {
        end = aviEnd(head);
    } else {
        end = soundEnd(head);
    }
    // One padding byte at the end may be missing without loss.
    return end && *end > size + 1;
}

} // namespace convoy
