// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/pixelbytes.h"

#include <algorithm>
#include <optional>

namespace convoy {

namespace {

constexpr int mostSegments = 100'000;

std::optional<quint32> number(std::FILE *file, int bytes)
{
    quint32 value = 0;
    for (int i = 0; i < bytes; ++i) {
        const int byte = std::fgetc(file);
        if (byte == EOF)
            return std::nullopt;
        value = value << 8 | quint32(byte);
    }
    return value;
}

bool skip(std::FILE *file, qint64 bytes)
{
    return ::fseeko(file, bytes, SEEK_CUR) == 0;
}

// ISO/IEC 15444-1, I.4: boxes; the code stream is in "jp2c".
bool seekCodeStream(std::FILE *file)
{
    std::rewind(file);
    if (number(file, 2) == 0xFF4F)
        return true;
    std::rewind(file);
    for (int i = 0; i < mostSegments; ++i) {
        const std::optional<quint32> length = number(file, 4);
        const std::optional<quint32> type = number(file, 4);
        if (!type)
            return false;
        qint64 rest = qint64(*length) - 8;
        if (length == 1U) {
            const std::optional<quint32> high = number(file, 4);
            const std::optional<quint32> low = number(file, 4);
            rest = low && *high <= quint32(INT32_MAX) ? (qint64(*high) << 32 | *low) - 16 : -1;
        }
        if (type == 0x6A703263U)
            return number(file, 2) == 0xFF4F;
        if (rest < 0 || !skip(file, rest))
            return false;
    }
    return false;
}

// A.4.2: each part of a tile says its length, or with 0 that it is the last.
std::optional<qint64> jp2Bytes(std::FILE *file)
{
    if (!seekCodeStream(file))
        return std::nullopt;
    qint64 sum = 0;
    for (int i = 0; i < mostSegments; ++i) {
        const std::optional<quint32> marker = number(file, 2);
        if (!marker || marker == 0xFFD9U)
            return sum;
        const std::optional<quint32> length = number(file, 2);
        if (!length)
            return sum;
        if (marker != 0xFF90U) {
            if (!skip(file, qint64(*length) - 2))
                return sum;
            continue;
        }
        skip(file, 2);
        const std::optional<quint32> part = number(file, 4);
        if (!part || part == 0U)
            return std::nullopt;
        sum += *part;
        if (!skip(file, qint64(*part) - 10))
            return sum;
    }
    return std::nullopt;
}

// Adobe Photoshop File Formats Specification: three sections with their lengths, then the merged picture, whose rows say
// theirs where they are packed.
std::optional<qint64> psdBytes(std::FILE *file, qint64 fileSize)
{
    if (std::fseek(file, 4, SEEK_SET) != 0)
        return std::nullopt;
    const std::optional<quint32> version = number(file, 2);
    skip(file, 6);
    const std::optional<quint32> channels = number(file, 2);
    const std::optional<quint32> rows = number(file, 4);
    skip(file, 8);
    for (int section = 0; section < 3; ++section) {
        const bool wide = section == 2 && version == 2U; // PSB
        const std::optional<quint32> high = wide ? number(file, 4) : 0U;
        const std::optional<quint32> length = number(file, 4);
        if (!high || !length || !skip(file, qint64(*high) << 32 | *length))
            return std::nullopt;
    }
    const std::optional<quint32> compression = number(file, 2);
    if (!compression || !channels || !rows)
        return std::nullopt;
    if (compression != 1U)
        return fileSize - ::ftello(file);
    qint64 sum = 0;
    for (quint64 i = 0; i < quint64(*channels) * *rows; ++i) {
        const std::optional<quint32> length = number(file, version == 2U ? 4 : 2);
        if (!length)
            break;
        sum += *length;
    }
    return sum;
}

} // namespace

qint64 pixelBytes(std::FILE *file, QLatin1StringView formatId, qint64 fileSize)
{
    std::optional<qint64> bytes;
    if (formatId == QLatin1StringView("jp2"))
        bytes = jp2Bytes(file);
    else if (formatId == QLatin1StringView("psd"))
        bytes = psdBytes(file, fileSize);
    return std::clamp<qint64>(bytes.value_or(fileSize), 0, fileSize);
}

} // namespace convoy
