// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/heif.h"

#include "core/base/releaser.h"
#include "core/converters/image/base/imageprofile.h"
#include "core/converters/image/base/stagedstream.h"

#include <libheif/heif.h>

#include <memory>

namespace convoy {

namespace {

using Context = std::unique_ptr<heif_context, Releaser<&heif_context_free>>;
using HeifEncoder = std::unique_ptr<heif_encoder, Releaser<&heif_encoder_release>>;
using EncodingOptions = std::unique_ptr<heif_encoding_options, Releaser<&heif_encoding_options_free>>;
using Handle = std::unique_ptr<heif_image_handle, Releaser<&heif_image_handle_release>>;
using Picture = std::unique_ptr<heif_image, Releaser<&heif_image_release>>;

Error failed(const heif_error &error)
{
    return magick::notWritten(QString::fromLocal8Bit(error.message));
}

Result<Picture> pictureOf(const MagickCore::Image &image)
{
    heif_image *made = nullptr;
    const heif_chroma chroma = image.matte ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
    const heif_error error = heif_image_create(int(image.columns), int(image.rows), heif_colorspace_RGB, chroma, &made);
    Picture picture(made);
    if (error.code != heif_error_Ok)
        return failed(error);
    const heif_error added = heif_image_add_plane(picture.get(), heif_channel_interleaved, int(image.columns),
                                                  int(image.rows), image.matte ? 32 : 24);
    if (added.code != heif_error_Ok)
        return failed(added);
    int stride = 0;
    uint8_t *plane = heif_image_get_plane(picture.get(), heif_channel_interleaved, &stride);
    magick::Exceptions exceptions;
    for (size_t y = 0; y < image.rows; ++y)
        MagickCore::ExportImagePixels(&image, 0, ssize_t(y), image.columns, 1, image.matte ? "RGBA" : "RGB",
                                      MagickCore::CharPixel, plane + ptrdiff_t(y) * stride, exceptions.info());
    if (const std::optional<Error> unreadable = exceptions.operationError())
        return *unreadable;
    if (const QByteArray icc = profileOf(image, "icc"); !icc.isEmpty())
        heif_image_set_raw_color_profile(picture.get(), "prof", icc.constData(), size_t(icc.size()));
    return picture;
}

Result<HeifEncoder> encoderFor(heif_context *context, const PipelineSettings &settings, magick::Monitor &monitor)
{
    const bool av1 = settings.output.is("AVIF");
    heif_encoder *made = nullptr;
    const heif_error error = heif_context_get_encoder_for_format(context, av1 ? heif_compression_AV1 : heif_compression_HEVC,
                                                                 &made);
    HeifEncoder encoder(made);
    if (error.code != heif_error_Ok)
        return failed(error);
    const ImageOptions &options = settings.options;
    heif_encoder_set_lossy_quality(encoder.get(), options.quality);
    heif_encoder_set_parameter_string(encoder.get(), "chroma", options.quality >= 90 ? "444" : "420");
    if (av1) {
        constexpr std::array<int, 3> speeds{8, 6, 4};
        heif_encoder_set_parameter_integer(encoder.get(), "speed", speeds.at(size_t(options.effort)));
        heif_encoder_set_parameter_integer(encoder.get(), "threads", std::min(monitor.context().threadCount(), 16));
    } else {
        constexpr std::array<const char *, 3> presets{"veryfast", "medium", "slow"};
        heif_encoder_set_parameter_string(encoder.get(), "preset", presets.at(size_t(options.effort)));
    }
    return encoder;
}

Result<void> addMetadata(heif_context *context, const heif_image_handle *handle, const MagickCore::Image &image)
{
    const QByteArray exif = exifOf(image);
    const QByteArray xmp = profileOf(image, "xmp");
    if (!exif.isEmpty()) {
        const heif_error error = heif_context_add_exif_metadata(context, handle, exif.constData(), int(exif.size()));
        if (error.code != heif_error_Ok)
            return failed(error);
    }
    if (!xmp.isEmpty()) {
        const heif_error error = heif_context_add_XMP_metadata(context, handle, xmp.constData(), int(xmp.size()));
        if (error.code != heif_error_Ok)
            return failed(error);
    }
    return {};
}

Result<void> writeTo(heif_context *context, int fd)
{
    StagedStream file(fd);
    heif_writer writer{
        .writer_api_version = 1,
        .write = [](heif_context *, const void *data, size_t size, void *stream) -> heif_error {
            const bool written = std::fwrite(data, 1, size, static_cast<std::FILE *>(stream)) == size;
            return {written ? heif_error_Ok : heif_error_Encoding_error,
                    written ? heif_suberror_Unspecified : heif_suberror_Cannot_write_output_data, ""};
        },
    };
    const heif_error error = heif_context_write(context, &writer, file.stream());
    if (const Result<void> finished = file.finish(); !finished)
        return finished.error();
    return error.code == heif_error_Ok ? Result<void>() : Result<void>(failed(error));
}

} // namespace

Result<void> writeHeif(const MagickCore::Image &image, int fd, const PipelineSettings &settings, magick::Monitor &monitor)
{
    const Context context(heif_context_alloc());
    const Result<HeifEncoder> encoder = encoderFor(context.get(), settings, monitor);
    if (!encoder)
        return encoder.error();
    const Result<Picture> picture = pictureOf(image);
    if (!picture)
        return picture.error();
    if (monitor.stopped())
        return cancelledError();
    monitor.advance(0.1);
    const EncodingOptions how(heif_encoding_options_alloc());
    if (!settings.options.autoOrient && image.orientation > MagickCore::TopLeftOrientation)
        how->image_orientation = static_cast<heif_orientation>(image.orientation); // both count as EXIF does
    heif_image_handle *made = nullptr;
    const heif_error error = heif_context_encode_image(context.get(), picture->get(), encoder->get(), how.get(), &made);
    const Handle handle(made);
    if (error.code != heif_error_Ok)
        return failed(error);
    monitor.advance(0.9);
    if (monitor.stopped())
        return cancelledError();
    if (const Result<void> added = addMetadata(context.get(), handle.get(), image); !added)
        return added.error();
    return writeTo(context.get(), fd);
}

} // namespace convoy
