// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSize>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace convoy {

/// One component of a picture, 8 bits a sample. Rows are padded so that codecs may write and read whole blocks.
struct Plane {
    static constexpr int block = 16;

    Plane() = default;
    Plane(int columns, int rows);

    int width = 0;
    int height = 0;
    size_t stride = 0;
    std::vector<std::uint8_t> samples;

    std::uint8_t *row(int y) { return samples.data() + size_t(y) * stride; }
    const std::uint8_t *row(int y) const { return samples.data() + size_t(y) * stride; }
    /// Repeats the last column into the padding.
    void padRight();
};

enum class Kernel : std::uint8_t { Lanczos, Mitchell, Triangle };

/// A turn by right angles and mirrors: exchange of the axes first, then the mirrors.
struct Turn {
    bool transpose = false;
    bool mirrorX = false; ///< left and right
    bool mirrorY = false; ///< top and bottom

    /// What EXIF's orientation 1 … 8 asks for (Exif 2.32, 4.6.4).
    static Turn forOrientation(int orientation);
    /// Clockwise, a multiple of 90.
    static Turn forDegrees(int degrees);
    /// This one, then `next`.
    Turn then(const Turn &next) const;
    bool isNone() const { return !transpose && !mirrorX && !mirrorY; }
    QSize sizeOf(QSize size) const { return transpose ? size.transposed() : size; }
    /// A part of the turned picture as a part of the unturned one of `size`.
    QRectF unturned(QRectF part, QSizeF size) const;
    bool operator==(const Turn &) const = default;
};

/// `part` of the plane, in samples from its upper left corner, may reach beyond its edges, which are repeated there.
/// `isStopped` is asked often; the result is empty once it says yes.
Plane resizedPlane(const Plane &plane, QRectF part, QSize size, Kernel kernel, const std::function<bool()> &isStopped);

Plane turnedPlane(Plane plane, const Turn &turn);

} // namespace convoy
