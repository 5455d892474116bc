// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/sourceseek.h"

#include "core/converters/libav/avlog.h"
#include "core/converters/libav/streamdecoder.h"

#include <array>

namespace convoy {

namespace {

// How much further back each try begins, µs.
constexpr std::array<int64_t, 6> stepsBack{0, 1'000'000, 4'000'000, 12'000'000, 40'000'000, 120'000'000};

void seek(AVFormatContext *context, int64_t timeUs)
{
    avformat_seek_file(context, -1, INT64_MIN, timeUs, timeUs, 0);
}

// By bytes where the clock may start again in mid-stream, and the first packet has the same time as others then, and where
// there is no clock; other demuxers (DV) may count wrong after that.
void seekToBegin(AVFormatContext *context)
{
    const bool byBytes = (context->iformat->flags & AVFMT_TS_DISCONT) || context->start_time == AV_NOPTS_VALUE;
    if (!byBytes || avformat_seek_file(context, -1, 0, 0, 0, AVSEEK_FLAG_BYTE) < 0)
        seek(context, context->start_time == AV_NOPTS_VALUE ? 0 : context->start_time);
}

// Reads on from here: the last key frame up to `timeUs`, if `timeUs` comes at all and nothing of that is missing.
std::optional<int64_t> lastKeyFrame(const MediaSource &source, int64_t timeUs, const std::stop_token &stop)
{
    const AVStream *stream = source.video();
    const PacketPtr packet(av_packet_alloc());
    std::optional<int64_t> found;
    for (bool isPast = false; packet && !isPast;) {
        if (stop.stop_requested() || av_read_frame(source.context(), packet.get()) < 0)
            return std::nullopt;
        const int64_t shown = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (packet->stream_index == stream->index && shown != AV_NOPTS_VALUE) {
            const int64_t shownUs = av_rescale_q(shown, stream->time_base, AV_TIME_BASE_Q);
            const int64_t decoded = packet->dts != AV_NOPTS_VALUE ? packet->dts : shown;
            const bool isKey = packet->flags & AV_PKT_FLAG_KEY;
            if (isKey && shownUs <= timeUs)
                found = shownUs;
            isPast = (isKey && shownUs > timeUs) || av_rescale_q(decoded, stream->time_base, AV_TIME_BASE_Q) > timeUs;
        }
        av_packet_unref(packet.get());
    }
    return found;
}

// Reads on from here: whether the first picture that can be decoded is shown up to `timeUs`.
bool comesInTime(const MediaSource &source, int64_t timeUs, const std::stop_token &stop)
{
    const AVStream *stream = source.video();
    const PacketPtr packet(av_packet_alloc());
    Result<StreamDecoder> decoder = StreamDecoder::open({.stream = stream});
    std::optional<int64_t> first;
    const StreamDecoder::Sink note = [&first](const AVFrame *frame) {
        first = first.value_or(frame->best_effort_timestamp);
        return Result<void>();
    };
    while (packet && decoder && !first && !stop.stop_requested() && av_read_frame(source.context(), packet.get()) >= 0) {
        const bool isDecoded = packet->stream_index != stream->index || decoder->decode(packet.get(), note);
        av_packet_unref(packet.get());
        if (!isDecoded)
            return false;
    }
    return first && (*first == AV_NOPTS_VALUE || av_compare_ts(*first, stream->time_base, timeUs, AV_TIME_BASE_Q) <= 0);
}

} // namespace

std::optional<int64_t> seekBefore(const MediaSource &source, int64_t timeUs, const std::stop_token &stop, bool isProven)
{
    AVFormatContext *context = source.context();
    if (!source.video()) {
        seek(context, timeUs);
        return std::nullopt;
    }
    for (const int64_t back : stepsBack) {
        if (context->start_time == AV_NOPTS_VALUE)
            break; // no place has a time
        seek(context, timeUs - back);
        const std::optional<int64_t> key = lastKeyFrame(source, timeUs, stop);
        if (key && isProven)
            seek(context, timeUs - back);
        if (key && (!isProven || comesInTime(source, timeUs, stop))) {
            seek(context, timeUs - back);
            takeAvLog();
            return key;
        }
        if (stop.stop_requested() || timeUs - back < source.startUs())
            break;
    }
    seekToBegin(context);
    takeAvLog();
    return std::nullopt;
}

} // namespace convoy
