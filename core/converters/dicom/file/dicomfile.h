// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/converter.h"
#include "core/converters/dicom/file/dicomheader.h"
#include "core/converters/dicom/file/fdinputstream.h"

#include <dcmtk/dcmdata/dcfilefo.h>

#include <memory>

class DcmPixelSequence;

namespace convoy {

/// One parsed DICOM file that holds a picture. Long values stay in the file until they are asked for.
/// Belongs to one thread: DCMTK loads values behind const functions.
class DicomFile
{
public:
    /// With `salvage`, a value that is cut short by the end of the file is filled up with zeros.
    static Result<std::unique_ptr<DicomFile>> open(const ConvertInput &input, bool salvage);

    DcmDataset &dataset() { return *m_format.getDataset(); }
    const DicomHeader &header() const { return m_header; }
    const FdSource &source() const { return m_source; }

    /// Whether the file ends inside its pixel data.
    bool isTruncated() const { return m_truncated; }

    /// Where the values of uncompressed pixel data begin in the file; -1 where they have to be asked from DCMTK.
    qint64 pixelOffset() const { return m_pixelOffset; }
    qint64 pixelLength() const { return m_pixelLength; }
    bool pixelWords() const { return m_pixelWords; } ///< VR is OW: bytes are swapped in big-endian files

    /// Which values the lowest and the highest integer of a picture of floating-point numbers stand for.
    const ValueRange &realRange() const { return m_realRange; }
    void setRealRange(const ValueRange &range) { m_realRange = range; }

    /// The element that holds the pixels.
    DcmTagKey pixelTag() const;

    /// The compressed fragments; nullptr where the pixel data is not encapsulated.
    DcmPixelSequence *fragments() const { return m_fragments; }

private:
    explicit DicomFile(const FdSource &source) : m_source(source) {}

    Result<void> parse();
    Result<void> checkKind(bool readable);
    Result<void> readHeader();
    Result<void> checkHeader() const;
    Error unsupportedPixels() const;
    Result<void> locatePixels(const FdInputStream &stream);
    bool isPixelDataAt(qint64 offset) const;

    FdSource m_source;
    DcmFileFormat m_format;
    DicomHeader m_header;
    DcmPixelSequence *m_fragments = nullptr;
    qint64 m_pixelOffset = -1;
    qint64 m_pixelLength = 0;
    ValueRange m_realRange;
    bool m_pixelWords = true;
    bool m_truncated = false;
};

} // namespace convoy
