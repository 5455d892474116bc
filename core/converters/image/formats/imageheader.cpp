// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/imageheader.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace convoy {

namespace {

using L1 = QLatin1StringView;

// DEFLATE: 258 bytes for two bits (RFC 1951 3.2.5).
constexpr qint64 mostByDeflate = 1032;

// TIFF 6.0, section 13: a code of twelve bits stands for less than 4096 bytes; section 9: two bytes for 128.
constexpr qint64 mostByLzw = 4096;
constexpr qint64 mostByPackBits = 64;

// LZMA, Zstandard, WebP and the like have no such end: no blank picture of a real camera or scanner comes near this one.
constexpr qint64 densestPacking = 100'000;

// More than any program writes in front of a PNG's pixels.
constexpr int mostChunks = 1000;

bool skipForward(std::FILE *file, int64_t bytes)
{
    return ::fseeko(file, bytes, SEEK_CUR) == 0;
}

// GIF89a specification: an image descriptor starts with 0x2C, an extension with 0x21, both end in sub-blocks.
bool skipSubBlocks(std::FILE *file)
{
    for (int size = std::fgetc(file); size > 0; size = std::fgetc(file)) {
        if (!skipForward(file, size))
            return false;
    }
    return !std::feof(file);
}

// PNG (W3C) 11.2.2: IHDR comes first.
ImageHeader pngHeader(std::FILE *file, int maximumCount)
{
    std::array<unsigned char, 26> head{};
    ImageHeader header;
    if (std::fread(head.data(), 1, head.size(), file) != head.size() || std::memcmp(&head[12], "IHDR", 4) != 0)
        return header;
    const auto number = [&head](size_t at) { return qint64(qFromBigEndian<quint32>(&head[at])); };
    header.width = number(16);
    header.height = number(20);
    static constexpr std::array samples{1, 0, 3, 1, 2, 0, 4};
    const qint64 bits = qint64(head[24]) * samples[std::min<size_t>(head[25], samples.size() - 1)];
    if (header.width <= INT32_MAX / 64 && header.height <= INT32_MAX)
        header.leastBytes = header.width * bits / 8 * header.height / mostByDeflate;
    // Animations say so in front of the pixels (APNG, now PNG third edition 11.3.6.1), and how many frames they have.
    bool more = skipForward(file, 3 + 4); // the rest of IHDR and its sum
    for (int count = 0; more && count < mostChunks && std::fread(head.data(), 1, 8, file) == 8; ++count) {
        if (std::memcmp(&head[4], "acTL", 4) == 0 && std::fread(head.data(), 1, 4, file) == 4) {
            header.frames = int(std::clamp<qint64>(number(0), 1, maximumCount));
            break;
        }
        more = std::memcmp(&head[4], "IDAT", 4) != 0 && skipForward(file, number(0) + 4);
    }
    return header;
}

// ISO/IEC 23008-12, 7.1: a sequence of pictures has a brand of its own, perhaps beside others.
bool isHeifSequence(std::FILE *file)
{
    std::array<unsigned char, 64> head{};
    const size_t size = std::fread(head.data(), 1, head.size(), file);
    const size_t end = std::min<size_t>(size, size_t(head[2]) << 8 | size_t(head[3]));
    for (size_t at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) {
        const std::string_view brand(reinterpret_cast<const char *>(&head[at]), 4);
        if (brand == "avis" || brand == "msf1" || brand == "hevc")
            return true;
    }
    return false;
}

int gifFrames(std::FILE *file, int maximumCount)
{
    std::array<unsigned char, 13> screen{};
    if (std::fread(screen.data(), 1, screen.size(), file) != screen.size())
        return 1;
    if (screen[10] & 0x80)
        skipForward(file, 3 << ((screen[10] & 7) + 1));
    int frames = 0;
    while (frames < maximumCount) {
        const int mark = std::fgetc(file);
        if (mark == 0x21) {
            std::fgetc(file);
        } else if (mark == 0x2C) {
            std::array<unsigned char, 9> descriptor{};
            if (std::fread(descriptor.data(), 1, descriptor.size(), file) != descriptor.size())
                break;
            if (descriptor[8] & 0x80)
                skipForward(file, 3 << ((descriptor[8] & 7) + 1));
            std::fgetc(file); // LZW minimum code size
            ++frames;
        } else {
            break;
        }
        if (!skipSubBlocks(file))
            break;
    }
    return std::max(frames, 1);
}

// RIFF chunks of WebP (Google, "WebP Container Specification"): one ANMF a frame.
int webpFrames(std::FILE *file, int maximumCount)
{
    skipForward(file, 12);
    int frames = 0;
    std::array<unsigned char, 8> head{};
    while (frames < maximumCount && std::fread(head.data(), 1, head.size(), file) == head.size()) {
        const auto size = qFromLittleEndian<quint32>(&head[4]);
        if (std::memcmp(head.data(), "ANMF", 4) == 0)
            ++frames;
        if (!skipForward(file, int64_t(size) + size % 2))
            break;
    }
    return std::max(frames, 1);
}

// TIFF 6.0 and the BigTIFF design: a chain of directories.
class TiffDirectories
{
public:
    explicit TiffDirectories(std::FILE *file) : m_file(file) {}

    ImageHeader read(int maximumCount)
    {
        std::array<unsigned char, 16> head{};
        ImageHeader header;
        if (std::fread(head.data(), 1, head.size(), m_file) < 10)
            return header;
        m_bigEndian = head[0] == 'M';
        m_bigTiff = number(&head[2], 2) == 43;
        header.cameraRaw = head[8] == 'C' && head[9] == 'R'; // Canon CR2
        uint64_t offset = m_bigTiff ? number(&head[8], 8) : number(&head[4], 4);
        int count = 0;
        for (; offset != 0 && count < maximumCount; ++count) {
            const uint64_t next = directory(offset, count == 0 ? &header : nullptr);
            if (next == offset)
                break;
            offset = next;
        }
        header.frames = std::max(count, 1);
        return header;
    }

private:
    uint64_t number(const unsigned char *bytes, int size) const
    {
        uint64_t value = 0;
        for (int i = 0; i < size; ++i)
            value = value << 8 | bytes[m_bigEndian ? i : size - 1 - i];
        return value;
    }
    uint64_t readNumber(int size)
    {
        std::array<unsigned char, 8> bytes{};
        if (std::fread(bytes.data(), 1, size_t(size), m_file) != size_t(size))
            return 0;
        return number(bytes.data(), size);
    }
    // The offset of the next directory, or 0.
    uint64_t directory(uint64_t offset, ImageHeader *header)
    {
        if (offset > uint64_t(INT64_MAX) || ::fseeko(m_file, off_t(offset), SEEK_SET) != 0)
            return 0;
        const uint64_t entries = readNumber(m_bigTiff ? 8 : 2);
        if (entries == 0 || entries > 65535)
            return 0;
        const int size = m_bigTiff ? 20 : 12;
        if (header)
            readEntries(int(entries), size, *header);
        else if (!skipForward(m_file, int64_t(entries) * size))
            return 0;
        return readNumber(m_bigTiff ? 8 : 4);
    }
    // DNG says so (tag DNGVersion); NEF and ARW have a reduced picture in front and the sensor's in a sub-directory.
    void readEntries(int entries, int size, ImageHeader &header)
    {
        bool reduced = false;
        bool subDirectories = false;
        std::array<unsigned char, 20> entry{};
        for (int i = 0; i < entries && std::fread(entry.data(), 1, size_t(size), m_file) == size_t(size); ++i) {
            const uint64_t tag = number(entry.data(), 2);
            noteSize(tag, entry.data(), size);
            const uint64_t value = number(&entry[size == 20 ? 12 : 8], 2);
            if (tag == 50706 || (tag == 262 && (value == 32803 || value == 34892))) // also by a sensor's colors
                header.cameraRaw = true;
            else if (tag == 254)
                reduced = number(&entry[size == 20 ? 12 : 8], 4) & 1;
            else if (tag == 330)
                subDirectories = true;
        }
        header.cameraRaw = header.cameraRaw || (reduced && subDirectories);
        header.mixedUp = m_photometric == 6 && m_thinChroma && m_compression != 6 && m_compression != 7;
        header.leastBytes = leastBytes();
        header.pixelBytes = m_stripBytes;
    }
    void noteSize(uint64_t tag, const unsigned char *entry, int size)
    {
        const unsigned char *const value = entry + (size == 20 ? 12 : 8);
        const uint64_t number = this->number(value, this->number(entry + 2, 2) == 3 ? 2 : 4);
        switch (tag) {
        case 256: m_width = qint64(number); break;
        case 257: m_height = qint64(number); break;
        case 259: m_compression = int(number); break;
        case 262: m_photometric = int(number); break;
        case 530: m_thinChroma = this->number(value, 2) != 1 || this->number(value + 2, 2) != 1; break;
        case 279:
        case 325: noteStrips(entry, size); break;
        default: break;
        }
    }
    // Of one bit a pixel at least.
    qint64 leastBytes() const
    {
        if (m_width > INT32_MAX / 64)
            return 0; // refused for that
        const qint64 bytes = m_width / 8 * m_height;
        switch (m_compression) {
        case 1: return bytes;
        case 2:
        case 3:
        case 4: return m_height / 8; // a bit for a line like the one above (ITU-T T.6)
        case 7: return bytes / 256;  // a bit or more for the first value of 64 pixels, perhaps of every fourth
        case 5: return bytes / mostByLzw;
        case 8:
        case 32946: return bytes / mostByDeflate;
        case 32773: return bytes / mostByPackBits;
        default: return m_width * m_height / densestPacking;
        }
    }
    // Of all strips or tiles; a file can be padded to any length. A directory says it once: to read a million lengths again
    // and again takes minutes.
    void noteStrips(const unsigned char *entry, int size)
    {
        if (std::exchange(m_hasStrips, true))
            return;
        constexpr uint64_t mostStrips = 1'000'000;
        const int type = int(number(entry + 2, 2));
        const int width = type == 3 ? 2 : type == 16 ? 8 : 4;
        const uint64_t count = number(entry + 4, size == 20 ? 8 : 4);
        const int inside = size == 20 ? 8 : 4;
        const unsigned char *const value = entry + (size == 20 ? 12 : 8);
        if (count <= uint64_t(inside / width)) {
            for (uint64_t i = 0; i < count; ++i)
                m_stripBytes += qint64(std::min<uint64_t>(number(value + i * uint64_t(width), width), UINT32_MAX));
            return;
        }
        const off_t here = ::ftello(m_file);
        if (count <= mostStrips && ::fseeko(m_file, off_t(number(value, inside) & INT64_MAX), SEEK_SET) == 0) {
            for (uint64_t i = 0; i < count && !std::feof(m_file); ++i)
                m_stripBytes += qint64(std::min<uint64_t>(readNumber(width), UINT32_MAX));
        }
        ::fseeko(m_file, here, SEEK_SET);
    }

    std::FILE *m_file;
    bool m_bigEndian = false;
    bool m_bigTiff = false;
    qint64 m_width = 0;
    qint64 m_height = 0;
    int m_compression = 1;
    int m_photometric = 0;
    bool m_thinChroma = true; // where it is not said (TIFF 6.0, section 21)
    bool m_hasStrips = false;
    qint64 m_stripBytes = 0;
};

} // namespace

ImageHeader readImageHeader(std::FILE *file, QLatin1StringView formatId, int maximumCount)
{
    std::rewind(file);
    if (formatId == L1("png"))
        return pngHeader(file, maximumCount);
    if (formatId == L1("avif") || formatId == L1("heif"))
        return {.moves = isHeifSequence(file)};
    if (formatId == L1("gif"))
        return {.frames = gifFrames(file, maximumCount)};
    if (formatId == L1("webp"))
        return {.frames = webpFrames(file, maximumCount)};
    if (formatId == L1("tiff"))
        return TiffDirectories(file).read(maximumCount);
    return {};
}

} // namespace convoy
