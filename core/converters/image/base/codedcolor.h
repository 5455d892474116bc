// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/base/magick.h"

#include <array>

namespace convoy {

enum class Transfer : quint8 { Srgb, Power, Pq, Hlg };

/// Colors that a file tells by numbers instead of a profile.
struct CodedColor {
    std::array<double, 8> points{0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290}; ///< x, y of red, green, blue, white
    Transfer transfer = Transfer::Srgb;
    double exponent = 1; ///< of Power: light is sample ^ exponent

    /// By ITU-T H.273's numbers; what they do not say, or nobody means, is as sRGB.
    static CodedColor fromNumbers(int primaries, int transfer);

    bool hasSrgbPoints() const;
};

/// Gives a picture that has no profile the one that these colors mean, unless they are sRGB's.
void setCodedColor(MagickCore::Image *image, const CodedColor &color);

/// Whether the profile is of linear light or HDR, which files of eight bits cannot keep well.
bool isBestApplied(const MagickCore::Image &image);
/// Whether it is of HDR.
bool isHdr(const MagickCore::Image &image);

} // namespace convoy
