// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/base/codedcolor.h"

#include "core/base/releaser.h"
#include "core/converters/image/base/imageprofile.h"

#include <lcms2.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>
#include <vector>

namespace convoy {

namespace {

using CodedProfile = std::unique_ptr<void, Releaser<&cmsCloseProfile>>;
using ToneCurve = std::unique_ptr<cmsToneCurve, Releaser<&cmsFreeToneCurve>>;

constexpr const char *applyMark = "convoy:apply-profile";
constexpr std::string_view hdrMark = "hdr";

// SMPTE ST 2084, in candelas a square meter.
double lightOfPq(double code)
{
    const double power = std::pow(code, 32 / 2523.0);
    return 10000 * std::pow(std::max(power - 107 / 128.0, 0.0) / (2413 / 128.0 - 2392 / 128.0 * power), 8192 / 1305.0);
}

double pqOfLight(double light)
{
    const double power = std::pow(light / 10000, 1305 / 8192.0);
    return std::pow((107 / 128.0 + 2413 / 128.0 * power) / (1 + 2392 / 128.0 * power), 2523 / 32.0);
}

// ITU-R BT.2100, on a screen of 1000 candelas.
double lightOfHlg(double code)
{
    const double scene = code <= 0.5 ? code * code / 3 : (std::exp((code - 0.55991073) / 0.17883277) + 0.28466892) / 12;
    return 1000 * std::pow(scene, 1.2);
}

// For a screen that ends at white: up to 1000 candelas, white at 203 (ITU-R BT.2408), by the curve of ITU-R BT.2390, 5.4.1.
double shownLight(double light)
{
    const double brightest = pqOfLight(1000);
    const double white = pqOfLight(203) / brightest;
    const double knee = 1.5 * white - 0.5;
    double code = std::min(pqOfLight(light) / brightest, 1.0);
    if (code > knee) {
        const double t = (code - knee) / (1 - knee);
        code = (2 * t * t * t - 3 * t * t + 1) * knee + (t * t * t - 2 * t * t + t) * (1 - knee)
            + (3 * t * t - 2 * t * t * t) * white;
    }
    return std::min(lightOfPq(code * brightest) / 203, 1.0);
}

ToneCurve curveOf(const CodedColor &color)
{
    if (color.transfer == Transfer::Power)
        return ToneCurve(cmsBuildGamma(nullptr, color.exponent));
    if (color.transfer == Transfer::Srgb) { // IEC 61966-2-1
        constexpr std::array<cmsFloat64Number, 5> srgb{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
        return ToneCurve(cmsBuildParametricToneCurve(nullptr, 4, srgb.data()));
    }
    std::vector<cmsUInt16Number> table(4096);
    for (size_t i = 0; i < table.size(); ++i) {
        const double code = double(i) / double(table.size() - 1);
        const double light = color.transfer == Transfer::Pq ? lightOfPq(code) : lightOfHlg(code);
        table[i] = cmsUInt16Number(std::lround(shownLight(light) * 65535));
    }
    return ToneCurve(cmsBuildTabulatedToneCurve16(nullptr, cmsUInt32Number(table.size()), table.data()));
}

// Corners of a triangle that is worth the name, around a white.
bool areSound(const std::array<double, 8> &p)
{
    const double area = (p[2] - p[0]) * (p[5] - p[1]) - (p[4] - p[0]) * (p[3] - p[1]);
    return std::ranges::all_of(p, [](double one) { return one >= 0 && one <= 1; }) && std::abs(area) > 0.01 && p[7] > 0.1;
}

QByteArray profileBytes(const CodedColor &color, bool gray)
{
    const std::array<double, 8> &p = color.points;
    const cmsCIExyY white{p[6], p[7], 1};
    const cmsCIExyYTRIPLE corners{{p[0], p[1], 1}, {p[2], p[3], 1}, {p[4], p[5], 1}};
    const ToneCurve curve = curveOf(color);
    std::array<cmsToneCurve *, 3> curves{};
    curves.fill(curve.get());
    const CodedProfile profile(gray ? cmsCreateGrayProfile(&white, curve.get())
                                    : cmsCreateRGBProfile(&white, &corners, curves.data()));
    cmsUInt32Number size = 0;
    if (!curve || !profile || !cmsSaveProfileToMem(profile.get(), nullptr, &size))
        return {};
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size))
        return {};
    // The day of its making (ICC.1:2010, 7.2): the same file has to come out every day.
    return bytes.replace(24, 12, QByteArray("\x07\xE8\0\1\0\1\0\0\0\0\0\0", 12));
}

} // namespace

CodedColor CodedColor::fromNumbers(int primaries, int transfer)
{
    CodedColor color;
    if (primaries == 9) // BT.2020
        color.points = {0.708, 0.292, 0.170, 0.797, 0.131, 0.046, 0.3127, 0.3290};
    else if (primaries == 11) // DCI P3
        color.points = {0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.314, 0.351};
    else if (primaries == 12) // Display P3
        color.points = {0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.3127, 0.3290};
    switch (transfer) {
    case 4: color.transfer = Transfer::Power, color.exponent = 2.2; break;
    case 5: color.transfer = Transfer::Power, color.exponent = 2.8; break;
    case 8: color.transfer = Transfer::Power; break;
    case 16: color.transfer = Transfer::Pq; break;
    case 18: color.transfer = Transfer::Hlg; break;
    default: break; // pictures that name a camera's curve (1, 6, 14, 15) are shown as sRGB everywhere
    }
    return color;
}

bool CodedColor::hasSrgbPoints() const
{
    return std::ranges::equal(points, CodedColor().points, [](double a, double b) { return std::abs(a - b) < 0.005; });
}

void setCodedColor(MagickCore::Image *image, const CodedColor &color)
{
    if (MagickCore::GetImageProfile(image, "icc") || !areSound(color.points)
        || (color.transfer == Transfer::Srgb && color.hasSrgbPoints()))
        return;
    const bool gray = image->colorspace == MagickCore::GRAYColorspace
        || image->colorspace == MagickCore::LinearGRAYColorspace;
    // From now on the numbers are the profile's, whatever ImageMagick took them for.
    MagickCore::SetImageColorspace(image, gray ? MagickCore::GRAYColorspace : MagickCore::sRGBColorspace);
    setProfile(image, "icc", profileBytes(color, gray));
    if (color.transfer == Transfer::Pq || color.transfer == Transfer::Hlg)
        MagickCore::SetImageArtifact(image, applyMark, hdrMark.data());
    else if (color.transfer == Transfer::Power && color.exponent == 1)
        MagickCore::SetImageArtifact(image, applyMark, "linear");
}

bool isBestApplied(const MagickCore::Image &image)
{
    return MagickCore::GetImageArtifact(&image, applyMark) != nullptr;
}

bool isHdr(const MagickCore::Image &image)
{
    const char *mark = MagickCore::GetImageArtifact(&image, applyMark);
    return mark && mark == hdrMark;
}

} // namespace convoy
