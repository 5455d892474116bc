// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/pipeline/imagepipeline.h"

#include "core/converters/image/base/codedcolor.h"
#include "core/converters/image/base/imageprofile.h"
#include "core/converters/image/pipeline/colorprofile.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ImagePipelineText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

struct NamedTraits {
    QLatin1StringView extension;
    OutputTraits traits;
};

// VP8 (RFC 6386, RFC 9649) ends at 16383 pixels a side, GIF and JPEG at 65535. libjxl needs 46 bytes a pixel; a palette is
// sought for half a second a megapixel.
constexpr OutputTraits jpegTraits{.coder = "JPEG", .alpha = false, .cmyk = true, .captions = true};
constexpr OutputTraits tiffTraits{
    .coder = "TIFF", .cmyk = true, .frames = true, .pages = true, .captions = true, .maximumBits = 16};
constexpr std::array extensions{
    NamedTraits{"jpg"_L1, jpegTraits},
    NamedTraits{"jpeg"_L1, jpegTraits},
    NamedTraits{"png"_L1, {.coder = "PNG", .maximumBits = 16}},
    NamedTraits{"webp"_L1, {.coder = "WEBP", .gray = false, .frames = true, .comment = false, .maximumSide = 16383}},
    NamedTraits{"tif"_L1, tiffTraits},
    NamedTraits{"tiff"_L1, tiffTraits},
    NamedTraits{"avif"_L1, {.coder = "AVIF", .gray = false, .comment = false}},
    NamedTraits{"heic"_L1, {.coder = "HEIC", .gray = false, .comment = false}},
    NamedTraits{"jxl"_L1, {.coder = "JXL", .comment = false, .maximumBits = 16, .maximumPixels = 110'000'000}},
    NamedTraits{"gif"_L1, {.coder = "GIF", .profile = false, .frames = true, .maximumPixels = 48'000'000}},
};

QSize sizeOf(const Magick::Image &image)
{
    return {int(image.columns()), int(image.rows())};
}

Magick::Geometry geometry(const QRect &rect)
{
    return Magick::Geometry(size_t(rect.width()), size_t(rect.height()), rect.x(), rect.y());
}

void turn(Magick::Image &image, const ImageOptions &options)
{
    if (options.rotate != 0) {
        image.backgroundColor(Magick::Color(options.background.toStdString()));
        image.rotate(options.rotate);
        image.page(Magick::Geometry());
    }
    if (options.flip == FlipMode::Horizontal)
        image.flop();
    else if (options.flip == FlipMode::Vertical)
        image.flip();
}

MagickCore::FilterTypes filterType(const QString &name)
{
    if (name == "mitchell"_L1)
        return MagickCore::MitchellFilter;
    if (name == "triangle"_L1)
        return MagickCore::TriangleFilter;
    if (name == "point"_L1)
        return MagickCore::PointFilter;
    return MagickCore::LanczosFilter;
}

void resize(Magick::Image &image, const ImageOptions &options, QSize resizeTo)
{
    const QSize target = resizeTo.isEmpty() ? resizedSize(options, sizeOf(image)) : resizeTo;
    if (target != sizeOf(image)) {
        const MagickCore::ColorspaceType space = image.colorSpace();
        const bool linear = options.linearLight
            && (space == MagickCore::sRGBColorspace || space == MagickCore::GRAYColorspace);
        if (linear)
            image.colorSpace(MagickCore::RGBColorspace); // ImageMagick's name for linear light
        image.filterType(filterType(options.filter));
        Magick::Geometry exact(size_t(target.width()), size_t(target.height()));
        exact.aspect(true);
        image.resize(exact);
        if (linear)
            image.colorSpace(space);
    }
    if (options.resize == ResizeMode::Fill && options.box.width() > 0 && options.box.height() > 0) {
        const QSize size = sizeOf(image);
        const QSize cut = size.boundedTo(options.box);
        image.crop(geometry(QRect(QPoint((size.width() - cut.width()) / 2, (size.height() - cut.height()) / 2), cut)));
        image.page(Magick::Geometry());
    }
}

// What is transparent has colors as well, which nobody sees: those of what is beside it, so that a filter may mix them in.
void fillHidden(Magick::Image &image)
{
    using MagickCore::Quantum; // TransparentOpacity is a macro that needs it
    constexpr Quantum hidden = TransparentOpacity;
    constexpr int order = 9; // as far as the unsharp mask reaches
    std::vector<double> even(size_t(order) * order, 1);
    magick::Exceptions exceptions;
    image.modifyImage();
    // With the channel of transparency, ImageMagick takes each color as much as it is seen.
    const magick::ImageList around(
        MagickCore::ConvolveImageChannel(image.image(), MagickCore::AllChannels, order, even.data(), exceptions.info()));
    for (ssize_t y = 0; around && y < ssize_t(image.rows()); ++y) {
        const MagickCore::PixelPacket *from = MagickCore::GetVirtualPixels(around.get(), 0, y, image.columns(), 1,
                                                                           exceptions.info());
        MagickCore::PixelPacket *to = MagickCore::GetAuthenticPixels(image.image(), 0, y, image.columns(), 1,
                                                                     exceptions.info());
        for (size_t x = 0; from && to && x < image.columns(); ++x) {
            if (to[x].opacity == hidden)
                to[x] = {.blue = from[x].blue, .green = from[x].green, .red = from[x].red, .opacity = to[x].opacity};
        }
        MagickCore::SyncAuthenticPixels(image.image(), exceptions.info());
    }
}

void correct(Magick::Image &image, const ImageOptions &options)
{
    if (options.blackPoint > 0 || options.whitePoint < 100) {
        using MagickCore::Quantum; // QuantumRange is a macro that needs it
        const double black = options.blackPoint * QuantumRange / 100;
        image.level(black, std::max(options.whitePoint * QuantumRange / 100, black + 1), 1.0);
    }
    if (options.gamma != 1) {
        // ImageMagick also notes the new gamma, and PNG's gAMA would make every viewer undo it.
        const double noted = image.constImage()->gamma;
        image.gamma(options.gamma);
        image.image()->gamma = noted;
    }
    if (options.sharpen > 0) {
        if (image.matte())
            fillHidden(image);
        image.unsharpmask(0, 1.0, options.sharpen, 0.01);
    }
}

void flatten(Magick::Image &image, const QByteArray &background)
{
    const Magick::Color behind(background.toStdString());
    const bool gray = behind.redQuantum() == behind.greenQuantum() && behind.redQuantum() == behind.blueQuantum();
    if (image.colorSpace() == MagickCore::GRAYColorspace && !gray)
        image.colorSpace(MagickCore::sRGBColorspace); // one channel has no room for it
    image.backgroundColor(behind);
    image.alphaChannel(MagickCore::RemoveAlphaChannel);
    image.matte(false);
}

bool isOpaque(const MagickCore::Image &image)
{
    magick::Exceptions exceptions;
    return MagickCore::IsOpaqueImage(&image, exceptions.info()) == MagickCore::MagickTrue;
}

// Palettes and bilevel pictures keep their bits unless asked, or a filter has made levels in between.
int depthOf(const Magick::Image &image)
{
    const int depth = int(image.depth());
    if (depth == 8 || depth >= 16)
        return depth;
    magick::Exceptions exceptions;
    const bool enough = depth < 8 && int(MagickCore::GetImageDepth(image.constImage(), exceptions.info())) <= depth;
    return enough ? depth : depth < 8 ? 8 : 16;
}

void setDepth(Magick::Image &image, int wanted, int maximum)
{
    const int depth = std::min(wanted > 0 ? wanted : depthOf(image), maximum);
    if (depth != int(image.depth()))
        image.depth(size_t(depth));
}

// Where colors of HDR have become sRGB's.
void noteHdr(const MagickCore::Image &image, QStringList &warnings)
{
    const QString warning = ImagePipelineText::tr("High dynamic range was mapped to the range of usual screens (sRGB).");
    if (isHdr(image) && profileOf(image, "icc").isEmpty() && !warnings.contains(warning))
        warnings.append(warning);
}

bool isStopped(magick::Monitor &monitor, double done)
{
    monitor.advance(done);
    monitor.obeyThreads();
    return monitor.stopped();
}

} // namespace

OutputTraits outputTraits(QStringView extension)
{
    const auto found = std::ranges::find_if(extensions,
                                            [extension](const NamedTraits &one) { return one.extension == extension; });
    return found == extensions.end() ? OutputTraits{.maximumBits = 16} : found->traits;
}

Result<QRect> cropFor(const ImageOptions &options, QSize size, QStringList &warnings)
{
    if (!options.hasCrop())
        return QRect(QPoint(0, 0), size);
    const QRect rect = clippedCrop(options.crop, size);
    if (rect.isEmpty())
        return invalidOption(ImagePipelineText::tr("The crop lies outside of this picture (%1×%2 pixels).")
                                 .arg(size.width())
                                 .arg(size.height()));
    if (rect.width() < options.crop.width() || rect.height() < options.crop.height()) {
        const QString warning = ImagePipelineText::tr("The crop was clipped to the picture: %1×%2 pixels.")
                                    .arg(rect.width())
                                    .arg(rect.height());
        if (!warnings.contains(warning))
            warnings.append(warning);
    }
    return rect;
}

void noteResolution(Magick::Image &image, const ImageOptions &options)
{
    if (options.ppi <= 0)
        return;
    image.modifyImage();
    image.image()->units = MagickCore::PixelsPerInchResolution;
    image.image()->x_resolution = image.image()->y_resolution = options.ppi;
}

Result<void> applyPipeline(Magick::Image &image, const PipelineSettings &settings, magick::Monitor &monitor,
                           QStringList &warnings)
{
    const ImageOptions &options = settings.options;
    if (options.autoOrient)
        image.autoOrient();
    if (isStopped(monitor, 0.1))
        return cancelledError();
    if (const Result<void> color = convertColor(image, options.color, settings.output); !color)
        return color.error();
    noteHdr(*image.constImage(), warnings);
    if (isStopped(monitor, 0.4))
        return cancelledError();
    if (options.hasCrop()) {
        const Result<QRect> rect = cropFor(options, sizeOf(image), warnings);
        if (!rect)
            return rect.error();
        image.crop(geometry(*rect));
        image.page(Magick::Geometry()); // forget where it was cut from
    }
    turn(image, options);
    if (isStopped(monitor, 0.5))
        return cancelledError();
    if (settings.resize)
        resize(image, options, settings.resizeTo);
    if (isStopped(monitor, 0.8))
        return cancelledError();
    if (image.matte() && isOpaque(*image.constImage()))
        image.matte(false); // encoders leave it out or not as they like
    correct(image, options);
    if (image.matte() && !settings.output.alpha)
        flatten(image, options.background);
    setDepth(image, options.depth, settings.output.maximumBits);
    noteResolution(image, options);
    return isStopped(monitor, 1) ? Result<void>(cancelledError()) : Result<void>();
}

} // namespace convoy
