// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/pipeline/colorprofile.h"

#include "core/base/releaser.h"
#include "core/converters/image/base/codedcolor.h"
#include "core/converters/image/base/imageprofile.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

using Profile = std::unique_ptr<void, Releaser<&cmsCloseProfile>>;
using Transform = std::unique_ptr<void, Releaser<&cmsDeleteTransform>>;

Profile openProfile(const QByteArray &bytes)
{
    return Profile(cmsOpenProfileFromMem(bytes.constData(), cmsUInt32Number(bytes.size())));
}

bool isGrayOrRgb(MagickCore::ColorspaceType space)
{
    return space == MagickCore::sRGBColorspace || space == MagickCore::RGBColorspace || space == MagickCore::GRAYColorspace;
}

// A profile for another model than the pixels' is worse than none.
bool fits(const QByteArray &bytes, MagickCore::ColorspaceType space)
{
    const Profile profile = openProfile(bytes);
    if (!profile)
        return false;
    switch (cmsGetColorSpace(profile.get())) {
    case cmsSigRgbData: return space == MagickCore::sRGBColorspace || space == MagickCore::RGBColorspace;
    case cmsSigGrayData: return space == MagickCore::GRAYColorspace;
    case cmsSigCmykData: return space == MagickCore::CMYKColorspace;
    default: return false;
    }
}

cmsUInt32Number formatOf(MagickCore::ColorspaceType space)
{
    switch (space) {
    case MagickCore::CMYKColorspace: return TYPE_CMYK_FLT;
    case MagickCore::GRAYColorspace: return TYPE_GRAY_FLT;
    case MagickCore::LabColorspace: return TYPE_Lab_FLT;
    default: return TYPE_RGB_FLT;
    }
}

// Computed for every pixel in floating point: through tables and 16 bits a color at the edge of sRGB is up to seven steps of
// 255 off.
Transform transformToSrgb(const Profile &from, MagickCore::ColorspaceType space)
{
    const Profile srgb(cmsCreate_sRGBProfile());
    if (!from)
        return nullptr;
    return Transform(
        cmsCreateTransform(from.get(), formatOf(space), srgb.get(), TYPE_RGB_FLT, INTENT_PERCEPTUAL, cmsFLAGS_NOOPTIMIZE));
}

// ImageMagick's number for a or b of Lab. It is off by what it takes the files to hold: TIFF has signed bytes, or 256ths of
// them (TIFF 6.0 section 23), Photoshop's own files count from 128.
float labOf(MagickCore::Quantum sample, const MagickCore::Image &image)
{
    const float value = float(sample) * 255.0F / 65535.0F - 127.5F;
    if (std::string_view(image.magick) != "TIFF")
        return value - 0.5F;
    if (image.depth > 8)
        return value * 257.0F / 256.0F;
    return value < 0 ? value - 1 : value;
}

MagickCore::Quantum sampleOf(float value)
{
    return MagickCore::Quantum(std::lround(std::clamp(value, 0.0F, 1.0F) * 65535.0F));
}

void transformRow(cmsHTRANSFORM transform, MagickCore::Image *image, ssize_t y, std::vector<float> &samples,
                  magick::Exceptions &exceptions)
{
    MagickCore::PixelPacket *const row = MagickCore::GetAuthenticPixels(image, 0, y, image->columns, 1, exceptions.info());
    if (!row)
        return;
    const bool cmyk = image->colorspace == MagickCore::CMYKColorspace;
    const bool gray = image->colorspace == MagickCore::GRAYColorspace;
    const bool lab = image->colorspace == MagickCore::LabColorspace;
    const MagickCore::IndexPacket *const black = cmyk ? MagickCore::GetAuthenticIndexQueue(image) : nullptr;
    const float unit = (cmyk || lab ? 100.0F : 1.0F) / 65535.0F; // inks and lightness are in percent
    float *in = samples.data();
    for (size_t x = 0; x < image->columns; ++x) {
        *in++ = float(row[x].red) * unit;
        if (gray)
            continue;
        *in++ = lab ? labOf(row[x].green, *image) : float(row[x].green) * unit;
        *in++ = lab ? labOf(row[x].blue, *image) : float(row[x].blue) * unit;
        if (cmyk)
            *in++ = black ? float(black[x]) * unit : 0.0F;
    }
    const float *out = &samples[image->columns * 4];
    cmsDoTransform(transform, samples.data(), &samples[image->columns * 4], cmsUInt32Number(image->columns));
    for (size_t x = 0; x < image->columns; ++x, out += 3) {
        row[x].red = sampleOf(out[0]);
        row[x].green = sampleOf(out[1]);
        row[x].blue = sampleOf(out[2]);
    }
    MagickCore::SyncAuthenticPixels(image, exceptions.info());
}

Result<void> applyProfile(Magick::Image &image, const Profile &profile)
{
    const Transform transform = transformToSrgb(profile, image.colorSpace());
    if (!transform)
        return {}; // as if there were no profile
    image.modifyImage();
    MagickCore::Image *const pixels = image.image();
    MagickCore::SetImageStorageClass(pixels, MagickCore::DirectClass);
    magick::Exceptions exceptions;
    std::vector<float> samples(pixels->columns * 7);
    for (size_t y = 0; y < pixels->rows; ++y)
        transformRow(transform.get(), pixels, ssize_t(y), samples, exceptions);
    MagickCore::SetImageColorspace(pixels, MagickCore::sRGBColorspace);
    MagickCore::SetImageArtifact(pixels, "convoy:srgb", "1");
    exceptions.inheritFrom(pixels);
    if (const std::optional<Error> error = exceptions.operationError())
        return *error;
    return {};
}

void removeProfile(Magick::Image &image)
{
    image.modifyImage();
    MagickCore::DeleteImageProfile(image.image(), "icc");
}

} // namespace

bool isSrgb(const QByteArray &bytes)
{
    const Profile profile = openProfile(bytes);
    if (!profile || cmsGetColorSpace(profile.get()) != cmsSigRgbData)
        return false;
    const Profile srgb(cmsCreate_sRGBProfile());
    const Transform transform(cmsCreateTransform(profile.get(), TYPE_RGB_8, srgb.get(), TYPE_RGB_8,
                                                 INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE));
    if (!transform)
        return false;
    constexpr std::array<unsigned char, 27> colors{255, 0,   0,  0,  255, 0,  0,  0,   255, 128, 128, 128, 64, 128,
                                                   192, 200, 30, 90, 20,  20, 20, 240, 240, 200, 0,   90,  60};
    std::array<unsigned char, colors.size()> seen{};
    cmsDoTransform(transform.get(), colors.data(), seen.data(), colors.size() / 3);
    for (size_t i = 0; i < colors.size(); ++i) {
        if (std::abs(int(colors[i]) - int(seen[i])) > 2)
            return false;
    }
    return true;
}

bool keepsColor(const MagickCore::Image &image, ColorMode mode, const OutputTraits &output)
{
    if (!isGrayOrRgb(image.colorspace))
        return image.colorspace == MagickCore::CMYKColorspace && output.cmyk && mode == ColorMode::Keep;
    const QByteArray profile = profileOf(image, "icc");
    return (mode != ColorMode::Srgb && output.profile) || profile.isEmpty() || !fits(profile, image.colorspace)
        || isSrgb(profile);
}

Result<void> convertColor(Magick::Image &image, ColorMode mode, const OutputTraits &output)
{
    if (image.colorSpace() == MagickCore::LabColorspace) {
        if (image.depth() > 16)
            return magick::unsupported(u"Lab in floating point"_s);
        if (const Result<void> applied = applyProfile(image, Profile(cmsCreateLab4Profile(nullptr))); !applied)
            return applied; // of light of 5000 K, which ImageMagick would take for 6500 K
    } else if (image.colorSpace() != MagickCore::CMYKColorspace && !isGrayOrRgb(image.colorSpace())) {
        image.colorSpace(MagickCore::sRGBColorspace); // YCbCr of TIFF
    }
    const MagickCore::ColorspaceType space = image.colorSpace();
    const bool isCmyk = space == MagickCore::CMYKColorspace;
    QByteArray profile = profileOf(*image.constImage(), "icc");
    if (!profile.isEmpty() && (!fits(profile, space) || isSrgb(profile))) {
        removeProfile(image);
        profile.clear();
    }
    const bool mustLeaveCmyk = isCmyk && (!output.cmyk || mode != ColorMode::Keep);
    const bool mustApplyProfile = !profile.isEmpty()
        && (mustLeaveCmyk || mode == ColorMode::Srgb || !output.profile
            || (space == MagickCore::GRAYColorspace && !output.gray)
            || (mode == ColorMode::Auto && isBestApplied(*image.constImage())));
    if (mustApplyProfile) {
        if (const Result<void> applied = applyProfile(image, openProfile(profile)); !applied)
            return applied;
        removeProfile(image);
    }
    if (mustLeaveCmyk && image.colorSpace() == MagickCore::CMYKColorspace)
        image.colorSpace(MagickCore::sRGBColorspace);
    return {};
}

} // namespace convoy
