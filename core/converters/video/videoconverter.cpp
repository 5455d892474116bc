// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converter.h"
#include "core/converters/libav/avlog.h"
#include "core/converters/video/encode/encodertrial.h"
#include "core/converters/video/encode/frameencoder.h"
#include "core/converters/video/encode/theoraencoder.h"
#include "core/converters/video/transcoder.h"
#include "core/converters/video/verify/videoverifier.h"
#include "core/converters/video/videoprobe.h"

#include <QCoreApplication>

#include <exception>
#include <new>

namespace convoy {

namespace {

struct VideoConverterText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoConverter)
};

// Threads that cannot start (std::system_error) and memory that runs out must not leave this folder as exceptions.
template <typename Function>
auto guarded(Function function) -> decltype(function())
{
    try {
        return function();
    } catch (const std::bad_alloc &) {
        return Error{ErrorKind::OutOfMemory, VideoConverterText::tr("There is not enough memory for this video."), {}};
    } catch (const std::exception &exception) {
        return Error{ErrorKind::Internal, VideoConverterText::tr("This video could not be converted."),
                     QString::fromUtf8(exception.what())};
    }
}

class VideoConverter : public Converter
{
public:
    Result<MediaInfo> probe(const ConvertInput &input) const override
    {
        return guarded([&] { return probeVideo(input); });
    }
    Result<PreviewPicture> preview(const PreviewRequest &request, const ConvertContext &context) const override
    {
        return guarded([&] { return previewVideo(request, context); });
    }
    Result<ConvertReport> convert(const ConvertRequest &request, const ConvertContext &context) const override
    {
        return guarded([&] { return Transcoder(request, context).run(); });
    }
    Result<void> verify(int fd, const QVariantMap &facts, const ConvertContext &context) const override
    {
        return guarded([&] { return verifyVideo(fd, facts, context); });
    }
    Result<void> tryEncoder(const ConvertContext &context) const override
    {
        return guarded([&] { return tryHardwareEncoder(context); });
    }
};

// Opening a codec once fills its static tables, which forked children then share.
void openOnce(AVCodecID id)
{
    const AVCodec *codec = avcodec_find_decoder(id);
    const CodecContextPtr context(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!context)
        return;
    context->thread_count = 1;
    avcodec_open2(context.get(), codec, nullptr);
}

} // namespace

const Converter *converterInFamily(QStringView id)
{
    static const VideoConverter converter;
    return id == QLatin1StringView("video") ? &converter : nullptr;
}

void warmUpFamily()
{
    collectAvLog();
    // SVT-AV1 has a log of its own, on stderr; only its errors are wanted there.
    qputenv("SVT_LOG", "1");
    // No single buffer of an honest video is larger; a hostile header asks for more.
    av_max_alloc(size_t(1) << 30);
    for (const AVCodecID id :
         {AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_VP9, AV_CODEC_ID_MPEG4, AV_CODEC_ID_MPEG2VIDEO, AV_CODEC_ID_THEORA,
          AV_CODEC_ID_AAC, AV_CODEC_ID_MP3, AV_CODEC_ID_AC3, AV_CODEC_ID_VORBIS})
        openOnce(id);
    [[maybe_unused]] const auto video = TheoraEncoder::open(
        VideoEncoding{.width = 16, .height = 16, .pixelFormat = AV_PIX_FMT_YUV420P});
    [[maybe_unused]] const auto audio = openEncoder(AudioEncoding{.sampleRate = 48'000, .channelMask = AV_CH_LAYOUT_STEREO});
    takeAvLog();
}

} // namespace convoy
