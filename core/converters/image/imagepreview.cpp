// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/imagepreview.h"

#include "core/converters/image/formats/imagereader.h"
#include "core/converters/image/pipeline/imagepipeline.h"

#include <algorithm>

namespace convoy {

namespace {

// As the file shows it, with none of the person's options.
ImageOptions asStored()
{
    ImageOptions options;
    options.background = "#ffffff";
    return options;
}

QSize scaledSize(QSize size, int maximumSize)
{
    const double scale = std::min(1.0, double(maximumSize) / std::max(size.width(), size.height()));
    return {std::max(1, int(size.width() * scale)), std::max(1, int(size.height() * scale))};
}

Result<magick::ImageList> load(const ImageReader &reader, const PreviewRequest &request, const ImageOptions &options,
                               magick::Monitor &monitor)
{
    const Result<magick::ImageList> header = reader.readHeader();
    if (!header)
        return header.error();
    const QSize stored(int((*header)->columns), int((*header)->rows));
    ReadSettings settings{.allFrames = request.position > 0 && reader.frames() > 1, .atLeast = {}};
    if (options.hasCrop() || !options.turnsByRightAngles())
        return reader.read(settings, monitor);
    settings.preview = request.maximumSize;
    settings.atLeast = QSize(std::min(stored.width(), 2 * request.maximumSize),
                             std::min(stored.height(), 2 * request.maximumSize));
    return reader.read(settings, monitor);
}

Result<PreviewPicture> toRgba(const Magick::Image &image, QSize source)
{
    PreviewPicture picture{
        .width = int(image.columns()),
        .height = int(image.rows()),
        .sourceWidth = source.width(),
        .sourceHeight = source.height(),
        .rgba = QByteArray(qsizetype(image.columns() * image.rows() * 4), Qt::Uninitialized),
    };
    magick::Exceptions exceptions;
    MagickCore::ExportImagePixels(image.constImage(), 0, 0, image.columns(), image.rows(), "RGBA", MagickCore::CharPixel,
                                  picture.rgba.data(), exceptions.info());
    if (const std::optional<Error> error = exceptions.operationError())
        return *error;
    return picture;
}

} // namespace

Result<PreviewPicture> previewImage(const PreviewRequest &request, const ConvertContext &context)
{
    magick::Monitor monitor(context);
    monitor.phase(0, 0.6);
    const Result<ImageReader> reader = ImageReader::open(request.input);
    if (!reader)
        return reader.error();
    ImageOptions options = request.converted ? ImageOptions::from(request.options) : asStored();
    options.color = ColorMode::Srgb;
    Result<magick::ImageList> images = load(*reader, request, options, monitor);
    if (!images)
        return images.error();
    const Result<magick::ImageList> header = reader->readHeader();
    if (!header)
        return header.error();

    MagickCore::Image *list = images->release();
    const auto last = double(magick::frameCount(list) - 1);
    const magick::ImageList owner(list);
    magick::Exceptions exceptions;
    Magick::Image image(
        MagickCore::CloneImage(MagickCore::GetImageFromList(list, ssize_t(last * std::clamp(request.position, 0.0, 1.0))), 0,
                               0, MagickCore::MagickTrue, exceptions.info()));
    image.quiet(true);
    monitor.phase(0.6, 0.9);
    QStringList warnings;
    const OutputTraits screen{.profile = false};
    if (const Result<void> applied = applyPipeline(image, {.options = options, .output = screen, .resize = false}, monitor,
                                                   warnings);
        !applied)
        return applied.error();
    const QSize size = scaledSize(QSize(int(image.columns()), int(image.rows())), request.maximumSize);
    Magick::Geometry exact(size_t(size.width()), size_t(size.height()));
    exact.aspect(true);
    image.filterType(MagickCore::TriangleFilter);
    image.resize(exact);
    monitor.phase(1, 1);
    return toRgba(image, uprightSize(**header));
}

} // namespace convoy
