// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/dicom/file/dicomfile.h"

#include <span>
#include <vector>

class DcmPixelItem;

namespace convoy {

/// Which fragments of encapsulated pixel data (PS3.5 A.4) belong to which frame.
class FragmentTable
{
public:
    static Result<FragmentTable> make(DicomFile &file);

    int frames() const { return int(m_first.size()) - 1; }
    /// Index of the frame's first fragment in DCMTK's sequence, where 0 is the offset table.
    unsigned firstItem(int frame) const { return m_first[size_t(frame)] + 1; }

    /// The frame's compressed bytes: one fragment as it is, several joined in `joined`.
    Result<std::span<const std::uint8_t>> bytes(int frame, std::vector<std::uint8_t> &joined) const;
    /// Forgets what `bytes` loaded.
    void release(int frame) const;

private:
    void assign(DicomFile &file, DcmPixelItem &offsetTable);
    bool assignByOffsets(DcmPixelItem &offsetTable, int frames);
    void assignByMarkers(int frames);

    std::vector<DcmPixelItem *> m_items;
    std::vector<unsigned> m_first; ///< of each frame, and the end
};

} // namespace convoy
