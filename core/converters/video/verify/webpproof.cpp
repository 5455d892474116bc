// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/verify/webpproof.h"

#include "core/base/mappedfile.h"

#include <QCoreApplication>

#include <cstdlib>
#include <memory>
#include <webp/demux.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WebpProofText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoVerifier)
};

struct DecoderDeleter {
    void operator()(WebPAnimDecoder *decoder) const { WebPAnimDecoderDelete(decoder); }
};

Error differs(const QString &message)
{
    return {ErrorKind::VerificationFailed, message, {}};
}

} // namespace

Result<void> verifyWebp(int fd, const QVariantMap &facts, const ConvertContext &context)
{
    const MappedFile file(fd);
    const WebPData data{static_cast<const uint8_t *>(file.data()), file.size()};
    WebPAnimDecoderOptions options;
    WebPAnimDecoderOptionsInit(&options);
    const std::unique_ptr<WebPAnimDecoder, DecoderDeleter> decoder(WebPAnimDecoderNew(&data, &options));
    WebPAnimInfo info{};
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info))
        return differs(WebpProofText::tr("The written video cannot be read back."));
    if (int(info.canvas_width) != facts.value(u"width"_s).toInt()
        || int(info.canvas_height) != facts.value(u"height"_s).toInt())
        return differs(WebpProofText::tr("The written video has pictures of another size."));
    qint64 frames = 0;
    int endMs = 0;
    for (uint8_t *pixels = nullptr; WebPAnimDecoderHasMoreFrames(decoder.get()); ++frames) {
        if (context.stop.stop_requested())
            return cancelledError();
        if (!WebPAnimDecoderGetNext(decoder.get(), &pixels, &endMs))
            return differs(WebpProofText::tr("The written video does not decode without errors."));
        if (context.progress)
            context.progress(0.99 * double(frames) / double(info.frame_count + 1));
    }
    // Pictures that are the same as the one before them become one that stands longer.
    const qint64 wanted = facts.value(u"frames"_s).toLongLong();
    if (frames == 0 || frames > wanted)
        return differs(WebpProofText::tr("The written video has %1 frames instead of %2.").arg(frames).arg(wanted));
    const qint64 frameMs = facts.value(u"frame_us"_s).toLongLong() / 1000 + 1;
    const qint64 spanMs = facts.value(u"span_us"_s).toLongLong() / 1000;
    // One picture alone does not move and has no length.
    if (frames > 1 && std::llabs(endMs - spanMs) > 2 * frameMs)
        return differs(WebpProofText::tr("The written video has another length than its source."));
    return {};
}

} // namespace convoy
