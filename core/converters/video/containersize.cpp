// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/containersize.h"

#include <QByteArray>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace convoy {

namespace {

constexpr int headBytes = 512;

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

// Where the Segment should end; nothing where it does not say.
std::optional<quint64> matroskaEnd(QByteArrayView head)
{
    constexpr quint64 segmentId = 0x18538067;
    qsizetype position = 0;
    for (int element = 0; element < 4 && position < head.size(); ++element) {
        const auto id = readNumber(head.sliced(position), true);
        if (!id || position + id->length >= head.size())
            return std::nullopt;
        const auto size = readNumber(head.sliced(position + id->length), false);
        if (!size || size->unknown)
            return std::nullopt;
        const quint64 end = quint64(position) + quint64(id->length) + quint64(size->length) + size->value;
        if (id->value == segmentId)
            return end;
        if (end >= quint64(head.size()))
            return std::nullopt;
        position = qsizetype(end);
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

} // namespace

bool containerGoesOn(int fd)
{
    QByteArray head(headBytes, Qt::Uninitialized);
    const ssize_t count = ::pread(fd, head.data(), size_t(head.size()), 0);
    struct stat status = {};
    if (count < 12 || ::fstat(fd, &status) != 0)
        return false;
    head.truncate(count);
    std::optional<quint64> end;
    if (head.startsWith("\x1A\x45\xDF\xA3"))
        end = matroskaEnd(head);
    else if (head.startsWith("RIFF") && QByteArrayView(head).sliced(8, 4) == "AVI ")
        end = aviEnd(head);
    else
        end = soundEnd(head);
    // One padding byte at the end may be missing without loss.
    return end && *end > quint64(status.st_size) + 1;
}

} // namespace convoy
