// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/base/magick.h"
#include "core/converters/image/formats/imageheader.h"
#include "core/formats/format.h"

#include <QSize>

namespace convoy {

struct ReadSettings {
    bool allFrames = false;
    /// Not empty: a JPEG or a raw picture may be decoded smaller, but not smaller than this (pixels as stored).
    QSize atLeast;
    /// Not 0: only to be looked at, with a longer side of so many pixels; a camera's own small picture will do.
    int preview = 0;
};

/// A picture file that Convoy is willing to look at. What it is was decided by its first bytes and Convoy's own table: a
/// reader outside that table (MVG, MSL, SVG, PostScript, URLs …) cannot be reached by what a file or its name says.
class ImageReader
{
public:
    /// unsupported-format for anything that is no known picture, unreadable-input where the descriptor cannot be read.
    static Result<ImageReader> open(const ConvertInput &input);

    const Format &format() const { return *m_format; }
    int frames() const { return m_frames; }
    /// Whether this is an animation of which only the first frame can be read.
    bool losesFrames() const { return m_moves; }
    bool isCameraRaw() const;
    /// Whether it can be decoded smaller.
    bool shrinksOnLoad() const;

    /// The first frame without pixels, as large as the canvas that it lies on. Refuses dimensions above the limits of
    /// magick.h.
    Result<magick::ImageList> readHeader() const;
    /// The pixels, first frame or all, each the size of its canvas. Damage of any kind is an error: there are no half
    /// pictures.
    Result<magick::ImageList> read(const ReadSettings &settings, magick::Monitor &monitor) const;

private:
    ImageReader(const ConvertInput &input, const Format &format, const char *coder, const ImageHeader &header)
        : m_fd(input.fd),
          m_size(input.size),
          m_format(&format),
          m_coder(coder),
          m_frames(header.frames),
          m_moves(header.moves)
    {
    }
    Result<magick::ImageList> readPixels(const ReadSettings &settings, bool all, magick::Monitor &monitor) const;
    Result<magick::ImageList> readByMagick(bool all, magick::Monitor &monitor) const;
    magick::ImageInfo info(std::FILE *file, bool allFrames) const;

    int m_fd;
    qint64 m_size;
    const Format *m_format;
    const char *m_coder;
    int m_frames;
    bool m_moves;
};

/// Width and height after the orientation that the file asks for.
QSize uprightSize(const MagickCore::Image &image);

} // namespace convoy
