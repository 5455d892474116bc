// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/file/sampleformat.h"

#include <QByteArray>
#include <QString>

namespace convoy {

/// How the pixels are packed, by transfer syntax.
enum class PixelCoding : std::uint8_t { Native, Rle, Jpeg, JpegLs, Jpeg2000, Deflated, Unsupported };

/// Photometric Interpretation (PS3.3 C.7.6.3.1.2).
enum class ColourModel : std::uint8_t {
    Monochrome1,
    Monochrome2,
    Palette,
    Rgb,
    YbrFull,
    YbrFull422,
    YbrPartial422,
    YbrIct,
    YbrRct,
    Other
};

/// What has to be known to decode pixels. Nothing of the patient.
struct DicomHeader {
    QByteArray transferSyntax;
    PixelCoding coding = PixelCoding::Unsupported;
    bool bigEndian = false;
    int width = 0;
    int height = 0;
    int frames = 1;
    int samples = 1;
    bool planar = false; ///< colour by plane
    SampleFormat format;
    ColourModel colour = ColourModel::Monochrome2;
    /// Bytes of a sample that is a floating-point number in the file (Float and Double Float Pixel Data); 0 for integers.
    /// Such samples are read as 32-bit integers from the lowest of them to the highest, and `format` describes those.
    int realBytes = 0;
    bool burnedIn = false; ///< Burned In Annotation is YES: names may be in the picture itself

    bool isGray() const { return colour == ColourModel::Monochrome1 || colour == ColourModel::Monochrome2; }
    /// Bytes of one sample in memory; 1 also where a sample is one bit.
    int bytesPerSample() const { return format.bitsAllocated <= 8 ? 1 : format.bitsAllocated / 8; }
    /// Whether two pixels share their chroma as stored.
    bool isHalved() const
    {
        return (coding == PixelCoding::Native || coding == PixelCoding::Deflated)
            && (colour == ColourModel::YbrFull422 || colour == ColourModel::YbrPartial422);
    }
    /// Bits of one pixel as it is stored without compression.
    qint64 storedBitsPerPixel() const
    {
        return qint64{realBytes > 0 ? 8 * realBytes : format.bitsAllocated} * (isHalved() ? 2 : samples);
    }
    qint64 storedFrameBits() const { return storedBitsPerPixel() * width * height; }
};

PixelCoding codingOf(const QByteArray &transferSyntax);
/// The name for a message; "?" for none of the standard's: nothing else of a header may reach one.
QString colourName(const QByteArray &photometricInterpretation);
ColourModel colourModelOf(const QByteArray &photometricInterpretation);

} // namespace convoy
