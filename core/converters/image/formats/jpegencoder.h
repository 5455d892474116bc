// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/formats/jpegdecoder.h"
#include "core/converters/image/pipeline/imageoptions.h"

namespace convoy {

/// Encodes one picture as a JPEG with its profiles, comment and resolution. It can be asked again with another quality.
class JpegEncoder
{
public:
    /// A picture of pixels, or the description of `planes`, which may be null and must live as long as the encoder.
    JpegEncoder(const MagickCore::Image &image, JpegPlanes *planes, const ImageOptions &options, magick::Monitor &monitor);

    /// The whole file.
    Result<QByteArray> encode(int quality);

private:
    void describe(jpeg_compress_struct &codec, int quality) const;
    void writeMarkers(jpeg_compress_struct &codec) const;
    Result<void> writePlanes(jpeg_compress_struct &codec, JpegErrors &errors);
    Result<void> writeRows(jpeg_compress_struct &codec, JpegErrors &errors);

    const MagickCore::Image &m_image;
    JpegPlanes *m_planes;
    const ImageOptions &m_options;
    magick::Monitor &m_monitor;
    QByteArray m_exif;
    QByteArray m_xmp;
    QByteArray m_photoshop;
    QByteArray m_icc;
    QByteArray m_comment;
};

} // namespace convoy
