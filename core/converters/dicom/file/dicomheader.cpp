// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/file/dicomheader.h"

#include <algorithm>
#include <array>

namespace convoy {

namespace {

struct Syntax {
    const char *uid;
    PixelCoding coding;
};

// PS3.6 Annex A.
constexpr std::array syntaxes{
    Syntax{"1.2.840.10008.1.2", PixelCoding::Native},         Syntax{"1.2.840.10008.1.2.1", PixelCoding::Native},
    Syntax{"1.2.840.10008.1.2.1.99", PixelCoding::Native},    Syntax{"1.2.840.10008.1.2.2", PixelCoding::Native},
    Syntax{"1.2.840.10008.1.2.8.1", PixelCoding::Deflated},   Syntax{"1.2.840.10008.1.2.5", PixelCoding::Rle},
    Syntax{"1.2.840.10008.1.2.4.50", PixelCoding::Jpeg},      Syntax{"1.2.840.10008.1.2.4.51", PixelCoding::Jpeg},
    Syntax{"1.2.840.10008.1.2.4.53", PixelCoding::Jpeg},      Syntax{"1.2.840.10008.1.2.4.55", PixelCoding::Jpeg},
    Syntax{"1.2.840.10008.1.2.4.57", PixelCoding::Jpeg},      Syntax{"1.2.840.10008.1.2.4.70", PixelCoding::Jpeg},
    Syntax{"1.2.840.10008.1.2.4.80", PixelCoding::JpegLs},    Syntax{"1.2.840.10008.1.2.4.81", PixelCoding::JpegLs},
    Syntax{"1.2.840.10008.1.2.4.90", PixelCoding::Jpeg2000},  Syntax{"1.2.840.10008.1.2.4.91", PixelCoding::Jpeg2000},
    Syntax{"1.2.840.10008.1.2.4.92", PixelCoding::Jpeg2000},  Syntax{"1.2.840.10008.1.2.4.93", PixelCoding::Jpeg2000},
    Syntax{"1.2.840.10008.1.2.4.201", PixelCoding::Jpeg2000}, Syntax{"1.2.840.10008.1.2.4.202", PixelCoding::Jpeg2000},
    Syntax{"1.2.840.10008.1.2.4.203", PixelCoding::Jpeg2000},
};

struct Colour {
    const char *name;
    ColourModel model;
};

constexpr std::array colours{
    Colour{"MONOCHROME1", ColourModel::Monochrome1},
    Colour{"MONOCHROME2", ColourModel::Monochrome2},
    Colour{"PALETTE COLOR", ColourModel::Palette},
    Colour{"RGB", ColourModel::Rgb},
    Colour{"YBR_FULL", ColourModel::YbrFull},
    Colour{"YBR_FULL_422", ColourModel::YbrFull422},
    Colour{"YBR_PARTIAL_422", ColourModel::YbrPartial422},
    Colour{"YBR_ICT", ColourModel::YbrIct},
    Colour{"YBR_RCT", ColourModel::YbrRct},
};

} // namespace

PixelCoding codingOf(const QByteArray &transferSyntax)
{
    const auto it = std::ranges::find_if(syntaxes, [&](const Syntax &s) { return transferSyntax == s.uid; });
    return it == syntaxes.end() ? PixelCoding::Unsupported : it->coding;
}

QString colourName(const QByteArray &photometricInterpretation)
{
    // Retired, or of video alone.
    constexpr std::array others{"HSV", "ARGB", "CMYK", "YBR_PARTIAL_420", "XYB"};
    const bool known = colourModelOf(photometricInterpretation) != ColourModel::Other
        || std::ranges::any_of(others, [&](const char *name) { return photometricInterpretation == name; });
    return known ? QString::fromLatin1(photometricInterpretation) : QStringLiteral("?");
}

ColourModel colourModelOf(const QByteArray &photometricInterpretation)
{
    const auto it = std::ranges::find_if(colours, [&](const Colour &c) { return photometricInterpretation == c.name; });
    return it == colours.end() ? ColourModel::Other : it->model;
}

} // namespace convoy
