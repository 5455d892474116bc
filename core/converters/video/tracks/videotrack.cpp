// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/tracks/videotrack.h"

#include "core/converters/libav/avlog.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct VideoTrackText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoTrack)
};

FrameClock::Rate rateOf(const VideoTrack::Parts &parts)
{
    if (!parts.options->format->constantRate)
        return FrameClock::Rate::Variable;
    return parts.source->context()->nb_streams == 1 ? FrameClock::Rate::ConstantFromFirst : FrameClock::Rate::Constant;
}

PictureSettings picturesOf(const VideoTrack::Parts &parts)
{
    PictureSettings settings = parts.options->pictures;
    settings.threads = parts.context->threads ? parts.context->threads->load() : 1;
    return settings;
}

// Theora takes 77 % of the time and H.264 18 %: one thread decodes for three that encode. More start only where more
// cores are lent.
int decoderThreads(const ConvertContext *context)
{
    const int budget = context->threads ? context->threads->load() : 1;
    return budget < 3 ? 1 : std::min((budget + 1) / 2, 8);
}

} // namespace

VideoTrack::VideoTrack(const Parts &parts)
    : m_parts(parts),
      m_stream(parts.source->video()),
      m_filter({.stream = m_stream, .frameRate = av_guess_frame_rate(parts.source->context(), m_stream, nullptr)},
               picturesOf(parts)),
      m_clock(rateOf(parts)),
      m_encoder({.stop = parts.context->stop,
                 .threads = parts.context->threads,
                 .sink = [this](PacketPtr packet) { return write(std::move(packet)); },
                 .isProven = parts.options->isVerified})
{
}

Result<std::unique_ptr<VideoTrack>> VideoTrack::create(const Parts &parts)
{
    std::unique_ptr<VideoTrack> track(new VideoTrack(parts));
    Result<StreamDecoder> decoder = StreamDecoder::open(
        {.stream = track->m_stream, .threads = decoderThreads(parts.context)});
    if (!decoder)
        return decoder.error();
    track->m_decoder = *std::move(decoder);
    return track;
}

Result<void> VideoTrack::take(const AVPacket *packet, int64_t decodeTimeUs)
{
    // Where a container has no times, pictures follow one another.
    PacketPtr timed;
    if (packet && decodeTimeUs != AV_NOPTS_VALUE) {
        timed.reset(av_packet_clone(packet));
        if (!timed)
            return Error{ErrorKind::OutOfMemory, VideoTrackText::tr("There is not enough memory to decode this video."), {}};
        timed->dts = av_rescale_q(decodeTimeUs, AV_TIME_BASE_Q, m_stream->time_base);
        packet = timed.get();
    }
    Result<void> done = m_decoder->decode(packet, [this](AVFrame *frame) { return decoded(frame); });
    if (!done || packet)
        return done;
    return m_filter.finish([this](AVFrame *frame) { return filtered(frame); });
}

Result<void> VideoTrack::decoded(AVFrame *frame)
{
    frame->pts = frame->best_effort_timestamp;
    if (frame->pts == AV_NOPTS_VALUE && m_lastTime != AV_NOPTS_VALUE)
        frame->pts = m_lastTime + std::max<int64_t>(1, frame->pkt_duration);
    else if (frame->pts == AV_NOPTS_VALUE)
        frame->pts = 0;
    noteLoss(frame);
    m_filter.noteOrientation(frame);
    m_lastTime = frame->pts;
    const TimeRange range = m_parts.options->range;
    if (range.startUs > 0 && frame->pts < 0)
        return {};
    if (range.endUs != INT64_MAX
        && av_compare_ts(frame->pts, m_stream->time_base, range.endUs - range.startUs, AV_TIME_BASE_Q) >= 0) {
        m_complete = true;
        return {};
    }
    m_positionUs = std::max<qint64>(m_positionUs, av_rescale_q(frame->pts, m_stream->time_base, AV_TIME_BASE_Q));
    return m_filter.filter(frame, [this](AVFrame *picture) { return filtered(picture); });
}

// What was patched up counts, and so does a gap soon after damage (decoders hold back some pictures); one without damage
// is how the video was made.
void VideoTrack::noteLoss(const AVFrame *frame)
{
    constexpr int heldBack = 32; // pictures: H.264's longest reordering, and a decoder's threads
    const int64_t time = av_rescale_q(frame->pts, m_stream->time_base, AV_TIME_BASE_Q);
    const int64_t own = av_rescale_q(frame->pkt_duration, m_stream->time_base, AV_TIME_BASE_Q);
    const AVRational rate = m_stream->avg_frame_rate;
    const int64_t length = own > 0 ? own : rate.num > 0 ? av_rescale(AV_TIME_BASE, rate.den, rate.num) : AV_TIME_BASE / 25;
    const int damaged = m_decoder->damagedPlaces();
    if (std::exchange(m_damageSeen, damaged) != damaged)
        m_suspicious = heldBack;
    const bool isPatched = frame->decode_error_flags != 0 || (frame->flags & AV_FRAME_FLAG_CORRUPT);
    const int64_t gap = m_lastTime != AV_NOPTS_VALUE ? time - m_endUs : 0;
    if (m_suspicious > 0)
        m_lostUs += (gap > length / 2 ? gap : 0) + (isPatched ? length : 0);
    m_suspicious = std::max(0, m_suspicious - 1);
    m_endUs = std::max<int64_t>(m_endUs, time + length);
}

Result<void> VideoTrack::openEncoder(const AVFrame *frame)
{
    AVRational rate = m_filter.frameRate();
    if (rate.num <= 0 || rate.den <= 0)
        rate = m_stream->r_frame_rate;
    if (rate.num <= 0 || rate.den <= 0)
        rate = {25, 1};
    m_filter.fixShape(frame);
    const EncoderLink &link = m_parts.context->encoder;
    VideoEncoding encoding{
        .codec = m_parts.options->format->picture,
        .width = frame->width,
        .height = frame->height,
        .pixelFormat = AVPixelFormat(frame->format),
        .pixelAspect = frame->sample_aspect_ratio,
        .frameRate = rate,
        .colorRange = frame->color_range,
        .colorPrimaries = frame->color_primaries,
        .colorTransfer = frame->color_trc,
        .colorSpace = frame->colorspace,
        .chromaLocation = frame->chroma_location,
        .quality = m_parts.options->quality,
        .exactMotion = m_parts.options->exactMotion,
        .threads = m_parts.context->threads ? m_parts.context->threads->load() : 1,
        .globalHeader = m_parts.writer->wantsGlobalHeader(),
        .remote = {m_parts.options->hardware, link.toEncoder, link.fromEncoder},
    };
    Result<void> opened = tryEncoder(encoding);
    m_isSoftwareInstead = m_parts.options->isSoftwareInstead;
    if (!opened && m_parts.options->isHardwareOptional && !encoding.remote.name.isEmpty()) {
        encoding.remote = {}; // too large or too small for that chip
        m_isSoftwareInstead = true;
        opened = tryEncoder(encoding);
    }
    if (!opened)
        return opened;
    return m_parts.writer->describe(m_parts.output, m_encoder.context());
}

// Some encoders crash on what is too large for them; others say nothing of it.
Result<void> VideoTrack::tryEncoder(const VideoEncoding &encoding)
{
    const PictureCodec &codec = *encoding.codec;
    const bool isTooLarge = encoding.width > codec.mostWidth || encoding.height > codec.mostHeight;
    if (!isTooLarge || !encoding.remote.name.isEmpty())
        return m_encoder.open(encoding);
    return Error{ErrorKind::UnsupportedFormat,
                 VideoTrackText::tr("Pictures of %1 × %2 are too large for the “%3” encoder, which takes up to %4 × %5.")
                     .arg(encoding.width)
                     .arg(encoding.height)
                     .arg(QString::fromLatin1(codec.encoder))
                     .arg(codec.mostWidth)
                     .arg(codec.mostHeight),
                 {}};
}

// In frames of the output; with more digits than a frame rate's time base has, as ffmpeg computes it.
double VideoTrack::tickOf(int64_t time) const
{
    AVRational fine = m_encoder.context()->time_base;
    const int extraBits = std::clamp(29 - av_log2(unsigned(fine.den)), 0, 16);
    fine.den <<= extraBits;
    const double ticks = double(av_rescale_q(time, m_filter.timeBase(), fine)) / (1 << extraBits);
    // Away from exact halves, whose rounding would be chance.
    return ticks == 0 ? ticks : ticks + std::copysign(1.0 / (1 << 17), ticks);
}

double VideoTrack::durationOf(const AVFrame *frame) const
{
    const double timeBase = av_q2d(m_encoder.context()->time_base);
    const AVRational rate = m_filter.frameRate();
    double duration = rate.num > 0 && rate.den > 0 ? 1 / (av_q2d(rate) * timeBase) : 0;
    duration = std::min(duration, 1.0);
    const long own = std::lrint(double(frame->pkt_duration) * av_q2d(m_stream->time_base) / timeBase);
    return own > 0 && !m_filter.changesTiming() ? double(own) : duration;
}

Result<void> VideoTrack::filtered(AVFrame *frame)
{
    if (!m_encoder.context()) {
        if (Result<void> opened = openEncoder(frame); !opened)
            return opened;
    }
    if (SubtitlePictures *drawn = m_parts.options->drawn.get()) {
        const int64_t timeMs = av_rescale_q(frame->pts, m_filter.timeBase(), {1, 1000});
        if (Result<void> done = drawn->draw(frame, timeMs); !done)
            return done;
    }
    const FrameClock::Plan plan = m_clock.place(tickOf(frame->pts), durationOf(frame));
    if (Result<void> shown = show(plan, frame); !shown)
        return shown;
    m_previous.reset(av_frame_clone(frame));
    return {};
}

Result<void> VideoTrack::show(FrameClock::Plan plan, const AVFrame *frame)
{
    for (int64_t i = 0; i < plan.count; ++i) {
        const AVFrame *shown = i < plan.repeatPrevious && m_previous ? m_previous.get() : frame;
        if (!shown)
            return {};
        FramePtr picture(av_frame_clone(shown));
        if (!picture)
            return Error{ErrorKind::OutOfMemory, VideoTrackText::tr("There is not enough memory to encode this video."), {}};
        picture->pts = plan.firstTick + i;
        picture->pict_type = AV_PICTURE_TYPE_NONE;
        ++m_shown;
        m_lastShown = picture->pts;
        if (Result<void> encoded = m_encoder.encode(std::move(picture)); !encoded)
            return encoded;
    }
    return {};
}

Result<void> VideoTrack::write(PacketPtr packet)
{
    if (packet->size == 0)
        return {};
    ++m_written;
    m_digest.add(packet.get());
    m_lastTick = std::max(m_lastTick, packet->pts);
    m_firstTick = m_firstTick == AV_NOPTS_VALUE ? packet->pts : std::min(m_firstTick, packet->pts);
    return m_parts.writer->write(m_parts.output, std::move(packet));
}

Result<void> VideoTrack::finish()
{
    if (!m_encoder.context() && m_lastTime != AV_NOPTS_VALUE)
        return Error{
            ErrorKind::InvalidOption,
            VideoTrackText::tr("There is no picture in the part to convert, only sound: the last one is before it."),
            {}};
    if (!m_encoder.context())
        return avFailure(ErrorKind::DamagedInput,
                         VideoTrackText::tr("No picture of this video, coded as “%1”, could be decoded.")
                             .arg(QString::fromUtf8(avcodec_get_name(m_stream->codecpar->codec_id))),
                         0);
    if (Result<void> shown = show(m_clock.finish(), nullptr); !shown)
        return shown;
    m_previous.reset();
    return m_encoder.finish();
}

qint64 VideoTrack::frameCount() const
{
    return m_parts.options->format->picture->wholeAtEnd ? m_shown : m_written;
}

void VideoTrack::addFacts(QVariantMap &facts) const
{
    facts.insert(u"frames"_s, frameCount());
    const int64_t last = m_parts.options->format->picture->wholeAtEnd ? m_lastShown : m_lastTick;
    facts.insert(u"span_us"_s, qint64(av_rescale_q(last - m_firstTick, m_encoder.context()->time_base, AV_TIME_BASE_Q)));
    facts.insert(u"frame_us"_s, qint64(av_rescale_q(1, m_encoder.context()->time_base, AV_TIME_BASE_Q)));
    // Of the packets in the file if all of them have been decoded.
    if (m_encoder.isProven())
        facts.insert(u"digest"_s, m_digest.result());
    facts.insert(u"width"_s, m_encoder.context()->width);
    facts.insert(u"height"_s, m_encoder.context()->height);
}

} // namespace convoy
