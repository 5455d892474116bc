// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/webpanimation.h"

#include "core/base/releaser.h"
#include "core/converters/image/base/animationframes.h"
#include "core/converters/image/base/stagedstream.h"

#include <webp/demux.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestAnimation = qint64{512} << 20;

using Encoder = std::unique_ptr<WebPAnimEncoder, Releaser<&WebPAnimEncoderDelete>>;

struct OwnedPicture : WebPPicture {
    OwnedPicture() : WebPPicture{} { WebPPictureInit(this); }
    ~OwnedPicture() { WebPPictureFree(this); }
    OwnedPicture(const OwnedPicture &) = delete;
    OwnedPicture &operator=(const OwnedPicture &) = delete;
};

struct OwnedData : WebPData {
    OwnedData() : WebPData{} {}
    ~OwnedData() { WebPDataClear(this); }
    OwnedData(const OwnedData &) = delete;
    OwnedData &operator=(const OwnedData &) = delete;
};

WebPConfig configFor(const ImageOptions &options, int threads)
{
    constexpr std::array methods{2, 4, 6};
    WebPConfig config;
    WebPConfigInit(&config);
    config.quality = float(options.quality);
    config.lossless = options.lossless ? 1 : 0;
    config.method = methods.at(size_t(options.effort));
    config.thread_level = threads > 1 ? 1 : 0;
    return config;
}

Result<void> addFrame(WebPAnimEncoder *encoder, const MagickCore::Image &image, int startMs, const WebPConfig &config,
                      magick::Monitor &monitor)
{
    std::vector<uint8_t> rgba(image.columns * image.rows * 4);
    magick::Exceptions exceptions;
    MagickCore::ExportImagePixels(&image, 0, 0, image.columns, image.rows, "RGBA", MagickCore::CharPixel, rgba.data(),
                                  exceptions.info());
    if (const std::optional<Error> error = exceptions.operationError())
        return *error;
    OwnedPicture picture;
    picture.use_argb = 1;
    picture.width = int(image.columns);
    picture.height = int(image.rows);
    picture.user_data = &monitor;
    picture.progress_hook = [](int, const WebPPicture *self) {
        return static_cast<const magick::Monitor *>(self->user_data)->stopped() ? 0 : 1;
    };
    if (!WebPPictureImportRGBA(&picture, rgba.data(), picture.width * 4))
        return magick::notWritten(u"WebPPictureImportRGBA"_s);
    const bool added = WebPAnimEncoderAdd(encoder, &picture, startMs, &config);
    if (monitor.stopped())
        return cancelledError();
    return added ? Result<void>() : Result<void>(magick::notWritten(QString::fromLatin1(WebPAnimEncoderGetError(encoder))));
}

} // namespace

Result<magick::ImageList> readWebpAnimation(int fd, bool all, magick::Monitor &monitor)
{
    const QByteArray bytes = wholeFile(fd, largestAnimation);
    const WebPData data{reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())};
    WebPAnimDecoderOptions options;
    WebPAnimDecoderOptionsInit(&options);
    options.color_mode = MODE_RGBA;
    const std::unique_ptr<WebPAnimDecoder, Releaser<&WebPAnimDecoderDelete>> decoder(WebPAnimDecoderNew(&data, &options));
    WebPAnimInfo info{};
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info))
        return magick::damaged(u"libwebp: no animation"_s);
    AnimationFrames frames(
        {.canvas = QSize(int(info.canvas_width), int(info.canvas_height)), .loops = int(info.loop_count)});
    const int wanted = all ? int(info.frame_count) : 1;
    int shownUntil = 0;
    while (frames.count() < wanted && WebPAnimDecoderHasMoreFrames(decoder.get())) {
        uint8_t *pixels = nullptr;
        int until = 0;
        if (!WebPAnimDecoderGetNext(decoder.get(), &pixels, &until))
            return magick::damaged(u"libwebp: frame %1"_s.arg(frames.count() + 1));
        frames.append(pixels, until - shownUntil);
        shownUntil = until;
        monitor.advance(double(frames.count()) / wanted);
        if (monitor.stopped())
            return cancelledError();
    }
    return frames.take(wanted);
}

Result<void> writeWebpAnimation(const MagickCore::Image *images, int fd, const PipelineSettings &settings,
                                magick::Monitor &monitor)
{
    WebPAnimEncoderOptions options;
    WebPAnimEncoderOptionsInit(&options);
    options.anim_params.loop_count = int(std::min<size_t>(images->iterations, 65535));
    options.minimize_size = settings.options.effort == Effort::Smallest ? 1 : 0;
    const Encoder encoder(WebPAnimEncoderNew(int(images->columns), int(images->rows), &options));
    if (!encoder)
        return magick::notWritten(u"WebPAnimEncoderNew"_s);
    const WebPConfig config = configFor(settings.options, monitor.context().threadCount());
    const auto count = double(magick::frameCount(images));
    qint64 endMs = 0;
    int frame = 0;
    for (const MagickCore::Image *image = images; image; image = MagickCore::GetNextImageInList(image)) {
        if (const Result<void> added = addFrame(encoder.get(), *image, int(endMs), config, monitor); !added)
            return added;
        endMs = std::min<qint64>(endMs + frameDurationMs(*image), INT32_MAX);
        monitor.advance(++frame / count);
    }
    OwnedData whole;
    if (!WebPAnimEncoderAdd(encoder.get(), nullptr, int(endMs), nullptr) || !WebPAnimEncoderAssemble(encoder.get(), &whole))
        return magick::notWritten(QString::fromLatin1(WebPAnimEncoderGetError(encoder.get())));
    return writeWhole(fd, {reinterpret_cast<const char *>(whole.bytes), qsizetype(whole.size)});
}

} // namespace convoy
