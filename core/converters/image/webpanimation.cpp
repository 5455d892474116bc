// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/webpanimation.h"

#include "core/converters/image/stagedfile.h"

#include <QCoreApplication>

#include <webp/demux.h>

#include <algorithm>
#include <memory>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

constexpr qint64 largestFile = qint64{512} << 20;

struct DecoderDeleter {
    void operator()(WebPAnimDecoder *decoder) const { WebPAnimDecoderDelete(decoder); }
};

Error damaged(const QString &detail)
{
    return {ErrorKind::DamagedInput, Text::tr("This picture is damaged."), detail};
}

bool hasTransparency(const uint8_t *pixels, size_t count)
{
    for (size_t i = 0; i < count; ++i) {
        if (pixels[4 * i + 3] != 255)
            return true;
    }
    return false;
}

MagickCore::Image *frameOf(const WebPAnimInfo &info, const uint8_t *pixels, int durationMs)
{
    MagickCore::Image *image = MagickCore::AcquireImage(nullptr);
    MagickCore::CopyMagickString(image->magick, "WEBP", sizeof image->magick);
    image->depth = 8;
    MagickCore::SetImageExtent(image, info.canvas_width, info.canvas_height);
    const bool transparent = hasTransparency(pixels, size_t(info.canvas_width) * info.canvas_height);
    image->matte = transparent ? MagickCore::MagickTrue : MagickCore::MagickFalse;
    MagickCore::ImportImagePixels(image, 0, 0, info.canvas_width, info.canvas_height, "RGBA", MagickCore::CharPixel, pixels);
    image->page.width = info.canvas_width;
    image->page.height = info.canvas_height;
    image->ticks_per_second = 1000;
    image->delay = size_t(std::max(durationMs, 0));
    image->iterations = info.loop_count;
    image->dispose = MagickCore::BackgroundDispose; // the next one is whole as well
    return image;
}

} // namespace

Result<magick::ImageList> readWebpAnimation(int fd, magick::Monitor &monitor)
{
    const QByteArray bytes = wholeFile(fd, largestFile);
    const WebPData data{reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())};
    WebPAnimDecoderOptions options;
    WebPAnimDecoderOptionsInit(&options);
    options.color_mode = MODE_RGBA;
    const std::unique_ptr<WebPAnimDecoder, DecoderDeleter> decoder(WebPAnimDecoderNew(&data, &options));
    WebPAnimInfo info{};
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info))
        return damaged(u"libwebp: no animation"_s);
    magick::ImageList images;
    int shownUntil = 0;
    for (uint32_t frame = 0; WebPAnimDecoderHasMoreFrames(decoder.get()); ++frame) {
        uint8_t *pixels = nullptr;
        int until = 0;
        if (!WebPAnimDecoderGetNext(decoder.get(), &pixels, &until))
            return damaged(u"libwebp: frame %1"_s.arg(frame + 1));
        MagickCore::Image *list = images.release();
        MagickCore::AppendImageToList(&list, frameOf(info, pixels, until - shownUntil));
        images.reset(list);
        shownUntil = until;
        monitor.advance(double(frame) / std::max(info.frame_count, uint32_t{1}));
        if (monitor.stopped())
            return magick::cancelled();
    }
    magick::Exceptions exceptions;
    exceptions.inheritFrom(images.get());
    if (const std::optional<Error> error = exceptions.operationError())
        return *error;
    if (!images || MagickCore::GetImageListLength(images.get()) != info.frame_count)
        return damaged(u"libwebp: frames are missing"_s);
    return images;
}

} // namespace convoy
