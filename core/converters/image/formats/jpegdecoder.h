// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/base/stagedstream.h"
#include "core/converters/image/formats/jpegerrors.h"
#include "core/converters/image/pipeline/plane.h"

#include <QSize>

#include <vector>

namespace convoy {

/// A JPEG's own samples: one plane, or brightness and two of color, which may be half as wide or high.
struct JpegPlanes {
    std::vector<Plane> planes;
    std::vector<QSizeF> samplesPerPixel; ///< of each plane, to one pixel of the stored picture
    int horizontal = 1;                  ///< samples of brightness to one of color
    int vertical = 1;
};

/// Decodes one JPEG by libjpeg. Damage of any kind is an error: there are no half pictures.
class JpegDecoder
{
public:
    /// `monitor` may be null: nothing is reported or stopped.
    JpegDecoder(int fd, magick::Monitor *monitor) : JpegDecoder(readingStream(fd), monitor) {}
    JpegDecoder(Stream file, magick::Monitor *monitor);
    ~JpegDecoder();
    JpegDecoder(const JpegDecoder &) = delete;
    JpegDecoder &operator=(const JpegDecoder &) = delete;

    /// Comes first.
    Result<void> readHeader();
    QSize size() const { return {int(m_codec.image_width), int(m_codec.image_height)}; }
    /// Whether `readPlanes` can be asked: gray, or YCbCr with color at most halved.
    bool hasPlainPlanes() const;
    int horizontalRatio() const;
    int verticalRatio() const;

    /// The picture without pixels: size, profiles, comment, resolution, orientation.
    Result<magick::ImageList> describe() const;
    /// Decodes at a half, a quarter or an eighth, the smallest that is at least this large.
    void shrink(QSize atLeast);

    /// One of these, once.
    Result<magick::ImageList> readImage();
    Result<JpegPlanes> readPlanes();
    /// Decodes all without keeping anything.
    Result<void> check();

private:
    Error failure() const { return m_errors.error(); }
    Result<void> start();
    Result<void> finish();
    void advance();

    JpegErrors m_errors;
    magick::Monitor *m_monitor;
    Stream m_file;
    jpeg_decompress_struct m_codec{};
};

} // namespace convoy
