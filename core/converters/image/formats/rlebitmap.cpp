// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/rlebitmap.h"

#include <QtEndian>

#include <array>
#include <cstdint>

namespace convoy {

namespace {

constexpr uint32_t rle8 = 1; // BI_RLE8
constexpr uint32_t rle4 = 2; // BI_RLE4

// The escapes of [MS-WMF] 3.1.6.4: 0 0 ends a line, 0 1 the picture, 0 2 moves, 0 n starts n literal pixels.
class RunLengths
{
public:
    RunLengths(std::FILE *file, uint32_t width, uint32_t height, bool halfBytes)
        : m_file(file),
          m_width(width),
          m_height(height),
          m_halfBytes(halfBytes)
    {
    }

    bool sound()
    {
        for (;;) {
            const int count = std::fgetc(m_file);
            const int value = std::fgetc(m_file);
            if (value == EOF)
                return m_y >= m_height; // encoders leave the last mark out, never a line
            if (count > 0) {
                m_x += uint32_t(count);
            } else if (value == 1) {
                return true;
            } else if (!escape(value)) {
                return false;
            }
            // A run of half bytes may be rounded up to a whole byte.
            if (m_x > m_width + (m_halfBytes ? 1 : 0) || m_y > m_height)
                return false;
        }
    }

private:
    bool escape(int value)
    {
        if (value == 0) {
            ++m_y;
            m_x = 0;
            return true;
        }
        if (value == 2) {
            const int right = std::fgetc(m_file);
            const int up = std::fgetc(m_file);
            m_x += uint32_t(right);
            m_y += uint32_t(up);
            return up != EOF;
        }
        const int bytes = m_halfBytes ? (value + 1) / 2 : value;
        m_x += uint32_t(value);
        return std::fseek(m_file, bytes + bytes % 2, SEEK_CUR) == 0;
    }

    std::FILE *m_file;
    uint32_t m_width;
    uint32_t m_height;
    bool m_halfBytes;
    uint32_t m_x = 0;
    uint32_t m_y = 0;
};

} // namespace

bool hasSoundRunLengths(std::FILE *file)
{
    std::array<unsigned char, 34> head{};
    std::rewind(file);
    if (std::fread(head.data(), 1, head.size(), file) != head.size() || qFromLittleEndian<quint32>(&head[14]) < 40)
        return true; // OS/2 headers know no run lengths; what is broken here ImageMagick sees itself
    const uint32_t compression = qFromLittleEndian<quint32>(&head[30]);
    if (compression != rle8 && compression != rle4)
        return true;
    const auto height = qFromLittleEndian<qint32>(&head[22]);
    if (std::fseek(file, long(qFromLittleEndian<quint32>(&head[10])), SEEK_SET) != 0)
        return false;
    return RunLengths(file, qFromLittleEndian<quint32>(&head[18]), uint32_t(std::llabs(height)), compression == rle4)
        .sound();
}

} // namespace convoy
