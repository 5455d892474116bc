// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/file/dicomfile.h"
#include "core/converters/dicom/frames/storedframe.h"

namespace convoy {

/// How frames lie in memory that are not compressed, or no more.
StoredFrame::Layout nativeLayout(const DicomHeader &header);

/// For a picture, a part of which the file does not have any more.
Error cutShort();

/// The frames of a file that are not compressed: still in the file, or in memory where DCMTK has read them.
class NativePixels
{
public:
    static Result<NativePixels> make(DicomFile &file);

    /// How many frames there are: fewer than the header says only in a damaged file.
    int frames() const { return m_frames; }

    Result<StoredFrame> read(int frame) const;

private:
    explicit NativePixels(DicomFile &file) : m_file(&file) {}

    Result<void> prepare();
    Result<void> findMemory();
    void turnWords(size_t unit);
    Result<void> findRealRange();
    StoredFrame::Layout realLayout() const;
    StoredFrame frameAs(int frame, const StoredFrame::Layout &layout) const;

    DicomFile *m_file;
    int m_frames = 1;
    std::span<const std::uint8_t> m_memory;
    std::vector<std::uint8_t> m_turned; ///< what m_memory shows, where DCMTK has not done it
};

} // namespace convoy
