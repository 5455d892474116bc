// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/dicom/file/dicomheader.h"

#include <cstdint>
#include <span>
#include <vector>

namespace convoy {

/// The samples of one frame as they are stored, in memory or still in the file. Rows can be taken from several threads.
class StoredFrame
{
public:
    struct Layout {
        int width = 0;
        int height = 0;
        int samples = 1;
        int bytesPerSample = 1;
        bool planar = false; ///< colour by plane
        bool halved = false; ///< Y Y Cb Cr for two pixels (PS3.3 C.7.6.3.1.2, YBR_FULL_422)
        bool bits = false;   ///< one bit a sample, low bit first (PS3.5 8.1.1)
        ColourModel colour = ColourModel::Monochrome2;

        /// As the header says that samples are once they are unpacked.
        static Layout decoded(const DicomHeader &header);

        /// Bytes of one row of one plane, as `rows` returns them.
        size_t rowBytes() const;
        size_t frameBytes() const;
    };

    /// Samples in this machine's byte order, owned by the frame.
    StoredFrame(const Layout &layout, std::vector<std::uint8_t> owned);
    /// Samples that someone else keeps; `bitOffset` is where the frame begins.
    StoredFrame(const Layout &layout, std::span<const std::uint8_t> memory, qint64 bitOffset);
    /// Samples in a file; `swapped` is the number of bytes whose order has to be turned round, or 0. Bytes past
    /// `end` are zero.
    struct InFile {
        int fd;
        qint64 offset;
        qint64 bitOffset; ///< of the frame, from `offset`
        qint64 end;
        int swapped;
    };
    StoredFrame(const Layout &layout, const InFile &file) : m_layout(layout), m_file(file) {}

    StoredFrame(StoredFrame &&) = default;
    StoredFrame &operator=(StoredFrame &&) = default;
    StoredFrame(const StoredFrame &) = delete;
    StoredFrame &operator=(const StoredFrame &) = delete;

    const Layout &layout() const { return m_layout; }
    size_t ownedBytes() const { return m_owned.size(); }

    /// Rows of a plane (0, unless the frame is planar): either a pointer into the frame or the beginning of `scratch`,
    /// which the caller keeps between calls.
    Result<const std::uint8_t *> rows(int plane, int first, int count, std::vector<std::uint8_t> &scratch) const;

private:
    Result<void> readFile(qint64 offset, size_t size, std::uint8_t *out) const;
    Result<void> readBytes(qint64 offset, size_t size, std::uint8_t *out) const;
    Result<const std::uint8_t *> bitRows(int first, int count, std::vector<std::uint8_t> &scratch) const;

    Layout m_layout;
    std::vector<std::uint8_t> m_owned;
    std::span<const std::uint8_t> m_memory;
    qint64 m_bitOffset = 0;
    InFile m_file{-1, 0, 0, 0, 0};
};

} // namespace convoy
