// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/file/dicomfile.h"
#include "core/converters/dicom/frames/fragmenttable.h"
#include "core/converters/dicom/frames/jpegheader.h"
#include "core/converters/dicom/frames/nativepixels.h"
#include "core/converters/dicom/frames/storedframe.h"

#include <optional>

namespace convoy {

/// Decodes the frames of one file, in any order. Belongs to the thread of its DicomFile.
class FrameReader
{
public:
    static Result<FrameReader> make(DicomFile &file);

    /// How many frames there are: fewer than the header says only in a damaged file.
    int frames() const { return m_frames; }

    /// Whether a frame that was read had to be salvaged.
    bool isSalvaged() const { return m_salvaged; }

    /// `threads` is for codecs that can use more than one.
    Result<StoredFrame> read(int frame, int threads);

private:
    explicit FrameReader(DicomFile &file) : m_file(&file) {}

    Result<StoredFrame> decode(int frame, int threads);
    Result<void> prepareFragments();
    Result<StoredFrame> readDeflated(int frame);
    Result<StoredFrame> readRle(int frame);
    Result<StoredFrame> readJpeg2000(int frame, int threads);
    Result<StoredFrame> readJpeg(int frame, std::span<const std::uint8_t> data, const JpegHeader &jpeg);
    Result<StoredFrame> readByDcmtk(int frame);
    ColourModel decodedColour(const JpegHeader &jpeg, const QByteArray &said) const;

    DicomFile *m_file;
    int m_frames = 1;
    bool m_salvaged = false;
    std::optional<FragmentTable> m_fragments; ///< of compressed pictures
    std::optional<NativePixels> m_native;     ///< of others
};

} // namespace convoy
