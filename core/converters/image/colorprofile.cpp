// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/colorprofile.h"

#include "core/converters/image/imageprofile.h"

#include <lcms2.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProfileCloser {
    void operator()(void *profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, ProfileCloser>;

struct TransformDeleter {
    void operator()(void *transform) const { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<void, TransformDeleter>;

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

void removeProfile(Magick::Image &image)
{
    image.modifyImage();
    MagickCore::DeleteImageProfile(image.image(), "icc");
}

} // namespace

const QByteArray &srgbProfile()
{
    static const QByteArray bytes = [] {
        const Profile profile(cmsCreate_sRGBProfile());
        cmsUInt32Number size = 0;
        cmsSaveProfileToMem(profile.get(), nullptr, &size);
        QByteArray made(qsizetype(size), Qt::Uninitialized);
        cmsSaveProfileToMem(profile.get(), made.data(), &size);
        return made;
    }();
    return bytes;
}

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
    if (image.colorSpace() != MagickCore::CMYKColorspace && !isGrayOrRgb(image.colorSpace()))
        image.colorSpace(MagickCore::sRGBColorspace); // YCbCr of HEIF, Lab of TIFF
    const MagickCore::ColorspaceType space = image.colorSpace();
    const bool isCmyk = space == MagickCore::CMYKColorspace;
    QByteArray profile = profileOf(*image.constImage(), "icc");
    if (!profile.isEmpty() && (!fits(profile, space) || isSrgb(profile))) {
        removeProfile(image);
        profile.clear();
    }
    const bool mustLeaveCmyk = isCmyk && (!output.cmyk || mode != ColorMode::Keep);
    const bool mustApplyProfile = !profile.isEmpty() && (mustLeaveCmyk || mode == ColorMode::Srgb || !output.profile);
    if (mustApplyProfile) {
        image.profile("ICC", Magick::Blob(srgbProfile().constData(), size_t(srgbProfile().size())));
        removeProfile(image);
    }
    if (mustLeaveCmyk && image.colorSpace() == MagickCore::CMYKColorspace)
        image.colorSpace(MagickCore::sRGBColorspace);
    return {};
}

} // namespace convoy
