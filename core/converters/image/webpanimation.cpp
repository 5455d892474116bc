// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/webpanimation.h"

#include "core/converters/image/animationframes.h"
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
    AnimationFrames frames(
        {.canvas = QSize(int(info.canvas_width), int(info.canvas_height)), .loops = int(info.loop_count)});
    int shownUntil = 0;
    while (WebPAnimDecoderHasMoreFrames(decoder.get())) {
        uint8_t *pixels = nullptr;
        int until = 0;
        if (!WebPAnimDecoderGetNext(decoder.get(), &pixels, &until))
            return damaged(u"libwebp: frame %1"_s.arg(frames.count() + 1));
        frames.append(pixels, until - shownUntil);
        shownUntil = until;
        monitor.advance(double(frames.count()) / std::max(info.frame_count, uint32_t{1}));
        if (monitor.stopped())
            return magick::cancelled();
    }
    return frames.take(int(info.frame_count));
}

} // namespace convoy
