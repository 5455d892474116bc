// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/base/magick.h"

#include <QSize>

namespace convoy {

/// How long a frame is shown.
qint64 frameDurationMs(const MagickCore::Image &image);

/// Collects the frames of an animation, each of them the whole canvas as it is seen.
class AnimationFrames
{
public:
    /// How the frames' samples lie.
    struct Layout {
        QSize canvas;
        bool sixteenBits = false; ///< RGBA of 16 bit each in the machine's order, else of 8
        int loops = 0;            ///< 0: for ever
    };
    explicit AnimationFrames(const Layout &layout) : m_layout(layout) {}

    void append(const void *rgba, qint64 durationMs);
    /// One that is a picture already; the layout's canvas and samples do not matter then.
    void append(magick::ImageList frame, qint64 durationMs);
    int count() const { return m_count; }
    /// The list. Damaged where there are fewer or more than `expected`.
    Result<magick::ImageList> take(int expected);

private:
    Layout m_layout;
    magick::ImageList m_images;
    MagickCore::Image *m_last = nullptr; ///< of the list, which would be walked for each otherwise
    int m_count = 0;
};

/// Every frame of an animated PNG (PNG third edition, 4.8 and 11.3.6).
Result<magick::ImageList> readApng(int fd, magick::Monitor &monitor);

/// Every frame of an animated AVIF, and how many those are: 1 for a still picture or a broken file.
Result<magick::ImageList> readAvifSequence(int fd, magick::Monitor &monitor);
int countAvifFrames(int fd);

} // namespace convoy
