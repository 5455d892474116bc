// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/storedframe.h"

#include "core/base/fileio.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>

namespace convoy {

namespace {

struct FrameText {
    Q_DECLARE_TR_FUNCTIONS(convoy::StoredFrame)
};

void turnRound(std::uint8_t *bytes, size_t size, int width)
{
    if (width == 2) {
        for (size_t i = 0; i + 1 < size; i += 2)
            std::swap(bytes[i], bytes[i + 1]);
    } else if (width > 2) {
        for (size_t i = 0; i + size_t(width) <= size; i += size_t(width))
            std::reverse(bytes + i, bytes + i + width);
    }
}

} // namespace

StoredFrame::Layout StoredFrame::Layout::decoded(const DicomHeader &header)
{
    return {.width = header.width,
            .height = header.height,
            .samples = header.samples,
            .bytesPerSample = header.bytesPerSample(),
            .planar = header.planar && header.samples > 1,
            .colour = header.colour};
}

size_t StoredFrame::Layout::rowBytes() const
{
    const int inPlane = planar ? 1 : halved ? 2 : samples;
    return size_t(width) * size_t(inPlane * bytesPerSample);
}

size_t StoredFrame::Layout::frameBytes() const
{
    return rowBytes() * size_t(height) * size_t(planar ? samples : 1);
}

StoredFrame::StoredFrame(const Layout &layout, std::vector<std::uint8_t> owned)
    : m_layout(layout),
      m_owned(std::move(owned)),
      m_memory(m_owned)
{
}

StoredFrame::StoredFrame(const Layout &layout, std::span<const std::uint8_t> memory, qint64 bitOffset)
    : m_layout(layout),
      m_memory(memory),
      m_bitOffset(bitOffset)
{
}

Result<void> StoredFrame::readFile(qint64 offset, size_t size, std::uint8_t *out) const
{
    const auto word = size_t(std::max(1, m_file.swapped));
    const size_t lead = size_t(offset - m_file.offset) % word;
    if (lead == 0 && size % word == 0) {
        const auto result = readBytes(offset, size, out);
        turnRound(out, size, m_file.swapped);
        return result;
    }
    // Rows of bytes may begin and end inside of a word.
    std::vector<std::uint8_t> words((lead + size + word - 1) / word * word);
    const auto result = readBytes(offset - qint64(lead), words.size(), words.data());
    turnRound(words.data(), words.size(), m_file.swapped);
    std::copy_n(words.data() + lead, size, out);
    return result;
}

Result<void> StoredFrame::readBytes(qint64 offset, size_t size, std::uint8_t *out) const
{
    const auto there = size_t(std::clamp<qint64>(m_file.end - offset, 0, qint64(size)));
    const ssize_t got = readAt(m_file.fd, out, there, offset);
    if (got < 0)
        return systemError(errno, ErrorKind::UnreadableInput, FrameText::tr("The file cannot be read."));
    if (size_t(got) < there)
        return Error{ErrorKind::UnreadableInput, FrameText::tr("The file became shorter while it was read.")};
    std::fill(out + there, out + size, std::uint8_t{0});
    return {};
}

Result<const std::uint8_t *> StoredFrame::bitRows(int first, int count, std::vector<std::uint8_t> &scratch) const
{
    const qint64 width = m_layout.width;
    const qint64 firstBit = (m_file.fd >= 0 ? m_file.bitOffset : m_bitOffset) + first * width;
    const qint64 samples = count * width;
    const size_t bytes = size_t((firstBit + samples + 7) / 8 - firstBit / 8);
    scratch.resize(size_t(samples) + bytes);
    std::uint8_t *const packed = scratch.data() + samples;
    if (m_file.fd >= 0) {
        if (const auto result = readFile(m_file.offset + firstBit / 8, bytes, packed); !result)
            return result.error();
    } else {
        const size_t at = std::min(size_t(firstBit / 8), m_memory.size());
        const size_t there = std::min(bytes, m_memory.size() - at);
        std::copy_n(m_memory.begin() + std::ptrdiff_t(at), there, packed);
        std::fill(packed + there, packed + bytes, std::uint8_t{0});
    }
    const auto shift = size_t(firstBit % 8);
    for (size_t i = 0; i < size_t(samples); ++i)
        scratch[i] = (packed[(shift + i) / 8] >> ((shift + i) % 8)) & 1;
    return scratch.data();
}

Result<const std::uint8_t *> StoredFrame::rows(int plane, int first, int count, std::vector<std::uint8_t> &scratch) const
{
    if (m_layout.bits)
        return bitRows(first, count, scratch);
    const size_t rowBytes = m_layout.rowBytes();
    const size_t row = size_t(plane) * size_t(m_layout.height) + size_t(first);
    const size_t size = size_t(count) * rowBytes;
    if (m_file.fd >= 0) {
        scratch.resize(size);
        const qint64 offset = m_file.offset + m_file.bitOffset / 8 + qint64(row * rowBytes);
        if (const auto result = readFile(offset, size, scratch.data()); !result)
            return result.error();
        return scratch.data();
    }
    const size_t at = size_t(m_bitOffset / 8) + row * rowBytes;
    if (at + size <= m_memory.size())
        return m_memory.data() + at;
    scratch.assign(size, 0);
    if (at < m_memory.size())
        std::copy(m_memory.begin() + std::ptrdiff_t(at), m_memory.end(), scratch.begin());
    return scratch.data();
}

} // namespace convoy
